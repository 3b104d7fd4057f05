"""Fits predicted recall to the person, review by review, and never trusts itself too early.

The model's recall is corrected by a logistic regression with six weights: a constant, the log-odds that the model
predicts, whether the last answer was a failure, how long ago that was, how often the question was forgotten before, and
how the person has done lately. It begins as the identity (the model's own prediction) with a Gaussian prior around it,
and learns from each outcome by one Newton step of Bayesian logistic regression, the extended Kalman filter of
Spiegelhalter and Lauritzen (Sequential updating of conditional probabilities on directed graphical structures, Networks
20(5), 1990).

What is used is a mixture of the plain and the corrected prediction, each weighted by how well it has predicted so far
(the Bayesian mixture; Vovk, Aggregating strategies, COLT 1990). The plain one starts with 95 %. For any log whatever,
the total log loss of the mixture is above that of the plain model by at most -ln 0.95 = 0.051: on twenty predictions
half a per cent, on three hundred nothing that anybody could see. The bound is one for the whole log: somebody who
changes after the correction has won may be predicted worse for a while (docs/decisions/010-recalibration.md).
"""

from math import exp, log, log1p
from operator import mul

from backprep.core.replay import Prediction

TRUST = 0.95
"""The weight of the plain model at the beginning."""
_LATELY = 0.05
"""How much the newest outcome counts for how the person does lately."""
_SPREAD = (0.5, 0.3, 0.5, 0.3, 0.5, 0.3)
"""Standard deviations of the prior, weight by weight."""
_LEAST = 1e-4
_SIZE = len(_SPREAD)


class Recalibration:
    """What was learnt about one person so far."""

    def __init__(self) -> None:
        self.weights = [0.0, 1.0, *[0.0] * (_SIZE - 2)]
        self._spread: tuple[float, ...] = tuple(
            each**2 if at == other else 0.0 for at, each in enumerate(_SPREAD) for other in range(at, _SIZE)
        )  # of the covariance, the rows from the diagonal on
        self._lately = 0.0
        self._trust = log(TRUST / (1 - TRUST))  # log-odds of the plain model
        self.seen = 0

    def predict(self, plain: float, days: int, failed: bool, lapses: int) -> float:
        """The recall to expect (0 to 1), where the model expects ``plain``. The rest as in ``Prediction``."""
        corrected = _share(self._score(self._features(_within(plain), days, failed, lapses)))
        return self._mixed(_within(plain), corrected)

    def learn(self, seen: Prediction) -> float:
        """Takes in an outcome; returns what had been predicted before it was known."""
        plain = _within(seen.plain)
        features = self._features(plain, seen.days, seen.failed, seen.lapses)
        corrected = _share(self._score(features))
        mixed = self._mixed(plain, corrected)
        outcome = 1.0 if seen.recalled else 0.0
        self._step(features, corrected, outcome)
        self._trust += log(plain / corrected if seen.recalled else (1 - plain) / (1 - corrected))
        self._lately += _LATELY * (outcome - plain - self._lately)
        self.seen += 1
        return mixed

    @property
    def trust(self) -> float:
        """The weight that the plain model has now (0 to 1)."""
        return _share(self._trust)

    def _mixed(self, plain: float, corrected: float) -> float:
        trust = self.trust
        return trust * plain + (1 - trust) * corrected

    def _features(self, plain: float, days: int, failed: bool, lapses: int) -> tuple[float, ...]:
        odds = log(plain / (1 - plain))
        return (1.0, odds, 1.0 if failed else 0.0, log(max(days, 1)) - 1, log1p(lapses), 5 * self._lately)

    def _score(self, features: tuple[float, ...]) -> float:
        score: float = sum(map(mul, self.weights, features))
        return score

    def _step(self, features: tuple[float, ...], predicted: float, outcome: float) -> None:
        # Written out, and only half of the symmetric matrix: some five times as fast as loops. A test holds it to them.
        x0, x1, x2, x3, x4, x5 = features
        s00, s01, s02, s03, s04, s05, s11, s12, s13, s14, s15, s22, s23, s24, s25, s33, s34, s35, s44, s45, s55 = (
            self._spread
        )
        g0 = s00 * x0 + s01 * x1 + s02 * x2 + s03 * x3 + s04 * x4 + s05 * x5
        g1 = s01 * x0 + s11 * x1 + s12 * x2 + s13 * x3 + s14 * x4 + s15 * x5
        g2 = s02 * x0 + s12 * x1 + s22 * x2 + s23 * x3 + s24 * x4 + s25 * x5
        g3 = s03 * x0 + s13 * x1 + s23 * x2 + s33 * x3 + s34 * x4 + s35 * x5
        g4 = s04 * x0 + s14 * x1 + s24 * x2 + s34 * x3 + s44 * x4 + s45 * x5
        g5 = s05 * x0 + s15 * x1 + s25 * x2 + s35 * x3 + s45 * x4 + s55 * x5
        variance = predicted * (1 - predicted)
        scale = 1 + variance * (g0 * x0 + g1 * x1 + g2 * x2 + g3 * x3 + g4 * x4 + g5 * x5)
        step = (outcome - predicted) / scale
        gains = (g0, g1, g2, g3, g4, g5)
        self.weights = [weight + gain * step for weight, gain in zip(self.weights, gains, strict=True)]
        shrink = variance / scale
        r0, r1, r2, r3, r4, r5 = [shrink * gain for gain in gains]
        self._spread = (
            s00 - r0 * g0,
            s01 - r0 * g1,
            s02 - r0 * g2,
            s03 - r0 * g3,
            s04 - r0 * g4,
            s05 - r0 * g5,
            s11 - r1 * g1,
            s12 - r1 * g2,
            s13 - r1 * g3,
            s14 - r1 * g4,
            s15 - r1 * g5,
            s22 - r2 * g2,
            s23 - r2 * g3,
            s24 - r2 * g4,
            s25 - r2 * g5,
            s33 - r3 * g3,
            s34 - r3 * g4,
            s35 - r3 * g5,
            s44 - r4 * g4,
            s45 - r4 * g5,
            s55 - r5 * g5,
        )


def _within(share: float) -> float:
    return min(max(share, _LEAST), 1 - _LEAST)


def _share(odds: float) -> float:
    return _within(1 / (1 + exp(-min(max(odds, -30.0), 30.0))))
