package server

import (
	"net/http"
	"strings"
	"testing"
)

// Beside an error and a preview stands what a program makes of the sentence.
func TestBecause(t *testing.T) {
	s := newService(t, withLinks(&someLinks{}))
	id := s.create().Session
	for address, want := range map[string]string{
		"ftp://example.com/": `"because":{"code":"other_scheme","values":["ftp"]}`,
		"gone":               `"reason":"there is nothing at this address","because":{"code":"nothing_there"}}`,
	} {
		if a := s.preview(id, address); !strings.Contains(a.body, want) {
			t.Errorf("%s: got %s, want %s", address, a.body, want)
		}
	}
	if a := s.preview(id, "nonsense").wantError(t, "nonsense", http.StatusBadRequest, "invalid"); strings.Contains(a.body, "because") {
		t.Errorf("got %s, want no reason that the table does not have", a.body)
	}
}
