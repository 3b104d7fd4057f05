"""A story as a text to edit: what is written comes back, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.story.text import HINTS, PARTS, THEMES, Story, coverage, parse, template, unknown_themes

LINE = st.text(st.characters(categories=["L", "N", "P", "Zs"], exclude_characters="#<>"), max_size=30).map(str.strip)
TEXT = st.lists(LINE, max_size=4).map("\n".join).map(str.strip).filter(
    lambda text: not any(line.casefold().startswith(("questions:", "themes:")) for line in text.split("\n"))
)  # fmt: skip
NAME = st.from_regex(r"[a-z][a-z-]{0,10}[a-z]", fullmatch=True)
STORIES = st.builds(
    Story,
    title=LINE.filter(bool),
    questions=st.lists(NAME, unique=True, max_size=3).map(tuple),
    themes=st.lists(NAME, unique=True, max_size=3).map(tuple),
    **dict.fromkeys(PARTS, TEXT),
)


@given(STORIES, st.none() | LINE)
def test_what_was_written_comes_back(story: Story, prompt: str | None) -> None:
    """The text to edit, saved as it is, is the same story."""
    assert parse(template(story, prompt)) == story


def test_the_text_to_edit_guides() -> None:
    """Each part has a heading and a hint; the prompt stands on top, and nothing of a hint becomes a part."""
    text = template(Story(title="T"), "Why --> so?")
    assert [line for line in text.split("\n") if line.startswith("## ")] == [
        f"## {name.capitalize()}" for name in PARTS
    ]
    assert all(hint in text for hint in HINTS.values())
    assert "Why - -> so?" in text
    assert parse(text) == Story(title="T")
    assert parse(text).told == ()
    assert parse(text).missing == PARTS


def test_whatever_is_written_is_kept() -> None:
    """Text before the headings, headings of one's own, parts in another order, a second title: all of it is there."""
    story = parse(
        "It was raining.\n# First\n## RESULT \nIt held.\n# Second\n## My own\nmore\n##Task\n"
        "## action\nI did.\nthemes: x\n"
    )
    assert story.title == "First"
    assert story.situation == "It was raining."
    assert story.result == "It held.\n# Second\nMy own\nmore\n##Task"
    assert story.action == "I did.\nthemes: x"
    assert story.themes == ()
    assert parse("").title == "A story without a title"


def test_fields_are_lists() -> None:
    """Ids and themes by commas, each once, whatever the case of the field."""
    story = parse("# T\nQuestions: a, b,, a\nTHEMES: Conflict , deadline\n")
    assert story.questions == ("a", "b")
    assert story.themes == ("conflict", "deadline")


@given(st.text())
def test_any_text_is_a_story(text: str) -> None:
    """An editor that did something odd brings no error, and every line without a comment is somewhere in the story."""
    story = parse(text)
    if "<!--" not in text:
        held = " ".join([story.title, *story.questions, *story.themes, *(part for _, part in story.told)]).casefold()
        for line in text.splitlines():
            for word in line.strip("# \t").split():
                assert (
                    word.strip(",:#").casefold() in held or word.casefold() in ("questions:", "themes:") or ":" in word
                )


def test_what_is_said_aloud() -> None:
    """Everything but the numbers, in the order of telling."""
    story = Story(title="T", numbers="42 %", result="It held.", situation="It rained.")
    assert story.spoken == "It rained.\n\nIt held."
    assert [name for name, _ in story.told] == ["situation", "result", "numbers"]


def test_coverage_names_what_is_missing() -> None:
    """Each usual theme with its stories; others are kept and told."""
    one = Story(title="One", themes=("conflict", "bananas"))
    covered = coverage([one, Story(title="Two", themes=("conflict",))])
    assert covered["conflict"] == ("One", "Two")
    assert covered["failure"] == ()
    assert set(covered) == set(THEMES)
    assert unknown_themes(one) == ("bananas",)


@pytest.mark.parametrize(
    "theme", ["conflict", "failure", "leadership", "deadline", "disagreement", "learning", "legacy", "feedback"]
)
def test_the_usual_themes_are_there(theme: str) -> None:
    """What interviewers ask most."""
    assert theme in THEMES
