package server

import (
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"remoted/listfile"
	"remoted/protocol"
	"remoted/session"
)

const (
	// Lists that an address takes away as files: one of 5,000 items is 2 MB and half a
	// second of a processor.
	exportRate  = 5.0 // a second
	exportBurst = 100
)

// listOf is a session as a list: what people put there, and what it is set to.
// What plays because nobody asked for anything is no part of it.
func listOf(v session.View) (listfile.List, time.Time, error) {
	var st protocol.State
	now := time.Now()
	if err := json.Unmarshal(v.State, &st); err != nil {
		return listfile.List{}, now, fmt.Errorf("read the state: %w", err)
	}
	list := listfile.List{State: &listfile.State{
		Volume: st.Volume, Muted: st.Muted, Repeat: st.Repeat, Shuffle: st.Shuffle,
		Captions: string(st.Captions), Rate: st.Playback.Rate, Current: -1,
	}}
	for _, it := range st.Items {
		if it.Fallback {
			continue
		}
		if it.ID == string(st.Playback.Item) {
			list.State.Current, list.State.Position = len(list.Items), positionAt(st.Playback, it, now)
		}
		list.Items = append(list.Items, listfile.Item{
			URL: it.Media.URL, Title: it.Media.Title, Duration: it.Media.Duration, Thumbnail: it.Media.Thumbnail,
			Start: it.Start, End: it.End,
			Kept: &listfile.Kept{
				Provider: it.Media.Provider, Ref: it.Media.Ref,
				Client: it.AddedBy.Client, Name: it.AddedBy.Name, AddedAt: it.AddedAt, Failed: it.Failed,
			},
		})
	}
	return list, now, nil
}

// positionAt is where the playback is in its item now.
func positionAt(p protocol.Playback, it protocol.Item, now time.Time) int64 {
	at := p.Position
	if gone := now.UnixMilli() - p.At; p.Status == "playing" && !p.Held && gone > 0 {
		at += int64(float64(gone) * p.Rate)
	}
	end := it.Media.Duration
	if it.End > 0 {
		end = it.End
	}
	if end > 0 {
		at = min(at, end)
	}
	return at
}

// encodeList writes a list as a file, when it is its turn.
func (s *Server) encodeList(c echo.Context, list listfile.List, f listfile.Format) ([]byte, error) {
	if err := s.reading.take(c.Request().Context()); err != nil {
		return nil, err
	}
	defer s.reading.giveBack()
	if f != listfile.JSON { // which is for this server, or another of its kind
		s.sendAway(c, &list)
	}
	return listfile.Encode(list, f)
}

// sendList answers with a list as a file of that name.
func (s *Server) sendList(c echo.Context, list listfile.List, f listfile.Format, name string) error {
	data, err := s.encodeList(c, list, f)
	if err != nil {
		return err
	}
	h := c.Response().Header()
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name + "." + string(f)}))
	h.Set("Cache-Control", "no-store")
	return c.Blob(http.StatusOK, f.MediaType(), data)
}
