package resolver

import (
	"context"
	"net/url"
	"slices"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

var twitchHosts = []string{"twitch.tv", "m.twitch.tv", "clips.twitch.tv", "player.twitch.tv", "go.twitch.tv"}

// twitchPages are first parts of a path that are no channel.
var twitchPages = []string{
	"directory", "downloads", "jobs", "p", "settings", "subscriptions", "inventory", "wallet", "drops",
	"search", "friends", "messages", "privacy", "store", "turbo", "prime", "login", "signup", "team", "videos",
	"collections", "event", "popout", "embed", "moderator", "products", "bits", "annual-recap", "u",
}

// twitchProvider knows recorded videos, clips and channels; a Ref is
// "video:<number>", "clip:<slug>" or "channel:<name>". Twitch's API wants a key and
// it has no oEmbed: the page's Open Graph is read.
func twitchProvider(c *fetch.Client) provider {
	lookup := func(ctx context.Context, m playlist.Media) (playlist.Media, error) {
		p, err := c.Get(ctx, m.URL)
		if err != nil {
			return m, missing(err, "Twitch")
		}
		facts := readPage(p)
		if facts.ogTitle == "" { // its first page is what it shows for what there is not
			return m, nil
		}
		m.Title, m.Thumbnail, m.Duration = facts.ogTitle, facts.image(), facts.duration
		return m, nil
	}
	return provider{names: []string{"twitch"}, hosts: twitchHosts, parse: parseTwitch, lookup: lookup}
}

func parseTwitch(u *url.URL) (Link, bool, error) {
	host, ok := onHost(u, twitchHosts)
	if !ok {
		return Link{}, false, nil
	}
	kind, id := twitchID(host, u)
	m := playlist.Media{Provider: "twitch", Ref: kind + ":" + id}
	switch kind {
	case "video":
		m.URL, m.Title = "https://www.twitch.tv/videos/"+id, "Twitch video "+id
	case "clip":
		m.URL, m.Title = "https://clips.twitch.tv/"+id, "Twitch clip "+id
	case "channel":
		m.URL, m.Title = "https://www.twitch.tv/"+id, id+" on Twitch"
	default:
		return Link{}, true, unsupported("this Twitch link leads to no video, clip or channel")
	}
	return Link{Media: m, Start: startOf(u, "t", "time")}, true, nil
}

func twitchID(host string, u *url.URL) (kind, id string) {
	if host == "player.twitch.tv" || host == "clips.twitch.tv" && u.Query().Has("clip") {
		return twitchPlayer(u.Query())
	}
	parts := append(segments(u), "", "", "")
	switch {
	case host == "clips.twitch.tv" && consists(parts[0], slug, maxID):
		return "clip", parts[0]
	case parts[0] == "videos" && consists(parts[1], digits, 16):
		return "video", parts[1]
	case (parts[1] == "v" || parts[1] == "video") && consists(parts[2], digits, 16):
		return "video", parts[2]
	case parts[1] == "clip" && consists(parts[2], slug, maxID):
		return "clip", parts[2]
	case parts[0] == "clip" && consists(parts[1], slug, maxID): // m.twitch.tv
		return "clip", parts[1]
	case consists(parts[0], alnum+"_", 25) && !slices.Contains(twitchPages, parts[0]) && (parts[1] == "" || parts[1] == "videos"):
		return "channel", parts[0]
	}
	return "", ""
}

// twitchPlayer reads the address of an embedded player.
func twitchPlayer(q url.Values) (kind, id string) {
	video := q.Get("video")
	if len(video) > 1 && video[0] == 'v' {
		video = video[1:]
	}
	switch {
	case consists(video, digits, 16):
		return "video", video
	case consists(q.Get("clip"), slug, maxID):
		return "clip", q.Get("clip")
	case consists(q.Get("channel"), alnum+"_", 25):
		return "channel", q.Get("channel")
	}
	return "", ""
}
