package server

import (
	"testing"

	"go.uber.org/goleak"
)

// Every goroutine of a server and of its connections has somebody who waits for it.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }
