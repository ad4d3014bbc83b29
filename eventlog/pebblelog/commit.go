package pebblelog

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
	"github.com/google/uuid"
)

// failure is the error that ended the log, if any: it is set once and stays.
type failure struct{ first atomic.Pointer[error] }

func (f *failure) err() error {
	if err := f.first.Load(); err != nil {
		return *err
	}
	return nil
}

// set notes err and tells whether it is the first.
func (f *failure) set(err error) bool { return f.first.CompareAndSwap(nil, &err) }

// fill puts a session's changes into a batch, or refuses. It runs with the
// session's stripe locked; what it notes there holds once it returns nil.
type fill func(st *stripe, id uuid.UUID, batch *pebble.Batch) error

// write makes one atomic, durable change to a session. A fill that leaves the
// batch empty changes nothing.
func (l *Log) write(ctx context.Context, session string, fill fill) error {
	id, end, err := l.startSession(ctx, session)
	if err != nil {
		return err
	}
	defer end()
	batch := l.db.NewBatch()
	if err := l.queue(id, batch, fill); err != nil {
		return errors.Join(err, batch.Close())
	}
	return l.wait(batch)
}

// queue fills the batch and puts it into the write-ahead log, in order with all
// others, and makes it visible. It is durable only when wait has returned nil.
func (l *Log) queue(id uuid.UUID, batch *pebble.Batch, fill fill) error {
	st := l.stripes.lock(id)
	defer st.Unlock()
	if err := fill(st, id, batch); err != nil {
		return err
	}
	if batch.Empty() {
		return nil
	}
	if err := l.apply(batch); err != nil {
		return l.fail(err) // the stripe may remember what was not queued
	}
	return nil
}

// apply hands the batch to Pebble without waiting for the disk. Apply, the usual
// way, would hold the stripe until the disk is done, and calls Fatalf for a
// failed sync; ApplyNoSyncWait and SyncWait return the error.
func (l *Log) apply(batch *pebble.Batch) error {
	defer func() {
		if r := recover(); r != nil {
			// Pebble's locks are held for good. A disk that failed a moment ago,
			// before the failure was noted, does that too.
			l.store.die(r)
		}
	}()
	if err := l.failure.err(); err != nil {
		return err
	}
	return l.db.ApplyNoSyncWait(batch, pebble.Sync)
}

// wait waits for the disk to have a queued batch and closes it. An error ends
// the log: what a disk says after it failed once is not to be trusted.
func (l *Log) wait(batch *pebble.Batch) error {
	if err := batch.SyncWait(); err != nil {
		return l.fail(err)
	}
	return batch.Close()
}

// fail ends the log and returns the error that ended it.
func (l *Log) fail(err error) error {
	if l.failure.set(fmt.Errorf("event log failed, nothing is stored any more: %w", err)) {
		l.store.logger.Error("event log failed, refusing everything until it is opened anew", "err", err.Error())
		go l.onFailure(l.failure.err())
	}
	return l.failure.err()
}
