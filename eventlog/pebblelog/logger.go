package pebblelog

import (
	"context"
	"fmt"
	"log/slog"
)

// storeLogger takes Pebble's messages.
type storeLogger struct {
	logger *slog.Logger
	exit   func(code int)
}

// Infof logs at debug level: flushes, compactions and the like.
func (l storeLogger) Infof(format string, args ...any) {
	if l.logger.Enabled(context.Background(), slog.LevelDebug) {
		l.logger.Debug("event store", "detail", fmt.Sprintf(format, args...))
	}
}

// Errorf logs what Pebble reports and survives.
func (l storeLogger) Errorf(format string, args ...any) {
	l.logger.Error("event store", "err", fmt.Sprintf(format, args...))
}

// Fatalf ends the process. Pebble relies on its not returning.
func (l storeLogger) Fatalf(format string, args ...any) {
	l.die(fmt.Sprintf(format, args...))
}

// die ends the process because the store cannot go on.
func (l storeLogger) die(reason any) {
	l.logger.Error("event store cannot go on, ending the process", "err", fmt.Sprint(reason))
	l.exit(exitStatus)
}

// exitStatus of a process whose store cannot go on.
const exitStatus = 1
