package server

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// pair is a service and a session in it with a client that asks and one that watches.
func pair(t *testing.T, change ...func(*service)) (s *service, ann, ben *client) {
	t.Helper()
	s = newService(t, change...)
	ann, ben = s.pair()
	return s, ann, ben
}

func (s *service) pair() (ann, ben *client) {
	s.t.Helper()
	id := s.create().Session
	return s.join(id, "remote", `"name":"Ann"`), s.join(id, "remote", `"name":"Ben"`)
}

// agree fails the test unless both clients and the API have the same state.
func agree(t *testing.T, clients ...*client) {
	t.Helper()
	v := clients[0].service.view(clients[0].session)
	for i, c := range clients {
		c.awaitSeq(v.Seq)
		if state, seq := c.now(); seq != v.Seq || text(state) != text(v.State) {
			t.Errorf("client %d: got seq %d\n%s\nwant seq %d\n%s", i, seq, text(state), v.Seq, text(v.State))
		}
	}
}

func wantList(t *testing.T, c *client, what string, want ...string) {
	t.Helper()
	if got := c.list(); !slices.Equal(got, want) {
		t.Errorf("%s: got list %v, want %v", what, got, want)
	}
}

// contract.md, "add, remove, move, clear": add, its event and its items.
func TestAdd(t *testing.T) {
	_, ann, ben := pair(t)
	m := ann.must("add", `{"items":[{"url":"https://youtu.be/dQw4w9WgXcQ","title":"A song","start":1000,"end":9000},{"url":"https://example.com/film.mp4"}]}`, "add")
	if *m.Seq != 1 || m.By != ann.id || m.At == 0 || m.Data["index"] != 0.0 || m.Data["playback"] != nil {
		t.Errorf("got %s, want event 1 by Ann at index 0 without playback", m.raw)
	}
	song, film := m.Data["items"].([]any)[0].(object), m.Data["items"].([]any)[1].(object)
	media := song["media"].(object)
	if media["provider"] != "youtube" || media["ref"] != "dQw4w9WgXcQ" || media["title"] != "A song" || media["url"] == "" || media["thumbnail"] == "" {
		t.Errorf("media: got %s, want the YouTube video with the given title", text(media))
	}
	if song["start"] != 1000.0 || song["end"] != 9000.0 || song["addedAt"] != float64(m.At) {
		t.Errorf("item: got %s, want start, end and the time of the event", text(song))
	}
	if want := fmt.Sprintf(`{"client":%q,"name":"Ann"}`, ann.id); text(song["addedBy"]) != want {
		t.Errorf("addedBy: got %s, want %s", text(song["addedBy"]), want)
	}
	if strings.ContainsAny(song["id"].(string), " \t\n") || song["id"] == film["id"] {
		t.Errorf("ids: got %q and %q, want two without spaces", song["id"], film["id"])
	}
	if got := ben.awaitEvent("add"); got.raw != m.raw {
		t.Errorf("the other client was sent %s, want the same bytes as %s", got.raw, m.raw)
	}
	for _, key := range []string{"start", "end", "failed"} {
		if _, has := film[key]; has {
			t.Errorf("item without %s: got %s", key, text(film))
		}
	}
	agree(t, ann, ben)
}

// "url is a web address of a media file or page, a YouTube link in any of its
// forms, or a bare 11-character YouTube id"; duplicates are allowed.
func TestAddURLs(t *testing.T) {
	_, ann, ben := pair(t)
	for _, u := range []string{"dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1", "http://youtu.be/dQw4w9WgXcQ", "https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://music.youtube.com/watch?v=dQw4w9WgXcQ"} {
		m := ann.must("add", addData(u), "add")
		if media := m.Data["items"].([]any)[0].(object)["media"].(object); media["ref"] != "dQw4w9WgXcQ" {
			t.Errorf("%s: got %s, want the video dQw4w9WgXcQ", u, text(media))
		}
	}
	ann.add("https://example.com/page", "http://192.168.1.5/a.mp3")
	ann.refused("add", addData("https://example.com/a", "ftp://example.com/a.mp4"), "unsupported", "items[1].url")
	ann.refused("add", addData("not an address"), "invalid", "items[0].url")
	ann.refused("add", addData("javascript:alert(1)"), "invalid", "items[0].url")
	if got := len(ann.list()); got != 7 {
		t.Errorf("got %d items, want 7: duplicates allowed, a refused add adds nothing", got)
	}
	agree(t, ann, ben)
}

// "place": end, next, now; "or before". "add: place defaults to end; before
// excludes place".
func TestAddPlaces(t *testing.T) {
	_, ann, ben := pair(t)
	ids := ann.add("https://example.com/a", "https://example.com/b")
	a, b := ids[0], ids[1]
	ann.command("play")
	add := func(fields string) (string, message) {
		t.Helper()
		m := ann.must("add", with(addData("https://example.com/x"), fields), "add")
		return itemIDs(m.Data["items"])[0], m
	}
	next1, _ := add(`"place":"next"`)
	next2, _ := add(`"place":"next"`)
	wantList(t, ann, "two wishes for next keep the order of asking", a, next1, next2, b)
	end, _ := add(`"place":"end"`)
	before, m := add(fmt.Sprintf(`"before":%q`, b))
	if m.Data["index"] != 3.0 {
		t.Errorf("before: got index %v, want 3", m.Data["index"])
	}
	wantList(t, ann, "end and before", a, next1, next2, before, b, end)
	now, m := add(`"place":"now"`)
	wantList(t, ann, "now", a, now, next1, next2, before, b, end)
	if p, _ := m.Data["playback"].(object); p["item"] != now || p["status"] != "playing" {
		t.Errorf("now: got %s, want the playback of the new item", m.raw)
	}
	ann.refused("add", with(addData("https://example.com/x"), `"before":"nobody"`), "item_not_found", "before")
	ann.refused("add", with(addData("https://example.com/x"), fmt.Sprintf(`"before":%q,"place":"end"`, b)), "invalid", "before")
	agree(t, ann, ben)
}

func TestRemove(t *testing.T) {
	_, ann, ben := pair(t)
	ids := ann.add("https://example.com/a", "https://example.com/b", "https://example.com/c")
	ann.command(`jump,"item":"` + ids[1] + `"`)
	m := ann.must("remove", fmt.Sprintf(`{"items":[%q]}`, ids[0]), "remove")
	if text(m.Data) != fmt.Sprintf(`{"items":[%q]}`, ids[0]) {
		t.Errorf("got %s, want the id alone", m.raw)
	}
	m = ann.must("remove", fmt.Sprintf(`{"items":[%q]}`, ids[1]), "remove")
	if p, _ := m.Data["playback"].(object); p["item"] != ids[2] || p["status"] != "playing" {
		t.Errorf("the current one: got %s, want the playback of the next", m.raw)
	}
	ann.refused("remove", fmt.Sprintf(`{"items":[%q,%q]}`, ids[2], ids[0]), "item_not_found", "items[1]")
	wantList(t, ann, "then", ids[2])
	m = ann.must("remove", fmt.Sprintf(`{"items":[%q]}`, ids[2]), "remove")
	if p, _ := m.Data["playback"].(object); p["status"] != "idle" || p["item"] != nil {
		t.Errorf("the last one: got %s, want idle without an item", m.raw)
	}
	agree(t, ann, ben)
}

// "before null: to the end"; "move of several items puts them in the order given".
func TestMove(t *testing.T) {
	_, ann, ben := pair(t)
	ids := ann.add("https://example.com/a", "https://example.com/b", "https://example.com/c", "https://example.com/d")
	a, b, c, d := ids[0], ids[1], ids[2], ids[3]
	m := ann.must("move", fmt.Sprintf(`{"items":[%q],"before":%q}`, d, b), "move")
	if want := fmt.Sprintf(`{"before":%q,"items":[%q]}`, b, d); text(m.Data) != want {
		t.Errorf("got %s, want %s", text(m.Data), want)
	}
	wantList(t, ann, "one", a, d, b, c)
	m = ann.must("move", fmt.Sprintf(`{"items":[%q,%q],"before":null}`, b, a), "move")
	if before, has := m.Data["before"]; !has || before != nil {
		t.Errorf("got %s, want before null in it", m.raw)
	}
	wantList(t, ann, "two, to the end, in the order given", d, c, b, a)
	if m := ann.ask("move", fmt.Sprintf(`{"items":[%q],"before":null}`, a)); m.Event != "ack" || *m.Seq != 3 {
		t.Errorf("to where it is: got %s, want ack of 3", m.raw)
	}
	ann.refused("move", fmt.Sprintf(`{"items":[%q],"before":"nobody"}`, a), "item_not_found", "before")
	ann.refused("move", fmt.Sprintf(`{"items":["nobody"],"before":%q}`, a), "item_not_found", "items[0]")
	agree(t, ann, ben)
}

// "clear … comes back as remove", "keep": current.
func TestClear(t *testing.T) {
	_, ann, ben := pair(t)
	if m := ann.ask("clear", ""); m.Event != "ack" || *m.Seq != 0 {
		t.Errorf("an empty list: got %s, want ack of 0", m.raw)
	}
	ids := ann.add("https://example.com/a", "https://example.com/b", "https://example.com/c")
	ann.command(`jump,"item":"` + ids[1] + `"`)
	m := ann.must("clear", `{"keep":"current"}`, "remove")
	if got := itemIDs(m.Data["items"]); !slices.Equal(got, []string{ids[0], ids[2]}) || m.Data["playback"] != nil {
		t.Errorf("keep: got %s, want the others gone and the playback left alone", m.raw)
	}
	m = ann.must("clear", "", "remove")
	if p, _ := m.Data["playback"].(object); p["status"] != "idle" || p["item"] != nil {
		t.Errorf("all: got %s, want idle without an item", m.raw)
	}
	agree(t, ann, ben)
}

// "undo takes back the session's last change; nothing to undo: ack; no longer
// fits: stale", and "comes back as the add, remove, move or upload that it
// amounts to".
func TestUndo(t *testing.T) {
	_, ann, ben := pair(t)
	if m := ann.ask("undo", ""); m.Event != "ack" || *m.Seq != 0 {
		t.Errorf("nothing to undo: got %s, want ack of 0", m.raw)
	}
	ids := ann.add("https://example.com/a", "https://example.com/b", "https://example.com/c")
	ann.must("remove", fmt.Sprintf(`{"items":[%q]}`, ids[1]), "remove")
	m := ben.must("undo", "", "add")
	if got := itemIDs(m.Data["items"]); !slices.Equal(got, ids[1:2]) || m.Data["index"] != 1.0 {
		t.Errorf("a removal, taken back by another: got %s, want %s at 1", m.raw, ids[1])
	}
	ben.must("move", fmt.Sprintf(`{"items":[%q],"before":null}`, ids[0]), "move")
	ann.must("undo", "", "move")
	wantList(t, ann, "a move", ids...)
	ann.must("undo", "", "remove")
	wantList(t, ann, "several steps back")

	ann.must("upload", `{"mode":"seed","items":[{"url":"https://example.com/s"}]}`, "upload")
	ann.must("undo", "", "remove")
	wantList(t, ann, "a seed")
	agree(t, ann, ben)

	ids = ann.add("https://example.com/a", "https://example.com/b", "https://example.com/c")
	ann.must("remove", fmt.Sprintf(`{"items":[%q,%q]}`, ids[0], ids[2]), "remove")
	m = ann.must("undo", "", "upload")
	if m.Data["index"] != nil || len(m.Data["items"].([]any)) != 3 {
		t.Errorf("items that stood apart: got %s, want the whole list", m.raw)
	}
	wantList(t, ann, "items that stood apart", ids...)
	agree(t, ann, ben)
}

// contract.md, "sync, download, upload": the modes of upload.
func TestUpload(t *testing.T) {
	_, ann, ben := pair(t)
	upload := func(mode, more string, urls ...string) string {
		return with(addData(urls...), fmt.Sprintf(`"mode":%q%s`, mode, more))
	}
	m := ann.must("upload", upload("seed", "", "https://example.com/a"), "upload")
	if _, has := m.Data["index"]; has || m.Data["mode"] != "seed" {
		t.Errorf("seed: got %s, want the whole list", m.raw)
	}
	if m := ann.ask("upload", upload("seed", "", "https://example.com/b")); m.Event != "ack" || *m.Seq != 1 {
		t.Errorf("seed of a list that is not empty: got %s, want ack of 1", m.raw)
	}
	m = ann.must("upload", upload("append", "", "https://example.com/c", "https://example.com/d"), "upload")
	if m.Data["index"] != 1.0 {
		t.Errorf("append: got %s, want index 1", m.raw)
	}
	if e := ann.refused("upload", upload("replace", `,"base":1`, "https://example.com/e"), "stale", "base"); e.Seq == nil || *e.Seq != 2 {
		t.Errorf("replace of an older list: got %+v, want stale with seq 2", e)
	}
	ann.refused("upload", upload("replace", "", "https://example.com/e"), "bad_message", "base")
	ann.command("play")
	m = ann.must("upload", upload("replace", `,"base":3`, "https://example.com/e", "https://example.com/f"), "upload")
	if p, _ := m.Data["playback"].(object); m.Data["index"] != nil || p["item"] != itemIDs(m.Data["items"])[0] || p["status"] != "playing" {
		t.Errorf("replace: got %s, want the whole list, of which the first plays", m.raw)
	}
	agree(t, ann, ben)

	list := ann.list()
	m = ann.ask("upload", `{"mode":"replace","base":4,"items":[]}`)
	if got := itemIDs(m.Data["items"]); m.Error != nil || !slices.Equal(got, list) || m.Data["before"] != nil {
		t.Errorf("replace by nothing: got %s, want the removal of %v: the table tells nothing of an empty list", m.raw, list)
	}
	wantList(t, ann, "replace by nothing")
	agree(t, ann, ben)
}

// A stale base says where the session is, also at its very beginning.
func TestStaleNamesSeqZero(t *testing.T) {
	_, ann, _ := pair(t)
	m := ann.ask("upload", `{"mode":"replace","base":7,"items":[{"url":"https://example.com/a"}]}`)
	if m.Error == nil || m.Error.Code != "stale" || m.Error.Seq == nil || *m.Error.Seq != 0 {
		t.Errorf("got %s, want stale with seq 0", m.raw)
	}
}

// contract.md, limits: 5,000 items a session, 100 an add, title 300, URL 2,048
// characters; "a title over the limit is refused".
func TestListLimits(t *testing.T) {
	_, ann, ben := pair(t)
	address := func(n int) string {
		const begin = "https://example.com/"
		return begin + strings.Repeat("x", n-len(begin))
	}
	ann.add(address(2048))
	ann.refused("add", addData(address(2049)), "invalid", "items[0].url")
	ann.must("add", `{"items":[{"url":"https://example.com/a","title":"`+strings.Repeat("é", 300)+`"}]}`, "add")
	ann.refused("add", `{"items":[{"url":"https://example.com/a","title":"`+strings.Repeat("é", 301)+`"}]}`, "invalid", "items[0].title")
	hundred := slices.Repeat([]string{"https://example.com/a"}, 100)
	ann.add(hundred...)
	ann.refused("add", addData(append(hundred, "https://example.com/b")...), "invalid", "items")
	rest := addData(slices.Repeat([]string{"https://example.com/a"}, 5000-102)...)
	ann.must("upload", with(rest, `"mode":"append"`), "upload")
	m := ann.ask("add", addData("https://example.com/b"))
	if m.Error == nil || m.Error.Code != "limit_reached" || !strings.Contains(m.Error.Message, "5000") {
		t.Errorf("item 5001: got %.300s, want limit_reached with the limit", m.raw)
	}
	if got := len(ann.list()); got != 5000 {
		t.Errorf("got %d items, want 5000", got)
	}
	agree(t, ann, ben)
}
