package server

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"remoted/protocol"
	"remoted/session"
)

type links struct {
	Player string `json:"player"`
	Remote string `json:"remote"`
	QR     string `json:"qr"`
	Join   string `json:"join"`   // the remote page, short enough to be typed
	Screen string `json:"screen"` // the player page, likewise: who stands at a television has no link to tap
}

// links are the addresses of a session, as others on the network open them.
func (s *Server) links(c echo.Context, id, code string) links {
	page, public := s.sessionLink(c, id), s.address.public(c.Request())
	return links{
		Player: page + "?as=player",
		Remote: page + "?as=remote",
		QR:     public + "/api/sessions/" + id + "/qr.svg",
		Join:   public + "/j/" + code,
		Screen: public + "/tv/" + code,
	}
}

// sessionLink is the session's link: the one on the QR code.
func (s *Server) sessionLink(c echo.Context, id string) string {
	return s.address.public(c.Request()) + "/s/" + id
}

// create makes a session for who asks, unless they ask too often.
func (s *Server) create(c echo.Context) (session.Created, error) {
	if err := s.creators.take(c.RealIP()); err != nil {
		return session.Created{}, err
	}
	return s.sessions.Create(c.Request().Context())
}

func (s *Server) createSession(c echo.Context) error {
	made, err := s.create(c)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Location", "/api/sessions/"+made.Session)
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusCreated, struct {
		Session string `json:"session"`
		Code    string `json:"code"`
		Owner   string `json:"owner"`
		Links   links  `json:"links"`
	}{made.Session, made.Code, made.Owner, s.links(c, made.Session, made.Code)})
}

func (s *Server) viewSession(c echo.Context) error {
	id, code, v, err := s.look(c)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, struct {
		Epoch    string          `json:"epoch"`
		Seq      uint64          `json:"seq"`
		State    json.RawMessage `json:"state"`
		Code     string          `json:"code"`
		Links    links           `json:"links"`
		Features features        `json:"features"`
	}{v.Epoch, v.Seq, json.RawMessage(v.State), code, s.links(c, id, code), s.features()})
}

// viewHistory tells what played lately, for those who want it again.
func (s *Server) viewHistory(c echo.Context) error {
	_, _, v, err := s.look(c)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string][]protocol.Played{"items": v.History})
}

// look returns the session that a route names as it is now.
func (s *Server) look(c echo.Context) (id, code string, v session.View, err error) {
	if id, code, err = s.known(c); err != nil {
		return id, code, v, err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	v, err = s.sessions.View(c.Request().Context(), id)
	return id, code, v, err
}

// known returns the session that a route names, and its join code.
func (s *Server) known(c echo.Context) (id, code string, err error) {
	u, err := uuid.Parse(c.Param("session"))
	if err != nil {
		return "", "", session.ErrNotFound
	}
	id = u.String()
	code, err = s.sessions.Code(id)
	return id, code, err
}

func (s *Server) findCode(c echo.Context) error {
	id, err := s.guess(c, c.Param("code"))
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, map[string]string{"session": id})
}

// guess finds the session of a typed code. Whoever guesses wrong too often has to
// wait, whether the next one is right or not.
func (s *Server) guess(c echo.Context, code string) (string, error) {
	if err := s.guesses.peek(c.RealIP()); err != nil {
		return "", err
	}
	id, err := s.sessions.ByCode(code)
	if err != nil {
		if err := s.guesses.take(c.RealIP()); err != nil {
			return "", err
		}
		return "", protocol.Errorf(protocol.NotFound, "code", "no session has this code")
	}
	return id, nil
}

// whole reads a number of the query.
func whole(c echo.Context, name string, absent, low, high int) (int, error) {
	text := c.QueryParam(name)
	if text == "" {
		return absent, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		return 0, protocol.Errorf(protocol.Invalid, name, "this is not a whole number from %d to %d", low, high)
	}
	return n, nil
}

func (s *Server) health(c echo.Context) error {
	return c.JSON(http.StatusOK, map[string]string{"status": "ok"})
}

// ready is for balancers: not while the server stops.
func (s *Server) ready(c echo.Context) error {
	if s.stopping.Load() {
		return protocol.Errorf(protocol.Unavailable, "", "the server stops")
	}
	return c.JSON(http.StatusOK, map[string]string{"status": "ready"})
}
