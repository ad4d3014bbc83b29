// Package client is a Go client of the protocol: it joins a session, follows its
// state and sends requests, and comes back by itself when the connection is lost.
//
//	c, err := client.Dial(ctx, "http://tv.local:8080/s/…", client.Options{Name: "Ann"})
//	…
//	defer c.Close()
//	seq, err := c.Send(ctx, "command", protocol.Command{Name: "pause"})
//
// # What a caller may rely on
//
//   - A request is done once or not at all. [Client.Send] returns nil when it is
//     stored: its own event came back, or an acknowledgement did. A connection that
//     is lost in between changes nothing about that: the request is sent again with
//     the same id, which the session remembers.
//   - Only when a client was away while more than [RememberedRequests] others were
//     accepted can the session no longer tell. Then Send does not risk doing it
//     twice and returns [ErrUncertain].
//   - A refusal is an [*Error], with the protocol's code and the field.
//   - When Send has returned seq, [Client.State] is that of seq or a later one.
//   - Events come in order, without gaps and without repeats. What cannot be made
//     up for by events arrives as one of [KindState]: forget what you hold, this is
//     it. Applying what comes after it leads to the same state as the server's.
//   - Requests that are sent one after the other are done in that order. For those
//     sent at the same time no order is promised.
//   - The connection is given up for good only by [Client.Close] and when the
//     server says so; [Client.Done] and [Client.Err] tell. Until then Send waits,
//     for as long as its context lets it.
//   - All methods may be called at the same time. No goroutine is left when Close
//     has returned. An idle client is one goroutine and holds no timer of its own.
package client
