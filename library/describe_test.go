package library

import (
	"bytes"
	"errors"
	"io"
	"os"
	"testing"
	"time"
)

func TestDescribe(t *testing.T) {
	song, err := os.ReadFile("testdata/tagged.flac")
	if err != nil {
		t.Fatal(err)
	}
	d, ok := Describe(bytes.NewReader(song), int64(len(song)), ".flac")
	if !ok || d.Title == "" || d.Artist == "" || d.Duration < time.Second {
		t.Errorf("a song: got %+v, %v; want its tags and its length", d, ok)
	}
	if d, ok := Describe(bytes.NewReader([]byte("<html>")), 6, ".mp3"); ok || d != (Description{}) {
		t.Errorf("a page: got %+v, %v; want nothing", d, ok)
	}
	if d, ok := Describe(panics{}, 100, ".mp3"); ok || d != (Description{}) {
		t.Errorf("a reader that panics: got %+v, %v; want nothing", d, ok)
	}
}

type panics struct{}

func (panics) ReadAt([]byte, int64) (int, error) { panic(errors.New("broken")) }

var _ io.ReaderAt = panics{}
