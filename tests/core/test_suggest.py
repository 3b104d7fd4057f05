"""'Did you mean …?'"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprep.core.suggest import did_you_mean

KNOWN = ["correct", "choices", "Caching", "api-design/rate-limiting", "api-design/webhooks", "python/typing"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("corect", "correct"),
        ("choises", "choices"),
        ("CHOICES", "choices"),
        ("cacheing", "Caching"),
        ("api-desing/rate-limiting", "api-design/rate-limiting"),
        ("rate-limitting", "api-design/rate-limiting"),
        ("networking/webhook", "api-design/webhooks"),
        ("", None),
        ("zzz", None),
        ("a/zzz", None),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, expected: str | None) -> None:
    """A misspelt key or skill brings the one that was meant, with or without its area, and rubbish brings none."""
    assert expected == did_you_mean(word, KNOWN)


@given(st.lists(st.text(st.characters(codec="ascii"), min_size=1), min_size=1))
def test_a_known_word_suggests_itself_but_for_case(known: list[str]) -> None:
    """Whoever forgets a capital gets the word as it is written."""
    suggested = did_you_mean(known[0].swapcase(), known)
    assert suggested is not None
    assert suggested in known
    assert known[0].casefold() == suggested.casefold()


@given(st.text(), st.lists(st.text()))
def test_only_known_words_are_suggested(word: str, known: list[str]) -> None:
    """A suggestion can be followed."""
    assert did_you_mean(word, known) in [None, *known]


def test_nothing_known_suggests_nothing() -> None:
    """Where there is nothing to choose from, nothing is made up."""
    assert did_you_mean("word", []) is None
