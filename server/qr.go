package server

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"rsc.io/qr"
)

// quiet is the empty margin around a code, in modules (ISO/IEC 18004 wants 4).
const quiet = 4

// pixels is the size of a module in the PNG.
const pixels = 12

// code is the QR code of the session's link.
func (s *Server) code(c echo.Context) (*qr.Code, error) {
	id, _, err := s.known(c)
	if err != nil {
		return nil, err
	}
	code, err := qr.Encode(s.sessionLink(c, id), qr.M)
	if err != nil {
		return nil, fmt.Errorf("encode QR code: %w", err)
	}
	c.Response().Header().Set("Cache-Control", "no-cache") // the network may change
	return code, nil
}

func (s *Server) qrPNG(c echo.Context) error {
	code, err := s.code(c)
	if err != nil {
		return err
	}
	code.Scale = pixels
	return c.Blob(http.StatusOK, "image/png", code.PNG())
}

func (s *Server) qrSVG(c echo.Context) error {
	code, err := s.code(c)
	if err != nil {
		return err
	}
	return c.Blob(http.StatusOK, "image/svg+xml", drawSVG(code))
}

// drawSVG draws a code as one path, a stroke for each run of dark modules.
func drawSVG(code *qr.Code) []byte {
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := x
			for run < code.Size && code.Black(run, y) {
				run++
			}
			if run > x {
				fmt.Fprintf(&path, "M%d %dh%dv1H%dz", x+quiet, y+quiet, run-x, x+quiet)
				x = run
			}
		}
	}
	side := code.Size + 2*quiet
	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">`, side, side)
	fmt.Fprintf(&b, `<path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>`, side, side, path.String())
	return b.Bytes()
}
