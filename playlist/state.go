package playlist

import "slices"

// Limits of a state.
const (
	MaxItems     = 5000 // items in a list
	MaxHistory   = 100  // items remembered as played
	MaxUndo      = 50   // changes that can be taken back
	MaxUndoItems = 2 * MaxItems

	// Of what came from the fallback so many refs are remembered, and so many bytes
	// of them: days of music, and a state of a list of links stays small.
	MaxRecent      = 2000
	MaxRecentBytes = 64 << 10
)

// Played is an entry of the history.
type Played struct {
	Item *Item `json:"item"`
	At   int64 `json:"at"` // when it became current, Unix milliseconds
}

// State is a session at one moment: the list, what plays, and what the rules
// need to go on from here. The zero value is not valid; begin with [New].
type State struct {
	Seq uint64 `json:"seq"` // of the last event
	At  int64  `json:"at"`  // of the last event, Unix milliseconds

	Items    []*Item  `json:"items"`
	Playback Playback `json:"playback"`
	Volume   int      `json:"volume"` // 0 to 100
	Muted    bool     `json:"muted,omitempty"`
	Repeat   Repeat   `json:"repeat"`
	Shuffle  bool     `json:"shuffle,omitempty"`
	Captions string   `json:"captions,omitempty"` // a language, or none

	// Screens are the players that shall play, as client IDs; none: all of them.
	Screens []string `json:"screens,omitempty"`
	// Fallback is where music comes from while nothing is queued; nil: nowhere.
	Fallback *FallbackSource `json:"fallback,omitempty"`
	// Recent are the refs of what came from it, oldest first; none twice.
	Recent []string `json:"recent,omitempty"`

	// Order is the play order while Shuffle is on: what was played in this round,
	// the current item, what is to come.
	Order []ItemID `json:"order,omitempty"`
	// Looped says that the current item was started again by its own end, so that
	// a second player's report of that end is not taken for the next one.
	Looped bool `json:"looped,omitempty"`

	History []Played `json:"history,omitempty"` // oldest first
	Undo    []Step   `json:"undo,omitempty"`    // oldest first

	listAt, orderAt int // where the current item was last seen; hints, never trusted
}

// New returns the state of a session in which nothing has happened.
func New() State {
	return State{
		Playback: Playback{Status: Idle, Rate: 1},
		Volume:   MaxVolume,
		Repeat:   RepeatNone,
	}
}

// Empty reports whether people have put nothing in the list.
func (s *State) Empty() bool { return len(people(s.Items)) == 0 }

// Index returns where the item stands in the list, or -1.
func (s *State) Index(id ItemID) int {
	if id == "" {
		return -1
	}
	for _, i := range [...]int{s.listAt, s.listAt + 1, s.listAt - 1} {
		if i >= 0 && i < len(s.Items) && s.Items[i].ID == id {
			return i
		}
	}
	return slices.IndexFunc(s.Items, func(it *Item) bool { return it.ID == id })
}

// listed returns a test of membership that is fast for the number of times it is
// going to be asked.
func (s *State) listed(times int) func(ItemID) bool {
	if times <= fewIDs {
		return func(id ItemID) bool { return s.Index(id) >= 0 }
	}
	in := ids(s.Items)
	return func(id ItemID) bool { return in[id] }
}

// Item returns the item with that ID, or nil.
func (s *State) Item(id ItemID) *Item {
	if i := s.Index(id); i >= 0 {
		return s.Items[i]
	}
	return nil
}

// Current returns the current item, or nil when nothing is chosen.
func (s *State) Current() *Item { return s.Item(s.Playback.Item) }
