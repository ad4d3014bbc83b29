package server

import (
	"net/http"
	"testing"
)

// What played is told newest first, also what left the list since.
func TestHTTPHistory(t *testing.T) {
	s, ann, _ := pair(t)
	a, b := ann.add("https://example.com/a.mp4")[0], ann.add("https://example.com/b.mp4")[0]
	ann.command("play")
	ann.command("next")
	ann.must("remove", `{"items":["`+a+`"]}`, "remove")
	var got struct {
		Items []struct {
			Item struct{ ID string }
			At   int64
		}
	}
	s.do("GET", "/api/sessions/"+ann.session+"/history").want(t, "history", http.StatusOK, &got)
	if len(got.Items) != 2 || got.Items[0].Item.ID != b || got.Items[1].Item.ID != a || got.Items[0].At < got.Items[1].At {
		t.Errorf("got %+v, want %s, then %s", got.Items, b, a)
	}
	s.do("GET", "/api/sessions/"+noUUID+"/history").wantError(t, "unknown", http.StatusNotFound, "session_not_found")
}
