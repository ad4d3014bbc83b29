// Package subtitle turns subtitle files into what browsers show: SubRip (SRT), in
// whatever character encoding, into WebVTT in UTF-8. It also reads from a file's
// name which language its subtitles are in. It knows no files, only their bytes.
//
// What a reader may rely on: [Convert] returns a WebVTT file that holds text,
// times and the tags b, i and u, whatever it was given; styles are left to who
// shows it. Its input is bounded by [MaxBytes], its output by a small multiple of
// that, and it takes time in proportion.
package subtitle
