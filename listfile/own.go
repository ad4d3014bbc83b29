package listfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// version of our own format. It grows when an older program could no longer read
// what is written; testdata/remoted-1.json freezes it.
const version = 1

// The shape of our own format: {"remoted":1, …}.
type (
	ownFile struct {
		Remoted  int          `json:"remoted"`
		Title    string       `json:"title,omitempty"`
		Items    []ownItem    `json:"items"`
		Settings *ownSettings `json:"settings,omitempty"`
		Current  *ownCurrent  `json:"current,omitempty"`
	}
	ownItem struct {
		Media   ownMedia   `json:"media"`
		Start   int64      `json:"start,omitempty"`
		End     int64      `json:"end,omitempty"`
		AddedBy *ownAuthor `json:"addedBy,omitempty"`
		AddedAt int64      `json:"addedAt,omitempty"`
		Failed  string     `json:"failed,omitempty"`
	}
	ownMedia struct {
		Provider  string `json:"provider,omitempty"`
		Ref       string `json:"ref,omitempty"`
		URL       string `json:"url"`
		Title     string `json:"title,omitempty"`
		Duration  int64  `json:"duration,omitempty"`
		Thumbnail string `json:"thumbnail,omitempty"`
	}
	ownAuthor struct {
		Client string `json:"client,omitempty"`
		Name   string `json:"name,omitempty"`
	}
	ownSettings struct {
		Volume   int     `json:"volume"`
		Muted    bool    `json:"muted"`
		Repeat   string  `json:"repeat"`
		Shuffle  bool    `json:"shuffle"`
		Captions *string `json:"captions"`
		Rate     float64 `json:"rate"`
	}
	ownCurrent struct {
		Item     int   `json:"item"` // index
		Position int64 `json:"position"`
	}
)

// readOwn reads our own format. It is strict where others are loose: what is wrong
// in a backup must be known before it is taken for whole.
func (c *collector) readOwn(data []byte) error {
	var version1 struct {
		Remoted int `json:"remoted"`
	}
	if err := json.Unmarshal(data, &version1); err != nil || version1.Remoted < 1 {
		return noList("this list does not say in which version it is written")
	}
	if version1.Remoted > version {
		return ErrNewer
	}
	var file ownFile
	if err := json.Unmarshal(data, &file); err != nil {
		return wrongType(err)
	}
	c.list.Title = file.Title
	if err := c.ownState(file); err != nil {
		return err
	}
	current := -1
	for i, it := range file.Items {
		if c.add(it.item(), 0, it.Media.URL) && file.Current != nil && file.Current.Item == i {
			current = len(c.list.Items) - 1
		}
	}
	if c.list.State != nil && current >= 0 {
		c.list.State.Current, c.list.State.Position = current, inTime(file.Current.Position)
	}
	return nil
}

func wrongType(err error) error {
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && e.Field != "" {
		return noList("%s is of the wrong type, %s", e.Field, e.Value)
	}
	return noList("this JSON cannot be read")
}

// ownState takes the settings, each within its bounds.
func (c *collector) ownState(file ownFile) error {
	in := file.Settings
	if in == nil {
		if file.Current != nil {
			return noList("a current item needs the settings beside it")
		}
		return nil
	}
	s := State{Volume: in.Volume, Muted: in.Muted, Repeat: in.Repeat, Shuffle: in.Shuffle, Rate: in.Rate, Current: -1}
	if in.Captions != nil {
		s.Captions = *in.Captions
	}
	switch {
	case s.Volume < 0 || s.Volume > 100:
		return noList("settings.volume is not from 0 to 100")
	case s.Repeat != "none" && s.Repeat != "one" && s.Repeat != "all":
		return noList("settings.repeat is not none, one or all")
	case !(s.Rate >= 0.25 && s.Rate <= 2):
		return noList("settings.rate is not from 0.25 to 2")
	case len(s.Captions) > maxWord || strings.ContainsFunc(s.Captions, notInTag):
		return noList("settings.captions is no language")
	}
	c.list.State = &s
	return nil
}

// notInTag reports whether a language tag (BCP 47) may not hold r.
func notInTag(r rune) bool {
	return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-')
}

func (it ownItem) item() Item {
	kept := &Kept{
		Provider: cut(plain(it.Media.Provider), maxWord), Ref: it.Media.Ref,
		AddedAt: inTime(it.AddedAt), Failed: cut(plain(it.Failed), maxReason),
	}
	if len(kept.Ref) > MaxURL {
		kept.Ref = ""
	}
	if it.AddedBy != nil {
		kept.Client, kept.Name = cut(it.AddedBy.Client, maxWord), shorten(plain(it.AddedBy.Name), maxName)
	}
	if *kept == (Kept{}) {
		kept = nil
	}
	return Item{
		Title: it.Media.Title, Duration: it.Media.Duration, Thumbnail: it.Media.Thumbnail,
		Start: it.Start, End: it.End, Kept: kept,
	}
}

func encodeOwn(l List) ([]byte, error) {
	file := ownFile{Remoted: version, Title: title(l.Title), Items: make([]ownItem, len(l.Items))}
	for i, it := range l.Items {
		file.Items[i] = ownOf(tidy(it))
	}
	if s := l.State; s != nil {
		file.Settings = &ownSettings{s.Volume, s.Muted, s.Repeat, s.Shuffle, nil, s.Rate}
		if s.Captions != "" {
			file.Settings.Captions = &s.Captions
		}
		if s.Current >= len(l.Items) {
			return nil, fmt.Errorf("the current item is the %dth of %d", s.Current+1, len(l.Items))
		}
		if s.Current >= 0 {
			file.Current = &ownCurrent{s.Current, s.Position}
		}
	}
	return indented(file)
}

func ownOf(it Item) ownItem {
	out := ownItem{
		Media: ownMedia{URL: it.URL, Title: it.Title, Duration: it.Duration, Thumbnail: it.Thumbnail},
		Start: it.Start, End: it.End,
	}
	if k := it.Kept; k != nil {
		out.Media.Provider, out.Media.Ref = k.Provider, k.Ref
		out.AddedAt, out.Failed = k.AddedAt, k.Failed
		if k.Client != "" || k.Name != "" {
			out.AddedBy = &ownAuthor{k.Client, k.Name}
		}
	}
	return out
}
