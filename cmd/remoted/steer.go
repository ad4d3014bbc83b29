package main

import (
	"context"
	"flag"
	"fmt"
	"strconv"
	"strings"
	"time"

	"remoted/client"
	"remoted/protocol"
)

// steerCommands steer the player.
var steerCommands = []subcommand{
	simple("play", "go on; with nothing chosen, start the first item"),
	simple("pause", "stand still"),
	simple("toggle", "pause or go on"),
	simple("stop", "stop, and go to the item's start"),
	simple("next", "play the following item"),
	simple("previous", "play the item before, or this one from its start"),
	with("jump", "N|ID", "play that item of the list", parseJump),
	with("seek", "[+|-]TIME", "go to a time, or so far on or back: 1:30, +10s", parseSeek),
	with("volume", "N", "set the volume, 0 to 100", parseVolume),
	simple("mute", "mute"),
	simple("unmute", "unmute"),
	with("rate", "N", "set the speed, 0.25 to 2", parseRate),
	with("repeat", "none|one|all", "repeat nothing, the item, the list", parseRepeat),
	with("shuffle", "on|off", "shuffle the play order", parseShuffle),
}

// simple is a command without arguments.
func simple(name, doc string) subcommand {
	return subcommand{name: name, doc: doc, prepare: func(*flag.FlagSet) parser {
		return func([]string) (action, error) { return order(protocol.Command{Name: name}), nil }
	}}
}

// with is a command with one argument.
func with(name, args, doc string, read func(arg string) (action, error)) subcommand {
	return subcommand{name: name, args: args, doc: doc, least: 1, most: 1, prepare: func(*flag.FlagSet) parser {
		return func(args []string) (action, error) { return read(args[0]) }
	}}
}

// order sends a command and shows what it led to.
func order(c protocol.Command) action {
	return func(ctx context.Context, t *terminal) error {
		if _, err := t.Send(ctx, protocol.EventCommand, c); err != nil {
			return err
		}
		_, err := fmt.Fprintln(t.out, outcome(c.Name, t.State().State, t.Now()))
		return err
	}
}

// outcome is what a command of that name is about, as it is now.
func outcome(name string, s protocol.State, now time.Time) string {
	switch name {
	case "volume", "mute", "unmute":
		return volume(s)
	case "rate":
		return fmt.Sprintf("rate %g", s.Playback.Rate)
	case "repeat":
		return "repeat " + plain(s.Repeat)
	case "shuffle":
		return "shuffle " + word(s.Shuffle)
	case "captions":
		if s.Captions == "" {
			return "captions off"
		}
		return "captions " + plain(string(s.Captions))
	}
	return status(s, now)
}

func volume(s protocol.State) string {
	if s.Muted {
		return fmt.Sprintf("volume %d, muted", s.Volume)
	}
	return fmt.Sprintf("volume %d", s.Volume)
}

func word(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

// status is the line about what plays.
func status(s protocol.State, now time.Time) string {
	p := s.Playback
	is := plain(p.Status)
	if p.Held {
		is = "waiting" // for a player
	}
	current := client.Current(s)
	if current == nil {
		return fmt.Sprintf("%-8s nothing is chosen", is)
	}
	at := client.Position(p, now)
	if d := time.Duration(current.Media.Duration) * time.Millisecond; d > 0 {
		at = min(at, d)
	}
	return fmt.Sprintf("%-8s %s / %s  %s", is, clock(at), length(current.Media.Duration), title(*current))
}

func parseJump(arg string) (action, error) {
	return func(ctx context.Context, t *terminal) error {
		ids, err := find(t.State().State, []string{arg})
		if err != nil {
			return err
		}
		return order(protocol.Command{Name: "jump", Item: ids[0]})(ctx, t)
	}, nil
}

func parseSeek(arg string) (action, error) {
	c := protocol.Command{Name: "seek"}
	text := strings.TrimLeft(arg, "+-")
	d, err := parseTime(text)
	if err != nil || len(arg)-len(text) > 1 {
		return nil, fmt.Errorf("%q: %w", arg, errTime)
	}
	ms := d.Milliseconds()
	switch arg[0] {
	case '+':
		c.Delta = &ms
	case '-':
		back := -ms
		c.Delta = &back
	default:
		c.Position = &ms
	}
	return order(c), nil
}

func parseVolume(arg string) (action, error) {
	n, err := strconv.Atoi(strings.TrimSuffix(arg, "%"))
	if err != nil || n < 0 || n > protocol.MaxVolume {
		return nil, fmt.Errorf("%q is not a volume from 0 to %d", arg, protocol.MaxVolume)
	}
	return order(protocol.Command{Name: "volume", Volume: n}), nil
}

func parseRate(arg string) (action, error) {
	n, err := strconv.ParseFloat(arg, 64)
	if err != nil || !(n >= protocol.MinRate && n <= protocol.MaxRate) {
		return nil, fmt.Errorf("%q is not a speed from %g to %g", arg, protocol.MinRate, float64(protocol.MaxRate))
	}
	return order(protocol.Command{Name: "rate", Rate: n}), nil
}

func parseRepeat(arg string) (action, error) {
	switch arg {
	case "none", "one", "all":
		return order(protocol.Command{Name: "repeat", Mode: arg}), nil
	}
	return nil, fmt.Errorf("%q: this is none, one or all", arg)
}

func parseShuffle(arg string) (action, error) {
	on, err := onOff(arg)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", arg, err)
	}
	return order(protocol.Command{Name: "shuffle", On: on}), nil
}
