package resolver

import (
	"bytes"
	"errors"
	"net/url"
	"strings"

	"remoted/listfile"
	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// m3u is a list of links, or a manifest of HLS (RFC 8216), which looks alike: its
// tags tell. Package listfile reads both, as it does for files from a phone.
type m3u struct {
	hls      bool
	duration int64 // of HLS that has an end; else 0
	listfile.List
}

func readM3U(p *fetch.Page) m3u {
	body := utf8Text(p)
	if cut := bytes.LastIndexByte(body, '\n'); p.Cut && cut >= 0 {
		body = body[:cut] // the last line is not whole
	}
	return parseM3U(body, p.URL)
}

// parseM3U reads a list that was found at base. What is no list is an empty one.
func parseM3U(body []byte, base *url.URL) m3u {
	list, _, err := listfile.Parse(body, "list.m3u", listfile.Files(func(location string) (string, string) {
		return onServer(base, location)
	}))
	if stream, ok := errors.AsType[*listfile.StreamError](err); ok {
		return m3u{hls: true, duration: milliseconds(float64(stream.Duration) / 1000)}
	}
	return m3u{List: list}
}

// onServer returns the address of a path that a list on the web holds. Paths on
// somebody's disk have none.
func onServer(base *url.URL, location string) (address, why string) {
	disk := strings.Contains(location, `\`) || len(location) > 1 && location[1] == ':' || strings.HasPrefix(strings.ToLower(location), "file:")
	u, err := base.Parse(location)
	if disk || err != nil {
		return "", "this is a file on a disk and no link"
	}
	return u.String(), ""
}

// media returns the first [MaxItems] entries that are on the web, and how many are.
func (l *m3u) media(r *Resolver, base *url.URL) (out []playlist.Media, total int) {
	for _, it := range l.Items {
		m, ok := r.entry(base, it.URL)
		if !ok {
			continue
		}
		if total++; total > MaxItems {
			continue
		}
		if it.Title != "" {
			m.Title = it.Title
		}
		m.Duration = it.Duration
		if image := found(base, it.Thumbnail); image != "" {
			m.Thumbnail = image
		}
		out = append(out, m)
	}
	return out, total
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
