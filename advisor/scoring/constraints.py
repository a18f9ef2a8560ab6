"""Hard needs: each a three-valued test over all the cards. Unknown never passes, and never counts as broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.scoring import names
from advisor.scoring.ability import Abilities
from advisor.scoring.cost import monthly_usd
from advisor.scoring.fit import Fits
from advisor.scoring.homes import at_home
from advisor.scoring.situation import Situation, Workload
from advisor.scoring.table import NO, UNKNOWN, YES, Floats, States, Table
from advisor.scoring.tuning import tuning_gb

ANY_WORK = Workload(1.0, 1.0, assumed=True)
"""Enough to tell whether a model costs anything at all."""
ROUNDING = 1 + 1e-9
"""A ceiling turned from another currency is not missed by the last digit of a float."""
RETIRING_DAYS = 60
"""A model that is switched off within two months is not offered: nobody moves house for that."""


@dataclass(frozen=True, slots=True)
class Gate:
    """`key` names the need (or "status"); `field` the card's field that decides it; `member` one item of a list need."""

    key: str
    field: str
    states: States
    member: str = ""


@dataclass(frozen=True)
class Gates:
    gates: tuple[Gate, ...]
    failed: NDArray[np.bool_]
    open_questions: NDArray[np.bool_]

    @property
    def eligible(self) -> NDArray[np.bool_]:
        return ~self.failed & ~self.open_questions

    @property
    def unconfirmed(self) -> NDArray[np.bool_]:
        return ~self.failed & self.open_questions


def gates(table: Table, abilities: Abilities, case: Situation, fits: Fits | None) -> Gates:
    found = tuple(_all(table, abilities, case, fits))
    failed, doubt = np.zeros(len(table), dtype=bool), np.zeros(len(table), dtype=bool)
    for gate in found:
        failed |= gate.states == NO
        doubt |= gate.states == UNKNOWN
    return Gates(found, failed, doubt)


def _all(table: Table, abilities: Abilities, case: Situation, fits: Fits | None) -> Iterator[Gate]:
    yield Gate("status", "status", _usable(table, case))
    yield from _purpose(table, case)
    yield from _languages(table, abilities, case)
    yield from _sizes(table, case)
    yield from _tokens(table, case)
    yield from _rights(table, case)
    yield from _hardware(table, case, fits)
    yield from _money(table, case)
    yield from _speed(table, case, fits)
    yield from _exclusions(table, case)


def truth(condition: Any, known: NDArray[np.bool_] | None = None) -> States:
    states = np.where(condition, YES, NO).astype(np.int8)
    return states if known is None else np.where(known, states, UNKNOWN).astype(np.int8)


def at_least(values: Floats, bound: float) -> States:
    return truth(values >= bound, ~np.isnan(values))


def at_most(values: Floats, bound: float) -> States:
    return truth(values <= bound, ~np.isnan(values))


def _usable(table: Table, case: Situation) -> States:
    gone = table.says("status", "retired", "historical")
    leaving = table.dates["deprecation_date"] <= case.today + RETIRING_DAYS
    return truth(~(gone | leaving))


def _purpose(table: Table, case: Situation) -> Iterator[Gate]:
    """What a model takes and gives, and base models only for who asks for one."""
    needs, use = case.needs, case.use
    base, told = table.says("training_type", "base"), ~table.says("training_type", "")
    asked = needs.text("training_type")
    if asked == "base":
        yield Gate("training_type", "training_type", truth(base, told))
    elif asked == "reasoning":
        thinks = np.where(table.says("training_type", "reasoning"), YES, np.where(base, NO, table.flags["reasoning"]))
        yield Gate("training_type", "training_type", thinks.astype(np.int8))
    elif asked:
        yield Gate("training_type", "training_type", truth(table.says("training_type", "instruct", "chat"), told))
    else:
        yield Gate("use_case", "training_type", truth(~base))
    wanted_out = use.outputs or ("text",)
    for output in wanted_out:
        states = table.outputs[output]
        assumed = YES if output == "text" else NO
        states = np.where(states == UNKNOWN, assumed, states).astype(np.int8)
        yield Gate("use_case", "modalities_out", states)
    for output in needs.names("output_modalities"):
        states = table.outputs.get(output, np.full(len(table), NO, dtype=np.int8))  # of music no card says anything
        yield Gate("use_case", "modalities_out", np.where(states == YES, YES, NO).astype(np.int8), output)
    inputs = set(use.inputs)
    for member in inputs | set(needs.names("modalities")):
        generated = member in use.outputs
        if not generated:
            key = "use_case" if member in inputs else "modalities"
            yield Gate(key, "modalities", table.modalities[member], member)
    for flag in use.requires:
        if needs.flag(flag) is None:
            yield Gate("use_case", flag, table.flags[flag])


def _languages(table: Table, abilities: Abilities, case: Situation) -> Iterator[Gate]:
    for code in case.needs.names("languages"):
        yield Gate("languages", "languages_official", language_support(table, abilities, code), code)


def language_support(table: Table, abilities: Abilities, code: str) -> States:
    """Listed by the vendor, or measured well (then YES); measured badly, or left out of a complete list (then NO).

    English counts as shown where the model was measured at all: the general benchmarks are in English.
    """
    listed = table.language(code)
    shown = table.spoken.get(code, np.zeros(len(table), dtype=np.int8))
    if code == "en":
        shown = np.where(abilities.measured & (shown == UNKNOWN), YES, shown)
    return np.where((listed == YES) | (shown == YES), YES, np.where(shown == NO, NO, listed)).astype(np.int8)


def _sizes(table: Table, case: Situation) -> Iterator[Gate]:
    params = table.numbers["params_total_b"]
    if (most := case.needs.number("max_params_b")) is not None:
        yield Gate("max_params_b", "params_total_b", at_most(params, most))
    if (least := case.needs.number("min_params_b")) is not None:
        yield Gate("min_params_b", "params_total_b", at_least(params, least))


def _tokens(table: Table, case: Situation) -> Iterator[Gate]:
    window, read, write = (table.numbers[n] for n in ("context_tokens", "max_input_tokens", "max_output_tokens"))
    context, output = case.needs.number("min_context_tokens"), case.needs.number("min_output_tokens")
    if context is not None:
        states = np.where(read >= context, YES, np.where(read < context, NO, at_least(window, context)))
        yield Gate("min_context_tokens", "context_tokens", states.astype(np.int8))
    if output is not None:
        own = np.isnan(write) & (table.flags["open_weights"] == YES)
        room = at_least(window, output)
        yield Gate(
            "min_output_tokens", "max_output_tokens", np.where(own, room, at_least(write, output)).astype(np.int8)
        )


def _rights(table: Table, case: Situation) -> Iterator[Gate]:
    needs, flags = case.needs, table.flags
    for key in ("open_weights", "commercial_use", "tool_calling", "structured_output", "reasoning"):
        if needs.flag(key):
            states = flags[key]
            if key == "commercial_use" and "image" in {*case.use.inputs, *needs.names("modalities")}:
                states = np.where(table.not_in_eu & (states == YES), UNKNOWN, states).astype(np.int8)
            yield Gate(key, key, states)
    if needs.flag("reasoning") is False:
        yield Gate("reasoning", "training_type", truth(~table.says("training_type", "reasoning")))
    if case.local and not case.free_at_home:
        yield Gate("local", "open_weights", flags["open_weights"])
    if case.tuned:
        own = np.minimum(flags["open_weights"], np.where(flags["derivatives_allowed"] == NO, NO, YES))
        yield Gate("fine_tuning", "fine_tuning_api", np.maximum(own, table.tuning_api).astype(np.int8))


def _hardware(table: Table, case: Situation, fits: Fits | None) -> Iterator[Gate]:
    if fits is None or case.machine is None or not case.local:
        return
    key = "vram_gb" if "vram_gb" in case.needs else "ram_gb"
    yield Gate(key, "params_total_b", truth(fits.fits, fits.known))
    if case.tuned and case.machine.vram_gb:
        room = case.machine.vram_gb
        yield Gate(
            "fine_tuning",
            "params_total_b",
            at_most(tuning_gb(table.numbers["params_total_b"], case.needs.text("fine_tuning") or ""), room),
        )


def _money(table: Table, case: Situation) -> Iterator[Gate]:
    needs = case.needs
    top_in, top_out = needs.number("max_price_in_usd_per_m"), needs.number("max_price_out_usd_per_m")
    priced = ~np.isnan(table.price_in[:, 0])
    if top_in is not None or top_out is not None:
        limit_in, limit_out = (np.inf if top is None else top for top in (top_in, top_out))
        one_offer = ((table.price_in <= limit_in) & (table.price_out <= limit_out)).any(axis=1)
        for key, field, top, prices in (
            ("max_price_in_usd_per_m", "price_in_usd_per_m", top_in, table.price_in),
            ("max_price_out_usd_per_m", "price_out_usd_per_m", top_out, table.price_out),
        ):
            if top is not None:
                alone = (prices <= top).any(axis=1)
                both = top_in is not None and top_out is not None
                yield Gate(key, field, truth(one_offer if both and key.startswith("max_price_out") else alone, priced))
    if case.local and not case.free_at_home:
        return
    each = needs.number("max_usd_per_item")
    if each is not None and case.piece is not None:
        cheap = _cheapest(table, case.piece) <= each * ROUNDING
        yield Gate("max_usd_per_item", "price_in_usd_per_m", truth(cheap, priced))
    if case.ceiling is None:
        return
    key, budget = case.ceiling
    if case.workload is None and budget > 0:
        return  # any price buys some volume, and how much is wanted nobody says: `cautions` tells what the budget buys
    cost = _cheapest(table, case.workload or ANY_WORK)
    own = table.flags["open_weights"] == YES
    if case.free_at_home:
        yield Gate(key, "price_in_usd_per_m", truth(own | (cost == 0), own | priced))
    else:
        yield Gate(key, "price_in_usd_per_m", truth(cost <= budget, priced))


def _cheapest(table: Table, workload: Workload) -> Floats:
    """What the workload costs at the cheapest offer of each card; infinite where no price is known."""
    known = ~np.isnan(table.price_in)
    cheapest: Floats = np.nan_to_num(monthly_usd(table, workload).min(axis=1, initial=np.inf, where=known), nan=np.inf)
    return cheapest


def _speed(table: Table, case: Situation, fits: Fits | None) -> Iterator[Gate]:
    """On own hardware by the middle of the estimate (`cautions` tells where its low end falls short); else as measured."""
    least = case.needs.number("min_tokens_per_s")
    if least is None:
        return
    if case.local:
        if fits is None:
            states = np.zeros(len(table), dtype=np.int8)
        else:
            middle = np.sqrt(fits.low * fits.high)
            states = np.where(middle >= least, YES, np.where(fits.high < least, NO, UNKNOWN)).astype(np.int8)
    else:
        states = at_least(table.throughput, least)
    yield Gate("min_tokens_per_s", "throughput_tokens_per_s", states)


def _exclusions(table: Table, case: Situation) -> Iterator[Gate]:
    finders: tuple[tuple[str, str, Callable[..., list[int]]], ...] = (
        ("excluded_vendors", "vendor", names.vendor_rows),
        ("excluded_models", "model", names.model_rows),
        ("in_place_of", "model", names.vendor_or_model_rows),
    )
    for key, field, find in finders:
        typed = case.needs.names(key)
        if typed:
            states = np.full(len(table), YES, dtype=np.int8)
            for name in typed:
                states[find(name, table.cards)] = NO
            yield Gate(key, field, states)
    homes = case.needs.names("vendor_origin")
    if homes:
        yield Gate("vendor_origin", "origin", at_home(table, homes))
