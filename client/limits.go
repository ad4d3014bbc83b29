package client

import (
	"time"

	"remoted/protocol"
)

// RememberedRequests is how many accepted requests a session remembers, at least,
// to recognize one that is sent again.
const RememberedRequests = 2048

// Times and bounds of a client.
const (
	// DefaultMinBackoff and DefaultMaxBackoff are the ceilings of the first and of
	// every later pause before a client comes back: a short loss goes unnoticed, and
	// a server that is back is found within this time.
	DefaultMinBackoff = 250 * time.Millisecond
	DefaultMaxBackoff = 15 * time.Second
	// stableAfter is how long a connection must last for the pauses to start short
	// again.
	stableAfter = 5 * time.Second
	// maxRetryAfter bounds the pause that a server may ask for.
	maxRetryAfter = time.Minute

	// connectTimeout bounds a try to connect: from the first packet to the state.
	connectTimeout = 15 * time.Second
	// silence is how long a server may say nothing: it asks for a sign of life every
	// PingInterval, so this is two of these and some for the way.
	silence = 2*protocol.PingInterval + 15*time.Second
	// writeTimeout is how long what is written may stay unread.
	writeTimeout = 10 * time.Second
	// syncTimeout is how long the events of a gap may take to come.
	syncTimeout = 15 * time.Second
	// closeTimeout is how long a server may take to answer a close.
	closeTimeout = 2 * time.Second

	// maxPending requests may wait for their answers; more wait for their turn. It
	// is far below [RememberedRequests], and what a server takes at once.
	maxPending = 256
	// maxTries is how often a request is sent that is refused for the moment.
	maxTries = 8
	// maxOutbox messages may wait for a connection; beyond that it does not work.
	maxOutbox = 4 * maxPending
	// A client keeps below what the server takes, so that it is not refused: its
	// pongs and reports count there, too.
	messageRate  = protocol.MessageRate * 9 / 10 // a second
	messageBurst = protocol.MessageBurst / 2

	// maxStream events may wait in a [Stream] before it ends.
	maxStream = 4096

	// maxFrame bounds a server's message, in bytes: a full session of addresses of
	// the longest kind takes some 25 MB.
	maxFrame = 64 << 20
	// maxAnswer bounds the answer to an HTTP request, in bytes: a session's id.
	maxAnswer = 16 << 10
	// readBuffer, in bytes, holds a usual message; keptBuffer is the largest that is
	// kept for the next one.
	readBuffer = 1024
	keptBuffer = 64 << 10
)
