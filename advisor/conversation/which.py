"""What is known of each of several models, where it is asked which of them it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from advisor.conversation.ranker import Ranker
from advisor.domain.advice import Recommendation, Verdict
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.formats import number, percent, tokens, usd
from advisor.domain.language import Language, Localised
from advisor.domain.which import Which
from advisor.domain.which_found import WhichFound, WhichRow

MOST = 5
_SEVERAL = 2
"""Models told at most."""
_EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
_EUROPE = _EU | {"CH", "GB", "NO"}
_NONE = Localised("sin dato", "unknown")


def which_found(asked: Which, rank: Ranker, by_id: Mapping[str, Card]) -> WhichFound | None:
    """None where fewer than two of the models have cards."""
    models = [model for model in asked.among if model in by_id][:MOST]
    if len(models) < (1 if asked.way == "has" else _SEVERAL):
        return None
    if asked.pick:
        thing, _, way = asked.pick.partition(":")
        by = which_found(Which(thing, "least" if way == "least" else "most", "", tuple(models)), rank, by_id)
        first = by.rows[0] if by and by.rows[0].number is not None else None
        if first is None:
            return None
        rest = [m for m in models if m != first.card.model]
        models = [first.card.model] if asked.way == "has" else [first.card.model, rest[0]]
    if asked.thing == "fits":
        return _fitting(asked, rank, by_id, models)
    if asked.thing == "fits_in":
        return _fitting_in(asked, rank, [by_id[m] for m in models])
    if asked.thing == "regardless":
        return _regardless(asked, rank)
    if asked.thing in ("tradeoff", "worth"):
        return WhichFound(asked, tuple(WhichRow(by_id[m], _NONE) for m in models), pair=rank.compare(models))
    verdicts = {model: rank.verdict(model) for model in models}
    at_home = any(v.fit is not None for v in verdicts.values())
    if asked.way == "has":
        return _having(asked, rank, [by_id[m] for m in models], at_home=at_home)
    rows = _ranked(asked, rank, [verdicts[m] for m in models], at_home=at_home)
    sign = -1 if asked.way == "least" else 1
    known = sorted((r for r in rows if r.number is not None), key=lambda r: -sign * (r.number or 0.0))
    return WhichFound(asked, (*known, *(r for r in rows if r.number is None)), at_home)


def _ranked(asked: Which, rank: Ranker, verdicts: Sequence[Verdict], *, at_home: bool) -> list[WhichRow]:
    models = [v.card.model for v in verdicts]
    if asked.thing == "quality":
        found = rank.quality(models, asked.value)
        return [WhichRow(v.card, _in_both(percent, found[v.card.model]), found[v.card.model]) for v in verdicts]
    if asked.thing == "cost" and at_home:
        rented = {item.card.model: item for item, _ in rank.rented(models)}
        return [_cost(v.card, rented.get(v.card.model)) for v in verdicts]
    if asked.thing == "cost":
        return [_cost(v.card, v.recommendation) for v in verdicts]
    if asked.thing == "memory":
        return _memory(verdicts, rank)
    if asked.thing in _OF_FIT and at_home:
        return [_OF_FIT[asked.thing](v) for v in verdicts]
    return [_of_card(asked, v) for v in verdicts]


def _in_both(write: Callable[[float, Language], str], value: float | None) -> Localised:
    return _NONE if value is None else Localised(write(value, "es"), write(value, "en"))


def _cost(card: Card, item: Recommendation | None) -> WhichRow:
    cost = item.cost if item else None
    if cost is None:
        return WhichRow(card, _NONE)
    shown = Localised(
        *(f"{usd(cost.usd_month, lang)} {at} {cost.provider}" for lang, at in (("es", "en"), ("en", "at")))  # type: ignore[arg-type]
    )
    return WhichRow(card, shown, cost.usd_month, facts=(cost.price_in, cost.price_out))


def _speed(verdict: Verdict) -> WhichRow:
    speed = verdict.fit.tokens_per_s if verdict.fit else None
    if speed is None:
        return WhichRow(verdict.card, _NONE)

    def shown(lang: Language) -> str:
        return "-".join(number(n, lang, 0 if n >= _FINE else 1) for n in speed) + " tokens/s"

    return WhichRow(verdict.card, Localised(shown("es"), shown("en")), speed[0])


_FINE = 10


def _power(verdict: Verdict) -> WhichRow:
    """At the same draw, the faster it writes, the less a text takes."""
    row = _speed(verdict)
    return replace(row, number=None if row.number is None else -row.number)


def _memory(verdicts: Sequence[Verdict], rank: Ranker) -> list[WhichRow]:
    """At 4 bits, so that like is set against like."""
    found = rank.fitting([v.card.model for v in verdicts], "Q4_K_M")
    told = {"es": "con Q4_K_M", "en": "at Q4_K_M"}
    taken = [(v.card, found[v.card.model][0] if v.card.model in found else None) for v in verdicts]
    return [
        WhichRow(card, _in_both(lambda n, lang: f"{number(n, lang, 1)} GB {told[lang]}", gb), gb) for card, gb in taken
    ]


def _users(verdict: Verdict) -> WhichRow:
    """Conversations whose memory fits beside the weights, each with the context that the cache is reckoned for."""
    fit = verdict.fit
    if fit is None or not fit.fits or not fit.kv_cache_gb:
        return WhichRow(verdict.card, _NONE)
    held = int((fit.available_gb - fit.weights_gb - fit.overhead_gb) / fit.kv_cache_gb)
    es, en = (
        f"{held} {of} {tokens(fit.context_tokens, lang)} tokens ({fit.quantization})"  # type: ignore[arg-type]
        for lang, of in (("es", "de"), ("en", "of"))
    )
    return WhichRow(verdict.card, Localised(es, en), float(held)) if held >= 1 else WhichRow(verdict.card, _NONE)


_OF_FIT: Mapping[str, Callable[[Verdict], WhichRow]] = {
    "speed": _speed,
    "users": _users,
    "power": _power,
}


def _of_card(asked: Which, verdict: Verdict) -> WhichRow:
    """What stands on the card."""
    card, thing = verdict.card, asked.thing
    if thing == "language":
        return _tongue(card, asked.value)
    if thing == "truth":
        fact = card.fact("benchmarks", "Vectara hallucination rate")
        value = fact.number if fact else None
        shown = _in_both(lambda n, lang: f"{number(n, lang, 1)} %" if lang == "es" else f"{number(n, lang, 1)}%", value)
        return WhichRow(card, shown, None if value is None else -value, facts=(fact,) if fact else ())
    if thing in ("newest", "cutoff"):
        fact = card.fact("release_date" if thing == "newest" else "knowledge_cutoff")
        return WhichRow(card, _NONE, _day(fact), facts=(fact,) if fact else ())
    if thing == "freest":
        fact = card.fact("licence")
        freedom = _freedom(card)
        return WhichRow(card, _NONE, freedom, facts=(fact,) if fact else ())
    field = _FIELDS.get(thing, "")
    fact = next((f for f in card.all(field) if f.known), None) if field else None
    if thing.startswith("cost_") and verdict.recommendation and verdict.recommendation.cost:
        paid = verdict.recommendation.cost
        fact = paid.price_in if thing == "cost_in" else paid.price_out
    return WhichRow(card, _NONE, fact.number if fact else None, facts=(fact,) if fact else ())


_FIELDS = {
    "size": "params_total_b",
    "context": "context_tokens",
    "output": "max_output_tokens",
    "speed": "throughput_tokens_per_s",
    "power": "params_active_b",
    "cost_in": "price_in_usd_per_m",
    "cost_out": "price_out_usd_per_m",
}
FIELD_OF = {**_FIELDS, "newest": "release_date", "cutoff": "knowledge_cutoff", "freest": "licence"}
"""The card's field whose value is told; of the rest the words are in the row."""


def _tongue(card: Card, code: str) -> WhichRow:
    """Mean rank in a public test of that language, 1 is the best; else whether the vendor names it."""
    measured = card.fact("languages_measured", code)
    if measured is not None and measured.number is not None:
        shown = _in_both(number, measured.number)
        return WhichRow(card, shown, -measured.number, _officially(card, code), (measured,))
    official = card.fact("languages_official")
    return WhichRow(card, _NONE, None, _officially(card, code), (official,) if official and official.known else ())


def _officially(card: Card, code: str) -> bool | None:
    named = card.fact("languages_official")
    return code in card.texts("languages_official") if named and named.known else None


def _day(fact: Fact | None) -> float | None:
    value = str(fact.value) if fact and fact.known else ""
    parts = [int(p) for p in value.split("-") if p.isdigit()]
    if not parts:
        return None
    year, month, day = (*parts, 0, 0)[:3]
    return float(year * 10_000 + month * 100 + day)


def _freedom(card: Card) -> float | None:
    """How free a licence is: the well-known permissive ones, others that allow selling, the rest, no weights at all."""
    licence = str(card.value("licence") or "").casefold()
    if not licence:
        return None
    if any(name in licence for name in ("mit", "apache", "bsd", "cc0")) and "modified" not in licence:
        return 3.0
    if card.value("open_weights") is not True:
        return 0.0
    return 2.0 if card.value("commercial_use") is True else 1.0


def _having(asked: Which, rank: Ranker, cards: Sequence[Card], *, at_home: bool) -> WhichFound:
    rows = tuple(_has(asked, card) for card in cards)
    beyond = None
    if not any(row.holds for row in rows):
        among = {card.model for card in cards}
        every = enumerate(rank.ranked(), start=1)
        beyond = next(
            ((n, item) for n, item in every if item.card.model not in among and _has(asked, item.card).holds), None
        )
    return WhichFound(asked, rows, at_home, beyond)


def _has(asked: Which, card: Card) -> WhichRow:
    thing = asked.thing
    if thing in ("images", "video", "audio"):
        fact = card.fact("modalities")
        kind = {"images": "image"}.get(thing, thing)
        return _row(card, fact, None if fact is None or not fact.known else kind in card.texts("modalities"))
    if thing in ("origin", "house"):
        return _from(asked, card)
    if thing == "licence":
        fact = card.fact("licence")
        said = str(fact.value).casefold() if fact and fact.known else ""
        return _row(card, fact, None if not said else asked.value in said and "modified" not in said)
    if thing == "language":
        return WhichRow(card, _NONE, None, _officially(card, asked.value), tuple(card.all("languages_official")[:1]))
    if thing in ("context", "min_context"):
        fact = card.fact("context_tokens")
        return _row(card, fact, None if fact is None or fact.number is None else fact.number >= float(asked.value))
    if thing == "size":
        fact, bound = card.fact("params_total_b"), float(asked.value)
        size = fact.number if fact else None
        return _row(card, fact, None if size is None else size >= bound if bound > 0 else size <= -bound)
    if thing in ("moe", "dense"):
        fact = card.fact("architecture")
        said = str(fact.value) if fact and fact.known else ""
        return _row(card, fact, None if not said else ("moe" in said) == (thing == "moe"))
    if thing == "fine_tuned":
        fact = card.fact("open_weights")
        api = card.value("fine_tuning_api") is True
        return _row(card, fact, True if api else None if fact is None else fact.value is True)
    field = {"offline": "open_weights", "free": "open_weights"}.get(thing, thing)
    fact = card.fact(field)
    return _row(card, fact, fact.value if fact and isinstance(fact.value, bool) else None)


def _row(card: Card, fact: Fact | None, holds: bool | None) -> WhichRow:
    return WhichRow(card, _NONE, None, holds, (fact,) if fact else ())


def _from(asked: Which, card: Card) -> WhichRow:
    """By whom it is, which every card tells, and where its maker is at home."""
    if asked.thing == "house":
        return WhichRow(card, Localised(card.vendor, card.vendor), None, card.model.partition("/")[0] == asked.value)
    country = card.origin or ""
    home = country in _EUROPE if asked.value == "eu" else country == asked.value
    return WhichRow(card, Localised(card.vendor, card.vendor), None, home if country else None)


def _fitting(asked: Which, rank: Ranker, by_id: Mapping[str, Card], models: Sequence[str]) -> WhichFound:
    """Of all that meet the needs: in their order, or the largest first; where none fits, the one that comes nearest."""
    every = {item.card.model: item for item in rank.ranked()}
    quantization = asked.value or "Q4_K_M"
    found = rank.fitting(tuple(every) or tuple(models), quantization)
    at_home = any(fits is not None for _, fits in found.values())
    if not at_home:
        found = rank.fitting(models, quantization)

    def row(model: str) -> WhichRow:
        gb, fits = found[model]
        return WhichRow(by_id[model], _in_both(lambda n, lang: f"{number(n, lang, 1)} GB", gb), gb, fits)

    rows: Iterable[WhichRow] = [row(model) for model in found]
    whole = [r for r in rows if r.holds]
    if at_home and whole:
        if asked.way == "most":
            whole.sort(key=lambda r: -(r.card.number("params_total_b") or 0.0))
        return WhichFound(asked, tuple(whole[:MOST]), at_home)
    nearest = sorted(rows, key=lambda r: r.number or 0.0)
    return WhichFound(asked, tuple(nearest[:1] if at_home else nearest[:MOST]), at_home)


def _fitting_in(asked: Which, rank: Ranker, cards: Sequence[Card]) -> WhichFound:
    """Whether each runs on a machine that is only supposed."""
    key, _, gb = asked.value.partition(":")
    rows = []
    for card in cards:
        fit = rank.fit_in(card.model, key, float(gb))
        shown = _in_both(lambda n, lang: f"{number(n, lang, 1)} GB", fit.total_gb if fit else None)
        rows.append(WhichRow(card, shown, fit.total_gb if fit else None, fit.fits if fit else None))
    return WhichFound(asked, tuple(rows), at_home=True)


def _regardless(asked: Which, rank: Ranker) -> WhichFound | None:
    """What would come first if quality alone counted, and what was told of the one thing did not hold."""
    first = rank.regardless(asked.value)
    if first is None:
        return None
    found = rank.quality((first.card.model, *[m for m in asked.among if m != first.card.model][:1]), "")
    number_ = found.get(first.card.model)
    return WhichFound(asked, (WhichRow(first.card, _in_both(percent, number_), number_),), beyond=(1, first))
