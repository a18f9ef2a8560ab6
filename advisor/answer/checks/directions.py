"""What a model charges for reading, held against what it charges for writing: "the input price is higher than the output price"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.support import Support
from advisor.domain.cards import Card
from advisor.domain.language import Localised

_IN = r"(?:inputs?|entradas?|reading|leer|lectura|prompts?)"
_OUT = r"(?:outputs?|salidas?|writing|escribir|escritura|respuestas?|answers?)"
_UP = r"(?:higher|greater|dearer|pricier|costs? more|more (?:expensive|costly)|mas (?:alt|car|elevad)[oa]s?|mayor(?:es)?|superior(?:es)?|cuestan? (?:algo |mucho |bastante )?mas)"
_DOWN = r"(?:lower|cheaper|smaller|costs? less|less (?:expensive|costly)|mas (?:baj|barat|economic)[oa]s?|menor(?:es)?|inferior(?:es)?|cuestan? (?:algo |mucho |bastante )?menos)"
_GAP = r"(?:(?!\b(?:than|que)\b)[^.;:]){0,60}?"
_CLAIMS = tuple(
    (re.compile(rf"\b{first}\b(?P<mid>{_GAP})\b{degree}\b[^.;:,]{{0,12}}?\b(?:than|que|al?|del?)\b[^.;:]{{0,30}}?\b{second}\b"), reads_more)
    for first, second, degree, reads_more in (
        (_IN, _OUT, _UP, True), (_IN, _OUT, _DOWN, False), (_OUT, _IN, _UP, False), (_OUT, _IN, _DOWN, True),
    )
) + tuple(
    (re.compile(rf"(?P<mid>)\b{degree}\b (?:for|on|in|to|at|en|de|para|por) (?:the |el |la )?{first}\b[^.;:,]{{0,20}}?\b(?:than|que)\b[^.;:,]{{0,14}}?\b{second}\b"), reads_more)
    for first, second, degree, reads_more in (
        (_IN, _OUT, _UP, True), (_IN, _OUT, _DOWN, False), (_OUT, _IN, _UP, False), (_OUT, _IN, _DOWN, True),
    )
)  # fmt: skip
_PRICED = re.compile(
    r"\b(?:precios?|prices?|pricing|priced|costes?|costos?|costs?|cuestan?|tarifas?|rates?|usd|car[oa]s?|barat[oa]s?|cheaper|expensive|dearer|pricier)\b|\$"
)
_NEGATED = re.compile(r"\b(?:no|not|n't|never|nunca|tampoco)\s+(?:\w+\s+){0,2}$")
_BETWEEN_MODELS = re.compile(r"\b(?:en|in|of|de|del|con|with|for|at)\s+(?:el |la |the )?$")


def check_directions(sentence: Sentence, support: Support) -> Iterator[Problem]:
    if sentence.question or sentence.conditional:
        return
    for pattern, reads_more in _CLAIMS:
        for match in pattern.finditer(sentence.folded):
            named = {m for n in sentence.owners.named for m in n.models}
            if not _PRICED.search(match.group()) or len(named) > 1:
                continue
            degree = match.end("mid")
            if _NEGATED.search(
                sentence.folded[max(0, match.start() - 20) if degree == match.start() else match.start() : degree]
            ):
                continue
            models = sentence.owners.of(match.start(), match.end()).models or sentence.thread.subject
            cards = [support.cards[m] for m in models if m in support.cards]
            held = [h for card in cards for h in _reading_dearer(card)]
            if reads_more not in held if held else reads_more:
                span = sentence.plain[match.start() : match.end()].strip()
                yield Problem("comparison", span, Localised(f"«{span}» no se cumple", f'"{span}" does not hold'))


def _reading_dearer(card: Card) -> Iterator[bool]:
    """By each provider that states both prices, whether reading costs more than writing; nothing where they are the same."""
    for one in card.all("price_in_usd_per_m"):
        for other in card.all("price_out_usd_per_m"):
            if one.provider == other.provider and one.number is not None and other.number is not None:
                if one.number != other.number:
                    yield one.number > other.number
