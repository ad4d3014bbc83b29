package listfile

import (
	"math"
	"strconv"
	"strings"
)

// milliseconds reads seconds, "213" or "12.5", as milliseconds; 0 for anything
// that is no time, such as the -1 that stands for "not known".
func milliseconds(s string) int64 {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || !(f > 0) || f*1000 >= MaxTime {
		return 0
	}
	return int64(math.Round(f * 1000))
}

// seconds writes milliseconds as seconds, with as many places as it takes.
func seconds(ms int64) string {
	s := strconv.FormatInt(ms/1000, 10)
	if rest := ms % 1000; rest > 0 {
		s += "." + strings.TrimRight(strconv.FormatInt(1000+rest, 10)[1:], "0")
	}
	return s
}
