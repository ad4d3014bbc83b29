package library

import (
	"path"
	"slices"
	"strings"
)

// beside names the files of a folder that belong to a media file in it: pictures and
// subtitles. It is immutable. Whether they are what they are called is found out when
// somebody asks for them.
type beside struct {
	own       string   // picture with the media file's name, "" without one
	folder    string   // picture for all in the folder, "" without one
	subtitles []string // in order
}

func (b beside) equal(o beside) bool {
	return b.own == o.own && b.folder == o.folder && slices.Equal(b.subtitles, o.subtitles)
}

// pictureTypes and subtitleTypes are the extensions that are taken note of.
var (
	pictureTypes  = []string{".jpg", ".jpeg", ".png", ".webp"}
	subtitleTypes = []string{".vtt", ".srt"} // the better one first
)

// folderPictures are the names, without extension, of pictures for a whole folder, as
// players and rippers write them. The best first.
var folderPictures = []string{"cover", "front", "folder", "album", "poster"}

// ownPictures are what may stand between a media file's name and the extension of its
// picture.
var ownPictures = []string{"", "-poster", "-thumb", "-cover"}

// maxSubtitles bounds the subtitles of one file: discs hold 32 languages.
const maxSubtitles = 64

// isBeside tells whether a name may belong to a media file.
func isBeside(name string) bool {
	ext := extension(name)
	return slices.Contains(pictureTypes, ext) || slices.Contains(subtitleTypes, ext)
}

// stem is a name without its extension, as names are compared.
func stem(name string) string {
	return fold(strings.TrimSuffix(name, path.Ext(name)))
}

// A neighbourhood is what lies beside the media files of a folder, by their stems.
type neighbourhood struct {
	folder    string // best picture for all of them
	pictures  map[string]string
	subtitles map[string][]string
}

// neighbours sorts the names that a listing found. The media files decide where in a
// name the language begins: both may hold dots.
func neighbours(names []string, media map[string]*file) neighbourhood {
	n := neighbourhood{pictures: map[string]string{}, subtitles: map[string][]string{}}
	if len(names) == 0 {
		return n
	}
	stems := make(map[string]bool, len(media))
	for name := range media {
		stems[stem(name)] = true
	}
	slices.SortFunc(names, byWorth)
	best := len(folderPictures)
	for _, name := range names {
		s := stem(name)
		if slices.Contains(subtitleTypes, extension(name)) {
			n.addSubtitle(name, s, stems)
			continue
		}
		n.addPicture(name, s)
		if i := slices.Index(folderPictures, s); i >= 0 && i < best {
			n.folder, best = name, i
		}
	}
	return n
}

// byWorth orders names by what they are without their extension, then the better
// extension first.
func byWorth(a, b string) int {
	if c := strings.Compare(stem(a), stem(b)); c != 0 {
		return c
	}
	worth := func(name string) int { return slices.Index(append(subtitleTypes, pictureTypes...), extension(name)) }
	if c := worth(a) - worth(b); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

func (n *neighbourhood) addPicture(name, s string) {
	for _, more := range ownPictures {
		of, ok := strings.CutSuffix(s, more)
		if _, taken := n.pictures[of]; ok && !taken {
			n.pictures[of] = name
		}
	}
}

// addSubtitle finds the longest name of a media file that the subtitle's begins with.
func (n *neighbourhood) addSubtitle(name, s string, stems map[string]bool) {
	for of := s; of != ""; {
		if stems[of] {
			if len(n.subtitles[of]) < maxSubtitles {
				n.subtitles[of] = append(n.subtitles[of], name)
			}
			return
		}
		dot := strings.LastIndexByte(of, '.')
		if dot < 0 {
			return
		}
		of = of[:dot]
	}
}

// of returns what belongs to the media file of that name.
func (n *neighbourhood) of(name string) beside {
	s := stem(name)
	return beside{own: n.pictures[s], folder: n.folder, subtitles: n.subtitles[s]}
}

// attach brings what items know of the files beside them up to date. Items are
// shared with indexes, so one that changes is replaced.
func (s *scanner) attach(f *folder, names []string) {
	n := neighbours(names, f.files)
	for name, known := range f.files {
		it := known.item
		if it == nil {
			continue
		}
		var b beside
		if len(names) > 0 {
			b = n.of(name)
		}
		if cover := it.hasCover(b, s.frames); cover != it.HasCover || !b.equal(it.beside) {
			it = it.clone()
			it.beside, it.HasCover = b, cover
			known.item, s.changed = it, true
		}
	}
}

// hasCover tells whether there is something to make a cover of.
func (it *item) hasCover(b beside, frames bool) bool {
	return b.own != "" || b.folder != "" || it.embedded || frames && it.isVideo()
}

func (it *item) isVideo() bool { return isVideo(it.Type) }

func (it *item) clone() *item {
	other := *it
	return &other
}
