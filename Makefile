# Two commands are all that a newcomer needs: `make quiz` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV   ?= .venv
HOME_AT ?= demo-home
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help quiz test lint fix docs screens demo-home bench bench-memory bench-planner bench-forecast clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "backprep needs Python 3.11 or newer; name one with: make quiz PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

# The stamps say what has been installed; they are older than pyproject.toml when it has changed.
$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once; takes about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) for development (once; takes about two minutes) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed

quiz: $(VENV)/.installed ## answer interview questions (ARGS="-n 3 --area python")
	@$(BIN)/backprep quiz $(ARGS)

test: $(VENV)/.installed-dev ## everything that CI runs
	@PATH="$(abspath $(BIN)):$$PATH" sh tests/run.sh

lint: $(VENV)/.installed-dev ## only the static checks
	@PATH="$(abspath $(BIN)):$$PATH" sh tests/run.sh static

fix: $(VENV)/.installed-dev ## format, sort imports, refresh generated docs
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	@$(BIN)/cog -r -P -I docs README.md CONTRIBUTING.md docs/*.md
	@$(BIN)/python docs/manpage.py

demo-home: $(VENV)/.installed-dev ## a made-up person's home to look at (HOME_AT=/tmp/demo ARGS="--days 7")
	@PYTHONPATH=tests $(BIN)/python tests/demo_home.py $(HOME_AT) $(ARGS)

screens: $(VENV)/.installed-dev ## the pictures of the README, which are real screens
	@$(BIN)/python docs/screens.py

bench-memory: $(VENV)/.installed-dev ## how well recall is predicted, on a real log
	@$(BIN)/python benchmarks/memory.py $(ARGS)

bench-planner: $(VENV)/.installed-dev ## what study planned for a date gains, by simulation (writes docs/planner.md; takes hours)
	@$(BIN)/python benchmarks/planner.py $(ARGS)

bench-forecast: $(VENV)/.installed-dev ## how often the interval of a forecast holds what comes
	@$(BIN)/python benchmarks/forecast.py $(ARGS)

bench: $(VENV)/.installed-dev ## speed, as ratios within one run
	@env -u PYTHONDONTWRITEBYTECODE PYTHONPATH=tests $(BIN)/python benchmarks/run.py $(ARGS)

clean: ## remove what the targets above made
	rm -rf $(VENV) dist build .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
