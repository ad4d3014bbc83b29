package upload

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
)

// found is what a finished file turned out to be.
type found struct {
	kind   kind
	probed Probed
}

// inspect tells what a whole file is, by its content alone. The error is a
// [RefusedError], or that of reading.
func inspect(r io.ReaderAt, size int64, probe Probe) (what found, err error) {
	defer func() { // a reader that panics costs that file, which nobody could remove else
		if recover() != nil {
			what, err = found{}, refused(whyDamaged)
		}
	}()
	head := make([]byte, min(size, headBytes))
	if _, err := r.ReadAt(head, 0); err != nil && err != io.EOF {
		return found{}, err
	}
	if err := glance(head); err != nil {
		return found{}, err
	}
	mime, why := typeOf(r, size, head)
	if why != "" {
		return found{}, refused(why)
	}
	k, _ := kindOf(mime)
	if k.picture() {
		return found{kind: k}, nil
	}
	if mime == "audio/aac" {
		return found{kind: k}, nil // two frames that follow one another were seen
	}
	p, ok := probe(r, size, k.extensions[0])
	if !ok {
		return found{}, refused(whyDamaged)
	}
	return found{k, p}, nil
}

// typeOf names the type of a file that glance let pass, or says why it has none.
func typeOf(r io.ReaderAt, size int64, head []byte) (mime, why string) {
	switch c := containerOf(head); c {
	case jpegFile:
		return pictureType(r, size, "image/jpeg", jpeg.DecodeConfig)
	case pngFile:
		return pictureType(r, size, "image/png", png.DecodeConfig)
	case gifFile:
		if !wholeGIF(r, size) {
			return "", whyDamaged
		}
		return pictureType(r, size, "image/gif", gif.DecodeConfig)
	case webpFile:
		return pictureType(r, size, "image/webp", webpConfig)
	case isoFile:
		return isoType(r, size, brandsOf(head))
	case ebmlFile:
		return ebmlType(head)
	case oggFile:
		if bytes.Contains(head, []byte("\x80theora")) {
			return "video/ogg", ""
		}
		return "audio/ogg", ""
	case flacFile:
		return "audio/flac", ""
	case wavFile:
		return "audio/wav", ""
	case adtsFile:
		return adtsType(r, size, 0)
	case mp3File:
		return "audio/mpeg", ""
	case id3File:
		return taggedType(r, size, head)
	}
	return "", whyOther
}

// pictureType reads a picture's dimensions.
func pictureType(r io.ReaderAt, size int64, mime string, config func(io.Reader) (image.Config, error)) (string, string) {
	c, err := config(io.NewSectionReader(r, 0, size))
	switch {
	case err != nil || c.Width <= 0 || c.Height <= 0:
		return "", whyDamaged
	case int64(c.Width)*int64(c.Height) > maxPixels:
		return "", whyHuge
	}
	return mime, ""
}

// ebmlType tells WebM from Matroska, and sound alone from video: by the names of
// the codecs, which stand near the beginning.
func ebmlType(head []byte) (mime, why string) {
	video := bytes.Contains(head, []byte("V_"))
	switch webm := bytes.Contains(head[:min(len(head), 64)], []byte("webm")); {
	case webm && !video && bytes.Contains(head, []byte("A_")):
		return "audio/webm", ""
	case webm:
		return "video/webm", ""
	}
	return "video/x-matroska", ""
}

// taggedType is the type of what follows an ID3v2 tag.
func taggedType(r io.ReaderAt, size int64, head []byte) (mime, why string) {
	if len(head) < 10 {
		return "", whyDamaged
	}
	after := int64(10)
	for i, b := range head[6:10] {
		after += int64(b&0x7f) << (7 * (3 - i))
	}
	next := make([]byte, 4)
	if _, err := r.ReadAt(next, after); err != nil {
		return "", whyDamaged
	}
	switch containerOf(next) {
	case flacFile:
		return "audio/flac", ""
	case adtsFile:
		return adtsType(r, size, after)
	}
	return "audio/mpeg", "" // there may be more before the first frame; the probe finds it
}

// adtsType wants two frames of AAC, the second where the first one ends.
func adtsType(r io.ReaderAt, size, at int64) (mime, why string) {
	header := make([]byte, 7)
	for range 2 {
		if _, err := r.ReadAt(header, at); err != nil || containerOf(header) != adtsFile {
			return "", whyDamaged
		}
		length := int64(header[3]&3)<<11 | int64(header[4])<<3 | int64(header[5])>>5
		if length < 7 || at+length > size {
			return "", whyDamaged
		}
		at += length
	}
	return "audio/aac", ""
}
