// Package protocol is the wire between a session and its clients: messages,
// codes, limits, strict decoding and encoding. It is pure and knows no rule.
//
// A message is one JSON text frame:
//
//	{"event":"add","id":"17","data":{…}}
//
// [Requests] is the one table of what clients may send, field by field. Decoding
// checks a message against it and names the first field that is wrong; the
// tables of docs/protocol.md, the JSON Schemas and the pages' constants are
// generated from it as well, so that none of them can disagree.
//
// # What a reader may rely on
//
//   - [Decode] never panics, and what it returns is within every limit. Unknown
//     fields are ignored, names are compared to the letter, and of a name that
//     stands twice in an object the last one counts.
//   - A missing field, a wrong type or a fraction is [BadMessage]; a value out
//     of range is [Invalid]. Both name the field.
//   - An optional field that is null is taken as absent.
//   - All times are integer milliseconds; points in time are Unix milliseconds of
//     the server's clock.
package protocol

//go:generate go run ./internal/spec/write
