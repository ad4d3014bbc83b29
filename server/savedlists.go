package server

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"remoted/listfile"
	"remoted/liststore"
	"remoted/protocol"
	"remoted/session"
)

const (
	// Lists that an address saves and removes: each is a file that is flushed to the
	// disk.
	saveRate  = 1.0 // a second
	saveBurst = 30
)

// savedList is a saved list as the API shows it.
type savedList struct {
	Name     string `json:"name"`
	Items    int    `json:"items"`
	Duration int64  `json:"duration,omitempty"` // ms; absent: that of an item is not known
	Saved    int64  `json:"saved"`              // Unix ms
}

func wireSaved(i liststore.Info) savedList {
	return savedList{i.Name, i.Items, i.Duration, i.Saved.UnixMilli()}
}

var errNoLists = protocol.Errorf(protocol.NotFound, "", "this server saves no lists")

// listLists tells which lists are saved.
func (s *Server) listLists(c echo.Context) error {
	if s.lists == nil {
		return errNoLists
	}
	out := []savedList{}
	for _, i := range s.lists.All() {
		out = append(out, wireSaved(i))
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.JSON(http.StatusOK, map[string][]savedList{"lists": out})
}

// saveList saves the list of a session under a name.
func (s *Server) saveList(c echo.Context) error {
	name, err := s.listName(c)
	if err != nil {
		return err
	}
	id, err := uuid.Parse(c.QueryParam("session"))
	if err != nil {
		return session.ErrNotFound
	}
	if err := s.saves.take(c.RealIP()); err != nil {
		return err
	}
	v, err := s.sessions.View(c.Request().Context(), id.String())
	if err != nil {
		return err
	}
	list, _, err := listOf(v)
	if err != nil {
		return err
	}
	if len(list.Items) == 0 {
		return protocol.Errorf(protocol.Invalid, "session", "there is nothing in the list to save")
	}
	info, err := s.lists.Save(name, list, c.QueryParam("replace") == "true")
	if err != nil {
		return listError(err)
	}
	s.logger.Info("list saved", "session", id, "list", info.Name, "items", info.Items)
	return c.JSON(http.StatusOK, wireSaved(info))
}

// removeList removes a saved list.
func (s *Server) removeList(c echo.Context) error {
	name, err := s.listName(c)
	if err != nil {
		return err
	}
	if err := s.saves.take(c.RealIP()); err != nil {
		return err
	}
	if err := s.lists.Remove(name); err != nil {
		return listError(err)
	}
	s.logger.Info("list removed", "list", name)
	return c.NoContent(http.StatusNoContent)
}

// savedFile gives a saved list away: NAME.m3u8 and so on.
func (s *Server) savedFile(c echo.Context) error {
	file, err := s.listName(c)
	if err != nil {
		return err
	}
	f, ok := listfile.ByName(file)
	dot := strings.LastIndexByte(file, '.')
	if !ok || dot < 0 {
		return protocol.Errorf(protocol.NotFound, "", "a list is had as m3u8, xspf, jspf, txt or json")
	}
	if err := s.exports.take(c.RealIP()); err != nil {
		return err
	}
	list, err := s.loadList(c, file[:dot])
	if err != nil {
		return err
	}
	return s.sendList(c, list, f, list.Title)
}

// listName is the name that a route holds. The router goes by the path as it was
// sent where that says more than the path without escapes.
func (s *Server) listName(c echo.Context) (string, error) {
	name := c.Param("name")
	if s.lists == nil {
		return "", errNoLists
	}
	if c.Request().URL.RawPath == "" {
		return name, nil
	}
	name, err := url.PathUnescape(name)
	if err != nil {
		return "", listError(liststore.ErrName)
	}
	return name, nil
}

func (s *Server) loadList(c echo.Context, name string) (listfile.List, error) {
	if s.lists == nil {
		return listfile.List{}, errNoLists
	}
	if err := s.reading.take(c.Request().Context()); err != nil {
		return listfile.List{}, err
	}
	defer s.reading.giveBack()
	list, err := s.lists.Load(name)
	return list, listError(err)
}

// listError gives the refusals of the store their codes.
func listError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, liststore.ErrNotFound):
		return protocol.Errorf(protocol.NotFound, "name", "%v", err)
	case errors.Is(err, liststore.ErrExists):
		return protocol.Errorf(protocol.Stale, "name", "%v", err)
	case errors.Is(err, liststore.ErrName):
		return protocol.Errorf(protocol.Invalid, "name", "%v", err)
	case errors.Is(err, liststore.ErrFull), errors.Is(err, listfile.ErrTooLarge):
		return protocol.Errorf(protocol.LimitReached, "", "%v", err)
	}
	return err
}
