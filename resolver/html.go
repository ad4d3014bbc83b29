package resolver

import (
	"bytes"
	"cmp"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"remoted/resolver/internal/fetch"
)

// pageFacts is what a page says about itself, unchecked. Of several values the
// first counts.
type pageFacts struct {
	base             *url.URL // that relative addresses start from
	based            bool     // the page has said so: the first time counts
	title            string   // <title>
	ogTitle, twTitle string   // of Open Graph and of Twitter's cards
	ogImage, twImage string
	duration         int64
	media            []pageMedia // Open Graph's, then <video> and <audio>
	frames           []string    // embedded pages
	oembed           string      // address of its oEmbed answer in JSON
	feeds            []string
}

type pageMedia struct{ address, kind string }

// maxFound bounds how many media, frames and feeds of a page are looked at.
const maxFound = 20

// readPage reads a page. It takes its tags one by one: no tree is built of it, so
// that deep nesting costs nothing.
func readPage(p *fetch.Page) pageFacts {
	return parsePage(utf8Text(p), p.URL)
}

func parsePage(body []byte, address *url.URL) pageFacts {
	f := pageFacts{base: address}
	var found pageMedia // Open Graph's, whose type follows its address
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			f.offer(found)
			return f
		case html.StartTagToken, html.SelfClosingTagToken:
			name, hasAttr := z.TagName()
			tag := atom.Lookup(name)
			if tag == atom.Title && f.title == "" {
				if z.Next() == html.TextToken {
					f.title = plain(string(z.Text()))
				}
				continue
			}
			if hasAttr && slices.Contains(wantedTags, tag) {
				f.tag(tag, attributes(z), &found)
			}
		}
	}
}

var wantedTags = []atom.Atom{atom.Meta, atom.Link, atom.Base, atom.Video, atom.Audio, atom.Source, atom.Iframe}

// maxAttributes bounds the attributes of a tag that are looked at.
const maxAttributes = 64

// attributes returns a tag's, with their entities decoded.
func attributes(z *html.Tokenizer) map[string]string {
	out := map[string]string{}
	for range maxAttributes {
		key, value, more := z.TagAttr()
		if k := string(key); out[k] == "" {
			out[k] = strings.TrimSpace(string(value))
		}
		if !more {
			break
		}
	}
	return out
}

func (f *pageFacts) tag(tag atom.Atom, a map[string]string, found *pageMedia) {
	switch tag {
	case atom.Base:
		u, err := url.Parse(a["href"])
		if err == nil && a["href"] != "" && !f.based {
			f.base, f.based = f.base.ResolveReference(u), true
		}
	case atom.Meta:
		for _, name := range []string{"property", "name", "itemprop"} {
			if a[name] != "" && a["content"] != "" {
				f.meta(strings.ToLower(a[name]), a["content"], found)
			}
		}
	case atom.Link:
		f.link(a)
	case atom.Video, atom.Audio, atom.Source:
		kind := strings.ToLower(a["type"])
		set(&kind, "video/") // whatever the name: it is one to the page
		f.offer(pageMedia{a["src"], kind})
		set(&f.twImage, a["poster"])
	case atom.Iframe:
		f.embed(a["src"])
	}
}

// meta reads Open Graph (ogp.me), Twitter's cards and schema.org's properties.
func (f *pageFacts) meta(name, value string, found *pageMedia) {
	switch name {
	case "og:title":
		set(&f.ogTitle, plain(value))
	case "twitter:title":
		set(&f.twTitle, plain(value))
	case "og:image", "og:image:url", "og:image:secure_url":
		set(&f.ogImage, value)
	case "twitter:image", "twitter:image:src", "thumbnailurl":
		set(&f.twImage, value)
	case "og:video", "og:video:url", "og:audio", "og:audio:url", "og:video:secure_url", "og:audio:secure_url":
		f.offer(*found)
		*found = pageMedia{address: value}
	case "og:video:type", "og:audio:type":
		found.kind = strings.ToLower(value)
	case "twitter:player:stream", "contenturl":
		f.offer(pageMedia{address: value})
	case "twitter:player", "embedurl":
		f.embed(value)
	case "og:video:duration", "video:duration", "music:duration", "duration":
		if f.duration == 0 {
			f.duration = max(moment(value), isoDuration(value))
		}
	}
}

func (f *pageFacts) offer(m pageMedia) {
	if m.address != "" && len(f.media) < maxFound {
		f.media = append(f.media, m)
	}
}

func (f *pageFacts) embed(frame string) {
	if frame != "" && len(f.frames) < maxFound {
		f.frames = append(f.frames, frame)
	}
}

func (f *pageFacts) link(a map[string]string) {
	if !slices.Contains(strings.Fields(strings.ToLower(a["rel"])), "alternate") {
		return
	}
	switch strings.ToLower(a["type"]) {
	case "application/json+oembed":
		set(&f.oembed, a["href"])
	case "application/rss+xml", "application/atom+xml":
		if len(f.feeds) < maxFound {
			f.feeds = append(f.feeds, a["href"])
		}
	}
}

func set(s *string, value string) {
	if *s == "" {
		*s = value
	}
}

// name is the page's title: what it wants to be shared as, else what its window
// says.
func (f *pageFacts) name() string {
	return cmp.Or(f.ogTitle, f.twTitle, f.title)
}

// image is the page's picture, or "".
func (f *pageFacts) image() string {
	if image := found(f.base, f.ogImage); image != "" {
		return image
	}
	return found(f.base, f.twImage)
}
