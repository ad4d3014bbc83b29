package spec

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Files makes everything that is generated, by its path below the project's root.
// Of docs/protocol.md it replaces what stands between the markers.
func Files(root string) (map[string]string, error) {
	vectors, err := ReadVectors(filepath.Join(root, "protocol/testdata/vectors"))
	if err != nil {
		return nil, err
	}
	table, err := os.ReadFile(filepath.Join(root, "playlist/testdata/table.md"))
	if err != nil {
		return nil, err
	}
	document, err := os.ReadFile(filepath.Join(root, Document))
	if err != nil {
		return nil, err
	}
	out := map[string]string{
		"web/shared/protocol.js":      script(),
		"docs/protocol/asyncapi.yaml": asyncAPI(vectors),
	}
	out[Document], err = fill(string(document), parts{vectors, string(table)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Document, err)
	}
	for name, schema := range Schemas() {
		b, err := encodeSchema(schema)
		if err != nil {
			return nil, fmt.Errorf("schema of %s: %w", name, err)
		}
		out[SchemaDir+"/"+name+".json"] = string(b)
	}
	return out, nil
}

// Paths below the project's root.
const (
	Document  = "docs/protocol.md"
	SchemaDir = "docs/protocol/schema"
)

// parts is what a marker can ask for.
type parts struct {
	vectors Vectors
	rules   string // the table of commands by state
}

var marker = regexp.MustCompile(`(?s)<!-- generated: ([^\n]*?) -->\n.*?<!-- end -->`)

// fill replaces what stands between the markers of a document.
func fill(document string, p parts) (string, error) {
	if n := strings.Count(document, "<!-- generated:"); n != len(marker.FindAllString(document, -1)) {
		return "", fmt.Errorf("a marker of %d has no end", n)
	}
	var failed error
	out := marker.ReplaceAllStringFunc(document, func(old string) string {
		name := marker.FindStringSubmatch(old)[1]
		text, err := p.make(name)
		if err != nil && failed == nil {
			failed = err
		}
		return "<!-- generated: " + name + " -->\n\n" + text + "\n<!-- end -->"
	})
	return out, failed
}

func (p parts) make(name string) (string, error) {
	if vector, ok := strings.CutPrefix(name, "example "); ok {
		return example(p.vectors, vector)
	}
	switch name {
	case "transcript":
		return transcript(p.vectors["transcript"]), nil
	case "rules":
		return p.rules, nil
	}
	tables := map[string]func() string{
		"requests": requestTables, "commands": commandTable, "own commands": ownCommandTable, "messages": messageTables,
		"types": typeTables, "errors": errorTable, "closes": closeTable, "limits": limitTable,
		"history": historyTable,
	}
	if tables[name] == nil {
		return "", fmt.Errorf("nothing is called %q", name)
	}
	return tables[name](), nil
}
