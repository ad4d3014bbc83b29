package fetch

import "time"

// Limits. The other side may be slow, endless or hostile.
const (
	// Timeout bounds a request: name, connection, redirects and body together.
	// A title that takes longer is of no more use to the person who waits.
	Timeout = 5 * time.Second

	// MaxBody bounds what is read of a body, in bytes, once as it comes over the
	// wire and once unpacked. The largest pages in use have 1.5 MB of HTML.
	MaxBody = 2 << 20

	// maxRedirects is one for https, one for "www." and one for a short link.
	maxRedirects = 3

	// maxURL bounds an address in bytes; it is the protocol's.
	maxURL = 2048

	// maxHeaders bounds a response's headers, in bytes. The largest seen from
	// real services have 20 kB, most of it policies.
	maxHeaders = 64 << 10

	// sniffed is how much of a body tells its type, in bytes: what the WHATWG's
	// MIME Sniffing Standard looks at, give or take.
	sniffed = 512

	// idleTimeout keeps a connection for the next item of the same service.
	idleTimeout = 10 * time.Second

	// idlePerHost and idleConns bound the connections that are kept.
	idlePerHost = 2
	idleConns   = 16

	// lowestFreePort is where ports begin that no system service of old owns.
	// Below it only 80 and 443 are asked: nobody shall talk to a mail server
	// through this one.
	lowestFreePort = 1024
)

// userAgent names the project to those who read their logs.
const userAgent = "Mozilla/5.0 (compatible; remoted; link preview)"
