package fetch

import (
	"errors"
	"net/netip"
)

// closed4 are the IPv4 networks that lead to nobody, to this machine or to its
// neighbours: the IANA registry of special-purpose addresses (RFC 6890), multicast
// and one public address that a cloud answers from within.
var closed4 = prefixes(
	"0.0.0.0/8",        // this network (RFC 791)
	"10.0.0.0/8",       // private (RFC 1918)
	"100.64.0.0/10",    // carrier NAT (RFC 6598), Tailscale, Alibaba's metadata
	"127.0.0.0/8",      // loopback
	"168.63.129.16/32", // Azure's wire server
	"169.254.0.0/16",   // link local, metadata of most clouds
	"172.16.0.0/12",    // private
	"192.0.0.0/24",     // protocol assignments, Oracle's metadata
	"192.0.2.0/24",     // documentation
	"192.31.196.0/24",  // AS112
	"192.52.193.0/24",  // AMT
	"192.88.99.0/24",   // 6to4 relays, given up (RFC 7526)
	"192.168.0.0/16",   // private
	"192.175.48.0/24",  // AS112
	"198.18.0.0/15",    // benchmarks
	"198.51.100.0/24",  // documentation
	"203.0.113.0/24",   // documentation
	"224.0.0.0/4",      // multicast
	"240.0.0.0/4",      // reserved, broadcast
)

// open6 holds all global unicast addresses that were ever handed out. What lies
// outside (loopback, unique local, link local, multicast, NAT64, discard) is
// closed without being named.
var open6 = netip.MustParsePrefix("2000::/3")

// closed6 are the exceptions within open6. Those that carry an IPv4 address are
// closed whatever it is: no service that matters is reached through them.
var closed6 = prefixes(
	"2001::/23",         // protocol assignments: Teredo, ORCHID, benchmarks, AMT
	"2001:db8::/32",     // documentation
	"2002::/16",         // 6to4
	"2620:4f:8000::/48", // AS112
	"3fff::/20",         // documentation (RFC 9637)
)

func prefixes(list ...string) []netip.Prefix {
	out := make([]netip.Prefix, len(list))
	for i, s := range list {
		out[i] = netip.MustParsePrefix(s)
	}
	return out
}

// public reports whether the address is one that anybody on the internet reaches.
func public(a netip.Addr) bool {
	if !a.IsValid() || a.Zone() != "" {
		return false
	}
	a = a.Unmap()
	if a.Is4() {
		return !within(closed4, a)
	}
	return open6.Contains(a) && !within(closed6, a)
}

func within(list []netip.Prefix, a netip.Addr) bool {
	for _, p := range list {
		if p.Contains(a) {
			return true
		}
	}
	return false
}

func portAllowed(port uint16) bool {
	return port == 80 || port == 443 || port >= lowestFreePort
}

// checkSocket decides about an address that a socket is about to connect to.
func checkSocket(a netip.AddrPort) error {
	if !public(a.Addr()) {
		return privateError(errors.New(a.String()))
	}
	if !portAllowed(a.Port()) {
		return badPort()
	}
	return nil
}

func privateError(cause error) error {
	return fail(Private, "this address is not on the public internet", cause)
}

func badPort() error {
	return fail(BadAddress, "this address has a port that no website uses", nil)
}
