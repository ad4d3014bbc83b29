package library

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"remoted/library/picture"
)

const (
	// maxCacheBytes bounds the thumbnails that are kept on disk: some 10,000.
	maxCacheBytes = 256 << 20

	// cacheSlack is what is freed at a time when the bound is reached, so that not
	// each new thumbnail has to look for an old one.
	cacheSlack = maxCacheBytes / 16

	// touchAfter is how old the note of a thumbnail's last use may get. A finer one
	// would write to the disk for each picture that is looked at.
	touchAfter = 24 * time.Hour
)

const thumbSuffix = ".jpg"

// A cache keeps thumbnails on disk by name. Those that were not asked for longest
// leave first. What goes wrong with the disk costs time, not pictures: they are made
// again. It is safe for concurrent use; two programs must not share a directory.
type cache struct {
	dir *os.Root
	max int64
	log *slog.Logger

	mu    sync.Mutex
	files map[string]cached
	total int64 // bytes
}

type cached struct {
	size int64
	used time.Time // on disk: the time of the last write
}

// openCache takes over what is in a directory. The error is one line.
func openCache(dir string, limit int64, log *slog.Logger) (*cache, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("cache of covers: %w", err)
	}
	d, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("cache of covers: %w", err)
	}
	c := &cache{dir: d, max: limit, log: log, files: map[string]cached{}}
	c.read()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.shrink()
	return c, nil
}

// read counts what an earlier run left, and removes what it left half written.
func (c *cache) read() {
	_ = fs.WalkDir(c.dir.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if name != "." && d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		info, err := d.Info()
		if err != nil || !info.Mode().IsRegular() || !strings.HasSuffix(name, thumbSuffix) {
			_ = c.dir.Remove(name)
			return nil
		}
		c.files[name] = cached{info.Size(), info.ModTime()}
		c.total += info.Size()
		return nil
	})
}

// get returns the thumbnail of that name; nil when it is not there, or broken.
func (c *cache) get(key string) []byte {
	if c == nil {
		return nil
	}
	name := key + thumbSuffix
	c.mu.Lock()
	f, ok := c.files[name]
	c.mu.Unlock()
	if !ok {
		return nil
	}
	b, err := c.dir.ReadFile(name)
	if err != nil || !picture.Whole(b) {
		c.mu.Lock()
		c.remove(name)
		c.mu.Unlock()
		return nil
	}
	if now := time.Now(); now.Sub(f.used) > touchAfter {
		_ = c.dir.Chtimes(name, now, now)
		c.mu.Lock()
		if f, ok := c.files[name]; ok {
			f.used = now
			c.files[name] = f
		}
		c.mu.Unlock()
	}
	return b
}

// put keeps a thumbnail. Its name appears when it is whole.
func (c *cache) put(key string, b []byte) {
	if c == nil {
		return
	}
	name := key + thumbSuffix
	if err := c.write(name, b); err != nil {
		c.log.Warn("cannot keep a cover", "err", reason(err))
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.total += int64(len(b)) - c.files[name].size
	c.files[name] = cached{int64(len(b)), time.Now()}
	c.shrink()
}

func (c *cache) write(name string, b []byte) error {
	part := name + ".part" // one in flight for a name: nobody else writes this one
	err := c.dir.WriteFile(part, b, 0o600)
	if err == nil {
		err = c.dir.Rename(part, name)
	}
	if err != nil {
		_ = c.dir.Remove(part)
	}
	return err
}

// shrink removes old thumbnails when there are too many. The lock is held.
func (c *cache) shrink() {
	if c.total <= c.max {
		return
	}
	names := make([]string, 0, len(c.files))
	for name := range c.files {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return c.files[a].used.Compare(c.files[b].used) })
	for _, name := range names {
		if c.total <= c.max-min(cacheSlack, c.max/16) {
			return
		}
		c.remove(name)
	}
}

// remove forgets a thumbnail. The lock is held.
func (c *cache) remove(name string) {
	if err := c.dir.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		c.log.Warn("cannot remove a cover", "err", reason(err))
	}
	c.total -= c.files[name].size
	delete(c.files, name)
}

func (c *cache) close() {
	if c != nil {
		c.dir.Close()
	}
}
