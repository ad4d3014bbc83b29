// Package web holds the pages: plain ES modules, served as they are. The tree of
// their addresses is the tree of this directory, under /web.
package web

import "embed"

// Files are the pages and what they load.
//
//go:embed manifest.webmanifest desktop remote plain shared vendor icons
var Files embed.FS
