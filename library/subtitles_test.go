package library

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const srt = "1\n00:00:01,000 --> 00:00:02,500\nGr\xfc\xdfe\n" // Windows-1252

func TestSubtitles(t *testing.T) {
	dir := t.TempDir()
	put(t, media+"/clock.mp4", dir, "Film.2019.mp4")
	put(t, media+"/clock.mp4", dir, "Film.2019.Extras.mp4")
	put(t, media+"/clock.mp4", dir, "Alone.mp4")
	for _, name := range []string{
		"film.2019.srt", "Film.2019.de.srt", "Film.2019.en.vtt", "Film.2019.en.srt", "Film.2019.en.forced.srt",
		"Film.2019.fr.SRT", "Film.2019.Extras.es.srt", "Other.en.srt", "Film.2019.txt", ".Film.2019.it.srt",
		"Film.2019.en.commentary.srt",
	} {
		write(t, dir, name, []byte(srt))
	}
	l := open(t, Options{}, dir)
	of := func(name string) []string {
		tracks, err := l.Subtitles(entryOf(t, l, name).ID)
		mustDo(t, err)
		got := []string{}
		for _, tr := range tracks {
			got = append(got, tr.Language+" "+tr.Label+" "+tr.name)
		}
		return got
	}
	want := []string{
		"und Subtitles film.2019.srt", "de Deutsch Film.2019.de.srt", "en English Film.2019.en.vtt",
		"en-x-2 English, commentary Film.2019.en.commentary.srt",
		"en-x-forced English, forced Film.2019.en.forced.srt", "fr français Film.2019.fr.SRT",
	}
	if got := of("Film.2019.mp4"); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := of("Film.2019.Extras.mp4"); !slices.Equal(got, []string{"es español Film.2019.Extras.es.srt"}) {
		t.Errorf("got %q, want the Spanish ones of the longer name", got)
	}
	if got := of("Alone.mp4"); len(got) != 0 {
		t.Errorf("got %q, want none", got)
	}
	if _, err := l.Subtitles("nosuchid"); !errors.Is(err, ErrNotFound) {
		t.Errorf("unknown file: got %v, want ErrNotFound", err)
	}
	b, err := l.Subtitle(entryOf(t, l, "Film.2019.mp4").ID, 1)
	if want := "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nGrüße\n"; err != nil || string(b) != want {
		t.Errorf("got %q (%v), want %q", b, err, want)
	}
}

func TestSubtitlesThatAreBad(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	put(t, media+"/clock.mp4", dir, "Film.mp4")
	write(t, outside, "secret.srt", []byte(srt))
	write(t, dir, "Film.aa.srt", []byte(strings.Repeat(srt+"\n", 10<<20/len(srt)))) // 10 MB
	mustDo(t, os.Symlink(filepath.Join(outside, "secret.srt"), filepath.Join(dir, "Film.bg.srt")))
	write(t, dir, "Film.cs.srt", []byte("no subtitles"))
	write(t, dir, "Film.de.srt", []byte(srt))
	mustDo(t, os.Mkdir(filepath.Join(dir, "Film.el.srt"), 0o755))
	l := open(t, Options{}, dir)
	id := entryOf(t, l, "Film.mp4").ID
	tracks, err := l.Subtitles(id)
	mustDo(t, err)
	mustDo(t, os.Remove(filepath.Join(dir, "Film.de.srt"))) // it vanishes meanwhile
	if len(tracks) != 4 {
		t.Errorf("got %d tracks, want four: a folder is none", len(tracks))
	}
	for n := -1; n <= len(tracks); n++ {
		if b, err := l.Subtitle(id, n); !errors.Is(err, ErrNotFound) {
			t.Errorf("%d: got %.60q (%v), want ErrNotFound", n, b, err)
		}
	}
}
