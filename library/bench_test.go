package library

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
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
// another; 99 of 100 take less than p99-ms, the worst max-ms. The figures that
// begin with core- leave out the time in which the machine did something else.
func BenchmarkKeystroke(b *testing.B) {
	items := newCollection().files(benchFiles)
	typed := keystrokes(items, 10_000)
	b.Run("index", func(b *testing.B) { benchKeystrokes(b, newIndex(slices.Clone(items)), typed) })
	b.Run("index, a tenth changed", func(b *testing.B) { benchKeystrokes(b, changedIndex(items), typed) })
	b.Run("linear", func(b *testing.B) { benchKeystrokes(b, scan{newLinear(items)}, typed[:500]) }) // some 10 s
}

// A scan is the search that there was before the index: every text is looked at, and
// what matches comes in order, without ranks.
type scan struct{ *linear }

func (x scan) search(query string, offset, limit int) Page {
	words := queryWords(query)
	p := Page{Next: -1}
	for i, text := range x.texts {
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) }) {
			continue
		}
		if p.Total >= offset && len(p.Items) < limit {
			p.Items = append(p.Items, x.items[i].Entry)
		}
		p.Total++
	}
	return p
}

// changedIndex has had a tenth of its files come and go since it was made.
func changedIndex(items []*item) *index {
	tenth := len(items) / 10
	x := newIndex(slices.Clone(items[:len(items)-tenth]))
	return x.with(slices.Clone(items[tenth:]))
}

func benchKeystrokes(b *testing.B, x searcher, typed []string) {
	runtime.GC() // what was made for the benchmark is not the search's to clear away
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var all, core []time.Duration
	for b.Loop() {
		for i, q := range typed {
			began, beganCore := time.Now(), threadTime()
			x.search(q, i%4*defaultPage, defaultPage)
			core, all = append(core, threadTime()-beganCore), append(all, time.Since(began))
		}
	}
	b.ReportMetric(0, "ns/op") // of a whole round: says nothing
	b.ReportMetric(msAt(all, 0.5), "p50-ms")
	b.ReportMetric(msAt(all, 0.99), "p99-ms")
	b.ReportMetric(msAt(all, 1), "max-ms")
	b.ReportMetric(msAt(core, 0.99), "core-p99-ms")
	b.ReportMetric(msAt(core, 1), "core-max-ms")
}

// msAt returns what a share of the times stay under, in ms.
func msAt(took []time.Duration, share float64) float64 {
	slices.Sort(took)
	return took[int(share*float64(len(took)-1))].Seconds() * 1e3
}

// BenchmarkIndex makes an index of all files. B/file is what it holds beside the
// items, item-B/file what those hold.
func BenchmarkIndex(b *testing.B) {
	before := heap()
	items := newCollection().files(benchFiles)
	made := heap()
	var x *index
	for b.Loop() {
		x = newIndex(slices.Clone(items))
	}
	perFile := func(from, to uint64) float64 { return float64(int64(to-from)) / benchFiles }
	b.ReportMetric(perFile(before, made), "item-B/file")
	b.ReportMetric(perFile(made, heap()), "B/file")
	runtime.KeepAlive(x)
	runtime.KeepAlive(items)
}

// heap returns the bytes that are in use.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what the first one's finalizers let go
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkChange makes the next index after files came and went: as many came
// since the large segment was made, and one more does each time.
func BenchmarkChange(b *testing.B) {
	items := newCollection().files(benchFiles + freshFloor)
	x := newIndex(slices.Clone(items[:benchFiles]))
	for _, came := range []int{1, 100, freshFloor} {
		b.Run(fmt.Sprintf("%d of %d files", came, benchFiles), func(b *testing.B) {
			for b.Loop() {
				x.with(items[came : benchFiles+came])
			}
		})
	}
}

// BenchmarkViews makes the views for browsing, as the first to look after a change
// has to wait for.
func BenchmarkViews(b *testing.B) {
	x := newIndex(newCollection().files(benchFiles))
	for _, by := range []string{ByFolders, ByArtists, ByAlbums, ByNewest} {
		b.Run(by, func(b *testing.B) {
			for b.Loop() {
				newViews(x.items)[by]()
			}
		})
	}
}

// scanFiles is how many files BenchmarkScan makes: 11 MB in all.
const scanFiles = 2_000

// BenchmarkScan looks into the files of a real folder for the first time, and again
// when nothing has changed.
func BenchmarkScan(b *testing.B) {
	dir := b.TempDir()
	content, err := os.ReadFile("testdata/cbr-id3v1.mp3")
	if err != nil {
		b.Fatal(err)
	}
	for i := range scanFiles {
		folder := filepath.Join(dir, fmt.Sprintf("%02d", i%10), fmt.Sprintf("%03d", i%100))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.mp3", i)), content, 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("first", func(b *testing.B) { benchScan(b, dir, false) })
	b.Run("again", func(b *testing.B) { benchScan(b, dir, true) })
}

func benchScan(b *testing.B, dir string, again bool) {
	roots, err := openRoots([]string{dir})
	if err != nil {
		b.Fatal(err)
	}
	defer closeRoots(roots)
	found := 0
	scan := func() *scanner {
		s := newScanner(roots, &watcher{}, discard(), func(items []*item) { found = len(items) })
		s.first = true
		s.scanAll(b.Context())
		return s
	}
	s := scan()
	for b.Loop() {
		if again {
			s.scanAll(b.Context())
		} else {
			scan()
		}
	}
	if found != scanFiles {
		b.Fatalf("got %d files, want %d", found, scanFiles)
	}
	b.ReportMetric(scanFiles*float64(b.N)/b.Elapsed().Seconds(), "files/s")
}
