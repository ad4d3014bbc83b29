package liststore

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"remoted/listfile"
)

// read returns the list in a file, and what the system says of the file.
func (s *Store) read(file string) (listfile.List, fs.FileInfo, error) {
	f, err := os.Open(filepath.Join(s.dir, file))
	if err != nil {
		return listfile.List{}, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = errors.New("this is no file")
	}
	if err != nil {
		return listfile.List{}, nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, listfile.MaxBytes+1))
	if err != nil {
		return listfile.List{}, nil, err
	}
	// Files of this server keep the paths that they have on it.
	l, _, err := listfile.Parse(data, file, listfile.Files(func(path string) (string, string) { return path, "" }))
	return l, info, err
}
