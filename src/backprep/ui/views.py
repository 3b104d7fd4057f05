"""Draws what commands return for a person: which report is drawn by what, each imported when it is wanted."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from rich.console import RenderableType

from backprep.ui.literal import literal
from backprep.ui.look import MAX_WIDTH, Signs, make_console, signs_for, theme


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A function of a module of ``ui``. ``needs``: what it takes beside the report; ``wide``: lines are not broken."""

    module: str
    function: str
    needs: tuple[str, ...] = ("signs",)
    wide: bool = False


_DRAWINGS: dict[str, _Drawing] = {
    "SessionReport": _Drawing("session_view", "session_end"),
    "Nothing": _Drawing("session_view", "nothing", ()),
    "SkillsReport": _Drawing("skills_view", "skill_tree"),
    "SkillReport": _Drawing("skills_view", "one_skill"),
    "RolesReport": _Drawing("roles", "draw_roles"),
    "BanksReport": _Drawing("bank_views", "banks", ("signs", "width")),
    "BankReport": _Drawing("bank_views", "one_bank"),
    "CheckReport": _Drawing("bank_views", "check", wide=True),
    "LintReport": _Drawing("bank_views", "lint", wide=True),
    "RunsReport": _Drawing("bank_views", "runs", wide=True),
    "MockReport": _Drawing("mock_view", "mock"),
    "MockListReport": _Drawing("mock_view", "mocks"),
    "AsksReport": _Drawing("mock_view", "asks"),
    "StoryReport": _Drawing("story_view", "story"),
    "StoriesReport": _Drawing("story_view", "stories"),
    "CoverageReport": _Drawing("story_view", "coverage"),
    "RehearsalReport": _Drawing("story_view", "rehearsal"),
    "NotRehearsed": _Drawing("story_view", "not_rehearsed", ()),
    "NothingWritten": _Drawing("story_view", "nothing_written", ()),
    "ExportedReport": _Drawing("story_view", "exported", (), wide=True),
    "FlagsReport": _Drawing("progress_views", "flags", (), wide=True),
    "TopicReport": _Drawing("home_view", "topic", ()),
    "UndoReport": _Drawing("progress_views", "undone", ()),
    "PathReport": _Drawing("progress_views", "whereabouts", (), wide=True),
    "DoctorReport": _Drawing("progress_views", "doctor", wide=True),
    "CopiesReport": _Drawing("progress_views", "copies", (), wide=True),
    "OrphansReport": _Drawing("progress_views", "orphans", ()),
    "ChangedReport": _Drawing("progress_views", "changed", ()),
    "SettingsReport": _Drawing("progress_views", "settings", ()),
    "DoneReport": _Drawing("progress_views", "done", ()),
    "ExportReport": _Drawing("progress_views", "exported", (), wide=True),
    "ImportReport": _Drawing("progress_views", "imported", (), wide=True),
    "MemoryReport": _Drawing("learning_views", "memory"),
    "TuningReport": _Drawing("learning_views", "tuning", ()),
    "StatsReport": _Drawing("stats_view", "stats"),
    "FoundReport": _Drawing("question_view", "found", ()),
    "QuestionReport": _Drawing("question_view", "question"),
    "HomeReport": _Drawing("home_view", "home", ("signs", "width")),
    "TargetReport": _Drawing("plan_view", "targets", ()),
    "PlanReport": _Drawing("plan_view", "plan", ("signs", "width")),
    "ReviewReport": _Drawing("plan_view", "hindsight", ()),
    "Welcome": _Drawing("home_view", "welcome", ()),
}
"""By the name of the report's class: a command pays for its own report alone."""


def drawing(view: object, signs: Signs, width: int) -> RenderableType:
    """A report, drawn for so many columns. Raises ``TypeError`` for something that is no report."""
    how = _how(view)
    given = {"signs": signs, "width": width}
    draw = getattr(import_module(f"backprep.ui.{how.module}"), how.function)
    drawn: RenderableType = draw(view, *(given[name] for name in how.needs))
    return drawn


def draw_view(view: object, colours: Callable[[], str] = lambda: "standard") -> None:
    """Prints a report on standard output. What the colours are is asked only where some will be seen."""
    if view is None or _as_it_is(view):
        return
    console = make_console()
    if console.is_terminal and not console.no_color:
        console.push_theme(theme(colours()))
    wide = _how(view).wide
    drawn = drawing(view, signs_for(console), console.width)
    console.print(drawn, width=None if wide else min(console.width, MAX_WIDTH), soft_wrap=wide)


def _how(view: object) -> _Drawing:
    name = type(view).__name__
    if name not in _DRAWINGS:
        raise TypeError(view)
    return _DRAWINGS[name]


def _as_it_is(view: object) -> bool:
    """Prints what is a text for other programs and not for a person; says whether that was so."""
    match type(view).__name__:
        case "SchemaReport":
            sys.stdout.write(json.dumps(view.schema, indent=2) + "\n")  # type: ignore[attr-defined]
        case "ExportReport" if view.lines:  # type: ignore[attr-defined]
            sys.stdout.writelines(f"{line}\n" for line in view.lines)  # type: ignore[attr-defined]
        case "ExportedReport" if view.file is None:  # type: ignore[attr-defined]
            sys.stdout.write("\n".join(literal(line) for line in view.text.split("\n")))  # type: ignore[attr-defined]
        case _:
            return False
    return True
