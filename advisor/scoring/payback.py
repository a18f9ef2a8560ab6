"""How long a machine of one's own takes to pay for itself against the API's bill. USD, a month."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from advisor.domain.advice import Hosting, Payback, Recommendation
from advisor.domain.cards import Card
from advisor.scoring.hosting import DEFAULT_HOSTING, HOURS_A_MONTH

READS_TIMES = 20.0
"""So many times faster than it writes a card is taken to read what it is given: an assumption, told as one."""


NO_CARD_W = 100.0
"""What a machine without a graphics card (a mini PC, a Mac) is taken to draw at work: an assumption, told as one."""


def plan_for(*, card: bool, base: Hosting = DEFAULT_HOSTING) -> Hosting:
    return base if card else replace(base, power_w=NO_CARD_W)


def payback(
    item: Recommendation, *, instead_of: Card | None, owned: bool, assumed_volume: bool, plan: Hosting = DEFAULT_HOSTING
) -> Payback | None:
    """None where the API's cost is not known. On a machine that is owned, its own estimated speed counts."""
    cost = item.cost
    if cost is None or cost.usd_month <= 0 or cost.once:
        return None
    speed = item.fit.tokens_per_s if owned and item.fit and item.fit.tokens_per_s else None
    pace = sum(speed) / 2 if speed else plan.tokens_per_s
    hours = (cost.tokens_out + cost.tokens_in / READS_TIMES) / pace / 3600
    count = max(ceil(hours / (HOURS_A_MONTH * plan.utilisation)), 1)
    energy = hours * plan.power_w / 1000 * plan.electricity_usd_kwh
    saved = cost.usd_month - energy
    months = 0.0 if owned and saved > 0 else count * plan.hardware_usd / saved if saved > 0 else None
    plan = replace(plan, tokens_per_s=pace)
    return Payback(item, instead_of, owned, count, hours, energy, months, plan, assumed_volume)
