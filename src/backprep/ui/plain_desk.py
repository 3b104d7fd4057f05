"""The desk without a terminal: numbered lines out, lines in. Nothing is drawn over, no colour, no control codes."""

from collections.abc import Callable, Iterable, Mapping
from typing import IO, TypeVar

from backprep.app.screens import (
    Asking,
    Asks,
    Fronting,
    Judging,
    Notice,
    Paused,
    Planning,
    Revealing,
    Saying,
    Ticking,
)
from backprep.core.confidence import STEPS
from backprep.core.gesture import FillIn, PickOne, PickSeveral, PutInOrder, SpeakThenTick
from backprep.core.mark import Change
from backprep.core.rating import ANCHORS, Rating
from backprep.core.reply import Ordered, Picked, PickedSeveral, Reply, Ticked, Told, Typed, Wish
from backprep.ui.draw import is_alike
from backprep.ui.interaction import position
from backprep.ui.interactions import clock
from backprep.ui.literal import literal

T = TypeVar("T")
_WORDS = {
    "skip": Wish.SKIP,
    "undo": Wish.UNDO,
    "why": Wish.WHY,
    "leave": Wish.LEAVE,
    "quit": Wish.LEAVE,
}
_FIRST_WORDS = {"skip": Wish.SKIP, "pause": Wish.PAUSE, "editor": Wish.COMPOSE, "leave": Wish.LEAVE, "quit": Wish.LEAVE}
_INTERVIEW_WORDS = {"back": Wish.BACK, **_FIRST_WORDS}


class PlainDesk:
    """Every gesture by lines of text. A line that makes no sense is asked for again; the end of the input leaves."""

    def __init__(self, lines: IO[str], out: IO[str], *, echo: bool) -> None:
        self._lines = lines
        self._out = out
        self._echo = echo
        """Whether what is read is written, too: from a pipe it would not be seen otherwise."""

    # The port ---------------------------------------------------------------------------------------------------

    def ask(self, screen: Asking) -> Reply | Wish:
        """A question, its options by number, and one line in return."""
        self._question(screen)
        gesture = screen.presented.gesture
        match gesture:
            case PickOne(options=options):
                self._numbered(options)
                return self._read("Your answer, by number", lambda line: _one(line, options))
            case PickSeveral(options=options, pick=pick):
                self._numbered(options)
                wanted = f"the {pick} that apply" if pick else "all that apply"
                return self._read(f"The numbers of {wanted}, as in 1 3", lambda line: _several(line, options, pick))
            case PutInOrder(options=options):
                self._numbered(options)
                return self._read("The numbers in the right order, as in 2 1 3", lambda line: _order(line, options))
            case FillIn():
                return self._read("Your answer", lambda line: Typed(line) if line else None)
            case SpeakThenTick(say=say):
                self._write(f"Answer aloud; {clock(say)} would be a good length.")
                return self._read(
                    "Press Enter when you have said it, or type your answer", lambda line: Told(line or None)
                )

    def confide(self, screen: Asking) -> int | Wish:
        """The four steps of being sure, by number."""
        self._numbered(STEPS.values())
        return self._read("How sure are you, 1 to 4", lambda line: int(line) if line in ("1", "2", "3", "4") else None)

    def tick(self, screen: Ticking) -> Reply | Wish:
        """What a strong answer holds, and the numbers of the points that were covered."""
        asked = screen.asking.question
        if screen.asking.note:
            self._titled("Your notes", screen.asking.note)
        self._titled("A strong answer", asked.answer)
        self._titled("What the interviewer looks for", asked.looking_for)
        self._write(f"\n{screen.gesture.heading}:")
        self._numbered(screen.gesture.points)
        return self._read(
            "The numbers of the points that you covered, as in 1 3 (0 for none)",
            lambda line: _points(line, screen.gesture.points),
        )

    def reveal(self, screen: Revealing) -> Rating | Wish:
        """What the reply was worth, in words. From a pipe it goes on by itself; who types may rate otherwise."""
        mark = screen.mark
        said = "Right" if mark.right else "Partly right" if mark.score > 0 else "Wrong"
        self._write(
            f"\n{said}.{f' {literal(mark.note)}.' if mark.note else ''} Rating: {screen.rating.label}{_back(screen)}."
        )
        if is_alike(mark.diff):
            self._write("Spelling: " + "".join(_segment(each.change, each.text) for each in mark.diff))
        presented = screen.asking.presented
        in_order = isinstance(presented.gesture, PutInOrder) or len(presented.order) != len(mark.parts)
        order = range(len(mark.parts)) if in_order else presented.order
        for place, at in enumerate(order, start=1):
            part = mark.parts[at]
            note = f" ({literal(part.note)})" if part.note else ""
            self._write(f"  {place}. {literal(part.text)}: {part.verdict.value}{note}")
            if part.why:
                self._indented(part.why)
        asked = screen.asking.question
        if asked.kind != "open":
            self._titled("Why", asked.answer)
        self._rest(screen.asking)
        for hint in screen.hints:
            self._write(f"\n{literal(hint)}")
        if self._echo:
            return Wish.NEXT
        said = ", ".join(f"{each.value} {each.label}{_short(screen, each)}" for each in Rating)
        return self._read(
            f"Press Enter to go on, or rate it otherwise ({said})",
            lambda line: Wish.NEXT if not line else Rating(int(line)) if line in ("1", "2", "3", "4") else None,
        )

    def front(self, screen: Fronting) -> Wish:
        """The front of a flashcard; an empty line turns it."""
        self._question(screen.asking)
        gesture = screen.asking.presented.gesture
        if isinstance(gesture, PickOne | PickSeveral | PutInOrder):
            self._numbered(gesture.options)
        return self._read("Press Enter to turn the card", lambda line: None if line else Wish.NEXT)

    def back(self, screen: Fronting) -> Rating | Wish:
        """Its back, and a rating from 1 to 4."""
        for text in screen.back:
            self._indented(text)
        self._rest(screen.asking)
        for rating, anchor in ANCHORS.items():
            again = f" (back in {screen.delays[rating].words})" if rating in screen.delays else ""
            self._write(f"  {rating.value}. {rating.label}: {anchor}{again}")
        return self._read(
            "How well did you know it, 1 to 4", lambda line: Rating(int(line)) if line in ("1", "2", "3", "4") else None
        )

    def hold(self, screen: Planning | Paused | Asks) -> Wish:
        """The plan in words, a pause, the end. From a pipe it goes on by itself."""
        match screen:
            case Planning():
                about = f"{screen.minutes} minutes, {literal(screen.about)}"
                self._write(f"Mock interview {screen.number}{', resumed' * screen.resumed}: {about}.")
                for part in screen.parts:
                    count = f"{part.questions} question{'s' * (part.questions != 1)}"
                    self._write(f"  - {literal(part.title)}: {count}, {clock(part.seconds)} minutes")
                self._write("" if screen.transcript else "What you type is not kept.")
            case Paused():
                return self._read("Paused. Press Enter to go on", lambda line: Wish.NEXT)
            case Asks():
                self._write("\nYou could also ask:")
                for each in screen.asks:
                    self._write(f"  - {literal(each.ask)}")
                    self._indented(each.why)
                return Wish.NEXT
        return Wish.NEXT if self._echo else self._read("Press Enter to begin", lambda line: Wish.NEXT)

    def say(self, screen: Saying) -> Told | Wish:
        """The question, then one line: empty when it was said, or the answer. Nobody's thinking is timed here."""
        head = screen.heading
        if screen.after is not None:
            self._write(f"\nThe interviewer goes on: {literal(screen.prompt)}")
        elif screen.thinking:
            where = f"{literal(head.part)}, {head.place} of {head.size}. {head.spent} of {head.minutes} minutes gone"
            self._write(f"\n{where if head.size > 1 else literal(head.part)}. {literal(screen.label)}.")
            self._write(f"\n{literal(screen.prompt)}")
            return Wish.NEXT
        self._write(f"Answer aloud; {clock(screen.say)} would be a good length.")
        more = _INTERVIEW_WORDS if head.can_go_back or screen.after is not None else _FIRST_WORDS
        return self._read(
            "Press Enter when you have said it, or type your answer", lambda line: Told(line or None), more
        )

    def judge(self, screen: Judging) -> int | Wish:
        """The steps by number."""
        if screen.ask:
            self._write(f"\n{literal(screen.ask)}")
        self._titled("A good reply", screen.good)
        self._write(f"\n{screen.title}")
        self._numbered(screen.steps.values())
        steps = {str(step): step for step in screen.steps}
        return self._read(f"Which is truest, 1 to {len(steps)}", steps.get)

    def notice(self, notice: Notice) -> None:
        """A line between questions."""
        self._write(literal(notice.text))

    # Inside -----------------------------------------------------------------------------------------------------

    def _question(self, screen: Asking) -> None:
        head = screen.heading
        where = f"{literal(head.area)}: {literal(head.skill)}"
        more = ", once more" if head.repeat else ""
        self._write(f"\nQuestion {head.place} of {head.size}{more}. {where}. Level: {head.level}. {head.label}.")
        self._write("")
        self._write(literal(screen.question.prompt))

    def _rest(self, screen: Asking) -> None:
        asked = screen.question
        if asked.mistakes:
            self._write("\nUsual mistakes:")
        for mistake in asked.mistakes:
            self._write(f"  - {literal(mistake.claim)}")
            self._indented(mistake.why)
        if asked.follow_ups:
            self._write("\nThe interviewer goes on:")
        for follow_up in asked.follow_ups:
            self._write(f"  - {literal(follow_up.ask)}")
            if follow_up.good:
                self._indented(follow_up.good)
        if asked.sources:
            self._write("\nSources:")
        for source in asked.sources:
            named = (source.title, source.at, source.version, source.url)
            self._write(f"  - {literal(', '.join(each for each in named if each))}")

    def _read(self, wanted: str, read: Callable[[str], T | None], words: Mapping[str, Wish] | None = None) -> T | Wish:
        words = _WORDS if words is None else words
        commands = f"Or type: {', '.join(word for word in words if word != 'quit')}, help."
        while True:
            self._out.write(f"{wanted}: ")
            self._out.flush()
            line = self._lines.readline()
            if not line:
                self._write("")
                return Wish.LEAVE
            text = line.strip()
            if self._echo:
                self._write(literal(text))
            if text.casefold() in ("help", "?"):
                self._write(f"{wanted}. {commands}")
                continue
            if text.casefold() in words:
                return words[text.casefold()]
            result = read(text)
            if result is not None:
                return result
            self._write(f"That does not fit here. {wanted}. {commands}")

    def _numbered(self, options: Iterable[str]) -> None:
        for place, text in enumerate(options, start=1):
            self._write(f"  {place}. {literal(text)}")

    def _titled(self, title: str, text: str | None) -> None:
        if text:
            self._write(f"\n{title}:")
            self._indented(text)

    def _indented(self, text: str) -> None:
        for line in literal(text).split("\n"):
            self._write(f"     {line}".rstrip())

    def _write(self, text: str) -> None:
        self._out.write(text + "\n")


def _back(screen: Revealing) -> str:
    return f", back in {screen.delays[screen.rating].words}" if screen.rating in screen.delays else ""


def _short(screen: Revealing, rating: Rating) -> str:
    return f" {screen.delays[rating]}" if rating in screen.delays else ""


def _numbers(line: str, options: tuple[str, ...]) -> list[int] | None:
    places = [position(word, len(options)) for word in line.replace(",", " ").split()]
    if len(places) == 1 and places[0] is None and line.isalnum():
        places = [position(letter, len(options)) for letter in line]  # 213, or bac
    return None if None in places else [place for place in places if place is not None]


def _one(line: str, options: tuple[str, ...]) -> Picked | None:
    if options == ("True", "False") and line.casefold() in ("t", "true", "f", "false"):
        return Picked(0 if line[0].casefold() == "t" else 1)
    places = _numbers(line, options)
    return Picked(places[0]) if places and len(places) == 1 else None


def _several(line: str, options: tuple[str, ...], pick: int | None) -> PickedSeveral | None:
    places = _numbers(line, options)
    if not places or (pick is not None and len(set(places)) != pick):
        return None
    return PickedSeveral(frozenset(places))


def _order(line: str, options: tuple[str, ...]) -> Ordered | None:
    places = _numbers(line, options)
    return Ordered(tuple(places)) if places is not None and sorted(places) == list(range(len(options))) else None


def _points(line: str, options: tuple[str, ...]) -> Ticked | None:
    if line in ("", "0"):
        return Ticked(frozenset())
    places = _numbers(line, options)
    return Ticked(frozenset(places)) if places is not None else None


def _segment(change: Change, text: str) -> str:
    shown = literal(text)
    return {Change.SAME: shown, Change.EXTRA: f"[-{shown}-]", Change.LACKING: f"{{+{shown}+}}"}[change]
