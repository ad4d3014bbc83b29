package server

// Links knows what links lead to. It is safe for concurrent use.
type Links interface {
	// CanSearch reports whether videos can be found by words.
	CanSearch() bool
}
