package session

import (
	"fmt"
	"regexp"
	"slices"

	"remoted/playlist"
	"remoted/protocol"
)

// unfoldAtOnce items of a list become one event: phones show the first of a long
// list soon, and a record of the log stays small.
const unfoldAtOnce = 50

// openLists has the lists opened that a stored event brought, or gave another try.
func (s *Session) openLists(e *playlist.Event) {
	if l := e.List; l != nil {
		for _, it := range l.Items {
			if isOpening(it) {
				s.openings.want(it, 0)
			}
		}
	}
	if c := e.Item; c != nil {
		it := s.state.Item(c.ID)
		found := c.Media != nil && it != nil && it.Unfolded == 0
		if isOpening(it) && (found || c.Failed != nil) {
			s.openings.want(it, 0)
		}
	}
	if e.List != nil && !s.openings.idle() {
		s.openings.keep(func(id playlist.ItemID) bool { return isOpening(s.state.Item(id)) })
	}
}

// resumeLists goes on with the lists that were not open yet when the server went.
func (s *Session) resumeLists() {
	for _, it := range s.state.Items {
		if isOpening(it) {
			s.openings.want(it, 0)
		}
	}
}

// isOpening reports whether an item stands for a list whose items are to come.
func isOpening(it *playlist.Item) bool {
	return it != nil && it.Media.Provider == playlist.ProviderList && it.Failed == ""
}

// unfold takes in what became known of a list. Items that came before, when it was
// opened the first time, do not come again.
func (s *Session) unfold(o *opened) {
	list := s.group.next.Item(o.list)
	switch {
	case !isOpening(list) || s.unfit() != nil:
		return // somebody removed it, it is full, or the session loads it anew
	case o.from > list.Unfolded: // what came before could not be stored
		if o.done {
			s.openings.want(list, retryEvery)
		}
		return
	case o.done:
		s.endOfList(list, o.left, o.err)
		return
	}
	items := o.items[min(list.Unfolded-o.from, len(o.items)):]
	for batch := range slices.Chunk(items, unfoldAtOnce) {
		if !s.bring(list, batch, o.total) {
			return
		}
	}
	if came := o.from + len(o.items); came < o.total {
		s.nameList(list, o.title, came, o.total)
	}
}

// bring puts items in front of the one that stands for their list, as far as the
// session has room.
func (s *Session) bring(list *playlist.Item, media []playlist.Media, total int) bool {
	if s.group.bytes >= maxGroupBytes && !s.flush() {
		return false // the end of the list finds out that items are missing
	}
	room := playlist.MaxItems - len(s.group.next.Items)
	fits := media[:min(room, len(media))]
	if len(fits) > 0 {
		items := make([]playlist.NewItem, len(fits))
		for i, m := range fits {
			items[i] = playlist.NewItem{ID: newItemID(), Media: m}
		}
		s.own(playlist.Unfold{List: list.ID, Items: items})
	}
	if len(fits) == len(media) {
		return true
	}
	now := s.group.next.Item(list.ID)
	if now == nil {
		return false
	}
	s.failList(list.ID, fmt.Sprintf("the session is full: %d of this list's %d items did not fit", total-now.Unfolded, total))
	return false
}

// endOfList takes a list's item away when all of its own have come that a list may
// bring, or says on it why they did not. left are those beyond.
func (s *Session) endOfList(list *playlist.Item, left int, err error) {
	switch {
	case err == nil && list.Unfolded > 0:
		s.own(playlist.Unfolded{List: list.ID, LeftOut: left})
	case err == nil:
		s.failList(list.ID, "there is nothing in this list that could be played")
	case list.Unfolded > 0:
		s.failList(list.ID, "the rest did not come: "+err.Error())
	default:
		s.failList(list.ID, err.Error())
	}
}

func (s *Session) failList(list playlist.ItemID, why string) {
	s.own(playlist.MarkFailed{Item: list, Reason: cut(why, playlist.MaxReason)})
}

// nameList says in a list's title how many of its items have come, and how many
// there are.
func (s *Session) nameList(list *playlist.Item, title string, came, total int) {
	const room = len(" (200/200)")
	m := list.Media
	m.Title = fmt.Sprintf("%s (%d/%d)", shortened(bareTitle(title), protocol.MaxTitle-room), came, total)
	s.own(playlist.UpdateMedia{Item: list.ID, Media: m})
}

// shortened is a text of at most so many characters.
func shortened(text string, characters int) string {
	if runes := []rune(text); len(runes) > characters {
		return string(runes[:characters-1]) + "…"
	}
	return text
}

var progressMark = regexp.MustCompile(` \(\d+/\d+\)$`)

// bareTitle is a list's title without what an earlier opening added.
func bareTitle(title string) string { return progressMark.ReplaceAllString(title, "") }

// tryAgain opens a list that failed and that somebody wants to play.
func (s *Session) tryAgain(do playlist.Action) {
	if jump, ok := do.(playlist.Jump); ok {
		if it := s.group.next.Item(jump.Item); it != nil && it.Media.Provider == playlist.ProviderList {
			s.own(playlist.ClearFailed{Item: it.ID})
		}
	}
}

// lostList opens a list again of which an event could not be stored.
func (s *Session) lostList(e *playlist.Event) {
	id := e.Unfold
	if id == "" && e.Item != nil {
		id = e.Item.ID
	}
	if it := s.state.Item(id); isOpening(it) {
		s.openings.want(it, retryEvery)
	}
}
