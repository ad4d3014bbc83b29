package library

import (
	"context"
	"log/slog"
	"os"
	"strings"
	"time"

	"remoted/library/ffmpeg"
	"remoted/library/picture"
)

// Thumbnails makes small pictures of files that are in no library, as the library
// makes the covers of its own. It keeps nothing. It is safe for concurrent use.
type Thumbnails struct{ covers *covers }

// NewThumbnails takes frames of films if the tools can; nil tools cannot.
func NewThumbnails(tools *ffmpeg.Tools) *Thumbnails {
	return &Thumbnails{newCovers(tools, nil, slog.New(slog.DiscardHandler))}
}

// Of returns a JPEG of bounded size of a picture, or of sound or video: that in the
// file or, of a film, a frame. The type and the duration (0: unknown) are those of the
// file; it may be of any size. It waits for its turn as long as the context lasts. The
// error says that there is no picture.
func (t *Thumbnails) Of(ctx context.Context, f *os.File, mime string, duration time.Duration) ([]byte, error) {
	if err := take(ctx, t.covers.turns); err != nil {
		return nil, err
	}
	defer func() { <-t.covers.turns }()
	ctx, cancel := context.WithTimeout(ctx, coverTimeout)
	defer cancel()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(mime, "image/") {
		return picture.Of(ctx, f, info.Size())
	}
	ext := extensionOf[mime]
	if b, err := takeEmbedded(f, info, ext); err == nil {
		if b, err = picture.Thumbnail(ctx, b); err == nil || ctx.Err() != nil {
			return b, err
		}
	}
	if !isVideo(mime) {
		return nil, errNoPicture
	}
	b, err := t.covers.frame(ctx, f, sniff(newSource(f, info.Size()), ext), duration)
	if err != nil {
		return nil, err
	}
	return picture.Thumbnail(ctx, b)
}

// extensionOf settles what the first bytes of these leave open.
var extensionOf = map[string]string{"video/quicktime": ".mov", "audio/mpeg": ".mp3"}

func isVideo(mime string) bool { return strings.HasPrefix(mime, "video/") }
