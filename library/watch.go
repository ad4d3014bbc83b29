package library

import (
	"errors"
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// maxNotes bounds the paths that changed and wait for the scanner; beyond it
// everything is scanned.
const maxNotes = 10_000

// A watcher has the system tell about changes in folders. It is a hint: a
// watcher that could not be made, and one that is full, leave the work to the
// rescan.
type watcher struct {
	log  *slog.Logger
	fs   *fsnotify.Watcher // nil: none
	done chan struct{}     // closed when the collecting goroutine has returned

	// Owned by the scanner's goroutine.
	n    int  // folders watched
	told bool // that not all are

	// wake has an element when notes wait.
	wake  chan struct{}
	mu    sync.Mutex
	notes map[string]bool // paths that changed
	lost  bool            // events were lost
}

func newWatcher(log *slog.Logger) *watcher {
	w := &watcher{log: log, wake: make(chan struct{}, 1), done: make(chan struct{}), notes: map[string]bool{}}
	notifier, err := fsnotify.NewWatcher()
	if err != nil {
		log.Warn("media folders are not watched, changes show at the next rescan", "err", err)
		close(w.done)
		return w
	}
	w.fs = notifier
	go w.collect()
	return w
}

// collect takes events as they come. It is a goroutine of its own because
// fsnotify may hold the lock that Add and Remove need while it waits for a
// reader, and because the system drops events that nobody takes during a scan.
func (w *watcher) collect() {
	defer close(w.done)
	for {
		select {
		case ev, ok := <-w.fs.Events:
			if !ok {
				return
			}
			if matters(ev) {
				w.note(ev.Name, false)
			}
		case err, ok := <-w.fs.Errors:
			if !ok {
				return
			}
			w.log.Debug("watching media folders", "err", err)
			w.note("", true)
		}
	}
}

func (w *watcher) note(path string, lost bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if lost || len(w.notes) >= maxNotes {
		w.lost = true
	} else {
		w.notes[path] = true
	}
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// take returns what was noted since it was last called.
func (w *watcher) take() (paths map[string]bool, lost bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	paths, lost = w.notes, w.lost
	w.notes, w.lost = map[string]bool{}, false
	return paths, lost
}

// matters tells whether an event may change the list.
func matters(ev fsnotify.Event) bool {
	name := filepath.Base(ev.Name)
	if strings.HasPrefix(name, ".") {
		return false
	}
	return ev.Has(fsnotify.Create) || ev.Has(fsnotify.Remove) || ev.Has(fsnotify.Rename) || isCandidate(name)
}

// add watches a folder that is not watched yet.
func (w *watcher) add(f *folder) {
	if w.fs == nil || f.watched {
		return
	}
	if w.n >= maxWatches {
		w.tell("limit reached")
		return
	}
	if err := w.fs.Add(f.abs()); err != nil {
		if !errors.Is(err, fs.ErrNotExist) { // gone already: nothing to tell
			w.tell(err.Error())
		}
		return
	}
	f.watched = true
	w.n++
}

// remove ends the watching of a folder that is gone, or may be another one now.
// It must come before a folder that moved is added at its new place: the system
// knows it by what it is, fsnotify by where it was.
func (w *watcher) remove(f *folder) {
	if f.watched {
		f.watched = false
		w.n--
		_ = w.fs.Remove(f.abs()) // the system removes the watch of a deleted folder itself
	}
}

func (w *watcher) tell(why string) {
	if !w.told {
		w.told = true
		w.log.Warn("not every media folder is watched, changes there show at the next rescan", "watched", w.n, "why", why)
	}
}

// close ends the collecting and waits for it.
func (w *watcher) close() {
	if w.fs != nil {
		_ = w.fs.Close()
	}
	<-w.done
}
