package listfile

import (
	"strings"
)

// M3U has no standard. A line is a comment, a directive that begins with #EXT, or
// the location of an entry, to which the directives before it belong. Those of HLS
// (RFC 8216) begin with #EXT-X-.

// m3uReader reads line by line.
type m3uReader struct {
	*collector
	next   Item
	artist string

	stream, ended bool
	length        int64 // of all entries, in milliseconds: how long a stream is
}

// readM3U reads a list; that of a stream is a [*StreamError].
func (c *collector) readM3U(text string) error {
	r := &m3uReader{collector: c}
	if strings.Contains(text, "#EXT-X-") {
		return r.readStream(text)
	}
	for n, line := range lines(text) {
		r.line(n, line)
	}
	return nil
}

func (r *m3uReader) line(n int, line string) {
	if line == "" {
		return
	}
	if line[0] != '#' {
		r.next.Title = join(r.artist, r.next.Title)
		r.add(r.next, n, line)
		r.next, r.artist = Item{}, ""
		return
	}
	tag, value, _ := strings.Cut(line, ":")
	switch value = strings.TrimSpace(value); tag {
	case "#EXTINF":
		r.info(value)
	case "#EXTART":
		r.artist = value
	case "#EXTIMG", "#EXTALBUMARTURL":
		r.next.Thumbnail = value
	case "#EXTVLCOPT":
		r.option(value)
	case "#PLAYLIST":
		r.list.Title = value
	}
}

// info reads `213.4 key="value",A title`. A comma within quotes is no end.
func (r *m3uReader) info(s string) {
	head := s
	if comma := unquotedComma(s); comma >= 0 {
		head, r.next.Title = s[:comma], s[comma+1:]
	}
	number, attributes, _ := strings.Cut(strings.TrimSpace(head), " ")
	r.next.Duration = milliseconds(number)
	if logo := attribute(attributes, "tvg-logo"); logo != "" {
		r.next.Thumbnail = logo
	}
}

func unquotedComma(s string) int {
	quoted := false
	for i := range len(s) {
		switch s[i] {
		case '"':
			quoted = !quoted
		case ',':
			if !quoted {
				return i
			}
		}
	}
	if quoted { // a quote that nobody closed: it belongs to the title
		return strings.IndexByte(s, ',')
	}
	return -1
}

// attribute returns the value of `name="value"`.
func attribute(s, name string) string {
	_, rest, ok := strings.Cut(s, name+`="`)
	value, _, closed := strings.Cut(rest, `"`)
	if !ok || !closed {
		return ""
	}
	return value
}

// option reads what VLC keeps of an entry: `start-time=12.5`.
func (r *m3uReader) option(s string) {
	name, value, _ := strings.Cut(strings.TrimLeft(s, "-:"), "=")
	switch strings.TrimSpace(name) {
	case "start-time":
		r.next.Start = milliseconds(value)
	case "stop-time":
		r.next.End = milliseconds(value)
	}
}

// readStream reads a file that has directives of HLS: unless these are comments of
// a list, it is no list.
func (r *m3uReader) readStream(text string) error {
	for n, line := range lines(text) {
		tag, value, _ := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, "#EXT-X-"):
			r.stream = true
			r.ended = r.ended || tag == "#EXT-X-ENDLIST"
		case tag == "#EXTINF":
			number, _, _ := strings.Cut(value, ",")
			r.length = inTime(r.length + milliseconds(number))
		}
		if !r.stream {
			r.line(n, line)
		}
	}
	switch {
	case !r.stream:
		return nil
	case !r.ended:
		r.length = 0
	}
	return &StreamError{Duration: r.length}
}

// lines counts the lines of a text from 1, whatever ends them, without spaces
// around.
func lines(text string) func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for n := 1; text != ""; n++ {
			line := text
			end := strings.IndexAny(text, "\r\n")
			if end < 0 {
				text = ""
			} else {
				line = text[:end]
				if strings.HasPrefix(text[end:], "\r\n") {
					end++
				}
				text = text[end+1:]
			}
			if !yield(n, strings.TrimSpace(line)) {
				return
			}
		}
	}
}

func encodeM3U(l List) []byte {
	var b strings.Builder
	b.WriteString("#EXTM3U\n")
	if t := title(l.Title); t != "" {
		b.WriteString("#PLAYLIST:" + t + "\n")
	}
	for _, it := range l.Items {
		writeM3U(&b, tidy(it))
	}
	return []byte(b.String())
}

func writeM3U(b *strings.Builder, it Item) {
	length := "-1"
	if it.Duration > 0 {
		length = seconds(it.Duration)
	}
	if it.Title != "" || it.Duration > 0 {
		b.WriteString("#EXTINF:" + length + "," + it.Title + "\n")
	}
	if it.Thumbnail != "" {
		b.WriteString("#EXTIMG:" + it.Thumbnail + "\n")
	}
	if it.Start > 0 {
		b.WriteString("#EXTVLCOPT:start-time=" + seconds(it.Start) + "\n")
	}
	if it.End > 0 {
		b.WriteString("#EXTVLCOPT:stop-time=" + seconds(it.End) + "\n")
	}
	b.WriteString(line(it.URL) + "\n")
}

// line makes an address one line.
func line(address string) string { return strings.Join(strings.Fields(address), "%20") }
