package resolver

import (
	"context"
	"net/url"
	"slices"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// youtubeHosts are the names under which YouTube's pages and players are found.
var youtubeHosts = []string{
	"youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be",
	"youtube-nocookie.com", "gaming.youtube.com",
}

// youtubePaths stand before a video's id in a path.
var youtubePaths = []string{"shorts", "live", "embed", "v", "e", "watch"}

// youtubeOEmbed needs no key; it knows no lengths.
const youtubeOEmbed = "https://www.youtube.com/oembed?format=json"

// youtubeProvider knows a video's link in all its forms, and playlists. api is nil
// without a key.
func youtubeProvider(c *fetch.Client, api *youtubeAPI) provider {
	lookup := func(ctx context.Context, m playlist.Media) (playlist.Media, error) {
		if api != nil {
			if found, err := api.video(ctx, m); err == nil || isUnsupported(err) {
				return found, err
			} // the day's quota may be used up
		}
		return askOEmbed(ctx, c, youtubeOEmbed, m)
	}
	expand := func(ctx context.Context, l Link, items *collector) error {
		if api == nil {
			return ErrNoKey
		}
		return api.playlist(ctx, listID(l.List), items)
	}
	return provider{names: []string{"youtube"}, hosts: youtubeHosts, parse: parseYouTube, lookup: lookup, expand: expand}
}

func parseYouTube(u *url.URL) (Link, bool, error) {
	host, ok := onHost(u, youtubeHosts)
	if !ok {
		return Link{}, false, nil
	}
	l := Link{Start: startOf(u, "t", "start", "time_continue")}
	if list := u.Query().Get("list"); isYouTubeList(list) {
		l.List = "https://www.youtube.com/playlist?list=" + list
	}
	if id := youtubeID(host, u); id != "" {
		l.Media = youtubeMedia(id)
	} else if l.List == "" {
		return Link{}, true, unsupported("this YouTube link leads to no single video")
	}
	return l, true, nil
}

func youtubeID(host string, u *url.URL) string {
	parts := segments(u)
	candidates := []string{u.Query().Get("v"), u.Query().Get("vi")}
	switch {
	case host == "youtu.be" && len(parts) > 0:
		candidates = append(candidates, parts[0])
	case len(parts) > 1 && slices.Contains(youtubePaths, parts[0]):
		candidates = append(candidates, parts[1])
	}
	for _, id := range candidates {
		if isYouTubeID(id) && id != "videoseries" { // the embed of a list
			return id
		}
	}
	return ""
}

// isYouTubeID reports whether s has the form of a video's id: 11 characters of
// base64url.
func isYouTubeID(s string) bool { return len(s) == 11 && consists(s, slug, 11) }

// isYouTubeList reports whether s has the form of a playlist's id.
func isYouTubeList(s string) bool { return consists(s, slug, maxID) }

// listID returns the id of a playlist's own address.
func listID(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Query().Get("list")
}

func youtubeMedia(id string) playlist.Media {
	return playlist.Media{
		Provider:  "youtube",
		Ref:       id,
		URL:       "https://www.youtube.com/watch?v=" + id,
		Title:     "YouTube video " + id,
		Thumbnail: "https://i.ytimg.com/vi/" + id + "/mqdefault.jpg",
	}
}
