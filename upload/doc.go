// Package upload keeps the files that people bring to a session: videos, songs and
// pictures from their phones.
//
// A file comes in pieces. [Store.Create] takes its name and its length, and gives
// it an id; [Store.Append] takes bytes at an offset, one writer at a time, and may
// be interrupted by anything: a lost line, a kill -9. What is on disk is the offset
// to go on from. With the last byte the file is made durable, and then looked at:
// only what its content shows to be one of a closed table of types is kept and
// served, under that type and no other. Everything else is removed, with a reason
// in a sentence.
//
// On disk a session is a directory, and a file in it two: <id>.json says what was
// promised and, once it is finished, the type; <id>.data holds the bytes. <id>.jpg is
// the thumbnail, once somebody asked for it. Names from phones are only ever content,
// never a part of a path.
//
// What the reader may rely on: a session's files lie in its own directory and go
// with [Store.RemoveSession], or earlier when nothing refers to them and another needs
// the room; sizes and numbers are bounded when a file is promised, not when the disk is
// full; nobody's file can be read before it is finished.
package upload
