package pebblelog

import (
	"context"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/google/uuid"

	"remoted/eventlog"
)

// Read implements eventlog.Log. It sees the session at one moment.
func (l *Log) Read(ctx context.Context, session string, after uint64, limit int) ([]eventlog.Record, error) {
	id, end, err := l.startSession(ctx, session)
	if err != nil {
		return nil, err
	}
	defer end()
	view := l.db.NewSnapshot()
	defer func() { _ = view.Close() }() // fails only when closed twice
	row, err := readInfo(view, id)
	if err != nil {
		return nil, err
	}
	if after < row.dropped {
		return nil, eventlog.ErrCompacted
	}
	records, err := readRecords(view, id, after, limit)
	if err != nil {
		return nil, fmt.Errorf("read events: %w", err)
	}
	return records, l.failure.err()
}

func readRecords(view pebble.Reader, id uuid.UUID, after uint64, limit int) ([]eventlog.Record, error) {
	lower, upper := recordsAfter(id, after)
	it, err := view.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: upper})
	if err != nil {
		return nil, err
	}
	records, err := collect(it, after, limit)
	if closeErr := it.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return nil, err
	}
	return records, nil
}

// collect reads up to limit records, which must follow after without a gap.
func collect(it *pebble.Iterator, after uint64, limit int) ([]eventlog.Record, error) {
	var records []eventlog.Record
	for ok := it.First(); ok && len(records) < limit; ok = it.Next() {
		seq, isRecord := recordSeq(it.Key())
		if want := after + uint64(len(records)) + 1; !isRecord || seq != want {
			return nil, fmt.Errorf("%w: event %d where %d should be", errCorrupt, seq, want)
		}
		value, err := it.ValueAndErr()
		if err != nil {
			return nil, err
		}
		records = append(records, eventlog.Record{Seq: seq, Data: slices.Clone(value)})
	}
	return records, nil
}
