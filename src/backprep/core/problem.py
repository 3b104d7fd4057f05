"""What is wrong with a bank: a problem inside one record, and a fault that has a place in a file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at ``path`` (keys and list positions) inside a record.

    ``code`` is for programs and stays stable; ``message`` says what is wrong, ``hint`` how to mend it.
    """

    path: Path
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem with its place: a file, a line and a column (from 1; 0 where there is none), a question's id."""

    file: str
    line: int
    column: int
    question: str | None
    code: str
    message: str
    hint: str

    def __str__(self) -> str:
        where = f" (question {self.question})" if self.question else ""
        return f"{self.file}:{self.line}:{self.column}: {self.message}{where}. {self.hint}"


def repeated(texts: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Positions of texts that already came earlier, case and spacing aside."""
    seen: set[str] = set()
    for position, text in enumerate(texts):
        key = " ".join(text.casefold().split())
        if key in seen:
            yield position, text
        seen.add(key)
