package spec

import (
	"fmt"
	"strconv"
	"strings"

	"remoted/protocol"
)

// markdown is a table in the making.
type markdown struct{ strings.Builder }

func newTable(columns ...string) *markdown {
	var m markdown
	m.row(columns...)
	fmt.Fprintf(&m, "|%s\n", strings.Repeat("---|", len(columns)))
	return &m
}

func (m *markdown) row(cells ...string) {
	m.WriteString("|")
	for _, c := range cells {
		if c != "" {
			c = " " + strings.ReplaceAll(c, "|", "\\|")
		}
		m.WriteString(c + " |")
	}
	m.WriteString("\n")
}

func requestTables() string {
	var out strings.Builder
	for _, r := range protocol.Requests {
		fmt.Fprintf(&out, "#### `%s`: %s\n\n%s\n", r.Event, r.Doc, requestNote(r))
		if len(r.Fields) > 0 {
			out.WriteString("\n" + fieldTable(requestFields(r.Fields), "required"))
		}
		out.WriteString("\n")
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func requestNote(r protocol.Request) string {
	note := "Needs an `id`."
	if r.NoID {
		note = "Needs no `id`; without one, only a refusal is answered."
	}
	switch {
	case len(r.Fields) == 0:
		note += " It has no `data`; what is sent as such is ignored."
	case r.NoData:
		note += " `data` may be absent or null."
	}
	return note
}

func messageTables() string {
	var out strings.Builder
	for _, m := range protocol.Messages {
		fmt.Fprintf(&out, "#### `%s`: %s\n\n%s\n", m.Event, m.Doc, messageNote(m))
		if m.Data != nil {
			out.WriteString("\n" + fieldTable(messageData(m), "always"))
		}
		if m.Event == protocol.EventError {
			out.WriteString("\n" + fieldTable(refusal.fields, "always"))
		}
		out.WriteString("\n")
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func messageNote(m protocol.ServerMessage) string {
	switch {
	case m.Sequenced:
		return "Sequenced: it has `seq` and `at`; `by` and `id`, too, when a client asked for it."
	case m.Event == protocol.EventError:
		return "It has the request's `id`, if that could be read, and in place of `data` an `error`:"
	case m.Event == protocol.EventAck:
		return "It has the request's `id` and `seq`, and no `data`."
	case m.Seq:
		return "It has the request's `id`, and `seq`: the session's last one, that the client has now."
	case m.Answer:
		return "It has the request's `id`."
	}
	return "It is not sequenced, and goes to everybody whom it concerns."
}

func typeTables() string {
	var out strings.Builder
	for _, t := range types() {
		if t.name == refusal.name {
			continue // stands with the message
		}
		with := "always"
		if t.name == "NewItem" || t.name == "Resume" || t.name == "Source" {
			with = "required"
		}
		fmt.Fprintf(&out, "#### %s\n\n%s\n\n%s\n", t.name, t.doc, fieldTable(t.fields, with))
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func fieldTable(fields []field, required string) string {
	m := newTable("field", "type", required, "range", "meaning")
	for _, f := range fields {
		m.row("`"+f.name+"`", f.typeName(), yes(f.required), f.valueRange(), f.doc)
	}
	return m.String()
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func commandTable() string {
	m := newTable("name", "effect", "field", "type", "required", "range", "meaning")
	for _, c := range protocol.Commands {
		name, effect := "`"+c.Name+"`", c.Doc
		if len(c.Fields) == 0 {
			m.row(name, effect, "", "", "", "", "")
		}
		for _, f := range requestFields(c.Fields) {
			m.row(name, effect, "`"+f.name+"`", f.typeName(), yes(f.required), f.valueRange(), f.doc)
			name, effect = "", ""
		}
	}
	return m.String()
}

func ownCommandTable() string {
	m := newTable("name", "what happened")
	for _, c := range protocol.OwnCommands {
		m.row("`"+c.Name+"`", c.Doc)
	}
	return m.String()
}

func errorTable() string {
	m := newTable("code", "when", "the same request again, with the same id")
	for _, c := range protocol.Codes {
		again := "no"
		if c.Retry {
			again = "yes, after a moment"
		}
		m.row("`"+string(c.Code)+"`", c.When, again)
	}
	return m.String()
}

func closeTable() string {
	m := newTable("code", "when", "reconnect")
	for _, c := range protocol.Closes {
		again := "yes"
		if c.Code >= 4500 {
			again = "no"
		}
		m.row(strconv.Itoa(int(c.Code)), c.When, again)
	}
	return m.String()
}

func limitTable() string {
	m := newTable("what", "limit", "beyond it")
	for _, l := range protocol.Limits {
		m.row(l.Name, strings.TrimSpace(thousands(float64(l.Value))+" "+l.Unit), l.Over)
	}
	return m.String()
}

func historyTable() string {
	m := newTable("version", "date", "what")
	for _, v := range protocol.Versions {
		m.row(strconv.Itoa(v.Version), v.Date, v.What)
	}
	return m.String()
}
