# On a fresh Debian or Ubuntu: git, make and CPython 3.11 to 3.13 with venv are enough for everything below.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VENV := .venv
PYTHON := $(VENV)/bin/python
KG := $(VENV)/bin/kg
OUTPUT := out
# Packages come from the package index that pip is set up for; the lock files hold hashes and no addresses.
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet --quiet
COMPILE := $(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-annotate --quiet

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /make \1\t/' | expand -t 16

.PHONY: demo
demo: $(VENV)/.run ## Build the graph of the seed articles and ask it three questions
	@$(KG) build seeds --output $(OUTPUT)
	@KG=$(KG) OUTPUT=$(OUTPUT) .ci/headlines

.PHONY: test
test: lint tools ## Lint, types, import direction, then all tests
	@$(PYTHON) -m pytest -n 2 --dist loadfile $(PYTEST)

.PHONY: lint
lint: $(VENV)/.dev ## Style (ruff), types (mypy), import direction (import-linter)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo

.PHONY: format
format: $(VENV)/.dev ## Bring the code into the house style
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

.PHONY: tools
tools: ## Install Debian's chromium and default-jre-headless for the tests, where missing and possible
	@.ci/tools

.PHONY: docs
docs: $(VENV)/.dev ## Write docs/cli.md and the output in README.md anew
	@$(PYTHON) docs/cli_reference.py > docs/cli.md
	@$(PYTHON) docs/readme.py --write

.PHONY: lock
lock: $(VENV)/.dev ## Bring the lock files up to pyproject.toml (UPGRADE=1: newest versions)
	@$(COMPILE) --group build $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	@$(COMPILE) --group dev $(if $(UPGRADE),--upgrade) --constraints requirements.lock --output-file requirements-dev.lock

.PHONY: parser
parser: $(VENV)/.dev ## Train the parser anew: make parser TREEBANK=folder with CoNLL-U files
	@test -d "$(TREEBANK)" || { echo "make parser: name the folder of the treebank: make parser TREEBANK=…" >&2; exit 2; }
	@$(PYTHON) -m training.train "$(TREEBANK)"

.PHONY: wheel
wheel: $(VENV)/.dev ## Build the wheel into dist/
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: clean
clean: ## Remove what builds and tests wrote; .venv stays
	@rm -rf $(OUTPUT) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# The virtual environment, once for use and once with what tests and lint need beside it. Made anew where the
# interpreter it was made from has changed.
$(VENV)/.run: requirements.lock pyproject.toml $(PYTHON)
	@echo "Installing kg and its libraries into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml $(PYTHON)
	@echo "Installing kg with its libraries and development tools into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.run

$(PYTHON):
	@python=$$(.ci/python) && "$$python" -m venv $(VENV)
