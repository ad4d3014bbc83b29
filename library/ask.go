package library

import (
	"context"
	"path"
	"sync"
	"time"

	"remoted/library/ffmpeg"
)

const (
	// askers is how many files ffprobe is asked about at once: in the background, and
	// out of the way of who plays.
	askers = 2

	// maxAsked bounds the files that wait for ffprobe. What is beyond it is asked
	// about after the next scan.
	maxAsked = 10_000
)

// An inquiry is about a file whose length our own readers do not know.
type inquiry struct {
	item *item
	info ffmpeg.Info // the answer; empty when there is none
}

// An inquirer has ffprobe look at files, in the background. The scanner hands items
// in and takes the answers; both only in its own goroutine.
type inquirer struct {
	tools   *ffmpeg.Tools
	asks    chan *item
	answers chan inquiry
	waiting []*item
	known   map[string]bool // IDs that wait or are being asked about
	done    sync.WaitGroup
}

// newInquirer starts to answer; nil without ffprobe. It ends with the context.
func newInquirer(ctx context.Context, tools *ffmpeg.Tools) *inquirer {
	if !tools.CanProbe() {
		return nil
	}
	q := &inquirer{tools: tools, asks: make(chan *item), answers: make(chan inquiry), known: map[string]bool{}}
	for range askers {
		q.done.Go(func() { q.work(ctx) })
	}
	return q
}

func (q *inquirer) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case it := <-q.asks:
			a := inquiry{item: it, info: q.ask(ctx, it)}
			select {
			case q.answers <- a:
			case <-ctx.Done():
				return
			}
		}
	}
}

func (q *inquirer) ask(ctx context.Context, it *item) ffmpeg.Info {
	f, _, err := it.root.open(it.path)
	if err != nil {
		return ffmpeg.Info{}
	}
	defer f.Close()
	info, err := q.tools.Probe(ctx, f, containers[it.format])
	if err != nil || info.Duration > maxDuration {
		return ffmpeg.Info{}
	}
	return info
}

// add takes in an item to ask about, unless that is under way.
func (q *inquirer) add(it *item) {
	if it.lacks == nil || q.known[it.ID] || len(q.waiting) >= maxAsked {
		return
	}
	q.known[it.ID] = true
	q.waiting = append(q.waiting, it)
}

// next returns where to send what to ask about; a channel that takes nothing when
// there is nothing. A nil inquirer never has anything.
func (q *inquirer) next() (chan<- *item, *item) {
	if q == nil || len(q.waiting) == 0 {
		return nil, nil
	}
	return q.asks, q.waiting[0]
}

func (q *inquirer) sent() { q.waiting = q.waiting[1:] }

// answered is where answers come from.
func (q *inquirer) answered() <-chan inquiry {
	if q == nil {
		return nil
	}
	return q.answers
}

func (q *inquirer) wait() {
	if q != nil {
		q.done.Wait()
	}
}

// inquire collects the items to ask about, after a scan.
func (s *scanner) inquire() {
	if s.inquirer == nil {
		return
	}
	for _, top := range s.tops {
		top.each(func(f *folder) {
			for _, known := range f.files {
				if known.item != nil {
					s.inquirer.add(known.item)
				}
			}
		})
	}
}

// learn puts an answer into the tree, if the file is still the one that was asked
// about. It returns when to publish: with others that are still to come, in a moment;
// nil is now.
func (s *scanner) learn(a inquiry, moment <-chan time.Time) <-chan time.Time {
	delete(s.inquirer.known, a.item.ID)
	known := s.file(a.item)
	if known != nil && known.item != nil && known.item.lacks != nil &&
		known.item.Size == a.item.Size && known.item.Modified == a.item.Modified {
		known.item = known.item.completed(a.info)
		s.changed = true
	}
	if len(s.inquirer.known) == 0 {
		return nil
	}
	if moment == nil {
		moment = time.After(publishEvery)
	}
	return moment
}

// file finds an item's file in the tree.
func (s *scanner) file(it *item) *file {
	for _, top := range s.tops {
		if top.root == it.root {
			if f := top.below(path.Join(it.root.abs, path.Dir(it.path))); f != nil {
				return f.files[path.Base(it.path)]
			}
		}
	}
	return nil
}

// completed is the item with what ffprobe knows better.
func (it *item) completed(info ffmpeg.Info) *item {
	p := *it.lacks
	p.duration = info.Duration.Truncate(time.Millisecond)
	for _, text := range []struct {
		to   *string
		from string
	}{{&p.title, info.Title}, {&p.artist, info.Artist}, {&p.album, info.Album}} {
		if *text.to == "" {
			*text.to = text.from
		}
	}
	e := Entry{ID: it.ID, Folder: it.Folder, Name: it.Name, Size: it.Size, Modified: it.Modified, HasCover: it.HasCover}
	other := newItem(e, p, it.root, it.path)
	other.beside, other.lacks = it.beside, nil
	return other
}
