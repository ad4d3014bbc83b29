package pebblelog

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"

	"remoted/eventlog"
	"remoted/eventlog/logtest"
)

func TestReopen(t *testing.T) {
	dir := t.TempDir()
	log := mustOpen(t, dir)
	ctx := t.Context()
	tail, all, gone := logtest.Session(1), logtest.Session(2), logtest.Session(3)
	for _, err := range []error{
		log.Create(ctx, tail, []byte("meta"), 1000),
		log.Append(ctx, tail, 0, [][]byte{[]byte("1"), []byte("2"), []byte("3")}),
		log.PutSnapshot(ctx, tail, eventlog.Snapshot{Seq: 2, Data: []byte("up to 2")}),
		log.Touch(ctx, tail, 2000),
		log.Create(ctx, all, nil, 1000),
		log.Append(ctx, all, 0, [][]byte{[]byte("1"), []byte("2")}),
		log.PutSnapshot(ctx, all, eventlog.Snapshot{Seq: 2, Data: []byte("up to 2")}),
		log.Create(ctx, gone, nil, 1000),
		log.Append(ctx, gone, 0, [][]byte{[]byte("1")}),
		log.Delete(ctx, gone),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	// The first round replays the write-ahead log, the second reads tables.
	for round := range 2 {
		mustClose(t, log)
		log = mustOpen(t, dir)
		infos, err := log.List(ctx, "", 10)
		want := fmt.Sprint([]eventlog.Info{
			{Session: tail, Meta: []byte("meta"), Touched: 2000},
			{Session: all, Meta: []byte{}, Touched: 1000},
		})
		if got := fmt.Sprint(infos); err != nil || got != want {
			t.Errorf("round %d: List: got %v, %v, want %v", round, got, err, want)
		}
		for _, session := range []string{tail, all} {
			snap, ok, err := log.Snapshot(ctx, session)
			if err != nil || !ok || snap.Seq != 2 || string(snap.Data) != "up to 2" {
				t.Errorf("round %d: Snapshot: got %v, %v, %v, want 2 %q", round, snap, ok, err, "up to 2")
			}
		}
		records, err := log.Read(ctx, tail, 2, 10)
		if err != nil || len(records) != 1 || records[0].Seq != 3 || string(records[0].Data) != "3" {
			t.Errorf("round %d: Read: got %v, %v, want record 3", round, records, err)
		}
		if _, err := log.Read(ctx, all, 1, 10); !errors.Is(err, eventlog.ErrCompacted) {
			t.Errorf("round %d: Read below the snapshot: got %v, want %v", round, err, eventlog.ErrCompacted)
		}
	}
	// Nothing is left of the records that led to sequence 2, yet it is known.
	if err := log.Append(ctx, all, 0, [][]byte{[]byte("wrong")}); !errors.Is(err, eventlog.ErrConflict) {
		t.Errorf("Append at 0: got %v, want %v", err, eventlog.ErrConflict)
	}
	if err := log.Append(ctx, all, 2, [][]byte{[]byte("3")}); err != nil {
		t.Errorf("Append at 2: got %v, want nil", err)
	}
	mustClose(t, log)
}

// More sessions than the cache of last sequences holds are told apart still.
func TestManyMoreSessionsThanCached(t *testing.T) {
	log := mustOpen(t, "data", withFS(vfs.NewMem()))
	defer mustClose(t, log)
	const sessions = stripeCacheSize + 50
	session := func(n int) string { return logtest.Session(n * stripeCount) } // all on one stripe
	for round := range uint64(2) {
		for n := range sessions {
			if round == 0 {
				if err := log.Create(t.Context(), session(n), nil, 0); err != nil {
					t.Fatalf("Create: got %v, want nil", err)
				}
			}
			if err := log.Append(t.Context(), session(n), round, [][]byte{[]byte("x")}); err != nil {
				t.Fatalf("Append to session %d at %d: got %v, want nil", n, round, err)
			}
		}
	}
	for i := range log.stripes {
		if got := len(log.stripes[i].last); got > stripeCacheSize {
			t.Errorf("stripe %d remembers %d sessions, want at most %d", i, got, stripeCacheSize)
		}
	}
}

func TestForeignDirectories(t *testing.T) {
	tests := []struct {
		name  string
		write func(db *pebble.DB) error
		want  string
	}{
		{"newer format", func(db *pebble.DB) error {
			return db.Set(formatKey(), binary.BigEndian.AppendUint32(nil, formatVersion+1), pebble.Sync)
		}, fmt.Sprintf("newer version of the program: format %d, this one knows up to %d", formatVersion+1, formatVersion)},
		{"malformed format", func(db *pebble.DB) error {
			return db.Set(formatKey(), []byte("x"), pebble.Sync)
		}, errCorrupt.Error()},
		{"another program's", func(db *pebble.DB) error {
			return db.Set([]byte("key"), []byte("value"), pebble.Sync)
		}, "another program's data"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fs := vfs.NewMem()
			db, err := pebble.Open("data", &pebble.Options{FS: fs, Logger: &storeLogger{logger: silent}})
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(tt.write(db), db.Close()); err != nil {
				t.Fatal(err)
			}
			for range 2 { // a refusal leaves the directory as it was, unlocked
				_, err = Open("data", withFS(fs), WithLogger(silent))
				if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "\n") {
					t.Errorf("Open: got %v, want one line with %q", err, tt.want)
				}
			}
		})
	}
}
