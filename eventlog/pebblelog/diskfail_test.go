package pebblelog

import (
	"errors"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"

	"remoted/eventlog"
	"remoted/eventlog/logtest"
)

// failAfter makes operations on write-ahead logs fail for good from the n-th on.
func failAfter(n int64, kinds ...errorfs.OpKind) errorfs.Injector {
	var count atomic.Int64
	return errorfs.InjectorFunc(func(op errorfs.Op) error {
		if !strings.HasSuffix(op.Path, ".log") {
			return nil
		}
		for _, kind := range kinds {
			if op.Kind == kind && count.Add(1) > n {
				return syscall.EIO
			}
		}
		return nil
	})
}

// diskFailures are the ways in which a write does not reach the disk.
var diskFailures = map[string][]errorfs.OpKind{
	"sync":  {errorfs.OpFileSync, errorfs.OpFileSyncData, errorfs.OpFileSyncTo},
	"write": {errorfs.OpFileWrite},
}

// When the disk fails under several writers, each of them gets an error, all
// that follows is refused, and a power cut right then takes nothing that was
// acknowledged.
func TestDiskFails(t *testing.T) {
	// Few enough that all writes fit in Pebble's first block of 32 KiB: where a
	// block ends, a writer may meet the failure as a panic.
	const before = 8
	for name, kinds := range diskFailures {
		t.Run(name, func(t *testing.T) {
			disk := vfs.NewCrashableMem()
			failures := make(chan error, 2)
			log := mustOpen(t, "data", withFS(errorfs.Wrap(disk, failAfter(before, kinds...))),
				OnFailure(func(err error) { failures <- err }))
			var seen ledger
			for _, err := range startWorkers(t.Context(), log, 8, seen.note)() {
				wantEIO(t, "writer", err)
			}
			wantEIO(t, "OnFailure", <-failures)
			wantRefused(t, log)

			if err := seen.checkLeft(t.Context(), disk.CrashClone(vfs.CrashCloneCfg{})); err != nil {
				t.Error(err)
			}
			if err := log.Close(); err == nil {
				t.Error("Close of a failed log: got nil, want the reason")
			}
			if len(failures) > 0 {
				t.Errorf("OnFailure: got a second call with %v", <-failures)
			}
		})
	}
}

func wantEIO(t *testing.T, who string, err error) {
	t.Helper()
	if !errors.Is(err, syscall.EIO) {
		t.Errorf("%s: got %v, want %v", who, err, syscall.EIO)
	}
}

// wantRefused checks that every method gives the error that ended the log:
// reads too, for they would show what is not on the disk.
func wantRefused(t *testing.T, log *Log) {
	t.Helper()
	ctx, session := t.Context(), logtest.Session(0)
	_, infoErr := log.Info(ctx, session)
	_, readErr := log.Read(ctx, session, 0, 1)
	_, _, snapErr := log.Snapshot(ctx, session)
	_, listErr := log.List(ctx, "", 1)
	for name, err := range map[string]error{
		"Info": infoErr, "Read": readErr, "Snapshot": snapErr, "List": listErr,
		"Create":      log.Create(ctx, logtest.Session(99), nil, 0),
		"Append":      log.Append(ctx, session, 0, nil),
		"PutSnapshot": log.PutSnapshot(ctx, session, eventlog.Snapshot{}),
		"Touch":       log.Touch(ctx, session, 1<<60),
		"Delete":      log.Delete(ctx, session),
	} {
		wantEIO(t, name+" of a failed log", err)
	}
}

// A disk that fails while the log is opened is an error, not the end.
func TestOpenOnFailingDisk(t *testing.T) {
	noLogs := failAfter(0, errorfs.OpCreate)
	_, err := Open("data", WithLogger(silent), withFS(errorfs.Wrap(vfs.NewMem(), noLogs)),
		withExit(func(int) { t.Error("Open ended the process") }))
	wantEIO(t, "Open", err)
}

// A panic in the middle of a commit leaves Pebble's locks held: whoever recovers
// from it later must not find the log hanging.
func TestPanicInCommitEndsProcess(t *testing.T) {
	status := -1
	log := mustOpen(t, "data", withFS(vfs.NewMem()), withExit(func(code int) { status = code }))
	batch := log.db.NewBatch()
	if err := errors.Join(batch.Set([]byte("key"), nil, nil), log.db.Close()); err != nil {
		t.Fatal(err)
	}
	_ = log.apply(batch) // panics, as the store is closed
	if status != exitStatus {
		t.Errorf("exit status: got %d, want %d", status, exitStatus)
	}
}
