"""Bookmarks as rows: JSON, of this machine alone."""

import json
from typing import Any

from backprep.core.bookmark import Bookmark
from backprep.core.rating import Rating
from backprep.core.session import Answer, Repeat


def as_body(mark: Bookmark) -> str:
    """A bookmark as JSON."""
    return json.dumps(
        {
            "kind": mark.kind,
            "cram": mark.cram,
            "seed": mark.seed,
            "queue": mark.queue,
            "size": mark.size,
            "left": mark.left,
            "answers": [
                [each.review, each.question, each.skill, int(each.rating), each.score, each.right]
                for each in mark.answers
            ],
            "skipped": mark.skipped,
            "repeats": [[each.question, each.due] for each in mark.repeats],
            "confidence": mark.asks_confidence,
        },
        separators=(",", ":"),
    )


def as_bookmark(session: str, at: int, body: str) -> Bookmark | None:
    """A bookmark out of a row; None for one that cannot be read, which costs nobody an answer."""
    try:
        data: dict[str, Any] = json.loads(body)
        return Bookmark(
            session=session,
            kind=data["kind"],
            cram=data["cram"],
            seed=data["seed"],
            at=at,
            queue=tuple(data["queue"]),
            size=data["size"],
            left=data["left"],
            answers=tuple(
                Answer(review, question, skill, Rating(rating), score, right)
                for review, question, skill, rating, score, right in data["answers"]
            ),
            skipped=tuple(data["skipped"]),
            repeats=tuple(Repeat(question, due) for question, due in data["repeats"]),
            asks_confidence=data.get("confidence", False),
        )
    except (ValueError, KeyError, TypeError):
        return None
