package server

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// object is a JSON object, as a client that nobody here wrote holds it.
type object = map[string]any

// reduce returns the state that a sequenced event leads to, by the table "What a
// sequenced event does to a state" of the contract and nothing else.
func reduce(state object, data object) object {
	next := maps.Clone(state)
	list, _ := state["items"].([]any)
	if items, ok := data["items"].([]any); ok {
		next["items"] = reduceList(list, items, data)
		list = next["items"].([]any)
	}
	if id, ok := data["item"].(string); ok {
		next["items"] = changeItem(list, id, data)
	}
	for _, name := range []string{"playback", "volume", "muted", "repeat", "shuffle", "captions"} {
		if v, ok := data[name]; ok {
			next[name] = v
		}
	}
	return next
}

func reduceList(list, items []any, data object) []any {
	objects := len(items) > 0
	for _, it := range items {
		_, isObject := it.(object)
		objects = objects && isObject
	}
	before, moved := data["before"]
	switch index, inserted := data["index"].(float64); {
	case inserted:
		return slices.Insert(slices.Clone(list), int(index), items...)
	case objects:
		return items
	case moved:
		kept, taken := split(list, items)
		at := slices.IndexFunc(kept, func(it any) bool { return before != nil && it.(object)["id"] == before })
		if at < 0 {
			at = len(kept)
		}
		return slices.Insert(kept, at, taken...)
	}
	kept, _ := split(list, items)
	return kept
}

// split divides a list into the items that ids do not name and those that they
// do, in the order of ids.
func split(list, ids []any) (kept, taken []any) {
	kept = []any{}
	for _, it := range list {
		if !slices.Contains(ids, it.(object)["id"]) {
			kept = append(kept, it)
		}
	}
	for _, id := range ids {
		for _, it := range list {
			if it.(object)["id"] == id {
				taken = append(taken, it)
			}
		}
	}
	return kept, taken
}

func changeItem(list []any, id string, data object) []any {
	out := slices.Clone(list)
	for i, it := range out {
		if it.(object)["id"] != id {
			continue
		}
		changed := maps.Clone(it.(object))
		if media, ok := data["media"]; ok {
			changed["media"] = media
		}
		if failed, ok := data["failed"]; ok {
			changed["failed"] = failed
			if failed == nil {
				delete(changed, "failed")
			}
		}
		out[i] = changed
	}
	return out
}

// text is a value as JSON, to compare and to print.
func text(v any) string {
	b, err := json.Marshal(v) // sorts the names
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func unmarshal(s string, to any) bool { return json.Unmarshal([]byte(s), to) == nil }

// replaceItems names items by single letters, or the other way round.
func replaceItems(s string, from []string, letters string, to ...string) string {
	for i, f := range from {
		with := ""
		if to != nil {
			with = to[i]
		} else {
			with = letters[i : i+1]
		}
		s = strings.ReplaceAll(s, f, with)
	}
	return s
}

func quoted(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strconv.Quote(s)
	}
	return out
}
