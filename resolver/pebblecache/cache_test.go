package pebblecache

import (
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"remoted/resolver"
)

var _ resolver.Cache = (*Cache)(nil)

// clock is a time that tests set.
type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func open(t testing.TB, dir string, options ...Option) *Cache {
	t.Helper()
	c, err := Open(dir, slog.New(slog.DiscardHandler), options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func (c *Cache) want(t *testing.T, key, value string) {
	t.Helper()
	if got, ok := c.Get(key); !ok || string(got) != value {
		t.Errorf("%s: got %.20q, %v; want %.20q", key, got, ok, value)
	}
}

func (c *Cache) wantNone(t *testing.T, keys ...string) {
	t.Helper()
	for _, key := range keys {
		if got, ok := c.Get(key); ok {
			t.Errorf("%s: got %.20q, want nothing", key, got)
		}
	}
}

func closed(t *testing.T, c *Cache) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestSurvivesARestart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there")
	c := open(t, dir)
	c.Put("a", []byte("one"), time.Hour)
	c.Put("b", []byte("two"), time.Hour)
	c.Put("a", []byte("three"), time.Hour)
	c.Put("gone", []byte("x"), time.Hour)
	c.Put("gone", []byte("x"), 0)
	c.want(t, "a", "three")
	for range 2 {
		closed(t, c)
		c = open(t, dir)
		c.want(t, "a", "three")
		c.want(t, "b", "two")
		c.wantNone(t, "c", "gone")
	}
	if c.size != int64(len("three")+len("two")) || len(c.known) != 2 {
		t.Errorf("%d bytes in %d entries, want 8 in 2", c.size, len(c.known))
	}
}

func TestExpiry(t *testing.T) {
	dir, now := t.TempDir(), &clock{time.UnixMilli(1_763_791_234_000)}
	c := open(t, dir, withClock(now.Now))
	c.Put("soon", []byte("1"), time.Minute)
	c.Put("later", []byte("2"), time.Hour)
	now.now = now.now.Add(time.Minute - time.Millisecond)
	c.want(t, "soon", "1")
	now.now = now.now.Add(time.Millisecond)
	c.wantNone(t, "soon")
	c.want(t, "later", "2")
	closed(t, c)
	now.now = now.now.Add(time.Hour)
	c = open(t, dir, withClock(now.Now))
	if len(c.known) != 0 || c.size != 0 {
		t.Errorf("%d entries of %d bytes after the restart, want none", len(c.known), c.size)
	}
	if keys, err := stored(c.db); err != nil || len(keys) != 0 {
		t.Errorf("the store holds %d entries, %v; want none", len(keys), err)
	}
}

// What was not asked for the longest goes first.
func TestBounds(t *testing.T) {
	ten := bytes.Repeat([]byte("x"), 10)
	for name, bounds := range map[string]Option{"bytes": withBounds(30, 100), "entries": withBounds(1000, 3)} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			c := open(t, dir, bounds)
			for _, key := range []string{"a", "b", "c"} {
				c.Put(key, ten, time.Hour)
			}
			c.want(t, "a", string(ten))
			c.Put("d", ten, time.Hour)
			c.wantNone(t, "b")
			c.want(t, "c", string(ten))
			c.want(t, "d", string(ten))
			closed(t, c)
			c = open(t, dir, withBounds(20, 2)) // fewer than are there
			if len(c.known) != 2 || c.size != 20 {
				t.Errorf("%d entries of %d bytes, want 2 of 20", len(c.known), c.size)
			}
		})
	}
	c := open(t, t.TempDir())
	c.Put("large", make([]byte, maxValue), time.Hour)
	c.Put("too large", make([]byte, maxValue+1), time.Hour)
	c.want(t, "large", string(make([]byte, maxValue)))
	c.wantNone(t, "too large")
}

// A store that cannot be read is begun anew.
func TestUnreadable(t *testing.T) {
	for name, spoil := range map[string]func(dir string) error{
		"no manifest": func(dir string) error { return eachFile(dir, "MANIFEST", os.Remove) },
		"a spoilt manifest": func(dir string) error {
			return eachFile(dir, "MANIFEST", func(f string) error { return os.WriteFile(f, []byte("nonsense"), 0o600) })
		},
		"a lost table": func(dir string) error { return eachFile(dir, ".sst", os.Remove) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			c := open(t, dir)
			c.Put("a", []byte("one"), time.Hour)
			closed(t, c)
			if err := spoil(dir); err != nil {
				t.Fatal(err)
			}
			c = open(t, dir)
			c.wantNone(t, "a")
			c.Put("b", []byte("two"), time.Hour)
			closed(t, c)
			open(t, dir).want(t, "b", "two")
		})
	}
}

// eachFile does something to the files whose names have a part.
func eachFile(dir, part string, do func(string) error) error {
	files, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	n := 0
	for _, f := range files {
		if strings.Contains(f.Name(), part) {
			n++
			if err := do(filepath.Join(dir, f.Name())); err != nil {
				return err
			}
		}
	}
	if n == 0 {
		return fmt.Errorf("no file is called %s", part)
	}
	return nil
}

// A block that cannot be read is as if it were not there, and the process goes on.
func TestSpoiltTable(t *testing.T) {
	dir := t.TempDir()
	c := open(t, dir)
	c.Put("a", bytes.Repeat([]byte("one"), 1000), time.Hour)
	closed(t, c)
	err := eachFile(dir, ".sst", func(f string) error {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		for i := range len(b) / 2 {
			b[i] ^= 0xff
		}
		return os.WriteFile(f, b, 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	c = open(t, dir)
	c.wantNone(t, "a")
	c.Put("a", []byte("two"), time.Hour)
	c.want(t, "a", "two")
}

func TestUnusableDirectory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if c, err := Open(file, slog.New(slog.DiscardHandler)); err == nil {
		c.Close()
		t.Error("a file: want an error")
	}
	dir := t.TempDir()
	first := open(t, dir)
	first.Put("a", []byte("one"), time.Hour)
	if c, err := Open(dir, slog.New(slog.DiscardHandler)); err == nil {
		c.Close()
		t.Error("in use: want an error")
	}
	first.want(t, "a", "one") // and nothing was thrown away
}

func TestConcurrentUse(t *testing.T) {
	c := open(t, t.TempDir(), withBounds(1000, 50))
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for i := range 200 {
				key := fmt.Sprint((worker + i) % 80)
				c.Put(key, []byte("value "+key), time.Hour)
				if got, ok := c.Get(key); ok && string(got) != "value "+key {
					t.Errorf("%s: got %q", key, got)
				}
			}
		})
	}
	wg.Wait()
	if len(c.known) > 50 || c.size > 1000 || c.recent.Len() != len(c.known) {
		t.Errorf("%d entries of %d bytes, want at most 50 of 1000", len(c.known), c.size)
	}
}

// Look-ups may still come to their end while the server stops.
func TestAfterTheEnd(t *testing.T) {
	c := open(t, t.TempDir())
	c.Put("a", []byte("one"), time.Hour)
	closed(t, c)
	c.wantNone(t, "a")
	c.Put("a", []byte("two"), time.Hour)
	closed(t, c)
}

// BenchmarkGet is what a known link costs, and an unknown one.
func BenchmarkGet(b *testing.B) {
	c := open(b, b.TempDir())
	value := bytes.Repeat([]byte("x"), 500)
	for i := range 10_000 {
		c.Put(fmt.Sprint("lookup youtube ", i), value, time.Hour)
	}
	b.Run("hit", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if _, ok := c.Get(fmt.Sprint("lookup youtube ", i%10_000)); !ok {
				b.Fatal("it is not there")
			}
		}
	})
	b.Run("miss", func(b *testing.B) {
		for b.Loop() {
			if _, ok := c.Get("lookup youtube none"); ok {
				b.Fatal("it is there")
			}
		}
	})
	b.Run("put", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c.Put(fmt.Sprint("lookup youtube ", i%10_000), value, time.Hour)
		}
	})
}
