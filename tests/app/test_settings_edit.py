"""All settings at once, in the editor."""

import tomllib

import pytest

from backprep.app.errors import UsageError
from backprep.app.run import Wanted, run_session
from backprep.app.settings import as_toml, choose, edit
from backprep.core.reply import Picked
from backprep.core.settings import SETTINGS
from builders import choice
from fakes import FakeWorld, ScriptedDesk
from fakes.small import FakeEditor


def world(*texts: str) -> FakeWorld:
    """A world whose editor types these texts."""
    return FakeWorld([choice(True, False, id=f"q{at}") for at in range(30)], editor=FakeEditor(texts=list(texts)))


def test_the_text_is_toml_and_names_everything() -> None:
    """What was chosen counts, the rest is commented out with its value."""
    there = world()
    choose(there, "new-a-day", "15")
    choose(there, "retention.api-design", "0.8")
    text = as_toml(there)
    assert tomllib.loads(text) == {"new-a-day": "15", "retention.api-design": "0.8"}
    for name, setting in SETTINGS.items():
        assert f"{name} = " in text
        assert setting.about in text


def test_what_was_changed_is_set() -> None:
    """Added, changed and taken out; numbers and switches as TOML has them."""
    there = world('new-a-day = 7\nconfidence = true\nretention = 0.85\n"retention.api-design" = "0.8"\n')
    choose(there, "new-a-day", "15")
    choose(there, "leech-after", "4")
    lines = edit(there)
    assert {line.name: line.value for line in lines} == {
        "new-a-day": "7", "confidence": "on", "retention": "0.85", "retention.api-design": "0.8", "leech-after": "6",
    }  # fmt: skip
    assert there.progress.settings().value("new-a-day") == 7
    assert "leech-after" not in {line.name for line in lines if line.chosen}


def test_nothing_changes_when_nothing_was_changed() -> None:
    """The editor was closed as it was opened."""
    there = world()
    there.editor.texts.append(as_toml(there))
    assert edit(there) == ()
    assert there.progress.entries == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("new-a-dya = 5\nretention = 0.8\n", "there is no setting 'new-a-dya'"),
        ("new-a-day = -5\n", "'-5' is no value for new-a-day"),
        ("new-a-day 5\n", "this is no TOML"),
        ('"retention.no-area" = "0.8"\n', "there is no area 'no-area'"),
    ],
)
def test_what_cannot_be_is_opened_again(wrong: str, said: str) -> None:
    """With what is wrong on top, and all that was written below; nothing is set before it is mended."""
    there = world(wrong, "new-a-day = 5\n")
    (line,) = edit(there)
    assert (line.name, line.value) == ("new-a-day", "5")
    again = there.editor.begun_with[1]
    assert again.startswith("#! ")
    assert said in again
    assert wrong in again


def test_who_leaves_a_mistake_as_it_is_sets_nothing() -> None:
    """The editor is not opened for ever."""
    there = world("x = 1\n", "#! there is no setting 'x'. " + f"Known: {', '.join(SETTINGS)}.\nx = 1\n")
    with pytest.raises(UsageError, match="no setting 'x'"):
        edit(there)
    assert there.progress.entries == []


def test_the_length_of_a_session() -> None:
    """Minutes that are set count where nothing else is said."""
    there = world()
    choose(there, "minutes", "2")
    there.clock.step = 20_000
    there.desk = ScriptedDesk([Picked(0)] * 30)
    report = run_session(there, "quiz", Wanted(), 1)
    assert 1 <= getattr(report, "answered", 0) < 10
