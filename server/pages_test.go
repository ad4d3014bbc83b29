package server

import "testing"

func TestSentence(t *testing.T) {
	for message, want := range map[string]string{
		"":                    "",
		"there is no session": "There is no session.",
		"ärger":               "Ärger.",
		"“x” is no list":      "“x” is no list.",
	} {
		if got := sentence(message); got != want {
			t.Errorf("%q: got %q, want %q", message, got, want)
		}
	}
}
