//go:build !linux

package library

import "time"

var clockBegan = time.Now()

// threadTime is plain time where the system's clocks are not known.
func threadTime() time.Duration { return time.Since(clockBegan) }
