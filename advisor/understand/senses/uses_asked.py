"""The use that a question names: what a model is asked about for, and what is asked whether a model could do."""

from __future__ import annotations

from collections.abc import Mapping

from advisor.understand.senses.features import Naming
from advisor.understand.senses.sense import Opinion
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_FOR = wordset("para pa for at")
_BETWEEN = wordset("un una el la los las mi mis nuestro nuestra our my a an the this some text local")
_CUES = (
    ("comes", "to"),
    ("terms", "of"),
    ("hora", "de"),
    ("cuanto", "a"),
    ("good", "at"),
    ("good", "for"),
    ("better", "at"),
    ("cosas", "de"),
    ("temas", "de"),
    ("tema", "de"),
)
_WHICH = tuple((w,) for w in ("which", "who", "one", "cual", "quien", "cuales"))
_MINE = (("mi",), ("nuestro",), ("nuestra",), ("my",), ("our",))
_SOUGHT = wordset("which what any some que cual algun alguna otro another")
_ASKED = 0.3
"""Likelihood that anything is asked for, or asked of models by name, from which a question's "for ..." is a use."""
_MODELS = wordset("model models llm llms modelo modelos ai ia ais ias")
_ABOUT = frozenset({"state", "compare", "ask_model", "guide", "doubt"})
_ABLE = wordset("can could would might will puede podria pueden podrian sabe sabria surely seguro")
_SOME = wordset("a an any some un una algun alguna the la el")
_DOERS = wordset("model ai llm robot bot machine computer program ia modelo maquina ordenador programa chatgpt")
_WITHIN = 3
_OPENING = 6
_LEAST = 0.1
_LONG = 40
"""Words beyond which a sentence is a post without stops."""


def asked_for(reading: Reading, acts: Acts, opinion: Opinion, named: Mapping[str, Naming], asked: float) -> str | None:
    """ "Which LLM does as well as Claude when it comes to coding?", "Mistral 7B for writing reports, is it worth it?"."""
    words = reading.message.words
    sought = any(words[i] in _MODELS and words[i - 1] in _SOUGHT for i in range(1, len(words)))
    sought = sought or asked >= _ASKED
    for use in sorted(named, key=opinion.of, reverse=True):
        way = named[use]
        act = acts.by_sentence[reading.message.tokens[way.start].sentence]
        which = words[max(way.start - 1, _start_of(reading, way)) : way.start] in _WHICH
        if (
            not (any(way.ways[:3]) or (which and any(way.ways)))
            or act not in _ABOUT
            or acts.keep(way.start) > Keep.NAMES
        ):
            continue
        start, end = reading.sentence(way.start)
        at = way.start
        while at > start and (words[at - 1] in _BETWEEN or not words[at - 1].isalnum()) and way.start - at < _WITHIN:
            at -= 1
        meant = words[at - 1] in _FOR if at > start else False
        meant = meant or words[max(at - 2, start) : at] in _CUES
        mine = words[max(way.start - 1, 0) : way.start] in _MINE and bool(reading.message.questions)
        if not (sought or mine):
            continue
        if which or (mine and way.ways[0]):
            return use
        of_models = words[way.end : way.end + 1] != () and words[way.end] in _MODELS and _seeks(reading)
        subject = reading.is_taken(start, way.start) or bool(_MODELS & set(words[start : way.start]))
        if of_models or (meant and subject and end - start < _LONG):
            return use
    return None


def _start_of(reading: Reading, way: Naming) -> int:
    return reading.sentence(way.start)[0]


def _seeks(reading: Reading) -> bool:
    return any(reading.has("act", act) for act in ("seeks_else", "seeks", "another"))


def only_errand(acts: Acts, named: Mapping[str, Naming]) -> str | None:
    """The one use that a whole errand names ("explains terms of service in plain English"), where no other is named outright."""
    outright = [use for use, way in named.items() if way.ways[0]]
    told = [use for use in outright if named[use].end - named[use].start >= _ERRAND]
    return told[0] if len(outright) == 1 and told and acts.keep(named[told[0]].start) < Keep.SITUATION else None


_ERRAND = 3
"""Tokens of a phrase that nobody says by the way."""


def could_a_model(reading: Reading, opinion: Opinion, named: Mapping[str, Naming]) -> str | None:
    """ "Could a model find typos?", "¿puede una IA contestar a los clientes?": asked whether it is done, and so wanted."""
    words = reading.message.words
    for use in sorted(named, key=opinion.of, reverse=True):
        way = named[use]
        if not any(way.ways[:3]) or opinion.of(use) < _LEAST:
            continue
        start, _ = reading.sentence(way.start)
        said = words[start : way.start][:_OPENING]
        able = next((i for i, w in enumerate(said) if w in _ABLE), None)
        if able is not None and set(said[able + 1 : able + 2]) & _SOME and _DOERS & set(said[able + 1 :]):
            return use
    return None
