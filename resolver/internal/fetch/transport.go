package fetch

import (
	"net"
	"net/http"
	"net/netip"
	"syscall"
)

// transport connects through d to what check lets pass.
func transport(d *net.Dialer, check func(netip.AddrPort) error) *http.Transport {
	d.Control = func(_, address string, _ syscall.RawConn) error {
		a, err := netip.ParseAddrPort(address)
		if err != nil {
			return privateError(err)
		}
		return check(a)
	}
	return &http.Transport{
		Proxy:                  nil, // one from the environment would connect for us, unchecked
		DialContext:            d.DialContext,
		ForceAttemptHTTP2:      true,
		DisableCompression:     true, // unpacked by readBody, which bounds both sides
		MaxResponseHeaderBytes: maxHeaders,
		MaxIdleConns:           idleConns,
		MaxIdleConnsPerHost:    idlePerHost,
		IdleConnTimeout:        idleTimeout,
	}
}

// secretHeader carries a key for the service that was asked, and for no other.
const secretHeader = "X-Goog-Api-Key"

func checkRedirect(req *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return fail(Redirects, "the site redirects too often", nil)
	}
	req.Header.Del("Referer")
	if req.URL.Host != via[0].URL.Host || req.URL.Scheme != via[0].URL.Scheme {
		req.Header.Del(secretHeader)
	}
	return Check(req.URL)
}
