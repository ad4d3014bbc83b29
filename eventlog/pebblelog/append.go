package pebblelog

import (
	"context"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/google/uuid"

	"remoted/eventlog"
)

// Append implements eventlog.Log.
func (l *Log) Append(ctx context.Context, session string, expect uint64, group [][]byte) error {
	return l.write(ctx, session, func(st *stripe, id uuid.UUID, batch *pebble.Batch) error {
		if err := eventlog.CheckGroup(group); err != nil {
			return err
		}
		last, err := l.last(st, id)
		if err != nil {
			return err
		}
		if last != expect {
			return &eventlog.ConflictError{Expected: expect, Actual: last}
		}
		for _, data := range group {
			last++
			if err := batch.Set(recordKey(id, last), data, nil); err != nil {
				return fmt.Errorf("append events: %w", err)
			}
		}
		st.remember(id, last)
		return nil
	})
}

// last returns the last sequence of a session. The caller holds its stripe.
func (l *Log) last(st *stripe, id uuid.UUID) (uint64, error) {
	if last, known := st.last[id]; known {
		return last, nil
	}
	row, err := readInfo(l.db, id)
	if err != nil {
		return 0, err
	}
	last, err := lastRecord(l.db, id, row.dropped)
	if err != nil {
		return 0, fmt.Errorf("find last event: %w", err)
	}
	st.remember(id, last)
	return last, nil
}

// lastRecord returns the sequence of the last record beyond dropped, or dropped
// if there is none.
func lastRecord(db pebble.Reader, id uuid.UUID, dropped uint64) (uint64, error) {
	lower, upper := recordsAfter(id, dropped)
	it, err := db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: upper})
	if err != nil {
		return 0, err
	}
	last := dropped
	if it.Last() {
		last, _ = recordSeq(it.Key()) // within bounds, so it is one
	}
	return last, it.Close()
}
