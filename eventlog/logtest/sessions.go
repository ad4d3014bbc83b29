package logtest

import (
	"slices"

	"remoted/eventlog"
)

func testCreate(h *harness) {
	h.mustCreate(Session(1))
	got, err := h.log.Info(h.ctx, Session(1))
	if err != nil {
		h.Fatalf("Info: got %v, want nil", err)
	}
	h.wantInfo(got, Session(1), createdAt)
	h.wantRecords(Session(1), 0)
	if _, ok, err := h.log.Snapshot(h.ctx, Session(1)); ok || err != nil {
		h.Errorf("Snapshot of a new session: got %v, %v, want false, nil", ok, err)
	}
}

// wantInfo checks the info of a session made by mustCreate.
func (h *harness) wantInfo(got eventlog.Info, session string, touched int64) {
	h.Helper()
	if got.Session != session || string(got.Meta) != "meta of "+session || got.Touched != touched {
		h.Errorf("info: got %s %q %d, want %s %q %d",
			got.Session, got.Meta, got.Touched, session, "meta of "+session, touched)
	}
}

func testCreateTwice(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "1")
	err := h.log.Create(h.ctx, Session(1), []byte("other"), createdAt+1)
	h.wantErr("second Create", err, eventlog.ErrExists)
	got, _ := h.log.Info(h.ctx, Session(1))
	h.wantInfo(got, Session(1), createdAt)
	h.wantRecords(Session(1), 0, "1")
}

func testTouch(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "1")
	tests := []struct {
		name     string
		at, want int64
	}{
		{"later", createdAt + 10, createdAt + 10},
		{"earlier", createdAt + 5, createdAt + 10},
		{"same", createdAt + 10, createdAt + 10},
		{"before 1970", -1, createdAt + 10},
		{"later again", createdAt + 11, createdAt + 11},
	}
	for _, tt := range tests {
		h.wantErr("Touch "+tt.name, h.log.Touch(h.ctx, Session(1), tt.at), nil)
		got, err := h.log.Info(h.ctx, Session(1))
		h.wantErr("Info", err, nil)
		h.wantInfo(got, Session(1), tt.want)
	}
	h.mustPutSnapshot(Session(1), 1, "snap")
	got, _ := h.log.Info(h.ctx, Session(1))
	h.wantInfo(got, Session(1), createdAt+11)
	h.wantErr("Touch after a snapshot", h.log.Touch(h.ctx, Session(1), createdAt+12), nil)
	h.mustAppend(Session(1), 1, "2")
}

func testListPages(h *harness) {
	const sessions = 7
	for _, n := range []int{3, 1, 7, 5, 2, 6, 4} {
		h.mustCreate(Session(n))
		h.mustAppend(Session(n), 0, numbered(1, n)...)
	}
	for _, limit := range []int{1, 2, 3, sessions, sessions + 1} {
		var got []string
		for after := ""; ; {
			page, err := h.log.List(h.ctx, after, limit)
			if err != nil || len(page) > limit {
				h.Fatalf("List(%q, %d): got %d sessions, %v", after, limit, len(page), err)
			}
			if len(page) == 0 {
				break
			}
			for _, info := range page {
				h.wantInfo(info, info.Session, createdAt)
				got = append(got, info.Session)
			}
			after = got[len(got)-1]
		}
		if len(got) != sessions || !slices.IsSorted(got) {
			h.Errorf("List by %d: got %d sessions %v, want %d in order", limit, len(got), got, sessions)
		}
	}
	h.wantErr("Delete", h.log.Delete(h.ctx, Session(4)), nil)
	page, err := h.log.List(h.ctx, Session(4), 1)
	if err != nil || len(page) != 1 || page[0].Session != Session(5) {
		h.Errorf("List after a deleted session: got %v, %v, want session 5", page, err)
	}
}

func testListNothing(h *harness) {
	if got, err := h.log.List(h.ctx, "", 10); err != nil || len(got) != 0 {
		h.Errorf("List of an empty log: got %v, %v, want nothing", got, err)
	}
	h.mustCreate(Session(1))
	for _, limit := range []int{0, -1} {
		if got, err := h.log.List(h.ctx, "", limit); err != nil || len(got) != 0 {
			h.Errorf("List with limit %d: got %v, %v, want nothing", limit, got, err)
		}
	}
}

func testDelete(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "1", "2")
	h.mustPutSnapshot(Session(1), 1, "snap")
	h.wantErr("Delete", h.log.Delete(h.ctx, Session(1)), nil)
	for _, call := range callsOn(h, Session(1)) {
		h.wantErr(call.name+" after Delete", call.err(), eventlog.ErrNotFound)
	}
	if got, err := h.log.List(h.ctx, "", 10); err != nil || len(got) != 0 {
		h.Errorf("List after Delete: got %v, %v, want nothing", got, err)
	}
}

func testDeleteThenCreate(h *harness) {
	h.mustCreate(Session(1))
	h.mustAppend(Session(1), 0, "old 1", "old 2", "old 3")
	h.mustPutSnapshot(Session(1), 2, "old")
	h.wantErr("Delete", h.log.Delete(h.ctx, Session(1)), nil)
	h.mustCreate(Session(1))
	h.wantRecords(Session(1), 0)
	if _, ok, err := h.log.Snapshot(h.ctx, Session(1)); ok || err != nil {
		h.Errorf("Snapshot after Delete and Create: got %v, %v, want false, nil", ok, err)
	}
	h.mustAppend(Session(1), 0, "new")
	h.wantRecords(Session(1), 0, "new")
}

func testDeleteNeighbours(h *harness) {
	for n := 1; n <= 3; n++ {
		h.mustCreate(Session(n))
		h.mustAppend(Session(n), 0, "1", "2")
		h.mustPutSnapshot(Session(n), 1, "snap")
	}
	h.wantErr("Delete", h.log.Delete(h.ctx, Session(2)), nil)
	for _, n := range []int{1, 3} {
		h.wantRecords(Session(n), 1, "2")
		h.wantSnapshot(Session(n), 1, "snap")
	}
}
