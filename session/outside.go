package session

import (
	"errors"
	"log/slog"
	"runtime/debug"
)

// errOutside says of something from outside that it brought its reader down.
var errOutside = errors.New("this could not be looked at")

// outside calls what reads things from outside. A panic in it costs that answer, not
// the server.
func outside(logger *slog.Logger, ask func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			logger.Error("panic", "value", v, "stack", string(debug.Stack()))
			err = errOutside
		}
	}()
	return ask()
}
