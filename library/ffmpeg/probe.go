package ffmpeg

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"time"
)

// probeTimeout bounds one run of ffprobe: long for a file on a slow disk, short
// for one that sends it searching.
const probeTimeout = 5 * time.Second

// An Info is what ffprobe finds out about a file. Empty means that it does not know.
type Info struct {
	Duration             time.Duration
	Title, Artist, Album string
}

// answer is what ffprobe writes with -of json, as its documentation describes it.
type answer struct {
	Format struct {
		Duration string            `json:"duration"` // seconds
		Tags     map[string]string `json:"tags"`     // names in any case
	} `json:"format"`
}

// Probe asks ffprobe about a file that is such a container.
func (t *Tools) Probe(ctx context.Context, f *os.File, container string) (Info, error) {
	if !t.CanProbe() {
		return Info{}, ErrMissing
	}
	ctx, cancel := context.WithTimeout(ctx, cmp.Or(t.hurry, probeTimeout))
	defer cancel()
	args := []string{"-v", "error", "-hide_banner", "-max_alloc", maxAlloc,
		"-show_entries", "format=duration:format_tags=title,artist,album", "-of", "json"}
	out, err := run(ctx, t.probe, f, append(args, input(f, container)...)...)
	if err != nil {
		return Info{}, err
	}
	var a answer
	if err := json.Unmarshal(out, &a); err != nil {
		return Info{}, fmt.Errorf("answer of ffprobe: %w", err)
	}
	return a.info(), nil
}

func (a answer) info() Info {
	i := Info{Duration: seconds(a.Format.Duration)}
	for name, value := range a.Format.Tags {
		switch strings.ToLower(name) {
		case "title":
			i.Title = value
		case "artist":
			i.Artist = value
		case "album":
			i.Album = value
		}
	}
	return i
}

// seconds reads "12.345000"; 0 for anything that is no duration.
func seconds(s string) time.Duration {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > 0) || n > math.MaxInt32 {
		return 0
	}
	return time.Duration(n * float64(time.Second))
}
