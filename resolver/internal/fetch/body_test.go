package fetch

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
)

// endless is a body of 10 GB that counts what is taken of it.
type endless struct {
	line  string
	left  int64
	taken atomic.Int64
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	from := int(e.taken.Load()) % len(e.line)
	n := copy(p, strings.Repeat(e.line, len(p)/len(e.line)+2)[from:])
	e.left -= int64(n)
	e.taken.Add(int64(n))
	return n, nil
}
func (e *endless) Close() error { return nil }

const tenGB = 10 << 30

// respond is a transport that answers with a body of any kind.
type respond struct {
	header http.Header
	body   io.ReadCloser
	length int64
}

func (r respond) RoundTrip(req *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: r.header, Body: r.body, ContentLength: r.length, Request: req}, nil
}

func typed(kind string, more ...string) http.Header {
	h := http.Header{"Content-Type": {kind}}
	for i := 0; i < len(more); i += 2 {
		h.Set(more[i], more[i+1])
	}
	return h
}

func TestTenGigabytePage(t *testing.T) {
	body := &endless{line: "<p>more</p>\n", left: tenGB}
	p, err := NewWith(respond{typed("text/html"), body, -1}).Get(t.Context(), page)
	if err != nil || len(p.Body) != MaxBody || !p.Cut {
		t.Fatalf("got %v; want the first %d bytes, cut", err, MaxBody)
	}
	if n := body.taken.Load(); n > MaxBody+sniffed+1 {
		t.Errorf("%d bytes were read, want at most %d", n, MaxBody)
	}
}

func TestTenGigabyteJSON(t *testing.T) {
	for _, length := range []int64{-1, tenGB} {
		body := &endless{line: "[[[[", left: tenGB}
		var v any
		err := NewWith(respond{typed("application/json"), body, length}).GetJSON(t.Context(), page, "", &v)
		if !IsKind(err, TooLarge) {
			t.Errorf("length %d: got %v, want kind %s", length, err, TooLarge)
		}
		if n := body.taken.Load(); n > MaxBody+sniffed+1 {
			t.Errorf("length %d: %d bytes were read", length, n)
		}
	}
}

// Of a film only what tells its type is read, whatever the site says it is.
func TestFilm(t *testing.T) {
	for _, kind := range []string{"video/mp4", "application/octet-stream", "text/html", ""} {
		body := &endless{line: "\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", left: tenGB}
		p, err := NewWith(respond{typed(kind), body, tenGB}).Get(t.Context(), page)
		if err != nil || len(p.Body) != sniffed || !p.Cut {
			t.Errorf("%q: got %v, want %d bytes, cut", kind, err, sniffed)
		}
		if n := body.taken.Load(); n > sniffed {
			t.Errorf("%q: %d bytes were read, want %d", kind, n, sniffed)
		}
	}
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	z, _ := gzip.NewWriterLevel(&out, gzip.BestCompression)
	z.Write(b)
	z.Close()
	return out.Bytes()
}

func TestGzip(t *testing.T) {
	text := []byte(strings.Repeat("<p>hello</p>", 1000))
	body := io.NopCloser(bytes.NewReader(gzipped(text)))
	p, err := NewWith(respond{typed("text/html", "Content-Encoding", "GZIP"), body, -1}).Get(t.Context(), page)
	if err != nil || !bytes.Equal(p.Body, text) || p.Cut {
		t.Errorf("got %v, want %d bytes whole", err, len(text))
	}
}

// bomb is 1 GB of spaces in 1 MB: a thousand packed members, one after the other.
func bomb(t *testing.T) []byte {
	t.Helper()
	b := bytes.Repeat(gzipped(bytes.Repeat([]byte(" "), 1<<20)), 1<<10)
	if len(b) > MaxBody {
		t.Fatalf("the bomb has %d bytes", len(b))
	}
	return b
}

func TestGzipBomb(t *testing.T) {
	b := bomb(t)
	for _, kind := range []string{"text/html", "application/rss+xml"} {
		body := bytes.NewReader(b)
		p, err := NewWith(respond{typed(kind, "Content-Encoding", "gzip"), io.NopCloser(body), -1}).Get(t.Context(), page)
		if err != nil || len(p.Body) != MaxBody || !p.Cut {
			t.Errorf("%s: got %v, want %d bytes, cut", kind, err, MaxBody)
		}
		if taken := len(b) - body.Len(); taken > len(b)/100 {
			t.Errorf("%s: %d of %d bytes were unpacked", kind, taken, len(b))
		}
	}
	var v any
	body := io.NopCloser(bytes.NewReader(b))
	err := NewWith(respond{typed("application/json", "Content-Encoding", "gzip"), body, -1}).GetJSON(t.Context(), page, "", &v)
	if !IsKind(err, TooLarge) {
		t.Errorf("JSON: got %v, want kind %s", err, TooLarge)
	}
}

// Packed members that hold nothing unpack to nothing for ever: the wire's side is
// bounded as well.
func TestEndlessEmptyGzip(t *testing.T) {
	body := &endless{line: string(gzipped(nil)), left: tenGB}
	_, err := NewWith(respond{typed("text/html", "Content-Encoding", "gzip"), body, -1}).Get(t.Context(), page)
	if err == nil {
		t.Error("got a page, want an error")
	}
	if n := body.taken.Load(); n > MaxBody+8192 {
		t.Errorf("%d bytes were read, want at most %d", n, MaxBody)
	}
}

func TestBrokenBodies(t *testing.T) {
	packed := gzipped(bytes.Repeat([]byte("hello world, "), 1000))
	corrupt := bytes.Clone(packed)
	for i := 12; i < len(corrupt)-8; i++ {
		corrupt[i] = 0xff
	}
	checksum := bytes.Clone(packed)
	checksum[len(checksum)-6] ^= 0xff
	tests := []struct {
		name, encoding string
		body           []byte
		want           Kind
	}{
		{"no gzip at all", "gzip", []byte("plain text that is long enough"), Malformed},
		{"corrupt gzip", "gzip", corrupt, Malformed},
		{"wrong checksum", "gzip", checksum, Malformed},
		{"broken off", "gzip", packed[:len(packed)-12], Unreachable},
		{"empty", "gzip", nil, Unreachable},
		{"brotli", "br", []byte("xx"), WrongType},
		{"twice", "gzip, gzip", gzipped(packed), WrongType},
	}
	for _, tt := range tests {
		body := io.NopCloser(bytes.NewReader(tt.body))
		_, err := NewWith(respond{typed("text/html", "Content-Encoding", tt.encoding), body, -1}).Get(t.Context(), page)
		if !IsKind(err, tt.want) {
			t.Errorf("%s: got %v, want kind %s", tt.name, err, tt.want)
		}
	}
}

// A body that says it is longer than it is.
func TestBrokenOff(t *testing.T) {
	c := site(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Length", "100000")
		io.WriteString(w, strings.Repeat("x", 5000))
	})
	if _, err := c.Get(t.Context(), page); !IsKind(err, Unreachable) {
		t.Errorf("got %v, want kind %s", err, Unreachable)
	}
}
