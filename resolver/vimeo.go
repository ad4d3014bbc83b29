package resolver

import (
	"context"
	"net/url"
	"slices"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

const vimeoOEmbed = "https://vimeo.com/api/oembed.json"

var vimeoHosts = []string{"vimeo.com", "player.vimeo.com"}

// vimeoProvider knows videos, in channels, groups, albums and showcases too. Those
// that are unlisted have a second part that unlocks them: the Ref then is
// "<id>/<hash>".
func vimeoProvider(c *fetch.Client) provider {
	lookup := func(ctx context.Context, m playlist.Media) (playlist.Media, error) {
		return askOEmbed(ctx, c, vimeoOEmbed, m)
	}
	return provider{names: []string{"vimeo"}, hosts: vimeoHosts, parse: parseVimeo, lookup: lookup}
}

func parseVimeo(u *url.URL) (Link, bool, error) {
	if _, ok := onHost(u, vimeoHosts); !ok {
		return Link{}, false, nil
	}
	id, hash := vimeoID(segments(u))
	if id == "" {
		return Link{}, true, unsupported("this Vimeo link leads to no single video")
	}
	if h := u.Query().Get("h"); consists(h, alnum, maxID) {
		hash = h
	}
	ref := id
	if hash != "" {
		ref += "/" + hash
	}
	m := playlist.Media{Provider: "vimeo", Ref: ref, URL: "https://vimeo.com/" + ref, Title: "Vimeo video " + id}
	return Link{Media: m, Start: startOf(u)}, true, nil
}

// vimeoID finds the first part that is a number and no album's: /123, /video/123,
// /channels/staff/123, /album/7/video/123. What follows may be the hash.
func vimeoID(parts []string) (id, hash string) {
	for i, p := range parts {
		if !consists(p, digits, 12) || i > 0 && slices.Contains([]string{"album", "showcase", "groups", "channels", "event", "folder"}, parts[i-1]) {
			continue
		}
		if i+1 < len(parts) && consists(parts[i+1], "0123456789abcdef", 32) {
			hash = parts[i+1]
		}
		return p, hash
	}
	return "", ""
}
