package pebblelog

import (
	"errors"
	"math/rand/v2"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"remoted/eventlog"
)

// A power cut takes everything from the disk that was not synced, or some of it,
// or nothing. What was acknowledged is there each time, groups are whole.
func TestPowerCut(t *testing.T) {
	for _, unsynced := range []int{0, 50, 100} {
		disk := vfs.NewCrashableMem()
		log := mustOpen(t, "data", withFS(disk))
		var seen ledger
		step := make(chan struct{}, 1)
		wait := startWorkers(t.Context(), log, 8, func(session string, seq uint64, touched int64) {
			seen.note(session, seq, touched)
			select {
			case step <- struct{}{}:
			default: // the cut comes while the writers go on
			}
		})
		for range 5 {
			for range 1 + rand.IntN(300) {
				<-step
			}
			cutPower(t, disk, unsynced, &seen)
		}
		mustClose(t, log)
		for _, err := range wait() {
			if !errors.Is(err, eventlog.ErrClosed) {
				t.Errorf("worker: got %v, want %v", err, eventlog.ErrClosed)
			}
		}
	}
}

// cutPower checks what a cut at this moment leaves, with that share of what was
// not synced.
func cutPower(t *testing.T, disk *vfs.MemFS, unsynced int, seen *ledger) {
	t.Helper()
	before := seen.copy() // acknowledged before the cut
	left := disk.CrashClone(vfs.CrashCloneCfg{
		UnsyncedDataPercent: unsynced,
		RNG:                 rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64())),
	})
	if err := before.checkLeft(t.Context(), left); err != nil {
		t.Errorf("power cut that leaves %d%% of what was not synced: %v", unsynced, err)
	}
}
