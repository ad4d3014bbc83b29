package playlist

func (a Finish) decide(d *decision) error {
	cur := d.s.Current()
	if cur == nil || cur.ID != a.Item || !d.s.Playback.under() || d.s.Looped && !a.Again {
		return ErrNoChange
	}
	return d.advance(cur)
}

func (a Skip) decide(d *decision) error {
	cur := d.s.Current()
	if cur == nil || cur.ID != a.Item || cur.Failed == "" || !d.s.Playback.under() {
		return ErrNoChange
	}
	return d.advance(cur)
}

// under reports whether an item is under way.
func (p Playback) under() bool { return p.Status == Playing || p.Status == Paused }

// advance goes on by itself. It passes over items that are known to fail, so
// that a list of which nothing plays comes to its end.
func (d *decision) advance(cur *Item) error {
	if d.s.Repeat == RepeatOne && playable(cur) {
		p := d.fromStart(cur, Playing)
		d.e.Playback = &p
	} else if err := d.next(playable); err != nil {
		return err
	}
	p := d.e.Playback
	d.e.Looped = p.Status == Playing && p.Item == cur.ID
	if d.s.Playback.Status == Paused && p.Status == Playing {
		p.Status, p.Held = Paused, false
	}
	return d.command("advance", nil)
}

func (a MarkFailed) decide(d *decision) error {
	it := d.s.Item(a.Item)
	if it == nil {
		return notFound("item", a.Item)
	}
	if len(a.Reason) > MaxReason {
		return limitReached("reason", "a reason has at most %d bytes", MaxReason)
	}
	if a.Reason == "" {
		a.Reason = "it could not be played"
	}
	if it.Failed == a.Reason {
		return ErrNoChange
	}
	return d.update(ItemChange{ID: it.ID, Failed: &a.Reason})
}

func (a ClearFailed) decide(d *decision) error {
	if it := d.s.Item(a.Item); it == nil || it.Failed == "" {
		return ErrNoChange
	}
	return d.update(ItemChange{ID: a.Item, Failed: new(string)})
}

func (a UpdateMedia) decide(d *decision) error {
	if it := d.s.Item(a.Item); it == nil || it.Media == a.Media {
		return ErrNoChange
	}
	return d.update(ItemChange{ID: a.Item, Media: &a.Media})
}

func (d *decision) update(c ItemChange) error {
	d.e.Kind, d.e.Item = KindUpdate, &c
	return nil
}

func (a Hold) decide(d *decision) error {
	p := d.s.Playback
	if p.Status != Playing || p.Held {
		return ErrNoChange
	}
	p = p.rebased(min(a.Since, d.now), d.s.Current())
	p.At, p.Held = d.now, true
	d.e.Playback = &p
	return d.command("hold", nil)
}

func (a Start) decide(d *decision) error {
	p := d.s.Playback
	if p.Status != Playing || !p.Held {
		return ErrNoChange
	}
	p.At, p.Held = d.now+max(a.Lead, 0), false
	d.e.Playback = &p
	return d.command("start", nil)
}
