"""When nothing fits: the smallest sets of needs to give up or loosen, how far, and what that lets in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil, floor, inf, isfinite, log, log10

import numpy as np

from advisor.domain.advice import Relaxation
from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.language_names import language_name
from advisor.domain.needs import NEEDS, Needs
from advisor.scoring.cost import monthly_usd
from advisor.scoring.distinct import distinct
from advisor.scoring.phrases import both, listed
from advisor.scoring.scored import Scored
from advisor.scoring.table import YES
from advisor.scoring.weights import CEILINGS

FIXED = frozenset({"status", "use_case"})
"""Not the person's to give up: a retired model does not come back, and a chat model makes no images."""
SHOWN = 4
TRIED = 16
CARD_SIZES_GB = (4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192, 256, 384, 512, 768, 1024, 1536)
HARDWARE = ("vram_gb", "ram_gb")
NO_PRICE = 10.0
"""Effort of giving up a ceiling on money for a model whose price is not known: raising it for another is nearer."""

Again = Callable[[Needs], Scored]


def relaxations(result: Scored, again: Again) -> tuple[Relaxation, ...]:
    """Sets of needs, fewest and smallest changes first; each was tried: `again` scores the changed needs."""
    found: list[tuple[tuple[int, float], Relaxation]] = []
    for keys, changed, effort in _sets(result):
        tried = _tried(again, result.case.needs, keys, changed)
        if tried is None:
            continue
        needs, after = tried
        best = tuple(after.table.cards[row] for row in distinct(after, 3))
        change = in_words(result.case.needs, needs)
        text = _outcome(change, len(after.order), best[0].name)
        found.append(((len(keys), effort), Relaxation(keys, needs, len(after.order), best, text, change)))
    found.sort(key=lambda pair: pair[0])
    once: dict[str, Relaxation] = {}
    for _, relaxation in found:
        once.setdefault(relaxation.change.en, relaxation)
    return tuple(once.values())[:SHOWN]


def _tried(again: Again, now: Needs, keys: Sequence[str], changed: Needs | None) -> tuple[Needs, Scored] | None:
    """The needs that let something in: loosened, or given up where loosening does not help (a speed that nobody can
    estimate on a machine that nobody described); None where neither does."""
    given_up = now
    for key in keys:
        given_up = given_up.without(key)
    for needs in (changed, given_up):
        if needs is not None and needs != now:
            after = again(needs)
            if len(after.order):
                return needs, after
    return None


def _outcome(change: Localised, count: int, first: str) -> Localised:
    """One line: what to give up, how many models that lets in, and the best of them."""
    if count == 1:
        return Localised(f"{change.es}: entraría {first}.", f"{change.en}: {first} would fit.")
    return Localised(
        f"{change.es}: entrarían {count}, {first} el primero.", f"{change.en}: {count} would fit, {first} first."
    )


def _sets(result: Scored) -> Iterator[tuple[tuple[str, ...], Needs | None, float]]:
    """Keys to give up, the needs then, and the effort; own hardware taken back in is one where nothing may be paid."""
    needs = result.case.needs
    if needs.flag("local") is False and needs.number("budget_usd_month") == 0:
        yield ("local",), needs.without("local"), 2.0
    for keys, rows in _minimal_sets(result):
        yield keys, *_loosened(result, keys, rows)


def _minimal_sets(result: Scored) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Sets of keys that are all that stands between some cards and eligibility, with those cards; none holds another.

    Who gives up own hardware gives up its limits with it.
    """
    keys = sorted({gate.key for gate in result.gates.gates})
    fine = np.ones((len(result.table), len(keys)), dtype=bool)
    for gate in result.gates.gates:
        fine[:, keys.index(gate.key)] &= gate.states == YES
    possible = np.all([fine[:, keys.index(key)] for key in keys if key in FIXED] or [np.ones(len(fine), bool)], axis=0)
    by_set: dict[frozenset[str], list[int]] = {}
    for row in np.flatnonzero(possible):
        group = frozenset(keys[at] for at in np.flatnonzero(~fine[row]))
        if "local" in group:
            group -= {*HARDWARE, "min_tokens_per_s"}
        by_set.setdefault(group, []).append(int(row))
    small = sorted(by_set, key=lambda group: (len(group), sorted(group)))
    minimal = [group for group in small if not any(other < group for other in small)]
    for group in minimal[:TRIED]:
        yield tuple(sorted(group)), by_set[group]


def _loosened(result: Scored, keys: tuple[str, ...], rows: list[int]) -> tuple[Needs | None, float]:
    """The needs loosened as little as lets one of these cards in, and how far that is (sum of log ratios)."""
    best: tuple[float, Needs] | None = None
    for row in rows:
        changed, effort = result.case.needs, 0.0
        for key in keys:
            changed, step = _loosen(result, changed, key, row)
            effort += step
        if best is None or effort < best[0]:
            best = (effort, changed)
    return (best[1], best[0]) if best else (None, inf)


def _loosen(result: Scored, needs: Needs, key: str, row: int) -> tuple[Needs, float]:
    """One need loosened until this row passes; a need without a scale is dropped, at the price of a doubling."""
    if key == "local":
        for name in ("local", *HARDWARE):
            needs = needs.without(name)
        return needs, 2.0
    target = _target(result, key, row)
    now = result.case.needs.number(key)
    if key in needs and target is not None and now is not None and isfinite(target):
        return needs.with_(key, round(target) if NEEDS[key].type == "integer" else target), abs(
            log((target + 1) / (now + 1))
        )
    failing = {
        gate.member for gate in result.gates.gates if gate.key == key and gate.member and gate.states[row] != YES
    }
    kept = tuple(name for name in needs.names(key) if name not in failing)
    if failing and kept:
        return needs.with_(key, kept), log(2) * len(failing)
    return needs.without(key), NO_PRICE if key in CEILINGS else 1.0


def _target(result: Scored, key: str, row: int) -> float | None:
    """The value of a numeric need at which this row passes, rounded to what people say; None where it has none."""
    table, numbers = result.table, result.table.numbers
    if key in HARDWARE and result.fits is not None:
        need = float(result.fits.total[row])
        if np.isnan(need):
            return None
        need = need if key == "vram_gb" else max(need / 0.75, need + 3)
        return float(next((size for size in CARD_SIZES_GB if size >= need), ceil(need)))
    if key in CEILINGS:
        work = result.case.piece if key == "max_usd_per_item" else result.case.workload
        offers = monthly_usd(table, work)[row] if work else np.array([np.nan])
        if not np.isfinite(offers).any():
            return None
        least = float(np.nanmin(offers))
        return _digits_up(least) if key == "max_usd_per_item" else max(1.0, _nice_up(least))
    exact: dict[str, float] = {
        "min_context_tokens": float(np.fmin(numbers["context_tokens"][row], numbers["max_input_tokens"][row])),
        "min_output_tokens": float(numbers["max_output_tokens"][row]),
        "max_params_b": float(numbers["params_total_b"][row]),
        "min_params_b": float(numbers["params_total_b"][row]),
        "max_price_in_usd_per_m": _least(table.price_in[row]),
        "max_price_out_usd_per_m": _least(table.price_out[row]),
        "min_tokens_per_s": float(np.sqrt(result.fits.low[row] * result.fits.high[row]))
        if result.fits is not None
        else float(table.throughput[row]),
    }
    value = exact.get(key, float("nan"))
    if np.isnan(value):
        return None
    return float(f"{value:.2g}") if key == "min_tokens_per_s" and float(f"{value:.2g}") <= value else value


def _least(prices: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    return float(np.nanmin(prices)) if np.isfinite(prices).any() else float("nan")


def _nice_up(value: float) -> float:
    """Up to two significant figures: 23.4 -> 24."""
    if value <= 0:
        return 0.0
    step = 10.0 ** (int(log10(value)) - 1) if value >= 1 else 0.01
    return round(ceil(value / step - 1e-9) * step, 4)


def _digits_up(value: float) -> float:
    """Up to two significant figures, however small: 0.000413 -> 0.00042."""
    if value <= 0:
        return 0.0
    step = 10.0 ** (floor(log10(value)) - 1)
    return float(f"{ceil(value / step - 1e-9) * step:.2g}")


def in_words(before: Needs, after: Needs) -> Localised:
    """What changes from one set of needs to another, with a capital: "Con 24 GB de gráfica en lugar de 12"."""
    es, en = [], []
    for key in before.values:
        if after.get(key) == before.get(key) or (key in HARDWARE and "local" in before and "local" not in after):
            continue
        change = _change(key, before, after)
        es.append(change.es)
        en.append(change.en)
    text_es, text_en = listed(es, "es"), listed(en, "en")
    return Localised(text_es[:1].upper() + text_es[1:], text_en[:1].upper() + text_en[1:])


_RAISED = {
    "vram_gb": ("con {to} GB de gráfica en lugar de {now}", "with {to} GB of graphics memory instead of {now}"),
    "ram_gb": ("con {to} GB de memoria en lugar de {now}", "with {to} GB of memory instead of {now}"),
    "budget_usd_month": ("con {to_usd} al mes en lugar de {now_usd}", "with {to_usd} a month instead of {now_usd}"),
    "budget_usd_once": ("con {to_usd} en total en lugar de {now_usd}", "with {to_usd} in all instead of {now_usd}"),
    "max_usd_per_item": ("con {to_usd} por caso en lugar de {now_usd}", "with {to_usd} per case instead of {now_usd}"),
    "min_context_tokens": (
        "con {to_tok} tokens de contexto en lugar de {now_tok}",
        "with {to_tok} tokens of context instead of {now_tok}",
    ),
    "min_output_tokens": (
        "con {to_tok} tokens de salida en lugar de {now_tok}",
        "with {to_tok} output tokens instead of {now_tok}",
    ),
    "max_params_b": ("hasta {to}B parámetros en lugar de {now}B", "up to {to}B parameters instead of {now}B"),
    "min_params_b": ("desde {to}B parámetros en lugar de {now}B", "from {to}B parameters instead of {now}B"),
    "max_price_in_usd_per_m": (
        "con un tope de entrada de {to_usd} en lugar de {now_usd}",
        "with an input ceiling of {to_usd} instead of {now_usd}",
    ),
    "max_price_out_usd_per_m": (
        "con un tope de salida de {to_usd} en lugar de {now_usd}",
        "with an output ceiling of {to_usd} instead of {now_usd}",
    ),
    "min_tokens_per_s": ("con {to} tokens/s en lugar de {now}", "with {to} tokens/s instead of {now}"),
}


def _change(key: str, before: Needs, after: Needs) -> Localised:
    if key == "local" and before.flag("local") is False:
        return Localised("si se ejecuta en equipo propio", "if it runs on own hardware")
    if key == "local":
        return Localised("si puede ser un servicio en la nube", "if it may be a cloud service")
    to, now = after.number(key), before.number(key)
    if key in _RAISED and to is not None and now is not None:
        return both(*_RAISED[key], to=to, now=now, to_usd=to, now_usd=now, to_tok=to, now_tok=now)
    if key == "in_place_of":
        return Localised("si puede ser el mismo que quieres sustituir", "if it may be the one you want to replace")
    if key == "languages":
        gone = [code for code in before.names(key) if code not in after.names(key)]
        es, en = (listed([language_name(code, lang) for code in gone], lang) for lang in LANGUAGES)
        return Localised(f"sin exigir {es}", f"without requiring {en}")
    label = NEEDS[key].label
    return Localised(f"sin exigir «{label.es}»", f'without requiring "{label.en}"')
