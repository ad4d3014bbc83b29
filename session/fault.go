package session

import (
	"fmt"
	"runtime/debug"

	"remoted/protocol"
)

// breakDown ends a session whose loop panicked: what is in memory may be wrong, and
// what is in the log may bring it down again. That costs this session, and no other. It
// is read anew when it was out of the memory. Left is what has not been answered, the
// request that brought it down first.
func (s *Session) breakDown(panicked any, left []request) {
	s.broken = fmt.Errorf("panic: %v", panicked)
	s.logger.Error("session ends", "err", s.broken, "stack", string(debug.Stack()))
	s.group = group{}
	s.rest()
	s.closeAll(protocol.CloseEnded)
	for i, r := range left {
		s.refuse(r, i > 0)
	}
}

// refuse answers whoever waits for an answer of a session that is broken. A client that
// is gone is dropped only if that is not what went wrong.
func (s *Session) refuse(r request, drop bool) {
	refusal := s.unfit()
	switch {
	case r.join != nil:
		r.join.reply <- joined{refusal: refusal}
	case r.view != nil:
		r.view <- view{err: refusal}
	case r.files != nil:
		r.files <- ownFiles{err: refusal}
	case r.bring != nil:
		r.bring.reply <- brought{refusal: refusal}
	case r.leave && drop:
		s.drop(r.from)
	case r.stop != nil:
		close(r.stop)
	}
}
