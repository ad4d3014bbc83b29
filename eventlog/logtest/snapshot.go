package logtest

import (
	"errors"

	"remoted/eventlog"
)

func testSnapshotReplaces(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, numbered(1, 10)...)
	h.mustPutSnapshot(Session(1), 6, "up to 6")
	h.wantSnapshot(Session(1), 6, "up to 6")
	h.wantRecords(Session(1), 6, numbered(7, 10)...)
	h.wantRecords(Session(1), 8, "9", "10")
	for after := range uint64(6) {
		h.wantCompactedOrAll(after, 10)
	}
	h.mustAppend(Session(1), 10, "11")
	h.wantRecords(Session(1), 10, "11")
}

// wantCompactedOrAll allows a log to keep what a snapshot replaces, but not to
// answer with a gap.
func (h *harness) wantCompactedOrAll(after uint64, last int) {
	h.Helper()
	got, err := h.log.Read(h.ctx, Session(1), after, last)
	if errors.Is(err, eventlog.ErrCompacted) && len(got) == 0 {
		return
	}
	h.wantErr("Read before the snapshot", err, nil)
	h.compareRecords(got, after, numbered(int(after)+1, last))
}

func testSnapshotOfEverything(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, numbered(1, 3)...)
	h.mustPutSnapshot(Session(1), 3, "all")
	h.wantRecords(Session(1), 3)
	h.wantErr("Append at 0", h.log.Append(h.ctx, Session(1), 0, raw("1")), eventlog.ErrConflict)
	h.mustAppend(Session(1), 3, "4")
	h.wantRecords(Session(1), 3, "4")
	h.wantSnapshot(Session(1), 3, "all")
}

func testSnapshotMonotonic(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, numbered(1, 5)...)
	h.mustPutSnapshot(Session(1), 3, "up to 3")
	h.mustPutSnapshot(Session(1), 2, "older")
	h.wantSnapshot(Session(1), 3, "up to 3")
	h.wantRecords(Session(1), 3, "4", "5")
	h.mustPutSnapshot(Session(1), 3, "up to 3, written anew")
	h.wantSnapshot(Session(1), 3, "up to 3, written anew")
	h.mustPutSnapshot(Session(1), 4, "up to 4")
	h.wantSnapshot(Session(1), 4, "up to 4")
	h.wantRecords(Session(1), 4, "5")
}

func testSnapshotBeyondEnd(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "1")
	err := h.log.PutSnapshot(h.ctx, Session(1), eventlog.Snapshot{Seq: 2})
	h.wantErr("PutSnapshot", err, eventlog.ErrBeyondEnd)
	h.wantRecords(Session(1), 0, "1")
	h.mustAppend(Session(1), 1, "2")
}

func testSnapshotOfNothing(h *harness) {
	h.mustCreate(Session(1))
	h.mustPutSnapshot(Session(1), 0, "")
	h.wantSnapshot(Session(1), 0, "")
	h.mustAppend(Session(1), 0, "1")
	h.wantRecords(Session(1), 0, "1")
}
