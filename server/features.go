package server

import "remoted/upload"

// features are what this server offers beside the contract, so that a page shows
// no button for what is not there.
type features struct {
	Library bool          `json:"library"` // a folder of media is shared
	Search  bool          `json:"search"`  // videos are found by words
	Uploads *uploadBounds `json:"uploads"` // files are taken from phones; null: they are not
	Lists   bool          `json:"lists"`   // lists are saved by name

	// Dailymotion is the id of the player that its embeds want, made by the operator
	// at Dailymotion; no secret. Absent: its videos cannot be played.
	Dailymotion string `json:"dailymotion,omitempty"`
}

// uploadBounds are how much is taken from phones.
type uploadBounds struct {
	MaxBytes int64 `json:"maxBytes"` // of one file
	MaxFiles int   `json:"maxFiles"` // of a session
}

func (s *Server) features() features {
	return features{
		Library: s.library != nil,
		Search:  s.config.Links != nil && s.config.Links.CanSearch(),
		Uploads: s.uploadBounds(),
		Lists:   s.lists != nil,

		Dailymotion: s.config.Dailymotion,
	}
}

func (s *Server) uploadBounds() *uploadBounds {
	if s.uploads == nil {
		return nil
	}
	return &uploadBounds{MaxBytes: s.uploads.MaxBytes(), MaxFiles: upload.MaxFiles}
}
