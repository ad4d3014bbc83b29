package pebblelog

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"remoted/eventlog/logtest"
)

// failDiskChild writes to several sessions until the disk fails at some moment,
// and prints how that showed. dir names the kind of failure.
func failDiskChild(dir string) {
	disk := vfs.NewCrashableMem()
	var seen ledger
	var once sync.Once
	report := func(outcome string) {
		once.Do(func() {
			before := seen.copy()
			if err := before.checkLeft(context.Background(), disk.CrashClone(vfs.CrashCloneCfg{})); err != nil {
				stop(os.Stderr, err)
			}
			fmt.Println(outcome)
			os.Exit(0)
		})
	}
	injector := failAfter(20+rand.Int64N(500), diskFailures[dir]...)
	log, err := Open("data", WithLogger(silent), withFS(errorfs.Wrap(disk, injector)),
		OnFailure(func(error) { report("refuses") }), withExit(func(int) { report("ends") }))
	if err != nil {
		stop(os.Stderr, err)
	}
	startWorkers(context.Background(), log, 16, seen.note)()
	select {} // report ends the process
}

// brokenOff is how Go ends a process when Pebble panics over a write-ahead log that it
// cannot close: with a lock given up that a deferred call gives up again. Nobody can
// recover from that, and for what is on the disk it is a kill -9.
const brokenOff = "fatal error: sync: unlock of unlocked mutex"

// Under load the log may refuse everything, or the process end; either way a
// power cut right then takes nothing that was acknowledged. Where the process breaks
// off the disk in its memory is gone, and nothing is left to look at.
func TestDiskFailsUnderLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	for kind := range diskFailures {
		for range 2 {
			child := startChild(t, "failDisk", kind)
			child.lines.Scan()
			outcome, err := child.lines.Text(), child.Wait()
			if err != nil && strings.Contains(child.said.String(), brokenOff) {
				continue
			}
			if err != nil || outcome != "refuses" && outcome != "ends" {
				t.Errorf("%s fails: got %q, %v, want refuses or ends\n%s", kind, outcome, err, child.said)
			}
		}
	}
}

// fullDiskChild writes until the disk has no room for the next write-ahead log,
// where Pebble cannot go on.
func fullDiskChild(dir string) {
	noRoom := errorfs.InjectorFunc(func(op errorfs.Op) error {
		begins := op.Kind == errorfs.OpCreate || op.Kind == errorfs.OpReuseForWrite
		if begins && strings.HasSuffix(op.Path, ".log") && !strings.HasSuffix(op.Path, "000002.log") {
			return syscall.ENOSPC
		}
		return nil
	})
	log, err := Open(dir, WithLogger(silent), withFS(errorfs.Wrap(vfs.Default, noRoom)))
	if err != nil {
		stop(os.Stderr, err)
	}
	ctx, session := context.Background(), logtest.Session(0)
	if err := log.Create(ctx, session, nil, 0); err != nil {
		stop(os.Stderr, err)
	}
	filler := strings.Repeat("x", memTableBytes/64)
	for seq := uint64(0); ; seq++ {
		if err := log.Append(ctx, session, seq, [][]byte{[]byte(filler)}); err != nil {
			stop(os.Stderr, err)
		}
		fmt.Println(seq + 1)
	}
}

// Where Pebble cannot go on, the process ends, and what it acknowledged is there.
func TestProcessEndsWhenStoreCannotGoOn(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a process")
	}
	dir := t.TempDir()
	child := startChild(t, "fullDisk", dir)
	var acked uint64
	for child.lines.Scan() {
		if _, err := fmt.Sscan(child.lines.Text(), &acked); err != nil {
			t.Fatalf("child printed %q", child.lines.Text())
		}
	}
	if err := child.Wait(); child.ProcessState.ExitCode() != exitStatus {
		t.Errorf("child: got %v, want exit status %d", err, exitStatus)
	}
	log := mustOpen(t, dir)
	defer mustClose(t, log)
	records, err := log.Read(t.Context(), logtest.Session(0), 0, 1<<30)
	if err != nil || acked == 0 || uint64(len(records)) < acked {
		t.Errorf("after the end: got %d records, %v, want at least %d", len(records), err, acked)
	}
}
