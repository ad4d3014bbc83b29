package server

import (
	"strconv"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"remoted/session"
	"remoted/upload"
)

// metrics are the figures that /metrics shows.
type metrics struct {
	handler  echo.HandlerFunc
	requests *prometheus.HistogramVec
	messages *prometheus.CounterVec
	closes   *prometheus.CounterVec
	conns    prometheus.Gauge
}

func newMetrics(r *session.Registry, files *upload.Store) *metrics {
	m := &metrics{
		requests: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "remoted_http_request_seconds", Help: "Time to answer HTTP requests.", Buckets: prometheus.ExponentialBuckets(0.0005, 4, 8),
		}, []string{"route", "method", "status"}),
		messages: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "remoted_messages_total", Help: "Messages from clients, by what came of them.",
		}, []string{"result"}),
		closes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "remoted_closes_total", Help: "WebSocket connections that ended, by close code.",
		}, []string{"code"}),
		conns: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "remoted_connections", Help: "Open WebSocket connections.",
		}),
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(m.requests, m.messages, m.closes, m.conns,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	registerStats(registry, r)
	if files != nil {
		registerUploads(registry, files)
	}
	m.handler = echo.WrapHandler(promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return m
}

func registerStats(registry *prometheus.Registry, r *session.Registry) {
	st := r.Stats()
	for _, g := range []struct {
		name, help string
		value      func() float64
	}{
		{"remoted_sessions", "Sessions that exist.", func() float64 { return float64(r.Sessions()) }},
		{"remoted_sessions_live", "Sessions in memory.", func() float64 { return float64(st.Live.Load()) }},
		{"remoted_players", "Players connected.", func() float64 { return float64(st.Players.Load()) }},
		{"remoted_remotes", "Remotes connected.", func() float64 { return float64(st.Remotes.Load()) }},
	} {
		registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: g.name, Help: g.help}, g.value))
	}
	for _, c := range []struct {
		name, help string
		value      func() float64
	}{
		{"remoted_events_total", "Events stored.", func() float64 { return float64(st.Events.Load()) }},
		{"remoted_appends_total", "Groups of events stored.", func() float64 { return float64(st.Appends.Load()) }},
		{"remoted_append_seconds_total", "Time that storing took.", func() float64 { return time.Duration(st.AppendTime.Load()).Seconds() }},
		{"remoted_deliveries_total", "Events handed to connections.", func() float64 { return float64(st.Deliveries.Load()) }},
	} {
		registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: c.name, Help: c.help}, c.value))
	}
}

// registerUploads shows what files from phones take.
func registerUploads(registry *prometheus.Registry, files *upload.Store) {
	gauge := func(name, help string, value func(upload.Stats) float64) {
		registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return value(files.Stats()) }))
	}
	counter := func(name, help, why string, value func(upload.Stats) uint64) {
		o := prometheus.CounterOpts{Name: name, Help: help}
		if why != "" {
			o.ConstLabels = prometheus.Labels{"why": why}
		}
		registry.MustRegister(prometheus.NewCounterFunc(o, func() float64 { return float64(value(files.Stats())) }))
	}
	gauge("remoted_upload_files", "Files from phones that are kept, finished or not.", func(st upload.Stats) float64 { return float64(st.Files) })
	gauge("remoted_upload_bytes", "Bytes of them.", func(st upload.Stats) float64 { return float64(st.Bytes) })
	gauge("remoted_upload_promised_bytes", "Bytes that unfinished ones of them still want.", func(st upload.Stats) float64 { return float64(st.Promised) })
	counter("remoted_uploads_finished_total", "Files from phones that arrived and are good.", "", func(st upload.Stats) uint64 { return st.Finished })
	const refused = "Files from phones that were refused: they are no media, or do not fit."
	counter("remoted_uploads_refused_total", refused, "content", func(st upload.Stats) uint64 { return st.Refused })
	counter("remoted_uploads_refused_total", refused, "limit", func(st upload.Stats) uint64 { return st.Limited })
}

func (m *metrics) request(route, method string, status int, took time.Duration) {
	m.requests.WithLabelValues(route, known(method), strconv.Itoa(status)).Observe(took.Seconds())
}

// known keeps the number of labels bounded: a method may be any word.
func known(method string) string {
	switch method {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS":
		return method
	}
	return "other"
}
