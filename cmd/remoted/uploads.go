package main

import (
	"errors"
	"io"
	"log/slog"
	"math"
	"strconv"
	"strings"

	"remoted/library"
	"remoted/library/ffmpeg"
	"remoted/playlist"
	"remoted/resolver"
	"remoted/session"
	"remoted/upload"
)

// setUploadMax reads how large a file from a phone may be.
func (c *config) setUploadMax(s string) error {
	n, err := parseSize(s)
	if err != nil {
		return errors.New("this is not a size such as 500m or 2g, or 0 for no uploads")
	}
	c.uploadMax = n
	return nil
}

// setUploadTotal reads how large all of them may be.
func (c *config) setUploadTotal(s string) error {
	n, err := parseSize(s)
	if err != nil || n == 0 {
		return errors.New("this is not a size such as 50g; --upload-max-bytes 0 takes no uploads")
	}
	c.uploadTotal = n
	return nil
}

// parseSize reads a number of bytes, in units of a thousand as phones count:
// 500000000, 500m, 2g.
func parseSize(s string) (int64, error) {
	unit := int64(1)
	number := strings.ToLower(s)
	for suffix, bytes := range map[string]int64{"k": 1e3, "m": 1e6, "g": 1e9} {
		if cut, ok := strings.CutSuffix(number, suffix); ok {
			number, unit = cut, bytes
			break
		}
	}
	n, err := strconv.ParseInt(number, 10, 64)
	if err != nil || n < 0 || strings.HasPrefix(number, "+") || n > maxUploadBytes/unit {
		return 0, errors.New("this is not a size")
	}
	return n * unit, nil
}

// maxUploadBytes is the largest limit there is: a session may hold several such files,
// and their sum must stay a number.
const maxUploadBytes = math.MaxInt64 / 1024

// openUploads opens the files from phones, if they are taken.
func openUploads(c config, kept *data, logger *slog.Logger) (*upload.Store, error) {
	if c.uploadMax == 0 {
		return nil, nil
	}
	dir, err := kept.dir("uploads")
	if err != nil {
		return nil, err
	}
	tools := ffmpeg.Find()
	return upload.Open(upload.Config{
		Dir: dir, MaxBytes: c.uploadMax, MaxTotal: c.uploadTotal, Probe: probe, Logger: logger,
		Thumbnail: library.NewThumbnails(tools).Of, Frames: tools.CanFrame(),
	})
}

// probe reads an uploaded file as the library reads its own.
func probe(r io.ReaderAt, size int64, ext string) (upload.Probed, bool) {
	d, ok := library.Describe(r, size, ext)
	title := d.Title
	if d.Artist != "" && d.Title != "" {
		title = d.Artist + " – " + d.Title
	}
	return upload.Probed{Title: title, Duration: d.Duration, Picture: d.Picture}, ok
}

// uploadMedia is a file from a phone as an item plays it.
func uploadMedia(files *upload.Store, id, name string) (playlist.Media, error) {
	f, err := files.Media(id, name)
	if err != nil {
		return playlist.Media{}, err
	}
	m := playlist.Media{Provider: "upload", Ref: id + "/" + name, URL: f.URL, Title: f.Title, Duration: f.Duration.Milliseconds(), Thumbnail: f.Thumbnail}
	if f.Picture {
		m.Provider, m.Duration = "picture", resolver.PictureTime.Milliseconds()
	}
	return m, nil
}

// For implements [session.Scoped].
func (a asker) For(id string) session.Resolver { return sessionAsker{a, id} }

// resolveIn resolves what belongs to a session.
func (a asker) resolveIn(id, address string) (playlist.Media, error) {
	return a.For(id).Resolve(address)
}

// sessionAsker resolves what people of one session add: files from phones belong to
// the session that they were brought to.
type sessionAsker struct {
	asker
	session string
}

// Resolve implements [session.Resolver].
func (a sessionAsker) Resolve(address string) (playlist.Media, error) {
	m, err := a.asker.Resolve(address)
	if err == nil {
		err = broughtTo(a.session, m)
	}
	return m, err
}

// errElsewhere is an [errors.ErrUnsupported] in words for people.
var errElsewhere error = elsewhereError{}

type elsewhereError struct{}

func (elsewhereError) Error() string        { return "this file was brought to another session" }
func (elsewhereError) Is(target error) bool { return target == errors.ErrUnsupported }

// broughtTo refuses a file that somebody brought to another session.
func broughtTo(session string, m playlist.Media) error {
	if of, _, ok := resolver.UploadPath(m.URL); ok && of != session {
		return errElsewhere
	}
	return nil
}
