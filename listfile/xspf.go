package listfile

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// XSPF, version 1: https://www.xspf.org/spec. Its extensions and links are for
// other programs and are not read.

// xspfReader walks through the elements, and keeps the text of those that count.
type xspfReader struct {
	*collector
	path  []string // names of the elements around
	text  strings.Builder
	track xspfTrack
	line  int
}

type xspfTrack struct {
	locations                         []string
	title, creator, image, annotation string
	duration                          int64
}

func (c *collector) readXSPF(data []byte, text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	if declared(data) {
		d = xml.NewDecoder(bytes.NewReader(data))
	}
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if !declared(data) { // it is UTF-8 by now, whatever it says
			return in, nil
		}
		return charset.NewReaderLabel(label, in)
	}
	d.Strict = false // addresses with a bare & are common
	r := &xspfReader{collector: c}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return r.atEnd()
		}
		if err != nil {
			return r.broken(d, err)
		}
		r.line, _ = d.InputPos()
		if err := r.take(token); err != nil {
			return err
		}
	}
}

// declared reports whether a file is in another encoding than UTF-8 and says in
// which, as XML does.
func declared(data []byte) bool {
	if utf8.Valid(data) || bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return false
	}
	head, _, _ := bytes.Cut(data[:min(len(data), 200)], []byte("?>"))
	return bytes.Contains(head, []byte("encoding="))
}

// take handles a piece of the file. Elements are closed by hand: what a file gets
// wrong in a track must not cost the ones behind it.
func (r *xspfReader) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		if len(r.path) >= maxDepth {
			return noList("the elements of this file lie too deep in one another")
		}
		if len(r.path) == 0 && t.Name.Local != "playlist" {
			return noList("this is XML or a web page and no XSPF list")
		}
		r.path = append(r.path, t.Name.Local)
		r.text.Reset()
		if r.at("trackList", "track") {
			r.track = xspfTrack{}
		}
	case xml.EndElement:
		r.end(t.Name.Local)
	case xml.CharData:
		if len(r.path) > 0 && r.text.Len() < MaxBytes {
			r.text.Write(t)
		}
	}
	return nil
}

// end closes an element, and those in it that nobody closed.
func (r *xspfReader) end(name string) {
	for i := len(r.path) - 1; i >= 0; i-- {
		if r.path[i] == name {
			r.path = r.path[:i+1]
			r.keep(strings.TrimSpace(r.text.String()))
			r.path = r.path[:i]
			r.text.Reset()
			return
		}
	}
}

// at reports whether the innermost element is that one of the list.
func (r *xspfReader) at(names ...string) bool {
	if len(r.path) != len(names)+1 {
		return false
	}
	for i, name := range names {
		if r.path[i+1] != name {
			return false
		}
	}
	return true
}

// keep takes the text of an element that ends.
func (r *xspfReader) keep(text string) {
	switch {
	case r.at("title"):
		r.list.Title = text
	case r.at("trackList", "track"):
		r.addTrack()
	case r.at("trackList", "track", r.path[len(r.path)-1]):
		r.keepOfTrack(r.path[len(r.path)-1], text)
	}
}

func (r *xspfReader) keepOfTrack(name, text string) {
	t := &r.track
	switch name {
	case "location":
		if len(t.locations) < maxLocations {
			t.locations = append(t.locations, text)
		}
	case "title":
		t.title = text
	case "creator":
		t.creator = text
	case "image":
		t.image = text
	case "annotation":
		t.annotation = text
	case "duration": // milliseconds
		if ms, err := strconv.ParseInt(text, 10, 64); err == nil {
			t.duration = ms
		}
	}
}

func (r *xspfReader) addTrack() {
	t := r.track
	name := t.title
	if name == "" {
		name = t.annotation
	}
	r.add(Item{Title: join(t.creator, name), Duration: t.duration, Thumbnail: t.image}, r.line, t.locations...)
	r.track = xspfTrack{}
}

// broken refuses a file that is no XML from its beginning; of one that breaks off,
// what came before counts.
func (r *xspfReader) broken(d *xml.Decoder, err error) error {
	if len(r.list.Items) == 0 {
		line, _ := d.InputPos()
		return noList("this XML cannot be read, from line %d on", line)
	}
	r.skip(r.line, "", "the file breaks off here")
	return nil
}

func (r *xspfReader) atEnd() error {
	if len(r.path) > 0 && len(r.list.Items) == 0 && len(r.skipped) == 0 {
		return noList("this file breaks off before its first entry")
	}
	if len(r.path) > 0 {
		r.skip(r.line, "", "the file breaks off here")
	}
	return nil
}

// The shape that is written: elements in the order of the specification.
type (
	xspfFile struct {
		XMLName xml.Name    `xml:"http://xspf.org/ns/0/ playlist"`
		Version int         `xml:"version,attr"`
		Title   string      `xml:"title,omitempty"`
		Tracks  []xspfEntry `xml:"trackList>track"`
	}
	xspfEntry struct {
		Location string `xml:"location"`
		Title    string `xml:"title,omitempty"`
		Image    string `xml:"image,omitempty"`
		Duration int64  `xml:"duration,omitempty"`
	}
)

func encodeXSPF(l List) ([]byte, error) {
	file := xspfFile{Version: 1, Title: title(l.Title)}
	for _, it := range l.Items {
		it = tidy(it)
		file.Tracks = append(file.Tracks, xspfEntry{line(it.URL), it.Title, it.Thumbnail, it.Duration})
	}
	out, err := xml.MarshalIndent(file, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(append([]byte(xml.Header), out...), '\n'), nil
}
