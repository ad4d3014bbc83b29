package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// letters that people type without their stroke or as two, and that Unicode does
// not decompose.
var letters = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "ħ", "h", "ı", "i", "æ", "ae", "œ", "oe", "þ", "th")

// fold makes texts comparable as people search them: without case, accents, width
// and apostrophes, of which phones type another than files are named with (b’day,
// b'day, bday), and with both kinds of kana as one. Equal folds are not equal texts.
func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(strings.ReplaceAll(s, "'", "")) // the same, and most names are
	}
	return foldAny(s)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func foldAny(s string) string {
	s = norm.NFKD.String(s)
	return letters.Replace(cases.Fold().String(strings.Map(foldRune, s)))
}

// foldRune leaves out what does not count, and makes hiragana of katakana: people
// type the one until they convert it.
func foldRune(r rune) rune {
	const firstKatakana, lastKatakana, toHiragana = 'ァ', 'ヶ', 'ァ' - 'ぁ'
	switch {
	case r == '\'', r == '‘', r == '’', r == 'ʼ':
		return -1
	case r < utf8.RuneSelf:
		return r
	case unicode.Is(unicode.Mn, r):
		return -1
	case r >= firstKatakana && r <= lastKatakana:
		return r - toHiragana
	}
	return r
}

// naturalKey makes a folded text that sorts by bytes as people count: runs of
// digits compare as numbers.
func naturalKey(folded string) string {
	var b strings.Builder
	for i := 0; i < len(folded); {
		j := i
		for j < len(folded) && folded[j] >= '0' && folded[j] <= '9' {
			j++
		}
		if j == i {
			b.WriteByte(folded[i])
			i++
			continue
		}
		number := strings.TrimLeft(folded[i:j], "0")
		b.WriteByte('0')                          // sorts among other bytes as a digit does
		b.WriteByte(byte(min(len(number), 0xFF))) // longer is larger
		b.WriteString(number)
		i = j
	}
	return b.String()
}
