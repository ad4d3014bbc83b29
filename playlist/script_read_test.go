package playlist

import (
	"fmt"
	"strconv"
	"strings"
)

// filmLength is how long an item of a script lasts unless it says otherwise.
const filmLength int64 = 180_000 // milliseconds

// arguments are the words after a verb: plain ones, and key=value.
type arguments struct {
	r     *runner
	plain []string
	keys  map[string]string
}

// action makes the action that the words of a line ask for.
func (r *runner) action(words []string) Action {
	a := arguments{r: r, keys: map[string]string{}}
	for _, w := range words[1:] {
		if key, value, ok := strings.Cut(w, "="); ok {
			a.keys[key] = value
		} else {
			a.plain = append(a.plain, w)
		}
	}
	read, ok := verbs[words[0]]
	if !ok {
		r.t.Fatalf("%s: no verb %q", r.where, words[0])
	}
	return read(a)
}

// verbs are the commands that a script knows.
var verbs = map[string]func(arguments) Action{
	"add": func(a arguments) Action {
		return Add{Items: a.news(), Place: Place(a.keys["place"]), Before: a.key("before")}
	},
	"remove": func(a arguments) Action { return Remove{a.items()} },
	"move":   func(a arguments) Action { return Move{Items: a.items(), Before: a.key("before")} },
	"clear":  func(a arguments) Action { return Clear{KeepCurrent: a.keys["keep"] == "current"} },
	"upload": func(a arguments) Action {
		mode := UploadMode(a.plain[0])
		a.plain = a.plain[1:]
		base := a.r.s.Seq
		if word, ok := a.keys["base"]; ok {
			base = uint64(a.r.number(word))
		}
		return Upload{Mode: mode, Base: base, Items: a.news()}
	},
	"undo": func(arguments) Action { return Undo{} },

	"play":     func(arguments) Action { return Play{} },
	"pause":    func(arguments) Action { return Pause{} },
	"toggle":   func(arguments) Action { return Toggle{} },
	"stop":     func(arguments) Action { return Stop{} },
	"next":     func(a arguments) Action { return Next{Expect: a.key("expect")} },
	"previous": func(a arguments) Action { return Previous{Expect: a.key("expect")} },
	"jump":     func(a arguments) Action { return Jump{a.item()} },
	"seek": func(a arguments) Action {
		seek := Seek{Expect: a.key("expect")}
		if word, ok := a.keys["by"]; ok {
			delta := a.r.number(word)
			seek.Delta = &delta
		} else {
			position := a.r.number(a.word())
			seek.Position = &position
		}
		return seek
	},
	"volume":   func(a arguments) Action { return SetVolume{int(a.r.number(a.word()))} },
	"mute":     func(arguments) Action { return SetMuted{true} },
	"unmute":   func(arguments) Action { return SetMuted{false} },
	"rate":     func(a arguments) Action { return SetRate{a.fraction()} },
	"repeat":   func(a arguments) Action { return SetRepeat{Repeat(a.word())} },
	"shuffle":  func(a arguments) Action { return SetShuffle{a.word() == "on"} },
	"captions": func(a arguments) Action { return SetCaptions{strings.TrimPrefix(a.word(), "none")} },

	"screens": func(a arguments) Action { return SetScreens{a.plain} },
	"fallback": func(a arguments) Action {
		if len(a.plain) == 0 {
			return SetFallback{}
		}
		return SetFallback{source(a.plain[0])}
	},
	"gap": func(a arguments) Action {
		from := a.r.s.fallback()
		if word, ok := a.keys["from"]; ok {
			from = source(word)
		}
		return PlayFallback{From: from, Item: a.one(a.word())}
	},
	"drop": func(arguments) Action { return DropFallback{} },
	"dry":  func(a arguments) Action { return FailFallback{a.r.s.fallback(), strings.Join(a.plain, " ")} },

	"finish": func(a arguments) Action {
		return Finish{Item: a.item(), Again: len(a.plain) > 1 && a.plain[1] == "again"}
	},
	"fail":  func(a arguments) Action { return MarkFailed{a.item(), strings.Join(a.plain[1:], " ")} },
	"works": func(a arguments) Action { return ClearFailed{a.item()} },
	"skip":  func(a arguments) Action { return Skip{a.item()} },
	"media": func(a arguments) Action {
		return UpdateMedia{a.item(), Media{Provider: "file", Title: a.keys["title"], Duration: a.r.number(a.keys["duration"])}}
	},
	"unfold": func(a arguments) Action {
		list := a.item()
		a.plain = a.plain[1:]
		return Unfold{list, a.news()}
	},
	"unfolded": func(a arguments) Action { return Unfolded{List: a.item()} },
	"hold":     func(a arguments) Action { return Hold{Since: a.r.number(a.keys["since"])} },
	"start":    func(a arguments) Action { return Start{Lead: a.r.number(a.keys["lead"])} },
}

// source reads "list:Name" or "folder:key"; of a folder the key is also the name.
func source(word string) FallbackSource {
	kind, key, _ := strings.Cut(word, ":")
	return FallbackSource{Kind: SourceKind(kind), Key: key, Name: key}
}

func (a arguments) word() string {
	if len(a.plain) == 0 {
		a.r.t.Fatalf("%s: a word is missing", a.r.where)
	}
	return a.plain[0]
}

func (a arguments) fraction() float64 {
	f, err := strconv.ParseFloat(a.word(), 64)
	if err != nil {
		a.r.t.Fatalf("%s: %v", a.r.where, err)
	}
	return f
}

// id reads the name of an item; "." is the current one.
func (a arguments) id(word string) ItemID {
	if word == "." {
		return a.r.s.Playback.Item
	}
	return ItemID(word)
}

func (a arguments) item() ItemID           { return a.id(a.word()) }
func (a arguments) key(name string) ItemID { return a.id(a.keys[name]) }

func (a arguments) items() []ItemID {
	out := make([]ItemID, len(a.plain))
	for i, word := range a.plain {
		out[i] = a.id(word)
	}
	return out
}

// news reads new items: "A", "A/5000" with a duration, "A/5000@1000..4000" with
// a range, "A/?" of unknown duration, "A/list" for a list, "n*3" for three with names of their own.
func (a arguments) news() []NewItem {
	var out []NewItem
	for _, word := range a.plain {
		name, count, ok := strings.Cut(word, "*")
		if !ok {
			out = append(out, a.one(word))
			continue
		}
		for range a.r.number(count) {
			a.r.serial++
			out = append(out, a.one(fmt.Sprintf("%s%d", name, a.r.serial)))
		}
	}
	return out
}

func (a arguments) one(word string) NewItem {
	word, span, _ := strings.Cut(word, "@")
	name, length, timed := strings.Cut(word, "/")
	n := NewItem{ID: ItemID(name), Media: Media{Provider: "file", Title: name, Duration: filmLength}}
	if length == "list" {
		n.Media.Provider, n.Media.Duration = ProviderList, 0
	} else if length == "?" {
		n.Media.Duration = 0
	} else if timed {
		n.Media.Duration = a.r.number(length)
	}
	start, end, _ := strings.Cut(span, "..")
	if start != "" {
		n.Start = a.r.number(start)
	}
	if end != "" {
		n.End = a.r.number(end)
	}
	return n
}
