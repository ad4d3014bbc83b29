// Package pebblecache keeps what was found out about links on disk, in Pebble, so
// that a restart does not ask the web again.
//
// It is bounded in bytes and in entries, forgets what is past its time, and may
// forget anything else at any time: there is nothing in it that cannot be asked
// again. So nothing is synced, and a store that cannot be read is begun anew.
package pebblecache

import (
	"container/list"
	"crypto/sha256"
	"encoding/binary"
	"log/slog"
	"sync"
	"time"

	"github.com/cockroachdb/pebble/v2"
)

// Bounds of a cache.
const (
	// maxBytes of values, on disk: some hundred thousand links, or a thousand long
	// lists. Pebble takes up to twice as much while it tidies up.
	maxBytes = 64 << 20

	// maxEntries bounds what is held in memory of each, which is 200 bytes or so.
	maxEntries = 40_000

	// maxValue of one entry, in bytes: what is larger is not kept.
	maxValue = 512 << 10
)

// Cache is safe for concurrent use. Of what was not asked for the longest it
// forgets first; over a restart, of what was kept first.
type Cache struct {
	// Static.
	logger  *slog.Logger
	now     func() time.Time
	bytes   int64 // bounds
	entries int

	mu     sync.Mutex
	db     *pebble.DB // nil: closed
	known  map[id]*list.Element
	recent *list.List // of *entry, the newest in front
	size   int64      // bytes of all values
}

// id is what is left of a key: keys hold addresses of any length.
type id [sha256.Size]byte

// entry is what is held in memory of a value.
type entry struct {
	id      id
	size    int64
	expires int64 // Unix ms
	kept    int64 // Unix ms
}

// Get returns a value that nobody changes.
func (c *Cache) Get(key string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	at := sha256.Sum256([]byte(key))
	e, ok := c.known[at]
	if !ok || c.db == nil {
		return nil, false
	}
	if c.now().UnixMilli() >= e.Value.(*entry).expires {
		c.write(func(b *pebble.Batch) { c.remove(b, e) })
		return nil, false
	}
	value, err := c.read(at)
	if err != nil {
		c.logger.Warn("cached answer cannot be read", "err", err)
		c.write(func(b *pebble.Batch) { c.remove(b, e) })
		return nil, false
	}
	c.recent.MoveToFront(e)
	return value, true
}

func (c *Cache) read(at id) ([]byte, error) {
	found, closer, err := c.db.Get(valueKey(at))
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	return append([]byte(nil), found...), nil
}

// Put keeps value for at most ttl.
func (c *Cache) Put(key string, value []byte, ttl time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.db == nil {
		return
	}
	at := sha256.Sum256([]byte(key))
	c.write(func(b *pebble.Batch) {
		if old, ok := c.known[at]; ok {
			c.remove(b, old)
		}
		if len(value) > maxValue || ttl <= 0 {
			return
		}
		now := c.now()
		e := &entry{id: at, size: int64(len(value)), expires: now.Add(ttl).UnixMilli(), kept: now.UnixMilli()}
		c.add(e)
		must(b.Set(entryKey(at), e.encode(), nil))
		must(b.Set(valueKey(at), value, nil))
		for c.size > c.bytes || len(c.known) > c.entries {
			c.remove(b, c.recent.Back())
		}
	})
}

// add takes an entry in as the newest.
func (c *Cache) add(e *entry) {
	c.known[e.id] = c.recent.PushFront(e)
	c.size += e.size
}

// remove forgets an entry, in memory and with the batch.
func (c *Cache) remove(b *pebble.Batch, el *list.Element) {
	e := c.recent.Remove(el).(*entry)
	delete(c.known, e.id)
	c.size -= e.size
	must(b.Delete(entryKey(e.id), nil))
	must(b.Delete(valueKey(e.id), nil))
}

// write applies a batch. What fails is only logged: memory is ahead of the disk
// then, and finds that out when it reads.
func (c *Cache) write(fill func(*pebble.Batch)) {
	b := c.db.NewBatch()
	defer b.Close()
	fill(b)
	if err := b.Commit(pebble.NoSync); err != nil {
		c.logger.Warn("answer was not cached", "err", err)
	}
}

// must is for batches, which grow in memory: their operations do not fail.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Close writes what is in memory to the disk. Whatever is asked later is not there.
func (c *Cache) Close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.db == nil {
		return nil
	}
	db := c.db
	c.db = nil
	if err := db.Flush(); err != nil {
		c.logger.Warn("cache was not written out", "err", err)
	}
	return db.Close()
}

// Keys: one for what is held in memory, one for the value.
func entryKey(at id) []byte { return append([]byte{'e'}, at[:]...) }
func valueKey(at id) []byte { return append([]byte{'v'}, at[:]...) }

// encoded is the length of an entry's encoding, in bytes: three numbers.
const encoded = 3 * 8

func (e *entry) encode() []byte {
	b := make([]byte, 0, encoded)
	for _, n := range []int64{e.size, e.expires, e.kept} {
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	return b
}

func decodeEntry(key, b []byte) (*entry, bool) {
	if len(key) != 1+sha256.Size || len(b) != encoded {
		return nil, false
	}
	n := func(i int) int64 { return int64(binary.BigEndian.Uint64(b[8*i:])) }
	e := &entry{id: id(key[1:]), size: n(0), expires: n(1), kept: n(2)}
	return e, e.size >= 0 && e.size <= maxValue
}
