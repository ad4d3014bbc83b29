package session

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"testing"

	"remoted/eventlog"
	"remoted/protocol"
)

// deaf is a connection whose client does not look at what it gets; it tells when
// as much came as was waited for.
type deaf struct {
	mu   sync.Mutex
	left int
	done chan struct{}
}

func (d *deaf) Send(protocol.Frame) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.left--; d.left == 0 {
		close(d.done)
	}
}

func (*deaf) Close(protocol.Close) {}

// BenchmarkResume lets a client come back that missed 1,000 events of a list of
// 1,000 items: with its place, for just those events, and without, for the state.
func BenchmarkResume(b *testing.B) {
	const missed = 1000
	registry, err := Open(b.Context(), Config{Log: eventlog.NewMemory(), Resolver: anyAddress{}, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		b.Fatal(err)
	}
	defer registry.Close(context.Background())
	made, err := registry.Create(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	register := protocol.Register{Protocol: protocol.Version, Session: made.Session, Role: protocol.Remote}
	conn := &deaf{left: missed, done: make(chan struct{})}
	writer, refusal := registry.Join(b.Context(), "1", register, conn)
	if refusal != nil {
		b.Fatal(refusal)
	}
	for i := range missed {
		url := fmt.Sprintf("https://example.com/%d.mp4", i)
		writer.Handle(protocol.Message{Event: "add", ID: fmt.Sprint(i), Data: protocol.Add{Items: []protocol.NewItem{{URL: url}}}})
	}
	<-conn.done
	view, err := registry.View(b.Context(), made.Session)
	if err != nil || view.Seq != missed {
		b.Fatalf("got seq %d, %v; want %d", view.Seq, err, missed)
	}
	for _, from := range []struct {
		name   string
		resume *protocol.Resume
	}{
		{"events", &protocol.Resume{Epoch: view.Epoch}},
		{"state", nil},
	} {
		register.Resume = from.resume
		b.Run(from.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, refusal := registry.Join(b.Context(), "1", register, &deaf{})
				if refusal != nil {
					b.Fatal(refusal)
				}
				c.Leave()
			}
		})
	}
}
