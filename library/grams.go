package library

import (
	"slices"
	"sort"
	"strings"
)

// gramBytes is the length of a gram. Four bytes are a word of four Latin letters,
// two Greek or Cyrillic ones, one emoji, one Chinese character and a bit.
const gramBytes = 4

// A gram is four bytes of a token as a number that sorts as they do; what is past
// the token's end is zero, which no folded text has.
type gram uint32

// gramsOf are the grams of tokens: for each four bytes, and shorter ones at the
// end, the tokens that have them. They are immutable.
type gramsOf struct {
	*tokens
	keys   []gram   // distinct, ascending
	starts []uint32 // of each key in list; one more, its length
	list   []uint32 // tokens, ascending for each key, none twice
}

// gramAt returns the gram at the head of s, of which there is at least a byte.
func gramAt(s string) gram {
	var g gram
	for i := range min(len(s), gramBytes) {
		g |= gram(s[i]) << (8 * (gramBytes - 1 - i))
	}
	return g
}

// newGrams sorts all grams: into buckets by their first two bytes, then each.
func newGrams(t *tokens) *gramsOf {
	const buckets = 1 << 16
	next := make([]int, buckets+1)
	t.eachGram(func(g gram, _ uint32) { next[g>>16+1]++ })
	for i := range buckets {
		next[i+1] += next[i]
	}
	ends := next[1:]
	all := make([]uint64, len(t.text)) // gram and token
	from := slices.Clone(next[:buckets])
	t.eachGram(func(g gram, token uint32) {
		all[from[g>>16]] = uint64(g)<<32 | uint64(token)
		from[g>>16]++
	})
	begin := 0
	for _, end := range ends {
		slices.Sort(all[begin:end])
		begin = end
	}
	return t.group(slices.Compact(all))
}

// eachGram visits the grams at every byte of every token.
func (t *tokens) eachGram(visit func(g gram, token uint32)) {
	for i := range uint32(t.len()) {
		for s := t.at(i); s != ""; s = s[1:] {
			visit(gramAt(s), i)
		}
	}
}

// group makes lists of sorted pairs of gram and token.
func (t *tokens) group(all []uint64) *gramsOf {
	g := &gramsOf{tokens: t, list: make([]uint32, len(all))}
	for i, pair := range all {
		g.list[i] = uint32(pair)
		if key := gram(pair >> 32); len(g.keys) == 0 || g.keys[len(g.keys)-1] != key {
			g.keys = append(g.keys, key)
			g.starts = append(g.starts, uint32(i))
		}
	}
	g.starts = append(g.starts, uint32(len(all)))
	g.keys, g.starts = slices.Clip(g.keys), slices.Clip(g.starts)
	return g
}

// having returns tokens that have the first bytes of w, at most gramBytes; some of
// them more than once when w is shorter than that.
func (g *gramsOf) having(w string) []uint32 {
	n := min(len(w), gramBytes)
	low := gramAt(w)
	high := uint64(low) + 1<<(8*(gramBytes-n)) // the first gram after those that begin so
	from := sort.Search(len(g.keys), func(i int) bool { return g.keys[i] >= low })
	to := from + sort.Search(len(g.keys)-from, func(i int) bool { return uint64(g.keys[from+i]) >= high })
	return g.list[g.starts[from]:g.starts[to]]
}

// find marks the tokens in which w occurs.
func (g *gramsOf) find(w string, marked bitset) {
	if len(w) <= gramBytes {
		for _, token := range g.having(w) {
			marked.set(token)
		}
		return
	}
	for _, token := range g.rarest(w) {
		if strings.Contains(g.at(token), w) {
			marked.set(token)
		}
	}
}

// rarest returns the shortest list of tokens that have some four bytes of w.
func (g *gramsOf) rarest(w string) []uint32 {
	var best []uint32
	for i := range len(w) - gramBytes + 1 {
		if list := g.having(w[i : i+gramBytes]); i == 0 || len(list) < len(best) {
			best = list
		}
		if len(best) == 0 {
			break
		}
	}
	return best
}
