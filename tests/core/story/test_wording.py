"""Honest advice on a written story."""

from typing import Any

import pytest

from backprep.core.story.text import Story
from backprep.core.story.wording import feedback, wording

WHOLE = {"situation": "It rained.", "task": "I kept it dry.", "result": "It held for 3 days.", "learned": "I look up."}


def story(action: str = "I did it. " * 70, **changes: Any) -> Story:
    """A whole story of about a minute and a half."""
    return Story(title="T", action=action, **{**WHOLE, **changes})


def test_a_good_story_is_left_alone() -> None:
    """All parts, the right length, a number, and 'I'."""
    assert feedback(story(), 90, 140) == ()


def test_figures() -> None:
    """Words as they are spoken, seconds at the person's own pace; the numbers are not read out."""
    said = "I think we just did it; we really, really did. Kind of. I've"
    found = wording(story(said, numbers="many words here"), 140)
    assert found.words == 2 + 4 + 13 + 5 + 3
    assert found.seconds == round(27 * 60 / 140)
    assert wording(story(said), 280).seconds == round(27 * 60 / 280)
    assert (found.we, found.i) == (2, 4)
    assert found.hedges == (("i think", 1), ("kind of", 1))
    assert found.fillers == (("really", 2), ("just", 1))
    assert found.numbers


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"result": "", "numbers": "4 days"}, "Missing: result."),
        ({"result": "", "learned": "", "numbers": "7"}, "Missing: result, learned."),
        ({"result": "It held."}, "No number in the result: how many, how long, how much?"),
        ({"action": "I did it. " * 110}, "Too long: it takes about 2:27, and 1:30 is wanted. Cut 134 words."),
        ({"action": "I did it."}, "Short: it takes about 0:07, and there is time for 1:30."),
        ({"action": "We did it. " * 70}, "'We' 70 times, 'I' 2 times: they hire you. Say which part was yours."),
        ({"action": "I did it, maybe. " * 50}, "Words that take it back: maybe (50)."),
        ({"action": "I did it, perhaps. " + "I did it. " * 70}, "Words that take it back: perhaps."),
        ({"action": "I did it, just very. " + "I did it. " * 70}, "Words that say nothing: just, very."),
    ],
)
def test_what_to_mend(changes: dict[str, Any], said: str) -> None:
    """One thing wrong, one sentence about it."""
    assert feedback(story(**changes), 90, 140) == (said,)


def test_one_filler_is_human() -> None:
    """Nobody is told off for a single word."""
    assert feedback(story("I just did it. " + "I did it. " * 70), 90, 140) == ()


def test_words_are_whole_words() -> None:
    """'Justice' holds no 'just', 'wealth' no 'we'; curly apostrophes are apostrophes."""
    found = wording(story("Justice and wealth. I’m here, we’re not."), 140)
    assert found.fillers == ()
    assert found.we == 1
