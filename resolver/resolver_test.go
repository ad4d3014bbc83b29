package resolver

import (
	"errors"
	"strings"
	"testing"

	"remoted/playlist"
)

func TestResolve(t *testing.T) {
	r := New(func(id string) (playlist.Media, bool) {
		return playlist.Media{Provider: "library", Ref: id}, id == "abc"
	})
	const id = "dQw4w9WgXcQ"
	tests := []struct{ in, provider, ref, title string }{
		{id, "youtube", id, "YouTube video " + id},
		{"https://www.youtube.com/watch?v=" + id + "&t=42", "youtube", id, ""},
		{"http://youtu.be/" + id + "?si=x", "youtube", id, ""},
		{"https://m.youtube.com/watch?list=PL1&v=" + id, "youtube", id, ""},
		{"https://music.youtube.com/watch?v=" + id, "youtube", id, ""},
		{"https://www.youtube.com/shorts/" + id, "youtube", id, ""},
		{"https://youtube.com/live/" + id + "?feature=share", "youtube", id, ""},
		{"https://www.youtube-nocookie.com/embed/" + id, "youtube", id, ""},
		{"https://WWW.YouTube.com/v/" + id, "youtube", id, ""},
		{" https://example.com/films/My_great%20film.mp4?x=1 ", "file", "https://example.com/films/My_great%20film.mp4?x=1", "My great film"},
		{"https://example.com/", "file", "https://example.com/", "example.com"},
		{"https://example.com/.mp4", "file", "https://example.com/.mp4", ".mp4"},
		{"/media/abc/film.webm", "library", "abc", ""},
	}
	for _, tt := range tests {
		m, err := r.Resolve(tt.in)
		if err != nil || m.Provider != tt.provider || m.Ref != tt.ref || tt.title != "" && m.Title != tt.title {
			t.Errorf("Resolve(%q) = %+v, %v; want %s %q, title %q", tt.in, m, err, tt.provider, tt.ref, tt.title)
		}
	}
}

func TestResolveRefuses(t *testing.T) {
	r := New(func(string) (playlist.Media, bool) { return playlist.Media{}, false })
	tests := []struct {
		in          string
		unsupported bool
	}{
		{"", false},
		{"not a link", false},
		{"javascript:alert(1)", false},
		{"http://", false},
		{"https:///x", false},
		{"https://ann:secret@example.com/x.mp4", true},
		{"data:text/html,x", false},
		{"/etc/passwd", false},
		{"http://[::1", false},
		{"ftp://example.com/a.mp4", true},
		{"https://www.youtube.com/@someone", true},
		{"https://www.youtube.com/playlist?list=PL1", true},
		{"/media/gone/film.webm", true},
	}
	for _, tt := range tests {
		m, err := r.Resolve(tt.in)
		if err == nil || errors.Is(err, errors.ErrUnsupported) != tt.unsupported {
			t.Errorf("Resolve(%q) = %+v, %v; want an error, unsupported %v", tt.in, m, err, tt.unsupported)
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("https://youtu.be/dQw4w9WgXcQ")
	f.Add("https://example.com/%ff_.mp4")
	r := New(nil)
	f.Fuzz(func(t *testing.T, address string) {
		m, err := r.Resolve(address)
		if err == nil && (m.Title == "" || len([]rune(m.Title)) > maxTitle || strings.ContainsRune(m.Title, '\n')) {
			t.Errorf("Resolve(%q) has the title %q", address, m.Title)
		}
	})
}
