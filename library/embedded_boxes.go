package library

import "strings"

// mp4Cover is the item of iTunes' list that holds covers.
const mp4Cover = "covr"

// mp4CoverAt finds the first cover in the item list.
func mp4CoverAt(s *source) span {
	meta, ok := find(s, 0, s.size, "moov", "udta", "meta")
	if !ok {
		return span{}
	}
	data, ok := find(s, listStart(s, meta), meta.end, "ilst", mp4Cover, "data")
	if !ok || data.end-data.body <= 8 { // type and locale
		return span{}
	}
	return span{data.body + 8, data.end - data.body - 8}
}

// Elements that lead to attached files (RFC 9559, 5.1.1 and 5.1.6).
const (
	idSeekHead     = 0x114D9B74
	idSeek         = 0x4DBB
	idSeekID       = 0x53AB
	idSeekPosition = 0x53AC
	idAttachments  = 0x1941A469
	idAttached     = 0x61A7
	idAttachedName = 0x466E
	idAttachedType = 0x4660
	idAttachedData = 0x465C
)

// ebmlPicture finds a picture among the files attached to a film.
func ebmlPicture(s *source) (at span, ok bool) {
	eachElement(s, 0, s.size, func(e element) bool {
		if e.id == idSegment {
			at, ok = attachedPicture(s, e)
		}
		return e.id != idSegment
	})
	return at, ok
}

// attachedPicture goes by the segment's list of places: attachments stand at the end
// of some files, and nobody reads through a film to find them.
func attachedPicture(s *source, segment element) (at span, ok bool) {
	from := attachmentsAt(s, segment)
	if from <= segment.body || from >= segment.end {
		return span{}, false
	}
	list, ok := elementAt(s, from, segment.end)
	if !ok || list.id != idAttachments {
		return span{}, false
	}
	var c choice[span]
	eachElement(s, list.body, list.end, func(e element) bool {
		if e.id != idAttached {
			return true
		}
		if name, at, ok := attachedFile(s, e); ok {
			kind := uint32(0)
			if strings.HasPrefix(strings.ToLower(name), "cover") { // Matroska's rule for names
				kind = frontCover
			}
			c.offer(kind, at)
		}
		return c.more()
	})
	return c.best, c.found
}

// attachmentsAt returns where the segment's list of places says that attachments are;
// 0 when it does not.
func attachmentsAt(s *source, segment element) (at int64) {
	head, ok := elementAt(s, segment.body, segment.end)
	if !ok || head.id != idSeekHead {
		return 0
	}
	eachElement(s, head.body, head.end, func(seek element) bool {
		var id, position float64
		eachElement(s, seek.body, seek.end, func(e element) bool {
			v := unsigned(s.upTo(e.body, int(min(e.end-e.body, 8))))
			switch e.id {
			case idSeekID:
				id = v
			case idSeekPosition:
				position = v
			}
			return true
		})
		if id == idAttachments && position < float64(segment.end-segment.body) {
			at = segment.body + int64(position)
		}
		return at == 0
	})
	return at
}

// attachedFile describes an attached file if it is a picture.
func attachedFile(s *source, file element) (name string, at span, ok bool) {
	eachElement(s, file.body, file.end, func(e element) bool {
		switch e.id {
		case idAttachedName:
			name = s.text(e.body, e.end-e.body)
		case idAttachedType:
			ok = strings.HasPrefix(s.text(e.body, e.end-e.body), "image/")
		case idAttachedData:
			at = span{e.body, e.end - e.body}
		}
		return true
	})
	return name, at, ok && at.size > 0
}

// listStart is where the boxes of a meta box begin: behind version and flags, which
// QuickTime leaves out.
func listStart(s *source, meta box) int64 {
	if h := s.upTo(meta.body+4, 4); string(h) == "hdlr" {
		return meta.body
	}
	return meta.body + 4
}
