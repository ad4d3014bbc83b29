package library

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"slices"
	"strings"
	"sync"
)

// The views of [Library.Browse].
const (
	ByFolders = "folders"
	ByArtists = "artists"
	ByAlbums  = "albums"
	ByNewest  = "newest"
)

// Errors of browsing.
var (
	ErrNoView  = errors.New("library: no such view")
	ErrNoGroup = errors.New("library: no such folder, artist or album")
)

// A Group is a folder, an artist or an album.
type Group struct {
	// Key names it to Browse. It stays while what it names is there, over
	// restarts, and tells no path.
	Key string

	// Name is text to show, empty for the files that name no artist: the
	// words for that are the reader's language's.
	Name string

	Detail string // an album's artist, when it has just one
	Count  int    // files in it, those of its groups too
	Cover  string // path of the first cover in it, empty without one
}

// A BrowsePage is a part of what is in a place: groups first, then files.
type BrowsePage struct {
	In     *Group // the place; nil at the top
	Groups []Group
	Items  []Entry
	Total  int // groups and files that the place has in all
	Next   int // offset of the next page, -1 when there is none
}

// Browse returns what is in a place of a view: in the group with the key in, or
// at the top for an empty one. The views are
//
//   - ByFolders: folders with media in or below them, as they lie in each other;
//   - ByArtists: artists, then their albums, then the tracks;
//   - ByAlbums: albums, then their tracks by disc and number;
//   - ByNewest: all files, those that were modified last first.
//
// A file without an album belongs to that of its folder's name. Names sort as
// people count, files without an artist last. One offset counts over groups and
// files; limits are those of Search. The first call after files came or went
// makes the view: some tenths of a second with 100,000 files. The errors are ErrNoView
// and ErrNoGroup.
func (l *Library) Browse(by, in string, offset, limit int) (BrowsePage, error) {
	v, ok := l.index.Load().views[by]
	if !ok {
		return BrowsePage{}, ErrNoView
	}
	s := v().byKey[in]
	if s == nil {
		return BrowsePage{}, ErrNoGroup
	}
	p := s.page(max(offset, 0), pageSize(limit))
	if in != "" {
		p.In = &s.Group
	}
	return p, nil
}

// FolderEntries returns all files in a folder and below, in order; false when
// there is no such folder. The key is that of a group by folders, or empty for
// everything. The slice is the caller's.
func (l *Library) FolderEntries(key string) ([]Entry, bool) {
	s := l.index.Load().views[ByFolders]().byKey[key]
	if s == nil {
		return nil, false
	}
	all := make([]Entry, 0, s.Count)
	s.each(func(it *item) { all = append(all, it.Entry) })
	return all, true
}

// A shelf is a place of a view.
type shelf struct {
	Group
	groups []*shelf
	items  []*item // directly on it
}

// each visits the files on s, then those of its groups.
func (s *shelf) each(visit func(*item)) {
	for _, it := range s.items {
		visit(it)
	}
	for _, sub := range s.groups {
		sub.each(visit)
	}
}

// sum sets the counts and covers of s and all below.
func (s *shelf) sum() {
	s.Count = len(s.items)
	for _, it := range s.items {
		if s.Cover = it.CoverURL(); s.Cover != "" {
			break
		}
	}
	for _, sub := range s.groups {
		sub.sum()
		s.Count += sub.Count
		s.Cover = cmp.Or(s.Cover, sub.Cover)
	}
}

func (s *shelf) page(offset, limit int) BrowsePage {
	p := BrowsePage{Groups: []Group{}, Items: []Entry{}, Total: len(s.groups) + len(s.items), Next: -1}
	from := min(offset, p.Total)
	to := from + min(limit, p.Total-from)
	for i := from; i < to; i++ {
		if i < len(s.groups) {
			p.Groups = append(p.Groups, s.groups[i].Group)
		} else {
			p.Items = append(p.Items, s.items[i-len(s.groups)].Entry)
		}
	}
	if to > from && to < p.Total {
		p.Next = to
	}
	return p
}

// A view is a way through all files. It is immutable once made.
type view struct {
	byKey map[string]*shelf // "" is the top
}

func newView(top *shelf) *view { return &view{byKey: map[string]*shelf{"": top}} }

// newViews makes the views of items when they are first asked for.
func newViews(items []*item) map[string]func() *view {
	lazy := func(make func([]*item) *view) func() *view {
		return sync.OnceValue(func() *view { return make(items) })
	}
	return map[string]func() *view{
		ByFolders: lazy(folderView),
		ByArtists: lazy(artistView),
		ByAlbums:  lazy(albumView),
		ByNewest:  lazy(newestView),
	}
}

func newestView(items []*item) *view {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b *item) int { return cmp.Compare(b.Modified, a.Modified) })
	return newView(&shelf{items: items})
}

// groupKey derives a key of a kind of group from what makes it one.
func groupKey(kind string, parts ...string) string {
	sum := sha256.Sum256([]byte("remoted " + kind + "\x00" + strings.Join(parts, "\x00")))
	return strings.ToLower(idEncoding.EncodeToString(sum[:idBytes]))
}

// afterAll sorts after every text: no UTF-8 has this byte.
const afterAll = "\xff"

// sortShelves puts groups in order of their names, as people count; what has no
// name comes last.
func sortShelves(groups []*shelf) {
	keys := make(map[*shelf]string, len(groups))
	for _, g := range groups {
		keys[g] = cmp.Or(naturalKey(fold(g.Name)), afterAll) + "\x00" + naturalKey(fold(g.Detail)) + "\x00" + g.Key
	}
	slices.SortFunc(groups, func(a, b *shelf) int { return strings.Compare(keys[a], keys[b]) })
}
