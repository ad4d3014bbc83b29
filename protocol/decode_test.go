package protocol

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

const aSession = "0190c1a2-7f3e-7c4d-8a55-0123456789ab"

func TestDecode(t *testing.T) {
	seven := int64(7)
	tests := []struct {
		in   string
		want any
	}{
		{`{"event":"register","id":"1","data":{"protocol":1,"session":"` + strings.ToUpper(aSession) + `","role":"remote","name":" Ann\u0007s  phone ","client":null}}`,
			Register{Protocol: 1, Session: aSession, Role: Remote, Name: "Ann s phone"}},
		{`{"event":"sync","id":"1","data":null}`, Sync{}},
		{`{"event":"sync","id":"1"}`, Sync{}},
		{`{"event":"sync","id":"1","data":{"epoch":"` + aSession + `","seq":7}}`, Sync{&Resume{aSession, 7}}},
		{`{"event":"add","id":"a b","data":{"items":[{"url":"x","start":5,"end":1e1,"new":1}],"place":"next"}}`,
			Add{Items: []NewItem{{URL: "x", Start: 5, End: 10}}, Place: "next"}},
		{`{"event":"remove","id":"1","data":{"items":["a","b"]}}`, Remove{[]string{"a", "b"}}},
		{`{"event":"move","id":"1","data":{"items":["a"],"before":null}}`, Move{Items: []string{"a"}}},
		{`{"event":"move","id":"1","data":{"items":["a"],"before":"b"}}`, Move{[]string{"a"}, "b"}},
		{`{"event":"clear","id":"1"}`, Clear{}},
		{`{"event":"clear","id":"1","data":{"keep":"current"}}`, Clear{true}},
		{`{"event":"undo","id":"1"}`, Undo{}},
		{`{"event":"upload","id":"1","data":{"mode":"replace","base":0,"items":[]}}`, Upload{Mode: "replace", Items: []NewItem{}}},
		{`{"event":"command","id":"1","data":{"name":"seek","delta":7}}`, Command{Name: "seek", Delta: &seven}},
		{`{"event":"command","id":"1","data":{"name":"captions","language":null}}`, Command{Name: "captions"}},
		{`{"event":"report","data":{"item":"a","status":"ready","position":0}}`, Report{Item: "a", Status: Ready, Can: []string{}, Captions: []string{}, Labels: []string{}}},
		{`{"event":"ping","id":"1","data":{"t0":7}}`, Ping{7}},
		{`{"event":"pong"}`, Pong{}},
	}
	for _, tt := range tests {
		got, err := Decode([]byte(tt.in), true)
		if err != nil {
			t.Errorf("Decode(%s): %v", tt.in, err)
		} else if !reflect.DeepEqual(got.Data, tt.want) {
			t.Errorf("Decode(%s) = %#v, want %#v", tt.in, got.Data, tt.want)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct {
		in    string
		code  Code
		field string
	}{
		{``, BadMessage, ""},
		{`{`, BadMessage, ""},
		{`[]`, BadMessage, ""},
		{`null`, BadMessage, ""},
		{`{} {}`, BadMessage, ""},
		{"{\"event\":\"\xff\"}", BadMessage, ""},
		{`{}`, BadMessage, "event"},
		{`{"event":7,"id":"1"}`, BadMessage, "event"},
		{`{"event":"dance","id":"1"}`, BadMessage, "event"},
		{`{"event":"registered","id":"1"}`, BadMessage, "event"},
		{`{"Event":"undo","id":"1"}`, BadMessage, "event"},
		{`{"event":"undo"}`, BadMessage, "id"},
		{`{"event":"undo","id":7}`, BadMessage, "id"},
		{`{"event":"undo","id":""}`, Invalid, "id"},
		{`{"event":"undo","id":"é"}`, Invalid, "id"},
		{`{"event":"undo","id":"` + strings.Repeat("x", 65) + `"}`, Invalid, "id"},
		{`{"event":"undo","id":"1","data":[]}`, BadMessage, "data"},
		{`{"event":"add","id":"1"}`, BadMessage, "data"},
		{`{"event":"add","id":"1","data":{}}`, BadMessage, "items"},
		{`{"event":"add","id":"1","data":{"items":[]}}`, Invalid, "items"},
		{`{"event":"add","id":"1","data":{"items":["x"]}}`, BadMessage, "items[0]"},
		{`{"event":"add","id":"1","data":{"items":[{"url":"x"},{"title":"x"}]}}`, BadMessage, "items[1].url"},
		{`{"event":"add","id":"1","data":{"items":[{"url":"x","start":1.5}]}}`, BadMessage, "items[0].start"},
		{`{"event":"add","id":"1","data":{"items":[{"url":"x","start":-1}]}}`, Invalid, "items[0].start"},
		{`{"event":"add","id":"1","data":{"items":[{"url":"x","start":1e99}]}}`, Invalid, "items[0].start"},
		{`{"event":"add","id":"1","data":{"items":[{"url":"x","title":"` + strings.Repeat("é", 301) + `"}]}}`, Invalid, "items[0].title"},
		{`{"event":"add","id":"1","data":{"items":[{"url":"x"}],"place":"top"}}`, Invalid, "place"},
		{`{"event":"add","id":"1","data":{"items":[{"url":"x"}],"place":"end","before":"a"}}`, Invalid, "before"},
		{`{"event":"move","id":"1","data":{"items":["a"]}}`, BadMessage, "before"},
		{`{"event":"clear","id":"1","data":{"keep":"some"}}`, Invalid, "keep"},
		{`{"event":"upload","id":"1","data":{"mode":"replace","items":[]}}`, BadMessage, "base"},
		{`{"event":"command","id":"1","data":{"name":"dance"}}`, Invalid, "name"},
		{`{"event":"command","id":"1","data":{"name":"volume"}}`, BadMessage, "volume"},
		{`{"event":"command","id":"1","data":{"name":"volume","volume":101}}`, Invalid, "volume"},
		{`{"event":"command","id":"1","data":{"name":"volume","volume":"50"}}`, BadMessage, "volume"},
		{`{"event":"command","id":"1","data":{"name":"rate","rate":0.2}}`, Invalid, "rate"},
		{`{"event":"command","id":"1","data":{"name":"seek"}}`, BadMessage, "position"},
		{`{"event":"command","id":"1","data":{"name":"seek","position":1,"delta":1}}`, Invalid, "delta"},
		{`{"event":"command","id":"1","data":{"name":"captions"}}`, BadMessage, "language"},
		{`{"event":"report","data":{"item":"a","status":"dancing","position":0}}`, Invalid, "status"},
		{`{"event":"register","id":"1","data":{"protocol":1,"session":"x","role":"remote"}}`, Invalid, "session"},
		{`{"event":"register","id":"1","data":{"protocol":1,"session":"` + aSession + `","role":"remote","resume":{"epoch":"` + aSession + `"}}}`, BadMessage, "resume.seq"},
	}
	for _, tt := range tests {
		_, err := Decode([]byte(tt.in), true)
		if err == nil || err.Code != tt.code || err.Field != tt.field {
			t.Errorf("Decode(%.120s): %v, want %s of field %q", tt.in, err, tt.code, tt.field)
		}
	}
}

func TestDecodeBeforeRegister(t *testing.T) {
	m, err := Decode([]byte(`{"event":"add","id":"9","data":5}`), false)
	if err == nil || err.Code != NotRegistered || m.ID != "9" {
		t.Errorf("got %+v, %v; want id 9 and %s", m, err, NotRegistered)
	}
}

func TestDecodeLimitsSize(t *testing.T) {
	pad := strings.Repeat(" ", MaxMessage)
	if _, err := Decode([]byte(`{"event":"undo","id":"1"}`+pad), true); err == nil || err.Code != LimitReached {
		t.Errorf("a long undo: %v, want %s", err, LimitReached)
	}
	if _, err := Decode([]byte(`{"event":"upload","id":"1","data":{"mode":"seed","items":[]}}`+pad), true); err != nil {
		t.Errorf("a long upload: %v, want none", err)
	}
}

// Every code, close and event of the package stands in its table once.
func TestTablesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	once := func(name string) {
		if seen[name] {
			t.Errorf("%s stands twice", name)
		}
		seen[name] = true
	}
	for _, c := range Codes {
		once("code " + string(c.Code))
	}
	for _, c := range Closes {
		once(fmt.Sprint("close ", int(c.Code)))
		if c.Code < 4000 || c.Code > 4999 {
			t.Errorf("close code %d is not ours", c.Code)
		}
	}
	for _, r := range Requests {
		once("event " + r.Event)
	}
	for _, c := range Commands {
		once("command " + c.Name)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"event":"add","id":"1","data":{"items":[{"url":"x","start":5}]}}`))
	f.Add([]byte(`{"event":"command","id":"1","data":{"name":"seek","position":-0.0}}`))
	f.Add([]byte(`{"event":"register","id":"1","data":{"protocol":1,"session":"` + aSession + `","role":"player"}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Decode(b, true)
		if err == nil && m.Data == nil {
			t.Errorf("Decode(%q) gave neither data nor an error", b)
		}
	})
}
