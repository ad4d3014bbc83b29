package session

// window remembers the requests that were accepted last, so that one that comes
// again is answered with its first seq and not done again. It is rebuilt from the
// log, and part of every snapshot.
type window struct {
	seqs  map[requestKey]uint64
	order []requestKey // oldest first
}

type requestKey struct{ client, id string }

// accepted is a window's entry as a snapshot holds it.
type accepted struct {
	Client string `json:"client"`
	ID     string `json:"id"`
	Seq    uint64 `json:"seq"`
}

func (w *window) seq(client, id string) (uint64, bool) {
	seq, ok := w.seqs[requestKey{client, id}]
	return seq, ok
}

func (w *window) add(client, id string, seq uint64) {
	if id == "" {
		return
	}
	if w.seqs == nil {
		w.seqs = make(map[requestKey]uint64)
	}
	key := requestKey{client, id}
	w.seqs[key] = seq
	w.order = append(w.order, key)
	if len(w.order) > WindowSize {
		delete(w.seqs, w.order[0])
		w.order = w.order[1:]
	}
}

func (w *window) entries() []accepted {
	out := make([]accepted, len(w.order))
	for i, key := range w.order {
		out[i] = accepted{key.client, key.id, w.seqs[key]}
	}
	return out
}
