package playlist

func (Play) decide(d *decision) error {
	if err := d.resume(); err != nil {
		return err
	}
	return d.command("play", nil)
}

func (Pause) decide(d *decision) error {
	if err := d.pause(); err != nil {
		return err
	}
	return d.command("pause", nil)
}

func (Toggle) decide(d *decision) error {
	act := d.resume
	if d.s.Playback.Status == Playing {
		act = d.pause
	}
	if err := act(); err != nil {
		return err
	}
	return d.command("toggle", nil)
}

// resume goes on from where the playback stands.
func (d *decision) resume() error {
	cur := d.s.Current()
	switch p := d.s.Playback; {
	case p.Status == Playing:
		return ErrNoChange
	case cur == nil:
		first := d.s.first(queued)
		if first == nil {
			return ErrNoChange
		}
		return d.play(d.fromStart(first, Playing))
	case p.Status == Ended:
		if next := d.s.following(cur.ID, queued); next != nil {
			cur = next
		}
		return d.play(d.fromStart(cur, Playing))
	default:
		p = p.rebased(d.now, cur)
		p.Status, p.Held = Playing, !d.ready(cur.ID)
		return d.play(p)
	}
}

func (d *decision) pause() error {
	p := d.s.Playback
	if p.Status != Playing {
		return ErrNoChange
	}
	p = p.rebased(d.now, d.s.Current())
	p.Status, p.Held = Paused, false
	return d.play(p)
}

func (Stop) decide(d *decision) error {
	cur := d.s.Current()
	if cur == nil {
		return ErrNoChange
	}
	if err := d.play(d.fromStart(cur, Idle)); err != nil {
		return err
	}
	return d.command("stop", nil)
}

func (a Next) decide(d *decision) error {
	if err := d.expect(a.Expect); err != nil {
		return err
	}
	if err := d.next(queued); err != nil {
		return err
	}
	return d.command("next", &Args{Expect: a.Expect})
}

// next goes on to the following item that accept takes, or to the end.
func (d *decision) next(accept func(*Item) bool) error {
	cur := d.s.Current()
	if cur == nil {
		first := d.s.first(accept)
		if first == nil {
			return ErrNoChange
		}
		return d.play(d.fromStart(first, Playing))
	}
	it := d.s.following(cur.ID, accept)
	if it == nil && d.s.Repeat == RepeatAll {
		it = d.wrap(accept)
	}
	if it == nil {
		return d.end(cur)
	}
	return d.play(d.fromStart(it, Playing))
}

// wrap begins a new round of the list and returns its first item: not the one
// that just played, if it is not the only one.
func (d *decision) wrap(accept func(*Item) bool) *Item {
	if !d.s.Shuffle {
		return d.s.first(accept)
	}
	last := d.s.Playback.Item
	var found *Item
	for _, id := range newRound(d.s.Items, last, d.c.Seed) {
		if it := d.s.Item(id); accept(it) {
			found = it
			if id != last {
				break
			}
		}
	}
	if found != nil {
		d.e.Round, d.e.Seed = true, d.c.Seed
	}
	return found
}

func (a Previous) decide(d *decision) error {
	if err := d.expect(a.Expect); err != nil {
		return err
	}
	cur := d.s.Current()
	if cur == nil {
		return ErrNoChange
	}
	p, to := d.s.Playback, cur
	if p.Status != Ended && p.PositionAt(d.now)-cur.Start <= RestartAfter {
		if before := d.s.preceding(cur.ID); before != nil {
			to = before
		}
	}
	if err := d.play(d.fromStart(to, Playing)); err != nil {
		return err
	}
	return d.command("previous", &Args{Expect: a.Expect})
}

func (a Jump) decide(d *decision) error {
	it := d.s.Item(a.Item)
	if it == nil {
		return notFound("item", a.Item)
	}
	if err := d.play(d.fromStart(it, Playing)); err != nil {
		return err
	}
	return d.command("jump", &Args{Item: a.Item})
}

func (a Seek) decide(d *decision) error {
	if err := d.expect(a.Expect); err != nil {
		return err
	}
	cur := d.s.Current()
	if cur == nil {
		return ErrNoChange
	}
	p := d.s.Playback.rebased(d.now, cur)
	if a.Delta != nil {
		p.Position = cur.clamp(p.Position + min(max(*a.Delta, -MaxPosition), MaxPosition))
	} else if a.Position != nil {
		p.Position = cur.clamp(*a.Position)
	}
	if limit := cur.limit(); p.Status == Ended && (limit == 0 || p.Position < limit) {
		p.Status, p.Held = Playing, !d.ready(cur.ID)
	}
	if err := d.play(p); err != nil {
		return err
	}
	return d.command("seek", &Args{Expect: a.Expect, Position: a.Position, Delta: a.Delta})
}
