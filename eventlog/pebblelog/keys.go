package pebblelog

import (
	"encoding/binary"
	"math"

	"github.com/google/uuid"
)

// The kinds of keys; see the package comment. Never reuse a value.
const (
	kindFormat   = 0x01
	kindInfo     = 0x02
	kindSnapshot = 0x03
	kindRecord   = 0x04
)

// Sizes of keys in bytes.
const (
	sessionKeySize = 1 + len(uuid.UUID{})
	recordKeySize  = sessionKeySize + 8
)

// formatKey is the key of the format version.
func formatKey() []byte { return []byte{kindFormat} }

func infoKey(id uuid.UUID) []byte     { return sessionKey(kindInfo, id) }
func snapshotKey(id uuid.UUID) []byte { return sessionKey(kindSnapshot, id) }

func sessionKey(kind byte, id uuid.UUID) []byte {
	return append([]byte{kind}, id[:]...)
}

// recordKey is the key of the record with that sequence.
func recordKey(id uuid.UUID, seq uint64) []byte {
	key := make([]byte, 0, recordKeySize+1) // +1: next makes no copy
	key = append(key, kindRecord)
	key = append(key, id[:]...)
	return binary.BigEndian.AppendUint64(key, seq)
}

// recordSeq returns the sequence in a record's key.
func recordSeq(key []byte) (seq uint64, ok bool) {
	if len(key) != recordKeySize || key[0] != kindRecord {
		return 0, false
	}
	return binary.BigEndian.Uint64(key[sessionKeySize:]), true
}

// infoSession returns the session in an info row's key.
func infoSession(key []byte) (id uuid.UUID, ok bool) {
	if len(key) != sessionKeySize || key[0] != kindInfo {
		return uuid.UUID{}, false
	}
	return uuid.UUID(key[1:]), true
}

// recordsAfter returns the range of a session's records beyond seq.
func recordsAfter(id uuid.UUID, seq uint64) (lower, upper []byte) {
	return next(recordKey(id, seq)), next(recordKey(id, math.MaxUint64))
}

// recordsUpTo returns the range of a session's records up to and including seq.
func recordsUpTo(id uuid.UUID, seq uint64) (lower, upper []byte) {
	return recordKey(id, 0), next(recordKey(id, seq))
}

// infosAfter returns the range of the info rows beyond a session, of all of
// them if it is nil.
func infosAfter(id *uuid.UUID) (lower, upper []byte) {
	if id == nil {
		return []byte{kindInfo}, []byte{kindInfo + 1}
	}
	return next(infoKey(*id)), []byte{kindInfo + 1}
}

// next is the key right after key in the order of keys.
func next(key []byte) []byte { return append(key, 0) }
