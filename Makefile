# make run      open the editor
# make server   build the account service
# make test     every test, small sizes
# make soak     every test, whole sizes
# make bench    figures beside those of other programs, from one run
# make bench-server   the account service beside a bare route of Hummingbird
# make pages    photographs of the account service's pages, in ./pages
# make lint     format and layout
# make install PREFIX=/usr/local
#
# Each target first sees to what it needs; a second call is quick and touches no network.

SHELL := /bin/bash
PREFIX ?= /usr/local
SCRATCH ?= .build
# Colours said the same way always: else a build at a terminal and one in a pipe undo each other.
CALM := --no-color-diagnostics
# With Swift's runtime inside: it starts sooner, and runs where no toolchain is.
RELEASE := swift build $(CALM) -c release --static-swift-stdlib --scratch-path $(SCRATCH)
CHECKED := --explicit-target-dependency-import-check error

.PHONY: run build server test soak bench bench-server pages lint install setup setup-test clean

run: build
	@$(SCRATCH)/release/kinema $(ARGS)

build: setup
	@$(RELEASE) --product kinema

server:
	@Tests/Scripts/install-packages server
	@$(RELEASE) --product kinema-server

setup:
	@Tests/Scripts/install-packages build

setup-test:
	@Tests/Scripts/install-packages build server test
	@Tests/Scripts/install-moto >/dev/null

test: setup-test
	@swift build $(CALM) --build-tests --scratch-path $(SCRATCH) $(CHECKED)
	@Tests/Scripts/run-tests $(SCRATCH)

soak: setup-test
	@swift build $(CALM) --build-tests --scratch-path $(SCRATCH) $(CHECKED)
	@KINEMA_SOAK=1 Tests/Scripts/run-tests $(SCRATCH)
	@Tests/Scripts/fuzz-sanitized $(SCRATCH)

bench: setup-test build
	@Tests/Scripts/install-packages bench
	@$(RELEASE) --product frame-bench
	@$(RELEASE) --product job-bench
	@Tests/Benchmarks/run $(SCRATCH)/release
	@Tests/Benchmarks/jobs $(SCRATCH)/release

bench-server: server setup-test
	@Tests/Scripts/install-packages bench-server
	@$(RELEASE) --product server-bench
	@Tests/Benchmarks/server $(SCRATCH)/release

pages: server
	@Tests/Scripts/install-packages pages
	@Tests/Scripts/look-at-pages $(SCRATCH)/release/kinema-server pages

lint:
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests
	@Tests/Scripts/lint-layout

install: build
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/kinema/Demo"
	@install -s -m 755 $(SCRATCH)/release/kinema "$(DESTDIR)$(PREFIX)/bin/kinema"
	@cp -R Presets Themes "$(DESTDIR)$(PREFIX)/share/kinema/"
	@cp Sources/Kinema/Demo/* "$(DESTDIR)$(PREFIX)/share/kinema/Demo/"
	@install -d $(addprefix "$(DESTDIR)$(PREFIX)/share"/,man/man1 bash-completion/completions \
		zsh/site-functions fish/vendor_completions.d)
	@$(SCRATCH)/release/kinema manual >"$(DESTDIR)$(PREFIX)/share/man/man1/kinema.1"
	@$(SCRATCH)/release/kinema --generate-completion-script bash \
		>"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/kinema"
	@$(SCRATCH)/release/kinema --generate-completion-script zsh \
		>"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_kinema"
	@$(SCRATCH)/release/kinema --generate-completion-script fish \
		>"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/kinema.fish"
	@echo "kinema is in $(DESTDIR)$(PREFIX)/bin."

clean:
	@rm -rf $(SCRATCH)
