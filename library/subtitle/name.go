package subtitle

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// A Kind is what subtitles are for, beside giving what is said.
type Kind string

// The kinds. Each is the private part of a language tag (RFC 5646, 2.2.7).
const (
	Whole  Kind = ""
	Forced Kind = "forced" // foreign speech and signs only
	SDH    Kind = "sdh"    // with sounds, for those who do not hear them
)

// A Track is what the name of a subtitle file tells.
type Track struct {
	Tag   language.Tag // language.Und: it does not tell
	Kind  Kind
	Extra string // what else the name says; may be empty
}

// kinds are the words of names that tell a kind. "hi" is not one of them: it is
// Hindi as well.
var kinds = map[string]Kind{
	"forced": Forced, "foreign": Forced, "signs": Forced, "sdh": SDH, "cc": SDH, "hoh": SDH,
}

// dull are words of names that tell nothing.
var dull = map[string]bool{"default": true, "full": true, "sub": true, "subs": true, "subtitle": true, "subtitles": true}

// ParseName reads what stands between the name of a film and the extension of its
// subtitles: "en.forced" of film.en.forced.srt.
func ParseName(middle string) Track {
	t := Track{Tag: language.Und}
	for word := range strings.FieldsFuncSeq(middle, func(r rune) bool { return r == '.' || r == ' ' }) {
		lower := strings.ToLower(word)
		switch kind, special := kinds[lower]; {
		case special:
			t.Kind = kind
		case lower == "hi" && t.Tag != language.Und: // hearing impaired
			t.Kind = SDH
		case dull[lower]:
		default:
			if tag, ok := languageOf(word); ok && t.Tag == language.Und {
				t.Tag = tag
			} else {
				t.Extra = strings.TrimSpace(t.Extra + " " + word)
			}
		}
	}
	return t
}

// languageOf reads a tag, such as de, ger or pt-BR, or a name, such as german or
// deutsch.
func languageOf(word string) (language.Tag, bool) {
	if tag, err := language.Parse(word); err == nil && tag != language.Und && display.Self.Name(tag) != "" {
		return tag, true
	}
	tag, ok := languagesByName()[strings.ToLower(word)]
	return tag, ok
}

// languagesByName are the languages by their English names and their own.
var languagesByName = sync.OnceValue(func() map[string]language.Tag {
	byName := map[string]language.Tag{}
	for _, tag := range display.Supported.Tags() {
		for _, name := range []string{display.English.Languages().Name(tag), display.Self.Name(tag)} {
			name = strings.ToLower(name)
			if _, taken := byName[name]; !taken && name != "" {
				byName[name] = tag
			}
		}
	}
	return byName
})

// Language returns the tag by which the track is chosen (BCP 47): the language, and
// what is special about it as a private part, such as "en-x-forced". Without a
// language it is "und".
func (t Track) Language() string {
	if t.Kind == Whole {
		return t.Tag.String()
	}
	return t.Tag.String() + "-x-" + string(t.Kind)
}

// Label returns what to call the track: the language in that language itself, and
// what else the name tells.
func (t Track) Label() string {
	var parts []string
	if t.Tag != language.Und {
		parts = append(parts, display.Self.Name(t.Tag))
	}
	switch t.Kind {
	case Forced:
		parts = append(parts, "forced")
	case SDH:
		parts = append(parts, "SDH")
	}
	if t.Extra != "" {
		parts = append(parts, t.Extra)
	}
	if len(parts) == 0 {
		return "Subtitles"
	}
	return strings.Join(parts, ", ")
}
