package resolver

import (
	"cmp"
	"context"
	"net/url"
	"path"
	"slices"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// page finds out what a web page plays: a media file that it names, or the player
// of a service that it shows. A page without either cannot be played; what it is
// called is returned all the same.
func (f files) page(ctx context.Context, p *fetch.Page, m playlist.Media) (playlist.Media, error) {
	facts := readPage(p)
	m.Title, m.Thumbnail, m.Duration = facts.name(), facts.image(), facts.duration
	if o, ok := f.discovered(ctx, facts); ok {
		m.Title = cmp.Or(m.Title, o.title())
		m.Thumbnail = cmp.Or(m.Thumbnail, found(facts.base, string(o.Thumbnail)))
		m.Duration = cmp.Or(m.Duration, milliseconds(float64(o.Duration)))
	}
	if provider, ref := f.plays(facts); ref != "" {
		m.Provider, m.Ref = provider, ref
		return m, nil
	}
	m.Provider, m.Ref = "page", m.URL
	if p.Cut && m.Title == "" {
		return m, fetch.TooLargeError()
	}
	return m, unsupported("this is a web page on which no video and no music was found")
}

// discovered asks for the page's oEmbed answer when that may tell more.
func (f files) discovered(ctx context.Context, facts pageFacts) (oembed, bool) {
	address := found(facts.base, facts.oembed)
	complete := facts.name() != "" && facts.image() != "" && facts.duration > 0
	if address == "" || complete {
		return oembed{}, false
	}
	o, err := readOEmbed(ctx, f.client, address)
	return o, err == nil
}

// plays returns what of the page can be played best.
func (f files) plays(facts pageFacts) (provider, ref string) {
	for _, m := range facts.media {
		address := found(facts.base, m.address)
		if address == "" {
			continue
		}
		if kind := pageMediaKind(m.kind, address); kind != "" {
			return kind, address
		}
		facts.frames = append(facts.frames, address) // an embedded player
	}
	for _, frame := range facts.frames {
		if m, ok := f.entry(facts.base, frame); ok && !slices.Contains([]string{"file", "page", "hls", "dash"}, m.Provider) {
			return m.Provider, m.Ref
		}
	}
	return "", ""
}

// pageMediaKind returns the provider of a media address on a page, by its type if
// the page says one, else by its name; "" if it is no file.
func pageMediaKind(kind, address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	kind, _, _ = strings.Cut(kind, ";")
	kind = strings.TrimSpace(kind)
	byName := providerByName(u)
	switch {
	case byName != "file" && (kind == "" || !strings.HasPrefix(kind, "text/")):
		return byName
	case slices.Contains(m3uTypes, kind):
		return "hls"
	case kind == "application/dash+xml":
		return "dash"
	case isMediaType(kind), kind == "" && slices.Contains(mediaNames, strings.ToLower(path.Ext(u.Path))):
		return "file"
	}
	return ""
}
