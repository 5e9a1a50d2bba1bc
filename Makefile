# Two commands are enough for a newcomer: `make demo` and `make test`.
# Each brings its own tools; `make` alone lists what can be asked.

PYTHON ?= python3
PROCESSES ?= 2

UV := .bootstrap/bin/uv
BIN := .venv/bin
SYNCED := .venv/.synced
ORACLES := tests/record/oracles
FEBRL := tests/screening/oracles
OTHERS := .oracles/.installed
AXE := .oracles/axe/.installed
FETCHED := .oracles/screening/.fetched
SERVERS := .oracles/.servers

# Only the Python that stands on the machine; its own certificates, for networks with a proxy.
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := true

SYNC := $(UV) sync --frozen --quiet --all-extras --python $(PYTHON)

.DEFAULT_GOAL := help
.PHONY: help demo demo-files test lint format types layers specs docs bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(SYNCED) ## open a node with a year of a fictitious agreement in your browser; Ctrl-C ends it
	@$(BIN)/safeconduct serve --demo

demo-files: $(SYNCED) ## run the main job end to end on files that ship with the package, no server
	@$(BIN)/safeconduct demo

test: lint types layers docs specs ## everything that must hold before a change lands

lint: $(SYNCED) ## check style and formatting
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(SYNCED) ## put style and formatting right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(SYNCED) ## check types (mypy, strict)
	$(BIN)/mypy

layers: $(SYNCED) ## check that imports run one way
	$(BIN)/lint-imports

specs: $(SYNCED) $(OTHERS) $(FETCHED) $(AXE) $(SERVERS) ## run the tests; PROCESSES=1 for one at a time
	$(BIN)/pytest -n $(PROCESSES)

docs: $(SYNCED) ## build the documentation into docs/_build/html, warnings as errors
	$(BIN)/sphinx-build -W --keep-going -n -q -b html docs docs/_build/html

bench: $(SYNCED) ## measure speed and memory beside pandas, Polars and plain Python
	@$(SYNC) --inexact --group bench
	$(BIN)/python -m bench

clean: ## remove what the targets made, the tools too
	rm -rf .bootstrap .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf .oracles build dist docs/_build

$(UV): tasks/bootstrap.sh tasks/uv.txt
	@sh tasks/bootstrap.sh .bootstrap $(PYTHON)
	@touch $@

$(SYNCED): pyproject.toml uv.lock $(UV)
	@echo "Installing what uv.lock names into .venv …"
	@$(SYNC)
	@touch $@

# Programs that others wrote, against which the record is tested. Where they cannot be installed,
# the tests that ask them are skipped, and say so.
$(OTHERS): $(wildcard $(ORACLES)/install.sh $(ORACLES)/*/requirements*.txt $(ORACLES)/*/*.json)
	@sh $(ORACLES)/install.sh .oracles $(PYTHON) && touch $@ || rm -rf .oracles

# Data sets of others, on which screening is tested; skipped likewise.
$(FETCHED): $(FEBRL)/install.sh $(FEBRL)/requirements.txt | $(OTHERS)
	@sh $(FEBRL)/install.sh .oracles/screening $(PYTHON) && touch $@ || rm -rf .oracles/screening

# The accessibility checker; without it the tests of pages that ask it are skipped, and say so.
$(AXE): tests/browser/axe/install.sh tests/browser/axe/package-lock.json | $(OTHERS)
	@sh tests/browser/axe/install.sh .oracles/axe && touch $@ || true

# A browser and a database server of Debian's; without them the tests of pages, and those of the
# store on PostgreSQL, are skipped, and say so.
$(SERVERS): tests/browser/packages.sh | $(OTHERS)
	@sh tests/browser/packages.sh && mkdir -p .oracles && touch $@ || true
