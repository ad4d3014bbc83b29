package resolver

import (
	"errors"
	"testing"

	"remoted/playlist"
)

// Shapes: oembed.com with each service's extensions, developers.dailymotion.com
// for api.dailymotion.com, ogp.me for Twitch's pages.
func TestServices(t *testing.T) {
	tests := []struct {
		name, address string
		answers       map[string]answer
		want          playlist.Media
	}{
		{
			"vimeo", "https://vimeo.com/76979871/8272103f6e",
			map[string]answer{"https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F76979871%2F8272103f6e": {body: `{
				"type": "video", "version": "1.0", "provider_name": "Vimeo", "provider_url": "https://vimeo.com/",
				"title": "A film", "author_name": "Somebody", "author_url": "https://vimeo.com/somebody", "is_plus": "0",
				"html": "<iframe src=\"https://player.vimeo.com/video/76979871\"></iframe>", "width": 480, "height": 270,
				"duration": 62, "description": "About\nit", "thumbnail_url": "https://i.vimeocdn.com/video/1_295x166",
				"thumbnail_width": 295, "thumbnail_height": 166, "upload_date": "2013-10-15 14:08:29", "video_id": 76979871, "uri": "/videos/76979871"}`}},
			playlist.Media{Provider: "vimeo", Ref: "76979871/8272103f6e", URL: "https://vimeo.com/76979871/8272103f6e",
				Title: "A film", Duration: 62_000, Thumbnail: "https://i.vimeocdn.com/video/1_295x166"},
		},
		{
			"dailymotion", "https://dai.ly/x8abcd",
			map[string]answer{"https://api.dailymotion.com/video/x8abcd?fields=title,duration,thumbnail_480_url": {body: `{
				"title": "News of the day", "duration": 185, "thumbnail_480_url": "https://s2.dmcdn.net/v/x8abcd/x480"}`}},
			playlist.Media{Provider: "dailymotion", Ref: "x8abcd", URL: "https://www.dailymotion.com/video/x8abcd",
				Title: "News of the day", Duration: 185_000, Thumbnail: "https://s2.dmcdn.net/v/x8abcd/x480"},
		},
		{
			"dailymotion by oEmbed", "https://dai.ly/x8abcd",
			map[string]answer{"https://www.dailymotion.com/services/oembed?format=json&url=https%3A%2F%2Fwww.dailymotion.com%2Fvideo%2Fx8abcd": {body: `{
				"type": "video", "version": "1.0", "provider_name": "Dailymotion", "title": "News of the day", "author_name": "Somebody",
				"width": 480, "height": 269, "html": "<iframe></iframe>", "thumbnail_url": "https://s2.dmcdn.net/v/x8abcd/x240"}`}},
			playlist.Media{Provider: "dailymotion", Ref: "x8abcd", URL: "https://www.dailymotion.com/video/x8abcd",
				Title: "News of the day", Thumbnail: "https://s2.dmcdn.net/v/x8abcd/x240"},
		},
		{
			"soundcloud", "https://soundcloud.com/some-one/a-track?si=x",
			map[string]answer{"https://soundcloud.com/oembed?format=json&url=https%3A%2F%2Fsoundcloud.com%2Fsome-one%2Fa-track": {body: `{
				"version": 1.0, "type": "rich", "provider_name": "SoundCloud", "provider_url": "https://soundcloud.com", "height": 400,
				"width": "100%", "title": "A Track by Some One", "description": "", "author_name": "Some One",
				"thumbnail_url": "https://i1.sndcdn.com/artworks-1-t500x500.jpg", "html": "<iframe></iframe>"}`}},
			playlist.Media{Provider: "soundcloud", Ref: "https://soundcloud.com/some-one/a-track", URL: "https://soundcloud.com/some-one/a-track",
				Title: "A Track by Some One", Thumbnail: "https://i1.sndcdn.com/artworks-1-t500x500.jpg"},
		},
		{
			"spotify", "spotify:track:4uLU6hMCjMI75M1A2tKUQC",
			map[string]answer{"https://open.spotify.com/oembed?url=https%3A%2F%2Fopen.spotify.com%2Ftrack%2F4uLU6hMCjMI75M1A2tKUQC": {body: `{
				"html": "<iframe></iframe>", "iframe_url": "https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC", "width": 456, "height": 152,
				"version": "1.0", "provider_name": "Spotify", "provider_url": "https://spotify.com", "type": "rich", "title": "A Song",
				"thumbnail_url": "https://image-cdn.spotifycdn.com/image/ab67", "thumbnail_width": 300, "thumbnail_height": 300}`}},
			playlist.Media{Provider: "spotify", Ref: "track:4uLU6hMCjMI75M1A2tKUQC", URL: "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC",
				Title: "A Song", Thumbnail: "https://image-cdn.spotifycdn.com/image/ab67"},
		},
		{
			"twitch video", "https://m.twitch.tv/videos/1234567890",
			map[string]answer{"https://www.twitch.tv/videos/1234567890": {kind: "text/html; charset=utf-8", body: `<!DOCTYPE html><html><head>
				<title>Twitch</title><meta property="og:site_name" content="Twitch">
				<meta property="og:title" content="Finals, day 2 - someone on Twitch">
				<meta property="og:type" content="video.other"><meta property="og:video:duration" content="3600">
				<meta property="og:image" content="https://static-cdn.jtvnw.net/cf_vods/x/thumb0-640x360.jpg">`}},
			playlist.Media{Provider: "twitch", Ref: "video:1234567890", URL: "https://www.twitch.tv/videos/1234567890",
				Title: "Finals, day 2 - someone on Twitch", Duration: 3_600_000, Thumbnail: "https://static-cdn.jtvnw.net/cf_vods/x/thumb0-640x360.jpg"},
		},
		{
			"twitch, nothing to see", "https://www.twitch.tv/someone",
			map[string]answer{"https://www.twitch.tv/someone": {kind: "text/html", body: `<html><title>Twitch</title></html>`}},
			playlist.Media{Provider: "twitch", Ref: "channel:someone", URL: "https://www.twitch.tv/someone", Title: "someone on Twitch"},
		},
	}
	for _, tt := range tests {
		w := newWeb(t, tt.answers)
		same(t, tt.name, lookup(t, w.resolver(), tt.address), tt.want)
	}
}

func TestServicesRefuse(t *testing.T) {
	for _, address := range []string{
		"https://vimeo.com/1", "https://dai.ly/x1", "https://soundcloud.com/a/b", "https://www.twitch.tv/videos/1",
		"https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", "https://archive.org/details/nothing",
	} {
		r := newWeb(t, nil).resolver() // 404 for everything
		before := resolved(t, r, address)
		m, err := r.Lookup(t.Context(), before)
		if !errors.Is(err, errors.ErrUnsupported) || errors.Is(err, ErrList) {
			t.Errorf("%s: %v, want unsupported", address, err)
		}
		same(t, "what is left of "+address, m, before)
	}
}

// Answers that are no oEmbed leave everything as it was.
func TestMalformedOEmbed(t *testing.T) {
	for _, a := range []answer{
		{body: ``}, {body: `null`}, {body: `[]`}, {body: `"x"`}, {body: `{`}, {body: `{}`}, {body: `{"title": null}`},
		{body: `{"title": 7, "duration": {}, "thumbnail_url": []}`}, {body: `<html>`},
		{body: `{"title": "  \n ", "thumbnail_url": "javascript:alert(1)"}`},
		{body: `{"duration": 1e300}`}, {body: `{"duration": -1}`}, {body: `{"duration": "NaN"}`},
		{body: `{"thumbnail_url": "http://192.168.1.1/reboot"}`},
		{kind: "text/html", body: `{"title": "x"}`},
		{kind: "video/mp4", body: "\x00\x00\x00\x18ftypmp42"},
		{body: `{"title": "x"}`, header: []string{"Content-Encoding", "gzip"}},
	} {
		r := newWeb(t, map[string]answer{ytOEmbed: a}).resolver()
		before := resolved(t, r, ytID)
		m, err := r.Lookup(t.Context(), before)
		if errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("%.40q: %v, want no such verdict", a.body, err)
		}
		same(t, a.body, m, before)
	}
}

// A title that a person gave stays, everything else comes.
func TestGivenTitleStays(t *testing.T) {
	r := newWeb(t, map[string]answer{ytOEmbed: {body: ytOEmbedAnswer}}).resolver()
	m := resolved(t, r, ytID)
	m.Title = "Our song"
	got, err := r.Lookup(t.Context(), m)
	if err != nil || got.Title != "Our song" || got.Thumbnail != "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg" {
		t.Errorf("got %+v, %v; want the title that was given", got, err)
	}
	m.Title = "" // and from the cache
	if got, err := r.Lookup(t.Context(), m); err != nil || got.Title != "A & B: the song" {
		t.Errorf("got %+v, %v; want the title that was found", got, err)
	}
}
