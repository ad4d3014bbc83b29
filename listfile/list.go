package listfile

// List is what a file holds.
type List struct {
	Title string // one line; may be empty
	Items []Item
	State *State // what else a session held; own format only, else nil
}

// Item is an entry of a list. Times are in milliseconds.
type Item struct {
	// URL is an address on the web, what [Files] returned, or a bare YouTube id.
	URL       string
	Title     string // one line; empty: not known
	Duration  int64  // 0: not known
	Start     int64  // where in the media it begins
	End       int64  // where it ends; 0: at the media's end
	Thumbnail string // address of a picture; may be empty
	Kept      *Kept  // own format only, else nil
}

// Within returns the moments between which an item plays, in media that is so long (0:
// not known): those that are outside of it are left out.
func (it Item) Within(duration int64) (start, end int64) {
	start, end = it.Start, it.End
	if duration > 0 && start >= duration {
		start = 0
	}
	if end <= start {
		end = 0
	}
	return start, end
}

// Kept is what a session knew of an item beyond what other formats hold.
type Kept struct {
	Provider string // who has the media
	Ref      string // the provider's own name for it
	Client   string // id of the client that added it; may be empty
	Name     string // what that client was called
	AddedAt  int64  // Unix milliseconds
	Failed   string // why it could not be played; empty: it could
}

// State is what a session held beside its items.
type State struct {
	Volume   int // 0 to 100
	Muted    bool
	Repeat   string // none, one or all
	Shuffle  bool
	Captions string  // a language, or empty
	Rate     float64 // 0.25 to 2
	Current  int     // index of the current item; -1: none
	Position int64   // milliseconds into the current item
}

// Skipped is an entry that is not in the list, and why.
type Skipped struct {
	Line int    // in the file, from 1; 0 where lines mean nothing
	Text string // what stood there, shortened
	Why  string // for people, in lower case and without a stop
}

// Duration of all items together, in milliseconds, and false when that of one is
// not known.
func (l *List) Duration() (int64, bool) {
	total, known := int64(0), true
	for _, it := range l.Items {
		end := it.Duration
		if it.End > 0 {
			end = it.End
		}
		known = known && end > 0
		total += max(0, end-it.Start)
	}
	return total, known
}
