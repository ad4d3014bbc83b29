package server

import (
	"net/http"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"remoted/library"
	"remoted/protocol"
)

// Bounds of a library search.
const (
	maxQuery     = 200 // characters
	defaultLimit = 50  // entries
	maxLimit     = 200 // entries
	maxOffset    = 1 << 30
)

// entry is a file of the library as the API shows it.
type entry struct {
	ID       string `json:"id"`
	URL      string `json:"url"`
	Title    string `json:"title"`
	Artist   string `json:"artist,omitempty"`
	Album    string `json:"album,omitempty"`
	Folder   string `json:"folder,omitempty"`
	Duration int64  `json:"duration,omitempty"` // ms
	Type     string `json:"type"`
	Size     int64  `json:"size"`     // bytes
	Modified int64  `json:"modified"` // Unix ms
}

func (s *Server) searchLibrary(c echo.Context) error {
	if s.library == nil {
		return protocol.Errorf(protocol.NotFound, "", "this server shares no folder of media")
	}
	q := c.QueryParam("q")
	if utf8.RuneCountInString(q) > maxQuery {
		return protocol.Errorf(protocol.Invalid, "q", "a query has at most %d characters", maxQuery)
	}
	offset, err := whole(c, "offset", 0, 0, maxOffset)
	if err != nil {
		return err
	}
	limit, err := whole(c, "limit", defaultLimit, 1, maxLimit)
	if err != nil {
		return err
	}
	page := s.library.Search(q, offset, limit)
	out := struct {
		Items []entry `json:"items"`
		Total int     `json:"total"`
		Next  *int    `json:"next"` // offset of the next page, null at the end
	}{Items: make([]entry, len(page.Items)), Total: page.Total}
	for i, e := range page.Items {
		out.Items[i] = wireEntry(e)
	}
	if page.Next >= 0 {
		out.Next = &page.Next
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.JSON(http.StatusOK, out)
}

func wireEntry(e library.Entry) entry {
	return entry{
		ID: e.ID, URL: e.URL(), Title: e.Title, Artist: e.Artist, Album: e.Album, Folder: e.Folder,
		Duration: e.Duration, Type: e.Type, Size: e.Size, Modified: e.Modified,
	}
}

func (s *Server) mediaFile(c echo.Context) error {
	if s.library != nil {
		// The library writes nothing when it returns an error.
		if err := s.library.ServeFile(c.Response(), c.Request(), c.Param("id")); err == nil {
			return nil
		}
	}
	return protocol.Errorf(protocol.NotFound, "", "there is no such file")
}
