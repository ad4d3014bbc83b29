// Package logtest is the contract that every eventlog.Log passes. A package with
// a Log calls Run in a test; what is particular to it, such as surviving a
// crash, it tests itself.
package logtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"remoted/eventlog"
)

// Run tests the logs that open makes. Each is empty, opened anew for one test
// and closed by Run.
func Run(t *testing.T, open func(t *testing.T) eventlog.Log) {
	tests := []struct {
		name string
		run  func(h *harness)
	}{
		{"create", testCreate},
		{"create twice", testCreateTwice},
		{"touch is monotonic", testTouch},
		{"list in pages", testListPages},
		{"list nothing", testListNothing},
		{"delete", testDelete},
		{"delete, then create anew", testDeleteThenCreate},
		{"delete leaves the neighbours", testDeleteNeighbours},
		{"sequences are dense", testDense},
		{"conflict", testConflict},
		{"group is atomic", testGroupAtomic},
		{"empty group", testEmptyGroup},
		{"empty record", testEmptyRecord},
		{"read in pages", testReadPages},
		{"read past the end", testReadPastEnd},
		{"snapshot replaces records", testSnapshotReplaces},
		{"append after a snapshot of everything", testSnapshotOfEverything},
		{"snapshot is monotonic", testSnapshotMonotonic},
		{"snapshot beyond the end", testSnapshotBeyondEnd},
		{"snapshot of nothing", testSnapshotOfNothing},
		{"copies in and out", testCopies},
		{"unknown session", testUnknownSession},
		{"invalid session", testInvalidSession},
		{"too large", testTooLarge},
		{"largest group", testLargestGroup},
		{"ended context", testEndedContext},
		{"closed", testClosed},
		{"close waits", testCloseWaits},
		{"appenders on many sessions", testManySessions},
		{"two appenders on one session", testRace},
		{"readers beside a writer", testReadersBesideWriter},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			log := open(t)
			t.Cleanup(func() {
				if err := log.Close(); err != nil && !errors.Is(err, eventlog.ErrClosed) {
					t.Errorf("Close: got %v, want nil", err)
				}
			})
			tt.run(&harness{T: t, log: log, ctx: t.Context()})
		})
	}
}

// harness is a test with its log. Methods named must… end the test at an error;
// they are for the test's own goroutine.
type harness struct {
	*testing.T
	log eventlog.Log
	ctx context.Context
}

// Session returns the id of the n-th session: ordered by n, and with different
// last bytes, as those of random UUIDs are.
func Session(n int) string {
	return fmt.Sprintf("%08x-0000-4000-8000-0000%08x", n, n)
}

// createdAt is when the tests' sessions were made, Unix ms.
const createdAt = 1_700_000_000_000

func (h *harness) mustCreate(session string) {
	h.Helper()
	if err := h.log.Create(h.ctx, session, []byte("meta of "+session), createdAt); err != nil {
		h.Fatalf("Create(%s): got %v, want nil", session, err)
	}
}

func (h *harness) mustAppend(session string, expect uint64, group ...string) {
	h.Helper()
	if err := h.log.Append(h.ctx, session, expect, raw(group...)); err != nil {
		h.Fatalf("Append(%s, %d, %d records): got %v, want nil", session, expect, len(group), err)
	}
}

func (h *harness) mustPutSnapshot(session string, seq uint64, data string) {
	h.Helper()
	if err := h.log.PutSnapshot(h.ctx, session, eventlog.Snapshot{Seq: seq, Data: []byte(data)}); err != nil {
		h.Fatalf("PutSnapshot(%s, %d): got %v, want nil", session, seq, err)
	}
}

// wantErr checks the error of a call.
func (h *harness) wantErr(call string, got, want error) {
	h.Helper()
	if !errors.Is(got, want) {
		h.Errorf("%s: got error %v, want %v", call, got, want)
	}
}

// wantRecords checks that the records beyond after are want, the first of which
// has the sequence after+1.
func (h *harness) wantRecords(session string, after uint64, want ...string) {
	h.Helper()
	got, err := h.log.Read(h.ctx, session, after, len(want)+1)
	if err != nil {
		h.Errorf("Read(%s, %d): got %v, want nil", session, after, err)
		return
	}
	h.compareRecords(got, after, want)
}

func (h *harness) compareRecords(got []eventlog.Record, after uint64, want []string) {
	h.Helper()
	if len(got) != len(want) {
		h.Errorf("records after %d: got %d, want %d", after, len(got), len(want))
		return
	}
	for i, record := range got {
		if seq := after + uint64(i) + 1; record.Seq != seq || string(record.Data) != want[i] {
			h.Errorf("record: got %d %q, want %d %q", record.Seq, record.Data, seq, want[i])
		}
	}
}

// wantSnapshot checks the stored snapshot.
func (h *harness) wantSnapshot(session string, seq uint64, data string) {
	h.Helper()
	got, ok, err := h.log.Snapshot(h.ctx, session)
	if err != nil || !ok || got.Seq != seq || !bytes.Equal(got.Data, []byte(data)) {
		h.Errorf("Snapshot(%s): got %d %q, %v, %v, want %d %q, true, nil",
			session, got.Seq, got.Data, ok, err, seq, data)
	}
}

// raw makes a group of texts.
func raw(texts ...string) [][]byte {
	group := make([][]byte, len(texts))
	for i, text := range texts {
		group[i] = []byte(text)
	}
	return group
}

// numbered returns the texts "first", "first+1", … "last".
func numbered(first, last int) []string {
	var texts []string
	for n := first; n <= last; n++ {
		texts = append(texts, fmt.Sprint(n))
	}
	return texts
}
