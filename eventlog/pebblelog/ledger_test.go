package pebblelog

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/pebble/v2/vfs"

	"remoted/eventlog"
	"remoted/eventlog/logtest"
)

// A ledger is what a test saw acknowledged: per session the last sequence and
// touch. It is what must be there after a crash.
type ledger struct {
	mu       sync.Mutex
	sessions map[string]acked
}

type acked struct {
	seq     uint64
	touched int64
}

// note takes down a step; numbers never go down.
func (l *ledger) note(session string, seq uint64, touched int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.sessions == nil {
		l.sessions = make(map[string]acked)
	}
	old := l.sessions[session]
	l.sessions[session] = acked{max(old.seq, seq), max(old.touched, touched)}
}

// copy returns what is acknowledged now.
func (l *ledger) copy() *ledger {
	l.mu.Lock()
	defer l.mu.Unlock()
	c := &ledger{}
	for session, a := range l.sessions {
		c.note(session, a.seq, a.touched)
	}
	return c
}

// check returns an error unless log holds all that was acknowledged, dense and
// as it was written, and how many records that were.
func (l *ledger) check(ctx context.Context, log *Log) (records uint64, err error) {
	for session, acked := range l.sessions {
		last, err := verify(ctx, log, session)
		if err != nil || last < acked.seq {
			return 0, fmt.Errorf("session %s: got %d records, %v, want at least %d", session, last, err, acked.seq)
		}
		info, err := log.Info(ctx, session)
		if err != nil || info.Touched < acked.touched {
			return 0, fmt.Errorf("session %s: got touched %d, %v, want at least %d", session, info.Touched, err, acked.touched)
		}
		records += acked.seq
	}
	if records == 0 {
		return 0, errors.New("nothing was acknowledged, so nothing was tested")
	}
	return records, nil
}

// checkLeft is check of what is left on a disk after a power cut.
func (l *ledger) checkLeft(ctx context.Context, left vfs.FS) error {
	log, err := Open("data", WithLogger(silent), withFS(left))
	if err != nil {
		return err
	}
	_, err = l.check(ctx, log)
	return errors.Join(err, log.Close())
}

// verify reads a session made by worker.run from its snapshot to its end and
// returns its last sequence.
func verify(ctx context.Context, log *Log, session string) (last uint64, err error) {
	snap, ok, err := log.Snapshot(ctx, session)
	if err != nil {
		return 0, err
	}
	if ok && string(snap.Data) != snapshotText(session, snap.Seq) {
		return 0, fmt.Errorf("snapshot at %d: got %q", snap.Seq, snap.Data)
	}
	records, err := log.Read(ctx, session, snap.Seq, 1<<30)
	if err != nil {
		return 0, err
	}
	last = snap.Seq
	for _, record := range records {
		last++
		if want := recordText(session, last); record.Seq != last || string(record.Data) != want {
			return 0, fmt.Errorf("record: got %d %q, want %d %q", record.Seq, record.Data, last, want)
		}
	}
	if last%groupSize != 0 {
		return 0, fmt.Errorf("last record is %d: got a part of a group of %d", last, groupSize)
	}
	return last, nil
}

const (
	groupSize     = 3  // records that worker.run appends at once
	snapshotEvery = 60 // sequences between its snapshots, a multiple of groupSize
)

func recordText(session string, seq uint64) string   { return fmt.Sprintf("%s event %d", session, seq) }
func snapshotText(session string, seq uint64) string { return fmt.Sprintf("%s up to %d", session, seq) }

// worker goes on writing to a session until the log fails.
type worker struct {
	log     *Log
	session string
	// acked is called after each acknowledged step.
	acked func(session string, seq uint64, touched int64)
}

// run appends groups, touches and now and then puts a snapshot. It returns the
// error that ended it.
func (w worker) run(ctx context.Context) error {
	err := w.log.Create(ctx, w.session, nil, 0)
	if err != nil && !errors.Is(err, eventlog.ErrExists) {
		return err
	}
	seq, err := verify(ctx, w.log, w.session)
	for err == nil {
		var group [][]byte
		for i := range uint64(groupSize) {
			group = append(group, []byte(recordText(w.session, seq+i+1)))
		}
		if err = w.log.Append(ctx, w.session, seq, group); err != nil {
			return err
		}
		seq += groupSize
		w.acked(w.session, seq, 0)
		if err = w.log.Touch(ctx, w.session, int64(seq)); err != nil {
			return err
		}
		w.acked(w.session, seq, int64(seq))
		if seq%snapshotEvery == 0 {
			snap := eventlog.Snapshot{Seq: seq, Data: []byte(snapshotText(w.session, seq))}
			err = w.log.PutSnapshot(ctx, w.session, snap)
		}
	}
	return err
}

// startWorkers runs n workers; wait returns the error of each.
func startWorkers(ctx context.Context, log *Log, n int, acked func(string, uint64, int64)) (wait func() []error) {
	errs := make([]error, n)
	var workers sync.WaitGroup
	for i := range n {
		workers.Go(func() {
			errs[i] = worker{log, logtest.Session(i), acked}.run(ctx)
		})
	}
	return func() []error {
		workers.Wait()
		return errs
	}
}
