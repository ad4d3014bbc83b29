package resolver

import (
	"net/url"
	"strings"
	"testing"
)

func TestPlain(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"  A\t title\r\n on\u2028two\u00a0lines ", "A title on two lines"},
		{"bad \xff\xfe utf-8", "bad utf-8"},
		{"\x00nul\x1b[31m\x7f\u0085x", "nul[31m x"},
		{"evil \u202e4pm.exe\u2066\u200b\ufeff", "evil 4pm.exe"},
		{"👩\u200d👩\u200d👧 ok \ufffd", "👩\u200d👩\u200d👧 ok"},
		{"&amp;", "&amp;"},
		{strings.Repeat("é", 300), strings.Repeat("é", 300)},
		{strings.Repeat("é", 301), strings.Repeat("é", 299) + "…"},
		{strings.Repeat(" ", 1000) + "x", "x"},
	}
	for _, tt := range tests {
		if got := plain(tt.in); got != tt.want {
			t.Errorf("plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Entities are decoded once: who wrote &amp;lt; meant &lt;.
func TestDecoded(t *testing.T) {
	for in, want := range map[string]string{
		"a &amp; b": "a & b", "&amp;lt;b&amp;gt;": "&lt;b&gt;", "&#39;x&#x27;": "'x'", "&nosuch; &": "&nosuch; &",
		"a&#10;b&#0;": "a b", "&#x202e;x": "x", "<b>x</b>": "<b>x</b>",
	} {
		if got := decoded(in); got != want {
			t.Errorf("decoded(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFound(t *testing.T) {
	base, _ := url.Parse("https://example.com/d/page")
	for in, want := range map[string]string{
		"":                                "",
		"i.jpg":                           "https://example.com/d/i.jpg",
		" //cdn.example.com/i ":           "https://cdn.example.com/i",
		"http://a.example.com/i":          "http://a.example.com/i",
		"data:image/png;base64,x":         "",
		"javascript:alert(1)":             "",
		"ftp://a.example.com/":            "",
		"http://ann:secret@a.example.com": "",
		"http://192.168.1.1/reboot":       "",
		"http://localhost:8080/x":         "",
		"http://[::1]/x":                  "",
		"https://%zz/":                    "",
		"https://example.com/" + strings.Repeat("x", maxAddress):    "",
		"/" + strings.Repeat("ü", maxAddress/3):                     "",
		"https://example.com/" + strings.Repeat("x", maxAddress-20): "https://example.com/" + strings.Repeat("x", maxAddress-20),
	} {
		if got := found(base, in); got != want {
			t.Errorf("found(%.60q) = %.60q, want %.60q", in, got, want)
		}
	}
}

func TestMoments(t *testing.T) {
	for in, want := range map[string]int64{
		"90": 90_000, "90s": 90_000, " 1M30S ": 90_000, "1h": 3_600_000, "1h2m3s": 3_723_000, "2m": 120_000, "1.5": 1_500, "0.0004": 0,
		"1:30": 90_000, "01:02:03": 3_723_000, "62:03": 3_723_000, "1:2.5": 62_500,
		"": 0, "s": 0, "m": 0, "0": 0, "-5": 0, "1e3": 0, "soon": 0, "3s2m": 0, "1:": 0, ":1": 0, "1:2:3:4": 0, "1:123": 0,
		"2592000": maxDuration, "2592001": 0, "999999999h": 0, "99999999999999999999": 0,
	} {
		if got := moment(in); got != want {
			t.Errorf("moment(%q) = %d, want %d", in, got, want)
		}
	}
	for in, want := range map[string]int64{
		"PT1H2M3S": 3_723_000, "PT62.5S": 62_500, "PT1,5S": 1_500, "P1DT1S": 86_401_000, "pt5m": 300_000,
		"": 0, "P": 0, "PT": 0, "P0D": 0, "P1Y": 0, "P1M": 0, "PT-5S": 0, "5": 0, "PT1H2": 0, "P9999D": 0,
	} {
		if got := isoDuration(in); got != want {
			t.Errorf("isoDuration(%q) = %d, want %d", in, got, want)
		}
	}
}
