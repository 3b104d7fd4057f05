"""Playing a session: ask, mark, record, show, until the session is over or the person leaves."""

from collections.abc import Callable
from dataclasses import dataclass

from backprep.app.ask import asking
from backprep.app.errors import EditorError
from backprep.app.ports import Entry
from backprep.app.screens import Asking, Fronting, Notice, Revealing, Ticking, Tone
from backprep.app.world import World
from backprep.core.gesture import SpeakThenTick
from backprep.core.mark import Mark
from backprep.core.rating import Rating, suggest
from backprep.core.reply import Reply, Ticked, Told, Typed, Wish
from backprep.core.review import Note
from backprep.core.session import Answered, Event, Left, Session, Shown, Skipped, Undone, step
from backprep.kinds import kind_of


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
        self.session = session

    def play(self) -> Played:
        """Asks until the session is over. Ctrl-C loses at most the answer that was being given."""
        turn = self._quiz_turn if self.session.kind == "quiz" else self._card_turn
        try:
            while (current := self.session.current(self._world.clock.now())) is not None:
                entry = self._world.catalogue.entry(current)
                if entry is None:  # it left the banks while the session ran
                    self._take(Skipped())
                    continue
                self._take(Shown())
                turn(entry)
        except KeyboardInterrupt:
            return Played(self.session, interrupted=True)
        return Played(self.session)

    # A question of a quiz ---------------------------------------------------------------------------------------

    def _quiz_turn(self, entry: Entry) -> None:
        screen = asking(self._world, self.session, entry, self._seed)
        reply = self._reply(screen)
        if isinstance(reply, Wish):
            self._wish(reply, entry)
            return
        mark = kind_of(entry.question).mark(entry.question, screen.presented.to_author(reply))
        rating = suggest(mark)
        text = reply.text if isinstance(reply, Typed | Ticked) else None
        self._record(entry, rating, mark, text)
        self._reveal(screen, entry, mark, rating)

    def _reply(self, screen: Asking) -> Reply | Wish:
        """Asks until there is something to mark, or a wish about the session."""
        while True:
            reply = self._world.desk.ask(screen)
            if reply is Wish.COMPOSE:
                composed = self._composed(screen.question.prompt)
                if composed is None:
                    continue
                reply = composed
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

    def _reveal(self, screen: Asking, entry: Entry, mark: Mark, rating: Rating) -> None:
        note = screen.note
        while True:
            wish = self._world.desk.reveal(Revealing(screen, mark, rating, note))
            if wish is not Wish.NOTE:
                break
            note = self._edit_note(entry, note)
        if wish is not Wish.NEXT:
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
            while answer is Wish.EDIT:
                self._open(entry)
                answer = show(screen)
            if isinstance(answer, Rating):
                self._record(entry, answer, None, None)
            elif answer is not Wish.NEXT:
                self._wish(answer, entry)
                return

    # Shared -----------------------------------------------------------------------------------------------------

    def _wish(self, wish: Wish, entry: Entry) -> None:
        world = self._world
        events: dict[Wish, Callable[[], Event]] = {
            Wish.SKIP: Skipped,
            Wish.UNDO: lambda: Undone(world.ids.new()),
            Wish.LEAVE: Left,
        }
        if wish is Wish.EDIT:
            self._open(entry)
        elif wish in events:
            if wish is Wish.UNDO and not self.session.answers:
                world.desk.notice(Notice("Nothing to undo in this session."))
            self._take(events[wish]())

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

    def _record(self, entry: Entry, rating: Rating, mark: Mark | None, text: str | None) -> None:
        right = mark.right if mark else rating >= Rating.GOOD
        score = mark.score if mark else None
        review = self._world.ids.new()
        self._take(Answered(review, entry.question.skill, entry.content, rating, score, right, text))

    def _take(self, event: Event) -> None:
        session, change = step(self.session, event, self._world.clock.now())
        if change is not None:
            self._world.progress.record(change)
        self.session = session
