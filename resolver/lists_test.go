package resolver

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// expand is Expand of what a web of one address answers.
func expand(t *testing.T, a answer, address string, limit int) ([]playlist.Media, error) {
	t.Helper()
	return newWeb(t, map[string]answer{address: a}).resolver().Expand(t.Context(), address, limit, nil)
}

func sameItems(t *testing.T, got, want []playlist.Media) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("got %d items %+v, want %d", len(got), got, len(want))
	}
	for i := range want {
		same(t, fmt.Sprintf("item %d", i), got[i], want[i])
	}
}

func fileMedia(address, title string, duration int64, thumbnail string) playlist.Media {
	return playlist.Media{Provider: "file", Ref: address, URL: address, Title: title, Duration: duration, Thumbnail: thumbnail}
}

func TestM3U(t *testing.T) {
	const list = "\ufeff#EXTM3U\r\n#PLAYLIST:Mine\r\n" +
		"#EXTINF:123,An Artist - A &amp; Title\r\nhttps://a.example.com/1.mp3\r\n" +
		"#EXTINF:-1 tvg-id=\"x\" group-title=\"News, sports\",Channel One\r\n#EXTIMG:/i.png\r\nlive/one.m3u8\r\n" +
		"# a remark\r\n\r\nhttps://youtu.be/abcdefghijk\r\n" +
		`C:\Music\no.mp3` + "\r\n" + `\\nas\no.mp3` + "\r\nfile:///no.mp3\r\nhttp://192.168.1.1/no.mp3\r\nrtsp://a.example.com/no\r\njavascript:no\r\n" +
		"#EXTINF:12.5\r\n../up.ogg"
	items, err := expand(t, answer{kind: "audio/x-mpegurl", body: list}, "https://example.com/d/list.m3u", 100)
	if err != nil {
		t.Fatal(err)
	}
	sameItems(t, items, []playlist.Media{
		fileMedia("https://a.example.com/1.mp3", "An Artist - A &amp; Title", 123_000, ""),
		{Provider: "hls", Ref: "https://example.com/d/live/one.m3u8", URL: "https://example.com/d/live/one.m3u8", Title: "Channel One", Thumbnail: "https://example.com/i.png"},
		youtubeMedia("abcdefghijk"),
		fileMedia("https://example.com/up.ogg", "up", 12_500, ""),
	})
}

// What a radio station's page links to, whatever type it claims.
func TestPLS(t *testing.T) {
	const list = "[playlist]\nnumberofentries=1\nFile1=https://radio.example.com:8443/live\nTitle1=Radio Nowhere\nLength1=-1\nVersion=2\n"
	for _, kind := range []string{"audio/x-scpls", "text/plain"} {
		items, err := expand(t, answer{kind: kind, body: list}, "https://example.com/listen.pls", 100)
		if err != nil {
			t.Fatal(kind, err)
		}
		sameItems(t, items, []playlist.Media{fileMedia("https://radio.example.com:8443/live", "Radio Nowhere", 0, "")})
	}
}

func TestM3UCharsets(t *testing.T) {
	for body, want := range map[string]string{
		"#EXTM3U\n#EXTINF:1,Zo\xeb\n/1.mp3":                                 "Zoë",
		"#EXTM3U\n" + strings.Repeat("#\n", 2000) + "#EXTINF:1,Zoë\n/1.mp3": "Zoë",
	} {
		items, err := expand(t, answer{kind: "audio/x-mpegurl", body: body}, "https://example.com/l.m3u", 9)
		if err != nil || len(items) != 1 || items[0].Title != want {
			t.Errorf("got %+v, %v; want the title %q", items, err, want)
		}
	}
}

func TestListLimits(t *testing.T) {
	var long strings.Builder
	long.WriteString("#EXTM3U\n")
	for i := range 5000 {
		fmt.Fprintf(&long, "#EXTINF:10,Song %d\nhttps://a.example.com/%d.mp3\n", i, i)
	}
	for limit, want := range map[int]int{0: 0, -1: 0, 1: 1, 150: 150, 200: 200, 201: 200, 1 << 30: 200} {
		items, err := expand(t, answer{kind: "audio/x-mpegurl", body: long.String()}, "https://example.com/l.m3u", limit)
		if len(items) != want || (err != nil) != (want == 0) {
			t.Errorf("limit %d: %d items, %v; want %d", limit, len(items), err, want)
		}
	}
}

// Who opens a list is told how many more it has, from the cache as well.
func TestListLeavesOut(t *testing.T) {
	var m3u, rss strings.Builder
	m3u.WriteString("#EXTM3U\n")
	for i := range MaxItems + 50 {
		fmt.Fprintf(&m3u, "https://a.example.com/%d.mp3\nC:\\%d.mp3\n", i, i)
		fmt.Fprintf(&rss, `<item><enclosure url="https://a.example.com/%d.mp3"/></item>`, i)
	}
	for _, a := range []answer{
		{kind: "audio/x-mpegurl", body: m3u.String()},
		{kind: "text/xml", body: "<rss><channel>" + rss.String() + "</channel></rss>"},
	} {
		r := newWeb(t, map[string]answer{"https://example.com/l": a}).resolver()
		for range 2 {
			came := 0
			left, err := r.Open(t.Context(), "https://example.com/l", func(items []playlist.Media, total int) {
				if came += len(items); total != MaxItems {
					t.Errorf("%s: %d in all, want %d", a.kind, total, MaxItems)
				}
			})
			if came != MaxItems || left != 50 || err != nil {
				t.Errorf("%s: %d came and %d were left, %v; want %d and 50", a.kind, came, left, err, MaxItems)
			}
		}
	}
}

// A list of which only the beginning is read loses no part of an entry.
func TestLongM3U(t *testing.T) {
	line := "https://a.example.com/" + strings.Repeat("x", 1000) + ".mp3\n"
	p := &fetch.Page{URL: &url.URL{Scheme: "https", Host: "example.com"}, Body: []byte(strings.Repeat(line, 3) + line[:50]), Cut: true}
	if got := readM3U(p); len(got.Items) != 3 {
		t.Errorf("%d entries, want 3", len(got.Items))
	}
}

const podcast = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <image><title>Not this one</title><url>https://example.com/small.jpg</url></image>
  <title>A Podcast</title><atom:link href="https://example.com/feed" rel="self" type="application/rss+xml"/>
  <itunes:image href="https://example.com/cover.jpg"/>
  <item><title>Three &amp;amp; more</title><link>https://example.com/3</link>
    <enclosure url="https://cdn.example.com/3.mp3?x=1&amp;y=2" length="123" type="audio/mpeg"/>
    <itunes:title>other</itunes:title><itunes:duration>1:02:03</itunes:duration><itunes:image href="/3.jpg"/></item>
  <item><title><![CDATA[Two <b>]]></title><enclosure url="/2.m4v" type="video/x-m4v"/><itunes:duration>62</itunes:duration></item>
  <item><title>Show notes</title><enclosure url="https://cdn.example.com/notes.pdf" type="application/pdf"/></item>
  <item><title>Words only</title><link>https://example.com/words</link></item>
  <item><title>Inside</title><enclosure url="http://10.0.0.1/1.mp3" type="audio/mpeg"/></item>
  <item><title>One</title><media:group><media:content url="https://cdn.example.com/1.mp4" type="video/mp4" duration="30"/><media:thumbnail url="https://example.com/1.jpg"/><media:title>no</media:title></media:group></item>
</channel></rss>`

func TestPodcast(t *testing.T) {
	for _, kind := range []string{"application/rss+xml; charset=utf-8", "text/xml", "application/octet-stream", html5} {
		items, err := expand(t, answer{kind: kind, body: podcast}, "https://example.com/feed", 100)
		if err != nil {
			t.Fatal(err)
		}
		sameItems(t, items, []playlist.Media{
			fileMedia("https://cdn.example.com/3.mp3?x=1&y=2", "Three & more", 3_723_000, "https://example.com/3.jpg"),
			fileMedia("https://example.com/2.m4v", "Two <b>", 62_000, "https://example.com/cover.jpg"),
			fileMedia("https://cdn.example.com/1.mp4", "One", 30_000, "https://example.com/1.jpg"),
		})
	}
	r := newWeb(t, map[string]answer{"https://example.com/feed": {kind: "text/xml", body: podcast}}).resolver()
	if m, err := r.Lookup(t.Context(), resolved(t, r, "https://example.com/feed")); !errors.Is(err, ErrList) || m.Title != "A Podcast" {
		t.Errorf("Lookup = %+v, %v; want a list with its title", m, err)
	}
}

// Shapes: RFC 4287; the feed of a YouTube channel; RSS 1.0 (web.resource.org).
func TestOtherFeeds(t *testing.T) {
	const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/">
		<title>A channel</title><author><name>x</name></author>
		<entry><id>yt:video:abcdefghijk</id><yt:videoId>abcdefghijk</yt:videoId><title>A video</title>
		<link rel="alternate" href="https://www.youtube.com/watch?v=abcdefghijk"/>
		<media:group><media:title>no</media:title><media:content url="https://www.youtube.com/v/abcdefghijk?version=3" type="application/x-shockwave-flash" width="640"/>
		<media:thumbnail url="https://i1.ytimg.com/vi/abcdefghijk/hqdefault.jpg" width="480"/></media:group></entry>
		<entry><title type="html">Sound &amp;amp; more</title><link href="https://example.com/page"/><link rel="enclosure" type="audio/ogg" href="https://example.com/a.ogg"/></entry></feed>`
	video := youtubeMedia("abcdefghijk")
	video.Title, video.Thumbnail = "A video", "https://i1.ytimg.com/vi/abcdefghijk/hqdefault.jpg"
	items, err := expand(t, answer{kind: "application/atom+xml", body: atom}, "https://example.com/feed", 100)
	if err != nil {
		t.Fatal(err)
	}
	sameItems(t, items, []playlist.Media{video, fileMedia("https://example.com/a.ogg", "Sound & more", 0, "")})

	const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:enc="http://purl.oclc.org/net/rss_2.0/enc#">
		<channel><title>x</title></channel><item><title>Old</title><enclosure url="https://example.com/old.mp3" type="audio/mpeg"/></item></rdf:RDF>`
	if items, err = expand(t, answer{kind: "application/rdf+xml", body: rdf}, "https://example.com/feed", 100); err != nil {
		t.Fatal(err)
	}
	sameItems(t, items, []playlist.Media{fileMedia("https://example.com/old.mp3", "Old", 0, "")})
}

// The page of a podcast names its feed.
func TestFeedOfPage(t *testing.T) {
	w := newWeb(t, map[string]answer{
		pageURL:                        {kind: html5, body: `<link rel="alternate" type="application/rss+xml" href="http://10.0.0.1/"><link rel="Alternate home" type="application/rss+xml" href="/feed.xml">`},
		"https://example.com/feed.xml": {kind: "text/xml", body: podcast},
	})
	items, err := w.resolver().Expand(t.Context(), pageURL, 1, nil)
	if err != nil || len(items) != 1 {
		t.Errorf("got %+v, %v; want one item", items, err)
	}
	w.expect(pageURL, "https://example.com/feed.xml")
}

func TestBrokenFeeds(t *testing.T) {
	entity := `<!DOCTYPE rss [<!ENTITY a "` + strings.Repeat("lol", 100) + `"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`
	item := `<item><title>%s</title><enclosure url="https://example.com/1.mp3" type="audio/mpeg"/></item>`
	tests := []struct {
		name, body string
		titles     []string
	}{
		{"latin-1", `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel>` + fmt.Sprintf(item, "Zo\xeb") + `</channel></rss>`, []string{"Zoë"}},
		{"utf-8 wrong in part", `<?xml version="1.0" encoding="utf-8"?><rss><channel>` + fmt.Sprintf(item, "Zo\xeb x") + `</channel></rss>`, []string{"Zo x"}},
		{"html entities", `<rss><channel>` + fmt.Sprintf(item, "a&nbsp;b&eacute;&unknown;") + `</channel></rss>`, []string{"a bé&unknown;"}},
		{"breaks off", `<rss><channel>` + fmt.Sprintf(item, "one") + fmt.Sprintf(item, "two")[:70], []string{"one"}},
		{"mismatched", `<rss><channel></image>` + fmt.Sprintf(item, "one") + `</rss>`, nil},
		{"markup in a title", `<rss><channel>` + fmt.Sprintf(item, "<b>one</b> two"), []string{"one two"}},
		{"entities of its own", entity + `<rss><channel>` + fmt.Sprintf(item, "x&c;") + `</channel></rss>`, []string{"x&c;"}},
		{"deep", `<rss><channel>` + strings.Repeat("<a>", 200_000), nil},
		{"deep in an item", `<rss><channel><item>` + strings.Repeat("<a>", 200_000), nil},
		{"deep in a title", `<rss><channel><title>` + strings.Repeat("<a>", 200_000), nil},
		{"no such charset", `<?xml version="1.0" encoding="klingon"?><rss><channel>` + fmt.Sprintf(item, "x") + `</channel></rss>`, nil},
		{"only its beginning", `<rss`, nil},
		{"not a feed", `<?xml version="1.0"?><other/>`, nil},
	}
	for _, tt := range tests {
		items, err := expand(t, answer{kind: "application/rss+xml", body: tt.body}, "https://example.com/feed", 100)
		if len(items) != len(tt.titles) || (err != nil) != (tt.titles == nil) {
			t.Errorf("%s: %d items %+v, %v; want %d", tt.name, len(items), items, err, len(tt.titles))
			continue
		}
		for i, want := range tt.titles {
			if items[i].Title != want {
				t.Errorf("%s: title %q, want %q", tt.name, items[i].Title, want)
			}
		}
	}
}

func TestNoList(t *testing.T) {
	for name, a := range map[string]answer{
		"a film":         {kind: "video/mp4", body: mp4Bytes},
		"a page":         {kind: html5, body: someHTML},
		"a stream":       {kind: "application/x-mpegurl", body: "#EXTM3U\n#EXT-X-VERSION:3\n"},
		"an empty list":  {kind: "audio/x-mpegurl", body: "#EXTM3U\n"},
		"an empty feed":  {kind: "text/xml", body: "<rss/>"},
		"something else": {kind: "application/json", body: "{}"},
	} {
		if items, err := expand(t, a, "https://example.com/x", 9); !errors.Is(err, errors.ErrUnsupported) || len(items) > 0 {
			t.Errorf("%s: %+v, %v; want unsupported", name, items, err)
		}
	}
	r := New(nil)
	if _, err := r.Expand(t.Context(), "not a link", 9, nil); !errors.Is(err, ErrAddress) {
		t.Errorf("got %v, want ErrAddress", err)
	}
	if _, err := r.Expand(t.Context(), "https://vimeo.com/1", 9, nil); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("got %v, want unsupported", err)
	}
}

func FuzzM3U(f *testing.F) {
	f.Add("#EXTM3U\n#EXTINF:1 a=\"b,c\",d\nhttp://a.example.com/b\n")
	f.Add("#EXT-X-VERSION:1\n#EXTINF:9.9,\nx\n#EXT-X-ENDLIST")
	r := New(nil)
	base, _ := url.Parse("https://example.com/d/l.m3u")
	f.Fuzz(func(t *testing.T, s string) {
		list := parseM3U([]byte(s), base)
		sound(t, playlist.Media{Title: list.Title, Duration: list.duration})
		items, _ := list.media(r, base)
		for _, m := range items {
			sound(t, m)
		}
	})
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(podcast))
	f.Add([]byte(`<feed><entry><title type="html">&lt;b&gt;</title><link rel="enclosure" href="/a.mp3"/></entry></feed>`))
	f.Add([]byte(`<?xml version="1.0" encoding="utf-16"?><rss>`))
	r := New(nil)
	base, _ := url.Parse("https://example.com/feed")
	f.Fuzz(func(t *testing.T, b []byte) {
		p := &fetch.Page{URL: base, Body: b}
		contentOf(p)
		dashDuration(p)
		feed := readFeed(p, MaxItems)
		if len(feed.entries) > MaxItems {
			t.Errorf("%d entries", len(feed.entries))
		}
		for _, m := range feed.media(r, p) {
			sound(t, m)
		}
	})
}

func FuzzOEmbed(f *testing.F) {
	f.Add([]byte(ytOEmbedAnswer))
	f.Add([]byte(`{"title": 1, "duration": "1e3", "thumbnail_url": null}`))
	f.Add([]byte(iaAlbum))
	f.Add([]byte(ptVideo(ptFile("720", "/720.mp4", ""), "")))
	f.Fuzz(func(t *testing.T, b []byte) {
		for address, endpoint := range map[string]string{
			ytID:                                  ytOEmbed,
			"https://archive.org/details/album":   "https://archive.org/metadata/album",
			ptPage:                                ptAPI,
			"https://www.dailymotion.com/video/x": "https://api.dailymotion.com/video/x?fields=title,duration,thumbnail_480_url",
		} {
			r := New(nil, withClient(fetch.NewWith(only{endpoint, b})))
			m, err := r.Resolve(address)
			if err != nil {
				t.Fatal(err)
			}
			m, _ = r.Lookup(t.Context(), m)
			sound(t, m)
		}
	})
}
