// Package liststore keeps lists by name, each as a file of our own format in one
// directory: what people see there they can read, copy and put back.
//
// A list is there whole or not at all, also after a power failure: it is written
// beside its place, flushed, and renamed. The directory belongs to one process.
package liststore

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"remoted/internal/durable"
	"remoted/listfile"
)

const (
	// MaxLists are kept: more than a household looks through.
	MaxLists = 200
	// MaxBytes they have in all: lists of hundreds of items each, or thirty of the
	// largest. They share the disk with the log.
	MaxBytes = 128 << 20
	// MaxName of a list, in characters: it fits into one line of a phone.
	MaxName = 60
	// fileMode keeps what people play from others of the machine.
	fileMode = 0o600
	// maxSlug of a name stands readable in its file's name, in bytes.
	maxSlug = 40
)

// The refusals of a store.
var (
	ErrNotFound = errors.New("there is no list of this name")
	ErrExists   = errors.New("there is a list of this name already")
	ErrFull     = fmt.Errorf("at most %d lists are kept, of %d MB in all", MaxLists, MaxBytes>>20)
	ErrName     = fmt.Errorf("a name is neither . nor .., and has 1 to %d characters, none of them / or \\", MaxName)
)

// Info tells of a list without its items.
type Info struct {
	Name     string
	Items    int
	Duration int64 // of all items, in milliseconds; 0: that of one is not known
	Saved    time.Time

	bytes int64 // of its file
}

// Store keeps lists. It is safe for concurrent use.
type Store struct {
	dir string // static

	writing sync.Mutex // held while a file is written or removed: looking on need not wait

	mu    sync.Mutex
	known map[string]Info // by file name; changed by who writes
}

// Open keeps lists in a directory that is there. Files that are no lists are left
// alone.
func Open(dir string) (*Store, error) {
	s := &Store{dir: dir, known: make(map[string]Info)}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("open saved lists: %w", err)
	}
	for _, e := range entries {
		if durable.IsTemporary(e.Name()) {
			os.Remove(filepath.Join(dir, e.Name())) // of a save that was cut off; the next try is tomorrow's
			continue
		}
		if l, info, err := s.read(e.Name()); err == nil && fileName(l.Title) == e.Name() {
			s.known[e.Name()] = infoOf(l, info.ModTime(), info.Size())
		}
	}
	return s, nil
}

// Name returns the form in which a name is kept: one line, without spaces around,
// its accents composed. A name is a part of an address as well, where . and .. lead
// elsewhere. [ErrName].
func Name(name string) (string, error) {
	name = norm.NFC.String(strings.Join(strings.Fields(name), " "))
	bad := func(r rune) bool {
		return r == '/' || r == '\\' || !unicode.IsGraphic(r) && r != '\u200d' && r != '\u200c'
	}
	if name == "" || name == "." || name == ".." || !utf8.ValidString(name) || utf8.RuneCountInString(name) > MaxName || strings.ContainsFunc(name, bad) {
		return "", ErrName
	}
	return name, nil
}

// All returns what is kept, by name.
func (s *Store) All() []Info {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]Info, 0, len(s.known))
	for _, i := range s.known {
		all = append(all, i)
	}
	slices.SortFunc(all, func(a, b Info) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// Load returns a list. [ErrNotFound], [ErrName].
func (s *Store) Load(name string) (listfile.List, error) {
	name, err := Name(name)
	if err != nil {
		return listfile.List{}, err
	}
	l, _, err := s.read(fileName(name))
	if errors.Is(err, fs.ErrNotExist) {
		return listfile.List{}, ErrNotFound
	}
	if err != nil {
		return listfile.List{}, fmt.Errorf("load list: %w", err)
	}
	return l, nil
}

// Save keeps a list under a name, durably on return. One that is there already is
// replaced only if that is asked for. Who added the items and what else a session
// held are not kept: a list is for everybody. [ErrExists], [ErrFull], [ErrName],
// [listfile.ErrTooLarge].
func (s *Store) Save(name string, l listfile.List, replace bool) (Info, error) {
	name, err := Name(name)
	if err != nil {
		return Info{}, err
	}
	l = bare(name, l)
	data, err := listfile.Encode(l, listfile.JSON)
	if err != nil {
		return Info{}, fmt.Errorf("save list: %w", err)
	}
	if len(data) > listfile.MaxBytes {
		return Info{}, listfile.ErrTooLarge
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	file := fileName(name)
	if err := s.mayWrite(file, replace, int64(len(data))); err != nil {
		return Info{}, err
	}
	if err := durable.WriteFile(filepath.Join(s.dir, file), data, fileMode); err != nil {
		return Info{}, fmt.Errorf("save list: %w", err)
	}
	info := infoOf(l, time.Now(), int64(len(data)))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known[file] = info
	return info, nil
}

// mayWrite refuses a list that is there already, one too many, and one for which there
// is no room.
func (s *Store) mayWrite(file string, replace bool, bytes int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	old, there := s.known[file]
	switch {
	case there && !replace:
		return ErrExists
	case !there && len(s.known) >= MaxLists, s.bytes()-old.bytes+bytes > MaxBytes:
		return ErrFull
	}
	return nil
}

// bytes of all files. The lock is held.
func (s *Store) bytes() (n int64) {
	for _, i := range s.known {
		n += i.bytes
	}
	return n
}

// Remove removes a list, durably on return. [ErrNotFound], [ErrName].
func (s *Store) Remove(name string) error {
	name, err := Name(name)
	if err != nil {
		return err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	file := fileName(name)
	err = os.Remove(filepath.Join(s.dir, file))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove list: %w", err)
	}
	s.mu.Lock()
	delete(s.known, file)
	s.mu.Unlock()
	if err != nil {
		return ErrNotFound
	}
	return durable.SyncDir(s.dir)
}

// bare is a list without what concerns one evening only: who added what, what
// failed, how loud it was.
func bare(name string, l listfile.List) listfile.List {
	out := listfile.List{Title: name, Items: slices.Clone(l.Items)}
	for i, it := range out.Items {
		if it.Kept != nil {
			out.Items[i].Kept = &listfile.Kept{Provider: it.Kept.Provider, Ref: it.Kept.Ref}
		}
	}
	return out
}

func infoOf(l listfile.List, saved time.Time, bytes int64) Info {
	length, known := l.Duration()
	if !known {
		length = 0
	}
	return Info{Name: l.Title, Items: len(l.Items), Duration: length, Saved: saved, bytes: bytes}
}

// fileName is a name as a file's: readable where it can be, and told from all
// others by its hash, whatever the file system makes of capitals and accents.
func fileName(name string) string {
	sum := sha256.Sum256([]byte(name))
	slug := strings.Trim(strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return '-'
	}, name), "-")
	slug = strings.Trim(slug[:min(len(slug), maxSlug)], "-")
	return strings.TrimPrefix(slug+"-"+hex.EncodeToString(sum[:6])+".json", "-")
}
