package pebblelog

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/google/uuid"

	"remoted/eventlog"
)

// readInfo returns the info row of a session, with a copy of its meta, or
// eventlog.ErrNotFound.
func readInfo(db pebble.Reader, id uuid.UUID) (infoRow, error) {
	value, closer, err := db.Get(infoKey(id))
	if errors.Is(err, pebble.ErrNotFound) {
		return infoRow{}, eventlog.ErrNotFound
	}
	if err != nil {
		return infoRow{}, fmt.Errorf("read session: %w", err)
	}
	defer func() { _ = closer.Close() }() // releases a block, cannot fail
	row, err := decodeInfo(value)
	row.meta = slices.Clone(row.meta)
	return row, err
}

// Create implements eventlog.Log.
func (l *Log) Create(ctx context.Context, session string, meta []byte, at int64) error {
	return l.write(ctx, session, func(_ *stripe, id uuid.UUID, batch *pebble.Batch) error {
		if err := eventlog.CheckMeta(meta); err != nil {
			return err
		}
		_, err := readInfo(l.db, id)
		if err == nil {
			return eventlog.ErrExists
		}
		if !errors.Is(err, eventlog.ErrNotFound) {
			return err
		}
		return batch.Set(infoKey(id), infoRow{touched: at, meta: meta}.encode(), nil)
	})
}

// Info implements eventlog.Log.
func (l *Log) Info(ctx context.Context, session string) (eventlog.Info, error) {
	id, end, err := l.startSession(ctx, session)
	if err != nil {
		return eventlog.Info{}, err
	}
	defer end()
	row, err := readInfo(l.db, id)
	if err != nil {
		return eventlog.Info{}, err
	}
	return eventlog.Info{Session: session, Meta: row.meta, Touched: row.touched}, l.failure.err()
}

// Touch implements eventlog.Log. It waits for the shared sync like every write:
// Pebble holds an unsynced one in the process until somebody syncs, so that it
// would not survive kill -9.
func (l *Log) Touch(ctx context.Context, session string, at int64) error {
	return l.write(ctx, session, func(_ *stripe, id uuid.UUID, batch *pebble.Batch) error {
		row, err := readInfo(l.db, id)
		if err != nil || at <= row.touched {
			return err
		}
		row.touched = at
		return batch.Set(infoKey(id), row.encode(), nil)
	})
}

// Delete implements eventlog.Log.
func (l *Log) Delete(ctx context.Context, session string) error {
	return l.write(ctx, session, func(st *stripe, id uuid.UUID, batch *pebble.Batch) error {
		if _, err := readInfo(l.db, id); err != nil {
			return err
		}
		st.forget(id)
		lower, upper := recordsUpTo(id, math.MaxUint64)
		return errors.Join(
			batch.Delete(infoKey(id), nil),
			batch.Delete(snapshotKey(id), nil),
			batch.DeleteRange(lower, upper, nil),
		)
	})
}
