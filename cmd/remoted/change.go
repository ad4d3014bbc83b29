package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strconv"

	"remoted/protocol"
	"remoted/resolver"
)

// listCommands change the list.
var listCommands = []subcommand{
	{name: "add", args: "LINK...", doc: "put links in the list, at its end or elsewhere", least: 1, most: protocol.MaxAdd, prepare: prepareAdd},
	{name: "remove", args: "N|ID...", doc: "take items out of the list", least: 1, most: -1, prepare: prepareRemove},
	{name: "move", args: "N|ID...", doc: "put items before another (--before) or at the end", least: 1, most: -1, prepare: prepareMove},
	{name: "clear", doc: "remove everything", prepare: prepareClear},
	{name: "undo", doc: "take the last change of the list back", prepare: prepareUndo},
}

func prepareAdd(fs *flag.FlagSet) parser {
	next := fs.Bool("next", false, "put them behind the current item")
	now := fs.Bool("now", false, "play them at once")
	before := fs.String("before", "", "put them in front of this item, by `number or id`")
	return func(links []string) (action, error) {
		given := 0
		for _, is := range []bool{*next, *now, *before != ""} {
			if is {
				given++
			}
		}
		if given > 1 {
			return nil, errors.New("--next, --now and --before exclude one another")
		}
		a := protocol.Add{}
		for _, text := range links {
			for _, link := range linksIn(text) {
				a.Items = append(a.Items, protocol.NewItem{URL: link})
			}
		}
		switch {
		case *next:
			a.Place = "next"
		case *now:
			a.Place = "now"
		}
		return func(ctx context.Context, t *terminal) error { return add(ctx, t, a, *before) }, nil
	}
}

// linksIn returns the links of what somebody pasted, such as a message with one in
// it. Where there is none, the server says what is wrong with it.
func linksIn(text string) []string {
	r := resolver.New(nil)
	defer r.Close()
	if links := r.Links(text); len(links) > 0 {
		return links
	}
	return []string{text}
}

func add(ctx context.Context, t *terminal, a protocol.Add, before string) error {
	if before != "" {
		ids, err := find(t.State().State, []string{before})
		if err != nil {
			return err
		}
		a.Before = ids[0]
	}
	return change(ctx, t, protocol.EventAdd, a)
}

func prepareRemove(*flag.FlagSet) parser {
	return func(args []string) (action, error) {
		return func(ctx context.Context, t *terminal) error {
			ids, err := find(t.State().State, args)
			if err != nil {
				return err
			}
			return change(ctx, t, protocol.EventRemove, protocol.Remove{Items: ids})
		}, nil
	}
}

func prepareMove(fs *flag.FlagSet) parser {
	before := fs.String("before", "", "the item in front of which, by `number or id`; without it: to the end")
	return func(args []string) (action, error) {
		return func(ctx context.Context, t *terminal) error {
			s := t.State().State
			ids, err := find(s, args)
			if err != nil {
				return err
			}
			m := protocol.Move{Items: ids}
			if *before != "" {
				target, err := find(s, []string{*before})
				if err != nil {
					return err
				}
				m.Before = target[0]
			}
			return change(ctx, t, protocol.EventMove, m)
		}, nil
	}
}

func prepareClear(fs *flag.FlagSet) parser {
	keep := fs.Bool("keep-current", false, "leave the current item")
	return func([]string) (action, error) {
		return func(ctx context.Context, t *terminal) error {
			return change(ctx, t, protocol.EventClear, protocol.Clear{KeepCurrent: *keep})
		}, nil
	}
}

func prepareUndo(*flag.FlagSet) parser {
	return func([]string) (action, error) {
		return func(ctx context.Context, t *terminal) error {
			return change(ctx, t, protocol.EventUndo, nil)
		}, nil
	}
}

// change asks for a change of the list and says what it was.
func change(ctx context.Context, t *terminal, event string, data any) error {
	before := t.State().State
	r, err := t.Do(ctx, event, data)
	if err != nil {
		return err
	}
	text := "nothing changed"
	if r.Event != nil {
		text = describe(*r.Event, before)
	}
	_, err = fmt.Fprintln(t.out, text)
	return err
}

// find returns the ids of the items that a person names by number, as list shows
// them, or by id.
func find(s protocol.State, names []string) ([]string, error) {
	ids := make([]string, len(names))
	for i, name := range names {
		n, err := strconv.Atoi(name)
		switch {
		case slices.ContainsFunc(s.Items, func(it protocol.Item) bool { return it.ID == name }):
			ids[i] = name
		case err == nil && n >= 1 && n <= len(s.Items):
			ids[i] = s.Items[n-1].ID
		default:
			return nil, fmt.Errorf("there is no item %q; the list has %d", name, len(s.Items))
		}
	}
	return ids, nil
}
