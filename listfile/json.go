package listfile

import (
	"bytes"
	"encoding/json"
	"math"
)

// readJSON reads our own format, JSPF, or whatever else holds a list of links: an
// array of them, an answer of this project's API.
func (c *collector) readJSON(text string) error {
	c.ids = true
	if !json.Valid([]byte(text)) {
		return noList("this JSON cannot be read")
	}
	top := object([]byte(text))
	if top["remoted"] != nil {
		return c.readOwn([]byte(text))
	}
	list := object(top["playlist"])
	c.list.Title = str(list["title"])
	if tracks := array(list["track"]); tracks != nil {
		for _, t := range tracks {
			c.addJSPF(object(t))
		}
		return nil
	}
	entries := c.find([]byte(text), top)
	if entries == nil {
		return noList("this JSON holds no list")
	}
	for _, e := range entries {
		c.addAny(e)
	}
	return nil
}

// find returns the list wherever it is: at the top, in items, tracks or state, the
// last also as a WebSocket's download has it.
func (c *collector) find(text []byte, top fields) []json.RawMessage {
	places := []json.RawMessage{
		text, top["items"], top["tracks"],
		object(top["state"])["items"],
		object(object(top["data"])["state"])["items"],
	}
	for _, p := range places {
		if list := array(p); list != nil {
			return list
		}
	}
	return nil
}

// addAny adds a link, or an object with one.
func (c *collector) addAny(entry json.RawMessage) {
	at := object(entry)
	if at == nil {
		c.add(Item{}, 0, str(entry))
		return
	}
	if item := object(at["item"]); item != nil {
		at = item // the history has items inside
	}
	media := object(at["media"])
	it := Item{
		Title: str(at["title"]), Duration: number(at["duration"]), Thumbnail: str(at["thumbnail"]),
		Start: number(at["start"]), End: number(at["end"]),
	}
	if media != nil {
		it.Title, it.Duration, it.Thumbnail = str(media["title"]), number(media["duration"]), str(media["thumbnail"])
	}
	c.add(it, 0, append(texts(at["url"]), append(texts(media["url"]), texts(at["location"])...)...)...)
}

// addJSPF adds a track of JSPF (https://www.xspf.org/jspf): XSPF in JSON.
func (c *collector) addJSPF(t fields) {
	name := str(t["title"])
	if name == "" {
		name = str(t["annotation"])
	}
	it := Item{Title: join(str(t["creator"]), name), Duration: number(t["duration"]), Thumbnail: str(t["image"])}
	c.add(it, 0, texts(t["location"])...)
}

// fields are an object's. Values of a wrong type read as if they were absent: a
// nonsense in one entry must not cost the others.
type fields map[string]json.RawMessage

func object(raw json.RawMessage) fields {
	if !begins(raw, '{') {
		return nil
	}
	var f fields
	if json.Unmarshal(raw, &f) != nil {
		return nil
	}
	return f
}

func array(raw json.RawMessage) []json.RawMessage {
	if !begins(raw, '[') {
		return nil
	}
	list := []json.RawMessage{}
	if json.Unmarshal(raw, &list) != nil {
		return nil
	}
	return list
}

func begins(raw json.RawMessage, b byte) bool {
	raw = bytes.TrimLeft(raw, " \t\r\n")
	return len(raw) > 0 && raw[0] == b
}

func str(raw json.RawMessage) string {
	var s string
	if !begins(raw, '"') || json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// texts is a text, or those of an array, of which the first few count.
func texts(raw json.RawMessage) []string {
	var out []string
	for _, r := range append([]json.RawMessage{raw}, array(raw)...) {
		if s := str(r); s != "" && len(out) < maxLocations {
			out = append(out, s)
		}
	}
	return out
}

// number is a whole number of milliseconds, or 0.
func number(raw json.RawMessage) int64 {
	var f float64
	if raw == nil || json.Unmarshal(raw, &f) != nil || !(f > 0) || f > MaxTime {
		return 0
	}
	return int64(math.Round(f))
}

type (
	jspfFile struct {
		Playlist jspfList `json:"playlist"`
	}
	jspfList struct {
		Title string      `json:"title,omitempty"`
		Track []jspfEntry `json:"track"`
	}
	jspfEntry struct {
		Location []string `json:"location"`
		Title    string   `json:"title,omitempty"`
		Image    string   `json:"image,omitempty"`
		Duration int64    `json:"duration,omitempty"`
	}
)

func encodeJSPF(l List) ([]byte, error) {
	file := jspfFile{jspfList{Title: title(l.Title), Track: make([]jspfEntry, len(l.Items))}}
	for i, it := range l.Items {
		it = tidy(it)
		file.Playlist.Track[i] = jspfEntry{[]string{line(it.URL)}, it.Title, it.Thumbnail, it.Duration}
	}
	return indented(file)
}

// indented writes JSON as people read it, with ampersands as they are.
func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
