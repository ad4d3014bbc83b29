package logtest

import (
	"errors"
	"math"

	"remoted/eventlog"
)

func testDense(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "1")
	h.mustAppend(Session(1), 1, "2", "3", "4")
	h.mustAppend(Session(1), 4, "5")
	h.wantRecords(Session(1), 0, numbered(1, 5)...)
}

func testConflict(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "1", "2")
	for _, expect := range []uint64{0, 1, 3, math.MaxUint64} {
		err := h.log.Append(h.ctx, Session(1), expect, raw("wrong"))
		h.wantErr("Append to another sequence", err, eventlog.ErrConflict)
		conflict, ok := errors.AsType[*eventlog.ConflictError](err)
		if !ok || conflict.Expected != expect || conflict.Actual != 2 {
			h.Errorf("Append at %d: got %#v, want a conflict between %d and 2", expect, err, expect)
		}
	}
	h.wantRecords(Session(1), 0, "1", "2")
	h.mustAppend(Session(1), 2, "3")
}

// A group with a record that is refused stores none of the others.
func testGroupAtomic(h *harness) {
	h.mustCreate(Session(1))
	group := append(raw("1", "2"), make([]byte, eventlog.MaxRecordBytes+1))
	h.wantErr("Append", h.log.Append(h.ctx, Session(1), 0, group), eventlog.ErrTooLarge)
	h.wantRecords(Session(1), 0)
	h.mustAppend(Session(1), 0, "1")
}

func testEmptyGroup(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0)
	h.mustAppend(Session(1), 0, "1")
	h.wantErr("empty Append", h.log.Append(h.ctx, Session(1), 0, nil), eventlog.ErrConflict)
	h.mustAppend(Session(1), 1)
	h.wantRecords(Session(1), 0, "1")
}

func testEmptyRecord(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "", "2")
	h.wantRecords(Session(1), 0, "", "2")
}
