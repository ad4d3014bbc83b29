package library

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// alphabets have what people name files with, and what breaks searches: letters
// that fold to several, to none or to a space, scripts without spaces, pieces of
// emoji, marks that join, and a letter whose lower case is longer.
var alphabets = []string{
	"abcde", "aáàÂæœßıİøØłAEﬁǆ", "бвгБВЁёй", "αβΣςσ", "東京大阪都市", "かがカガｶﾞー", "한국어가각", "🎵🎸👩‍👩‍👧🇩🇪🏴",
	"-_.'()&/!", "0123456789", "e\u0301\u0308n\u0303", "´¨\u00a0\u3000\u200d", "שָׁלוֹםمرحبا", "ไทยคำ", "﷽㎏①",
}

// madeText makes a text of words from one or two alphabets each.
func madeText(r *rand.Rand, words int) string {
	var out []string
	for range words {
		var b strings.Builder
		for range 1 + r.IntN(2) {
			runes := []rune(alphabets[r.IntN(len(alphabets))])
			for range 1 + r.IntN(5) {
				b.WriteRune(runes[r.IntN(len(runes))])
			}
		}
		out = append(out, b.String())
	}
	return strings.Join(out, " ")
}

func madeItem(r *rand.Rand, i int) *item {
	name := strings.ReplaceAll(madeText(r, 1+r.IntN(2)), "/", "") + fmt.Sprintf("%d.mp3", i%7)
	it := testItem(fmt.Sprintf("%s/%d", madeText(r, 1), i), clean(name), probed{title: madeText(r, r.IntN(4)), artist: madeText(r, r.IntN(3)), album: madeText(r, r.IntN(3))})
	return it
}

// madeQuery is mostly a piece of what some item says, else anything.
func madeQuery(r *rand.Rand, items []*item) string {
	var words []string
	for range 1 + r.IntN(3) {
		it := items[r.IntN(len(items))]
		text := []rune(strings.Join([]string{it.Title, it.Artist, it.Album, it.Folder, it.Name}, " "))
		if r.IntN(10) == 0 {
			text = []rune(madeText(r, 1))
		}
		from := r.IntN(len(text))
		words = append(words, string(text[from:min(len(text), from+1+r.IntN(6))]))
	}
	return strings.Join(words, " ")
}

// The index finds what looking at everything finds, in the same order, before and
// after files came and went.
func TestSearchEqualsLinear(t *testing.T) {
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 1))
		var items []*item
		for i := range 600 {
			items = append(items, madeItem(r, i))
		}
		x := newIndex(items)
		x.parts[0], x.parts[1] = x.parts[1], x.parts[0] // all in what is kept from now on
		if seed%2 == 1 {
			x.parts[0].letters = x.parts[0].findLetters() // as with more files
		}
		for round := range 4 {
			old := newLinear(items)
			for range 1_000 {
				q, offset, limit := madeQuery(r, items), r.IntN(4)*r.IntN(20), 1+r.IntN(60)
				got, want := x.search(q, offset, limit), old.search(q, offset, limit)
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("seed %d, round %d, search %q from %d:\ngot  %d of %d, next %d: %q\nwant %d of %d, next %d: %q", seed, round, q, offset,
						len(got.Items), got.Total, got.Next, titles(got), len(want.Items), want.Total, want.Next, titles(want))
				}
			}
			r.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
			items = items[50:]
			for i := range 40 {
				items = append(items, madeItem(r, 1_000*(round+1)+i))
			}
			x = x.with(slices.Clone(items))
			if round == 2 {
				x = newIndex(slices.Clone(items))
			}
		}
	}
}

// Titles come first, those with words that begin so before others.
func TestSearchRanks(t *testing.T) {
	x := newIndex([]*item{
		testItem("beat", "a.mp3", probed{title: "Other"}),
		testItem("b", "a.mp3", probed{title: "Upbeat"}),
		testItem("c", "a.mp3", probed{title: "Off-Beat"}),
		testItem("d", "a.mp3", probed{title: "(Beat) It"}),
		testItem("e", "a.mp3", probed{title: "Heart", artist: "The Beatles"}),
		testItem("f", "a.mp3", probed{title: "Beat 2"}),
	})
	for query, want := range map[string][]string{
		"beat":    {"Off-Beat", "(Beat) It", "Beat 2", "Upbeat", "Other", "Heart"},
		"it BEAT": {"(Beat) It"},
		"(beat":   {"(Beat) It"},
		"eat":     {"Upbeat", "Off-Beat", "(Beat) It", "Beat 2", "Other", "Heart"},
		"a\x00":   nil,
		"\x00":    nil,
		"2 2 2":   {"Beat 2"},
	} {
		if got := titles(x.search(query, 0, 0)); !slices.Equal(got, want) {
			t.Errorf("search %q: got %q, want %q", query, got, want)
		}
	}
}

// The next index shares the large segment until much has changed.
func TestIndexIsMadeAnewInParts(t *testing.T) {
	var items []*item
	for i := range 3 * freshFloor {
		items = append(items, testItem("", fmt.Sprintf("n %d.mp3", i), probed{}))
	}
	x := newIndex(slices.Clone(items[1:]))
	if n := len(x.parts[0].items); n != len(items)-1 {
		t.Fatalf("got %d items in the large segment, want %d", n, len(items)-1)
	}
	changed := testItem("", "n 5.mp3", probed{title: "new title"})
	next := append([]*item{items[0], changed, changed}, slices.Concat(items[1:5], items[7:])...) // 6 is gone
	y := x.with(next)
	if y.parts[0].segment != x.parts[0].segment || len(y.parts[1].items) != 2 {
		t.Errorf("got %d items in the small segment, want 2, and the large one shared", len(y.parts[1].items))
	}
	if len(y.items) != len(items)-1 || !slices.IsSortedFunc(y.items, byKey) {
		t.Errorf("got %d items, in order: %v; want %d in order", len(y.items), slices.IsSortedFunc(y.items, byKey), len(items)-1)
	}
	for _, it := range []*item{items[0], changed, items[1]} {
		if y.get(it.ID) != it {
			t.Errorf("got %v, want %v", y.get(it.ID), it)
		}
	}
	if y.get(items[6].ID) != nil || y.search("6.mp3", 0, maxPage).Total != x.search("6.mp3", 0, maxPage).Total-1 {
		t.Error("a file that is gone is still there")
	}
	if y.search("new title", 0, 0).Total != 1 || y.search("n 5.mp3", 0, 1).Items[0].Title == items[5].Title {
		t.Error("a changed title is not found")
	}
	if z := y.with(items[:freshFloor]); len(z.parts[0].items) != freshFloor || len(z.parts[1].items) != 0 {
		t.Error("the large segment was kept after most of it went")
	}
}

// Words beyond the bound are left out; those that are known are found everywhere.
func TestTokenBound(t *testing.T) {
	items := []*item{testItem("a", "bb.mp3", probed{title: "ccc"}), testItem("a", "bb.mp3", probed{title: "dddd"}), testItem("ccc", "bb.mp3", probed{title: "ccc"})}
	got := newTokensWithin(items, len("ccc")+len("bb.mp3")+len("a"))
	if want := "abb.mp3ccc"; got.text != want || len(got.refs) != 3+2+2 {
		t.Errorf("got %q with %d uses, want %q with 7", got.text, len(got.refs), want)
	}
}

// What is taken last is shown in the end, however fast it comes.
func TestIndexer(t *testing.T) {
	var shown *index
	x := newIndexer(func(next *index) { shown = next })
	var items []*item
	for i := range 300 {
		items = append(items, testItem("", fmt.Sprintf("n %d.mp3", i), probed{}))
		x.take(slices.Clone(items))
	}
	x.wait()
	if got := shown.search("n", 0, 1).Total; got != len(items) {
		t.Errorf("got %d files, want %d", got, len(items))
	}
	x.take(nil)
	x.wait()
	if got := shown.search("", 0, 1).Total; got != 0 {
		t.Errorf("got %d files, want none", got)
	}
}
