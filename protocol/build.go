package protocol

import (
	"strings"
	"unicode"
)

// The functions in this file make a request of a checked object.

func makeRegister(o object) any {
	r := Register{
		Protocol: o.int("protocol"),
		Session:  strings.ToLower(o.text("session")),
		Role:     Role(o.text("role")),
		Name:     oneLine(o.text("name")),
		Client:   strings.ToLower(o.text("client")),
		Key:      o.text("key"),
	}
	if o.has("resume") {
		r.Resume = makeResume(o.object("resume"))
	}
	return r
}

func makeResume(o object) *Resume {
	return &Resume{Epoch: strings.ToLower(o.text("epoch")), Seq: uint64(o.int("seq"))}
}

func makeSync(o object) any {
	if o == nil {
		return Sync{}
	}
	return Sync{From: makeResume(o)}
}

func makeUpload(o object) any {
	return Upload{Mode: o.text("mode"), Base: uint64(o.int("base")), Items: makeItems(o)}
}

func makeAdd(o object) any {
	return Add{Items: makeItems(o), Place: o.text("place"), Before: o.text("before")}
}

func makeItems(o object) []NewItem {
	list := o.objects("items")
	items := make([]NewItem, len(list))
	for i, it := range list {
		items[i] = NewItem{
			URL:   strings.TrimSpace(it.text("url")),
			Title: oneLine(it.text("title")),
			Start: it.int("start"),
			End:   it.int("end"),
		}
	}
	return items
}

func makeMove(o object) any {
	return Move{Items: o.texts("items"), Before: o.text("before")}
}

func makeCommand(o object) any {
	return Command{
		Name:     o.text("name"),
		Expect:   o.text("expect"),
		Item:     o.text("item"),
		Position: o.intPtr("position"),
		Delta:    o.intPtr("delta"),
		Volume:   int(o.int("volume")),
		Rate:     o.number("rate"),
		Mode:     o.text("mode"),
		On:       o.bool("on"),
		Language: o.text("language"),
		Players:  makePlayers(o),
		Source:   makeSource(o.object("source")),
	}
}

// makePlayers is nil for all of them.
func makePlayers(o object) []string {
	if !o.has("players") {
		return nil
	}
	players := o.texts("players")
	for i, id := range players {
		players[i] = strings.ToLower(id)
	}
	return players
}

func makeSource(o object) Fallback {
	f := Fallback{List: o.text("list"), Name: oneLine(o.text("name"))}
	if o.has("folder") {
		folder := o.text("folder")
		f.Folder = &folder
	}
	return f
}

func makeReport(o object) any {
	return Report{
		Item:     o.text("item"),
		Status:   PlayerStatus(o.text("status")),
		Position: o.int("position"),
		Duration: o.int("duration"),
		Reason:   oneLine(o.text("reason")),
		Can:      o.texts("can"),
		Captions: o.texts("captions"),
		Labels:   oneLines(o.texts("captionLabels")),
		Drift:    o.intPtr("drift"),
		Trim:     o.intPtr("trim"),
		Muted:    o.boolPtr("muted"),
		Delay:    o.intPtr("delay"),
	}
}

// oneLines makes one line of each.
func oneLines(texts []string) []string {
	for i, s := range texts {
		texts[i] = oneLine(s)
	}
	return texts
}

// oneLine makes a person's text one line: control characters become spaces, and
// runs of spaces one.
func oneLine(s string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(plain), " ")
}
