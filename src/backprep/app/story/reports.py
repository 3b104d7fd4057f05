"""What can be said about all stories together, and how they travel."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from backprep.app.story.kept import Kept, stories
from backprep.app.story.write import StoryReport, report
from backprep.app.world import World
from backprep.core.story.text import THEMES, coverage


@dataclass(frozen=True, slots=True)
class StoriesReport:
    """Every story, in the order in which they were begun."""

    stories: tuple[StoryReport, ...]


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """Each usual theme with what it is about and the titles of the stories on it."""

    themes: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Themes without a story."""
        return tuple(theme for theme, _, titles in self.themes if not titles)


@dataclass(frozen=True, slots=True)
class ExportedReport:
    """Stories as Markdown: printed, or written to a file."""

    text: str
    stories: int
    file: str | None = None


def stories_report(world: World) -> StoriesReport:
    """All of them."""
    return StoriesReport(tuple(report(world, held) for held in stories(world)))


def coverage_report(world: World) -> CoverageReport:
    """Which themes have a story."""
    covered = coverage(held.story for held in stories(world))
    return CoverageReport(tuple((theme, about, covered[theme]) for theme, about in THEMES.items()))


def exported(held: Sequence[Kept]) -> str:
    """Stories as Markdown, to be read anywhere."""
    rows: list[str] = []
    for each in held:
        story = each.story
        rows.append(f"# {story.title}")
        fields = (("questions", story.questions), ("themes", story.themes))
        about = [f"{name}: {', '.join(values)}" for name, values in fields if values]
        rows += ["", *about] if about else []
        for name, text in story.told:
            rows += ["", f"## {name.capitalize()}", "", text]
        rows += ["", ""]
    return "\n".join(rows).rstrip() + "\n"


def story_data(each: StoryReport) -> dict[str, Any]:
    """A story for scripts."""
    return {
        "number": each.held.number,
        "version": each.version,
        "versions": len(each.held.versions),
        **asdict(each.story),
        "say": each.say,
        "wording": asdict(each.wording),
        "feedback": list(each.feedback),
        "due_in_days": each.days,
    }
