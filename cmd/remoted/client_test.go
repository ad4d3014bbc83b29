package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"

	"remoted/eventlog"
	"remoted/playlist"
	"remoted/server"
	"remoted/session"
)

// stage is a session on a real server, and a terminal to steer it from.
type stage struct {
	t       *testing.T
	server  string // address
	session string // link
	code    string
}

// films answers for every address: the film is named after it.
type films struct{}

func (films) Resolve(address string) (playlist.Media, error) {
	name := address[strings.LastIndex(address, "/")+1:]
	return playlist.Media{Provider: "file", Ref: address, URL: address, Title: "Film " + name, Duration: 65_000}, nil
}

func newStage(t *testing.T) *stage { return stageWith(t, films{}, nil) }

// stageWith is a stage whose addresses a resolver answers for, and whose links
// another knows, or nobody.
func stageWith(t *testing.T, addresses session.Resolver, links server.Links) *stage {
	t.Helper()
	logger := slog.New(slog.DiscardHandler)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	sessions, err := session.Open(context.Background(), session.Config{Log: eventlog.NewMemory(), Resolver: addresses, Logger: logger})
	must(err)
	srv, err := server.New(server.Config{Sessions: sessions, Links: links, Logger: logger}, l.Addr())
	must(err)
	served := make(chan error, 1)
	go func() { served <- srv.Serve(l) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		must(srv.Shutdown(ctx))
		must(<-served)
	})
	base := "http://" + l.Addr().String()
	resp, err := http.Post(base+"/api/sessions", "", nil)
	must(err)
	defer resp.Body.Close()
	var made struct{ Session, Code string }
	must(json.NewDecoder(resp.Body).Decode(&made))
	return &stage{t, base, base + "/s/" + made.Session, made.Code}
}

// env is an environment in which the session is named.
func (s *stage) env(name string) string {
	return map[string]string{"REMOTED_SESSION": s.session, "REMOTED_NAME": "Ann"}[name]
}

// run runs a subcommand and returns all that it left.
func (s *stage) run(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = steer(context.Background(), args, s.env, &out, &errs)
	return status, out.String(), errs.String()
}

// ok runs a subcommand that must succeed, and returns its output.
func (s *stage) ok(args ...string) string {
	s.t.Helper()
	status, out, errs := s.run(args...)
	if status != exitOK || errs != "" {
		s.t.Fatalf("remoted %s: status %d, %q; want 0", strings.Join(args, " "), status, errs)
	}
	return out
}

// watching runs watch until its lines have been read.
func (s *stage) watching(args ...string) (lines func() string, end func() int) {
	ctx, cancel := context.WithCancel(context.Background())
	r, w := io.Pipe()
	done := make(chan int, 1)
	go func() {
		status := steer(ctx, append([]string{"watch"}, args...), s.env, w, io.Discard)
		w.Close()
		done <- status
	}()
	buf := make([]byte, 64<<10)
	lines = func() string {
		n, err := r.Read(buf)
		if err != nil {
			s.t.Fatalf("read: %v", err)
		}
		return string(buf[:n])
	}
	end = func() int {
		cancel()
		go io.Copy(io.Discard, r)
		return <-done
	}
	return lines, end
}
