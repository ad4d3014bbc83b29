package session

import "remoted/protocol"

// replay keeps the last events as they were sent, for clients that return.
type replay struct {
	first  uint64 // seq of frames[0]
	frames []protocol.Frame
	bytes  int
}

func (r *replay) add(seq uint64, f protocol.Frame) {
	if len(r.frames) == 0 {
		r.first = seq
	}
	r.frames = append(r.frames, f)
	r.bytes += len(f)
	for len(r.frames) > ReplayEvents || r.bytes > ReplayBytes && len(r.frames) > 0 {
		r.bytes -= len(r.frames[0])
		r.frames[0] = nil
		r.frames = r.frames[1:]
		r.first++
	}
}

// after returns every event from seq+1 to last, or false when one is missing.
func (r *replay) after(seq, last uint64) ([]protocol.Frame, bool) {
	switch {
	case seq == last:
		return []protocol.Frame{}, true
	case seq > last, len(r.frames) == 0, seq+1 < r.first:
		return nil, false
	}
	missed := r.frames[seq+1-r.first:]
	return append(make([]protocol.Frame, 0, len(missed)), missed...), true
}
