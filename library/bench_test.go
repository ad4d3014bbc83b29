package library

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// benchFiles is the size of the library that is measured.
const benchFiles = 100_000

// A collection makes up files as people have them: artists with albums with
// tracks, series, and what was never tagged, in several scripts. Words are taken
// as often as in speech: few all the time, most of them seldom.
type collection struct {
	*rand.Rand
	words, cjk []string
}

func newCollection() *collection {
	c := &collection{Rand: rand.New(rand.NewPCG(2, 7))}
	syllables := strings.Fields("be at ra lo ve mi sun ny da ré ti on er ing the ou ght ca fé stra ße no vem ber Jo han ki mo gre en lø ve ña señ or bla ck ä pfel")
	for range 20_000 {
		w := ""
		for range 1 + c.IntN(4) {
			w += syllables[c.IntN(len(syllables))]
		}
		c.words = append(c.words, w)
	}
	runes := []rune("東京大阪愛夢花火夜空雨海風月星歌春夏秋冬あいうえおかきくけこさしすせそアイウエオカキクケコ我的你是天上人中国北")
	for range 5_000 {
		w := ""
		for range 1 + c.IntN(4) {
			w += string(runes[c.IntN(len(runes))])
		}
		c.cjk = append(c.cjk, w)
	}
	return c
}

// phrase has n words, each from a list at a rank that halves and halves again.
func (c *collection) phrase(words []string, n int, between string) string {
	var out []string
	for range n {
		rank := math.Pow(float64(len(words)), c.Float64()) - 1
		out = append(out, words[int(rank)])
	}
	return strings.Join(out, between)
}

func (c *collection) files(n int) []*item {
	items := make([]*item, 0, n)
	for album := 0; len(items) < n; album++ {
		switch kind := c.IntN(10); {
		case kind < 6:
			items = c.album(items, album, c.words, " ")
		case kind < 7:
			items = c.album(items, album, c.cjk, "")
		case kind < 8:
			items = c.untagged(items, album)
		default:
			items = c.series(items, album)
		}
	}
	return items[:n]
}

func (c *collection) album(items []*item, n int, words []string, between string) []*item {
	artist, album := c.phrase(words, 1+c.IntN(2), between), c.phrase(words, 1+c.IntN(4), between)
	folder := fmt.Sprintf("Music/%s/%s (%d)", artist, album, 1960+n%66)
	for i := range 8 + c.IntN(10) {
		title := c.phrase(words, 1+c.IntN(5), between)
		items = append(items, testItem(fmt.Sprintf("%s %d", folder, n), fmt.Sprintf("%02d - %s.mp3", i+1, title), probed{title: title, artist: artist, album: album, track: i + 1}))
	}
	return items
}

func (c *collection) untagged(items []*item, n int) []*item {
	for i := range 30 {
		items = append(items, testItem(fmt.Sprintf("Old/%d", n), c.phrase(c.words, 4, "_")+fmt.Sprintf("-%d_%d.mp3", n, i), probed{}))
	}
	return items
}

func (c *collection) series(items []*item, n int) []*item {
	name := c.phrase(c.words, 2, ".")
	for i := range 24 {
		items = append(items, testItem(fmt.Sprintf("Series/%s/Season %d", name, n), fmt.Sprintf("%s.S%02dE%02d.1080p.WEB.x264.mkv", name, n%20, i), probed{}))
	}
	return items
}

// keystrokes are n states of a search field: titles and "title artist", typed
// letter by letter, between them what is short, has no hit, or hits everything.
func keystrokes(items []*item, n int) []string {
	r := rand.New(rand.NewPCG(3, 3))
	fixed := []string{"b", "be", "bea", "beat", "愛", "東京", "夜空雨", "e", "ng", "the", ".mp3", "mp3", "01", "s01e02 web", "zzzz", "absent words", "ä", "æ", "music", "1080p.web", "a e i o"}
	var out []string
	for len(out) < n {
		it := items[r.IntN(len(items))]
		typed := it.Title
		switch r.IntN(3) {
		case 0:
			words := strings.Fields(it.Title)
			slices.Reverse(words)
			typed = strings.Join(words, " ")
		case 1:
			typed = it.Artist + " " + it.Title
		}
		runes := []rune(strings.TrimSpace(typed))
		for i := range min(len(runes), 20) {
			out = append(out, string(runes[:i+1]))
		}
		out = append(out, fixed[r.IntN(len(fixed))])
	}
	return out[:n]
}

// A searcher is the index or what it is compared with.
type searcher interface {
	search(query string, offset, limit int) Page
}

// BenchmarkKeystroke searches for what people type, one state of the field after
// another; p99-ms is the time that 99 of 100 stay under, max-ms the worst.
//
//	go test -run '^$' -bench Keystroke -benchtime 20000x ./library
func BenchmarkKeystroke(b *testing.B) {
	items := newCollection().files(benchFiles)
	typed := keystrokes(items, 20_000)
	for _, way := range []struct {
		name string
		searcher
	}{{"index", newIndex(items)}, {"changed", changedIndex(items)}, {"linear", newLinear(items)}} {
		b.Run(way.name, func(b *testing.B) { benchKeystrokes(b, way.searcher, typed) })
	}
}

// changedIndex has had a tenth of its files come and go since it was made.
func changedIndex(items []*item) *index {
	tenth := len(items) / 10
	x := newIndex(slices.Clone(items[:len(items)-tenth]))
	return x.with(slices.Clone(items[tenth:]))
}

// linearShare is how many keystrokes less the slow way is measured with.
const linearShare = 20

func benchKeystrokes(b *testing.B, x searcher, typed []string) {
	if _, slow := x.(*linear); slow && b.N > linearShare {
		b.N /= linearShare
	}
	var took []time.Duration
	worst := ""
	for i := range b.N {
		q := typed[i%len(typed)]
		began := time.Now()
		x.search(q, (i%4)*50, 50)
		took = append(took, time.Since(began))
		if took[i] == slices.Max(took[max(0, i-1):]) && took[i] >= slices.Max(took) {
			worst = q
		}
	}
	slices.Sort(took)
	b.Logf("worst: %q", worst)
	ms := func(d time.Duration) float64 { return float64(d) / 1e6 }
	b.ReportMetric(ms(took[len(took)/2]), "p50-ms")
	b.ReportMetric(ms(took[len(took)*99/100]), "p99-ms")
	b.ReportMetric(ms(took[len(took)-1]), "max-ms")
}
