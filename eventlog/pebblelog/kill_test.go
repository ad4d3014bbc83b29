package pebblelog

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
)

// appendChild writes to several sessions and prints each step that the log has
// acknowledged, until it is killed.
func appendChild(dir string) {
	log, err := Open(dir, WithLogger(silent))
	if err != nil {
		stop(os.Stderr, err)
	}
	var mu sync.Mutex
	wait := startWorkers(context.Background(), log, killWriters, func(session string, seq uint64, touched int64) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Println(session, seq, touched)
	})
	stop(os.Stderr, fmt.Errorf("workers ended: %v", wait()))
}

const (
	killWriters = 8    // sessions written to at the same time
	kills       = 6    // how often the process is killed
	maxSteps    = 2000 // acknowledged steps before a kill, at most
)

// Whatever the moment of kill -9, every acknowledged record is there afterwards,
// in order; and so through several lives of one directory.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	dir := t.TempDir()
	var seen ledger
	for range kills {
		steps := 1 + rand.IntN(maxSteps)
		readAndKill(t, startChild(t, "append", dir), steps, &seen)
		log := mustOpen(t, dir)
		records, err := seen.check(t.Context(), log)
		if err != nil {
			t.Fatalf("killed after %d steps: %v", steps, err)
		}
		t.Logf("killed after %d steps: %d records acknowledged so far", steps, records)
		mustClose(t, log)
	}
}

// readAndKill notes what the child prints, kills it after that many lines and
// notes the rest of what it had printed.
func readAndKill(t *testing.T, child process, steps int, seen *ledger) {
	t.Helper()
	lines := 0
	for ; child.lines.Scan(); lines++ {
		var session string
		var seq uint64
		var touched int64
		if n, _ := fmt.Sscan(child.lines.Text(), &session, &seq, &touched); n != 3 {
			continue // cut short by the kill
		}
		seen.note(session, seq, touched)
		if lines == steps {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); lines <= steps || child.ProcessState.ExitCode() != -1 {
		t.Fatalf("child ended by itself after %d lines: %v", lines, err)
	}
}
