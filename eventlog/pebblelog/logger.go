package pebblelog

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
)

// exitStatus of a process whose store cannot go on.
const exitStatus = 1

// storeLogger takes Pebble's messages and events, and ends the process where
// Pebble cannot go on.
type storeLogger struct {
	logger *slog.Logger
	exit   func(code int)
	// serving is set when Open has succeeded; until then Pebble returns errors
	// that would be fatal later.
	serving atomic.Bool
}

var _ pebble.Logger = (*storeLogger)(nil)

// Infof logs at debug level: flushes, compactions and the like.
func (l *storeLogger) Infof(format string, args ...any) {
	if l.logger.Enabled(context.Background(), slog.LevelDebug) {
		l.logger.Debug("event store", "detail", fmt.Sprintf(format, args...))
	}
}

// Errorf logs what Pebble reports and survives.
func (l *storeLogger) Errorf(format string, args ...any) {
	l.logger.Error("event store", "err", fmt.Sprintf(format, args...))
}

// Fatalf ends the process. Pebble relies on its not returning.
func (l *storeLogger) Fatalf(format string, args ...any) {
	l.die(fmt.Sprintf(format, args...))
}

// die ends the process because the store cannot go on.
func (l *storeLogger) die(reason any) {
	l.logger.Error("event store cannot go on, ending the process", "err", fmt.Sprint(reason))
	l.exit(exitStatus)
}

// listener returns what Pebble tells its events to: they are logged. That
// includes a corrupt block, which would be fatal otherwise: only the sessions in
// it cannot be read.
func (l *storeLogger) listener() *pebble.EventListener {
	listener := pebble.MakeLoggingEventListener(l)
	listener.WALCreated = func(info pebble.WALCreateInfo) {
		if info.Err != nil && l.serving.Load() {
			l.die(info.Err) // Pebble is about to panic without its locks
		}
		l.Infof("%s", info)
	}
	return &listener
}
