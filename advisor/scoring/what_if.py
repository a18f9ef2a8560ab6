"""What would put another model first: another priority, a need more or less, or a lower price of a runner-up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import exp, log
from typing import TYPE_CHECKING

from advisor.domain.advice import WhatIf
from advisor.domain.factors import FACTORS
from advisor.domain.language import Localised
from advisor.domain.needs import NEEDS, Needs
from advisor.scoring.cost import blended_usd_per_m
from advisor.scoring.distinct import distinct
from advisor.scoring.phrases import both
from advisor.scoring.relax import CARD_SIZES_GB, HARDWARE, in_words
from advisor.scoring.scored import Scored
from advisor.scoring.utility import CHEAP_USD, DEAR_USD

if TYPE_CHECKING:
    from advisor.scoring.engine import Scorer

Again = Callable[[Needs], Scored]
PRIORITIES = {
    "cost": Localised("Si lo que más pesa es el precio", "If price matters most"),
    "quality": Localised("Si lo que más pesa es la calidad", "If quality matters most"),
    "speed": Localised("Si lo que más pesa es la rapidez", "If speed matters most"),
    "privacy": Localised("Si lo que más pesa es la privacidad", "If privacy matters most"),
}
UNTOUCHED = (
    "use_case",
    "mentioned_models",
    "excluded_vendors",
    "excluded_models",
    "in_place_of",
    "priority",
    "tokens_per_month",
    "items_per_month",
    "items_once",
    "users",
    "item_tokens",
    "output_share",
)
CHALLENGERS = 4
STEP_UP = 1.25
"""How much more memory makes another class of machine."""


def what_if(scorer: Scorer, result: Scored, again: Again) -> tuple[WhatIf, ...]:
    """Changes that bring a new leader: one of the needs and one of the price for each. Empty where nothing is eligible."""
    if not len(result.order):
        return ()
    leader = distinct(result, 1)[0]
    found: dict[str, WhatIf] = {}
    for needs, lead in _changes(result.case.needs):
        after = again(needs)
        first = distinct(after, 1)
        if first and first[0] != leader:
            card = after.table.cards[first[0]]
            found.setdefault(
                card.model,
                WhatIf(
                    needs,
                    card,
                    Localised(f"{lead.es}, iría primero {card.name}.", f"{lead.en}, {card.name} would come first."),
                ),
            )
    return (*found.values(), *_prices(scorer, result))


def _changes(needs: Needs) -> Iterator[tuple[Needs, Localised]]:
    now = needs.names("priority")
    for name, lead in PRIORITIES.items():
        if now != (name,):
            yield needs.with_("priority", [name]), lead
    for key in needs.values:
        if key not in UNTOUCHED:
            for more in _nearby(key, needs):
                yield more, in_words(needs, more)
            label = NEEDS[key].label
            yield (
                needs.without(key),
                Localised(f"Sin lo pedido en «{label.es}»", f'Without what you asked for "{label.en}"'),
            )
    if not needs.flag("open_weights") and "local" not in needs:
        yield (
            needs.with_("open_weights", True),
            Localised("Si tuviera que ser de pesos abiertos", "If it had to have open weights"),
        )


def _nearby(key: str, needs: Needs) -> Iterator[Needs]:
    """What people would buy or pay next: the two next sizes of memory, half and twice the budget."""
    now = needs.number(key) or 0.0
    if key in HARDWARE:
        sizes = [float(size) for size in CARD_SIZES_GB if size > now * STEP_UP]
        yield from (needs.with_(key, size) for size in sizes[:2])
    elif key == "budget_usd_month" and now > 0:
        yield from (needs.with_(key, round(now * times, 2)) for times in (2.0, 0.5))


def _prices(scorer: Scorer, result: Scored) -> Iterator[WhatIf]:
    """The price at which a runner-up would draw level: the gap turned back through the price's own utility."""
    share = result.weights["performance"] * result.shares["cost"]
    if result.case.local or share <= 0 or not FACTORS:
        return
    prices = blended_usd_per_m(scorer.table, result.case.output_share)
    leader, *challengers = distinct(result, 1 + CHALLENGERS)
    for row in challengers:
        price = float(prices[row])
        gap = (result.score(leader) - result.score(row)) / share
        level = min(max(price, CHEAP_USD), DEAR_USD) * exp(-gap * log(DEAR_USD / CHEAP_USD))
        if price > 0 and level > CHEAP_USD and gap > 0:
            card = scorer.table.cards[row]
            text = both(
                "Si {name} costara {to_usd} por millón de tokens (mezcla de este uso) en lugar de {now_usd}, iría primero.",
                "If {name} cost {to_usd} per million tokens (this use's mix) instead of {now_usd}, it would come first.",
                name=card.name,
                to_usd=level,
                now_usd=price,
            )
            yield WhatIf(None, card, text)
