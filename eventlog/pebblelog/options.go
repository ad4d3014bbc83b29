package pebblelog

import (
	"log/slog"
	"os"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

const (
	// cacheBytes is Pebble's block cache. A log is written often and read when
	// a session is rebuilt, so a small one will do.
	cacheBytes = 32 << 20
	// memTableBytes is how much is held in memory before it becomes a table
	// file: some ten thousand events. It also bounds what is replayed at the
	// next start. Groups and snapshots beyond half of it go around it.
	memTableBytes = 8 << 20
	// memTables is how many may be there at once, so that writers go on while
	// one is written out. Bounds memory to 32 MiB.
	memTables = 4
	// storeFormat is Pebble's own file format. This one marks in the write-ahead
	// log how far it was synced, which tells a torn end from a lost middle.
	// Going up is automatic at the next start and cannot be undone.
	storeFormat = pebble.FormatWALSyncChunks
)

// Option changes how Open opens a log.
type Option func(*config)

// config is what the options set.
type config struct {
	logger    *slog.Logger
	onFailure func(error)
	fs        vfs.FS         // tests replace the disk
	exit      func(code int) // tests keep the process
}

func newConfig(opts []Option) config {
	c := config{logger: slog.Default(), onFailure: func(error) {}, fs: vfs.Default, exit: os.Exit}
	for _, opt := range opts {
		opt(&c)
	}
	return c
}

// WithLogger sends Pebble's messages to logger: what it does at debug level,
// what goes wrong at error level. The default is slog.Default().
func WithLogger(logger *slog.Logger) Option { return func(c *config) { c.logger = logger } }

// OnFailure has f called once, in its own goroutine, when the disk has failed
// and the log refuses everything from then on. A server ends itself there, for
// only opening the log anew helps.
func OnFailure(f func(error)) Option { return func(c *config) { c.onFailure = f } }

// withFS puts another file system in the place of the disk.
func withFS(fs vfs.FS) Option { return func(c *config) { c.fs = fs } }

// withExit puts another end in the place of os.Exit.
func withExit(exit func(code int)) Option { return func(c *config) { c.exit = exit } }

// pebble returns the options for the store.
func (c config) pebble(logger *storeLogger) *pebble.Options {
	return &pebble.Options{
		FS:                          directoryFS{c.fs},
		CacheSize:                   cacheBytes,
		MemTableSize:                memTableBytes,
		MemTableStopWritesThreshold: memTables,
		FormatMajorVersion:          storeFormat,
		Logger:                      logger,
		EventListener:               logger.listener(),
	}
}
