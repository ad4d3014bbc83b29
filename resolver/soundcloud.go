package resolver

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

const soundcloudOEmbed = "https://soundcloud.com/oembed?format=json"

var soundcloudHosts = []string{"soundcloud.com", "m.soundcloud.com", "on.soundcloud.com"}

// soundcloudPages are first parts of a path that are nobody's name.
var soundcloudPages = []string{
	"discover", "stream", "search", "upload", "you", "charts", "pages", "settings", "messages", "notifications",
	"terms-of-use", "jobs", "feed", "player", "signin", "tags", "popular", "imprint", "go", "pro", "mobile",
}

// soundcloudTabs are second parts that are no track.
var soundcloudTabs = []string{"tracks", "albums", "sets", "reposts", "likes", "following", "followers", "comments", "popular-tracks", "spotlight"}

// soundcloudProvider knows tracks, sets and the short links of its app. A Ref is
// the address, which is what SoundCloud's player takes.
func soundcloudProvider(c *fetch.Client) provider {
	lookup := func(ctx context.Context, m playlist.Media) (playlist.Media, error) {
		return askOEmbed(ctx, c, soundcloudOEmbed, m)
	}
	return provider{names: []string{"soundcloud"}, hosts: soundcloudHosts, parse: parseSoundCloud, lookup: lookup}
}

func parseSoundCloud(u *url.URL) (Link, bool, error) {
	host, ok := onHost(u, soundcloudHosts)
	if !ok {
		return Link{}, false, nil
	}
	parts := segments(u)
	for _, p := range parts {
		if !consists(p, slug, maxID) {
			parts = nil
		}
	}
	m := playlist.Media{Provider: "soundcloud"}
	switch {
	case host == "on.soundcloud.com" && (len(parts) == 1 || len(parts) == 2):
		m.URL, m.Title = "https://on.soundcloud.com/"+strings.Join(parts, "/"), "SoundCloud track"
	case isSoundCloudTrack(parts):
		m.URL = "https://soundcloud.com/" + strings.Join(parts, "/")
		m.Title = soundcloudTitle(parts)
	default:
		return Link{}, true, unsupported("this SoundCloud link leads to no track and to no set")
	}
	m.Ref = m.URL
	return Link{Media: m, Start: startOf(u)}, true, nil
}

// isSoundCloudTrack knows name/track and name/sets/set, each with a secret behind
// when it is private.
func isSoundCloudTrack(parts []string) bool {
	if len(parts) > 0 && slices.Contains(soundcloudPages, parts[0]) {
		return false
	}
	switch len(parts) {
	case 2:
		return !slices.Contains(soundcloudTabs, parts[1])
	case 3:
		return parts[1] == "sets" || strings.HasPrefix(parts[2], "s-")
	case 4:
		return parts[1] == "sets" && strings.HasPrefix(parts[3], "s-")
	}
	return false
}

func soundcloudTitle(parts []string) string {
	name := parts[1]
	if name == "sets" {
		name = parts[2]
	}
	return strings.ReplaceAll(name, "-", " ") + " by " + parts[0]
}
