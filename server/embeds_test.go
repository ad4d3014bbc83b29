package server

import (
	"strings"
	"testing"
)

// directive is what a policy allows for one kind of thing.
func directive(t *testing.T, policy, name string) []string {
	t.Helper()
	var found []string
	for part := range strings.SplitSeq(policy, "; ") {
		if fields := strings.Fields(part); fields[0] == name {
			if found != nil {
				t.Errorf("%s is there twice in %q", name, policy)
			}
			found = fields[1:]
		}
	}
	return found
}

func TestPlayerPolicyNamesTheServicesAndNobodyElse(t *testing.T) {
	for name, want := range map[string]string{
		"script-src": "'self' https://www.youtube.com https://geo.dailymotion.com https://player.twitch.tv https://w.soundcloud.com",
		"frame-src": "'self' https://www.youtube.com https://www.youtube-nocookie.com https://player.vimeo.com https://geo.dailymotion.com" +
			" https://player.twitch.tv https://clips.twitch.tv https://w.soundcloud.com",
		"frame-ancestors": "'none'",
		"default-src":     "'none'",
	} {
		if got := strings.Join(directive(t, playerPolicy, name), " "); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestOnlySpotifysRoomEvaluates(t *testing.T) {
	for name, p := range map[string]string{"other pages": policy, "the player page": playerPolicy} {
		if strings.Contains(p, "unsafe-eval") {
			t.Errorf("%s: %q allows eval()", name, p)
		}
	}
	want := "https://open.spotify.com https://embed-cdn.spotifycdn.com 'unsafe-eval'"
	if got := strings.Join(directive(t, roomPolicy, "script-src"), " "); got != want {
		t.Errorf("the room's script-src is %q, want %q", got, want)
	}
	if got := directive(t, framed(roomPolicy), "frame-ancestors"); len(got) != 1 || got[0] != "'self'" {
		t.Errorf("the room's frame-ancestors are %q, want 'self' alone", got)
	}
	if !strings.Contains(roomPolicy, "default-src 'none'") {
		t.Errorf("the room's policy %q allows what nobody thought of", roomPolicy)
	}
}
