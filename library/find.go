package library

import (
	"net/url"
	"slices"
	"strings"
)

// A Finder finds files by the paths that programs on other machines wrote in their
// lists. It looks at one moment of the library; make one for a list and let it go.
// It is not safe for concurrent use.
type Finder struct {
	items  []*item
	byName map[string][]*item  // by folded file name; nil until somebody asks
	places map[string][]folded // those of a name that was asked for
}

// folded is where a file is, as paths are compared.
type folded struct {
	item  *item
	own   []string // in its folder of media
	whole []string // on this machine
}

// Finder returns one for the library as it is now.
func (l *Library) Finder() *Finder { return &Finder{items: l.index.Load().items} }

// Find returns the file that a path or a file: address (or one on a network's disk,
// smb: and nfs:) means: the one whose place
// in the library ends it, or is ended by it, and of several the one with which it
// has most folders in common. Capitals, accents and the kind of slash do not count.
// It is false where no file fits, or two fit as well.
func (f *Finder) Find(location string) (Entry, bool) {
	if f.byName == nil {
		f.byName = make(map[string][]*item, len(f.items))
		for _, it := range f.items {
			name := fold(it.Name)
			f.byName[name] = append(f.byName[name], it)
		}
		f.places = make(map[string][]folded)
	}
	for _, p := range spellings(location) {
		if it := f.find(segments(p)); it != nil {
			return it.Entry, true
		}
	}
	return Entry{}, false
}

// spellings are the paths that a location may mean: many programs write spaces as
// %20 where no address stands.
func spellings(location string) []string {
	scheme, rest, _ := strings.Cut(location, "://")
	isAddress := slices.Contains([]string{"file", "smb", "nfs"}, strings.ToLower(scheme))
	if isAddress {
		location = rest
	}
	plain, err := url.PathUnescape(location)
	switch {
	case err != nil || plain == location:
		return []string{location}
	case isAddress:
		return []string{plain}
	}
	return []string{location, plain}
}

// segments are the folded parts of a path, without those that only lead around.
func segments(p string) []string {
	parts := strings.FieldsFunc(fold(p), func(r rune) bool { return r == '/' || r == '\\' })
	return slices.DeleteFunc(parts, func(s string) bool { return s == "." || s == ".." || len(s) == 2 && s[1] == ':' })
}

// find returns the only file that fits best, or nil.
func (f *Finder) find(wanted []string) *item {
	if len(wanted) == 0 {
		return nil
	}
	var best *item
	most, several := 0, false
	for _, p := range f.called(wanted[len(wanted)-1]) {
		n := commonEnd(wanted, p.whole)
		if n < min(len(wanted), len(p.own)) || n < most {
			continue
		}
		several = n == most
		best, most = p.item, n
	}
	if several {
		return nil
	}
	return best
}

// called returns the places of the files of that name. They are many where albums
// have tracks without titles, and a list asks for them again and again.
func (f *Finder) called(name string) []folded {
	places, ok := f.places[name]
	if !ok {
		for _, it := range f.byName[name] {
			own := segments(it.path)
			places = append(places, folded{it, own, append(segments(it.root.abs), own...)})
		}
		f.places[name] = places
	}
	return places
}

// commonEnd is how many of their last parts two paths have in common.
func commonEnd(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
