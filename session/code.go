package session

import (
	"crypto/rand"
	"strings"
)

// A join code is typed from a screen across the room: no vowels, so that it
// spells nothing, and no characters that look alike. 20^6 are 64 million.
const (
	codeAlphabet = "23456789CFGHJMPQRVWX"
	codeLength   = 6
)

// newCode draws a join code. 240 is the largest multiple of 20 in a byte: beyond
// it the first characters would come more often.
func newCode() string {
	const fair = 256 / len(codeAlphabet) * len(codeAlphabet)
	code := make([]byte, 0, codeLength)
	for len(code) < codeLength {
		var b [1]byte
		rand.Read(b[:])
		if int(b[0]) < fair {
			code = append(code, codeAlphabet[int(b[0])%len(codeAlphabet)])
		}
	}
	return string(code)
}

// NormalizeCode makes a code as typed one as drawn: capitals, without the spaces
// and dashes that people put in. It is false for what cannot be a code.
func NormalizeCode(typed string) (string, bool) {
	if len(typed) > 4*codeLength {
		return "", false
	}
	code := strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, strings.ToUpper(typed))
	if len(code) != codeLength || strings.Trim(code, codeAlphabet) != "" {
		return "", false
	}
	return code, true
}
