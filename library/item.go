package library

import (
	"fmt"
	"strings"
)

// An item is an entry with what searching, sorting and serving need. It is
// immutable and shared by successive indexes.
type item struct {
	Entry
	key  string // sorts by bytes into the order of the list
	root *root  // the served folder it is in
	path string // below root, as the file system spells it
	disc int    // of its album, 0 when unknown

	format   format
	embedded bool    // there is a cover in it
	beside   beside  // what lies in its folder for it
	lacks    *probed // what it says itself, when that lacks the duration and nobody else was asked
}

// newItem describes a file from what it says and from its name.
func newItem(e Entry, p probed, r *root, path string) *item {
	e.Title, e.Artist, e.Album = clean(p.title), clean(p.artist), clean(p.album)
	e.Type = mediaType(p.format, p.docType, extension(e.Name))
	e.Duration = p.duration.Milliseconds()
	track := p.track
	if e.Title == "" {
		e.Title = titleFromName(e.Name)
		if n, rest := splitTrack(e.Title); e.Album != "" && n > 0 {
			e.Title = rest
			if track == 0 {
				track = n
			}
		}
	}
	it := &item{Entry: e, root: r, path: path, disc: p.disc, format: p.format, embedded: p.picture}
	if p.duration == 0 {
		it.lacks = &p
	}
	it.key = sortKey(e, p.disc, track)
	return it
}

// sortKey orders by folder, album, disc, track, title, name. A parent comes
// before its folders: the separator sorts before any other byte.
func sortKey(e Entry, disc, track int) string {
	natural := func(s string) string { return naturalKey(fold(s)) }
	folder := strings.ReplaceAll(natural(e.Folder), "/", "\x01")
	number := fmt.Sprintf("%05d%05d", min(disc, 99_999), min(track, 99_999))
	return strings.Join([]string{folder, natural(e.Album), number, natural(e.Title), natural(e.Name), e.ID}, "\x00")
}
