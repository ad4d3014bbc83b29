// Package spec makes what is generated of the protocol's tables and types: the
// tables of docs/protocol.md, the JSON Schemas and the AsyncAPI document beside
// it, and web/shared/protocol.js. `go generate ./protocol` writes them; a test
// compares them with what is there.
//
// What clients send comes from [protocol.Requests] and [protocol.Commands], what
// the server sends from [protocol.Messages] and the tags of its types. Both become
// a tree of fields first, so that every output knows one form only.
package spec
