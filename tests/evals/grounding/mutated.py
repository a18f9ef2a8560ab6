"""True sentences made false by one change of meaning: whose a figure is, its field, unit, date, provider, or a yes into a no.

`altered` changes a figure into one that stands nowhere; here every word and figure still stands in the evidence, so only a
guard that binds each figure to its model, field and unit can tell. A change that might leave the sentence true is not made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from advisor.answer.checks.sentence import Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.claims.thread import Thread
from advisor.answer.ground import Guard
from advisor.answer.support import Support


@dataclass(frozen=True)
class Mutant:
    kind: str
    text: str


_FIELDS: Mapping[str, str] = {"input": "output", "output": "input", "entrada": "salida", "salida": "entrada"}
_UNITS = (
    (re.compile(r"(?<=\d) ?GB\b"), " TB"), (re.compile(r"(?<=\d) (?:tokens/s|tokens por segundo)"), " tokens por minuto"),
    (re.compile(r"(?<=\d) tokens per second"), " tokens per minute"), (re.compile(r"(?<=\d) ?(?:USD|\$) al mes"), " USD al año"),
    (re.compile(r"(?<=\d) a month\b"), " a day"), (re.compile(r"(?<=\d) (?:s|segundos|seconds)\b"), " min"),
    (re.compile(r"(?<=\dK) tokens"), " parámetros"), (re.compile(r"por millón de tokens"), "por mil tokens"),
    (re.compile(r"per million tokens"), "per thousand tokens"),
)  # fmt: skip
_NEGATIONS = (
    (re.compile(r"\b(admite|acepta|entiende|soporta|permite|cumple|cabe|entra|declara)(?= (?!no))"), r"no \1"),
    (re.compile(r"\b(?:supports|accepts|allows|handles|declares|meets|reads)\b"), None),
    (re.compile(r"\bno (admite|acepta|permite|cumple|cabe)\b"), r"\1"),
    (re.compile(r"\bpesos abiertos\b"), "pesos cerrados"), (re.compile(r"\bopen weights\b"), "closed weights"),
    (re.compile(r"\bmás (barato|lento|rápido|caro|ligero)\b"), r"menos \1"), (re.compile(r"\bcheaper\b"), "dearer"),
    (re.compile(r"\bfaster\b"), "slower"), (re.compile(r"\bsupera\b"), "queda por debajo de"),
)  # fmt: skip
_DENIAL = re.compile(r"\b(?:no|not|sin|without|which|whether|drop|sí lo|doesn't|don't|unknown)\b", re.IGNORECASE)
_UNSURE = re.compile(r"^\W*(?:si|if|when|cuando|without|sin)\b|\?|≈|~", re.IGNORECASE)


def mutants(text: str, guard: Guard, thread: Thread | None, line_start: bool) -> Iterator[Mutant]:
    """The false versions of a true sentence that passes."""
    if _UNSURE.search(text) or text.lstrip().startswith(("|", "```")):
        return
    sentence, support = guard.read(text, thread, line_start), guard.support
    yield from _swapped(text, sentence, support)
    yield from _renamed(text, sentence, support)
    yield from _other_field(text, sentence, support)
    for pattern, other in _UNITS:
        if pattern.search(text) and sentence.quantities:
            yield Mutant("unit", pattern.sub(other, text, count=1))
    for match in re.finditer(r"\b(20[12]\d)\b", text):
        if not any(m.start <= match.start() < m.end for m in guard.mentions(text)):
            yield Mutant("date", text[: match.start()] + str(int(match.group()) - 1) + text[match.end() :])
    yield from _turned(text, sentence)


def _swapped(text: str, sentence: Sentence, support: Support) -> Iterator[Mutant]:
    """Two figures of one unit and of different models change places."""
    for a, b in combinations(sentence.quantities, 2):
        if a.unit != b.unit or a.readings == b.readings or a.part or b.part or not a.readings or a.unit == "bare":
            continue
        first, second = sentence.owners.of(a.start, a.end).models, sentence.owners.of(b.start, b.end).models
        if len(first) != 1 or len(second) != 1 or first == second:
            continue
        crossed = any(same_value(a, f) and f.unit == a.unit for f in support.figures.get(second[0], ()))
        crossed = crossed or any(same_value(b, f) and f.unit == b.unit for f in support.figures.get(first[0], ()))
        one, two = text_of(text, sentence, a.start, a.end), text_of(text, sentence, b.start, b.end)
        if not crossed and one and two and text.count(one) == text.count(two) == 1:
            yield Mutant("swapped", text.replace(one, "\0").replace(two, one).replace("\0", two))


def _renamed(text: str, sentence: Sentence, support: Support) -> Iterator[Mutant]:
    """The only model named gives way to another that has none of the sentence's figures."""
    named = [m for m in sentence.mentions if m.models]
    if len(named) != 1 or len(named[0].models) != 1 or named[0].kind != "model":
        return
    owned = [
        q for q in sentence.quantities
        if q.readings and sentence.owners.of(q.start, q.end).models == named[0].models
        and any(same_value(q, f) and f.field and f.unit == q.unit for f in support.figures.get(named[0].models[0], ()))
    ]  # fmt: skip
    written = text_of(text, sentence, named[0].start, named[0].end)
    for model, card in list(support.cards.items())[:6]:
        if model in named[0].models or card.name in text or not written or text.count(written) != 1 or not owned:
            continue
        held = support.figures.get(model, ())
        if not any(same_value(q, f) for q in owned for f in (*held, *support.figures.get(None, ()))):
            yield Mutant("renamed", text.replace(written, card.name))


def _other_field(text: str, sentence: Sentence, support: Support) -> Iterator[Mutant]:
    """ "Input" for "output" beside the only price of a sentence, where the two differ."""
    priced = [q for q in sentence.quantities if q.unit == "usd/M"]
    words = [w for w in re.findall(r"\w+", text) if w in _FIELDS]
    if len(priced) != 1 or len(words) != 1:
        return
    models = sentence.owners.of(priced[0].start, priced[0].end).models
    for model in models[:1]:
        other = "output" if _FIELDS[words[0]] in ("output", "salida") else "input"
        if not any(same_value(priced[0], f) for f in support.figures.get(model, ()) if other in f.tags):
            yield Mutant("field", re.sub(rf"\b{words[0]}\b", _FIELDS[words[0]], text))


def _turned(text: str, sentence: Sentence) -> Iterator[Mutant]:
    """A yes into a no, where one model is plainly the subject."""
    if _DENIAL.search(text) or not sentence.owners.named or len({m.models for m in sentence.owners.named}) != 1:
        return
    for pattern, other in _NEGATIONS:
        match = pattern.search(text)
        if not match or len(pattern.findall(text)) > 1:
            continue
        made = f"does not {match.group().rstrip('s')}" if other is None else match.expand(other)
        yield Mutant("turned", text[: match.start()] + made + text[match.end() :])


def text_of(text: str, sentence: Sentence, start: int, end: int) -> str:
    """What stands between two positions of the plain sentence, if it stands in the text as it was written too."""
    written = sentence.plain[start:end].strip()
    return written if written in text else ""
