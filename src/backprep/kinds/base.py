"""What a kind of question has to provide."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from backprep.core.gesture import Gesture
from backprep.core.mark import Mark, Part, Verdict
from backprep.core.problem import Problem, repeated
from backprep.core.question import Question, Record
from backprep.core.reply import Reply

Q = TypeVar("Q", bound=Question)


@dataclass(frozen=True, slots=True)
class Example:
    """A question of the kind as an author writes it, with a reply that is right and one that is wrong.

    The format's reference shows it, and one test puts every kind's example through the whole way.
    """

    yaml: str
    right: Reply
    wrong: Reply


class Kind(ABC, Generic[Q]):
    """One way of asking. Pure: what to ask, how to mark a reply, what an author can get wrong."""

    name: ClassVar[str]
    label: ClassVar[str]
    """What the person is told to do, in a few words."""
    record: type[Q]
    shorthand: ClassVar[Mapping[str, str]] = {}
    """Lists whose items may be written as plain text: the field, and the item's key that the text stands for."""
    sourced: ClassVar[bool] = True
    """Whether a question of this kind claims facts, and so must name a source."""
    example: ClassVar[Example]

    @abstractmethod
    def gesture(self, question: Q) -> Gesture:
        """How to ask it, options in the author's order."""

    @abstractmethod
    def mark(self, question: Q, reply: Reply) -> Mark:
        """What a reply is worth. Positions in the reply are the author's."""

    @abstractmethod
    def back(self, question: Q) -> tuple[str, ...]:
        """The back of a flashcard: the right answer in a few lines."""

    def problems(self, question: Q) -> Iterator[Problem]:
        """What is wrong with a question beyond the types of its fields."""
        yield from ()


class UnmarkableError(TypeError):
    """A desk returned a reply that the gesture does not give: a defect in the program."""

    def __init__(self, kind: Kind[Any], reply: Reply) -> None:
        super().__init__(f"{kind.name} cannot mark {reply!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Record):
    """An option, right or wrong, with the reason."""

    text: str
    why: str
    correct: bool = False


def marked(choices: tuple[Choice, ...], chosen: frozenset[int]) -> tuple[Part, ...]:
    """Every option with its verdict and its reason."""
    return tuple(
        Part(choice.text, verdict(choice.correct, at in chosen), choice.why) for at, choice in enumerate(choices)
    )


def verdict(wanted: bool, chosen: bool) -> Verdict:
    """How one thing fared that could be chosen or left."""
    if chosen:
        return Verdict.RIGHT if wanted else Verdict.WRONG
    return Verdict.MISSED if wanted else Verdict.SPARED


def choice_problems(choices: tuple[Choice, ...], most: int, good: str) -> Iterator[Problem]:
    """What can be wrong with any list of options: how many there are, and one that is there twice."""
    if not 2 <= len(choices) <= most:
        yield Problem(
            ("choices",), "choice-count", f"the number of choices is {len(choices)}, and must be 2 to {most}", good
        )
    for at, text in repeated(choice.text for choice in choices):
        yield Problem(
            ("choices", at), "repeated-choice", f"the choice {text!r} is there twice", "Reword or remove one."
        )
