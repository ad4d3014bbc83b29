package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/signal"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"

	"remoted/client"
	"remoted/protocol"
)

// answerTimeout is how long a server may take for all that a subcommand asks.
const answerTimeout = 15 * time.Second

// subcommand is what `remoted NAME` does with a session.
type subcommand struct {
	name, args, doc string
	least, most     int // arguments; a most of -1: any number
	endless         bool
	// prepare adds the subcommand's own flags and returns what reads its arguments.
	prepare func(*flag.FlagSet) parser
}

// parser reads arguments; an error says what is wrong with them.
type parser func(args []string) (action, error)

// action does what was asked for.
type action func(context.Context, *terminal) error

// terminal is where a subcommand works.
type terminal struct {
	*client.Client
	server *url.URL
	in     io.Reader
	out    io.Writer
}

// subcommands are all of them, in the order of the help.
var subcommands = slices.Concat(listCommands, fileCommands, steerCommands, showCommands)

const sessionUsage = `Each command acts on the session that --session or REMOTED_SESSION names: a
session's link, a join link, or a code with --server. "remoted NAME --help" tells
more about one.
`

// printSubcommands is the part of the help that lists the subcommands.
func printSubcommands(out io.Writer) {
	fmt.Fprint(out, "\nCommands, which steer a session of a running server:\n\n")
	for _, s := range subcommands {
		fmt.Fprintf(out, "  %-32s %s\n", s.name+" "+s.args, s.doc)
	}
	fmt.Fprintf(out, "  %-32s %s\n\n%s", "serve [flags]", "serve, as without a command", sessionUsage)
}

// runSubcommand runs `remoted NAME …` and returns its exit status.
func runSubcommand(args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	return steer(ctx, args, getenv, stdout, stderr)
}

func steer(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	i := slices.IndexFunc(subcommands, func(s subcommand) bool { return s.name == args[0] })
	if i < 0 {
		fmt.Fprintf(stderr, "remoted: there is no command %q; remoted --help lists them\n", args[0])
		return exitUsage
	}
	s := subcommands[i]
	o, do, err := s.parse(args[1:], getenv, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "remoted: %s: %s; remoted %s --help tells more\n", s.name, plain(oneLine(err).Error()), s.name)
		return exitUsage
	}
	if err := s.act(ctx, o, do, stdout); err != nil {
		fmt.Fprintf(stderr, "remoted: %s: %s\n", s.name, reason(err))
		return exitError
	}
	return exitOK
}

// where is the session that a subcommand acts on.
type where struct{ session, server, name string }

// parse reads the arguments. Flags may stand anywhere among them.
func (s *subcommand) parse(args []string, getenv func(string) string, help io.Writer) (where, action, error) {
	var w where
	fs := flag.NewFlagSet(s.name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	fs.StringVar(&w.session, "session", "", "the session's `link` or code; else REMOTED_SESSION")
	fs.StringVar(&w.server, "server", "http://localhost:8080", "`address` of the server, for a code; also REMOTED_SERVER")
	fs.StringVar(&w.name, "name", "terminal", "the `name` that others see; also REMOTED_NAME")
	read := s.prepare(fs)
	rest, err := interspersed(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(help, "remoted %s: %s.\n\nUsage: remoted %s [flags] %s\n\n", s.name, s.doc, s.name, s.args)
		fs.SetOutput(help)
		fs.PrintDefaults()
	}
	if err != nil {
		return w, nil, err
	}
	if err := fromEnvironment(fs, sessionEnv(getenv)); err != nil {
		return w, nil, err
	}
	switch {
	case len(rest) < s.least && s.args != "":
		return w, nil, fmt.Errorf("this wants %s", s.args)
	case s.most >= 0 && len(rest) > s.most:
		return w, nil, fmt.Errorf("unexpected argument %q", rest[s.most])
	}
	do, err := read(rest)
	if err != nil {
		return w, nil, err
	}
	if w.session == "" {
		return w, nil, errors.New("no session is given; use --session or REMOTED_SESSION")
	}
	_, err = client.ParseAddress(w.session, w.server)
	return w, do, err
}

// sessionEnv lets only those flags come from the environment that all subcommands
// have.
func sessionEnv(getenv func(string) string) func(string) string {
	return func(name string) string {
		switch name {
		case "REMOTED_SESSION", "REMOTED_SERVER", "REMOTED_NAME":
			return getenv(name)
		}
		return ""
	}
}

// number is an argument that is no flag although it begins as one, as in seek -10.
var number = regexp.MustCompile(`^-[0-9]`)

// interspersed sets the flags and returns what is none. After -- nothing is a flag.
func interspersed(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for len(args) > 0 {
		switch a := args[0]; {
		case a == "--":
			return append(rest, args[1:]...), nil
		case !strings.HasPrefix(a, "-") || a == "-" || number.MatchString(a):
			rest, args = append(rest, a), args[1:]
		default:
			n := min(flagLength(fs, a), len(args))
			if err := fs.Parse(args[:n]); err != nil {
				return nil, err
			}
			args = args[n:]
		}
	}
	return rest, nil
}

// flagLength is how many arguments a flag takes up with its value.
func flagLength(fs *flag.FlagSet, arg string) int {
	f := fs.Lookup(strings.TrimLeft(arg, "-"))
	if f == nil {
		return 1 // with =value, or unknown
	}
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		return 1
	}
	return 2
}

// act joins the session, does it, and leaves.
func (s *subcommand) act(ctx context.Context, w where, do action, out io.Writer) error {
	bounded, cancel := context.WithTimeout(ctx, answerTimeout)
	defer cancel()
	c, err := client.Dial(bounded, w.session, client.Options{Server: w.server, Name: w.name, Role: protocol.Remote})
	if err != nil {
		return err
	}
	defer c.Close()
	if s.endless {
		bounded = ctx
	}
	address, err := client.ParseAddress(w.session, w.server)
	if err != nil {
		return err
	}
	return do(bounded, &terminal{Client: c, server: address.Server, in: os.Stdin, out: out})
}

// reason says in a line what went wrong.
func reason(err error) string {
	if refusal, ok := errors.AsType[*client.Error](err); ok {
		if refusal.Field == "" || refusal.Code == protocol.SessionNotFound || refusal.Code == protocol.NotFound {
			return plain(refusal.Message)
		}
		return plain(refusal.Field + ": " + refusal.Message)
	}
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Sprintf("the server did not answer within %v", answerTimeout)
	case errors.Is(err, context.Canceled):
		return "interrupted"
	}
	return plain(oneLine(err).Error())
}
