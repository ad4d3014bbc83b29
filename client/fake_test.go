package client_test

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"remoted/client"
	"remoted/protocol"
)

// fake is a server made of pipes, for tests in which time is not real. Serve does
// what the test wants with a client that has registered as n-th, from 0.
type fake struct {
	t     *testing.T
	lines chan net.Conn
	serve func(n int, ws *websocket.Conn)

	mu    sync.Mutex
	n     int         // clients that have registered
	down  bool        // nobody answers
	tried []time.Time // when the client dialled
}

// tries are when the client dialled, by now.
func (f *fake) tries() []time.Time {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.tried)
}

func (f *fake) Accept() (net.Conn, error) {
	line, ok := <-f.lines
	if !ok {
		return nil, net.ErrClosed
	}
	return line, nil
}

func (f *fake) Close() error   { return nil }
func (f *fake) Addr() net.Addr { return &net.TCPAddr{} }

func (f *fake) dial(context.Context, string, string) (net.Conn, error) {
	f.mu.Lock()
	f.tried = append(f.tried, time.Now())
	down := f.down
	f.mu.Unlock()
	if down {
		return nil, errors.New("nobody answers")
	}
	near, far := net.Pipe()
	f.lines <- far
	return near, nil
}

const fakeState = `{"session":"s","items":[],"playback":{"status":"idle","item":null,"position":0,"at":0,"rate":1,"held":false},"volume":100,"muted":false,"repeat":"none","shuffle":false,"captions":null}`

// run has a client talk to the server, and ends both.
func (f *fake) run(o client.Options, test func(*client.Client)) {
	f.lines = make(chan net.Conn)
	srv := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ws, err := new(websocket.Upgrader).Upgrade(w, r, nil)
		if err != nil {
			f.t.Error(err)
			return
		}
		defer ws.Close()
		m := read(f.t, ws)
		f.write(ws, `{"event":"registered","id":"`+m.ID+`","seq":0,"data":{"client":"c","epoch":"e","serverTime":1,"state":`+fakeState+`}}`)
		f.mu.Lock()
		n := f.n
		f.n++
		f.mu.Unlock()
		f.serve(n, ws)
	})}
	served := make(chan error)
	go func() { served <- srv.Serve(f) }()
	o.NetDial = f.dial
	c, err := client.Dial(f.t.Context(), "http://127.0.0.1/s/0d9f8a52-5c2e-4d8f-9a52-0123456789ab", o)
	check(f.t, err)
	test(c)
	c.Close()
	close(f.lines)
	srv.Close()
	<-served
}

func (f *fake) write(ws *websocket.Conn, frame string) {
	if err := ws.WriteMessage(websocket.TextMessage, []byte(frame)); err != nil {
		f.t.Errorf("write: %v", err)
	}
}

type received struct {
	Event, ID string
	Data      json.RawMessage
}

func read(t *testing.T, ws *websocket.Conn) received {
	var m received
	if err := ws.ReadJSON(&m); err != nil {
		t.Errorf("read: %v", err)
	}
	return m
}

// drain reads until the client is gone.
func drain(ws *websocket.Conn) {
	for {
		if _, _, err := ws.ReadMessage(); err != nil {
			return
		}
	}
}

func TestBackoffGrowsAndIsRandom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{t: t}
		f.serve = func(int, *websocket.Conn) {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.down = true
		}
		f.run(client.Options{}, func(c *client.Client) {
			time.Sleep(5 * time.Minute)
			if c.Online() || c.Err() != nil {
				t.Errorf("online %v, error %v; want it to go on trying", c.Online(), c.Err())
			}
		})
		ceiling, most := client.DefaultMinBackoff, time.Duration(0)
		tries := f.tries()
		for i := 2; i < len(tries); i++ { // 0 is Dial's
			wait := tries[i].Sub(tries[i-1])
			ceiling = min(client.DefaultMaxBackoff, 2*ceiling)
			most = max(most, wait)
			if wait <= 0 || wait > ceiling+1 {
				t.Errorf("try %d came after %v, want at most %v", i, wait, ceiling)
			}
		}
		// 5 minutes of pauses of 7.5 s on average, the short ones at the start aside.
		if n := len(tries); n < 20 || n > 100 || most < client.DefaultMaxBackoff/2 {
			t.Errorf("got %d tries, the longest pause %v", n, most)
		}
	})
}

func TestGoodbyeSaysWhenToComeBack(t *testing.T) {
	for _, tt := range []struct {
		retryAfter string
		want       time.Duration
	}{{"3000", 3 * time.Second}, {"99999999999", time.Minute}} {
		synctest.Test(t, func(t *testing.T) {
			f := &fake{t: t}
			f.serve = func(n int, ws *websocket.Conn) {
				if n == 0 {
					f.write(ws, `{"event":"goodbye","data":{"reason":"restart","retryAfter":`+tt.retryAfter+`}}`)
					_ = ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(4000, ""))
				}
				drain(ws)
			}
			f.run(client.Options{}, func(*client.Client) { time.Sleep(62 * time.Second) })
			if tries := f.tries(); len(tries) != 2 || tries[1].Sub(tries[0]) != tt.want {
				t.Errorf("got tries at %v, want a second one after %v", tries, tt.want)
			}
		})
	}
}

func TestCloseCodes(t *testing.T) {
	for _, tt := range []struct {
		code int
		back bool
	}{{1000, true}, {1001, true}, {1009, true}, {4000, true}, {4499, true}, {4500, false}, {4999, false}} {
		synctest.Test(t, func(t *testing.T) {
			f := &fake{t: t}
			f.serve = func(n int, ws *websocket.Conn) {
				if n == 0 {
					_ = ws.WriteMessage(websocket.CloseMessage, websocket.FormatCloseMessage(tt.code, "because"))
				}
				drain(ws)
			}
			f.run(client.Options{}, func(c *client.Client) {
				time.Sleep(time.Minute)
				if c.Online() != tt.back {
					t.Errorf("code %d: online %v, want %v", tt.code, c.Online(), tt.back)
				}
				stop, ok := errors.AsType[*client.StopError](c.Err())
				if ok == tt.back || ok && (int(stop.Code) != tt.code || stop.Reason != "because") {
					t.Errorf("code %d: got error %v", tt.code, c.Err())
				}
			})
		})
	}
}

func TestPingIsAnswered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{t: t}
		f.serve = func(_ int, ws *websocket.Conn) {
			f.write(ws, `{"event":"ping","data":{"t0":17}}`)
			if m := read(t, ws); m.Event != protocol.EventPong || string(m.Data) != `{"t0":17}` {
				t.Errorf("got %+v, want a pong with the data", m)
			}
			f.write(ws, `{"event":"ping","id":"x"}`)
			if m := read(t, ws); m.Event != protocol.EventPong || m.ID != "x" {
				t.Errorf("got %+v, want a pong with the id", m)
			}
			drain(ws)
		}
		f.run(client.Options{}, func(*client.Client) { synctest.Wait() })
	})
}

// TestSilentServer is one whose machine is gone: nothing closes the connection.
func TestSilentServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{t: t}
		f.serve = func(_ int, ws *websocket.Conn) { drain(ws) }
		f.run(client.Options{}, func(*client.Client) {
			time.Sleep(60 * time.Second)
			if len(f.tries()) != 1 {
				t.Errorf("after a minute: got %d tries, want 1", len(f.tries()))
			}
			time.Sleep(10 * time.Second)
			if len(f.tries()) != 2 {
				t.Errorf("after 70 s: got %d tries, want 2", len(f.tries()))
			}
		})
	})
}

// TestRefusedForTheMoment sends a request again, with the same id, and stops when
// that does not help.
func TestRefusedForTheMoment(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{t: t}
		ids := make(chan string, 11)
		f.serve = func(_ int, ws *websocket.Conn) {
			for try := range 3 + 8 {
				m := read(t, ws)
				ids <- m.ID
				if try == 2 {
					f.write(ws, `{"event":"ack","id":"`+m.ID+`","seq":0}`)
					continue
				}
				f.write(ws, `{"event":"error","id":"`+m.ID+`","error":{"code":"rate_limited","message":"m","retryAfter":2000}}`)
			}
			drain(ws)
		}
		f.run(client.Options{}, func(c *client.Client) {
			began := time.Now()
			_, err := c.Send(t.Context(), "undo", nil)
			first, second, third := <-ids, <-ids, <-ids
			if took := time.Since(began); err != nil || took != 4*time.Second || first != second || first != third {
				t.Errorf("got %v after %v with ids %q, %q, %q; want success after 4s with one id", err, took, first, second, third)
			}
			_, err = c.Send(t.Context(), "undo", nil)
			if refusal, ok := errors.AsType[*client.Error](err); !ok || refusal.Code != protocol.RateLimited || len(ids) != 8 {
				t.Errorf("got %v after %d tries, want %s after 8", err, len(ids), protocol.RateLimited)
			}
		})
	})
}

// TestUnreadableMessages lead to a new start with the whole state, not to a wrong one.
func TestUnreadableMessages(t *testing.T) {
	for _, frame := range []string{`{`, `[]`, `{"event":"add","seq":1,"data":{"items":[7],"index":0}}`, `{"event":7}`} {
		synctest.Test(t, func(t *testing.T) {
			f := &fake{t: t}
			f.serve = func(n int, ws *websocket.Conn) {
				if n == 0 {
					f.write(ws, frame)
				}
				drain(ws)
			}
			f.run(client.Options{}, func(c *client.Client) {
				time.Sleep(time.Second)
				if len(f.tries()) != 2 || !c.Online() {
					t.Errorf("after %s: got %d tries and online %v, want 2 and true", frame, len(f.tries()), c.Online())
				}
			})
		})
	}
}

// TestUnknownMessages are those of a later version.
func TestUnknownMessages(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		f := &fake{t: t}
		f.serve = func(_ int, ws *websocket.Conn) {
			f.write(ws, `{"event":"confetti","data":{"items":7}}`)
			f.write(ws, `{"event":"presence","data":7}`)
			f.write(ws, `{"event":"error","error":{"code":"odd","message":"m"}}`)
			f.write(ws, `{"event":"download","id":"nobody's","seq":9,"data":{}}`)
			f.write(ws, `{"event":"spin","seq":1,"data":{"volume":3,"more":[]}}`)
			drain(ws)
		}
		f.run(client.Options{}, func(c *client.Client) {
			time.Sleep(time.Second)
			if got := c.State(); got.Seq != 1 || got.State.Volume != 3 || len(f.tries()) != 1 {
				t.Errorf("got %+v after %d tries, want seq 1 and volume 3 after 1", got, len(f.tries()))
			}
		})
	})
}
