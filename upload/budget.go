package upload

// held is what the files of all sessions take. It is guarded by the store's lock.
type held struct {
	files    int
	bytes    int64            // that they have, or will have
	promised int64            // of these: that are still to come
	owed     map[string]int64 // the same by the address that promised it
}

func newHeld() held { return held{owed: make(map[string]int64)} }

func (h *held) enter(f *file) {
	h.files++
	h.bytes += f.meta.Size
	h.owe(f, f.missing())
}

func (h *held) leave(f *file) {
	h.files--
	h.bytes -= f.meta.Size
	h.owe(f, -f.missing())
}

// came notes that so many bytes of a file are there.
func (h *held) came(f *file, bytes int64) { h.owe(f, -bytes) }

// owe changes what is still to come. Addresses that owe nothing are forgotten.
func (h *held) owe(f *file, bytes int64) {
	h.promised += bytes
	if f.from == "" {
		return
	}
	if h.owed[f.from] += bytes; h.owed[f.from] == 0 {
		delete(h.owed, f.from)
	}
}

// disk is what is known of the disk at a moment.
type disk struct {
	free  int64 // bytes
	known bool  // free is
}

func (s *Store) disk() disk {
	free, known := s.config.free(s.config.Dir)
	return disk{free, known}
}

// maxTotal is how many bytes all files may have. Where nobody said it that is a share
// of what the disk would have without them: whatever else comes and goes there, at a
// restart too, they leave as much as they take. The lock is held.
func (s *Store) maxTotal(d disk) int64 {
	switch {
	case s.config.MaxTotal > 0:
		return s.config.MaxTotal
	case d.known:
		return (d.free + s.held.bytes - s.held.promised) / diskShare
	}
	return unknownTotal
}

// maxOwed is how many bytes an address may have promised and not sent, beside so many
// that all may have.
func (s *Store) maxOwed(total int64) int64 {
	return max(s.config.MaxBytes, min(s.maxSession(), total/addressShare))
}

// watchDisk is [ErrLimit] when the disk is nearly full, for whatever reason.
func (s *Store) watchDisk() error {
	if d := s.disk(); d.known && d.free < stopBelow {
		return limited(ErrLimit, "the disk of the server is nearly full")
	}
	return nil
}
