package pebblelog

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// Pebble's chatter is there for those who ask for it only.
func TestLogLevels(t *testing.T) {
	tests := []struct {
		level slog.Level
		want  bool
	}{
		{slog.LevelDebug, true},
		{slog.LevelInfo, false},
	}
	for _, tt := range tests {
		var out bytes.Buffer
		logger := slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: tt.level}))
		mustClose(t, mustOpen(t, "data", withFS(vfs.NewMem()), WithLogger(logger)))
		if got := out.Len() > 0; got != tt.want {
			t.Errorf("output at level %v: got %q, want some: %v", tt.level, out.String(), tt.want)
		}
		for line := range strings.Lines(out.String()) {
			if !strings.Contains(line, "level=DEBUG") {
				t.Errorf("line at another level: %s", line)
			}
		}
	}
}
