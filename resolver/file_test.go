package resolver

import (
	"errors"
	"testing"

	"remoted/playlist"
)

const (
	mp4Bytes = "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"
	mp3Bytes = "ID3\x04\x00\x00\x00\x00\x00\x00\xff\xfb\x90\x00"
	pngBytes = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
	someHTML = "<!DOCTYPE html><html><title>A page</title>"
)

// What an address is shows by its content; neither its name nor what the server
// says of it decides against that.
func TestFiles(t *testing.T) {
	const hlsLive = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9.5,\nseg1.ts\n"
	const hlsWhole = hlsLive + "#EXTINF:3.25,\nseg2.ts\n#EXT-X-ENDLIST\n"
	const hlsMaster = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1280000\nlow/index.m3u8\n"
	const mpd = `<?xml version="1.0"?><!-- made by us --><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1H2M3.5S"><Period/></MPD>`
	type result struct {
		provider string
		duration int64
		bad      bool // unsupported
		list     bool
	}
	tests := []struct {
		name, path, kind, body string
		want                   result
	}{
		{"mp4", "/a.mp4", "video/mp4", mp4Bytes, result{provider: "file"}},
		{"mp4 without a name", "/get?id=1", "video/mp4", mp4Bytes, result{provider: "file"}},
		{"mp4 as anything", "/get", "application/octet-stream", mp4Bytes, result{provider: "file"}},
		{"mp4 without a type", "/get", "", mp4Bytes, result{provider: "file"}},
		{"mp4 that says it is a page", "/a", html5, mp4Bytes, result{provider: "file"}},
		{"mp4 that says it is HLS", "/a.m3u8", "application/vnd.apple.mpegurl", mp4Bytes, result{provider: "file"}},
		{"mp3", "/a", "audio/mpeg", mp3Bytes, result{provider: "file"}},
		{"mp3 that starts with sound", "/a", "audio/mpeg", "\xff\xfb\x90\x00\x00\x00", result{provider: "file"}},
		{"flac", "/a", "", "fLaC\x00\x00\x00\x22", result{provider: "file"}},
		{"matroska", "/a", "", "\x1a\x45\xdf\xa3\x01\x00", result{provider: "file"}},
		{"ogg", "/a", "application/ogg", "OggS\x00\x02", result{provider: "file"}},
		{"transport stream by its name", "/a.ts", "application/octet-stream", "G\x40\x00\x10\x00\x00", result{provider: "file"}},
		{"nothing yet", "/a", "audio/aac", "", result{provider: "file"}},

		{"page that says it is a film", "/a.mp4", "video/mp4", someHTML, result{provider: "page", bad: true}},
		{"page without a head that says so", "/a.mp4", "video/mp4", "<body><h1>Sorry", result{provider: "page", bad: true}},
		{"page", "/a.mp4", html5, someHTML, result{provider: "page", bad: true}},
		{"text that says it is a film", "/a.mp4", "video/mp4", "Not found, sorry.", result{provider: "file", bad: true}},
		{"picture", "/a.mp4", "video/mp4", pngBytes, result{provider: "picture", duration: 10_000}},
		{"picture that says so", "/a", "image/webp", "RIFF\x00\x00\x00\x00WEBPVP", result{provider: "picture", duration: 10_000}},
		{"avif", "/a", "image/avif", "\x00\x00\x00\x1cftypavif\x00\x00\x00\x00", result{provider: "picture", duration: 10_000}},
		{"heic", "/a", "image/heic", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", result{provider: "file", bad: true}},
		{"svg", "/a.svg", "image/svg+xml", `<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`, result{provider: "file", bad: true}},
		{"json", "/a.mp4", "application/json", `{}`, result{provider: "file", bad: true}},
		{"program", "/a.exe", "application/octet-stream", "MZ\x90\x00\x03\x00", result{provider: "file", bad: true}},
		{"midi", "/a.mid", "audio/midi", "MThd\x00\x00\x00\x06", result{provider: "file", bad: true}},

		{"hls, live", "/live.m3u8", "application/vnd.apple.mpegurl", hlsLive, result{provider: "hls"}},
		{"hls, whole", "/x", "application/x-mpegURL", hlsWhole, result{provider: "hls", duration: 12_750}},
		{"hls, master", "/x", "text/plain", hlsMaster, result{provider: "hls"}},
		{"hls, byte order mark", "/x", "", "\ufeff" + hlsMaster, result{provider: "hls"}},
		{"dash", "/x", "application/dash+xml", mpd, result{provider: "dash", duration: 3_723_500}},
		{"dash as xml", "/x.mpd", "text/xml", mpd, result{provider: "dash", duration: 3_723_500}},
		{"page that is named like hls", "/x.m3u8", html5, someHTML, result{provider: "page", bad: true}},

		{"list of links", "/x.m3u8", "audio/x-mpegurl", "#EXTM3U\nhttps://a.example.com/1.mp3\n", result{provider: "hls", bad: true, list: true}},
		{"plain list of links", "/x.m3u", "audio/x-mpegurl", "https://a.example.com/1.mp3\n", result{provider: "file", bad: true, list: true}},
		{"empty list", "/x.m3u", "audio/x-mpegurl", "#EXTM3U\n", result{provider: "file", bad: true}},
		{"podcast", "/feed", "application/rss+xml", `<rss version="2.0"><channel><title>x</title></channel></rss>`, result{provider: "file", bad: true, list: true}},
	}
	for _, tt := range tests {
		address := "https://example.com" + tt.path
		r := newWeb(t, map[string]answer{address: {kind: tt.kind + " ", body: tt.body}}).resolver()
		m, err := r.Lookup(t.Context(), resolved(t, r, address))
		got := result{m.Provider, m.Duration, errors.Is(err, errors.ErrUnsupported), errors.Is(err, ErrList)}
		if got != tt.want || (err != nil) != tt.want.bad {
			t.Errorf("%s: %+v, %v; want %+v", tt.name, got, err, tt.want)
		}
		if m.Ref != address || m.URL != address {
			t.Errorf("%s: ref %q, want the address", tt.name, m.Ref)
		}
	}
}

func TestFileTitles(t *testing.T) {
	const address = "https://example.com/get/123"
	tests := []struct {
		header []string
		want   string
	}{
		{nil, "123"},
		{[]string{"Content-Disposition", `attachment; filename="My_film.mp4"`}, "My film"},
		{[]string{"Content-Disposition", `inline; filename*=UTF-8''Zo%C3%AB.mp4`}, "Zoë"},
		{[]string{"Content-Disposition", `attachment; filename="../../etc/passwd"`}, "passwd"},
		{[]string{"Content-Disposition", `attachment; filename="C:\\films\\a.mp4"`}, "a"},
		{[]string{"Content-Disposition", `;;;`}, "123"},
		{[]string{"Icy-Name", "  Radio \u202e One "}, "Radio One"},
	}
	for _, tt := range tests {
		r := newWeb(t, map[string]answer{address: {kind: "video/mp4", body: mp4Bytes, header: tt.header}}).resolver()
		same(t, tt.want, lookup(t, r, address), playlist.Media{Provider: "file", Ref: address, URL: address, Title: tt.want})
	}
}

// What a server refuses to this one it may show to a player: that is no verdict.
func TestFileRefusals(t *testing.T) {
	for _, status := range []int{401, 403, 404, 500} {
		r := newWeb(t, map[string]answer{pageURL: {kind: html5, body: someHTML, status: status}}).resolver()
		before := resolved(t, r, pageURL)
		m, err := r.Lookup(t.Context(), before)
		if err == nil || errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("status %d: %v, want an error that is no verdict", status, err)
		}
		same(t, "what is left", m, before)
	}
}
