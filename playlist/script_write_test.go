package playlist

import (
	"cmp"
	"fmt"
	"strings"
)

// manyItems is how many items of a list a script shows in full.
const manyItems = 16

// event is one line that says all of an event's change.
func (r *runner) event(before *State, e Event) string {
	words := []string{fmt.Sprintf("#%d %s", e.Seq, e.Kind)}
	add := func(format string, args ...any) { words = append(words, fmt.Sprintf(format, args...)) }
	if e.Name != "" {
		add("%s", e.Name)
	}
	var parts []string
	part := func(format string, args ...any) { parts = append(parts, fmt.Sprintf(format, args...)) }
	if l := e.List; l != nil {
		part("%s", listWords(l))
	}
	if c := e.Item; c != nil {
		if c.Media != nil {
			part("%s is %q of %d", c.ID, c.Media.Title, c.Media.Duration)
		}
		if c.Failed != nil {
			part("%s failed %q", c.ID, *c.Failed)
		}
	}
	if p := e.Playback; p != nil {
		part("%s", playbackWords(*p, e.At))
	}
	parts = append(parts, settingWords(e)...)
	for _, flag := range []struct {
		on   bool
		text string
	}{{e.Undo, "undone"}, {e.Round, "a new round"}, {e.Looped, "looped"}, {e.At > r.now, "at the time before"}} {
		if flag.on {
			part("%s", flag.text)
		}
	}
	return strings.Join(words, " ") + ": " + strings.Join(parts, ", ")
}

func listWords(l *ListChange) string {
	switch l.Op {
	case OpInsert:
		return fmt.Sprintf("insert %s at %d", few(names(l.Items)), l.Index)
	case OpReplace:
		return strings.TrimSpace("the list is " + few(names(l.Items)))
	case OpMove:
		if l.Before == "" {
			return fmt.Sprintf("move %s to the end", few(texts(l.IDs)))
		}
		return fmt.Sprintf("move %s before %s", few(texts(l.IDs)), l.Before)
	}
	return fmt.Sprintf("%s %s", l.Op, few(texts(l.IDs)))
}

// playbackWords says what a playback is at the time now.
func playbackWords(p Playback, now int64) string {
	words := []string{string(p.Status)}
	if p.Item != "" {
		words = append(words, fmt.Sprintf("%s %d", p.Item, p.PositionAt(now)))
	}
	if p.Held {
		words = append(words, "held")
	}
	if p.At > now {
		words = append(words, fmt.Sprintf("in %d", p.At-now))
	}
	if p.Rate != 1 {
		words = append(words, fmt.Sprintf("x%v", p.Rate))
	}
	return strings.Join(words, " ")
}

// settingWords says what an event sets.
func settingWords(e Event) []string {
	var out []string
	either := func(v *bool, yes, no string) {
		switch {
		case v == nil:
		case *v:
			out = append(out, yes)
		default:
			out = append(out, no)
		}
	}
	if e.Volume != nil {
		out = append(out, fmt.Sprintf("volume %d", *e.Volume))
	}
	either(e.Muted, "muted", "unmuted")
	if e.Repeat != nil {
		out = append(out, fmt.Sprintf("repeat %s", *e.Repeat))
	}
	either(e.Shuffle, "shuffle on", "shuffle off")
	if e.Captions != nil {
		out = append(out, "captions "+cmp.Or(*e.Captions, "none"))
	}
	if e.Screens != nil {
		out = append(out, "screens "+cmp.Or(strings.Join(e.Screens.Players, " "), "all"))
	}
	if e.Fallback != nil {
		out = append(out, "fallback "+sourceWords(e.Fallback))
	}
	return out
}

// sourceWords is a source as scripts write it, with why it failed.
func sourceWords(f *FallbackSource) string {
	switch {
	case f.Kind == "":
		return "none"
	case f.Failed != "":
		return fmt.Sprintf("%s:%s %q", f.Kind, f.Key, f.Failed)
	}
	return fmt.Sprintf("%s:%s", f.Kind, f.Key)
}

// state is the state in one line, and the play order in another.
func (r *runner) state() []string {
	s := &r.s
	list := make([]string, len(s.Items))
	for i, it := range s.Items {
		list[i] = mark(s, it)
	}
	words := []string{few(list), playbackWords(s.Playback, max(r.now, s.At))}
	if len(list) == 0 {
		words[0] = "(nothing)"
	}
	if s.Volume != MaxVolume {
		words = append(words, fmt.Sprintf("volume %d", s.Volume))
	}
	if s.Muted {
		words = append(words, "muted")
	}
	if s.Repeat != RepeatNone {
		words = append(words, fmt.Sprintf("repeat %s", s.Repeat))
	}
	if s.Captions != "" {
		words = append(words, fmt.Sprintf("captions %s", s.Captions))
	}
	if s.Screens != nil {
		words = append(words, "screens "+strings.Join(s.Screens, " "))
	}
	if s.Fallback != nil {
		words = append(words, "fallback "+sourceWords(s.Fallback))
	}
	lines := []string{strings.Join(words, " | ")}
	if s.Shuffle {
		order := texts(s.Order)
		for i, id := range s.Order {
			order[i] = mark(s, s.Item(id))
		}
		lines = append(lines, strings.TrimSpace("order "+few(order)))
	}
	return lines
}

func mark(s *State, it *Item) string {
	name := string(it.ID)
	if it.AskedNext {
		name += "^"
	}
	if it.Media.Provider == ProviderList {
		name += fmt.Sprintf("+%d", it.Unfolded)
	}
	if it.Failed != "" {
		name += "!"
	}
	if it.Fallback {
		name += "~"
	}
	if it.ID == s.Playback.Item {
		name = "[" + name + "]"
	}
	return name
}

// played is the history, with the titles that are not the items' names.
func (r *runner) played() string {
	var out []string
	for _, p := range r.s.History {
		word := fmt.Sprintf("%s@%d", p.Item.ID, p.At)
		if title := p.Item.Media.Title; title != string(p.Item.ID) {
			word += fmt.Sprintf("(%s)", title)
		}
		out = append(out, word)
	}
	return few(out)
}

// few joins names, and leaves out the middle where there are many.
func few(names []string) string {
	if n := len(names); n > manyItems {
		return fmt.Sprintf("%s … %s (%d)", strings.Join(names[:3], " "), strings.Join(names[n-3:], " "), n)
	}
	return strings.Join(names, " ")
}

func names(items []*Item) []string {
	out := make([]string, len(items))
	for i, it := range items {
		out[i] = string(it.ID)
	}
	return out
}

func texts(ids []ItemID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}
