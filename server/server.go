package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"remoted/library"
	"remoted/listfile"
	"remoted/liststore"
	"remoted/session"
	"remoted/upload"
)

// Bounds of HTTP requests.
const (
	readHeaderTimeout = 10 * time.Second
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 32 << 10

	// drainTimeout is how long requests that are being answered hold up a shutdown.
	drainTimeout = 3 * time.Second
)

// Config is what a server needs.
type Config struct {
	Sessions       *session.Registry
	Library        *library.Library // nil: no folder is served
	Links          Links            // nil: nobody to ask about links
	Uploads        *upload.Store    // nil: files are not taken from phones
	Lists          *liststore.Store // nil: no lists are saved
	Logger         *slog.Logger
	PublicURL      *url.URL       // the address that phones open; nil: found out
	AllowedOrigins []string       // besides the server's own
	TrustedProxies []netip.Prefix // whose forwarding headers count
	Dailymotion    string         // id of the player that its embeds want; empty: none
}

// Server answers HTTP requests and holds the clients' connections.
type Server struct {
	// Static.
	config   Config
	sessions *session.Registry
	library  *library.Library
	uploads  *upload.Store
	lists    *liststore.Store
	logger   *slog.Logger
	echo     *echo.Echo
	http     *http.Server
	address  *addressBook
	assets   *assets
	guesses  *limiters // of join codes, by address
	creators *limiters // of sessions, by address
	previews *limiters // of links, by address
	searches *limiters // by address
	imports  *limiters // of lists, by address
	saves    *limiters // of lists, by address
	exports  *limiters // of lists, by address
	captions *limiters // subtitles of films, by address
	promises *limiters // of files from phones, by address
	coming   turns     // lists from phones
	reading  turns     // and writing of lists, from phones and saved ones
	metrics  *metrics
	conns    *connections

	stopping atomic.Bool
}

// New makes a server. The listener's address decides which links it gives out.
func New(c Config, listener net.Addr) (*Server, error) {
	assets, err := embedded()
	if err != nil {
		return nil, err
	}
	s := &Server{
		config:   c,
		sessions: c.Sessions,
		library:  c.Library,
		uploads:  c.Uploads,
		logger:   c.Logger,
		address:  newAddressBook(c.PublicURL, listener),
		assets:   assets,
		guesses:  newLimiters(guessRate, guessBurst),
		creators: newLimiters(createRate, createBurst),
		previews: newLimiters(previewRate, previewBurst),
		searches: newLimiters(searchRate, searchBurst),
		imports:  newLimiters(importRate, importBurst),
		saves:    newLimiters(saveRate, saveBurst),
		exports:  newLimiters(exportRate, exportBurst),
		captions: newLimiters(captionRate, captionBurst),
		promises: newLimiters(promiseRate, promiseBurst),
		coming:   make(turns, listsAtOnce),
		reading:  make(turns, readsAtOnce),
		lists:    c.Lists,
	}
	s.metrics = newMetrics(c.Sessions, c.Uploads)
	s.conns = newConnections(s.logger, s.metrics)
	s.echo = s.routes()
	s.http = &http.Server{
		Handler:           s.echo,
		ReadHeaderTimeout: readHeaderTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(c.Logger.Handler(), slog.LevelWarn),
	}
	return s, nil
}

// Serve answers requests on l until [Server.Shutdown].
func (s *Server) Serve(l net.Listener) error {
	if err := s.http.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// Addresses are those of a server: to open on this machine, to open on phones, and
// as a number for programs.
type Addresses struct{ Local, Phones, Listening string }

// Addresses returns where the server is reached.
func (s *Server) Addresses() Addresses {
	return Addresses{Local: s.address.local(), Phones: s.address.public(nil), Listening: s.address.number()}
}

// Shutdown takes no more connections, says goodbye to the clients, and returns
// when all of them are gone, at most when ctx ends.
func (s *Server) Shutdown(ctx context.Context) error {
	s.stopping.Store(true)
	httpDone := make(chan error, 1)
	go func() { httpDone <- s.drain(ctx) }()
	err := errors.Join(s.sessions.Close(ctx), s.conns.close(ctx), <-httpDone)
	if err != nil {
		s.http.Close()
	}
	return err
}

// drain lets requests come to their end, and cuts off those that do not: a page
// that paused a film leaves its stream unread, and asks for the rest later.
func (s *Server) drain(ctx context.Context) error {
	bounded, cancel := context.WithTimeout(ctx, drainTimeout)
	defer cancel()
	err := s.http.Shutdown(bounded)
	if errors.Is(err, context.DeadlineExceeded) {
		err = s.http.Close()
	}
	return err
}

func (s *Server) routes() *echo.Echo {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.handleError
	e.IPExtractor = extractor(s.config.TrustedProxies)
	e.Use(s.observe, s.recoverPanic, s.secure, s.sameOrigin)

	e.GET("/", s.newSession)
	e.GET("/s/:session", s.sessionPage)
	e.GET("/embed/spotify", s.spotifyRoom)
	for _, f := range listfile.Formats {
		e.GET("/s/:session/playlist."+string(f), s.exportList(f))
	}
	e.GET("/j/:code", s.byCode("remote"))
	e.GET("/tv/:code", s.byCode("player"))
	e.GET("/join", s.joinPage)
	e.GET("/ws", s.webSocket)

	e.POST("/api/sessions", s.createSession)
	e.GET("/api/sessions/:session", s.viewSession)
	e.GET("/api/sessions/:session/history", s.viewHistory)
	e.GET("/api/sessions/:session/preview", s.previewLink)
	e.GET("/api/sessions/:session/search", s.searchLinks)
	e.GET("/api/sessions/:session/qr.svg", s.qrSVG)
	e.GET("/api/sessions/:session/qr.png", s.qrPNG)
	e.POST("/api/sessions/:session/import", s.importList)
	e.GET("/api/codes/:code", s.findCode)
	e.GET("/api/lists", s.listLists)
	e.GET("/api/lists/:name", s.savedFile)
	e.PUT("/api/lists/:name", s.saveList)
	e.DELETE("/api/lists/:name", s.removeList)
	e.GET("/api/library", s.searchLibrary)
	e.GET("/api/library/browse", s.browseLibrary)

	s.uploadRoutes(e)
	e.Match([]string{http.MethodGet, http.MethodHead}, "/media/:id/:name", s.mediaFile)
	e.Match([]string{http.MethodGet, http.MethodHead}, "/covers/:id", s.cover)
	e.GET("/api/library/:id/subtitles", s.subtitles)
	e.GET("/subtitles/:id/:track", s.subtitle)
	e.Match([]string{http.MethodGet, http.MethodHead}, "/web/*", s.asset)
	e.GET("/manifest.webmanifest", s.manifest)

	e.GET("/healthz", s.health)
	e.GET("/readyz", s.ready)
	e.GET("/metrics", s.metrics.handler)
	return e
}

// extractor finds a client's address. Forwarding headers count only when a
// trusted proxy sent them.
func extractor(trusted []netip.Prefix) echo.IPExtractor {
	if len(trusted) == 0 {
		return echo.ExtractIPDirect()
	}
	options := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, p := range trusted {
		_, network, err := net.ParseCIDR(p.Masked().String())
		if err != nil { // a valid prefix always is one
			panic(err)
		}
		options = append(options, echo.TrustIPRange(network))
	}
	return echo.ExtractIPFromXFFHeader(options...)
}
