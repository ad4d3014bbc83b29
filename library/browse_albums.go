package library

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// artistView has artists, in them their albums, in those the tracks. Tracks of no
// album stand beside an artist's albums.
func artistView(items []*item) *view {
	top := &shelf{groups: gather(items, func(it *item) string { return it.Artist })}
	v := newView(top)
	for _, artist := range top.groups {
		artist.Key = groupKey("artist", fold(artist.Name))
		v.byKey[artist.Key] = artist
		albums := gather(artist.items, albumNames())
		artist.items = nil
		for _, album := range albums {
			if album.Name == "" {
				artist.items = album.items
				continue
			}
			album.Key = groupKey("artist's album", fold(artist.Name), fold(album.Name))
			v.byKey[album.Key] = album
			sortTracks(album.items)
			artist.groups = append(artist.groups, album)
		}
		sortShelves(artist.groups)
	}
	sortShelves(top.groups)
	top.sum()
	return v
}

// albumView has albums and in them the tracks. Tracks of no album stand beside
// the albums.
func albumView(items []*item) *view {
	top := &shelf{}
	v := newView(top)
	for _, named := range gather(items, albumNames()) {
		if named.Name == "" {
			top.items = named.items
			continue
		}
		for _, album := range splitAlbums(named) {
			v.byKey[album.Key] = album
			sortTracks(album.items)
			top.groups = append(top.groups, album)
		}
	}
	sortShelves(top.groups)
	top.sum()
	return v
}

// gather puts items together whose names differ in case and accents at most,
// under the spelling that most of them have. The groups come in no order, their
// items in that of items. They have no keys yet.
func gather(items []*item, name func(*item) string) []*shelf {
	spelled, folded := map[string]*shelf{}, map[string]*shelf{}
	uses := map[string]int{}
	var groups []*shelf
	for _, it := range items {
		n := name(it)
		if spelled[n] == nil {
			f := fold(n)
			if folded[f] == nil {
				folded[f] = &shelf{}
				groups = append(groups, folded[f])
			}
			spelled[n] = folded[f]
		}
		spelled[n].items = append(spelled[n].items, it)
		uses[n]++
	}
	named := map[*shelf]bool{}
	for n, s := range spelled {
		if !named[s] || uses[n] > uses[s.Name] || uses[n] == uses[s.Name] && n < s.Name {
			named[s], s.Name = true, n
		}
	}
	return groups
}

// splitAlbums tells albums of the same name apart. What lies in one folder is one
// album, whoever plays on it. Over several folders it is one when all of it is by
// the same artist.
func splitAlbums(named *shelf) []*shelf {
	var albums []*shelf
	byKey := map[string]*shelf{}
	for _, part := range byPlaces(named.items) {
		part.Name, part.Detail = named.Name, soleArtist(part.items)
		part.Key = groupKey("album", fold(part.Name), fold(part.Detail))
		if part.Detail == "" {
			part.Key = groupKey("album in", fold(part.Name), part.items[0].albumPlace().abs())
		}
		if first := byKey[part.Key]; first != nil {
			first.items = append(first.items, part.items...)
			continue
		}
		byKey[part.Key] = part
		albums = append(albums, part)
	}
	return albums
}

// byPlaces puts items together that lie in one album's folder.
func byPlaces(items []*item) []*shelf {
	var shelves []*shelf
	at := map[place]*shelf{}
	var last place // its album's folder need not be found again
	var s *shelf
	for _, it := range items {
		if p := it.place(); p != last {
			last, p = p, it.albumPlace()
			if s = at[p]; s == nil {
				s = &shelf{}
				at[p] = s
				shelves = append(shelves, s)
			}
		}
		s.items = append(s.items, it)
	}
	return shelves
}

// soleArtist returns the artist of all items, empty when there are several or
// one is not told.
func soleArtist(items []*item) string {
	artists := gather(items, func(it *item) string { return it.Artist })
	if len(artists) > 1 {
		return ""
	}
	return artists[0].Name
}

// sortTracks puts an album, of which the folders are in order, in order of discs.
func sortTracks(items []*item) {
	slices.SortStableFunc(items, func(a, b *item) int { return cmp.Compare(a.disc, b.disc) })
}

// albumNames returns a function that tells the album of a file: what its tag says,
// else the name of its folder. It remembers one folder: files come by folders.
func albumNames() func(*item) string {
	var last place
	name := ""
	return func(it *item) string {
		if it.Album != "" {
			return it.Album
		}
		if p := it.place(); p != last {
			last, name = p, it.albumPlace().name()
		}
		return name
	}
}

// albumPlace is the folder that holds a file's album: that of the file, or the
// one above a folder that holds a disc of several.
func (it *item) albumPlace() place {
	p := it.place()
	if p.path != "." && isDisc(path.Base(p.path)) {
		return p.parent()
	}
	return p
}

// isDisc tells whether a folder is called "CD 1", "disc02" and the like.
func isDisc(name string) bool {
	name = fold(name)
	for _, word := range []string{"cd", "disc", "disk"} {
		if number, ok := strings.CutPrefix(name, word); ok {
			number = strings.TrimLeft(number, " _-.#")
			return number != "" && len(number) <= maxTrackDigits && strings.Trim(number, "0123456789") == ""
		}
	}
	return false
}
