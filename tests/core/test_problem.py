"""How faults read, and what counts as there twice."""

from hypothesis import given
from hypothesis import strategies as st

from backprep.core.problem import Fault, repeated


def test_a_fault_reads_as_place_what_and_how_to_mend_it() -> None:
    """An editor can jump to the line, and the author knows what to do."""
    fault = Fault("b.yaml", 3, 5, "cap", "weights", "the weights sum to 90", "Raise some by 10 in all.")
    assert "b.yaml:3:5: the weights sum to 90 (question cap). Raise some by 10 in all." == str(fault)


def test_a_fault_outside_of_any_question_names_none() -> None:
    """A fault of the whole file does not speak of a question."""
    fault = Fault("b.yaml", 0, 0, None, "empty-file", "the file is empty", "Write a bank.")
    assert "b.yaml:0:0: the file is empty. Write a bank." == str(fault)


def test_texts_that_differ_in_case_and_spacing_alone_are_there_twice() -> None:
    """A person could not tell them apart; each after the first is pointed at."""
    texts = ["One way", "another", " one  WAY ", "ONE way", "an other"]
    assert [(2, " one  WAY "), (3, "ONE way")] == list(repeated(texts))


@given(st.lists(st.text(max_size=3)))
def test_without_what_is_repeated_nothing_is_repeated(texts: list[str]) -> None:
    """An author who takes out what is pointed at is done."""
    again = {at for at, _ in repeated(texts)}
    assert [] == list(repeated(text for at, text in enumerate(texts) if at not in again))
    assert (len(again) == 0) == (len({" ".join(text.casefold().split()) for text in texts}) == len(texts))
