"""`make bench-memory`: how well recall is predicted on a real log, by the model and by the model fitted to the person.

Replays a log (columns as in the README beside ../shared/data/reviews.csv) through the program's own code: study days
that begin at 04:00 UTC, default parameters, a prediction before each review that comes a day or more after the last.
"""

import csv
import os
import sys
import time
from datetime import datetime
from pathlib import Path

from backprep.core.instant import Instant
from backprep.core.memory import Model
from backprep.core.metrics import Predicted, auc, log_loss, rmse_bins
from backprep.core.rating import Rating
from backprep.core.recalibrate import Recalibration
from backprep.core.replay import Prediction, Step, predictions

LOG = Path(__file__).parents[2] / "shared" / "data" / "reviews.csv"
WORST_LOSS, LEAST_AUC = 0.4655, 0.726


def read(file: Path) -> list[Step]:
    """The reviews of a log, in the order of their instants."""
    with file.open(newline="", encoding="utf-8") as lines:
        steps = [
            Step(
                row["card_id"],
                Instant(round(datetime.fromisoformat(row["review_time"]).timestamp() * 1000)),
                Rating(int(row["review_rating"])),
            )
            for row in csv.DictReader(lines)
        ]
    return sorted(steps, key=lambda step: step.at.ms)


def fitted(found: list[Prediction]) -> list[Predicted]:
    """The predictions of the recalibrated model, each made before its outcome was known."""
    person = Recalibration()
    return [(person.learn(each), each.recalled) for each in found]


def plain(found: list[Prediction]) -> list[Predicted]:
    """The predictions of the model."""
    return [(each.plain, each.recalled) for each in found]


def report(name: str, made: list[Predicted]) -> str:
    """One line of the table."""
    return f"{name:34}{len(made):8}{log_loss(made):10.4f}{auc(made) or 0:8.4f}{rmse_bins(made):8.4f}"


def main() -> int:
    """Prints the table; 1 when the plain model is worse than it was measured to be."""
    file = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("BACKPREP_REVIEWS", LOG))
    if not file.is_file():
        print(f"{file} is not here: nothing was measured")
        return 0
    steps = read(file)
    began = time.perf_counter()
    found = list(predictions(steps, Model()))
    middle = time.perf_counter()
    better = fitted(found)
    end = time.perf_counter()
    print(f"{len(steps)} reviews of {len({step.question for step in steps})} cards\n")
    print(f"{'':34}{'n':>8}{'log loss':>10}{'AUC':>8}{'RMSE':>8}")
    half = len(found) // 2
    print(report("FSRS-6, default parameters", plain(found)))
    print(report("recalibrated to the person", better))
    for name, part in (("first half", slice(None, half)), ("second half", slice(half, None))):
        print(report(f"  {name}, plain", plain(found)[part]))
        print(report(f"  {name}, recalibrated", better[part]))
    cards = sorted({step.question for step in steps})
    for name, chosen in (("one half of the cards", set(cards[::2])), ("the other half", set(cards[1::2]))):
        # By themselves, as the log of somebody else would be: nothing is learnt from the other half.
        part_found = [each for each in found if each.question in chosen]
        if part_found:
            print(report(f"  {name}, plain", plain(part_found)))
            print(report(f"  {name}, recalibrated", fitted(part_found)))
    micro = (middle - began) / len(steps) * 1e6, (end - middle) / len(found) * 1e6
    print(f"\n{micro[0]:.1f} µs a review, {micro[1]:.1f} µs a correction")
    loss, area = log_loss(plain(found)), auc(plain(found)) or 0
    return int(file == LOG and (loss > WORST_LOSS or area < LEAST_AUC))


if __name__ == "__main__":
    sys.exit(main())
