package server

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"remoted/protocol"
)

// contract.md, "register": "No register within 10 s closes the connection."
func TestRegisterTimeout(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		began := time.Now()
		silent, busy, late := s.dial(), s.dial(), s.dial()
		for range 9 {
			time.Sleep(time.Second)
			busy.refused("undo", "", "not_registered", "") // does not count as register
		}
		late.register(id, "remote")
		for name, c := range map[string]*client{"silent": silent, "busy": busy} {
			if code := c.awaitClose(); code != int(protocol.CloseNoRegister) || time.Since(began) != protocol.RegisterTimeout {
				t.Errorf("%s: got close %d after %v, want %d after %v", name, code, time.Since(began), protocol.CloseNoRegister, protocol.RegisterTimeout)
			}
		}
		time.Sleep(time.Minute)
		late.alive("registering in time")
	})
}

// contract.md, "The rest": "a client that answers neither is gone within a minute".
func TestSilentClientIsGone(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		ann := s.join(id, "remote")
		s.stalled(id, "player")
		ann.await("presence of two", presenceOf(2))
		began := time.Now()
		if _, err := ann.next(presenceOf(1), 2*time.Minute); err != nil || time.Since(began) > time.Minute {
			t.Errorf("the silent one is gone after %v (%v), want within a minute", time.Since(began), err)
		}
		time.Sleep(10 * time.Minute)
		ann.alive("ten quiet minutes")
	})
}

func presenceOf(n int) func(message) bool {
	return func(m message) bool {
		clients, _ := m.Data["clients"].([]any)
		return m.Event == "presence" && len(clients) == n
	}
}

// "The server also asks for signs of life by WebSocket ping or by {event: ping}":
// an answer to one of them is enough.
func TestSignsOfLife(t *testing.T) {
	for _, answers := range []string{"WebSocket pong", "pong"} {
		t.Run(answers, func(t *testing.T) {
			inBubble(t, func(t *testing.T, s *service) {
				if answers == "pong" {
					s.onDial = func(ws *websocket.Conn) { ws.SetPingHandler(func(string) error { return nil }) }
				}
				c := s.join(s.create().Session, "remote")
				for until := time.Now().Add(5 * time.Minute); time.Now().Before(until); {
					ping, err := c.next(func(m message) bool { return m.Event == "ping" }, 2*time.Minute)
					if err != nil {
						t.Fatalf("got %v, want the connection to stay and to be asked", err)
					}
					if answers == "pong" {
						c.write(fmt.Sprintf(`{"event":"pong","data":%s}`, text(ping.Data)))
					}
				}
			})
		})
	}
}

// contract.md, "WebSocket": "A client that reads too slowly is brought back by a
// snapshot or closed with a code that tells it to reconnect; the others do not
// notice."
func TestSlowReader(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		ann, ben := s.join(id, "remote"), s.join(id, "remote")
		s.stalled(id, "remote")
		ann.await("presence of three", presenceOf(3))
		began := time.Now()
		big := with(addData(strings.Fields(strings.Repeat("https://example.com/"+strings.Repeat("x", 1900)+" ", 99))...), `"mode":"append"`)
		for range 5 { // 2 MB, more than the outbox holds
			ann.must("upload", big, "upload")
			ann.must("clear", "", "remove")
		}
		agree(t, ann, ben)
		if took := time.Since(began); took > 0 {
			t.Errorf("the others waited for %v, want not at all", took)
		}
		ann.await("the slow one leaves", presenceOf(2))
		if took := time.Since(began); took > writeTimeout+closeTimeout {
			t.Errorf("the slow one is gone after %v, want within %v", took, writeTimeout+closeTimeout)
		}
	})
}

// A client that is slow for a while and then reads on finds a close code that
// tells it to come back, or all that it missed.
func TestSlowReaderComesBack(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		ann := s.join(id, "remote")
		slow := s.stalled(id, "remote")
		for i := range 50 {
			ann.command(fmt.Sprintf(`volume,"volume":%d`, i))
		}
		time.Sleep(writeTimeout / 2)
		events := 0
		for events < 50 {
			_, frame, err := slow.ReadMessage()
			if err != nil {
				t.Fatalf("after %d events: %v", events, err)
			}
			if strings.HasPrefix(string(frame), `{"event":"command"`) {
				events++
			}
		}
	})
}

// A client that answers nothing, not even a close, does not hold up a shutdown.
func TestShutdownIsBounded(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		for range 3 {
			s.stalled(id, "player")
		}
		began := time.Now()
		s.stop()
		if took := time.Since(began); took > 2*closeTimeout {
			t.Errorf("took %v, want at most %v", took, 2*closeTimeout)
		}
	})
}

// While the server stops, nothing new begins.
func TestShutdownWhileConnecting(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		open := s.dial()
		s.stalled(id, "player") // keeps the shutdown waiting
		done := make(chan error, 1)
		go func() { done <- s.server.Shutdown(context.Background()) }()
		synctest.Wait()
		m, err := open.next(func(message) bool { return true }, patience)
		if err == nil {
			t.Errorf("got %s, want a close", m.raw)
		}
		if err := <-done; err != nil {
			t.Errorf("Shutdown: %v", err)
		}
		s.stopped = true
		<-s.served
	})
}

// contract.md, codes: "rate_limited: too fast; retryAfter in ms".
func TestRateLimit(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		ann, ben := s.join(id, "remote"), s.join(id, "remote")
		for range protocol.MessageBurst {
			ann.write(`{"event":"ping","id":"fast","data":{"t0":1}}`)
		}
		ann.write(`{"event":"undo","id":"faster"}`)
		m := ann.await("an error", func(m message) bool { return m.ID == "faster" })
		if m.Error == nil || m.Error.Code != "rate_limited" || m.Error.RetryAfter <= 0 || m.Error.RetryAfter > 1000 {
			t.Fatalf("got %s, want rate_limited with a time", m.raw)
		}
		ben.add("https://example.com/a") // others do not notice
		time.Sleep(time.Duration(m.Error.RetryAfter) * time.Millisecond)
		if m := ann.ask("undo faster", ""); m.Event != "remove" {
			t.Errorf("after that time: got %s, want it accepted", m.raw)
		}
	})
}

// Whoever sends nothing but refused messages is closed, for good.
func TestTooManyRefusals(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		c := s.dial()
		for i := range protocol.MaxRefusals {
			if i%100 == 0 {
				time.Sleep(500 * time.Millisecond) // not too fast
			}
			c.write(`nonsense`)
		}
		if code := c.awaitClose(); code != int(protocol.CloseTooMany) {
			t.Errorf("got close %d, want %d", code, protocol.CloseTooMany)
		}
	})
}

// Who connects and says nothing, or not all, is let go.
func TestSlowHandshake(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		conn, err := s.dialTo(t.Context(), "pipe", s.address)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := conn.Write([]byte("GET /ws HTTP/1.1\r\nHost: x\r\n")); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		if _, err := io.ReadAll(conn); err != nil {
			t.Errorf("got %v, want the end", err)
		}
		if took := time.Since(began); took > readHeaderTimeout {
			t.Errorf("let go after %v, want %v", took, readHeaderTimeout)
		}
	})
}
