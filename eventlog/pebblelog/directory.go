package pebblelog

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/cockroachdb/pebble/v2/vfs"

	"remoted/eventlog"
)

// directoryMode of the data directory: a session's UUID is its key, so nobody
// else on the machine may read it.
const directoryMode = 0o700

// directoryFS is a file system that makes private directories and tells a lock
// held by somebody else from every other error.
type directoryFS struct{ vfs.FS }

// Unwrap implements vfs.FS.
func (d directoryFS) Unwrap() vfs.FS { return d.FS }

// MkdirAll implements vfs.FS.
func (d directoryFS) MkdirAll(dir string, _ os.FileMode) error {
	return d.FS.MkdirAll(dir, directoryMode)
}

// Lock implements vfs.FS.
func (d directoryFS) Lock(name string) (io.Closer, error) {
	lock, err := d.FS.Lock(name)
	if err != nil && lockIsHeld(err) {
		return nil, errors.Join(eventlog.ErrInUse, err)
	}
	return lock, err
}

// sharingViolation is what Windows says when another process has the lock file.
const sharingViolation = syscall.Errno(32)

// lockIsHeld tells whether err says that the lock file was there but taken. An
// error with a path is one of making the file.
func lockIsHeld(err error) bool {
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return false
	}
	return errors.Is(err, syscall.EAGAIN) || errors.Is(err, syscall.EACCES) ||
		runtime.GOOS == "windows" && errors.Is(err, sharingViolation) ||
		strings.Contains(err.Error(), "lock held by current process")
}

// canonicalDir names a directory in the one way that the lock knows it by: the
// system lets a process take its own lock twice, and Pebble compares names.
func canonicalDir(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	return abs, nil // not there yet
}
