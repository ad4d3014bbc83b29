package resolver

import (
	"html"
	"net/url"
	"strings"
	"unicode"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// maxTitle is what the protocol allows for a title, in characters.
const maxTitle = 300

// maxAddress is what the protocol allows for an address, in characters, counted
// here in bytes, of which there are never fewer.
const maxAddress = 2048

func shorten(title string) string {
	if runes := []rune(title); len(runes) > maxTitle {
		return string(runes[:maxTitle-1]) + "…"
	}
	return title
}

// plain makes one line of a text from outside: valid UTF-8, without control
// characters and without those that turn the direction of the text around it, and
// short enough for a title.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), turns(r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return shorten(strings.Join(strings.Fields(s), " "))
}

// turns reports whether r is invisible and changes how its neighbours are shown: bidi
// controls, zero-width space, byte order mark. Joiners, which emoji and scripts
// need, do not.
func turns(r rune) bool {
	return r == '\u061c' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// decoded is plain of a text in which the service may have left HTML's entities,
// as JSON and feeds do: they are decoded once.
func decoded(s string) string { return plain(html.UnescapeString(s)) }

// found returns the absolute form of an address that was found on a page, if a
// browser may be sent there: on the web, not plainly into the network that the
// browser is in, and short enough. Else "".
func found(base *url.URL, address string) string {
	address = strings.TrimSpace(address)
	if address == "" || len(address) > maxAddress {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if fetch.Check(u) != nil || len(u.String()) > maxAddress {
		return ""
	}
	return u.String()
}

// tidy brings what was found out into the protocol's bounds.
func tidy(m playlist.Media) playlist.Media {
	m.Title = plain(m.Title)
	m.Thumbnail = found(nil, m.Thumbnail)
	if m.Duration < 0 || m.Duration > maxDuration {
		m.Duration = 0
	}
	return m
}
