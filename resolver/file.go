package resolver

import (
	"cmp"
	"context"
	"mime"
	"net/url"
	"path"
	"strings"
	"unicode"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// files knows every other address on the web: a media file, a stream, a list, or a
// page that has one of these. At first sight only the name tells which.
type files struct{ *Resolver }

func fileProvider(r *Resolver) provider {
	f := files{r}
	return provider{names: []string{"file", "hls", "dash", "page", "picture"}, parse: parseFile, lookup: f.lookup, expand: f.expand}
}

// parseFile takes any web address for that of a media file: what it really is
// shows when somebody asks, or a player tries it.
func parseFile(u *url.URL) (Link, bool, error) {
	if !onWeb(u) {
		return Link{}, false, nil
	}
	address := u.String()
	m := playlist.Media{Provider: providerByName(u), Ref: address, URL: address, Title: fileTitle(u)}
	return Link{Media: m, Start: startOf(u)}, true, nil
}

// providerByName tells manifests from files by the end of their name.
func providerByName(u *url.URL) string {
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".m3u8":
		return "hls"
	case ".mpd":
		return "dash"
	}
	return "file"
}

// lookup asks what is at the address, by its content and not by its name.
func (f files) lookup(ctx context.Context, m playlist.Media) (playlist.Media, error) {
	u, err := url.Parse(m.URL)
	if err != nil {
		return m, ErrAddress
	}
	if id := peertubeID(u); id != "" {
		if found, ok := askPeerTube(ctx, f.client, u, id, m); ok {
			return found, nil
		}
	}
	p, err := f.client.Get(ctx, m.URL)
	if err != nil {
		return m, err
	}
	return f.read(ctx, p, m)
}

// read tells what an answer plays.
func (f files) read(ctx context.Context, p *fetch.Page, m playlist.Media) (playlist.Media, error) {
	switch contentOf(p) {
	case isMedia:
		m.Provider, m.Ref = "file", m.URL
		m.Title = headerTitle(p)
		return m, nil
	case isM3U:
		list := readM3U(p)
		if !list.hls && len(list.Items) == 0 {
			break
		}
		if !list.hls {
			m.Title = list.Title
			return m, aList("this is a list of links")
		}
		m.Provider, m.Ref, m.Duration = "hls", m.URL, list.duration
		return m, nil
	case isDASH:
		m.Provider, m.Ref, m.Duration = "dash", m.URL, dashDuration(p)
		return m, nil
	case isFeed:
		m.Title = readFeed(p, 0).title
		return m, aList("this is a podcast or another feed")
	case isPage:
		return f.page(ctx, p, m)
	case isPicture:
		return picture(p, m)
	}
	return m, unsupported("this is neither a video nor music")
}

// headerTitle is what the answer's headers call it, or "": a radio station's name,
// or that of a file to save.
func headerTitle(p *fetch.Page) string {
	if name := plain(p.Header.Get("Icy-Name")); name != "" {
		return name
	}
	_, params, err := mime.ParseMediaType(p.Header.Get("Content-Disposition"))
	if err != nil || params["filename"] == "" {
		return ""
	}
	return nameTitle(path.Base(strings.ReplaceAll(params["filename"], `\`, "/")))
}

// fileTitle makes a title of the file's name, or of the host's where there is none.
func fileTitle(u *url.URL) string {
	title := ""
	if name := path.Base(u.Path); name != "." && name != "/" {
		title = nameTitle(name)
	}
	return cmp.Or(title, plain(u.Hostname()), "untitled") // a host may be anything, in percents
}

// nameTitle makes a title of a file's name.
func nameTitle(name string) string {
	if ext := path.Ext(name); ext != name && len(ext) <= 5 {
		name = strings.TrimSuffix(name, ext)
	}
	return plain(strings.Join(strings.FieldsFunc(strings.ToValidUTF8(name, ""), func(r rune) bool {
		return r == '_' || unicode.IsSpace(r) || unicode.IsControl(r)
	}), " "))
}
