package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"remoted/client"
	"remoted/protocol"
)

// maxNamed titles are written out in a line; of more, only their number.
const maxNamed = 3

// describe says in a line what a sequenced event did to the state before it.
func describe(e client.Event, before protocol.State) string {
	var d struct {
		Name   string
		Items  json.RawMessage
		Index  *int
		Item   string
		Media  *protocol.Media
		Failed *string
		Before string

		LeftOut int
	}
	if json.Unmarshal(e.Data, &d) != nil {
		return plain(e.Name)
	}
	switch e.Name {
	case protocol.EventAdd, protocol.EventUpload:
		var items []protocol.Item
		_ = json.Unmarshal(d.Items, &items) // none, if they cannot be read
		if d.Index == nil {
			return fmt.Sprintf("replaced the list by %s", counted(len(items)))
		}
		return fmt.Sprintf("added %s at %d", named(items), *d.Index+1)
	case protocol.EventRemove:
		if d.LeftOut > 0 {
			return fmt.Sprintf("opened %s, and left out %s of it", named(those(before, d.Items)), counted(d.LeftOut))
		}
		return "removed " + named(those(before, d.Items))
	case protocol.EventMove:
		where := "to the end"
		if d.Before != "" {
			where = "before " + named(one(before, d.Before))
		}
		return "moved " + named(those(before, d.Items)) + " " + where
	case protocol.EventUpdate:
		item := named(one(e.State, d.Item))
		switch {
		case d.Failed != nil:
			return item + " failed: " + plain(*d.Failed)
		case d.Media != nil:
			return "now known: " + item
		}
		return item + " plays after all"
	case protocol.EventCommand:
		return fmt.Sprintf("%-9s %s", plain(d.Name), outcome(d.Name, e.State, time.UnixMilli(e.At)))
	}
	return plain(e.Name)
}

// those are the items of a state that an event names by ids.
func those(s protocol.State, data json.RawMessage) []protocol.Item {
	var ids []string
	_ = json.Unmarshal(data, &ids) // none, if they cannot be read
	var items []protocol.Item
	for _, id := range ids {
		items = append(items, one(s, id)...)
	}
	return items
}

func one(s protocol.State, id string) []protocol.Item {
	for _, it := range s.Items {
		if it.ID == id {
			return []protocol.Item{it}
		}
	}
	return nil
}

// named writes titles out, if they are few.
func named(items []protocol.Item) string {
	if len(items) == 0 || len(items) > maxNamed {
		return counted(len(items))
	}
	titles := make([]string, len(items))
	for i, it := range items {
		titles[i] = "“" + title(it) + "”"
	}
	return strings.Join(titles, ", ")
}

func counted(n int) string {
	if n == 1 {
		return "1 item"
	}
	return fmt.Sprintf("%d items", n)
}

// maxPeople is of how many clients the names are kept, those who left included.
const maxPeople = 10_000

// people are the clients of a session by their ids; here: in the session now.
type people map[string]person

type person struct {
	protocol.ClientInfo
	here bool
}

// update takes in who is here, and returns who came and who went.
func (p people) update(clients []protocol.ClientInfo) (came, went []protocol.ClientInfo) {
	if len(p) > maxPeople {
		clear(p)
	}
	now := make(map[string]bool, len(clients))
	for _, c := range clients {
		now[c.Client] = true
		if !p[c.Client].here {
			came = append(came, c)
		}
		p[c.Client] = person{c, true}
	}
	for id, c := range p {
		if c.here && !now[id] {
			went = append(went, c.ClientInfo)
			p[id] = person{c.ClientInfo, false}
		}
	}
	return came, went
}

// name is what to call a client; nobody is the session itself.
func (p people) name(id string) string {
	if id == "" {
		return "-"
	}
	return called(p[id].ClientInfo)
}

func called(c protocol.ClientInfo) string {
	if c.Name == "" {
		return "somebody"
	}
	return c.Name
}
