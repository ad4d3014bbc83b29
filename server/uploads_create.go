package server

import (
	"encoding/base64"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"remoted/protocol"
	"remoted/session"
	"remoted/upload"
)

const (
	// Files that an address promises: each is flushed to the disk. A phone sends all
	// pictures of an evening in one go.
	promiseRate  = 2.0 // a second
	promiseBurst = 2 * upload.MaxFiles

	// maxUploadMetadata bounds what a client says about a file, in bytes.
	maxUploadMetadata = 4 << 10
)

// createUpload promises a file to a session.
func (s *Server) createUpload(c echo.Context) error {
	id, _, err := s.known(c)
	if err != nil {
		return err
	}
	size, err := headerNumber(c, "Upload-Length")
	if err != nil {
		return err
	}
	metadata := c.Request().Header.Get("Upload-Metadata")
	name, err := uploadName(metadata)
	if err != nil {
		return err
	}
	if err := s.promises.take(c.RealIP()); err != nil {
		return err
	}
	info, err := s.promiseUpload(c, id, name, metadata, size)
	if err != nil {
		return uploadError(err)
	}
	if _, err := s.sessions.Code(id); err != nil { // it ended between the two
		s.uploads.RemoveSession(id)
		return err
	}
	c.Response().Header().Set("Location", "/api/sessions/"+id+"/uploads/"+info.ID)
	tellUpload(c, info)
	return c.NoContent(http.StatusCreated)
}

// promiseUpload promises a file. Where there is no room, files that the session needs
// no more give way: those that are neither in its list nor among what played.
func (s *Server) promiseUpload(c echo.Context, id, name, metadata string, size int64) (upload.Info, error) {
	info, err := s.uploads.Create(id, name, metadata, size)
	if !errors.Is(err, upload.ErrLimit) {
		return info, err
	}
	v, broken := s.sessions.View(c.Request().Context(), id)
	if broken != nil {
		return info, broken
	}
	needed := neededUploads(v)
	for errors.Is(err, upload.ErrLimit) && s.uploads.RemoveSpare(id, needed) {
		info, err = s.uploads.Create(id, name, metadata, size)
	}
	return info, err
}

// neededUploads tells by their ids, which occur nowhere by chance, which files a
// session may still play.
func neededUploads(v session.View) func(id string) bool {
	state := string(v.State)
	return func(id string) bool {
		return strings.Contains(state, id) || slices.ContainsFunc(v.History, func(p protocol.Played) bool {
			return strings.Contains(p.Item.Media.URL, id)
		})
	}
}

// uploadName reads the file's name out of tus' Upload-Metadata: pairs of a key and a
// value in base64, separated by commas. Without one the name is empty.
func uploadName(metadata string) (string, error) {
	if len(metadata) > maxUploadMetadata {
		return "", protocol.Errorf(protocol.Invalid, "Upload-Metadata", "Upload-Metadata has at most %d bytes", maxUploadMetadata)
	}
	for pair := range strings.SplitSeq(metadata, ",") {
		key, value, _ := strings.Cut(strings.TrimSpace(pair), " ")
		if key != "filename" {
			continue
		}
		name, err := base64.StdEncoding.DecodeString(value)
		if err != nil {
			return "", protocol.Errorf(protocol.Invalid, "Upload-Metadata", "the filename in Upload-Metadata is not base64")
		}
		return string(name), nil
	}
	return "", nil
}
