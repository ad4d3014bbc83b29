package resolver

import (
	"context"
	"net/url"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// peertubeVideo is what is used of an answer of PeerTube's REST API,
// GET /api/v1/videos/{id}.
type peertubeVideo struct {
	UUID      text           `json:"uuid"`
	Name      text           `json:"name"`
	Duration  seconds        `json:"duration"`
	Preview   text           `json:"previewPath"`
	Files     []peertubeFile `json:"files"`
	Playlists []struct {
		URL   text           `json:"playlistUrl"`
		Files []peertubeFile `json:"files"`
	} `json:"streamingPlaylists"`
}

type peertubeFile struct {
	URL        text `json:"fileUrl"`
	Resolution struct {
		ID seconds `json:"id"` // lines; 0 is sound only
	} `json:"resolution"`
	HasAudio *bool `json:"hasAudio"` // not said by older servers, which never split
	HasVideo *bool `json:"hasVideo"`
}

// peertubeID returns the id in an address that has the form of a PeerTube video's,
// whose hosts nobody knows: /w/{id}, /videos/watch/{id}, /videos/embed/{id}, with a
// UUID or its short form. Else "".
func peertubeID(u *url.URL) string {
	parts := segments(u)
	switch {
	case len(parts) == 2 && parts[0] == "w":
	case len(parts) == 3 && parts[0] == "videos" && (parts[1] == "watch" || parts[1] == "embed"):
	default:
		return ""
	}
	id := parts[len(parts)-1]
	isUUID := len(id) == 36 && strings.Count(id, "-") == 4 && consists(id, "0123456789abcdef-", 36)
	if isUUID || len(id) == 22 && consists(id, alnum, 22) {
		return id
	}
	return ""
}

// askPeerTube asks the server of u for a video. What it plays is one file where
// there is one with sound and picture, else the HLS stream.
func askPeerTube(ctx context.Context, c *fetch.Client, u *url.URL, id string, m playlist.Media) (playlist.Media, bool) {
	api := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/api/v1/videos/" + id}
	var v peertubeVideo
	if err := c.GetJSON(ctx, api.String(), "", &v); err != nil || v.UUID == "" || v.Name == "" {
		return m, false
	}
	m.Title = decoded(string(v.Name))
	m.Duration = milliseconds(float64(v.Duration))
	m.Thumbnail = found(u, string(v.Preview))
	if ref := v.file(u); ref != "" {
		m.Provider, m.Ref = "file", ref
	} else if ref := v.stream(u); ref != "" {
		m.Provider, m.Ref = "hls", ref
	} else {
		return m, false
	}
	return m, true
}

// maxLines is the resolution up to which a file is chosen: what screens have and
// networks carry.
const maxLines = 1080

// file returns the address of the best file that has it all.
func (v *peertubeVideo) file(base *url.URL) string {
	best, lines := "", seconds(-1)
	files := v.Files
	for _, p := range v.Playlists {
		files = append(files, p.Files...)
	}
	for _, f := range files {
		whole := (f.HasAudio == nil || *f.HasAudio) && (f.HasVideo == nil || *f.HasVideo)
		address := found(base, string(f.URL))
		if whole && address != "" && f.Resolution.ID > lines && f.Resolution.ID <= maxLines {
			best, lines = address, f.Resolution.ID
		}
	}
	return best
}

func (v *peertubeVideo) stream(base *url.URL) string {
	for _, p := range v.Playlists {
		if address := found(base, string(p.URL)); address != "" {
			return address
		}
	}
	return ""
}
