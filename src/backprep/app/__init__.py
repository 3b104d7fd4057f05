"""Use cases, over ports. Nothing here knows SQLite, YAML, Rich or Typer."""
