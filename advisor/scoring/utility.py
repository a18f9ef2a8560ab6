"""The seven factors' utilities, 0..1, one row a card. `describe.py` puts each into words.

language       asked for: the weakest asked language, 0.4 for support (listed 1, measured 0.8, unconfirmed 0.3) and 0.6
               for the measured percentile in it, or half the general one (the other half: how few others the vendor
               lists, for a language in which nobody was measured); not asked for: breadth, log2 of the listed languages over 64.
size           distance of the effective size, in octaves, from the range that the use asks for (the guide's tiers); on
               own hardware the range starts at half of what fits (no further than the middle of the use's own range;
               at three quarters of what fits the graphics card for a use without an upper size), so that memory paid
               for is used, times the ease with which it runs there. Effective size of a mixture of experts: the
               geometric mean of total and active parameters, a rule of thumb; on a card, halfway to all of them. To be tuned
               on hardware that nobody named, the range ends with what is rented for that.
context        log of the window between 4K and what the case needs; beyond it a little for room.
customization  open weights, the right to sell and to derive, tuning offered; with privacy as a priority a quarter is a
               European vendor.
performance    measured quality, price and speed in the use's and the priorities' proportions.
training       kind of training for the use (a model tuned for code loses most where there is no code), age, capabilities
               that help (tools, structured output), status (nothing for what is replaced and over 18 months old).
architecture   the modalities asked for and, on own hardware, room and ease; otherwise how much is disclosed.

Unknown gives the neutral prior of that part and `known` False where nothing of the factor is known. No utility looks
at other cards but through the catalogue's fixed percentiles, so removing a loser changes no order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.domain.factors import FACTORS, Factor
from advisor.scoring.ability import NEUTRAL, Abilities
from advisor.scoring.constraints import language_support
from advisor.scoring.cost import blended_usd_per_m
from advisor.scoring.ease import running_ease, size_utility, tuning_ease
from advisor.scoring.fit import Fits
from advisor.scoring.homes import EUROPEAN
from advisor.scoring.situation import Situation
from advisor.scoring.speed import READING_TOKENS_PER_S
from advisor.scoring.table import NO, UNKNOWN, YES, Floats, Indices, Table
from advisor.scoring.use_cases import Part

Mask = NDArray[np.bool_]

CHEAP_USD, DEAR_USD = 0.03, 20.0
"""Blended price per million tokens that counts as 1 and as 0: only one in forty of the catalogue's is cheaper (2026-11-22),
and hardly any is dearer."""
QUICK_TOKENS_S = 150.0
"""The speed at which more is no longer noticed in a dialogue."""
SMALLEST_WINDOW = 4096.0
HOBBY = 0.5
"""What is left of the customization of weights that may not be used commercially: most uses may become a business."""
OFF_PURPOSE = 0.3
"""What is left of the training's worth of a model tuned for code, for a use without code."""
OUTDATED_DAYS = 548.0
"""A year and a half: what its vendor has replaced and is older has no standing left."""
YOUNG_DAYS, OLD_DAYS = 180.0, 1100.0
"""Ages at which a model counts as new and as three generations old."""


@dataclass(frozen=True)
class Utilities:
    """`values` and `known`: rows x the seven factors. `parts` keep what the performance and language factors hold."""

    values: Floats
    known: Mask
    parts: Mapping[str, Floats]


def utilities(
    table: Table,
    abilities: Abilities,
    case: Situation,
    fits: Fits | None,
    shares: Mapping[Part, float],
    rows: Indices,
) -> Utilities:
    parts: dict[str, Floats] = {}
    ease = None
    if fits is not None and case.local:
        ease = tuning_ease(table, case) if case.tuned else running_ease(fits)
        parts["ease"] = ease
    columns: dict[Factor, tuple[Floats, Mask]] = {
        "language": _language(table, abilities, case, parts),
        "size": size_utility(table, case, ease),
        "context": _context(table, case),
        "customization": _customization(table, case),
        "performance": _performance(table, abilities, case, fits, shares, parts),
        "training": _training(table, case),
        "architecture": _architecture(table, fits, ease),
    }
    values = np.stack([np.clip(columns[factor][0], 0.0, 1.0) for factor in FACTORS], axis=1)
    known = np.stack([columns[factor][1] for factor in FACTORS], axis=1)
    return Utilities(values[rows], known[rows], {name: part[rows] for name, part in parts.items()})


def quality(abilities: Abilities, case: Situation) -> tuple[Floats, Floats]:
    """Percentile for this use in the asked languages, NEUTRAL where unmeasured; and the measurements behind it."""
    shares = dict(case.use.capabilities)
    asked = case.languages
    if asked:
        share = shares.pop("language", 0.25)
        shares |= {f"language:{code}": share / len(asked) for code in asked}
    return abilities.ranked(shares)


def _language(table: Table, abilities: Abilities, case: Situation, parts: dict[str, Floats]) -> tuple[Floats, Mask]:
    asked = case.languages
    if not asked:
        count = np.where(table.listed > 0, table.listed, np.nan)
        known = ~np.isnan(count)
        return np.where(known, np.clip(np.log2(np.where(known, count, 1.0)) / 6.0, 0.0, 1.0), 0.5), known
    worst = np.ones(len(table))
    seen = np.zeros(len(table), dtype=bool)
    for code in asked:
        name = f"language:{code}"
        measured = abilities.counts.get(name, np.zeros(len(table))) > 0
        rank, _ = abilities.ranked({name: 1.0})
        listed = table.language(code) == YES
        hoped = (
            NEUTRAL if name in abilities.capability else np.where(listed, np.fmax(_devotion(table), NEUTRAL), NEUTRAL)
        )
        rank = np.where(measured, rank, 0.5 * rank + 0.5 * hoped)
        support = np.where(listed, 1.0, np.where(language_support(table, abilities, code) == YES, 0.8, 0.3))
        parts[f"language:{code}"] = np.where(measured, rank, np.nan)
        worst = np.minimum(worst, 0.4 * support + 0.6 * rank)
        seen |= measured | listed
    return worst, seen


def _devotion(table: Table) -> Floats:
    """Where nobody was measured in a language, a model made for a few is believed more in them than one of a hundred."""
    count = table.listed
    return np.asarray(1.0 - np.clip(np.log2(np.where(count > 0, count, np.inf)) / 6.0, 0.0, 1.0))


def _context(table: Table, case: Situation) -> tuple[Floats, Mask]:
    window = table.numbers["context_tokens"]
    window = np.where(np.isnan(window), table.numbers["max_input_tokens"], window)
    known = ~np.isnan(window)
    enough = max(case.context, float(case.use.context), 2 * SMALLEST_WINDOW)
    scale = np.log2(np.where(known, np.maximum(window, 1.0), 1.0) / SMALLEST_WINDOW) / np.log2(enough / SMALLEST_WINDOW)
    room = np.clip(np.log2(np.where(known, np.maximum(window / enough, 1.0), 1.0)) / 4.0, 0.0, 1.0)
    return np.where(known, 0.85 * np.clip(scale, 0.0, 1.0) + 0.15 * room, 0.5), known


def _customization(table: Table, case: Situation) -> tuple[Floats, Mask]:
    flags = table.flags
    parts = (
        (0.45, flags["open_weights"]),
        (0.20, flags["commercial_use"]),
        (0.15, np.where(flags["open_weights"] == YES, flags["derivatives_allowed"], flags["open_weights"])),
        (0.20, np.where(table.tuning_api == YES, YES, np.where(flags["open_weights"] == YES, YES, table.tuning_api))),
    )
    value = sum((share * (0.5 + 0.5 * state) for share, state in parts), np.zeros(len(table)))
    value = np.where(flags["commercial_use"] == NO, HOBBY * value, value)
    if "privacy" in case.needs.names("priority"):
        near = np.array([card.origin in EUROPEAN for card in table.cards])
        value = 0.75 * value + 0.25 * near
    return np.asarray(value), np.asarray(flags["open_weights"] != UNKNOWN)


def _performance(
    table: Table,
    abilities: Abilities,
    case: Situation,
    fits: Fits | None,
    shares: Mapping[Part, float],
    parts: dict[str, Floats],
) -> tuple[Floats, Mask]:
    rank, evidence = quality(abilities, case)
    price, priced = _cheapness(table, case)
    pace, paced = _pace(table, abilities, case, fits)
    measured = abilities.measured
    parts |= {"quality": rank, "evidence": evidence, "cost": price, "speed": pace}
    value = shares["quality"] * rank + shares["cost"] * price + shares["speed"] * pace
    return value, measured | priced | paced


def _cheapness(table: Table, case: Situation) -> tuple[Floats, Mask]:
    """1 on own hardware, where tokens are not paid for; else the log of the blended price between two anchors."""
    if case.local:
        return np.ones(len(table)), np.zeros(len(table), dtype=bool)
    price = blended_usd_per_m(table, case.output_share)
    known = ~np.isnan(price)
    bounded = np.clip(np.where(known, price, 1.0), CHEAP_USD, DEAR_USD)
    return np.where(known, 1.0 - np.log(bounded / CHEAP_USD) / np.log(DEAR_USD / CHEAP_USD), 0.5), known


def _pace(table: Table, abilities: Abilities, case: Situation, fits: Fits | None) -> tuple[Floats, Mask]:
    if fits is not None and case.local:
        rate, first = np.sqrt(fits.low * fits.high), np.full(len(table), np.nan)
        quick = QUICK_TOKENS_S / 3
    else:
        rate, first = (_inherited(column, abilities) for column in (table.throughput, table.first_token))
        quick = QUICK_TOKENS_S
    known = ~np.isnan(rate)
    rate = np.clip(np.where(known, rate, 1.0), READING_TOKENS_PER_S, quick)
    value = np.log(rate / READING_TOKENS_PER_S) / np.log(quick / READING_TOKENS_PER_S)
    value = np.where(known, value, 0.4)
    waits = ~np.isnan(first)
    promptness = 1.0 - np.log(np.clip(np.where(waits, first, 1.0), 0.3, 30.0) / 0.3) / np.log(100.0)
    low_latency = case.needs.text("latency") == "low" or case.use.name == "voice"
    share = 0.5 if low_latency else 0.25
    return np.where(waits, (1 - share) * value + share * promptness, value), known | waits


def _inherited(column: Floats, abilities: Abilities) -> Floats:
    """An unmeasured successor is expected to be as quick as its predecessor, as it is to be as good."""
    if not abilities.parents:
        return column
    rows, parents = np.array(list(abilities.parents.items())).T
    column = column.copy()
    column[rows] = np.where(np.isnan(column[rows]), column[parents], column[rows])
    return column


def _training(table: Table, case: Situation) -> tuple[Floats, Mask]:
    silent, base = table.says("training_type", ""), table.says("training_type", "base")
    thinks = (table.flags["reasoning"] == YES) | table.says("training_type", "reasoning")
    wants_thought = case.use.capabilities.get("reasoning", 0.0) + case.use.capabilities.get("agents", 0.0) >= 0.2
    hurry = case.needs.text("latency") == "low" or case.use.performance["speed"] >= 0.2
    match = np.where(silent, 0.5, np.where(base, 0.1, 0.85))
    if case.needs.text("training_type") == "base":
        match = np.where(base, 1.0, match)
    elif wants_thought:
        match = np.where(thinks, 1.0, match)
    elif hurry:
        match = np.where(table.says("training_type", "reasoning"), 0.7, match)
    youth = _youth(table, case)
    wanted = [flag for flag in case.use.helps if flag != "reasoning"]
    helps = [0.5 + 0.5 * table.flags[flag] for flag in wanted]
    help_ = sum(helps, np.zeros(len(table))) / len(helps) if helps else np.full(len(table), 0.75)
    standing = np.select(
        [table.says("status", value) for value in ("current", "preview", "legacy")], [1.0, 0.8, 0.55], 0.2
    )
    known = ~silent | ~np.isnan(table.dates["release_date"])
    outdated = table.says("status", "legacy") & (case.today - table.dates["release_date"] > OUTDATED_DAYS)
    standing = np.where(outdated, 0.0, standing)
    value = 0.3 * match + 0.3 * youth + 0.15 * help_ + 0.25 * standing
    if case.use.capabilities.get("coding", 0.0) == 0.0:
        value = np.where(table.for_code, OFF_PURPOSE * value, value)
    return value, known


def _youth(table: Table, case: Situation) -> Floats:
    age = case.today - table.dates["release_date"]
    known = ~np.isnan(age)
    return np.where(
        known, 1.0 - np.clip((np.where(known, age, 0.0) - YOUNG_DAYS) / (OLD_DAYS - YOUNG_DAYS), 0.0, 1.0), 0.5
    )


def _architecture(table: Table, fits: Fits | None, ease: Floats | None) -> tuple[Floats, Mask]:
    disclosed = ~table.says("architecture", "")
    if fits is not None and ease is not None:
        return np.where(fits.known, ease, 0.5), fits.known
    detail = np.mean([~np.isnan(table.numbers[n]) for n in ("layers", "params_total_b", "params_active_b")], axis=0)
    value = 0.5 + 0.25 * disclosed + 0.25 * np.where(disclosed, detail, 0.0)
    return value, disclosed
