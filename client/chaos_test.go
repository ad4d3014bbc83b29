package client_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"remoted/client"
	"remoted/protocol"
)

// trace checks that a client's events are in order, without gaps and repeats.
type trace struct {
	t     *testing.T
	name  string
	seq   uint64
	began bool
}

func (tr *trace) see(e client.Event) {
	switch {
	case e.Kind == client.KindEvent && (!tr.began || e.Seq != tr.seq+1):
		tr.t.Errorf("%s: event %d after %d", tr.name, e.Seq, tr.seq)
	case e.Kind == client.KindState:
		tr.began = true
	case e.Seq != tr.seq && e.Kind != client.KindEvent:
		tr.t.Errorf("%s: kind %d changed the seq from %d to %d", tr.name, e.Kind, tr.seq, e.Seq)
	}
	tr.seq = e.Seq
}

// TestNothingLostNothingTwice has several clients change a list over lines that
// are cut all the time, and then compares it with what they were told.
func TestNothingLostNothingTwice(t *testing.T) {
	const clients, each = 6, 50
	s := startServer(t)
	made := s.create()
	proxy := startChaos(t, s.address, 6000, false)
	ctx := soon(t)
	var all []*client.Client
	for i := range clients {
		o := quick(fmt.Sprint(i))
		o.OnEvent = (&trace{t: t, name: o.Name}).see
		all = append(all, dial(t, proxy.link(made.Session), o))
	}
	proxy.setCalm(false)

	var work sync.WaitGroup
	var mu sync.Mutex
	seqs := make(map[uint64]string) // of accepted requests
	var want []string
	note := func(what string, r client.Reply, err error) {
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if before, taken := seqs[r.Seq]; taken {
			t.Errorf("%s and %s were both accepted as %d", what, before, r.Seq)
		}
		seqs[r.Seq] = what
	}
	for i, c := range all {
		work.Go(func() {
			for j := range each {
				title := fmt.Sprintf("%d/%d", i, j)
				r, err := c.Do(ctx, "add", adding(title))
				note("add "+title, r, err)
				list := c.State().State.Items // others go on changing it
				at := slices.IndexFunc(list, func(it protocol.Item) bool { return it.Media.Title == title })
				if at < 0 {
					t.Errorf("%s: not in the list when it was acknowledged", title)
					continue
				}
				if j%3 != 0 {
					mu.Lock()
					want = append(want, title)
					mu.Unlock()
					continue
				}
				r, err = c.Do(ctx, "remove", protocol.Remove{Items: []string{list[at].ID}})
				note("remove "+title, r, err)
			}
		})
	}
	work.Wait()
	proxy.setCalm(true)

	slices.Sort(want)
	for _, c := range all {
		s.same(c)
		got := titles(c)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("got %d items %q\nwant %d items %q", len(got), got, len(want), want)
		}
	}
	if last := s.view(made.Session).Seq; last != uint64(len(seqs)) {
		t.Errorf("the session is at seq %d after %d requests", last, len(seqs))
	}
	if cuts := proxy.count(); cuts < clients { // a hundred, more or less: how long a line lasts is random
		t.Errorf("only %d cuts: this tested nothing", cuts)
	} else {
		t.Logf("%d requests, %d cuts", len(seqs), cuts)
	}
}
