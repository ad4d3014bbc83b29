package upload

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"remoted/internal/durable"
)

// Modes of what is kept: it belongs to the people of a session.
const (
	dirMode  = 0o700
	fileMode = 0o600
)

// meta is what <id>.json holds.
type meta struct {
	Name     string `json:"name"`               // as cleaned; for showing
	Size     int64  `json:"size"`               // bytes of the whole file
	Metadata string `json:"metadata,omitempty"` // what the client said of it; never looked at
	Type     string `json:"type,omitempty"`
	Title    string `json:"title,omitempty"`
	Duration int64  `json:"duration,omitempty"` // ms
	Picture  bool   `json:"picture,omitempty"`  // there is one in it
}

// thumbnailExt is the extension of the thumbnail beside a file, once there is one.
const thumbnailExt = ".jpg"

var (
	sessionForm = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)
	idForm      = regexp.MustCompile(`^[a-z2-7]{26}$`)
)

// path is that of one of a file's own files.
func (s *Store) path(f *file, ext string) string {
	return filepath.Join(s.config.Dir, f.session, f.id+ext)
}

// names returns the sessions that have a directory.
func (s *Store) names() []string {
	entries, err := os.ReadDir(s.config.Dir)
	if err != nil {
		s.config.Logger.Error("read the uploads", "err", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && sessionForm.MatchString(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// scan lists what is on disk, and removes what is left of files that nobody can go
// on with.
func (s *Store) scan() error {
	if _, err := os.ReadDir(s.config.Dir); err != nil {
		return err
	}
	for _, session := range s.names() {
		dir := filepath.Join(s.config.Dir, session)
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			s.scanFile(session, e)
		}
		os.Remove(dir) // fails unless it is empty
	}
	return nil
}

// scanFile takes in one file of a session's directory: a meta with its data, and
// perhaps a thumbnail; what is there without a meta is a leftover.
func (s *Store) scanFile(session string, e fs.DirEntry) {
	id, ext, _ := strings.Cut(e.Name(), ".")
	f := &file{session: session, id: id}
	switch {
	case !idForm.MatchString(id):
		return
	case ext == "json":
		if s.restore(f) {
			s.enter(f)
			return
		}
		s.erase(f)
	case ext == "data", ext == thumbnailExt[1:]:
		if _, err := os.Stat(s.path(f, ".json")); errors.Is(err, fs.ErrNotExist) {
			s.erase(f)
		}
	default: // of a meta or a thumbnail that was being written
		os.Remove(filepath.Join(s.config.Dir, session, e.Name()))
	}
}

// restore reads what is known of a file, and how much of it is there.
func (s *Store) restore(f *file) bool {
	text, err := os.ReadFile(s.path(f, ".json"))
	if err != nil || json.Unmarshal(text, &f.meta) != nil || f.meta.Size <= 0 {
		return false
	}
	info, err := os.Stat(s.path(f, ".data"))
	if err != nil {
		return false
	}
	f.offset, f.touched = min(info.Size(), f.meta.Size), info.ModTime()
	_, known := kindOf(f.meta.Type)
	return !f.finished() || known && info.Size() == f.meta.Size
}

// erase removes a file from the disk.
func (s *Store) erase(f *file) {
	for _, ext := range []string{".json", ".data", thumbnailExt} {
		if err := os.Remove(s.path(f, ext)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			s.config.Logger.Error("remove an upload", "session", f.session, "err", err)
		}
	}
}

// record makes durable what is known of a file: all of it, or what was there before.
func (s *Store) record(f *file, m meta) error {
	text, err := json.Marshal(m)
	if err != nil {
		return err
	}
	return durable.WriteFile(s.path(f, ".json"), text, fileMode)
}
