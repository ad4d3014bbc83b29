package library

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image/jpeg"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"remoted/library/ffmpeg"
)

// write puts a file of that content in place at once.
func write(t *testing.T, dir, place string, content []byte) {
	t.Helper()
	to := filepath.Join(dir, place)
	mustDo(t, os.MkdirAll(filepath.Dir(to), 0o755))
	tmp := filepath.Join(filepath.Dir(to), ".part")
	mustDo(t, os.WriteFile(tmp, content, 0o644))
	mustDo(t, os.Rename(tmp, to))
}

// entry returns the one entry with that name.
func entryOf(t *testing.T, l *Library, name string) Entry {
	t.Helper()
	for _, e := range l.Search("", 0, maxPage).Items {
		if e.Name == name {
			return e
		}
	}
	t.Fatalf("got %q, want %q among them", places(l), name)
	return Entry{}
}

// coverOf returns the colour of an entry's cover; "none" without one.
func coverOf(t *testing.T, l *Library, name string) string {
	t.Helper()
	b, _, err := l.Cover(t.Context(), entryOf(t, l, name).ID)
	if errors.Is(err, ErrNotFound) {
		return "none"
	}
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if e := entryOf(t, l, name); !e.HasCover || e.CoverURL() != "/covers/"+e.ID { // as it is now: it may have got it meanwhile
		t.Errorf("%s: has a cover, but its entry says %q", name, e.CoverURL())
	}
	return colourOf(t, b)
}

func TestCoverOrder(t *testing.T) {
	dir := t.TempDir()
	song, tagged := media+"/tone.mp3", "testdata/cover.mp3" // red
	for _, name := range []string{"plain/Song.mp3", "folder/Song.mp3", "own/Song.mp3", "own/Other.mp3"} {
		put(t, song, dir, name)
	}
	for _, name := range []string{"plain/Tagged.mp3", "folder/Tagged.mp3", "own/Tagged.mp3"} {
		put(t, tagged, dir, name)
	}
	write(t, dir, "folder/Cover.PNG", pictureOf(t, blue))
	write(t, dir, "own/folder.png", pictureOf(t, blue))
	write(t, dir, "own/song.png", pictureOf(t, green))
	write(t, dir, "own/Tagged-poster.png", pictureOf(t, green))
	write(t, dir, "own/unrelated.png", pictureOf(t, red))
	l := open(t, Options{Cache: t.TempDir()}, dir)
	got := map[string]string{}
	for _, e := range l.Search("", 0, maxPage).Items {
		b, _, err := l.Cover(t.Context(), e.ID)
		place := e.Folder + "/" + e.Name
		if got[place] = "none"; err == nil {
			got[place] = colourOf(t, b)
		}
		if (err == nil) != e.HasCover {
			t.Errorf("%s: cover %v, entry says %v", place, err, e.HasCover)
		}
	}
	want := map[string]string{
		"plain/Song.mp3": "none", "plain/Tagged.mp3": "red",
		"folder/Song.mp3": "blue", "folder/Tagged.mp3": "red",
		"own/Song.mp3": "green", "own/Other.mp3": "blue", "own/Tagged.mp3": "green",
	}
	for place, colour := range want {
		if got[place] != colour {
			t.Errorf("%s: got %s, want %s", place, got[place], colour)
		}
	}
}

// waitUntil polls until a condition holds.
func waitUntil(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(deadline); !holds(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("after %v: %s is not so", deadline, what)
		}
	}
}

// Pictures that come, change and go while the library is open.
func TestCoverFollowsTheFolder(t *testing.T) {
	dir := t.TempDir()
	put(t, media+"/tone.mp3", dir, "Song.mp3")
	l := open(t, Options{Rescan: 300 * time.Millisecond, Cache: t.TempDir()}, dir)
	if got := coverOf(t, l, "Song.mp3"); got != "none" {
		t.Fatalf("got %s, want no cover", got)
	}
	write(t, dir, "cover.png", pictureOf(t, green))
	waitUntil(t, "a green cover", func() bool { return coverOf(t, l, "Song.mp3") == "green" })
	write(t, dir, "cover.png", append(pictureOf(t, blue), 0)) // another size: the clock may stand still
	waitUntil(t, "a blue cover", func() bool { return coverOf(t, l, "Song.mp3") == "blue" })
	mustDo(t, os.Remove(filepath.Join(dir, "cover.png")))
	if got := coverOf(t, l, "Song.mp3"); got != "none" {
		t.Errorf("at once after it vanished: got %s, want none", got)
	}
	waitUntil(t, "that the entry has no cover", func() bool { return !entryOf(t, l, "Song.mp3").HasCover })
	mustDo(t, os.Remove(filepath.Join(dir, "Song.mp3")))
	waitFor(t, l)
}

// bomb is a PNG of 60000 × 60000, by its header.
func bomb() []byte {
	be := binary.BigEndian.AppendUint32
	body := append(be(be([]byte("IHDR"), 60_000), 60_000), 8, 6, 0, 0, 0)
	b := append(be([]byte("\x89PNG\r\n\x1a\n"), 13), body...)
	return append(be(b, crc32.ChecksumIEEE(body)), make([]byte, 64)...)
}

// A picture that is bad costs itself: the next one in the order is taken.
func TestCoverSkipsBadPictures(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write(t, outside, "secret.png", pictureOf(t, red))
	bad := map[string]func(place string){
		"bomb":    func(p string) { write(t, dir, p, bomb()) },
		"text":    func(p string) { write(t, dir, p, []byte("<svg onload=alert(1)>")) },
		"large":   func(p string) { write(t, dir, p, make([]byte, 9<<20)) },
		"empty":   func(p string) { write(t, dir, p, nil) },
		"link":    func(p string) { mustDo(t, os.Symlink(filepath.Join(outside, "secret.png"), filepath.Join(dir, p))) },
		"dangles": func(p string) { mustDo(t, os.Symlink("nowhere.png", filepath.Join(dir, p))) },
	}
	for name, make := range bad {
		put(t, media+"/tone.mp3", dir, name+"/"+name+".mp3")
		make(name + "/" + name + ".png")
		write(t, dir, name+"/cover.png", pictureOf(t, green))
		put(t, media+"/tone.mp3", dir, name+"-only/"+name+"-only.mp3")
		make(name + "-only/" + name + "-only.png")
	}
	l := open(t, Options{Cache: t.TempDir()}, dir)
	for name := range bad {
		if got := coverOf(t, l, name+".mp3"); got != "green" {
			t.Errorf("%s: got %s, want that of the folder", name, got)
		}
		if got := coverOf(t, l, name+"-only.mp3"); got != "none" {
			t.Errorf("%s alone: got %s, want none", name, got)
		}
	}
}

func TestServeCover(t *testing.T) {
	dir := t.TempDir()
	put(t, "testdata/cover.mp3", dir, "Song.mp3")
	l := open(t, Options{Cache: t.TempDir()}, dir)
	id := entryOf(t, l, "Song.mp3").ID
	ask := func(method, id string, header ...string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(method, "/covers/"+id, nil)
		if len(header) == 2 {
			r.Header.Set(header[0], header[1])
		}
		if err := l.ServeCover(w, r, id); err != nil {
			w.Code = http.StatusNotFound
		}
		return w
	}
	whole := ask("GET", id)
	h := whole.Header()
	if whole.Code != 200 || h.Get("Content-Type") != "image/jpeg" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cache-Control") != "max-age=300" {
		t.Errorf("got %d %v, want a JPEG to keep for a while", whole.Code, h)
	}
	if _, err := jpeg.Decode(whole.Body); err != nil {
		t.Errorf("got no JPEG: %v", err)
	}
	if again := ask("GET", id, "If-None-Match", h.Get("ETag")); again.Code != http.StatusNotModified || h.Get("ETag") == "" {
		t.Errorf("asked again with %q: got %d, want 304", h.Get("ETag"), again.Code)
	}
	if head := ask("HEAD", id); head.Code != 200 || head.Body.Len() != 0 {
		t.Errorf("HEAD: got %d with %d bytes, want 200 without", head.Code, head.Body.Len())
	}
	if none := ask("GET", "nosuchid"); none.Code != http.StatusNotFound {
		t.Errorf("unknown: got %d, want 404", none.Code)
	}
}

// Many ask for one cover: it is made once. Those who go do not spoil it for others.
func TestCoverIsMadeOnce(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "x.png", pictureOf(t, green))
	l := open(t, Options{}, dir)
	synctest.Test(t, func(t *testing.T) { // which knows when all of them wait
		c := newCovers(nil, nil, discard())
		var made atomic.Int64
		release := make(chan struct{})
		source := coverSource{kind: "test", root: l.roots[0], path: "x.png"}
		source.make = func(ctx context.Context, f *os.File, info os.FileInfo) ([]byte, error) {
			made.Add(1)
			select {
			case <-release:
			case <-ctx.Done():
				return nil, ctx.Err()
			}
			return readPicture(ctx, f, info)
		}
		hasty, leave := context.WithCancel(t.Context())
		results := make(chan error, 9)
		go func() { _, err := c.get(hasty, "key", source); results <- err }()
		synctest.Wait()
		for range 8 {
			go func() { _, err := c.get(t.Context(), "key", source); results <- err }()
		}
		synctest.Wait()
		if n := made.Load(); n != 1 {
			t.Errorf("made %d times for who came first and those who joined, want once", n)
		}
		leave()
		if err := <-results; !errors.Is(err, context.Canceled) {
			t.Errorf("who went: got %v, want that", err)
		}
		synctest.Wait()
		close(release)
		for range 8 {
			if err := <-results; err != nil {
				t.Errorf("who stayed: %v", err)
			}
		}
		if n := made.Load(); n != 2 { // the one given up, and one for all others
			t.Errorf("made %d times, want it made for all together", n)
		}
		if c.hasFailed("key") {
			t.Error("one that was given up counts as failed")
		}
	})
}

// No more are made at a time than there are turns.
func TestCoverTurns(t *testing.T) {
	c := newCovers(nil, nil, discard())
	dir := t.TempDir()
	write(t, dir, "x.png", pictureOf(t, green))
	l := open(t, Options{}, dir)
	var mu sync.Mutex
	now, most := 0, 0
	source := coverSource{kind: "test", root: l.roots[0], path: "x.png"}
	source.make = func(ctx context.Context, f *os.File, info os.FileInfo) ([]byte, error) {
		mu.Lock()
		now++
		most = max(most, now)
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
		mu.Lock()
		now--
		mu.Unlock()
		return readPicture(ctx, f, info)
	}
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			if _, err := c.get(t.Context(), strings.Repeat("k", i+1), source); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most > coverWorkers {
		t.Errorf("got %d at a time, want at most %d", most, coverWorkers)
	}
}

// fakeTools are programs of shell lines.
func fakeTools(t *testing.T, ffprobe, ffmpegLines string) *ffmpeg.Tools {
	t.Helper()
	program := func(lines string) string {
		if lines == "" {
			return ""
		}
		name := filepath.Join(t.TempDir(), "program")
		mustDo(t, os.WriteFile(name, []byte("#!/bin/sh\n"+lines+"\n"), 0o700))
		return name
	}
	return ffmpeg.At(program(ffprobe), program(ffmpegLines)).Within(deadline)
}

func TestCoverOfAFilm(t *testing.T) {
	dir, tools := t.TempDir(), t.TempDir()
	put(t, media+"/clock.mp4", dir, "Film.mp4")
	put(t, media+"/tone.mp3", dir, "Song.mp3")
	write(t, tools, "frame.png", pictureOf(t, blue))
	calls := filepath.Join(tools, "calls")
	o := Options{Cache: t.TempDir(), Tools: fakeTools(t, "", `echo "$*" >>`+calls+`; cat `+filepath.Join(tools, "frame.png"))}
	l := open(t, o, dir)
	if got := coverOf(t, l, "Film.mp4"); got != "blue" {
		t.Errorf("got %s, want the frame", got)
	}
	if got := coverOf(t, l, "Song.mp3"); got != "none" {
		t.Errorf("a song: got %s, want none", got)
	}
	coverOf(t, l, "Film.mp4")
	b, err := os.ReadFile(calls)
	if err != nil || strings.Count(string(b), "\n") != 1 || !strings.Contains(string(b), "-ss 2.000 ") {
		t.Errorf("got calls %q (%v), want one, at a tenth of 20 s", b, err)
	}
	// A frame that cannot be taken is not tried at each look.
	put(t, media+"/clock.mp4", dir, "Other.mp4")
	mustDo(t, os.Remove(filepath.Join(tools, "frame.png")))
	waitFor(t, l, "Film.mp4", "Song.mp3", "Other.mp4")
	for range 3 {
		if got := coverOf(t, l, "Other.mp4"); got != "none" {
			t.Errorf("got %s, want none", got)
		}
	}
	if b, _ := os.ReadFile(calls); strings.Count(string(b), "\n") != 2 {
		t.Errorf("got calls %q, want one more", b)
	}
}

func TestCoverOfAFilmByTheRealProgram(t *testing.T) {
	tools := ffmpeg.Find().Within(deadline)
	if !tools.CanFrame() {
		t.Skip("ffmpeg is not installed; a fake stands for it")
	}
	l := open(t, Options{Tools: tools, Cache: t.TempDir()}, media)
	for _, name := range []string{"clock.mp4", "bars.webm"} {
		b, _, err := l.Cover(t.Context(), entryOf(t, l, name).ID)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if c, err := jpeg.DecodeConfig(bytes.NewReader(b)); err != nil || max(c.Width, c.Height) > 512 || c.Width < 100 {
			t.Errorf("%s: got %d × %d (%v), want a thumbnail", name, c.Width, c.Height, err)
		}
	}
}

func TestCache(t *testing.T) {
	dir := t.TempDir()
	jpegOf := func(n int) []byte { return append(append([]byte{0xFF, 0xD8}, make([]byte, n-4)...), 0xFF, 0xD9) }
	write(t, dir, "half.jpg.part", []byte("x")) // of a crash
	write(t, dir, "broken.jpg", []byte{0xFF, 0xD8, 0})
	c, err := openCache(dir, 10_000, discard())
	mustDo(t, err)
	if c.get("broken") != nil || c.get("half") != nil || c.get("none") != nil {
		t.Error("got a thumbnail that is broken or not there")
	}
	for i, key := range []string{"a", "b", "c", "d"} {
		c.put(key, jpegOf(3000))
		if f, ok := c.files[key+thumbSuffix]; ok {
			f.used = time.Now().Add(time.Duration(i-10) * time.Hour)
			c.files[key+thumbSuffix] = f
		}
	}
	if c.total > 10_000 || c.get("a") != nil || len(c.get("d")) != 3000 {
		t.Errorf("got %d bytes, a kept: %v, d lost: %v; want the oldest to have left", c.total, c.get("a") != nil, c.get("d") == nil)
	}
	c.close()
	again, err := openCache(dir, 10_000, discard())
	mustDo(t, err)
	defer again.close()
	if again.total != c.total || len(again.get("d")) != 3000 {
		t.Errorf("opened again: got %d bytes, want %d and d among them", again.total, c.total)
	}
	if files, _ := os.ReadDir(dir); len(files) != len(again.files) {
		t.Errorf("got %d files, want the %d that count", len(files), len(again.files))
	}
	mustDo(t, os.RemoveAll(dir)) // a cache that is gone costs time only
	again.put("e", jpegOf(100))
	if again.get("d") != nil {
		t.Error("got what was deleted")
	}
}
