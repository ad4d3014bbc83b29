package server

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"net"
	"testing"
	"testing/synctest"
	"time"
)

// readFrame reads one frame as RFC 6455, 5.2 describes it.
func readFrame(t *testing.T, r io.Reader) (opcode byte, payload []byte) {
	t.Helper()
	read := func(n uint64) []byte {
		b := make([]byte, n)
		if _, err := io.ReadFull(r, b); err != nil {
			t.Fatalf("read a frame: %v", err)
		}
		return b
	}
	head := read(2)
	if head[0]&0xF0 != fin || head[1]&0x80 != 0 {
		t.Fatalf("got the header %x, want a whole frame without a mask", head)
	}
	n := uint64(head[1])
	switch n {
	case 126:
		n = uint64(binary.BigEndian.Uint16(read(2)))
	case 127:
		n = binary.BigEndian.Uint64(read(8))
	}
	return head[0] & 0x0F, read(n)
}

func newOutbox(t *testing.T) (o *outbox, peer net.Conn, slow chan struct{}) {
	t.Helper()
	ours, peer := net.Pipe()
	slow = make(chan struct{}, 2)
	o = &outbox{conn: ours, slow: func() { slow <- struct{}{} }}
	t.Cleanup(func() {
		peer.Close()
		o.wait()
	})
	return o, peer, slow
}

// Frames of every form of length come out whole and in order.
func TestOutboxFrames(t *testing.T) {
	o, peer, _ := newOutbox(t)
	sizes := []int{0, 1, 125, 126, 127, bufferSize - 10, bufferSize - 9, bufferSize, 65535, 65536, 3 << 20, 7}
	go func() {
		for i, n := range sizes {
			o.send(opText, bytes.Repeat([]byte{byte(i)}, n))
		}
		o.end(closeFrame(1000, "bye"))
		o.send(opText, []byte("too late"))
	}()
	r := bufio.NewReader(peer)
	for i, n := range sizes {
		if op, payload := readFrame(t, r); op != opText || len(payload) != n || n > 0 && payload[n-1] != byte(i) {
			t.Fatalf("frame %d: got opcode %d and %d bytes, want a text of %d", i, op, len(payload), n)
		}
	}
	if op, payload := readFrame(t, r); op != opClose || string(payload) != "\x03\xe8bye" {
		t.Fatalf("got opcode %d %q, want the close", op, payload)
	}
}

// The state of a full session is larger than what may wait; what comes after it
// waits beside it.
func TestOutboxTakesALargeStateAndMore(t *testing.T) {
	o, peer, slow := newOutbox(t)
	o.send(opText, make([]byte, 10)) // on its way, unread
	o.send(opText, make([]byte, 3*maxOutbox))
	for range 10 {
		o.send(opText, make([]byte, maxOutbox/20))
	}
	for range 12 {
		readFrame(t, peer)
	}
	select {
	case <-slow:
		t.Error("the client was called slow, want it to get all")
	default:
	}
}

// A client that does not read is told so once, and gets nothing more.
func TestOutboxIsBounded(t *testing.T) {
	o, _, slow := newOutbox(t)
	for range 100 {
		o.send(opText, make([]byte, maxOutbox/10))
	}
	<-slow
	o.mu.Lock()
	queued := o.bytes
	o.mu.Unlock()
	if queued != 0 || len(slow) > 0 {
		t.Errorf("got %d bytes queued and called slow %d more times, want none", queued, len(slow))
	}
}

// What is written and stays unread for too long ends the connection.
func TestOutboxGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o, peer, _ := newOutbox(t)
		began := time.Now()
		o.send(opText, make([]byte, 100))
		o.done.Wait()
		if took := time.Since(began).Round(time.Second); took != writeTimeout {
			t.Errorf("gave up after %v, want %v", took, writeTimeout)
		}
		if _, err := peer.Read(make([]byte, 1)); err == nil {
			t.Error("the connection is open, want it closed")
		}
	})
}
