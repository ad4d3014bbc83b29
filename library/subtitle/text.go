package subtitle

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/language"
)

// legacy are the encodings that subtitles of a language were written in before
// UTF-8, by the names that browsers have for them (WHATWG Encoding). All others
// were written in Windows-1252.
var legacy = map[string]string{
	"ar": "windows-1256", "fa": "windows-1256", "ur": "windows-1256", "he": "windows-1255",
	"bg": "windows-1251", "be": "windows-1251", "mk": "windows-1251", "ru": "windows-1251", "uk": "windows-1251",
	"cs": "windows-1250", "hr": "windows-1250", "hu": "windows-1250", "pl": "windows-1250", "ro": "windows-1250",
	"sk": "windows-1250", "sl": "windows-1250", "sq": "windows-1250",
	"el": "windows-1253", "tr": "windows-1254", "az": "windows-1254",
	"et": "windows-1257", "lv": "windows-1257", "lt": "windows-1257", "vi": "windows-1258", "th": "windows-874",
	"ja": "shift_jis", "ko": "euc-kr", "zh": "gb18030",
}

// sample is how much of a file is looked at to find UTF-16 without its mark.
const sample = 1024

// decode returns the bytes as text in UTF-8, lines ended by \n. What a byte order
// mark says holds, then what is valid; the language settles the rest.
func decode(b []byte, tag language.Tag) string {
	s := string(b)
	if e := encodingOf(b, tag); e != nil {
		if out, err := e.NewDecoder().Bytes(b); err == nil {
			s = string(out)
		}
	}
	s = strings.TrimPrefix(strings.ToValidUTF8(s, "\uFFFD"), "\uFEFF")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD").Replace(s)
}

// encodingOf returns nil for UTF-8.
func encodingOf(b []byte, tag language.Tag) encoding.Encoding {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch odd, even := zeros(b); {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}), odd:
		return little
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}), even:
		return big
	case utf8.Valid(b):
		return nil
	}
	base, _ := tag.Base()
	name := legacy[base.String()]
	if script, _ := tag.Script(); script.String() == "Hant" {
		name = "big5"
	}
	if name == "" {
		name = "windows-1252"
	}
	e, _ := charset.Lookup(name)
	return e
}

// zeros tells whether nearly every other byte is zero: Latin letters in UTF-16,
// the odd ones in little-endian order.
func zeros(b []byte) (odd, even bool) {
	b = b[:min(len(b), sample)&^1]
	var n [2]int
	for i, c := range b {
		if c == 0 {
			n[i&1]++
		}
	}
	most := len(b) * 3 / 8
	return len(b) > 8 && n[1] > most && n[0] == 0, len(b) > 8 && n[0] > most && n[1] == 0
}
