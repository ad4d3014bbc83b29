package library

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"remoted/library/subtitle"
)

// SubtitleType is the media type of subtitles as they are served.
const SubtitleType = subtitle.Type

// A Track is a file of subtitles beside a film.
type Track struct {
	// Language is a tag (BCP 47) that no other track of the film has. Its private
	// part tells special ones apart: "en-x-forced", "en-x-sdh".
	Language string
	Label    string // for people
	name     string // of the file
	tag      subtitle.Track
}

// Subtitles returns the subtitles of a file, none for most. Their places are their
// numbers for [Library.Subtitle].
func (l *Library) Subtitles(id string) ([]Track, error) {
	it := l.index.Load().get(id)
	if it == nil {
		return nil, ErrNotFound
	}
	return it.tracks(), nil
}

// tracks describes the subtitle files by their names. Of two for the same language
// and purpose, the first in the folder's order is taken: WebVTT before SubRip.
func (it *item) tracks() []Track {
	tracks := []Track{}
	seen := map[string]bool{}
	base := strings.TrimSuffix(path.Base(it.path), path.Ext(it.path))
	for _, name := range it.beside.subtitles {
		middle := strings.TrimSuffix(name, path.Ext(name))
		t := subtitle.ParseName(clean(middle[min(len(base), len(middle)):]))
		if same := t.Language() + "\x00" + t.Extra; seen[same] {
			continue
		} else {
			seen[same] = true
		}
		tracks = append(tracks, Track{Language: t.Language(), Label: t.Label(), name: name, tag: t})
	}
	number(tracks)
	return tracks
}

// number tells tracks of the same language apart, so that each can be chosen.
func number(tracks []Track) {
	count := map[string]int{}
	for i, t := range tracks {
		count[t.Language]++
		n := count[t.Language]
		switch {
		case n == 1:
		case strings.Contains(t.Language, "-x-"):
			tracks[i].Language += "-" + strconv.Itoa(n)
		default:
			tracks[i].Language += "-x-" + strconv.Itoa(n)
		}
	}
}

// Subtitle returns a file of subtitles as WebVTT in UTF-8. One that is gone, is no
// file of this folder, or holds no subtitles is ErrNotFound.
func (l *Library) Subtitle(id string, n int) ([]byte, error) {
	tracks, err := l.Subtitles(id)
	if err != nil {
		return nil, err
	}
	if n < 0 || n >= len(tracks) {
		return nil, ErrNotFound
	}
	it := l.index.Load().get(id)
	if it == nil { // left meanwhile
		return nil, ErrNotFound
	}
	b, err := it.root.read(path.Join(path.Dir(it.path), tracks[n].name), subtitle.MaxBytes)
	if err == nil {
		b, err = subtitle.Convert(b, tracks[n].tag.Tag)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotFound, reason(err))
	}
	return b, nil
}

// read reads a small file whole; a larger one is an error.
func (r *root) read(path string, most int64) ([]byte, error) {
	f, info, err := r.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info.Size() > most {
		return nil, fmt.Errorf("%w: more than %d bytes", fs.ErrInvalid, most)
	}
	return newSource(f, info.Size()).at(0, int(info.Size()))
}
