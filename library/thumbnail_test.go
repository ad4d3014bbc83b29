package library

import (
	"bytes"
	"context"
	"image"
	"os"
	"path/filepath"
	"testing"
	"time"

	"remoted/library/ffmpeg"
)

// thumbnailOf makes one of a file.
func thumbnailOf(t *testing.T, tools *ffmpeg.Tools, name, mime string) ([]byte, error) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	return NewThumbnails(tools).Of(t.Context(), f, mime, 20*time.Second)
}

func TestThumbnails(t *testing.T) {
	photo := filepath.Join(t.TempDir(), "photo")
	if err := os.WriteFile(photo, pictureOf(t, blue), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, mime, want string }{
		{photo, "image/png", "blue"},
		{"testdata/cover.mp3", "audio/mpeg", "red"},
		{"testdata/cover.flac", "audio/flac", "red"},
		{"testdata/cover.m4a", "audio/mp4", "red"},
		{"testdata/cover.opus", "audio/ogg", "red"},
		{"testdata/cover.mkv", "video/x-matroska", "red"},
		{"testdata/voice.opus", "audio/ogg", ""},
		{media + "/clock.mp4", "video/mp4", ""}, // without ffmpeg
		{media + "/not-a-video.mp4", "image/png", ""},
	} {
		b, err := thumbnailOf(t, nil, tt.name, tt.mime)
		if (err == nil) != (tt.want != "") {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
			continue
		}
		if err == nil && colourOf(t, b) != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, colourOf(t, b), tt.want)
		}
	}
}

func TestThumbnailOfFilm(t *testing.T) {
	tools := ffmpeg.Find().Within(deadline)
	if !tools.CanFrame() {
		t.Skip("there is no ffmpeg on this machine")
	}
	b, err := thumbnailOf(t, tools, media+"/clock.mp4", "video/mp4")
	if err != nil {
		t.Fatal(err)
	}
	if c, _, err := image.DecodeConfig(bytes.NewReader(b)); err != nil || c.Width < 16 || c.Width > 512 {
		t.Errorf("got %+v, %v; want a frame", c, err)
	}
}

// What a file says of itself is enough to know whether asking is worth it.
func TestDescribePicture(t *testing.T) {
	for name, want := range map[string]bool{"testdata/cover.mp3": true, "testdata/cover.mkv": true, "testdata/tagged.m4a": false} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if d, ok := Describe(bytes.NewReader(b), int64(len(b)), filepath.Ext(name)); !ok || d.Picture != want {
			t.Errorf("%s: got %+v, want picture %v", name, d, want)
		}
	}
}

// Who waits for a turn can go.
func TestThumbnailsWait(t *testing.T) {
	thumbs := NewThumbnails(nil)
	for range coverWorkers {
		thumbs.covers.turns <- struct{}{}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := thumbs.Of(ctx, nil, "image/png", 0); err != context.Canceled {
		t.Errorf("got %v, want it to have been given up", err)
	}
}
