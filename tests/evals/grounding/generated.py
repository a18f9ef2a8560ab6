"""Statements made out of any evidence by rule: true ones in many wordings, and false ones by one change each.

Unlike the written corpus this needs no author, so it runs on the real catalogue too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.answer.support import cards_of
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import number, tokens
from advisor.domain.language import Language


@dataclass(frozen=True)
class Statement:
    kind: str
    text: str
    true: bool


_CONTEXT = {
    "es": ("{n} tiene una ventana de contexto de {v}.", "El contexto de {n} es de {v}.", "Con {n} dispones de {v} de contexto.",
           "{n} admite hasta {v} de contexto.", "- **{n}**: {v} de contexto.", "El modelo {n} ofrece un contexto máximo de {v}, suficiente para documentos largos."),
    "en": ("{n} has a context window of {v}.", "The context window of {n} is {v}.", "{n} handles up to {v} of context.",
           "With {n} you get a {v} context window.", "- **{n}**: {v} of context.", "You can feed {n} up to {v} at once."),
}  # fmt: skip
_OUTPUT = {
    "es": ("{n} puede generar hasta {v} de salida.", "La salida máxima de {n} es de {v}.", "{n} escribe respuestas de hasta {v}."),
    "en": ("{n} can generate up to {v} of output.", "The maximum output of {n} is {v}.", "{n} writes answers of up to {v}."),
}  # fmt: skip
_PRICE_IN = {
    "es": ("{n} cuesta {v} por millón de tokens de entrada.", "El precio de entrada de {n} es de {v} por millón de tokens.",
           "Con {n} pagas {v} por cada millón de tokens de entrada.", "{n} cobra {v}/M tokens de entrada."),
    "en": ("{n} costs {v} per million input tokens.", "The input price of {n} is {v} per million tokens.",
           "With {n} you pay {v} for every million input tokens.", "{n} charges {v}/M input tokens."),
}  # fmt: skip
_PRICE_OUT = {
    "es": (
        "{n} cuesta {v} por millón de tokens de salida.",
        "El precio de salida de {n} es de {v} por millón de tokens.",
    ),
    "en": ("{n} costs {v} per million output tokens.", "The output price of {n} is {v} per million tokens."),
}
_PARAMS = {
    "es": ("{n} tiene {v} parámetros.", "{n} cuenta con {v} parámetros en total.", "Con sus {v} parámetros, {n} es una opción razonable."),
    "en": ("{n} has {v} parameters.", "{n} comes with {v} parameters in total.", "At {v} parameters, {n} is a reasonable choice."),
}  # fmt: skip
_LICENCE = {
    "es": ("{n} se publica con licencia {v}.", "La licencia de {n} es {v}."),
    "en": ("{n} is released under {v}.", "The licence of {n} is {v}."),
}
_CHEAPER = {
    "es": ("{a} es más barato que {b} en tokens de entrada.", "{a} tiene un precio de entrada más bajo que {b}."),
    "en": ("{a} is cheaper than {b} for input tokens.", "{a} has a lower input price than {b}."),
}
_LONGER = {
    "es": ("{a} tiene más contexto que {b}.", "El contexto de {a} es mayor que el de {b}.", "{a} ofrece una ventana de contexto más grande que {b}."),
    "en": ("{a} has a larger context window than {b}.", "{a} offers more context than {b}.", "The context window of {a} is larger than that of {b}."),
}  # fmt: skip
_FLAGS = {
    "open_weights": {"es": ("{n} es un modelo de pesos abiertos.", "Los pesos de {n} son abiertos."), "en": ("{n} has open weights.", "{n} is an open-weight model.")},
    "tool_calling": {"es": ("{n} admite llamadas a herramientas.",), "en": ("{n} supports tool calling.",)},
    "commercial_use": {"es": ("{n} permite el uso comercial.",), "en": ("{n} allows commercial use.",)},
}  # fmt: skip
_NOT = {
    "open_weights": {"es": "{n} no es de pesos abiertos.", "en": "{n} does not have open weights."},
    "tool_calling": {"es": "{n} no admite llamadas a herramientas.", "en": "{n} does not support tool calling."},
    "commercial_use": {"es": "{n} no permite el uso comercial.", "en": "{n} does not allow commercial use."},
}


def statements(evidence: Evidence, seed: int = 7) -> Iterator[Statement]:
    chance, language = random.Random(seed), evidence.language
    cards = list(cards_of(evidence))[:6]
    for card in cards:
        yield from _figures(card, cards, language, chance)
        yield from _flags(card, language, chance)
    for a in cards:
        for b in cards:
            if a is not b:
                yield from _compared(a, b, language, chance)
    from tests.evals.grounding.paired import paired

    yield from paired(evidence, cards, chance)


def _figures(card: Card, cards: Sequence[Card], language: Language, chance: random.Random) -> Iterator[Statement]:
    for field, templates, say in (
        ("context_tokens", _CONTEXT, token_count), ("max_output_tokens", _OUTPUT, token_count), ("price_in_usd_per_m", _PRICE_IN, money),
        ("price_out_usd_per_m", _PRICE_OUT, money), ("params_total_b", _PARAMS, _params),
    ):  # fmt: skip
        value = card.number(field)
        if value is None or value == 0:
            false = chance.choice((7777.0, 31_000.0)) if "tokens" in field else 43.0
            yield _made(f"{field}/unknown", templates, card, say(false, language, chance), language, chance, False)
            continue
        yield _made(field, templates, card, say(value, language, chance), language, chance, True)
        yield _made(field, templates, card, say(value, language, chance), language, chance, True)
        wrong = value * chance.choice((0.5, 0.7, 1.4, 2, 3, 10))
        if not any(close(wrong, n) for n in values(card, field)):
            yield _made(f"{field}/wrong", templates, card, say(wrong, language, chance), language, chance, False)
        others = [v for c in cards if c is not card for v in values(c, field)]
        others = [v for v in others if not any(close(v, own) for own in values(card, field))]
        if others:
            other = chance.choice(others)
            yield _made(f"{field}/other", templates, card, say(other, language, chance), language, chance, False)
    context, output = card.number("context_tokens"), card.number("max_output_tokens")
    if context and output and not close(context, output):
        yield _made(
            "output for context", _CONTEXT, card, token_count(output, language, chance), language, chance, False
        )
        yield _made(
            "context for output", _OUTPUT, card, token_count(context, language, chance), language, chance, False
        )
    licence = card.value("licence")
    if isinstance(licence, str) and licence.lower().startswith(("apache", "mit")):
        yield _made("licence", _LICENCE, card, licence, language, chance, True)
        wrong_licence = "MIT" if licence.lower().startswith("apache") else "Apache 2.0"
        yield _made("licence/wrong", _LICENCE, card, wrong_licence, language, chance, False)


def _flags(card: Card, language: Language, chance: random.Random) -> Iterator[Statement]:
    for field, templates in _FLAGS.items():
        value = card.value(field)
        text = chance.choice(templates[language]).format(n=card.name)
        yield Statement(field if value is True else f"{field}/false", text, value is True)
        yield Statement(
            field if value is False else f"{field}/false", _NOT[field][language].format(n=card.name), value is False
        )


def _compared(a: Card, b: Card, language: Language, chance: random.Random) -> Iterator[Statement]:
    for kind, field, templates, sign in (
        ("cheaper", "price_in_usd_per_m", _CHEAPER, -1),
        ("longer", "context_tokens", _LONGER, 1),
    ):
        ours, theirs = values(a, field), values(b, field)
        if not ours or not theirs:
            continue
        text = chance.choice(templates[language]).format(a=a.name, b=b.name)
        if all((x - y) * sign > 0 for x in ours for y in theirs):
            yield Statement(kind, text, True)
        elif all((x - y) * sign <= 0 for x in ours for y in theirs):
            yield Statement(f"{kind}/false", text, False)


def _made(kind: str, templates: dict[str, tuple[str, ...]], card: Card, value: str, language: Language, chance: random.Random, true: bool) -> Statement:  # fmt: skip
    return Statement(kind, chance.choice(templates[language]).format(n=card.name, v=value), true)


def values(card: Card, field: str) -> list[float]:
    return [f.number for f in card.all(field) if f.number is not None]


def close(a: float, b: float) -> bool:
    return abs(a - b) <= 0.09 * max(abs(a), abs(b))


def token_count(value: float, language: Language, chance: random.Random) -> str:
    exact = f"{number(value, language, 0)} tokens"
    return chance.choice((exact, exact, f"{tokens(value, language)} tokens", f"{value:.0f} tokens"))


def money(value: float, language: Language, chance: random.Random) -> str:
    shown = number(value, language, 3)
    if language == "en":
        return chance.choice((f"${shown}", f"{shown} USD", f"US${shown}"))
    return chance.choice((f"{shown} $", f"{shown} USD", f"{shown} dólares"))


def _params(value: float, language: Language, chance: random.Random) -> str:
    if value >= 1 and chance.random() < 0.5:
        return (
            f"{number(value, language, 2)} mil millones de"
            if language == "es"
            else f"{number(value, language, 2)} billion"
        )
    return f"{number(value, language, 2)}B"
