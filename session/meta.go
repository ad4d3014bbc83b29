package session

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
)

// meta is what a session has from its beginning; the log keeps it.
type meta struct {
	Version int    `json:"v"`
	Epoch   string `json:"epoch"`   // UUID of the log that seq counts in
	Code    string `json:"code"`    // join code
	Owner   string `json:"owner"`   // SHA-256 of the owner's secret, in hex
	Created int64  `json:"created"` // Unix ms
}

const metaVersion = 1

// newMeta makes the meta of a new session, and its owner's secret.
func newMeta(code string, now time.Time) (m meta, owner string) {
	owner = rand.Text()
	sum := sha256.Sum256([]byte(owner))
	return meta{
		Version: metaVersion,
		Epoch:   uuid.NewString(),
		Code:    code,
		Owner:   hex.EncodeToString(sum[:]),
		Created: now.UnixMilli(),
	}, owner
}

func decodeMeta(b []byte) (meta, error) {
	var m meta
	if err := json.Unmarshal(b, &m); err != nil {
		return m, fmt.Errorf("%w: session's meta: %w", errCorrupt, err)
	}
	if m.Version != metaVersion {
		return m, fmt.Errorf("%w: session's meta has version %d", errCorrupt, m.Version)
	}
	return m, nil
}
