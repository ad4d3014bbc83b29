package playlist

// Command asks for a change. The session fills in what the rules must not find
// out for themselves: the time, chance, and what is known of the players.
type Command struct {
	At      int64  // Unix milliseconds
	By      Author // who asks; zero for what the session does by itself
	ID      string // the client's own name for the request; empty with By
	Seed    uint64 // chance, for the play order
	Players int    // players connected now
	Ready   bool   // all of them have the current item loaded
	Do      Action
}

// Action is what a command does: one of the types in this file.
type Action interface {
	decide(*decision) error
}

// Place says where added items go.
type Place string

// The places of an [Add].
const (
	PlaceEnd  Place = "end"
	PlaceNext Place = "next" // after the current item and those asked for next before
	PlaceNow  Place = "now"  // after the current item, and the first one plays
)

// NewItem is an item that is to be added; ID is unused in the session so far.
type NewItem struct {
	ID         ItemID
	Media      Media
	Start, End int64
	Origin     *Origin // nil: who asks adds it now
}

// Origin is what stays with an item that was in a list before.
type Origin struct {
	By     Author
	At     int64  // when it was added, Unix milliseconds
	Failed string // why it could not be played; empty: it could
}

// UploadMode says what an [Upload] does with the list that is there.
type UploadMode string

// The upload modes.
const (
	UploadSeed    UploadMode = "seed"    // takes effect on an empty list only
	UploadAppend  UploadMode = "append"  // adds at the end
	UploadReplace UploadMode = "replace" // takes the place of the list, if Base is current
)

// Changes of the list.
type (
	// Add puts items in the list, at Place or in front of Before.
	Add struct {
		Items  []NewItem
		Place  Place
		Before ItemID
	}
	// Remove takes items out of the list.
	Remove struct{ Items []ItemID }
	// Move puts items, in the order given, in front of Before, or at the end.
	Move struct {
		Items  []ItemID
		Before ItemID
	}
	// Clear removes everything, or all but the current item.
	Clear struct{ KeepCurrent bool }
	// Upload brings a whole list.
	Upload struct {
		Mode   UploadMode
		Base   uint64
		Items  []NewItem
		Resume *Resume // nil: what plays is as the mode has it
	}
	// Resume makes one of the items that an upload brings the current one, paused.
	Resume struct {
		Index    int // of Items
		Position int64
	}
	// Undo takes back the last change of the list that was not taken back yet.
	Undo struct{}
)

// Commands to the player. Expect, where set, is the item that the person saw as
// current: the command is refused when it no longer is.
type (
	// Play starts or goes on; with nothing chosen it starts the first item.
	Play struct{}
	// Pause stands still.
	Pause struct{}
	// Toggle pauses what plays and plays what does not.
	Toggle struct{}
	// Stop goes back to the start of the item and stays there.
	Stop struct{}
	// Next plays the item that follows in the play order.
	Next struct{ Expect ItemID }
	// Previous plays the item before, or this one from its start when it has
	// played for more than [RestartAfter].
	Previous struct{ Expect ItemID }
	// Jump plays an item.
	Jump struct{ Item ItemID }
	// Seek goes to Position, or by Delta when that is set.
	Seek struct {
		Position *int64
		Delta    *int64
		Expect   ItemID
	}
	// SetVolume sets the volume; above 0 it also unmutes.
	SetVolume struct{ Volume int }
	// SetMuted mutes or unmutes.
	SetMuted struct{ Muted bool }
	// SetRate sets the speed.
	SetRate struct{ Rate float64 }
	// SetRepeat sets the repeat mode.
	SetRepeat struct{ Mode Repeat }
	// SetShuffle turns the shuffled play order on or off.
	SetShuffle struct{ On bool }
	// SetCaptions chooses the language of captions, empty for none.
	SetCaptions struct{ Language string }
	// SetScreens says which players shall play, by their client IDs; none: all.
	SetScreens struct{ Players []string }
	// SetFallback says what plays while nothing is queued; of no kind: nothing.
	SetFallback struct{ Source FallbackSource }
)

// What the session does by itself.
type (
	// Finish says that a player came to the end of Item. Again says that the
	// player is known to have played it since it was last started.
	Finish struct {
		Item  ItemID
		Again bool
	}
	// MarkFailed notes why Item could not be played.
	MarkFailed struct {
		Item   ItemID
		Reason string
	}
	// ClearFailed takes the note back: Item plays after all.
	ClearFailed struct{ Item ItemID }
	// Skip goes on from the failed Item.
	Skip struct{ Item ItemID }
	// UpdateMedia replaces what is known of an item's media.
	UpdateMedia struct {
		Item  ItemID
		Media Media
	}
	// Unfold puts the next items of a list in front of List, the item that stands
	// for it. If that is current, the first of them takes its place.
	Unfold struct {
		List  ItemID
		Items []NewItem
	}
	// Unfolded takes List out of the list: all of its items have come that may. It has
	// LeftOut more.
	Unfolded struct {
		List    ItemID
		LeftOut int
	}
	// Hold makes the playback wait, at the position it had at Since.
	Hold struct{ Since int64 }
	// Start ends the wait, Lead milliseconds from now.
	Start struct{ Lead int64 }
	// PlayFallback plays an item that came from a source, while that is still the
	// fallback and nothing is queued.
	PlayFallback struct {
		From FallbackSource
		Item NewItem
	}
	// DropFallback takes out of the list what came from the fallback and is not
	// current any more.
	DropFallback struct{}
	// FailFallback notes why nothing more is taken from a source.
	FailFallback struct {
		From   FallbackSource
		Reason string
	}
)

// RestartAfter is how far into an item Previous still means the item before.
const RestartAfter int64 = 3000 // milliseconds

// MaxReason is the length of a failure's reason, in bytes.
const MaxReason = 200
