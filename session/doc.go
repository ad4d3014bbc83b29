// Package session runs sessions: the rooms in which players and remotes share a
// playlist.
//
// # One owner
//
// A [Session] is owned by one goroutine at a time. Others post requests to its
// mailbox, which is the only thing that is locked; the goroutine starts when the
// mailbox has something and ends when it is empty, so an idle session costs no
// stack. It takes all that waits, asks package playlist to decide each command
// against the state that the ones before lead to, appends the whole group to the
// log in one go, and only then applies, encodes each event once, and hands the
// same bytes to every client.
//
// # What a reader may rely on
//
//   - Nothing is shown, acknowledged or refused that rests on an event which is
//     not durable.
//   - All clients of a session are sent the same sequenced events in the same
//     order, beginning right after what their registered message held.
//   - A request that was accepted is answered with its first seq when it comes
//     again, after a restart too, while it is among the last [WindowSize].
//   - A session whose log cannot be read answers with an error and leaves all
//     others alone.
//
// wire.go alone translates between the rules' types and the protocol's.
package session
