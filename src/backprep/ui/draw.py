"""Screens as Rich renderables. Pure: values in, renderables out."""

from collections.abc import Iterable, Mapping, Sequence

from rich.box import ASCII as ASCII_BOX
from rich.box import ROUNDED
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.panel import Panel
from rich.text import Text

from backprep.app.screens import Asking, Fronting, Heading, Revealing
from backprep.core.gesture import FillIn, PutInOrder, SpeakThenTick
from backprep.core.mark import Change, Part, Segment, Verdict
from backprep.core.question import Question, Source
from backprep.core.rating import Rating
from backprep.core.steps import Delay
from backprep.ui.interaction import Key
from backprep.ui.literal import literal
from backprep.ui.look import Signs
from backprep.ui.prose import hanging, inline, prose

_BAR = 24
_ANSWERS = {"fill": "Why", "order": "Why", "open": "A strong answer"}


def heading(head: Heading, signs: Signs) -> RenderableType:
    """The person's place in the session: a bar, and the same in words."""
    done = round(_BAR * (head.place - 1) / head.size) if head.size else 0
    return Text.assemble(
        " ",
        (signs.done * done, "place"),
        (signs.to_do * (_BAR - done), "quiet"),
        f"  question {head.place} of {head.size}",
        (f" {signs.dot} once more", "missed") if head.repeat else "",
    )


def question(asking: Asking, signs: Signs, *, tight: bool = False) -> RenderableType:
    """The prompt in its frame, with area, skill, level and what to do; ``tight`` for terminals of few rows."""
    head = asking.heading
    title = Text.assemble(
        " ", (literal(head.area), "title"), f" {signs.within} {literal(head.skill)} ", overflow="ellipsis", no_wrap=True
    )
    subtitle = Text(f" {head.level} {signs.dot} {literal(head.label)} ", no_wrap=True)
    if signs.plain:
        about = Text(f"{literal(head.area)}: {literal(head.skill)}. Level: {head.level}. {literal(head.label)}.")
        return Group(about, Text(), prose(asking.question.prompt), Text())
    return Panel(
        prose(asking.question.prompt),
        title=title,
        title_align="left",
        subtitle=subtitle,
        subtitle_align="right",
        box=ROUNDED if signs.dot == "·" else ASCII_BOX,
        border_style="frame",
        padding=(0 if tight else 1, 2),
    )


def reminder(asked: Question) -> RenderableType:
    """The prompt of a question that was just answered, in as few lines as it takes."""
    prompt = inline(" ".join(asked.prompt.split()))
    prompt.stylize("bold")
    return hanging(" ", prompt)


def reveal(screen: Revealing, signs: Signs, *, in_full: bool = False) -> RenderableType:
    """What the reply was worth, why for every part of it, and all that the record holds besides.

    The model answer of an open question was shown before its points were ticked: it is repeated only ``in_full``.
    """
    asked = screen.asking.question
    mark = screen.mark
    rows: list[RenderableType] = [Text(), verdict(screen, signs), Text()]
    if is_alike(mark.diff):
        rows += [spelling(mark.diff), Text()]
    rows += parts(screen, signs)
    if asked.kind != "open" or in_full:
        rows += titled(_ANSWERS.get(asked.kind, "In short"), asked.answer)
    rows += titled("Your notes", screen.note)
    rows += more(asked, signs)
    for hint in screen.hints:
        rows += [Text(), hanging(Text(f" {signs.missed}", "warning"), Text(literal(hint), "warning"))]
    return Group(*rows)


def verdict(screen: Revealing, signs: Signs) -> RenderableType:
    """The first line: right, partly or wrong, with the figure, the rating, and when that brings it back."""
    mark, rating = screen.mark, screen.rating
    if mark.right:
        said, style, sign = "Right", "right", signs.right
    elif mark.score > 0:
        said, style, sign = "Partly", "missed", signs.missed
    else:
        said, style, sign = "Wrong", "wrong", signs.wrong
    note = f"  {literal(mark.note)}" if mark.note else ""
    line = Text.assemble(
        (said, f"bold {style}"), note, (f"  {signs.dot} {rating.label}{comes_back(screen.delays, rating)}", "quiet")
    )
    return hanging(Text(f" {sign}", f"bold {style}"), line)


def comes_back(delays: Mapping[Rating, Delay], rating: Rating) -> str:
    """When a rating brings the question back, in words; nothing where the schedule is left alone."""
    return f", back in {delays[rating].words}" if rating in delays else ""


def parts(screen: Revealing, signs: Signs) -> list[RenderableType]:
    """Every option, step or point with its verdict, in the order in which it stood on the screen."""
    presented = screen.asking.presented
    all_parts = screen.mark.parts
    if isinstance(presented.gesture, PutInOrder) or len(presented.order) != len(all_parts):
        numbered = [
            (f"{at}" if isinstance(presented.gesture, PutInOrder) else "", each) for at, each in enumerate(all_parts, 1)
        ]
    else:
        numbered = [(f"{place}", all_parts[at]) for place, at in enumerate(presented.order, start=1)]
    covered = isinstance(presented.gesture, SpeakThenTick)
    return [_part(number, part, "covered" if covered else "right", signs) for number, part in numbered]


def _part(number: str, part: Part, right: str, signs: Signs) -> RenderableType:
    sign = {
        Verdict.RIGHT: signs.right,
        Verdict.WRONG: signs.wrong,
        Verdict.MISSED: signs.missed,
        Verdict.SPARED: signs.left,
    }[part.verdict]
    style = part.verdict.value
    words = {Verdict.SPARED: "", Verdict.RIGHT: f" ({right})"}
    said = words.get(part.verdict, f" ({part.verdict.value})")
    lead = Text(f" {sign} {number}".rstrip() if number else f" {sign}", style)
    first = inline(part.text)
    first.stylize("bold")
    first.append(said, style)
    if part.note:
        first.append(f"  {literal(part.note)}", "quiet")
    return hanging(lead, Group(first, prose(part.why)) if part.why else first)


def is_alike(diff: Sequence[Segment]) -> bool:
    """Whether a diff shows a slip; between two different words it shows nothing."""
    same = sum(len(each.text) for each in diff if each.change is Change.SAME)
    return bool(diff) and 2 * same >= sum(len(each.text) for each in diff)


def spelling(diff: Iterable[Segment]) -> RenderableType:
    """A typed answer against the accepted one: what is too much in brackets with a minus, what lacks with a plus."""
    line = Text(" ")
    for segment in diff:
        text = literal(segment.text)
        if segment.change is Change.SAME:
            line.append(text)
        elif segment.change is Change.EXTRA:
            line.append(f"[-{text}-]", "wrong")
        else:
            line.append(f"{{+{text}+}}", "right")
    return line


def model_answer(asked: Question, told: str | None) -> RenderableType:
    """The answer of a strong candidate, beside what was typed."""
    rows: list[RenderableType] = []
    rows += titled("You wrote", told)
    rows += titled("A strong answer", asked.answer)
    rows += titled("What the interviewer looks for", asked.looking_for)
    return Group(*rows)


def more(asked: Question, signs: Signs) -> list[RenderableType]:
    """Usual mistakes, follow-up questions and sources."""
    rows: list[RenderableType] = []
    if asked.mistakes:
        rows += [_title("Usual mistakes")]
        for mistake in asked.mistakes:
            claim = inline(mistake.claim)
            claim.stylize("bold")
            rows.append(hanging(Text(f" {signs.wrong}", "wrong"), Group(claim, prose(mistake.why))))
    if asked.follow_ups:
        rows += [_title("The interviewer goes on")]
        for follow_up in asked.follow_ups:
            ask = inline(follow_up.ask)
            ask.stylize("bold")
            rows.append(hanging(" ?", Group(ask, prose(follow_up.good)) if follow_up.good else ask))
    if asked.sources:
        rows += [_title("Sources")]
        rows += [hanging(f" {signs.dot}", source_line(source)) for source in asked.sources]
    return rows


def source_line(source: Source) -> Text:
    """A source on one line: title, where in it, version, address."""
    extra = [source.at, source.version, source.url]
    return Text(literal(", ".join([source.title, *(each for each in extra if each)])), overflow="fold")


def _title(text: str) -> RenderableType:
    return Padding(Text(text, "title"), (1, 0, 0, 1))


def titled(title: str, text: str | None) -> list[RenderableType]:
    """A text under its title; nothing where there is no text."""
    return [_title(title), Padding(prose(text), (0, 1, 0, 3))] if text else []


def front(screen: Fronting, signs: Signs) -> RenderableType:
    """The front of a flashcard: the options, where the question has any."""
    gesture = screen.asking.presented.gesture
    if isinstance(gesture, FillIn | SpeakThenTick):
        return Text()
    return Group(*(hanging(f"   {place}", inline(text)) for place, text in enumerate(gesture.options, start=1)))


def back(screen: Fronting, signs: Signs) -> RenderableType:
    """The back: the answer, the usual mistakes, the sources."""
    rows: list[RenderableType] = []
    for text in screen.back:
        rows += [Padding(prose(text), (0, 1, 1, 1))]
    return Group(*rows, *more(screen.asking.question, signs))


def foot(keys: Iterable[Key], in_full: bool, signs: Signs) -> RenderableType:
    """The keys at the bottom: in a row, or each with a sentence."""
    names = [(signs.up_down if key.name == "↑↓" else key.name, key) for key in keys]
    if in_full:
        rows = [hanging(Text(f" {name:>9}", "key"), Text(key.help)) for name, key in names]
        return Group(Text(), *rows)
    return Group(Text(), KeyRow([Text.assemble((name, "key"), f" {key.word}") for name, key in names]))


class KeyRow:
    """Keys in a row, and in further rows where they do not fit; a key and its word stay together."""

    def __init__(self, keys: Sequence[Text]) -> None:
        self._keys = keys

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        row = Text(" ")
        for key in self._keys:
            gap = "  " if len(row) > 1 else ""
            if gap and row.cell_len + len(gap) + key.cell_len > options.max_width:
                yield row
                row, gap = Text(" "), ""
            row.append(gap).append_text(key)
        yield row
