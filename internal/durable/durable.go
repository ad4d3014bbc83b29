// Package durable writes files that are there whole or not at all, also after a power
// failure: beside their place, flushed, renamed, and the name flushed as well.
package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// temporary ends the names of files that are being written.
const temporary = ".tmp"

// IsTemporary reports whether a file of that name was being written when the program
// ended. The owner of its directory removes it when it opens the directory.
func IsTemporary(name string) bool { return strings.HasSuffix(name, temporary) }

// WriteFile puts data in the place of a file. Beside an error the file is as it was,
// or, when only its name could not be flushed, the new one. One writer at a time for a
// name; nothing is left of what failed.
func WriteFile(name string, data []byte, mode fs.FileMode) error {
	next := name + temporary
	err := writeFlushed(next, data, mode)
	if err == nil {
		err = os.Rename(next, name)
	}
	if err != nil {
		if left := os.Remove(next); !errors.Is(left, fs.ErrNotExist) {
			err = errors.Join(err, left)
		}
		return err
	}
	return SyncDir(filepath.Dir(name))
}

func writeFlushed(name string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// SyncDir makes the names in a directory durable, where the system has that: Windows
// neither flushes directories nor says so in one way.
func SyncDir(name string) error {
	dir, err := os.Open(name)
	if err != nil {
		return err
	}
	defer dir.Close()
	err = dir.Sync()
	for _, none := range []error{errors.ErrUnsupported, fs.ErrPermission, fs.ErrInvalid} {
		if errors.Is(err, none) {
			return nil
		}
	}
	return err
}
