"""Simple values are taken without pydantic, and come out as Typer would have them."""

import subprocess
import sys
from typing import Annotated, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.exceptions import TyperException
from typer.main import get_command

from backprep.commands.values import simply


def _app() -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)

    @app.command()
    def run(
        word: str,
        more: Annotated[list[str] | None, typer.Argument()] = None,
        count: Annotated[int, typer.Option("--count", "-n", min=1, max=500)] = 10,
        seed: Annotated[int | None, typer.Option("--seed")] = None,
        minutes: Annotated[float | None, typer.Option("--minutes", min=0.5)] = None,
        areas: Annotated[list[str] | None, typer.Option("--area")] = None,
        note: Annotated[str | None, typer.Option("--note", callback=lambda given: given and given.upper())] = None,
        plain: Annotated[bool, typer.Option("--plain")] = False,
        sure: Annotated[bool | None, typer.Option("--sure/--unsure")] = None,
    ) -> tuple[Any, ...]:
        return word, more, count, seed, minutes, areas, note, plain, sure

    return get_command(app)


def _outcome(command: Any, words: list[str]) -> object:
    try:
        return command(words, standalone_mode=False)
    except TyperException as error:
        return error.format_message()


NUMBERS = st.one_of(
    st.integers(-600, 600).map(str), st.sampled_from(["", " 7", "1_0", "7.0", "+3", "٣", "0x1", "1e2", "9" * 30, "x"])
)
TEXTS = st.one_of(st.text(max_size=5), st.sampled_from(["a", "b c", "", "ä"]))


@given(
    st.lists(TEXTS.filter(lambda word: not word.startswith("-")), max_size=3),
    st.lists(
        st.one_of(
            st.tuples(st.sampled_from(["--count", "-n", "--seed", "--minutes"]), NUMBERS),
            st.tuples(st.sampled_from(["--area", "--note"]), TEXTS),
            st.tuples(st.sampled_from(["--plain", "--sure", "--unsure"])),
        ),
        max_size=5,
    ),
)
def test_values_come_out_as_typer_would_have_them(words: list[str], options: list[tuple[str, ...]]) -> None:
    """Whatever is given, the same values reach the command, or the same is said against them."""
    line = [*(word for option in options for word in option), *words]
    ours = _app()
    simply(ours)
    assert _outcome(_app(), line) == _outcome(ours, line)


@pytest.mark.parametrize("words", ["quiz -n 1 --seed 1 --area python", "find lock", "mock list", "skills", "stats"])
def test_nobody_waits_for_a_validator_that_has_nothing_to_check(words: str, tmp_path: Any) -> None:
    """Of all that Typer can load, pydantic takes the longest."""
    code = "import sys; from backprep.cli import main; main(sys.argv[1:]); print('pydantic' in sys.modules)"
    said = ""
    for _ in range(2):  # the first time compiles, and needs it
        run = subprocess.run(
            [sys.executable, "-c", code, *words.split()], env={"BACKPREP_HOME": str(tmp_path)},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
        )  # fmt: skip
        said = run.stdout.splitlines()[-1]
    assert said == "False"
