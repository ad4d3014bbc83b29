package upload

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

// clock is a time that tests set forward.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// using says that these files of a session are in use.
func using(ids ...string) Used {
	used := make(map[string]bool)
	for _, id := range ids {
		used[id] = true
	}
	return func() (map[string]bool, error) { return used, nil }
}

// timed is a store in a time of its own.
func timed(t *testing.T, change ...func(*Config)) (*store, *clock) {
	t.Helper()
	c := &clock{now: time.Now()}
	return newStore(t, append(change, func(config *Config) { config.now = c.Now })...), c
}

// pieces brings so many good files of a quarter of what a session holds, a minute
// after one another, and lets them settle.
func (s *store) pieces(c *clock, n int) []string {
	s.t.Helper()
	ids := make([]string, n)
	for i := range ids {
		content := append(pngOf(s.t, 4, 4), make([]byte, maxBytes)...)[:maxBytes]
		ids[i] = s.must(fmt.Sprintf("%d.png", i), content).ID
		c.add(time.Minute)
	}
	c.add(settleTime)
	return ids
}

// there returns which of the files are there.
func (s *store) there(ids []string) string {
	var out []string
	for i, id := range ids {
		if _, err := s.Info(aSession, id); err == nil {
			out = append(out, fmt.Sprint(i))
		}
	}
	return strings.Join(out, " ")
}

// The oldest file that nothing refers to makes room for a new one, and no more of them
// leave than must.
func TestRoomIsMade(t *testing.T) {
	s, c := timed(t)
	ids := s.pieces(c, sessionShare)
	for _, step := range []struct {
		size   int64
		used   Used
		fits   bool
		remain string
	}{
		{1, using(ids...), false, "0 1 2 3"},
		{1, nil, false, "0 1 2 3"},
		{1, func() (map[string]bool, error) { return nil, errors.New("the session cannot be read") }, false, "0 1 2 3"},
		{1, using(ids[0]), true, "0 2 3"},
		{maxBytes, using(ids[0], ids[2]), true, "0 2"},
		{maxBytes, using(ids[0], ids[2]), false, "0 2"},
	} {
		_, err := s.Store.Create(Promise{Session: aSession, Size: step.size, Used: step.used})
		if step.fits != (err == nil) || err != nil && !errors.Is(err, ErrLimit) {
			t.Errorf("%d bytes: got %v, want that it fits: %v", step.size, err, step.fits)
		}
		if got := s.there(ids); got != step.remain {
			t.Errorf("%d bytes: %s are there, want %s", step.size, got, step.remain)
		}
	}
	if n := s.kept(); n != 2*4 {
		t.Errorf("got %d files on disk, want those of two old and two new ones", n)
	}
}

// What nothing refers to stays while it would not be enough.
func TestNothingLeavesInVain(t *testing.T) {
	s, c := timed(t)
	ids := s.pieces(c, sessionShare-1)
	s.promise("more.png", maxBytes/2)
	small := s.must("small.png", pngOf(t, 4, 4))
	c.add(settleTime + time.Second)
	if _, err := s.Store.Create(Promise{Session: aSession, Size: maxBytes, Used: using(ids...)}); !errors.Is(err, ErrLimit) {
		t.Errorf("got %v, want it refused", err)
	}
	if _, err := s.Info(aSession, small.ID); err != nil {
		t.Errorf("the small one: %v, want it there", err)
	}
}

// A file that was just finished, or looked up for an item, stays: the item may be on
// its way. So does, for longer, what is not finished.
func TestWhatIsOnItsWayStays(t *testing.T) {
	s, c := timed(t)
	ids := s.pieces(c, sessionShare)
	fits := func() bool {
		_, err := s.Store.Create(Promise{Session: aSession, Size: 1, Used: using(ids[1:]...)})
		if err != nil {
			wantError(t, "a new one", err, ErrLimit)
		}
		return err == nil
	}
	if _, err := s.Media(aSession, ids[0]); err != nil {
		t.Fatal(err)
	}
	c.add(settleTime)
	if fits() {
		t.Error("a file left that was looked up for an item a moment ago")
	}
	c.add(time.Second)
	if !fits() {
		t.Error("the file stayed, want that it leaves by now")
	}

	s, c = timed(t)
	for range sessionShare {
		s.begun("unfinished.png", maxBytes)
	}
	c.add(resumeTime)
	if _, err := s.Store.Create(Promise{Session: aSession, Size: 1, Used: using()}); !errors.Is(err, ErrLimit) {
		t.Errorf("beside unfinished ones: got %v, want it refused", err)
	}
	c.add(time.Second)
	if _, err := s.Store.Create(Promise{Session: aSession, Size: 1, Used: using()}); err != nil {
		t.Errorf("beside forgotten ones: got %v, want room", err)
	}
	if st := s.Stats(); st.Files != sessionShare || s.held.promised != (sessionShare-1)*(maxBytes-1)+1 {
		t.Errorf("got %+v and %d bytes promised, want one file in the place of one", st, s.held.promised)
	}
}

// The number of files and the disk make room, too.
func TestRoomOnDiskAndInNumber(t *testing.T) {
	s, c := timed(t)
	first := s.must("0.png", pngOf(t, 4, 4)).ID
	for range MaxFiles - 1 {
		s.promise("a", 1)
	}
	c.add(settleTime + time.Second)
	if _, err := s.Store.Create(Promise{Session: aSession, Size: 1, Used: using()}); err != nil {
		t.Errorf("one too many: got %v, want room", err)
	}
	_, err := s.Info(aSession, first)
	wantError(t, "the first one", err, ErrNotFound)

	content := pngOf(t, 40, 40)
	free := int64(keepFree + len(content))
	s, c = timed(t, func(config *Config) { config.free = func(string) (int64, bool) { return free, true } })
	first = s.must("0.png", content).ID
	free -= int64(len(content))
	c.add(settleTime + time.Second)
	if _, err := s.Store.Create(Promise{Session: aSession, Size: int64(len(content)), Used: using(first)}); !errors.Is(err, ErrLimit) {
		t.Errorf("a full disk: got %v, want it refused", err)
	}
	if _, err := s.Store.Create(Promise{Session: otherSession, Size: int64(len(content)), Used: using()}); !errors.Is(err, ErrLimit) {
		t.Errorf("another session's files: got %v, want that they stay", err)
	}
	if _, err := s.Store.Create(Promise{Session: aSession, Size: int64(len(content)), Used: using()}); err != nil {
		t.Errorf("a full disk: got %v, want room", err)
	}
}

// However many come at once, no more are there than fit, and what is looked up
// meanwhile stays.
func TestRoomRaces(t *testing.T) {
	s, c := timed(t)
	ids := s.pieces(c, sessionShare)
	var all sync.WaitGroup
	var mu sync.Mutex
	fitted := 0
	kept := make([]bool, len(ids))
	for i := range ids {
		all.Go(func() {
			_, err := s.Store.Create(Promise{Session: aSession, Size: maxBytes, Used: func() (map[string]bool, error) {
				_, err := s.Media(aSession, ids[i]) // an item is made of it while the session is asked
				mu.Lock()
				defer mu.Unlock()
				kept[i] = err == nil
				return nil, nil
			}})
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				fitted++
			} else {
				wantError(t, "a new one", err, ErrLimit)
			}
		})
	}
	all.Wait()
	for i, id := range ids {
		if _, err := s.Info(aSession, id); (err == nil) != kept[i] {
			t.Errorf("file %d: got %v, but it was looked up: %v", i, err, kept[i])
		}
	}
	st := s.Stats()
	if st.Files != sessionShare || fitted+int(st.Limited) != len(ids) {
		t.Errorf("got %+v after %d fitted, want %d files", st, fitted, sessionShare)
	}
	if s.held.promised != int64(fitted)*maxBytes {
		t.Errorf("got %d bytes promised, want %d files", s.held.promised, fitted)
	}
}

func TestStats(t *testing.T) {
	s := newStore(t)
	content := pngOf(t, 40, 30)
	s.must("a.png", content)
	half := s.promise("b.png", len(content)).ID
	if _, err := s.Append(aSession, half, 0, strings.NewReader(string(content[:10]))); err != nil {
		t.Fatal(err)
	}
	if _, err := s.send("c.jpg", []byte("<html>")); !isRefused(err) {
		t.Fatal(err)
	}
	s.Create(aSession, "d", "", 0)
	s.Create(aSession, "e", "", maxBytes+1)
	want := Stats{Files: 2, Bytes: int64(len(content)) + 10, Promised: int64(len(content)) - 10, Finished: 1, Refused: 2, Limited: 1}
	if got := s.Stats(); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.RemoveSession(aSession)
	if got := s.Stats(); got.Files != 0 || got.Bytes != 0 || got.Finished != 1 {
		t.Errorf("after the session: got %+v, want the counters only", got)
	}
}
