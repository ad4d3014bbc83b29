package resolver

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"remoted/playlist"
)

// Link is what an address says by itself.
type Link struct {
	Media playlist.Media // what it plays; zero if it leads to a list only
	Start int64          // where it begins, in milliseconds (YouTube's t=1m30s, …)
	List  string         // address of the list that it leads to or is part of; "" without
}

// Resolve returns what the address plays. The error is [ErrAddress], or an
// [errors.ErrUnsupported] that says why; it is [ErrList] as well if the address is
// that of a list.
func (r *Resolver) Resolve(address string) (playlist.Media, error) {
	l, err := r.Parse(address)
	if err == nil && l.Media == (playlist.Media{}) {
		err = aList("this link leads to a list and to no single video")
	}
	return l.Media, err
}

// Start returns where the address says that its media shall begin, in
// milliseconds; 0 if it says nothing.
func (r *Resolver) Start(address string) int64 {
	l, err := r.Parse(address)
	if err != nil {
		return 0
	}
	return l.Start
}

// Parse returns all that the address says. Errors are those of [Resolver.Resolve],
// but that a list is none.
func (r *Resolver) Parse(address string) (Link, error) {
	address = strings.TrimSpace(address)
	if isYouTubeID(address) {
		return Link{Media: youtubeMedia(address)}, nil
	}
	u, err := url.Parse(r.withScheme(address))
	if err != nil {
		return Link{}, ErrAddress
	}
	return r.parse(u)
}

func (r *Resolver) parse(u *url.URL) (Link, error) {
	for _, p := range r.providers {
		if l, ok, err := p.parse(u); ok || err != nil {
			return l, err
		}
	}
	if u.User != nil {
		return Link{}, unsupported("addresses that hold a password cannot be played")
	}
	if u.Scheme != "" && u.Host != "" {
		return Link{}, unsupported(fmt.Sprintf("%s addresses cannot be played, only http and https", u.Scheme))
	}
	return Link{}, ErrAddress
}

// withScheme completes addresses as people type them: "youtube.com/watch?v=…".
// A host alone is taken for one only if it is known or says www: "song.ogg" is none.
func (r *Resolver) withScheme(address string) string {
	host, path, _ := strings.Cut(address, "/")
	known := func(p provider) bool { return slices.Contains(p.hosts, bareHost(host)) }
	if !consists(host, alnum+"-.", maxID) {
		return address
	}
	if strings.HasPrefix(strings.ToLower(host), "www.") || slices.ContainsFunc(r.providers, known) || path != "" && isHostName(host) {
		return "https://" + address
	}
	return address
}

// isHostName reports whether a text is a name as on the web: words between dots, the
// last of them of letters.
func isHostName(host string) bool {
	words := strings.Split(host, ".")
	last := words[len(words)-1]
	return len(words) > 1 && !slices.Contains(words, "") && len(last) > 1 && consists(last, letters, maxID)
}

// maxLinks bounds the links that are taken out of a text: what an add may hold.
const maxLinks = 100

var inText = regexp.MustCompile(`(?i)\bhttps?://[^\s<>"]+`)

// Links returns the web addresses in a text that somebody pasted, in their order:
// a message with a link in it, or one a line. A text that is an address (or a bare
// id) as a whole is returned as it is.
func (r *Resolver) Links(text string) []string {
	text = strings.TrimSpace(text)
	if _, err := r.Parse(text); err == nil && !strings.ContainsFunc(text, unicode.IsSpace) {
		return []string{text}
	}
	links := inText.FindAllString(text, maxLinks)
	for i, l := range links {
		links[i] = trimProse(l)
	}
	return links
}

// trimProse cuts the punctuation of the sentence off an address.
func trimProse(l string) string {
	for {
		cut := strings.TrimRight(l, `.,;:!?'"*_…。，、！？»”’`)
		for _, pair := range []string{"()", "[]", "{}", "（）", "「」"} {
			open, shut := string([]rune(pair)[0]), string([]rune(pair)[1])
			if strings.HasSuffix(cut, shut) && strings.Count(cut, shut) > strings.Count(cut, open) {
				cut = strings.TrimSuffix(cut, shut)
			}
		}
		if cut == l {
			return l
		}
		l = cut
	}
}
