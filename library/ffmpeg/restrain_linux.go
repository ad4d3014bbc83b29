package ffmpeg

import (
	"os/exec"

	"golang.org/x/sys/unix"
)

const (
	// maxMemory is how much address space a program may have, in bytes: a film in 8K
	// keeps a dozen frames of 100 MB to predict others from.
	maxMemory = 4 << 30
	// maxCPU is how long it may use a processor, in seconds: longer than any run may
	// take, for one whose server is gone and cannot end it any more.
	maxCPU = 60
	// maxFile is how large a file it may write, in bytes. It shall write none; what it
	// has to say goes through pipes, which do not count.
	maxFile = 1 << 20
	// maxFiles it may have open: the film, the pipes, and libraries one by one.
	maxFiles = 64
	// niceness gives way to what people wait for.
	niceness = 10
)

// restrain bounds a program that runs, by what the system gives to everybody. That is
// the second fence: where it is not allowed the program has time, output and pieces of
// memory bounded all the same.
func restrain(c *exec.Cmd) {
	pid := c.Process.Pid
	_ = unix.Setpriority(unix.PRIO_PROCESS, pid, niceness)
	for _, limit := range []struct {
		resource int
		most     uint64
	}{
		{unix.RLIMIT_AS, maxMemory}, {unix.RLIMIT_CPU, maxCPU}, {unix.RLIMIT_FSIZE, maxFile},
		{unix.RLIMIT_CORE, 0}, {unix.RLIMIT_NOFILE, maxFiles},
	} {
		_ = bound(pid, limit.resource, limit.most)
	}
}

// bound lowers a limit of a program; one that is lower already stays.
func bound(pid, resource int, most uint64) error {
	var now unix.Rlimit
	if err := unix.Prlimit(pid, resource, nil, &now); err != nil {
		return err
	}
	most = min(most, now.Max)
	return unix.Prlimit(pid, resource, &unix.Rlimit{Cur: most, Max: most}, nil)
}
