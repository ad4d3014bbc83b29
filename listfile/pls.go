package listfile

import (
	"slices"
	"strconv"
	"strings"
)

// PLS is how radio stations and older players write lists: FileN, TitleN and LengthN
// (in seconds, -1 without end) in any order, below the heading [playlist].

const plsHeading = "[playlist]"

// isPLS reports whether a text begins as one.
func isPLS(text string) bool {
	return len(text) >= len(plsHeading) && strings.EqualFold(text[:len(plsHeading)], plsHeading)
}

// plsEntry is what stands about one number.
type plsEntry struct {
	item     Item
	location string
	line     int // of its file
}

func (c *collector) readPLS(text string) error {
	entries := map[int]*plsEntry{}
	for n, line := range lines(text) {
		key, value, _ := strings.Cut(line, "=")
		name := strings.TrimRight(strings.TrimSpace(key), "0123456789")
		number, err := strconv.Atoi(strings.TrimSpace(key)[len(name):])
		if err != nil {
			continue // the heading, NumberOfEntries, Version
		}
		e := entries[number]
		if e == nil {
			e = &plsEntry{}
			entries[number] = e
		}
		switch strings.ToLower(name) {
		case "file":
			e.location, e.line = value, n
		case "title":
			e.item.Title = value
		case "length":
			e.item.Duration = milliseconds(value)
		}
	}
	c.addPLS(entries)
	return nil
}

// addPLS takes the entries in by their numbers.
func (c *collector) addPLS(entries map[int]*plsEntry) {
	numbers := make([]int, 0, len(entries))
	for n, e := range entries {
		if e.line > 0 {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	for _, n := range numbers {
		c.add(entries[n].item, entries[n].line, entries[n].location)
	}
}
