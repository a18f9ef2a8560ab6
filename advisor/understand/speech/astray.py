"""Messages that seek no model whatever they name: other goods, adverts, advice to others, news, how something ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

Stray = Literal["goods", "talk"]

_AI = wordset("ia ias ai llm llms gpt chatgpt chatbot chatbots bot bots asistente assistant claude gemini inteligencia")
_ABOUT = wordset("sobre de on about in en to")
_ABOUT_WITHIN = 3
"""Tokens between a word of what a book is about and the thing itself."""
_GREETINGS = wordset("hola buenas buenos dias tardes noches hello hi hey gente chicos everyone all")
_SOLD = wordset(
    "estado garantia factura mano mano, envio envios zona privado negociable negociables uso usada usado precio caja warranty "
    "shipped shipping ono obo paypal condition boxed used price pickup cash local"
)
"""Words of adverts."""
_TO_US = ("advice", "outcome")
"""What is said to others and not to the advisor, unless something stands already."""
_MEANT = wordset("para pa for")
_JUDGED = wordset("recommended recomendado recomendable need needed")
"""With "not" before them, words of a verdict or of what can be done without."""
_NOT = wordset("no not nada")
_TELL_ME = wordset("dime decime dame deme ponme decidme diganme recomiendame")
"""Imperatives by which something is asked of the advisor."""


def strays(reading: Reading, named: Sequence[tuple[int, int]], machines: Sequence[tuple[int, int]]) -> Stray | None:
    """What a message is that looks for something else or only talks; None where a model may be sought.

    `named` and `machines`: the spans of models and of hardware.
    """
    if not reading.has("astray"):
        return None
    if (not named and _goods(reading)) or _advert(reading, machines):
        return "goods"
    return "talk" if _talks(reading, machines) else None


def _goods(reading: Reading) -> bool:
    """ "Which model of dishwasher ...?", "busco un buen libro sobre IA"; not "una IA que me recomiende libros"."""
    words = reading.message.words
    hits = reading.of("astray", "goods")
    spoken = [i for i, word in enumerate(words) if word in _AI]
    apart = [i for i in spoken if not _ABOUT & set(words[max(i - _ABOUT_WITHIN, 0) : i])]
    return bool(hits) and not apart and not any(i < hits[0].start for i in spoken)


def _advert(reading: Reading, machines: Sequence[tuple[int, int]]) -> bool:
    """ "Vendo 3090, 650 €", "WTB: A4000": the message opens with the trade, and names what is traded."""
    words = reading.message.words
    first = next(
        (i for i, t in enumerate(reading.message.tokens) if t.kind == "word" and words[i] not in _GREETINGS), None
    )
    opens = any(h.start == first for h in reading.of("astray", "trade"))
    asked = bool(reading.message.questions) or reading.has("act", "request")
    asked = asked or (reading.has("scope", "want") and reading.has("use_case"))
    if not opens or asked:
        return False
    sold = bool(_SOLD & set(words)) or reading.has("currency")
    return sold and (bool(machines) or reading.has("machine") or reading.has("unit", "gb"))


def _talks(reading: Reading, machines: Sequence[tuple[int, int]]) -> bool:
    """Whether it only advises, reports or laments, and nothing is asked or wished beside."""
    hits = reading.of("astray", "advice", "news", "outcome", "lament")
    if reading.dialogue.needs:
        hits = tuple(h for h in hits if h.value not in _TO_US)
    if not hits or reading.message.questions or _wishes(reading, hits):
        return False
    return not (bool(machines) and reading.has("own", "have")) and not _meant(reading, hits)


def _wishes(reading: Reading, besides: Sequence[Hit]) -> bool:
    """Words of wishing or asking, but those inside `besides`."""
    words = reading.message.words
    wishes = [*reading.of("scope", "want"), *reading.of("act", "request")]
    wishes += [h for h in reading.of("scope", "must") if reading.polarity(h.start, h.end) == "yes"]
    wishes = [h for h in wishes if not (words[h.start] in _JUDGED and words[max(h.start - 1, 0)] in _NOT)]
    if _TELL_ME & set(words):
        return True
    return any(not any(b.start <= h.start and h.end <= b.end for b in besides) for h in wishes)


def _meant(reading: Reading, hits: Sequence[Hit]) -> bool:
    """ "For my thesis: ..." in a sentence of its own tells what a model is for."""
    told = {reading.sentence(h.start) for h in hits}
    words = reading.message.words
    return any(
        words[h.start - 1 : h.start] and words[h.start - 1] in _MEANT and reading.sentence(h.start) not in told
        for h in reading.of("use_case")
    )
