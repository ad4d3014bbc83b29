package resolver

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"remoted/playlist"
)

// tableRow is a row of the table of providers: the first is its name, the last the
// file of its tests.
var tableRow = regexp.MustCompile("(?m)^\\| `?([A-Za-z]+)`? \\|.*\\| `([a-z_]+_test\\.go)` \\|$")

// Each provider has its row in docs/resolver.md, and the tests that the row names.
func TestEachProviderIsDocumentedAndTested(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "docs", "resolver.md"))
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]string{}
	for _, row := range tableRow.FindAllStringSubmatch(string(doc), -1) {
		tested[strings.ToLower(row[1])] = row[2]
	}
	r := New(func(string) (playlist.Media, bool) { return playlist.Media{}, false },
		WithUploads(func(string, string) (playlist.Media, error) { return playlist.Media{}, nil }))
	names := []string{"peertube"} // a service, though its media are files and streams
	for _, p := range r.providers {
		names = append(names, p.names...)
	}
	for _, name := range names {
		test, err := os.ReadFile(tested[name])
		if err != nil || !strings.Contains(strings.ToLower(string(test)), name) {
			t.Errorf("provider %s: %q is not the file of its tests: %v", name, tested[name], err)
		}
	}
	if len(tested) != len(names) {
		t.Errorf("the table has %d providers, the resolver %d", len(tested), len(names))
	}
}
