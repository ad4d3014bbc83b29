package server

import (
	"cmp"
	"errors"
	"net/http"

	"github.com/labstack/echo/v4"

	"remoted/library"
	"remoted/protocol"
)

// maxGroupKey bounds the key of a group, in bytes. Ours have 16.
const maxGroupKey = 64

// group is a folder, an artist or an album as the API shows it.
type group struct {
	Key    string `json:"key"`
	Name   string `json:"name"` // empty: the files that name no artist
	Detail string `json:"detail,omitempty"`
	Count  int    `json:"count"` // files, those in groups of it too
	Cover  string `json:"cover,omitempty"`
}

// place is where a page of browsing is.
type place struct {
	Key  string `json:"key"`
	Name string `json:"name"`
}

func (s *Server) browseLibrary(c echo.Context) error {
	if s.library == nil {
		return noLibrary()
	}
	by, in := cmp.Or(c.QueryParam("by"), library.ByFolders), c.QueryParam("in")
	if len(in) > maxGroupKey {
		return protocol.Errorf(protocol.Invalid, "in", "a key has at most %d bytes", maxGroupKey)
	}
	offset, limit, err := window(c)
	if err != nil {
		return err
	}
	page, err := s.library.Browse(by, in, offset, limit)
	if err != nil {
		return browseError(err)
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.JSON(http.StatusOK, wirePage(page))
}

func browseError(err error) error {
	switch {
	case errors.Is(err, library.ErrNoView):
		return protocol.Errorf(protocol.Invalid, "by", "this is none of folders, artists, albums and newest")
	case errors.Is(err, library.ErrNoGroup):
		return protocol.Errorf(protocol.NotFound, "in", "there is no such folder, artist or album, or not any more")
	}
	return err
}

// browsePage is a part of what a place of the library holds: groups, then files.
type browsePage struct {
	In     *place  `json:"in"` // null at the top
	Groups []group `json:"groups"`
	Items  []entry `json:"items"`
	Total  int     `json:"total"` // groups and files together
	Next   *int    `json:"next"`  // offset of the next page, null at the end
}

func wirePage(p library.BrowsePage) browsePage {
	out := browsePage{Groups: make([]group, len(p.Groups)), Items: wireEntries(p.Items), Total: p.Total, Next: next(p.Next)}
	if p.In != nil {
		out.In = &place{p.In.Key, p.In.Name}
	}
	for i, g := range p.Groups {
		out.Groups[i] = group(g)
	}
	return out
}
