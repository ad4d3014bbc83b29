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
	Cover    string `json:"cover,omitempty"`
}

// noLibrary is the answer where there is nothing to search or browse.
func noLibrary() error {
	return protocol.Errorf(protocol.NotFound, "", "this server shares no folder of media")
}

// window reads which part of a list is wanted.
func window(c echo.Context) (offset, limit int, err error) {
	if offset, err = whole(c, "offset", 0, 0, maxOffset); err != nil {
		return 0, 0, err
	}
	limit, err = whole(c, "limit", defaultLimit, 1, maxLimit)
	return offset, limit, err
}

func (s *Server) searchLibrary(c echo.Context) error {
	if s.library == nil {
		return noLibrary()
	}
	q := c.QueryParam("q")
	if utf8.RuneCountInString(q) > maxQuery {
		return protocol.Errorf(protocol.Invalid, "q", "a query has at most %d characters", maxQuery)
	}
	offset, limit, err := window(c)
	if err != nil {
		return err
	}
	page := s.library.Search(q, offset, limit)
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.JSON(http.StatusOK, struct {
		Items []entry `json:"items"`
		Total int     `json:"total"`
		Next  *int    `json:"next"` // offset of the next page, null at the end
	}{wireEntries(page.Items), page.Total, next(page.Next)})
}

// next is the offset of a next page as the API tells it: null without one.
func next(offset int) *int {
	if offset < 0 {
		return nil
	}
	return &offset
}

func wireEntries(entries []library.Entry) []entry {
	out := make([]entry, len(entries))
	for i, e := range entries {
		out[i] = wireEntry(e)
	}
	return out
}

func wireEntry(e library.Entry) entry {
	return entry{
		ID: e.ID, URL: e.URL(), Title: e.Title, Artist: e.Artist, Album: e.Album, Folder: e.Folder,
		Duration: e.Duration, Type: e.Type, Size: e.Size, Modified: e.Modified, Cover: e.CoverURL(),
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
