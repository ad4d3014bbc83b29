// Package resolver tells what an address plays, in two steps.
//
// [Resolver.Resolve] and [Resolver.Parse] answer at once from the address alone and
// ask nobody: an item is on the list as soon as it is asked for. [Resolver.Lookup]
// then asks the service for its title, length and picture, and [Resolver.Expand]
// for the items of a list; both take a while, may fail, and leave everything else
// as it was when they do.
//
// Each provider has a file of its own. The first that knows an address decides;
// docs/resolver.md has the table of them.
package resolver

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"remoted/playlist"
	"remoted/resolver/internal/fetch"
)

// provider is a service, or a kind of file, that can be played from.
type provider struct {
	names []string // of its media, as in [playlist.Media]
	hosts []string // where it is found on the web, without "www."; nil: parse decides

	// parse reads an address; ok is false for those it does not know.
	parse func(u *url.URL) (l Link, ok bool, err error)

	// lookup returns m with what the service says; beside an error too, as far as
	// it got. nil: there is nothing more to know.
	lookup func(ctx context.Context, m playlist.Media) (playlist.Media, error)

	// expand collects the items of a list. nil: it has no lists.
	expand func(ctx context.Context, l Link, items *collector) error
}

// Resolver knows the providers that a server offers. It is safe for concurrent use.
type Resolver struct {
	providers []provider
	client    *fetch.Client
	cache     Cache
	gate      *gate
	youtube   *youtubeAPI // nil without a key
}

// Option sets up a [Resolver].
type Option func(*Resolver)

// WithYouTubeKey sets a key of the YouTube Data API v3: it adds lengths, whole
// playlists and search. An empty key is none.
func WithYouTubeKey(key string) Option {
	return func(r *Resolver) {
		if key != "" {
			r.youtube = &youtubeAPI{key: key}
		}
	}
}

// WithCache keeps what was found in c rather than in memory.
func WithCache(c Cache) Option { return func(r *Resolver) { r.cache = c } }

// WithTransport hands outside requests to t, which then has to see to the addresses
// that names stand for: tests answer without a network.
func WithTransport(t http.RoundTripper) Option {
	return func(r *Resolver) { r.client = fetch.NewWith(t) }
}

// withClient answers the outside requests of tests.
func withClient(c *fetch.Client) Option { return func(r *Resolver) { r.client = c } }

// New returns a resolver for the web and, if lookup is not nil, for the library's
// files: lookup finds one by its ID.
func New(lookup func(id string) (playlist.Media, bool), options ...Option) *Resolver {
	r := &Resolver{client: fetch.New(), cache: NewMemoryCache(), gate: newGate()}
	for _, o := range options {
		o(r)
	}
	if r.youtube != nil {
		r.youtube.client = r.client
	}
	if lookup != nil {
		r.providers = append(r.providers, libraryProvider(lookup))
	}
	r.providers = append(r.providers,
		youtubeProvider(r.client, r.youtube), vimeoProvider(r.client), dailymotionProvider(r.client),
		twitchProvider(r.client), soundcloudProvider(r.client), spotifyProvider(r.client),
		archiveProvider(r.client), fileProvider(r),
	)
	return r
}

// Close ends all outside requests, and waits for that; look-ups then fail.
func (r *Resolver) Close() { r.client.Close() }

// named returns the provider of a media.
func (r *Resolver) named(name string) (provider, bool) {
	i := slices.IndexFunc(r.providers, func(p provider) bool { return slices.Contains(p.names, name) })
	if i < 0 {
		return provider{}, false
	}
	return r.providers[i], true
}

// onWeb reports whether u is an address that a browser could fetch.
func onWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" && u.User == nil && u.Opaque == ""
}

// onHost reports whether u is on the web at one of the hosts, and at which.
func onHost(u *url.URL, hosts []string) (host string, ok bool) {
	host = bareHost(u.Hostname())
	return host, onWeb(u) && slices.Contains(hosts, host)
}

func bareHost(host string) string {
	return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(host), "."), "www.")
}

// segments are the parts of a path, without empty ones.
func segments(u *url.URL) []string {
	return strings.FieldsFunc(u.Path, func(r rune) bool { return r == '/' })
}

// consists reports whether s is made of the characters of set, of which there are
// from 1 to limit: no id of another form gets into an address that is asked.
func consists(s, set string, limit int) bool {
	return s != "" && len(s) <= limit && strings.Trim(s, set) == ""
}

const (
	digits  = "0123456789"
	letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	alnum   = letters + digits
	slug    = alnum + "-_"
)

// maxID bounds a service's own name of something, in bytes; the longest in use are
// Twitch's clips with about 80.
const maxID = 128
