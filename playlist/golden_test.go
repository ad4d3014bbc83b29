package playlist

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// update rewrites golden files. Frozen events that exist are left alone: a log
// somewhere holds them.
var update = flag.Bool("update", false, "rewrite golden files, and write the frozen events that are missing")

// golden compares got with what the file holds, or rewrites the file.
func golden(t *testing.T, name string, want, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); -update rewrites it:\n%s", name, diff)
	}
}
