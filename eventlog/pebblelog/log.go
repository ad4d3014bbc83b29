package pebblelog

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/google/uuid"

	"remoted/eventlog"
)

// Log is an eventlog.Log in a directory. Make one with Open.
type Log struct {
	// Static.
	db        *pebble.DB
	store     *storeLogger
	onFailure func(error)

	// open is held for reading during every call, so that Close can wait.
	open   sync.RWMutex
	closed bool // guarded by open

	failure failure
	stripes stripes
}

var _ eventlog.Log = (*Log)(nil)

// Open opens the log in dir, making the directory if it is missing.
//
// The error is an eventlog.ErrInUse when another process, or this one, has the
// directory open. Its text is one line for a person.
func Open(dir string, opts ...Option) (*Log, error) {
	c := newConfig(opts)
	if c.fs == vfs.Default {
		var err error
		if dir, err = canonicalDir(dir); err != nil {
			return nil, fmt.Errorf("open event log: %w", err)
		}
	}
	store := &storeLogger{logger: c.logger, exit: c.exit}
	db, err := pebble.Open(dir, c.pebble(store))
	if errors.Is(err, eventlog.ErrInUse) {
		return nil, fmt.Errorf("%w: %s is open already, probably in another running copy of this program", eventlog.ErrInUse, dir)
	}
	if err != nil {
		return nil, fmt.Errorf("open event log in %s: %w", dir, err)
	}
	if err := checkFormat(db); err != nil {
		return nil, errors.Join(fmt.Errorf("open event log in %s: %w", dir, err), db.Close())
	}
	store.serving.Store(true)
	return &Log{db: db, store: store, onFailure: c.onFailure}, nil
}

// Close implements eventlog.Log. It lets other processes open the directory.
func (l *Log) Close() error {
	l.open.Lock()
	defer l.open.Unlock()
	if l.closed {
		return eventlog.ErrClosed
	}
	l.closed = true
	if err := l.db.Close(); err != nil {
		return fmt.Errorf("close event log: %w", err)
	}
	return nil
}

// start lets a call begin. It returns what ends it, to be deferred.
func (l *Log) start(ctx context.Context) (end func(), err error) {
	l.open.RLock()
	switch {
	case l.closed:
		err = eventlog.ErrClosed
	case l.failure.err() != nil:
		err = l.failure.err()
	default:
		err = ctx.Err()
	}
	if err != nil {
		l.open.RUnlock()
		return nil, err
	}
	return l.open.RUnlock, nil
}

// startSession is start for a call on one session.
func (l *Log) startSession(ctx context.Context, session string) (id uuid.UUID, end func(), err error) {
	end, err = l.start(ctx)
	if err != nil {
		return uuid.UUID{}, nil, err
	}
	id, err = eventlog.ParseSession(session)
	if err != nil {
		end()
		return uuid.UUID{}, nil, err
	}
	return id, end, nil
}
