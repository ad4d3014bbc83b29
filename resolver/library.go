package resolver

import (
	"net/url"
	"strings"

	"remoted/playlist"
)

// libraryProvider resolves the paths under which this server's library serves its
// files: /media/<id>/<name>.
func libraryProvider(lookup func(id string) (playlist.Media, bool)) provider {
	return func(u *url.URL) (playlist.Media, bool, error) {
		if u.Scheme != "" || u.Host != "" {
			return playlist.Media{}, false, nil
		}
		rest, ok := strings.CutPrefix(u.Path, "/media/")
		if !ok {
			return playlist.Media{}, false, nil
		}
		id, _, _ := strings.Cut(rest, "/")
		m, ok := lookup(id)
		if !ok {
			return m, false, unsupported("the library has no such file any more")
		}
		return m, true, nil
	}
}
