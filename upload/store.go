package upload

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// Config is what a [Store] needs.
type Config struct {
	Dir      string // where files are kept; it is there
	MaxBytes int64  // of one file; above 0
	MaxTotal int64  // of all files, there or promised; 0: half of the disk's room for them
	Probe    Probe
	Logger   *slog.Logger

	Thumbnail Thumbnail // nil: none are made
	Frames    bool      // they can be made of videos, too

	now  func() time.Time                    // tests have their own time
	free func(dir string) (n int64, ok bool) // bytes of the disk
}

// Store keeps the files of all sessions. It is safe for concurrent use.
type Store struct {
	config  Config
	counts  counters
	flights singleflight.Group // thumbnails that are being made

	mu       sync.Mutex
	sessions map[string]map[string]*file // by session, by id
	held     held                        // by all of them
	closed   bool

	ctx  context.Context // ends with Close
	stop context.CancelFunc
	work sync.WaitGroup // writers, who draws, and the sweeper
}

// file is one file of a session. All but what never changes is guarded by the
// store's lock.
type file struct {
	session, id string // static
	from        string // static: the address that promised it; "" after a restart
	meta        meta   // static until it is finished

	offset  int64     // bytes that are there
	touched time.Time // when some came last or, once it is finished, an item was made of it
	busy    bool      // somebody writes
	gone    bool      // it was removed meanwhile
	undrawn time.Time // when no thumbnail could be made; zero: never
}

// finished reports whether all of a file is there, and was found to be good.
func (f *file) finished() bool { return f.meta.Type != "" }

// Open reads what is kept in a directory, and starts to look after it until
// [Store.Close].
func Open(c Config) (*Store, error) {
	if c.now == nil {
		c.now = time.Now
	}
	if c.free == nil {
		c.free = diskFree
	}
	if c.MaxTotal > 0 {
		c.MaxBytes = min(c.MaxBytes, c.MaxTotal)
	}
	s := &Store{config: c, sessions: make(map[string]map[string]*file), held: newHeld()}
	if err := s.scan(); err != nil {
		return nil, fmt.Errorf("open the uploads: %w", err)
	}
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.work.Go(s.keepHouse)
	return s, nil
}

// Close takes nothing more and waits for those who write. Their connections must
// end by themselves.
func (s *Store) Close() {
	s.mu.Lock()
	s.closed = true
	s.mu.Unlock()
	s.stop()
	s.work.Wait()
}

// MaxBytes is how large a file may be.
func (s *Store) MaxBytes() int64 { return s.config.MaxBytes }

// maxSession is how many bytes a session may hold.
func (s *Store) maxSession() int64 { return sessionShare * s.config.MaxBytes }

// find returns a file that is there. The lock is held.
func (s *Store) find(session, id string) (*file, error) {
	f := s.sessions[session][id]
	if f == nil || s.expired(f) {
		return nil, ErrNotFound
	}
	return f, nil
}

// enter lists a file. The lock is held.
func (s *Store) enter(f *file) {
	if s.sessions[f.session] == nil {
		s.sessions[f.session] = make(map[string]*file)
	}
	s.sessions[f.session][f.id] = f
	s.held.enter(f)
}

// missing is how many bytes of a file still have to come.
func (f *file) missing() int64 { return f.meta.Size - f.offset }

// leave takes a file off the list. The lock is held; who writes notices it.
func (s *Store) leave(f *file) {
	f.gone = true
	s.held.leave(f)
	delete(s.sessions[f.session], f.id)
	if len(s.sessions[f.session]) == 0 {
		delete(s.sessions, f.session)
	}
}

// Remove removes a file, finished or not. [ErrNotFound].
func (s *Store) Remove(session, id string) error {
	s.mu.Lock()
	f, err := s.find(session, id)
	if err == nil {
		s.leave(f)
	}
	s.mu.Unlock()
	if err != nil {
		return err
	}
	s.erase(f)
	return nil
}

// RemoveSession removes all files of a session that ended. Those who write to them
// are told [ErrNotFound].
func (s *Store) RemoveSession(session string) {
	s.mu.Lock()
	for _, f := range s.sessions[session] {
		s.leave(f)
	}
	s.mu.Unlock()
	if err := os.RemoveAll(filepath.Join(s.config.Dir, session)); err != nil {
		s.config.Logger.Error("remove the uploads of a session", "session", session, "err", err)
	}
}
