package playlist

import "slices"

// MaxScreens is how many players can be chosen; more than a room has walls.
const MaxScreens = 100

// Screens is a choice of players; none chosen means that all play.
type Screens struct {
	Players []string `json:"players,omitempty"` // client IDs
}

func (a SetScreens) decide(d *decision) error {
	if len(a.Players) > MaxScreens {
		return limitReached("players", "at most %d players can be chosen", MaxScreens)
	}
	chosen := screens(a.Players)
	if slices.Equal(chosen, d.s.Screens) {
		return ErrNoChange
	}
	d.e.Screens = &Screens{Players: chosen}
	return d.command("screens", nil)
}

// screens returns the IDs without empty ones and repetitions; nil when none is left.
func screens(of []string) []string {
	var out []string
	for _, id := range of {
		if id != "" && len(out) < MaxScreens && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
