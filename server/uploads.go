package server

import (
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"remoted/protocol"
	"remoted/upload"
)

// Files come from phones by tus 1.0.0 (https://tus.io/protocols/resumable-upload):
// the core, creation, termination and expiration. A finished file's path stands in
// Content-Location, of the PATCH that finished it and of every HEAD after that.
const (
	tusVersion    = "1.0.0"
	tusExtensions = "creation,termination,expiration"
	tusBody       = "application/offset+octet-stream"

	// uploadIdle is how long a phone may send nothing before its line counts as
	// lost: until then nobody else may go on with the file.
	uploadIdle = 15 * time.Second
	// maxUnread of a refused part are taken from the line, within bodyTimeout, so
	// that the client gets to read the answer: our page sends no larger ones.
	maxUnread = 8 << 20
)

// uploadRoutes are those of files from phones.
func (s *Server) uploadRoutes(e *echo.Echo) {
	const files, file = "/api/sessions/:session/uploads", "/api/sessions/:session/uploads/:upload"
	e.OPTIONS(files, s.tus(s.uploadOptions))
	e.OPTIONS(file, s.tus(s.uploadOptions))
	e.POST(files, s.tus(s.createUpload))
	e.HEAD(file, s.tus(s.lookAtUpload))
	e.PATCH(file, s.tus(s.continueUpload))
	e.DELETE(file, s.tus(s.removeUpload))
	e.POST(file, s.tus(s.overriddenUpload))
	e.Match([]string{http.MethodGet, http.MethodHead}, "/uploads/:session/:upload/thumbnail", s.uploadThumbnail)
	e.Match([]string{http.MethodGet, http.MethodHead}, "/uploads/:session/:upload/:name", s.uploadedFile)
}

// tus answers in the protocol's version, and only to those who speak it.
func (s *Server) tus(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if s.uploads == nil {
			return protocol.Errorf(protocol.NotFound, "", "this server takes no files")
		}
		h := c.Response().Header()
		h.Set("Tus-Resumable", tusVersion)
		h.Set("Cache-Control", "no-store")
		if r := c.Request(); r.Method != http.MethodOptions && r.Header.Get("Tus-Resumable") != tusVersion {
			h.Set("Tus-Version", tusVersion)
			return withStatus(http.StatusPreconditionFailed, protocol.Unsupported, "Tus-Resumable", "uploads speak tus "+tusVersion)
		}
		return next(c)
	}
}

// uploadOptions tells what can be done.
func (s *Server) uploadOptions(c echo.Context) error {
	h := c.Response().Header()
	h.Set("Tus-Version", tusVersion)
	h.Set("Tus-Extension", tusExtensions)
	h.Set("Tus-Max-Size", strconv.FormatInt(s.uploads.MaxBytes(), 10))
	return c.NoContent(http.StatusNoContent)
}

// lookAtUpload tells where to go on.
func (s *Server) lookAtUpload(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	info, err := s.uploads.Info(id, c.Param("upload"))
	if err != nil {
		return uploadError(err)
	}
	if info.Metadata != "" {
		c.Response().Header().Set("Upload-Metadata", info.Metadata)
	}
	c.Response().Header().Set("Upload-Length", strconv.FormatInt(info.Size, 10))
	tellUpload(c, info)
	return c.NoContent(http.StatusOK)
}

// continueUpload takes the bytes that follow.
func (s *Server) continueUpload(c echo.Context) error {
	body := c.Request().Body
	err := s.takeUpload(c)
	if err == nil {
		return c.NoContent(http.StatusNoContent)
	}
	io.CopyN(io.Discard, body, maxUnread) // for so long as any body may take
	return err
}

func (s *Server) takeUpload(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	r := c.Request()
	if r.Header.Get("Content-Type") != tusBody {
		return withStatus(http.StatusUnsupportedMediaType, protocol.BadMessage, "Content-Type", "the content type is not "+tusBody)
	}
	offset, err := headerNumber(c, "Upload-Offset")
	if err != nil {
		return err
	}
	line := http.NewResponseController(c.Response())
	defer boundReading(line) // what goes beyond the file, or is refused
	info, err := s.uploads.Append(id, c.Param("upload"), offset, &patientReader{r.Body, line})
	if err != nil {
		return uploadError(err)
	}
	tellUpload(c, info)
	return nil
}

// patientReader reads from a line that may pause, but not for ever.
type patientReader struct {
	body io.Reader
	line *http.ResponseController
}

func (p *patientReader) Read(b []byte) (int, error) {
	if err := p.line.SetReadDeadline(time.Now().Add(uploadIdle)); err != nil {
		return 0, err
	}
	return p.body.Read(b)
}

// removeUpload forgets a file, whether it is finished or not.
func (s *Server) removeUpload(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	if err := s.uploads.Remove(id, c.Param("upload")); err != nil {
		return uploadError(err)
	}
	return c.NoContent(http.StatusNoContent)
}

// overriddenUpload is for clients whose surroundings let no PATCH or DELETE out.
func (s *Server) overriddenUpload(c echo.Context) error {
	switch c.Request().Header.Get("X-HTTP-Method-Override") {
	case http.MethodPatch:
		return s.continueUpload(c)
	case http.MethodDelete:
		return s.removeUpload(c)
	case http.MethodHead:
		return s.lookAtUpload(c)
	}
	return echo.ErrMethodNotAllowed
}

// uploadedFile serves a finished file.
func (s *Server) uploadedFile(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	if s.uploads != nil {
		// The store writes nothing when it returns an error.
		if err := s.uploads.ServeFile(c.Response(), c.Request(), id, c.Param("upload")); err == nil {
			return nil
		}
	}
	return protocol.Errorf(protocol.NotFound, "", "there is no such file")
}

// uploadThumbnail serves the small picture of a finished file.
func (s *Server) uploadThumbnail(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	if s.uploads != nil {
		// The store writes nothing when it returns an error.
		err := s.uploads.ServeThumbnail(c.Response(), c.Request(), id, c.Param("upload"))
		if err == nil || c.Request().Context().Err() != nil { // who asked has gone
			return nil
		}
		if errors.Is(err, upload.ErrClosed) {
			return uploadError(err)
		}
	}
	return protocol.Errorf(protocol.NotFound, "", "there is no thumbnail")
}

// tellUpload sets the headers that say how far a file is.
func tellUpload(c echo.Context, info upload.Info) {
	h := c.Response().Header()
	h.Set("Upload-Offset", strconv.FormatInt(info.Offset, 10))
	if !info.Expires.IsZero() {
		h.Set("Upload-Expires", info.Expires.UTC().Format(http.TimeFormat))
	}
	if info.URL != "" {
		h.Set("Content-Location", info.URL)
	}
}

// headerNumber reads a header that must be there.
func headerNumber(c echo.Context, name string) (int64, error) {
	text := c.Request().Header.Get(name)
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || strings.HasPrefix(text, "+") {
		return 0, protocol.Errorf(protocol.Invalid, name, "%s is not a number of bytes", name)
	}
	return n, nil
}

// uploadError gives an error of the store its code, and the status that tus asks for.
func uploadError(err error) error {
	if why, ok := errors.AsType[*upload.RefusedError](err); ok {
		return protocol.Errorf(protocol.Unsupported, "", "%s", why.Why)
	}
	for _, row := range []struct {
		is     error
		status int
		code   protocol.Code
	}{
		{upload.ErrNotFound, http.StatusNotFound, protocol.NotFound},
		{upload.ErrOffset, http.StatusConflict, protocol.Stale},
		{upload.ErrBusy, http.StatusLocked, protocol.Unavailable},
		{upload.ErrTooLarge, http.StatusRequestEntityTooLarge, protocol.LimitReached},
		{upload.ErrLimit, http.StatusInsufficientStorage, protocol.LimitReached},
		{upload.ErrClosed, http.StatusServiceUnavailable, protocol.Unavailable},
		{upload.ErrRead, http.StatusBadRequest, protocol.BadMessage},
	} {
		if errors.Is(err, row.is) {
			return withStatus(row.status, row.code, "", err.Error())
		}
	}
	return err
}
