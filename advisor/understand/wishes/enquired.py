"""Wishes that are told as questions, complaints and exchanges: "could it work with open models?", "it doesn't return JSON"."""

from __future__ import annotations

from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.classes import MODELS
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

KINDS = ("local", "open_weights")
_POSSIBLE = wordset(
    "can could possible posible podria puede puedo podemos podriamos pueden way forma manera anyway any"
)
_BY_MEANS = wordset(
    "with con using use usar usando via por run running correr correrlo ejecutar ejecutarlo montar montarlo"
)
_ANY = wordset("any algun alguno alguna algunos")
_WHICH = wordset("which cual cuales")
_AMONG = wordset("of de among entre from the los las")
_OPENING = 6
"""Words in which a question says that it asks whether something may be done."""
_READ_OTHERWISE = ("compare", "ask_model")


def is_asked_for(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "Is there any way to use it with a local LLM?", "which of the open models did best for you?": of that kind it is to be."""
    start, _ = reading.sentence(hit.start)
    act = acts.by_sentence[reading.message.tokens[hit.start].sentence]
    if acts.keep(hit.start) > Keep.NAMES or act == "state":
        return False
    if reading.is_taken(hit.start, hit.end) or reading.in_quotes(hit.start, hit.end):
        return False
    words = reading.message.words
    before = words[max(hit.start - 2, start) : hit.start]
    if before[-1:] != () and (before[-1] in _ANY or (before[-1] in MODELS and before[0] in _ANY)):
        return True  # "does any local model come close?", "¿algún modelo abierto ...?"
    if act in _READ_OTHERWISE:
        return False
    said = [w for w in words[start : hit.start] if w.isalpha()]
    possible = bool(_POSSIBLE & set(said[:_OPENING]))
    if possible and _BY_MEANS & {*said, *words[hit.start : hit.end]}:
        return True
    return bool(said) and said[0] in _WHICH and set(said[1:]) <= _AMONG and reading.message.is_question(start)


def asked_kinds(reading: Reading, acts: Acts) -> frozenset[str]:
    """Of what kind the model asked for is to be, where nothing but a question tells it."""
    return frozenset(h.value for h in reading.longest("flag") if h.value in KINDS and is_asked_for(reading, acts, h))


def lacks_to_me(reading: Reading, hit: Hit) -> bool:
    """Whether what is not done is missed by who writes; "o1 doesn't support tool calls" is told, where nothing is asked."""
    start, _ = reading.clause(hit.start)
    named = reading.is_taken(start, hit.start)
    asks = reading.message.questions or any(reading.has("scope", kind) for kind in ("want", "must"))
    return not named or bool(asks) or reading.has("act", "request") or reading.has("act", "seeks_else")


def is_in_place(reading: Reading, hit: Hit) -> bool:
    """ "Our credits instead of their APIs", "algo propio en vez de la nube": a service that something is to stand in for."""
    words, first = reading.message.words, reading.clause(hit.start)[0]
    before = words[max(hit.start - _EXCHANGED, first) : hit.start]
    return hit.value == "remote" and any(
        before[i : i + len(told)] == told for told in _INSTEAD for i in range(len(before))
    )


def is_given_up(reading: Reading, hit: Hit) -> bool:
    """What is in place of the cloud is one's own; in place of an API there may be another."""
    said = reading.message.words[hit.start : hit.end]
    return is_in_place(reading, hit) and any(w.startswith(("cloud", "nube", "online")) for w in said)


_INSTEAD = (("instead", "of"), ("rather", "than"), ("en", "vez", "de"), ("en", "lugar", "de"))
_EXCHANGED = 8
