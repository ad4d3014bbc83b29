package listfile

import (
	"path"
	"strings"
)

// Option changes how [Parse] reads.
type Option func(*collector)

// Files has entries that are no web address looked up: paths as a player on
// somebody's machine wrote them, file: addresses, paths on a web server. find
// returns an item's address, or why there is none. Without it, all of them are
// skipped.
func Files(find func(location string) (address, why string)) Option {
	return func(c *collector) { c.files = find }
}

// Parse reads a list file. What the list cannot take is in the second result; the
// error says that the file is no list at all: [ErrTooLarge], [ErrNewer], a
// [*StreamError] or a [*FormatError], each fit to be shown.
func Parse(data []byte, name string, options ...Option) (List, []Skipped, error) {
	if len(data) > MaxBytes {
		return List{}, nil, ErrTooLarge
	}
	text, err := decode(data)
	if err != nil {
		return List{}, nil, err
	}
	c := &collector{}
	for _, o := range options {
		o(c)
	}
	if err := c.read(data, text, strings.ToLower(path.Ext(name))); err != nil {
		return List{}, nil, err
	}
	return c.finish()
}

// read chooses the format: by the first characters, and where these say nothing by
// the end of the name.
func (c *collector) read(data []byte, text, ext string) error {
	begin := strings.TrimLeft(text, " \t\r\n")
	switch {
	case strings.HasPrefix(begin, "#EXTM3U"), strings.HasPrefix(begin, "#EXTINF"):
		return c.readM3U(text)
	case isPLS(begin):
		return c.readPLS(text)
	case strings.HasPrefix(begin, "<") && !strings.HasPrefix(strings.ToLower(begin), "<http"):
		return c.readXSPF(data, text)
	case strings.HasPrefix(begin, "{"), strings.HasPrefix(begin, "["):
		if err := c.readJSON(begin); err == nil || ext == ".json" || ext == ".jspf" || begin[0] == '{' {
			return err
		}
	case ext == ".m3u", ext == ".m3u8":
		return c.readM3U(text)
	}
	c.readText(text)
	return nil
}
