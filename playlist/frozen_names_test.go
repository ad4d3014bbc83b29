package playlist

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// Every kind of event, name of a command, mode of an upload, operation on the
// list and field of an event that the package's source knows is in a frozen file.
func TestEveryEventIsFrozen(t *testing.T) {
	frozen := map[string]bool{}
	for _, name := range frozenFiles(t) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var e Event
		if err := strictly(b, &e); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		frozen["kind "+string(e.Kind)] = true
		if e.Kind == KindUpload {
			frozen["mode "+e.Name] = true
		} else if e.Name != "" {
			frozen["command "+e.Name] = true
		}
		if e.List != nil {
			frozen["operation "+string(e.List.Op)] = true
		}
		var v any
		if err := json.Unmarshal(b, &v); err != nil {
			t.Fatal(err)
		}
		noteFields(frozen, "", v)
	}

	want := namesInSource(t)
	for _, field := range fieldsOf(reflect.TypeFor[Event](), "") {
		want = append(want, "field "+field)
	}
	if len(want) < 60 {
		t.Fatalf("got %d names in the source, want 60 at least: %q", len(want), want)
	}
	for _, name := range want {
		if !frozen[name] {
			t.Errorf("no file in %s holds %s: add a row to freezings and run with -update", frozenDir, name)
		}
	}
}

// namesInSource finds the constants that name parts of events, and the names of
// commands, which are the first arguments of decision.command.
func namesInSource(t *testing.T) []string {
	t.Helper()
	kinds := map[string]string{"Kind": "kind ", "UploadMode": "mode ", "ListOp": "operation "}
	var names []string
	literal := func(prefix string, e ast.Expr) {
		if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
			text, _ := strconv.Unquote(l.Value)
			names = append(names, prefix+text)
			return
		}
		t.Errorf("%s is not named by a literal: got %T", strings.TrimSpace(prefix), e)
	}
	for _, file := range parsePackage(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				if typ, ok := n.Type.(*ast.Ident); ok && kinds[typ.Name] != "" && len(n.Values) > 0 {
					literal(kinds[typ.Name], n.Values[0])
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "command" {
					literal("command ", n.Args[0])
				}
			}
			return true
		})
	}
	return names
}

// parsePackage parses the package's files, without its tests.
func parsePackage(t *testing.T) map[string]*ast.File {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]*ast.File{}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = f
	}
	return files
}

// fieldsOf lists the JSON paths of a type's fields.
func fieldsOf(typ reflect.Type, path string) []string {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return nil
	}
	var out []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		out = append(out, path+name)
		out = append(out, fieldsOf(f.Type, path+name+".")...)
	}
	return out
}

// noteFields notes the paths of a JSON value's fields.
func noteFields(in map[string]bool, path string, v any) {
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			in["field "+path+name] = true
			noteFields(in, path+name+".", value)
		}
	case []any:
		for _, value := range v {
			noteFields(in, path, value)
		}
	}
}
