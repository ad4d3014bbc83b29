package listfile

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

// decode returns a file's text in UTF-8: by its byte order mark, else UTF-8 if it
// is valid, else Windows-1252, of which Latin-1 is a part and which M3U had before
// there was M3U8.
func decode(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		out, err := textunicode.UTF16(textunicode.LittleEndian, textunicode.ExpectBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", noList("this is no text")
		}
		data = out
	default:
		data = bytes.TrimPrefix(data, []byte("\ufeff"))
	}
	if isBinary(data) {
		return "", noList("this is no list of links, but a file of another kind")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", noList("this is no text")
	}
	return string(out), nil
}

// isBinary tells files that are no text: they hold zeros, or many characters that
// no text holds.
func isBinary(data []byte) bool {
	const share = 100 // one in so many is too many
	controls := 0
	for _, b := range data {
		switch {
		case b == 0:
			return true
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f':
			controls++
		}
	}
	return controls > 0 && controls > len(data)/share
}

// plain makes one line of a text: valid UTF-8, without control characters and
// without those that turn the direction of the text around it.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), turns(r), r == utf8.RuneError, r == '\ufffe', r == '\uffff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}

// isPlain is the short way for what nearly all titles are.
func isPlain(s string) bool {
	space := true
	for i := range len(s) {
		switch b := s[i]; {
		case b == ' ' && !space:
			space = true
		case b > ' ' && b < 0x7f:
			space = false
		default:
			return false
		}
	}
	return !space || s == ""
}

// turns reports whether r is invisible and changes how its neighbours are shown.
// Joiners, which emoji and scripts need, do not.
func turns(r rune) bool {
	return r == '\u061c' || r == '\u200b' || r == '\u200e' || r == '\u200f' || r == '\ufeff' ||
		r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// shorten cuts a text to so many characters.
func shorten(s string, most int) string {
	if len(s) <= most {
		return s
	}
	if runes := []rune(s); len(runes) > most {
		return strings.TrimRight(string(runes[:most-1]), " ") + "…"
	}
	return s
}

// cut is shorten for bytes.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

func title(s string) string { return shorten(plain(s), MaxTitle) }

// join is a title with who made it, as one line.
func join(creator, name string) string {
	creator, name = plain(creator), plain(name)
	switch {
	case creator == "" || name != "" && strings.HasPrefix(name, creator+" – "):
		return name
	case name == "":
		return creator
	}
	return creator + " – " + name
}

// tidy brings an item into bounds; what is out of them is left out.
func tidy(it Item) Item {
	it.Title = title(it.Title)
	if it.Thumbnail = strings.TrimSpace(it.Thumbnail); !isPicture(it.Thumbnail) {
		it.Thumbnail = ""
	}
	it.Duration = inTime(it.Duration)
	if it.Start = inTime(it.Start); it.Duration > 0 && it.Start >= it.Duration {
		it.Start = 0
	}
	if it.End = inTime(it.End); it.End <= it.Start {
		it.End = 0
	}
	return it
}

func inTime(ms int64) int64 {
	if ms < 0 || ms > MaxTime {
		return 0
	}
	return ms
}

// isPicture reports whether an address may be that of a picture: on the web, or a
// path on the server.
func isPicture(address string) bool {
	if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") && !strings.ContainsAny(address, " \\") {
		return len(address) <= MaxURL
	}
	scheme := schemeOf(address)
	if scheme != "http" && scheme != "https" {
		return false
	}
	found, _ := web(address)
	return found == address
}
