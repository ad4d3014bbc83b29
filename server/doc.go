// Package server is the HTTP side: pages, the API, media, and the WebSocket
// connections of the clients. It knows no rule of a session: it bounds and
// decodes what comes in, posts it to the session, and carries the answers out.
//
// # Connections
//
// A connection has one goroutine, its reader; the handler has returned and given
// its memory back. Writing starts a goroutine when the outbox has something,
// which copies all that waits into one pooled buffer, writes once, and ends. An
// idle connection has no timer either: one goroutine looks after all of them.
//
// A client that reads too slowly fills its outbox, which is bounded in bytes and
// in time, and is closed with a code that tells it to come back; nobody waits for
// it. See docs/adr for the figures behind this.
package server
