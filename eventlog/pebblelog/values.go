package pebblelog

import (
	"encoding/binary"
	"errors"
)

// errCorrupt: a stored value is not what this package wrote. Pebble checks sums,
// so that this is a mistake of a program rather than of a disk.
var errCorrupt = errors.New("event log holds a malformed value")

// infoRow is the value of an info row.
type infoRow struct {
	touched int64  // Unix ms
	dropped uint64 // records up to this sequence were replaced by the snapshot
	meta    []byte
}

// encode returns the stored form of the row.
func (r infoRow) encode() []byte {
	value := make([]byte, 0, 16+len(r.meta))
	value = binary.BigEndian.AppendUint64(value, uint64(r.touched))
	value = binary.BigEndian.AppendUint64(value, r.dropped)
	return append(value, r.meta...)
}

// decodeInfo reads a stored row; its meta is part of value.
func decodeInfo(value []byte) (infoRow, error) {
	if len(value) < 16 {
		return infoRow{}, errCorrupt
	}
	return infoRow{
		touched: int64(binary.BigEndian.Uint64(value)),
		dropped: binary.BigEndian.Uint64(value[8:]),
		meta:    value[16:],
	}, nil
}

// encodeSnapshot returns the stored form of a snapshot.
func encodeSnapshot(seq uint64, data []byte) []byte {
	value := make([]byte, 0, 8+len(data))
	value = binary.BigEndian.AppendUint64(value, seq)
	return append(value, data...)
}

// decodeSnapshot reads a stored snapshot; data is part of value.
func decodeSnapshot(value []byte) (seq uint64, data []byte, err error) {
	if len(value) < 8 {
		return 0, nil, errCorrupt
	}
	return binary.BigEndian.Uint64(value), value[8:], nil
}
