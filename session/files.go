package session

import (
	"context"
	"strings"

	"remoted/playlist"
)

// ownFiles are the addresses of this server's own files that a session refers to.
type ownFiles struct {
	urls map[string]bool
	err  error
}

// OwnFiles returns the addresses, as paths, of this server's own files that a session
// still needs: those of its list, of what played lately, and of what taking back a
// change would bring back. [ErrNotFound], [ErrClosed], that of the context, or a
// [*protocol.Error].
func (r *Registry) OwnFiles(ctx context.Context, id string) (map[string]bool, error) {
	reply := make(chan ownFiles, 1)
	if err := r.post(ctx, id, request{files: reply}); err != nil {
		return nil, err
	}
	select {
	case f := <-reply:
		return f.urls, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// ownFiles looks through all that may come back. What comes before it is stored.
func (s *Session) ownFiles() ownFiles {
	if refusal := s.unfit(); refusal != nil {
		return ownFiles{err: refusal}
	}
	urls := make(map[string]bool)
	note := func(items ...*playlist.Item) {
		for _, it := range items {
			if strings.HasPrefix(it.Media.URL, "/") {
				urls[it.Media.URL] = true
			}
		}
	}
	note(s.state.Items...)
	for _, p := range s.state.History {
		note(p.Item)
	}
	for _, step := range s.state.Undo {
		note(step.List.Items...)
	}
	return ownFiles{urls: urls}
}
