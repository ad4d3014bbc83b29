package spec

import (
	"fmt"
	"slices"
	"strings"

	"remoted/protocol"
)

// optional are fields that the server always sends and the pages do without: they
// make media and items themselves, too, for files of the library and in tests.
var optional = []string{"Item.addedBy", "Item.addedAt", "AddedBy.client", "Media.ref", "Media.title"}

func typedef(out *strings.Builder, t namedType) {
	fmt.Fprintf(out, "\n/**\n * @typedef {object} %s  %s\n", t.name, t.doc)
	for _, f := range t.fields {
		name := f.name
		if !f.required || slices.Contains(optional, t.name+"."+f.name) {
			name = "[" + name + "]"
		}
		line := fmt.Sprintf(" * @property {%s} %s", f.scriptType(), name)
		if note := f.scriptNote(); note != "" {
			line += "  " + note
		}
		out.WriteString(line + "\n")
	}
	out.WriteString(" */\n")
}

// scriptNote is a field's meaning, with the range where the type does not say it.
func (f field) scriptNote() string {
	if r := f.valueRange(); r != "" && len(f.enum) == 0 && f.typ != protocol.Array && r != "from 0" && !strings.Contains(r, "2^53") {
		return f.doc + "; " + r
	}
	return f.doc
}

func (f field) scriptType() string {
	name := map[protocol.Type]string{protocol.Integer: "number", protocol.Bool: "boolean"}[f.typ]
	switch {
	case f.ref != "":
		name = f.ref
	case f.typ == protocol.Array:
		name = f.items.scriptType()
		if strings.Contains(name, "|") {
			name = "(" + name + ")"
		}
		name = "readonly " + name + "[]"
	case slices.Equal(f.enum, playerStatuses()):
		name = "PlayerStatus"
	case len(f.enum) > 0:
		name = union(f.enum)
	case name == "":
		name = string(f.typ)
	}
	if f.null || f.absent {
		name += "|null"
	}
	return name
}

func playerStatuses() []string {
	for _, r := range protocol.Requests {
		for _, f := range r.Fields {
			if r.Event == protocol.EventReport && f.Name == "status" {
				return f.Enum
			}
		}
	}
	panic("report has no status")
}

func union(values []string) string { return "'" + strings.Join(values, "'|'") + "'" }

// scriptMessages makes a type of every message's data, and of the frames.
func scriptMessages(out *strings.Builder) {
	var client, server []string
	for _, r := range protocol.Requests {
		data, name := requestData(r), title(r.Event)
		id, optional := "id", ""
		if r.NoID {
			id = "id?"
		}
		if r.NoData {
			optional = "|null"
		}
		if len(data) == 0 {
			client = append(client, fmt.Sprintf("{event: '%s', %s: string}", r.Event, id))
			continue
		}
		typedef(out, namedType{name, "What a client sends as `" + r.Event + "`: " + r.Doc + ".", data})
		client = append(client, fmt.Sprintf("{event: '%s', %s: string, data%s: %s%s}", r.Event, id, question(r.NoData), name, optional))
	}
	for _, m := range protocol.Messages {
		if m.Data == nil {
			continue
		}
		name := title(m.Event) + "Data"
		typedef(out, namedType{name, "What the server sends as `" + m.Event + "`: " + m.Doc + ".", messageData(m)})
		if !m.Sequenced {
			continue
		}
		server = append(server, fmt.Sprintf("{event: '%s', seq: number, at: number, by?: string, id?: string, data: %s}", m.Event, name))
	}
	fmt.Fprintf(out, "\n/** @typedef {%s} ClientMessage  A message of a client, as a whole. */\n", lines(client))
	fmt.Fprintf(out, "\n/** @typedef {%s} SequencedEvent  A fact that the session stored, as a whole. */\n", lines(server))
	out.WriteString(`
/**
 * @typedef {object} Envelope  A message of the server, before anybody looked into it.
 * @property {string} event
 * @property {string} [id]  of the request
 * @property {number} [seq]
 * @property {number} [at]  Unix ms
 * @property {string} [by]  the client that asked for it
 * @property {any} [data]
 * @property {Refusal} [error]
 */
`)
}

func question(b bool) string {
	if b {
		return "?"
	}
	return ""
}

func lines(alternatives []string) string { return strings.Join(alternatives, "\n *   | ") }

func title(event string) string { return strings.ToUpper(event[:1]) + event[1:] }
