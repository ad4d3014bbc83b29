package server

import (
	"context"
	"time"

	"remoted/protocol"
)

const (
	// listsAtOnce is how many lists may be under way from phones: 4 MiB each, and a
	// buffer that grows.
	listsAtOnce = 32
	// readsAtOnce is how many of them are read, or written, at once: one that is made
	// for it takes a second and 100 MB.
	readsAtOnce = 2
	// turnWait is how long somebody waits for a turn, at most.
	turnWait = 10 * time.Second
)

// turns let so many do something at a time.
type turns chan struct{}

// take waits for a turn. Who got one gives it back.
func (t turns) take(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, turnWait)
	defer cancel()
	select {
	case t <- struct{}{}:
		return nil
	case <-ctx.Done():
		return protocol.Errorf(protocol.Unavailable, "", "the server is busy with other lists; try again in a moment")
	}
}

func (t turns) giveBack() { <-t }
