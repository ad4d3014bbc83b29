package upload

import (
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"remoted/internal/durable"
)

// Info is what can be told of a file.
type Info struct {
	ID       string
	Name     string    // for showing
	Size     int64     // bytes of the whole file
	Offset   int64     // bytes that are there
	Metadata string    // as the client gave it
	Expires  time.Time // when it goes if nothing more comes; zero once it is finished
	URL      string    // the path under which it is served; "" until it is finished
}

// Promise is a file that is going to come.
type Promise struct {
	Session  string // which must exist
	Name     string // for people
	Metadata string // kept for the client, and otherwise ignored
	Size     int64  // bytes
	From     string // who promises: what counts as one address; "" is not bounded
	Used     Used   // what may not leave for it; nil: nothing may
}

// Create promises a file. When it does not fit, older files that are not in use leave.
// A size that is not above 0 is a [RefusedError]. [ErrTooLarge], [ErrLimit],
// [ErrClosed].
func (s *Store) Create(p Promise) (Info, error) {
	if p.Size <= 0 {
		return Info{}, s.counts.count(refused(whyEmpty))
	}
	if p.Size > s.config.MaxBytes {
		return Info{}, s.counts.count(limited(ErrTooLarge, "a file has at most %s here", sizeText(s.config.MaxBytes)))
	}
	f := &file{
		session: p.Session, id: newID(), from: p.From, touched: s.config.now(), busy: true,
		meta: meta{Name: cleanName(p.Name), Size: p.Size, Metadata: p.Metadata},
	}
	if err := s.admit(f, p.Used); err != nil {
		return Info{}, s.counts.count(err)
	}
	if err := s.begin(f); err != nil {
		s.abandon(f)
		return Info{}, s.counts.count(orFull(fmt.Errorf("begin an upload: %w", err)))
	}
	return s.release(f, nil)
}

// begin makes a file's two files.
func (s *Store) begin(f *file) error {
	if err := s.makeDir(f.session); err != nil {
		return err
	}
	data, err := os.OpenFile(s.path(f, ".data"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return err
	}
	return errors.Join(data.Close(), s.record(f, f.meta))
}

// makeDir makes a session's directory, durably, unless it is there.
func (s *Store) makeDir(session string) error {
	err := os.Mkdir(filepath.Join(s.config.Dir, session), dirMode)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return durable.SyncDir(s.config.Dir)
}

// abandon removes a file that somebody works on.
func (s *Store) abandon(f *file) {
	s.mu.Lock()
	if !f.gone {
		s.leave(f)
	}
	s.mu.Unlock()
	s.erase(f)
}

// newID is 128 bits of chance: who knows it was told.
func newID() string {
	var b [16]byte
	rand.Read(b[:])
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))
}

// Info tells how far a file is. One that is complete, but was not looked at before
// the server ended, is finished first. [ErrNotFound], [ErrBusy] while somebody else
// finishes it, a [RefusedError].
func (s *Store) Info(session, id string) (Info, error) {
	s.mu.Lock()
	f, err := s.find(session, id)
	if err != nil {
		s.mu.Unlock()
		return Info{}, err
	}
	info := s.info(f)
	s.mu.Unlock()
	if info.Offset == info.Size && info.URL == "" {
		return s.Append(session, id, info.Offset, strings.NewReader(""))
	}
	return info, nil
}

// info is what can be told of a file. The lock is held.
func (s *Store) info(f *file) Info {
	i := Info{ID: f.id, Name: f.meta.Name, Metadata: f.meta.Metadata, Size: f.meta.Size, Offset: f.offset}
	if k, ok := kindOf(f.meta.Type); ok {
		i.URL = f.url(k)
	} else {
		i.Expires = f.touched.Add(f.waits())
	}
	return i
}

// url is the path under which a finished file is served. The name is for people and
// for saved files; session and id alone decide.
func (f *file) url(k kind) string {
	return f.dir() + pathName(fileName(f.meta.Name, k))
}

// dir is where all of a file is served. No name of a file is that of its thumbnail:
// they have extensions.
func (f *file) dir() string { return "/uploads/" + f.session + "/" + f.id + "/" }
