package resolver

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"remoted/playlist"
)

// Shapes: archive.org/developers/metadata.html, GET /metadata/{identifier}.

const iaFilm = `{"created": 1, "d1": "ia1.us.archive.org", "dir": "/1/items/Some_Film",
	"files": [
		{"name": "Some_Film.mkv", "source": "original", "format": "Matroska", "size": "1", "length": "61.5", "md5": "x"},
		{"name": "Some_Film.mp4", "source": "derivative", "original": "Some_Film.mkv", "format": "h.264", "length": "61.49"},
		{"name": "Some_Film.ogv", "source": "derivative", "original": "Some_Film.mkv", "format": "Ogg Video", "length": "61.47"},
		{"name": "Some_Film.thumbs/1.jpg", "source": "derivative", "format": "Thumbnail"},
		{"name": "Some_Film_meta.xml", "source": "metadata", "format": "Metadata"}],
	"metadata": {"identifier": "Some_Film", "title": "Some Film (1920)", "creator": ["A Studio", "B"], "mediatype": "movies"}}`

const iaAlbum = `{"files": [
		{"name": "02 Second.flac", "source": "original", "format": "Flac", "title": "Second", "length": "125.00", "track": "2"},
		{"name": "02 Second.mp3", "source": "derivative", "original": "02 Second.flac", "format": "VBR MP3", "title": "Second", "length": "02:05"},
		{"name": "01 First & last.flac", "source": "original", "format": "Flac", "title": "First &amp; last", "length": "60", "track": "1"},
		{"name": "01 First & last.mp3", "source": "derivative", "original": "01 First & last.flac", "format": "VBR MP3"},
		{"name": "03 Hidden.mp3", "private": "true", "title": "Hidden"},
		{"name": "cover.jpg", "format": "JPEG"}],
	"metadata": {"identifier": "album", "title": "An Album", "creator": "The Band"}}`

func TestArchive(t *testing.T) {
	tests := []struct {
		address, body string
		want          playlist.Media
	}{
		{"https://archive.org/details/Some_Film", iaFilm, playlist.Media{
			Provider: "file", Ref: "https://archive.org/download/Some_Film/Some_Film.mp4", URL: "https://archive.org/details/Some_Film",
			Title: "Some Film (1920)", Duration: 61_490, Thumbnail: "https://archive.org/services/img/Some_Film"}},
		{"https://archive.org/details/album/02%20Second.flac", iaAlbum, playlist.Media{
			Provider: "file", Ref: "https://archive.org/download/album/02%20Second.mp3", URL: "https://archive.org/details/album/02%20Second.flac",
			Title: "The Band – Second", Duration: 125_000, Thumbnail: "https://archive.org/services/img/album"}},
	}
	for _, tt := range tests {
		w := newWeb(t, map[string]answer{"https://archive.org/metadata/Some_Film": {body: tt.body}, "https://archive.org/metadata/album": {body: tt.body}})
		same(t, tt.address, lookup(t, w.resolver(), tt.address), tt.want)
	}
}

func TestArchiveAlbum(t *testing.T) {
	w := newWeb(t, map[string]answer{"https://archive.org/metadata/album": {body: iaAlbum}})
	r := w.resolver()
	m, err := r.Lookup(t.Context(), resolved(t, r, "https://archive.org/details/album"))
	if !errors.Is(err, ErrList) {
		t.Errorf("Lookup of an album: %v, want ErrList", err)
	}
	same(t, "the album", m, playlist.Media{Provider: "archive", Ref: "album", URL: "https://archive.org/details/album",
		Title: "An Album", Thumbnail: "https://archive.org/services/img/album"})
	items, err := r.Expand(t.Context(), "https://archive.org/details/album", 100, nil)
	if err != nil || len(items) != 2 {
		t.Fatalf("got %+v, %v; want two tracks", items, err)
	}
	for i, want := range []playlist.Media{
		{Title: "The Band – First & last", Ref: "https://archive.org/download/album/01%20First%20&%20last.mp3", Duration: 60_000},
		{Title: "The Band – Second", Ref: "https://archive.org/download/album/02%20Second.mp3", Duration: 125_000},
	} {
		want.Provider, want.URL, want.Thumbnail = "file", want.Ref, "https://archive.org/services/img/album"
		same(t, "track", items[i], want)
	}
}

func TestArchiveLongAlbum(t *testing.T) {
	var files []string
	for i := range 300 {
		files = append(files, fmt.Sprintf(`{"name": "%03d.mp3"}`, i))
	}
	w := newWeb(t, map[string]answer{"https://archive.org/metadata/album": {body: `{"files": [` + strings.Join(files, ",") + `]}`}})
	calls := 0
	items, err := w.resolver().Expand(t.Context(), "https://archive.org/details/album", 1000, func(batch []playlist.Media, total int) {
		if calls++; len(batch) != MaxItems || total != MaxItems {
			t.Errorf("progress %d of %d, want %d of as many", len(batch), total, MaxItems)
		}
	})
	if err != nil || len(items) != MaxItems || items[199].Title != "199" || calls != 1 {
		t.Errorf("%d items, %v, %d calls; want %d", len(items), err, calls, MaxItems)
	}
}

func TestArchiveRefuses(t *testing.T) {
	for name, body := range map[string]string{
		"no such item":     `{}`,
		"a book":           `{"files": [{"name": "book.pdf"}], "metadata": {"title": "A book"}}`,
		"everything apart": `{"files": [{"name": "a.mp3", "private": "true"}], "metadata": {}}`,
	} {
		r := newWeb(t, map[string]answer{"https://archive.org/metadata/x": {body: body}}).resolver()
		if _, err := r.Lookup(t.Context(), resolved(t, r, "https://archive.org/details/x")); !errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("%s: %v, want unsupported", name, err)
		}
	}
}
