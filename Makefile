# `make help` lists what there is. Go alone is enough to run the program; tests
# and tools also use Node, and bring with them what else they need.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

# Tools of one version each, so that a finding today is the same finding tomorrow.
STATICCHECK := go run honnef.co/go/tools/cmd/staticcheck@v0.8.2
PLAYWRIGHT := node_modules/.bin/playwright
TSC := node_modules/.bin/tsc

# Nothing of a package is run; a registry that is slow is asked again.
NPM_CI := --ignore-scripts --no-audit --no-fund --fetch-retries=5 --fetch-timeout=120000

# Written when what package-lock.json names is installed.
MODULES := node_modules/.installed
JS_SUMMARY := e2e/.artifacts/node-test.tap

# What a stage says before it begins. When one fails, make's own last line names it.
stage = @printf '\n==> %s\n' "$(1)"

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: ## serve; flags in ARGS: make run ARGS='--media ~/Videos'
	go run ./cmd/remoted $(ARGS)

.PHONY: test
test: ## everything: checks, unit tests with -race, browser tests
test: check chromium test-go test-js e2e
	$(call stage,all of it passed)

.PHONY: check
check: ## what is quick: format, vet, staticcheck, types, generated and vendored files
check: format vet staticcheck types generated vendored

.PHONY: bench
bench: ## all benchmarks
	go test -run '^$$' -bench . -benchmem ./...

.PHONY: e2e
e2e: $(MODULES) chromium ## browser tests; some of them: make e2e E2E='story --repeat-each=10'
	$(call stage,browser tests: a real server a test; a desktop and phones in Chromium)
	@$(PLAYWRIGHT) test --config e2e --pass-with-no-tests --project=evening --project=tap $(E2E)
	$(call stage,browser tests that take figures$(comma) one at a time)
	@$(PLAYWRIGHT) test --config e2e --pass-with-no-tests --project=figures $(E2E)

.PHONY: screenshots
screenshots: $(MODULES) chromium ## take the pictures of docs/images again, and of every state of the pages
	$(call stage,screenshots: docs/images and e2e/.artifacts/states)
	@$(PLAYWRIGHT) test --config e2e/pictures.config.js $(E2E)

.PHONY: generate
generate: ## write generated files again
	go generate ./...

.PHONY: vendor
vendor: $(MODULES) ## bring third-party browser modules into web/vendor again
	node tools/vendor.mjs

# The stages.

.PHONY: format
format:
	$(call stage,gofmt: every Go file is formatted)
	@unformatted=$$(gofmt -l $$(go list -f '{{.Dir}}' ./...)); \
	if [ -n "$$unformatted" ]; then printf 'gofmt -w would change:\n%s\n' "$$unformatted" >&2; exit 1; fi

.PHONY: vet
vet:
	$(call stage,go vet)
	@go vet ./...

.PHONY: staticcheck
staticcheck:
	$(call stage,staticcheck)
	@$(STATICCHECK) ./...

.PHONY: types
types: $(MODULES)
	$(call stage,tsc: types of the pages$(comma) their tests and the tools)
	@$(TSC) --noEmit

.PHONY: generated
generated:
	$(call stage,go generate: generated files are current)
	@tools/check-generated.sh

.PHONY: vendored
vendored: $(MODULES)
	$(call stage,web/vendor is what package-lock.json says)
	@node tools/vendor.mjs --check

.PHONY: test-go
test-go:
	$(call stage,go test -race)
	@ffmpeg=$$(tools/bring-ffmpeg.sh); \
	PATH="$$PATH$${ffmpeg:+:$$ffmpeg}" go test -race -json ./... | node tools/go-test.mjs

.PHONY: test-js
test-js: $(MODULES)
	$(call stage,node --test: modules of the pages and the tools)
	@mkdir -p $(dir $(JS_SUMMARY))
	@status=0; \
	node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=tap --test-reporter-destination=$(JS_SUMMARY) \
		$$(find web tools -name '*.test.js' -o -name '*.test.mjs' | sort) || status=$$?; \
	grep -E '^# (tests|pass|fail) ' $(JS_SUMMARY); \
	exit $$status

# What the stages need.

.PHONY: chromium
chromium:
	@tools/install-chromium.sh

$(MODULES): package.json package-lock.json
	$(call stage,npm ci: development tools)
	@if [ -L node_modules ]; then echo 'node_modules is a link: npm would empty what it leads to; remove it first' >&2; exit 1; fi
	@npm ci $(NPM_CI) || { echo 'npm ci failed; once more' >&2; npm ci $(NPM_CI); }
	@touch $@

comma := ,
