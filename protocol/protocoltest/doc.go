// Package protocoltest makes messages for tests: good ones of every kind, and of
// each of them bad ones with one thing wrong. It goes by the protocol's tables, so
// that a new field is tested as soon as it is in there.
package protocoltest
