package library

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"net/url"
	"strings"
)

// ErrNotFound says that no listed file has the ID, or that it is gone.
var ErrNotFound = errors.New("library: no such file")

// An Entry is one media file.
type Entry struct {
	ID     string // 16 characters, a-z and 2-7
	Title  string // from the tags, else from the name; never empty
	Artist string // from the tags, may be empty
	Album  string // from the tags, may be empty

	// Folder is the path below the served folder, slash-separated, empty for
	// files directly in it. With several served folders it begins with the
	// served folder's own name.
	Folder string

	Name     string // file name with its extension, made valid UTF-8
	Type     string // media type, as served: "video/webm"
	Duration int64  // ms, 0 when unknown
	Size     int64  // bytes
	Modified int64  // Unix ms
	HasCover bool   // there is something to make a cover of
}

// URL returns the path under which the server offers the file. The name at its
// end is for people and for saved files; the ID alone decides.
func (e Entry) URL() string {
	return "/media/" + e.ID + "/" + url.PathEscape(e.Name)
}

// A Page is a part of a search's result.
type Page struct {
	Items []Entry
	Total int // entries that match in all
	Next  int // offset of the next page, -1 when there is none
}

// idBytes of a hash make a 16-character ID: 80 bits, so two of maxFiles files
// share one with a chance of about 1 in 10^13.
const idBytes = 10

var idEncoding = base32.StdEncoding.WithPadding(base32.NoPadding)

// entryID derives the ID of the file at the absolute path: where the served
// folder is, and where the file is in it. Folders that overlap therefore agree
// on the ID, and a file that is reached through both is listed once.
func entryID(path string) string {
	sum := sha256.Sum256([]byte("remoted library\x00" + path))
	return strings.ToLower(idEncoding.EncodeToString(sum[:idBytes]))
}
