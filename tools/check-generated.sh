#!/bin/sh
# Runs go generate and fails if that changed a file: then somebody forgot to. What
# was changed before it, and is not committed yet, does not matter.
set -eu

if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
	echo "check-generated: no git work tree to compare in; nothing was checked"
	exit 0
fi

look() {
	git status --porcelain --untracked-files=all
	git diff HEAD
}

before=$(look | git hash-object --stdin)
go generate ./...
if [ "$before" != "$(look | git hash-object --stdin)" ]; then
	echo "check-generated: go generate changed files; commit what it wrote:" >&2
	git status --short >&2
	exit 1
fi
