package protocol_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"remoted/protocol"
)

// BenchmarkDecode reads the first good vector of each message, and an add and an
// upload of many items.
func BenchmarkDecode(b *testing.B) {
	all := readVectors(b)
	for _, r := range protocol.Requests {
		for _, v := range all["client-"+r.Event] {
			if v.Error == nil {
				benchmarkDecode(b, r.Event, input(v))
				break
			}
		}
	}
	for _, n := range []int{10, protocol.MaxAdd} {
		benchmarkDecode(b, fmt.Sprintf("add-%d", n), request("add", n, `"place":"end"`))
	}
	benchmarkDecode(b, "upload-5000", request("upload", protocol.MaxItems, `"mode":"append"`))
}

func benchmarkDecode(b *testing.B, name string, frame []byte) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		b.SetBytes(int64(len(frame)))
		for b.Loop() {
			if _, err := protocol.Decode(frame, true); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// request is one that brings n items.
func request(event string, n int, more string) []byte {
	items := strings.TrimSuffix(strings.Repeat(`{"url":"https://youtu.be/dQw4w9WgXcQ"},`, n), ",")
	return fmt.Appendf(nil, `{"event":%q,"id":"1","data":{"items":[%s],%s}}`, event, items, more)
}

// BenchmarkEncode writes each message of the server.
func BenchmarkEncode(b *testing.B) {
	for event, list := range sorted(serverMessages(b)) {
		benchmarkEncode(b, event, list[0].frame)
	}
	all := readVectors(b)
	for _, m := range protocol.Messages {
		if m.Sequenced {
			data := sequencedData(b, m.Event, all["state-"+m.Event][0].Event)
			benchmarkEncode(b, m.Event, func() (protocol.Frame, error) {
				return protocol.Encode(protocol.Envelope{Event: m.Event, Seq: 42, At: now, By: phone, ID: "17"}, data)
			})
		}
	}
}

// BenchmarkEncodeState writes the state of a session of 10, 1,000 and 5,000 items.
func BenchmarkEncodeState(b *testing.B) {
	var small protocol.State
	if err := json.Unmarshal(aState(b), &small); err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{10, 1000, protocol.MaxItems} {
		s := small
		s.Items = slices.Repeat(small.Items, n)
		benchmarkEncode(b, fmt.Sprint(n), func() (protocol.Frame, error) { return protocol.EncodeState(s) })
	}
}

func benchmarkEncode(b *testing.B, name string, f func() (protocol.Frame, error)) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := f(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// sequencedData is a vector's data in its type.
func sequencedData(b *testing.B, event string, raw json.RawMessage) any {
	b.Helper()
	read := func(data any) any {
		frame := struct{ Data any }{data}
		if err := json.Unmarshal(raw, &frame); err != nil {
			b.Fatal(err)
		}
		return data
	}
	switch event {
	case protocol.EventAdd:
		return read(&protocol.AddData{})
	case protocol.EventRemove:
		return read(&protocol.RemoveData{})
	case protocol.EventMove:
		return read(&protocol.MoveData{})
	case protocol.EventUpload:
		return read(&protocol.UploadData{})
	case protocol.EventUpdate:
		return read(&protocol.UpdateData{})
	case protocol.EventCommand:
		return read(&protocol.CommandData{})
	}
	b.Fatalf("%s has no type here", event)
	return nil
}

func sorted[V any](m map[string]V) func(func(string, V) bool) {
	return func(yield func(string, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
