package resolver

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"remoted/playlist"
)

func TestResolve(t *testing.T) {
	r := New(func(id string) (playlist.Media, bool) {
		return playlist.Media{Provider: "library", Ref: id}, id == "abc"
	})
	const id = "dQw4w9WgXcQ"
	tests := []struct{ in, provider, ref, title string }{
		{id, "youtube", id, "YouTube video " + id},
		{"https://www.youtube.com/watch?v=" + id + "&t=42", "youtube", id, ""},
		{"http://youtu.be/" + id + "?si=x", "youtube", id, ""},
		{"https://m.youtube.com/watch?list=PL1&v=" + id, "youtube", id, ""},
		{"https://music.youtube.com/watch?v=" + id, "youtube", id, ""},
		{"https://www.youtube.com/shorts/" + id, "youtube", id, ""},
		{"https://youtube.com/live/" + id + "?feature=share", "youtube", id, ""},
		{"https://www.youtube-nocookie.com/embed/" + id, "youtube", id, ""},
		{"https://WWW.YouTube.com/v/" + id, "youtube", id, ""},
		{" https://example.com/films/My_great%20film.mp4?x=1 ", "file", "https://example.com/films/My_great%20film.mp4?x=1", "My great film"},
		{"https://example.com/", "file", "https://example.com/", "example.com"},
		{"https://example.com/.mp4", "file", "https://example.com/.mp4", ".mp4"},
		{"/media/abc/film.webm", "library", "abc", ""},

		{"youtube.com/watch?v=" + id, "youtube", id, ""},
		{"www.youtube.com/watch/" + id, "youtube", id, ""},
		{"youtu.be/" + id, "youtube", id, ""},
		{"https://youtube.com/embed/videoseries?list=PL1&v=" + id, "youtube", id, ""},

		{"https://vimeo.com/76979871", "vimeo", "76979871", "Vimeo video 76979871"},
		{"https://vimeo.com/76979871/8272103f6e", "vimeo", "76979871/8272103f6e", ""},
		{"https://player.vimeo.com/video/76979871?h=8272103f6e", "vimeo", "76979871/8272103f6e", ""},
		{"https://vimeo.com/channels/staffpicks/76979871", "vimeo", "76979871", ""},
		{"https://vimeo.com/groups/33/videos/76979871", "vimeo", "76979871", ""},
		{"https://vimeo.com/album/12/video/76979871", "vimeo", "76979871", ""},
		{"https://vimeo.com/showcase/12/video/76979871#t=30s", "vimeo", "76979871", ""},
		{"https://vimeo.com/ondemand/name/76979871", "vimeo", "76979871", ""},

		{"https://www.dailymotion.com/video/x8abcd", "dailymotion", "x8abcd", "Dailymotion video x8abcd"},
		{"https://www.dailymotion.com/video/x8abcd_a-title_music", "dailymotion", "x8abcd", ""},
		{"https://dai.ly/x8abcd", "dailymotion", "x8abcd", ""},
		{"https://www.dailymotion.com/embed/video/x8abcd", "dailymotion", "x8abcd", ""},
		{"https://geo.dailymotion.com/player/x1.html?video=x8abcd", "dailymotion", "x8abcd", ""},

		{"https://www.twitch.tv/videos/1234567890?t=1h2m3s", "twitch", "video:1234567890", "Twitch video 1234567890"},
		{"https://www.twitch.tv/someone/v/1234567890", "twitch", "video:1234567890", ""},
		{"https://m.twitch.tv/videos/1234567890", "twitch", "video:1234567890", ""},
		{"https://clips.twitch.tv/FunnyName-abc_123", "twitch", "clip:FunnyName-abc_123", ""},
		{"https://www.twitch.tv/someone/clip/FunnyName-abc_123?x=1", "twitch", "clip:FunnyName-abc_123", ""},
		{"https://m.twitch.tv/clip/FunnyName", "twitch", "clip:FunnyName", ""},
		{"https://clips.twitch.tv/embed?clip=FunnyName&parent=example.com", "twitch", "clip:FunnyName", ""},
		{"https://player.twitch.tv/?video=v1234567890&parent=example.com", "twitch", "video:1234567890", ""},
		{"https://player.twitch.tv/?channel=someone", "twitch", "channel:someone", ""},
		{"https://www.twitch.tv/Some_One", "twitch", "channel:Some_One", "Some_One on Twitch"},
		{"twitch.tv/someone", "twitch", "channel:someone", ""},

		{"https://soundcloud.com/some-one/a-track?si=x", "soundcloud", "https://soundcloud.com/some-one/a-track", "a track by some-one"},
		{"https://m.soundcloud.com/some-one/a-track", "soundcloud", "https://soundcloud.com/some-one/a-track", ""},
		{"https://soundcloud.com/some-one/a-track/s-AbCd", "soundcloud", "https://soundcloud.com/some-one/a-track/s-AbCd", ""},
		{"https://soundcloud.com/some-one/sets/a-set", "soundcloud", "https://soundcloud.com/some-one/sets/a-set", "a set by some-one"},
		{"https://soundcloud.com/some-one/sets/a-set/s-AbCd", "soundcloud", "https://soundcloud.com/some-one/sets/a-set/s-AbCd", ""},
		{"https://on.soundcloud.com/AbCdE", "soundcloud", "https://on.soundcloud.com/AbCdE", "SoundCloud track"},

		{"https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC?si=1", "spotify", "track:4uLU6hMCjMI75M1A2tKUQC", ""},
		{"https://open.spotify.com/intl-de/album/4uLU6hMCjMI75M1A2tKUQC", "spotify", "album:4uLU6hMCjMI75M1A2tKUQC", ""},
		{"https://open.spotify.com/embed/episode/4uLU6hMCjMI75M1A2tKUQC", "spotify", "episode:4uLU6hMCjMI75M1A2tKUQC", ""},
		{"spotify:playlist:4uLU6hMCjMI75M1A2tKUQC", "spotify", "playlist:4uLU6hMCjMI75M1A2tKUQC", ""},

		{"https://archive.org/details/Some_Film.1920", "archive", "Some_Film.1920", "Some_Film.1920"},
		{"https://archive.org/details/album/track%2001.mp3", "archive", "album/track 01.mp3", "track 01.mp3"},
		{"https://archive.org/embed/Some_Film", "archive", "Some_Film", ""},
		{"https://archive.org/download/Some_Film/film.mp4", "file", "https://archive.org/download/Some_Film/film.mp4", "film"},

		{"https://example.com/live/master.m3u8?token=1", "hls", "https://example.com/live/master.m3u8?token=1", "master"},
		{"https://example.com/LIVE.M3U8", "hls", "https://example.com/LIVE.M3U8", "LIVE"},
		{"https://example.com/film.mpd", "dash", "https://example.com/film.mpd", "film"},
		{"https://tube.example.com/w/9c9de5e8-0a1e-484a-b099-e80766180a6d", "file", "https://tube.example.com/w/9c9de5e8-0a1e-484a-b099-e80766180a6d", ""},
		{"media.example.com/d/song.ogg", "file", "https://media.example.com/d/song.ogg", "song"},
		{"www.example.com/song.ogg", "file", "https://www.example.com/song.ogg", "song"},
		{"http://192.168.1.5/film.mp4", "file", "http://192.168.1.5/film.mp4", "film"},
	}
	for _, tt := range tests {
		m, err := r.Resolve(tt.in)
		if err != nil || m.Provider != tt.provider || m.Ref != tt.ref || tt.title != "" && m.Title != tt.title {
			t.Errorf("Resolve(%q) = %+v, %v; want %s %q, title %q", tt.in, m, err, tt.provider, tt.ref, tt.title)
		}
	}
}

func TestResolveRefuses(t *testing.T) {
	r := New(func(string) (playlist.Media, bool) { return playlist.Media{}, false })
	tests := []struct {
		in          string
		unsupported bool
	}{
		{"", false},
		{"not a link", false},
		{"javascript:alert(1)", false},
		{"http://", false},
		{"https:///x", false},
		{"https://ann:secret@example.com/x.mp4", true},
		{"data:text/html,x", false},
		{"/etc/passwd", false},
		{"http://[::1", false},
		{"ftp://example.com/a.mp4", true},
		{"https://www.youtube.com/@someone", true},
		{"https://www.youtube.com/playlist?list=PL1", true},
		{"/media/gone/film.webm", true},
		{"song.ogg", false},
		{"folder/song.ogg", false},
		{"v1.0/song.ogg", false},
		{"../song.ogg", false},
		{"example.com/", false},
		{"//example.com/x.mp4", false},
		{"see https://youtu.be/dQw4w9WgXcQ", false},
		{"https://www.youtube.com/embed/videoseries?list=PL1", true},
		{"https://vimeo.com/", true},
		{"https://vimeo.com/somebody", true},
		{"https://vimeo.com/album/12", true},
		{"https://www.dailymotion.com/somebody", true},
		{"https://www.dailymotion.com/video/..%2f..%2fx", true},
		{"https://www.twitch.tv/directory", true},
		{"https://www.twitch.tv/", true},
		{"https://www.twitch.tv/videos/abc", true},
		{"https://soundcloud.com/somebody", true},
		{"https://soundcloud.com/somebody/tracks", true},
		{"https://soundcloud.com/search/sounds", true},
		{"https://open.spotify.com/user/somebody", true},
		{"https://open.spotify.com/track/short", true},
		{"spotify:track:short", true},
	}
	for _, tt := range tests {
		m, err := r.Resolve(tt.in)
		if err == nil || errors.Is(err, errors.ErrUnsupported) != tt.unsupported {
			t.Errorf("Resolve(%q) = %+v, %v; want an error, unsupported %v", tt.in, m, err, tt.unsupported)
		}
	}
}

func TestParse(t *testing.T) {
	r := New(nil)
	const id = "dQw4w9WgXcQ"
	tests := []struct {
		in, ref, list string
		start         int64
	}{
		{"https://youtu.be/" + id + "?t=90", id, "", 90_000},
		{"https://youtu.be/" + id + "?t=90s", id, "", 90_000},
		{"https://youtu.be/" + id + "?t=1m30s", id, "", 90_000},
		{"https://youtu.be/" + id + "?t=1h2m3s", id, "", 3_723_000},
		{"https://youtu.be/" + id + "#t=1m30s", id, "", 90_000},
		{"https://www.youtube.com/embed/" + id + "?start=12", id, "", 12_000},
		{"https://youtu.be/" + id + "?t=soon", id, "", 0},
		{"https://youtu.be/" + id + "?t=-5", id, "", 0},
		{"https://youtu.be/" + id + "?t=99999999999999999999", id, "", 0},
		{"https://www.youtube.com/watch?v=" + id + "&list=PLabc_-1&index=2", id, "https://www.youtube.com/playlist?list=PLabc_-1", 0},
		{"https://www.youtube.com/playlist?list=PL1", "", "https://www.youtube.com/playlist?list=PL1", 0},
		{"https://music.youtube.com/playlist?list=OLAK5uy_1", "", "https://www.youtube.com/playlist?list=OLAK5uy_1", 0},
		{"https://www.youtube.com/embed/videoseries?list=PL1", "", "https://www.youtube.com/playlist?list=PL1", 0},
		{"https://youtu.be/" + id + "?list=PL%261%3D2", id, "", 0},
		{"https://vimeo.com/76979871#t=1m30s", "76979871", "", 90_000},
		{"https://www.dailymotion.com/video/x8abcd?start=30", "x8abcd", "", 30_000},
		{"https://www.twitch.tv/videos/123?t=1h2m3s", "video:123", "", 3_723_000},
		{"https://soundcloud.com/a/b#t=1:30", "https://soundcloud.com/a/b", "", 90_000},
		{"https://example.com/a.mp4#t=10,20", "https://example.com/a.mp4#t=10,20", "", 10_000},
		{"https://example.com/a.mp4#t=npt:10.5", "https://example.com/a.mp4#t=npt:10.5", "", 10_500},
		{"https://example.com/a.mp4?t=10", "https://example.com/a.mp4?t=10", "", 0},
		{"https://archive.org/details/abc?start=61", "abc", "https://archive.org/details/abc", 61_000},
		{"https://archive.org/details/abc/1.mp3", "abc/1.mp3", "", 0},
	}
	for _, tt := range tests {
		l, err := r.Parse(tt.in)
		if err != nil || l.Media.Ref != tt.ref || l.List != tt.list || l.Start != tt.start {
			t.Errorf("Parse(%q) = %+v, %v; want ref %q, list %q, start %d", tt.in, l, err, tt.ref, tt.list, tt.start)
		}
		if got := r.Start(tt.in); got != tt.start {
			t.Errorf("Start(%q) = %d, want %d", tt.in, got, tt.start)
		}
		if _, err := r.Resolve(tt.in); errors.Is(err, ErrList) != (tt.ref == "") {
			t.Errorf("Resolve(%q): %v, want ErrList: %v", tt.in, err, tt.ref == "")
		}
	}
}

func TestLinks(t *testing.T) {
	r := New(nil)
	tests := []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"nothing here", nil},
		{" dQw4w9WgXcQ ", []string{"dQw4w9WgXcQ"}},
		{"youtube.com/shorts/dQw4w9WgXcQ", []string{"youtube.com/shorts/dQw4w9WgXcQ"}},
		{"Watch this: https://youtu.be/dQw4w9WgXcQ!", []string{"https://youtu.be/dQw4w9WgXcQ"}},
		{"https://a.example/1\r\nhttps://a.example/2\n", []string{"https://a.example/1", "https://a.example/2"}},
		{"(see https://a.example/x_(1), or <https://a.example/y>.)", []string{"https://a.example/x_(1)", "https://a.example/y"}},
		{"看這個（https://a.example/x）。", []string{"https://a.example/x"}},
		{"javascript:alert(1) ftp://a.example/", nil},
		{strings.Repeat("https://a.example/ ", 500), slices.Repeat([]string{"https://a.example/"}, maxLinks)},
	}
	for _, tt := range tests {
		if got := r.Links(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("Links(%.60q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("https://youtu.be/dQw4w9WgXcQ")
	f.Add("https://example.com/%ff_.mp4")
	f.Add("https://www.twitch.tv/a/clip/b?t=1h")
	f.Add("https://vimeo.com/1/a#t=1:2:3")
	f.Add("spotify:track:4uLU6hMCjMI75M1A2tKUQC")
	f.Add("https://archive.org/details/a/%0a")
	f.Add("http://%D2.A/")
	r := New(nil)
	f.Fuzz(func(t *testing.T, address string) {
		r.Links(address)
		if l, err := r.Parse(address); err == nil && (l.Start < 0 || l.Start > maxDuration) {
			t.Errorf("Parse(%q) starts at %d", address, l.Start)
		}
		m, err := r.Resolve(address)
		if err == nil && m.Title == "" {
			t.Errorf("Resolve(%q) has no title", address)
		}
		if err == nil {
			sound(t, playlist.Media{Title: m.Title, Thumbnail: m.Thumbnail})
		}
	})
}
