package pebblelog

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"remoted/eventlog/logtest"
)

// A block that the disk has changed is an error for those who read it, never
// wrong data, and no end for the others.
func TestCorruptBlock(t *testing.T) {
	const sessions, size = 20, 16 << 10
	dir := t.TempDir()
	stored := make([][]byte, sessions)
	log := mustOpen(t, dir)
	for n := range stored {
		stored[n] = incompressible(n, size)
		if err := log.Create(t.Context(), logtest.Session(n), nil, 0); err != nil {
			t.Fatal(err)
		}
		if err := log.Append(t.Context(), logtest.Session(n), 0, [][]byte{stored[n]}); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, log)
	mustClose(t, mustOpen(t, dir)) // moves everything into tables
	flipBytesInTables(t, dir)

	log = mustOpen(t, dir, withExit(func(int) { t.Error("a corrupt block ended the process") }))
	defer mustClose(t, log)
	refused := 0
	for n := range stored {
		records, err := log.Read(t.Context(), logtest.Session(n), 0, 1)
		switch {
		case err != nil:
			refused++
		case len(records) != 1 || !bytes.Equal(records[0].Data, stored[n]):
			t.Errorf("session %d: got wrong data, want an error or what was stored", n)
		}
	}
	if refused == 0 || refused > 2 {
		t.Errorf("sessions that cannot be read: got %d of %d, want 1 or 2", refused, sessions)
	}
}

func incompressible(seed, size int) []byte {
	random := rand.New(rand.NewPCG(uint64(seed), 0))
	data := make([]byte, size)
	for i := range data {
		data[i] = byte(random.Uint32())
	}
	return data
}

// flipBytesInTables changes a byte in the middle of each table file with data.
func flipBytesInTables(t *testing.T, dir string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.sst"))
	if err != nil || len(names) == 0 {
		t.Fatalf("table files: got %v, %v, want some", names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) < 64<<10 {
			continue
		}
		data[len(data)/2] ^= 0xff
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
