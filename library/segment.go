package library

import "strings"

// A segment searches a number of files. It is immutable.
type segment struct {
	items []*item // in order: the numbers of the files
	byID  map[string]uint32
	grams *gramsOf

	// letters has the hits of one letter or digit where they are many: what
	// everybody types first, and by far the longest to collect.
	letters map[string]*hits
}

// lettersFrom files a segment keeps the hits of letters: about 14 bytes a file.
// Fewer files are searched faster than that is made.
const lettersFrom = freshFloor

// newSegment takes over items that are in order, each with an ID of its own.
func newSegment(items []*item) *segment {
	s := &segment{items: items, byID: make(map[string]uint32, len(items)), grams: newGrams(newTokens(items))}
	for i, it := range items {
		s.byID[it.ID] = uint32(i)
	}
	if len(items) >= lettersFrom {
		s.letters = s.findLetters()
	}
	return s
}

func (s *segment) findLetters() map[string]*hits {
	letters := map[string]*hits{}
	m := new(scratch)
	for _, letter := range strings.Split("abcdefghijklmnopqrstuvwxyz0123456789", "") {
		h := new(hits)
		s.findWord(letter, h, m)
		letters[letter] = h
	}
	return letters
}

// hits are the files in which words occur, in sets that each are part of the next.
type hits struct {
	begin bitset // each word begins a word of the title
	title bitset // each word occurs in the title
	any   bitset // each word occurs
}

func (h *hits) reset(files int) {
	h.begin, h.title, h.any = h.begin.reset(files), h.title.reset(files), h.any.reset(files)
}

// copy makes h equal to o.
func (h *hits) copy(o *hits) {
	h.begin = append(h.begin[:0], o.begin...)
	h.title = append(h.title[:0], o.title...)
	h.any = append(h.any[:0], o.any...)
}

// and keeps what o has, too, and tells whether that is anything.
func (h *hits) and(o *hits) bool {
	h.begin.and(o.begin)
	h.title.and(o.title)
	return h.any.and(o.any)
}

// A scratch is memory that searches use again.
type scratch struct {
	all, local, word hits
	tokens           bitset
}

// find looks for files with all words, of which there is at least one. The hits
// are in the scratch's memory.
func (s *segment) find(words []string, m *scratch) *hits {
	for i, w := range words {
		h := s.letters[w]
		if h == nil {
			h = &m.word
			s.findWord(w, h, m)
		}
		if i == 0 {
			m.local.copy(h)
		} else if !m.local.and(h) {
			break
		}
	}
	return &m.local
}

// findWord looks for the files with a word: first by the tokens that begin with
// it, which are neighbours, then by those that have it later on.
func (s *segment) findWord(w string, h *hits, m *scratch) {
	h.reset(len(s.items))
	if strings.IndexByte(w, 0) >= 0 { // would be found past the end of tokens
		return
	}
	t := s.grams.tokens
	from, to := t.withPrefix(w)
	h.title.refer(h.any, t.refsOf(from, to))
	copy(h.begin, h.title)
	m.tokens = m.tokens.reset(t.len())
	s.grams.find(w, m.tokens)
	m.tokens.each(0, func(token uint32) bool {
		if token < from || token >= to {
			h.title.refer(h.any, t.refsOf(token, token+1))
		}
		return true
	})
}

// refer puts the files of refs into all, and those into title in whose titles the
// token is.
func (title bitset) refer(all bitset, refs []uint32) {
	for _, r := range refs {
		title[r>>7] |= uint64(r&1) << (r >> 1 & 63)
		all[r>>7] |= 1 << (r >> 1 & 63)
	}
}
