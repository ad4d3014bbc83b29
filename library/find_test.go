package library

import "testing"

// Paths that players on other machines wrote lead to the files that they mean.
func TestFind(t *testing.T) {
	music, films := &root{abs: "/srv/Music"}, &root{abs: "/home/ann/films"}
	var items []*item
	for _, f := range []struct {
		root *root
		path string
		name string
	}{
		{music, "Ann/One/01 Erste.mp3", "01 Erste.mp3"},
		{music, "Ann/Two/01 Erste.mp3", "01 Erste.mp3"},
		{music, "Ben/Über uns.mp3", "Über uns.mp3"},
		{music, "top.mp3", "top.mp3"},
		{films, "top.mp3", "top.mp3"},
		{films, "A Film.mp4", "A Film.mp4"},
		{music, "100%.mp3", "100%.mp3"},
	} {
		items = append(items, &item{Entry: Entry{ID: f.root.abs + "/" + f.path, Name: f.name}, root: f.root, path: f.path})
	}
	tests := []struct{ location, want string }{
		{"Ann/One/01 Erste.mp3", "/srv/Music/Ann/One/01 Erste.mp3"},
		{"One/01 Erste.mp3", "/srv/Music/Ann/One/01 Erste.mp3"},
		{"../Two/./01 Erste.mp3", "/srv/Music/Ann/Two/01 Erste.mp3"},
		{"01 Erste.mp3", ""}, // there are two
		{"/volume1/Music/Ann/Two/01 Erste.mp3", "/srv/Music/Ann/Two/01 Erste.mp3"},
		{`C:\Users\ann\Music\Ann\One\01 erste.MP3`, "/srv/Music/Ann/One/01 Erste.mp3"},
		{"file:///home/ben/Music/Ben/%C3%9Cber%20uns.mp3", "/srv/Music/Ben/Über uns.mp3"},
		{"Ben/U\u0308ber%20uns.mp3", "/srv/Music/Ben/Über uns.mp3"},
		{"/mnt/other/01 Erste.mp3", ""}, // another folder's
		{"Carl/Ann/One/01 Erste.mp3", "/srv/Music/Ann/One/01 Erste.mp3"},
		{"/somewhere/A Film.mp4", "/home/ann/films/A Film.mp4"},
		{"/srv/Music/top.mp3", "/srv/Music/top.mp3"},
		{"/home/ann/films/top.mp3", "/home/ann/films/top.mp3"},
		{"top.mp3", ""},
		{"100%.mp3", "/srv/Music/100%.mp3"},
		{"file:///x/100%25.mp3", "/srv/Music/100%.mp3"},
		{"smb://nas/Music/Ann/One/01%20Erste.mp3", "/srv/Music/Ann/One/01 Erste.mp3"},
		{"none.mp3", ""}, {"", ""}, {"/", ""}, {"..", ""}, {"file://", ""},
	}
	f := Finder{items: items}
	for _, tt := range tests {
		got, ok := f.Find(tt.location)
		if got.ID != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: got %q, %v; want %q", tt.location, got.ID, ok, tt.want)
		}
	}
}
