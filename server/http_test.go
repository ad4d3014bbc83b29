package server

import (
	"bytes"
	"image/png"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rsc.io/qr"

	"remoted/web"
)

const (
	aDesktop = "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
	aPhone   = "User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1"
	noUUID   = "00000000-0000-4000-8000-000000000000"
)

var uuidForm = regexp.MustCompile(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

// "GET / makes a session and redirects (303) to its player page /s/{session}".
func TestHTTPRoot(t *testing.T) {
	s := newService(t)
	a := s.do("GET", "/").want(t, "GET /", http.StatusSeeOther, nil)
	id, ok := strings.CutPrefix(a.header.Get("Location"), "/s/")
	if !ok || !uuidForm.MatchString(id) {
		t.Fatalf("GET /: got location %q, want /s/ and a UUID", a.header.Get("Location"))
	}
	s.do("GET", "/s/"+id).want(t, "the page", http.StatusOK, nil)
	if b := s.do("GET", "/"); b.header.Get("Location") == a.header.Get("Location") {
		t.Error("GET / again: got the same session, want another")
	}
}

// "GET /s/{session} … the player page on a desktop, the remote page on a phone;
// ?as=player and ?as=remote choose".
func TestHTTPSessionPage(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	page := func(query string, header ...string) string {
		a := s.do("GET", "/s/"+id+query, header...).want(t, "page", http.StatusOK, nil)
		if got := a.header.Get("Content-Type"); got != "text/html; charset=utf-8" {
			t.Errorf("content type: got %q, want HTML", got)
		}
		return a.body
	}
	player, remote := page("?as=player"), page("?as=remote")
	if player == remote {
		t.Fatal("?as=player and ?as=remote are the same page")
	}
	tests := []struct{ name, query, header, want string }{
		{"desktop", "", aDesktop, player},
		{"phone", "", aPhone, remote},
		{"phone by client hint", "", "Sec-CH-UA-Mobile: ?1", remote},
		{"desktop as remote", "?as=remote", aDesktop, remote},
		{"phone as player", "?as=player", aPhone, player},
		{"nonsense", "?as=toaster", aDesktop, player},
	}
	for _, tt := range tests {
		if got := page(tt.query, tt.header); got != tt.want {
			t.Errorf("%s: got the other page", tt.name)
		}
	}
	s.do("GET", "/s/"+noUUID).wantError(t, "unknown session", http.StatusNotFound, "session_not_found")
	s.do("GET", "/s/nonsense").wantError(t, "no UUID", http.StatusNotFound, "session_not_found")
	a := s.do("GET", "/s/"+noUUID, "Accept: text/html").want(t, "unknown session, a person", http.StatusNotFound, nil)
	if !strings.Contains(a.body, "<html") || strings.Contains(a.body, "{{") {
		t.Errorf("unknown session, a person: got %s, want a page", a.body)
	}
}

// "POST /api/sessions: 201 with {session, code, owner, links: {player, remote, qr}}"
// and "GET /api/sessions/{session}: 200 with {epoch, seq, state}; 404".
func TestHTTPSessions(t *testing.T) {
	s := newService(t, withPublicURL("http://tv.example:8080"))
	m := s.create()
	if !uuidForm.MatchString(m.Session) || len(m.Code) != 6 || len(m.Owner) < 20 {
		t.Errorf("got %+v, want a UUID, a code and a secret", m)
	}
	page := "http://tv.example:8080/s/" + m.Session
	if m.Links.Player != page+"?as=player" || m.Links.Remote != page+"?as=remote" || m.Links.QR != "http://tv.example:8080/api/sessions/"+m.Session+"/qr.svg" {
		t.Errorf("links: got %+v, want those of %s", m.Links, page)
	}
	v := s.view(m.Session)
	if !uuidForm.MatchString(v.Epoch) || v.Seq != 0 {
		t.Errorf("got epoch %q, seq %d; want a UUID and 0", v.Epoch, v.Seq)
	}
	want := `{"captions":null,"items":[],"muted":false,"playback":{"at":0,"held":false,"item":null,"position":0,"rate":1,"status":"idle"},` +
		`"repeat":"none","session":"` + m.Session + `","shuffle":false,"volume":100}`
	if got := text(v.State); got != want {
		t.Errorf("a new state:\ngot  %s\nwant %s", got, want)
	}
	if a := s.do("GET", "/api/sessions/"+m.Session); !strings.Contains(a.body, `"seq":0`) {
		t.Errorf("got %s, want the seq of a new session in it", a.body)
	}
	if a := s.do("GET", "/api/sessions/"+m.Session); !strings.Contains(a.body, `"features":{"library":false,"search":false,`) {
		t.Errorf("got %s, want the features of a server that shares nothing", a.body)
	}
	s.do("GET", "/api/sessions/"+noUUID).wantError(t, "unknown", http.StatusNotFound, "session_not_found")
	s.do("GET", "/api/sessions/nonsense").wantError(t, "no UUID", http.StatusNotFound, "session_not_found")
}

// "GET /j/{code} … leads to its remote page", "GET /api/codes/{code}: 200 with
// {session}; 404", "Codes survive restarts".
func TestHTTPCodes(t *testing.T) {
	s := newService(t)
	m := s.create()
	find := func(code string) string {
		var d struct{ Session string }
		s.do("GET", "/api/codes/"+code).want(t, "code "+code, http.StatusOK, &d)
		return d.Session
	}
	for _, code := range []string{m.Code, strings.ToLower(m.Code), m.Code[:3] + "-" + m.Code[3:], m.Code[:3] + "%20" + m.Code[3:]} {
		if got := find(code); got != m.Session {
			t.Errorf("code %s: got %s, want %s", code, got, m.Session)
		}
	}
	for path, want := range map[string]string{"/j/": "/s/" + m.Session + "?as=remote", "/tv/": "/s/" + m.Session + "?as=player"} {
		a := s.do("GET", path+m.Code).want(t, "GET "+path+"code", http.StatusSeeOther, nil)
		if got := a.header.Get("Location"); got != want {
			t.Errorf("GET %scode: got location %q, want %q", path, got, want)
		}
	}
	a := s.do("GET", "/join").want(t, "GET /join", http.StatusOK, nil)
	if !strings.Contains(a.body, "<form") {
		t.Errorf("GET /join: got %s, want a form", a.body)
	}
	a = s.do("GET", "/join?code="+m.Code).want(t, "the form, sent", http.StatusSeeOther, nil)
	if got := a.header.Get("Location"); got != "/j/"+m.Code {
		t.Errorf("the form, sent: got location %q, want /j/%s", got, m.Code)
	}
	s.do("GET", "/api/codes/222222").wantError(t, "wrong code", http.StatusNotFound, "not_found")
	s.do("GET", "/j/222222").wantError(t, "wrong code", http.StatusNotFound, "not_found")
	s.do("GET", "/api/codes/"+strings.Repeat("2", 500)).wantError(t, "long code", http.StatusNotFound, "not_found")
	s.restart()
	if got := find(m.Code); got != m.Session {
		t.Errorf("after a restart: got %s, want %s", got, m.Session)
	}
}

// "too many wrong guesses: 429", "Guessing is limited by address, over /api/codes
// and /j; forwarding headers count only from trusted proxies".
func TestHTTPGuesses(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		m := s.create()
		for i := range guessBurst {
			path := []string{"/api/codes/222222", "/j/333333"}[i%2]
			s.do("GET", path, "X-Forwarded-For: 192.0.2."+text(i)).wantError(t, path, http.StatusNotFound, "not_found")
		}
		for _, path := range []string{"/api/codes/222222", "/j/222222", "/api/codes/" + m.Code, "/j/" + m.Code, "/tv/" + m.Code} {
			a := s.do("GET", path, "X-Forwarded-For: 192.0.2.200").wantError(t, path, http.StatusTooManyRequests, "rate_limited")
			if a.header.Get("Retry-After") == "" || !strings.Contains(a.body, `"retryAfter":`) {
				t.Errorf("%s: got %v %s, want a time to wait", path, a.header, a.body)
			}
		}
		s.do("GET", "/api/sessions/"+m.Session).want(t, "by its id", http.StatusOK, nil)
	})
}

func TestHTTPGuessesBehindAProxy(t *testing.T) {
	inBubble(t, func(t *testing.T, s *service) {
		for range guessBurst {
			s.do("GET", "/j/222222", "X-Forwarded-For: 192.0.2.1").want(t, "a guess", http.StatusNotFound, nil)
		}
		s.do("GET", "/j/222222", "X-Forwarded-For: 192.0.2.1").want(t, "one too many", http.StatusTooManyRequests, nil)
		s.do("GET", "/j/222222", "X-Forwarded-For: 192.0.2.2").want(t, "another address", http.StatusNotFound, nil)
		s.do("GET", "/j/222222", "X-Forwarded-For: 192.0.2.9, 192.0.2.1").want(t, "a forged address in front", http.StatusTooManyRequests, nil)
	}, withProxy("127.0.0.0/8"))
}

// Right codes cost nothing: a whole party behind one address may join.
func TestHTTPRightCodesAreNotLimited(t *testing.T) {
	s := newService(t)
	m := s.create()
	for range 5 * guessBurst {
		s.do("GET", "/j/"+m.Code).want(t, "a guest", http.StatusSeeOther, nil)
	}
}

// "the QR code of the session's link, as a phone on the network must open it".
func TestHTTPQR(t *testing.T) {
	s := newService(t, withPublicURL("http://192.168.7.7:8080/"))
	id := s.create().Session
	want, err := qr.Encode("http://192.168.7.7:8080/s/"+id, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	a := s.do("GET", "/api/sessions/"+id+"/qr.svg").want(t, "SVG", http.StatusOK, nil)
	if got := a.header.Get("Content-Type"); got != "image/svg+xml" || a.body != string(drawSVG(want)) {
		t.Errorf("SVG: got %s %s, want the code of the link", got, a.body)
	}
	a = s.do("GET", "/api/sessions/"+id+"/qr.png").want(t, "PNG", http.StatusOK, nil)
	picture, err := png.Decode(bytes.NewReader([]byte(a.body)))
	if err != nil || a.header.Get("Content-Type") != "image/png" {
		t.Fatalf("PNG: %v, %v", a.header, err)
	}
	for y := range want.Size {
		for x := range want.Size {
			r, _, _, _ := picture.At((x+quiet)*pixels+pixels/2, (y+quiet)*pixels+pixels/2).RGBA()
			if dark := r < 0x8000; dark != want.Black(x, y) {
				t.Fatalf("PNG: module %d,%d: got dark %v, want %v", x, y, dark, want.Black(x, y))
			}
		}
	}
	for _, form := range []string{"svg", "png"} {
		s.do("GET", "/api/sessions/"+noUUID+"/qr."+form).wantError(t, form, http.StatusNotFound, "session_not_found")
	}
}

// The drawing has the dark modules of the code, and no others.
func TestDrawSVG(t *testing.T) {
	code, err := qr.Encode("http://example.com/", qr.M)
	if err != nil {
		t.Fatal(err)
	}
	var dark, drawn int
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				dark++
			}
		}
	}
	for _, run := range regexp.MustCompile(`h(\d+)v1H`).FindAllStringSubmatch(string(drawSVG(code)), -1) {
		n := 0
		for _, c := range run[1] {
			n = 10*n + int(c-'0')
		}
		drawn += n
	}
	if drawn != dark {
		t.Errorf("got %d modules, want %d", drawn, dark)
	}
}

// "the QR code … as a phone on the network must open it": never an address that
// only this machine knows, but the one under which a request came in is fine.
func TestHTTPLinksFollowTheRequest(t *testing.T) {
	s := newService(t)
	var m made
	s.do("POST", "/api/sessions", "Host: tv.lan:8080").want(t, "by name", http.StatusCreated, &m)
	if want := "http://tv.lan:8080/s/" + m.Session + "?as=remote"; m.Links.Remote != want {
		t.Errorf("by name: got %s, want %s", m.Links.Remote, want)
	}
	s.do("POST", "/api/sessions", "Host: localhost").want(t, "by localhost", http.StatusCreated, &m)
	if strings.Contains(m.Links.Remote, "localhost") {
		t.Errorf("by localhost: got %s, want an address that a phone can open", m.Links.Remote)
	}
}

// "/healthz, /readyz, /metrics: alive; ready for clients; Prometheus figures".
func TestHTTPHealth(t *testing.T) {
	s := newService(t)
	s.do("GET", "/healthz").want(t, "/healthz", http.StatusOK, nil)
	s.do("GET", "/readyz").want(t, "/readyz", http.StatusOK, nil)
	id := s.create().Session
	s.join(id, "remote")
	a := s.do("GET", "/metrics").want(t, "/metrics", http.StatusOK, nil)
	for _, line := range []string{"\nremoted_sessions 1\n", "\nremoted_remotes 1\n", "\nremoted_connections 1\n", "\nremoted_players 0\n"} {
		if !strings.Contains(a.body, line) {
			t.Errorf("/metrics: want the line %q", strings.TrimSpace(line))
		}
	}
	if strings.Contains(a.body, id) {
		t.Error("/metrics names a session: its id is the key to it")
	}
	s.server.stopping.Store(true)
	s.do("GET", "/readyz").wantError(t, "/readyz while stopping", http.StatusServiceUnavailable, "unavailable")
	s.do("GET", "/healthz").want(t, "/healthz while stopping", http.StatusOK, nil)
	s.do("GET", "/ws").wantError(t, "/ws while stopping", http.StatusServiceUnavailable, "unavailable")
}

// "Errors in HTTP are application/json: {error: {code, message}}".
func TestHTTPErrors(t *testing.T) {
	s := newService(t)
	tests := []struct {
		method, path string
		status       int
		code         string
	}{
		{"GET", "/nowhere", http.StatusNotFound, "not_found"},
		{"GET", "/api/nowhere", http.StatusNotFound, "not_found"},
		{"GET", "/web/nowhere.js", http.StatusNotFound, "not_found"},
		{"GET", "/web/../go.mod", http.StatusNotFound, "not_found"},
		{"GET", "/web/shared/reducer.test.js", http.StatusNotFound, "not_found"},
		{"GET", "/media/x/y", http.StatusNotFound, "not_found"},
		{"GET", "/api/library", http.StatusNotFound, "not_found"},
		{"GET", "/api/library/browse", http.StatusNotFound, "not_found"},
		{"DELETE", "/api/sessions", http.StatusMethodNotAllowed, "invalid"},
		{"PUT", "/", http.StatusMethodNotAllowed, "invalid"},
		{"GET", "/ws", http.StatusBadRequest, "bad_message"},
	}
	for _, tt := range tests {
		s.do(tt.method, tt.path).wantError(t, tt.method+" "+tt.path, tt.status, tt.code)
	}
	a := s.do("GET", "/nowhere", "Accept: text/html").want(t, "a person", http.StatusNotFound, nil)
	if !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
		t.Errorf("a person: got %v, want a page", a.header)
	}
	s.do("GET", "/api/nowhere", "Accept: text/html").wantError(t, "the API, whatever is accepted", http.StatusNotFound, "not_found")
}

// "An Origin that is neither the server's own nor its public one nor allowed is
// refused with 403; none is fine."
func TestHTTPOrigin(t *testing.T) {
	s := newService(t, withPublicURL("https://tv.example"), func(s *service) {
		s.config.AllowedOrigins = []string{"https://friend.example"}
	})
	tests := []struct {
		origin string
		ok     bool
	}{
		{"", true},
		{"http://" + s.address, true},
		{"https://tv.example", true},
		{"https://friend.example", true},
		{"http://tv.example", false},
		{"https://evil.example", false},
		{"https://friend.example.evil.example", false},
		{"https://tv.example:8443", false},
		{"null", false},
		{"file://", false},
		{"%", false},
	}
	for _, tt := range tests {
		var header []string
		if tt.origin != "" {
			header = append(header, "Origin: "+tt.origin)
		}
		_, resp, err := s.tryDial(header...)
		if got := err == nil; got != tt.ok || !got && resp.StatusCode != http.StatusForbidden {
			t.Errorf("WebSocket from %q: got %v, want accepted %v or 403", tt.origin, err, tt.ok)
		}
		a := s.do("POST", "/api/sessions", header...)
		if tt.ok {
			a.want(t, "POST from "+tt.origin, http.StatusCreated, nil)
		} else {
			a.wantError(t, "POST from "+tt.origin, http.StatusForbidden, "forbidden")
		}
	}
	s.do("GET", "/healthz", "Origin: https://evil.example").want(t, "a safe request", http.StatusOK, nil)
}

// Every answer forbids scripts that are not files of ours.
func TestHTTPSecurityHeaders(t *testing.T) {
	s := newService(t)
	id := s.create().Session
	for _, path := range []string{"/s/" + id, "/join", "/nowhere", "/healthz"} {
		h := s.do("GET", path).header
		csp := h.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe-eval") ||
			regexp.MustCompile(`script-src[^;]*unsafe`).MatchString(csp) {
			t.Errorf("%s: got policy %q, want no inline script and nothing evaluated", path, csp)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") == "" {
			t.Errorf("%s: got %v, want nosniff and a referrer policy", path, h)
		}
	}
}

// Only a session's pages may be framed, and only by who is allowed.
func TestHTTPFrames(t *testing.T) {
	s := newService(t, func(s *service) { s.config.AllowedOrigins = []string{"https://friend.example"} })
	page := "/s/" + s.create().Session
	for path, want := range map[string]string{
		page + "?as=player": "frame-ancestors 'self' https://friend.example",
		page + "?as=remote": "frame-ancestors 'self' https://friend.example",
		"/join":             noFrames,
		"/nowhere":          noFrames,
	} {
		csp := s.do("GET", path).header.Get("Content-Security-Policy")
		if !slices.Contains(strings.Split(csp, "; "), want) {
			t.Errorf("%s: got policy %q, want %s", path, csp, want)
		}
	}
}

// The library's files are searched and served.
func TestHTTPLibrary(t *testing.T) {
	s := newService(t, withLibrary)
	var page struct {
		Items []entry
		Total int
		Next  *int
	}
	s.do("GET", "/api/library?q=bars").want(t, "search", http.StatusOK, &page)
	if page.Total != 1 || len(page.Items) != 1 || page.Items[0].Type != "video/webm" || page.Next != nil {
		t.Fatalf("search: got %+v, want bars.webm", page)
	}
	file := page.Items[0]
	a := s.do("GET", file.URL, "Range: bytes=0-3").want(t, "range", http.StatusPartialContent, nil)
	if a.body != "\x1a\x45\xdf\xa3" || a.header.Get("Content-Type") != "video/webm" {
		t.Errorf("range: got %q %v, want the first bytes of a WebM", a.body, a.header)
	}
	s.do("HEAD", file.URL).want(t, "HEAD", http.StatusOK, nil)
	s.do("GET", "/api/library?limit=2&offset=1").want(t, "page", http.StatusOK, &page)
	if len(page.Items) != 2 || page.Next == nil || *page.Next != 3 {
		t.Errorf("page: got %+v, want two items and a next page at 3", page)
	}
	for _, q := range []string{"limit=0", "limit=201", "limit=x", "offset=-1", "q=" + strings.Repeat("x", 201)} {
		s.do("GET", "/api/library?"+q).wantError(t, q, http.StatusBadRequest, "invalid")
	}
	id := s.create().Session
	c := s.join(id, "remote")
	c.add(file.URL)
	state, _ := c.now()
	media := state["items"].([]any)[0].(object)["media"].(object)
	if media["provider"] != "library" || media["url"] != file.URL || media["duration"] != 20008.0 {
		t.Errorf("added: got %s, want the library's file with its length", text(media))
	}
	c.refused("add", addData("/media/gone/gone.mp4"), "unsupported", "items[0].url")
}

// Compressed and plain forms of a page's file have tags of their own.
func TestHTTPAssets(t *testing.T) {
	s := newService(t)
	plain := s.do("GET", "/web/shared/reducer.js", "Accept-Encoding: identity").want(t, "plain", http.StatusOK, nil)
	zipped := s.do("GET", "/web/shared/reducer.js", "Accept-Encoding: gzip").want(t, "zipped", http.StatusOK, nil)
	if plain.header.Get("Content-Encoding") != "" || zipped.header.Get("Content-Encoding") != "gzip" || plain.header.Get("ETag") == zipped.header.Get("ETag") {
		t.Errorf("got %v and %v, want two forms with two tags", plain.header, zipped.header)
	}
	if got := plain.header.Get("Content-Type"); got != "text/javascript; charset=utf-8" {
		t.Errorf("got content type %q, want that of a module", got)
	}
	s.do("GET", "/web/shared/reducer.js", "Accept-Encoding: identity", "If-None-Match: "+plain.header.Get("ETag")).want(t, "again", http.StatusNotModified, nil)
}

// A page's own modules are served without comments, vendored ones as they are,
// since their checksums are published.
func TestHTTPModulesAreSmall(t *testing.T) {
	s := newService(t)
	served := func(name string) (got, file string) {
		b, err := web.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return s.do("GET", "/web/"+name).want(t, name, http.StatusOK, nil).body, string(b)
	}
	if got, file := served("shared/connection/socket.js"); len(got) > len(file)*3/4 || strings.Contains(got, "/**") {
		t.Errorf("socket.js: got %d bytes of %d, want it without comments", len(got), len(file))
	}
	if got, file := served("vendor/lit.js"); got != file {
		t.Errorf("lit.js: got %d bytes, want the file of %d as it is", len(got), len(file))
	}
}
