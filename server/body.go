package server

import (
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
)

// Bounds of requests' bodies. Whoever answers need not read them.
const (
	maxBodyBytes = 64 << 10 // hardly a route needs a body

	// bodyTimeout is how long a body may take, parts of files aside: a list of
	// [listfile.MaxBytes] over a poor line.
	bodyTimeout = 20 * time.Second
)

// boundBody bounds the body of a request, in bytes and in time: a line over which
// nothing comes would be kept for ever, also by who does not read.
func (s *Server) boundBody(c echo.Context) {
	r := c.Request()
	if r.Body == nil || r.Body == http.NoBody {
		return
	}
	r.Body = http.MaxBytesReader(c.Response(), r.Body, s.bodyLimit(r))
	boundReading(http.NewResponseController(c.Response()))
}

// boundReading has what is still to come of a body arrive in time, or not at all.
func boundReading(line *http.ResponseController) {
	_ = line.SetReadDeadline(time.Now().Add(bodyTimeout)) // fails where there is no line
}

// bodyLimit is how large the body of a request may be, in bytes: of a part of a file
// from a phone, as large as a file; of a list, as large as lists are.
func (s *Server) bodyLimit(r *http.Request) int64 {
	if s.uploads != nil && strings.HasPrefix(r.URL.Path, "/api/sessions/") && strings.Contains(r.URL.Path, "/uploads/") {
		return s.uploads.MaxBytes()
	}
	if isImport(r) {
		return maxListBody
	}
	return maxBodyBytes
}
