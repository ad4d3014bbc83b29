package server

import (
	"html"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"remoted/protocol"
)

// newSession makes a session and leads to its player page.
func (s *Server) newSession(c echo.Context) error {
	made, err := s.create(c)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.Redirect(http.StatusSeeOther, "/s/"+made.Session)
}

// sessionPage is the player page on a desktop and the remote page on a phone. Pages
// of the origins that the operator allowed may have it in a frame.
func (s *Server) sessionPage(c echo.Context) error {
	if _, _, err := s.known(c); err != nil {
		return err
	}
	page, allows := "desktop/index.html", playerPolicy
	switch as := c.QueryParam("as"); {
	case as == "remote", as != "player" && onPhone(c.Request()):
		page, allows = "remote/index.html", policy
	}
	c.Response().Header().Set("Content-Security-Policy", framed(allows, s.config.AllowedOrigins...))
	c.Response().Header().Set("Vary", "User-Agent, Sec-CH-UA-Mobile")
	return s.page(c, http.StatusOK, page)
}

var phones = regexp.MustCompile(`(?i)\b(iphone|ipod|ipad|android|mobile|windows phone)\b`)

// onPhone reports whether a browser says that it runs on a phone or a tablet.
func onPhone(r *http.Request) bool {
	if hint := r.Header.Get("Sec-CH-UA-Mobile"); hint == "?1" {
		return true
	}
	return phones.MatchString(r.UserAgent())
}

// byCode leads from a session's short code to its page for that role.
func (s *Server) byCode(role string) echo.HandlerFunc {
	return func(c echo.Context) error {
		id, err := s.guess(c, c.Param("code"))
		if err != nil {
			return err
		}
		c.Response().Header().Set("Cache-Control", "no-store")
		return c.Redirect(http.StatusSeeOther, "/s/"+id+"?as="+role)
	}
}

// joinPage is a page to type a code into. Its form works without a script.
func (s *Server) joinPage(c echo.Context) error {
	if code := c.QueryParam("code"); code != "" {
		return c.Redirect(http.StatusSeeOther, "/j/"+url.PathEscape(code))
	}
	return s.page(c, http.StatusOK, "plain/join.html")
}

// titles are what a person reads above the message of an error.
var titles = map[protocol.Code]string{
	protocol.SessionNotFound: "This session is over",
	protocol.NotFound:        "Nothing is here",
	protocol.RateLimited:     "One moment, please",
	protocol.LimitReached:    "This server is full",
}

// messagePage tells a person what went wrong and where to go from here.
func (s *Server) messagePage(c echo.Context, status int, e *protocol.Error) error {
	page := s.assets.get("plain/message.html")
	title := titles[e.Code]
	if title == "" {
		title = "That did not work"
	}
	fill := strings.NewReplacer(
		"{{code}}", html.EscapeString(string(e.Code)), "{{field}}", html.EscapeString(e.Field), // for its script, which knows more languages
		"{{title}}", html.EscapeString(title), "{{message}}", html.EscapeString(sentence(e.Message)),
	)
	return c.Blob(status, page.contentType, []byte(fill.Replace(string(page.body))))
}

// sentence makes an error's message one that a person is told.
func sentence(message string) string {
	if message == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(message)
	return string(unicode.ToUpper(first)) + message[size:] + "."
}

// page serves one of the embedded pages.
func (s *Server) page(c echo.Context, status int, name string) error {
	return s.assets.get(name).serve(c, status)
}

func (s *Server) manifest(c echo.Context) error {
	return s.page(c, http.StatusOK, "manifest.webmanifest")
}
