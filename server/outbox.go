package server

import (
	"net"
	"sync"
	"time"
)

// Bounds of what waits for a client that reads slowly.
const (
	// maxOutbox bytes may wait beside the largest frame, which may be the state of a
	// full session and larger by itself.
	maxOutbox = 1 << 20
	// writeTimeout is how long a client may leave what was written unread, and
	// slowest, in bytes a second, how fast it has to read what is long.
	writeTimeout = 10 * time.Second
	slowest      = 32 << 10
	// bufferSize is how much is copied together into one write: a TLS record, and
	// more than a burst of events.
	bufferSize = 16 << 10
)

var buffers = sync.Pool{New: func() any { b := make([]byte, 0, bufferSize); return &b }}

// outbox sends frames to one client in order. Nobody waits for it: it is bounded,
// and a goroutine runs only while something is in it.
type outbox struct {
	conn net.Conn
	slow func() // called once, when the client cannot follow

	mu      sync.Mutex
	queue   []outgoing
	bytes   int  // of the queue
	largest int  // bytes of its largest frame
	busy    bool // a goroutine drains
	ending  bool // nothing is taken any more, but a last frame
	over    bool // nor that
	done    sync.WaitGroup
}

// outgoing is a message to be framed, or a frame that is ready to be written.
type outgoing struct {
	opcode  byte // 0: payload is a whole frame
	payload []byte
}

// send queues a message. Payload must not change any more.
func (o *outbox) send(opcode byte, payload []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.ending {
		return
	}
	if o.bytes+len(payload)-max(o.largest, len(payload)) > maxOutbox {
		o.take()
		o.ending = true
		go o.slow()
		return
	}
	o.push(outgoing{opcode, payload})
}

// end queues a last frame and takes nothing after it.
func (o *outbox) end(frame []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.ending {
		return
	}
	o.ending = true
	o.push(outgoing{payload: frame})
}

// cut drops what waits, for a last frame.
func (o *outbox) cut(frame []byte) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.take()
	o.ending = true
	o.push(outgoing{payload: frame})
}

// take empties the queue.
func (o *outbox) take() []outgoing {
	queue := o.queue
	o.queue, o.bytes, o.largest = nil, 0, 0
	return queue
}

func (o *outbox) push(out outgoing) {
	if o.over {
		return
	}
	o.queue = append(o.queue, out)
	o.bytes += len(out.payload)
	o.largest = max(o.largest, len(out.payload))
	if !o.busy {
		o.busy = true
		o.done.Go(o.drain)
	}
}

// wait takes nothing more and returns when everything is written or given up.
func (o *outbox) wait() {
	o.mu.Lock()
	o.ending, o.over = true, true
	o.mu.Unlock()
	o.done.Wait()
}

// drain writes until nothing waits.
func (o *outbox) drain() {
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	for {
		o.mu.Lock()
		queue := o.take()
		if len(queue) == 0 {
			o.busy = false
			o.mu.Unlock()
			return
		}
		o.mu.Unlock()
		if err := o.write((*buf)[:0], queue); err != nil {
			o.fail()
			return
		}
	}
}

// fail gives up: the reader sees the closed connection and cleans up.
func (o *outbox) fail() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.take()
	o.ending, o.busy = true, false
	o.conn.Close()
}

// write sends the queue, as much in one write as the buffer holds. A frame is
// never split over two writes, so that no other writer gets between.
func (o *outbox) write(buf []byte, queue []outgoing) error {
	const maxHeader = 10
	for _, out := range queue {
		if len(buf) > 0 && len(buf)+len(out.payload)+maxHeader > cap(buf) {
			if err := o.writeNow(buf); err != nil {
				return err
			}
			buf = buf[:0]
		}
		switch {
		case out.opcode == 0:
			buf = append(buf, out.payload...)
		case len(out.payload)+maxHeader > cap(buf):
			if err := o.writeNow(appendFrame(nil, out.opcode, out.payload)); err != nil {
				return err
			}
		default:
			buf = appendFrame(buf, out.opcode, out.payload)
		}
	}
	if len(buf) == 0 {
		return nil
	}
	return o.writeNow(buf)
}

func (o *outbox) writeNow(b []byte) error {
	within := writeTimeout + time.Duration(len(b))*time.Second/slowest
	if err := o.conn.SetWriteDeadline(time.Now().Add(within)); err != nil {
		return err
	}
	_, err := o.conn.Write(b)
	return err
}
