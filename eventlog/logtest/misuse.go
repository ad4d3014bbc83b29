package logtest

import (
	"context"
	"strings"

	"remoted/eventlog"
)

// call is one call on a log, for the tests that every method has to pass.
type call struct {
	name string
	err  func() error
}

// callsOn returns every call on an existing session, with valid arguments. The
// session has no records, or more than none.
func callsOn(h *harness, session string) []call {
	return []call{
		{"Info", func() error { _, err := h.log.Info(h.ctx, session); return err }},
		{"Append", func() error { return h.log.Append(h.ctx, session, 0, raw("1")) }},
		{"empty Append", func() error { return h.log.Append(h.ctx, session, 0, nil) }},
		{"Read", func() error { _, err := h.log.Read(h.ctx, session, 0, 1); return err }},
		{"Read of nothing", func() error { _, err := h.log.Read(h.ctx, session, 0, 0); return err }},
		{"Snapshot", func() error { _, _, err := h.log.Snapshot(h.ctx, session); return err }},
		{"PutSnapshot", func() error { return h.log.PutSnapshot(h.ctx, session, eventlog.Snapshot{}) }},
		{"Touch", func() error { return h.log.Touch(h.ctx, session, createdAt+1) }},
		{"Delete", func() error { return h.log.Delete(h.ctx, session) }},
	}
}

// callsFor returns every call that names a session, Create and List included.
func callsFor(h *harness, session string) []call {
	return append(callsOn(h, session),
		call{"Create", func() error { return h.log.Create(h.ctx, session, nil, createdAt) }},
		call{"List", func() error { _, err := h.log.List(h.ctx, session, 1); return err }})
}

func testUnknownSession(h *harness) {
	h.mustCreate(Session(1))
	h.mustCreate(Session(3))
	for _, call := range callsOn(h, Session(2)) {
		h.wantErr(call.name, call.err(), eventlog.ErrNotFound)
	}
	if got, err := h.log.List(h.ctx, "", 10); err != nil || len(got) != 2 {
		h.Errorf("List: got %v, %v, want the two sessions that were made", got, err)
	}
}

func testInvalidSession(h *harness) {
	h.mustCreate(Session(10))
	for _, session := range []string{"1", Session(1) + "0", strings.ToUpper(Session(10)), "../" + Session(1)[3:]} {
		for _, call := range callsFor(h, session) {
			h.wantErr(call.name+" "+session, call.err(), eventlog.ErrInvalidSession)
		}
	}
	h.wantErr("Info without a session", func() error { _, err := h.log.Info(h.ctx, ""); return err }(), eventlog.ErrInvalidSession)
}

func testTooLarge(h *harness) {
	h.mustCreate(Session(1))
	tests := []call{
		{"record", func() error {
			return h.log.Append(h.ctx, Session(1), 0, [][]byte{make([]byte, eventlog.MaxRecordBytes+1)})
		}},
		{"records of a group", func() error {
			return h.log.Append(h.ctx, Session(1), 0, make([][]byte, eventlog.MaxGroupRecords+1))
		}},
		{"bytes of a group", func() error {
			return h.log.Append(h.ctx, Session(1), 0, append(largestGroup(), []byte("one more")))
		}},
		{"snapshot", func() error {
			return h.log.PutSnapshot(h.ctx, Session(1), eventlog.Snapshot{Data: make([]byte, eventlog.MaxSnapshotBytes+1)})
		}},
		{"meta", func() error {
			return h.log.Create(h.ctx, Session(2), make([]byte, eventlog.MaxMetaBytes+1), createdAt)
		}},
	}
	for _, tt := range tests {
		h.wantErr(tt.name, tt.err(), eventlog.ErrTooLarge)
	}
	h.wantRecords(Session(1), 0)
	_, err := h.log.Info(h.ctx, Session(2))
	h.wantErr("Info of a session that was refused", err, eventlog.ErrNotFound)
}

// largestGroup returns a group of just the size that is allowed.
func largestGroup() [][]byte {
	var group [][]byte
	for range eventlog.MaxGroupBytes / eventlog.MaxRecordBytes {
		group = append(group, make([]byte, eventlog.MaxRecordBytes))
	}
	return group
}

func testLargestGroup(h *harness) {
	h.mustCreate(Session(1))
	h.wantErr("Append of the largest group", h.log.Append(h.ctx, Session(1), 0, largestGroup()), nil)
	got, err := h.log.Read(h.ctx, Session(1), 0, 10)
	if want := len(largestGroup()); err != nil || len(got) != want || len(got[want-1].Data) != eventlog.MaxRecordBytes {
		h.Fatalf("Read of the largest group: got %d records, %v, want %d", len(got), err, want)
	}
	h.mustAppend(Session(1), uint64(len(got)), "after it")
	h.wantRecords(Session(1), uint64(len(got)), "after it")
}

// A context that has ended means that nothing was done.
func testEndedContext(h *harness) {
	h.mustCreate(Session(1))
	ended, cancel := context.WithCancel(h.ctx)
	cancel()
	asEnded := &harness{T: h.T, log: h.log, ctx: ended}
	for _, call := range callsFor(asEnded, Session(1)) {
		h.wantErr(call.name, call.err(), context.Canceled)
	}
	h.wantRecords(Session(1), 0)
	got, err := h.log.Info(h.ctx, Session(1))
	h.wantErr("Info", err, nil)
	h.wantInfo(got, Session(1), createdAt)
}

func testClosed(h *harness) {
	h.mustCreate(Session(1))
	h.wantErr("Close", h.log.Close(), nil)
	for _, call := range callsFor(h, Session(1)) {
		h.wantErr(call.name, call.err(), eventlog.ErrClosed)
	}
	h.wantErr("second Close", h.log.Close(), eventlog.ErrClosed)
}

// What is passed may be changed afterwards, what is returned too.
func testCopies(h *harness) {
	meta, group := []byte("meta of "+Session(1)), raw("1", "2")
	snap := eventlog.Snapshot{Seq: 1, Data: []byte("snap")}
	h.wantErr("Create", h.log.Create(h.ctx, Session(1), meta, createdAt), nil)
	h.wantErr("Append", h.log.Append(h.ctx, Session(1), 0, group), nil)
	h.wantErr("PutSnapshot", h.log.PutSnapshot(h.ctx, Session(1), snap), nil)
	scribble(meta, group[0], group[1], snap.Data)
	for range 2 { // the second time after what was returned is changed
		info, err := h.log.Info(h.ctx, Session(1))
		h.wantErr("Info", err, nil)
		h.wantInfo(info, Session(1), createdAt)
		list, err := h.log.List(h.ctx, "", 1)
		if err != nil || len(list) != 1 {
			h.Fatalf("List: got %v, %v, want one session", list, err)
		}
		h.wantInfo(list[0], Session(1), createdAt)
		records, err := h.log.Read(h.ctx, Session(1), 1, 10)
		h.wantErr("Read", err, nil)
		h.compareRecords(records, 1, []string{"2"})
		stored, _, err := h.log.Snapshot(h.ctx, Session(1))
		h.wantErr("Snapshot", err, nil)
		if string(stored.Data) != "snap" {
			h.Errorf("Snapshot: got %q, want %q", stored.Data, "snap")
		}
		scribble(info.Meta, list[0].Meta, records[0].Data, stored.Data)
	}
}

// scribble overwrites slices in place.
func scribble(slices ...[]byte) {
	for _, slice := range slices {
		for i := range slice {
			slice[i] = '#'
		}
	}
}
