package listfile

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// file returns a file of testdata.
func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// onDisk takes every path for a file of a library.
var onDisk = Files(func(location string) (string, string) { return "/library/" + location, "" })

// A list of VLC's, written after what VLC writes, comes in whole.
func TestVLC(t *testing.T) {
	list, skipped, err := Parse(file(t, "vlc.m3u8"), "vlc.m3u8", onDisk)
	if err != nil || len(skipped) > 0 {
		t.Fatalf("skipped %v, error %v", skipped, err)
	}
	want := []Item{
		{URL: "https://music.example.com/ann/first%20song.mp3", Title: "Ann Artist - The First Song", Duration: 212_000},
		{URL: "https://radio.example.org:8443/stream?quality=high&token=a,b", Title: "Radio Nowhere, the late show"},
		{URL: "https://films.example.net/a-film.mp4", Title: "A Film (2019)", Duration: 5_025_000, Start: 12_500, End: 4_800_000},
		{URL: "https://music.example.com/%C3%9Cberraschung.ogg", Title: "Überraschung – 驚き", Duration: 62_000},
		{URL: "https://youtu.be/dQw4w9WgXcQ", Title: "https://youtu.be/dQw4w9WgXcQ"},
		{URL: "https://music.example.com/without-a-word.flac"},
		{URL: "/library/Home/Takes/recording.wav", Title: "Home Recording", Duration: 180_000},
		{URL: "/library/file:///home/ann/Music/From%20the%20disk.mp3", Title: "From the disk", Duration: 181_000},
	}
	if diff := cmp.Diff(want, list.Items); diff != "" {
		t.Error(diff)
	}

	list, skipped, err = Parse(file(t, "vlc.m3u8"), "")
	if err != nil || len(list.Items) != 6 {
		t.Fatalf("without a library: %d items, %v", len(list.Items), err)
	}
	const why = "this is a file on a disk and no link"
	if diff := cmp.Diff([]Skipped{
		{17, "Home/Takes/recording.wav", why},
		{19, "file:///home/ann/Music/From%20the%20disk.mp3", why},
	}, skipped); diff != "" {
		t.Error(diff)
	}
}

// A list of Strawberry's, written after the specification of XSPF, comes in whole.
func TestStrawberry(t *testing.T) {
	list, skipped, err := Parse(file(t, "strawberry.xspf"), "x")
	if err != nil || len(skipped) > 0 {
		t.Fatalf("skipped %v, error %v", skipped, err)
	}
	want := []Item{
		{URL: "https://music.example.com/ann/first%20song.mp3", Title: "Ann Artist – The First Song", Duration: 212_000, Thumbnail: "https://music.example.com/ann/cover.jpg"},
		{URL: "https://music.example.com/ben/%E6%AD%8C.flac", Title: "Ben – 歌 <live>", Duration: 185_440},
		{URL: "https://music.example.com/recording.wav", Title: "Home Recording"},
		{URL: "https://radio.example.org/stream", Title: "A station, that never ends"},
	}
	if diff := cmp.Diff(want, list.Items); diff != "" {
		t.Error(diff)
	}
}

const (
	a = "https://x.example/a.mp3"
	b = "https://x.example/b%20b.mp4?c=1&d=2"
)

func TestRead(t *testing.T) {
	tests := []struct {
		name, text string
		want       []Item
		skipped    int
	}{
		{"M3U with titles, paths, comments", "#EXTM3U\r\n#EXTINF:123,Ann – One\r\n" + a + "\r\n# a note\r\n\r\n../c.mp3\r\n#EXTINF:-1,\r\n" + b + "\r\n",
			[]Item{{URL: a, Title: "Ann – One", Duration: 123_000}, {URL: b}}, 1},
		{"commas in attributes", "#EXTM3U\n#EXTINF:-1 tvg-logo=\"https://x.example/i.png\" group=\"a,b\",News, at ten\n" + a,
			[]Item{{URL: a, Title: "News, at ten", Thumbnail: "https://x.example/i.png"}}, 0},
		{"a quote that nobody closes", "#EXTM3U\n#EXTINF:1 \"x,Title\n" + a, []Item{{URL: a, Title: "Title", Duration: 1000}}, 0},
		{"M3U without its first line", "#EXTINF:1,One\n" + a, []Item{{URL: a, Title: "One", Duration: 1000}}, 0},
		{"artists", "#EXTM3U\n#EXTART:Ann\n#EXTINF:1,One\n" + a, []Item{{URL: a, Title: "Ann – One", Duration: 1000}}, 0},
		{"a byte order mark", "\ufeff#EXTM3U\n" + a, []Item{{URL: a}}, 0},
		{"Latin-1", "#EXTM3U\n#EXTINF:1,Zo\xeb\n" + a, []Item{{URL: a, Title: "Zoë", Duration: 1000}}, 0},
		{"UTF-16", "\xff\xfe#\x00E\x00X\x00T\x00M\x003\x00U\x00\n\x00" + utf16le(a), []Item{{URL: a}}, 0},
		{"old Macs' lines", "#EXTM3U\r#EXTINF:1,One\r" + a + "\r", []Item{{URL: a, Title: "One", Duration: 1000}}, 0},
		{"spaces in addresses", "#EXTM3U\nhttps://x.example/a b.mp3", []Item{{URL: "https://x.example/a%20b.mp3"}}, 0},
		{"schemes that are not of the web", "#EXTM3U\njavascript:alert(1)\ndata:text/html,x\nrtsp://x.example/a\nhttps:///x\nhttp://a b/", nil, 5},
		{"nonsense for times", "#EXTM3U\n#EXTINF:NaN,x\n#EXTVLCOPT:start-time=1e400\n#EXTVLCOPT:stop-time=-4\n" + a, []Item{{URL: a, Title: "x"}}, 0},
		{"an end before the start", "#EXTM3U\n#EXTVLCOPT:start-time=9\n#EXTVLCOPT:stop-time=3\n" + a, []Item{{URL: a, Start: 9000}}, 0},

		{"PLS of a radio station", "[playlist]\r\nNumberOfEntries=2\r\nFile2=" + b + "\r\nTitle2=Two\r\nFile1=" + a + "\r\nTitle1=One = 1\r\nLength1=-1\r\nLength2=12\r\nFile3=\r\nTitle9=x\r\nVersion=2\r\n",
			[]Item{{URL: a, Title: "One = 1"}, {URL: b, Title: "Two", Duration: 12_000}}, 1},
		{"Kodi's add-on for YouTube", "#EXTM3U\nplugin://plugin.video.youtube/play/?video_id=dQw4w9WgXcQ\nplugin://plugin.video.other/?video_id=dQw4w9WgXcQ\nsmb://nas/a.mp3",
			[]Item{{URL: "https://www.youtube.com/watch?v=dQw4w9WgXcQ"}}, 2},

		{"XSPF", `<?xml version="1.0"?><playlist version="1" xmlns="http://xspf.org/ns/0/"><title>Mine</title><trackList>
			<track><title>One &amp; &#228;&#x4e00;</title><creator>Ann</creator><location> ` + a + ` </location></track>
			<!-- <track><location>` + b + `</location></track> -->
			<track><location>` + strings.ReplaceAll(b, "&", "&amp;") + `</location><title><![CDATA[<b>]]></title></track>
			<track><title>no place</title></track></trackList></playlist>`,
			[]Item{{URL: a, Title: "Ann – One & ä一"}, {URL: b, Title: "<b>"}}, 1},
		{"XSPF with bare ampersands", `<playlist><trackList><track><location>` + b + `</location></track></trackList></playlist>`, []Item{{URL: b}}, 0},
		{"XSPF with prefixes", `<x:playlist xmlns:x="http://xspf.org/ns/0/"><x:trackList><x:track><x:location>` + a + `</x:location></x:track></x:trackList></x:playlist>`, []Item{{URL: a}}, 0},
		{"XSPF that breaks off", `<playlist><trackList><track><location>` + a + `</location></track><track><location>` + b, []Item{{URL: a}}, 1},
		{"XSPF in Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><playlist><trackList><track><location>" + a + "</location><title>Zo\xeb</title></track></trackList></playlist>", []Item{{URL: a, Title: "Zoë"}}, 0},
		{"a title that nobody closed", `<playlist><trackList><track><title>One<location>` + a + `</location></track><track><location>` + b + `</location></track></trackList></playlist>`, []Item{{URL: b}}, 1},

		{"JSPF", `{"playlist":{"title":"x","track":[{"location":["file:///a","` + a + `"],"title":"One","creator":"Ann","duration":1234},{"identifier":["x"]}]}}`,
			[]Item{{URL: a, Title: "Ann – One", Duration: 1234}}, 1},
		{"our download", `{"event":"download","data":{"state":{"items":[{"id":"1","media":{"url":"` + a + `","title":"One"},"start":5000,"end":9000}]}}}`,
			[]Item{{URL: a, Title: "One", Start: 5000, End: 9000}}, 0},
		{"our state", `{"state":{"items":[{"media":{"url":"` + a + `"}}]}}`, []Item{{URL: a}}, 0},
		{"our history", `{"items":[{"item":{"media":{"url":"` + a + `"}},"at":1}]}`, []Item{{URL: a}}, 0},
		{"an upload", `{"items":[{"url":"` + a + `","title":"One"}]}`, []Item{{URL: a, Title: "One"}}, 0},
		{"an array of links", `["` + a + `","file:///a.mp3",7,null,"dQw4w9WgXcQ"]`, []Item{{URL: a}, {URL: "dQw4w9WgXcQ"}}, 3},
		{"wrong types in an entry", `[{"url":"` + a + `","start":"x","end":[],"title":7},{"url":{}},{"url":"` + b + `","start":9,"end":3}]`, []Item{{URL: a}, {URL: b, Start: 9}}, 1},

		{"plain links", "# mine\n" + a + "\n\n" + b + "\nhello there\ndQw4w9WgXcQ\nhello-world\n", []Item{{URL: a}, {URL: b}, {URL: "dQw4w9WgXcQ"}}, 2},
		{"titles before and after links", "One <" + a + ">\n2. Two: " + a + "\n- " + a + " – Three!\n[Four](" + a + ")\n• " + a + ".\nsee (" + a + ")",
			[]Item{{URL: a, Title: "One"}, {URL: a, Title: "Two"}, {URL: a, Title: "Three!"}, {URL: a, Title: "Four"}, {URL: a}, {URL: a, Title: "see"}}, 0},
		{"comments of downloaders", "; note " + b + "\n] note\n# note\n" + a, []Item{{URL: a}}, 0},
		{"several links in a line", "both " + a + ", " + b + ".", []Item{{URL: a}, {URL: b}}, 0},
		{"brackets of an address", "https://x.example/a_(b)", []Item{{URL: "https://x.example/a_(b)"}}, 0},
		{"a chat", "[12:04] Ann: " + a + "\nnice!!", []Item{{URL: a, Title: "12:04] Ann"}}, 1},
		{"nothing", "", nil, 0},
	}
	for _, tt := range tests {
		list, skipped, err := Parse([]byte(tt.text), "")
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(tt.want, list.Items); diff != "" || len(skipped) != tt.skipped {
			t.Errorf("%s: skipped %v, want %d; %s", tt.name, skipped, tt.skipped, diff)
		}
	}
}

func utf16le(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
		b.WriteByte(0)
	}
	return b.String()
}

// The name decides only where the content says nothing.
func TestName(t *testing.T) {
	text := "Music/one.mp3\n" + a
	for name, want := range map[string]string{"l.m3u": "Music/one.mp3", "L.M3U8": "Music/one.mp3", "l.txt": "Music/one.mp3", "l.xspf": "Music/one.mp3"} {
		list, _, err := Parse([]byte(text), name, onDisk)
		if err != nil || len(list.Items) != 2 || list.Items[0].URL != "/library/"+want {
			t.Errorf("%s: %+v, %v", name, list, err)
		}
	}
	for _, name := range []string{"l.json", "l.xspf", "l"} {
		if list, _, err := Parse([]byte("#EXTM3U\n"+a), name); err != nil || len(list.Items) != 1 {
			t.Errorf("%s: %+v, %v; want an M3U", name, list, err)
		}
	}
}

func TestNoList(t *testing.T) {
	deep := func(open string, n int) string { return strings.Repeat(open, n) }
	tests := []struct{ name, text, want string }{
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this is no list of links, but a file of another kind"},
		{"zeros", strings.Repeat("\x00", 1000), "this is no list of links, but a file of another kind"},
		{"control characters", strings.Repeat("\x01\x02", 100), "this is no list of links, but a file of another kind"},
		{"HTML", "<!doctype html><html><body>x</body></html>", "this is XML or a web page and no XSPF list"},
		{"other XML", `<?xml version="1.0"?><rss></rss>`, "this is XML or a web page and no XSPF list"},
		{"deep XML", "<playlist>" + deep("<a>", 100_000), "the elements of this file lie too deep in one another"},
		{"an XML bomb", `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><lolz>&lol2;</lolz>`, "this is XML or a web page and no XSPF list"},
		{"half an XSPF", "<playlist><trackList>", "this file breaks off before its first entry"},
		{"broken XML", "<playlist><<<", "this XML cannot be read, from line 1 on"},
		{"deep JSON", deep("[", 100_000), ""},
		{"deep objects", deep(`{"a":`, 100_000), "this JSON cannot be read"},
		{"broken JSON", `{"items":[`, "this JSON cannot be read"},
		{"JSON without a list", `{"a":1}`, "this JSON holds no list"},
		{"a stream", "#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:6,\nseg1.ts\n", "this is the manifest of one stream and no list"},
		{"a newer one", `{"remoted":2,"items":{}}`, ErrNewer.Error()},
		{"no version", `{"remoted":"x","items":[]}`, "this list does not say in which version it is written"},
		{"wrong type of items", `{"remoted":1,"items":7}`, "items is of the wrong type, number"},
		{"wrong type of a start", `{"remoted":1,"items":[{"media":{"url":"https://x.example"},"start":"5"}]}`, "items.start is of the wrong type, string"},
		{"volume", `{"remoted":1,"items":[],"settings":{"volume":101,"repeat":"none","rate":1}}`, "settings.volume is not from 0 to 100"},
		{"repeat", `{"remoted":1,"items":[],"settings":{"repeat":"some","rate":1}}`, "settings.repeat is not none, one or all"},
		{"rate", `{"remoted":1,"items":[],"settings":{"repeat":"all","rate":9}}`, "settings.rate is not from 0.25 to 2"},
		{"captions", `{"remoted":1,"items":[],"settings":{"repeat":"all","rate":1,"captions":"a b"}}`, "settings.captions is no language"},
		{"a current item alone", `{"remoted":1,"items":[],"current":{"item":0}}`, "a current item needs the settings beside it"},
		{"too large", strings.Repeat("x", MaxBytes+1), ErrTooLarge.Error()},
	}
	for _, tt := range tests {
		list, _, err := Parse([]byte(tt.text), "x.json")
		if err == nil || tt.want != "" && err.Error() != tt.want {
			t.Errorf("%s: got %+v, %v; want %q", tt.name, list, err, tt.want)
		}
	}
}

// Files made to be slow are not: each of these is long enough that a square of its length shows.
func TestSlow(t *testing.T) {
	fill := func(s string) string { return strings.Repeat(s, MaxBytes/32/len(s)) }
	began := time.Now()
	for _, text := range []string{
		fill("<track>"), "<playlist>" + fill("<!--")[10:], fill("https://x/))))))))"), "https://x/" + fill(")")[10:], fill("(")[10:] + "https://x/",
		"#EXTM3U\n#EXTINF:" + fill(`"a`)[20:], fill("[[")[1:], "[" + fill(`"a",`)[8:] + `""]`, "<playlist><trackList><track><title>" + fill("<![CDATA[")[40:],
		fill("- [x] "), fill("<https://x> "), fill("1. "), fill("#EXT-X-A\n"), `{"remoted":1,"items":[` + fill(`{},`)[60:] + `{}]}`,
	} {
		if len(text) > MaxBytes {
			t.Fatalf("%.20s…: %d bytes", text, len(text))
		}
		if list, _, err := Parse([]byte(text), ""); err == nil {
			sound(t, list)
		}
	}
	if took := time.Since(began); took > 5*time.Minute { // a machine that does much else takes one, and a square of the length hours
		t.Errorf("took %v", took)
	}
}

// Entities that a file defines are not expanded, wherever they stand.
func TestEntities(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
		<playlist><trackList><track><location>` + a + `</location><title>&b; &f;</title></track></trackList></playlist>`
	list, _, err := Parse([]byte(bomb), "")
	if err != nil || len(list.Items) != 1 || list.Items[0].Title != "&b; &f;" {
		t.Errorf("got %+v, %v; want the entities as they stand", list, err)
	}
}

func TestStreamDuration(t *testing.T) {
	_, _, err := Parse([]byte("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6.5,\n1.ts\n#EXTINF:3,\n2.ts\n#EXT-X-ENDLIST"), "")
	if s, ok := errors.AsType[*StreamError](err); !ok || s.Duration != 9500 {
		t.Errorf("got %v, want a stream of 9500 ms", err)
	}
}

func TestBounds(t *testing.T) {
	many := strings.Repeat(a+"\n", MaxItems+7)
	list, skipped, err := Parse([]byte(many), "")
	if err != nil || len(list.Items) != MaxItems {
		t.Fatalf("%d items, %v; want %d", len(list.Items), err, MaxItems)
	}
	if diff := cmp.Diff([]Skipped{{Why: "the list has 7 items more; a session holds at most 5000"}}, skipped); diff != "" {
		t.Error(diff)
	}
	long := "#EXTM3U\n#PLAYLIST:" + strings.Repeat("𝄞", 400) + "\n#EXTINF:1," + strings.Repeat("é", 301) + "\n" + a + "\nhttps://x.example/" + strings.Repeat("y", MaxURL)
	list, skipped, err = Parse([]byte(long), "")
	if err != nil || len(list.Items) != 1 || len(skipped) != 1 {
		t.Fatalf("%d items, %v, %v", len(list.Items), skipped, err)
	}
	if got := len([]rune(list.Items[0].Title)); got != MaxTitle || len([]rune(list.Title)) != MaxTitle {
		t.Errorf("titles of %d and %d characters, want %d", got, len([]rune(list.Title)), MaxTitle)
	}
	if got := len([]rune(skipped[0].Text)); got != maxShown || skipped[0].Why != "the address has more than 2048 characters" {
		t.Errorf("skipped %+v", skipped[0])
	}
}

// What an item keeps is plain text of one line.
// Entries that cannot be played are looked up, but not without end.
func TestManyThatAreNone(t *testing.T) {
	asked := 0
	find := Files(func(string) (string, string) { asked++; return "", "there is no such file" })
	_, skipped, err := Parse([]byte(strings.Repeat("01.mp3\n", 3*MaxItems)), "", find)
	if err != nil || asked != MaxItems || len(skipped) != MaxItems {
		t.Fatalf("got %d skipped, %v, after %d were looked up; want %d", len(skipped), err, asked, MaxItems)
	}
	if got, want := skipped[MaxItems-1].Why, "more than 4999 entries cannot be played; the 10000 behind them were not looked at"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTitles(t *testing.T) {
	for in, want := range map[string]string{
		"  two   words ":       "two words",
		"turned\u202egnorw":    "turnedgnorw",
		"tab\tand\u00a0space":  "tab and space",
		"👩\u200d👩\u200d👧":      "👩\u200d👩\u200d👧",
		"not \xff valid":       "not valid",
		"":                     "",
		" ":                    "",
		"a b":                  "a b",
		"trailing ":            "trailing",
		"\ufeffmark\u200bless": "markless",
	} {
		if got := plain(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestWithin(t *testing.T) {
	for _, tt := range []struct{ start, end, duration, wantStart, wantEnd int64 }{
		{0, 0, 0, 0, 0},
		{5, 9, 0, 5, 9},
		{5, 9, 10, 5, 9},
		{10, 0, 10, 0, 0},
		{12, 20, 10, 0, 20},
		{5, 5, 10, 5, 0},
		{5, 3, 0, 5, 0},
	} {
		start, end := Item{Start: tt.start, End: tt.end}.Within(tt.duration)
		if start != tt.wantStart || end != tt.wantEnd {
			t.Errorf("%d to %d of %d: got %d to %d, want %d to %d", tt.start, tt.end, tt.duration, start, end, tt.wantStart, tt.wantEnd)
		}
	}
}
