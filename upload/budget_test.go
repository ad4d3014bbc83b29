package upload

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// from promises a file from an address.
func (s *store) from(address, session string, size int64) (Info, error) {
	return s.Store.Create(Promise{Session: session, Name: "a.png", Size: size, From: address})
}

// All sessions together hold what they may, and no more; whoever has something there
// that nothing refers to makes room in its own session only.
func TestTotal(t *testing.T) {
	s, c := timed(t, func(c *Config) { c.MaxTotal = 2 * maxBytes })
	kept := s.pieces(c, 1)
	if _, err := s.from("", otherSession, maxBytes); err != nil {
		t.Fatalf("within what all may have: %v", err)
	}
	_, err := s.from("", otherSession, 1)
	wantError(t, "a byte more", err, ErrLimit)
	if err == nil || !strings.Contains(err.Error(), "2.1 MB in all") {
		t.Errorf("got %q, want how much they may have", err)
	}
	if _, err := s.Store.Create(Promise{Session: otherSession, Size: 1, Used: using()}); !errors.Is(err, ErrLimit) {
		t.Errorf("in the place of another session's file: got %v, want it refused", err)
	}
	if _, err := s.Store.Create(Promise{Session: aSession, Size: 1, Used: using()}); err != nil {
		t.Errorf("in the place of one of its own: %v", err)
	}
	if got := s.there(kept); got != "" {
		t.Errorf("file %s is there, want it gone", got)
	}
	if got := newStore(t, func(c *Config) { c.MaxTotal = 1000 }).MaxBytes(); got != 1000 {
		t.Errorf("got files of up to %d bytes, want no more than all may have", got)
	}
}

// Where nobody says how much all may have, they leave as much of the disk as they take.
func TestTotalOfTheDisk(t *testing.T) {
	free := int64(2*keepFree + 1000)
	s := newStore(t, func(c *Config) { c.free = func(string) (int64, bool) { return free, true } })
	s.begun("a.png", 100)
	free--
	if got := s.maxTotal(s.disk()); got != keepFree+500 {
		t.Errorf("got %d bytes, want half of the disk without them", got)
	}
	if got := s.maxTotal(disk{}); got != unknownTotal {
		t.Errorf("of an unknown disk: got %d", got)
	}
}

func TestNumberOfAll(t *testing.T) {
	s := newStore(t)
	s.held.files = maxAllFiles
	_, err := s.from("", aSession, 1)
	wantError(t, "one too many", err, ErrLimit)
}

// An address has so much on its way and no more, in however many sessions. What has
// arrived is not on its way.
func TestOwed(t *testing.T) {
	s := newStore(t, func(c *Config) { c.MaxTotal = 8 * maxBytes })
	session := func(i int) string { return fmt.Sprintf("0190c1a2-7f3e-4c4d-8a55-%012d", i) }
	first, err := s.from("10.0.0.1", session(0), maxBytes)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.from("10.0.0.1", session(1), maxBytes); err != nil {
		t.Fatal(err)
	}
	_, err = s.from("10.0.0.1", session(2), 1)
	wantError(t, "a byte more", err, ErrLimit)
	if _, err := s.from("10.0.0.2", session(2), 1); err != nil {
		t.Errorf("another address: %v", err)
	}
	content := append(pngOf(t, 4, 4), make([]byte, 1000)...)
	if _, err := s.Append(session(0), first.ID, 0, bytes.NewReader(content)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.from("10.0.0.1", session(2), int64(len(content))); err != nil {
		t.Errorf("as much as has come: %v", err)
	}
	for i := range 3 {
		s.RemoveSession(session(i))
	}
	if len(s.held.owed) != 0 || s.held.promised != 0 || s.held.bytes != 0 || s.held.files != 0 {
		t.Errorf("of nothing: got %+v", s.held)
	}
}

// A disk that somebody else fills takes no more, keeps what is there, and is gone on
// with when there is room.
func TestDiskFillsMeanwhile(t *testing.T) {
	free := int64(keepFree * 4)
	s := newStore(t, func(c *Config) { c.free = func(string) (int64, bool) { return free, true } })
	content := append(pngOf(t, 4, 4), make([]byte, 2*chunkBytes)...)
	id := s.promise("a.png", len(content)).ID
	if _, err := s.Append(aSession, id, 0, bytes.NewReader(content[:10])); err != nil {
		t.Fatal(err)
	}
	free = stopBelow - 1
	info, err := s.Append(aSession, id, 10, bytes.NewReader(content[10:]))
	wantError(t, "a disk that is nearly full", err, ErrLimit)
	if info.Offset != 10 {
		t.Errorf("got %d bytes there, want the 10 that came before", info.Offset)
	}
	free = stopBelow
	if info, err = s.Append(aSession, id, 10, bytes.NewReader(content[10:])); err != nil || info.URL == "" {
		t.Errorf("when there is room: got %+v, %v, want it finished", info, err)
	}
}

func TestOrFull(t *testing.T) {
	for _, err := range []error{syscall.ENOSPC, syscall.EDQUOT} {
		got := orFull(fmt.Errorf("write x: %w", err))
		wantError(t, err.Error(), got, ErrLimit)
		if strings.Contains(got.Error(), "write") {
			t.Errorf("got %q, want words for people", got)
		}
	}
	if got := orFull(ErrOffset); got != ErrOffset {
		t.Errorf("got %v, want another error as it is", got)
	}
	if orFull(nil) != nil {
		t.Error("of none: got an error")
	}
}
