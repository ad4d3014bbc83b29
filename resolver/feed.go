package resolver

import (
	"encoding/xml"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// feed is a podcast or another feed: RSS 0.9 to 2.0 with the extensions of Apple's
// podcasts and of Media RSS, or Atom (RFC 4287).
type feed struct {
	title, image string
	entries      []feedEntry
}

type feedEntry struct {
	title, image string
	duration     int64
	media        []feedMedia // enclosures, the first is the one to play
	page         string
}

type feedMedia struct{ address, kind string }

// Namespaces of what stands in entries.
const (
	nsItunes = "http://www.itunes.com/dtds/podcast-1.0.dtd"
	nsMedia  = "http://search.yahoo.com/mrss/"
)

// readFeed reads up to limit entries; where the document ends too early or is
// broken, those before.
func readFeed(p *fetch.Page, limit int) feed { return parseFeed(p.Body, limit) }

func parseFeed(b []byte, limit int) feed {
	var f feed
	d := newXML(trimmed(b))
	inside := 0 // depth within an image or other element of the channel that has titles
	for {
		t, err := d.Token()
		if err != nil {
			return f
		}
		switch e := t.(type) {
		case xml.EndElement:
			inside = max(inside-1, 0)
		case xml.StartElement:
			switch {
			case e.Name.Local == "item" || e.Name.Local == "entry":
				if len(f.entries) >= limit {
					return f
				}
				f.entries = append(f.entries, readEntry(d))
			case inside > 0:
				inside++
			case e.Name.Local == "title" && f.title == "":
				f.title = decoded(textOf(d))
			case e.Name.Space == nsItunes && e.Name.Local == "image":
				f.image = attr(e, "href")
				inside = 1
			case e.Name.Local != "rss" && e.Name.Local != "channel" && e.Name.Local != "feed" && e.Name.Local != "RDF":
				inside = 1
			}
		}
	}
}

// readEntry reads what is within an item or entry, up to its end.
func readEntry(d *xml.Decoder) feedEntry {
	var e feedEntry
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return e
		}
		switch t := t.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			if e.take(d, t) {
				continue // with its end
			}
			depth++
		}
	}
	return e
}

// take reads an element of an entry; true if it has read it to its end.
func (e *feedEntry) take(d *xml.Decoder, s xml.StartElement) bool {
	switch name := s.Name; {
	case name.Space == nsItunes && name.Local == "duration":
		e.duration = moment(textOf(d))
		return true
	case name.Space == nsItunes && name.Local == "image":
		e.image = attr(s, "href")
	case name.Space == nsMedia && name.Local == "content":
		e.add(attr(s, "url"), attr(s, "type"), attr(s, "medium"))
		if e.duration == 0 {
			e.duration = moment(attr(s, "duration"))
		}
	case name.Space == nsMedia && name.Local == "thumbnail" && e.image == "":
		e.image = attr(s, "url")
	case name.Local == "enclosure":
		e.add(attr(s, "url"), attr(s, "type"), "")
	case name.Local == "link" && attr(s, "rel") == "enclosure":
		e.add(attr(s, "href"), attr(s, "type"), "")
	case name.Local == "link" && attr(s, "href") != "":
		if rel := attr(s, "rel"); rel == "" || rel == "alternate" {
			e.page = attr(s, "href")
		}
	case name.Local == "link" && name.Space != nsItunes && e.page == "":
		e.page = strings.TrimSpace(textOf(d))
		return true
	case name.Local == "title" && name.Space != nsMedia && name.Space != nsItunes && e.title == "":
		e.title = decoded(textOf(d))
		return true
	}
	return false
}

// add takes an enclosure that is a video or a sound, or does not say.
func (e *feedEntry) add(address, kind, medium string) {
	kind = strings.ToLower(strings.TrimSpace(kind))
	playable := kind == "" && (medium == "" || medium == "video" || medium == "audio") || isMediaType(kind) || isVague(kind) && kind != "text/plain"
	if address != "" && playable {
		e.media = append(e.media, feedMedia{address, kind})
	}
}

// textOf reads an element's text up to its end, that of elements within included.
func textOf(d *xml.Decoder) string {
	var b strings.Builder
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			break
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			b.Write(t[:min(len(t), max(0, maxText-b.Len()))])
		}
	}
	return b.String()
}

// maxText bounds a text before it is cleaned, in bytes.
const maxText = 8 << 10

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// media returns what the entries play: their enclosure, or the page that they link
// to if a provider knows it (as in the feeds of YouTube's channels).
func (f *feed) media(r *Resolver, p *fetch.Page) []playlist.Media {
	var out []playlist.Media
	for _, e := range f.entries {
		m, ok := e.resolve(r, p)
		if !ok {
			continue
		}
		if e.title != "" {
			m.Title = e.title
		}
		m.Duration = e.duration
		for _, image := range []string{f.image, e.image} {
			if image = found(p.URL, image); image != "" {
				m.Thumbnail = image
			}
		}
		out = append(out, m)
	}
	return out
}

func (e *feedEntry) resolve(r *Resolver, p *fetch.Page) (playlist.Media, bool) {
	for _, enclosure := range e.media {
		if m, ok := r.entry(p.URL, enclosure.address); ok {
			return m, true
		}
	}
	m, ok := r.entry(p.URL, e.page)
	return m, ok && m.Provider != "file"
}
