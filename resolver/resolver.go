// Package resolver tells what a web address plays. It answers at once from the
// address alone and asks nobody: an item is on the list as soon as it is asked
// for.
//
// Each provider has a file of its own. The first that knows an address decides.
package resolver

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"remoted/playlist"
)

// ErrAddress says that a text is no web address.
var ErrAddress = errors.New("this is not a web address of a video or of music")

// unsupported says that an address is fine but cannot be played. It is an
// [errors.ErrUnsupported].
func unsupported(why string) error { return &unsupportedError{why} }

type unsupportedError struct{ why string }

func (e *unsupportedError) Error() string { return e.why }
func (e *unsupportedError) Unwrap() error { return errors.ErrUnsupported }

// provider resolves the addresses it knows; ok is false for all others.
type provider func(u *url.URL) (m playlist.Media, ok bool, err error)

// Resolver knows the providers that a server offers.
type Resolver struct{ providers []provider }

// New returns a resolver for YouTube, for files on the web and, if lookup is not
// nil, for the library's files: lookup finds one by its ID.
func New(lookup func(id string) (playlist.Media, bool)) *Resolver {
	r := &Resolver{}
	if lookup != nil {
		r.providers = append(r.providers, libraryProvider(lookup))
	}
	r.providers = append(r.providers, youtube, file)
	return r
}

// Resolve returns what the address plays. The error is [ErrAddress], or an
// [errors.ErrUnsupported] that says why.
func (r *Resolver) Resolve(address string) (playlist.Media, error) {
	address = strings.TrimSpace(address)
	if isYouTubeID(address) {
		return youtubeMedia(address), nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return playlist.Media{}, ErrAddress
	}
	for _, p := range r.providers {
		if m, ok, err := p(u); ok || err != nil {
			return m, err
		}
	}
	if u.User != nil {
		return playlist.Media{}, unsupported("addresses that hold a password cannot be played")
	}
	if u.Scheme != "" && u.Host != "" {
		return playlist.Media{}, unsupported(fmt.Sprintf("%s addresses cannot be played, only http and https", u.Scheme))
	}
	return playlist.Media{}, ErrAddress
}

// onWeb reports whether u is an address that a browser could fetch.
func onWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil && u.Opaque == ""
}
