package server

import (
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"remoted/protocol"
)

// How often one address may do what costs, or what could be guessed.
const (
	// A code has 64 million forms: at this rate, guessing one of a thousand
	// sessions takes an address four days.
	guessRate  = 10.0 / 60 // a second
	guessBurst = 10

	createRate  = 20.0 // a second
	createBurst = 2000

	// maxLimiters addresses are remembered; beyond it, those that have recovered
	// are forgotten, and then all.
	maxLimiters = 20_000
)

// limiters hold one allowance an address.
type limiters struct {
	rate  rate.Limit
	burst int

	mu sync.Mutex
	of map[string]*rate.Limiter
}

func newLimiters(perSecond float64, burst int) *limiters {
	return &limiters{rate: rate.Limit(perSecond), burst: burst, of: make(map[string]*rate.Limiter)}
}

// take uses up one of an address's allowance, or says how long to wait.
func (l *limiters) take(address string) error {
	return l.check(address, func(lim *rate.Limiter, now time.Time) bool { return lim.AllowN(now, 1) })
}

// peek is take without using anything up.
func (l *limiters) peek(address string) error {
	return l.check(address, func(lim *rate.Limiter, now time.Time) bool { return lim.TokensAt(now) >= 1 })
}

func (l *limiters) check(address string, ok func(*rate.Limiter, time.Time) bool) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := network(address)
	lim := l.of[key]
	if lim == nil {
		if len(l.of) >= maxLimiters {
			l.forget()
		}
		lim = rate.NewLimiter(l.rate, l.burst)
		l.of[key] = lim
	}
	now := time.Now()
	if ok(lim, now) {
		return nil
	}
	e := protocol.Errorf(protocol.RateLimited, "", "too many tries, wait a moment")
	e.RetryAfter = int64(1000 * (1 - lim.TokensAt(now)) / float64(l.rate))
	return e
}

func (l *limiters) forget() {
	now := time.Now()
	for key, lim := range l.of {
		if lim.TokensAt(now) >= float64(l.burst) {
			delete(l.of, key)
		}
	}
	if len(l.of) >= maxLimiters {
		clear(l.of)
	}
}

// network is what counts as one address: with IPv6, a whole network of one
// subscriber, who could use any address in it.
func network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil || ip.Unmap().Is4() {
		return address
	}
	p, err := ip.WithZone("").Prefix(64)
	if err != nil {
		return address
	}
	return p.String()
}
