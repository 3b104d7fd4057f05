"""The questions that a candidate may ask: the shipped file, and broken ones."""

from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from backprep.adapters.asks import load_asks
from backprep.adapters.places import Places, shipped_data
from backprep.app.errors import BankError
from backprep.core.ask_them import Theme, Whom


def places(data: Path) -> Places:
    """Folders with these data."""
    return Places(data, data, data)


def test_the_shipped_questions_are_worth_asking() -> None:
    """Every theme and every person has some, none comes twice, and each says what to listen for."""
    asks = load_asks(places(shipped_data()))
    assert len(asks) >= 20
    assert len({each.id for each in asks}) == len({each.ask for each in asks}) == len(asks)
    assert set(Counter(each.theme for each in asks)) == set(get_args(Theme))
    assert {each.whom for each in asks} == set(get_args(Whom))
    for each in asks:
        assert each.ask.endswith("?")
        assert min(map(len, (each.why, each.good, each.worrying))) > 20


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no such file"),
        ("questions: []\n", "title"),
        ("title: T\nabout: A\nquestions:\n  - {id: a, theme: pay}\n", "whom"),
        ("title: T\nabout: A\n", "questions"),
        ("[", ""),
    ],
)
def test_a_broken_file_is_explained(tmp_path: Path, text: str | None, said: str) -> None:
    """Where, and what is wrong with it; never a traceback."""
    if text is not None:
        (tmp_path / "ask-them.yaml").write_text(text, "utf-8")
    with pytest.raises(BankError, match="cannot be used") as caught:
        load_asks(places(tmp_path))
    assert said in caught.value.what
    assert caught.value.where == str(tmp_path / "ask-them.yaml")
