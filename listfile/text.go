package listfile

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Plain text: what people keep in notes and paste from chats. A line has a link,
// perhaps with a title before or after it; # begins a comment, and so do ; and ], as
// in the lists of links that downloaders read.

var (
	linkInText = regexp.MustCompile(`(?i)https?://[^\s<>"]+`)
	// inAngles is what [Encode] writes: Title <link>.
	inAngles = regexp.MustCompile(`(?i)^(.*?)\s*<(https?://[^\s<>"]+|/[^\s<>"]+)>$`)
	// inMarkdown is a link of Markdown, in a list or not: - [Title](link).
	inMarkdown = regexp.MustCompile(`(?i)^\W{0,4}\[([^\]]*)\]\((https?://[^\s<>"]+)\)\W{0,4}$`)
	// bullet is how people begin the lines of a list: "- ", "• ", "3. ", "12) ".
	bullet = regexp.MustCompile(`^(?:[-*+•–]|\d{1,4}[.)])\s+`)
	// looksLikeFile tells a path from a sentence.
	looksLikeFile = regexp.MustCompile(`^[^\s].*(?:[/\\]|\.[A-Za-z0-9]{2,4}$)`)
)

func (c *collector) readText(text string) {
	c.ids = true
	for n, line := range lines(text) {
		if line != "" && !isComment(line) {
			c.addLine(n, line)
		}
	}
}

func isComment(line string) bool { return strings.ContainsRune("#;]", rune(line[0])) }

func (c *collector) addLine(n int, line string) {
	for _, form := range []*regexp.Regexp{inAngles, inMarkdown} {
		if m := form.FindStringSubmatch(line); m != nil && !linkInText.MatchString(m[1]) {
			c.add(Item{Title: m[1]}, n, m[2])
			return
		}
	}
	found := linkInText.FindAllStringIndex(line, MaxItems)
	switch len(found) {
	case 0:
		c.addWithoutLink(n, bullet.ReplaceAllString(line, ""))
	case 1:
		at := found[0]
		link := trimProse(line[at[0]:at[1]])
		name := label(line[:at[0]])
		if name == "" {
			name = label(line[at[0]+len(link):])
		}
		c.add(Item{Title: name}, n, link)
	default:
		for _, at := range found {
			c.add(Item{}, n, trimProse(line[at[0]:at[1]]))
		}
	}
}

// addWithoutLink takes a line that has none: an id, a path, or a sentence.
func (c *collector) addWithoutLink(n int, line string) {
	if c.files == nil && !IsYouTubeID(line) && schemeOf(line) == "" && !looksLikeFile.MatchString(line) {
		c.skip(n, line, "there is no link in this line")
		return
	}
	c.add(Item{}, n, line)
}

// label is the text beside a link without what joins the two.
func label(s string) string {
	s = bullet.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.Trim(s, " \t-–—:|,;<>()[]\"'“”„»«→*•.")
}

// prose is the punctuation of a sentence that may follow a link.
const prose = `.,;:!?'"*_…。，、！？»”’`

// trimProse cuts the punctuation of the sentence off a link, and brackets that were
// opened before it.
func trimProse(link string) string {
	extra := map[rune]int{}
	for _, pair := range []string{"()", "[]", "{}"} {
		extra[rune(pair[1])] = strings.Count(link, pair[1:]) - strings.Count(link, pair[:1])
	}
	for end := len(link); end > 0; {
		r, size := utf8.DecodeLastRuneInString(link[:end])
		if extra[r] <= 0 && !strings.ContainsRune(prose, r) {
			return link[:end]
		}
		extra[r]--
		end -= size
	}
	return ""
}

func encodeText(l List) []byte {
	var b strings.Builder
	for _, it := range l.Items {
		b.WriteString(textLine(tidy(it)) + "\n")
	}
	heading := title(l.Title)
	if heading != "" || strings.HasPrefix(b.String(), "{") || strings.HasPrefix(b.String(), "[") || strings.HasPrefix(b.String(), "<") {
		return []byte(strings.TrimSpace("# "+heading) + "\n" + b.String()) // nobody takes it for JSON or XML then
	}
	return []byte(b.String())
}

// textLine is an item with its title, unless that would be read as something else.
func textLine(it Item) string {
	address := strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22").Replace(line(it.URL))
	with := it.Title + " <" + address + ">"
	var c collector
	c.files = func(path string) (string, string) { return path, "" }
	if it.Title != "" && !isComment(it.Title) {
		c.addLine(1, with)
		if len(c.list.Items) == 1 && c.list.Items[0].Title == it.Title && c.list.Items[0].URL == address {
			return with
		}
	}
	if schemeOf(address) == "" {
		return address
	}
	if trimProse(address) != address {
		return "<" + address + ">"
	}
	return address
}
