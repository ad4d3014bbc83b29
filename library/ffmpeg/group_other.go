//go:build !unix

package ffmpeg

import "os/exec"

// alone is for Unix: elsewhere the program itself is killed.
func alone(*exec.Cmd) {}
