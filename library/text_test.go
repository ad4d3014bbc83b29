package library

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTitleFromName(t *testing.T) {
	tests := []struct{ name, want string }{
		{"holiday.mp4", "holiday"},
		{"Big.Film.2019.mkv", "Big Film 2019"},
		{"Dr. Who S01.E02.mkv", "Dr. Who S01.E02"},
		{"my_first__song.mp3", "my first song"},
		{"01 - Intro.mp3", "01 - Intro"},
		{"Cafe\u0301.mp3", "Café"},
		{"a\x00b\tc\nd.mp3", "ab c d"},
		{"evil\u202e4pm.mp4", "evil4pm"},
		{"bad\xff\xfename.mp3", "bad\uFFFDname"},
		{"_.mp3", "_.mp3"},
		{strings.Repeat("x", 400) + ".mp3", strings.Repeat("x", maxTextRunes)},
	}
	for _, tt := range tests {
		if got := titleFromName(tt.name); got != tt.want {
			t.Errorf("titleFromName(%q): got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSplitTrack(t *testing.T) {
	tests := []struct {
		title string
		track int
		rest  string
	}{
		{"03 - Third", 3, "Third"},
		{"3. Third", 3, "Third"},
		{"112 Third", 112, "Third"},
		{"1999 Party", 0, "1999 Party"},
		{"7", 0, "7"},
		{"99Luftballons", 0, "99Luftballons"},
		{"Third", 0, "Third"},
		{"04 - ", 0, "04 - "},
	}
	for _, tt := range tests {
		if track, rest := splitTrack(tt.title); track != tt.track || rest != tt.rest {
			t.Errorf("splitTrack(%q): got %d, %q, want %d, %q", tt.title, track, rest, tt.track, tt.rest)
		}
	}
}

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Déjà VU", "deja vu"},
		{"De\u0301ja\u0300", "deja"},
		{"Straße", "strasse"},
		{"Ærøskøbing Łódź", "aeroskobing lodz"},
		{"ＡＢＣ１", "abc1"},
		{"Ёлка", "елка"},
		{"ΣΊΣΥΦΟΣ", "σισυφοσ"},
		{"東京", "東京"},
		{"B’Day, Don't ‘n’", "bday, dont n"},
		{"サディスティック ｻﾃﾞｨ さでぃ", "さてぃすてぃっく さてぃ さてぃ"},
	}
	for _, tt := range tests {
		if got := fold(tt.in); got != tt.want {
			t.Errorf("fold(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// The short way for ASCII is the long one's.
func TestFoldASCII(t *testing.T) {
	for r := range rune(utf8.RuneSelf) {
		if s := "aB" + string(r) + "Cd"; fold(s) != foldAny(s) {
			t.Errorf("fold(%q): got %q, want %q", s, fold(s), foldAny(s))
		}
	}
}

func TestNaturalKeyOrder(t *testing.T) {
	want := []string{"", " ", "1", "01 a", "2", "9", "10", "a", "a 2", "a 10", "a2", "a9b", "a10b", "b", "é"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return strings.Compare(naturalKey(a), naturalKey(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzText holds the promises that the pages and the wire rely on.
func FuzzText(f *testing.F) {
	for _, s := range []string{"Déjà vu", "\xff\xfe", "e\u0301\u202e", "007 a.b.c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, got := range []string{clean(s), titleFromName(s)} {
			if n := utf8.RuneCountInString(got); !utf8.ValidString(got) || n > maxTextRunes || strings.ContainsAny(got, "\x00\n\t\u202e") {
				t.Errorf("%q became %q (%d runes), want clean text of at most %d runes", s, got, n, maxTextRunes)
			}
		}
		if titleFromName(s) == "" {
			t.Errorf("%q has no title", s)
		}
		if once := fold(clean(s)); !utf8.ValidString(once) {
			t.Errorf("fold of %q is %q, want valid UTF-8", s, once)
		}
		naturalKey(s)
		splitTrack(s)
	})
}
