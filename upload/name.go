package upload

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanName makes a phone's name of a file one that can be shown: its last part,
// without what cannot be seen, at most [MaxName] characters. It is no path.
func cleanName(name string) string {
	name = strings.ToValidUTF8(name, "")
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zl, r) || unicode.Is(unicode.Zp, r) {
			return -1
		}
		return r
	}, name)
	name = strings.Join(strings.Fields(name), " ")
	if ext := path.Ext(name); utf8.RuneCountInString(name) > MaxName && len(ext) <= 10 {
		return cutRunes(strings.TrimSuffix(name, ext), MaxName-len(ext)) + ext
	}
	return cutRunes(name, MaxName)
}

func cutRunes(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n])
	}
	return s
}

// base is a name without its extension; empty for a name that is none.
func base(name string) string {
	if ext := path.Ext(name); len(ext) <= 10 {
		name = strings.TrimSuffix(name, ext)
	}
	return strings.Trim(name, ". ")
}

// title makes words of a file's name.
func title(name string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(base(name), "_", " ")), " ")
}

// fileName is the name that a finished file is served and saved under: the phone's,
// with an extension of what it is.
func fileName(name string, k kind) string {
	ext := strings.ToLower(path.Ext(name))
	if !slices.Contains(k.extensions, ext) {
		ext = k.extensions[0]
	}
	b := base(name)
	if b == "" {
		b = "file"
	}
	return b + ext
}

// pathName is a file name as the last part of an address, bounded.
func pathName(name string) string {
	ext := path.Ext(name)
	b := strings.TrimSuffix(name, ext)
	for len(url.PathEscape(b)) > maxURLName {
		_, size := utf8.DecodeLastRuneInString(b)
		b = b[:len(b)-size]
	}
	return url.PathEscape(b + ext)
}
