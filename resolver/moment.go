package resolver

import (
	"math"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// maxDuration bounds a position and a length from outside, in milliseconds: 30
// days. What is longer is a mistake or no length.
const maxDuration = 30 * 24 * 60 * 60 * 1000

// milliseconds returns seconds in milliseconds; 0, which is unknown, if they make
// no sense.
func milliseconds(seconds float64) int64 {
	if ms := math.Round(seconds * 1000); ms > 0 && ms <= maxDuration {
		return int64(ms)
	}
	return 0
}

var unitsForm = regexp.MustCompile(`^(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9}(?:\.\d{1,9})?)s?)?$`)

// moment reads a time as links and feeds have it, and returns milliseconds: 90,
// 90.5, 90s, 1m30s, 1h, 1:30, 1:02:03. Anything else is 0.
func moment(s string) int64 {
	s = strings.ToLower(strings.TrimSpace(s))
	if strings.Contains(s, ":") {
		return clock(s)
	}
	f := unitsForm.FindStringSubmatch(s)
	if f == nil {
		return 0
	}
	return milliseconds(number(f[1])*3600 + number(f[2])*60 + number(f[3]))
}

var clockForm = regexp.MustCompile(`^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:\.\d{1,9})?)$`)

// clock reads [hours:]minutes:seconds.
func clock(s string) int64 {
	f := clockForm.FindStringSubmatch(s)
	if f == nil {
		return 0
	}
	return milliseconds(number(f[1])*3600 + number(f[2])*60 + number(f[3]))
}

var isoForm = regexp.MustCompile(`^P(?:(\d{1,4})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:[.,]\d{1,9})?)S)?)?$`)

// isoDuration reads a duration as in ISO 8601 (PT1H2M3.5S) and returns
// milliseconds. Years and months, which have no fixed length, are 0.
func isoDuration(s string) int64 {
	f := isoForm.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(s)))
	if f == nil {
		return 0
	}
	seconds := strings.Replace(f[4], ",", ".", 1)
	return milliseconds(number(f[1])*86400 + number(f[2])*3600 + number(f[3])*60 + number(seconds))
}

// number reads what a pattern has found to be one; "" is 0.
func number(s string) float64 {
	n, _ := strconv.ParseFloat(s, 64)
	return n
}

// startOf returns the first of the query's values, or of those of the fragment
// (#t=90), that is a time. Media Fragments' ranges (#t=10,20) count from their
// first part.
func startOf(u *url.URL, names ...string) int64 {
	query, _ := url.ParseQuery(u.RawQuery)
	for _, n := range names {
		if ms := moment(query.Get(n)); ms > 0 {
			return ms
		}
	}
	fragment, err := url.ParseQuery(u.Fragment)
	if err != nil {
		return 0
	}
	from, _, _ := strings.Cut(strings.TrimPrefix(fragment.Get("t"), "npt:"), ",")
	return moment(from)
}
