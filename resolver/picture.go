package resolver

import (
	"slices"
	"strings"
	"time"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// PictureTime is how long a picture is shown: long enough to look at it from a sofa,
// and to say who is on it.
const PictureTime = 10 * time.Second

// shownPictures are the types of pictures that browsers show. SVG is not among them:
// it is a document.
var shownPictures = []string{"image/jpeg", "image/png", "image/gif", "image/webp", "image/avif", "image/bmp", "image/x-icon", "image/vnd.microsoft.icon"}

// picture makes a media of a picture on the web.
func picture(p *fetch.Page, m playlist.Media) (playlist.Media, error) {
	sniffed := sniff(p.Body)
	if !slices.Contains(shownPictures, sniffed) && (strings.HasPrefix(sniffed, "image/") || !slices.Contains(shownPictures, p.MediaType())) {
		return m, unsupported("this is a picture of a kind that browsers do not show")
	}
	m.Provider, m.Ref, m.Thumbnail = "picture", m.URL, m.URL
	m.Duration = PictureTime.Milliseconds()
	m.Title = headerTitle(p)
	return m, nil
}
