package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
)

// A root is a served folder. All access to its files goes through the os.Root,
// which refuses what leads out of it.
type root struct {
	abs   string // absolute, without links: the folder's identity
	label string // put before the Folder of its entries; empty with one root
	dir   atomic.Pointer[os.Root]
}

// openRoot opens a served folder. The errors name it as it was given.
func openRoot(dir string) (*root, error) {
	abs, err := filepath.Abs(dir)
	if err == nil {
		abs, err = filepath.EvalSymlinks(abs)
	}
	if err != nil {
		return nil, fmt.Errorf("media folder %q: %w", dir, reason(err))
	}
	info, err := os.Stat(abs)
	if err != nil {
		return nil, fmt.Errorf("media folder %q: %w", dir, reason(err))
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("media folder %q: not a folder", dir)
	}
	d, err := os.OpenRoot(abs)
	if err != nil {
		return nil, fmt.Errorf("media folder %q: %w", dir, reason(err))
	}
	r := &root{abs: abs}
	r.dir.Store(d)
	return r, nil
}

// reason strips the operation and path from a file error.
func reason(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return err
}

// stat describes the regular file at path, links inside the folder followed.
// Anything but a regular file is an error: opening a pipe would block.
func (r *root) stat(path string) (fs.FileInfo, error) {
	info, err := r.dir.Load().Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: not a regular file", path)
	}
	return info, nil
}

// open opens the regular file at path for reading. The caller closes it.
func (r *root) open(path string) (*os.File, fs.FileInfo, error) {
	if _, err := r.stat(path); err != nil {
		return nil, nil, err
	}
	f, err := r.dir.Load().Open(path)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s: not a regular file", path)
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// refresh follows the folder when another one is now in its place: a disk that
// was unplugged and came back, a folder that was deleted and made again. It
// tells whether that was so.
func (r *root) refresh() bool {
	now, err := os.Stat(r.abs)
	if err != nil || !now.IsDir() {
		return false
	}
	if held, err := r.dir.Load().Stat("."); err == nil && os.SameFile(now, held) {
		return false
	}
	d, err := os.OpenRoot(r.abs)
	if err != nil {
		return false
	}
	r.dir.Swap(d).Close()
	return true
}

func (r *root) close() { r.dir.Load().Close() }
