//go:build !linux

package ffmpeg

import "os/exec"

// restrain is for Linux: other systems bound a program from within only.
func restrain(*exec.Cmd) {}
