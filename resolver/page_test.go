package resolver

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"remoted/playlist"
)

const (
	pageURL = "https://example.com/watch/7?x=1"
	html5   = "text/html; charset=utf-8"
)

// Shapes: ogp.me, developer.x.com (cards), schema.org, html.spec.whatwg.org,
// oembed.com (discovery).
func TestPages(t *testing.T) {
	tests := []struct {
		name, body string
		want       playlist.Media // of which Provider "" is "file", URL is pageURL
	}{
		{"video element", `<title>A &amp;amp; B</title><video src="/v.mp4" poster="/p.jpg">`,
			playlist.Media{Ref: "https://example.com/v.mp4", Title: "A &amp; B", Thumbnail: "https://example.com/p.jpg"}},
		{"video without a name that tells", `<title>x</title><video src="stream?id=1"></video>`,
			playlist.Media{Ref: "https://example.com/watch/stream?id=1", Title: "x"}},
		{"sources", `<title>x</title><video><source type="video/mp4; codecs=&quot;avc1&quot;" src="a.mp4"><source src="b.webm"></video>`,
			playlist.Media{Ref: "https://example.com/watch/a.mp4", Title: "x"}},
		{"audio", `<title>x</title><AUDIO SRC=//cdn.example.com/a.ogg>`,
			playlist.Media{Ref: "https://cdn.example.com/a.ogg", Title: "x"}},
		{"base", `<base href="https://cdn.example.com/d/"><title>x</title><video src="a.mp4">`,
			playlist.Media{Ref: "https://cdn.example.com/d/a.mp4", Title: "x"}},
		{"hls", `<title>x</title><video><source src="/m.m3u8" type="application/x-mpegURL">`,
			playlist.Media{Provider: "hls", Ref: "https://example.com/m.m3u8", Title: "x"}},
		{"dash by its type", `<title>x</title><video><source src="/m?1" type="application/dash+xml">`,
			playlist.Media{Provider: "dash", Ref: "https://example.com/m?1", Title: "x"}},
		{"open graph", `<title>Window</title><meta property="og:title" content="Shared &lt;3"><meta property="og:image" content="/i.jpg">
			<meta property="og:video" content="https://cdn.example.com/v.mp4"><meta property="og:video:type" content="video/mp4">
			<meta property="video:duration" content="62">`,
			playlist.Media{Ref: "https://cdn.example.com/v.mp4", Title: "Shared <3", Thumbnail: "https://example.com/i.jpg", Duration: 62_000}},
		{"open graph with two", `<meta property="og:title" content="x">
			<meta property="og:video:url" content="https://example.com/embed/7"><meta property="og:video:type" content="text/html">
			<meta property="og:video:url" content="https://example.com/f/7"><meta property="og:video:type" content="video/webm">`,
			playlist.Media{Ref: "https://example.com/f/7", Title: "x"}},
		{"twitter card", `<meta name="twitter:title" content="T"><meta name="twitter:image" content="https://example.com/t.jpg">
			<meta name="twitter:player:stream" content="https://example.com/s.mp4">`,
			playlist.Media{Ref: "https://example.com/s.mp4", Title: "T", Thumbnail: "https://example.com/t.jpg"}},
		{"schema.org", `<title>x</title><div itemprop=video><meta itemprop="contentUrl" content="/c.mp4"><meta itemprop="duration" content="PT1M2S"><meta itemprop="thumbnailUrl" content="/t.jpg"></div>`,
			playlist.Media{Ref: "https://example.com/c.mp4", Title: "x", Duration: 62_000, Thumbnail: "https://example.com/t.jpg"}},
		{"embedded youtube", `<title>My blog</title><iframe src="/ads"></iframe><iframe src="//www.youtube-nocookie.com/embed/abcdefghijk?rel=0">`,
			playlist.Media{Provider: "youtube", Ref: "abcdefghijk", Title: "My blog"}},
		{"embedded vimeo by open graph", `<title>x</title><meta property="og:video" content="https://player.vimeo.com/video/76979871">`,
			playlist.Media{Provider: "vimeo", Ref: "76979871", Title: "x"}},
		{"only what may be reached", `<title>x</title><video src="http://192.168.1.1/a.mp4"><video src="blob:https://example.com/1"><video src="javascript:1"><video src="/ok.mp4" poster="http://10.0.0.1/p.jpg">`,
			playlist.Media{Ref: "https://example.com/ok.mp4", Title: "x"}},
		{"script that looks like one", `<title>x</title><script>var s = '<video src="/no.mp4">';</script><!-- <video src="/no2.mp4"> --><video src="/yes.mp4">`,
			playlist.Media{Ref: "https://example.com/yes.mp4", Title: "x"}},
		{"unclosed and nested", strings.Repeat("<div><p>", 50_000) + `<title>deep<video src='/v.mp4' `,
			playlist.Media{}},
	}
	for _, tt := range tests {
		r := newWeb(t, map[string]answer{pageURL: {kind: html5, body: tt.body}}).resolver()
		if tt.want.Ref == "" {
			m, err := r.Lookup(t.Context(), resolved(t, r, pageURL))
			if !errors.Is(err, errors.ErrUnsupported) || m.Provider != "page" {
				t.Errorf("%s: %+v, %v; want a page without anything", tt.name, m, err)
			}
			continue
		}
		if tt.want.Provider == "" {
			tt.want.Provider = "file"
		}
		tt.want.URL = pageURL
		same(t, tt.name, lookup(t, r, pageURL), tt.want)
	}
}

func TestPageWithoutMedia(t *testing.T) {
	r := newWeb(t, map[string]answer{pageURL: {kind: html5, body: `<title>Just
		words</title><meta property="og:image" content="/i.jpg"><p>Hello`}}).resolver()
	m, err := r.Lookup(t.Context(), resolved(t, r, pageURL))
	if !errors.Is(err, errors.ErrUnsupported) || errors.Is(err, ErrList) {
		t.Errorf("got %v, want unsupported", err)
	}
	same(t, "what is known", m, playlist.Media{Provider: "page", Ref: pageURL, URL: pageURL, Title: "Just words", Thumbnail: "https://example.com/i.jpg"})
	again, err2 := r.Lookup(t.Context(), resolved(t, r, pageURL)) // from the cache
	if again != m || err2 == nil || err2.Error() != err.Error() || !errors.Is(err2, errors.ErrUnsupported) {
		t.Errorf("the second time: %+v, %v", again, err2)
	}
}

func TestOEmbedDiscovery(t *testing.T) {
	page := `<link rel="alternate" type="application/json+oembed" href="/oembed?url=a&amp;format=json" title="x">`
	oembed := answer{body: `{"type": "video", "version": "1.0", "title": "From oEmbed", "duration": "12.5", "thumbnail_url": "/o.jpg"}`}
	w := newWeb(t, map[string]answer{
		pageURL: {kind: html5, body: page + `<video src="/v.mp4">`},
		"https://example.com/oembed?url=a&format=json": oembed,
	})
	same(t, "the page", lookup(t, w.resolver(), pageURL), playlist.Media{
		Provider: "file", Ref: "https://example.com/v.mp4", URL: pageURL, Title: "From oEmbed", Duration: 12_500, Thumbnail: "https://example.com/o.jpg",
	})
	w.expect(pageURL, "https://example.com/oembed?url=a&format=json")

	inside := strings.Replace(page, "/oembed", "http://127.0.0.1/oembed", 1)
	w = newWeb(t, map[string]answer{pageURL: {kind: html5, body: inside + `<title>x</title><video src="/v.mp4">`}})
	lookup(t, w.resolver(), pageURL)
	w.expect(pageURL)
}

func TestPageCharsets(t *testing.T) {
	utf16 := "\xff\xfe"
	for _, r := range "<title>Zoë</title><video src=/v.mp4>" {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	tests := []struct{ name, kind, body, want string }{
		{"latin-1 by header", "text/html; charset=iso-8859-1", "<title>Zo\xeb</title>", "Zoë"},
		{"latin-1 by meta", "text/html", "<meta charset=windows-1252><title>Zo\xeb \x96 live</title>", "Zoë – live"},
		{"latin-1 by nothing", "text/html", "<title>Zo\xeb</title>", "Zoë"},
		{"utf-8 by nothing, late", "text/html", strings.Repeat(" ", 2000) + "<title>Zoë</title>", "Zoë"},
		{"utf-8, wrong in part", "text/html; charset=utf-8", "<title>Zo\xeb x</title>", "Zo x"},
		{"shift-jis", "text/html; charset=Shift_JIS", "<title>\x93\xfa\x96\x7b</title>", "日本"},
		{"iso-2022-jp by meta", "text/html", "<meta http-equiv=content-type content='text/html; charset=iso-2022-jp'><title>\x1b$BF|K\\\x1b(B</title>", "日本"},
		{"gb18030", "text/html; charset=gb2312", "<title>\xd6\xd0\xce\xc4</title>", "中文"},
		{"koi8-r", "text/html; charset=koi8-r", "<title>\xf0\xd2\xc9\xd7\xc5\xd4</title>", "Привет"},
		{"utf-16", "text/html", utf16, "Zoë"},
		{"no such charset", "text/html; charset=klingon", "<title>Zoë</title>", "Zoë"},
	}
	for _, tt := range tests {
		r := newWeb(t, map[string]answer{pageURL: {kind: tt.kind, body: tt.body + "<video src=/v.mp4>"}}).resolver()
		m, err := r.Lookup(t.Context(), resolved(t, r, pageURL))
		if err != nil && tt.name != "utf-16" || m.Title != tt.want {
			t.Errorf("%s: title %q, %v; want %q", tt.name, m.Title, err, tt.want)
		}
	}
}

func TestPageBounds(t *testing.T) {
	u, _ := url.Parse(pageURL)
	body := strings.Repeat("<video src=/v.mp4><iframe src=/f></iframe><link rel=alternate type=application/rss+xml href=/r><meta property=og:video content=/o>", 1000)
	f := parsePage([]byte(body+"<title>"+strings.Repeat("long ", 1000)+"</title>"), u)
	if len(f.media) > maxFound || len(f.frames) > maxFound || len(f.feeds) > maxFound {
		t.Errorf("%d media, %d frames, %d feeds; want at most %d of each", len(f.media), len(f.frames), len(f.feeds), maxFound)
	}
	if n := len([]rune(f.title)); n != maxTitle {
		t.Errorf("the title has %d characters, want %d", n, maxTitle)
	}
	var tag strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&tag, "a%d=b ", i)
	}
	f = parsePage([]byte("<video "+tag.String()+"src=/v.mp4>"), u)
	if len(f.media) != 0 {
		t.Error("an attribute beyond the bound was read")
	}
	f = parsePage([]byte(strings.Repeat("<base href=a/b/>", 100_000)), u)
	if got := f.base.Path; got != "/watch/a/b/" {
		t.Errorf("the base is %.100q, want the first to count", got)
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(`<!doctype html><base href="/b/"><title>x &amp; y</title><meta property="og:video" content="/v.mp4"><meta property="og:video:type" content="video/mp4">`))
	f.Add([]byte(`<link rel="alternate" type="application/json+oembed" href="/o"><video poster="//x/p.jpg"><source src="a.m3u8" type="application/x-mpegURL"></video><iframe src="https://youtu.be/abcdefghijk">`))
	f.Add([]byte("\xff\xfe<\x00t\x00"))
	u, _ := url.Parse(pageURL)
	r := files{New(nil)}
	f.Fuzz(func(t *testing.T, body []byte) {
		facts := parsePage(body, u)
		m := tidy(playlist.Media{Title: facts.name(), Thumbnail: facts.image(), Duration: facts.duration})
		m.Provider, m.Ref = r.plays(facts)
		sound(t, m)
		if slices.ContainsFunc(facts.feeds, func(string) bool { return len(facts.feeds) > maxFound }) {
			t.Errorf("%d feeds", len(facts.feeds))
		}
	})
}

// sound checks what everything from outside has to keep to.
func sound(t *testing.T, m playlist.Media) {
	t.Helper()
	if len([]rune(m.Title)) > maxTitle || strings.ContainsAny(m.Title, "\n\r\t\x00") || m.Title != plain(m.Title) {
		t.Errorf("title %q", m.Title)
	}
	if m.Duration < 0 || m.Duration > maxDuration {
		t.Errorf("duration %d", m.Duration)
	}
	for _, address := range []string{m.Thumbnail, m.Ref} {
		if len(address) > maxAddress {
			t.Errorf("an address of %d bytes", len(address))
		}
	}
	if m.Thumbnail != "" && !strings.HasPrefix(m.Thumbnail, "http://") && !strings.HasPrefix(m.Thumbnail, "https://") {
		t.Errorf("thumbnail %q", m.Thumbnail)
	}
}
