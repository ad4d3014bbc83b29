package upload

import "time"

// Limits of what is kept.
const (
	// DefaultMaxBytes of one file: an hour of a phone's video.
	DefaultMaxBytes = 2_000_000_000
	// MaxFiles of one session, finished or not: several albums of an evening.
	MaxFiles = 200
	// sessionShare so many times the largest file is what a session may hold.
	sessionShare = 4
	// keepFree bytes of the disk are not promised to anybody: the log must be able to
	// write.
	keepFree = 500_000_000
	// stopBelow so many free bytes nothing more is written, whatever was promised:
	// somebody else took the room. The log has the rest to itself.
	stopBelow = keepFree / 2
	// watchEvery so many bytes of a file the disk is looked at. Hundreds of phones at
	// a time do not fill it between two looks.
	watchEvery = 1 << 20

	// diskShare of the room that the disk has for uploads is theirs, where nobody says
	// how much they may take: 1/diskShare.
	diskShare = 2
	// unknownTotal bytes is what all files may take where the disk cannot be asked.
	unknownTotal = 20_000_000_000
	// maxAllFiles is their number: what is known of them stays in memory, 5 kB each at
	// most.
	maxAllFiles = 10_000
	// addressShare of what all files may take is what one address may have promised
	// and not sent: 1/addressShare, but one file at least, and no more than a session
	// may hold.
	addressShare = 4

	// MaxName is the length of a file's name, in characters, beyond which it is cut.
	MaxName = 200
	// maxURLName is the same for the name in its address, in bytes with escapes: an
	// item's address has at most 2,048 characters.
	maxURLName = 1000

	// maxPixels of a picture: a screen's browser needs four bytes for each.
	maxPixels = 100_000_000

	// Expiry is how long an unfinished file waits for more of it.
	Expiry = 24 * time.Hour
	// firstByte is how long it waits for the first: a promise alone keeps no room.
	firstByte = 15 * time.Minute
	// resumeTime is how long an unfinished file stays for sure, where others want its
	// place: somebody may be about to go on with it.
	resumeTime = time.Hour
	// sweepEvery is how often unfinished files are looked over for that.
	sweepEvery = time.Minute

	// settleTime is how long a file stays for sure that was finished, or looked up for
	// an item, and that nothing refers to: the item may be on its way from a phone
	// whose line is bad.
	settleTime = 10 * time.Minute
	// retryThumbnail is how long a file that gave no thumbnail is left alone.
	retryThumbnail = 10 * time.Minute

	// headBytes are enough to tell that a file can be none of the types. They are
	// looked at as soon as they are there, so that nobody sends a gigabyte in vain.
	headBytes = 4 << 10
	// chunkBytes are taken and written at a time, if so many have come.
	chunkBytes = 64 << 10
	// syncEvery so many bytes are made durable, so that the last piece of a large
	// file does not wait for all of it.
	syncEvery = 64 << 20
)
