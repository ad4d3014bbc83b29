package resolver

import (
	"cmp"
	"context"
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

const archiveMetadata = "https://archive.org/metadata/"

var archiveHosts = []string{"archive.org"}

// archiveProvider knows items of the Internet Archive: /details/{id}, /embed/{id},
// one file of it behind that. A Ref is "<id>" or "<id>/<file>" until the metadata
// has told which file is played; then it is that file's address and the provider
// "file". An item of several tracks is a list.
func archiveProvider(c *fetch.Client) provider {
	lookup := func(ctx context.Context, m playlist.Media) (playlist.Media, error) { return archiveLookup(ctx, c, m) }
	expand := func(ctx context.Context, l Link, items *collector) error {
		item, err := archiveItem(ctx, c, l.Media.Ref)
		if err != nil {
			return err
		}
		tracks := item.tracks()
		for i := range tracks {
			tracks[i] = item.media(tracks[i].URL, tracks[i])
		}
		items.add(len(tracks), tracks...)
		return nil
	}
	return provider{names: []string{"archive"}, hosts: archiveHosts, parse: parseArchive, lookup: lookup, expand: expand}
}

func parseArchive(u *url.URL) (Link, bool, error) {
	_, ok := onHost(u, archiveHosts)
	parts := segments(u)
	if !ok || len(parts) < 2 || parts[0] != "details" && parts[0] != "embed" || !consists(parts[1], slug+".", maxID) {
		return Link{}, false, nil // downloads are files like any other
	}
	ref := strings.Join(parts[1:], "/")
	address := "https://archive.org/details/" + (&url.URL{Path: ref}).EscapedPath()
	m := playlist.Media{Provider: "archive", Ref: ref, URL: address, Title: cmp.Or(plain(path.Base(ref)), parts[1])}
	l := Link{Media: m, Start: startOf(u, "start")}
	if len(parts) == 2 {
		l.List = address
	}
	return l, true, nil
}

// archiveAnswer is what is used of GET /metadata/{id}.
type archiveAnswer struct {
	id       string
	Metadata struct {
		Title   json.RawMessage `json:"title"` // a string, or several
		Creator json.RawMessage `json:"creator"`
	} `json:"metadata"`
	Files []archiveFile `json:"files"`
}

type archiveFile struct {
	Name     text `json:"name"`
	Original text `json:"original"` // of which this is a copy in another format
	Title    text `json:"title"`
	Length   text `json:"length"` // seconds, or a clock's
	Private  text `json:"private"`
}

func archiveItem(ctx context.Context, c *fetch.Client, ref string) (*archiveAnswer, error) {
	id, _, _ := strings.Cut(ref, "/")
	a := archiveAnswer{id: id}
	if err := c.GetJSON(ctx, archiveMetadata+id, "", &a); err != nil {
		return nil, missing(err, "archive.org")
	}
	if len(a.Files) == 0 { // it answers {} for what there is not
		return nil, unsupported("there is no such item at archive.org")
	}
	return &a, nil
}

func archiveLookup(ctx context.Context, c *fetch.Client, m playlist.Media) (playlist.Media, error) {
	a, err := archiveItem(ctx, c, m.Ref)
	if err != nil {
		return m, err
	}
	tracks := a.tracks()
	_, name, single := strings.Cut(m.Ref, "/")
	if single {
		tracks = slices.DeleteFunc(tracks, func(t playlist.Media) bool { return t.Ref != a.file(name) && !a.sameTrack(t.Ref, name) })
	}
	if len(tracks) == 0 {
		return m, unsupported("this item of archive.org has no video and no music")
	}
	if !single && len(tracks) == 1 {
		tracks[0].Title = cmp.Or(first(a.Metadata.Title), tracks[0].Title)
	}
	if !single && len(tracks) > 1 {
		m.Title, m.Thumbnail = cmp.Or(first(a.Metadata.Title), m.Title), a.image()
		return m, aList("this item of archive.org holds several tracks")
	}
	return a.media(m.URL, tracks[0]), nil
}

func (a *archiveAnswer) media(address string, track playlist.Media) playlist.Media {
	track.URL, track.Thumbnail = address, a.image()
	return track
}

func (a *archiveAnswer) image() string { return "https://archive.org/services/img/" + a.id }

func (a *archiveAnswer) file(name string) string {
	u := url.URL{Scheme: "https", Host: "archive.org", Path: "/download/" + a.id + "/" + name}
	return u.String()
}

// archiveFormats are the files that browsers play, the best first: a smaller copy
// starts sooner than an original.
var archiveFormats = []string{".mp4", ".webm", ".ogv", ".mp3", ".m4a", ".ogg", ".opus", ".flac", ".wav"}

// tracks returns a file for each thing that the item holds, in the order of their
// names, which is that of the tracks.
func (a *archiveAnswer) tracks() []playlist.Media {
	best := map[string]archiveFile{}
	for _, f := range a.Files {
		format := slices.Index(archiveFormats, strings.ToLower(path.Ext(string(f.Name))))
		if format < 0 || f.Private == "true" {
			continue
		}
		key := f.key()
		old, ok := best[key]
		if !ok || format < slices.Index(archiveFormats, strings.ToLower(path.Ext(string(old.Name)))) {
			f.Title, f.Length = cmp.Or(f.Title, old.Title), cmp.Or(f.Length, old.Length)
			best[key] = f
		}
	}
	out := make([]playlist.Media, 0, len(best))
	for _, f := range best {
		if m := a.track(f); m.Ref != "" {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(x, y playlist.Media) int { return strings.Compare(x.Ref, y.Ref) })
	return out
}

func (a *archiveAnswer) track(f archiveFile) playlist.Media {
	title := decoded(string(f.Title))
	if title == "" {
		title = nameTitle(path.Base(string(f.Name)))
	}
	if by := first(a.Metadata.Creator); by != "" && f.Title != "" {
		title = by + " – " + title
	}
	ref := found(nil, a.file(string(f.Name)))
	return playlist.Media{Provider: "file", Ref: ref, URL: ref, Title: title, Duration: moment(string(f.Length))}
}

// key is the same for all formats of a thing.
func (f *archiveFile) key() string {
	name := string(cmp.Or(f.Original, f.Name))
	return strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), "_512kb")
}

func (a *archiveAnswer) sameTrack(ref, name string) bool {
	stem := func(s string) string { return strings.TrimSuffix(s, path.Ext(s)) }
	return stem(ref) == stem(a.file(name))
}

// first returns the text, or the first of several.
func first(raw json.RawMessage) string {
	var one string
	var several []string
	if json.Unmarshal(raw, &one) == nil {
		return decoded(one)
	}
	if json.Unmarshal(raw, &several) == nil && len(several) > 0 {
		return decoded(several[0])
	}
	return ""
}
