package listfile

import (
	"fmt"
	"slices"
	"strings"
)

// Format is a kind of file, named by the usual end of its name.
type Format string

// The formats that [Encode] writes. [Parse] also reads M3U in Latin-1, and the
// JSON that this project's API answers.
const (
	M3U8 Format = "m3u8"
	XSPF Format = "xspf"
	JSPF Format = "jspf"
	Text Format = "txt"
	JSON Format = "json" // our own: the only one that keeps everything
)

// Formats are all of them, those first that most programs open.
var Formats = []Format{M3U8, XSPF, JSPF, Text, JSON}

// ByName returns the format of a file by the end of its name, or of that end alone.
func ByName(name string) (Format, bool) {
	f := Format(strings.ToLower(name[strings.LastIndexByte(name, '.')+1:]))
	return f, slices.Contains(Formats, f)
}

// mediaTypes as they are registered or, with M3U, in use: the registered one of
// M3U8 means HLS, and some browsers would try to play it.
var mediaTypes = map[Format]string{
	M3U8: "audio/x-mpegurl; charset=utf-8",
	XSPF: "application/xspf+xml",
	JSPF: "application/jspf+json",
	Text: "text/plain; charset=utf-8",
	JSON: "application/json",
}

// MediaType of a file of this format, with its encoding.
func (f Format) MediaType() string { return mediaTypes[f] }

// Encode writes a list. Whatever the format has no place for is left out; what
// could be misread (a line break in a title) is made harmless.
func Encode(l List, f Format) ([]byte, error) {
	switch f {
	case M3U8:
		return encodeM3U(l), nil
	case XSPF:
		return encodeXSPF(l)
	case JSPF:
		return encodeJSPF(l)
	case Text:
		return encodeText(l), nil
	case JSON:
		return encodeOwn(l)
	}
	return nil, fmt.Errorf("lists are not written as %q", f)
}
