package spec

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// width of the examples in the documentation, in characters.
const width = 116

// example shows a vector: "client-add/next" a request or message, "state-add/next"
// the event only.
func example(v Vectors, name string) (string, error) {
	file, name, _ := strings.Cut(name, "/")
	found, ok := v.find(file, name)
	if !ok {
		return "", fmt.Errorf("there is no vector %s in %s.json", name, file)
	}
	return "```json\n" + layout(json.RawMessage(found.frame()), 0) + "\n```\n", nil
}

// transcript shows the messages of a worked example, one after the other.
func transcript(list []Vector) string {
	var out strings.Builder
	for _, v := range list {
		fmt.Fprintf(&out, "%s → %s: %s\n\n```json\n%s\n```\n\n", v.From, v.To, v.Name, layout(json.RawMessage(v.frame()), 0))
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// layout writes JSON for people: what fits on a line stands on one.
func layout(raw json.RawMessage, depth int) string {
	var line bytes.Buffer
	if err := json.Compact(&line, raw); err != nil {
		panic(err) // vectors are JSON
	}
	if n := len([]rune(line.String())); n+2*depth <= width || n < 2 || !strings.ContainsAny(line.String()[:1], "{[") {
		return line.String()
	}
	return breakUp(line.Bytes(), depth)
}

// breakUp writes an object or an array with one member on each line.
func breakUp(raw []byte, depth int) string {
	d := json.NewDecoder(bytes.NewReader(raw))
	token := func() json.Token {
		t, err := d.Token()
		if err != nil {
			panic(err)
		}
		return t
	}
	opening := token().(json.Delim)
	closing := map[json.Delim]string{'{': "}", '[': "]"}[opening]
	indent := strings.Repeat("  ", depth+1)
	var members []string
	for d.More() {
		key := ""
		if opening == '{' {
			key = fmt.Sprintf("%q: ", token())
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			panic(err)
		}
		members = append(members, indent+key+layout(value, depth+1))
	}
	return opening.String() + "\n" + strings.Join(members, ",\n") + "\n" + strings.Repeat("  ", depth) + closing
}
