package resolver

import (
	"container/list"
	"sync"
	"time"
)

// How long what was found is kept.
const (
	// keepFound: titles hardly change; a video that is taken down is noticed by the
	// player.
	keepFound = 24 * time.Hour

	// keepRefused: a person who has corrected a page tries again soon.
	keepRefused = 10 * time.Minute

	// keepFailed: a network that was away, a busy service.
	keepFailed = time.Minute
)

// Bounds of the cache in memory.
const (
	cacheEntries = 10_000
	cacheBytes   = 16 << 20
	cacheValue   = 512 << 10 // of one value, in bytes: 200 items have 100 kB
)

// Cache keeps what was found. It is safe for concurrent use, and may forget
// anything at any time; it does not return what is past its time.
type Cache interface {
	// Get returns a value that nobody changes.
	Get(key string) (value []byte, ok bool)

	// Put keeps value, which is the cache's from then on, for at most ttl.
	Put(key string, value []byte, ttl time.Duration)
}

// memoryCache forgets first what was not asked for the longest.
type memoryCache struct {
	mu      sync.Mutex
	entries map[string]*list.Element
	recent  *list.List // of *cached, the newest in front
	bytes   int
}

type cached struct {
	key     string
	value   []byte
	expires time.Time
}

func (c *cached) size() int { return len(c.key) + len(c.value) }

// NewMemoryCache returns a cache of 16 MiB that is gone at exit.
func NewMemoryCache() Cache {
	return &memoryCache{entries: map[string]*list.Element{}, recent: list.New()}
}

func (c *memoryCache) Get(key string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		return nil, false
	}
	entry := e.Value.(*cached)
	if !time.Now().Before(entry.expires) {
		c.remove(e)
		return nil, false
	}
	c.recent.MoveToFront(e)
	return entry.value, true
}

func (c *memoryCache) Put(key string, value []byte, ttl time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.entries[key]; ok {
		c.remove(e)
	}
	if len(value) > cacheValue {
		return
	}
	entry := &cached{key, value, time.Now().Add(ttl)}
	c.entries[key] = c.recent.PushFront(entry)
	c.bytes += entry.size()
	for len(c.entries) > cacheEntries || c.bytes > cacheBytes {
		c.remove(c.recent.Back())
	}
}

func (c *memoryCache) remove(e *list.Element) {
	entry := c.recent.Remove(e).(*cached)
	delete(c.entries, entry.key)
	c.bytes -= entry.size()
}
