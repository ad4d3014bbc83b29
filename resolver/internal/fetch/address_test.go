package fetch

import (
	"net/netip"
	"net/url"
	"testing"
)

// Every network that must not be reached has its first and last address here, and
// its public neighbours where it has some.
func TestPublic(t *testing.T) {
	tests := []struct {
		address string
		want    bool
	}{
		{"0.0.0.0", false}, {"0.255.255.255", false}, {"1.0.0.0", true},
		{"9.255.255.255", true}, {"10.0.0.0", false}, {"10.255.255.255", false}, {"11.0.0.0", true},
		{"100.63.255.255", true}, {"100.64.0.0", false}, {"100.100.100.200", false}, {"100.127.255.255", false}, {"100.128.0.0", true},
		{"126.255.255.255", true}, {"127.0.0.1", false}, {"127.255.255.255", false}, {"128.0.0.0", true},
		{"168.63.129.15", true}, {"168.63.129.16", false}, {"168.63.129.17", true},
		{"169.253.255.255", true}, {"169.254.0.0", false}, {"169.254.169.254", false}, {"169.254.255.255", false}, {"169.255.0.0", true},
		{"172.15.255.255", true}, {"172.16.0.0", false}, {"172.31.255.255", false}, {"172.32.0.0", true},
		{"191.255.255.255", true}, {"192.0.0.0", false}, {"192.0.0.192", false}, {"192.0.0.255", false}, {"192.0.1.0", true},
		{"192.0.2.0", false}, {"192.0.2.255", false}, {"192.0.3.0", true},
		{"192.31.196.0", false}, {"192.31.196.255", false}, {"192.31.197.0", true},
		{"192.52.193.0", false}, {"192.52.193.255", false}, {"192.52.194.0", true},
		{"192.88.98.255", true}, {"192.88.99.0", false}, {"192.88.99.255", false}, {"192.88.100.0", true},
		{"192.167.255.255", true}, {"192.168.0.0", false}, {"192.168.255.255", false}, {"192.169.0.0", true},
		{"192.175.48.0", false}, {"192.175.48.255", false}, {"192.175.49.0", true},
		{"198.17.255.255", true}, {"198.18.0.0", false}, {"198.19.255.255", false}, {"198.20.0.0", true},
		{"198.51.99.255", true}, {"198.51.100.0", false}, {"198.51.100.255", false}, {"198.51.101.0", true},
		{"203.0.112.255", true}, {"203.0.113.0", false}, {"203.0.113.255", false}, {"203.0.114.0", true},
		{"223.255.255.255", true}, {"224.0.0.0", false}, {"239.255.255.255", false},
		{"240.0.0.0", false}, {"255.255.255.254", false}, {"255.255.255.255", false},

		{"::", false}, {"::1", false}, {"::2", false}, {"::127.0.0.1", false}, {"::8.8.8.8", false},
		{"::ffff:127.0.0.1", false}, {"::ffff:10.1.2.3", false}, {"::ffff:169.254.169.254", false}, {"::ffff:8.8.8.8", true},
		{"::ffff:0:7f00:1", false},
		{"64:ff9b::7f00:1", false}, {"64:ff9b::808:808", false}, {"64:ff9b:1::1", false},
		{"100::1", false}, {"1fff:ffff::1", false},
		{"2000::1", true},
		{"2001::1", false}, {"2001:0:53aa:64c:0:fbff:8000:1", false}, {"2001:2::1", false}, {"2001:10::1", false},
		{"2001:20::1", false}, {"2001:1ff:ffff::1", false}, {"2001:200::1", true}, {"2001:4860:4860::8888", true},
		{"2001:db7:ffff::1", true}, {"2001:db8::1", false}, {"2001:db8:ffff::1", false}, {"2001:db9::1", true},
		{"2002::1", false}, {"2002:7f00:1::", false}, {"2002:ffff::1", false}, {"2003::1", true},
		{"2606:4700:4700::1111", true}, {"2620:4f:8000::1", false}, {"2620:4f:8001::1", true},
		{"3ffe:ffff::1", true}, {"3fff::1", false}, {"3fff:fff::1", false}, {"3fff:1000::1", true}, {"4000::1", false},
		{"5f00::1", false}, {"fc00::1", false}, {"fd00:ec2::254", false}, {"fdff::1", false},
		{"fe80::1", false}, {"fe80::1%eth0", false}, {"2606:4700:4700::1111%eth0", false}, {"::ffff:8.8.8.8%eth0", false},
		{"fec0::1", false}, {"ff02::1", false}, {"ffff::1", false},
	}
	for _, tt := range tests {
		if got := public(netip.MustParseAddr(tt.address)); got != tt.want {
			t.Errorf("public(%s) = %v, want %v", tt.address, got, tt.want)
		}
	}
	if public(netip.Addr{}) {
		t.Error("the zero address is public")
	}
}

// No network of either list is without effect on its whole range.
func TestClosedNetworks(t *testing.T) {
	for _, p := range append(append([]netip.Prefix(nil), closed4...), closed6...) {
		if p != p.Masked() {
			t.Errorf("%s has bits beyond its length", p)
		}
		if public(p.Addr()) || public(last(p)) {
			t.Errorf("%s is public in part", p)
		}
	}
}

// last returns a prefix's last address.
func last(p netip.Prefix) netip.Addr {
	b := p.Addr().AsSlice()
	for i := p.Bits(); i < len(b)*8; i++ {
		b[i/8] |= 0x80 >> (i % 8)
	}
	a, _ := netip.AddrFromSlice(b)
	return a
}

func TestCheck(t *testing.T) {
	tests := []struct {
		address string
		want    Kind // "" if it may be asked
	}{
		{"http://example.com/", ""},
		{"https://example.com:443/x", ""},
		{"https://radio.example.com:8000/live", ""},
		{"https://8.8.8.8/", ""},
		{"https://[2606:4700:4700::1111]/", ""},
		{"https://example.com./", ""},
		{"https://xn--bcher-kva.example.com/", ""},
		{"https://123.example.com/", ""},
		{"https://0xcafe.example.com/", ""},

		{"ftp://example.com/", BadAddress},
		{"file:///etc/passwd", BadAddress},
		{"gopher://example.com/", BadAddress},
		{"http:example.com", BadAddress},
		{"http:///x", BadAddress},
		{"http://./x", BadAddress},
		{"https://ann:secret@example.com/", BadAddress},
		{"http://example.com:22/", BadAddress},
		{"http://example.com:25/", BadAddress},
		{"http://example.com:0/", BadAddress},
		{"http://example.com:65536/", BadAddress},

		{"http://127.0.0.1/", Private},
		{"http://127.0.0.1./", Private},
		{"http://10.0.0.1:8080/", Private},
		{"http://[::1]/", Private},
		{"http://[::ffff:127.0.0.1]/", Private},
		{"http://[fe80::1%25eth0]/", Private},
		{"http://169.254.169.254/latest/meta-data/", Private},
		{"http://2130706433/", Private},      // 127.0.0.1, decimal
		{"http://0x7f000001/", Private},      // hexadecimal
		{"http://0X7F.1/", Private},          // mixed
		{"http://017700000001/", Private},    // octal
		{"http://0177.0.0.1/", Private},      // octal in its first part
		{"http://127.1/", Private},           // short
		{"http://8.8.8/", Private},           // short
		{"http://1.2.3.4.5/", Private},       // too long
		{"http://256.256.256.256/", Private}, // out of range
		{"http://0x/", Private},
		{"http://localhost/", Private},
		{"http://LOCALHOST./", Private},
		{"http://a.localhost/", Private},
		{"http://printer.local/", Private},
		{"http://metadata.google.internal/", Private},
		{"http://nas.home.arpa/", Private},
		{"http://router/", Private},
	}
	for _, tt := range tests {
		u, err := url.Parse(tt.address)
		if err != nil {
			if tt.want == "" {
				t.Errorf("parse %q: %v", tt.address, err)
			}
			continue
		}
		if err := Check(u); (err != nil || tt.want != "") && !IsKind(err, tt.want) {
			t.Errorf("Check(%q) = %v, want kind %q", tt.address, err, tt.want)
		}
	}
}

func TestCheckSocketPorts(t *testing.T) {
	for port, want := range map[uint16]Kind{80: "", 443: "", 1024: "", 8000: "", 65535: "", 0: BadAddress, 22: BadAddress, 25: BadAddress, 1023: BadAddress} {
		err := checkSocket(netip.AddrPortFrom(netip.MustParseAddr("8.8.8.8"), port))
		if (err != nil || want != "") && !IsKind(err, want) {
			t.Errorf("port %d: %v, want kind %q", port, err, want)
		}
	}
}
