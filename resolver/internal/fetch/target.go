package fetch

import (
	"errors"
	"net/netip"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// localSuffixes end names that only a local network knows (RFC 6761, 6762, 8375,
// 9476, and what routers use).
var localSuffixes = []string{
	".localhost", ".local", ".internal", ".intranet", ".lan", ".home", ".corp",
	".home.arpa", ".onion", ".test", ".invalid", ".alt",
}

// Check looks at an address without asking anybody: its scheme, its port, and a
// host that is plainly not public. The error is an [*Error]. It spares a look-up
// and words the refusal better; that no socket goes astray is seen to when it
// connects.
func Check(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" || u.Opaque != "" || len(u.String()) > maxURL {
		return fail(BadAddress, "only http and https addresses can be asked", nil)
	}
	if u.User != nil {
		return fail(BadAddress, "addresses that hold a password are not asked", nil)
	}
	if p := u.Port(); p != "" {
		if n, err := strconv.ParseUint(p, 10, 16); err != nil || !portAllowed(uint16(n)) {
			return badPort()
		}
	}
	return checkHost(strings.ToLower(u.Hostname()))
}

func checkHost(host string) error {
	host = strings.TrimSuffix(host, ".")
	if host == "" {
		return fail(BadAddress, "this address names no site", nil)
	}
	if a, err := netip.ParseAddr(host); err == nil {
		if public(a) {
			return nil
		}
		return privateError(nil)
	}
	if strings.Contains(host, ":") || looksNumeric(host) {
		return privateError(errors.New("a number that is no IP address in its usual form"))
	}
	local := func(suffix string) bool { return strings.HasSuffix(host, suffix) }
	if !strings.Contains(host, ".") || slices.ContainsFunc(localSuffixes, local) {
		return privateError(errors.New("a local name"))
	}
	return nil
}

// looksNumeric reports whether the C library or a browser would take the name for
// an IPv4 address: its last part is a number, octal and hexadecimal included. Go
// would ask the DNS for it; that is not waited for.
func looksNumeric(host string) bool {
	last := host[strings.LastIndexByte(host, '.')+1:]
	if strings.HasPrefix(last, "0x") {
		return strings.Trim(last[2:], "0123456789abcdef") == ""
	}
	return strings.Trim(last, "0123456789") == ""
}
