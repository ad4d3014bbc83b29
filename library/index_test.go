package library

import (
	"fmt"
	"path"
	"slices"
	"testing"
)

// testItem makes an item as a scan would.
func testItem(folder, name string, p probed) *item {
	p.format = formatMP3
	return newItem(Entry{ID: entryID("/srv/" + folder + "/" + name), Folder: folder, Name: name}, p, nil, path.Join(folder, name))
}

func titles(p Page) []string {
	var got []string
	for _, e := range p.Items {
		got = append(got, e.Title)
	}
	return got
}

func TestSearch(t *testing.T) {
	x := newIndex([]*item{
		testItem("music", "a.mp3", probed{title: "Déjà Vu", artist: "Beyoncé", album: "B'Day", track: 2}),
		testItem("music", "b.mp3", probed{title: "Ring the Alarm", artist: "Beyoncé", album: "B'Day", track: 10}),
		testItem("films/old", "The_Kid_1921.mp4", probed{}),
		testItem("films/old", "Episode 10.mp4", probed{}),
		testItem("films/old", "Episode 9.mp4", probed{}),
		testItem("films", "Zoo.mp4", probed{}),
		testItem("", "Clip.mp4", probed{}),
	})
	tests := []struct {
		query string
		want  []string
	}{
		{"", []string{"Clip", "Zoo", "Episode 9", "Episode 10", "The Kid 1921", "Déjà Vu", "Ring the Alarm"}},
		{"  ", []string{"Clip", "Zoo", "Episode 9", "Episode 10", "The Kid 1921", "Déjà Vu", "Ring the Alarm"}},
		{"deja", []string{"Déjà Vu"}},
		{"DÉJÀ", []string{"Déjà Vu"}},
		{"vu beyonce", []string{"Déjà Vu"}},
		{"beyonce", []string{"Déjà Vu", "Ring the Alarm"}},
		{"b'day larm", []string{"Ring the Alarm"}},
		{"b’day larm", []string{"Ring the Alarm"}},
		{"bday larm", []string{"Ring the Alarm"}},
		{"old", []string{"Episode 9", "Episode 10", "The Kid 1921"}},
		{"kid_1921", []string{"The Kid 1921"}},
		{"deja alarm", nil},
		{"films\nzoo", []string{"Zoo"}},
		{"\xff", []string{"Clip", "Zoo", "Episode 9", "Episode 10", "The Kid 1921", "Déjà Vu", "Ring the Alarm"}},
	}
	for _, tt := range tests {
		p := x.search(tt.query, 0, 0)
		if got := titles(p); !slices.Equal(got, tt.want) || p.Total != len(tt.want) || p.Next != -1 {
			t.Errorf("search %q: got %q, total %d, next %d, want %q", tt.query, got, p.Total, p.Next, tt.want)
		}
	}
}

func TestSearchPages(t *testing.T) {
	var items []*item
	for i := range 450 {
		items = append(items, testItem("", fmt.Sprintf("n %d.mp3", i), probed{}))
	}
	x := newIndex(items)
	tests := []struct{ offset, limit, items, next int }{
		{0, 100, 100, 100},
		{0, 0, defaultPage, defaultPage},
		{0, -1, defaultPage, defaultPage},
		{0, 1_000_000, maxPage, maxPage},
		{400, 50, 50, -1},
		{400, 49, 49, 449},
		{449, 10, 1, -1},
		{450, 10, 0, -1},
		{1 << 60, 10, 0, -1},
		{-5, 10, 10, 10},
	}
	for _, tt := range tests {
		p := x.search("n", tt.offset, tt.limit)
		if len(p.Items) != tt.items || p.Next != tt.next || p.Total != 450 || p.Items == nil {
			t.Errorf("offset %d, limit %d: got %d items, next %d, total %d, want %d, %d, 450", tt.offset, tt.limit, len(p.Items), p.Next, p.Total, tt.items, tt.next)
		}
	}
	var all []string
	for offset := 0; offset >= 0; {
		p := x.search("", offset, 7)
		all = append(all, titles(p)...)
		offset = p.Next
	}
	if len(all) != 450 || all[0] != "n 0" || all[449] != "n 449" {
		t.Errorf("got %d entries by pages, from %q to %q, want 450 from \"n 0\" to \"n 449\"", len(all), all[0], all[len(all)-1])
	}
}

func TestTitleAndTrackOfItems(t *testing.T) {
	tests := []struct {
		name  string
		p     probed
		title string
	}{
		{"03 Third.mp3", probed{album: "Chords"}, "Third"},
		{"03 Third.mp3", probed{}, "03 Third"},
		{"03 Third.mp3", probed{title: "Tagged", album: "Chords"}, "Tagged"},
		{"03 Third.mp3", probed{title: " \x00 "}, "03 Third"},
	}
	for _, tt := range tests {
		if got := testItem("", tt.name, tt.p).Title; got != tt.title {
			t.Errorf("%s with tags %+v: got title %q, want %q", tt.name, tt.p, got, tt.title)
		}
	}
}

func TestEntryURL(t *testing.T) {
	tests := []struct{ name, want string }{
		{"a.mp3", "/media/id/a.mp3"},
		{"a b?c#d%.mp3", "/media/id/a%20b%3Fc%23d%25.mp3"},
		{"Ü.mp3", "/media/id/%C3%9C.mp3"},
	}
	for _, tt := range tests {
		if got := (Entry{ID: "id", Name: tt.name}).URL(); got != tt.want {
			t.Errorf("URL of %q: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
