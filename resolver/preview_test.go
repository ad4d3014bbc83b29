package resolver

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

func preview(t *testing.T, r *Resolver, address string) Preview {
	t.Helper()
	p, err := r.Preview(t.Context(), address)
	if err != nil {
		t.Fatalf("Preview(%q): %v", address, err)
	}
	return p
}

func TestPreview(t *testing.T) {
	const playlistURL = "https://www.youtube.com/playlist?list=PL1"
	video := "https://www.youtube.com/watch?v=" + ytID
	w := newWeb(t, map[string]answer{
		fmt.Sprintf(ytVideos, ytID):          {body: ytList("video", "", ytVideo(ytID, "A & B", "PT4M", true))},
		fmt.Sprintf(ytPlaylists, "PL1"):      {body: ytList("playlist", "", ytAbout("PL1", "Rain &amp; Sun", 37))},
		fmt.Sprintf(ytPlaylists, "PLlong"):   {body: ytList("playlist", "", ytAbout("PLlong", "Long", 4711))},
		fmt.Sprintf(ytPlaylists, "PLgone"):   {body: ytList("playlist", "")},
		fmt.Sprintf(ytPlaylists, "PLdown"):   {status: 503},
		"https://example.com/feed":           {kind: "text/xml", body: podcast},
		"https://archive.org/metadata/album": {body: iaAlbum},
		"https://example.com/a.png":          {kind: "image/png", body: "\x89PNG\r\n\x1a\n"},
	})
	keyed, plain := w.resolver(WithYouTubeKey("k")), w.resolver()
	tests := []struct {
		name, address string
		r             *Resolver
		provider      string
		title         string
		list          *List
		playable      bool
		reason        bool
	}{
		{"a video", video, keyed, "youtube", "A & B", nil, true, false},
		{"a video in a list", video + "&list=PL1", keyed, "youtube", "A & B", &List{playlistURL, "Rain & Sun", 37}, true, false},
		{"a list", playlistURL, keyed, "list", "Rain & Sun", &List{playlistURL, "Rain & Sun", 37}, true, false},
		{"a list of more than are taken", "https://www.youtube.com/playlist?list=PLlong", keyed, "list", "Long", &List{"https://www.youtube.com/playlist?list=PLlong", "Long", MaxItems}, true, false},
		{"a private list", "https://www.youtube.com/playlist?list=PLgone", keyed, "list", "YouTube playlist PLgone", nil, false, true},
		{"a video in a private list", video + "&list=PLgone", keyed, "youtube", "A & B", nil, true, false},
		{"a list while YouTube is down", "https://www.youtube.com/playlist?list=PLdown", keyed, "list", "YouTube playlist PLdown", &List{URL: "https://www.youtube.com/playlist?list=PLdown"}, true, false},
		{"a list without a key", playlistURL, plain, "list", "YouTube playlist PL1", nil, false, true},
		{"a podcast", "https://example.com/feed", plain, "list", "A Podcast", &List{"https://example.com/feed", "A Podcast", 0}, true, false},
		{"an album", "https://archive.org/details/album", plain, "list", "An Album", &List{"https://archive.org/details/album", "An Album", 0}, true, false},
		{"a picture", "https://example.com/a.png", plain, "picture", "a", nil, true, false},
		{"nobody there", "https://example.com/gone.mp4", plain, "file", "gone", nil, true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := preview(t, tt.r, tt.address)
			if p.Media.Provider != tt.provider || p.Media.Title != tt.title || p.Playable != tt.playable || (p.Reason != "") != tt.reason {
				t.Errorf("got %+v", p)
			}
			if (p.List == nil) != (tt.list == nil) || p.List != nil && *p.List != *tt.list {
				t.Errorf("got the list %+v, want %+v", p.List, tt.list)
			}
		})
	}
	w.requests()
	preview(t, plain, "https://example.com/feed")
	preview(t, keyed, video+"&list=PL1")
	w.expect() // it is remembered
}

// What a list brought when it was opened is what it will bring again.
func TestPreviewOfAListThatWasOpened(t *testing.T) {
	w := newWeb(t, map[string]answer{"https://example.com/feed": {kind: "text/xml", body: podcast}})
	r := w.resolver()
	items, err := r.Expand(t.Context(), "https://example.com/feed", MaxItems, nil)
	if err != nil || len(items) == 0 {
		t.Fatalf("Expand: %d items, %v", len(items), err)
	}
	if p := preview(t, r, "https://example.com/feed"); p.List == nil || p.List.Count != len(items) {
		t.Errorf("got the list %+v, want %d items", p.List, len(items))
	}
}

func TestPreviewOfNoAddress(t *testing.T) {
	r := newWeb(t, nil).resolver()
	for address, unsupported := range map[string]bool{"": false, "song.ogg": false, "ftp://example.com/a.mp3": true, "https://a:b@example.com/": true} {
		_, err := r.Preview(t.Context(), address)
		if err == nil || errors.Is(err, errors.ErrUnsupported) != unsupported {
			t.Errorf("%q: %v, want unsupported %v", address, err, unsupported)
		}
	}
}

// An address in a private network is not asked, and said so; a player may reach it.
func TestPreviewOfTheIntranet(t *testing.T) {
	p := preview(t, New(nil), "http://192.168.1.1/film.mp4")
	if !p.Playable || p.Reason == "" || strings.Contains(p.Reason, "192.168") || p.Media.Title != "film" {
		t.Errorf("got %+v, want a plain reason and no verdict", p)
	}
}

// Whoever waits no longer gets what the address says by itself.
func TestPreviewThatTakesTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := New(nil, withClient(fetch.NewWith(sends(func(req *http.Request) (*http.Response, error) {
			<-req.Context().Done()
			return nil, req.Context().Err()
		}))))
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		p, err := r.Preview(ctx, pageURL)
		if err != nil || !p.Playable || p.Reason == "" || p.Media.URL != pageURL {
			t.Errorf("got %+v, %v; want what the address says", p, err)
		}
		time.Sleep(time.Minute) // the request that nobody waits for ends as well
	})
}

func TestPreviewOfTheLibrary(t *testing.T) {
	m := playlist.Media{Provider: "library", Ref: "1", URL: "/media/1/a.mp3", Title: "x"}
	if p := preview(t, New(func(string) (playlist.Media, bool) { return m, true }), "/media/1/a.mp3"); p.Media != m || !p.Playable {
		t.Errorf("got %+v, want the file", p)
	}
}

// What stands for a list says which one it is.
func TestList(t *testing.T) {
	w := newWeb(t, nil)
	const list = "https://www.youtube.com/playlist?list=PL1"
	keyed, plain := w.resolver(WithYouTubeKey("k")), w.resolver()
	m, err := keyed.List("music.youtube.com/playlist?list=PL1&si=x")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "a list", m, playlist.Media{Provider: playlist.ProviderList, Ref: list, URL: list, Title: "YouTube playlist PL1"})
	if _, err := plain.List(list); !errors.Is(err, ErrNoKey) {
		t.Errorf("without a key: %v, want ErrNoKey", err)
	}
	if _, err := keyed.List("https://youtu.be/" + ytID); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("a video: %v, want unsupported", err)
	}
	if _, err := keyed.List("nonsense"); !errors.Is(err, ErrAddress) {
		t.Errorf("nonsense: %v, want ErrAddress", err)
	}
	w.expect()
}

func TestPreviewOfAnUpload(t *testing.T) {
	m := playlist.Media{Provider: "upload", Ref: "s/u", URL: "/uploads/s/u/film.mp4", Title: "film"}
	r := New(nil, WithUploads(func(session, upload string) (playlist.Media, error) {
		if session != "s" || upload != "u" {
			return playlist.Media{}, unsupported("this file is gone")
		}
		return m, nil
	}))
	if p := preview(t, r, "/uploads/s/u/film.mp4"); p.Media != m || !p.Playable {
		t.Errorf("got %+v, want the file", p)
	}
	if _, err := r.Preview(t.Context(), "/uploads/s/other/film.mp4"); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("another: %v, want unsupported", err)
	}
}
