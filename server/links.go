package server

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"remoted/internal/reasons"
	"remoted/protocol"
)

// Links knows what links lead to. It is safe for concurrent use.
type Links interface {
	// Preview tells what an address leads to, asking outside in the session's
	// name. An error that is [errors.ErrUnsupported] says that nobody can play it;
	// any other, that it is no address.
	Preview(ctx context.Context, session, address string) (Preview, error)

	// CanSearch reports whether Search works.
	CanSearch() bool

	// Search finds videos by words. Its errors are sentences for people.
	Search(ctx context.Context, session, query string, limit int) ([]protocol.Media, error)
}

// Preview is what an address leads to, for who has not added it yet.
type Preview struct {
	Media    protocol.Media `json:"media"`
	List     *ListLink      `json:"list,omitempty"`   // the list that it is, or is part of
	Playable bool           `json:"playable"`         // false: never, and Reason says why
	Reason   string         `json:"reason,omitempty"` // beside true: why no more is known
}

// ListLink is a list that becomes its items when somebody adds it.
type ListLink struct {
	URL   string `json:"url"`
	Title string `json:"title,omitempty"`
	Count int    `json:"count,omitempty"` // how many come of it at most, where that is known
}

const (
	// linkTimeout bounds a preview and a search, the wait for their turn included:
	// somebody looks at the screen.
	linkTimeout = 5 * time.Second

	// Previews of an address: a person who pastes and types needs a few a second,
	// a party behind one address some more.
	previewRate  = 3.0 // a second
	previewBurst = 60

	// Searches of an address: each takes a hundredth of the key's daily quota.
	searchRate  = 1.0 / 6 // a second
	searchBurst = 15

	defaultFound = 10 // videos
	maxFound     = 50 // videos: what YouTube gives at a time
)

// previewLink tells what a link leads to before it is added.
func (s *Server) previewLink(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	address := strings.TrimSpace(c.QueryParam("url"))
	switch {
	case address == "":
		return protocol.Errorf(protocol.Invalid, "url", "there is no address to look at")
	case len(address) > protocol.MaxURL:
		return protocol.Errorf(protocol.Invalid, "url", "an address has at most %d characters", protocol.MaxURL)
	case s.config.Links == nil:
		return protocol.Errorf(protocol.NotFound, "", "this server does not look at links")
	}
	if err := s.previews.take(c.RealIP()); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), linkTimeout)
	defer cancel()
	p, err := s.config.Links.Preview(ctx, id, address)
	switch {
	case errors.Is(err, errors.ErrUnsupported):
		return protocol.Errorf(protocol.Unsupported, "url", "%v", err)
	case err != nil:
		return protocol.Errorf(protocol.Invalid, "url", "%v", err)
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, struct {
		Preview
		Because *reasons.Because `json:"because,omitempty"` // the reason for programs
	}{p, reasons.Of(p.Reason)})
}

// searchLinks finds videos by words.
func (s *Server) searchLinks(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	if !s.features().Search {
		return protocol.Errorf(protocol.NotFound, "", "this server finds no videos by words: it has no YouTube API key")
	}
	q := strings.Join(strings.Fields(c.QueryParam("q")), " ")
	if n := utf8.RuneCountInString(q); n == 0 || n > maxQuery {
		return protocol.Errorf(protocol.Invalid, "q", "a search has 1 to %d characters", maxQuery)
	}
	limit, err := whole(c, "limit", defaultFound, 1, maxFound)
	if err != nil {
		return err
	}
	if err := s.searches.take(c.RealIP()); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), linkTimeout)
	defer cancel()
	items, err := s.config.Links.Search(ctx, id, q, limit)
	if err != nil && len(items) == 0 && !errors.Is(err, errors.ErrUnsupported) {
		return searchFailed(err)
	}
	if items == nil {
		items = []protocol.Media{} // that nothing was found is an answer
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, map[string][]protocol.Media{"items": items})
}

func searchFailed(err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return protocol.Errorf(protocol.Unavailable, "", "the search took too long")
	}
	return protocol.Errorf(protocol.Unavailable, "", "%v", err)
}
