// Package library serves folders of media files: it finds them, knows their
// titles and durations, searches them, and hands out their bytes by range.
//
// What a reader may rely on:
//
//   - A [Library] is safe for use by several goroutines. [Library.Search] and
//     [Library.Get] read an immutable index that is swapped as a whole: they
//     never wait for a scan and never see half of one.
//   - A file is listed when its extension and its first bytes both say that it
//     is media that browsers commonly play. Names that begin with a dot are
//     skipped, files and folders alike.
//   - Nothing outside the given folders can be reached. Every access goes
//     through [os.Root]: a symbolic link is followed when it stays inside, links
//     that leave the folder and absolute links are refused, and links to folders
//     are not descended into.
//   - An ID names the place of a file: it stays while the file stays there, over
//     restarts and whatever happens to other files. It does not tell the path.
//   - Changes show within about a second where the file system reports them,
//     else at the next rescan. A file that is still being written is listed when
//     its size and time stood still between two looks; only the first scan takes
//     what is there as it is, and corrects it after.
//   - Nothing is ever written to the folders.
//   - A scan only notes that there is a cover or a file of subtitles. They are
//     read when somebody asks, a few at a time, and what is served is made anew:
//     a small JPEG, WebVTT in UTF-8. Covers are kept in [Options].Cache.
//   - Text from files (titles, names) is valid UTF-8 in NFC, without control
//     characters and of bounded length. It is text: whoever shows it escapes it.
//   - All input is bounded; limits.go has the figures and the reasons, those of
//     one container format stand with its parser.
package library
