package resolver

import "errors"

// ErrAddress says that a text is no web address.
var ErrAddress = errors.New("this is not a web address of a video or of music")

// ErrList says that an address leads to a list: [Resolver.Expand] knows what is in
// it.
var ErrList = errors.New("this is a list")

// ErrNoKey says that YouTube wants a key for what was asked: for what is in a list,
// and for a search.
var ErrNoKey = unsupported("YouTube's lists and its search need an API key on this server (--youtube-api-key); single videos do not")

// unsupported says that an address is fine but cannot be played. It is an
// [errors.ErrUnsupported].
func unsupported(why string) error { return &unsupportedError{why: why} }

// aList is an [ErrList], and an [errors.ErrUnsupported] to who knows no lists.
func aList(why string) error { return &unsupportedError{why: why, list: true} }

type unsupportedError struct {
	why  string
	list bool
}

func (e *unsupportedError) Error() string { return e.why }
func (e *unsupportedError) Is(target error) bool {
	return target == errors.ErrUnsupported || e.list && target == ErrList
}
