package reasons

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

const root = "../.."

func TestOf(t *testing.T) {
	for text, want := range map[string]*Because{
		"this file is empty": {Code: "empty_file", Values: []string{}},
		"ftp addresses cannot be played, only http and https":                          {Code: "other_scheme", Values: []string{"ftp"}},
		"the session is full: 3 of this list's 40 items did not fit":                   {Code: "list_did_not_fit", Values: []string{"3", "40"}},
		"the rest did not come: the site took too long to answer":                      {Code: "list_broke_off", Values: []string{"the site took too long to answer"}},
		"a name is neither . nor .., and has 1 to 60 characters, none of them / or \\": {Code: "saved_list_name", Values: []string{"60"}},
		"The video was taken down":                                                     nil,
		"":                                                                             nil,
		"this file is empty too":                                                       nil,
	} {
		if got := Of(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, want %+v", text, got, want)
		}
	}
}

// A sentence means one code: none fits a row before its own.
func TestRowsAreApart(t *testing.T) {
	for _, r := range Rows {
		if got := Of(strings.ReplaceAll(r.Text, "{}", "7")); got == nil || got.Code != r.Code {
			t.Errorf("%q: got %+v, want %s", r.Text, got, r.Code)
		}
		if !regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`).MatchString(r.Code) {
			t.Errorf("%q is no code", r.Code)
		}
	}
}

func TestFilesAreFresh(t *testing.T) {
	for name, want := range Files() {
		got, err := os.ReadFile(filepath.Join(root, name))
		if err != nil || string(got) != want {
			t.Errorf("%s is not what the table makes; run go generate ./internal/reasons (%v)", name, err)
		}
	}
}
