package logtest

import (
	"math"

	"remoted/eventlog"
)

func testReadPages(h *harness) {
	const last = 10
	want := numbered(1, last)
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, want...)
	h.mustCreate(Session(2))
	h.mustAppend(Session(2), 0, "of the next session")
	for _, limit := range []int{1, 3, last, last + 1, math.MaxInt} {
		var got []eventlog.Record
		for after := uint64(0); ; {
			page, err := h.log.Read(h.ctx, Session(1), after, limit)
			if err != nil || len(page) > limit {
				h.Fatalf("Read(%d, %d): got %d records, %v", after, limit, len(page), err)
			}
			if len(page) == 0 {
				break
			}
			got = append(got, page...)
			after = got[len(got)-1].Seq
		}
		h.compareRecords(got, 0, want)
	}
	for _, limit := range []int{0, -1} {
		if got, err := h.log.Read(h.ctx, Session(1), 0, limit); err != nil || len(got) != 0 {
			h.Errorf("Read with limit %d: got %v, %v, want nothing", limit, got, err)
		}
	}
}

func testReadPastEnd(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "1", "2")
	for _, after := range []uint64{2, 3, math.MaxUint64} {
		h.wantRecords(Session(1), after)
	}
}
