"""Whatever happens, in whatever order: answers, undos, kills, restarts, other machines, clocks that jump."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from backprep.adapters.progress_sqlite import SqliteProgress
from backprep.core.bookmark import bookmark, resumed
from backprep.core.instant import Instant
from backprep.core.rating import Rating
from backprep.core.review import Chosen, LogEntry, Reset, Retraction
from backprep.core.session import Answered, Event, Rerated, Session, Skipped, Undone, step

QUESTIONS = tuple(f"q{at}" for at in range(5))
MACHINES = st.sampled_from([0, 1])
DAY = 86_400_000


class Anything(RuleBasedStateMachine):
    """Two machines with a progress file each, and a session on the first."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.files = [Path(self.folder.name) / name / "progress.sqlite3" for name in ("one", "other")]
        self.machines = [SqliteProgress(file) for file in self.files]
        self.killed: list[SqliteProgress] = []
        self.written: list[dict[str, LogEntry]] = [{}, {}]
        self.ms = 1_700_000_000_000
        self.zone = 3600
        self.count = 0
        self.session: Session | None = None

    def now(self) -> Instant:
        return Instant(self.ms, self.zone)

    def new(self) -> str:
        self.count += 1
        return f"id-{self.count:04d}"

    def record(self, machine: int, *entries: LogEntry, **more: Any) -> None:
        self.machines[machine].record(*entries, **more)
        self.written[machine] |= {each.id: each for each in entries}

    def take(self, event: Event) -> None:
        assert self.session is not None
        self.session, changes = step(self.session, event, self.now())
        if changes:
            self.record(0, *changes, bookmark=bookmark(self.session, 1, self.now()))

    # What happens -----------------------------------------------------------------------------------------------

    @rule(ms=st.one_of(st.integers(0, 3_600_000), st.integers(-2 * DAY, 40 * DAY)), zone=st.integers(-48, 56))
    def the_clock_goes_on_or_jumps(self, ms: int, zone: int) -> None:
        self.ms = max(1_000_000_000_000, self.ms + ms)
        self.zone = zone * 900

    @precondition(lambda self: self.session is None)
    @rule(size=st.integers(1, 5), cram=st.booleans())
    def a_session_begins(self, size: int, cram: bool) -> None:
        self.session = Session(self.new(), "quiz", QUESTIONS, size, cram=cram)

    @precondition(lambda self: self.session is not None)
    @rule(rating=st.sampled_from(Rating), reply=st.none() | st.text(max_size=3))
    def a_question_is_answered(self, rating: Rating, reply: str | None) -> None:
        assert self.session is not None
        asked = self.session.current(self.now())
        if asked is None:
            self.machines[0].finished(self.session.id)
            self.session = None
            return
        last = {each.question: each.rating for each in self.session.answers}
        assert last.get(asked, Rating.AGAIN) is Rating.AGAIN, "asked twice in a session, and it was known"
        self.take(Answered(self.new(), asked, f"area-{asked}/skill", "hash", rating, 0.5, False, reply))

    @precondition(lambda self: self.session is not None)
    @rule(rating=st.sampled_from(Rating), what=st.sampled_from(["rate", "undo", "skip"]))
    def the_person_thinks_better_of_it(self, rating: Rating, what: str) -> None:
        assert self.session is not None
        asked = self.session.current(self.now())
        if what == "rate":
            self.take(Rerated(self.new(), self.new(), rating))
        elif what == "undo":
            self.take(Undone(self.new()))
        elif asked is not None:
            self.take(Skipped(asked))

    @precondition(lambda self: self.session is not None)
    @rule()
    def the_process_is_killed_and_the_session_resumed(self) -> None:
        assert self.session is not None
        answers = self.session.answers
        self.killed.append(self.machines[0])  # its connection stays open, as that of a process that hangs
        self.machines[0] = SqliteProgress(self.files[0])
        marks = [each for each in self.machines[0].bookmarks() if each.session == self.session.id]
        if not answers:
            self.session = None
            return
        gone = self.machines[0].retracted([each.review for each in marks[0].answers])
        self.session = resumed(marks[0], gone, self.now())
        assert self.session.answers == answers

    @rule(machine=MACHINES)
    def the_program_is_started_again(self, machine: int) -> None:
        self.machines[machine].close()

    @rule(machine=MACHINES)
    def the_last_answer_is_taken_back_from_outside(self, machine: int) -> None:
        last = self.machines[machine].last()
        if last is not None and self.session is None:
            self.record(machine, Retraction(id=self.new(), review=last.id, at=self.now()))

    @rule(machine=MACHINES, question=st.sampled_from(QUESTIONS))
    def a_question_begins_anew(self, machine: int, question: str) -> None:
        self.record(machine, Reset(id=self.new(), question=question, at=self.now()))

    @rule(machine=MACHINES, value=st.sampled_from(["0.8", "0.95", None]))
    def a_setting_is_changed(self, machine: int, value: str | None) -> None:
        self.record(machine, Chosen(id=self.new(), setting="retention", at=self.now(), value=value))

    @rule(machine=MACHINES)
    def one_machine_gives_its_log_to_the_other(self, machine: int) -> None:
        self.machines[1 - machine].merge(list(self.machines[machine].log()))
        self.written[1 - machine] |= self.written[machine]

    # What always holds ------------------------------------------------------------------------------------------

    @invariant()
    def nothing_is_lost_and_nothing_made_up(self) -> None:
        for progress, written in zip(self.machines, self.written, strict=True):
            assert {each.id: each for each in progress.log()} == written

    @invariant()
    def what_is_derived_follows_from_the_log(self) -> None:
        for progress in self.machines:
            assert progress.faults() == []

    @invariant()
    def the_same_log_says_the_same(self) -> None:
        if self.written[0] == self.written[1]:
            one, other = self.machines
            assert [one.standing(name) for name in QUESTIONS] == [other.standing(name) for name in QUESTIONS]
            assert one.settings().chosen == other.settings().chosen

    def teardown(self) -> None:
        for progress in (*self.machines, *self.killed):
            progress.close()
        self.folder.cleanup()


TestAnything = Anything.TestCase
TestAnything.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
