package playlist

// ItemID names one entry of a list: opaque, without spaces, unique in a session.
type ItemID string

// Media is what an item plays.
type Media struct {
	Provider  string `json:"provider"`            // "library", "file", "youtube", …
	Ref       string `json:"ref"`                 // the provider's own name for it
	URL       string `json:"url"`                 // where it was found
	Title     string `json:"title"`               // plain text
	Duration  int64  `json:"duration,omitempty"`  // milliseconds; 0 is unknown
	Thumbnail string `json:"thumbnail,omitempty"` // address of a picture
}

// ProviderList is the provider of a media that is a list of others and no media
// itself: an item of it is there until its items have come in its place.
const ProviderList = "list"

// Author is the client that did something, with the name it had then.
type Author struct {
	Client string `json:"client"`
	Name   string `json:"name,omitempty"`
}

// Item is one entry of the list. Items are immutable: a change makes a new one.
type Item struct {
	ID      ItemID `json:"id"`
	Media   Media  `json:"media"`
	AddedBy Author `json:"addedBy"`
	AddedAt int64  `json:"addedAt"`          // Unix milliseconds
	Start   int64  `json:"start,omitempty"`  // milliseconds into the media where it begins
	End     int64  `json:"end,omitempty"`    // milliseconds into the media where it ends; 0: at its end
	Failed  string `json:"failed,omitempty"` // why a player could not play it

	// Unfolded is how many items have come of a list that this stands for.
	Unfolded int `json:"unfolded,omitempty"`

	// AskedNext marks an item that was added to be played next, so that the
	// following one lines up behind it and not in front.
	AskedNext bool `json:"askedNext,omitempty"`
	// Fallback marks an item that plays because nobody asked for anything; see
	// [FallbackSource]. It gives way, and is no part of what people queued.
	Fallback bool `json:"fallback,omitempty"`
}

// limit is the last position in the item, 0 when it is not known.
func (it *Item) limit() int64 {
	if it.End > 0 && (it.Media.Duration == 0 || it.End < it.Media.Duration) {
		return it.End
	}
	return it.Media.Duration
}

// MaxPosition is the last position that there is, in milliseconds: the largest
// integer that every reader of JSON keeps exact.
const MaxPosition int64 = 1<<53 - 1

// clamp brings a position into the item.
func (it *Item) clamp(position int64) int64 {
	if limit := it.limit(); limit > 0 {
		position = min(position, limit)
	}
	return max(min(position, MaxPosition), it.Start)
}
