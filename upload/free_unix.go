//go:build linux || darwin

package upload

import "syscall"

// diskFree is how many bytes of a directory's disk this program may still take.
func diskFree(dir string) (n int64, ok bool) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return 0, false
	}
	return int64(st.Bavail) * int64(st.Bsize), true
}
