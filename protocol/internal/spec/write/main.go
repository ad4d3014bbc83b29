// Command write writes what package spec makes of the protocol. It runs in the
// directory of package protocol, as go generate does.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"remoted/protocol/internal/spec"
)

func main() {
	if err := run(".."); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(root string) error {
	files, err := spec.Files(root)
	if err != nil {
		return err
	}
	// A message that is gone leaves no schema behind.
	if err := os.RemoveAll(filepath.Join(root, spec.SchemaDir)); err != nil {
		return err
	}
	for name, text := range files {
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
