package server

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"remoted/listfile"
	"remoted/liststore"
	"remoted/protocol"
)

// withLists saves lists in a directory of the test's own.
func withLists(s *service) {
	s.t.Helper()
	var err error
	if s.config.Lists, err = liststore.Open(s.t.TempDir()); err != nil {
		s.t.Fatal(err)
	}
}

// importing sends a list; more is the rest of the query.
func (s *service) importing(id, more, body string) answer {
	s.t.Helper()
	return s.send("POST", "/api/sessions/"+id+"/import?"+more, body)
}

// export gets a session's list.
func (s *service) export(id string, f listfile.Format) answer {
	s.t.Helper()
	return s.do("GET", "/s/"+id+"/playlist."+string(f)).want(s.t, "export", http.StatusOK, nil)
}

type imported struct {
	Seq          uint64
	Title        string
	Items        int
	Skipped      []skippedItem
	SkippedTotal int
}

func urls(v viewed) []string {
	out := []string{}
	for _, it := range v.State["items"].([]any) {
		out = append(out, it.(object)["media"].(object)["url"].(string))
	}
	return out
}

func testFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../listfile/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A list of VLC's becomes one upload, with what is known of its items.
func TestImportFile(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	remote := s.join(id, "remote", `"name":"Ann"`)
	var got imported
	s.importing(id, "mode=append&name=vlc.m3u8&client="+remote.id, testFile(t, "vlc.m3u8")).want(t, "import", http.StatusOK, &got)
	if got.Items != 6 || got.Seq != 1 || len(got.Skipped) != 2 || got.SkippedTotal != 2 || got.Skipped[0].Line != 17 {
		t.Errorf("got %+v", got)
	}
	m := remote.awaitEvent("upload")
	if m.By != remote.id || m.Data["mode"] != "append" || len(m.Data["items"].([]any)) != 6 {
		t.Errorf("got %s", m.raw)
	}
	film := m.Data["items"].([]any)[2].(object)
	if film["start"] != 12500.0 || film["end"] != 4_800_000.0 || film["media"].(object)["title"] != "A Film (2019)" || film["media"].(object)["duration"] != 5_025_000.0 {
		t.Errorf("got %v", film)
	}
	remote.ask("undo", "null")
	if got := urls(s.view(id)); len(got) != 0 {
		t.Errorf("after undo: %q", got)
	}
}

// A preview says what is in a file, and changes nothing.
func TestImportPreview(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	var got struct {
		Title string
		Items []listItem
		skipped
	}
	s.importing(id, "preview=true", "#EXTM3U\n#PLAYLIST:Mine\n#EXTINF:3,One\nhttps://x.example/a.mp3\nb.mp3").want(t, "preview", http.StatusOK, &got)
	if got.Title != "Mine" || len(got.Items) != 1 || got.Items[0] != (listItem{URL: "https://x.example/a.mp3", Title: "One", Duration: 3000}) || len(got.Skipped) != 1 {
		t.Errorf("got %+v", got)
	}
	if v := s.view(id); v.Seq != 0 {
		t.Errorf("seq %d, want nothing to have changed", v.Seq)
	}
}

// All that a session holds goes out as our own format and comes back the same.
func TestOwnFormatKeepsAll(t *testing.T) {
	s := newService(t, withLibrary)
	one := s.create().Session
	ann := s.join(one, "remote", `"name":"Ann"`)
	song := s.libraryURL("tone")
	for _, c := range []string{
		`add {"items":[{"url":"https://youtu.be/dQw4w9WgXcQ","title":"Tüte & <b>","start":1000,"end":9000},{"url":"https://x.example/a.m3u8"},{"url":"` + song + `"}]}`,
		`command {"name":"volume","volume":35}`, `command {"name":"mute"}`, `command {"name":"repeat","mode":"all"}`,
		`command {"name":"shuffle","on":true}`, `command {"name":"captions","language":"pt-BR"}`, `command {"name":"rate","rate":1.5}`,
	} {
		event, data, _ := strings.Cut(c, " ")
		ann.ask(event, data)
	}
	third := s.view(one).State["items"].([]any)[2].(object)["id"].(string)
	ann.ask("command", `{"name":"jump","item":"`+third+`"}`)
	ann.ask("command", `{"name":"pause"}`)
	ann.ask("command", `{"name":"seek","position":700}`)

	first := s.export(one, listfile.JSON)
	two := s.create().Session
	var got imported
	s.importing(two, "mode=seed&name=x.json", first.body).want(t, "import", http.StatusOK, &got)
	if got.Items != 3 || got.SkippedTotal != 0 {
		t.Fatalf("got %+v", got)
	}
	again := s.export(two, listfile.JSON)
	if diff := cmp.Diff(first.body, again.body); diff != "" {
		t.Error(diff)
	}
	for _, want := range []string{`"name": "Ann"`, `"volume": 35`, `"muted": true`, `"captions": "pt-BR"`, `"position": 700`, `"item": 2`} {
		if !strings.Contains(again.body, want) {
			t.Errorf("%s is missing in:\n%s", want, again.body)
		}
	}
	if p := s.view(two).State["playback"].(object); p["status"] != "paused" {
		t.Errorf("got the playback %v, want it paused", p)
	}
}

// libraryURL is the path of the file of the library that a word finds.
func (s *service) libraryURL(word string) string {
	s.t.Helper()
	var found struct{ Items []entry }
	s.do("GET", "/api/library?q="+word).want(s.t, "search", http.StatusOK, &found)
	if len(found.Items) != 1 {
		s.t.Fatalf("%q: got %v, want one file", word, found.Items)
	}
	return found.Items[0].URL
}

// What other players get are addresses that they can open; back on this server they
// are files of its library, whatever it was called in between.
func TestAddressesOfThisServer(t *testing.T) {
	s := newService(t, withLibrary, withPublicURL("http://tv.example:8080"))
	id := s.create().Session
	song := s.libraryURL("tone")
	ann := s.join(id, "remote")
	ann.ask("add", `{"items":[{"url":"`+song+`"},{"url":"https://x.example/a.mp3"}]}`)
	for _, f := range listfile.Formats {
		a := s.export(id, f)
		if want := "http://tv.example:8080" + song; f != listfile.JSON && !strings.Contains(a.body, want) {
			t.Errorf("%s: %s is missing in:\n%s", f, want, a.body)
		}
		if got := a.header.Get("Content-Type"); got != f.MediaType() {
			t.Errorf("%s: content type %q", f, got)
		}
		if got := a.header.Get("Content-Disposition"); !strings.HasPrefix(got, `attachment; filename="remoted 20`) || !strings.HasSuffix(got, string(f)+`"`) {
			t.Errorf("%s: content disposition %q", f, got)
		}
		for _, host := range []string{"http://tv.example:8080", "http://" + s.address, "http://192.168.1.99"} {
			other := s.create().Session
			s.importing(other, "mode=append&name=x."+string(f), strings.ReplaceAll(a.body, "http://tv.example:8080", host)).want(t, "import", http.StatusOK, nil)
			if diff := cmp.Diff([]string{song, "https://x.example/a.mp3"}, urls(s.view(other))); diff != "" {
				t.Errorf("%s from %s: %s", f, host, diff)
			}
		}
	}
}

// Lists of players on other machines lead to the library's files by their paths.
func TestImportPaths(t *testing.T) {
	s := newService(t, withLibrary)
	id := s.create().Session
	list := "#EXTM3U\n/home/ann/media/album/01%20First.mp3\nC:\\media\\album\\02 Second.mp3\nfile:///x/album/03%20Third.mp3\nalbum/none.mp3\n"
	var got imported
	s.importing(id, "", list).want(t, "import", http.StatusOK, &got)
	if got.Items != 3 || len(got.Skipped) != 1 || got.Skipped[0].Why != "the folder that this server shares has no such file" || got.Skipped[0].Because.Code != "not_in_folder" {
		t.Errorf("got %+v", got)
	}
	for _, it := range s.view(id).State["items"].([]any) {
		if m := it.(object)["media"].(object); m["provider"] != "library" {
			t.Errorf("got %v", m)
		}
	}
}

// Whatever is sent for a list is answered in a sentence, and leaves the session as
// it was.
func TestImportBadInput(t *testing.T) {
	s := newService(t, withLists)
	id := s.create().Session
	s.importing(id, "mode=append", "https://x.example/kept.mp3").want(t, "import", http.StatusOK, nil)
	before := s.view(id)
	huge := strings.Repeat("https://x.example/a\n", 10<<20/20)
	many := strings.Repeat("https://x.example/a\n", protocol.MaxItems)
	tests := []struct {
		name, more, body string
		status           int
		code             string
	}{
		{"a binary file", "", "\x89PNG\x0d\x0a\x1a\x0a\x00\x00", 422, "unsupported"},
		{"10 MB", "", huge, 413, "limit_reached"},
		{"an XML bomb", "", `<!DOCTYPE a [<!ENTITY a "` + strings.Repeat("x", 1000) + `">` + strings.Repeat(`<!ENTITY b "&a;&a;">`, 10) + `]><a>&b;</a>`, 422, "unsupported"},
		{"deep XML", "", "<playlist>" + strings.Repeat("<x>", 100_000), 422, "unsupported"},
		{"deep JSON", "name=x.json", strings.Repeat("[", 1_000_000), 422, "unsupported"},
		{"wrong types", "", `{"remoted":1,"items":{}}`, 422, "unsupported"},
		{"a stream", "", "#EXTM3U\n#EXT-X-TARGETDURATION:6\na.ts", 422, "unsupported"},
		{"nothing that plays", "", "only words\n", 422, "unsupported"},
		{"nothing", "", "", 422, "unsupported"},
		{"too many for the session", "", many, 503, "limit_reached"},
		{"an unknown mode", "mode=merge", "https://x.example/a", 400, "invalid"},
		{"replace without base", "mode=replace", "https://x.example/a", 400, "invalid"},
		{"replace of an old list", "mode=replace&base=0", "https://x.example/a", 409, "stale"},
		{"a stranger's client", "client=nobody", "https://x.example/a", 403, "forbidden"},
		{"a list that is not saved", "list=none", "", 404, "not_found"},
		{"a name that is none", "list=" + strings.Repeat("x", 100), "", 400, "invalid"},
	}
	for _, tt := range tests {
		s.importing(id, tt.more, tt.body).wantError(t, tt.name, tt.status, tt.code)
	}
	s.importing(noUUID, "", "https://x.example/a").wantError(t, "no session", 404, "session_not_found")
	s.do("GET", "/s/"+noUUID+"/playlist.m3u8").wantError(t, "export of none", 404, "session_not_found")
	s.do("GET", "/s/"+id+"/playlist.doc").wantError(t, "an unknown format", 404, "not_found")
	if diff := cmp.Diff(before, s.view(id)); diff != "" {
		t.Error(diff)
	}
	s.importing(id, "mode=replace&base=1", "https://x.example/new.mp3").want(t, "replace", http.StatusOK, nil)
	if got := urls(s.view(id)); len(got) != 1 || got[0] != "https://x.example/new.mp3" {
		t.Errorf("after replace: %q", got)
	}
}

// Another site's page cannot have a browser bring or remove lists.
func TestListsOrigin(t *testing.T) {
	s := newService(t, withLists)
	id := s.create().Session
	for _, r := range [][2]string{{"POST", "/api/sessions/" + id + "/import"}, {"PUT", "/api/lists/a?session=" + id}, {"DELETE", "/api/lists/a"}} {
		s.do(r[0], r[1], "Origin: https://evil.example").wantError(t, r[0], http.StatusForbidden, "forbidden")
	}
}

// Lists are saved in one session and loaded in another.
func TestSavedLists(t *testing.T) {
	s := newService(t, withLibrary, withLists)
	one := s.create().Session
	song := s.libraryURL("tone")
	s.importing(one, "", "One <https://x.example/a.mp3>\n").want(t, "import", http.StatusOK, nil)
	s.join(one, "remote", `"name":"Ann"`).ask("add", `{"items":[{"url":"`+song+`"}]}`)
	name := "Ann's “Fête” 日本.txt"
	path := "/api/lists/" + url.PathEscape(name)
	var saved savedList
	s.send("PUT", path+"?session="+one, "").want(t, "save", http.StatusOK, &saved)
	if saved.Name != name || saved.Items != 2 || saved.Saved == 0 {
		t.Errorf("got %+v", saved)
	}
	s.send("PUT", path+"?session="+one, "").wantError(t, "save again", http.StatusConflict, "stale")
	s.send("PUT", path+"?replace=true&session="+one, "").want(t, "replace", http.StatusOK, nil)
	var all struct{ Lists []savedList }
	s.do("GET", "/api/lists").want(t, "lists", http.StatusOK, &all)
	if len(all.Lists) != 1 || all.Lists[0].Name != name {
		t.Errorf("got %+v", all)
	}

	two := s.create().Session
	bob := s.join(two, "remote", `"name":"Bob"`)
	var got imported
	s.importing(two, "mode=append&client="+bob.id+"&list="+url.QueryEscape(name), "").want(t, "load", http.StatusOK, &got)
	if got.Items != 2 || got.Title != name {
		t.Errorf("got %+v", got)
	}
	if diff := cmp.Diff([]string{"https://x.example/a.mp3", song}, urls(s.view(two))); diff != "" {
		t.Error(diff)
	}

	a := s.do("GET", path+".m3u8").want(t, "download", http.StatusOK, nil)
	if !strings.Contains(a.body, "#EXTINF") || !strings.Contains(a.body, "http://"+s.address+song) {
		t.Errorf("got:\n%s", a.body)
	}
	if got := a.header.Get("Content-Disposition"); !strings.HasPrefix(got, "attachment; filename*=utf-8''Ann") {
		t.Errorf("content disposition %q", got)
	}
	if a := s.do("GET", path+".json").want(t, "download", http.StatusOK, nil); strings.Contains(a.body, "addedBy") || strings.Contains(a.body, "settings") {
		t.Errorf("a saved list tells of one evening:\n%s", a.body)
	}
	s.do("GET", path).wantError(t, "no list of the name before .txt", http.StatusNotFound, "not_found")

	s.send("DELETE", path, "").want(t, "remove", http.StatusNoContent, nil)
	s.send("DELETE", path, "").wantError(t, "remove again", http.StatusNotFound, "not_found")
	for _, bad := range []string{"a%2Fb", "..%2F..%2Fpasswd", "%00", strings.Repeat("x", 61), "a%5Cb"} {
		s.send("PUT", "/api/lists/"+bad+"?session="+one, "").wantError(t, "the name "+bad, http.StatusBadRequest, "invalid")
	}
	s.send("PUT", "/api/lists/a?session="+noUUID, "").wantError(t, "no session", http.StatusNotFound, "session_not_found")
	s.send("PUT", "/api/lists/a?session="+s.create().Session, "").wantError(t, "an empty session", http.StatusBadRequest, "invalid")
}

// Whatever escapes a client writes, a name comes back as it was given.
func TestSavedNames(t *testing.T) {
	s := newService(t, withLists)
	id := s.create().Session
	s.importing(id, "", "https://x.example/a.mp3\n").want(t, "import", http.StatusOK, nil)
	for _, name := range []string{"100% hits", "100%41", "%", "a b+c", "50 €%2F"} {
		var saved savedList
		path := "/api/lists/" + url.PathEscape(name)
		s.send("PUT", path+"?session="+id, "").want(t, "save "+name, http.StatusOK, &saved)
		if saved.Name != name {
			t.Errorf("got %q, want %q", saved.Name, name)
		}
		s.do("GET", path+".json").want(t, "download "+name, http.StatusOK, nil)
		s.send("DELETE", path, "").want(t, "remove "+name, http.StatusNoContent, nil)
	}
}

func TestWithoutLists(t *testing.T) {
	s := newService(t)
	s.do("GET", "/api/lists").wantError(t, "lists", http.StatusNotFound, "not_found")
	s.send("PUT", "/api/lists/a?session="+s.create().Session, "").wantError(t, "save", http.StatusNotFound, "not_found")
	for lists, change := range map[bool]func(*service){false: func(*service) {}, true: withLists} {
		var d struct{ Features features }
		s := newService(t, change)
		s.do("GET", "/api/sessions/"+s.create().Session).want(t, "session", http.StatusOK, &d)
		if d.Features.Lists != lists {
			t.Errorf("got lists %v, want %v", d.Features.Lists, lists)
		}
	}
}

// The whole of a full list comes in and goes out.
func TestLargestList(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	var b strings.Builder
	b.WriteString("#EXTM3U\n")
	for i := range protocol.MaxItems {
		fmt.Fprintf(&b, "#EXTINF:200,%s %d\nhttps://music.example.com/%0200d.mp3\n", strings.Repeat("Title ", 20), i, i)
	}
	var got imported
	s.importing(id, "", b.String()).want(t, "import", http.StatusOK, &got)
	if got.Items != protocol.MaxItems || got.Seq != 1 {
		t.Fatalf("got %+v", got)
	}
	list, _, err := listfile.Parse([]byte(s.export(id, listfile.JSON).body), "")
	if err != nil || len(list.Items) != protocol.MaxItems {
		t.Errorf("%d items, %v", len(list.Items), err)
	}
}

// A leaf repeats the numbers of the protocol; they are the same.
func TestListFileLimits(t *testing.T) {
	got := []int64{listfile.MaxItems, listfile.MaxTitle, listfile.MaxURL, listfile.MaxTime}
	want := []int64{protocol.MaxItems, protocol.MaxTitle, protocol.MaxURL, protocol.MaxSafe}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
