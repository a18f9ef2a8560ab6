"""What a model would cost a month for these needs: the sum first, then what a year, a case or another way of paying comes to."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer, sentence
from advisor.answer.parts.figures import PER, own_hardware, paid
from advisor.answer.parts.phrases import as_volume, listed
from advisor.domain.advice import Cost, Recommendation, Verdict
from advisor.domain.answers import Evidence
from advisor.domain.formats import money, number, usd
from advisor.domain.language import Localised

OTHERWISE = ("price_batch_in_usd_per_m", "price_batch_out_usd_per_m", "price_cached_in_usd_per_m")
"""Prices of which the bill tells what they make of the month."""

_AT_HOME = Localised(
    "En tu equipo **{}** no tiene cuota: cuesta la electricidad y la máquina, que no calculo. Por API saldría por {} en {}{}{}.",
    "On your own machine **{}** has no fee: it costs the electricity and the machine, which I do not reckon. Over an API it would "
    "cost {} at {}{}{}.",
)


_NO_FEE = Localised(
    "En tu equipo **{}** no tiene cuota: lo descargas gratis y solo cuestan la máquina y la luz (pregúntame cuánta luz y te lo estimo).",
    "On your own machine **{}** has no fee: the download is free, and only the machine and its electricity cost money (ask me how much "
    "electricity and I will estimate it).",
)


def bill(verdict: Verdict | None, evidence: Evidence, cite: Citer) -> list[str]:
    """What it would cost a month for these needs, where the price is asked."""
    item = verdict.recommendation if verdict else None
    if item is None or "price_in_usd_per_m" not in evidence.asked_fields:
        return []
    at_home = own_hardware(evidence.needs)
    if "memory" in evidence.asked_fields and at_home:
        return []  # "how much does it take?"
    if at_home and (item.cost is None or evidence.plain):
        return [_NO_FEE.in_(evidence.language).format(item.card.name)]
    if item.cost is None:
        return []
    language, cost = evidence.language, item.cost
    other = _otherwise(item, evidence, cite)
    shown, basis = paid(cost, language), f": {cost.basis.in_(language)}"
    if evidence.plain:
        basis = f" {_in_requests(cost, evidence)}"
    elif other:
        basis = basis.partition(";")[0]  # the other ways of paying have just been told
    marks = cite.facts(item.card, [cost.price_in, cost.price_out])
    if at_home:
        home = _AT_HOME.in_(language).format(item.card.name, shown, cost.provider, basis, marks)
        return [" ".join([home, *other, *_broken_down(cost, evidence)])]
    told = (
        f"Para lo que pides, **{item.card.name}** saldría por {shown} en {cost.provider}{basis}{marks}."
        if language == "es"
        else f"For your needs, **{item.card.name}** would cost {shown} at {cost.provider}{basis}{marks}."
    )
    return [" ".join([*other, told, *_broken_down(cost, evidence)])]


def _in_requests(cost: Cost, evidence: Evidence) -> str:
    """What a cost is of, for who counts in messages and not in tokens."""
    language = evidence.language
    items = evidence.needs.number("items_once" if cost.once else "items_per_month")
    if items:
        text = Localised("por {} peticiones {}", "for {} requests {}")
        return text.in_(language).format(number(items, language, 0), PER[cost.once].in_(language))
    text = Localised("por {}, un volumen que {}", "for {}, a volume that {}")
    said = "tokens_per_month" in evidence.needs
    whose = (
        Localised("me has dicho", "you told me")
        if said
        else Localised(
            "supongo: dime cuántas veces lo usarás y lo recalculo",
            "I assume: tell me how often you will use it and I reckon again",
        )
    ).in_(language)
    return text.in_(language).format(as_volume(cost.tokens_in + cost.tokens_out, language, once=cost.once), whose)


def _otherwise(item: Recommendation, evidence: Evidence, cite: Citer) -> list[str]:
    """The month handed in as batches, or read from the cache by half, where that is asked; of what is not known, that."""
    language, cost, card = evidence.language, item.cost, item.card
    if cost is None:
        return []
    told = []
    for field, spent, way in (
        ("price_batch_in_usd_per_m", cost.batch_usd_month, _BATCHES),
        ("price_cached_in_usd_per_m", cost.cached_usd_month, _CACHE),
    ):
        if field not in evidence.asked_fields:
            continue
        if spent is not None:
            marks = cite.facts(card, [f for f in card.all(field) if f.provider == cost.provider][:1])
            shown = f"{usd(spent, language)} {PER[cost.once].in_(language)}"
            saved = _LESS.in_(language).format(way.in_(language), card.name, shown, usd(cost.usd_month, language))
            told.append(sentence(saved + marks))
            continue
        others = [f for f in card.all(field) if f.known]
        names = listed(
            [f"{f.provider} ({usd(f.number or 0, language)}{cite.fact(card, f)})" for f in others[:3]], language
        )
        text = _ELSEWHERE if others else _UNPRICED
        told.append(sentence(text.in_(language).format(way.in_(language), cost.provider, card.name, names)))
    return told


_BATCHES = Localised("por lotes, sin prisa", "in batches, without haste")
_CACHE = Localised("con la mitad de la entrada leída de la caché", "with half the input read from the cache")
_LESS = Localised("{0}, **{1}** saldría por {2} en vez de {3}", "{0}, **{1}** would cost {2} instead of {3}")
_ELSEWHERE = Localised(
    "{0}: {1} no lo ofrece para **{2}** en mi catálogo; sí {3}, por millón de tokens de entrada.",
    "{0}: in my catalogue {1} does not offer it for **{2}**; it is offered by {3}, per million input tokens.",
)
_UNPRICED = Localised(
    "{0}: ningún precio de **{2}** consta en mi catálogo.", "{0}: my catalogue has no price of **{2}**."
)


def _broken_down(cost: Cost, evidence: Evidence) -> list[str]:
    """The cost in the person's currency, over a year, and what each of the counted items costs."""
    language, rate = evidence.language, evidence.rate
    items = evidence.needs.number("items_once" if cost.once else "items_per_month")
    told = []
    if rate:
        shown = money(cost.usd_month / rate.usd, rate.currency, language)
        told.append(
            f"Son unos {shown}, a {rate.in_words(language)}."
            if language == "es"
            else f"That is about {shown}, at {rate.in_words(language)}."
        )
    if not cost.once:
        year = usd(12 * cost.usd_month, language)
        told.append(f"Al año, unos {year}." if language == "es" else f"A year, about {year}.")
    if items and items > 1:
        each, count = usd(cost.usd_month / items, language), number(items, language, 0)
        thousand = usd(1000 * cost.usd_month / items, language)
        told.append(
            f"A razón de {count} {PER[cost.once].es}, cada caso sale por unos {each}, y cada mil por unos {thousand}."
            if language == "es"
            else f"At {count} {PER[cost.once].en}, each one comes to about {each}, and a thousand to about {thousand}."
        )
    return told
