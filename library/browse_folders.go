package library

import (
	"cmp"
	"path"
)

// A place is a folder below a served one.
type place struct {
	root *root
	path string // slash-separated; "." for the served folder itself
}

// place is the folder that a file is in.
func (it *item) place() place { return place{it.root, path.Dir(it.path)} }

// abs is the place's identity: folders that overlap agree on it.
func (p place) abs() string {
	if p.root == nil {
		return path.Join("/", p.path)
	}
	return path.Join(p.root.abs, p.path)
}

// name is what the folder is called; empty for the only served one, whose own
// name is nobody's business.
func (p place) name() string {
	if p.path != "." {
		return cmp.Or(clean(path.Base(p.path)), "\uFFFD")
	}
	if p.root == nil {
		return ""
	}
	return clean(p.root.label)
}

func (p place) parent() place { return place{p.root, path.Dir(p.path)} }

// A folderTree puts folders with media below their parents.
type folderTree struct {
	*view
	top *shelf
	at  map[place]*shelf
}

func folderView(items []*item) *view {
	t := folderTree{top: &shelf{}, at: map[place]*shelf{}}
	t.view = newView(t.top)
	for _, it := range items {
		s := t.shelf(it.place())
		s.items = append(s.items, it)
	}
	for _, s := range t.byKey {
		sortShelves(s.groups)
	}
	t.top.sum()
	return t.view
}

// shelf returns the shelf of a folder, which it makes with all above it.
func (t *folderTree) shelf(p place) *shelf {
	if s := t.at[p]; s != nil {
		return s
	}
	key := groupKey("folder", p.abs())
	s := t.byKey[key]
	if s == nil {
		s = t.add(p, key)
	}
	t.at[p] = s
	return s
}

// add makes the shelf of a folder. The only served one is the top.
func (t *folderTree) add(p place, key string) *shelf {
	if p.path == "." && p.name() == "" {
		t.top.Key, t.byKey[key] = key, t.top
		return t.top
	}
	s := &shelf{Group: Group{Key: key, Name: p.name()}}
	t.byKey[key] = s
	above := t.top
	if p.path != "." {
		above = t.shelf(p.parent())
	}
	above.groups = append(above.groups, s)
	return s
}
