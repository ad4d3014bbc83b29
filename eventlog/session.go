package eventlog

import "github.com/google/uuid"

// ParseSession returns the 16 bytes of a session's UUID. Only the canonical
// form is taken, 36 characters in lower case: other spellings of the same UUID
// would be other names for one session, and the order of names would not be
// the order of the bytes. ErrInvalidSession for everything else. It is for
// those who implement Log.
func ParseSession(session string) (uuid.UUID, error) {
	id, err := uuid.Parse(session)
	if err != nil || id.String() != session {
		return uuid.UUID{}, ErrInvalidSession
	}
	return id, nil
}
