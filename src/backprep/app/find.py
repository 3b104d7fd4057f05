"""What a person means by the words that they give for skills, areas, levels and kinds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backprep.app.errors import UsageError
from backprep.app.found import Filter, Found
from backprep.app.ports import Catalogue
from backprep.core.question import LEVELS
from backprep.core.suggest import did_you_mean
from backprep.kinds import KINDS

if TYPE_CHECKING:
    from backprep.app.compose import Mistakes


def wanted(
    catalogue: Catalogue,
    skills: Sequence[str] = (),
    areas: Sequence[str] = (),
    levels: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> Filter:
    """The filter for a session. Raises ``UsageError`` with a suggestion for a word that means nothing."""
    found = [path for word in skills for path in topics(catalogue, word)]
    return Filter(
        skills=tuple(path for path in found if "/" in path),
        areas=tuple(area_of(catalogue, word) for word in areas) + tuple(path for path in found if "/" not in path),
        levels=tuple(one_of(word, LEVELS, "level") for word in levels),
        kinds=tuple(one_of(word.replace("-", "_"), KINDS, "kind") for word in kinds),
    )


def mistakes_of(word: str | None) -> "Mistakes | None":
    """Whose mistakes: today's, or the week's. Raises ``UsageError`` for another word."""
    if word is None:
        return None
    return "week" if one_of(word, ("today", "week"), "time") == "week" else "today"


def topics(catalogue: Catalogue, word: str) -> tuple[str, ...]:
    """The areas and skills that a word names: by id, by title, or as job ads write them."""
    titles = catalogue.skill_titles()
    if word in titles:
        return (word,)
    # An empty word (a variable that is not set) would be a part of every name.
    found = catalogue.skills().search(word) if word.strip() else ()
    if found:
        return found
    near = did_you_mean(word, [*titles, *titles.values()])
    raise UsageError(
        f"no skill or area is called {word!r}",
        mend=f"Did you mean {near!r}? All of them: backprep skills" if near else "See them all: backprep skills",
    )


def area_of(catalogue: Catalogue, word: str) -> str:
    """The id of the area that a word names. Raises ``UsageError`` with a suggestion."""
    titles = {path: title for path, title in catalogue.skill_titles().items() if "/" not in path}
    by_title = {title.casefold(): path for path, title in titles.items()}
    return by_title.get(word.casefold().strip()) or one_of(word, titles, "area")


def one_of(word: str, known: Iterable[str], what: str) -> str:
    """The known name that a word means, whatever its case. Raises ``UsageError`` with a suggestion."""
    names = list(known)
    if word.casefold() in names:
        return word.casefold()
    near = did_you_mean(word, names)
    if near:
        raise UsageError(f"there is no {what} {word!r}", mend=f"Did you mean {near}?")
    some = names if len(names) < 10 else [*names[:9], "…"]
    raise UsageError(f"there is no {what} {word!r}", mend=f"Known: {', '.join(some)}.")


@dataclass(frozen=True, slots=True)
class FoundReport:
    """What was searched for, and what was found, the best first; ``more``: there is more than was asked for."""

    words: tuple[str, ...]
    found: tuple[Found, ...]
    more: bool


def find_questions(catalogue: Catalogue, words: Sequence[str], count: int) -> FoundReport:
    """The questions that hold all the words. Raises ``UsageError`` when there is nothing to search for."""
    wanted = tuple(word for text in words for word in re.findall(r"\w+", text))
    if not wanted:
        raise UsageError("there is no word to search for", mend="Name one: backprep find deadlock")
    found = catalogue.search(wanted, count + 1)
    return FoundReport(wanted, tuple(found[:count]), len(found) > count)
