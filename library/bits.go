package library

import "math/bits"

// A bitset is a set of small numbers.
type bitset []uint64

// bitsetWords is how many words hold n numbers.
func bitsetWords(n int) int { return (n + 63) / 64 }

// reset returns an empty set for the numbers below n, in the memory of s where
// that is enough.
func (s bitset) reset(n int) bitset {
	words := bitsetWords(n)
	if cap(s) < words {
		return make(bitset, words)
	}
	s = s[:words]
	clear(s)
	return s
}

func (s bitset) set(i uint32) { s[i/64] |= 1 << (i % 64) }

func (s bitset) has(i uint32) bool { return s[i/64]>>(i%64)&1 == 1 }

func (s bitset) count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// and keeps what o has, too, and tells whether that is anything.
func (s bitset) and(o bitset) bool {
	any := uint64(0)
	for i := range s {
		s[i] &= o[i]
		any |= s[i]
	}
	return any != 0
}

// without drops what o has.
func (s bitset) without(o bitset) {
	for i := range s {
		s[i] &^= o[i]
	}
}

// each visits the numbers from the skipped-th on, in order, until visit says stop.
func (s bitset) each(skip int, visit func(i uint32) (more bool)) {
	for i, w := range s {
		if n := bits.OnesCount64(w); skip >= n {
			skip -= n
			continue
		}
		for ; w != 0; w &= w - 1 {
			if skip > 0 {
				skip--
				continue
			}
			if !visit(uint32(i*64 + bits.TrailingZeros64(w))) {
				return
			}
		}
	}
}
