"""Two to five models side by side, the differences that matter for these needs first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from advisor.domain import formats
from advisor.domain.advice import Comparison, ComparisonRow, Cost, Fit
from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.language import Language, Localised
from advisor.domain.language_names import language_name
from advisor.errors import InputError
from advisor.scoring.cells import UNKNOWN, as_number, cell
from advisor.scoring.cost import costs
from advisor.scoring.present import fit_of
from advisor.scoring.scored import Scored
from advisor.scoring.situation import Workload
from advisor.scoring.utility import quality
from advisor.scoring.verdicts import row_of, verdict
from advisor.scoring.weights import CEILINGS

if TYPE_CHECKING:
    from advisor.scoring.engine import Scorer

_ONE = Workload(750_000.0, 250_000.0, assumed=True)
"""Only picks which offer is shown: the cheapest at three tokens read for one written."""
ASKED_BONUS = 0.5
"""Added to a row whose field a stated need is about: what was asked comes first."""
OTHERWISE = ("year_cost", "batch_cost", "cached_cost")
"""Rows that repeat the monthly cost in another way: shown only where they are asked for."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One row before it is weighed. `better`: +1 more is better, -1 less is, 0 neither."""

    key: str
    label: Localised
    factor: Factor
    cells: tuple[Localised, ...]
    facts: tuple[Fact | None, ...]
    numbers: tuple[float | None, ...]
    better: int = 0
    asked: bool = False


def compare(scorer: Scorer, result: Scored, models: Sequence[str]) -> Comparison:
    """Raises InputError for a number of models other than 2 to 5 and for unknown ones."""
    ids = list(dict.fromkeys(models))
    if not 2 <= len(ids) <= 5:
        raise InputError(
            f"Se comparan de dos a cinco modelos, y son {len(ids)}.",
            f"Two to five models are compared, not {len(ids)}.",
        )
    rows = [row_of(scorer, model) for model in ids]
    cards = [scorer.table.cards[row] for row in rows]
    lines = [*_computed(scorer, result, rows, cards), *_fields(result, cards), *_shared_benchmarks(scorer, cards)]
    lines = [
        line
        for line in lines
        if any(value is not None for value in line.facts) or any(n is not None for n in line.numbers)
    ]
    lines = sorted(lines, key=lambda line: -_matters(result, line))
    return Comparison(
        cards=tuple(cards),
        rows=tuple(
            ComparisonRow(line.key, line.label, line.cells, line.facts, _best(line), line.numbers) for line in lines
        ),
        verdicts=tuple(verdict(scorer, result, model) for model in ids),
    )


def _matters(result: Scored, line: _Line) -> float:
    """The factor's weight times how far the models differ (0 alike, 1 by a factor of ten or yes against no)."""
    known = [n for n in line.numbers if n is not None]
    shown = {cell.en for cell in line.cells}
    spread = 0.0
    if len(known) > 1 and min(known) > 0:
        spread = min(1.0, float(np.log10(max(known) / min(known))))
    elif len(shown) > 1:
        spread = 0.4
    if len(shown) == 1:
        spread = 0.0
    if line.key in OTHERWISE:
        return 0.0
    bonus = ASKED_BONUS if line.asked else 0.0
    return result.weights[line.factor] * spread + (bonus if len(shown) > 1 else 0.0)


def _best(line: _Line) -> tuple[int, ...]:
    known = [n * line.better for n in line.numbers if n is not None]
    if not line.better or len(known) < 2 or max(known) == min(known):
        return ()
    return tuple(at for at, n in enumerate(line.numbers) if n is not None and n * line.better == max(known))


def _computed(scorer: Scorer, result: Scored, rows: list[int], cards: list[Card]) -> list[_Line]:
    ranks, _ = quality(scorer.abilities, result.case)
    measured = [float(ranks[row]) if scorer.abilities.measured[row] else None for row in rows]
    nothing: tuple[None, ...] = (None,) * len(rows)
    lines = [
        _line(
            "quality",
            "calidad medida para este uso (percentil)",
            "measured quality for this use (percentile)",
            "performance",
            measured,
            formats.percent,
            1,
            asked=True,
        )
    ]
    paid = [costs(card, result.case.workload) for card in cards]
    monthly = [own[0].usd_month if own and not result.case.local else None for own in paid]
    once = result.case.workload is not None and result.case.workload.once
    named = ("coste en total", "cost in all") if once else ("coste al mes", "monthly cost")
    lines.append(
        _line(
            "cost",
            *named,
            "performance",
            monthly,
            formats.usd,
            -1,
            asked=any(key in result.case.needs for key in CEILINGS),
        )
    )
    lines += _costs_otherwise([own[0] if own and not result.case.local else None for own in paid], *named, once)
    fits: list[Fit | None] = [fit_of(result, row) for row in rows]
    lines.append(
        _line(
            "memory",
            "memoria en tu equipo (GB, estimada)",
            "memory on your hardware (GB, estimated)",
            "architecture",
            [fit.total_gb if fit else None for fit in fits],
            lambda n, lang: formats.number(n, lang, 1),
            -1,
            asked=True,
        )
    )
    lines.append(
        _line(
            "speed",
            "velocidad en tu equipo (tokens/s, estimada)",
            "speed on your hardware (tokens/s, estimated)",
            "performance",
            [fit.tokens_per_s[0] if fit and fit.tokens_per_s else None for fit in fits],
            lambda n, lang: formats.number(n, lang, 0),
            1,
            asked="min_tokens_per_s" in result.case.needs,
        )
    )
    lines[-1] = _ranges(lines[-1], fits)
    return [line for line in lines if line.numbers != nothing]


def _costs_otherwise(paid: Sequence[Cost | None], es: str, en: str, once: bool) -> list[_Line]:
    """The same work over a year, handed in as batches, and read from the cache by half: rows for who asks for them."""
    cached_es, cached_en = "con la mitad de la entrada en caché", "with half the input cached"
    rows = (
        ("year_cost", "coste al año", "yearly cost", [12 * c.usd_month if c and not once else None for c in paid]),
        (
            "batch_cost",
            f"{es} por lotes",
            f"{en} in batches",
            [c.batch_usd_month if c else None for c in paid],
        ),
        (
            "cached_cost",
            f"{es} {cached_es}",
            f"{en} {cached_en}",
            [c.cached_usd_month if c else None for c in paid],
        ),
    )
    return [_line(key, told_es, told_en, "performance", n, formats.usd, -1) for key, told_es, told_en, n in rows]


def _ranges(line: _Line, fits: list[Fit | None]) -> _Line:
    cells = tuple(
        Localised(
            *(
                f"{formats.number(fit.tokens_per_s[0], lang, 0)}-{formats.number(fit.tokens_per_s[1], lang, 0)}"
                for lang in ("es", "en")
            )
        )
        if fit and fit.tokens_per_s
        else UNKNOWN
        for fit in fits
    )
    return _Line(line.key, line.label, line.factor, cells, line.facts, line.numbers, line.better, line.asked)


def _line(
    key: str,
    es: str,
    en: str,
    factor: Factor,
    numbers: Sequence[float | None],
    write: Callable[[float, Language], str],
    better: int,
    *,
    asked: bool = False,
) -> _Line:
    cells = tuple(UNKNOWN if n is None else Localised(write(n, "es"), write(n, "en")) for n in numbers)
    return _Line(key, Localised(es, en), factor, cells, (None,) * len(numbers), tuple(numbers), better, asked)


_BETTER = {
    "params_total_b": 0,
    "params_active_b": 0,
    "context_tokens": 1,
    "max_output_tokens": 1,
    "price_in_usd_per_m": -1,
    "price_out_usd_per_m": -1,
    "throughput_tokens_per_s": 1,
    "time_to_first_token_s": -1,
    "open_weights": 0,
    "licence": 0,
    "commercial_use": 1,
    "languages_official": 0,
    "languages_official_count": 1,
    "training_type": 0,
    "reasoning": 0,
    "tool_calling": 1,
    "structured_output": 1,
    "modalities": 0,
    "release_date": 0,
    "knowledge_cutoff": 0,
    "architecture": 0,
    "fine_tuning_api": 0,
}
_NEED_OF = {
    "context_tokens": "min_context_tokens",
    "max_output_tokens": "min_output_tokens",
    "params_total_b": "max_params_b",
    "price_in_usd_per_m": "max_price_in_usd_per_m",
    "price_out_usd_per_m": "max_price_out_usd_per_m",
    "languages_official": "languages",
    "throughput_tokens_per_s": "min_tokens_per_s",
    "time_to_first_token_s": "latency",
    "fine_tuning_api": "fine_tuning",
}


def _fields(result: Scored, cards: list[Card]) -> list[_Line]:
    lines = []
    for name, better in _BETTER.items():
        facts = tuple(_shown_fact(card, name) for card in cards)
        asked = _NEED_OF.get(name, name) in result.case.needs
        numbers = tuple(as_number(fact) for fact in facts)
        field = FIELDS[name]
        lines.append(
            _Line(
                name,
                field.label,
                field.factor,
                tuple(cell(name, fact) for fact in facts),
                facts,
                numbers,
                better,
                asked,
            )
        )
    for code in result.case.needs.names("languages"):
        for name, better in (("languages_measured", -1), ("language_arena", 1)):
            facts = tuple(card.fact(name, code) for card in cards)
            label = Localised(
                f"{FIELDS[name].label.es}: {language_name(code, 'es')}",
                f"{FIELDS[name].label.en}: {language_name(code, 'en')}",
            )
            numbers = tuple(fact.number if fact else None for fact in facts)
            lines.append(
                _Line(
                    f"{name}:{code}",
                    label,
                    "language",
                    tuple(cell(name, fact) for fact in facts),
                    facts,
                    numbers,
                    better,
                    asked=True,
                )
            )
    return lines


def _shared_benchmarks(scorer: Scorer, cards: list[Card]) -> list[_Line]:
    """Benchmarks that at least two of the models have; of some, less is better."""
    names = dict.fromkeys(fact.name for card in cards for fact in card.all("benchmarks") if fact.name and fact.known)
    lines = []
    for name in names:
        facts = tuple(card.fact("benchmarks", name) for card in cards)
        if sum(fact is not None for fact in facts) > 1:
            numbers = tuple(fact.number if fact else None for fact in facts)
            cells = tuple(cell("benchmarks", fact) for fact in facts)
            known = scorer.benchmarks.get(name)
            better = -1 if known and not known.higher_is_better else 1
            lines.append(
                _Line(f"benchmarks:{name}", Localised(name, name), "performance", cells, facts, numbers, better)
            )
    return lines


def _shown_fact(card: Card, name: str) -> Fact | None:
    facts = card.all(name)
    if name.startswith("price_"):
        paid = costs(card, _ONE)
        if paid:
            return paid[0].price_in if name == "price_in_usd_per_m" else paid[0].price_out
    return next((fact for fact in facts if fact.known), facts[0] if facts else None)
