// Package listfile reads and writes lists of things to play, as files: M3U, XSPF,
// JSPF, plain text with links, and this project's own JSON, which alone holds all
// of a session. docs/lists.md says what each of them keeps.
//
// [Parse] looks at the content; a file's name is a hint and no more, since phones
// and chats rename what they pass on. It is the project's one reader of lists: what
// a link on the web leads to is read by it as well.
//
// The package is a leaf. It knows no library and no server: [Files] says what to do
// with an entry that is a path on a disk. Nothing that a file holds makes it panic,
// ask outside, or take more memory than a few times the file: entities of XML are
// not expanded, and depth, entries and texts are bounded.
package listfile
