package library

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A folder is what a scan knows of one directory. The scanner's goroutine owns it.
type folder struct {
	root    *root
	path    string // below root, slash-separated; "." for root itself
	depth   int
	watched bool
	gone    bool             // dropped from the tree
	files   map[string]*file // candidates by name
	subs    map[string]*folder
}

func newFolder(r *root, path string, depth int) *folder {
	return &folder{root: r, path: path, depth: depth, files: map[string]*file{}, subs: map[string]*folder{}}
}

// abs is the place in the file system, for watching only.
func (f *folder) abs() string { return filepath.Join(f.root.abs, filepath.FromSlash(f.path)) }

// title is the Folder of the entries in f.
func (f *folder) title() string {
	if place := path.Join(f.root.label, f.path); place != "." {
		return clean(place)
	}
	return ""
}

// each visits f and all folders below.
func (f *folder) each(visit func(*folder)) {
	visit(f)
	for _, sub := range f.subs {
		sub.each(visit)
	}
}

// below returns the known folder at an absolute path, nil without one.
func (f *folder) below(abs string) *folder {
	rel, err := filepath.Rel(f.root.abs, abs)
	if err != nil {
		return nil
	}
	for name := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if name == "." {
			continue
		}
		if f = f.subs[name]; f == nil { // "..", which is never known, too
			return nil
		}
	}
	return f
}

// A file is a candidate as it was last seen.
type file struct {
	size     int64
	modified time.Time
	since    time.Time // when it was first seen like this
	state    fileState
	item     *item // nil: not media, or not looked into yet
}

type fileState int

const (
	fileWaiting fileState = iota // may still be written; look again soon
	fileFailed                   // could not be read; try at the next scan
	fileDone
)

// due takes a look at the file and tells whether it shall be probed now. In the
// first scan all files are: nobody waits for them to change.
func (f *file) due(info fs.FileInfo, now time.Time, first bool) bool {
	if f.size != info.Size() || !f.modified.Equal(info.ModTime()) || f.since.IsZero() {
		f.size, f.modified, f.since, f.state = info.Size(), info.ModTime(), now, fileWaiting
		return first || now.Sub(f.modified) >= settled
	}
	switch f.state {
	case fileWaiting:
		return now.Sub(f.since) >= settle
	case fileFailed:
		return true
	}
	return false
}

// A listing is what matters of a directory's contents.
type listing struct {
	files []fs.FileInfo // candidates, links resolved, by name
	dirs  []string
	other []string // names that may belong to a candidate: pictures, subtitles
}

// list reads a directory by one handle on it, so that each name costs one call.
func (f *folder) list(ctx context.Context) (listing, error) {
	dir, err := f.root.dir.Load().OpenRoot(f.path)
	if err != nil {
		return listing{}, err
	}
	defer dir.Close()
	d, err := dir.Open(".")
	if err != nil {
		return listing{}, err
	}
	defer d.Close()

	var l listing
	for ctx.Err() == nil {
		names, err := d.ReadDir(readDirNames)
		for _, name := range names {
			f.sort(name, dir, &l)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return listing{}, err
		}
	}
	slices.Sort(l.dirs)
	slices.SortFunc(l.files, func(a, b fs.FileInfo) int { return strings.Compare(a.Name(), b.Name()) })
	return l, ctx.Err()
}

// sort puts a name where it belongs: files, folders or neither.
func (f *folder) sort(e fs.DirEntry, dir *os.Root, l *listing) {
	name := e.Name()
	switch {
	case strings.HasPrefix(name, "."):
	case e.IsDir():
		if len(l.dirs) < maxFolders {
			l.dirs = append(l.dirs, name)
		}
	case isBeside(name):
		if len(l.other) < maxBeside {
			l.other = append(l.other, name)
		}
	case isCandidate(name) && len(l.files) < maxFiles:
		if info, err := f.describe(e, dir); err == nil && info.Mode().IsRegular() {
			l.files = append(l.files, named{info, name})
		}
	}
}

// describe stats a file through the handle of its folder; a link through the
// root, within which it may point anywhere.
func (f *folder) describe(e fs.DirEntry, dir *os.Root) (fs.FileInfo, error) {
	if e.Type()&fs.ModeSymlink != 0 {
		return f.root.stat(path.Join(f.path, e.Name()))
	}
	return dir.Lstat(e.Name())
}

// named keeps a link's own name on its target's description.
type named struct {
	fs.FileInfo
	name string
}

func (n named) Name() string { return n.name }
