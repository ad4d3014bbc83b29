package server

import (
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"remoted/library"
	"remoted/listfile"
)

// Files of this server have a path here and an address elsewhere: with a list that
// goes out goes the address, so that other players can open them; in a list that
// comes in it becomes the path again.

// finder looks paths of a list up in the library: those of this server, and those
// of players on other machines that play the same folder.
func (s *Server) finder() func(location string) (address, why string) {
	var files *library.Finder
	return func(location string) (string, string) {
		if path, ok := s.ownPath(location); ok {
			return path, ""
		}
		if s.library == nil {
			return "", "this is a file on a disk and no link"
		}
		if files == nil {
			files = s.library.Finder()
		}
		if e, ok := files.Find(location); ok {
			return e.URL(), ""
		}
		return "", "the folder that this server shares has no such file"
	}
}

// ownPath is the path of a file that this server serves, by what it is called now.
func (s *Server) ownPath(path string) (string, bool) {
	if strings.HasPrefix(path, "/uploads/") {
		return path, true // the resolver knows whether it is there
	}
	rest, ok := strings.CutPrefix(path, "/media/")
	if !ok || s.library == nil {
		return "", false
	}
	id, _, _ := strings.Cut(rest, "/")
	e, ok := s.library.Get(id)
	return e.URL(), ok
}

// takeHome makes paths of this server's own addresses. A file of the library is
// known by its id, also when the server had another address once.
func (s *Server) takeHome(c echo.Context, list *listfile.List) {
	hosts := s.hosts(c)
	for i, it := range list.Items {
		u, err := url.Parse(it.URL)
		if err != nil || u.Host == "" {
			continue
		}
		if path, ok := s.ownPath(u.EscapedPath()); ok && (strings.HasPrefix(path, "/media/") || slices.Contains(hosts, u.Host)) {
			list.Items[i].URL = path
		}
		if t, err := url.Parse(it.Thumbnail); err == nil && slices.Contains(hosts, t.Host) {
			list.Items[i].Thumbnail = t.EscapedPath()
		}
	}
}

// hosts are the names under which this server is reached.
func (s *Server) hosts(c echo.Context) []string {
	hosts := []string{c.Request().Host}
	for _, address := range []string{s.address.public(c.Request()), s.address.local(), s.address.number()} {
		if u, err := url.Parse(address); err == nil {
			hosts = append(hosts, u.Host)
		}
	}
	return hosts
}

// sendAway makes addresses of this server's paths.
func (s *Server) sendAway(c echo.Context, list *listfile.List) {
	here := s.address.public(c.Request())
	absolute := func(path string) string {
		if strings.HasPrefix(path, "/") {
			return here + path
		}
		return path
	}
	list.Items = slices.Clone(list.Items)
	for i, it := range list.Items {
		list.Items[i].URL, list.Items[i].Thumbnail = absolute(it.URL), absolute(it.Thumbnail)
	}
}
