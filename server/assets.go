package server

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/labstack/echo/v4"

	"remoted/web"
)

// types are the media types of the embedded files: our own table, since a
// machine's may say anything.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".json":        "application/json",
	".txt":         "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
}

// minGzip is the size from which compressing pays, in bytes: a small module loses a
// third of itself, and a page has twenty of them.
const minGzip = 256

// assets are the embedded files, compressed and hashed once.
type assets struct{ files map[string]*assetFile }

type assetFile struct {
	contentType string
	etag        string
	body        []byte
	zipped      []byte // nil: not worth it
}

// embedded are the files of this program, which never change: they are compressed
// once, however many servers it runs.
var embedded = sync.OnceValues(loadAssets)

func loadAssets() (*assets, error) {
	a := &assets{files: make(map[string]*assetFile)}
	err := fs.WalkDir(web.Files, ".", func(name string, d fs.DirEntry, err error) error {
		contentType := types[path.Ext(name)]
		if err != nil || d.IsDir() || contentType == "" || forTests(name) {
			return err
		}
		body, err := fs.ReadFile(web.Files, name)
		if err != nil {
			return err
		}
		if body, err = small(name, body); err != nil {
			return err
		}
		a.files[name], err = newAsset(contentType, body)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load pages: %w", err)
	}
	for _, page := range []string{"desktop/index.html", "desktop/embed.html", "remote/index.html", "plain/join.html", "plain/message.html", "manifest.webmanifest"} {
		if a.files[page] == nil {
			return nil, fmt.Errorf("load pages: %s is missing", page)
		}
	}
	return a, nil
}

// forTests reports whether a file lies beside the pages for their tests only.
func forTests(name string) bool {
	return strings.HasSuffix(name, ".test.js") || strings.Contains(name, "/testing/")
}

// loaders are the kinds of files that are served smaller than they are.
var loaders = map[string]api.Loader{".js": api.LoaderJS, ".css": api.LoaderCSS}

// small returns what is served in place of a page's module or style sheet: it
// without comments and spaces, which are a third of what a phone would load (ADR
// 0008). Names stay: they are what an error report shows. Vendored files are small
// already, and keep their checksum.
func small(name string, body []byte) ([]byte, error) {
	loader, ok := loaders[path.Ext(name)]
	if !ok || strings.HasPrefix(name, "vendor/") {
		return body, nil
	}
	out := api.Transform(string(body), api.TransformOptions{
		Loader:           loader,
		Sourcefile:       name,
		Target:           api.ESNext,
		MinifyWhitespace: true,
		MinifySyntax:     true,
		LegalComments:    api.LegalCommentsNone,
		LogLevel:         api.LogLevelSilent,
	})
	for _, e := range out.Errors {
		return nil, fmt.Errorf("minify %s: %s", name, e.Text)
	}
	return templateFill.ReplaceAll(out.Code, []byte("\n")), nil
}

// templateFill is what a smaller module still has too much of, all of it inside
// templates of HTML and CSS: comments in styles, and lines' indentation.
var templateFill = regexp.MustCompile(`(?:\n[ \t]*(?:/\* [^` + "`" + `]*?\*/)?)*\n[ \t]*`)

func newAsset(contentType string, body []byte) (*assetFile, error) {
	sum := sha256.Sum256(body)
	f := &assetFile{contentType: contentType, body: body, etag: base64.RawURLEncoding.EncodeToString(sum[:12])}
	if len(body) < minGzip || contentType == types[".png"] {
		return f, nil
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(body); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	if b.Len() < len(body) {
		f.zipped = b.Bytes()
	}
	return f, nil
}

func (a *assets) get(name string) *assetFile { return a.files[name] }

// asset serves a file of a page.
func (s *Server) asset(c echo.Context) error {
	f := s.assets.get(c.Param("*"))
	if f == nil {
		return echo.ErrNotFound
	}
	return f.serve(c, http.StatusOK)
}

// serve answers with the file, or with "not modified". The two forms of a file
// have two tags, as RFC 9110 (8.8.3.3) wants.
func (f *assetFile) serve(c echo.Context, status int) error {
	h := c.Response().Header()
	body, tag := f.body, `"`+f.etag+`"`
	if f.zipped != nil {
		h.Add("Vary", "Accept-Encoding")
		if strings.Contains(c.Request().Header.Get("Accept-Encoding"), "gzip") {
			body, tag = f.zipped, `"`+f.etag+`-gz"`
			h.Set("Content-Encoding", "gzip")
		}
	}
	h.Set("ETag", tag)
	h.Set("Cache-Control", "no-cache") // keep, and ask whether it changed
	if c.Request().Header.Get("If-None-Match") == tag {
		h.Del("Content-Encoding")
		return c.NoContent(http.StatusNotModified)
	}
	return c.Blob(status, f.contentType, body)
}
