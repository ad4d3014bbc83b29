package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"remoted/client"
	"remoted/listfile"
)

// fileCommands bring lists in and take them along.
var fileCommands = []subcommand{
	{name: "import", args: "FILE", doc: "take a list file in: M3U, PLS, XSPF, JSPF, JSON or text; - reads standard input", least: 1, most: 1, prepare: prepareImport},
	{name: "export", args: "[FILE]", doc: "write the list as a file, or to standard output", most: 1, prepare: prepareExport},
}

// standard is the name of standard input and output.
const standard = "-"

func prepareImport(fs *flag.FlagSet) parser {
	replace := fs.Bool("replace", false, "put it in the place of the list")
	seed := fs.Bool("seed", false, "take it only if the list is empty")
	return func(args []string) (action, error) {
		query := url.Values{"mode": {"append"}}
		switch {
		case *replace && *seed:
			return nil, errors.New("--replace and --seed exclude one another")
		case *replace:
			query.Set("mode", "replace")
		case *seed:
			query.Set("mode", "seed")
		}
		if args[0] != standard {
			query.Set("name", args[0])
		}
		return func(ctx context.Context, t *terminal) error { return importFile(ctx, t, args[0], query) }, nil
	}
}

func importFile(ctx context.Context, t *terminal, file string, query url.Values) error {
	data, err := readList(t, file)
	if err != nil {
		return err
	}
	query.Set("client", t.ID())
	if query.Get("mode") == "replace" {
		query.Set("base", strconv.FormatUint(t.State().Seq, 10))
	}
	answer, err := t.ask(ctx, http.MethodPost, t.server.JoinPath("api", "sessions", t.Session(), "import"), query, data)
	if err != nil {
		return err
	}
	var done struct {
		Items        int
		SkippedTotal int
		Skipped      []struct {
			Line      int
			Text, Why string
		}
	}
	if err := json.Unmarshal(answer, &done); err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	for _, s := range done.Skipped {
		parts := []string{"left out", plain(s.Text), plain(s.Why)}
		if s.Line > 0 {
			parts[0] = fmt.Sprintf("left out: line %d", s.Line)
		}
		parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
		fmt.Fprintln(t.out, strings.Join(parts, ": "))
	}
	if more := done.SkippedTotal - len(done.Skipped); more > 0 {
		fmt.Fprintf(t.out, "left out: %d more\n", more)
	}
	_, err = fmt.Fprintf(t.out, "added %s\n", counted(done.Items))
	return err
}

// readList reads a file, of which nothing counts beyond what a list may have.
func readList(t *terminal, file string) ([]byte, error) {
	in := t.in
	if file != standard {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, listfile.MaxBytes+1))
	if err == nil && len(data) > listfile.MaxBytes {
		err = listfile.ErrTooLarge
	}
	return data, err
}

func prepareExport(fs *flag.FlagSet) parser {
	name := fs.String("format", "", "`format`: m3u8, xspf, jspf, txt or json; else that of the file's name, else m3u8")
	return func(args []string) (action, error) {
		file := standard
		if len(args) == 1 {
			file = args[0]
		}
		format, known := listfile.ByName(file)
		if !known {
			format = listfile.M3U8
		}
		if *name != "" {
			if format, known = listfile.ByName(*name); !known {
				return nil, fmt.Errorf("there is no format %q; use m3u8, xspf, jspf, txt or json", *name)
			}
		}
		return func(ctx context.Context, t *terminal) error { return exportFile(ctx, t, file, format) }, nil
	}
}

func exportFile(ctx context.Context, t *terminal, file string, format listfile.Format) error {
	data, err := t.ask(ctx, http.MethodGet, t.server.JoinPath("s", t.Session(), "playlist."+string(format)), nil, nil)
	if err != nil {
		return err
	}
	if file == standard {
		_, err = t.out.Write(data)
		return err
	}
	const mode = 0o666 // less what the user takes away
	return os.WriteFile(file, data, mode)
}

// maxListAnswer is read of an answer, in bytes: a full list with long addresses.
const maxListAnswer = 32 << 20

// ask sends a request to the session's server. A refusal is a [*client.Error].
func (t *terminal) ask(ctx context.Context, method string, u *url.URL, query url.Values, body []byte) ([]byte, error) {
	u.RawQuery = query.Encode()
	req, err := http.NewRequestWithContext(ctx, method, u.String(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	once := &http.Client{Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, DisableKeepAlives: true}}
	resp, err := once.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxListAnswer))
	if err != nil || resp.StatusCode == http.StatusOK {
		return answer, err
	}
	var refused struct{ Error *client.Error }
	if json.Unmarshal(answer, &refused) != nil || refused.Error == nil {
		return nil, fmt.Errorf("the server answered %s", resp.Status)
	}
	return nil, refused.Error
}
