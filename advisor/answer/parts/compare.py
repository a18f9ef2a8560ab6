"""A comparison: which one for these needs and what was asked, then a table with every figure's page."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.figures import paid
from advisor.answer.parts.hosts import hosts
from advisor.answer.parts.nothing_new import chooses
from advisor.answer.parts.phrases import as_volume, listed
from advisor.answer.parts.values import LESS_IS_BETTER, UNKNOWN, value_in_words
from advisor.answer.parts.why import FACTOR_NAMES, unknown_in_words
from advisor.domain.advice import Comparison, ComparisonRow, Recommendation, Verdict
from advisor.domain.answers import Evidence
from advisor.domain.fields import FIELDS
from advisor.domain.formats import number, tokens, usd
from advisor.domain.language import Language, Localised

_ROWS = 10
_TOLD = 3
_ASKED_TOLD = 2
_TIE = 0.01
_WORTH = 0.01
"""Points (0..1) below which a factor does not decide between two models."""
_COMPUTED_WITH = {
    "price_in_usd_per_m": "cost",
    "benchmarks": "quality",
    "params_total_b": "memory",
    "throughput_tokens_per_s": "speed",
    "year": "year_cost",
    "price_batch_in_usd_per_m": "batch_cost",
    "price_cached_in_usd_per_m": "cached_cost",
}
"""Rows that are worked out for these needs, by the field that a question about them names."""
_OF_SERVICES = ("throughput_tokens_per_s", "time_to_first_token_s", "price_in_usd_per_m", "price_out_usd_per_m")
"""Rows on what services do and charge, which tell nothing to who runs it at home."""
_ON_REQUEST = frozenset({"year_cost", "batch_cost", "cached_cost"})
"""Rows that repeat the monthly cost in another way."""


def comparison(evidence: Evidence, cite: Citer) -> list[str]:
    """What was asked for, the choice with what decides it, the main differences, and the table."""
    compared = evidence.comparison
    if compared is None:
        return []
    unfit = _OF_SERVICES if any(row.key in ("speed", "memory") for row in compared.rows) else ()
    rows = [
        row
        for row in _asked_first(compared, evidence.asked_fields)
        if (row.key not in _ON_REQUEST or _is_asked(row, evidence.asked_fields)) and row.key not in unfit
    ]
    asked = [row for row in rows if _is_asked(row, evidence.asked_fields)]
    served = [*_left_over(evidence), *hosts(compared.cards, evidence, cite)]
    unpriced = (
        _UNPRICED if "price_cached_in_usd_per_m" in evidence.asked_fields and not _is_in(asked, "cached_cost") else None
    )
    served += [unpriced.in_(evidence.language)] if unpriced else []
    bill = _over_a_year(evidence, cite) if "year" in evidence.asked_fields and not _is_in(asked, "year_cost") else []
    if evidence.told_before and (asked or bill):
        table = _table(compared, asked, evidence.language, cite) if asked else ""
        return [p for p in (*served, *bill, _asked(compared, asked, evidence.language), table) if p]
    if evidence.plain:
        untold = (*_OF_THE_TRADE, *(_BY_THE_TOKEN if _is_in(rows, "cost") else ()))
        rows = [row for row in rows if row in asked or not row.key.startswith(untold)]
    unnamed = evidence.plain and chooses(evidence.text) and "mentioned_models" not in evidence.changed
    if (
        (evidence.told_before or unnamed)
        and not (served or evidence.asked_fields)
        and (pick := _pick(compared, evidence))
    ):
        return [pick, _differences(compared, rows, evidence.language)]
    told = [
        *served,
        *bill,
        _asked(compared, asked, evidence.language),
        f"{_verdict(compared, evidence)} {_unmeasured(compared, evidence.language)}".strip(),
        _differences(compared, [row for row in rows if row not in asked], evidence.language),
        _table(compared, rows, evidence.language, cite),
    ]
    return [p for p in told if p]


_OF_THE_TRADE = (
    "benchmarks",
    "languages_measured",
    "language_arena",
    "architecture",
    "training_type",
    "params_active_b",
)
"""Rows that say nothing to who uses no word of the trade."""
_BY_THE_TOKEN = (
    "price_in_usd_per_m",
    "price_out_usd_per_m",
    "throughput_tokens_per_s",
    "time_to_first_token_s",
    "max_output_tokens",
    "structured_output",
    "params_total_b",
    "fine_tuning_api",
)
"""Rows of which the month's cost tells them enough."""


def _left_over(evidence: Evidence) -> list[str]:
    """That more models were named than stand side by side."""
    if not evidence.left_over:
        return []
    names = listed([f"**{card.name}**" for card in evidence.left_over], evidence.language)
    text = Localised(
        "Comparo cinco como mucho: fuera de la tabla queda {}. Pregúntame por lo que falte aparte.",
        "I compare five at most: {} is left out of the table. Ask me for the rest separately.",
    )
    return [text.in_(evidence.language).format(names)]


def _pick(compared: Comparison, evidence: Evidence) -> str:
    """The one to take, of models whose table has just been told; a tie is broken, and called one."""
    placed = _placed(compared)
    if not placed:
        return _NONE.in_(evidence.language)
    if len(placed) == 1:
        return _ONLY.in_(evidence.language).format(placed[0].card.name)
    if placed[0].score - placed[1].score >= _TIE:
        return _choice(placed[0], placed[1], bool(evidence.needs), evidence.language)
    text = Localised(
        "Si tengo que elegir uno, **{}**, aunque por puntos está prácticamente empatado con **{}**: cualquiera de los dos vale, y "
        "decide lo que más te importe de esto.",
        "If I must choose one, **{}**, though by points it is practically level with **{}**: either will do, and what you care about "
        "most of the following decides.",
    )
    return text.in_(evidence.language).format(placed[0].card.name, placed[1].card.name)


_NONE = Localised(
    "De estos, ninguno: por lo dicho, no sirven para lo que pides.",
    "Of these, none: as told, they do not meet your needs.",
)
_ONLY = Localised(
    "**{}**: de estos es el único que cumple lo que pides.",
    "**{}**: of these it is the only one that meets your needs.",
)


def _placed(compared: Comparison) -> list[Recommendation]:
    """Those that meet the needs, the one with the most points first."""
    found = (v.recommendation for v in compared.verdicts if v.eligible and v.recommendation)
    return sorted(found, key=lambda item: -item.score)


def _is_in(rows: list[ComparisonRow], key: str) -> bool:
    return any(row.key == key for row in rows)


_UNPRICED = Localised(
    "De ninguno de estos consta en mi catálogo lo que cuesta leer de la caché.",
    "What reading from the cache costs is in my catalogue for none of these.",
)
_AT_HOME = Localised(
    "En tu equipo no hay cuota que sumar: el año cuesta la electricidad y la máquina, que no calculo.",
    "On your own machine there is no fee to add up: a year costs the electricity and the machine, which I do not reckon.",
)
_BY_API = Localised("Por API, con {}: {}.", "Over an API, at {}: {}.")
_EACH = Localised("**{}**, unos {} al año ({}) en {}", "**{}**, about {} a year ({}) at {}")
_ONCE = Localised(
    "Es un trabajo de una sola vez: no se repite cada mes.", "It is work done once: it is not repeated every month."
)


def _over_a_year(evidence: Evidence, cite: Citer) -> list[str]:
    """What a year costs where the needs keep it at home: no fee there, and what those served over an API would come to."""
    language = evidence.language
    compared = {card.model for card in evidence.comparison.cards} if evidence.comparison else set()
    told = [item for item, _ in evidence.rented if item.card.model in compared]
    costs = [(item, item.cost) for item in told if item.cost is not None]
    if not costs:
        return []
    if costs[0][1].once:
        return [_ONCE.in_(language)]
    each = [
        _EACH.in_(language).format(
            item.card.name, usd(12 * cost.usd_month, language), paid(cost, language), cost.provider
        )
        + cite.facts(item.card, [cost.price_in, cost.price_out])
        for item, cost in costs
    ]
    first = costs[0][1]
    volume = as_volume(first.tokens_in + first.tokens_out, language, once=False)
    return [f"{_AT_HOME.in_(language)} {_BY_API.in_(language).format(volume, '; '.join(each))}"]


def _is_asked(row: ComparisonRow, fields: tuple[str, ...]) -> bool:
    measured = [name for field in fields for name in _MEASURED_BY.get(field, ())]
    if any(name in row.key.casefold() for name in measured):
        return True
    return row.key in fields or row.key in {_COMPUTED_WITH.get(field) for field in fields}


_MEASURED_BY = {"tool_calling": ("benchmarks:tau2-bench", "benchmarks:bfcl")}
"""Tests of what a card's yes or no says too little of: how well it is done."""


def _asked_first(compared: Comparison, fields: tuple[str, ...]) -> list[ComparisonRow]:
    """The rows of what was asked first, those worked out for these needs before the rest."""

    def order(row: ComparisonRow) -> int:
        if not _is_asked(row, fields):
            return 2
        return 0 if row.key in _COMPUTED_WITH.values() or row.key.startswith("benchmarks:") else 1

    return sorted(compared.rows, key=order)


def _asked(compared: Comparison, rows: list[ComparisonRow], language: Language) -> str:
    """The rows that the question names, every model's value in words: the direct answer."""
    told = []
    telling = [row for row in rows if row.best]
    if telling and telling[0].key == "cost" and None not in telling[0].numbers:
        telling = telling[:1]  # what the month costs says what the prices by the million do
    for row in telling[:_ASKED_TOLD] or rows[:1]:
        values = [f"**{compared.cards[at].name}**, {_cell(row, at, language)}" for at in _by_value(compared, row)]
        told.append(f"{_label(row, language)}: {'; '.join(values)}")
    return " ".join(sentence(line) for line in told)


def _by_value(compared: Comparison, row: ComparisonRow) -> list[int]:
    """Columns from the best value on, or the smallest; where one is unknown, the best ones and then the table's order."""
    columns = list(range(len(compared.cards)))
    numbers = row.numbers or (None,) * len(columns)
    known = [n for n in numbers if n is not None]
    if len(known) == len(columns):
        most = bool(row.best) and numbers[row.best[0]] == max(known)
        return sorted(columns, key=lambda at: (numbers[at] or 0.0) * (-1 if most else 1))
    return sorted(columns, key=lambda at: at not in row.best)


def _unmeasured(compared: Comparison, language: Language) -> str:
    """That a comparison rests on the measured quality of some only."""
    row = next((row for row in compared.rows if row.key == "quality"), None)
    none = [card.name for card, cell in zip(compared.cards, row.cells, strict=True) if cell == UNKNOWN] if row else []
    if not none or len(none) == len(compared.cards):
        return ""
    names = listed(none, language)
    if language == "es":
        return f"Nadie ha medido todavía la calidad de {names}: tómalo como provisional."
    return f"Nobody has measured the quality of {names} yet: take this as provisional."


def _differences(compared: Comparison, rows: list[ComparisonRow], language: Language) -> str:
    """The one to three rows that differ and matter most, in a sentence; single benchmarks are left to the table."""
    told: list[str] = []
    for row in rows:
        if len(row.best) == 1 and len(told) < _TOLD and not row.key.startswith("benchmarks:"):
            winner = row.best[0]
            told.append(
                f"{row.label.in_(language)}, **{compared.cards[winner].name}** ({_cell(row, winner, language)})"
            )
    if not told:
        none = Localised(
            "Con los datos publicados no hay diferencias claras.", "The published figures show no clear difference."
        )
        return none.in_(language)
    return ("Lo que más los separa: " if language == "es" else "What sets them apart most: ") + "; ".join(told) + "."


def _table(compared: Comparison, rows: list[ComparisonRow], language: Language, cite: Citer) -> str:
    head = "| | " + " | ".join(card.name for card in compared.cards) + " |"
    rule = "|---" * (len(compared.cards) + 1) + "|"
    return "\n".join([head, rule, *(_row(compared, row, language, cite) for row in rows[:_ROWS])])


def _row(compared: Comparison, row: ComparisonRow, language: Language, cite: Citer) -> str:
    cells = []
    for place, (card, fact) in enumerate(zip(compared.cards, row.facts, strict=True)):
        shown = _cell(row, place, language).replace("|", "/")
        cells.append((f"**{shown}**" if row.best == (place,) else shown) + cite.fact(card, fact))
    return f"| {_label(row, language)} | " + " | ".join(cells) + " |"


def _label(row: ComparisonRow, language: Language) -> str:
    label = row.label.in_(language)
    note = LESS_IS_BETTER.in_(language) if row.key.startswith("languages_measured") else ""
    return label[:1].upper() + label[1:] + note


def _cell(row: ComparisonRow, place: int, language: Language) -> str:
    """A card's value as everywhere else in the answers; a computed figure as it was written."""
    fact = row.facts[place]
    return value_in_words(row.key, fact, language) if fact and row.key in FIELDS else row.cells[place].in_(language)


def _verdict(compared: Comparison, evidence: Evidence) -> str:
    """Which one for these needs: the eligible ones by score, the others with what they break or do not say."""
    language, es = evidence.language, evidence.language == "es"
    placed = _placed(compared)
    asked = bool(set(evidence.needs.values) - {"mentioned_models"})
    told = []
    if len(placed) > 1:
        told.append(_choice(placed[0], placed[1], asked, language))
    elif placed:
        name = f"**{placed[0].card.name}**"
        if asked:
            told.append(f"Solo {name} cumple lo que pides." if es else f"Only {name} meets your needs.")
        else:
            told.append(f"Solo {name} se puede recomendar hoy." if es else f"Only {name} can be recommended today.")
    heavy = [v for v in compared.verdicts if v.broken and v.fit is not None and {k for k, _ in v.broken} <= _MEMORY]
    if len(heavy) > 1:
        told.append(_too_heavy(heavy, every=len(heavy) == len(compared.cards), language=language))
    told += [line for v in compared.verdicts if (len(heavy) < 2 or v not in heavy) and (line := _outside(v, evidence))]
    return " ".join(told)


_MEMORY = frozenset({"vram_gb", "ram_gb"})


def _too_heavy(heavy: list[Verdict], *, every: bool, language: Language) -> str:
    """Those that do not fit the machine, in one sentence."""
    fits = [verdict.fit for verdict in heavy if verdict.fit]
    each = [
        f"**{verdict.card.name}** ({number(fit.total_gb, language, 1)} GB)"
        for verdict, fit in zip(heavy, fits, strict=True)
    ]
    text = Localised(
        "{} en tu equipo a 4 bits con {} tokens de contexto (estimación): {}.",
        "{} your machine at 4 bits with {} tokens of context (estimated): {}.",
    )
    none, these = Localised("Ninguno cabe", "None fits"), Localised("No caben", "These do not fit")
    lead = (none if every else these).in_(language)
    return text.in_(language).format(lead, tokens(fits[0].context_tokens, language), listed(each, language))


def _choice(first: Recommendation, second: Recommendation, asked: bool, language: Language) -> str:
    """The better one with the points and the factors that decide; or that they are level."""
    es = language == "es"
    one, two = f"**{first.card.name}**", f"**{second.card.name}**"
    basis = ("Para lo que pides" if asked else "En general") if es else ("For your needs" if asked else "In general")
    if abs(first.score - second.score) < _TIE:
        names = listed([one, two], language)
        return f"{basis}, {names} quedan prácticamente empatados." if es else f"{basis}, {names} are practically a tie."
    points = [number(item.score * 100, language, 0) for item in (first, second)]
    gaps = [
        (a.factor, a.value * a.weight - b.value * b.weight) for a, b in zip(first.factors, second.factors, strict=True)
    ]
    gains = sorted((gap for gap in gaps if gap[1] > _WORTH), key=lambda gap: -gap[1])[:2]
    why = (", y por " if es else ", and ").join(FACTOR_NAMES[factor].in_(language) for factor, _ in gains)
    if es:
        told = f"{basis}, me quedo con {one} ({points[0]} puntos de 100), por delante de {two} ({points[1]} puntos)"
        return f"{told}, sobre todo por {why}." if why else f"{told}."
    told = f"{basis}, I would take {one} ({points[0]} points out of 100), ahead of {two} ({points[1]} points)"
    return f"{told}, mostly on {why}." if why else f"{told}."


def _outside(verdict: Verdict, evidence: Evidence) -> str:
    language, name = evidence.language, f"**{verdict.card.name}**"
    if verdict.broken:
        reasons = " ".join(sentence(text.in_(language)) for _, text in verdict.broken[:2])
        return f"{name} queda fuera. {reasons}" if language == "es" else f"{name} is out. {reasons}"
    if verdict.eligible:
        return ""
    missing = unknown_in_words(verdict.unknown, evidence)
    if language == "es":
        return f"{name} no lo cuento porque no consta {missing}."
    return f"{name} does not count because {missing} is not known."
