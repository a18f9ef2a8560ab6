"""What is asked of the advice as a whole, or of the last answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from advisor.domain.language import Localised

Outlook = Literal[
    "what_if",
    "front",
    "machine",
    "short",
    "simple",
    "sources",
    "begin",
    "misread",
    "tongue",
    "fee",
    "newer",
    "bigger",
    "smaller",
    "roomier",
    "lineup",
    "rent",
    "others",
    "cheaper",
    "other_use",
    "noted",
    "points",
    "fame",
    "matter",
    "which",
]
"""What is asked of the advice as a whole: what would put another model first; which models no other beats on two things;
what each size of machine would be good for; which are newer, larger or smaller than the one talked about.
Or of the last answer: to say it in fewer or in simpler words, where it comes from, how to begin with what it recommends,
that it missed the point; what it would cost on hardware of others; which ones come next, or cost less; whether it is good for
another use as well; what has been understood so far; what points and percentages mean; how well known a model is; a matter that
stands on no card; which of several it is that goes furthest in something or has it. Or of the advisor: what language it is talked to in, what it charges, which models it knows."""
BEYOND: Mapping[Outlook, str] = {
    "newer": "release_date", "bigger": "params_total_b", "smaller": "params_total_b", "roomier": "context_tokens",
    "cheaper": "price_in_usd_per_m",
}  # fmt: skip
"""Views of other models than the one talked about, with the field of which they have more ("smaller" and
"cheaper": less; what is cheaper is told by the month's cost)."""


@dataclass(frozen=True)
class Matter:
    """What is said of something asked in passing: {model}, {maker} and {date} stand in the words. `section`: the id of
    the guide's section that goes with it; empty for none."""

    say: Localised
    at_home: Localised
    section: str = ""
