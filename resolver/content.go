package resolver

import (
	"bytes"
	"io"
	"net/http"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"remoted/resolver/internal/fetch"
)

// content is what an answer is.
type content int

const (
	isOther content = iota
	isMedia
	isM3U
	isDASH
	isFeed
	isPage
	isPicture
)

// mediaNames end the names of files that browsers play; they decide only about
// content without a type.
var mediaNames = []string{
	".mp4", ".m4v", ".mov", ".webm", ".mkv", ".ogv", ".ts", ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus",
	".flac", ".wav", ".weba",
}

var m3uTypes = []string{
	"application/vnd.apple.mpegurl", "application/x-mpegurl", "application/mpegurl",
	"audio/mpegurl", "audio/x-mpegurl", "audio/vnd.apple.mpegurl",
}

// contentOf tells what an answer is: by its first bytes, where they are clear, then
// by the type that it claims, then by its name. Claims that the bytes belie do not
// count.
func contentOf(p *fetch.Page) content {
	sniffed, claimed := sniff(p.Body), p.MediaType()
	text := strings.HasPrefix(sniffed, "text/") && len(p.Body) > 0
	name := strings.ToLower(path.Ext(p.URL.Path))
	switch {
	case text && bytes.HasPrefix(trimmed(p.Body), []byte("#EXTM3U")), text && isPLS(p.Body):
		return isM3U
	case text && rootContent(p.Body) != isOther:
		return rootContent(p.Body)
	case strings.HasPrefix(sniffed, "text/html"):
		return isPage
	case isMediaType(sniffed):
		return isMedia
	case strings.HasPrefix(sniffed, "image/"), !text && strings.HasPrefix(claimed, "image/"):
		return isPicture
	case text && (slices.Contains(m3uTypes, claimed) || name == ".m3u" || name == ".m3u8"):
		return isM3U
	case text && (claimed == "text/html" || claimed == "application/xhtml+xml"):
		return isPage
	case !text && isMediaType(claimed):
		return isMedia
	case !text && len(p.Body) > 0 && isVague(claimed) && slices.Contains(mediaNames, name):
		return isMedia
	}
	return isOther
}

func isVague(claimed string) bool {
	return claimed == "" || claimed == "application/octet-stream" || claimed == "binary/octet-stream" ||
		claimed == "application/force-download" || claimed == "text/plain"
}

func isMediaType(t string) bool {
	return strings.HasPrefix(t, "video/") || (strings.HasPrefix(t, "audio/") && t != "audio/midi") || t == "application/ogg"
}

// sniff is http.DetectContentType with what else browsers play.
func sniff(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("fLaC")):
		return "audio/flac"
	case bytes.HasPrefix(b, []byte("\x1a\x45\xdf\xa3")): // EBML
		return "video/x-matroska"
	}
	return http.DetectContentType(b)
}

// isPLS tells the lists that radio stations have beside M3U; package listfile reads
// both.
func isPLS(b []byte) bool {
	const heading = "[playlist]"
	b = trimmed(b)
	return len(b) >= len(heading) && strings.EqualFold(string(b[:len(heading)]), heading)
}

// trimmed is a text without what may stand before its first mark.
func trimmed(b []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\ufeff")), " \t\r\n")
}

// utf8Text returns a text in UTF-8, whatever its encoding is: by its byte order
// mark, its type, what it says in itself, or else by trying.
func utf8Text(p *fetch.Page) []byte {
	enc, name, certain := charset.DetermineEncoding(p.Body, p.ContentType)
	if name == "utf-8" || !certain && name == "windows-1252" && validUTF8(p.Body) {
		return bytes.ToValidUTF8(bytes.TrimPrefix(p.Body, []byte("\ufeff")), []byte("\ufffd"))
	}
	b, err := io.ReadAll(enc.NewDecoder().Reader(bytes.NewReader(p.Body)))
	if err != nil && len(b) == 0 {
		return bytes.ToValidUTF8(p.Body, []byte("\ufffd"))
	}
	return b
}

// validUTF8 allows for a character that was cut at the end.
func validUTF8(b []byte) bool {
	for i := 1; i < utf8.UTFMax && i <= len(b); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				b = b[:len(b)-i]
			}
			break
		}
	}
	return utf8.Valid(b)
}
