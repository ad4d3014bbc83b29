package upload

import (
	"bytes"
	"io"
	"strings"
	"time"
)

// kind is a type that is kept and served.
type kind struct {
	mime       string
	extensions []string // of its files; the first is given to one without
}

// The closed table of types. A file has one of them, or is not kept: there is no
// type here that a browser would run, or read as text.
var kinds = []kind{
	{"video/mp4", []string{".mp4", ".m4v"}},
	{"video/quicktime", []string{".mov"}},
	{"video/webm", []string{".webm"}},
	{"video/x-matroska", []string{".mkv"}},
	{"video/ogg", []string{".ogv"}},
	{"audio/mpeg", []string{".mp3"}},
	{"audio/mp4", []string{".m4a", ".m4b"}},
	{"audio/aac", []string{".aac"}},
	{"audio/webm", []string{".weba"}},
	{"audio/ogg", []string{".ogg", ".oga", ".opus"}},
	{"audio/flac", []string{".flac"}},
	{"audio/wav", []string{".wav"}},
	{"image/jpeg", []string{".jpg", ".jpeg"}},
	{"image/png", []string{".png"}},
	{"image/gif", []string{".gif"}},
	{"image/webp", []string{".webp"}},
	{"image/avif", []string{".avif"}},
}

func kindOf(mime string) (kind, bool) {
	for _, k := range kinds {
		if k.mime == mime {
			return k, true
		}
	}
	return kind{}, false
}

func (k kind) picture() bool { return strings.HasPrefix(k.mime, "image/") }

func (k kind) video() bool { return strings.HasPrefix(k.mime, "video/") }

// drawable is a picture of which there can be a thumbnail: there is no decoder for
// AVIF here.
func (k kind) drawable() bool { return k.picture() && k.mime != "image/avif" }

// Probed is what a media file says about itself.
type Probed struct {
	Title    string        // empty: it says none
	Duration time.Duration // 0: unknown
	Picture  bool          // there is one in it
}

// Probe reads the headers of sound or video, of which the extension says what the
// first bytes leave open. It is false for what is none. A [Config] brings one.
type Probe func(r io.ReaderAt, size int64, extension string) (Probed, bool)

// Sentences for what is not kept.
const (
	whyOther   = "this is neither a video nor music nor a picture that a screen can show"
	whyDamaged = "this file is damaged or not complete"
	whyHEIC    = "HEIC pictures cannot be shown by most browsers; send it as JPEG"
	whySVG     = "SVG pictures can hold programs, and are not taken; send it as PNG or JPEG"
	whyPage    = "this is a web page and no media file"
	whyHuge    = "this picture has more than 100 megapixels"
	whyEmpty   = "this file is empty"
)

// container is what the first bytes of a file promise.
type container int

const (
	unknown container = iota
	jpegFile
	pngFile
	gifFile
	webpFile
	isoFile // MP4, QuickTime, AVIF, HEIC
	ebmlFile
	oggFile
	flacFile
	wavFile
	mp3File
	adtsFile // AAC as it is broadcast
	id3File  // a tag, and after it MP3, AAC or FLAC
)

// containerOf reads the first bytes of a file: [headBytes], or all of it.
func containerOf(head []byte) container {
	at := func(i int, sig string) bool { return len(head) >= i+len(sig) && string(head[i:i+len(sig)]) == sig }
	switch {
	case at(0, "\xff\xd8\xff"):
		return jpegFile
	case at(0, "\x89PNG\r\n\x1a\n"):
		return pngFile
	case at(0, "GIF87a"), at(0, "GIF89a"):
		return gifFile
	case at(0, "RIFF") && at(8, "WEBP"):
		return webpFile
	case (at(0, "RIFF") || at(0, "RF64")) && at(8, "WAVE"):
		return wavFile
	case at(4, "ftyp"), at(4, "moov"), at(4, "mdat"), at(4, "wide"):
		return isoFile
	case at(0, "\x1a\x45\xdf\xa3"):
		return ebmlFile
	case at(0, "OggS"):
		return oggFile
	case at(0, "fLaC"):
		return flacFile
	case at(0, "ID3"):
		return id3File
	case len(head) > 1 && head[0] == 0xff && head[1]&0xf6 == 0xf0:
		return adtsFile
	case len(head) > 1 && head[0] == 0xff && head[1]&0xe6 == 0xe2: // layer III
		return mp3File
	}
	return unknown
}

// glance refuses what its first bytes show to be nothing that is kept.
func glance(head []byte) error {
	switch containerOf(head) {
	case unknown:
		return refused(whyUnknown(head))
	case isoFile:
		if b := brandsOf(head); b.heic() {
			return refused(whyHEIC)
		}
	}
	return nil
}

// whyUnknown names what people try most.
func whyUnknown(head []byte) string {
	text := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"))
	switch {
	case bytes.Contains(text, []byte("<svg")):
		return whySVG
	case bytes.HasPrefix(text, []byte("<!doctype html")), bytes.HasPrefix(text, []byte("<html")), bytes.HasPrefix(text, []byte("<script")):
		return whyPage
	}
	return whyOther
}
