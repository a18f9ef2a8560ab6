"""Whom a sentence without a name of its own is about: the subject carried over, or several of those named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.answer.claims.thread import Thread


@dataclass(frozen=True, slots=True)
class Owner:
    """`models`: whom it is said of. `every`: of all of them; otherwise one of them is enough, for want of certainty.

    `general`: it may be said of no model at all (the guide, the person, the catalogue).
    """

    models: tuple[str, ...] = ()
    every: bool = False
    general: bool = False
    stranger: bool = False


_BOTH = re.compile(
    r"\b(?:both|neither|ninguno de los dos|ambos|ambas|los dos|las dos|the two|either|cualquiera de los dos)\b"
)
_SOME_OF = re.compile(
    r"(?<!\ball )(?<!\blos )\b(?:uno|dos|tres|one|two|three|solo \w+|only \w+|some|algunos|most|la mayoria) (?:de|of) (?:los|las|the|them|ellos)\b"
)
_ALL = re.compile(
    r"\b(?:all (?:of them|three|four|five|the (?:models|options))|all \w+ (?:models|options)|each(?! (?:other|token|million|month|day|step|page|word|answer|request|query|of its|input|output)\b)|every one|todos(?: ellos)?|todas|(?:the|las|los|l[oa]s) (?:three|tres|four|cuatro) (?:best |mejores )?(?:options|opciones|picks|choices)|los (?:tres|cuatro|cinco)(?: modelos)?|cada uno|they|(?<!entre )ellos|comparten|none(?: of (?:them|the \w+))?|ninguno(?: de (?:ellos|los \w+))?)\b"
)
_PARTITIVE = re.compile(
    r"(?<!ninguno )(?<!ninguna )(?<!cualquiera )(?<!cualquier )(?<!cada uno )(?<!cada una )(?<!none )(?<!neither )(?<!each )(?<!any )(?<!either )(?<!all )"
    r"(?:\b(?:de|of|entre|among|between) (?:l[oa]s|the|these|est[oa]s|es[oa]s) (?:dos|tres|cuatro|cinco|two|three|four|five)\b|(?<!all )(?<!each )(?<!none )(?<!one )\bof them\b|\bde ell[oa]s\b)"
)
""" "The cheapest of the three" is said of one of them."""
_CHOSEN = re.compile(
    r"\b(?:mas|menos|mejor|peor|mayor|menor|unic[oa]|primer[oa]?|segund[oa]|tercer[oa]?|uno|una|most|least|best|worst|only|first|second|third|one|\w{3,}est|(?<=the )\w{3,}er|(?<=the )(?:more|less))\b"
)
_THAN_BOTH = re.compile(
    r"\b(?:que|than|as|como|frente a|to|over)\s+(?:(?:el|la|los|las) de |that of |those of )?(?:ambos|ambas|l[oa]s dos|both|the two|either(?: of them)?)\b"
)
""" "Better than that of both": what it is held against."""
_REST = re.compile(
    r"(?<!\bde )(?<!\bque )(?<!\bthan )(?<!\bof )(?<!\bas )(?<!\ba )\b(?:(?:either|any|each|all|both|cualquiera|cada un[oa]) (?:of|de) (?:the|l[oa]s) (?:others?|otr[oa]s)(?: (?:two|three|dos|tres))?|(?:the|los|las) (?:other|otr[oa]s) (?:two|three|dos|tres)|l[oa]s otr[oa]s|the others|l[oa]s demas|el resto|the rest)\b(?! de (?:la|lo|los|las|tu)\b)"
)
""" Those shown but the one just spoken of."""
_REST_AFTER = re.compile(
    r"[^.;,\d]{0,24}?(?:\b(?:for|with|on|of|at|from|in|con|por|en|de|para)\s+(?:(?:either|any|each|both|all|cualquiera|cada un[oa]) (?:of|de) )?(?:the (?:others|other (?:two|three)|rest)|l[oa]s (?:otr[oa]s(?: (?:dos|tres))?|demas))\b|"
    r"\b(?:that )?(?:the others|the other (?:two|three)|the rest) (?:allow|give|write|have|offer|take|need|read|charge|ask|cost|reach|manage)\w*|\bque (?:\w+ ){1,2}l[oa]s (?:otr[oa]s(?: (?:dos|tres))?|demas)\b)"
)
""" "... and $20 with either of the others"."""
_TURN = re.compile(
    r";|,\s*(?:which |something (?:that )?|lo que |cosa que |que )(?:neither|none|ningun\w*)\b|,\s*(?:against|versus|vs\.?|compared (?:to|with)|frente al?|contra)\b"
)
""" "201 languages, against 140 for the other two": what goes before is not theirs."""
_COUNTED = {"dos": 2, "two": 2, "tres": 3, "three": 3, "cuatro": 4, "four": 4, "cinco": 5, "five": 5}
_FIRST_OF_ALL = re.compile(
    r"\b(?:the (?:first|top|(?P<last>last|bottom)) (?P<n>two|three)|l[oa]s (?P<n2>dos|tres) (?:primer|(?P<last2>ultim))[oa]s|l[oa]s (?:primer|(?P<last3>ultim))[oa]s (?P<n3>dos|tres))\b(?! (?:digit|cifra|letra|token|mes|year|ano))"
)
_CLAUSE = re.compile(r"[;,]|\b(?:while|whereas|but|mientras|pero|aunque)\b")
_GENERIC = re.compile(
    r"^\s*(?:[-*•#>]\s*)?(?:(?:los|las|algunos|muchos|most|many|some|other|larger|smaller|open|closed)\s+(?!(?:dos|tres|cuatro|cinco|otr[oa]s)\b)(?:\w+\s+){0,2}(?:modelos|models|llms|apis)|"
    r"(?:un|a|an|any|cualquier|cada|each)\s+(?:\w+\s+){0,3}(?:modelo|model|llm)\b|(?:modelos|models)\b|si\b|if\b|cuando\b|when\b|en general|in general|normalmente|usually|"
    r"as a rule|por regla|los parametros|parameters are|el contexto es la|el contexto no|a context window is|context is|la ventana de contexto (?:es|no|mide)|"
    r"(?:fine-?tuning|el ajuste fino|lora|el numero de|the number of|el tamano|size)\b(?!\s*:))"
)


def is_generic(folded: str) -> bool:
    """Whether a sentence without a name speaks of models at large."""
    return bool(_GENERIC.match(folded))


_THINGS = re.compile(
    r"(?:both|ambos|ambas|las dos|los dos|the two) (?P<noun>(?!(?:model|opcion|option|candidat|pick|choice|alternativ|does|has|is|was)\w*)[a-z]+(?<!s)s)\b"
)
""" "Both figures", "ambas cifras": in neither language does a verb of several end in an s."""
_OF_THINGS = re.compile(
    r"(?:\b(?:is|son|esta|es|que|admite|incluye|cubre|acepta|soporta|declara|ofrece|tiene|en|in|para|for|with|con)|\b(?!(?:models|options|picks|choices|weights)\b)[a-z]{3,}(?<!s)s)\s+$|"
    r"\b(?P<one>[a-z]+) (?:and|y|e) (?P<other>[a-z]+) (?:are|son|estan|figuran|aparecen|count as)\s+$"
)
""" "It accepts both", "Arabic and English are both official": of what stands before, which is no model."""


_OF_FIGURES = re.compile(
    r"(?:both|amb[oa]s|l[oa]s dos)(?: (?:of them|figures|are|being|son|cifras|datos))*,? (?:measured|estimat\w+|comput\w+|calculat\w+|reported|declared|official|medid[oa]s|estimad[oa]s|estimacion\w*|calculad[oa]s|declarad[oa]s|oficiales|per million|por millon)\b"
)
""" "0.57 seconds and 135 tokens a second, both measured": of the figures before."""


def of_both(folded: str) -> bool:
    """Whether the words speak of two models at once."""
    return any(
        not (_OF_FIGURES.match(folded, m.start()) and re.search(r"\d[^.;]*$", folded[: m.start()]))
        and not _THINGS.match(folded, m.start())
        and not _OF_THINGS.search(folded[: m.start()])
        for m in _BOTH.finditer(folded)
    )


def others_named(words: str) -> bool:
    """Whether the words speak of the rest of those shown: "; the other two, 131K"."""
    return bool(_REST.search(words))


def rest_follows(folded: str, end: int) -> bool:
    """Whether what ends here is said of the rest of those shown: "20 with either of the others"."""
    return bool(_REST_AFTER.match(folded, end))


def of_all(folded: str) -> bool:
    """Whether the words speak of all models shown."""
    return bool(_ALL.search(folded))


def of_several(folded: str) -> bool:
    """Whether the words speak of both or all, but for "the best of the three", which is one of them."""
    folded = _PARTITIVE.sub(" ", folded) if _CHOSEN.search(folded) else folded
    return of_both(folded) or of_all(folded)


def carried(folded: str, thread: Thread, ranked: Sequence[str], alone: bool, start: int = 0) -> Owner:
    """The owner of what starts at `start` and leans on earlier sentences. `alone`: the sentence has no name of its own."""
    cut = _TURN.search(folded, start)
    part = folded[: cut.start()] if cut else folded
    first = _FIRST_OF_ALL.search(part)
    if first and len(ranked) > 2 and not _CLAUSE.search(folded, first.end(), max(start, first.end())):
        count = _COUNTED[first.group("n") or first.group("n2") or first.group("n3")]
        last = first.group("last") or first.group("last2") or first.group("last3")
        return Owner(tuple(ranked[3 - count : 3] if last else ranked[:count]), every=True, general=alone)
    whole = _PARTITIVE.sub(" ", part) if _CHOSEN.search(part) else part
    whole = _THAN_BOTH.sub(" ", whole)
    if of_both(whole):
        pair = thread.recent[-2:] if len(thread.recent) >= 2 else tuple(ranked[:2])
        return Owner(tuple(pair), every=True, general=alone)
    if _REST.search(whole) and thread.subject:
        shown = thread.recent if len(thread.recent) >= 3 else tuple(ranked[:3])
        return Owner(tuple(m for m in shown if m not in thread.subject[:1]), every=True, general=alone)
    everyone = _ALL.search(whole)
    if everyone and ranked and not _SOME_OF.search(part):
        return Owner(_several(everyone.group(), thread, ranked), every=True, general=alone)
    if alone and is_generic(folded):
        return Owner(thread.subject, general=True)
    if thread.stranger:
        return Owner(stranger=True)
    return Owner(thread.subject or tuple(ranked[:1]), general=alone)


def _several(words: str, thread: Thread, ranked: Sequence[str]) -> tuple[str, ...]:
    """Those meant by "all three", "they": as many as are counted, of the ones last named or else the first ranked."""
    recent = thread.recent
    count = next((n for word, n in _COUNTED.items() if re.search(rf"\b{word}\b", words)), None)
    if count is None:
        return recent if len(recent) >= 2 else tuple(ranked)
    return recent if len(recent) == count else tuple(ranked[:count])


def one_by_one(thread: Thread) -> Iterator[Thread]:
    """The thread with each model that the next sentence may be about as its subject, likeliest first."""
    for model in dict.fromkeys((*reversed(thread.subject), *thread.rivals)):
        yield replace(thread, subject=(model,), rivals=(), stranger=False)
