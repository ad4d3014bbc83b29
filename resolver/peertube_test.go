package resolver

import (
	"net/url"
	"testing"

	"remoted/playlist"
)

// Shapes: docs.joinpeertube.org/api-rest-reference, GET /api/v1/videos/{id}.

const (
	ptUUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
	ptPage = "https://tube.example.com/videos/watch/" + ptUUID
	ptAPI  = "https://tube.example.com/api/v1/videos/" + ptUUID
)

func ptVideo(files, playlists string) string {
	return `{"id": 42, "uuid": "` + ptUUID + `", "shortUUID": "kkGMgK9ZtnKfYAgnEtQxbv", "name": "What is PeerTube?",
		"duration": 113, "isLive": false, "category": {"id": 15, "label": "Science"}, "nsfw": false,
		"thumbnailPath": "/lazy-static/thumbnails/a.jpg", "previewPath": "/lazy-static/previews/a.jpg",
		"files": [` + files + `], "streamingPlaylists": [` + playlists + `]}`
}

func ptFile(lines, path, more string) string {
	return `{"id": 1, "resolution": {"id": ` + lines + `, "label": "x"}, "size": 1, "fps": 30, "torrentUrl": "https://x",
		"fileUrl": "https://tube.example.com` + path + `"` + more + `}`
}

func TestPeerTube(t *testing.T) {
	hls := `{"id": 1, "type": 1, "playlistUrl": "https://tube.example.com/hls/master.m3u8", "files": [`
	tests := []struct{ name, body, provider, ref string }{
		{"one file each", ptVideo(ptFile("2160", "/4k.mp4", "")+","+ptFile("720", "/720.mp4", "")+","+ptFile("1080", "/1080.mp4", ""), ""), "file", "https://tube.example.com/1080.mp4"},
		{"fragments that are whole", ptVideo("", hls+ptFile("480", "/hls/480.mp4", `, "hasAudio": true, "hasVideo": true`)+"]}"), "file", "https://tube.example.com/hls/480.mp4"},
		{"sound apart", ptVideo("", hls+ptFile("720", "/v.mp4", `, "hasAudio": false, "hasVideo": true`)+","+ptFile("0", "/a.mp4", `, "hasAudio": true, "hasVideo": false`)+"]}"), "hls", "https://tube.example.com/hls/master.m3u8"},
	}
	for _, tt := range tests {
		w := newWeb(t, map[string]answer{ptAPI: {body: tt.body}})
		same(t, tt.name, lookup(t, w.resolver(), ptPage), playlist.Media{
			Provider: tt.provider, Ref: tt.ref, URL: ptPage, Title: "What is PeerTube?", Duration: 113_000,
			Thumbnail: "https://tube.example.com/lazy-static/previews/a.jpg",
		})
		w.expect(ptAPI)
	}
}

// The form of an address is not enough: it may be a page of something else.
func TestLooksLikePeerTube(t *testing.T) {
	w := newWeb(t, map[string]answer{
		ptAPI:  {body: `{"error": "no video"}`},
		ptPage: {kind: "text/html", body: `<title>Other</title><video src="/a.mp4">`},
	})
	m := lookup(t, w.resolver(), ptPage)
	if m.Ref != "https://tube.example.com/a.mp4" || m.Title != "Other" {
		t.Errorf("got %+v, want what the page plays", m)
	}
	w.expect(ptAPI, ptPage)
}

func TestPeerTubeID(t *testing.T) {
	for address, want := range map[string]string{
		ptPage: ptUUID,
		"https://t.example.com/w/kkGMgK9ZtnKfYAgnEtQxbv":             "kkGMgK9ZtnKfYAgnEtQxbv",
		"https://t.example.com/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv":  "kkGMgK9ZtnKfYAgnEtQxbv",
		"https://t.example.com/w/":                                   "",
		"https://t.example.com/w/p/kkGMgK9ZtnKfYAgnEtQxbv":           "",
		"https://t.example.com/w/index.html":                         "",
		"https://t.example.com/w/..%2F..%2F..%2Fadmin%2Fxxxxxxx":     "",
		"https://t.example.com/videos/local/" + ptUUID:               "",
		"https://t.example.com/w/9c9de5e8-0a1e-484a-b099-e80766180a": "",
	} {
		u, _ := url.Parse(address)
		if got := peertubeID(u); got != want {
			t.Errorf("peertubeID(%s) = %q, want %q", address, got, want)
		}
	}
}
