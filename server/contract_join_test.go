package server

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// contract.md, "register: join a session".
func TestRegister(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	c := s.dial()
	before := time.Now().UnixMilli()
	m := c.register(strings.ToUpper(id), "remote", `"name":"Ann's phone"`, `"key":"whatever"`, `"new field":[1,{}]`)
	if m.Event != "registered" || m.Seq == nil || *m.Seq != 0 {
		t.Fatalf("got %s, want registered with seq 0", m.raw)
	}
	d := m.Data
	if d["session"] != id || d["role"] != "remote" || !uuidForm.MatchString(c.id) || !uuidForm.MatchString(c.epoch) {
		t.Errorf("got %s, want session %s, the role, a client and an epoch", m.raw, id)
	}
	if at := int64(d["serverTime"].(float64)); at < before || at > time.Now().UnixMilli() {
		t.Errorf("serverTime: got %d, want now", at)
	}
	if v := s.view(id); text(d["state"]) != text(v.State) || c.epoch != v.Epoch {
		t.Errorf("got %s, want epoch %s and the state %s", m.raw, v.Epoch, text(v.State))
	}
	if _, has := d["events"]; has {
		t.Errorf("got %s, want state and no events", m.raw)
	}
	p := c.awaitEvent("presence")
	if want := fmt.Sprintf(`[{"client":%q,"name":"Ann's phone","role":"remote"}]`, c.id); text(p.Data["clients"]) != want {
		t.Errorf("presence: got %s, want %s", text(p.Data["clients"]), want)
	}
}

// "Session, client and epoch": a returning client keeps its id; "resume":
// "or, when every event after resume.seq is still at hand, events in place of state".
func TestRegisterResume(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	c := s.join(id, "remote")
	for i := range 3 {
		c.add(fmt.Sprint("https://example.com/", i))
	}
	sent := c.events()
	resume := func(epoch string, seq uint64) message {
		t.Helper()
		again := s.dial()
		m := again.register(id, "remote", fmt.Sprintf(`"resume":{"epoch":%q,"seq":%d}`, epoch, seq))
		if m.Event != "registered" || *m.Seq != 3 {
			t.Fatalf("resume from %d: got %s, want registered at 3", seq, m.raw)
		}
		return m
	}
	for seq := range uint64(4) {
		m := resume(strings.ToUpper(c.epoch), seq)
		events, ok := m.Data["events"].([]any)
		if _, has := m.Data["state"]; has || !ok || len(events) != int(3-seq) {
			t.Fatalf("resume from %d: got %s, want %d events and no state", seq, m.raw, 3-seq)
		}
		for i, e := range events {
			if got, want := text(e), sent[int(seq)+i].raw; !sameJSON(got, want) {
				t.Errorf("resume from %d: got %s, want %s as it was sent", seq, got, want)
			}
		}
	}
	for name, m := range map[string]message{
		"beyond the current seq": resume(c.epoch, 4),
		"another epoch":          resume(noUUID, 2),
	} {
		if _, has := m.Data["state"].(object); !has {
			t.Errorf("resume, %s: got %s, want the state", name, m.raw)
		}
	}
	again := s.dial()
	m := again.register(id, "player", fmt.Sprintf(`"client":%q`, strings.ToUpper(c.id)))
	if m.Data["client"] != c.id {
		t.Errorf("returning: got client %v, want %s", m.Data["client"], c.id)
	}
}

func sameJSON(a, b string) bool {
	var x, y any
	return unmarshal(a, &x) && unmarshal(b, &y) && text(x) == text(y)
}

// "A client that registers again while an older connection of it is open takes
// over: the older one is closed with a code that means do not reconnect."
func TestRegisterTakesOver(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	old := s.join(id, "remote")
	now := s.join(id, "remote", fmt.Sprintf(`"client":%q`, old.id))
	if code := old.awaitClose(); code < 4500 || code > 4999 {
		t.Errorf("got close code %d, want 4500 to 4999", code)
	}
	now.add("https://example.com/a")
	other := s.join(id, "remote")
	p := other.await("presence of two", func(m message) bool { return m.Event == "presence" })
	if got := len(p.Data["clients"].([]any)); got != 2 {
		t.Errorf("presence: got %d clients, want 2", got)
	}
}

// "anything else before it is refused with not_registered"; a register that is
// refused may be tried again.
func TestRegisterComesFirst(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		c := s.dial()
		for _, event := range []string{"sync", "undo", "clear"} {
			c.refused(event, "", "not_registered", "")
		}
		c.refused("add", addData("https://example.com/a"), "not_registered", "")
		c.refused("ping", `{"t0":1}`, "not_registered", "")
		c.refused("register", fmt.Sprintf(`{"protocol":1,"session":%q,"role":"remote"}`, noUUID), "session_not_found", "session")
		c.refused("register", fmt.Sprintf(`{"protocol":2,"session":%q,"role":"remote"}`, id), "unsupported", "protocol")
		c.refused("register", fmt.Sprintf(`{"protocol":1,"session":%q,"role":"remote","name":%q}`, id, strings.Repeat("x", 41)), "invalid", "name")
		if m := c.register(id, "remote", `"name":"`+strings.Repeat("é", 40)+`"`); m.Event != "registered" {
			t.Errorf("got %s, want registered: a name has up to 40 characters", m.raw)
		}
		c.refused("register", fmt.Sprintf(`{"protocol":1,"session":%q,"role":"remote"}`, id), "bad_message", "event")
		c.add("https://example.com/a")
	})
}

// contract.md, "sync, download, upload": sync.
func TestSync(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	c := s.join(id, "remote")
	for i := range 3 {
		c.add(fmt.Sprint("https://example.com/", i))
	}
	for _, data := range []string{"", "null"} {
		m := c.must("sync", data, "download")
		if *m.Seq != 3 || text(m.Data["state"]) != text(s.view(id).State) || len(m.Data) != 1 {
			t.Errorf("sync %s: got %s, want the state at 3", data, m.raw)
		}
	}
	m := c.must("sync", fmt.Sprintf(`{"epoch":%q,"seq":1}`, c.epoch), "download")
	if events, ok := m.Data["events"].([]any); !ok || len(events) != 2 || len(m.Data) != 1 || *m.Seq != 3 {
		t.Errorf("sync from 1: got %s, want the events 2 and 3", m.raw)
	}
	m = c.must("sync", fmt.Sprintf(`{"epoch":%q,"seq":3}`, c.epoch), "download")
	if events, ok := m.Data["events"].([]any); !ok || len(events) != 0 {
		t.Errorf("sync from the last: got %s, want no events", m.raw)
	}
	for _, data := range []string{fmt.Sprintf(`{"epoch":%q,"seq":1}`, noUUID), fmt.Sprintf(`{"epoch":%q,"seq":99}`, c.epoch)} {
		if m := c.must("sync", data, "download"); m.Data["state"] == nil {
			t.Errorf("sync %s: got %s, want the state", data, m.raw)
		}
	}
	empty := s.join(s.create().Session, "remote")
	if m := empty.must("sync", "", "download"); m.Seq == nil || *m.Seq != 0 {
		t.Errorf("sync of a new session: got %s, want seq 0", m.raw)
	}
}
