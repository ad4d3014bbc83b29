package server

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// lookEvery is how long a machine's addresses are taken to be the same.
const lookEvery = 10 * time.Second

// addressBook knows under which addresses this server is reached.
type addressBook struct {
	fixed string         // given by the operator
	bound netip.AddrPort // what the server listens on

	mu     sync.Mutex
	lan    string // last found
	looked time.Time
}

func newAddressBook(fixed *url.URL, listener net.Addr) *addressBook {
	b := &addressBook{}
	if fixed != nil {
		b.fixed = strings.TrimSuffix(fixed.String(), "/")
	}
	if tcp, ok := listener.(*net.TCPAddr); ok {
		b.bound = tcp.AddrPort()
	}
	return b
}

// local is the address for this machine's own browser: a name where possible,
// which browsers hold for secure and video sites accept.
func (b *addressBook) local() string {
	host := "localhost"
	if ip := b.bound.Addr().Unmap(); ip.IsValid() && !ip.IsUnspecified() {
		host = ip.String()
	}
	return "http://" + net.JoinHostPort(host, strconv.Itoa(int(b.bound.Port())))
}

// number is the address for this machine's programs, without a name.
func (b *addressBook) number() string {
	ip := b.bound.Addr().Unmap()
	if !ip.IsValid() || ip.IsUnspecified() {
		ip = netip.AddrFrom4([4]byte{127, 0, 0, 1})
	}
	return "http://" + net.JoinHostPort(ip.String(), strconv.Itoa(int(b.bound.Port())))
}

// public is the address that phones open: the one given by the operator, the one
// under which a request came in unless only this machine knows it by that, or an
// address of this machine on its network.
func (b *addressBook) public(r *http.Request) string {
	if b.fixed != "" {
		return b.fixed
	}
	if r != nil && validHost(r.Host) && !onlyHere(r.Host) {
		scheme := "http"
		if r.TLS != nil {
			scheme = "https"
		}
		return scheme + "://" + r.Host
	}
	if ip := b.bound.Addr().Unmap(); ip.IsValid() && !ip.IsUnspecified() {
		return b.local()
	}
	return "http://" + net.JoinHostPort(b.network(), strconv.Itoa(int(b.bound.Port())))
}

// validHost reports whether a Host header is a plain host and port, fit for a link.
func validHost(host string) bool {
	u, err := url.Parse("http://" + host)
	return err == nil && u.Host == host && u.Hostname() != "" && u.User == nil && u.Path == "" && u.RawQuery == "" && u.Fragment == "" && len(host) <= 255
}

// onlyHere reports whether a host leads to this machine from this machine only.
func onlyHere(host string) bool {
	name := (&url.URL{Host: host}).Hostname()
	if ip, err := netip.ParseAddr(name); err == nil {
		return ip.IsLoopback() || ip.IsUnspecified()
	}
	return name == "localhost" || strings.HasSuffix(name, ".localhost")
}

// network is this machine's address on its network. Networks change while the
// server runs, so it is looked up again now and then.
func (b *addressBook) network() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.lan == "" || time.Since(b.looked) > lookEvery {
		b.lan, b.looked = lanAddress(interfaceAddrs()), time.Now()
	}
	return b.lan
}

// interfaceAddrs are the addresses of this machine's interfaces that are up.
// Those of virtual ones, which phones do not reach, come last.
func interfaceAddrs() []netip.Addr {
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	var real, virtual []netip.Addr
	for _, i := range interfaces {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagLoopback != 0 {
			continue
		}
		addrs, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, a := range addrs {
			prefix, err := netip.ParsePrefix(a.String())
			switch {
			case err != nil:
			case isVirtual(i):
				virtual = append(virtual, prefix.Addr())
			default:
				real = append(real, prefix.Addr())
			}
		}
	}
	return append(real, virtual...)
}

// isVirtual guesses by its name and kind whether an interface leads to containers,
// virtual machines or a tunnel.
func isVirtual(i net.Interface) bool {
	if i.Flags&net.FlagPointToPoint != 0 {
		return true
	}
	for _, prefix := range []string{"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "cni", "flannel", "tun", "tap", "utun", "wg", "zt", "tailscale", "podman", "lxc", "vEthernet"} {
		if strings.HasPrefix(i.Name, prefix) {
			return true
		}
	}
	return false
}

// lanAddress chooses the address that phones most likely reach: a private IPv4
// one, else any IPv4, else a global IPv6, else this machine's own.
func lanAddress(addrs []netip.Addr) string {
	best, rank := netip.AddrFrom4([4]byte{127, 0, 0, 1}), 0
	for _, a := range addrs {
		a = a.Unmap().WithZone("")
		r := 0
		switch {
		case a.IsLinkLocalUnicast() || a.IsLoopback() || a.IsMulticast() || a.IsUnspecified():
		case a.Is4() && a.IsPrivate():
			r = 3
		case a.Is4():
			r = 2
		default:
			r = 1
		}
		if r > rank {
			best, rank = a, r
		}
	}
	return best.String()
}
