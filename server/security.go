package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"remoted/protocol"
)

// The Content-Security-Policy allows scripts of our own files only: nothing
// inline, nothing evaluated. Media and pictures may come from anywhere on the web,
// since that is what people add; data: is how hls.js makes an empty track for
// captions. style-src-attr lets elements set their own style.
var policy = contentPolicy("script-src 'self'", "connect-src 'self'")

func contentPolicy(own ...string) string {
	return strings.Join(append(own,
		"default-src 'none'",
		"style-src 'self'",
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob: https: http:",
		"media-src 'self' blob: data: https: http:",
		"font-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		noFrames,
	), "; ")
}

// noFrames keeps a page out of others, which could have people click what they do
// not see.
const noFrames = "frame-ancestors 'none'"

// framed is a policy that lets the pages of some origins show ours in a frame.
func framed(policy string, origins ...string) string {
	return strings.Replace(policy, noFrames, "frame-ancestors 'self'"+strings.Join(append([]string{""}, origins...), " "), 1)
}

// secure sets the headers that every answer has, but for the modules of a page:
// what binds a document is not repeated with each of them. The referrer goes along
// to other sites without its path, which holds the session: some players ask for it.
func (s *Server) secure(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set("X-Content-Type-Options", "nosniff")
		if path := c.Request().URL.Path; !strings.HasPrefix(path, "/web/") || strings.HasSuffix(path, ".html") {
			h.Set("Content-Security-Policy", policy)
			h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
			h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
		}
		s.boundBody(c)
		return next(c)
	}
}

// sameOrigin refuses what a page of another site has a browser send: WebSockets,
// and whatever changes something.
func (s *Server) sameOrigin(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		safe := (r.Method == http.MethodGet || r.Method == http.MethodHead) && r.URL.Path != "/ws"
		if !safe && !s.allowed(r) {
			return protocol.Errorf(protocol.Forbidden, "", "this origin may not use the service")
		}
		return next(c)
	}
}

// allowed reports whether a request's Origin is the server's own, its public one,
// or allowed by the operator. Programs that are no browsers send none.
func (s *Server) allowed(r *http.Request) bool {
	origins := r.Header.Values("Origin")
	if len(origins) == 0 {
		return true
	}
	u, err := url.Parse(origins[0])
	if len(origins) > 1 || err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return false
	}
	origin := u.Scheme + "://" + u.Host
	return strings.EqualFold(u.Host, r.Host) ||
		s.config.PublicURL != nil && strings.EqualFold(origin, s.config.PublicURL.Scheme+"://"+s.config.PublicURL.Host) ||
		slices.ContainsFunc(s.config.AllowedOrigins, func(o string) bool { return strings.EqualFold(o, origin) })
}
