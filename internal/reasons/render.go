package reasons

import (
	"fmt"
	"strings"
)

// Files are what go generate writes from [Rows], by their path in the project.
func Files() map[string]string {
	return map[string]string{
		"web/shared/reason-table.js": script(),
		"docs/reasons.md":            document(),
	}
}

func script() string {
	var b strings.Builder
	b.WriteString("// Made by go generate ./internal/reasons: do not edit. What the server says, and its code; {} is a value.\n\n")
	b.WriteString("/** @type {readonly (readonly [code: string, text: string])[]} */\nexport const REASONS = [\n")
	quote := strings.NewReplacer(`\`, `\\`, `'`, `\'`)
	for _, r := range Rows {
		fmt.Fprintf(&b, "  ['%s', '%s'],\n", r.Code, quote.Replace(r.Text))
	}
	b.WriteString("];\n")
	return b.String()
}

func document() string {
	var b strings.Builder
	b.WriteString(`# Reasons

Why something cannot be played, taken in or sent, in the server's words: an item's ` + "`failed`" + `, the ` + "`reason`" + ` of a preview, the ` + "`why`" + ` of
an entry that is left out, the ` + "`message`" + ` of an error. HTTP answers have the code beside it, with what stands at each ` + "`{}`" + `:

    "because":{"code":"other_scheme","values":["ftp"]}

An item's ` + "`failed`" + ` may also be what a player reported, in the language of its screen. Codes are kept, sentences may be
reworded; new ones may come, and then the sentence is there all the same.

Made by ` + "`go generate ./internal/reasons`" + `.

| code | sentence |
|---|---|
`)
	for _, r := range Rows {
		fmt.Fprintf(&b, "| `%s` | %s |\n", r.Code, r.Text)
	}
	return b.String()
}
