package subtitle

import (
	"errors"
	"strings"

	"golang.org/x/text/language"
)

// MaxBytes bounds a subtitle file. Those of a long film have 200 kB.
const MaxBytes = 2 << 20

// Type is the media type of what [Convert] returns.
const Type = "text/vtt; charset=utf-8"

// ErrRefused says that a file holds no subtitles, or is too large.
var ErrRefused = errors.New("no subtitles, or too many")

// Convert returns a subtitle file as WebVTT in UTF-8. What it is, its content says
// and not its name. The language helps with old character encodings;
// language.Und is fine.
func Convert(b []byte, tag language.Tag) ([]byte, error) {
	if len(b) > MaxBytes {
		return nil, ErrRefused
	}
	text := decode(b, tag)
	if isVTT(text) {
		return []byte(withoutStyles(text)), nil
	}
	cues := parseSRT(text)
	if len(cues) == 0 {
		return nil, ErrRefused
	}
	return writeVTT(cues), nil
}

// isVTT tells whether a text has the signature (WebVTT, 4.1).
func isVTT(text string) bool {
	rest, ok := strings.CutPrefix(text, "WEBVTT")
	return ok && (rest == "" || strings.ContainsRune(" \t\n", rune(rest[0])))
}

// withoutStyles drops the style blocks of a WebVTT file: how it looks on a screen is
// the screen's affair, and a style sheet may name addresses.
func withoutStyles(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	first, dropping := true, false // first: of its block
	for line := range strings.SplitAfterSeq(text, "\n") {
		blank := strings.TrimRight(line, "\n") == ""
		if first && !blank {
			dropping = strings.TrimRight(line, " \t\n") == "STYLE"
		}
		first = blank
		if !dropping || blank {
			b.WriteString(line)
		}
		dropping = dropping && !blank
	}
	return b.String()
}
