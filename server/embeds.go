package server

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// embedHosts are the services whose players the player page may put on its stage,
// and what of theirs it loads then. Nothing is fetched before an item needs it, and
// no other host may bring a script or a frame.
var embedHosts = []struct{ script, frame string }{
	{script: "https://www.youtube.com", frame: "https://www.youtube.com"}, // the IFrame Player API
	{frame: "https://www.youtube-nocookie.com"},                           // where it is asked to remember nothing
	{frame: "https://player.vimeo.com"},                                   // its SDK comes from this server
	{script: "https://geo.dailymotion.com", frame: "https://geo.dailymotion.com"},
	{script: "https://player.twitch.tv", frame: "https://player.twitch.tv"},
	{frame: "https://clips.twitch.tv"}, // clips have no API, and so no script
	{script: "https://w.soundcloud.com", frame: "https://w.soundcloud.com"},
}

// playerPolicy is that of the player page: the services above, and streams in pieces
// (HLS, DASH) from wherever people found them. 'self' is the room below.
var playerPolicy = contentPolicy(
	"script-src 'self'"+hosts(func(i int) string { return embedHosts[i].script }),
	"frame-src 'self'"+hosts(func(i int) string { return embedHosts[i].frame }),
	"connect-src 'self' https: http:",
	"worker-src 'self' blob:",
)

func hosts(of func(int) string) string {
	var b strings.Builder
	for i := range embedHosts {
		if host := of(i); host != "" {
			b.WriteString(" " + host)
		}
	}
	return b.String()
}

// roomPolicy is that of the empty page that Spotify's iFrame API runs in. Its script
// is a loader for one on another host of Spotify's, which does not start without
// eval(): that is allowed there, and nowhere else.
var roomPolicy = contentPolicy(
	"script-src https://open.spotify.com https://embed-cdn.spotifycdn.com 'unsafe-eval'",
	"frame-src https://open.spotify.com",
)

// spotifyRoom is an empty page for the player page to run Spotify's script in. It may
// be framed wherever the player page may: every page around a frame is asked about.
func (s *Server) spotifyRoom(c echo.Context) error {
	c.Response().Header().Set("Content-Security-Policy", framed(roomPolicy, s.config.AllowedOrigins...))
	return s.page(c, http.StatusOK, "desktop/embed.html")
}
