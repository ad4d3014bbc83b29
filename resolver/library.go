package resolver

import (
	"net/url"
	"strings"

	"remoted/playlist"
)

// libraryProvider resolves the paths under which this server's library serves its
// files: /media/<id>/<name>.
func libraryProvider(lookup func(id string) (playlist.Media, bool)) provider {
	parse := func(u *url.URL) (Link, bool, error) {
		if u.Scheme != "" || u.Host != "" {
			return Link{}, false, nil
		}
		rest, ok := strings.CutPrefix(u.Path, "/media/")
		if !ok {
			return Link{}, false, nil
		}
		id, _, _ := strings.Cut(rest, "/")
		m, ok := lookup(id)
		if !ok {
			return Link{}, false, unsupported("the library has no such file any more")
		}
		return Link{Media: m, Start: startOf(u)}, true, nil
	}
	return provider{names: []string{"library"}, parse: parse}
}
