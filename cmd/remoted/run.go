package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"remoted/eventlog"
	"remoted/eventlog/pebblelog"
	"remoted/library"
	"remoted/library/ffmpeg"
	"remoted/liststore"
	"remoted/playlist"
	"remoted/resolver"
	"remoted/server"
	"remoted/session"
	"remoted/upload"
)

// shutdownTimeout is how long a shutdown may take.
const shutdownTimeout = 30 * time.Second

// run serves until ctx ends. Whatever is in the way of starting is one line.
func run(ctx context.Context, c config, stderr io.Writer) (err error) {
	logger := slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: c.logLevel}))
	listener, err := listen(c.listen)
	if err != nil {
		return err
	}
	defer listener.Close()

	kept := newData(c)
	defer func() { err = errors.Join(err, kept.close()) }()

	failed := make(chan error, 2) // of the server and of the log
	log, err := openLog(c, logger, failed)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()

	files, err := openLibrary(ctx, c.media, kept, logger)
	if err != nil {
		return unlessStopped(ctx, err)
	}
	if files != nil {
		defer files.Close()
	}
	uploads, err := openUploads(c, kept, logger)
	if err != nil {
		return err
	}
	ended := func(string) {}
	if uploads != nil {
		defer uploads.Close()
		ended = uploads.RemoveSession
	}
	lists, err := openLists(kept)
	if err != nil {
		return err
	}
	cache, closeCache := openLinkCache(c, kept, logger)
	defer closeCache()
	links := newResolver(c, files, uploads, resolver.WithCache(cache))
	defer links.Close()
	sessions, err := session.Open(ctx, session.Config{
		Log: log, Resolver: links, Fallback: fallback{files, lists.Load, links.resolveIn}, Logger: logger, TTL: c.sessionTTL, OnEnd: ended,
	})
	if err != nil {
		return unlessStopped(ctx, err)
	}
	if uploads != nil {
		uploads.Retain(func(id string) bool { _, err := sessions.Code(id); return err == nil })
	}
	srv, err := server.New(server.Config{
		Sessions: sessions, Library: files, Uploads: uploads, Lists: lists, Links: links, Logger: logger,
		PublicURL: c.publicURL, AllowedOrigins: c.allowedOrigins, TrustedProxies: c.trustedProxies,
		Dailymotion: c.dailymotion,
	}, listener.Addr())
	if err != nil {
		return err
	}
	go func() { failed <- srv.Serve(listener) }()
	fmt.Fprintln(stderr, announcement(srv.Addresses()))
	return untilEnd(ctx, srv, failed, logger)
}

// untilEnd waits until ctx ends or something failed, and shuts the server down.
func untilEnd(ctx context.Context, srv *server.Server, failed <-chan error, logger *slog.Logger) (err error) {
	select {
	case err = <-failed:
		logger.Error("the service ends", "err", err)
	case <-ctx.Done():
	}
	bounded, cancel := context.WithTimeout(context.Background(), shutdownTimeout)
	defer cancel()
	return errors.Join(err, srv.Shutdown(bounded))
}

// announcement tells a person what to open, and a program where to connect.
func announcement(a server.Addresses) string {
	return fmt.Sprintf("remoted is ready: open %s here, %s on phones; listening on %s", a.Local, a.Phones, a.Listening)
}

// unlessStopped is err, unless that comes of being told to stop while starting.
func unlessStopped(ctx context.Context, err error) error {
	if ctx.Err() != nil && (errors.Is(err, ctx.Err()) || errors.Is(err, context.Cause(ctx))) {
		return nil
	}
	return err
}

func listen(address string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("the address %s is taken by another program; choose another with --listen", address)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s: %w", address, err)
	}
	return l, nil
}

// openLibrary indexes the folders of media, if there are any. It asks ffprobe and
// ffmpeg where the machine has them.
func openLibrary(ctx context.Context, dirs []string, kept *data, logger *slog.Logger) (*library.Library, error) {
	if len(dirs) == 0 {
		return nil, nil
	}
	covers, err := kept.dir(filepath.Join("cache", "covers"))
	if err != nil {
		return nil, err
	}
	return library.Open(ctx, dirs, library.Options{Logger: logger, Tools: ffmpeg.Find(), Cache: covers})
}

// openLog opens the store. When its disk fails later, failed is told: only a new
// start helps then.
func openLog(c config, logger *slog.Logger, failed chan<- error) (eventlog.Log, error) {
	if c.store == storeMemory {
		return eventlog.NewMemory(), nil
	}
	return pebblelog.Open(c.data, pebblelog.WithLogger(logger), pebblelog.OnFailure(func(err error) {
		failed <- fmt.Errorf("the event log failed: %w", err)
	}))
}

// openLists opens the saved lists.
func openLists(kept *data) (*liststore.Store, error) {
	dir, err := kept.dir("lists")
	if err != nil {
		return nil, err
	}
	return liststore.Open(dir)
}

// newResolver knows the web and, if there are a library and uploads, their files.
func newResolver(c config, files *library.Library, uploads *upload.Store, options ...resolver.Option) asker {
	var lookup func(string) (playlist.Media, bool)
	if files != nil {
		lookup = func(id string) (playlist.Media, bool) { return libraryMedia(files, id) }
	}
	options = append(options, resolver.WithYouTubeKey(c.youtubeKey))
	if uploads != nil {
		options = append(options, resolver.WithUploads(func(id, name string) (playlist.Media, error) { return uploadMedia(uploads, id, name) }))
	}
	return asker{resolver.New(lookup, options...)}
}

// libraryMedia is a file of the library as an item plays it.
func libraryMedia(files *library.Library, id string) (playlist.Media, bool) {
	e, ok := files.Get(id)
	if !ok {
		return playlist.Media{}, false
	}
	title := e.Title
	if e.Artist != "" && strings.HasPrefix(e.Type, "audio/") {
		title = e.Artist + " – " + e.Title
	}
	return playlist.Media{Provider: "library", Ref: e.ID, URL: e.URL(), Title: title, Duration: e.Duration, Thumbnail: e.CoverURL()}, true
}
