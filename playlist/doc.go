// Package playlist holds the rules of a session: what is in the list, what
// plays, and what each command does to both.
//
// # Vocabulary
//
// An [Item] is one entry of the list and has an ID of its own; what it plays is
// its [Media]. The same media may be listed twice, so nothing here ever finds an
// entry by its media or its index. [State] is all of it at one moment. A
// [Command] asks for a change, [Decide] turns it into one [Event] or refuses it,
// and [Apply] leads from one State to the next.
//
// # What a reader may rely on
//
//   - The package is pure: no clock, no chance, no I/O, no logging, no project
//     package. Time, new IDs and seeds come in with the command, and an event
//     copies what replay needs. Same state and event, same next state.
//   - Decide may refuse and changes nothing. One command is one event is one
//     sequence number, with all that it brings about: removing the current item
//     also carries the new playback.
//   - Apply is total: any event, even an absurd or unknown one, leads to a state
//     that passes [State.Check].
//   - A State is a value. Apply clones what it changes and never what it leaves
//     alone, so a State can be encoded while the session goes on.
//   - Time in a session never goes backwards: an event is stamped with the later
//     of the command's time and the last event's.
//
// # Lists that are added
//
// A list of somebody else's making is one item first, which [Unfold] and
// [Unfolded] turn into its own.
//
// # What nobody queued
//
// While a [FallbackSource] is set and the list has nothing to play ([State.Resting]),
// the session itself puts one item in the list and plays it. It is marked, gives
// way at once to what people add, is taken out of the list when it is no longer
// current, and is in no history, no round of a repeated list and no step of undo.
//
// # Invariants
//
// [State.Check] states them: IDs are unique; at most [MaxItems] items; the
// current item is in the list; playing, paused and ended have a current item;
// with shuffle on the play order is a permutation of the list.
package playlist
