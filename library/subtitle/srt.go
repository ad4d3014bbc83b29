package subtitle

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// maxCues bounds the cues of a file. A film of three hours has 3,000.
const maxCues = 20_000

// maxTime bounds the times of cues: browsers take hours of any length, films do
// not.
const maxTime = 100 * time.Hour

// A cue is a text and when it shows.
type cue struct {
	start, end time.Duration
	top        bool // at the top edge: the bottom has writing of its own
	text       string
}

// timing is the line of times of a SubRip cue, with the variants that are found in
// files: a period for the comma, hours left out, coordinates after it.
var timing = regexp.MustCompile(`^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.:](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[,.:](\d{1,3})(?:\s.*)?$`)

// parseSRT reads the cues of a SubRip file, in the order of their times. It goes by
// the lines of times: numbers and blank lines between cues are often wrong.
func parseSRT(text string) []cue {
	var cues []cue
	var open *cue
	var body []string
	finish := func() {
		if open == nil {
			return
		}
		open.text, open.top = markup(body)
		if open.text != "" && open.end > open.start && open.end <= maxTime {
			cues = append(cues, *open)
		}
		open, body = nil, nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		m := timing.FindStringSubmatch(line)
		if m == nil {
			if open != nil {
				body = append(body, line)
			}
			continue
		}
		body = withoutNumber(body)
		finish()
		if len(cues) == maxCues {
			break
		}
		open = &cue{start: timeOf(m[1:5]), end: timeOf(m[5:9])}
	}
	finish()
	slices.SortStableFunc(cues, func(a, b cue) int { return cmp.Compare(a.start, b.start) })
	return cues
}

// withoutNumber drops the number of the next cue from the end of a body.
func withoutNumber(body []string) []string {
	n := len(body)
	if n == 0 {
		return body
	}
	if _, err := strconv.ParseUint(strings.TrimSpace(body[n-1]), 10, 32); err != nil {
		return body
	}
	return body[:n-1]
}

// timeOf reads hours, minutes, seconds and a fraction of a second.
func timeOf(parts []string) time.Duration {
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(parts[i]) // digits, or nothing: 0
	}
	ms, _ := strconv.Atoi((parts[3] + "00")[:3])
	return time.Duration(n[0])*time.Hour + time.Duration(n[1])*time.Minute +
		time.Duration(n[2])*time.Second + time.Duration(ms)*time.Millisecond
}

// stamp writes a time as WebVTT has it.
func stamp(d time.Duration) string {
	ms := d.Milliseconds()
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, ms%1000)
}

// writeVTT writes cues as WebVTT. Their texts are clean already.
func writeVTT(cues []cue) []byte {
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	for _, c := range cues {
		fmt.Fprintf(&b, "\n%s --> %s", stamp(c.start), stamp(c.end))
		if c.top {
			b.WriteString(" line:0")
		}
		fmt.Fprintf(&b, "\n%s\n", c.text)
	}
	return []byte(b.String())
}
