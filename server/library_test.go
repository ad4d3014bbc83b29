package server

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// The library is browsed from the top down to a file that plays.
func TestHTTPBrowse(t *testing.T) {
	s := newService(t, withLibrary)
	look := func(query string) (p browsePage) {
		t.Helper()
		s.do("GET", "/api/library/browse?"+query).want(t, query, http.StatusOK, &p)
		return p
	}
	for query, names := range map[string][]string{
		"":           {"album"},
		"by=folders": {"album"},
		"by=artists": {"The Sines", "Three Chords"},
		"by=albums":  {"Three Chords"},
	} {
		p := look(query)
		if p.In != nil || p.Total != len(p.Groups)+len(p.Items) {
			t.Errorf("%q: got %+v, want the top with its total", query, p)
		}
		for _, name := range names {
			i := slices.IndexFunc(p.Groups, func(g group) bool { return g.Name == name })
			if i < 0 {
				t.Fatalf("%q: got %+v, want a group %q", query, p, name)
			}
			in := p.Groups[i]
			if p = look(query + "&in=" + in.Key); p.In == nil || *p.In != (place{in.Key, name}) {
				t.Errorf("%q: got %+v, want to be in %+v", query, p.In, in)
			}
		}
		if len(p.Items) != 3 || p.Items[0].Title != "First" || p.Next != nil {
			t.Fatalf("%q: got %+v, want the album's three tracks", query, p)
		}
		s.do("HEAD", p.Items[0].URL).want(t, "HEAD", http.StatusOK, nil)
	}
	if p := look("by=newest&limit=2&offset=1"); len(p.Items) != 2 || p.Next == nil || *p.Next != 3 || p.Total != 8 {
		t.Errorf("newest: got %+v, want two of eight and a next page at 3", p)
	}
}

func TestHTTPBrowseRefuses(t *testing.T) {
	s := newService(t, withLibrary)
	for query, field := range map[string]string{
		"by=colour": "by", "by=folders&limit=0": "limit", "limit=201": "limit", "limit=x": "limit",
		"offset=-1": "offset", "offset=9999999999999999999": "offset", "in=" + strings.Repeat("x", maxGroupKey+1): "in",
	} {
		a := s.do("GET", "/api/library/browse?"+query)
		a.wantError(t, query, http.StatusBadRequest, "invalid")
		if want := `"field":"` + field + `"`; !strings.Contains(a.body, want) {
			t.Errorf("%s: got %s, want %s", query, a.body, want)
		}
	}
	for _, query := range []string{"in=nosuchkey", "by=newest&in=x", "by=albums&in=%00%ff"} {
		a := s.do("GET", "/api/library/browse?"+query)
		a.wantError(t, query, http.StatusNotFound, "not_found")
		if !strings.Contains(a.body, `"field":"in"`) {
			t.Errorf("%s: got %s, want the field in", query, a.body)
		}
	}
}
