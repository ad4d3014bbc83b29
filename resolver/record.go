package resolver

import (
	"encoding/json"
	"errors"
	"time"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// record is what the cache keeps of an answer, good or bad.
type record struct {
	Media []playlist.Media `json:"media"`
	Count int              `json:"count,omitempty"` // of the items in a list, where Media stands for it
	Error *recordedError   `json:"error,omitempty"`
}

type recordedError struct {
	Message     string     `json:"message"`
	Unsupported bool       `json:"unsupported,omitempty"`
	List        bool       `json:"list,omitempty"`
	Kind        fetch.Kind `json:"kind,omitempty"`
	Status      int        `json:"status,omitempty"`
}

// newRecord returns the record of an answer and how long to keep it. Of an answer
// that says nothing about the address (the server stops, a key is missing) ok is
// false.
func newRecord(media []playlist.Media, err error) (r record, keep time.Duration, ok bool) {
	r = record{Media: media}
	if err == nil {
		return r, keepFound, true
	}
	if errors.Is(err, ErrNoKey) { // the next start may have one
		return r, 0, false
	}
	if u, ok := errors.AsType[*unsupportedError](err); ok {
		r.Error = &recordedError{Message: u.why, Unsupported: true, List: u.list}
		return r, keepRefused, true
	}
	if f, ok := errors.AsType[*fetch.Error](err); ok {
		r.Error = &recordedError{Message: f.Message, Kind: f.Kind, Status: f.Status}
		if f.Temporary() {
			return r, keepFailed, true
		}
		return r, keepRefused, true
	}
	return r, 0, false
}

func (e *recordedError) err() error {
	switch {
	case e == nil:
		return nil
	case e.Unsupported:
		return &unsupportedError{why: e.Message, list: e.List}
	}
	return &fetch.Error{Kind: e.Kind, Message: e.Message, Status: e.Status}
}

func (r *Resolver) recall(key string) (record, bool) {
	var rec record
	b, ok := r.cache.Get(key)
	return rec, ok && json.Unmarshal(b, &rec) == nil
}

func (r *Resolver) remember(key string, media []playlist.Media, err error) {
	r.rememberCount(key, media, 0, err)
}

func (r *Resolver) rememberCount(key string, media []playlist.Media, count int, err error) {
	rec, keep, ok := newRecord(media, err)
	if !ok {
		return
	}
	rec.Count = count
	if b, err := json.Marshal(rec); err == nil {
		r.cache.Put(key, b, keep)
	}
}
