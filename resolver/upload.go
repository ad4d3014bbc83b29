package resolver

import (
	"net/url"
	"strings"

	"remoted/playlist"
)

// WithUploads resolves the paths under which this server serves what people sent
// from their phones: /uploads/<session>/<upload>/<name>. The error of lookup is a
// sentence for people; it is returned as an [errors.ErrUnsupported].
func WithUploads(lookup func(session, upload string) (playlist.Media, error)) Option {
	return func(r *Resolver) { r.providers = append(r.providers, uploadProvider(lookup)) }
}

func uploadProvider(lookup func(session, upload string) (playlist.Media, error)) provider {
	parse := func(u *url.URL) (Link, bool, error) {
		session, upload, ok := UploadPath(u.Path)
		if !ok || u.Scheme != "" || u.Host != "" {
			return Link{}, false, nil
		}
		m, err := lookup(session, upload)
		if err != nil {
			return Link{}, false, unsupported(err.Error())
		}
		return Link{Media: m, Start: startOf(u)}, true, nil
	}
	return provider{names: []string{"upload"}, parse: parse}
}

// UploadPath reads the path of an uploaded file.
func UploadPath(path string) (session, upload string, ok bool) {
	rest, ok := strings.CutPrefix(path, "/uploads/")
	parts := strings.Split(rest, "/")
	if !ok || len(parts) != 3 || parts[0] == "" || parts[1] == "" {
		return "", "", false
	}
	return parts[0], parts[1], true
}
