package session

import (
	"sync"

	"remoted/playlist"
	"remoted/protocol"
)

// request is what others ask of a session: exactly one of its parts.
type request struct {
	from    *Client          // with message and leave
	message protocol.Message // a client's message
	leave   bool             // the client is gone
	join    *join            // a client wants to come in
	view    chan<- view      // somebody wants to see the state
	stop    chan<- struct{}  // the server stops
	found   *found           // something was found out about an item
	bring   *bring           // a list is brought in
	opened  *opened          // something became known of a list
	filler  *filler          // the fallback was asked for something to play
	files   chan<- ownFiles  // somebody wants to know which files of the server's are in use
	tick    bool             // a timer fired
}

// found is what was found out about an item.
type found struct {
	item  playlist.ItemID
	asked playlist.Media // what was known before
	media playlist.Media
	never string // why it can never play; empty: it may
	of    bool   // it came from a list
}

// mailbox hands requests to the one goroutine that owns a session. It starts
// the goroutine when there is something to do.
type mailbox struct {
	run func([]request) // handles what waits; never called twice at once

	mu      sync.Mutex
	waiting []request
	busy    bool // a goroutine runs
	closed  bool
	done    sync.WaitGroup
}

// post queues a request. It is false when the mailbox is full or closed; what
// must not be lost (leave, stop) is taken even if it is full.
func (b *mailbox) post(r request) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed || r.from != nil && !r.leave && len(b.waiting) >= MaxMailbox {
		return false
	}
	b.waiting = append(b.waiting, r)
	if !b.busy {
		b.busy = true
		b.done.Go(b.drain)
	}
	return true
}

func (b *mailbox) drain() {
	for {
		b.mu.Lock()
		batch := b.waiting
		b.waiting = nil
		if len(batch) == 0 {
			b.busy = false
			b.mu.Unlock()
			return
		}
		b.mu.Unlock()
		b.run(batch)
	}
}

// closeIdle closes the mailbox if nothing waits and nobody works.
func (b *mailbox) closeIdle() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.busy || len(b.waiting) > 0 {
		return false
	}
	b.closed = true
	return true
}

// close takes nothing more and waits for what was taken.
func (b *mailbox) close() {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	b.done.Wait()
}
