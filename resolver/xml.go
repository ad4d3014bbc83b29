package resolver

import (
	"bytes"
	"encoding/xml"
	"strings"

	"golang.org/x/net/html/charset"

	"remoted/resolver/internal/fetch"
)

// newXML returns a lenient decoder: feeds in the wild have HTML's entities,
// unclosed elements and all encodings. Go's decoder expands no entities of a
// document's own, so that there is no bomb of them.
func newXML(b []byte) *xml.Decoder {
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	head, _, _ := bytes.Cut(b, []byte("?>"))
	if h := strings.ToLower(string(head[:min(len(head), 200)])); !strings.Contains(h, "encoding") || strings.Contains(h, "utf-8") {
		b = bytes.ToValidUTF8(b, []byte("\ufffd"))
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = charset.NewReaderLabel
	return d
}

// rootElement returns a document's first element.
func rootElement(b []byte) (xml.StartElement, bool) {
	b = trimmed(b)
	if !bytes.HasPrefix(b, []byte("<")) {
		return xml.StartElement{}, false
	}
	d := newXML(b[:min(len(b), maxRoot)])
	for {
		t, err := d.Token()
		if err != nil {
			return xml.StartElement{}, false
		}
		if e, ok := t.(xml.StartElement); ok {
			return e, true
		}
	}
}

// maxRoot is how far into a document its first element ends, in bytes; comments and
// namespaces stand before.
const maxRoot = 16 << 10

func rootContent(b []byte) content {
	e, ok := rootElement(b)
	if !ok {
		return isOther
	}
	switch e.Name.Local {
	case "rss", "feed", "RDF":
		return isFeed
	case "MPD":
		return isDASH
	case "html", "HTML":
		return isPage
	}
	return isOther
}

// dashDuration is the length that a DASH manifest tells in its first element
// (ISO/IEC 23009-1); 0 for live ones.
func dashDuration(p *fetch.Page) int64 {
	e, _ := rootElement(p.Body)
	for _, a := range e.Attr {
		if a.Name.Local == "mediaPresentationDuration" {
			return isoDuration(a.Value)
		}
	}
	return 0
}
