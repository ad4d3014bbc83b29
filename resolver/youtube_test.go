package resolver

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"remoted/playlist"
)

// Shapes: oembed.com for https://www.youtube.com/oembed, and
// developers.google.com/youtube/v3/docs (videos, playlistItems, search: list).

const (
	ytID        = "abcdefghijk"
	ytOEmbed    = "https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabcdefghijk"
	ytPlaylists = "https://www.googleapis.com/youtube/v3/playlists?id=%s&part=snippet%%2CcontentDetails"
	ytVideos    = "https://www.googleapis.com/youtube/v3/videos?id=%s&part=snippet%%2CcontentDetails%%2Cstatus"
)

const ytOEmbedAnswer = `{
	"title": "A &amp; B: the song", "author_name": "Somebody", "author_url": "https://www.youtube.com/@somebody",
	"type": "video", "height": 113, "width": 200, "version": "1.0", "provider_name": "YouTube",
	"provider_url": "https://www.youtube.com/", "thumbnail_height": 360, "thumbnail_width": 480,
	"thumbnail_url": "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg",
	"html": "<iframe width=\"200\" height=\"113\" src=\"https://www.youtube.com/embed/abcdefghijk?feature=oembed\"></iframe>"}`

func TestYouTubeOEmbed(t *testing.T) {
	w := newWeb(t, map[string]answer{ytOEmbed: {body: ytOEmbedAnswer}})
	r := w.resolver()
	want := playlist.Media{
		Provider: "youtube", Ref: ytID, URL: "https://www.youtube.com/watch?v=" + ytID,
		Title: "A & B: the song", Thumbnail: "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg",
	}
	for _, address := range []string{"https://youtu.be/" + ytID + "?t=5", ytID} {
		same(t, address, lookup(t, r, address), want)
	}
	w.expect(ytOEmbed) // once: the second one is remembered
}

func TestYouTubeRefusals(t *testing.T) {
	for status, want := range map[int]bool{400: true, 401: true, 403: false, 404: true, 429: false, 500: false} {
		w := newWeb(t, map[string]answer{ytOEmbed: {kind: "text/plain", body: "Not Found", status: status}})
		r := w.resolver()
		before := resolved(t, r, ytID)
		m, err := r.Lookup(t.Context(), before)
		if err == nil || errors.Is(err, errors.ErrUnsupported) != want {
			t.Errorf("status %d: %v, want an error, unsupported: %v", status, err, want)
		}
		same(t, "what is left", m, before)
	}
}

func ytVideo(id, title, length string, embeddable bool) string {
	return fmt.Sprintf(`{"kind": "youtube#video", "etag": "x", "id": %[1]q,
		"snippet": {"publishedAt": "2020-01-01T00:00:00Z", "channelId": "UC1", "title": %[2]q, "description": "…",
			"thumbnails": {"default": {"url": "https://i.ytimg.com/vi/%[1]s/default.jpg", "width": 120, "height": 90},
				"medium": {"url": "https://i.ytimg.com/vi/%[1]s/mqdefault.jpg", "width": 320, "height": 180}},
			"channelTitle": "Somebody", "liveBroadcastContent": "none"},
		"contentDetails": {"duration": %[3]q, "dimension": "2d", "definition": "hd", "caption": "false"},
		"status": {"uploadStatus": "processed", "privacyStatus": "public", "embeddable": %[4]v}}`, id, title, length, embeddable)
}

func ytAbout(id, title string, count int) string {
	return fmt.Sprintf(`{"kind": "youtube#playlist", "etag": "x", "id": %q, "snippet": {"title": %q,
		"thumbnails": {"medium": {"url": "https://i.ytimg.com/vi/abcdefghijk/mqdefault.jpg", "width": 320, "height": 180}}},
		"contentDetails": {"itemCount": %d}}`, id, title, count)
}

func ytList(kind, rest string, items ...string) string {
	return fmt.Sprintf(`{"kind": "youtube#%sListResponse", "etag": "x", %s
		"pageInfo": {"totalResults": 120, "resultsPerPage": 50}, "items": [%s]}`, kind, rest, strings.Join(items, ","))
}

func TestYouTubeWithKey(t *testing.T) {
	address := fmt.Sprintf(ytVideos, ytID)
	w := newWeb(t, map[string]answer{address: {body: ytList("video", "", ytVideo(ytID, "A & B", "PT1H2M3S", true))}})
	r := w.resolver(WithYouTubeKey("the-key"))
	same(t, "the video", lookup(t, r, ytID), playlist.Media{
		Provider: "youtube", Ref: ytID, URL: "https://www.youtube.com/watch?v=" + ytID, Title: "A & B",
		Duration: 3_723_000, Thumbnail: "https://i.ytimg.com/vi/abcdefghijk/mqdefault.jpg",
	})
	w.expect(address)
	if got := w.last.Get("X-Goog-Api-Key"); got != "the-key" {
		t.Errorf("the key sent is %q, want the one given", got)
	}
}

func TestYouTubeWithKeyRefusals(t *testing.T) {
	address := fmt.Sprintf(ytVideos, ytID)
	for name, body := range map[string]string{
		"gone":           ytList("video", ""),
		"not embeddable": ytList("video", "", ytVideo(ytID, "A", "PT1S", false)),
	} {
		w := newWeb(t, map[string]answer{address: {body: body}})
		r := w.resolver(WithYouTubeKey("k"))
		if m, err := r.Lookup(t.Context(), resolved(t, r, ytID)); !errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("%s: %+v, %v; want unsupported", name, m, err)
		}
	}
}

// When the day's quota is used up, or the key is wrong, there is still oEmbed.
func TestYouTubeWithoutQuota(t *testing.T) {
	for _, status := range []int{http.StatusForbidden, http.StatusBadRequest} {
		w := newWeb(t, map[string]answer{
			fmt.Sprintf(ytVideos, ytID): {status: status, body: `{"error": {"code": 403, "errors": [{"reason": "quotaExceeded"}]}}`},
			ytOEmbed:                    {body: ytOEmbedAnswer},
		})
		if m := lookup(t, w.resolver(WithYouTubeKey("k")), ytID); m.Title != "A & B: the song" {
			t.Errorf("status %d: title %q, want that of oEmbed", status, m.Title)
		}
	}
}

func ytEntry(id string) string {
	return fmt.Sprintf(`{"kind": "youtube#playlistItem", "id": "UEx1", "snippet": {"title": "x", "playlistId": "PL1",
		"position": 0, "resourceId": {"kind": "youtube#video", "videoId": %q}}}`, id)
}

// ytPage makes a page of a playlist, and the answer about its videos; the third of
// each page is private, the fourth not to be embedded.
func ytPage(answers map[string]answer, list, token, next string, number int) {
	var ids, entries, videos []string
	for i := range 50 {
		id := fmt.Sprintf("video%03d_%02d", number, i)
		ids, entries = append(ids, id), append(entries, ytEntry(id))
		if i != 2 {
			videos = append(videos, ytVideo(id, "Video "+id, "PT3M", i != 3))
		}
	}
	address := "https://www.googleapis.com/youtube/v3/playlistItems?maxResults=50"
	if token != "" {
		address += "&pageToken=" + token
	}
	rest := ""
	if next != "" {
		rest = fmt.Sprintf(`"nextPageToken": %q,`, next)
	}
	slices.Reverse(videos) // they may come in any order
	answers[address+"&part=snippet&playlistId="+list] = answer{body: ytList("playlistItem", rest, entries...)}
	answers[fmt.Sprintf(ytVideos, strings.Join(ids, "%2C"))] = answer{body: ytList("video", "", videos...)}
}

func TestYouTubePlaylist(t *testing.T) {
	answers := map[string]answer{}
	ytPage(answers, "PL1", "", "two", 1)
	ytPage(answers, "PL1", "two", "three", 2)
	ytPage(answers, "PL1", "three", "", 3)
	w := newWeb(t, answers)
	r := w.resolver(WithYouTubeKey("k"))
	var sizes, totals []int
	items, err := r.Expand(t.Context(), "https://www.youtube.com/playlist?list=PL1", 120, func(batch []playlist.Media, total int) {
		sizes, totals = append(sizes, len(batch)), append(totals, total)
	})
	if err != nil || len(items) != 120 {
		t.Fatalf("%d items, %v; want 120", len(items), err)
	}
	if !slices.Equal(sizes, []int{48, 48, 24}) || !slices.Equal(totals, []int{120, 120, 120}) {
		t.Errorf("progress in %v of %v, want 48, 48, 24 of 120", sizes, totals)
	}
	same(t, "the third item", items[2], playlist.Media{
		Provider: "youtube", Ref: "video001_04", URL: "https://www.youtube.com/watch?v=video001_04", Title: "Video video001_04",
		Duration: 180_000, Thumbnail: "https://i.ytimg.com/vi/video001_04/mqdefault.jpg",
	})
	w.requests()
	again, err := r.Expand(t.Context(), "https://music.youtube.com/playlist?list=PL1", 120, nil)
	if err != nil || !slices.Equal(again, items) {
		t.Errorf("the second time: %d items, %v", len(again), err)
	}
	w.expect()
}

// A list whose pages go round and round ends.
func TestYouTubePlaylistLoop(t *testing.T) {
	page := "https://www.googleapis.com/youtube/v3/playlistItems?maxResults=50%s&part=snippet&playlistId=PL1"
	empty := answer{body: ytList("playlistItem", `"nextPageToken": "again",`)}
	w := newWeb(t, map[string]answer{fmt.Sprintf(page, ""): empty, fmt.Sprintf(page, "&pageToken=again"): empty})
	_, err := w.resolver(WithYouTubeKey("k")).Expand(t.Context(), "https://www.youtube.com/playlist?list=PL1", 200, nil)
	if !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("got %v, want that there is nothing to play", err)
	}
	if n := len(w.requests()); n > 10 {
		t.Errorf("%d requests, want at most 10", n)
	}
}

func TestYouTubePlaylistRefusals(t *testing.T) {
	w := newWeb(t, nil)
	const list = "https://www.youtube.com/playlist?list=PL1"
	if _, err := w.resolver().Expand(t.Context(), list, 10, nil); !errors.Is(err, ErrNoKey) {
		t.Errorf("without a key: %v, want ErrNoKey", err)
	}
	w.expect()
	if _, err := w.resolver(WithYouTubeKey("k")).Expand(t.Context(), list, 10, nil); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("no such list: %v, want unsupported", err)
	}
	if _, err := w.resolver(WithYouTubeKey("k")).Expand(t.Context(), "https://youtu.be/"+ytID, 10, nil); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("a single video: %v, want unsupported", err)
	}
}

func TestYouTubeSearch(t *testing.T) {
	found := `{"kind": "youtube#searchResult", "id": {"kind": "youtube#video", "videoId": "abcdefghijk"}, "snippet": {"title": "A &amp; B"}}`
	search := "https://www.googleapis.com/youtube/v3/search?maxResults=5&part=snippet&q=a+%26+b&type=video&videoEmbeddable=true"
	w := newWeb(t, map[string]answer{
		search:                      {body: ytList("search", `"nextPageToken": "x",`, found)},
		fmt.Sprintf(ytVideos, ytID): {body: ytList("video", "", ytVideo(ytID, "A & B", "PT4M", true))},
	})
	r := w.resolver(WithYouTubeKey("k"))
	for _, query := range []string{" a  & b", "A & B"} {
		items, err := r.Search(t.Context(), query, 5)
		if query == "A & B" { // remembered, whatever its case
			w.expect()
		}
		w.requests()
		if err != nil || len(items) != 1 || items[0].Ref != ytID || items[0].Duration != 240_000 {
			t.Errorf("Search(%q) = %+v, %v", query, items, err)
		}
	}
	if _, err := r.Search(t.Context(), "  ", 5); err == nil {
		t.Error("an empty search is no error")
	}
	if _, err := r.Search(t.Context(), strings.Repeat("x", maxQuery+1), 5); err == nil {
		t.Error("an endless search is no error")
	}
	if _, err := w.resolver().Search(t.Context(), "x", 5); !errors.Is(err, ErrNoKey) {
		t.Errorf("without a key: %v, want ErrNoKey", err)
	}
}
