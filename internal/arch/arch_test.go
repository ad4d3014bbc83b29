package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	root   = "../.."
	module = "remoted"
)

// pkg is a package of the project without its tests.
type pkg struct {
	path    string // in the module
	imports []string
	doc     bool
}

// packages reads the project. Folders of other tools hold Go files, too.
func packages(t *testing.T) map[string]*pkg {
	t.Helper()
	all := make(map[string]*pkg)
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() {
			if name != root && (base == "node_modules" || base == "testdata" || strings.HasPrefix(base, ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		dir, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		dir = filepath.ToSlash(dir)
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		if all[dir] == nil {
			all[dir] = &pkg{path: dir}
		}
		all[dir].add(t, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("got %d packages, want all of the project", len(all))
	}
	return all
}

func (p *pkg) add(t *testing.T, f *ast.File) {
	t.Helper()
	p.doc = p.doc || f.Doc != nil
	for _, i := range f.Imports {
		name, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(p.imports, name) {
			p.imports = append(p.imports, name)
		}
	}
}

// below reports whether a path is another one or lies under it.
func below(name, of string) bool { return name == of || strings.HasPrefix(name, of+"/") }

// owner is the listed package to whose folder one belongs.
func owner(name string) string {
	for dir := name; dir != "."; dir = path.Dir(dir) {
		if _, ok := directions[dir]; ok {
			return dir
		}
	}
	return name
}

func TestDirections(t *testing.T) {
	for _, p := range packages(t) {
		rule := directions[owner(p.path)]
		for _, i := range p.imports {
			to, ours := strings.CutPrefix(i, module+"/")
			if !ours || below(to, owner(p.path)) && owner(to) == owner(p.path) || slices.Contains(rule.imports, to) {
				continue
			}
			t.Errorf("%s imports %s; it may import %v: %s", p.path, to, rule.imports, rule.reason)
		}
	}
}

func TestOnly(t *testing.T) {
	for _, p := range packages(t) {
		for _, rule := range only {
			for _, i := range p.imports {
				if below(i, rule.path) && !slices.Contains(rule.in, owner(p.path)) {
					t.Errorf("%s imports %s, which is for %v only: %s", p.path, i, rule.in, rule.reason)
				}
			}
		}
	}
}

func TestNever(t *testing.T) {
	all := packages(t)
	for _, rule := range never {
		p := all[rule.in]
		if p == nil {
			t.Errorf("there is no package %s", rule.in)
			continue
		}
		for _, i := range p.imports {
			for _, bad := range rule.paths {
				if below(i, bad) {
					t.Errorf("%s imports %s: %s", p.path, i, rule.reason)
				}
			}
		}
	}
}

// The rules themselves are of the standard library alone.
func TestRulesNeedNobody(t *testing.T) {
	for _, i := range packages(t)["playlist"].imports {
		if first, _, _ := strings.Cut(i, "/"); strings.Contains(first, ".") {
			t.Errorf("playlist imports %s, want the standard library only: its events are replayed for ever", i)
		}
	}
}

func TestEveryPackageHasADoc(t *testing.T) {
	for _, p := range packages(t) {
		if !p.doc {
			t.Errorf("%s has no package comment: a stranger begins there", p.path)
		}
	}
}

// Whoever installs the program with go install gets what we tested.
func TestNoReplace(t *testing.T) {
	mod, err := os.ReadFile(root + "/go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(mod)) {
		if word, _, _ := strings.Cut(strings.TrimSpace(line), " "); word == "replace" || word == "exclude" {
			t.Errorf("go.mod: %s: go install refuses it", strings.TrimSpace(line))
		}
	}
}
