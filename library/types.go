package library

import (
	"path"
	"strings"
)

// A format is a container that the first bytes of a file can tell.
type format int

const (
	formatUnknown format = iota
	formatMP4            // ISO base media: mp4, m4a, mov
	formatEBML           // Matroska and WebM
	formatMP3
	formatFLAC
	formatOgg
	formatWAV
)

// extensions are the names that may be media, and what a type depends on when a
// container can hold sound alone. The machine's own mime.types is never asked:
// it differs between machines and may call anything HTML.
var extensions = map[string]struct{ audio bool }{
	".mp4": {}, ".m4v": {}, ".mov": {}, ".webm": {}, ".mkv": {}, ".ogv": {},
	".m4a": {true}, ".m4b": {true}, ".mp3": {true}, ".flac": {true}, ".ogg": {true}, ".oga": {true},
	".opus": {true}, ".wav": {true}, ".weba": {true}, ".mka": {true},
}

// extension returns the lower-case extension of a file name.
func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// isCandidate tells whether a name is worth looking into.
func isCandidate(name string) bool {
	_, ok := extensions[extension(name)]
	return ok
}

// mediaType returns the type to serve a file as: the content decides about the
// container, the name about sound or pictures where both occur.
func mediaType(f format, docType, ext string) string {
	kind := "video/"
	if extensions[ext].audio {
		kind = "audio/"
	}
	switch f {
	case formatMP4:
		if docType == brandQuickTime && kind == "video/" {
			return "video/quicktime"
		}
		return kind + "mp4"
	case formatEBML:
		if docType == docTypeWebM {
			return kind + "webm"
		}
		return kind + "x-matroska"
	case formatOgg:
		if docType == codecTheora {
			return "video/ogg"
		}
		return "audio/ogg"
	case formatMP3:
		return "audio/mpeg"
	case formatFLAC:
		return "audio/flac"
	case formatWAV:
		return "audio/wav"
	}
	return ""
}
