package server

import (
	"bufio"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// wire is a WebSocket connection on which a test writes bytes as it likes.
type wire struct {
	t    *testing.T
	conn net.Conn
	in   *bufio.Reader
}

// wire upgrades a connection by hand and registers on it.
func (s *service) wire(session string) *wire {
	s.t.Helper()
	conn, err := s.dialTo(s.t.Context(), "tcp", s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
		s.t.Fatal(err)
	}
	fmt.Fprintf(conn, "GET /ws HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", s.address)
	w := &wire{s.t, conn, bufio.NewReader(conn)}
	resp, err := http.ReadResponse(w.in, nil)
	if err != nil || resp.StatusCode != http.StatusSwitchingProtocols || resp.Header.Get("Sec-WebSocket-Accept") != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" {
		s.t.Fatalf("upgrade: got %v, %v, want that of RFC 6455, 1.3", resp, err)
	}
	w.write(0x81, fmt.Sprintf(`{"event":"register","id":"1","data":{"protocol":1,"session":%q,"role":"remote"}}`, session))
	if got := w.until(0x1, `"event":"registered"`); got == "" {
		s.t.Fatal("not registered")
	}
	return w
}

// write sends a frame: its first byte, and a payload that it masks with zeros.
func (w *wire) write(first byte, payload string) {
	w.t.Helper()
	b := []byte{first}
	switch n := len(payload); {
	case n < 126:
		b = append(b, 0x80|byte(n))
	case n < 1<<16:
		b = binary.BigEndian.AppendUint16(append(b, 0x80|126), uint16(n))
	default:
		b = binary.BigEndian.AppendUint64(append(b, 0x80|127), uint64(n))
	}
	w.raw(string(b) + "\x00\x00\x00\x00" + payload)
}

func (w *wire) raw(b string) {
	w.t.Helper()
	if _, err := io.WriteString(w.conn, b); err != nil {
		w.t.Fatal(err)
	}
}

// read returns the next frame's opcode and payload. A frame of a server is whole,
// not masked, and of the shortest form.
func (w *wire) read() (opcode byte, payload string, err error) {
	head := make([]byte, 2)
	if _, err := io.ReadFull(w.in, head); err != nil {
		return 0, "", err
	}
	if head[0]&0xF0 != 0x80 || head[1]&0x80 != 0 {
		w.t.Errorf("frame %x: want it whole, without extensions and mask", head)
	}
	n, least := uint64(head[1]), uint64(0)
	switch n {
	case 126:
		var size uint16
		err, least = binary.Read(w.in, binary.BigEndian, &size), 126
		n = uint64(size)
	case 127:
		err, least = binary.Read(w.in, binary.BigEndian, &n), 1<<16
	}
	if err != nil {
		return 0, "", err
	}
	if n < least {
		w.t.Errorf("length %d is not of the shortest form", n)
	}
	body := make([]byte, n)
	_, err = io.ReadFull(w.in, body)
	return head[0] & 0xF, string(body), err
}

// until reads until a frame of that opcode with that text, which it returns.
func (w *wire) until(opcode byte, with string) string {
	w.t.Helper()
	for {
		op, payload, err := w.read()
		if err != nil {
			w.t.Fatalf("waiting for opcode %x with %q: %v", opcode, with, err)
		}
		if op == opcode && strings.Contains(payload, with) {
			return payload
		}
	}
}

// closeCode reads until the server's close frame, and tells whether something
// came after it.
func (w *wire) closeCode() (code int, after bool) {
	w.t.Helper()
	payload := w.until(opClose, "")
	code = websocket.CloseNoStatusReceived
	if len(payload) >= 2 {
		code = int(binary.BigEndian.Uint16([]byte(payload)))
	}
	_, _, err := w.read()
	return code, err == nil
}

// RFC 6455, 5.4: a message in pieces is one message, and a ping between them is
// answered at once.
func TestFragments(t *testing.T) {
	s, ann, ben := pair(t)
	w := s.wire(ann.session)
	w.write(0x01, `{"event":"ping",`)
	w.write(0x89, "between")
	w.until(opPong, "between")
	w.write(0x00, `"id":"7","da`)
	w.write(0x80, `ta":{"t0":1}}`)
	w.until(opText, `"pong","id":"7"`)
	w.write(0x01, "")
	w.write(0x80, `{"event":"ping","id":"8","data":{"t0":1}}`)
	w.until(opText, `"id":"8"`)
	agree(t, ann, ben)
}

// Frames of all length forms, from the shortest to the longest, arrive as they are.
func TestFrameLengths(t *testing.T) {
	s, ann, _ := pair(t)
	w := s.wire(ann.session)
	for _, n := range []int{0, 1, 124, 125} {
		w.write(0x89, strings.Repeat("p", n))
		if got := w.until(opPong, ""); len(got) != n {
			t.Errorf("ping of %d bytes: got a pong of %d", n, len(got))
		}
	}
	for _, payload := range []string{strings.Repeat("x", 125), strings.Repeat("x", 126), strings.Repeat("x", 127), strings.Repeat("x", 1<<16-1), strings.Repeat("x", 1<<16)} {
		w.write(0x81, payload)
		w.until(opText, `"bad_message"`)
	}
	for range 5 { // frames of 126 and of 127 form come in one piece, too
		ann.must("upload", with(addData(strings.Fields(strings.Repeat("https://example.com/"+strings.Repeat("x", 1500)+" ", 30))...), `"mode":"append"`), "upload")
		if got := w.until(opText, `"event":"upload"`); len(got) < 1<<16 {
			t.Errorf("got a frame of %d bytes, want a long one", len(got))
		}
	}
}

// RFC 6455: what breaks the framing ends the connection with a code, and costs
// nobody else anything.
func TestBrokenFrames(t *testing.T) {
	s, ann, ben := pair(t)
	long := strings.Repeat("x", 126)
	tests := []struct {
		name string
		send func(w *wire)
		want int
	}{
		{"no mask", func(w *wire) { w.raw("\x81\x02{}") }, 1002},
		{"reserved bit", func(w *wire) { w.write(0xC1, "{}") }, 1002},
		{"unknown opcode", func(w *wire) { w.write(0x83, "{}") }, 1002},
		{"unknown control opcode", func(w *wire) { w.write(0x8B, "") }, 1002},
		{"long ping", func(w *wire) { w.write(0x89, long) }, 1002},
		{"ping in pieces", func(w *wire) { w.write(0x09, "x") }, 1002},
		{"continuation of nothing", func(w *wire) { w.write(0x80, "{}") }, 1002},
		{"message within a message", func(w *wire) { w.write(0x01, "{"); w.write(0x81, "{}") }, 1002},
		{"close of one byte", func(w *wire) { w.write(0x88, "x") }, 1000}, // the library takes it for one without a code
		{"close with a code that may not be sent", func(w *wire) { w.write(0x88, "\x03\xED") }, 1002},
		{"close with an ill-encoded reason", func(w *wire) { w.write(0x88, "\x03\xE8\xFF") }, 1007},
		{"too long", func(w *wire) { w.raw("\x81\xFF\x00\x00\x00\x00\x7F\xFF\xFF\xFF\x00\x00\x00\x00") }, 1009},
		{"close", func(w *wire) { w.write(0x88, "\x03\xE8") }, 1000},
		{"close with a code of its own", func(w *wire) { w.write(0x88, "\x13\x87bye") }, 4999},
		{"close without a code", func(w *wire) { w.write(0x88, "") }, 1000},
	}
	for _, tt := range tests {
		w := s.wire(ann.session)
		tt.send(w)
		got, after := w.closeCode()
		if after && (got == 1000 || got == 4999) { // other closes the library sends by itself
			t.Errorf("%s: got a frame after the close", tt.name)
		}
		if got != tt.want && (tt.want != 1007 || got != 1002) {
			t.Errorf("%s: got close %d, want %d", tt.name, got, tt.want)
		}
	}
	ann.alive("the others' broken frames")
	agree(t, ann, ben)
}

// A connection that breaks off in the middle of a frame is gone at once.
func TestHalfAFrame(t *testing.T) {
	s, ann, _ := pair(t)
	w := s.wire(ann.session)
	ann.await("presence of three", presenceOf(3))
	w.raw("\x81\xFE\x10\x00\x00\x00\x00\x00half")
	if err := w.conn.(*net.TCPConn).SetLinger(0); err != nil { // a reset
		t.Fatal(err)
	}
	w.conn.Close()
	ann.await("presence of two", presenceOf(2))
}

// Whatever is no upgrade gets an answer in HTTP.
func TestBadHandshakes(t *testing.T) {
	s := newService(t)
	good := []string{"Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="}
	for i, line := range good {
		rest := append(append([]string{}, good[:i]...), good[i+1:]...)
		s.do("GET", "/ws", rest...).wantError(t, "without "+line, http.StatusBadRequest, "bad_message")
	}
	s.do("POST", "/ws", good...).wantError(t, "POST", http.StatusMethodNotAllowed, "invalid")
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	d := websocket.Dialer{NetDialContext: s.dialTo, Subprotocols: []string{"other"}, EnableCompression: true}
	ws, _, err := d.DialContext(ctx, "ws://"+s.address+"/ws", nil)
	if err != nil || ws.Subprotocol() != "" {
		t.Fatalf("with wishes: got %v, want a connection without them", err)
	}
	ws.Close()
}
