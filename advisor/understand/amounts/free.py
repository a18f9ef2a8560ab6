"""Free as a condition: a budget of nothing."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.amounts.outlay import lacks_machine
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def read_free(reading: Reading, acts: Acts, paid: list[Change]) -> list[Change]:
    """Free as a condition is a budget of nothing, and makes cost a priority."""
    others = reading.of("free", "other_sense")
    changes: list[Change] = []
    paid_for = [h for h in reading.of("free", "paid") if reading.polarity(h.start, h.end) == "no"]
    for hit in [*reading.of("free", "free"), *paid_for]:
        if any(o.start <= hit.start and hit.end <= o.end for o in others) or acts.keep(hit.start) >= Keep.SITUATION:
            continue
        wanted = hit.value == "paid" or reading.polarity(hit.start, hit.end) == "yes" or _of_a_relative(reading, hit)
        if (
            wanted
            and not _is_weighed(reading, hit)
            and not _wished_only(reading, hit.start)
            and not _was_so(reading, hit)
            and not _or_else(reading, hit, paid)
            and not _is_lack_beyond(reading, hit, paid)
            and not lacks_machine(reading, hit.end)
            and not _is_used(reading, hit)
            and not _is_of_a_trade(reading, hit)
            and not _is_said_of_one(reading, hit)
        ):
            changes.append(reading.change("set", "budget_usd_month", 0.0, hit.start, hit.end))
            changes.append(reading.change("add", "priority", ("cost",), hit.start, hit.end))
            break
    return changes


def _is_used(reading: Reading, hit: Hit) -> bool:
    """ "The free gpt-4o hits its limit too fast": what is used today."""
    before, after = reading.message.words[hit.start - 1 : hit.start], reading.taken[hit.end : hit.end + 1]
    return before in (("the",), ("its",), ("el",)) and any(after)


def _is_of_a_trade(reading: Reading, hit: Hit) -> bool:
    """ "Fotos sin pagar fotógrafo", "without paying a designer": of a person whom the model spares one."""
    words = reading.message.words
    if not any(w.startswith(("pag", "pay")) for w in words[hit.start : hit.end]):
        return False
    at = hit.end
    while at < len(words) and words[at] in _ARTICLES:
        at += 1
    return at < len(words) and (words[at].endswith(_TRADES) or words[at] in _PEOPLE)


_ARTICLES = wordset("a al un una el la los las an the for to")
_TRADES = (
    "grafo",
    "grafa",
    "ador",
    "adora",
    "ista",
    "ero",
    "era",
    "logo",
    "grapher",
    "igner",
    "lator",
    "itor",
    "isor",
    "unter",
)
_PEOPLE = wordset(
    "abogado abogada medico profesor profesora gestor gestora actor lawyer teacher tutor coach agency agencia somebody alguien person persona"
)


def _is_said_of_one(reading: Reading, hit: Hit) -> bool:
    """ "I've been told Gemini is free", 'porque "es gratis"', "an embedding-free option": of what is, or free of something."""
    words, text = reading.message.words, reading.message.text
    token = reading.message.tokens[hit.start]
    if text[max(token.start - 1, 0) : token.start] in ("-", "‑") and words[hit.start] == "free":
        return True
    at = hit.start - 1 if words[max(hit.start - 1, 0)] in _BEING else hit.start
    named = at < hit.start and at > 0 and bool(reading.taken[at - 1])
    last = reading.message.tokens[hit.end - 1].end
    quoted = text[max(reading.message.tokens[at].start - 1, 0) : reading.message.tokens[at].start] in _OPENING
    return (named and not reading.message.is_question(hit.start)) or (quoted and text[last : last + 1] in _CLOSING)


_BEING = wordset("is es sea are son")
_OPENING, _CLOSING = frozenset('"“«'), frozenset('"”»')


def _was_so(reading: Reading, hit: Hit) -> bool:
    """ "It turned out to be a wrapper around a free model": told."""
    words = reading.message.words[max(hit.start - _TOLD_WITHIN, reading.sentence(hit.start)[0]) : hit.start]
    return bool(_TURNED_OUT & set(words))


_TOLD_WITHIN = 9
_TURNED_OUT = wordset("turned resulto resultaba era was were")


def _of_a_relative(reading: Reading, hit: Hit) -> bool:
    """ "Other than GPT that is free": what is denied is the name before."""
    words = reading.message.words
    that = next((i for i in range(hit.start - 1, max(hit.start - 4, 0), -1) if words[i] in _THAT), None)
    return that is not None and bool(reading.taken[that - 1]) and not {"not", "no"} & set(words[that : hit.start])


_THAT = frozenset(("that", "which", "que"))


def _is_weighed(reading: Reading, hit: Hit) -> bool:
    """ "Are free models any good?", "¿suscribirme o usar uno gratis?": asked about, and no condition."""
    start, end = reading.sentence(hit.start)
    words = [w for i, w in enumerate(reading.message.words[start:end], start) if not hit.start <= i < hit.end]
    if reading.message.is_question(start) and words[:1] in (["are"], ["is"], ["son"]) and words[1:2] != ["there"]:
        return True
    return bool(_EITHER & set(words)) and any(w.startswith(_SUBSCRIBING) for w in words)


_EITHER = frozenset(("o", "or", "vs", "versus", "than"))
_SUBSCRIBING = ("suscrib", "suscrip", "subscri", "pagar", "paid", "paying", "pago")


def _or_else(reading: Reading, free: Hit, paid: list[Change]) -> bool:
    """ "Free or at most 10 a month": the sum is the ceiling."""
    start, end = reading.sentence(free.start)
    capped = any(c.key == "budget_usd_month" and c.value for c in paid)
    return (
        capped and bool({"or", "o", "sino", "si"} & set(reading.message.words[free.end : end])) and start <= free.start
    )


def _is_lack_beyond(reading: Reading, lack: Hit, paid: list[Change]) -> bool:
    """ "No hay plata para más de 100": up to the sum there is."""
    more = any(0 <= h.start - lack.end <= 1 for h in reading.of("bound", "min", "max"))
    return more and any(c.key == "budget_usd_month" and c.value for c in paid)


def _wished_only(reading: Reading, i: int) -> bool:
    """ "Free would be nice" is no condition."""
    start, end = reading.sentence(i)
    after = " ".join(reading.message.words[i : min(i + _SOFTENED_WITHIN, end)])
    soft = any(said in after for said in _IF_POSSIBLE)  # "free if possible", "gratis si puede ser"
    return soft or any(start <= h.start < end for h in reading.of("stance", "nice_to_have"))


_SOFTENED_WITHIN = 5
_IF_POSSIBLE = (
    "if possible",
    "if at all possible",
    "if you can",
    "si puede ser",
    "si es posible",
    "ser posible",
    "a poder ser",
    "si se puede",
)
