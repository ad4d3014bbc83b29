package listfile

import (
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// collector gathers what a reader finds.
type collector struct {
	files func(location string) (address, why string)
	ids   bool // a bare YouTube id is an address

	list    List
	skipped []Skipped
	over    int // entries beyond MaxItems
	unread  int // entries behind so many that could not be taken
}

// add takes an entry in by the first of its locations that can be played, or notes
// why there is none. It reports whether it is in the list.
func (c *collector) add(it Item, line int, locations ...string) bool {
	if len(c.list.Items) >= MaxItems {
		c.over++
		return false
	}
	if len(c.skipped) >= MaxItems {
		c.unread++
		return false
	}
	why := "there is no address"
	for i, location := range locations {
		address, reason := c.locate(strings.TrimSpace(location))
		if address != "" {
			it.URL = address
			c.list.Items = append(c.list.Items, tidy(it))
			return true
		}
		if i == 0 {
			why = reason
		}
	}
	text := it.Title
	if len(locations) > 0 && strings.TrimSpace(locations[0]) != "" {
		text = locations[0]
	}
	c.skip(line, text, why)
	return false
}

// skip notes an entry that is not taken. A file with more of them than a list has
// items is not read further: nobody would go through it, and to look each of them up
// costs time.
func (c *collector) skip(line int, text, why string) {
	if len(c.skipped) < MaxItems {
		c.skipped = append(c.skipped, Skipped{Line: line, Text: shorten(plain(text), maxShown), Why: why})
	}
}

func (c *collector) finish() (List, []Skipped, error) {
	c.list.Title = title(c.list.Title)
	if c.over > 0 {
		c.skip(0, "", fmt.Sprintf("the list has %d items more; a session holds at most %d", c.over, MaxItems))
	}
	if c.unread > 0 {
		c.skipped[MaxItems-1] = Skipped{Why: fmt.Sprintf("more than %d entries cannot be played; the %d behind them were not looked at", MaxItems-1, c.unread)}
	}
	return c.list, c.skipped, nil
}

// locate returns the address of an entry, or why there is none.
func (c *collector) locate(location string) (address, why string) {
	scheme := schemeOf(location)
	switch {
	case location == "":
		return "", "there is no address"
	case utf8.RuneCountInString(location) > MaxURL:
		return "", fmt.Sprintf("the address has more than %d characters", MaxURL)
	case scheme == "http" || scheme == "https":
		return web(location)
	case scheme == "plugin" && kodiVideo(location) != "":
		return kodiVideo(location), ""
	case scheme != "" && !diskScheme[scheme]:
		return "", fmt.Sprintf("%s addresses cannot be played, only http and https", shorten(scheme, maxShown))
	case c.ids && IsYouTubeID(location):
		return location, ""
	case c.files != nil:
		return c.files(location)
	}
	return "", "this is a file on a disk and no link"
}

// web checks an address on the web. Spaces, which some players leave in, are
// escaped.
func web(location string) (address, why string) {
	u, err := url.Parse(location)
	if err != nil || u.Hostname() == "" || u.Opaque != "" {
		return "", "this is no address"
	}
	if strings.Contains(location, " ") {
		location = u.String()
	}
	if utf8.RuneCountInString(location) > MaxURL {
		return "", fmt.Sprintf("the address has more than %d characters", MaxURL)
	}
	return location, ""
}

// diskScheme has the schemes of files, on this machine's disk or another one's.
var diskScheme = map[string]bool{"file": true, "smb": true, "nfs": true}

// kodiVideo returns the address of the YouTube video that Kodi has as
// plugin://plugin.video.youtube/play/?video_id=…, or "".
func kodiVideo(location string) string {
	u, err := url.Parse(location)
	if err != nil || u.Host != "plugin.video.youtube" {
		return ""
	}
	if id := u.Query().Get("video_id"); len(id) == 11 {
		return "https://www.youtube.com/watch?v=" + url.QueryEscape(id)
	}
	return ""
}

// opaque are schemes that stand without "//".
var opaque = map[string]bool{
	"data": true, "javascript": true, "magnet": true, "mailto": true, "blob": true, "about": true, "spotify": true,
}

// schemeOf returns the scheme of an address in lower case, or "" for a path: one of
// Windows, and a name with a colon, are paths.
func schemeOf(location string) string {
	scheme, rest, ok := strings.Cut(location, ":")
	scheme = strings.ToLower(scheme)
	if !ok || len(scheme) < 2 || strings.ContainsAny(scheme, "/\\ .") && !strings.HasPrefix(rest, "//") {
		return ""
	}
	if strings.HasPrefix(rest, "//") || opaque[scheme] || scheme == "file" {
		return scheme
	}
	return ""
}

// IsYouTubeID reports whether a text has the form of a YouTube id and not that of
// a word, of which some have eleven letters too.
func IsYouTubeID(s string) bool {
	if len(s) != 11 {
		return false
	}
	sure := false
	for i, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r == '-', r == '_':
		case r >= '0' && r <= '9':
			sure = true
		case r >= 'A' && r <= 'Z':
			sure = sure || i > 0
		default:
			return false
		}
	}
	return sure
}
