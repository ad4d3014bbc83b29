package server

import (
	"fmt"
	"math"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// The table of what an address may ask for says what the code does.
func TestLimitsOfAnAddressAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../docs/protocol.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "<!-- limits of an address")
	for _, row := range []struct {
		what  string
		rate  float64
		burst int
	}{
		{"wrong join codes", guessRate, guessBurst},
		{"new sessions", createRate, createBurst},
		{"previews of links", previewRate, previewBurst},
		{"searches for videos", searchRate, searchBurst},
		{"lists brought in, or looked into", importRate, importBurst},
		{"lists saved or removed", saveRate, saveBurst},
		{"lists taken away as files", exportRate, exportBurst},
		{"subtitles", captionRate, captionBurst},
		{"files from phones promised", promiseRate, promiseBurst},
	} {
		per := fmt.Sprintf("%v a second", row.rate)
		if row.rate < 1 {
			per = fmt.Sprintf("%v a minute", math.Round(row.rate*60))
		}
		burst := strings.Replace(fmt.Sprint(row.burst), "2000", "2,000", 1)
		if want := fmt.Sprintf("\n| %s | %s | %s |\n", row.what, burst, per); !strings.Contains(table, want) {
			t.Errorf("docs/protocol.md: no row %q", strings.TrimSpace(want))
		}
	}
}

// Lists are taken away as files so often and no more, of sessions and saved ones
// together.
func TestExportsAreLimited(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newService(t, overPipes, withLists)
		id := s.create().Session
		for range exportBurst / 2 {
			s.do("GET", "/s/"+id+"/playlist.txt").want(t, "a session's", http.StatusOK, nil)
			s.do("GET", "/api/lists/none.txt").wantError(t, "a saved one", http.StatusNotFound, "not_found")
		}
		s.do("GET", "/api/lists/none.txt").wantError(t, "one more", http.StatusTooManyRequests, "rate_limited")
		s.do("GET", "/s/"+id+"/playlist.xspf").wantError(t, "and another", http.StatusTooManyRequests, "rate_limited")
		time.Sleep(time.Second)
		s.do("GET", "/s/"+id+"/playlist.xspf").want(t, "a second later", http.StatusOK, nil)
	})
}
