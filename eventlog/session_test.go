package eventlog

import (
	"errors"
	"strings"
	"testing"
)

func TestParseSession(t *testing.T) {
	const canonical = "0192f0c1-2a3b-7c4d-8e5f-60718293a4b5"
	tests := []struct {
		name, session string
		want          error
	}{
		{"canonical", canonical, nil},
		{"nil UUID", "00000000-0000-0000-0000-000000000000", nil},
		{"empty", "", ErrInvalidSession},
		{"upper case", strings.ToUpper(canonical), ErrInvalidSession},
		{"URN", "urn:uuid:" + canonical, ErrInvalidSession},
		{"braces", "{" + canonical + "}", ErrInvalidSession},
		{"no hyphens", strings.ReplaceAll(canonical, "-", ""), ErrInvalidSession},
		{"one character less", canonical[:35], ErrInvalidSession},
		{"not hexadecimal", "g" + canonical[1:], ErrInvalidSession},
		{"hyphen misplaced", "0192f0c12-a3b-7c4d-8e5f-60718293a4b5", ErrInvalidSession},
		{"36 bytes of other text", strings.Repeat("é", 18), ErrInvalidSession},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			id, err := ParseSession(tt.session)
			if !errors.Is(err, tt.want) {
				t.Fatalf("ParseSession(%q) error: got %v, want %v", tt.session, err, tt.want)
			}
			if err == nil && id.String() != tt.session {
				t.Errorf("ParseSession(%q): got %v", tt.session, id)
			}
		})
	}
	if !errors.Is(ErrInvalidSession, ErrNotFound) {
		t.Error("ErrInvalidSession: got no ErrNotFound, want one")
	}
}
