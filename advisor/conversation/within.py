"""A model asked for within one house or family: "the best OpenAI model for coding", "¿qué Qwen me recomiendas?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from advisor.domain.cards import Card
from advisor.domain.needs import Intent, Understanding

_PRODUCTS = {"chatgpt": "openai", "gpt": "openai", "chat gpt": "openai", "open ai": "openai", "mistral ai": "mistral"}
"""What is named for all that a vendor makes, by slug."""
_NEVER = frozenset(
    {"command", "phi", "nova", "seed", "step", "aya", "small", "text", "muse", "hy", "bsc", "zai", "base"}
)
"""First words of names that mean other things too, and are told from them by nothing here."""
_CHOSEN = (
    r"(?:best|top|good|great|decent|cheapest|fastest|smallest|biggest|newest|latest|strongest|smartest|which|what|any|recommend(?:ed)?|"
    r"only|just|suggest)"
)
_ELEGIDO = (
    r"(?:mejor(?:es)?|bueno|buen|qu[eé]|cu[aá]l(?:es)?|alg[uú]n|recom\w+|aconsej\w+|s[oó]lo|solamente|[uú]nicamente|barato|r[aá]pido|"
    r"potente|peque[nñ]o|grande|nuevo)"
)
_MODELS = r"(?:ais?|models?|llms?|modelos?|ias?)"
_QUALITIES = r"(?:(?:ai|language|open|local|small|cheap|free|current|abiertos?|locale?s?|peque[nñ]os?|baratos?|gratis|actuales|de lenguaje|de ia) )*"
_ENDS = (
    r"(?=\s*(?:[?!.,]|$)|\s+(?:model|is|are|for|should|to|would|do|can|me|es|para|uso|usar|conviene|recom\w+|pongo|elijo|instalo|hay|"
    r"sirve|puedo|version|variant|size|que|that|with|con|under|below)\b)"
)
_OTHERWISE = re.compile(
    r"\b(?:alternativ\w*|like|como|similar\w*|than|instead|rival\w*|beats?|replac\w*|sustit\w*|reemplaz\w*|parecid\w*|equivalent\w*|not|no|sin|"
    r"without|except|excepto|menos|salvo|non|compatible|vs|versus|frente|compared|comparad\w*|close to|cerca|llegu\w+|match\w*|igual\w*)\b"
)
"""Words beside which a name stands for what is not wanted, or for a yardstick."""
_BEFORE = 40
"""Letters before a name that are looked through for them."""


@dataclass(frozen=True)
class House:
    """`name` as the cards write it, and the models that it stands for."""

    name: str
    models: frozenset[str]


def asked_house(text: str, cards: Iterable[Card]) -> House | None:
    """The one house or family within which a model is asked for; None where none is, or two are."""
    houses = _houses(tuple(cards))
    folded = " ".join(text[:2000].casefold().split())
    found = {
        name for pattern in _patterns(tuple(sorted(houses, key=len, reverse=True))) for name in _named(pattern, folded)
    }
    chosen = {houses[name] for name in found}
    return chosen.pop() if len(chosen) == 1 else None


def _named(pattern: re.Pattern[str], text: str) -> Iterable[str]:
    for match in pattern.finditer(text):
        start = match.start("name")
        if not _OTHERWISE.search(text[max(start - _BEFORE, 0) : start]):
            yield match["name"]


@lru_cache(maxsize=2)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    name = rf"(?P<name>{'|'.join(map(re.escape, names))})"
    return (
        re.compile(rf"\b{_CHOSEN} (?:\w+ ){{0,3}}?{name}(?:'s|s)? {_QUALITIES}{_MODELS}\b"),
        re.compile(rf"\b{_CHOSEN} (?:[\w-]+ ){{0,3}}?{_MODELS} (?:\w+ )?(?:by|from|of) {name}\b"),
        re.compile(rf"\b{_ELEGIDO} (?:[\w-]+ ){{0,3}}?{_MODELS} (?:\w+ ){{0,2}}?(?:de|del|hecho por) {name}\b"),
        re.compile(rf"\b(?:best|which|only|qu[eé]|mejor|s[oó]lo|cu[aá]l de los) (?:{_MODELS} )?{name}\b{_ENDS}"),
        re.compile(rf"\b(?:which|what|cu[aá]l) (?:of|de) (?:the|los|las) {name}s?\b"),
        re.compile(
            rf"\b(?:quiero|busco|necesito|queremos|necesitamos|want|need|looking for) (?:un|una|a|an) {_QUALITIES}{_MODELS} (?:de|by|from) {name}\b"
        ),
        re.compile(rf"\b{_MODELS} (?:de|by|from) {name} (?:recom\w+|me|should|do you)\b"),
    )


def _houses(cards: tuple[Card, ...]) -> Mapping[str, House]:
    """Vendors by slug and by name, and families by the first word of their models' names."""
    vendors: dict[str, set[str]] = {}
    families: dict[tuple[str, str], set[str]] = {}
    shown: dict[str, str] = {}
    for card in cards:
        slug = card.model.partition("/")[0]
        shown[slug] = card.vendor
        vendors.setdefault(slug, set()).add(card.model)
        word = re.match(r"[^\W\d_]{3,}", card.name)
        if word and word[0].casefold() not in _NEVER:
            families.setdefault((word[0].casefold(), word[0]), set()).add(card.model)
    found = {key: House(name, frozenset(models)) for (key, name), models in families.items() if len(models) > 1}
    for slug, models in vendors.items():
        house = House(shown[slug], frozenset(models))
        found |= {name: house for name in (slug, shown[slug].casefold()) if len(name) > 2 and name not in _NEVER}
    return found | {name: found[slug] for name, slug in _PRODUCTS.items() if slug in found}


_ASKING_FOR: frozenset[Intent] = frozenset({"recommend", "refine"})
_RUNS = re.compile(
    r"\b(?:(?:can|could|will|would|does|do|is|how) (?:\w+ ){0,5}?(?:run|runs|running|fit|fits|handle|load|host|use)\b|possible to (?:run|use|load|host) |"
    r"feasible to (?:run|use|load|host) |(?:puedo|puede|podr[ií]a|podr[eé]|se puede|es posible|es viable|me) (?:\w+ ){0,3}?(?:correr|ejecutar|usar|mover|"
    r"cargar|instalar|montar|tirar|va|corre|funciona|cabe|entra)\b|\b(?:corre|corr[eé]r[aá]|funciona|funcionar[aá]|cabe|entra|ir[aá]|va)\b)"
)
"""Asks whether something runs, rather than what to run."""
_WHAT_TO_RUN = re.compile(
    r"\b(?:which|what|best|cu[aá]l|qu[eé]|mejor|recom\w+|alternativ\w*|like|como|than|similar\w*)\b"
)


def as_meant(
    read: Understanding, text: str, cards: Iterable[Card], asks_fields: bool
) -> tuple[Understanding, House | None]:
    """What was read, with the name of a house taken for the bounds of a recommendation, not for a model that is asked
    about; and a model named with "can I run it?" asked about as well, so that it is told whether it does."""
    intents, house = read.intents, None if read.outlook else asked_house(text, cards)
    if house is not None and intents[0] == "ask_model" and not asks_fields:
        intents = ("recommend",)
    if house is not None and intents[0] in _ASKING_FOR:
        mentions = tuple(m for m in read.mentions if not (m.models and set(m.models) <= house.models))
        return replace(read, intents=tuple(i for i in intents if i != "ask_model"), mentions=mentions), house
    named = [mention for mention in read.mentions if mention.models]
    folded = text[:400].casefold()
    if len(named) == 1 and intents[0] in _ASKING_FOR and "ask_model" not in intents:
        if _RUNS.search(folded) and not _WHAT_TO_RUN.search(folded):
            return replace(read, intents=(*intents, "ask_model")), None
    return read, None
