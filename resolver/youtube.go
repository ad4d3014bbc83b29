package resolver

import (
	"net/url"
	"slices"
	"strings"

	"remoted/playlist"
)

// youtubeHosts are the names under which YouTube's pages and players are found,
// without "www.".
var youtubeHosts = []string{
	"youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be",
	"youtube-nocookie.com", "gaming.youtube.com",
}

// youtubePaths stand before a video's id in a path.
var youtubePaths = []string{"shorts", "live", "embed", "v", "e", "watch"}

// youtube knows a video's link in all its forms.
func youtube(u *url.URL) (playlist.Media, bool, error) {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if !onWeb(u) || !slices.Contains(youtubeHosts, host) {
		return playlist.Media{}, false, nil
	}
	id := youtubeID(host, u)
	if id == "" {
		return playlist.Media{}, true, unsupported("this YouTube link leads to no single video")
	}
	return youtubeMedia(id), true, nil
}

func youtubeID(host string, u *url.URL) string {
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	candidates := []string{u.Query().Get("v"), u.Query().Get("vi")}
	switch {
	case host == "youtu.be":
		candidates = append(candidates, parts[0])
	case len(parts) > 1 && slices.Contains(youtubePaths, parts[0]):
		candidates = append(candidates, parts[1])
	}
	for _, id := range candidates {
		if isYouTubeID(id) {
			return id
		}
	}
	return ""
}

// isYouTubeID reports whether s has the form of a video's id: 11 characters of
// base64url.
func isYouTubeID(s string) bool {
	return len(s) == 11 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == ""
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
