package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"remoted/client"
	"remoted/protocol"
)

// showCommands show a session.
var showCommands = []subcommand{
	{name: "list", doc: "show the list and what plays", prepare: prepareList},
	{name: "watch", doc: "show what happens, until interrupted", endless: true, prepare: prepareWatch},
}

func prepareList(fs *flag.FlagSet) parser {
	asJSON := fs.Bool("json", false, "print the state as JSON")
	ids := fs.Bool("ids", false, "print the items' ids, too")
	return func([]string) (action, error) {
		return func(_ context.Context, t *terminal) error {
			s := t.State()
			if *asJSON {
				return printSnapshot(t.out, s)
			}
			_, err := io.WriteString(t.out, playlistText(s.State, t.Now(), *ids))
			return err
		}, nil
	}
}

// printSnapshot prints what GET /api/sessions/{session} answers, in one line.
func printSnapshot(out io.Writer, s client.Snapshot) error {
	return printJSON(out, struct {
		Epoch string         `json:"epoch"`
		Seq   uint64         `json:"seq"`
		State protocol.State `json:"state"`
	}{s.Epoch, s.Seq, s.State})
}

func printJSON(out io.Writer, v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s\n", plainJSON(text))
	return err
}

// playlistText is the list as people read it: the number, the duration and the
// title of each item, the current one marked, below a line on what plays.
func playlistText(s protocol.State, now time.Time, ids bool) string {
	var b strings.Builder
	fmt.Fprintln(&b, status(s, now))
	fmt.Fprintf(&b, "%s, rate %g, repeat %s, shuffle %s\n", volume(s), s.Playback.Rate, plain(s.Repeat), word(s.Shuffle))
	digits, long := len(strconv.Itoa(len(s.Items))), 0
	for _, it := range s.Items {
		long = max(long, len(length(it.Media.Duration)))
	}
	for i, it := range s.Items {
		mark, id := " ", ""
		if it.ID == string(s.Playback.Item) {
			mark = ">"
		}
		if ids {
			id = fmt.Sprintf("%-10s  ", plain(it.ID))
		}
		fmt.Fprintf(&b, "%s %*d  %*s  %s%s%s\n", mark, digits, i+1, long, length(it.Media.Duration), id, title(it), remark(it))
	}
	return b.String()
}

// title is what to call an item.
func title(it protocol.Item) string {
	if t := strings.TrimSpace(plain(it.Media.Title)); t != "" {
		return t
	}
	return plain(it.Media.URL)
}

// remark says who added an item, and why it did not play.
func remark(it protocol.Item) string {
	text := ""
	if it.AddedBy.Name != "" {
		text = "  (" + plain(it.AddedBy.Name) + ")"
	}
	if it.Failed != "" {
		text += "  failed: " + plain(it.Failed)
	}
	return text
}
