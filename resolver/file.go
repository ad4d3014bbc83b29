package resolver

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"remoted/playlist"
)

// file takes any web address for that of a media file: what it really is shows
// when a player tries it.
func file(u *url.URL) (playlist.Media, bool, error) {
	if !onWeb(u) {
		return playlist.Media{}, false, nil
	}
	address := u.String()
	return playlist.Media{Provider: "file", Ref: address, URL: address, Title: fileTitle(u)}, true, nil
}

// fileTitle makes a title of the file's name, or of the host's where there is none.
func fileTitle(u *url.URL) string {
	name := path.Base(u.Path)
	if name == "." || name == "/" {
		return u.Hostname()
	}
	if ext := path.Ext(name); ext != name && len(ext) <= 5 {
		name = strings.TrimSuffix(name, ext)
	}
	title := strings.Join(strings.FieldsFunc(strings.ToValidUTF8(name, ""), func(r rune) bool {
		return r == '_' || unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	if title == "" {
		title = u.Hostname()
	}
	return shorten(title)
}

// maxTitle is what the protocol allows for a title, in characters.
const maxTitle = 300

func shorten(title string) string {
	if runes := []rune(title); len(runes) > maxTitle {
		return string(runes[:maxTitle-1]) + "…"
	}
	return title
}
