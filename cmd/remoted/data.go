package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// dataMode of what is kept: links and files of people, nobody else's on the machine.
const dataMode = 0o700

// data is where things are kept beside the log: one directory for each who asks. The
// log's own files lie in --data itself; its store leaves names alone that it does
// not know. With the store in memory all of it is temporary, too.
type data struct {
	root      string // "" until it is needed
	temporary bool
}

// newData keeps things where the configuration says; nothing is made yet.
func newData(c config) *data {
	if c.store == storeMemory {
		return &data{temporary: true}
	}
	return &data{root: c.data}
}

// dir returns the directory of that name, which is there and readable by this user
// only. The error is one line for a person. Ask for it before the service starts:
// it is not safe for concurrent use.
func (d *data) dir(name string) (string, error) {
	if d.root == "" {
		root, err := os.MkdirTemp("", "remoted-")
		if err != nil {
			return "", fmt.Errorf("make a temporary directory: %w", err)
		}
		d.root = root
	}
	dir := filepath.Join(d.root, name)
	if err := os.MkdirAll(dir, dataMode); err != nil {
		return "", fmt.Errorf("make a directory for data: %w", err)
	}
	return dir, nil
}

// close removes what is temporary. Whoever has a directory must be done with it.
func (d *data) close() error {
	if !d.temporary || d.root == "" {
		return nil
	}
	return os.RemoveAll(d.root)
}
