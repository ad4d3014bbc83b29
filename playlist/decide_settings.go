package playlist

func (a SetVolume) decide(d *decision) error {
	if a.Volume < 0 || a.Volume > MaxVolume {
		return invalid("volume", "a volume is 0 to %d", MaxVolume)
	}
	unmute := a.Volume > 0 && d.s.Muted
	if a.Volume == d.s.Volume && !unmute {
		return ErrNoChange
	}
	d.e.Volume = &a.Volume
	if unmute {
		d.e.Muted = new(bool)
	}
	return d.command("volume", nil)
}

func (a SetMuted) decide(d *decision) error {
	if a.Muted == d.s.Muted {
		return ErrNoChange
	}
	d.e.Muted = &a.Muted
	if a.Muted {
		return d.command("mute", nil)
	}
	return d.command("unmute", nil)
}

func (a SetRate) decide(d *decision) error {
	if !(a.Rate >= MinRate && a.Rate <= MaxRate) { // NaN is out of range, too
		return invalid("rate", "a rate is %v to %v", MinRate, MaxRate)
	}
	p := d.s.Playback
	if a.Rate == p.Rate {
		return ErrNoChange
	}
	if cur := d.s.Current(); cur != nil {
		p = p.rebased(d.now, cur)
	}
	p.Rate = a.Rate
	d.e.Playback = &p
	return d.command("rate", &Args{Rate: a.Rate})
}

func (a SetRepeat) decide(d *decision) error {
	if !a.Mode.Valid() {
		return invalid("mode", "a repeat mode is none, one or all")
	}
	if a.Mode == d.s.Repeat {
		return ErrNoChange
	}
	d.e.Repeat = &a.Mode
	return d.command("repeat", nil)
}

func (a SetShuffle) decide(d *decision) error {
	if a.On == d.s.Shuffle {
		return ErrNoChange
	}
	d.e.Shuffle, d.e.Seed = &a.On, d.c.Seed
	return d.command("shuffle", nil)
}

func (a SetCaptions) decide(d *decision) error {
	if a.Language == d.s.Captions {
		return ErrNoChange
	}
	d.e.Captions = &a.Language
	return d.command("captions", nil)
}
