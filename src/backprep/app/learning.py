"""What the answers say about the memory model: how well it predicts, and whether another fit predicts better."""

from collections.abc import Sequence
from dataclasses import dataclass

from backprep.app.ports import Progress
from backprep.app.settings import choose
from backprep.app.world import World
from backprep.core.memory import DEFAULTS, Model
from backprep.core.metrics import Bin, Predicted, auc, calibration, log_loss
from backprep.core.recalibrate import Recalibration
from backprep.core.replay import Step, predictions
from backprep.core.review import Reset, Retraction
from backprep.core.tune import LEAST, Tuning, tune


@dataclass(frozen=True, slots=True)
class Quality:
    """How good some predictions were."""

    log_loss: float
    auc: float | None
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class MemoryReport:
    """Predicted against actual recall, by the plain model and by the one fitted to the person.

    ``predictions``: how many reviews came a day or more after the one before; the rest is None without any.
    """

    reviews: int
    predictions: int
    recalled: float | None = None
    plain: Quality | None = None
    fitted: Quality | None = None
    trust: float | None = None


@dataclass(frozen=True, slots=True)
class TuningReport:
    """What a fit gained, and whether it was adopted. ``least``: the reviews that are needed."""

    tuning: Tuning
    adopted: bool
    least: int = LEAST


def steps_of(progress: Progress) -> list[Step]:
    """The reviews that the schedule counts, in the order of their instants; after a reset a question is another one."""
    gone = {each.review for each in progress.log() if isinstance(each, Retraction)}
    begun: dict[str, list[int]] = {}
    for each in progress.log():
        if isinstance(each, Reset) and each.id not in gone:
            begun.setdefault(each.question, []).append(each.at.ms)
    steps = []
    for review in progress.reviews():
        if review.session_kind != "cram":
            resets = sum(ms < review.at.ms for ms in begun.get(review.question, ()))
            steps.append(Step(f"{review.question} {resets}" if resets else review.question, review.at, review.rating))
    return steps


def memory_report(world: World) -> MemoryReport:
    """Goes through all answers once more, and says how well each was predicted from those before it."""
    settings = world.progress.settings()
    model = Model(settings.value("parameters") or DEFAULTS)
    steps = steps_of(world.progress)
    found = list(predictions(steps, model, settings.day_starts))
    if not found:
        return MemoryReport(len(steps), 0)
    person = Recalibration()
    fitted = [(person.learn(each), each.recalled) for each in found]
    plain = [(each.plain, each.recalled) for each in found]
    recalled = sum(each.recalled for each in found) / len(found)
    return MemoryReport(len(steps), len(found), recalled, _quality(plain), _quality(fitted), person.trust)


def _quality(made: Sequence[Predicted]) -> Quality:
    return Quality(log_loss(made), auc(made), calibration(made))


def find_fit(world: World) -> Tuning:
    """Fits the model to the person's answers, and compares."""
    settings = world.progress.settings()
    return tune(steps_of(world.progress), settings.value("parameters") or DEFAULTS, settings.day_starts)


def adopt(world: World, tuning: Tuning) -> None:
    """Takes the fitted parameters for one's own; every date follows from them at once."""
    if tuning.parameters is None:
        raise ValueError("there is nothing to adopt")
    choose(world, "parameters", ",".join(f"{each:.7g}" for each in tuning.parameters))
