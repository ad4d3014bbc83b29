package library

import (
	"slices"
	"strings"
	"unicode"
)

// A linear search is the obvious one: what the index must find, and what it is
// measured against. It looks at every folded text for every query.
type linear struct {
	items []*item
	texts []string // folded fields, a line each; the title first
}

func newLinear(items []*item) *linear {
	x := &linear{items: slices.Clone(items)}
	slices.SortFunc(x.items, byKey)
	for _, it := range x.items {
		x.texts = append(x.texts, fold(strings.Join([]string{it.Title, it.Artist, it.Album, it.Folder, it.Name}, "\n")))
	}
	return x
}

// search returns the page as titles begun, titles, the rest.
func (x *linear) search(query string, offset, limit int) Page {
	words := strings.Fields(fold(strings.ToValidUTF8(cut(query, maxQueryRunes), "")))
	words = words[:min(len(words), maxQueryWords)]
	var ranks [3][]*item
	for i, text := range x.texts {
		if rank, ok := rankOf(text, words); ok {
			ranks[rank] = append(ranks[rank], x.items[i])
		}
	}
	found := slices.Concat(ranks[0], ranks[1], ranks[2])
	p := Page{Total: len(found), Next: -1, Items: []Entry{}}
	for _, it := range found[min(offset, len(found)):] {
		if len(p.Items) == limit {
			p.Next = offset + limit
			break
		}
		p.Items = append(p.Items, it.Entry)
	}
	return p
}

func rankOf(text string, words []string) (rank int, ok bool) {
	title, _, _ := strings.Cut(text, "\n")
	for _, w := range words {
		switch {
		case !strings.Contains(text, w):
			return 0, false
		case !strings.Contains(title, w):
			rank = 2
		case !beginsWord(title, w):
			rank = max(rank, 1)
		}
	}
	return rank, true
}

// beginsWord tells whether w stands in the title after a space, or is a letter or
// digit and stands after something that is neither.
func beginsWord(title, w string) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	before := ' '
	for i, r := range title {
		if strings.HasPrefix(title[i:], w) && (unicode.IsSpace(before) || letter(r) && !letter(before)) {
			return true
		}
		before = r
	}
	return false
}
