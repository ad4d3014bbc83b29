// Command write writes the files that package reasons makes of its table.
package main

import (
	"log"
	"os"
	"path/filepath"

	"remoted/internal/reasons"
)

func main() {
	for name, text := range reasons.Files() {
		if err := os.WriteFile(filepath.Join("..", "..", name), []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
