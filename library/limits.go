package library

import "time"

// Limits. A folder is outside input: it may be huge, hostile or half written.
const (
	// maxFiles bounds the listed files of all folders together; beyond it
	// files are left out and the log says so. At about 1 kB a file the index
	// then holds 200 MB at most.
	maxFiles = 200_000

	// maxBeside bounds the pictures and subtitles of one folder that are looked at.
	maxBeside = 100_000

	// maxFolders bounds the folders that are remembered, media in them or not.
	maxFolders = 50_000

	// maxDepth bounds how many folders deep a scan goes. The deepest music
	// collections use five; this is for trees that do not end.
	maxDepth = 32

	// maxWatches bounds the folders watched for events. 8,192 is what Linux
	// has long granted a user in all; the rest is left to the rescan.
	maxWatches = 4_096

	// readDirNames is how many names are taken from a folder at a time, so that
	// a folder of a million files is neither held in memory nor uninterruptible.
	readDirNames = 1_024

	// maxProbeBytes bounds what is read of one file to learn its type, tags and
	// duration. 16 MiB lets ID3 tags with large artwork through.
	maxProbeBytes = 16 << 20

	// maxPictureReads bounds what is read of one file to take the cover out of it:
	// the largest picture as base64, in the small pages of Ogg.
	maxPictureReads = 32 << 20

	// maxPictures bounds the pictures of one file that are looked at for the front
	// cover: front, back, leaflet, artist.
	maxPictures = 16

	// windowBytes is the unit in which a file's headers are read: most files
	// need one such read.
	windowBytes = 16 << 10

	// maxTextBytes bounds a text that is taken from a tag before it is cleaned.
	maxTextBytes = 8 << 10

	// maxTextRunes bounds a title, artist, album or name that is shown, in
	// runes: the title limit of the protocol.
	maxTextRunes = 300

	// probeWorkers is how many files of a folder are probed at once: enough to
	// hide a disk's latency, few enough to leave the machine to playback.
	probeWorkers = 4

	// maxQueryRunes and maxQueryWords bound a search; what is over is ignored.
	maxQueryRunes = 200
	maxQueryWords = 16

	// maxTokenText bounds the distinct words that are indexed, in bytes; files
	// are listed but not found by what is over. 100,000 files of one's own have
	// 3 MB. While the index is made it takes some 15 times as much.
	maxTokenText = 32 << 20

	// defaultPage and maxPage are entries a page holds.
	defaultPage = 50
	maxPage     = 200
)

// Times.
const (
	// firstScanWait bounds how long Open waits for the first scan. A huge
	// folder goes on in the background, so that the program comes up.
	firstScanWait = 10 * time.Second

	// publishEvery is how often a scan that is under way shows what it found.
	publishEvery = 2 * time.Second

	// defaultRescan is the pause between full scans, which find what no event
	// told: network file systems send none.
	defaultRescan = time.Minute

	// restFactor times what a full scan took is the least pause after it, so that
	// a slow network disk with many files is not read all the time.
	restFactor = 10

	// debounce gathers the burst of events that one change sends.
	debounce = 250 * time.Millisecond

	// settle is the time between the two looks at a file that was just written.
	settle = 500 * time.Millisecond

	// settled is the age of the last write from which a file counts as
	// complete without a second look.
	settled = 2 * time.Second
)
