// Command remoted makes any desktop browser a player and any phone its remote
// control. See README.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
)

// Exit statuses.
const (
	exitOK    = 0
	exitError = 1 // it could not start or go on
	exitUsage = 2 // the command line is wrong
)

func main() {
	os.Exit(command(os.Args[1:], os.Getenv, os.Stderr))
}

// command runs the program and returns its exit status.
func command(args []string, getenv func(string) string, stderr io.Writer) int {
	switch {
	case len(args) == 0 || strings.HasPrefix(args[0], "-"):
	case args[0] == "serve":
		args = args[1:]
	case args[0] == "help":
		args = []string{"--help"}
	default:
		return runSubcommand(args, getenv, os.Stdout, stderr)
	}
	c, err := parse(args, getenv, stderr)
	if errors.Is(err, flag.ErrHelp) {
		printSubcommands(stderr)
		return exitOK
	}
	if err != nil {
		fmt.Fprintln(stderr, "remoted:", err)
		return exitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	// A second signal ends the program at once.
	context.AfterFunc(ctx, stop)
	if err := run(ctx, c, stderr); err != nil {
		fmt.Fprintln(stderr, "remoted:", err)
		return exitError
	}
	return exitOK
}
