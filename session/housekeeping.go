package session

import (
	"context"
	"time"

	"remoted/eventlog"
)

// keepHouse moves sessions that nobody is in out of the memory, and deletes those
// that nobody visited for long, until ctx ends.
func (r *Registry) keepHouse(ctx context.Context) {
	r.expire(ctx)
	sweep, expire := time.NewTicker(sweepEvery), time.NewTicker(expireEvery)
	defer sweep.Stop()
	defer expire.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-sweep.C:
			r.evict()
		case <-expire.C:
			r.expire(ctx)
		}
	}
}

// evict stores and forgets the sessions that have been empty for a while.
func (r *Registry) evict() {
	for _, s := range r.idle() {
		if !s.closeIdle() {
			continue
		}
		s.rest()
		s.lookups.stop()
		s.openings.stop()
		if err := s.save(); err != nil {
			s.logger.Warn("snapshot of an idle session", "err", err)
		}
		r.mu.Lock()
		r.sessions[s.id].live = nil
		r.mu.Unlock()
		r.stats.Live.Add(-1)
	}
}

func (r *Registry) idle() []*Session {
	r.mu.Lock()
	defer r.mu.Unlock()
	before := time.Now().Add(-idleAfter).UnixMilli()
	var out []*Session
	for _, rec := range r.sessions {
		if s := rec.live; s != nil && s.occupants.Load() == 0 && s.emptied.Load() < before {
			out = append(out, s)
		}
	}
	return out
}

// expire deletes the sessions that nobody visited within the TTL.
func (r *Registry) expire(ctx context.Context) {
	before := time.Now().Add(-r.config.TTL).UnixMilli()
	var gone []string
	err := r.eachStored(ctx, func(info eventlog.Info) {
		if info.Touched < before {
			gone = append(gone, info.Session)
		}
	})
	if err != nil && ctx.Err() == nil {
		r.config.Logger.Error("list sessions", "err", err)
	}
	for _, id := range gone {
		if !r.forget(id) {
			continue
		}
		if err := r.config.Log.Delete(ctx, id); err != nil {
			r.config.Logger.Error("delete session", "session", id, "err", err)
			continue
		}
		r.config.Logger.Info("session expired", "session", id)
		r.config.OnEnd(id)
	}
}

// forget takes a session off the register unless it is in use.
func (r *Registry) forget(id string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	rec := r.sessions[id]
	if rec == nil {
		return true // its meta could not be read
	}
	if rec.live != nil {
		return false
	}
	delete(r.codes, rec.code)
	delete(r.sessions, id)
	return true
}
