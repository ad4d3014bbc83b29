package main

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"log/slog"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"remoted/playlist"
	"remoted/resolver"
	"remoted/upload"
)

const (
	mySession    = "0190c1a2-7f3e-4c4d-8a55-0123456789ab"
	otherSession = "0190c1a2-7f3e-4c4d-8a55-0123456789ac"
)

// A file from a phone plays in the session that it was brought to, and nowhere else.
func TestUploadsResolve(t *testing.T) {
	c := config{store: storePebble, data: t.TempDir(), uploadMax: 1e6}
	files, err := openUploads(c, newData(c), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	links := newResolver(c, nil, files)
	defer links.Close()

	bring := func(name string, content []byte) string {
		t.Helper()
		info, err := files.Create(upload.Promise{Session: mySession, Name: name, Size: int64(len(content))})
		if err == nil {
			info, err = files.Append(mySession, info.ID, 0, bytes.NewReader(content))
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return info.URL
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	song, err := os.ReadFile("../../testdata/media/tone.mp3")
	if err != nil {
		t.Fatal(err)
	}
	photo, tone := bring("The_lake.png", picture.Bytes()), bring("x.mp3", song)
	unfinished, err := files.Create(upload.Promise{Session: mySession, Name: "film.mp4", Size: 1000})
	if err != nil {
		t.Fatal(err)
	}

	mine := links.For(mySession)
	if m, err := mine.Resolve(photo); err != nil || m.Provider != "picture" || m.Title != "The lake" || m.Duration != 10_000 || m.URL != photo {
		t.Errorf("a photo: got %+v, %v", m, err)
	}
	if m, err := mine.Resolve(tone); err != nil || m.Provider != "upload" || m.Duration < 1000 || m.Title == "" {
		t.Errorf("a song: got %+v, %v; want its length", m, err)
	}
	covered, err := os.ReadFile("../../library/testdata/cover.mp3")
	if err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]bool{photo: true, tone: false, bring("y.mp3", covered): true} {
		at := ""
		if want {
			at = file[:strings.LastIndex(file, "/")] + "/thumbnail"
		}
		if m, err := mine.Resolve(file); err != nil || m.Thumbnail != at {
			t.Errorf("%s: got thumbnail %q, %v; want %q", file, m.Thumbnail, err, at)
		}
		w := httptest.NewRecorder()
		_, id, _ := resolver.UploadPath(file)
		if err := files.ServeThumbnail(w, httptest.NewRequest("GET", "/", nil), mySession, id); (err == nil) != want || want && w.Body.Len() == 0 {
			t.Errorf("%s: got %d bytes, %v for its thumbnail", file, w.Body.Len(), err)
		}
	}
	for name, tt := range map[string]struct {
		in interface {
			Resolve(string) (playlist.Media, error)
		}
		address string
	}{
		"another session's":       {links.For(otherSession), photo},
		"under another session":   {links.For(otherSession), strings.Replace(photo, mySession, otherSession, 1)},
		"unfinished":              {mine, "/uploads/" + mySession + "/" + unfinished.ID + "/film.mp4"},
		"one that never was":      {mine, "/uploads/" + mySession + "/x/film.mp4"},
		"a path that leads above": {mine, "/uploads/../" + mySession + "/film.mp4"},
	} {
		if m, err := tt.in.Resolve(tt.address); !errors.Is(err, errors.ErrUnsupported) || err.Error() == "" {
			t.Errorf("%s: got %+v, %v; want it refused as unsupported", name, m, err)
		}
	}
	files.RemoveSession(mySession)
	if _, err := mine.Resolve(photo); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("after the session: got %v, want it refused", err)
	}
}

func TestUploadsOff(t *testing.T) {
	c := config{store: storePebble, data: t.TempDir()}
	files, err := openUploads(c, newData(c), slog.New(slog.DiscardHandler))
	if files != (*upload.Store)(nil) || err != nil {
		t.Errorf("got %v, %v; want none", files, err)
	}
	if entries, err := os.ReadDir(c.data); err != nil || len(entries) > 0 {
		t.Errorf("on disk: %v, %v; want nothing", entries, err)
	}
}
