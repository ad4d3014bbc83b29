package server

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
)

// observe logs each request and counts it. The path of a session's page is its
// key, so only the route is written down.
func (s *Server) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		began := time.Now()
		if err := next(c); err != nil {
			c.Error(err)
		}
		if c.Path() == "/ws" && c.Response().Status == http.StatusSwitchingProtocols {
			return nil // logged when it ends
		}
		took := time.Since(began)
		status := c.Response().Status
		route := c.Path()
		if route == "" {
			route = "none"
		}
		s.metrics.request(route, c.Request().Method, status, took)
		s.logger.Log(c.Request().Context(), requestLevel(route, status), "request",
			"method", c.Request().Method, "route", route, "status", status,
			"bytes", c.Response().Size, "ms", took.Milliseconds(), "address", c.RealIP())
		return nil
	}
}

// requestLevel keeps what comes all the time out of the usual log.
func requestLevel(route string, status int) slog.Level {
	if status >= http.StatusInternalServerError {
		return slog.LevelError
	}
	for _, often := range []string{"/web/", "/media/", "/covers/", "/subtitles/", "/uploads/", "/api/sessions/:session/uploads/", "/healthz", "/readyz", "/metrics"} {
		if strings.HasPrefix(route, often) {
			return slog.LevelDebug
		}
	}
	return slog.LevelInfo
}

// recoverPanic makes an error of a panic: it costs one request, not the server.
func (s *Server) recoverPanic(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			switch p := recover(); p {
			case nil:
			case http.ErrAbortHandler:
				panic(p)
			default:
				err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
		}()
		return next(c)
	}
}
