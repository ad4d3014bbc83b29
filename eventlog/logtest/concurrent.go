package logtest

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"remoted/eventlog"
)

// Every session has its own writer; none of them disturbs another.
func testManySessions(h *harness) {
	const sessions, groups = 64, 8
	for n := range sessions {
		h.mustCreate(Session(n))
	}
	var writers sync.WaitGroup
	for n := range sessions {
		writers.Go(func() {
			for g := range groups {
				group := raw(fmt.Sprint(n, "first", g), fmt.Sprint(n, "second", g))
				h.wantErr("Append", h.log.Append(h.ctx, Session(n), uint64(2*g), group), nil)
			}
		})
	}
	writers.Wait()
	for n := range sessions {
		var want []string
		for g := range groups {
			want = append(want, fmt.Sprint(n, "first", g), fmt.Sprint(n, "second", g))
		}
		h.wantRecords(Session(n), 0, want...)
	}
}

// Two writers expect the same sequence again and again: one of them wins, the
// other gets a conflict, and the log holds what the winners wrote.
func testRace(h *harness) {
	const rounds = 100
	h.mustCreate(Session(1))
	var want []string
	for round := range uint64(rounds) {
		var errs [2]error
		var writers sync.WaitGroup
		for w := range errs {
			writers.Go(func() {
				errs[w] = h.log.Append(h.ctx, Session(1), round, raw(fmt.Sprint(round, " by ", w)))
			})
		}
		writers.Wait()
		winner := 0
		if errs[0] != nil {
			winner = 1
		}
		h.wantErr("winner's Append", errs[winner], nil)
		h.wantErr("loser's Append", errs[1-winner], eventlog.ErrConflict)
		want = append(want, fmt.Sprint(round, " by ", winner))
	}
	h.wantRecords(Session(1), 0, want...)
}

// Readers see a dense log at every moment while a writer appends and compacts.
func testReadersBesideWriter(h *harness) {
	const last, snapshotEvery = 300, 16
	h.mustCreate(Session(1))
	var done atomic.Bool
	var readers sync.WaitGroup
	for range 3 {
		readers.Go(func() {
			for after := uint64(0); !done.Load(); {
				after = h.follow(after)
			}
		})
	}
	for seq := range uint64(last) {
		if err := h.log.Append(h.ctx, Session(1), seq, raw(fmt.Sprint(seq+1))); err != nil {
			h.Errorf("Append at %d: got %v, want nil", seq, err)
			break
		}
		if (seq+1)%snapshotEvery == 0 {
			snap := eventlog.Snapshot{Seq: seq + 1, Data: []byte(fmt.Sprint("up to ", seq+1))}
			h.wantErr("PutSnapshot", h.log.PutSnapshot(h.ctx, Session(1), snap), nil)
		}
	}
	done.Store(true)
	readers.Wait()
}

// follow reads on from after, over the snapshot if need be, and returns where
// it is then.
func (h *harness) follow(after uint64) uint64 {
	records, err := h.log.Read(h.ctx, Session(1), after, 10)
	if errors.Is(err, eventlog.ErrCompacted) {
		snap, ok, err := h.log.Snapshot(h.ctx, Session(1))
		if err != nil || !ok || snap.Seq <= after || string(snap.Data) != fmt.Sprint("up to ", snap.Seq) {
			h.Errorf("Snapshot after ErrCompacted at %d: got %d %q, %v, %v", after, snap.Seq, snap.Data, ok, err)
		}
		return snap.Seq
	}
	h.wantErr("Read", err, nil)
	for _, record := range records {
		after++
		if record.Seq != after || string(record.Data) != fmt.Sprint(after) {
			h.Errorf("record beside a writer: got %d %q, want %d", record.Seq, record.Data, after)
		}
	}
	return after
}

// Close beside writers: what was acknowledged was so before, and nobody gets
// another error than ErrClosed.
func testCloseWaits(h *harness) {
	const writers = 8
	for n := range writers {
		h.mustCreate(Session(n))
	}
	var all, begun sync.WaitGroup
	begun.Add(writers)
	for n := range writers {
		all.Go(func() {
			var err error
			for seq := uint64(0); err == nil; seq++ {
				err = h.log.Append(h.ctx, Session(n), seq, raw("x"))
				if seq == 0 {
					begun.Done()
				}
			}
			h.wantErr("Append beside Close", err, eventlog.ErrClosed)
		})
	}
	begun.Wait()
	h.wantErr("Close beside writers", h.log.Close(), nil)
	all.Wait()
}
