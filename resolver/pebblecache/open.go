package pebblecache

import (
	"cmp"
	"container/list"
	"context"
	"fmt"
	"log/slog"
	"os"
	"slices"
	"time"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

const (
	// blockCache and memTable are Pebble's memory, in bytes: a few links are asked
	// for again and again, and hardly any are written.
	blockCache = 4 << 20
	memTable   = 4 << 20

	// format is Pebble's own; a store of a later one cannot be read, and is begun
	// anew.
	format = pebble.FormatWALSyncChunks

	// exitStatus of a process whose disk has failed.
	exitStatus = 1
)

// Option changes how Open opens a cache.
type Option func(*Cache)

// withClock tells another time.
func withClock(now func() time.Time) Option { return func(c *Cache) { c.now = now } }

// withBounds sets other bounds.
func withBounds(bytes int64, entries int) Option {
	return func(c *Cache) { c.bytes, c.entries = bytes, entries }
}

// Open opens the cache in a directory, which is made if it is missing and belongs
// to the cache. What cannot be read in it is thrown away. The error says that the
// directory cannot be used at all, or that another process does.
func Open(dir string, logger *slog.Logger, options ...Option) (*Cache, error) {
	c := &Cache{logger: logger, now: time.Now, bytes: maxBytes, entries: maxEntries}
	for _, o := range options {
		o(c)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the cache of links: %w", err)
	}
	err := c.open(dir)
	if err == nil {
		return c, nil
	}
	if inUse(dir) {
		return nil, fmt.Errorf("the cache of links is in use by another process: %w", err)
	}
	logger.Warn("cache of links cannot be read, it begins anew", "err", err)
	if err := os.RemoveAll(dir); err != nil {
		return nil, fmt.Errorf("begin the cache of links anew: %w", err)
	}
	if err := c.open(dir); err != nil {
		return nil, fmt.Errorf("open the cache of links: %w", err)
	}
	return c, nil
}

// inUse reports whether another process holds the directory.
func inUse(dir string) bool {
	lock, err := pebble.LockDirectory(dir, vfs.Default)
	if err != nil {
		return true
	}
	return lock.Close() != nil
}

// open reads what there is.
func (c *Cache) open(dir string) error {
	log := storeLogger{c.logger}
	listener := pebble.MakeLoggingEventListener(log) // a corrupt block would be fatal otherwise
	db, err := pebble.Open(dir, &pebble.Options{
		CacheSize:          blockCache,
		MemTableSize:       memTable,
		FormatMajorVersion: format,
		DisableWAL:         true, // what was not written out is asked again
		Logger:             log,
		EventListener:      &listener,
	})
	if err != nil {
		return err
	}
	if err := c.load(db); err != nil {
		db.Close()
		return err
	}
	return nil
}

// load finds out what is in the store, and removes what is past its time.
func (c *Cache) load(db *pebble.DB) error {
	c.db, c.known, c.recent, c.size = db, make(map[id]*list.Element), list.New(), 0
	entries, err := stored(db)
	if err != nil {
		c.db = nil
		return err
	}
	slices.SortFunc(entries, func(a, b *entry) int { return cmp.Compare(a.kept, b.kept) })
	for _, e := range entries {
		c.add(e)
	}
	now := c.now().UnixMilli()
	c.write(func(b *pebble.Batch) {
		for _, e := range entries {
			if e.expires <= now || c.size > c.bytes || len(c.known) > c.entries {
				c.remove(b, c.known[e.id])
			}
		}
	})
	return nil
}

// stored reads what the store holds, without the values.
func stored(db *pebble.DB) ([]*entry, error) {
	it, err := db.NewIter(&pebble.IterOptions{LowerBound: []byte{'e'}, UpperBound: []byte{'e' + 1}})
	if err != nil {
		return nil, err
	}
	var out []*entry
	for ok := it.First(); ok; ok = it.Next() {
		if e, valid := decodeEntry(it.Key(), it.Value()); valid {
			out = append(out, e)
		}
	}
	if err := it.Error(); err != nil {
		it.Close()
		return nil, err
	}
	return out, it.Close()
}

// storeLogger takes Pebble's messages.
type storeLogger struct{ logger *slog.Logger }

// Infof logs at debug level: flushes, compactions and the like.
func (l storeLogger) Infof(format string, args ...any) {
	if l.logger.Enabled(context.Background(), slog.LevelDebug) {
		l.logger.Debug("cache of links", "detail", fmt.Sprintf(format, args...))
	}
}

// Errorf logs what Pebble reports and survives.
func (l storeLogger) Errorf(format string, args ...any) {
	l.logger.Warn("cache of links", "err", fmt.Sprintf(format, args...))
}

// Fatalf ends the process: Pebble relies on its not returning. It comes to that
// when the disk fails, which is the event log's as well.
func (l storeLogger) Fatalf(format string, args ...any) {
	l.logger.Error("the disk failed, ending the process", "err", fmt.Sprintf(format, args...))
	os.Exit(exitStatus)
}
