package session

import (
	"strings"
	"testing"

	"remoted/listfile"
	"remoted/playlist"
	"remoted/protocol"
)

// timed knows addresses that say where they begin: #late at 90 s. What is called
// short has a length that is known at once.
type timed struct{ anyAddress }

func (timed) Start(address string) int64 {
	if strings.HasSuffix(address, "#late") {
		return 90_000
	}
	return 0
}

func (r timed) Resolve(address string) (playlist.Media, error) {
	m, err := r.anyAddress.Resolve(address)
	if strings.HasPrefix(address, "short") {
		m.Duration = 10_000
	}
	return m, err
}

func TestStartOfAnAddress(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   protocol.NewItem
		want int64
	}{
		{"as the address says", protocol.NewItem{URL: "film#late"}, 90_000},
		{"as it was asked for", protocol.NewItem{URL: "film#late", Start: 5_000}, 5_000},
		{"before its end", protocol.NewItem{URL: "film#late", End: 120_000}, 90_000},
		{"not behind its end", protocol.NewItem{URL: "film#late", End: 60_000}, 0},
		{"not behind what is known of it", protocol.NewItem{URL: "short#late"}, 0},
		{"from the start", protocol.NewItem{URL: "film"}, 0},
	} {
		items, refusal := newItems([]protocol.NewItem{tt.in}, timed{})
		if refusal != nil || items[0].Start != tt.want {
			t.Errorf("%s: got %v, %v; want a start at %d ms", tt.name, items, refusal, tt.want)
		}
	}
}

func TestStartOfAnImportedAddress(t *testing.T) {
	up, _ := resolveAll(ImportRequest{Mode: "append", List: listfile.List{Items: []listfile.Item{
		{URL: "film#late"}, {URL: "film#late", Start: 5_000},
	}}}, timed{})
	if got := []int64{up.Items[0].Start, up.Items[1].Start}; got[0] != 90_000 || got[1] != 5_000 {
		t.Errorf("got %v, want 90000 of the address and 5000 of the list", got)
	}
}
