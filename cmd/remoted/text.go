package main

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// plain makes text of others fit for a terminal: a control character could change
// what it shows or does, and a mark of direction the order in which it is read.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return ' '
		case direction(r):
			return -1
		}
		return r
	}, s)
}

func direction(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f' || r == '\u061c'
}

// plainJSON is plain for JSON: the same characters, escaped. They stand in strings
// only.
func plainJSON(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r != utf8.RuneError && r >= ' ' && (unicode.IsControl(r) || direction(r) || r == '\u2028' || r == '\u2029') {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	return out
}

// fit cuts a text to so many characters.
func fit(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// clock writes a time in the media as people do: 1:05, 1:01:05.
func clock(d time.Duration) string {
	s := int64(d / time.Second)
	if s < 3600 {
		return fmt.Sprintf("%d:%02d", s/60, s%60)
	}
	return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
}

// length is the duration of media, which may not be known.
func length(ms int64) string {
	if ms <= 0 {
		return "-:--"
	}
	return clock(time.Duration(ms) * time.Millisecond)
}

var errTime = errors.New("this is not a time such as 90, 1:30, 1:02:03 or 1m30s")

// maxTime is beyond any media, and far from what an integer holds.
const maxTime = 1000 * time.Hour

var clockTime = regexp.MustCompile(`^(?:(?:(\d{1,3}):)?(\d{1,5}):)?(\d{1,7}(?:\.\d{1,3})?)$`)

// parseTime reads a time in the media.
func parseTime(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if m := clockTime.FindStringSubmatch(s); m != nil {
		seconds, _ := strconv.ParseFloat(m[3], 64) // the pattern admits numbers only
		minutes, _ := strconv.Atoi(m[2])
		hours, _ := strconv.Atoi(m[1])
		if m[2] != "" && seconds >= 60 || m[1] != "" && minutes >= 60 {
			return 0, errTime
		}
		d = time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute + time.Duration(seconds*1000)*time.Millisecond
		err = nil
	}
	if err != nil || d < 0 || d > maxTime {
		return 0, errTime
	}
	return d, nil
}

// onOff reads a switch.
func onOff(s string) (bool, error) {
	switch s {
	case "on":
		return true, nil
	case "off":
		return false, nil
	}
	return false, errors.New("this is on or off")
}
