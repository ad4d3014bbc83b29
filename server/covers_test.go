package server

import (
	"context"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"remoted/library"
)

// withShelf serves a folder with a song that has a cover, and a film with subtitles.
func withShelf(s *service) {
	t := s.t
	t.Helper()
	dir := t.TempDir()
	for from, to := range map[string]string{"../library/testdata/cover.mp3": "Song.mp3", "../testdata/media/clock.mp4": "Film.mp4"} {
		b, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, to), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	srt := "1\n00:00:01,000 --> 00:00:02,500\nHello\n"
	for _, name := range []string{"Film.en.srt", "Film.de.forced.srt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(srt), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	l, err := library.Open(context.Background(), []string{dir}, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	s.library = l
}

func TestCovers(t *testing.T) {
	s := newService(t, withShelf)
	song, film := s.library.Search("song", 0, 1).Items[0], s.library.Search("film", 0, 1).Items[0]
	a := s.do("GET", "/covers/"+song.ID).want(t, "a cover", http.StatusOK, nil)
	h := a.header
	if h.Get("Content-Type") != "image/jpeg" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("ETag") == "" ||
		!strings.HasPrefix(h.Get("Content-Security-Policy"), "script-src 'self'") || !strings.HasPrefix(a.body, "\xff\xd8") {
		t.Errorf("got %v, want a JPEG and nothing else", h)
	}
	s.do("GET", "/covers/"+song.ID, "If-None-Match: "+h.Get("ETag")).want(t, "a cover again", http.StatusNotModified, nil)
	for _, id := range []string{film.ID, "nosuchid", "..%2f..%2fetc%2fpasswd"} {
		s.do("GET", "/covers/"+id, "Accept: text/html").want(t, "no cover of "+id, http.StatusNotFound, nil)
	}
	if a := s.do("GET", "/api/library?q=song"); !strings.Contains(a.body, `"cover":"/covers/`+song.ID+`"`) {
		t.Errorf("got %s, want the cover's address", a.body)
	}
	if a := s.do("GET", "/api/library?q=film"); strings.Contains(a.body, "cover") {
		t.Errorf("got %s, want no cover", a.body)
	}
}

func TestSubtitles(t *testing.T) {
	s := newService(t, withShelf)
	film := s.library.Search("film", 0, 1).Items[0].ID
	a := s.do("GET", "/api/library/"+film+"/subtitles").want(t, "tracks", http.StatusOK, nil)
	want := `{"tracks":[{"language":"de-x-forced","label":"Deutsch, forced","url":"/subtitles/` + film + `/0.vtt"},` +
		`{"language":"en","label":"English","url":"/subtitles/` + film + `/1.vtt"}]}`
	if strings.TrimSpace(a.body) != want {
		t.Errorf("got %s, want %s", a.body, want)
	}
	song := s.library.Search("song", 0, 1).Items[0].ID
	if a := s.do("GET", "/api/library/"+song+"/subtitles"); strings.TrimSpace(a.body) != `{"tracks":[]}` {
		t.Errorf("a song: got %s, want no tracks", a.body)
	}
	a = s.do("GET", "/subtitles/"+film+"/1.vtt").want(t, "subtitles", http.StatusOK, nil)
	if a.header.Get("Content-Type") != "text/vtt; charset=utf-8" || a.body != "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello\n" {
		t.Errorf("got %s %q, want WebVTT", a.header.Get("Content-Type"), a.body)
	}
	for _, bad := range []string{film + "/2.vtt", film + "/-1.vtt", film + "/1.srt", film + "/x.vtt", "nosuchid/0.vtt", film + "/99999999999999999999.vtt"} {
		s.do("GET", "/subtitles/"+bad).want(t, bad, http.StatusNotFound, nil)
	}
	s.do("GET", "/api/library/nosuchid/subtitles").want(t, "an unknown file", http.StatusNotFound, nil)
}

func TestCoversWithoutALibrary(t *testing.T) {
	s := newService(t)
	for _, path := range []string{"/covers/x", "/subtitles/x/0.vtt", "/api/library/x/subtitles"} {
		s.do("GET", path).want(t, path, http.StatusNotFound, nil)
	}
}
