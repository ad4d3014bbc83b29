package subtitle

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/language"
)

func TestConvertSRT(t *testing.T) {
	const first = "1\n00:00:01,000 --> 00:00:02,500\n"
	tests := []struct{ name, in, want string }{
		{"one cue", first + "Hello\n", "00:00:01.000 --> 00:00:02.500\nHello\n"},
		{"two lines", first + "Hello,\nworld\n\n", "00:00:01.000 --> 00:00:02.500\nHello,\nworld\n"},
		{"two cues", first + "One\n\n2\n00:01:00,000 --> 01:00:00,000\nTwo\n",
			"00:00:01.000 --> 00:00:02.500\nOne\n\n00:01:00.000 --> 01:00:00.000\nTwo\n"},
		{"no blank line between cues", first + "One\n2\n00:00:03,000 --> 00:00:04,000\nTwo",
			"00:00:01.000 --> 00:00:02.500\nOne\n\n00:00:03.000 --> 00:00:04.000\nTwo\n"},
		{"no numbers", "00:00:01,000 --> 00:00:02,500\nHello", "00:00:01.000 --> 00:00:02.500\nHello\n"},
		{"a number is text", first + "1984\n\nit was\n", "00:00:01.000 --> 00:00:02.500\n1984\nit was\n"},
		{"out of order", "2\n00:00:05,000 --> 00:00:06,000\nTwo\n\n" + first + "One",
			"00:00:01.000 --> 00:00:02.500\nOne\n\n00:00:05.000 --> 00:00:06.000\nTwo\n"},
		{"loose times", "1\n 0:1,5 --> 1:2:3.04 X1:1 X2:2\nx\n2\n01:02.5 --> 1:02:03:040  X1:1\nHello",
			"00:00:01.500 --> 01:02:03.040\nx\n\n00:01:02.500 --> 01:02:03.040\nHello\n"},
		{"Windows lines", strings.ReplaceAll(first+"A\nB\n", "\n", "\r\n"), "00:00:01.000 --> 00:00:02.500\nA\nB\n"},
		{"old Mac lines", strings.ReplaceAll(first+"A\nB\n", "\n", "\r"), "00:00:01.000 --> 00:00:02.500\nA\nB\n"},
		{"tags", first + `<I>He</I> <font color="#ff0000">said</font> <b>so</b>{\i1}`, "00:00:01.000 --> 00:00:02.500\n<i>He</i> said <b>so</b>\n"},
		{"at the top", first + `{\an8}Sign`, "00:00:01.000 --> 00:00:02.500 line:0\nSign\n"},
		{"looks like markup", first + "a < b && c --> d <3 &amp; <script>x</script>", "00:00:01.000 --> 00:00:02.500\na &lt; b &amp;&amp; c --&gt; d &lt;3 &amp; x\n"},
		{"a control character", first + "a\x1b[1mb\u2028c", "00:00:01.000 --> 00:00:02.500\na [1mb c\n"},
		{"an empty cue is left out", first + "  \n\n2\n00:00:05,000 --> 00:00:06,000\nTwo", "00:00:05.000 --> 00:00:06.000\nTwo\n"},
		{"a cue that ends before it starts is left out", "00:00:09,000 --> 00:00:08,000\nNo\n\n" + first + "Yes", "00:00:01.000 --> 00:00:02.500\nYes\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Convert([]byte(tt.in), language.Und)
			if want := "WEBVTT\n\n" + tt.want; err != nil || string(got) != want {
				t.Errorf("got %q (%v), want %q", got, err, want)
			}
		})
	}
}

func TestConvertVTT(t *testing.T) {
	const cue = "00:01.000 --> 00:02.000 align:start\n<v Ann>Hello\n"
	tests := []struct{ name, in, want string }{
		{"as it is", "WEBVTT\n\n" + cue, "WEBVTT\n\n" + cue},
		{"with a title and a mark", "\uFEFFWEBVTT - Film\r\n\r\n" + cue, "WEBVTT - Film\n\n" + cue},
		{"styles are left out", "WEBVTT\n\nSTYLE\n::cue { background: url(http://x.example) }\n\n" + cue, "WEBVTT\n\n\n" + cue},
		{"a cue that says STYLE", "WEBVTT\n\n00:01.000 --> 00:02.000\nSTYLE\n", "WEBVTT\n\n00:01.000 --> 00:02.000\nSTYLE\n"},
		{"a zero byte", "WEBVTT\n\n00:01.000 --> 00:02.000\na\x00b", "WEBVTT\n\n00:01.000 --> 00:02.000\na\uFFFDb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := Convert([]byte(tt.in), language.Und); err != nil || string(got) != tt.want {
				t.Errorf("got %q (%v), want %q", got, err, tt.want)
			}
		})
	}
}

func utf16Bytes(s string, big bool) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

func TestConvertEncodings(t *testing.T) {
	srt := func(text string) string { return "1\n00:00:01,000 --> 00:00:02,500\n" + text + "\n" }
	encoded := func(e interface{ String(string) (string, error) }, text string) []byte {
		s, err := e.String(srt(text))
		if err != nil {
			t.Fatal(err)
		}
		return []byte(s)
	}
	tests := []struct {
		name, language string
		in             []byte
		want           string
	}{
		{"UTF-8", "", []byte(srt("Grüße 東京")), "Grüße 東京"},
		{"UTF-8 with a mark", "", []byte("\uFEFF" + srt("Grüße")), "Grüße"},
		{"UTF-16, little end first", "", utf16Bytes("\uFEFF"+srt("Grüße 東京"), false), "Grüße 東京"},
		{"UTF-16, big end first", "", utf16Bytes("\uFEFF"+srt("Grüße 東京"), true), "Grüße 東京"},
		{"UTF-16 without a mark", "", utf16Bytes(srt("Grüße"), false), "Grüße"},
		{"UTF-16 big without a mark", "", utf16Bytes(srt("Grüße"), true), "Grüße"},
		{"Windows-1252", "", encoded(charmap.Windows1252.NewEncoder(), "Grüße – «à»"), "Grüße – «à»"},
		{"Windows-1251, of a Russian file", "ru", encoded(charmap.Windows1251.NewEncoder(), "Привет"), "Привет"},
		{"Windows-1250, of a Polish file", "pl", encoded(charmap.Windows1250.NewEncoder(), "Zażółć"), "Zażółć"},
		{"Shift JIS, of a Japanese file", "ja", encoded(japanese.ShiftJIS.NewEncoder(), "こんにちは"), "こんにちは"},
		{"UTF-8 whatever the language", "ru", []byte(srt("Grüße")), "Grüße"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tag := language.Und
			if tt.language != "" {
				tag = language.MustParse(tt.language)
			}
			got, err := Convert(tt.in, tag)
			if err != nil || !strings.HasSuffix(string(got), "\n"+tt.want+"\n") {
				t.Errorf("got %q (%v), want it to end in %q", got, err, tt.want)
			}
		})
	}
}

func TestConvertRefuses(t *testing.T) {
	big := []byte(strings.Repeat("1\n00:00:01,000 --> 00:00:02,500\nHello\n\n", 10<<20/40))
	for name, b := range map[string][]byte{
		"nothing": nil, "text": []byte("Hello, world"), "HTML": []byte("<!doctype html><script>alert(1)</script>"),
		"10 MB": big, "almost a signature": []byte("WEBVTTX\n\n"), "noise": {0xFF, 0xFE, 0x00},
	} {
		if out, err := Convert(b, language.Und); !errors.Is(err, ErrRefused) {
			t.Errorf("%s: got %.40q (%v), want it refused", name, out, err)
		}
	}
}

// awkward are texts whose repetition tempts a reader to look at everything again.
var awkward = []string{"<b", "{\\an8}", "&", "1\n", "00:00:01,000 --> ", "00:00:01,000 --> 00:00:02,500\nx\n"}

// repeated is a file of about that size with one cue and then one text again and again.
func repeated(unit string, size int) []byte {
	const cue = "00:00:01,000 --> 00:00:02,500\nHello\n"
	return []byte(cue + strings.Repeat(unit, (size-len(cue))/len(unit)))
}

func TestConvertTakesRepetition(t *testing.T) {
	for _, unit := range awkward {
		if _, err := Convert(repeated(unit, MaxBytes/32), language.Und); err != nil {
			t.Errorf("%q: got %v, want its cue", unit, err)
		}
	}
}

// Twice the file takes twice the time, whatever is in it: compare the bytes a second.
func BenchmarkConvert(b *testing.B) {
	for _, unit := range awkward {
		for _, size := range []int{MaxBytes / 2, MaxBytes} {
			b.Run(fmt.Sprintf("%.5q/%d", unit, size), func(b *testing.B) {
				in := repeated(unit, size)
				b.SetBytes(int64(len(in)))
				for b.Loop() {
					if _, err := Convert(in, language.Und); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func TestParseName(t *testing.T) {
	tests := []struct{ middle, language, label string }{
		{"", "und", "Subtitles"},
		{"en", "en", "English"},
		{"de", "de", "Deutsch"},
		{"ger", "de", "Deutsch"},
		{"German", "de", "Deutsch"},
		{"français", "fr", "français"},
		{"pt-BR", "pt-BR", "português"},
		{"zh-Hant", "zh-Hant", "繁體中文"},
		{"forced", "und-x-forced", "forced"},
		{"en.forced", "en-x-forced", "English, forced"},
		{"forced.en", "en-x-forced", "English, forced"},
		{"en.sdh", "en-x-sdh", "English, SDH"},
		{"en.hi", "en-x-sdh", "English, SDH"},
		{"hi", "hi", "हिन्दी"},
		{"en.default", "en", "English"},
		{"directors commentary", "und", "directors commentary"},
		{"en.Commentary", "en", "English, Commentary"},
	}
	for _, tt := range tests {
		got := ParseName(tt.middle)
		if got.Language() != tt.language || got.Label() != tt.label {
			t.Errorf("%q: got %q %q, want %q %q", tt.middle, got.Language(), got.Label(), tt.language, tt.label)
		}
	}
}

// FuzzConvert: whatever comes in, what goes out is WebVTT whose cues are well formed.
func FuzzConvert(f *testing.F) {
	for _, s := range []string{
		"1\n00:00:01,000 --> 00:00:02,500\nHello\n", "WEBVTT\n\n00:01.000 --> 00:02.000\nHi", "\xff\xfe1\x00\n\x00",
		"00:00:01,000 --> 00:00:02,500\n{\\an8}<i>a --> b", "999:99:99,9 --> 999:99:99,99\nx",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		out, err := Convert(b, language.Und)
		if err != nil {
			return
		}
		if !utf8.Valid(out) || !isVTT(string(out)) {
			t.Fatalf("got %q, want WebVTT in UTF-8", out)
		}
		if len(out) > 64+8*len(b) {
			t.Fatalf("got %d bytes of %d", len(out), len(b))
		}
		if isVTT(decode(b, language.Und)) {
			return // the cues are its own
		}
		if err := checkVTT(string(out)); err != nil {
			t.Fatalf("%v in %q", err, out)
		}
	})
}

// checkVTT reads what writeVTT wrote, by the specification's grammar.
func checkVTT(s string) error {
	last := ""
	for block := range strings.SplitSeq(strings.TrimPrefix(s, "WEBVTT\n\n"), "\n\n") {
		lines := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
		start, rest, ok := strings.Cut(lines[0], " --> ")
		end, _, _ := strings.Cut(rest, " ")
		if !ok || len(lines) < 2 {
			return fmt.Errorf("no cue: %q", block)
		}
		if len(start) != len(end) || start >= end || start < last {
			return fmt.Errorf("times out of order: %q", lines[0])
		}
		last = start
		for _, line := range lines[1:] {
			if strings.Contains(line, "-->") || strings.TrimSpace(line) == "" {
				return fmt.Errorf("a line that is no text: %q", line)
			}
		}
	}
	return nil
}
