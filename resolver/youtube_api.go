package resolver

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

const youtubeData = "https://www.googleapis.com/youtube/v3/"

// youtubePage is how many entries the API gives at a time, at most.
const youtubePage = 50

// youtubeAPI asks the YouTube Data API v3 by plain REST. A day's quota is 10,000
// units: a video or a page of a playlist costs one, a search 100.
type youtubeAPI struct {
	client *fetch.Client
	key    string // goes in a header: addresses end up in logs
}

type youtubeVideo struct {
	ID      text           `json:"id"`
	Snippet youtubeSnippet `json:"snippet"`
	Details struct {
		Duration text `json:"duration"` // ISO 8601; P0D while live
	} `json:"contentDetails"`
	Status struct {
		Embeddable *bool `json:"embeddable"`
	} `json:"status"`
}

type youtubeSnippet struct {
	Title      text `json:"title"`
	Thumbnails map[string]struct {
		URL text `json:"url"`
	} `json:"thumbnails"`
	Resource struct {
		VideoID text `json:"videoId"`
	} `json:"resourceId"`
}

func (a *youtubeAPI) ask(ctx context.Context, method string, query url.Values, v any) error {
	return a.client.GetJSON(ctx, youtubeData+method+"?"+query.Encode(), a.key, v)
}

// videos asks for up to youtubePage videos, and returns those that there are.
func (a *youtubeAPI) videos(ctx context.Context, ids []string) (map[string]youtubeVideo, error) {
	var answer struct {
		Items []youtubeVideo `json:"items"`
	}
	q := url.Values{"part": {"snippet,contentDetails,status"}, "id": {strings.Join(ids, ",")}}
	if err := a.ask(ctx, "videos", q, &answer); err != nil {
		return nil, err
	}
	out := make(map[string]youtubeVideo, len(answer.Items))
	for _, v := range answer.Items {
		out[string(v.ID)] = v
	}
	return out, nil
}

func (a *youtubeAPI) video(ctx context.Context, m playlist.Media) (playlist.Media, error) {
	videos, err := a.videos(ctx, []string{m.Ref})
	if err != nil {
		return m, err
	}
	v, ok := videos[m.Ref]
	if !ok {
		return m, unsupported("there is no such video at YouTube, or it is private")
	}
	m = v.media(m)
	if !v.embeddable() {
		return m, unsupported("its owner does not allow this video to be played outside YouTube")
	}
	return m, nil
}

func (v *youtubeVideo) embeddable() bool { return v.Status.Embeddable == nil || *v.Status.Embeddable }

func (v *youtubeVideo) media(m playlist.Media) playlist.Media {
	if title := decoded(string(v.Snippet.Title)); title != "" {
		m.Title = title
	}
	if image := string(v.Snippet.Thumbnails["medium"].URL); image != "" {
		m.Thumbnail = image
	}
	m.Duration = isoDuration(string(v.Details.Duration))
	return m
}

// about asks what a playlist is called, and how many videos it holds.
func (a *youtubeAPI) about(ctx context.Context, list playlist.Media) (playlist.Media, int, error) {
	var answer struct {
		Items []struct {
			Snippet youtubeSnippet `json:"snippet"`
			Details struct {
				Count int `json:"itemCount"`
			} `json:"contentDetails"`
		} `json:"items"`
	}
	q := url.Values{"part": {"snippet,contentDetails"}, "id": {listID(list.URL)}}
	if err := a.ask(ctx, "playlists", q, &answer); err != nil {
		return list, 0, err
	}
	if len(answer.Items) == 0 {
		return list, 0, errNoPlaylist
	}
	found := answer.Items[0]
	list.Title = decoded(string(found.Snippet.Title))
	list.Thumbnail = string(found.Snippet.Thumbnails["medium"].URL)
	return tidy(list), max(0, found.Details.Count), nil
}

// errNoPlaylist says that nobody else can open a playlist either.
var errNoPlaylist = unsupported("there is no such playlist at YouTube, or it is private")

// playlist collects a list's videos, without those that are private, deleted or
// not to be embedded.
func (a *youtubeAPI) playlist(ctx context.Context, id string, items *collector) error {
	q := url.Values{"part": {"snippet"}, "playlistId": {id}, "maxResults": {strconv.Itoa(youtubePage)}}
	for range (MaxItems + youtubePage - 1) / youtubePage * 2 { // pages may have gaps, not endlessly many
		var page struct {
			Next text `json:"nextPageToken"`
			Info struct {
				Total int `json:"totalResults"`
			} `json:"pageInfo"`
			Items []struct {
				Snippet youtubeSnippet `json:"snippet"`
			} `json:"items"`
		}
		if err := a.ask(ctx, "playlistItems", q, &page); err != nil {
			if fetch.Status(err) == http.StatusNotFound {
				return errNoPlaylist
			}
			return err
		}
		ids := make([]string, len(page.Items))
		for i, it := range page.Items {
			ids[i] = string(it.Snippet.Resource.VideoID)
		}
		if err := a.collect(ctx, ids, page.Info.Total, items); err != nil {
			return err
		}
		if page.Next == "" || items.full() {
			return nil
		}
		q.Set("pageToken", string(page.Next))
	}
	return nil
}

// collect adds the videos of these ids, in their order, as far as they can be
// played.
func (a *youtubeAPI) collect(ctx context.Context, ids []string, total int, items *collector) error {
	valid := ids[:0]
	for _, id := range ids {
		if isYouTubeID(id) && len(valid) < youtubePage {
			valid = append(valid, id)
		}
	}
	if len(valid) == 0 {
		return nil
	}
	videos, err := a.videos(ctx, valid)
	if err != nil {
		return err
	}
	batch := make([]playlist.Media, 0, len(valid))
	for _, id := range valid {
		if v, ok := videos[id]; ok && v.embeddable() {
			batch = append(batch, v.media(youtubeMedia(id)))
		}
	}
	items.add(total, batch...)
	return nil
}

// search collects the videos that the service finds best.
func (a *youtubeAPI) search(ctx context.Context, query string, items *collector) error {
	q := url.Values{
		"part": {"snippet"}, "type": {"video"}, "videoEmbeddable": {"true"}, "q": {query},
		"maxResults": {strconv.Itoa(min(items.max, youtubePage))},
	}
	var answer struct {
		Items []struct {
			ID struct {
				VideoID text `json:"videoId"`
			} `json:"id"`
		} `json:"items"`
	}
	if err := a.ask(ctx, "search", q, &answer); err != nil {
		return err
	}
	ids := make([]string, len(answer.Items))
	for i, it := range answer.Items {
		ids[i] = string(it.ID.VideoID)
	}
	return a.collect(ctx, ids, 0, items)
}
