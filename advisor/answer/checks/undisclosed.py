"""Claims that a fact is not known or not published are themselves held against the card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.truths import language
from advisor.answer.claims.antecedents import Owner, is_generic
from advisor.answer.claims.roles import find_roles
from advisor.answer.claims.traits import Trait, find_traits, language_names, languages_in
from advisor.answer.support import Support
from advisor.domain.cards import Card
from advisor.domain.language import Localised

_ROLE_FIELDS = {
    "params": ("params_total_b",), "active": ("params_active_b",), "context": ("context_tokens",), "output": ("max_output_tokens",),
    "price": ("price_in_usd_per_m", "price_out_usd_per_m"), "cutoff": ("knowledge_cutoff",), "release": ("release_date",),
    "training": ("pretraining_tokens_t",), "layers": ("layers",), "experts": ("experts",), "languages": ("languages_official",),
    "latency": ("time_to_first_token_s",), "speed": ("throughput_tokens_per_s",),
}  # fmt: skip
_MORE_FIELDS = (
    (r"arquitectura|architecture", "architecture"), (r"alineacion|alignment", "alignment"), (r"licen[cs]", "licence"),
    (r"benchmark", "benchmarks"),
)  # fmt: skip


def check_undisclosed(
    sentence: Sentence, hidden: list[Trait], traits: list[Trait], support: Support
) -> Iterator[Problem]:
    """ "The vendor does not say": true only where the card has no value for anything that is named."""
    owner: Owner = sentence.owners.of(hidden[0].start, hidden[0].end)
    generic = is_generic(sentence.folded) and not sentence.owners.named and len(support.topics) != 1
    if not owner.models or generic:
        return
    if _knows_nothing(sentence, support):
        span = sentence.plain[hidden[0].start : hidden[0].end].strip()
        yield Problem("trait", span, Localised(f"«{span}»: sí hay ficha", f'"{span}": there is a card'))
        return
    fields = _fields_near(sentence, hidden[0])
    near = [(min(t.end, hidden[0].end), max(t.start, hidden[0].start), t) for t in traits if t.key == "languages"]
    members = [t for end, start, t in near if not re.search(r"[,;:]", sentence.folded[end:start])]
    span = sentence.plain[hidden[0].start : hidden[0].end].strip()
    tested = bool(_TESTED.search(sentence.folded, hidden[0].start, hidden[0].end + 24))
    members = members or _carried_member(sentence, hidden[0])
    for member in members:
        held = _measured if tested else language
        truths = [held(support.cards[m], member) for m in owner.models if m in support.cards]
        if truths and all(t is True for t in truths):
            yield Problem("trait", span, Localised(f"«{span}»: sí consta", f'"{span}": it is on record'))
    if members:
        return
    if tested and _MEASURED_OF.search(sentence.folded):
        return
    published = hidden[0].value == "published"
    for field in fields:
        known = [support.cards[m].fact(field) for m in owner.models if m in support.cards]
        if any(f is not None and f.known for f in known):
            yield Problem(
                "trait", span, Localised(f"«{span}»: ese dato sí consta", f'"{span}": that fact is on record')
            )
            return
        if published and not any(f is not None for f in known):
            why = Localised(
                f"«{span}»: no consta que no se publique", f'"{span}": nobody checked that it is not published'
            )
            yield Problem("trait", span, why)
            return


_NOTHING_OF = re.compile(
    r"\b(?:no|not|don't|sin|without)\b[^.;,]{0,16}?\b(?:information|informacion|data|datos|details|detalles)\s(?:\w+\s){0,2}?(?:about|on|of|regarding|sobre|del?|acerca de)\s"
    r"(?:(?:the|los|el|las|these|estos|both|ambos)\s)*(?P<of>models?(?: mentioned| named| you mention)?|modelos?(?: mencionad\w+| que mencionas)?)?(?=\s*(?:[.,;]|$)|(?P<name>[^.;,]*))"
)
""" "I have no information about the models mentioned", where there are cards of them."""


def _knows_nothing(sentence: Sentence, support: Support) -> bool:
    match = _NOTHING_OF.search(sentence.folded)
    if match is None:
        return False
    if match.group("of") and not match.group("name"):
        return bool(support.topics) and not support.evidence.unmatched
    named = [n for n in sentence.owners.named if n.start == match.start("name") and n.models]
    return any(re.fullmatch(r"\s*(?:[.,;].*)?", sentence.folded[n.end :]) for n in named)


_SUPPORT = re.compile(r"[^.;]{0,24}?\b(?:soporte|support|medidas|mediciones|measurements)\b")


def _carried_member(sentence: Sentence, hidden: Trait) -> list[Trait]:
    """ "The second is Catalan: no official support is on record": the language last named before, here or earlier."""
    support = _SUPPORT.match(sentence.folded, hidden.start)
    if support is None or languages_in(sentence.folded[support.end() :]):
        return []
    known = language_names()
    spoken = [known[w] for w in re.findall(r"[a-z]+", sentence.folded[: hidden.start]) if w in known]
    code = spoken[-1] if spoken else sentence.thread.language
    return [Trait(hidden.start, hidden.end, "languages", False, f"{code}!")] if code else []


_TESTED = re.compile(r"\b(?:medi(?:d|c)\w+|measur\w+|tests?\b|tested|pruebas?|benchmark\w*)")


def _measured(card: Card, member: Trait) -> bool:
    """Whether a test of a language is on record."""
    code = member.value.rstrip("!")
    return any(f.name == code for field in ("languages_measured", "language_arena") for f in card.all(field))


def _told(code: str, model: str, support: Support) -> bool:
    """Whether a text tells how a model measures in a language."""
    return any(code in f.languages for f in support.figures.get(model, ()) if not f.field and f.unit == "%")


_MEASURED_OF = re.compile(r"\b(?:measurements?|medidas?|mediciones|medicion|test results?|pruebas?)\b")
_HAS_BEEN = re.compile(
    r"\b(?P<before>[a-z]+) (?:has been|have been|is|was|ha sido|esta|fue) (?:measured|tested|medid[oa]|probad[oa])\b|"
    r"\b(?:measured|tested|medid[oa]|probad[oa]) (?:in|on|en) (?P<after>[a-z]+)\b|"
    r"\b(?:medidas|mediciones|resultados|measurements|(?:test )?results|scores) (?:en|in|for|de) (?P<told>[a-z]+) (?:son|are|look|salen|lo avalan|back)\b|"
    r"\b(?:del?|en|for|in) (?:el |la )?(?P<some>[a-z]+),? (?:si )?(?:hay|constan|tiene|there are) (?:\w+ )?(?:medidas|mediciones|pruebas|measurements|tests|results)\b"
)


def check_tested(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "Arabic has been measured": only where a test of the language is on record."""
    for match in _HAS_BEEN.finditer(sentence.folded):
        word = match.group("before") or match.group("after") or match.group("told") or match.group("some")
        code = language_names().get(word)
        denied = re.search(
            r"\b(?:no|not|nor|ni|never|nunca|sin|without|\w+n't)\b[^.;,]*$", sentence.folded[: match.end()]
        )
        models = sentence.owners.of(match.start(), match.end()).models
        if code is None or sentence.question or not models:
            continue
        trait = Trait(match.start(), match.end(), "languages", True, code)
        held = [_measured(support.cards[m], trait) or _told(code, m, support) for m in models if m in support.cards]
        if (all(held) and denied) if any(held) else not denied:
            span = sentence.plain[match.start() : match.end()].strip()
            yield Problem(
                "trait", span, Localised(f"«{span}» no consta en los datos", f'"{span}" is not in the evidence')
            )


_NOBODY = re.compile(r"\b(?:neither|none|nobody|no one|ningun[oa]?|nadie)\b[^.;,]{0,40}$")
""" "Neither vendor publishes its size"."""
_NEITHER = re.compile(r"\s+(?:neither|ni\b(?! siquiera))")
""" "It publishes neither its size nor its languages"."""


def check_disclosed(sentence: Sentence, trait: Trait, support: Support) -> Iterator[Problem]:
    """ "The vendor publishes its size": false where nothing is known of what is named."""
    owner = sentence.owners.of(trait.start, trait.end)
    if sentence.question or not owner.models or is_generic(sentence.folded):
        return
    fields = _fields_near(sentence, trait)
    facts = [support.cards[m].fact(field) for m in owner.models if m in support.cards for field in fields]
    known = [fact is not None and fact.known for fact in facts]
    said = trait.positive and not _NEITHER.match(sentence.folded, trait.end)
    said = said and not _NOBODY.search(sentence.folded[: trait.start])
    if facts and (not any(known) if said else any(known)):
        span = sentence.plain[trait.start : trait.end].strip()
        yield Problem(
            "trait", span, Localised(f"«{span}»: no consta que se publique", f'"{span}": it is not on record')
        )


def _fields_near(sentence: Sentence, trait: Trait) -> list[str]:
    """The fields that are said to be unknown: those named in the same clause."""
    folded = sentence.folded
    left = (
        max(folded.rfind(mark, 0, trait.start) for mark in (";", ".", ":", ",", " pero ", " but ", " and ", " y ")) + 1
    )
    rights = [
        p
        for p in (
            folded.find(mark, trait.end)
            for mark in (
                ";",
                ". ",
                ", and ",
                ", y ",
                ", ni ",
                ", nor ",
                ", pero",
                ", but",
                " pero ",
                " but ",
                ", aunque",
                " so ",
                ", asi que",
            )
        )
        if p >= 0
    ]
    right = min([*rights, len(folded)])
    clause = folded[left:right]
    roles = {role for at, role in find_roles(clause) if not trait.start <= left + at < trait.end}
    fields: list[str] = []
    if "params" in roles and "active" in roles:
        roles.discard("params")
    if roles & {"latency", "speed"}:
        roles.discard("output")
    for role, names in _ROLE_FIELDS.items():
        if role in roles:
            if role == "price":
                io = roles & {"input", "output"}
                fields += [n for n in names if not io or any(("_in_" if r == "input" else "_out_") in n for r in io)]
            elif role != "output" or "price" not in roles:
                fields += names
    fields += [f for pattern, f in _MORE_FIELDS if re.search(pattern, clause)]
    fields += [
        t.key
        for t in find_traits(clause)
        if t.key in ("open_weights", "commercial_use", "tool_calling", "structured_output", "reasoning")
    ]
    fields = [SIDES.get((f, side), f) for f in fields for side in (*(roles & {"cached", "batch"}), "")][: len(fields)]
    if "licence" in fields and _LIMITS.search(clause):
        fields = ["licence_limits" if f == "licence" else f for f in fields]
    if "licence" in fields and _ALLOWS.search(clause):  # what it allows, not which one it is
        fields = [f for f in fields if f != "licence"] + ["commercial_use"]
    return [f for f in fields if f != "licence"] if "commercial_use" in fields else fields


SIDES = {
    ("price_in_usd_per_m", "cached"): "price_cached_in_usd_per_m",
    ("price_in_usd_per_m", "batch"): "price_batch_in_usd_per_m",
    ("price_out_usd_per_m", "batch"): "price_batch_out_usd_per_m",
}
"""The fields that a price is looked for in where it is said to be that of cached input, or of batches."""
_LIMITS = re.compile(r"\b(?:limit\w*|restric\w+|condici\w+|condition\w*|prohib\w+|topes?|caps?)\b")
_ALLOWS = re.compile(r"\b(?:allow|permit|grant|cover|let|deja|autoriz|conced)\w*\b")
