package liststore

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"remoted/listfile"
)

// temporary ends the names of files that are being written.
const temporary = ".tmp"

func isTemporary(file string) bool { return strings.HasSuffix(file, temporary) }

// read returns the list in a file and when it was saved.
func (s *Store) read(file string) (listfile.List, time.Time, error) {
	f, err := os.Open(filepath.Join(s.dir, file))
	if err != nil {
		return listfile.List{}, time.Time{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("this is no file")
	}
	if err != nil {
		return listfile.List{}, time.Time{}, err
	}
	data, err := io.ReadAll(io.LimitReader(f, listfile.MaxBytes+1))
	if err != nil {
		return listfile.List{}, time.Time{}, err
	}
	// Files of this server keep the paths that they have on it.
	l, _, err := listfile.Parse(data, file, listfile.Files(func(path string) (string, string) { return path, "" }))
	return l, info.ModTime(), err
}

// write puts data in the place of a file, whole or not at all.
func (s *Store) write(file string, data []byte) error {
	f, err := os.CreateTemp(s.dir, "*"+temporary)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(fileMode), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(s.dir, file))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return s.syncDir()
}

// syncDir makes names durable, where the system has that.
func (s *Store) syncDir() error {
	d, err := os.Open(s.dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, os.ErrInvalid) {
		return err
	}
	return nil
}
