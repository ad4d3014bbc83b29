package library

import "sync"

// An indexer makes indexes beside the scanner, which goes on meanwhile. What is
// found while one is made goes into the next; what lies between is passed over.
type indexer struct {
	show func(*index)
	wg   sync.WaitGroup

	mu   sync.Mutex
	next []*item
	has  bool // next waits
	busy bool // the goroutine runs

	last *index // owned by the goroutine
}

func newIndexer(show func(*index)) *indexer {
	return &indexer{show: show, last: newIndex(nil)}
}

// take takes over all items, to be shown soon.
func (x *indexer) take(items []*item) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.next, x.has = items, true
	if !x.busy {
		x.busy = true
		x.wg.Go(x.work)
	}
}

// work makes indexes until nothing waits.
func (x *indexer) work() {
	for items, ok := x.waiting(); ok; items, ok = x.waiting() {
		x.last = x.last.with(items)
		x.show(x.last)
	}
}

// waiting returns what waits; false ends the goroutine.
func (x *indexer) waiting() (items []*item, ok bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	items, ok = x.next, x.has
	x.next, x.has, x.busy = nil, false, ok
	return items, ok
}

// wait returns when all that was taken shows. It is for who calls take.
func (x *indexer) wait() { x.wg.Wait() }
