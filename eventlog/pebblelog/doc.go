// Package pebblelog keeps the event log in a directory, in the embedded store
// Pebble. Open returns an eventlog.Log; see there for what it promises.
//
// # Keys
//
// A key begins with the byte of its kind. A session is the 16 bytes of its
// UUID, a sequence 8 bytes; all numbers are big-endian, so that the order of
// the keys is the order of sessions and of events.
//
//	0x01                      format version   uint32
//	0x02 session              info             touched int64 (Unix ms), dropped uint64, meta
//	0x03 session              newest snapshot  sequence uint64, data
//	0x04 session sequence     record           data
//
// dropped is the sequence up to which records were replaced by the snapshot.
// The last sequence of a session is that of its last record or, when all were
// dropped, dropped.
//
// Kinds are apart, so that List reads info rows only and a range tombstone
// covers records only. A new kind or another meaning raises the format version;
// a directory with a newer one than this program knows is refused.
//
// # Writes
//
// A write takes the lock of its session (one of a fixed number of stripes),
// compares the expected sequence with the last one, queues one Pebble batch,
// releases the lock and only then waits for the disk. Sessions do not wait for
// one another, and whoever waits at the same moment shares one fsync.
//
// # When the disk fails
//
// A write whose sync failed returns the error, and from then on the log refuses
// every call with it, reads included: Pebble shows a write before it is synced,
// so that a reread tail would present as stored what the disk never took.
// Opening the directory again shows what is really there. Where Pebble itself
// cannot go on, the process ends: it has no room for the next write-ahead log, an
// invariant is broken, or it panicked in the middle of a commit, which a write
// that comes just as the disk fails may meet too. Neither way is an append
// reported as stored that may be lost. While Pebble has no room for a table,
// writers wait.
package pebblelog
