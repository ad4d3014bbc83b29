package reasons

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Where reasons are made: in which packages, and in which of their calls or
// constants. A sentence with values is a format, or pieces that are joined.
var sources = []struct {
	dir    string
	calls  string // names of functions
	consts string // how the names of constants and errors begin
}{
	{"resolver", `unsupported|aList`, `Err(Address|List)$`},
	{"resolver/internal/fetch", `fail`, `^message$`},
	{"listfile", `noList|skip`, `Err(TooLarge|Newer)$|^[wW]hy$`},
	{"upload", `refused|limited`, `^why|Err[A-Z]`},
	{"liststore", ``, `Err[A-Z]`},
	{"session", `failList`, `never|errOutside`},
}

// returned are sentences that stand in a plain return: a text without an address.
var returned = []string{"listfile/collector.go", "server/listpaths.go"}

// Every sentence in the sources has a row.
func TestEverySentenceHasARow(t *testing.T) {
	for _, s := range sources {
		files, err := filepath.Glob(filepath.Join(root, s.dir, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no sources (%v)", s.dir, err)
		}
		calls, consts := regexp.MustCompile(`^(?:`+s.calls+`)$`), regexp.MustCompile(s.consts)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			ast.Inspect(parse(t, file), func(n ast.Node) bool {
				for _, e := range made(n, calls, consts) {
					wantRow(t, file, e)
				}
				return true
			})
		}
	}
	for _, file := range returned {
		ast.Inspect(parse(t, filepath.Join(root, file)), func(n ast.Node) bool {
			if r, ok := n.(*ast.ReturnStmt); ok && len(r.Results) == 2 && sentence(r.Results[0]) == "" {
				wantRow(t, file, r.Results[1])
			}
			return true
		})
	}
}

// Every row is said somewhere.
func TestEveryRowIsSaid(t *testing.T) {
	var said strings.Builder
	for _, pattern := range []string{"resolver/*.go", "resolver/internal/fetch/*.go", "listfile/*.go", "upload/*.go", "liststore/*.go", "session/*.go", "server/*.go", "cmd/remoted/*.go"} {
		files, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			ast.Inspect(parse(t, file), func(n ast.Node) bool {
				if e, ok := n.(ast.Expr); ok {
					said.WriteString(sentence(e) + "\n")
				}
				return true
			})
		}
	}
	for _, r := range Rows {
		form := regexp.MustCompile(`\n` + strings.ReplaceAll(regexp.QuoteMeta(r.Text), `\{\}`, ".+") + `\n`)
		if !form.MatchString(said.String()) {
			t.Errorf("nobody says %q", r.Text)
		}
	}
}

func parse(t *testing.T, file string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// made are the expressions of n that are reasons.
func made(n ast.Node, calls, consts *regexp.Regexp) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		if name(n.Fun) != "" && calls.MatchString(name(n.Fun)) {
			return n.Args
		}
	case *ast.ValueSpec:
		if consts.String() != "" && consts.MatchString(n.Names[0].Name) {
			return n.Values
		}
	case *ast.AssignStmt:
		if consts.String() != "" && consts.MatchString(name(n.Lhs[len(n.Lhs)-1])) {
			return n.Rhs
		}
	}
	return nil
}

func name(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

var verb = regexp.MustCompile(`%(?:\.\d)?[a-z]`)

// sentence is the text that an expression makes, with {} for its values; "" if it is
// none.
func sentence(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil || e.Kind != token.STRING {
			return ""
		}
		return verb.ReplaceAllString(s, "{}")
	case *ast.BinaryExpr:
		if left := sentence(e.X); left != "" {
			if right := sentence(e.Y); right != "" {
				return left + right
			}
			return left + "{}"
		}
	case *ast.CallExpr:
		if f := name(e.Fun); len(e.Args) > 0 && (f == "Sprintf" || f == "Errorf" || f == "New" || f == "unsupported") {
			return sentence(e.Args[0])
		}
	}
	return ""
}

// wantRow wants a row for a sentence of people's words.
func wantRow(t *testing.T, file string, e ast.Expr) {
	t.Helper()
	if s := sentence(e); strings.Contains(s, " ") && Of(strings.ReplaceAll(s, "{}", "7")) == nil {
		t.Errorf("%s: %q has no row", file, s)
	}
}
