package fetch

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"sync"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// These tests use real sockets of the loopback network. There 127.0.0.2 plays the
// public internet; all other addresses are decided about by checkSocket.
const outside = "127.0.0.2"

func permitOutside(a netip.AddrPort) error {
	if a.Addr().Unmap() == netip.MustParseAddr(outside) {
		return nil
	}
	return checkSocket(a)
}

// internet is a server at the address outside, a canary at 127.0.0.1 on the same
// port that nobody may reach, and a DNS that knows what the test says.
type internet struct {
	port   string
	canary *canary
	client *Client

	mu    sync.Mutex
	names map[string][]string // addresses, one for each time it is asked; the last stays
}

func newInternet(t *testing.T, handler http.Handler) *internet {
	t.Helper()
	l, err := net.Listen("tcp", outside+":0")
	if err != nil {
		t.Skipf("this system has no second loopback address: %v", err)
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	serve(t, l, handler)

	i := &internet{port: port, canary: newCanary(t, port), names: map[string][]string{}}
	transport := transport(&net.Dialer{Resolver: i.resolver(t)}, permitOutside)
	t.Cleanup(transport.CloseIdleConnections)
	i.client = NewWith(transport)
	return i
}

func serve(t *testing.T, l net.Listener, h http.Handler) {
	s := httptest.NewUnstartedServer(h)
	s.Listener.Close()
	s.Listener = l
	s.Start()
	t.Cleanup(s.Close)
}

// canary counts connections, not requests.
type canary struct {
	net.Listener
	mu    sync.Mutex
	count int
}

func newCanary(t *testing.T, port string) *canary {
	l, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		t.Skipf("port %s is taken on 127.0.0.1: %v", port, err)
	}
	c := &canary{Listener: l}
	serve(t, c, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "secret") }))
	return c
}

func (c *canary) Accept() (net.Conn, error) {
	conn, err := c.Listener.Accept()
	if err == nil {
		c.mu.Lock()
		c.count++
		c.mu.Unlock()
	}
	return conn, err
}

func (c *canary) untouched(t *testing.T) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.count > 0 {
		t.Errorf("%d connections to the inside, want none", c.count)
	}
}

// resolver asks a DNS server in this process.
func (i *internet) resolver(t *testing.T) *net.Resolver {
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	t.Cleanup(func() { conn.Close(); <-done })
	go func() {
		defer close(done)
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			conn.WriteTo(i.answer(buf[:n]), from)
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func (i *internet) answer(query []byte) []byte {
	var p dnsmessage.Parser
	h, _ := p.Start(query)
	q, _ := p.Question()
	h.Response, h.Authoritative = true, true
	m := dnsmessage.Message{Header: h, Questions: []dnsmessage.Question{q}}
	if addresses := i.addresses(q); len(addresses) > 0 {
		for _, a := range addresses {
			body := &dnsmessage.AResource{A: netip.MustParseAddr(a).As4()}
			m.Answers = append(m.Answers, dnsmessage.Resource{
				Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class}, Body: body,
			})
		}
	}
	b, _ := m.Pack()
	return b
}

func (i *internet) addresses(q dnsmessage.Question) []string {
	i.mu.Lock()
	defer i.mu.Unlock()
	list := i.names[q.Name.String()]
	if q.Type != dnsmessage.TypeA || len(list) == 0 {
		return nil
	}
	if len(list) > 1 {
		i.names[q.Name.String()] = list[1:]
	}
	return list[:1]
}

// name makes the DNS answer with these addresses, one after the other.
func (i *internet) name(name string, addresses ...string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.names[name+"."] = addresses
}

func TestIntranetByDNS(t *testing.T) {
	i := newInternet(t, http.NotFoundHandler())
	i.name("inside.example.com", "127.0.0.1")
	i.name("cloud.example.com", "169.254.169.254")
	i.name("zero.example.com", "0.0.0.0")
	for _, name := range []string{"inside.example.com", "cloud.example.com", "zero.example.com"} {
		_, err := i.client.Get(t.Context(), "http://"+name+":"+i.port+"/")
		if !IsKind(err, Private) {
			t.Errorf("%s: %v, want kind %s", name, err, Private)
		}
	}
	i.canary.untouched(t)
}

// A name that leads outside when it is first looked at, and inside later.
func TestDNSChange(t *testing.T) {
	i := newInternet(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Connection", "close")
		io.WriteString(w, "hello")
	}))
	i.name("rebind.example.com", outside, "127.0.0.1")
	p, err := i.client.Get(t.Context(), "http://rebind.example.com:"+i.port+"/")
	if err != nil || string(p.Body) != "hello" {
		t.Fatalf("first look: %v, want hello", err)
	}
	_, err = i.client.Get(t.Context(), "http://rebind.example.com:"+i.port+"/")
	if !IsKind(err, Private) {
		t.Errorf("second look: %v, want kind %s", err, Private)
	}
	i.canary.untouched(t)
}

// The connection is checked also where the text of the address is not: full-width
// digits and dots become an IP address only when the name is made ASCII.
func TestDisguisedAddress(t *testing.T) {
	i := newInternet(t, http.NotFoundHandler())
	for _, host := range []string{"127。0。0。1", "１２７.0.0.1", "①②⑦.⓪.⓪.①"} {
		if _, err := i.client.Get(t.Context(), "http://"+host+":"+i.port+"/"); err == nil {
			t.Errorf("%s was asked", host)
		}
	}
	i.canary.untouched(t)
}

func TestIntranetByRedirect(t *testing.T) {
	var to string
	i := newInternet(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, to, http.StatusFound)
	}))
	i.name("start.example.com", outside)
	i.name("inside.example.com", "127.0.0.1")
	tests := []struct {
		to   string
		want Kind
	}{
		{"http://127.0.0.1:" + i.port + "/", Private},
		{"http://inside.example.com:" + i.port + "/", Private},
		{"http://169.254.169.254/latest/meta-data/", Private},
		{"http://2130706433:" + i.port + "/", Private},
		{"http://[::ffff:127.0.0.1]:" + i.port + "/", Private},
		{"//localhost:" + i.port + "/", Private},
		{"ftp://example.com/", BadAddress},
		{"file:///etc/passwd", BadAddress},
		{"http://ann:secret@start.example.com/", BadAddress},
		{"http://start.example.com:22/", BadAddress},
	}
	for _, tt := range tests {
		to = tt.to
		if _, err := i.client.Get(t.Context(), "http://start.example.com:"+i.port+"/"); !IsKind(err, tt.want) {
			t.Errorf("redirect to %s: %v, want kind %s", tt.to, err, tt.want)
		}
	}
	i.canary.untouched(t)
}

// The real client, with nothing of a test in it, reaches no loopback address.
func TestNewReachesNothingInside(t *testing.T) {
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	c := New()
	if _, err := c.Get(t.Context(), s.URL); !IsKind(err, Private) {
		t.Errorf("Get(%s) = %v, want kind %s", s.URL, err, Private)
	}
	_, err := c.http.Transport.(*http.Transport).DialContext(t.Context(), "tcp", s.Listener.Addr().String())
	if !IsKind(err, Private) {
		t.Errorf("dial %s: %v, want kind %s", s.Listener.Addr(), err, Private)
	}
}

func TestNoProxy(t *testing.T) {
	if New().http.Transport.(*http.Transport).Proxy != nil {
		t.Error("a proxy may be used")
	}
}
