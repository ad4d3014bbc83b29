package session

import (
	"context"
	"errors"
	"sync"

	"remoted/eventlog"
)

var errDisk = errors.New("the disk failed")

// faultyLog is a log that fails as it is told, and counts what is asked of it.
type faultyLog struct {
	mu sync.Mutex
	eventlog.Log

	append  appendFunc // in place of Append
	read    error      // what Read returns
	snap    error      // what Snapshot returns
	put     error      // what PutSnapshot returns
	puts    int
	touches []int64 // Unix ms
}

// appendFunc is an Append that may use the log or not.
type appendFunc func(log eventlog.Log, ctx context.Context, session string, expect uint64, group [][]byte) error

// swap puts another log in the place of the one that it returns.
func (l *faultyLog) swap(to eventlog.Log) (from eventlog.Log) {
	l.mu.Lock()
	defer l.mu.Unlock()
	from, l.Log = l.Log, to
	return from
}

func (l *faultyLog) Append(ctx context.Context, session string, expect uint64, group [][]byte) error {
	l.mu.Lock()
	do, log := l.append, l.Log
	l.mu.Unlock()
	if do != nil {
		return do(log, ctx, session, expect, group)
	}
	return log.Append(ctx, session, expect, group)
}

func (l *faultyLog) Read(ctx context.Context, session string, after uint64, limit int) ([]eventlog.Record, error) {
	l.mu.Lock()
	err, log := l.read, l.Log
	l.mu.Unlock()
	if err != nil {
		return nil, err
	}
	return log.Read(ctx, session, after, limit)
}

func (l *faultyLog) Snapshot(ctx context.Context, session string) (eventlog.Snapshot, bool, error) {
	l.mu.Lock()
	err, log := l.snap, l.Log
	l.mu.Unlock()
	if err != nil {
		return eventlog.Snapshot{}, false, err
	}
	return log.Snapshot(ctx, session)
}

func (l *faultyLog) PutSnapshot(ctx context.Context, session string, snap eventlog.Snapshot) error {
	l.mu.Lock()
	l.puts++
	err, log := l.put, l.Log
	l.mu.Unlock()
	if err != nil {
		return err
	}
	return log.PutSnapshot(ctx, session, snap)
}

func (l *faultyLog) Touch(ctx context.Context, session string, at int64) error {
	l.mu.Lock()
	l.touches = append(l.touches, at)
	log := l.Log
	l.mu.Unlock()
	return log.Touch(ctx, session, at)
}

// set changes how the log fails from now on.
func (l *faultyLog) set(change func(*faultyLog)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	change(l)
}

func (l *faultyLog) touched() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.touches)
}

// The ways in which an append fails.

func failsUnstored(eventlog.Log, context.Context, string, uint64, [][]byte) error { return errDisk }

func failsStored(log eventlog.Log, ctx context.Context, session string, expect uint64, group [][]byte) error {
	return errors.Join(log.Append(ctx, session, expect, group), errDisk)
}
