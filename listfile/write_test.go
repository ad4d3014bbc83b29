package listfile

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// kept is what a format keeps of a list, as docs/lists.md says.
func kept(l List, f Format) List {
	out := List{Title: l.Title, State: l.State}
	if f != JSON {
		out.State = nil
	}
	if f == Text {
		out.Title = ""
	}
	for _, it := range l.Items {
		switch f {
		case M3U8:
			it.Kept = nil
		case XSPF, JSPF:
			it.Kept, it.Start, it.End = nil, 0, 0
		case Text:
			it = Item{URL: it.URL, Title: it.Title}
		}
		out.Items = append(out.Items, it)
	}
	return out
}

// texts that are titles of some list: words of many scripts, and what a format
// could take for its own marks.
func aTitle() *rapid.Generator[string] {
	words := rapid.SampledFrom([]string{
		"One", "two,", "#3", "Ann – Ben", "ä", "歌", "👩‍👧", "<b>", "&amp;", "&", `"quoted"`, "#EXTINF:1,x", "]]>", "a=b", "12:04",
		"(live)", "- x", "{", "[", "x:", "%20", `\`, "'", "–", "1.", "//", "*",
	})
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(words, 0, 6).Draw(t, "words"), " ") })
}

func anItem(t *rapid.T) Item {
	it := Item{
		URL:      "https://" + rapid.StringMatching(`[a-z]{1,8}\.example(:[1-9][0-9]{1,3})?/[A-Za-z0-9_.~%-]{0,2}/[a-z0-9&=?,;()!*'+@:-]{0,20}[a-z0-9]`).Draw(t, "url"),
		Title:    aTitle().Draw(t, "title"),
		Duration: rapid.Int64Range(0, 10_000_000_000).Draw(t, "duration"),
	}
	it.URL = strings.ReplaceAll(it.URL, "%", "%25")
	if rapid.Bool().Draw(t, "moment") {
		it.Start = rapid.Int64Range(0, 100_000).Draw(t, "start")
		it.End = it.Start + rapid.Int64Range(1, 100_000).Draw(t, "length")
		it.Duration += it.End
	}
	if rapid.Bool().Draw(t, "picture") {
		it.Thumbnail = "https://x.example/i.png?a=1&b=2"
	}
	if rapid.Bool().Draw(t, "kept") {
		it.Kept = &Kept{Provider: "file", Ref: it.URL, Client: "c1", Name: "Ann", AddedAt: rapid.Int64Range(1, 1<<41).Draw(t, "at"), Failed: "no & more"}
	}
	return it
}

// Whatever is written is read again as it was, as far as the format keeps it.
func TestRoundTrip(t *testing.T) {
	for _, f := range Formats {
		t.Run(string(f), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				l := List{Title: aTitle().Draw(t, "list title")}
				for range rapid.IntRange(0, 8).Draw(t, "items") {
					l.Items = append(l.Items, anItem(t))
				}
				if rapid.Bool().Draw(t, "state") {
					l.State = &State{Volume: 30, Muted: true, Repeat: "one", Shuffle: true, Captions: "zh-Hant", Rate: 0.5, Current: len(l.Items) - 1}
					if l.State.Current >= 0 {
						l.State.Position = 77
					}
				}
				data, err := Encode(l, f)
				if err != nil {
					t.Fatal(err)
				}
				got, skipped, err := Parse(data, "list."+string(f))
				if err != nil || len(skipped) > 0 {
					t.Fatalf("skipped %v, error %v in:\n%s", skipped, err, data)
				}
				want := kept(l, f)
				if f == Text { // where a title would be misread, the link stands alone
					for i := range want.Items {
						if i < len(got.Items) && got.Items[i].Title == "" {
							want.Items[i].Title = ""
						}
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s in:\n%s", diff, data)
				}
			})
		})
	}
}

// An ordinary title is kept in plain text, too.
func TestTextKeepsTitles(t *testing.T) {
	l := List{Title: "Mine", Items: []Item{{URL: a, Title: "Ann – One (live), 2019"}, {URL: b}, {URL: a, Title: "#1"}, {URL: a, Title: "see https://x.example"}}}
	data, err := Encode(l, Text)
	if err != nil {
		t.Fatal(err)
	}
	want := "# Mine\nAnn – One (live), 2019 <" + a + ">\n" + b + "\n" + a + "\n" + a + "\n"
	if string(data) != want {
		t.Errorf("got:\n%swant:\n%s", data, want)
	}
}

// What other players read, letter by letter.
func TestWritten(t *testing.T) {
	l := List{Title: "Mine & yours", Items: []Item{
		{URL: b, Title: "A, B & C", Duration: 62_500, Start: 1000, End: 9050, Thumbnail: "https://x.example/i.png"},
		{URL: a},
	}}
	for f, want := range map[Format]string{
		M3U8: "#EXTM3U\n#PLAYLIST:Mine & yours\n#EXTINF:62.5,A, B & C\n#EXTIMG:https://x.example/i.png\n#EXTVLCOPT:start-time=1\n#EXTVLCOPT:stop-time=9.05\n" + b + "\n" + a + "\n",
		XSPF: xml.Header + `<playlist xmlns="http://xspf.org/ns/0/" version="1">
  <title>Mine &amp; yours</title>
  <trackList>
    <track>
      <location>` + strings.ReplaceAll(b, "&", "&amp;") + `</location>
      <title>A, B &amp; C</title>
      <image>https://x.example/i.png</image>
      <duration>62500</duration>
    </track>
    <track>
      <location>` + a + `</location>
    </track>
  </trackList>
</playlist>
`,
		JSPF: "{\n \"playlist\": {\n  \"title\": \"Mine & yours\",\n  \"track\": [\n   {\n    \"location\": [\n     \"" + b + "\"\n    ],\n    \"title\": \"A, B & C\",\n    \"image\": \"https://x.example/i.png\",\n    \"duration\": 62500\n   },\n   {\n    \"location\": [\n     \"" + a + "\"\n    ]\n   }\n  ]\n }\n}\n",
	} {
		if got, err := Encode(l, f); err != nil || string(got) != want {
			t.Errorf("%s: %v, got:\n%swant:\n%s", f, err, got, want)
		}
	}
	if _, err := Encode(l, "doc"); err == nil {
		t.Error("an unknown format: want an error")
	}
}

// Lines in titles and addresses do not make entries of their own.
func TestNoInjection(t *testing.T) {
	l := List{Title: "x\n" + b, Items: []Item{{URL: a + "\n" + b, Title: "one\r\n" + b + "\n#EXTINF:1,two"}}}
	for _, f := range Formats {
		data, err := Encode(l, f)
		if err != nil {
			t.Fatal(err)
		}
		if got, _, err := Parse(data, "x."+string(f)); err != nil || len(got.Items) > 1 {
			t.Errorf("%s: %d items, %v in:\n%s", f, len(got.Items), err, data)
		}
	}
}

// testdata/remoted-1.json is never edited: it is on people's disks.
func TestFrozen(t *testing.T) {
	data := file(t, "remoted-1.json")
	list, skipped, err := Parse(data, "")
	if err != nil || len(skipped) > 0 {
		t.Fatalf("%v, %v", skipped, err)
	}
	want := List{
		Title: "Friday night",
		Items: []Item{
			{
				URL: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", Title: "Never & never", Duration: 212_000, Start: 5000, End: 60_000,
				Thumbnail: "https://i.ytimg.com/vi/dQw4w9WgXcQ/hqdefault.jpg",
				Kept:      &Kept{Provider: "youtube", Ref: "dQw4w9WgXcQ", Client: "6b7a1c1e-6c0a-4d2f-8a70-3f3b0a2f9a11", Name: "Ann", AddedAt: 1763791234567},
			},
			{
				URL: "https://films.example.net/a.mp4", Title: "A film",
				Kept: &Kept{Provider: "file", Ref: "https://films.example.net/a.mp4", AddedAt: 1763791234999, Failed: "the file is gone"},
			},
		},
		State: &State{Volume: 65, Muted: true, Repeat: "all", Shuffle: true, Captions: "de", Rate: 1.25, Current: 0, Position: 12345},
	}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
	again, err := Encode(list, JSON)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("written again (%v):\n%s", err, cmp.Diff(string(data), string(again)))
	}
}

// The current item is found although one before it cannot be read.
func TestCurrentBehindSkipped(t *testing.T) {
	data := `{"remoted":1,"items":[{"media":{"url":"/nowhere"}},{"media":{"url":"` + a + `"}}],"settings":{"volume":1,"repeat":"none","rate":1},"current":{"item":1,"position":5}}`
	list, skipped, err := Parse([]byte(data), "")
	if err != nil || len(skipped) != 1 || list.State.Current != 0 || list.State.Position != 5 {
		t.Errorf("got %+v, %v, %v", list.State, skipped, err)
	}
}

func TestDuration(t *testing.T) {
	l := List{Items: []Item{{Duration: 60_000, Start: 10_000}, {End: 5000}}}
	if got, known := l.Duration(); got != 55_000 || !known {
		t.Errorf("got %d, %v; want 55000", got, known)
	}
	l.Items = append(l.Items, Item{})
	if got, known := l.Duration(); got != 55_000 || known {
		t.Errorf("got %d, %v; want 55000, not known", got, known)
	}
}

// sound reports what must be true of any list that was read.
func sound(t *testing.T, l List) {
	t.Helper()
	if len(l.Items) > MaxItems || len([]rune(l.Title)) > MaxTitle {
		t.Fatalf("%d items, title %q", len(l.Items), l.Title)
	}
	for _, it := range l.Items {
		if it.URL == "" || len([]rune(it.URL)) > MaxURL || len([]rune(it.Title)) > MaxTitle || plain(it.Title) != it.Title ||
			it.Start < 0 || it.End != 0 && it.End <= it.Start || it.Duration < 0 {
			t.Fatalf("item %+v", it)
		}
		if it.URL[0] != '/' && !strings.HasPrefix(strings.ToLower(it.URL), "http") && !IsYouTubeID(it.URL) {
			t.Fatalf("address %q", it.URL)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, name := range []string{"vlc.m3u8", "strawberry.xspf", "remoted-1.json"} {
		f.Add(file(f, name), name)
	}
	f.Add([]byte("#EXTM3U\n#EXT-X-VERSION:3"), "x.m3u8")
	f.Add([]byte(`{"playlist":{"track":[{"location":"`+a+`"}]}}`), "x.jspf")
	f.Add([]byte("- One <"+a+">\n[x]("+b+")\n3) "+a), "x.txt")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		list, _, err := Parse(data, name)
		if err != nil {
			return
		}
		sound(t, list)
		for _, format := range Formats {
			out, err := Encode(list, format)
			if err != nil {
				t.Fatal(err)
			}
			again, skipped, err := Parse(out, "x."+string(format))
			if len(out) > MaxBytes {
				continue
			}
			if err != nil || len(again.Items) != len(list.Items) || len(skipped) > 0 {
				t.Fatalf("%s: %d of %d items, skipped %v, %v in:\n%s", format, len(again.Items), len(list.Items), skipped, err, out)
			}
		}
	})
}

func BenchmarkParseM3U8(b *testing.B) {
	var l List
	for i := range MaxItems {
		l.Items = append(l.Items, Item{URL: fmt.Sprintf("https://music.example.com/%d/song%%20of%%20somebody.mp3", i), Title: fmt.Sprintf("Ann Artist – Song number %d", i), Duration: 212_000})
	}
	data, err := Encode(l, M3U8)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if got, _, err := Parse(data, ""); err != nil || len(got.Items) != MaxItems {
			b.Fatal(len(got.Items), err)
		}
	}
}
