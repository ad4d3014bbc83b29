// Package fetch asks the web on behalf of strangers: any guest of a session
// chooses the address. What a caller may rely on:
//
//   - Only http and https, and only public addresses are connected to. The
//     address is checked when the socket is about to connect, so names, redirects
//     and names that change their address between two looks make no difference.
//   - No proxy, cookie, credential or Referer goes along; the User-Agent names the
//     project.
//   - A request ends within [Timeout], follows at most maxRedirects, and holds at
//     most [MaxBody] of memory, compressed or not.
//   - While one address is being asked, others who ask for it wait for the same
//     answer.
//
// Errors are of type [*Error], with a sentence for people.
package fetch
