#!/bin/sh
# Everything that CI runs. `make test` calls it with the virtual environment on the PATH; `static` stops before the tests.
set -eu
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$1"; }

say "ruff";            ruff check . && ruff format --check --quiet .
say "mypy --strict";   mypy
say "import contracts"; lint-imports
say "generated docs";  cog --check --diff -P -I docs README.md CONTRIBUTING.md docs/*.md
say "manual page, pictures"; python docs/manpage.py --check; python docs/screens.py --check
[ "${1:-}" = static ] && exit 0

say "the shipped banks"
home=$(mktemp -d)
BACKPREP_HOME="$home" backprep bank check
BACKPREP_HOME="$home" backprep bank lint
rm -rf "$home"
say "tests, in random order"
exec pytest -n auto --cov --cov-branch --cov-report=term
