package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"maps"
	"path"
	"path/filepath"
	"sync"
	"time"
)

// A scanner keeps the tree of folders up to date. One goroutine owns it.
type scanner struct {
	log     *slog.Logger
	tops    []*folder // one a root
	watch   *watcher
	publish func([]*item)

	frames   bool      // a video has a cover in any case
	inquirer *inquirer // nil: nobody to ask

	files, folders int  // in the tree
	changed        bool // items since they were last published
	published      time.Time
	first          bool             // under way: the first scan
	waiting        map[*folder]bool // keys: folders with files that may still be written
	told           map[string]bool  // limits that the log has named
}

func newScanner(roots []*root, w *watcher, log *slog.Logger, publish func([]*item)) *scanner {
	s := &scanner{log: log, watch: w, publish: publish, waiting: map[*folder]bool{}, told: map[string]bool{}}
	for _, r := range roots {
		s.tops = append(s.tops, newFolder(r, ".", 0))
		s.folders++
	}
	return s
}

// scanAll looks at everything, and watches it anew: events may have been lost,
// and other folders be in the places of those that are watched.
func (s *scanner) scanAll(ctx context.Context) {
	for _, top := range s.tops {
		top.each(s.watch.remove)
	}
	for _, top := range s.tops {
		if top.root.refresh() {
			s.log.Info("media folder was replaced", "folder", top.root.abs)
		}
		s.scan(ctx, top, true)
	}
	s.show(true)
}

// scanSome looks at the folders in which paths changed, and at those with files
// that were being written.
func (s *scanner) scanSome(ctx context.Context, paths map[string]bool) {
	dirty := maps.Clone(s.waiting) // the value: with all below
	for path := range paths {
		for _, top := range s.tops {
			if f := top.below(filepath.Dir(path)); f != nil {
				dirty[f] = dirty[f] || false
			}
			if f := top.below(path); f != nil { // the folder itself came, went or moved
				f.each(s.watch.remove)
				dirty[f] = true
			}
		}
	}
	for f, deep := range dirty {
		s.scan(ctx, f, deep)
	}
	s.show(true)
}

// scan brings f up to date. Folders in it that are new are scanned in full, the
// others when deep is set.
func (s *scanner) scan(ctx context.Context, f *folder, deep bool) {
	if f.gone {
		return
	}
	s.watch.add(f) // before reading, or a change between the two is missed
	l, err := f.list(ctx)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		if ctx.Err() == nil {
			s.log.Warn("cannot read media folder", "folder", f.abs(), "err", reason(err))
		}
		return // what is known of it may still be right
	}
	s.scanFiles(ctx, f, l.files)
	s.attach(f, l.other)
	s.show(false)
	s.scanFolders(ctx, f, l.dirs, deep)
}

func (s *scanner) scanFolders(ctx context.Context, f *folder, names []string, deep bool) {
	present := make(map[string]bool, len(names))
	for _, name := range names {
		present[name] = true
	}
	for name, sub := range f.subs { // first: one may have moved to another's name
		if !present[name] {
			s.drop(sub)
			delete(f.subs, name)
		}
	}
	for _, name := range names {
		sub := f.subs[name]
		known := sub != nil
		if !known {
			if sub = s.newSub(f, name); sub == nil {
				continue
			}
		}
		if deep || !known {
			s.scan(ctx, sub, true)
		}
	}
}

// newSub adds a folder to the tree; nil when a limit is reached.
func (s *scanner) newSub(f *folder, name string) *folder {
	if f.depth+1 > maxDepth {
		s.tell("depth", maxDepth)
		return nil
	}
	if s.folders >= maxFolders {
		s.tell("folders", maxFolders)
		return nil
	}
	sub := newFolder(f.root, path.Join(f.path, name), f.depth+1)
	f.subs[name] = sub
	s.folders++
	return sub
}

// drop forgets a folder and all below it.
func (s *scanner) drop(f *folder) {
	f.each(func(f *folder) {
		f.gone = true
		s.folders--
		s.files -= len(f.files)
		s.changed = s.changed || len(f.files) > 0
		s.watch.remove(f)
		delete(s.waiting, f)
	})
}

func (s *scanner) scanFiles(ctx context.Context, f *folder, infos []fs.FileInfo) {
	present := make(map[string]bool, len(infos))
	var due []string
	now, waiting := time.Now(), false
	for _, info := range infos {
		present[info.Name()] = true
		known := f.files[info.Name()]
		if known == nil {
			if s.files >= maxFiles {
				s.tell("files", maxFiles)
				continue
			}
			known = &file{}
			f.files[info.Name()] = known
			s.files++
		}
		if known.due(info, now, s.first) {
			due = append(due, info.Name())
		} else if known.state == fileWaiting {
			waiting = true
		}
	}
	for name, known := range f.files {
		if !present[name] {
			s.changed = s.changed || known.item != nil
			s.files--
			delete(f.files, name)
		}
	}
	delete(s.waiting, f)
	if waiting {
		s.waiting[f] = false
	}
	s.probeAll(ctx, f, due)
}

// probeAll probes files of a folder, some at a time.
func (s *scanner) probeAll(ctx context.Context, f *folder, names []string) {
	var wg sync.WaitGroup
	slots := make(chan struct{}, probeWorkers)
	before := make([]*item, len(names))
	for i, name := range names {
		known := f.files[name]
		before[i] = known.item
		slots <- struct{}{}
		if ctx.Err() != nil {
			break
		}
		wg.Go(func() {
			defer func() { <-slots }()
			s.probe(f, name, known)
		})
	}
	wg.Wait()
	for i, name := range names {
		s.changed = s.changed || f.files[name].item != before[i]
	}
}

// probe looks into one file. It touches nothing but known, so that several may
// run at once.
func (s *scanner) probe(f *folder, name string, known *file) {
	place := path.Join(f.path, name)
	p, ok, err := probeFile(f.root, place)
	if err != nil {
		s.log.Debug("cannot read media file", "file", name, "err", reason(err))
		known.state, known.item = fileFailed, nil
		return
	}
	known.state, known.item = fileDone, nil
	if !ok {
		return
	}
	known.item = newItem(Entry{
		ID:       entryID(path.Join(f.root.abs, place)),
		Folder:   f.title(),
		Name:     clean(name),
		Size:     known.size,
		Modified: known.modified.UnixMilli(),
	}, p, f.root, place)
}

// probeFile opens and probes a file. A parser that panics costs that file, not
// the program.
func probeFile(r *root, place string) (p probed, ok bool, err error) {
	defer func() {
		if v := recover(); v != nil {
			p, ok, err = probed{}, false, fmt.Errorf("probe: %v", v)
		}
	}()
	h, info, err := r.open(place)
	if err != nil {
		return probed{}, false, err
	}
	defer h.Close()
	p, ok = probe(h, info.Size(), extension(place))
	return p, ok, nil
}

// show publishes what changed: at the end of a scan, and now and then while a
// long one is under way.
func (s *scanner) show(end bool) {
	if !s.changed || !end && time.Since(s.published) < publishEvery {
		return
	}
	items := make([]*item, 0, s.files)
	for _, top := range s.tops {
		top.each(func(f *folder) {
			for _, known := range f.files {
				if known.item != nil {
					items = append(items, known.item)
				}
			}
		})
	}
	s.publish(items)
	s.changed, s.published = false, time.Now()
}

// tell logs once that a limit was reached.
func (s *scanner) tell(what string, limit int) {
	if !s.told[what] {
		s.told[what] = true
		s.log.Warn("media folders are over a limit, the rest is left out", "limit", what, "max", limit)
	}
}
