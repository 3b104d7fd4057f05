"""What the person has chosen, out of the progress file. Apart, so that a start needs no memory model for it."""

import sqlite3

from backprep.core.settings import Settings


def settings_in(db: sqlite3.Connection) -> Settings:
    """The newest choice for each setting."""
    rows = db.execute(
        "SELECT setting, value FROM chosen WHERE id NOT IN (SELECT review FROM retraction) ORDER BY at, id"
    ).fetchall()
    return Settings({name: value for name, value in dict(rows).items() if value is not None})
