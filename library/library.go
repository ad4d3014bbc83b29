package library

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync/atomic"
	"time"

	"remoted/library/ffmpeg"
)

// Options tune a Library; the zero value is fine.
type Options struct {
	Logger *slog.Logger  // nil: silent
	Rescan time.Duration // pause between full scans; 0: one minute
	Tools  *ffmpeg.Tools // asked about what our own readers do not know; nil: nobody
	Cache  string        // directory for covers, made if it is missing; empty: none are kept

	firstScanWait time.Duration // for tests; 0: firstScanWait
}

// A Library is an index of media files that keeps itself up to date. Close ends it.
type Library struct {
	// Static.
	log    *slog.Logger
	rescan time.Duration
	roots  []*root
	covers *covers
	cancel context.CancelFunc
	done   chan struct{} // closed when the goroutine has returned

	// Shared.
	index atomic.Pointer[index]
}

// Open serves the folders. It returns when the first scan is done, or after
// firstScanWait with the scan going on in the background. The context bounds
// Open alone. A folder that is missing or no folder is an error of one line that
// names it.
func Open(ctx context.Context, dirs []string, o Options) (*Library, error) {
	if ctx.Err() != nil {
		return nil, fmt.Errorf("open media folders: %w", context.Cause(ctx))
	}
	roots, err := openRoots(dirs)
	if err != nil {
		return nil, err
	}
	l := &Library{log: o.Logger, rescan: o.Rescan, roots: roots, done: make(chan struct{})}
	if l.log == nil {
		l.log = slog.New(slog.DiscardHandler)
	}
	if l.covers, err = openCovers(o, l.log); err != nil {
		closeRoots(roots)
		return nil, err
	}
	if l.rescan <= 0 {
		l.rescan = defaultRescan
	}
	l.index.Store(newIndex(nil))

	life, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	scanned := make(chan struct{})
	go l.run(life, scanned)

	wait := time.NewTimer(cmp.Or(o.firstScanWait, firstScanWait))
	defer wait.Stop()
	select {
	case <-scanned:
	case <-wait.C:
		l.log.Info("media folders are large, the first scan goes on in the background", "files", len(l.index.Load().items))
	case <-ctx.Done():
		l.Close()
		return nil, fmt.Errorf("open media folders: %w", context.Cause(ctx))
	}
	return l, nil
}

// openRoots opens each folder once. With several, their names tell entries apart.
func openRoots(dirs []string) ([]*root, error) {
	var roots []*root
	seen := map[string]bool{}
	for _, dir := range dirs {
		r, err := openRoot(dir)
		if err != nil {
			closeRoots(roots)
			return nil, err
		}
		if seen[r.abs] {
			r.close()
			continue
		}
		seen[r.abs] = true
		roots = append(roots, r)
	}
	if len(roots) > 1 {
		for _, r := range roots {
			r.label = filepath.Base(r.abs)
		}
	}
	return roots, nil
}

func closeRoots(roots []*root) {
	for _, r := range roots {
		r.close()
	}
}

// run scans until the library is closed. It owns the scanner and the watcher.
func (l *Library) run(ctx context.Context, scanned chan<- struct{}) {
	defer close(l.done)
	w := newWatcher(l.log)
	defer w.close()
	x := newIndexer(func(x *index) { l.index.Store(x) })
	defer x.wait()
	s := newScanner(l.roots, w, l.log, x.take)
	s.frames, s.inquirer = l.covers.tools.CanFrame(), newInquirer(ctx, l.covers.tools)
	defer s.inquirer.wait()

	s.first = true
	s.scanAll(ctx)
	s.first = false
	x.wait()
	close(scanned)

	l.follow(ctx, s)
}

// follow keeps the tree up to date: what events name after a moment, files that
// are being written again after a while, everything now and then.
func (l *Library) follow(ctx context.Context, s *scanner) {
	var soon <-chan time.Time // set while something waits to be looked at
	var tell <-chan time.Time // set while answers wait to be published
	all := time.NewTimer(l.rescan)
	defer all.Stop()
	s.inquire()
	for {
		ask, it := s.inquirer.next()
		select {
		case <-ctx.Done():
			return
		case ask <- it:
			s.inquirer.sent()
			continue
		case a := <-s.inquirer.answered():
			if tell = s.learn(a, tell); tell != nil {
				continue
			}
			s.show(true)
			continue
		case <-tell:
			tell = nil
			s.show(true)
			continue
		case <-s.watch.wake:
			if soon == nil {
				soon = time.After(debounce)
			}
			continue
		case <-soon:
			if paths, lost := s.watch.take(); lost {
				s.scanAll(ctx)
			} else {
				s.scanSome(ctx, paths)
			}
		case <-all.C:
			s.watch.take() // the scan sees all that was noted before it
			began := time.Now()
			s.scanAll(ctx)
			all.Reset(max(l.rescan, restFactor*time.Since(began)))
		}
		s.inquire()
		soon = nil
		if len(s.waiting) > 0 {
			soon = time.After(settle)
		}
	}
}

// Search returns the entries in which every word of q occurs, in any order and
// without regard to case and accents, in title, artist, album, folder or name; all
// entries for an empty q. A word may stand within another, so that scripts
// without spaces are searched, too. First come entries in whose title every word
// begins a word, then those with every word in the title, then the others; among
// themselves by folder, album, track and title, numbers as numbers. A limit of 0 or less is defaultPage; more than maxPage is maxPage.
// Pages of different moments may be of different indexes.
func (l *Library) Search(q string, offset, limit int) Page {
	return l.index.Load().search(q, offset, limit)
}

// Get returns the entry with the ID.
func (l *Library) Get(id string) (Entry, bool) {
	it := l.index.Load().get(id)
	if it == nil {
		return Entry{}, false
	}
	return it.Entry, true
}

// Close ends scanning and watching and closes the folders; files that are being
// served are served to their end. It may be called again.
func (l *Library) Close() error {
	l.cancel()
	<-l.done
	closeRoots(l.roots)
	l.covers.cache.close()
	return nil
}
