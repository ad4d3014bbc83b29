package server

import "testing"

func TestSmallTemplates(t *testing.T) {
	source := "// About it.\nexport const styles = css`\n  .a {\n    color: red; /* stays */\n  }\n  /* Why. */\n  .b {\n    margin: 0\n      auto;\n  }\n`;\nexport const kept = html`<p title=\"a/* b */\">\n    ${ 1 + 1 }</p>`;\n"
	want := "export const styles=css`\n.a {\ncolor: red; /* stays */\n}\n.b {\nmargin: 0\nauto;\n}\n`,kept=html`<p title=\"a/* b */\">\n${2}</p>`;\n"
	got, err := small("remote/x.js", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
