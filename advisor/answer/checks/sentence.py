"""One sentence of an answer, read: what every check works on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.answer.claims.folding import fold
from advisor.answer.claims.names import Mention, Names
from advisor.answer.claims.owners import Owners
from advisor.answer.claims.quantities import Quantity, find_quantities
from advisor.answer.claims.relations import Relation, find_relations
from advisor.answer.claims.roles import roles_of
from advisor.answer.claims.thread import Thread
from advisor.answer.claims.traits import find_licences
from advisor.answer.quotes import Quotes
from advisor.domain.language import Language, Localised

CITATION = re.compile(r"\[(\d{1,3}(?:\s*[,;-]\s*\d{1,3})*)\]")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
"""A point or comma within a number ends no sentence and no clause."""
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|`|~~")
_LEAD = re.compile(r"^\s*(?:#{1,6}\s+|[-*+•]\s+|>\s+)*(?:\d{1,2}[.)]\s+)?")


@dataclass(frozen=True, slots=True)
class Problem:
    """`kind`: name, figure, unit, field, attribution, comparison, order, eligibility, trait, citation, link, language, text.

    `span` is the offending text as written; `why` tells a person, and the model that is asked to rewrite.
    """

    kind: str
    span: str
    why: Localised


@dataclass(frozen=True, slots=True)
class Sentence:
    """`plain`: without emphasis marks; positions in it and in `folded` are the same."""

    text: str
    plain: str
    folded: str
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    roles: tuple[frozenset[str], ...]
    relations: tuple[Relation, ...]
    owners: Owners
    thread: Thread
    quoted: tuple[tuple[int, int, frozenset[int]], ...]
    """(start, end, citation numbers) of what stands so in the evidence."""
    tests: frozenset[str]
    """Folded names of the evidence's tests that are named in full."""
    place: int | None
    """The number at the head of a numbered list's line."""
    line_start: bool
    heading: bool
    listed: bool
    """It is an item of a list."""

    @property
    def question(self) -> bool:
        return self.plain.rstrip().endswith("?")

    @property
    def conditional(self) -> bool:
        return bool(
            re.match(r"\s*(?:[-*•]\s*)?(?:si|if|cuando|when|en caso|in case|unless|a menos que)\b", self.folded)
        )


_SAME_TEST = re.compile(
    r"\b(?:(?:that|this|the same|that same|the latter) (?:\w+ )?(?:index|test|benchmark|exam|measure|score|leaderboard)|(?:ese|este|el|esa|esta|la|dicho|dicha)(?: mism[oa])? (?:indice|prueba|test|benchmark|medida|examen)|the same one|la misma)\b"
)
""" "It scores lower on that same index"."""


def read_sentence(
    text: str,
    names: Names,
    quotes: Quotes,
    language: Language,
    thread: Thread,
    topics: tuple[str, ...],
    line_start: bool = False,
) -> Sentence:
    """The claims of one sentence, but for what it quotes. `topics`: the models that a sentence without a name speaks of."""
    plain = _EMPHASIS.sub("", text)
    lead = _LEAD.match(plain)
    number = re.search(r"(\d{1,2})[.)]\s+$", lead.group()) if lead else None
    body = _LEAD.sub(lambda m: " " * len(m.group()), plain, count=1)
    cited = [m.span() for m in CITATION.finditer(body)]
    unsourced = CITATION.sub(lambda m: " " * len(m.group()), body)
    folded = fold(unsourced)
    licences = [(t.start, t.end) for t in find_licences(folded)]
    mentions = tuple(names.find(_blanked(unsourced, licences)))
    mentions = (*_narrowed(mentions, topics, thread), *_nicknames(names, folded, mentions, (*topics, *thread.recent)))
    mentions = tuple(sorted(mentions, key=lambda m: m.start))
    named = [m for mention in mentions for m in mention.models] or [*(thread.subject or topics[:1]), *thread.anchor]
    quoted = quotes.spans(folded, named)
    mentions = tuple(m for m in mentions if m.models or not any(s <= m.start < e for s, e, _ in quoted))
    folded = _blanked(folded, [(s, e) for s, e, _ in quoted], "\u0001")
    tests = names.tests(folded)
    carried = thread.tests if not tests and _SAME_TEST.search(folded) else frozenset[str]()
    masks = [(m.start, m.end) for m in mentions] + cited + licences + [(s, e) for s, e, _ in tests]
    quantities = tuple(find_quantities(folded, language, masks))
    roles = tuple(roles_of(folded, quantities))
    folded = _DECIMAL.sub("·", folded)
    owners = Owners(folded, mentions, quantities, thread, topics)
    return Sentence(
        text, body, folded, mentions, quantities, roles,
        tuple(find_relations(_masked(folded, mentions), quantities)), owners, thread,
        tuple(quoted), carried or frozenset(name for _, _, name in tests), int(number.group(1)) if number else None, line_start, text.lstrip().startswith("#"),
        bool(re.match(r"\s*(?:[-*+•]\s|\d{1,2}[.)]\s)", text)),
    )  # fmt: skip


_NICKNAME = re.compile(
    r"(?:\b(?:the|el|la|al|del|de la)\s+|(?<![\w.-])(?=[ae]\d{1,2}b\b))(?:(?:de|modelo|version|variante)\s+)*(?P<size>(?:\d{1,3}(?:\.\d)?|[ae]\d{1,2})b)\b(?!\s*(?:or so|o asi|active|activ|param|total|tokens|de param|threshold|requirement|limit|mark|minimum|recommended|needed|required|suggested|asked|that (?:you|this)|que (?:pid|necesit|recom)|recomendad|necesari|requerid))"
)


def _nicknames(names: Names, folded: str, mentions: tuple[Mention, ...], about: tuple[str, ...]) -> Iterator[Mention]:
    """ "The 9B": one of the models that the turn is about, by the size in its name."""
    for match in _NICKNAME.finditer(folded):
        if any(m.start < match.end() and match.start() < m.end for m in mentions):
            continue
        size = re.compile(rf"(?<![\w.]){re.escape(match.group('size'))}\b")
        models = tuple(m for m in dict.fromkeys(about) if m in names.cards and size.search(fold(names.cards[m].name)))
        models = tuple(m for m in models if m in about[:3]) or models
        makers = {m.partition("/")[0] for mention in mentions for m in mention.models}
        models = tuple(m for m in models if m.partition("/")[0] in makers) or models
        if models:
            yield Mention(match.start("size"), match.end(), "short", models)
    for match in _VARIANT.finditer(folded):
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            called = [
                m for m in dict.fromkeys(about) if m in names.cards and match.group() in _words(names.cards[m].name)
            ]
            if len(called) == 1:
                yield Mention(match.start(), match.end(), "short", tuple(called))


_VARIANT = re.compile(r"(?<![\w-])(?:nano|mini|flash|lite|maverick|scout|lightning)(?![\w-])")
""" "Haiku scores 73.7 and nano 43.7": a variant that only one of those spoken of is."""


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z0-9.]+", fold(name))


def _narrowed(mentions: Sequence[Mention], about: tuple[str, ...], thread: Thread) -> Iterator[Mention]:
    """A name that fits several models means the one last spoken of, else those that the turn is about, if any of them is."""
    for mention in mentions:
        spoken = [m for m in mention.models if m in thread.recent[-2:]]
        if mention.kind == "short" and len(mention.models) > 1 and len(spoken) == 1:
            yield replace(mention, models=tuple(spoken))
            continue
        meant = tuple(m for m in mention.models if m in about) if mention.kind in ("short", "vendor") else ()
        if mention.kind == "short":  # those told come before those that are only ranked
            meant = tuple(m for m in meant if m in about[:3]) or meant
        named_so = mention.kind == "vendor" and len(meant) == 1 and fold(mention.vendor) in meant[0].partition("/")[2]
        kind = "short" if named_so else mention.kind
        yield replace(mention, kind=kind, models=meant) if meant else mention


def _blanked(text: str, spans: list[tuple[int, int]], mark: str = " ") -> str:
    """Without what is not to be read: a licence's name ("Llama 3.1 Community License") names no model."""
    for start, end in spans:
        text = text[:start] + mark * (end - start) + text[end:]
    return text


def _masked(folded: str, mentions: tuple[Mention, ...]) -> str:
    """Without the names, so that "Large" or "Max" in one is not read as a comparison."""
    chars = list(folded)
    for mention in mentions:
        if mention.kind in ("model", "short", "stranger", "quoted"):
            chars[mention.start : mention.end] = "\u0001" * (mention.end - mention.start)
    return "".join(chars)
