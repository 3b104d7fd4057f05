"""``python -m backprep`` does what ``backprep`` does."""

from backprep.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
