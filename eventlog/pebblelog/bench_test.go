package pebblelog

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"remoted/eventlog"
	"remoted/eventlog/logtest"
)

// eventBytes is the size of a typical event.
const eventBytes = 200

// BenchmarkAppend compares, in one run, what one durable append costs with so
// many sessions being written to at once: in memory, in Pebble, and in a plain
// file that is synced for each append.
func BenchmarkAppend(b *testing.B) {
	logs := []struct {
		name string
		open func(b *testing.B) appender
	}{
		{"memory", func(b *testing.B) appender { return logAppender(b, eventlog.NewMemory()) }},
		{"pebble", func(b *testing.B) appender { return logAppender(b, mustOpen(b, b.TempDir())) }},
		{"fsync each", openNaive},
	}
	for _, writers := range []int{1, 64, 1000} {
		for _, log := range logs {
			b.Run(fmt.Sprintf("%s/writers=%d", log.name, writers), func(b *testing.B) {
				benchmarkAppend(b, writers, log.open(b))
			})
		}
	}
}

// appender appends an event to the n-th session, which is at sequence expect.
type appender func(n int, expect uint64, event []byte) error

func logAppender(b *testing.B, log eventlog.Log) appender {
	b.Cleanup(func() { _ = log.Close() })
	return func(n int, expect uint64, event []byte) error {
		if expect == 0 {
			if err := log.Create(b.Context(), logtest.Session(n), nil, 0); err != nil {
				return err
			}
		}
		return log.Append(b.Context(), logtest.Session(n), expect, [][]byte{event})
	}
}

// openNaive is what the log is measured against: a file, a lock, a sync.
func openNaive(b *testing.B) appender {
	file, err := os.Create(filepath.Join(b.TempDir(), "events"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = file.Close() })
	var mu sync.Mutex
	return func(_ int, _ uint64, event []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if _, err := file.Write(event); err != nil {
			return err
		}
		return file.Sync()
	}
}

// benchmarkAppend shares b.N appends among the writers, each with a session of
// its own, and reports the median wait of one.
func benchmarkAppend(b *testing.B, writers int, put appender) {
	var left atomic.Int64
	left.Store(int64(b.N))
	waits := make([][]time.Duration, writers)
	event := make([]byte, eventBytes)
	b.ReportAllocs()
	b.ResetTimer()
	var group sync.WaitGroup
	for n := range writers {
		group.Go(func() {
			for seq := uint64(0); left.Add(-1) >= 0; seq++ {
				began := time.Now()
				if err := put(n, seq, event); err != nil {
					b.Errorf("append: got %v, want nil", err)
					return
				}
				waits[n] = append(waits[n], time.Since(began))
			}
		})
	}
	group.Wait()
	b.StopTimer()
	all := slices.Concat(waits...)
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "appends/s")
}
