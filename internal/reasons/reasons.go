// Package reasons has every sentence in which the server tells people why something
// cannot be played, taken in or sent, each with a code.
//
// The sentences themselves are made where the reason is found, by packages that know
// nothing of this one; its tests read their sources and fail where a sentence has no
// row here, or a row no sentence. On the wire the sentence stays what it is, and the
// code stands beside it; pages have the same table (web/shared/reason-table.js, made
// by go generate) and say it in their reader's language. See docs/adr/0017.
package reasons

//go:generate go run ./write

import (
	"regexp"
	"strings"
)

// Row is one sentence.
type Row struct {
	// Code says the same in one word. It is kept; several sentences may share it.
	Code string
	// Text is the sentence, with {} for what differs from one to the next: a number, a
	// service, another reason.
	Text string
}

// Because is a reason as programs read it.
type Because struct {
	Code   string   `json:"code"`
	Values []string `json:"values,omitempty"` // what stands at each {}, in order
}

// forms are the rows' sentences as patterns, in the order of [Rows].
var forms = func() []*regexp.Regexp {
	out := make([]*regexp.Regexp, len(Rows))
	for i, r := range Rows {
		out[i] = regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(r.Text), `\{\}`, "(.+)") + "$")
	}
	return out
}()

// Of recognises a sentence; nil is none of ours.
func Of(text string) *Because {
	for i, form := range forms {
		if m := form.FindStringSubmatch(text); m != nil {
			return &Because{Rows[i].Code, m[1:]}
		}
	}
	return nil
}
