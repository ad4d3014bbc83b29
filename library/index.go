package library

import (
	"fmt"
	"slices"
	"strings"
)

// An item is an entry with what searching, sorting and serving need. It is
// immutable and shared by successive indexes.
type item struct {
	Entry
	text string // folded fields, a line each: what words are searched in
	key  string // sorts by bytes into the order of the list
	root *root  // the served folder it is in
	path string // below root, as the file system spells it
	disc int    // of its album, 0 when unknown
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
	it := &item{Entry: e, root: r, path: path, disc: p.disc}
	it.text = fold(strings.Join([]string{e.Title, e.Artist, e.Album, e.Folder, e.Name}, "\n"))
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

// An index is a snapshot of all items. It is immutable.
type index struct {
	items []*item // in order
	byID  map[string]*item
	views map[string]func() *view // made when first asked for
}

// newIndex takes the items over and puts them in order. An ID that comes twice
// (folders that overlap) is kept once, the first.
func newIndex(items []*item) *index {
	x := &index{byID: make(map[string]*item, len(items))}
	for _, it := range items {
		if _, twice := x.byID[it.ID]; !twice {
			x.byID[it.ID] = it
			x.items = append(x.items, it)
		}
	}
	slices.SortFunc(x.items, func(a, b *item) int { return strings.Compare(a.key, b.key) })
	x.views = newViews(x.items)
	return x
}

// search returns the page of entries in which every word occurs. All of them
// are looked at, for the total.
func (x *index) search(query string, offset, limit int) Page {
	words := queryWords(query)
	offset, limit = max(offset, 0), pageSize(limit)

	p := Page{Next: -1, Items: []Entry{}}
	for _, it := range x.items {
		if !it.matches(words) {
			continue
		}
		if p.Total >= offset && len(p.Items) < limit {
			p.Items = append(p.Items, it.Entry)
		}
		p.Total++
	}
	if end := offset + len(p.Items); len(p.Items) > 0 && end < p.Total {
		p.Next = end
	}
	return p
}

// pageSize is how many entries a page of a wanted size holds.
func pageSize(limit int) int {
	if limit <= 0 {
		return defaultPage
	}
	return min(limit, maxPage)
}

// queryWords returns the folded words of a query, within the limits.
func queryWords(query string) []string {
	words := strings.Fields(fold(strings.ToValidUTF8(cut(query, maxQueryRunes), "")))
	return words[:min(len(words), maxQueryWords)]
}

func (it *item) matches(words []string) bool {
	for _, w := range words {
		if !strings.Contains(it.text, w) {
			return false
		}
	}
	return true
}
