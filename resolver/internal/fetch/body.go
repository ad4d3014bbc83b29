package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"io"
	"net/http"
	"strings"
)

// readBody returns the beginning of a response's body, unpacked, and whether there
// is more: up to [MaxBody] of text, what tells the type of anything else.
func readBody(resp *http.Response) (body []byte, cut bool, err error) {
	wire := &io.LimitedReader{R: resp.Body, N: MaxBody + 1}
	unpacked, err := unpack(wire, resp.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, false, err
	}
	in := bufio.NewReaderSize(unpacked, sniffed)
	head, err := in.Peek(sniffed)
	if err != nil && err != io.EOF {
		return nil, false, bodyError(err)
	}
	if !isText(head) {
		return bytes.Clone(head), err == nil, nil
	}
	body, err = io.ReadAll(io.LimitReader(in, MaxBody+1))
	if len(body) > MaxBody {
		return body[:MaxBody], true, nil
	}
	if wire.N == 0 { // the wire's share is used up, unpacked or not
		return body, true, nil
	}
	if err != nil {
		return nil, false, bodyError(err)
	}
	return body, false, nil
}

func unpack(r io.Reader, encoding string) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, bodyError(err)
		}
		return z, nil
	}
	return nil, fail(WrongType, "the site sent content in an encoding that was not asked for", nil)
}

// bodyError tells a body that is broken from one that did not arrive.
func bodyError(err error) error {
	_, corrupt := errors.AsType[flate.CorruptInputError](err)
	if corrupt || errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) {
		return Malform(err)
	}
	return classify(err)
}

// isText reports whether the beginning of a body is of a kind that is read
// further: HTML, XML, JSON, lists.
func isText(head []byte) bool {
	return strings.HasPrefix(http.DetectContentType(head), "text/")
}
