package fetch

import (
	"context"
	"encoding/json"
	"fmt"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"golang.org/x/sync/singleflight"
)

// Client asks. It is safe for concurrent use. [Client.Close] ends what it does.
type Client struct {
	http    http.Client
	flights singleflight.Group

	ctx  context.Context // of all requests
	stop context.CancelFunc

	mu      sync.Mutex
	closed  bool
	running sync.WaitGroup // Add under mu, and not when closed
}

// New returns a client.
func New() *Client { return NewWith(transport(&net.Dialer{}, checkSocket)) }

// NewWith returns a client that hands its requests to t, which then has to see to
// the addresses: tests answer them without a network.
func NewWith(t http.RoundTripper) *Client {
	c := &Client{http: http.Client{Transport: t, CheckRedirect: checkRedirect}}
	c.ctx, c.stop = context.WithCancel(context.Background())
	return c
}

// Close ends all requests, and waits for that. Later ones fail.
func (c *Client) Close() {
	c.mu.Lock()
	c.closed = true
	c.mu.Unlock()
	c.stop()
	c.running.Wait()
	c.http.CloseIdleConnections()
}

// begin counts a request; false if the client is closed.
func (c *Client) begin() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closed {
		c.running.Add(1)
	}
	return !c.closed
}

// Page is an answer. It may be shared by several callers: nobody changes it.
type Page struct {
	URL         *url.URL    // after redirects
	ContentType string      // as the site says, with parameters
	Header      http.Header // of the last response
	Body        []byte      // its beginning
	Cut         bool        // there was more
}

// MediaType is the content type without parameters, in lower case; "" if there is
// none or it is malformed.
func (p *Page) MediaType() string {
	t, _, err := mime.ParseMediaType(p.ContentType)
	if err != nil && t == "" {
		return ""
	}
	return t
}

// request is what is asked for.
type request struct {
	address string
	accept  string
	key     string // secret of the service, "" without one
	types   func(mediaType string) bool
	whole   bool // an answer that is cut short is of no use
}

// Get asks for anything. Of text it returns up to [MaxBody], of everything else
// (a film, say) only what tells its type.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	return c.do(ctx, request{address: address, accept: "*/*"})
}

// GetJSON asks for JSON and reads it into v. The key, if any, goes to that
// service alone and not into the address, which ends up in logs.
func (c *Client) GetJSON(ctx context.Context, address, key string, v any) error {
	p, err := c.do(ctx, request{address: address, accept: "application/json", key: key, types: isJSON, whole: true})
	if err != nil {
		return err
	}
	if err := json.Unmarshal(p.Body, v); err != nil {
		return Malform(fmt.Errorf("decode JSON of %s: %w", p.URL.Host, err))
	}
	return nil
}

func isJSON(t string) bool {
	return t == "application/json" || t == "text/json" || t == "text/javascript" ||
		t == "application/javascript" || strings.HasPrefix(t, "application/") && strings.HasSuffix(t, "+json")
}

// do shares the request with all who ask the same at the moment. It goes on when
// one of them gives up, so it is bound to the client and not to their contexts.
func (c *Client) do(ctx context.Context, r request) (*Page, error) {
	answer := c.flights.DoChan(r.accept+" "+r.address, func() (any, error) {
		if !c.begin() {
			return nil, fail(Unreachable, "the service is about to end", nil)
		}
		defer c.running.Done()
		ctx, cancel := context.WithTimeout(c.ctx, Timeout)
		defer cancel()
		return c.ask(ctx, r)
	})
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case a := <-answer:
		if a.Err != nil {
			return nil, a.Err
		}
		return a.Val.(*Page), nil
	}
}

func (c *Client) ask(ctx context.Context, r request) (*Page, error) {
	req, err := r.http(ctx)
	if err != nil {
		return nil, err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, classify(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		return nil, refused(resp.StatusCode)
	}
	p := &Page{URL: resp.Request.URL, ContentType: resp.Header.Get("Content-Type"), Header: resp.Header}
	if r.types != nil && !r.types(p.MediaType()) {
		return nil, fail(WrongType, "the site sent another kind of content than was asked for", nil)
	}
	if r.whole && resp.ContentLength > MaxBody {
		return nil, TooLargeError()
	}
	p.Body, p.Cut, err = readBody(resp)
	if err != nil {
		return nil, err
	}
	if r.whole && p.Cut {
		return nil, TooLargeError()
	}
	return p, nil
}

func (r *request) http(ctx context.Context) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.address, nil)
	if err != nil {
		return nil, fail(BadAddress, "this is no web address", err)
	}
	if err := Check(req.URL); err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", userAgent)
	req.Header.Set("Accept", r.accept)
	req.Header.Set("Accept-Encoding", "gzip")
	if r.key != "" {
		req.Header.Set(secretHeader, r.key)
	}
	return req, nil
}
