package library

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// deadline bounds the wait for a change. Most take under a second, on a machine that
// does nothing else.
const deadline = 3 * time.Minute

// put copies a test file to a place in dir, through a temporary file: whole at once.
func put(t *testing.T, from, dir, place string) string {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, place)
	mustDo(t, os.MkdirAll(filepath.Dir(to), 0o755))
	tmp := filepath.Join(filepath.Dir(to), ".part")
	mustDo(t, os.WriteFile(tmp, b, 0o644))
	mustDo(t, os.Rename(tmp, to))
	return to
}

func mustDo(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, o Options, dirs ...string) *Library {
	t.Helper()
	o.firstScanWait = cmp.Or(o.firstScanWait, deadline)
	l, err := Open(t.Context(), dirs, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { mustDo(t, l.Close()) })
	return l
}

// places returns what the library lists, as folder/name.
func places(l *Library) []string {
	got := []string{}
	for _, e := range l.Search("", 0, maxPage).Items {
		got = append(got, strings.TrimPrefix(e.Folder+"/"+e.Name, "/"))
	}
	return got
}

// waitFor polls until the library lists just what is wanted.
func waitFor(t *testing.T, l *Library, want ...string) {
	t.Helper()
	slices.Sort(want)
	var got []string
	for end := time.Now().Add(deadline); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		got = places(l)
		slices.Sort(got)
		if slices.Equal(got, want) {
			return
		}
	}
	t.Fatalf("after %v got %q, want %q", deadline, got, want)
}

func TestOpenFindsTheTestMedia(t *testing.T) {
	l := open(t, Options{}, media)
	want := []string{"bars.webm", "clock.mp4", "short.webm", "song.opus", "tone.mp3", "album/01 First.mp3", "album/02 Second.mp3", "album/03 Third.mp3"}
	got := places(l)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}

	p := l.Search("second chords", 0, 0)
	if p.Total != 1 {
		t.Fatalf("got %d hits, want 1", p.Total)
	}
	e := p.Items[0]
	info, err := os.Stat(filepath.Join(media, "album", "02 Second.mp3"))
	mustDo(t, err)
	want1 := Entry{ID: e.ID, Title: "Second, à la carte", Artist: "The Sines", Album: "Three Chords", Folder: "album", Name: "02 Second.mp3",
		Type: "audio/mpeg", Duration: 5064, Size: info.Size(), Modified: info.ModTime().UnixMilli()}
	if e != want1 {
		t.Errorf("got  %+v\nwant %+v", e, want1)
	}
	if got, ok := l.Get(e.ID); !ok || got != e {
		t.Errorf("Get: got %+v, %v, want %+v", got, ok, e)
	}
	if got, ok := l.Get("nosuchid"); ok {
		t.Errorf("Get of an unknown ID: got %+v, want none", got)
	}
	if len(e.ID) != 16 || strings.Contains(e.ID, "album") {
		t.Errorf("got ID %q, want 16 characters that tell no path", e.ID)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "file")
	mustDo(t, os.WriteFile(text, nil, 0o644))
	for _, bad := range []string{filepath.Join(dir, "absent"), text} {
		l, err := Open(t.Context(), []string{dir, bad}, Options{})
		if err == nil {
			l.Close()
			t.Errorf("%s: got no error", bad)
			continue
		}
		if !strings.Contains(err.Error(), bad) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got error %q, want one line that names %q", err, bad)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if l, err := Open(ctx, []string{dir}, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v, %v, want %v", l, err, context.Canceled)
	}
}

func TestIDsAreStable(t *testing.T) {
	dir := t.TempDir()
	put(t, media+"/tone.mp3", dir, "a/tone.mp3")
	put(t, media+"/song.opus", dir, "song.opus")
	ids := func(dirs ...string) map[string]string {
		l, err := Open(t.Context(), dirs, Options{})
		mustDo(t, err)
		defer l.Close()
		m := map[string]string{}
		for _, e := range l.Search("", 0, 0).Items {
			m[e.Name] = e.ID
		}
		return m
	}
	first := ids(dir)
	mustDo(t, os.Rename(filepath.Join(dir, "song.opus"), filepath.Join(dir, "zong.opus")))
	again := ids(t.TempDir(), dir) // another folder before it
	if first["tone.mp3"] == "" || again["tone.mp3"] != first["tone.mp3"] {
		t.Errorf("got ID %q, want %q as before", again["tone.mp3"], first["tone.mp3"])
	}
	if again["zong.opus"] == first["song.opus"] {
		t.Errorf("a renamed file kept its ID %q", first["song.opus"])
	}
}

func TestSeveralFolders(t *testing.T) {
	parent := t.TempDir()
	one, two := filepath.Join(parent, "one"), filepath.Join(parent, "two")
	put(t, media+"/tone.mp3", one, "tone.mp3")
	put(t, media+"/tone.mp3", two, "deep/tone.mp3")
	l := open(t, Options{}, one, two, one, filepath.Join(two, "deep")) // twice, and one in another
	if got, want := places(l), []string{"one/tone.mp3", "two/deep/tone.mp3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A served folder may be hidden itself: it was asked for.
func TestHiddenRoots(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), ".one"), filepath.Join(t.TempDir(), ".two")
	put(t, media+"/tone.mp3", one, "tone.mp3")
	put(t, media+"/tone.mp3", two, "tone.mp3")
	if got, want := places(open(t, Options{}, one)), []string{"tone.mp3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := places(open(t, Options{}, one, two)), []string{".one/tone.mp3", ".two/tone.mp3"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSkipsAndLinks(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	secret := put(t, media+"/tone.mp3", outside, "secret.mp3")
	put(t, media+"/tone.mp3", dir, "real/tone.mp3")
	put(t, media+"/tone.mp3", dir, ".hidden.mp3")
	put(t, media+"/tone.mp3", dir, ".hidden/tone.mp3")
	put(t, media+"/not-a-video.mp4", dir, "not-a-video.mp4")
	put(t, media+"/tone.mp3", dir, "tone.txt")
	put(t, media+"/tone.mp3", dir, "LOUD.MP3")
	mustDo(t, os.Mkdir(filepath.Join(dir, "folder.mp3"), 0o755))
	rel, err := filepath.Rel(dir, secret)
	mustDo(t, err)
	for name, target := range map[string]string{
		"inside.mp3":       "real/tone.mp3",
		"real/up.mp3":      "../LOUD.MP3",
		"outside.mp3":      rel,
		"absolute.mp3":     secret,
		"absolute-in.mp3":  filepath.Join(dir, "real", "tone.mp3"),
		"dangling.mp3":     "nowhere.mp3",
		"loop.mp3":         "loop.mp3",
		"folder-out":       outside,
		"folder-loop":      ".",
		"folder-as-it.mp3": "real",
	} {
		mustDo(t, os.Symlink(target, filepath.Join(dir, name)))
	}
	l := open(t, Options{}, dir)
	waitFor(t, l, "LOUD.MP3", "inside.mp3", "real/tone.mp3", "real/up.mp3")
}

func TestStrangeNames(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("x", 251) + ".mp3"
	names := []string{long, "new\nline.mp3", "<b>&\"'.mp3", "e\u0301.mp3", "%2e%2e%2f.mp3", "-.mp3"}
	if runtime.GOOS == "linux" {
		names = append(names, "bad\xff.mp3")
	}
	for _, name := range names {
		put(t, "testdata/cbr-id3v1.mp3", dir, name)
	}
	l := open(t, Options{}, dir)
	got := places(l)
	for _, want := range []string{long, "new line.mp3", "<b>&\"'.mp3", "é.mp3", "%2e%2e%2f.mp3", "-.mp3"} {
		if !slices.Contains(got, want) {
			t.Errorf("got %q, want it to have %q", got, want)
		}
	}
	if len(got) != len(names) {
		t.Errorf("got %d files, want %d", len(got), len(names))
	}
	for _, e := range l.Search("", 0, 0).Items {
		if w := get(t, l, e.ID, nil); w.Code != 200 {
			t.Errorf("%q: got status %d, want 200", e.Name, w.Code)
		}
	}
}

func TestChangesShowWhileRunning(t *testing.T) {
	dir := t.TempDir()
	l := open(t, Options{Rescan: time.Hour}, dir) // events alone
	waitFor(t, l)

	tone := put(t, media+"/tone.mp3", dir, "tone.mp3")
	waitFor(t, l, "tone.mp3")
	mustDo(t, os.Rename(tone, filepath.Join(dir, "tune.mp3")))
	waitFor(t, l, "tune.mp3")
	put(t, media+"/song.opus", dir, "new/deep/song.opus")
	waitFor(t, l, "tune.mp3", "new/deep/song.opus")
	put(t, media+"/short.webm", dir, "new/deep/short.webm")
	waitFor(t, l, "tune.mp3", "new/deep/song.opus", "new/deep/short.webm")
	mustDo(t, os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, "old")))
	waitFor(t, l, "tune.mp3", "old/deep/song.opus", "old/deep/short.webm")
	put(t, media+"/clock.mp4", dir, "old/deep/clock.mp4") // in a folder that moved
	waitFor(t, l, "tune.mp3", "old/deep/song.opus", "old/deep/short.webm", "old/deep/clock.mp4")
	mustDo(t, os.RemoveAll(filepath.Join(dir, "old")))
	waitFor(t, l, "tune.mp3")
	put(t, media+"/song.opus", dir, "old/song.opus") // a folder of that name again
	waitFor(t, l, "tune.mp3", "old/song.opus")
	mustDo(t, os.Rename(filepath.Join(dir, "tune.mp3"), filepath.Join(dir, ".tune.mp3")))
	waitFor(t, l, "old/song.opus")
}

func TestRescanFindsWhatNoEventTold(t *testing.T) {
	dir := t.TempDir()
	put(t, media+"/tone.mp3", dir, "sub/tone.mp3")
	roots, err := openRoots([]string{dir})
	mustDo(t, err)
	defer closeRoots(roots)
	var x *index
	l := &Library{}
	s := newScanner(roots, &watcher{}, discard(), func(items []*item) { x = newIndex(items); l.index.Store(x) })
	s.first = true
	s.scanAll(t.Context())
	put(t, media+"/song.opus", dir, "sub/song.opus")
	mustDo(t, os.Remove(filepath.Join(dir, "sub", "tone.mp3")))
	s.scanAll(t.Context())
	if got := places(l); !slices.Equal(got, []string{"sub/song.opus"}) {
		t.Errorf("got %q, want the new file alone", got)
	}
	before := x
	s.scanAll(t.Context())
	if x != before {
		t.Error("a scan without changes published a new index")
	}
}

// A folder that is deleted and made again (a disk that was unplugged) comes back.
func TestFolderComesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "disk")
	put(t, media+"/tone.mp3", dir, "tone.mp3")
	l := open(t, Options{Rescan: 50 * time.Millisecond}, dir)
	mustDo(t, os.RemoveAll(dir))
	waitFor(t, l)
	put(t, media+"/song.opus", dir, "song.opus")
	waitFor(t, l, "song.opus")
}

// A file that grows is not listed half, and listed right in the end.
func TestGrowingFile(t *testing.T) {
	b, err := os.ReadFile(media + "/bars.webm")
	mustDo(t, err)
	dir := t.TempDir()
	f, err := os.Create(filepath.Join(dir, "bars.webm"))
	mustDo(t, err)
	defer f.Close()
	roots, err := openRoots([]string{dir})
	mustDo(t, err)
	defer closeRoots(roots)
	synctest.Test(t, func(t *testing.T) { // where the writer is never held up
		l := &Library{}
		s := newScanner(roots, &watcher{}, discard(), func(items []*item) { l.index.Store(newIndex(items)) })
		s.publish(nil)
		const parts = 12 // over longer than settle
		for i := range parts {
			_, err := f.Write(b[i*len(b)/parts : (i+1)*len(b)/parts])
			mustDo(t, err)
			s.scanAll(t.Context())
			time.Sleep(settle / 5)
			s.scanSome(t.Context(), nil) // has those looked at that were being written
			if got := places(l); len(got) > 0 {
				t.Fatalf("got %q while the file was being written", got)
			}
		}
		time.Sleep(settle - settle/5)
		s.scanSome(t.Context(), nil)
		if got := places(l); !slices.Equal(got, []string{"bars.webm"}) {
			t.Fatalf("got %q when nothing was written for %v, want the file", got, settle)
		}
		if e := l.Search("", 0, 0).Items[0]; e.Size != int64(len(b)) || e.Duration != 20008 {
			t.Errorf("got size %d, duration %d, want %d, 20008", e.Size, e.Duration, len(b))
		}
	})
}

// A file that is replaced keeps its ID and gets its new title.
func TestReplacedFile(t *testing.T) {
	dir := t.TempDir()
	put(t, media+"/tone.mp3", dir, "x.mp3")
	l := open(t, Options{Rescan: time.Hour}, dir)
	before := l.Search("", 0, 0).Items[0]
	put(t, media+"/album/01 First.mp3", dir, "x.mp3")
	for end := time.Now().Add(deadline); ; time.Sleep(20 * time.Millisecond) {
		e, ok := l.Get(before.ID)
		if ok && e.Title == "First" && e.Duration == 5064 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("got %+v, want the title First", e)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	dir := t.TempDir()
	put(t, media+"/tone.mp3", dir, "keep.mp3")
	l := open(t, Options{Rescan: 10 * time.Millisecond}, dir)
	stop := time.Now().Add(1500 * time.Millisecond)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for time.Now().Before(stop) {
				for _, e := range l.Search("tone", 0, 10).Items {
					if w := get(t, l, e.ID, nil); w.Code != 200 && w.Code != 404 {
						t.Errorf("got status %d, want 200 or 404", w.Code)
					}
				}
				l.Get("x")
			}
		})
	}
	for i := 0; time.Now().Before(stop); i++ {
		p := put(t, media+"/tone.mp3", dir, "d/tone.mp3")
		mustDo(t, os.Chtimes(p, time.Now(), time.Now().Add(-time.Duration(i+5)*time.Second))) // settled
		mustDo(t, os.RemoveAll(filepath.Join(dir, "d")))
	}
	wg.Wait()
	waitFor(t, l, "keep.mp3")
}

func TestCloseTwice(t *testing.T) {
	l, err := Open(t.Context(), []string{media}, Options{})
	mustDo(t, err)
	id := l.Search("tone", 0, 1).Items[0].ID
	mustDo(t, l.Close())
	mustDo(t, l.Close())
	if w := get(t, l, id, nil); w.Code != 404 {
		t.Errorf("got status %d from a closed library, want 404", w.Code)
	}
}
