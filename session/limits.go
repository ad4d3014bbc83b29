package session

import (
	"time"

	"remoted/eventlog"
)

// Limits and times of a session.
const (
	// MaxClients in a session: beyond that, presence alone would flood phones.
	MaxClients = 1000
	// MaxMailbox requests may wait for a session, as when the disk is slow.
	MaxMailbox = 10_000
	// MaxSessions on a server.
	MaxSessions = 1_000_000
	// maxGroup commands become durable together; the log takes more.
	maxGroup = 256
	// maxGroupBytes leaves room in a group for what one more message may bring.
	maxGroupBytes = eventlog.MaxGroupBytes - 2*eventlog.MaxRecordBytes

	// WindowSize is how many accepted requests a session remembers, so that one
	// that is sent again is not done twice.
	WindowSize = 2048

	// ReplayEvents and ReplayBytes bound what is kept in memory for clients that
	// return; whoever needs more gets the state.
	ReplayEvents = 1024
	ReplayBytes  = 1 << 20

	// snapshotEvery so many events bounds the log and the time to start.
	snapshotEvery = 256

	// startTimeout is how long the players of a session get to load an item
	// before it starts without those that have not; loadTimeout while none of
	// them could play at all, but one says that it is loading.
	startTimeout = 3 * time.Second
	loadTimeout  = 15 * time.Second
	// minLead and maxLead bound how far ahead a start of several players lies.
	minLead = 500 * time.Millisecond
	maxLead = 2 * time.Second

	// playerGrace is how long a session goes on when its last player vanished: a
	// reload of the page takes less.
	playerGrace = 2 * time.Second
	// restartGrace is the same after the server itself was away for no longer
	// than restartWithin: the pages went on playing.
	restartGrace  = 10 * time.Second
	restartWithin = 30 * time.Second

	// skipAfter is how long a failed item's reason is shown before what follows.
	skipAfter = 2 * time.Second

	// maxFallbackFailures in a row, and a fallback is not tried any more: the list is
	// of links that are gone, or the disk is not there. Some may always fail.
	maxFallbackFailures = 5
	// fallbackRetry is how long the first pause is after a fallback gave nothing;
	// each one after it is twice as long. A folder may still be looked through.
	fallbackRetry = time.Second
	// fallbackWorks is how far an item of a fallback plays before the failures of
	// others do not count any more.
	fallbackWorks = 10 * time.Second

	// touchEvery is how often a session that plays notes that it does. After a
	// crash the position is at most this old.
	touchEvery = 5 * time.Second

	// idleAfter is when a session that nobody is in leaves the memory.
	idleAfter = 5 * time.Minute
	// sweepEvery is how often sessions are looked over for that.
	sweepEvery = time.Minute
	// expireEvery is how often stored sessions are looked over for expiry.
	expireEvery = time.Hour
	// DefaultTTL is how long a session that nobody visits is kept.
	DefaultTTL = 30 * 24 * time.Hour

	// storeTimeout bounds one call of the log.
	storeTimeout = 10 * time.Second
	// retryEvery is how often a session tries again what the log refused, so that
	// its clients get on without asking.
	retryEvery = time.Second
)
