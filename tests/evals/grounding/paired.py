"""More statements by rule: two models in a sentence, dates, tests, languages, fits, costs, order, tables and pronouns."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from babel import Locale

from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import day, number
from advisor.domain.language import Language
from tests.evals.grounding.generated import Statement, close, money, token_count, values

_WHILE = {
    "es": ("{a} tiene {x} de contexto, mientras que {b} tiene {y}.", "{a} ofrece {x} de contexto y {b}, {y}.", "El contexto de {a} es de {x}; el de {b}, de {y}.",
           "{a} y {b} tienen {x} y {y} de contexto, respectivamente.", "Frente a los {y} de contexto de {b}, {a} llega a {x}.", "{a} ({x} de contexto) y {b} ({y} de contexto) son las dos opciones."),
    "en": ("{a} has {x} of context, while {b} has {y}.", "{a} offers {x} of context and {b} {y}.", "The context of {a} is {x}; that of {b} is {y}.",
           "{a} and {b} have {x} and {y} of context respectively.", "Against the {y} of context of {b}, {a} reaches {x}.", "{a} ({x} of context) and {b} ({y} of context) are the two options."),
}  # fmt: skip
_BOTH_PRICES = {
    "es": ("{n} cuesta {x} de entrada y {y} de salida por millón de tokens.", "{n}: {x}/{y} por millón de tokens (entrada/salida).",
           "Los precios de {n} son {x} por millón de tokens de entrada y {y} por millón de salida."),
    "en": ("{n} costs {x} for input and {y} for output per million tokens.", "{n}: {x}/{y} per million tokens (input/output).",
           "The prices of {n} are {x} per million input tokens and {y} per million output tokens."),
}  # fmt: skip
_RELEASE = {
    "es": ("{n} se publicó el {v}.", "{n} salió el {v}.", "La fecha de lanzamiento de {n} es {v}."),
    "en": ("{n} was released on {v}.", "{n} came out on {v}.", "The release date of {n} is {v}."),
}
_BENCH = {
    "es": ("{n} obtiene {v} en {t}.", "En {t}, {n} saca {v}.", "La puntuación de {n} en {t} es {v}."),
    "en": ("{n} scores {v} on {t}.", "On {t}, {n} gets {v}.", "The {t} score of {n} is {v}."),
}
_SPEAKS = {
    "es": (
        "{n} declara oficialmente el {v}.",
        "{n} admite {v} de forma oficial.",
        "El {v} es uno de los idiomas oficiales de {n}.",
    ),
    "en": (
        "{n} officially supports {v}.",
        "{v} is one of the official languages of {n}.",
        "{n} lists {v} as an official language.",
    ),
}
_MONTH = {
    "es": (
        "Con tu uso, {n} costaría unos {v} al mes.",
        "{n} te saldría por {v} al mes.",
        "El coste mensual de {n} sería de {v}.",
    ),
    "en": (
        "With your usage, {n} would cost about {v} a month.",
        "{n} comes to {v} a month.",
        "The monthly cost of {n} would be {v}.",
    ),
}
_NEEDS = {
    "es": ("{n} necesita unos {v} GB de memoria.", "{n} ocupa {v} GB.", "Para {n} hacen falta unos {v} GB."),
    "en": ("{n} needs about {v} GB of memory.", "{n} takes {v} GB.", "You need about {v} GB for {n}."),
}
_TIMES = {
    "es": ("{a} tiene {r} veces el contexto de {b}.", "El contexto de {a} es {r} veces mayor que el de {b}."),
    "en": ("{a} has {r} times the context of {b}.", "The context of {a} is {r} times that of {b}."),
}
_PERCENT = {
    "es": (
        "La entrada de {a} es un {r} % más barata que la de {b}.",
        "{a} cuesta un {r} % menos que {b} en tokens de entrada.",
    ),
    "en": ("The input price of {a} is {r}% lower than that of {b}.", "{a} costs {r}% less than {b} for input tokens."),
}
_BEST = {
    "es": (
        "Mi recomendación es {n}.",
        "La mejor opción es {n}.",
        "Te recomiendo {n}.",
        "En primer lugar está {n}.",
        "{n} encabeza la lista.",
    ),
    "en": (
        "My recommendation is {n}.",
        "The best option is {n}.",
        "I recommend {n}.",
        "In first place is {n}.",
        "{n} tops the list.",
    ),
}
_BETTER = {
    "es": ("{a} queda por delante de {b}.", "{a} es mejor opción que {b} para ti.", "Primero {a}, seguido de {b}."),
    "en": ("{a} ranks above {b}.", "{a} is a better choice than {b} for you.", "First {a}, followed by {b}."),
}


def paired(evidence: Evidence, cards: Sequence[Card], chance: random.Random) -> Iterator[Statement]:
    language = evidence.language
    for card in cards:
        yield from _about_one(card, cards, language, chance)
        yield from _computed(evidence, card, language, chance)
    for a in cards:
        for b in cards:
            if a is not b:
                yield from _about_two(a, b, language, chance)
    yield from _ranked(evidence, language, chance)


def _about_one(card: Card, cards: Sequence[Card], language: Language, chance: random.Random) -> Iterator[Statement]:
    price_in, price_out = card.number("price_in_usd_per_m"), card.number("price_out_usd_per_m")
    if price_in and price_out and not close(price_in, price_out):
        x, y = money(price_in, language, chance), money(price_out, language, chance)
        text = chance.choice(_BOTH_PRICES[language])
        yield Statement("both prices", text.format(n=card.name, x=x, y=y), True)
        if not any(close(v, price_out) for v in values(card, "price_in_usd_per_m")) and not any(
            close(v, price_in) for v in values(card, "price_out_usd_per_m")
        ):
            yield Statement("both prices/swapped", text.format(n=card.name, x=y, y=x), False)
    released = card.value("release_date")
    if isinstance(released, str) and len(released) == 10:
        text = chance.choice(_RELEASE[language])
        yield Statement("release", text.format(n=card.name, v=_date(released, language)), True)
        wrong = f"{int(released[:4]) - 1}-{released[5:7]}-{released[8:]}"
        if not any(f.date.startswith(wrong) for facts in card.facts.values() for f in facts):
            yield Statement("release/wrong", text.format(n=card.name, v=_date(wrong, language)), False)
    tests = [f for f in card.all("benchmarks") if f.number is not None and f.name]
    if tests:
        fact = chance.choice(tests)
        text = chance.choice(_BENCH[language])
        yield Statement("test", text.format(n=card.name, t=fact.name, v=number(fact.number or 0, language, 2)), True)
        wrong_value = (fact.number or 0) * 1.17 + 3
        if not any(close(wrong_value, f.number or 0) for f in tests):
            yield Statement(
                "test/wrong", text.format(n=card.name, t=fact.name, v=number(wrong_value, language, 2)), False
            )
        others = [
            f
            for c in cards
            if c is not card
            for f in c.all("benchmarks")
            if f.name and not any(t.name == f.name for t in tests)
        ]
        if others:
            other = chance.choice(others)
            yield Statement(
                "test/not taken",
                text.format(n=card.name, t=other.name, v=number(other.number or 0, language, 2)),
                False,
            )
    official = card.texts("languages_official")
    if official:
        names = Locale(language).languages
        held = [c for c in official if c in names and " " not in names[c]]
        if held:
            text = chance.choice(_SPEAKS[language])
            yield Statement("official language", text.format(n=card.name, v=names[chance.choice(held)]), True)
            absent = [c for c in ("ca", "eu", "gl", "sw", "is", "mt", "cy", "mn") if c not in official]
            if absent:
                yield Statement(
                    "official language/absent", text.format(n=card.name, v=names[chance.choice(absent)]), False
                )


def _computed(evidence: Evidence, card: Card, language: Language, chance: random.Random) -> Iterator[Statement]:
    rows = evidence.ranking.recommendations if evidence.ranking else ()
    rec = next((r for r in rows if r.card.model == card.model), None)
    if rec and rec.cost and rec.cost.usd_month > 0.05:
        text, value = chance.choice(_MONTH[language]), rec.cost.usd_month
        yield Statement("month", text.format(n=card.name, v=money(round(value, 2), language, chance)), True)
        others = [r.cost.usd_month for r in rows if r.cost and not close(r.cost.usd_month, value)]
        if others:
            yield Statement(
                "month/other",
                text.format(n=card.name, v=money(round(chance.choice(others), 2), language, chance)),
                False,
            )
    if rec and rec.fit and rec.fit.fits:
        text = chance.choice(_NEEDS[language])
        yield Statement("memory", text.format(n=card.name, v=number(rec.fit.total_gb, language, 1)), True)
        yield Statement("memory/wrong", text.format(n=card.name, v=number(rec.fit.total_gb * 0.43, language, 1)), False)


def _about_two(a: Card, b: Card, language: Language, chance: random.Random) -> Iterator[Statement]:
    first, second = a.number("context_tokens"), b.number("context_tokens")
    if first and second and not close(first, second):
        x, y = token_count(first, language, chance), token_count(second, language, chance)
        text = chance.choice(_WHILE[language])
        yield Statement("two contexts", text.format(a=a.name, b=b.name, x=x, y=y), True)
        yield Statement("two contexts/swapped", text.format(a=a.name, b=b.name, x=y, y=x), False)
        ratio = first / second
        if ratio > 1.5 and len(values(a, "context_tokens")) == len(values(b, "context_tokens")) == 1:
            text = chance.choice(_TIMES[language])
            yield Statement("times", text.format(a=a.name, b=b.name, r=number(ratio, language, 1)), True)
            yield Statement("times/wrong", text.format(a=a.name, b=b.name, r=number(ratio * 1.6, language, 1)), False)
            yield Statement("times/reversed", text.format(a=b.name, b=a.name, r=number(ratio, language, 1)), False)
    prices = [values(c, "price_in_usd_per_m") for c in (a, b)]
    if all(len(p) == 1 for p in prices) and 0 < prices[0][0] < 0.9 * prices[1][0]:
        share = 100 * (1 - prices[0][0] / prices[1][0])
        text = chance.choice(_PERCENT[language])
        yield Statement("percent", text.format(a=a.name, b=b.name, r=f"{share:.0f}"), True)
        yield Statement("percent/wrong", text.format(a=a.name, b=b.name, r=f"{share * 0.6 - 4:.0f}"), False)


def _ranked(evidence: Evidence, language: Language, chance: random.Random) -> Iterator[Statement]:
    rows = evidence.ranking.recommendations if evidence.ranking else ()
    for place, rec in enumerate(rows):
        best = "best" if place == 0 else "best/wrong"
        yield Statement(best, chance.choice(_BEST[language]).format(n=rec.card.name), place == 0)
    for i in range(len(rows)):
        for j in range(i + 1, len(rows)):
            text = chance.choice(_BETTER[language])
            yield Statement("order", text.format(a=rows[i].card.name, b=rows[j].card.name), True)
            if not _tied(rows, i, j):
                yield Statement("order/swapped", text.format(a=rows[j].card.name, b=rows[i].card.name), False)


def _tied(rows: Sequence[object], i: int, j: int) -> bool:
    return all(getattr(row, "tie", False) for row in rows[i + 1 : j + 1])


def _date(iso: str, language: Language) -> str:
    return day(iso, language)
