package server

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"remoted/library"
	"remoted/protocol"
)

const (
	// Subtitles that an address asks for: each is read and made WebVTT. A film has up
	// to 64, and a screen asks for one at a time.
	captionRate  = 5.0 // a second
	captionBurst = 100
)

// track is a file of subtitles as the API shows it.
type track struct {
	Language string `json:"language"` // a tag (BCP 47)
	Label    string `json:"label"`
	URL      string `json:"url"`
}

// cover serves the small picture of a file of the library.
func (s *Server) cover(c echo.Context) error {
	if s.library == nil {
		return noLibrary()
	}
	// The library writes nothing when it returns an error.
	err := s.library.ServeCover(c.Response(), c.Request(), c.Param("id"))
	if errors.Is(err, library.ErrNotFound) {
		return protocol.Errorf(protocol.NotFound, "", "there is no cover")
	}
	if err != nil && c.Request().Context().Err() != nil {
		return nil // who asked has gone
	}
	return err
}

// subtitles lists the subtitles beside a file.
func (s *Server) subtitles(c echo.Context) error {
	if s.library == nil {
		return noLibrary()
	}
	found, err := s.library.Subtitles(c.Param("id"))
	if err != nil {
		return protocol.Errorf(protocol.NotFound, "", "there is no such file")
	}
	tracks := make([]track, len(found))
	for i, t := range found {
		tracks[i] = track{t.Language, t.Label, "/subtitles/" + c.Param("id") + "/" + strconv.Itoa(i) + ".vtt"}
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.JSON(http.StatusOK, map[string][]track{"tracks": tracks})
}

// subtitle serves one of them, as WebVTT whatever it is on the disk.
func (s *Server) subtitle(c echo.Context) error {
	if s.library == nil {
		return noLibrary()
	}
	name, ok := strings.CutSuffix(c.Param("track"), ".vtt")
	n, err := strconv.Atoi(name)
	if !ok || err != nil {
		return protocol.Errorf(protocol.NotFound, "", "there are no such subtitles")
	}
	if err := s.captions.take(c.RealIP()); err != nil {
		return err
	}
	b, err := s.library.Subtitle(c.Param("id"), n)
	if err != nil {
		return protocol.Errorf(protocol.NotFound, "", "there are no such subtitles")
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(http.StatusOK, library.SubtitleType, b)
}
