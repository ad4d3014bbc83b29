package protocol_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"remoted/protocol"
	"remoted/protocol/internal/spec"
)

// root is the project's directory.
const root = ".."

// What is generated is what would be generated now.
func TestGeneratedFilesAreCurrent(t *testing.T) {
	files, err := spec.Files(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		want := files[name]
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Error(err)
		} else if string(got) != want {
			t.Errorf("%s is not what go generate ./protocol makes; the first difference is %s", name, difference(string(got), want))
		}
	}
	there, err := filepath.Glob(filepath.Join(root, spec.SchemaDir, "*"))
	if err != nil || len(there) == 0 {
		t.Fatalf("no schema is there: %v", err)
	}
	for _, path := range there {
		if name := spec.SchemaDir + "/" + filepath.Base(path); files[name] == "" {
			t.Errorf("%s belongs to no message any more", name)
		}
	}
}

func difference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "got " + a[i] + ", want " + b[i]
		}
	}
	return "in its length"
}

var generated = regexp.MustCompile(`(?s)<!-- generated: .*?<!-- end -->`)

// The examples of the document are vectors: none is written by hand.
func TestExamplesAreVectors(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, spec.Document))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(b), "```json"); n < 20 {
		t.Errorf("got %d examples in %s, want at least 20", n, spec.Document)
	}
	byHand := generated.ReplaceAllString(string(b), "")
	if i := strings.Index(byHand, "```json"); i >= 0 {
		t.Errorf("an example of %s is no vector: %.200s", spec.Document, byHand[i:])
	}
}

// Every message, command, code and close of the tables is named in the document.
func TestDocumentIsWhole(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, spec.Document))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, marker := range []string{"requests", "commands", "own commands", "messages", "types", "errors", "closes", "limits", "rules", "transcript", "history"} {
		names = append(names, "<!-- generated: "+marker+" -->")
	}
	for _, r := range protocol.Requests {
		names = append(names, "<!-- generated: example client-"+r.Event+"/")
	}
	for _, m := range protocol.Messages {
		file := "server-"
		if m.Sequenced {
			file = "state-"
		}
		names = append(names, "<!-- generated: example "+file+m.Event+"/")
	}
	for _, name := range names {
		if !strings.Contains(string(b), name) {
			t.Errorf("%s has no %s", spec.Document, name)
		}
	}
}

// The history's last line is this version, and the lines are in order.
func TestVersions(t *testing.T) {
	last := protocol.VersionInfo{}
	for _, v := range protocol.Versions {
		if v.Version != last.Version+1 || v.Date < last.Date || v.What == "" {
			t.Errorf("got %+v after %+v, want the next version, not before it", v, last)
		}
		last = v
	}
	if last.Version != protocol.Version {
		t.Errorf("the history ends with %d, want %d", last.Version, protocol.Version)
	}
}

var (
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	link    = regexp.MustCompile(`\]\(([^)]+)\)`)
	symbols = regexp.MustCompile(`[^\p{L}\p{N} -]`)
)

// Every link of the document leads somewhere: to a heading, to a file, or out into the web.
func TestLinksOfTheDocument(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, spec.Document))
	if err != nil {
		t.Fatal(err)
	}
	targets := map[string]bool{}
	for _, h := range heading.FindAllStringSubmatch(string(b), -1) {
		targets["#"+strings.ReplaceAll(symbols.ReplaceAllString(strings.ToLower(h[1]), ""), " ", "-")] = true
	}
	links := link.FindAllStringSubmatch(string(b), -1)
	if len(links) < 20 {
		t.Errorf("got %d links, want at least 20", len(links))
	}
	for _, l := range links {
		_, err := os.Stat(filepath.Join(root, filepath.Dir(spec.Document), l[1]))
		switch {
		case strings.HasPrefix(l[1], "https://"):
		case strings.HasPrefix(l[1], "#"):
			if !targets[l[1]] {
				t.Errorf("no heading is %s", l[1])
			}
		case err != nil:
			t.Errorf("link to %s: %v", l[1], err)
		}
	}
}
