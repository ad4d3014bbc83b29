package server

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"remoted/internal/reasons"
	"remoted/protocol"
	"remoted/session"
)

// statuses maps error codes to HTTP.
var statuses = map[protocol.Code]int{
	protocol.BadMessage:      http.StatusBadRequest,
	protocol.Invalid:         http.StatusBadRequest,
	protocol.NotRegistered:   http.StatusForbidden,
	protocol.SessionNotFound: http.StatusNotFound,
	protocol.ItemNotFound:    http.StatusNotFound,
	protocol.NotFound:        http.StatusNotFound,
	protocol.Stale:           http.StatusConflict,
	protocol.Forbidden:       http.StatusForbidden,
	protocol.LimitReached:    http.StatusServiceUnavailable,
	protocol.RateLimited:     http.StatusTooManyRequests,
	protocol.Unsupported:     http.StatusUnprocessableEntity,
	protocol.Unavailable:     http.StatusServiceUnavailable,
	protocol.Internal:        http.StatusInternalServerError,
}

// statusError is an error whose status another protocol lays down.
type statusError struct {
	status int
	wire   *protocol.Error
}

func (e *statusError) Error() string { return e.wire.Error() }

func withStatus(status int, code protocol.Code, field, text string) error {
	return &statusError{status, protocol.Errorf(code, field, "%s", text)}
}

// wireError turns any error of a handler into one with a code. What nobody
// foresaw becomes internal: logged with detail, sent without.
func (s *Server) wireError(err error) (int, *protocol.Error) {
	if e, ok := errors.AsType[*statusError](err); ok {
		return e.status, e.wire
	}
	if e, ok := errors.AsType[*protocol.Error](err); ok {
		return statuses[e.Code], e
	}
	switch {
	case errors.Is(err, session.ErrNotFound):
		return http.StatusNotFound, protocol.Errorf(protocol.SessionNotFound, "", "there is no such session, or it ended")
	case errors.Is(err, session.ErrClosed):
		return http.StatusServiceUnavailable, protocol.Errorf(protocol.Unavailable, "", "%v", err)
	case errors.Is(err, session.ErrTooMany):
		return http.StatusServiceUnavailable, protocol.Errorf(protocol.LimitReached, "", "%v", err)
	}
	if e, ok := errors.AsType[*echo.HTTPError](err); ok {
		return e.Code, httpError(e)
	}
	s.logger.Error("request", "err", err)
	return http.StatusInternalServerError, protocol.Errorf(protocol.Internal, "", "something went wrong on the server")
}

// httpError names what the router refuses.
func httpError(e *echo.HTTPError) *protocol.Error {
	switch e.Code {
	case http.StatusNotFound:
		return protocol.Errorf(protocol.NotFound, "", "there is no such page")
	case http.StatusMethodNotAllowed:
		return protocol.Errorf(protocol.Invalid, "", "this method is not for this address")
	}
	return protocol.Errorf(protocol.BadMessage, "", "%s", http.StatusText(e.Code))
}

// handleError answers a failed request: with JSON, or with a page for a person.
func (s *Server) handleError(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	status, e := s.wireError(err)
	if e.RetryAfter > 0 {
		c.Response().Header().Set("Retry-After", strconv.FormatInt((e.RetryAfter+999)/1000, 10))
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	if wantsPage(c.Request()) {
		err = s.messagePage(c, status, e)
	} else {
		err = c.JSON(status, refusedAnswer{e, reasons.Of(e.Message)})
	}
	if err != nil {
		s.logger.Debug("answer an error", "err", err)
	}
}

// refusedAnswer is an error as it is answered.
type refusedAnswer struct {
	Error   *protocol.Error  `json:"error"`
	Because *reasons.Because `json:"because,omitempty"` // the message for programs, where it is a known one
}

// wantsPage reports whether a person looks at the answer.
func wantsPage(r *http.Request) bool {
	for _, machine := range []string{"/api/", "/ws", "/media/", "/covers/", "/subtitles/", "/uploads/", "/web/", "/healthz", "/readyz", "/metrics"} {
		if strings.HasPrefix(r.URL.Path, machine) {
			return false
		}
	}
	return strings.Contains(r.Header.Get("Accept"), "text/html")
}
