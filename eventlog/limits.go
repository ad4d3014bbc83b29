package eventlog

import "fmt"

// Limits of what a Log takes. They bound the memory of one call; the sessions'
// own limits are far below.
const (
	// MaxRecordBytes is the size of one record: the largest command a client
	// may send (an upload of a whole list) fits several times over.
	MaxRecordBytes = 4 << 20
	// MaxGroupRecords is the number of records in one Append: more than a
	// session's mailbox ever holds at once.
	MaxGroupRecords = 1024
	// MaxGroupBytes is the size of all records of one Append together; four
	// of the largest records.
	MaxGroupBytes = 16 << 20
	// MaxSnapshotBytes is the size of a snapshot: a list of the maximum length
	// with the longest titles and addresses.
	MaxSnapshotBytes = 64 << 20
	// MaxMetaBytes is the size of a session's meta data, which List returns
	// for many sessions at once.
	MaxMetaBytes = 64 << 10
)

// CheckGroup returns ErrTooLarge, with the reason, for a group that Append
// must refuse. It is for those who implement Log.
func CheckGroup(group [][]byte) error {
	if len(group) > MaxGroupRecords {
		return fmt.Errorf("%w: %d records in a group, at most %d", ErrTooLarge, len(group), MaxGroupRecords)
	}
	total := 0
	for _, data := range group {
		if err := checkSize("record", len(data), MaxRecordBytes); err != nil {
			return err
		}
		total += len(data)
	}
	return checkSize("group", total, MaxGroupBytes)
}

// CheckSnapshot returns ErrTooLarge for a snapshot that PutSnapshot must
// refuse.
func CheckSnapshot(snap Snapshot) error {
	return checkSize("snapshot", len(snap.Data), MaxSnapshotBytes)
}

// CheckMeta returns ErrTooLarge for meta data that Create must refuse.
func CheckMeta(meta []byte) error { return checkSize("meta", len(meta), MaxMetaBytes) }

func checkSize(what string, size, limit int) error {
	if size > limit {
		return fmt.Errorf("%w: %s of %d bytes, at most %d", ErrTooLarge, what, size, limit)
	}
	return nil
}
