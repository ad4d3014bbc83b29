package pebblelog

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/google/uuid"

	"remoted/eventlog"
)

// Snapshot implements eventlog.Log.
func (l *Log) Snapshot(ctx context.Context, session string) (snap eventlog.Snapshot, ok bool, err error) {
	id, end, err := l.startSession(ctx, session)
	if err != nil {
		return eventlog.Snapshot{}, false, err
	}
	defer end()
	snap, err = readSnapshot(l.db, id)
	if errors.Is(err, pebble.ErrNotFound) {
		_, err = readInfo(l.db, id)
		return eventlog.Snapshot{}, false, err
	}
	if err != nil {
		return eventlog.Snapshot{}, false, fmt.Errorf("read snapshot: %w", err)
	}
	return snap, true, l.failure.err()
}

// readSnapshot returns the stored snapshot, or pebble.ErrNotFound.
func readSnapshot(db pebble.Reader, id uuid.UUID) (eventlog.Snapshot, error) {
	value, closer, err := db.Get(snapshotKey(id))
	if err != nil {
		return eventlog.Snapshot{}, err
	}
	defer func() { _ = closer.Close() }() // releases a block, cannot fail
	seq, data, err := decodeSnapshot(value)
	return eventlog.Snapshot{Seq: seq, Data: slices.Clone(data)}, err
}

// PutSnapshot implements eventlog.Log. It drops all records that snap replaces,
// in the same batch.
func (l *Log) PutSnapshot(ctx context.Context, session string, snap eventlog.Snapshot) error {
	return l.write(ctx, session, func(st *stripe, id uuid.UUID, batch *pebble.Batch) error {
		if err := eventlog.CheckSnapshot(snap); err != nil {
			return err
		}
		last, err := l.last(st, id)
		if err != nil {
			return err
		}
		if snap.Seq > last {
			return fmt.Errorf("%w: snapshot at %d, last event %d", eventlog.ErrBeyondEnd, snap.Seq, last)
		}
		row, err := readInfo(l.db, id)
		if err != nil || snap.Seq < row.dropped {
			return err
		}
		row.dropped = snap.Seq
		return replaceBy(batch, id, row, snap)
	})
}

// replaceBy puts into the batch that snap replaces the records up to it.
func replaceBy(batch *pebble.Batch, id uuid.UUID, row infoRow, snap eventlog.Snapshot) error {
	lower, upper := recordsUpTo(id, snap.Seq)
	return errors.Join(
		batch.Set(infoKey(id), row.encode(), nil),
		batch.Set(snapshotKey(id), encodeSnapshot(snap.Seq, snap.Data), nil),
		batch.DeleteRange(lower, upper, nil),
	)
}
