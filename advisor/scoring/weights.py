"""How much each factor counts: the use's points, moved by what the person asked for, brought to a sum of 1."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.domain.factors import FACTORS, Factor
from advisor.scoring.situation import Situation
from advisor.scoring.use_cases import PARTS, Part

ASKED = 1.5
"""A stated need multiplies its factor by this: it was worth a sentence to the person."""
RAISED_BY: Mapping[str, Factor] = {
    "languages": "language",
    "min_context_tokens": "context",
    "min_output_tokens": "context",
    "max_params_b": "size",
    "min_params_b": "size",
    "fine_tuning": "customization",
    "open_weights": "customization",
    "latency": "performance",
    "min_tokens_per_s": "performance",
    "budget_usd_month": "performance",
    "budget_usd_once": "performance",
    "max_usd_per_item": "performance",
    "reasoning": "training",
    "training_type": "training",
    "tool_calling": "training",
}
CEILINGS = ("budget_usd_month", "budget_usd_once", "max_usd_per_item")
EASY = 0.6
"""Of its own share of quality, what is left at least to a use that counts price for more than quality by itself: labels
are had for cheap."""
UNSAID = 0.75
"""Of the points of language where none was asked for: how many a vendor lists then says little."""
FIRST, LAST = 2.5, 0.5
"""A priority multiplies its part of the performance by the first, and the parts not named by the second; "privacy"
raises customization, where openness counts."""
QUALITY_FLOOR = 0.35
"""Share of quality within the performance at least: a wrong answer is worth nothing however fast and cheap."""
UNNAMED = 4.0
"""On own hardware that nobody described, size is all there is to tell whether a model will run."""
HOSTED, HOSTED_BEST = 0.5, 0.25
"""Of the points of size, customization and architecture for who asks for none of them: behind an API they are the
vendor's business, and closed models publish too little of them to be compared by it; least of all by who asks for the
best."""


def weights(case: Situation, given: Mapping[Factor, float] | None = None) -> dict[Factor, float]:
    """Shares of the seven factors. `given` (a person's sliders, any non-negative numbers) replaces the derived points.

    A sum of zero in `given` counts as not given.
    """
    if given and sum(max(given.get(factor, 0.0), 0.0) for factor in FACTORS) > 0:
        return _shares({factor: max(given.get(factor, 0.0), 0.0) for factor in FACTORS})
    points = {factor: case.use.weights.get(factor, 0.0) for factor in FACTORS}
    if "languages" not in case.needs:
        points["language"] *= UNSAID
    paid = {key for key in CEILINGS if case.local}  # at home no price is left to weigh: what fits decides
    raised = {RAISED_BY[key] for key in case.needs.values if key in RAISED_BY and key not in paid}
    if case.needs.text("fine_tuning") in ("none", "prompt"):
        raised.discard("customization")
    for factor in sorted(raised):
        points[factor] *= ASKED
    priorities = case.needs.names("priority")
    if not case.local and not case.private:
        asked = raised | ({"customization"} if "privacy" in priorities else set()) | ({"size"} if case.tuned else set())
        hosted: tuple[Factor, ...] = ("size", "customization", "architecture")
        for factor in hosted:
            points[factor] *= 1.0 if factor in asked else HOSTED_BEST if "quality" in priorities else HOSTED
    if any(name in PARTS and not (case.local and name == "cost") for name in priorities):
        points["performance"] *= ASKED
    if "privacy" in priorities:
        points["customization"] *= 2 * ASKED
    if case.local and case.machine is not None:
        points["size"] *= ASKED
        points["architecture"] *= 2.0
    if case.own_unnamed:
        points["size"] *= UNNAMED
    return _shares(points)


def parts(case: Situation) -> dict[Part, float]:
    """Shares of quality, cost and speed within the performance factor."""
    points = {part: case.use.performance.get(part, 0.0) for part in PARTS}
    named = [name for name in PARTS if name in case.needs.names("priority")]
    for name in points:
        points[name] *= FIRST if name in named else LAST if named else 1.0
    if any(key in case.needs for key in CEILINGS):
        points["cost"] *= ASKED
    if case.needs.text("latency") == "low" or case.needs.number("min_tokens_per_s") is not None:
        points["speed"] *= FIRST
    if case.local:
        points["cost"] = 0.0
    rest = points["cost"] + points["speed"]
    usual = case.use.performance
    floor = EASY * usual["quality"] if usual["cost"] > usual["quality"] else QUALITY_FLOOR
    points["quality"] = max(points["quality"], rest * floor / (1 - floor))
    total = sum(points.values())
    return {part: value / total for part, value in points.items()}


def _shares(points: Mapping[Factor, float]) -> dict[Factor, float]:
    total = sum(points[factor] for factor in FACTORS)
    return {factor: points[factor] / total for factor in FACTORS}
