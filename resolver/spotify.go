package resolver

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

const spotifyOEmbed = "https://open.spotify.com/oembed"

var spotifyHosts = []string{"open.spotify.com", "play.spotify.com"}

var spotifyKinds = []string{"track", "album", "playlist", "episode", "show", "artist"}

// spotifyProvider knows open.spotify.com's links and Spotify's own URIs
// (spotify:track:…). A Ref is such a URI without its scheme: "track:<id>".
func spotifyProvider(c *fetch.Client) provider {
	lookup := func(ctx context.Context, m playlist.Media) (playlist.Media, error) {
		return askOEmbed(ctx, c, spotifyOEmbed, m)
	}
	return provider{names: []string{"spotify"}, hosts: spotifyHosts, parse: parseSpotify, lookup: lookup}
}

func parseSpotify(u *url.URL) (Link, bool, error) {
	var parts []string
	if _, ok := onHost(u, spotifyHosts); ok {
		parts = segments(u)
	} else if u.Scheme == "spotify" && u.Opaque != "" {
		parts = strings.Split(u.Opaque, ":")
	} else {
		return Link{}, false, nil
	}
	if len(parts) > 0 && (parts[0] == "embed" || strings.HasPrefix(parts[0], "intl-")) {
		parts = parts[1:]
	}
	if len(parts) != 2 || !slices.Contains(spotifyKinds, parts[0]) || len(parts[1]) != 22 || !consists(parts[1], alnum, 22) {
		return Link{}, true, unsupported("this Spotify link leads to nothing that can be played")
	}
	kind, id := parts[0], parts[1]
	m := playlist.Media{
		Provider: "spotify", Ref: kind + ":" + id, URL: "https://open.spotify.com/" + kind + "/" + id,
		Title: "Spotify " + kind + " " + id,
	}
	return Link{Media: m, Start: startOf(u)}, true, nil
}
