package subtitle

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	// tag is what SubRip files mark text up with: of HTML, or of SubStation Alpha.
	tag = regexp.MustCompile(`</?[A-Za-z][^<>\n]*>|\{\\[^{}\n]*\}`)
	// kept are the tags that WebVTT has as well.
	kept = regexp.MustCompile(`(?i)^</?[biu]>$`)
	// atTop places a cue at the upper edge (SubStation Alpha, \an7 to \an9).
	atTop = regexp.MustCompile(`\{\\an[789]\}`)
)

// markup makes the lines of a cue fit for WebVTT: no blank lines, which would end
// it, no tags but its own, and nothing that reads as one.
func markup(lines []string) (text string, top bool) {
	var out []string
	for _, line := range lines {
		top = top || atTop.MatchString(line)
		if line = strings.TrimSpace(markupLine(line)); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n"), top
}

func markupLine(line string) string {
	line = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, line)
	var b strings.Builder
	last := 0
	for _, at := range tag.FindAllStringIndex(line, -1) {
		b.WriteString(escape(line[last:at[0]]))
		if t := line[at[0]:at[1]]; kept.MatchString(t) {
			b.WriteString(strings.ToLower(t))
		}
		last = at[1]
	}
	b.WriteString(escape(line[last:]))
	return b.String()
}

// escape makes text of what might be read as a tag, a time or an entity.
func escape(s string) string {
	if !strings.ContainsAny(s, "&<>") {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&' && !isEntity(s[i:]):
			b.WriteString("&amp;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isEntity reports whether text begins with an entity that WebVTT knows.
func isEntity(s string) bool {
	return slices.ContainsFunc(entities, func(e string) bool { return strings.HasPrefix(s, e) })
}

var entities = []string{"&amp;", "&lt;", "&gt;", "&nbsp;", "&lrm;", "&rlm;"}
