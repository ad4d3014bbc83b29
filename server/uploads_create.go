package server

import (
	"context"
	"encoding/base64"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"remoted/protocol"
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
	used := func() (map[string]bool, error) { return s.uploadsInUse(c.Request().Context(), id) }
	info, err := s.uploads.Create(upload.Promise{
		Session: id, Name: name, Metadata: metadata, Size: size, From: network(c.RealIP()), Used: used,
	})
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

// uploadsInUse are the files of a session, by id, that it still refers to.
func (s *Server) uploadsInUse(ctx context.Context, session string) (map[string]bool, error) {
	paths, err := s.sessions.OwnFiles(ctx, session)
	if err != nil {
		return nil, err
	}
	used := make(map[string]bool)
	for path := range paths {
		if rest, ok := strings.CutPrefix(path, "/uploads/"+session+"/"); ok {
			id, _, _ := strings.Cut(rest, "/")
			used[id] = true
		}
	}
	return used, nil
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
