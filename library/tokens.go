package library

import (
	"slices"
	"sort"
	"strings"
	"unicode"
)

// A token is a run of folded text without spaces. A word of a query has no spaces
// either, so it occurs in a text just where it occurs in one of its tokens. There
// are far fewer tokens than texts, and each is looked at once.

// maxStarts bounds the words that are told apart in one token of a title
// ("jean-michel" has two): for a hostile title of a hundred.
const maxStarts = 8

// tokens are the distinct tokens of a number of files, in order of their bytes,
// and where each occurs. They are immutable.
type tokens struct {
	text   string   // all tokens, one after the other
	starts []uint32 // of each in text; one more, its length

	// refs are the files of each token, ascending: the file's number twice,
	// plus one when the token is in its title.
	refs      []uint32
	refStarts []uint32 // of each token in refs; one more, their number
}

func (t *tokens) len() int { return len(t.starts) - 1 }

func (t *tokens) at(i uint32) string { return t.text[t.starts[i]:t.starts[i+1]] }

func (t *tokens) refsOf(from, to uint32) []uint32 {
	return t.refs[t.refStarts[from]:t.refStarts[to]]
}

// withPrefix returns the range of tokens that begin with w.
func (t *tokens) withPrefix(w string) (from, to uint32) {
	from = uint32(sort.Search(t.len(), func(i int) bool { return t.at(uint32(i)) >= w }))
	rest := t.len() - int(from)
	to = from + uint32(sort.Search(rest, func(i int) bool { return !strings.HasPrefix(t.at(from+uint32(i)), w) }))
	return from, to
}

// A tokenizer numbers tokens as they come.
type tokenizer struct {
	numbers map[string]uint32
	texts   []string  // by number
	known   [3]memory // of the fields that many files share
	refs    []uint32  // token numbers as in tokens.refs, file by file
	files   []uint32  // where each file's refs begin
	seen    []uint32  // by token: where in refs it was last, plus one
	room    int       // bytes left for texts
}

// A memory has the tokens of texts that were met.
type memory map[string][]uint32

// newTokens takes the items apart; their places are the numbers of the files.
func newTokens(items []*item) *tokens { return newTokensWithin(items, maxTokenText) }

func newTokensWithin(items []*item, room int) *tokens {
	z := tokenizer{numbers: map[string]uint32{}, known: [3]memory{{}, {}, {}}, room: room}
	for _, it := range items {
		z.add(it)
	}
	z.files = append(z.files, uint32(len(z.refs)))
	return z.sorted()
}

func (z *tokenizer) add(it *item) {
	z.files = append(z.files, uint32(len(z.refs)))
	z.refer(z.split(it.Title, true), 1)
	z.refer(z.split(it.Name, false), 0)
	for i, shared := range []string{it.Artist, it.Album, it.Folder} {
		numbers, ok := z.known[i][shared]
		if !ok {
			numbers = z.split(shared, false)
			z.known[i][shared] = numbers
		}
		z.refer(numbers, 0)
	}
}

// split returns the numbers of a text's tokens; with what words within them begin,
// where that is wanted.
func (z *tokenizer) split(text string, starts bool) []uint32 {
	var numbers []uint32
	for token := range strings.FieldsSeq(fold(text)) {
		numbers = z.number(numbers, token)
		if starts {
			for _, i := range wordStarts(token) {
				numbers = z.number(numbers, token[i:])
			}
		}
	}
	return numbers
}

// number appends the number of a token, for which there may be no room.
func (z *tokenizer) number(numbers []uint32, token string) []uint32 {
	n, ok := z.numbers[token]
	if !ok {
		if z.room < len(token) {
			return numbers
		}
		z.room -= len(token)
		n = uint32(len(z.texts))
		token = strings.Clone(token) // let the rest of the text go
		z.numbers[token] = n
		z.texts = append(z.texts, token)
		z.seen = append(z.seen, 0)
	}
	return append(numbers, n)
}

// refer notes tokens of the last file, each once. Its title comes first.
func (z *tokenizer) refer(numbers []uint32, inTitle uint32) {
	first := z.files[len(z.files)-1]
	for _, n := range numbers {
		if z.seen[n] > first {
			continue
		}
		z.refs = append(z.refs, n<<1|inTitle)
		z.seen[n] = uint32(len(z.refs))
	}
}

// sorted puts the tokens in order and turns the table round: from files with their
// tokens to tokens with their files.
func (z *tokenizer) sorted() *tokens {
	order := make([]uint32, len(z.texts))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return strings.Compare(z.texts[a], z.texts[b]) })
	var text strings.Builder
	t := &tokens{starts: make([]uint32, len(order)+1)}
	place := make([]uint32, len(order))
	for i, n := range order {
		place[n] = uint32(i)
		text.WriteString(z.texts[n])
		t.starts[i+1] = uint32(text.Len())
	}
	t.text = text.String()
	t.refer(z, place)
	return t
}

// refer fills the refs by counting; place is where each token's number went.
func (t *tokens) refer(z *tokenizer, place []uint32) {
	t.refStarts = make([]uint32, t.len()+1)
	for _, r := range z.refs {
		t.refStarts[place[r>>1]+1]++
	}
	for i := range place {
		t.refStarts[i+1] += t.refStarts[i]
	}
	next := slices.Clone(t.refStarts)
	t.refs = make([]uint32, len(z.refs))
	for file := range len(z.files) - 1 {
		for _, r := range z.refs[z.files[file]:z.files[file+1]] {
			p := place[r>>1]
			t.refs[next[p]] = uint32(file)<<1 | r&1
			next[p]++
		}
	}
}

// wordStarts returns where words begin within a token, its own beginning left out:
// letters and digits after something else.
func wordStarts(token string) []int {
	var starts []int
	within := true
	for i, r := range token {
		letter := unicode.IsLetter(r) || unicode.IsNumber(r)
		if letter && !within && i > 0 && len(starts) < maxStarts {
			starts = append(starts, i)
		}
		within = letter
	}
	return starts
}
