package pebblelog

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
)

// formatVersion is the version of the layout in the package comment.
//
//	1  first
const formatVersion = 1

// checkFormat refuses a store that this program would misread, and marks an
// empty one as its own.
func checkFormat(db *pebble.DB) error {
	value, closer, err := db.Get(formatKey())
	if errors.Is(err, pebble.ErrNotFound) {
		return claimFormat(db)
	}
	if err != nil {
		return fmt.Errorf("read format version: %w", err)
	}
	defer func() { _ = closer.Close() }() // releases a block, cannot fail
	if len(value) != 4 {
		return fmt.Errorf("read format version: %w", errCorrupt)
	}
	if got := binary.BigEndian.Uint32(value); got > formatVersion {
		return fmt.Errorf("data was written by a newer version of the program: format %d, this one knows up to %d", got, formatVersion)
	}
	return nil
}

// claimFormat writes the version into a store that holds nothing yet.
func claimFormat(db *pebble.DB) error {
	empty, err := isEmpty(db)
	if err != nil {
		return fmt.Errorf("read format version: %w", err)
	}
	if !empty {
		return errors.New("directory holds another program's data")
	}
	value := binary.BigEndian.AppendUint32(nil, formatVersion)
	return db.Set(formatKey(), value, pebble.Sync)
}

func isEmpty(db *pebble.DB) (bool, error) {
	it, err := db.NewIter(nil)
	if err != nil {
		return false, err
	}
	empty := !it.First()
	return empty, it.Close()
}
