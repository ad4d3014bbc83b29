package spec

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Vector is an example that the documentation shows and the tests of both
// languages read. Which fields it has depends on its file.
type Vector struct {
	Name string `json:"name"`

	// In client-*.json: a frame and what Decode makes of it.
	Request json.RawMessage `json:"request,omitempty"`
	Frame   string          `json:"frame,omitempty"` // in place of Request, when that is no JSON
	Decoded json.RawMessage `json:"decoded,omitempty"`
	Error   *struct {
		Code  string `json:"code"`
		Field string `json:"field,omitempty"`
	} `json:"error,omitempty"`

	// In server-*.json: a frame.
	Message json.RawMessage `json:"message,omitempty"`

	// In state-*.json: a sequenced event, and the states before and after it.
	State json.RawMessage `json:"state,omitempty"`
	Event json.RawMessage `json:"event,omitempty"`
	Next  json.RawMessage `json:"next,omitempty"`

	// In transcript.json: who sent it to whom.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

// frame is the message that the vector is about, on one line.
func (v Vector) frame() string {
	for _, raw := range []json.RawMessage{v.Request, v.Message, v.Event} {
		if raw != nil {
			var b bytes.Buffer
			if err := json.Compact(&b, raw); err != nil {
				panic(err) // it was decoded as JSON
			}
			return b.String()
		}
	}
	return v.Frame
}

// Vectors are the vectors of each file, by its name without ".json".
type Vectors map[string][]Vector

// ReadVectors reads the files of a directory.
func ReadVectors(dir string) (Vectors, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	all := make(Vectors)
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var list []Vector
		d := json.NewDecoder(bytes.NewReader(b))
		d.DisallowUnknownFields()
		if err := d.Decode(&list); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".json")] = list
	}
	return all, nil
}

func (v Vectors) find(file, name string) (Vector, bool) {
	i := slices.IndexFunc(v[file], func(v Vector) bool { return v.Name == name })
	if i < 0 {
		return Vector{}, false
	}
	return v[file][i], true
}

// first is the first good vector of a message.
func (v Vectors) first(file string) (Vector, bool) {
	event, sequenced := strings.CutPrefix(file, "server-")
	if sequenced && v[file] == nil {
		file = "state-" + event
	}
	for _, vector := range v[file] {
		if vector.Error == nil {
			return vector, true
		}
	}
	return Vector{}, false
}
