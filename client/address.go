package client

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/google/uuid"

	"remoted/protocol"
)

// Address says where a session is.
type Address struct {
	Server  *url.URL      // scheme and host only
	Session string        // UUID; or empty, and Code leads to it
	Code    string        // join code, as given
	Role    protocol.Role // that the link asks for; empty when it does not
}

// ParseAddress reads a session's link (http://host/s/UUID, with or without
// ?as=player or ?as=remote), a join link (http://host/j/CODE), or a join code or a
// session's UUID alone. The last two need server, the address of a server.
func ParseAddress(target, server string) (Address, error) {
	target = strings.TrimSpace(target)
	if target == "" {
		return Address{}, fmt.Errorf("no session is given")
	}
	if !strings.Contains(target, "/") {
		return parseBare(target, server)
	}
	u, err := parseServer(target)
	if err != nil {
		return Address{}, err
	}
	a := Address{Server: &url.URL{Scheme: u.Scheme, Host: u.Host}}
	kind, value, _ := strings.Cut(strings.Trim(u.Path, "/"), "/")
	switch {
	case kind == "s" && uuid.Validate(value) == nil:
		a.Session = strings.ToLower(value)
	case kind == "j" && value != "" && !strings.Contains(value, "/"):
		a.Code = value
	default:
		return Address{}, fmt.Errorf("%q is not a session's link, such as http://tv.local:8080/s/UUID", target)
	}
	switch as := protocol.Role(u.Query().Get("as")); as {
	case protocol.Player, protocol.Remote:
		a.Role = as
	}
	return a, nil
}

// parseBare reads what stands without an address: a UUID or a code.
func parseBare(target, server string) (Address, error) {
	if server == "" {
		return Address{}, fmt.Errorf("%q needs the address of a server", target)
	}
	u, err := parseServer(server)
	if err != nil {
		return Address{}, err
	}
	a := Address{Server: &url.URL{Scheme: u.Scheme, Host: u.Host}}
	if id, err := uuid.Parse(target); err == nil {
		a.Session = id.String()
	} else {
		a.Code = target
	}
	return a, nil
}

// parseServer reads an address; without a scheme it is http.
func parseServer(text string) (*url.URL, error) {
	if !strings.Contains(text, "://") {
		text = "http://" + text
	}
	u, err := url.Parse(text)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" {
		return nil, fmt.Errorf("%q is not an address such as http://tv.local:8080", text)
	}
	return u, nil
}

// webSocket is the address of the server's WebSocket.
func (a Address) webSocket() string {
	u := *a.Server.JoinPath("ws")
	u.Scheme = strings.Replace(u.Scheme, "http", "ws", 1)
	return u.String()
}

// find asks the server which session a code leads to.
func (a *Address) find(ctx context.Context, transport *http.Transport) error {
	if a.Session != "" {
		return nil
	}
	u := a.Server.JoinPath("api", "codes", a.Code)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return fmt.Errorf("look up code %q: %w", a.Code, err)
	}
	resp, err := (&http.Client{Transport: transport}).Do(req)
	if err != nil {
		return fmt.Errorf("look up code %q: %w", a.Code, err)
	}
	defer resp.Body.Close()
	var answer struct {
		Session string
		Error   *Error
	}
	err = json.NewDecoder(io.LimitReader(resp.Body, maxAnswer)).Decode(&answer)
	switch {
	case err == nil && answer.Error != nil:
		return fmt.Errorf("look up code %q: %w", a.Code, answer.Error)
	case err != nil || resp.StatusCode != http.StatusOK || uuid.Validate(answer.Session) != nil:
		return fmt.Errorf("look up code %q: %s does not answer as a server of this kind (%s)", a.Code, a.Server, resp.Status)
	}
	a.Session = answer.Session
	return nil
}
