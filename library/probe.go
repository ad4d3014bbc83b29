package library

import (
	"bytes"
	"io"
	"time"
)

// A probed holds what a file says about itself. Empty means that it does not.
type probed struct {
	format  format
	docType string // what is inside the container, where types depend on it

	title, artist, album string // as found: not cleaned, not bounded in runes
	track, disc          int

	duration time.Duration
	picture  bool // there is a cover in it
}

// maxDuration is the longest duration that is believed: a week. Broken headers
// tend to say centuries.
const maxDuration = 7 * 24 * time.Hour

// probe reads the headers of a file. It reports false for content that is not
// media. A media file with damaged headers is media without tags or duration.
// The extension settles what the bytes leave open (MP3 has no signature).
func probe(r io.ReaderAt, size int64, ext string) (probed, bool) {
	s := newSource(r, size)
	p := probed{format: sniff(s, ext)}
	switch p.format {
	case formatUnknown:
		return probed{}, false
	case formatMP4:
		probeMP4(s, &p)
	case formatEBML:
		probeEBML(s, &p)
	case formatMP3:
		probeMP3(s, &p)
	case formatFLAC:
		probeFLAC(s, &p)
	case formatOgg:
		probeOgg(s, &p)
	case formatWAV:
		probeWAV(s, &p)
	}
	if p.duration < 0 || p.duration > maxDuration {
		p.duration = 0
	}
	return p, true
}

// sniff tells the container by its signature.
func sniff(s *source, ext string) format {
	head := s.upTo(0, 12)
	has := func(at int, sig string) bool { return len(head) >= at+len(sig) && string(head[at:at+len(sig)]) == sig }
	switch {
	case has(4, "ftyp"), ext == ".mov" && (has(4, "moov") || has(4, "mdat") || has(4, "wide")):
		return formatMP4
	case bytes.HasPrefix(head, ebmlMagic):
		return formatEBML
	case has(0, "OggS"):
		return formatOgg
	case (has(0, "RIFF") || has(0, "RF64")) && has(8, "WAVE"):
		return formatWAV
	case string(s.upTo(id3Size(s), 4)) == flacMagic:
		return formatFLAC
	case has(0, "ID3") || ext == ".mp3":
		if _, _, ok := firstFrame(s); ok {
			return formatMP3
		}
	}
	return formatUnknown
}

// samples returns the duration of n samples at a rate per second; 0 when the
// figures make no sense.
func samples(n, rate uint64) time.Duration {
	if rate == 0 {
		return 0
	}
	secs := float64(n) / float64(rate)
	if secs > maxDuration.Seconds() {
		return 0
	}
	return time.Duration(secs * float64(time.Second))
}
