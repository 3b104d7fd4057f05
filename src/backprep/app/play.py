"""Playing a session: ask, mark, record, show, until the session is over or the person leaves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backprep.app.ask import asking
from backprep.app.errors import EditorError
from backprep.app.found import Entry
from backprep.app.screens import Asking, Fronting, Notice, Revealing, Ticking, Tone
from backprep.app.world import World
from backprep.core.bookmark import bookmark
from backprep.core.gesture import SpeakThenTick
from backprep.core.mark import Mark
from backprep.core.rating import Rating, suggest
from backprep.core.reply import Reply, Ticked, Told, Typed, Wish
from backprep.core.review import Note
from backprep.core.session import Answered, Event, Left, Rerated, Session, Shown, Skipped, Undone, step
from backprep.core.steps import Delay
from backprep.kinds import kind_of

if TYPE_CHECKING:  # the memory model loads while the person thinks
    from backprep.core.schedule import Scheduler, Standing
    from backprep.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Played:
    """A session that has ended, and whether Ctrl-C ended it."""

    session: Session
    interrupted: bool = False


class Player:
    """Carries a session from question to question. Every answer is recorded before anything else is drawn."""

    def __init__(self, world: World, session: Session, seed: int) -> None:
        self._world = world
        self._seed = seed
        self._settings: Settings | None = None
        self._model: Scheduler | None = None
        self._sure: int | None = None
        self.session = session

    def play(self) -> Played:
        """Asks until the session is over. Ctrl-C loses at most the answer that was being given."""
        turn = self._quiz_turn if self.session.kind == "quiz" else self._card_turn
        try:
            while (current := self.session.current(self._world.clock.now())) is not None:
                entry = self._world.catalogue.entry(current)
                if entry is None:  # it left the banks while the session ran
                    self._take(Skipped(current))
                    continue
                self._take(Shown())
                turn(entry)
        except KeyboardInterrupt:
            return Played(self.session, interrupted=True)
        return Played(self.session)

    # A question of a quiz ---------------------------------------------------------------------------------------

    def _quiz_turn(self, entry: Entry) -> None:
        screen = asking(self._world, self.session, entry, self._seed)
        self._sure = None
        reply = self._reply(screen)
        if isinstance(reply, Wish):
            self._wish(reply, entry)
            return
        mark = kind_of(entry.question).mark(entry.question, screen.presented.to_author(reply))
        rating = suggest(mark)
        text = reply.text if isinstance(reply, Typed | Ticked) else None
        before, delays = self._outlook(entry)
        self._record(entry, rating, mark, text, self._sure)
        note = screen.note or self._world.progress.note(entry.question.id)
        self._reveal(Revealing(screen, mark, rating, note, delays, self._hints(entry, before)), entry)

    def _reply(self, screen: Asking) -> Reply | Wish:
        """Asks until there is something to mark, or a wish about the session."""
        while True:
            reply = self._world.desk.ask(screen)
            if reply is Wish.WHY:
                self._say_why(screen.question.id)
                continue
            if reply is Wish.COMPOSE:
                composed = self._composed(screen.question.prompt)
                if composed is None:
                    continue
                reply = composed
            # Nobody can be wrong about their own story.
            if self.session.asks_confidence and not isinstance(reply, Wish) and screen.question.kind != "story":
                sure = self._world.desk.confide(screen)
                if isinstance(sure, Wish):
                    return sure
                self._sure = sure
            gesture = screen.presented.gesture
            if not isinstance(reply, Told) or not isinstance(gesture, SpeakThenTick):
                return reply
            ticked = self._world.desk.tick(Ticking(screen, gesture, reply.text))
            return Ticked(ticked.points, reply.text) if isinstance(ticked, Ticked) else ticked

    def _composed(self, prompt: str) -> Told | None:
        try:
            text = self._world.editor.compose("", prompt)
        except EditorError as error:
            self._warn(error)
            return None
        return Told(text) if text else None

    def _reveal(self, screen: Revealing, entry: Entry) -> None:
        while True:
            wish = self._world.desk.reveal(screen)
            if wish is not Wish.NOTE:
                break
            screen = replace(screen, note=self._edit_note(entry, screen.note))
        if isinstance(wish, Rating):
            self._take(Rerated(self._world.ids.new(), self._world.ids.new(), wish))
        elif wish is not Wish.NEXT:
            self._wish(wish, entry)

    def _edit_note(self, entry: Entry, note: str | None) -> str | None:
        try:
            text = self._world.editor.compose(note or "", entry.question.prompt)
        except EditorError as error:
            self._warn(error)
            return note
        now = self._world.clock.now()
        self._world.progress.record(Note(id=self._world.ids.new(), question=entry.question.id, at=now, text=text))
        return text or None

    # A flashcard ------------------------------------------------------------------------------------------------

    def _card_turn(self, entry: Entry) -> None:
        question = entry.question
        screen = Fronting(asking(self._world, self.session, entry, self._seed), kind_of(question).back(question))
        desk = self._world.desk
        for show in (desk.front, desk.back):
            answer: Rating | Wish = show(screen)
            while answer in (Wish.EDIT, Wish.WHY):
                if answer is Wish.WHY:
                    self._say_why(question.id)
                else:
                    self._open(entry)
                answer = show(screen)
            if isinstance(answer, Rating):
                before, _ = self._outlook(entry)
                self._record(entry, answer, None, None)
                for hint in self._hints(entry, before):
                    desk.notice(Notice(hint))
            elif answer is not Wish.NEXT:
                self._wish(answer, entry)
                return
            screen = replace(screen, delays=self._outlook(entry)[1]) if show == desk.front else screen

    # Shared -----------------------------------------------------------------------------------------------------

    def _wish(self, wish: Wish, entry: Entry) -> None:
        world = self._world
        events: dict[Wish, Callable[[], Event]] = {
            Wish.SKIP: lambda: Skipped(entry.question.id),
            Wish.UNDO: lambda: Undone(world.ids.new()),
            Wish.LEAVE: Left,
        }
        if wish is Wish.EDIT:
            self._open(entry)
        elif wish in events:
            if wish is Wish.UNDO and not self.session.answers:
                world.desk.notice(Notice("Nothing to undo in this session."))
            self._take(events[wish]())

    def _say_why(self, question: str) -> None:
        from backprep.app.planned import why

        self._world.desk.notice(Notice(why(self._world, question)))

    def _open(self, entry: Entry) -> None:
        try:
            self._world.editor.open_at(entry.file, entry.line)
        except EditorError as error:
            self._warn(error)
        else:
            self._world.desk.notice(Notice(f"Changes in {entry.file} count from the next session on."))

    def _warn(self, error: EditorError) -> None:
        mend = f" {error.mend}" if error.mend else ""
        self._world.desk.notice(
            Notice(f"{error.what}{f' ({error.where})' if error.where else ''}.{mend}", Tone.WARNING)
        )

    def _record(
        self, entry: Entry, rating: Rating, mark: Mark | None, text: str | None, sure: int | None = None
    ) -> None:
        right = mark.right if mark else rating >= Rating.GOOD
        score = mark.score if mark else None
        review = self._world.ids.new()
        question = entry.question
        self._take(Answered(review, question.id, question.skill, entry.content, rating, score, right, text, sure))

    def _take(self, event: Event) -> None:
        now = self._world.clock.now()
        session, changes = step(self.session, event, now)
        if changes:
            self._world.progress.record(*changes, bookmark=bookmark(session, self._seed, now))
        self.session = session

    # The schedule -----------------------------------------------------------------------------------------------

    def _outlook(self, entry: Entry) -> tuple["Standing | None", Mapping[Rating, Delay]]:
        """How the question stands before it is recorded, and when each rating would bring it back."""
        if self.session.cram:
            return None, {}
        if self._model is None:
            from backprep.core.schedule import Scheduler

            self._settings = self._world.progress.settings()
            self._model = Scheduler(self._settings)
        standing = self._world.progress.standing(entry.question.id)
        now = self._world.clock.now()
        return standing, self._model.delays(entry.question.id, standing, entry.question.skill, now)

    def _hints(self, entry: Entry, before: "Standing | None") -> tuple[str, ...]:
        """What the person should know about the question, now that it was answered."""
        if before is None or self._settings is None:
            return ()
        hints = []
        name = entry.question.id
        if before.content != entry.content:
            hints.append(
                f"This question has changed since you last answered it. To begin anew: backprep progress reset {name}"
            )
        after = self._world.progress.standing(name)
        if after and after.lapses > before.lapses and after.lapses >= self._settings.value("leech-after"):
            hints.append(
                f"You have forgotten this {after.lapses} times. Repeating it once more will not help: read its sources,"
                " say it in your own words to somebody, split it into smaller questions in a bank of your own, or leave"
                " it for now."
            )
        return tuple(hints)
