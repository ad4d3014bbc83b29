package server

import (
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"remoted/internal/reasons"
	"remoted/listfile"
	"remoted/protocol"
	"remoted/session"
)

const (
	// Lists that an address brings in or looks into: a person does a few a minute, a
	// script with a list a link some more.
	importRate  = 2.0 // a second
	importBurst = 60

	// maxListBody is read of a body, in bytes, although a list is smaller: browsers
	// show the answer only to who could send all that it asked with.
	maxListBody = 4 * listfile.MaxBytes

	// maxSkipped entries are told one by one; nobody reads more.
	maxSkipped = 100
)

// listItem is an entry of a list that was looked into.
type listItem struct {
	URL      string `json:"url"`
	Title    string `json:"title"`
	Duration int64  `json:"duration,omitempty"` // ms
	Start    int64  `json:"start,omitempty"`    // ms
	End      int64  `json:"end,omitempty"`      // ms
}

// skippedItem is an entry that is not taken in.
type skippedItem struct {
	Line    int              `json:"line,omitempty"`
	Text    string           `json:"text"`
	Why     string           `json:"why"`
	Because *reasons.Because `json:"because,omitempty"` // why, for programs
}

// skipped is what every answer says of what is left out.
type skipped struct {
	Skipped      []skippedItem `json:"skipped"`                // the first maxSkipped of them
	SkippedTotal int           `json:"skippedTotal,omitempty"` // all of them
}

func wireSkipped(in []listfile.Skipped) skipped {
	out := skipped{Skipped: []skippedItem{}, SkippedTotal: len(in)}
	for _, s := range in[:min(len(in), maxSkipped)] {
		out.Skipped = append(out.Skipped, skippedItem{s.Line, s.Text, s.Why, reasons.Of(s.Why)})
	}
	return out
}

// importList takes a list into a session, or with preview looks into it only. The
// list is the body, or one that is saved.
func (s *Server) importList(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	if err := s.imports.take(c.RealIP()); err != nil {
		return err
	}
	req, err := importRequest(c)
	if err != nil {
		return err
	}
	list, left, err := s.givenList(c)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	if c.QueryParam("preview") == "true" {
		return c.JSON(http.StatusOK, previewOf(list, left))
	}
	req.List = list
	done, err := s.sessions.Import(c.Request().Context(), id, req)
	if err != nil {
		return err
	}
	for _, r := range done.Refused {
		left = append(left, listfile.Skipped{Text: nameOf(list.Items[r.Index]), Why: r.Why})
	}
	return c.JSON(http.StatusOK, struct {
		Seq   uint64 `json:"seq"`
		Title string `json:"title,omitempty"`
		Items int    `json:"items"`
		skipped
	}{done.Seq, list.Title, done.Items, wireSkipped(left)})
}

func nameOf(it listfile.Item) string {
	if it.Title != "" {
		return it.Title
	}
	return it.URL
}

func previewOf(list listfile.List, left []listfile.Skipped) any {
	items := make([]listItem, len(list.Items))
	for i, it := range list.Items {
		items[i] = listItem{it.URL, it.Title, it.Duration, it.Start, it.End}
	}
	return struct {
		Title string     `json:"title,omitempty"`
		Items []listItem `json:"items"`
		skipped
	}{list.Title, items, wireSkipped(left)}
}

// importRequest reads how a list shall be taken in. The mode is not needed to look
// into one.
func importRequest(c echo.Context) (session.ImportRequest, error) {
	req := session.ImportRequest{Mode: c.QueryParam("mode"), Client: c.QueryParam("client")}
	switch req.Mode {
	case "":
		req.Mode = "append"
	case "append", "seed":
	case "replace":
		base, err := strconv.ParseUint(c.QueryParam("base"), 10, 53)
		if err != nil && c.QueryParam("preview") != "true" {
			return req, protocol.Errorf(protocol.Invalid, "base", "replace needs the current seq as base")
		}
		req.Base = base
	default:
		return req, protocol.Errorf(protocol.Invalid, "mode", "a mode is seed, append or replace")
	}
	return req, nil
}

// givenList is the list that a request names or brings.
func (s *Server) givenList(c echo.Context) (listfile.List, []listfile.Skipped, error) {
	if c.QueryParams().Has("list") {
		list, err := s.loadList(c, c.QueryParam("list"))
		return list, nil, err
	}
	if err := s.coming.take(c.Request().Context()); err != nil {
		return listfile.List{}, nil, err
	}
	defer s.coming.giveBack()
	data, err := wholeFile(c.Request().Body)
	if err != nil {
		return listfile.List{}, nil, err
	}
	if err := s.reading.take(c.Request().Context()); err != nil {
		return listfile.List{}, nil, err
	}
	defer s.reading.giveBack()
	list, left, err := listfile.Parse(data, c.QueryParam("name"), listfile.Files(s.finder()))
	if err != nil {
		return list, left, refusedFile(err)
	}
	s.takeHome(c, &list)
	return list, left, nil
}

// wholeFile reads a body to its end, also of what is too large to be a list.
func wholeFile(body io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(body, listfile.MaxBytes+1))
	if err == nil {
		_, err = io.Copy(io.Discard, body)
	}
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return nil, refusedFile(listfile.ErrTooLarge)
	}
	if err != nil {
		return nil, protocol.Errorf(protocol.BadMessage, "", "the file did not arrive whole")
	}
	return data, nil
}

// refusedFile says why a file is no list. A page knows a stream by the field.
func refusedFile(err error) error {
	if errors.Is(err, listfile.ErrTooLarge) {
		return withStatus(http.StatusRequestEntityTooLarge, protocol.LimitReached, "file", err.Error())
	}
	field := "file"
	if _, ok := errors.AsType[*listfile.StreamError](err); ok {
		field = "stream"
	}
	return protocol.Errorf(protocol.Unsupported, field, "%v", err)
}

// exportList gives a session's list away, in each format at an address of its own.
func (s *Server) exportList(f listfile.Format) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := s.exports.take(c.RealIP()); err != nil {
			return err
		}
		_, _, v, err := s.look(c)
		if err != nil {
			return err
		}
		list, at, err := listOf(v)
		if err != nil {
			return err
		}
		return s.sendList(c, list, f, "remoted "+at.Format("2006-01-02"))
	}
}

// isImport reports whether a request may bring a list file in its body.
func isImport(r *http.Request) bool {
	return strings.HasPrefix(r.URL.Path, "/api/sessions/") && strings.HasSuffix(r.URL.Path, "/import")
}
