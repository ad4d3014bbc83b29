package client_test

import (
	"strings"
	"testing"

	"remoted/client"
	"remoted/protocol"
)

func TestParseAddress(t *testing.T) {
	const id = "0d9f8a52-5c2e-4d8f-9a52-0123456789ab"
	for _, tt := range []struct {
		target, server string
		host           string // scheme://host
		session, code  string
		role           protocol.Role
	}{
		{"http://tv:8080/s/" + id, "", "http://tv:8080", id, "", ""},
		{" https://tv.example/s/" + strings.ToUpper(id) + "?as=player ", "", "https://tv.example", id, "", protocol.Player},
		{"http://tv/s/" + id + "/?as=remote&x=1", "", "http://tv", id, "", protocol.Remote},
		{"http://tv/s/" + id + "?as=king", "", "http://tv", id, "", ""},
		{"tv:8080/s/" + id, "", "http://tv:8080", id, "", ""},
		{"http://[::1]:8080/j/2C4-F5G", "", "http://[::1]:8080", "", "2C4-F5G", ""},
		{"2C4F5G", "tv:8080", "http://tv:8080", "", "2C4F5G", ""},
		{"2C4 F5G", "https://tv", "https://tv", "", "2C4 F5G", ""},
		{id, "http://tv/", "http://tv", id, "", ""},
	} {
		a, err := client.ParseAddress(tt.target, tt.server)
		if err != nil {
			t.Errorf("%q: %v", tt.target, err)
			continue
		}
		if got := a.Server.String(); got != tt.host || a.Session != tt.session || a.Code != tt.code || a.Role != tt.role {
			t.Errorf("%q: got %s %q %q %q, want %s %q %q %q", tt.target, got, a.Session, a.Code, a.Role, tt.host, tt.session, tt.code, tt.role)
		}
	}
}

func TestParseAddressRefuses(t *testing.T) {
	for _, tt := range []struct{ target, server string }{
		{"", "http://tv"}, {"  ", ""}, {"ABC234", ""}, {"ABC234", "ftp://tv"}, {"ABC234", "://"},
		{"http://tv/", ""}, {"http://tv/s/nothing", ""}, {"http://tv/j/", ""}, {"http://tv/j/a/b", ""},
		{"ftp://tv/j/ABC234", ""}, {"http:///j/ABC234", ""}, {"http://tv/x/ABC234", ""}, {"/s/x", ""},
	} {
		if a, err := client.ParseAddress(tt.target, tt.server); err == nil {
			t.Errorf("%q at %q: got %+v, want an error", tt.target, tt.server, a)
		}
	}
}
