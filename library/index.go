package library

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// An index is a snapshot of all items. It is immutable, and shares most of its
// parts with the one before it.
type index struct {
	items []*item // in order
	parts []part
	views map[string]func() *view // made when first asked for
}

// A part of an index has some of its items.
type part struct {
	*segment
	at []int32 // where each of the segment's items is in the index; -1: not any more
}

// Shares of the files, at which an index is made anew.
const (
	// freshShare is one in how many files may be outside the large segment.
	// Each change costs time that grows with their number.
	freshShare = 8

	// freshFloor files may be outside in any case: about 20 ms of work.
	freshFloor = 2_000
)

// newIndex makes an index of items alone.
func newIndex(items []*item) *index {
	return (&index{parts: []part{{segment: newSegment(nil)}, {segment: newSegment(nil)}}}).with(items)
}

// with makes the next index, of items. An ID that comes twice (folders that
// overlap) is kept once, the first. What x has in its large segment is not worked
// on again, unless too much has changed: a change costs by the number of files
// that came since then, and little by that of all.
func (x *index) with(items []*item) *index {
	large := x.parts[0].segment
	kept, fresh := large.sift(items)
	if n := kept.count(); max(len(fresh), len(large.items)-n) > max(freshFloor, n/freshShare) {
		kept.each(0, func(i uint32) bool {
			fresh = append(fresh, large.items[i])
			return true
		})
		large, kept, fresh = newSegment(inOrder(fresh)), nil, nil
	}
	return merge(large, kept, newSegment(inOrder(fresh)))
}

func inOrder(items []*item) []*item {
	slices.SortFunc(items, byKey)
	return items
}

func byKey(a, b *item) int { return strings.Compare(a.key, b.key) }

// sift tells which items are in the segment, by their numbers in it, and which are
// not; an ID that comes twice once.
func (s *segment) sift(items []*item) (kept bitset, fresh []*item) {
	kept = bitset(nil).reset(len(s.items))
	met := map[string]bool{}
	for _, it := range items {
		i, known := s.byID[it.ID]
		switch {
		case met[it.ID] || known && kept.has(i): // twice
		case known && s.items[i] == it:
			kept.set(i)
		default:
			met[it.ID] = true
			fresh = append(fresh, it)
		}
	}
	return kept, fresh
}

// merge makes the index of a large segment, of which kept are there (nil: all), and
// a small one.
func merge(large *segment, kept bitset, small *segment) *index {
	x := &index{parts: []part{{large, make([]int32, len(large.items))}, {small, make([]int32, len(small.items))}}}
	x.items = make([]*item, 0, len(large.items)+len(small.items))
	from := 0
	take := func(to int) {
		for ; from < to; from++ {
			if kept != nil && !kept.has(uint32(from)) {
				x.parts[0].at[from] = -1
				continue
			}
			x.parts[0].at[from] = int32(len(x.items))
			x.items = append(x.items, large.items[from])
		}
	}
	for i, it := range small.items {
		before, _ := slices.BinarySearchFunc(large.items, it, byKey)
		take(before)
		x.parts[1].at[i] = int32(len(x.items))
		x.items = append(x.items, it)
	}
	take(len(large.items))
	x.views = newViews(x.items)
	return x
}

// get returns the item with the ID, nil without one.
func (x *index) get(id string) *item {
	for _, p := range x.parts {
		if i, ok := p.byID[id]; ok && p.at[i] >= 0 {
			return x.items[p.at[i]]
		}
	}
	return nil
}

// scratches are for searches to come.
var scratches = sync.Pool{New: func() any { return new(scratch) }}

// search returns the page of entries in which every word occurs.
func (x *index) search(query string, offset, limit int) Page {
	offset, limit = max(offset, 0), pageSize(limit)
	words := queryWords(query)
	if len(words) == 0 {
		return x.page(len(x.items), offset, x.items[min(offset, len(x.items)):], limit)
	}
	m := scratches.Get().(*scratch)
	defer scratches.Put(m)
	x.find(words, m)
	total := m.all.any.count()
	m.all.any.without(m.all.title)
	m.all.title.without(m.all.begin)
	var found []*item
	skip := offset
	for _, rank := range []bitset{m.all.begin, m.all.title, m.all.any} {
		rank.each(skip, func(i uint32) bool {
			found = append(found, x.items[i])
			return len(found) < limit
		})
		if skip = max(skip-rank.count(), 0); len(found) == limit {
			break
		}
	}
	return x.page(total, offset, found, limit)
}

// find collects the hits of all parts, by the items' places.
func (x *index) find(words []string, m *scratch) {
	m.all.reset(len(x.items))
	for _, p := range x.parts {
		h := p.find(words, m)
		h.any.each(0, func(i uint32) bool {
			if at := p.at[i]; at >= 0 {
				m.all.any.set(uint32(at))
				if h.title.has(i) {
					m.all.title.set(uint32(at))
				}
				if h.begin.has(i) {
					m.all.begin.set(uint32(at))
				}
			}
			return true
		})
	}
}

// page makes a page of the first of found, which begin at an offset of total.
func (x *index) page(total, offset int, found []*item, limit int) Page {
	p := Page{Total: total, Next: -1, Items: make([]Entry, min(len(found), limit))}
	for i := range p.Items {
		p.Items[i] = found[i].Entry
	}
	if end := offset + len(p.Items); len(p.Items) > 0 && end < total {
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

// queryWords returns the folded words of a query within the limits, each once, the
// longest and so most likely absent first.
func queryWords(query string) []string {
	words := strings.Fields(fold(strings.ToValidUTF8(cut(query, maxQueryRunes), "")))
	words = words[:min(len(words), maxQueryWords)]
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b))
	})
	return slices.Compact(words)
}
