package library

import (
	"syscall"
	"time"
	"unsafe"
)

// threadTime returns how long this thread has had a core: a clock that stands
// while the machine does something else. The goroutine must be locked to it.
func threadTime() time.Duration {
	const clockThreadCPUTime = 3 // CLOCK_THREAD_CPUTIME_ID of time.h
	var t syscall.Timespec
	syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clockThreadCPUTime, uintptr(unsafe.Pointer(&t)), 0)
	return time.Duration(t.Nano())
}
