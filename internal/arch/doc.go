// Package arch holds no code: its test holds the others to the direction in which
// imports point, as docs/architecture.md draws it.
package arch
