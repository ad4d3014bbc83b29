package resolver

import (
	"net/url"
	"strconv"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// m3u is a list of links, or a manifest of HLS (RFC 8216), which looks alike: its
// tags tell.
type m3u struct {
	hls      bool
	duration int64  // of HLS that has an end; else 0
	title    string // of a list
	entries  []m3uEntry
}

type m3uEntry struct {
	address, title, image string
	duration              int64
}

func readM3U(p *fetch.Page) m3u {
	body := utf8Text(p)
	if cut := strings.LastIndexByte(string(body), '\n'); p.Cut && cut >= 0 {
		body = body[:cut] // the last line is not whole
	}
	return parseM3U(string(body))
}

func parseM3U(s string) m3u {
	var list m3u
	var next m3uEntry
	ended, seconds := false, 0.0
	for line := range strings.Lines(strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\r", "\n")) {
		line = strings.TrimSpace(line)
		tag, value, _ := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, "#EXT-X-"):
			list.hls = true
			ended = ended || tag == "#EXT-X-ENDLIST"
		case tag == "#EXTINF":
			next.duration, next.title = extinf(value)
			seconds += float64(next.duration) / 1000
		case tag == "#EXTIMG", tag == "#EXTALBUMARTURL":
			next.image = strings.TrimSpace(value)
		case tag == "#PLAYLIST":
			list.title = plain(value)
		case line != "" && line[0] != '#' && !list.hls:
			next.address = line
			list.entries = append(list.entries, next)
			next = m3uEntry{}
		}
	}
	if list.hls {
		list.entries = nil
		if ended {
			list.duration = milliseconds(seconds)
		}
	}
	return list
}

// extinf reads "123.4 key="value",A title". A comma within quotes is no end.
func extinf(s string) (duration int64, title string) {
	quoted := false
	comma := strings.IndexFunc(s, func(r rune) bool {
		if r == '"' {
			quoted = !quoted
		}
		return r == ',' && !quoted
	})
	head := s
	if comma >= 0 {
		head, title = s[:comma], plain(s[comma+1:])
	}
	number, _, _ := strings.Cut(strings.TrimSpace(head), " ")
	f, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0, title
	}
	return milliseconds(f), title
}

// media returns the entries that are on the web. Paths on somebody's disk are not.
func (l *m3u) media(r *Resolver, base *url.URL) []playlist.Media {
	var out []playlist.Media
	for _, e := range l.entries {
		if strings.Contains(e.address, `\`) || len(e.address) > 1 && e.address[1] == ':' {
			continue
		}
		m, ok := r.entry(base, e.address)
		if !ok {
			continue
		}
		if e.title != "" {
			m.Title = e.title
		}
		m.Duration = e.duration
		if image := found(base, e.image); image != "" {
			m.Thumbnail = image
		}
		if out = append(out, m); len(out) == maxItems {
			break
		}
	}
	return out
}

// entry resolves an address that a list holds.
func (r *Resolver) entry(base *url.URL, address string) (playlist.Media, bool) {
	address = found(base, address)
	if address == "" {
		return playlist.Media{}, false
	}
	m, err := r.Resolve(address)
	return m, err == nil
}
