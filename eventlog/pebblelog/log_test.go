package pebblelog

import (
	"path/filepath"
	"testing"

	"remoted/eventlog"
	"remoted/eventlog/logtest"
)

// The contract, on a real disk.
func TestContract(t *testing.T) {
	logtest.Run(t, func(t *testing.T) eventlog.Log {
		return mustOpen(t, filepath.Join(t.TempDir(), "made", "by", "open"))
	})
}

// mustOpen opens a log that says nothing.
func mustOpen(t testing.TB, dir string, opts ...Option) *Log {
	t.Helper()
	log, err := Open(dir, append([]Option{WithLogger(silent)}, opts...)...)
	if err != nil {
		t.Fatalf("Open(%s): got %v, want nil", dir, err)
	}
	return log
}

// mustClose closes a log.
func mustClose(t testing.TB, log *Log) {
	t.Helper()
	if err := log.Close(); err != nil {
		t.Fatalf("Close: got %v, want nil", err)
	}
}
