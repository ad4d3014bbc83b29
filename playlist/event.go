package playlist

// Kind is the family of an event; it is the event's name on the wire.
type Kind string

// The kinds of events.
const (
	KindAdd     Kind = "add"
	KindRemove  Kind = "remove"
	KindMove    Kind = "move"
	KindUpload  Kind = "upload"
	KindUpdate  Kind = "update"
	KindCommand Kind = "command"
)

// Event is a fact: a command that was accepted, with all that it brought about.
// Its encoding is kept for ever; testdata/events freezes it.
type Event struct {
	Seq  uint64 `json:"seq"`
	At   int64  `json:"at"` // Unix milliseconds
	By   string `json:"by,omitempty"`
	ID   string `json:"id,omitempty"`
	Kind Kind   `json:"kind"`
	Name string `json:"name,omitempty"` // of a command, or the mode of an upload
	Args *Args  `json:"args,omitempty"` // what was asked, where the change does not say it

	List     *ListChange     `json:"list,omitempty"`
	Item     *ItemChange     `json:"item,omitempty"`
	Playback *Playback       `json:"playback,omitempty"`
	Volume   *int            `json:"volume,omitempty"`
	Muted    *bool           `json:"muted,omitempty"`
	Repeat   *Repeat         `json:"repeat,omitempty"`
	Shuffle  *bool           `json:"shuffle,omitempty"`
	Captions *string         `json:"captions,omitempty"` // empty: none
	Screens  *Screens        `json:"screens,omitempty"`
	Fallback *FallbackSource `json:"fallback,omitempty"` // of no kind: none

	Unfold  ItemID `json:"unfold,omitempty"`  // the list whose items came, or which is done
	LeftOut int    `json:"leftOut,omitempty"` // items that the list has beyond those that came
	Undo    bool   `json:"undo,omitempty"`    // took back the last change
	Round   bool   `json:"round,omitempty"`   // a new shuffled round begins
	Looped  bool   `json:"looped,omitempty"`  // the item's own end started it again
	Seed    uint64 `json:"seed,omitempty"`    // drew the play order
}

// Args are a command's own fields, as they were asked for.
type Args struct {
	Expect   ItemID  `json:"expect,omitempty"`
	Item     ItemID  `json:"item,omitempty"`
	Position *int64  `json:"position,omitempty"`
	Delta    *int64  `json:"delta,omitempty"`
	Rate     float64 `json:"rate,omitempty"`
}

// ListOp is what happens to the list.
type ListOp string

// The list operations.
const (
	OpInsert  ListOp = "insert"  // Items at Index
	OpReplace ListOp = "replace" // Items are the list
	OpMove    ListOp = "move"    // IDs in front of Before, or at the end
	OpRemove  ListOp = "remove"  // IDs
)

// ListChange is a change of the list.
type ListChange struct {
	Op     ListOp   `json:"op"`
	Items  []*Item  `json:"items,omitempty"`
	Index  int      `json:"index,omitempty"`
	IDs    []ItemID `json:"ids,omitempty"`
	Before ItemID   `json:"before,omitempty"`
}

// ItemChange is a change of one item.
type ItemChange struct {
	ID     ItemID  `json:"id"`
	Media  *Media  `json:"media,omitempty"`
	Failed *string `json:"failed,omitempty"` // empty: no longer
}

// Step is a change of the list that can be taken back: what undoes it, and the
// playback it led to and from.
type Step struct {
	Kind   Kind       `json:"kind"`
	List   ListChange `json:"list"`
	Before Playback   `json:"before"`
	After  Playback   `json:"after"`
}
