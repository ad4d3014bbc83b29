package library

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean makes text from outside fit to show: valid UTF-8 in NFC, single spaces,
// no control characters and none that turn the writing direction of what stands
// around it, at most maxTextRunes.
func clean(s string) string {
	s = strings.ToValidUTF8(s[:min(len(s), maxTextBytes)], "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
	return cut(norm.NFC.String(strings.Join(strings.Fields(s), " ")), maxTextRunes)
}

// cut returns the first n runes of s.
func cut(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// titleFromName makes a file name readable: no extension, underscores as spaces,
// and dots too where a name uses them for spaces ("Big.Film.2019.mkv").
func titleFromName(name string) string {
	stem := strings.TrimSuffix(name, path.Ext(name))
	stem = strings.ReplaceAll(stem, "_", " ")
	if !strings.Contains(stem, " ") {
		stem = strings.ReplaceAll(stem, ".", " ")
	}
	if t := clean(stem); t != "" {
		return t
	}
	if t := clean(name); t != "" {
		return t
	}
	return "Untitled"
}

// maxTrackDigits tells a track number from a year.
const maxTrackDigits = 3

// splitTrack takes a leading track number ("03 - Third", "3. Third") from a
// title that was made from a file name; 0 when there is none, or nothing else.
func splitTrack(title string) (track int, rest string) {
	digits := 0
	for digits < len(title) && title[digits] >= '0' && title[digits] <= '9' {
		digits++
	}
	if digits == 0 || digits > maxTrackDigits {
		return 0, title
	}
	rest = strings.TrimLeft(title[digits:], " -.)")
	if rest == "" || len(rest) == len(title)-digits {
		return 0, title
	}
	return numberOf(title[:digits]), rest
}
