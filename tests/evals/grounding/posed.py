"""Statements by rule on the real bundles, of the kinds that no figure alone decides: who wins beside which figures, what all or
none of them do, what the person said, what was measured, what would fit if a need were given up. Each has a false twin.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from babel import Locale

from advisor.domain.advice import Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.formats import number
from advisor.domain.language import Language
from tests.evals.grounding.generated import Statement, close, money, values

_WINS = {
    "es": ("En precio de entrada gana {a}: {x} por millón, contra {y} de {b}.", "{a} es más barato de entrada: {x} frente a {y} por millón de tokens."),
    "en": ("{a} wins on input price: {x} per million, against {y} for {b}.", "{a} is the cheaper one on input, {x} to {y} per million tokens for {b}."),
}  # fmt: skip
_TOTAL = {
    "es": ("Leer un millón de tokens y escribir otro millón con {n} costaría {v} en total.",),
    "en": ("Reading a million tokens and writing another million with {n} would cost {v} in total.",),
}
_ALL = {
    ("open_weights", True): {"es": ("Los tres tienen los pesos abiertos.", "Los tres son de pesos abiertos."), "en": ("All three have open weights.", "All three of them are open-weight models.")},
    ("open_weights", False): {"es": ("Ninguno de los tres tiene los pesos abiertos.",), "en": ("None of the three has open weights.",)},
    ("image", True): {"es": ("Los tres admiten imágenes.",), "en": ("All three accept images.",)},
    ("image", False): {"es": ("Ninguno de los tres admite imágenes.",), "en": ("None of the three accepts images.",)},
}  # fmt: skip
_SPEED = {
    "es": ("En tu equipo, {n} escribiría entre {x} y {y} tokens por segundo.", "En tu equipo se han medido entre {x} y {y} tokens por segundo con {n}."),
    "en": ("On your machine {n} should write {x} to {y} tokens per second.", "On your machine {n} has been measured at {x} to {y} tokens per second."),
}  # fmt: skip
_SAID = {
    "es": ("Como has dicho que necesitas {v}, te conviene.", "Me has pedido {v}."),
    "en": ("Since you said you need {v}, it suits you.", "You asked for {v}."),
}
_MEDIA = {"es": {"image": "imágenes", "audio": "audio", "video": "vídeo"}, "en": {"image": "images", "audio": "audio", "video": "video"}}  # fmt: skip
_MAKER = {"es": "{n} es de {v}.", "en": "{n} is by {v}."}
_HALF = {
    "es": ("El precio de entrada de {n} no llega a la mitad de tu tope.", "El precio de entrada de {n} es más del doble de tu tope."),
    "en": ("The input price of {n} is less than half your limit.", "The input price of {n} is more than twice your limit."),
}  # fmt: skip
_OTHER_LANGUAGES = ("is", "sw", "ka", "mn")


def posed(evidence: Evidence, seed: int = 7) -> Iterator[Statement]:
    chance, language = random.Random(seed), evidence.language
    rows = list(evidence.ranking.recommendations[:3]) if evidence.ranking else []
    cards = [r.card for r in rows] or list(evidence.comparison.cards if evidence.comparison else ())
    yield from _wins(cards, language, chance)
    yield from _totals(cards, language, chance)
    shown = rows and not evidence.comparison and not evidence.verdicts and "ask_model" not in evidence.intents
    if len(rows) == 3 and shown:
        yield from _all(cards, language, chance)
    yield from _fits(rows, language)
    yield from _said(evidence, language, chance)
    yield from _changes(evidence, cards)
    limit = evidence.needs.number("max_price_in_usd_per_m")
    for card in cards:
        vendors = sorted({c.vendor for c in cards} - {card.vendor})
        yield Statement("maker", _MAKER[language].format(n=card.name, v=card.vendor), True)
        if vendors:
            yield Statement("maker/false", _MAKER[language].format(n=card.name, v=vendors[0]), False)
        prices = values(card, "price_in_usd_per_m")
        if limit and prices:
            half, twice = _HALF[language]
            if all(p < 0.5 * limit for p in prices):
                yield Statement("limit", half.format(n=card.name), True)
                yield Statement("limit/false", twice.format(n=card.name), False)


def _wins(cards: Sequence[Card], language: Language, chance: random.Random) -> Iterator[Statement]:
    for a in cards:
        for b in cards:
            ours, theirs = values(a, "price_in_usd_per_m"), values(b, "price_in_usd_per_m")
            if a is b or not ours or not theirs or max(ours) >= min(theirs) or close(ours[0], theirs[0]):
                continue
            x, y = money(ours[0], language, chance), money(theirs[0], language, chance)
            template = chance.choice(_WINS[language])
            if "{b}" in template:
                yield Statement("wins", template.format(a=a.name, b=b.name, x=x, y=y), True)
                yield Statement("wins/false", template.format(a=b.name, b=a.name, x=x, y=y), False)
                yield Statement("wins/false", template.format(a=b.name, b=a.name, x=y, y=x), False)


def _totals(cards: Sequence[Card], language: Language, chance: random.Random) -> Iterator[Statement]:
    for card in cards:
        ins, outs = values(card, "price_in_usd_per_m"), values(card, "price_out_usd_per_m")
        if len(ins) == len(outs) == 1 and ins[0] and outs[0]:
            total = ins[0] + outs[0]
            for factor, true in ((1.0, True), (1.6, False)):
                shown = money(round(total * factor, 2), language, chance)
                yield Statement(
                    "total" if true else "total/false", _TOTAL[language][0].format(n=card.name, v=shown), true
                )


def _all(cards: Sequence[Card], language: Language, chance: random.Random) -> Iterator[Statement]:
    for (what, yes), templates in _ALL.items():
        if what == "image":
            known = [c.fact("modalities") for c in cards]
            held = [
                "image" in c.texts("modalities") if f and f.known else None for c, f in zip(cards, known, strict=True)
            ]
        else:
            held = [value if isinstance(value := c.value(what), bool) else None for c in cards]
        true = all(h is yes for h in held)
        yield Statement("all" if true else "all/false", chance.choice(templates[language]), true)


def _fits(rows: Sequence[Recommendation], language: Language) -> Iterator[Statement]:
    for row in rows:
        if row.fit and row.fit.tokens_per_s:
            low, high = (number(round(v), language, 0) for v in row.fit.tokens_per_s)
            should, measured = _SPEED[language]
            yield Statement("speed", should.format(n=row.card.name, x=low, y=high), True)
            yield Statement("measured", measured.format(n=row.card.name, x=low, y=high), False)


def _said(evidence: Evidence, language: Language, chance: random.Random) -> Iterator[Statement]:
    names = Locale(language).languages
    for code in evidence.needs.names("languages"):
        yield Statement("said", chance.choice(_SAID[language]).format(v=names[code]), True)
    taken = {c for a in evidence.assumptions if isinstance(a.value, tuple) for c in a.value}
    other = next(c for c in _OTHER_LANGUAGES if c not in (*evidence.needs.names("languages"), *taken))
    yield Statement("said/false", chance.choice(_SAID[language]).format(v=names[other]), False)
    media = evidence.needs.names("modalities")
    for medium, word in _MEDIA[language].items():
        if medium in media:
            yield Statement("said", chance.choice(_SAID[language]).format(v=word), True)
        elif (
            evidence.needs.text("use_case") not in ("vision", "voice", "transcription", "image_generation")
            and medium == "video"
        ):
            yield Statement("said/false", chance.choice(_SAID[language]).format(v=word), False)


def _changes(evidence: Evidence, cards: Sequence[Card]) -> Iterator[Statement]:
    """Relaxations as they were worked out, and the same change said of a model that it does not let in."""
    for relaxation in evidence.ranking.relaxations if evidence.ranking else ():
        text = relaxation.text.in_(evidence.language)
        yield Statement("change", text, True)
        best = relaxation.best[0]
        rivals = [c for r in (evidence.ranking.relaxations if evidence.ranking else ()) for c in r.best]
        others = [c for c in rivals if c not in relaxation.best and c.name not in text]
        if others and best.name in text and len(relaxation.keys) == 1 and text.count(best.name) == 1:
            yield Statement("change/false", text.replace(best.name, others[0].name), False)
