package protocoltest

import (
	"encoding/json"
	"fmt"

	"remoted/protocol"
)

// ID is the id of every message that this package makes.
const ID = "test"

// aUUID stands wherever one is asked for; no session has it.
const aUUID = "0190c1a2-7f3e-7c4d-8a55-0123456789ab"

// Good is a message with every field in it, or for those that exclude each other
// with one of them, and each in range.
type Good struct {
	Event  string
	Frame  []byte
	data   string
	fields []protocol.Field // that are broken in turn
}

// goodData is the data of a good message of every kind.
var goodData = map[string]string{
	protocol.EventRegister: `{"protocol":1,"session":"` + aUUID + `","role":"remote","name":"Ann","client":"` + aUUID + `","key":"k",` +
		`"resume":{"epoch":"` + aUUID + `","seq":4}}`,
	protocol.EventSync:    `{"epoch":"` + aUUID + `","seq":4}`,
	protocol.EventUpload:  `{"mode":"replace","base":4,"items":[{"url":"dQw4w9WgXcQ","title":"t","start":1,"end":2}]}`,
	protocol.EventAdd:     `{"items":[{"url":"dQw4w9WgXcQ","title":"t","start":1,"end":2}],"before":"i"}`,
	protocol.EventRemove:  `{"items":["i"]}`,
	protocol.EventMove:    `{"items":["i"],"before":"j"}`,
	protocol.EventClear:   `{"keep":"current"}`,
	protocol.EventUndo:    `{}`,
	protocol.EventCommand: `{"name":"play"}`,
	protocol.EventReport: `{"item":"i","status":"failed","position":1,"duration":2,"reason":"r","can":["seek"],"captions":["en"],"captionLabels":["English"],` +
		`"drift":1,"trim":2,"muted":true,"delay":3}`,
	protocol.EventPing: `{"t0":1}`,
	protocol.EventPong: `{"t0":1}`,
}

// goodArguments are the fields of the commands that have some.
var goodArguments = map[string]string{
	"next": `"expect":"i"`, "previous": `"expect":"i"`, "jump": `"item":"i"`, "seek": `"position":1,"expect":"i"`,
	"volume": `"volume":1`, "rate": `"rate":1`, "repeat": `"mode":"all"`, "shuffle": `"on":true`, "captions": `"language":"de"`,
	"screens": `"players":["` + aUUID + `"]`, "fallback": `"source":{"folder":"f","name":"n"}`,
}

// GoodMessages returns one of every kind, and one of every command. It panics when
// the tables hold one that it does not know.
func GoodMessages() []Good {
	var out []Good
	for _, r := range protocol.Requests {
		out = append(out, good(r.Event, goodData[r.Event], r.Fields))
	}
	for _, c := range protocol.Commands {
		if len(c.Fields) == 0 {
			out = append(out, good(protocol.EventCommand, fmt.Sprintf(`{"name":%q}`, c.Name), nil))
			continue
		}
		data := fmt.Sprintf(`{"name":%q,%s}`, c.Name, goodArguments[c.Name])
		out = append(out, good(protocol.EventCommand, data, c.Fields))
		switch c.Name {
		case "seek":
			out = append(out, good(protocol.EventCommand, `{"name":"seek","delta":1}`, c.Fields))
		case "fallback":
			out = append(out, good(protocol.EventCommand, `{"name":"fallback","source":{"list":"l"}}`, c.Fields))
		}
	}
	return out
}

func good(event, data string, fields []protocol.Field) Good {
	g := Good{Event: event, data: data, fields: fields}
	g.Frame = frame(event, g.decoded())
	return g
}

// decoded is a copy of the data.
func (g Good) decoded() map[string]any {
	var data map[string]any
	if err := json.Unmarshal([]byte(g.data), &data); err != nil {
		panic(fmt.Sprintf("%s: %s: %v", g.Event, g.data, err))
	}
	return data
}

func frame(event string, data map[string]any) []byte {
	b, err := json.Marshal(map[string]any{"event": event, "id": ID, "data": data})
	if err != nil {
		panic(err)
	}
	return b
}
