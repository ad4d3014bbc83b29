package listfile

// What is taken from a file. The numbers of the wire protocol are repeated here,
// because this package is a leaf; a test of package server compares them.
const (
	// MaxBytes of a file: 5,000 entries with addresses and titles of 400 characters
	// each. What is larger is no list but a film.
	MaxBytes = 4 << 20
	// MaxItems of a list: no session holds more. The rest is skipped, and said to be.
	MaxItems = 5000
	// MaxTitle of a list or an item, in characters; longer ones are cut.
	MaxTitle = 300
	// MaxURL of an item, in characters; longer ones are skipped.
	MaxURL = 2048
	// MaxTime of a position or duration, in milliseconds: the largest integer that
	// every reader of JSON keeps exact. What is beyond it is nonsense, and left out.
	MaxTime = 1<<53 - 1

	// maxShown is how much of a skipped entry is told, in characters: enough to find
	// it in the file.
	maxShown = 120
	// maxDepth of elements of XML. XSPF needs 5 and its extensions a few more.
	maxDepth = 64
	// maxLocations of one track that are tried: mostly there is one.
	maxLocations = 16
	// maxName of a person, in characters, and maxWord of an id or a language, in
	// bytes: more than the protocol allows to any of them.
	maxName = 40
	maxWord = 128
	// maxReason why an item failed, in bytes, as the rules keep it.
	maxReason = 200
)
