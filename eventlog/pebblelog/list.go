package pebblelog

import (
	"context"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/google/uuid"

	"remoted/eventlog"
)

// List implements eventlog.Log.
func (l *Log) List(ctx context.Context, after string, limit int) ([]eventlog.Info, error) {
	end, err := l.start(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	var from *uuid.UUID
	if after != "" {
		id, err := eventlog.ParseSession(after)
		if err != nil {
			return nil, err
		}
		from = &id
	}
	infos, err := readInfos(l.db, from, limit)
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	return infos, l.failure.err()
}

func readInfos(db pebble.Reader, after *uuid.UUID, limit int) ([]eventlog.Info, error) {
	lower, upper := infosAfter(after)
	it, err := db.NewIter(&pebble.IterOptions{LowerBound: lower, UpperBound: upper})
	if err != nil {
		return nil, err
	}
	var infos []eventlog.Info
	for ok := it.First(); ok && len(infos) < limit; ok = it.Next() {
		info, infoErr := infoAt(it)
		if infoErr != nil {
			err = infoErr
			break
		}
		infos = append(infos, info)
	}
	if closeErr := it.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return nil, err
	}
	return infos, nil
}

// infoAt copies the row that the iterator is at.
func infoAt(it *pebble.Iterator) (eventlog.Info, error) {
	id, ok := infoSession(it.Key())
	if !ok {
		return eventlog.Info{}, errCorrupt
	}
	value, err := it.ValueAndErr()
	if err != nil {
		return eventlog.Info{}, err
	}
	row, err := decodeInfo(value)
	if err != nil {
		return eventlog.Info{}, err
	}
	return eventlog.Info{Session: id.String(), Meta: slices.Clone(row.meta), Touched: row.touched}, nil
}
