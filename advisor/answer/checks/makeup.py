"""What a model is said to be followed by, and the compression that it is said to fit with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.folding import fold
from advisor.answer.claims.names import Mention
from advisor.answer.support import Support
from advisor.domain.language import Localised

_SUCCESSOR = re.compile(
    r"\b(?:sucesora?|successor|reemplaz\w+|replacements?|sustitui\w+|sustituye\w*|replaced|superseded|succeed(?:s|ed)|le sucede|sucedido|sucede al?|su sitio lo ocupa|toma su (?:lugar|sitio|relevo)|takes? its place|the newer version|la version nueva|mas nuevo es|relevo|heredero|follows|comes after|le sigue|le releva|takes over|toma el relevo|next version|nueva version)\b"
)
_QUANTIZATION = re.compile(
    r"(?<![\w-])(?:(?P<gguf>i?q(?P<bits>\d)(?:_[0-9a-z]+)*)|(?P<plain>\d{1,2})[ -]?bits?|int(?P<int>\d)|(?P<float>[bn]?fp?(?:8|16|32)))(?!\w)"
)
_FITS = re.compile(
    r"\b(?:cab|fit|entra|ocup|take|need|necesit|require|requier|corr|run|carg|load|use|usa|gb|memoria|memory|vram)\w*"
)


_RUN_AT = re.compile(r"(?:\b(?:at|in|en|con|with|using|a)|[(:|-])\s*(?:a |una |un |la |el |the )?$")
""" "Go with B at Q8_0"."""


def check_makeup(sentence: Sentence, support: Support) -> list[Problem]:
    return [
        *_successors(sentence, support),
        *_without_successor(sentence, support),
        *_quantizations(sentence, support),
        *_sizes(sentence, support),
    ]


_SIZED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][\w-]*(?: \d[\d.]*)?)(?:,| \()? ?(?:(?:at|with|con|de|of) )?(?P<size>\d+(?:[.,]\d+)?B)\b"
)


def _sizes(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """A size that a passage ties to one name is not told of another: "Gopher, at 280B"."""
    said = list(_SIZED.finditer(sentence.plain))
    if not said or sentence.question:
        return
    held: dict[str, set[str]] = {}
    for owner, text, _ in support.texts:
        for match in _SIZED.finditer(text) if owner is None else ():
            held.setdefault(match.group("name"), set()).add(match.group("size"))
    for match in said:
        name, size = match.group("name", "size")
        if name in held and size not in held[name] and any(size in sizes for sizes in held.values()):
            span = match.group()
            yield Problem("attribution", span, Localised(f"«{span}»: es de otro", f'"{span}": it is of another'))


def is_successor(span: str, sentence: Sentence, mention: Mention, support: Support) -> bool:
    """Whether a name of no card at hand is that of the successor of a model that the sentence is about, and said to be."""
    cues = [m for m in _SUCCESSOR.finditer(sentence.folded) if abs(m.start() - mention.start) <= 60]
    about = {m for n in sentence.owners.named for m in n.models} or {*sentence.thread.subject, *support.topics[:3]}
    written = _letters(span)
    return bool(cues) and any(
        _letters(successor.partition("/")[2]) == written or _letters(successor) == written
        for m in about
        if m in support.cards and (successor := support.cards[m].successor)
    )


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))


_BY = re.compile(r"\s+(?:by|por)\b")
_TOO = re.compile(r"\s*,?\s*(?:tambien|too|as well|does too|also)\b|\s+(?:has|does|tiene)\b")
""" "A has a successor, and B does too"."""
_OF = re.compile(r"\s+(?:del?|of|to|for)\s+(?:the |el |la )?")
""" "The successor of A is B"."""
_ACTIVE = re.compile(r"(?:succeeds|replaces|supersedes|sustituye|reemplaza|sucede|releva)\s+(?:al? )?(?:the |el )?")
""" "B replaces A"."""


def _successors(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """The name beside "successor" must be that of the model's successor."""
    for match in _SUCCESSOR.finditer(sentence.folded):
        named = [m for m in sentence.mentions if m.kind in ("model", "short", "quoted", "stranger")]
        near = [m for m in named if m.start >= match.end() and m.start - match.end() <= 60]
        owner = sentence.owners.of(match.start(), match.end())
        if len(near) > 1 and near[0].models and _OF.fullmatch(sentence.folded[match.end() : near[0].start]):
            owner, near = Owner(near[0].models), near[1:]
        before = [m for m in named if m.models and m.end <= match.start()]
        if before and _BY.match(sentence.folded, match.end()):
            owner = Owner(before[-1].models)
        if before and near and _ACTIVE.fullmatch(sentence.folded[match.start() : near[0].start]):
            owner, near = Owner(near[0].models), before[-1:]
        heir = match.group().startswith(("suc", "heir", "herede", "relev", "replace", "reempl"))
        if heir and near and not before and set(owner.models) & set(near[0].models):  # "it has a successor, B"
            carried = sentence.thread.subject
            owner = Owner(carried if not set(carried) & set(near[0].models) else ())
        known = {support.cards[m].successor for m in owner.models if m in support.cards} - {None}
        if sentence.question or not near or not owner.models or set(owner.models) & set(near[0].models):
            continue
        if _TOO.match(sentence.folded, near[0].end) and any(support.cards[m].successor for m in near[0].models):
            continue
        said = sentence.plain[near[0].start : near[0].end]
        if near[0].models and not known & set(near[0].models):
            why = Localised(f"«{said}» no es su sucesor", f'"{said}" is not its successor')
            yield Problem("trait", said, why)


_NO_SUCCESSOR = re.compile(
    r"\b(?:no|ningun\w*|none|neither|without|sin|not|\w+n't)\b[^.;,]{0,24}\b(?:sucesor|successor)\w*\b(?! (?:es|is) (?!known|on record))"
)


def _without_successor(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "None of them has a successor", where one has."""
    match = _NO_SUCCESSOR.search(sentence.folded)
    if match is None or sentence.question:
        return
    owner = sentence.owners.of(match.start(), match.end())
    held = [bool(support.cards[m].successor) for m in owner.models if m in support.cards]
    if held and (any(held) if owner.every else all(held)):
        span = sentence.plain[match.start() : match.end()]
        yield Problem("trait", span, Localised(f"«{span}»: sí lo tiene", f'"{span}": it has one'))


def _quantizations(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """A compression is named only as the computation, or a text of the evidence, names it."""
    if sentence.question:
        return
    told = _FITS.search(sentence.folded)
    for match in _QUANTIZATION.finditer(sentence.folded):
        if not told and not _RUN_AT.search(sentence.folded[: match.start()]):
            continue
        if any(start <= match.start() < end for start, end, _ in sentence.quoted):
            continue
        owner = sentence.owners.of(match.start(), match.end())
        fits = [support.recommendations[m].fit for m in owner.models if m in support.recommendations]
        held = [fold(fit.quantization) for fit in fits if fit is not None]
        if not held or (owner.general and not sentence.thread.subject):
            continue
        texts = [fold(text) for model, text, _ in support.texts if model in owner.models]
        said = match.group("gguf") or match.group("float") or f"q{match.group('plain') or match.group('int')}"
        if not any(h.startswith(said) for h in held) and not any(match.group() in text for text in texts):
            span = sentence.plain[match.start() : match.end()]
            yield Problem(
                "figure", span, Localised(f"«{span}» no está en los datos", f'"{span}" is not in the evidence')
            )
