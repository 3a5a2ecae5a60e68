"""What a county's own decisions add to the duty words: a multinomial logistic model, learnt one matter at a time."""

import math
from collections.abc import Mapping

RATE, PASSES, TRUST_RATE = 2.0, 2, 0.2
LEAST, TRUST_RANGE = 1e-4, (0.2, 1.5)
SMALL = 0.02
"""An error of probability below this is left alone, so that a matter teaches about few departments."""


class Habits:
    """Weights of features by department, beside the trust in the duty words; immutable, `after` gives the next one.

    The model starts at the duty words alone (no weights, trust 1). Each decided matter moves the weights of its own
    features by the error that was left (AdaGrad), so what the duty words get right needs no learning, and the weight of
    the county's habits grows with their number.
    """

    def __init__(self) -> None:
        self._weights: dict[str, dict[str, tuple[float, float]]] = {}
        self._trust = 1.0
        self._trust_steps = 1.0

    def chances(self, features: Mapping[str, float], duty_words: Mapping[str, float]) -> dict[str, float]:
        """Probabilities by code, given those from the duty words."""
        logits = {code: self._trust * math.log(chance + LEAST) for code, chance in duty_words.items()}
        for feature, value in features.items():
            for code, (weight, _) in self._weights.get(feature, {}).items():
                logits[code] += value * weight
        highest = max(logits.values())
        odds = {code: math.exp(logit - highest) for code, logit in logits.items()}
        total = sum(odds.values())
        return {code: one / total for code, one in odds.items()}

    def after(self, features: Mapping[str, float], duty_words: Mapping[str, float], code: str) -> "Habits":
        """These habits and one more decided matter, which went to `code`."""
        grown = Habits()
        grown._trust, grown._trust_steps = self._trust, self._trust_steps
        grown._weights = {**self._weights, **{name: dict(self._weights.get(name, {})) for name in features}}
        for _ in range(PASSES):
            chances = grown.chances(features, duty_words)
            errors = {one: (one == code) - chance for one, chance in chances.items()}
            grown._move_trust(errors, duty_words)
            grown._move_weights(errors, features)
        return grown

    def _move_trust(self, errors: Mapping[str, float], duty_words: Mapping[str, float]) -> None:
        slope = sum(error * math.log(duty_words[code] + LEAST) for code, error in errors.items()) / 5
        self._trust_steps += slope * slope
        moved = self._trust + TRUST_RATE * slope / math.sqrt(self._trust_steps)
        self._trust = min(max(moved, TRUST_RANGE[0]), TRUST_RANGE[1])

    def _move_weights(self, errors: Mapping[str, float], features: Mapping[str, float]) -> None:
        pace = 2 * RATE / math.sqrt(len(features))
        for code, error in errors.items():
            if abs(error) >= SMALL:
                for name, value in features.items():
                    weight, steps = self._weights[name].get(code, (0.0, 1.0))
                    slope = error * value
                    steps += slope * slope
                    self._weights[name][code] = (weight + pace * slope / math.sqrt(steps), steps)
