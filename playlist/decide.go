package playlist

// Decide turns a command into the event that it amounts to in state s, which it
// leaves as it is. It refuses with an [*Error], or returns [ErrNoChange].
func Decide(s State, c Command) (Event, error) {
	d := decision{s: &s, c: c, now: max(c.At, s.At)}
	d.e = Event{Seq: s.Seq + 1, At: d.now, By: c.By.Client, ID: c.ID, Kind: KindCommand}
	if err := c.Do.decide(&d); err != nil {
		return Event{}, err
	}
	return d.e, nil
}

// decision is the making of one event.
type decision struct {
	s   *State // as it is; never changed
	c   Command
	now int64 // Unix milliseconds, not before the last event
	e   Event
}

// expect refuses a command that was meant for another item than the current one.
func (d *decision) expect(id ItemID) error {
	if id != "" && id != d.s.Playback.Item {
		return stale("expect", "another item is current now")
	}
	return nil
}

// command names the event; every player command ends with it.
func (d *decision) command(name string, args *Args) error {
	d.e.Name = name
	if args != nil && *args != (Args{}) {
		d.e.Args = args
	}
	return nil
}

// play sets the new playback, unless it means the same as the present one.
func (d *decision) play(p Playback) error {
	if p.same(d.s.Playback, d.now) {
		return ErrNoChange
	}
	d.e.Playback = &p
	return nil
}

// fromStart is the playback of it from its beginning.
func (d *decision) fromStart(it *Item, status Status) Playback {
	return Playback{
		Status:   status,
		Item:     it.ID,
		Position: it.Start,
		At:       d.now,
		Rate:     d.s.Playback.Rate,
		Held:     status == Playing && !d.ready(it.ID),
	}
}

// ready reports whether the item can play at once: somebody is there to play it,
// and has it loaded.
func (d *decision) ready(id ItemID) bool {
	return d.c.Players > 0 && d.c.Ready && id == d.s.Playback.Item
}

// end is the playback at the end of the list.
func (d *decision) end(cur *Item) error {
	p := d.s.Playback
	if p.Status != Playing && p.Status != Paused {
		return ErrNoChange
	}
	p = p.rebased(d.now, cur)
	if limit := cur.limit(); limit > 0 {
		p.Position = limit
	}
	p.Status, p.Held = Ended, false
	return d.play(p)
}
