package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"remoted/library/ffmpeg"
	"remoted/library/picture"
)

const (
	// coverWorkers is how many covers are made at once: a page of them comes in
	// quickly, and the machine goes on serving films.
	coverWorkers = 2

	// frameWorkers is how many frames are taken at once: that is work for a processor.
	frameWorkers = 1

	// coverTimeout bounds the making of one cover, without the waiting for a turn.
	coverTimeout = 30 * time.Second

	// retryCover is how long a source that gave no picture is left alone.
	retryCover = 10 * time.Minute

	// maxFailed bounds the notes of such sources; beyond it they are dropped, and
	// tried again.
	maxFailed = 4_096

	// framePlace is where in a film its picture is taken: behind titles and logos.
	framePlace = 0.1

	// frameGuess is that place in a film of unknown length.
	frameGuess = 10 * time.Second
)

// covers makes thumbnails, some at a time, each once, and keeps them.
type covers struct {
	// Static.
	log    *slog.Logger
	tools  *ffmpeg.Tools
	cache  *cache        // nil: nothing is kept
	turns  chan struct{} // taken while a cover is made
	frames chan struct{} // taken while a frame is taken

	flights singleflight.Group // by key

	mu     sync.Mutex
	failed map[string]time.Time // by key: when
}

func newCovers(tools *ffmpeg.Tools, kept *cache, log *slog.Logger) *covers {
	return &covers{
		log: log, tools: tools, cache: kept, failed: map[string]time.Time{},
		turns: make(chan struct{}, coverWorkers), frames: make(chan struct{}, frameWorkers),
	}
}

// openCovers makes the covers of a library with these options.
func openCovers(o Options, log *slog.Logger) (*covers, error) {
	if o.Cache == "" {
		return newCovers(o.Tools, nil, log), nil
	}
	kept, err := openCache(o.Cache, maxCacheBytes, log)
	if err != nil {
		return nil, err
	}
	return newCovers(o.Tools, kept, log), nil
}

// get returns the thumbnail with the key, made of the source unless it is kept.
func (c *covers) get(ctx context.Context, key string, s coverSource) ([]byte, error) {
	for {
		if b := c.cache.get(key); b != nil {
			return b, nil
		}
		if c.hasFailed(key) {
			return nil, errNoCover
		}
		made := c.flights.DoChan(key, func() (any, error) { return c.make(ctx, key, s) })
		select {
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		case r := <-made:
			if r.Err == nil {
				return r.Val.([]byte), nil
			}
			if ctx.Err() != nil || !errors.Is(r.Err, context.Canceled) {
				return nil, r.Err
			} // else who asked first has gone: this one asks anew
		}
	}
}

// make makes a thumbnail when it is its turn, and keeps it. Who asked may go as long
// as it waits.
func (c *covers) make(ctx context.Context, key string, s coverSource) ([]byte, error) {
	if err := take(ctx, c.turns); err != nil {
		return nil, err
	}
	defer func() { <-c.turns }()
	ctx, cancel := context.WithTimeout(ctx, coverTimeout)
	defer cancel()
	b, err := s.encoded(ctx)
	if err == nil {
		b, err = picture.Thumbnail(ctx, b)
	}
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			c.fail(key)
			c.log.Debug("cannot make a cover", "file", s.path, "kind", s.kind, "err", err)
		}
		return nil, err
	}
	c.cache.put(key, b)
	return b, nil
}

// take takes a turn; the context bounds the waiting. Who has it gives it back.
func take(ctx context.Context, turns chan struct{}) error {
	select {
	case turns <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// frame takes a frame of a film, whose duration may be unknown: 0.
func (c *covers) frame(ctx context.Context, f *os.File, of format, duration time.Duration) ([]byte, error) {
	if err := take(ctx, c.frames); err != nil {
		return nil, err
	}
	defer func() { <-c.frames }()
	at := frameGuess
	if duration > 0 {
		at = time.Duration(framePlace * float64(duration))
	}
	return c.tools.Frame(ctx, f, containers[of], at)
}

// containers are the formats by the names that ffmpeg has for them.
var containers = map[format]string{
	formatMP4: ffmpeg.MP4, formatEBML: ffmpeg.Matroska, formatMP3: ffmpeg.MP3,
	formatFLAC: ffmpeg.FLAC, formatOgg: ffmpeg.Ogg, formatWAV: ffmpeg.WAV,
}

func (c *covers) hasFailed(key string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.failed[key]
	if ok && time.Since(at) > retryCover {
		delete(c.failed, key)
		return false
	}
	return ok
}

func (c *covers) fail(key string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.failed) >= maxFailed {
		clear(c.failed)
	}
	c.failed[key] = time.Now()
}

// keyBytes of a hash make a key: two covers do not share one.
const keyBytes = 16

func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:keyBytes])
}
