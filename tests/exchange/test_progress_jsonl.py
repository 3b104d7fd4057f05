"""The exported log: what goes out comes in again, and nothing else does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.app.errors import ProgressError
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Chosen, LogEntry, Note, Paper, Reset, Retraction, Review
from backprep.exchange.progress_jsonl import JsonLines

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
INSTANTS = st.builds(Instant, st.integers(0, 2**53), st.integers(-50_000, 50_000))
ENTRIES: st.SearchStrategy[LogEntry] = st.one_of(
    st.builds(
        Review,
        id=TEXT,
        session=TEXT,
        session_kind=st.sampled_from(["quiz", "cards", "cram", "mock", "story"]),
        question=TEXT,
        content=TEXT,
        at=INSTANTS,
        rating=st.sampled_from(list(Rating)),
        score=st.none() | st.floats(0, 1),
        took=st.integers(0, 10**9),
        confidence=st.none() | st.integers(1, 4),
        reply=st.none() | TEXT,
        skill=st.none() | TEXT,
    ),
    st.builds(Reset, id=TEXT, question=TEXT, at=INSTANTS),
    st.builds(Chosen, id=TEXT, setting=TEXT, at=INSTANTS, value=st.none() | TEXT),
    st.builds(Retraction, id=TEXT, review=TEXT, at=INSTANTS),
    st.builds(Note, id=TEXT, question=TEXT, at=INSTANTS, text=TEXT),
    st.builds(
        Paper, id=TEXT, sort=st.sampled_from(["mock", "mock-answer", "story"]), subject=TEXT, at=INSTANTS, body=TEXT
    ),
)
REVIEW = (
    '{"type":"review","id":"1","session":"s","session_kind":"quiz","question":"q","content":"c","at":1,"zone":0,'
    '"rating":3,"score":0.5,"took":9,"confidence":null,"reply":null}'
)
HEAD = '{"backprep":"progress","format":1}'


@given(st.lists(ENTRIES, max_size=8))
def test_nothing_is_lost_on_the_way(entries: list[LogEntry]) -> None:
    """What was written is read back equal, and written again it is the same to the letter."""
    lines = list(JsonLines().write(entries))
    back = JsonLines().read(lines, "log")
    assert back == entries
    assert list(JsonLines().write(back)) == lines
    assert all(line.isascii() and line.isprintable() for line in lines)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "7",
        "{}",
        '{"type":"essay"}',
        REVIEW.replace('"rating":3', '"rating":5'),
        REVIEW.replace('"rating":3', '"rating":"3"'),
        REVIEW.replace('"rating":3', '"rating":true'),
        REVIEW.replace('"quiz"', '"exam"'),
        REVIEW.replace(',"reply":null', ""),
        REVIEW.replace('"took":9', '"took":9,"more":1'),
        '{"type":"paper","id":"1","sort":"essay","subject":"s","at":1,"zone":0,"body":"{}"}',
        '{"type":"note","id":"1","question":"q","at":1,"zone":0,"text":null}',
    ],
)
def test_a_line_that_is_no_entry_is_named(line: str) -> None:
    """The error names the line, and nothing of the log is taken over."""
    with pytest.raises(ProgressError) as caught:
        JsonLines().read([HEAD, REVIEW, line], "log.jsonl")
    assert caught.value.where == "log.jsonl:3"


@pytest.mark.parametrize("head", ["", REVIEW, "{}", '"x"', '{"backprep":"progress","format":4}'])
def test_only_our_own_logs_are_read(head: str) -> None:
    """A file of something else, or of a newer program, is refused."""
    with pytest.raises(ProgressError):
        JsonLines().read([head, REVIEW], "log.jsonl")


def test_every_entry_says_what_it_is() -> None:
    """Other programs can read the log: one object a line, with a type."""
    review = JsonLines().read([HEAD, REVIEW], "log")
    assert [json.loads(line).get("type") for line in JsonLines().write(review)] == [None, "review"]
