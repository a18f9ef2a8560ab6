"""Which models a turn is about, where a name fits several or several were pointed at."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from advisor.domain.cards import Card
from advisor.domain.needs import Dialogue, Intent, ModelMention

COMPARED = 5
"""At most so many models stand side by side."""

Best = Callable[[Sequence[str]], str | None]
"""Of some card ids, the first unless it breaks a need; then the eligible one with the most points, if any is."""


def one_of(mention: ModelMention, cards: Mapping[str, Card], before: Dialogue, best: Best) -> str | None:
    """The card that a name stands for: the one it spells out, else the one talked about, else one that meets the needs."""
    fitting = [model for model in mention.models if model in cards]
    spelt = [model for model in fitting if spelt_out(mention.quote, cards[model])]
    if len(fitting) < 2 or spelt:
        return next(iter(spelt or fitting), None)
    talked = next((model for model in (*before.focus, *before.shown) if model in fitting), None)
    return talked or best(fitting) or fitting[0]


def spelt_out(quote: str, card: Card) -> bool:
    """Whether the words are this card's whole name or an alias, so that no other card is meant."""
    return _letters(quote) in {_letters(name) for name in (card.name, *card.aliases)}


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def near(quote: str, cards: Sequence[Card]) -> tuple[Card, ...]:
    """Cards of the family that an unknown name begins with: those that share most of its words first, then the current and
    the newest: "llama 5" -> Llama 4 Scout and others, "gpt-5.2 pro" -> GPT-5.2 before GPT-6."""
    family = re.match(r"[^\W\d_]{3,}", quote.strip().casefold())
    if family is None:
        return ()
    known = [c for c in cards if c.status in ("current", "legacy") and c.name.casefold().startswith(family[0])]
    words = set(_PARTS.findall(quote.casefold()))
    shared = {card.model: len(words & set(_PARTS.findall(card.name.casefold()))) for card in known}
    newest = sorted(known, key=lambda card: str(card.value("release_date") or ""), reverse=True)
    return tuple(sorted(newest, key=lambda card: (-shared[card.model], card.status != "current"))[:3])


_PARTS = re.compile(r"[a-z]+|\d+(?:\.\d+)?")


def pointed_at(mention: ModelMention, cards: Mapping[str, Card], before: Dialogue) -> bool:
    """Whether several models of the last turn were pointed at together ("esos", "both") rather than named."""
    known = {*before.shown, *before.focus, *before.ranked}
    if len(mention.models) < 2 or not set(mention.models) <= known:
        return False
    words = {_letters(word) for word in mention.quote.split()}
    return not any(words & {_letters(part) for part in cards[m].name.split()} for m in mention.models if m in cards)


_EITHER = re.compile(
    r"\b(?:cu[aá]l(?:es)?|which|mejor|better|prefer\w*|instead of|en vez de|en lugar de|vs|versus)\b", re.IGNORECASE
)
"""Beside two models, asks to choose between them: "¿cuál cogerías, este o GPT-5?"."""
_OR = re.compile(
    r"\b(?:o|u|or|vs|versus|than)\b.*\b(?:that|this|it|[eé]s[et]e|[eé]st[ea]|tuyo|yours)\b"
    r"|\b(?:that|this|it|[eé]s[et]e|[eé]st[ea]|[eé]l tuyo|yours)(?: one)?,? (?:o|u|or|vs|versus)\b",
    re.IGNORECASE,
)
"""Sets the one talked about against the one that is named."""


_CHOOSE = re.compile(
    r"(?:(?:so|and|ok|then|well|y|entonces|vale|pues|bueno|con)\W+)*(?:which|cu[aá]l)(?: one| of (?:them|the two)| de (?:ellos|los dos))?"
    r" (?:would you|do you|should i|te quedar\w*|coger\w*|elegir\w*|me quedo|tomar\w*|escoger\w*|prefer\w*|usar\w*)",
    re.IGNORECASE,
)
"""Asks to choose between those just compared."""


def _half_named(now: Dialogue, text: str) -> bool:
    """Whether the one talked about is set against another by a part of its name: "luna or deepseek?", of GPT-6 Luna."""
    words = set(re.findall(r"[a-z]{4,}", text[:400].casefold()))
    parts = re.findall(r"[a-z]{4,}", now.focus[0].partition("/")[2]) if now.focus else ()
    return bool(words & set(parts)) and re.search(r"\b(?:o|u|or|vs|versus)\b", text[:400], re.IGNORECASE) is not None


def of_the_model(
    intents: tuple[Intent, ...], text: str, now: Dialogue, asked: Callable[[str], tuple[str, ...]]
) -> tuple[Intent, ...]:
    """How many people it serves at once is asked of the model on the person's machine, whoever they are ("¿cuántos médicos
    a la vez?"), and not of the guide."""
    if intents == ("ask_guide",) and len(now.focus) > 1 and _CHOOSE.match(text[:80].strip(" ¿¡")):
        return ("compare",)
    at_home = {"vram_gb", "ram_gb"} & set(now.needs.values)
    if intents != ("ask_guide",) or not (now.focus and at_home) or "at_once" not in asked(text[:400]):
        return intents
    return ("ask_model",)


def compared(
    intents: Sequence[Intent],
    named: Sequence[str],
    together: Sequence[str],
    now: Dialogue,
    asks_for_fields: bool,
    unheard: bool = False,
    text: str = "",
    ranked: Callable[[int], Sequence[str]] | None = None,
) -> tuple[str, ...]:
    """Two to five models to stand side by side; none where the turn compares nothing.

    Those pointed at together; those named, filled up with the ones talked about and shown; without a name, those that the
    last turn compared, or all that were shown where a property is asked for ("which takes least memory?"), or the first of
    them and another one that has been asked about since. A question about "those" is a comparison whatever its intent.
    `unheard`: another name was said that no card answers to, in whose place none is put.
    """
    just_compared = now.focus if len(now.focus) > 1 and not named else ()
    about_models = {"compare", "ask_model"} & set(intents)
    pointing = set(named) <= {*now.focus, *now.shown}  # "the top 3" points at what was shown
    if ranked and about_models and pointing and (asked_top := _TOP.search(text[:400])):
        most = _NUMBERS.get(next(filter(None, asked_top.groups())).lower(), 3)
        return tuple(ranked(most)) if 1 < most <= COMPARED else ()
    if "compare" not in intents:
        either = (*together, *named) if "ask_model" in intents and _EITHER.search(text[:400]) else ()
        if len(set(either)) == 1 and (
            _OR.search(text[:400]) or _half_named(now, text)
        ):  # "which is smarter, that or gpt-oss?"
            either = (*now.focus[:1], *either)
        group = tuple(dict.fromkeys(either if len(either) > 1 else together)) or (
            just_compared if asks_for_fields and "ask_model" in intents and not _QUANTIZED.search(text[:400]) else ()
        )
        return tuple(group[:COMPARED]) if len(group) > 1 else ()
    if not (named or together) and _QUANTIZED.search(text[:400]):
        return ()  # "is q5 better than q4?" compares no models
    if unheard:
        known = tuple(dict.fromkeys((*together, *named)))
        return known[:COMPARED] if len(known) > 1 else ()
    since = now.focus[:1] if set(now.focus[:1]) != set(now.shown[:1]) else ()
    asked_of = (*since, *now.shown[:1]) if since else now.shown
    pool = list(dict.fromkeys((*together, *named) or just_compared or (asked_of if asks_for_fields else ())))
    if len(named) == 1 and not together and now.focus[:1] != tuple(named):
        pool = [*now.focus[:1], *named]
    for model in (*now.focus[:1], *now.shown):
        if len(pool) >= 2:
            break
        if model not in pool:
            pool.append(model)
    most = 2 if _OF_TWO.search(text[:400]) else COMPARED
    return tuple(pool[:most]) if len(pool) >= 2 else ()


_QUANTIZED = re.compile(r"\b(?:q\d|\d+[ -]?bits?\b|fp(?:8|16)|bf16|int[48]|cuantiz|quant)", re.IGNORECASE)
"""A precision is asked of one model."""
_OF_TWO = re.compile(
    r"\b(?:de|entre) (?:l[oa]s|es[oa]s|est[oa]s)? ?dos\b|\b(?:of|between) (?:the|those|these) two\b|\bof both\b",
    re.IGNORECASE,
)
_TOP = re.compile(
    r"\btop (\w+)\b|\b(?:los|las) (\w+) (?:primer[oa]s|mejores)\b|\b(?:los|las) primer[oa]s (\w+)\b|\bthe (?:first|best) (two|three|four|five|[2-5])\b",
    re.IGNORECASE,
)
"""The first ones of the ranking, whatever was talked about since."""
_NUMBERS = {
    **{str(n): n for n in range(2, 6)},
    **{"two": 2, "three": 3, "four": 4, "five": 5, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5},
}
