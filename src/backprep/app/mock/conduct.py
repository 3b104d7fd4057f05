"""Conducting an interview: think, speak, be followed up, look at what a strong answer holds, judge oneself."""

from collections.abc import Mapping
from dataclasses import replace

from backprep.app.found import Entry
from backprep.app.mock.kept import CLOSING, Interview, as_paper, keep_plan
from backprep.app.screens import (
    Asking,
    Asks,
    Heading,
    InterviewHeading,
    Judging,
    Part,
    Planning,
    Saying,
    Ticking,
)
from backprep.app.speak import Said, speak
from backprep.app.story.kept import notes_on
from backprep.app.world import World
from backprep.core.gesture import SpeakThenTick, present
from backprep.core.mark import Verdict
from backprep.core.mock.answers import COMMUNICATION, HELD, FollowedUp, Given, choose_follow_ups, missed_points
from backprep.core.mock.plan import FOLLOW_SAY, TITLES, Planned
from backprep.core.rating import suggest
from backprep.core.reply import Ticked, Wish
from backprep.core.review import Retraction, Review
from backprep.core.shuffle import mixed
from backprep.kinds import kind_of
from backprep.kinds.open import OpenQuestion

_SHOWN = 4
"""Questions that are suggested at the end."""


class Conductor:
    """Leads through an interview. Every answer is kept before anything else is drawn."""

    def __init__(self, world: World, interview: Interview) -> None:
        self._world = world
        self.interview = interview
        self._spent = sum(_time(each) for each in interview.answers)
        self._titles = world.catalogue.skill_titles()

    def conduct(self, *, resumed: bool = False) -> bool:
        """Asks until the end, or until the person leaves; says whether Ctrl-C ended it."""
        try:
            if self._world.desk.hold(self._planning(resumed=resumed)) is not Wish.LEAVE:
                if not resumed:
                    keep_plan(self._world, self.interview)
                self._ask_all()
        except KeyboardInterrupt:
            return True
        return False

    def _ask_all(self) -> None:
        again: Planned | None = None
        last: Planned | None = self._last()
        while True:
            planned = again or self._next()
            if planned is None:
                if CLOSING not in self.interview.open or self._close() is not Wish.BACK or last is None:
                    return
                planned = last
            entry = self._world.catalogue.entry(planned.question)
            wish = self._question(planned, entry, can_go_back=last is not None and last != planned) if entry else None
            if wish is Wish.LEAVE:
                return
            if wish is Wish.BACK:
                again = last or planned
                continue
            again, last = None, planned

    def _next(self) -> Planned | None:
        """The next question that is still in the banks."""
        left = set(self.interview.open)
        waiting = (each for each in self.interview.plan.questions if each.question in left)
        return next((each for each in waiting if self._world.catalogue.entry(each.question)), None)

    def _last(self) -> Planned | None:
        done = {each.question for each in self.interview.answers}
        return next((each for each in reversed(self.interview.plan.questions) if each.question in done), None)

    # One question -----------------------------------------------------------------------------------------------

    def _question(self, planned: Planned, entry: Entry, *, can_go_back: bool) -> Wish | None:
        """Everything about one question. Returns what the person wants instead of going on, if anything."""
        question = entry.question
        heading = self._heading(planned, can_go_back=can_go_back)
        kind = kind_of(question)
        given = Given(
            question=question.id,
            part=planned.part,
            area=question.area,
            prompt=question.prompt,
            say=planned.say,
        )
        said = self._say(Saying(heading, question.prompt, planned.say, thinking=True, label=kind.label))
        if said is Wish.SKIP:
            self._keep(replace(given, skipped=True))
            return None
        if not isinstance(said, Said):
            return said
        follow_ups = self._follow_up(planned, entry, heading, said.text)
        if isinstance(follow_ups, Wish):
            return follow_ups
        asking = self._asking(entry, heading)
        sure = self._world.desk.confide(asking) if self.interview.confidence and question.kind != "story" else None
        if isinstance(sure, Wish):
            return sure
        gesture = asking.presented.gesture
        assert isinstance(gesture, SpeakThenTick)  # noqa: S101 - only such questions are composed
        ticked = self._world.desk.tick(Ticking(asking, gesture, said.text))
        if not isinstance(ticked, Ticked):
            return ticked if isinstance(ticked, Wish) else Wish.LEAVE
        judged = self._judge(follow_ups)
        steps = self._communication() if isinstance(judged, tuple) else judged
        if isinstance(judged, Wish) or isinstance(steps, Wish):
            return Wish.LEAVE
        mark = kind.mark(question, ticked)
        transcript = self.interview.transcript
        given = replace(
            given,
            think=said.think,
            took=said.took,
            words=said.words,
            text=said.text if transcript else None,
            score=mark.score,
            covered=tuple(part.text for part in mark.parts if part.verdict is Verdict.RIGHT),
            missed=tuple(part.text for part in mark.parts if part.verdict is not Verdict.RIGHT),
            follow_ups=tuple(each if transcript else replace(each, text=None) for each in judged),
            confidence=sure,
            structure=steps["structure"],
            concision=steps["concision"],
            clarity=steps["clarity"],
            review=self._world.ids.new(),
        )
        review = Review(
            id=given.review or "",
            session=self.interview.id,
            session_kind="mock",
            question=question.id,
            content=entry.content,
            at=self._world.clock.now(),
            rating=suggest(mark),
            score=mark.score,
            took=said.think + said.took,
            confidence=sure,
            skill=question.skill,
        )
        self._keep(given, review)
        return None

    def _say(self, saying: Saying) -> Said | Wish:
        said = speak(self._world, saying)
        if isinstance(said, Said):
            self._spent += said.think + said.took
        return said

    def _follow_up(
        self, planned: Planned, entry: Entry, heading: InterviewHeading, told: str | None
    ) -> tuple[FollowedUp, ...] | Wish:
        question = entry.question
        missed: tuple[str, ...] = ()
        if told is not None and isinstance(question, OpenQuestion):
            missed = missed_points(told, [(each.point, each.terms) for each in question.key_points])
        places = choose_follow_ups([each.ask for each in question.follow_ups], missed, planned.follow_ups)
        done: list[FollowedUp] = []
        for at in places:
            asked = question.follow_ups[at]
            saying = Saying(heading, asked.ask, FOLLOW_SAY, thinking=False, after=question.prompt)
            said = self._say(saying)
            if said is Wish.SKIP:
                done.append(FollowedUp(ask=asked.ask, good=asked.good, held=1))
            elif isinstance(said, Said):
                done.append(FollowedUp(ask=asked.ask, good=asked.good, took=said.took, text=said.text))
            else:
                return said
        return tuple(done)

    def _judge(self, follow_ups: tuple[FollowedUp, ...]) -> tuple[FollowedUp, ...] | Wish:
        judged: list[FollowedUp] = []
        for each in follow_ups:
            if each.held is None:
                title = "Did your reply to the follow-up hold what matters?"
                step = self._world.desk.judge(Judging(title, HELD, each.ask, each.good, each.text))
                if isinstance(step, Wish):
                    return step
                judged.append(replace(each, held=step))
            else:
                judged.append(each)
        return tuple(judged)

    def _communication(self) -> Mapping[str, int] | Wish:
        steps: dict[str, int] = {}
        for name, words in COMMUNICATION.items():
            step = self._world.desk.judge(Judging(f"How you said it: {name}", words))
            if isinstance(step, Wish):
                return step
            steps[name] = step
        return steps

    # The end ----------------------------------------------------------------------------------------------------

    def _close(self) -> Wish | None:
        plan = self.interview.plan
        heading = InterviewHeading(
            TITLES["closing"],
            len(plan.questions) + 1,
            len(plan.questions) + 1,
            round(self._spent / 60_000),
            plan.minutes,
            can_go_back=bool(self.interview.answers),
        )
        prompt = "That was it from our side. What would you like to ask us?"
        said = self._say(Saying(heading, prompt, plan.closing, thinking=True, label="Ask, as you would ask them"))
        if said is Wish.SKIP:
            said = Said(0, 0, None)
        if not isinstance(said, Said):
            return said
        given = Given(
            question=CLOSING,
            part="closing",
            area="behavioural-communication-career",
            prompt=prompt,
            say=plan.closing,
            think=said.think,
            took=said.took,
            words=said.words,
            text=said.text if self.interview.transcript else None,
        )
        self._keep(given)
        asks = sorted(self._world.asks(), key=lambda each: mixed(plan.seed, each.id))
        self._world.desk.hold(Asks(said.text, tuple(asks[:_SHOWN])))
        return None

    # Inside -----------------------------------------------------------------------------------------------------

    def _keep(self, given: Given, review: Review | None = None) -> None:
        now = self._world.clock.now()
        before = next((each for each in self.interview.answers if each.question == given.question), None)
        entries: list[Review | Retraction] = [review] if review else []
        if before is not None and before.review:
            entries.insert(0, Retraction(id=self._world.ids.new(), review=before.review, at=now))
        self._world.progress.record(*entries, as_paper(self._world, self.interview.id, given, now))
        others = tuple(each for each in self.interview.answers if each.question != given.question)
        self.interview = replace(self.interview, answers=(*others, given))

    def _heading(self, planned: Planned, *, can_go_back: bool) -> InterviewHeading:
        plan = self.interview.plan
        place = plan.questions.index(planned) + 1
        minutes = round(self._spent / 60_000)
        return InterviewHeading(
            TITLES[planned.part], place, len(plan.questions) + 1, minutes, plan.minutes, can_go_back=can_go_back
        )

    def _asking(self, entry: Entry, heading: InterviewHeading) -> Asking:
        question = entry.question
        kind = kind_of(question)
        titles = self._titles
        head = Heading(
            place=heading.place,
            size=heading.size,
            area=titles.get(question.area, question.area),
            skill=titles.get(question.skill, question.skill),
            level=question.level,
            label=kind.label,
        )
        note = notes_on(self._world, question.id) if question.kind == "story" else None
        return Asking(head, question, present(kind.gesture(question), 0), note)

    def _planning(self, *, resumed: bool) -> Planning:
        plan = self.interview.plan
        focus = [self._titles.get(area, area) for area in plan.focus]
        about = ", ".join([f"{plan.level} level", *([plan.role] if plan.role else []), *focus])
        parts = tuple(Part(TITLES[name], count, seconds) for name, count, seconds in plan.parts)
        return Planning(
            parts, plan.minutes, about, self.interview.number, resumed=resumed, transcript=self.interview.transcript
        )


def _time(given: Given) -> int:
    return given.think + given.took + sum(each.took for each in given.follow_ups)
