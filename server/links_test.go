package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"remoted/protocol"
)

// someLinks knows a few addresses, and videos by words.
type someLinks struct {
	search bool
	asked  []string
	until  time.Duration // that a preview and a search were given
}

func (l *someLinks) CanSearch() bool { return l.search }

func (l *someLinks) ask(ctx context.Context, session, what string) {
	l.asked = append(l.asked, session+" "+what)
	if deadline, ok := ctx.Deadline(); ok {
		l.until = time.Until(deadline)
	}
}

func (l *someLinks) Preview(ctx context.Context, session, address string) (Preview, error) {
	l.ask(ctx, session, address)
	switch address {
	case "nonsense":
		return Preview{}, errors.New("these are words")
	case "gone":
		return Preview{Media: protocol.Media{Provider: "file", Ref: address, URL: address, Title: "A film"}, Reason: "there is nothing at this address"}, nil
	case "ftp://example.com/":
		return Preview{}, notWeb{}
	case "https://example.com/list":
		return Preview{
			Media:    protocol.Media{Provider: "list", Ref: address, URL: address, Title: "A list"},
			List:     &ListLink{URL: address, Title: "A list", Count: 12},
			Playable: true,
		}, nil
	}
	return Preview{Media: protocol.Media{Provider: "file", Ref: address, URL: address, Title: "A film"}, Reason: "it is a picture"}, nil
}

type notWeb struct{}

func (notWeb) Error() string        { return "ftp addresses cannot be played, only http and https" }
func (notWeb) Is(target error) bool { return target == errors.ErrUnsupported }

func (l *someLinks) Search(ctx context.Context, session, query string, limit int) ([]protocol.Media, error) {
	l.ask(ctx, session, fmt.Sprint(query, " ", limit))
	switch query {
	case "nothing":
		return nil, fmt.Errorf("nothing was found: %w", errors.ErrUnsupported)
	case "broken":
		return nil, errors.New("the service has no time")
	case "slow":
		return nil, context.DeadlineExceeded
	}
	return []protocol.Media{{Provider: "youtube", Ref: "abcdefghijk", URL: "https://youtu.be/abcdefghijk", Title: query, Duration: 1000}}, nil
}

func withLinks(l Links) func(*service) { return func(s *service) { s.config.Links = l } }

func (s *service) preview(session, address string) answer {
	return s.do("GET", "/api/sessions/"+session+"/preview?url="+url.QueryEscape(address))
}

func TestPreviewRoute(t *testing.T) {
	links := &someLinks{}
	s := newService(t, withLinks(links))
	id := s.create().Session
	for address, want := range map[string]string{
		" https://example.com/a.png ": `{"media":{"provider":"file","ref":"https://example.com/a.png","url":"https://example.com/a.png","title":"A film"},"playable":false,"reason":"it is a picture"}`,
		"https://example.com/list":    `{"media":{"provider":"list","ref":"https://example.com/list","url":"https://example.com/list","title":"A list"},"list":{"url":"https://example.com/list","title":"A list","count":12},"playable":true}`,
	} {
		a := s.preview(id, address).want(t, address, http.StatusOK, nil)
		if got := strings.TrimSpace(a.body); got != want || a.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s:\ngot  %s\nwant %s", address, got, want)
		}
	}
	if links.until <= 0 || links.until > linkTimeout || !strings.HasPrefix(links.asked[0], id+" https://") {
		t.Errorf("asked %q with %v left; want the session's name and at most %v", links.asked, links.until, linkTimeout)
	}
}

func TestPreviewRouteRefuses(t *testing.T) {
	s := newService(t, withLinks(&someLinks{}))
	id := s.create().Session
	s.preview(id, "").wantError(t, "no address", http.StatusBadRequest, "invalid")
	s.preview(id, "https://example.com/"+strings.Repeat("x", protocol.MaxURL)).wantError(t, "a long one", http.StatusBadRequest, "invalid")
	s.preview(id, "nonsense").wantError(t, "nonsense", http.StatusBadRequest, "invalid")
	s.preview(id, "ftp://example.com/").wantError(t, "FTP", http.StatusUnprocessableEntity, "unsupported")
	s.preview(noUUID, "https://example.com/").wantError(t, "no session", http.StatusNotFound, "session_not_found")
	s.do("GET", "/api/sessions/"+noUUID+"/search?q=x").wantError(t, "no session", http.StatusNotFound, "session_not_found")
	s = newService(t)
	s.preview(s.create().Session, "https://example.com/").wantError(t, "nobody to ask", http.StatusNotFound, "not_found")
}

func TestPreviewsAreLimited(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		for i := range 2 * previewBurst {
			if a := s.preview(id, "https://example.com/"); a.status == http.StatusTooManyRequests {
				if i < previewBurst || a.header.Get("Retry-After") == "" {
					t.Errorf("preview %d was refused with %v", i, a.header)
				}
				return
			}
		}
		t.Errorf("%d previews at once, want at most about %d", 2*previewBurst, previewBurst)
	}, withLinks(&someLinks{}))
}

func (s *service) search(session, query string) answer {
	return s.do("GET", "/api/sessions/"+session+"/search?"+query)
}

func TestSearchRoute(t *testing.T) {
	links := &someLinks{search: true}
	inBubble(t, func(t *testing.T, s *service) {
		id := s.create().Session
		if a := s.do("GET", "/api/sessions/"+id); !strings.Contains(a.body, `"search":true`) {
			t.Errorf("got %s, want that words can be searched", a.body)
		}
		a := s.search(id, "q=%20a++song%20&limit=7").want(t, "a search", http.StatusOK, nil)
		want := `{"items":[{"provider":"youtube","ref":"abcdefghijk","url":"https://youtu.be/abcdefghijk","title":"a song","duration":1000}]}`
		if strings.TrimSpace(a.body) != want || links.asked[0] != id+" a song 7" {
			t.Errorf("got %s of %q, want %s", a.body, links.asked, want)
		}
		if a := s.search(id, "q=nothing").want(t, "nothing", http.StatusOK, nil); strings.TrimSpace(a.body) != `{"items":[]}` {
			t.Errorf("got %s, want no items", a.body)
		}
		s.search(id, "q=broken").wantError(t, "a broken service", http.StatusServiceUnavailable, "unavailable")
		s.search(id, "q=slow").wantError(t, "a slow service", http.StatusServiceUnavailable, "unavailable")
		s.search(id, "q=+").wantError(t, "no words", http.StatusBadRequest, "invalid")
		s.search(id, "q="+strings.Repeat("x", maxQuery+1)).wantError(t, "too many words", http.StatusBadRequest, "invalid")
		s.search(id, "q=x&limit=51").wantError(t, "too many videos", http.StatusBadRequest, "invalid")
		for range 2 * searchBurst {
			if a = s.search(id, "q=x"); a.status != http.StatusOK {
				break
			}
		}
		a.wantError(t, "too many searches", http.StatusTooManyRequests, "rate_limited")
	}, withLinks(links))
}

func TestSearchWithoutAKey(t *testing.T) {
	s := newService(t, withLinks(&someLinks{}))
	s.search(s.create().Session, "q=x").wantError(t, "no key", http.StatusNotFound, "not_found")
}
