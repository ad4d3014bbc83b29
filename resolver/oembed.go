package resolver

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// oembed is what is used of an answer as on oembed.com. Lengths are an extension of
// Vimeo's and others.
type oembed struct {
	Title     text    `json:"title"`
	Duration  seconds `json:"duration"`
	Thumbnail text    `json:"thumbnail_url"`
}

// text is a string; of anything else, null and numbers, it is "".
type text string

func (t *text) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*t = text(s)
	}
	return nil
}

// seconds is a number, also one in quotes; anything else is 0.
type seconds float64

func (n *seconds) UnmarshalJSON(b []byte) error {
	f, err := strconv.ParseFloat(strings.Trim(string(b), `"`), 64)
	if err == nil {
		*n = seconds(f)
	}
	return nil
}

// askOEmbed asks a service's endpoint about m.URL.
func askOEmbed(ctx context.Context, c *fetch.Client, endpoint string, m playlist.Media) (playlist.Media, error) {
	address, err := url.Parse(endpoint)
	if err != nil {
		return m, err
	}
	q := address.Query()
	q.Set("url", m.URL)
	address.RawQuery = q.Encode()
	o, err := readOEmbed(ctx, c, address.String())
	if err != nil {
		return m, missing(err, address.Hostname())
	}
	m.Title, m.Duration, m.Thumbnail = o.title(), milliseconds(float64(o.Duration)), string(o.Thumbnail)
	return m, nil
}

func readOEmbed(ctx context.Context, c *fetch.Client, address string) (oembed, error) {
	var o oembed
	err := c.GetJSON(ctx, address, "", &o)
	return o, err
}

func (o *oembed) title() string { return decoded(string(o.Title)) }

// missing turns a service's refusal into a reason why an item cannot be played. By
// oembed.com 404 is "no such thing" and 401 "private"; 403 is left out, for it also
// means "not you" or "not now".
func missing(err error, service string) error {
	switch fetch.Status(err) {
	case http.StatusNotFound, http.StatusGone, http.StatusBadRequest:
		return unsupported("there is no such video or track at " + bareHost(service))
	case http.StatusUnauthorized:
		return unsupported("it is private, or may not be played outside " + bareHost(service))
	}
	return err
}

func isUnsupported(err error) bool { return errors.Is(err, errors.ErrUnsupported) }
