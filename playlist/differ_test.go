package playlist

import (
	"bytes"
	"encoding/json"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// sameState compares states without the hints of where the current item is.
var sameState = []cmp.Option{cmpopts.IgnoreUnexported(State{}), cmpopts.EquateEmpty()}

// differ says how two states differ. It compares their encodings, which is quick
// where they do not, and shows what they hold where they do.
func differ(want, got *State) string {
	a, errA := json.Marshal(want)
	b, errB := json.Marshal(got)
	if errA == nil && errB == nil && bytes.Equal(a, b) {
		return ""
	}
	return cmp.Diff(*want, *got, sameState...)
}
