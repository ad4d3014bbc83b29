package resolver

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"remoted/resolver/internal/fetch"
)

// busy counts requests, and how many there are at a time; each takes a second.
type busy struct {
	total, now, most atomic.Int32
}

func (b *busy) RoundTrip(r *http.Request) (*http.Response, error) {
	b.total.Add(1)
	now := b.now.Add(1)
	defer b.now.Add(-1)
	for most := b.most.Load(); now > most && !b.most.CompareAndSwap(most, now); most = b.most.Load() {
	}
	time.Sleep(time.Second)
	return body("application/json", strings.NewReader(`{"title": "x"}`))(r)
}

func lookupAll(t *testing.T, r *Resolver, session string, addresses ...string) {
	ctx := WithSession(t.Context(), session)
	var wg sync.WaitGroup
	for _, a := range addresses {
		wg.Go(func() {
			if _, err := r.Lookup(ctx, resolved(t, r, a)); err != nil {
				t.Errorf("%s: %v", a, err)
			}
		})
	}
	wg.Wait()
}

func videos(from, count int) []string {
	var out []string
	for i := range count {
		out = append(out, fmt.Sprintf("video_%05d", from+i))
	}
	return out
}

func TestFourAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &busy{}
		r := New(nil, withClient(fetch.NewWith(b)))
		start := time.Now()
		lookupAll(t, r, "a", videos(0, 40)...)
		if most := b.most.Load(); most != perSession {
			t.Errorf("%d at a time, want %d", most, perSession)
		}
		if took := time.Since(start); took != 10*time.Second {
			t.Errorf("took %v, want 10 s", took)
		}
		if len(r.gate.sessions) != 0 {
			t.Errorf("%d sessions are kept", len(r.gate.sessions))
		}
	})
}

// A session that asks for much does not hold up another.
func TestSessionsDoNotWaitForEachOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &busy{}
		r := New(nil, withClient(fetch.NewWith(b)))
		var wg sync.WaitGroup
		wg.Go(func() { lookupAll(t, r, "a", videos(0, 100)...) })
		synctest.Wait()
		start := time.Now()
		lookupAll(t, r, "b", "video_00050") // one that a waits for as well
		if took := time.Since(start); took != time.Second {
			t.Errorf("took %v, want 1 s", took)
		}
		wg.Wait()
		if n := b.total.Load(); n != 100 {
			t.Errorf("%d requests, want 100", n)
		}
	})
}

func TestServerLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &busy{}
		r := New(nil, withClient(fetch.NewWith(b)))
		var wg sync.WaitGroup
		for i := range 2 * perServer / perSession {
			wg.Go(func() { lookupAll(t, r, fmt.Sprint(i), videos(i*100, 8)...) })
		}
		wg.Wait()
		if most := b.most.Load(); most != perServer {
			t.Errorf("%d at a time, want %d", most, perServer)
		}
		if len(r.gate.sessions) != 0 || len(r.gate.all) != 0 {
			t.Errorf("%d sessions, %d places are kept", len(r.gate.sessions), len(r.gate.all))
		}
	})
}

func TestSameVideoOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := &busy{}
		r := New(nil, withClient(fetch.NewWith(b)))
		var wg sync.WaitGroup
		for i := range 20 {
			wg.Go(func() { lookupAll(t, r, fmt.Sprint(i), "video_00000", "https://youtu.be/video_00000") })
		}
		wg.Wait()
		if n := b.total.Load(); n != 1 {
			t.Errorf("%d requests, want 1", n)
		}
	})
}

// Who gives up leaves nothing behind, whether waiting or asking.
func TestGivingUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := New(nil, withClient(fetch.NewWith(&busy{})))
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		var wg sync.WaitGroup
		for _, v := range videos(0, 200) {
			wg.Go(func() {
				before := resolved(t, r, v)
				m, err := r.Lookup(ctx, before)
				if !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("got %v, want the caller's deadline", err)
				}
				same(t, v, m, before)
			})
		}
		wg.Wait()
		if len(r.gate.sessions) != 0 || len(r.gate.all) != 0 {
			t.Errorf("%d sessions, %d places are kept", len(r.gate.sessions), len(r.gate.all))
		}
		if m := lookup(t, r, "video_00000"); m.Title != "x" { // giving up is not remembered
			t.Errorf("got %+v", m)
		}
		time.Sleep(time.Minute)
	})
}

// How long answers are remembered.
func TestRemembering(t *testing.T) {
	tests := []struct {
		status int
		keep   time.Duration
	}{{200, keepFound}, {404, keepRefused}, {401, keepRefused}, {403, keepRefused}, {429, keepFailed}, {503, keepFailed}}
	for _, tt := range tests {
		synctest.Test(t, func(t *testing.T) {
			asked := 0
			r := New(nil, withClient(fetch.NewWith(sends(func(req *http.Request) (*http.Response, error) {
				asked++
				resp, err := body("application/json", strings.NewReader(`{"title": "x"}`))(req)
				resp.StatusCode = tt.status
				return resp, err
			}))))
			for _, step := range []struct {
				wait time.Duration
				want int
			}{{0, 1}, {tt.keep - time.Second, 1}, {time.Second, 2}} {
				time.Sleep(step.wait)
				if _, err := r.Lookup(t.Context(), resolved(t, r, ytID)); (err == nil) != (tt.status == 200) {
					t.Errorf("status %d: %v", tt.status, err)
				}
				if asked != step.want {
					t.Errorf("status %d: asked %d times, want %d", tt.status, asked, step.want)
				}
			}
		})
	}
}

func TestMemoryCache(t *testing.T) {
	c := NewMemoryCache().(*memoryCache)
	c.Put("first", []byte("1"), time.Hour)
	c.Put("second", []byte("2"), time.Hour)
	c.Put("second", []byte("two"), time.Hour)
	if v, ok := c.Get("second"); !ok || string(v) != "two" {
		t.Errorf("got %q, %v; want two", v, ok)
	}
	c.Put("large", make([]byte, cacheValue+1), time.Hour)
	if _, ok := c.Get("large"); ok {
		t.Error("a value beyond the limit was kept")
	}
	for i := range 3 * cacheEntries {
		c.Put(fmt.Sprint(i), []byte("x"), time.Hour)
		if _, ok := c.Get("first"); !ok {
			t.Fatal("what is asked for is forgotten")
		}
	}
	if _, ok := c.Get("second"); ok || len(c.entries) != cacheEntries || c.recent.Len() != cacheEntries {
		t.Errorf("%d entries, second: %v; want %d without it", len(c.entries), ok, cacheEntries)
	}
	for i := range 100 {
		c.Put(fmt.Sprint("large", i), make([]byte, cacheValue), time.Hour)
	}
	sum := 0
	for _, e := range c.entries {
		sum += e.Value.(*cached).size()
	}
	if c.bytes != sum || sum > cacheBytes {
		t.Errorf("%d bytes counted, %d there, want at most %d", c.bytes, sum, cacheBytes)
	}
}

func TestMemoryCacheExpiry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := NewMemoryCache().(*memoryCache)
		c.Put("k", []byte("v"), time.Minute)
		time.Sleep(time.Minute)
		if _, ok := c.Get("k"); ok || c.bytes != 0 || c.recent.Len() != 0 {
			t.Errorf("a value past its time: %v, %d bytes", ok, c.bytes)
		}
	})
}

// An own cache, as one on disk would be, gets everything, errors included.
func TestOwnCache(t *testing.T) {
	c := NewMemoryCache()
	w := newWeb(t, map[string]answer{pageURL: {kind: "text/xml", body: podcast}})
	_, err := w.resolver(WithCache(c)).Lookup(t.Context(), resolved(t, w.resolver(), pageURL))
	if !errors.Is(err, ErrList) {
		t.Fatalf("got %v, want ErrList", err)
	}
	w.requests()
	m, err := w.resolver(WithCache(c)).Lookup(t.Context(), resolved(t, w.resolver(), pageURL))
	if !errors.Is(err, ErrList) || !errors.Is(err, errors.ErrUnsupported) || m.Title != "A Podcast" {
		t.Errorf("another resolver with this cache: %+v, %v", m, err)
	}
	w.expect()
}

// A cache that is damaged is as good as none.
func TestDamagedCache(t *testing.T) {
	for _, damage := range []string{"", "{", "[]", `{"media": 1}`, `{}`, `{"media": []}`} {
		c := NewMemoryCache()
		w := newWeb(t, map[string]answer{ytOEmbed: {body: ytOEmbedAnswer}})
		r := w.resolver(WithCache(c))
		c.Put("lookup youtube https://www.youtube.com/watch?v="+ytID, []byte(damage), time.Hour)
		if m := lookup(t, r, ytID); m.Title != "A & B: the song" {
			t.Errorf("%q: got %+v", damage, m)
		}
		w.expect(ytOEmbed)
	}
}
