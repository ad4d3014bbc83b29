package resolver

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

const (
	dailymotionOEmbed = "https://www.dailymotion.com/services/oembed?format=json"
	dailymotionAPI    = "https://api.dailymotion.com/video/"
)

var dailymotionHosts = []string{"dailymotion.com", "dai.ly", "geo.dailymotion.com", "m.dailymotion.com"}

// dailymotionProvider asks the data API, which has lengths and wants no key for
// public videos, and oEmbed when that fails.
func dailymotionProvider(c *fetch.Client) provider {
	lookup := func(ctx context.Context, m playlist.Media) (playlist.Media, error) {
		var v struct {
			Title     string  `json:"title"`
			Duration  float64 `json:"duration"` // seconds
			Thumbnail string  `json:"thumbnail_480_url"`
		}
		err := c.GetJSON(ctx, dailymotionAPI+m.Ref+"?fields=title,duration,thumbnail_480_url", "", &v)
		if err != nil {
			return askOEmbed(ctx, c, dailymotionOEmbed, m)
		}
		m.Title, m.Duration, m.Thumbnail = decoded(v.Title), milliseconds(v.Duration), v.Thumbnail
		return m, nil
	}
	return provider{names: []string{"dailymotion"}, hosts: dailymotionHosts, parse: parseDailymotion, lookup: lookup}
}

func parseDailymotion(u *url.URL) (Link, bool, error) {
	host, ok := onHost(u, dailymotionHosts)
	if !ok {
		return Link{}, false, nil
	}
	id := dailymotionID(host, u)
	if id == "" {
		return Link{}, true, unsupported("this Dailymotion link leads to no single video")
	}
	m := playlist.Media{
		Provider: "dailymotion", Ref: id, URL: "https://www.dailymotion.com/video/" + id,
		Title: "Dailymotion video " + id,
	}
	return Link{Media: m, Start: startOf(u, "start", "startTime")}, true, nil
}

// dailymotionID finds the id behind "video", in a player's query, or alone on the
// short host. A title may follow it, after an underscore.
func dailymotionID(host string, u *url.URL) string {
	parts := segments(u)
	id := u.Query().Get("video")
	if i := slices.Index(parts, "video"); i >= 0 && i+1 < len(parts) {
		id = parts[i+1]
	} else if host == "dai.ly" && len(parts) == 1 {
		id = parts[0]
	}
	id, _, _ = strings.Cut(id, "_")
	if !consists(id, alnum, 24) {
		return ""
	}
	return id
}
