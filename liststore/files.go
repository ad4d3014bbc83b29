package liststore

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"remoted/listfile"
)

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
