"""Which provider serves a model for the least or the most money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.claims.degrees import OF_TWO, POSITIVES
from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.relations import Relation
from advisor.answer.claims.roles import roles_near
from advisor.answer.support import Support
from advisor.domain.cards import Card
from advisor.domain.language import Localised

_HOST = r"(?:proveedor(?:es)?|providers?|hosts?|plataformas?|platforms?|sellers?|sitios?|places?|servicios?|services?|apis?)"
_OF_ALL = r"(?:(?:of|among|de|entre) (?:(?:all )?(?:the |those |these )|(?:tod[oa]s )?(?:l[oa]s |es[oa]s |est[oa]s )))?"
_CHEAPEST = re.compile(
    rf"\b{_HOST} (?:(?:que )?(?:es |sale |is )?(?:el )?(?:mas|lo mas) (?:barat|economic|asequible)\w*|con (?:el )?(?:menor|mejor) precio|that (?:is cheapest|charges (?:the )?least))|"
    rf"\b(?:cheapest|lowest-priced|least expensive|most affordable|mas barat[oa]s?|mas economic[oa]s?) {_OF_ALL}(?:\w+ )?{_HOST}\b|"
    r"\b(?:mas barat[oa]s?|mas economic[oa]s?|cheapest)\b[^.;,]{0,24}?\b(?:en|on|at|through|via|with|con)\b"
)
_DEAREST = re.compile(
    rf"\b{_HOST} (?:mas car[oa]|que mas cobra)|\b(?:dearest|most expensive|priciest|mas car[oa]s?) {_OF_ALL}(?:\w+ )?{_HOST}\b"
)
_IS = r"(?: (?!(?:is|es)\b)[a-z]+){0,4}? (?:is|es|seria|would be)(?= )"
_CHEAPEST_IS = re.compile(rf"\b(?:cheapest|least expensive|mas (?:barat|economic)[oa])(?: one)?{_IS}")
_DEAREST_IS = re.compile(rf"\b(?:dearest|most expensive|priciest|mas car[oa])(?: one)?{_IS}")
""" "The cheapest I have is B", where B sells models."""
_CHEAP_ONE, _DEAR_ONE = (pattern for (measure, _, pattern) in POSITIVES if measure == "price")
""" "Of the two, the cheap one is ..."."""
_THAN = re.compile(r"\b(?:que|than)\b")


def of_hosts(folded: str, start: int, end: int) -> bool:
    """Whether a superlative is said of a provider and not of a model: "the cheapest provider"."""
    return bool(
        re.search(rf"\b{_HOST} (?:(?:que )?(?:es |sale |is )?(?:el |lo )?)?$", folded[:start])
        or re.match(rf"\s+{_OF_ALL}(?:\w+ )?{_HOST}\b", folded[end:])
    )


def between_hosts(sentence: Sentence, relation: Relation, support: Support) -> bool | None:
    """Whether a comparison of two providers' prices holds: "output at B costs a third less than at C"; None where it is none."""
    if relation.measure not in ("price", "output", None) or relation.form not in ("ratio", "comparative"):
        return None
    models = sentence.owners.of(relation.start, relation.end).models or support.topics[:1]
    card = (
        support.cards.get(models[0])
        if models and len({m for n in sentence.owners.named for m in n.models}) <= 1
        else None
    )
    if card is None:
        return None
    sides = [_of_side(card, field) for field in ("price_in_usd_per_m", "price_out_usd_per_m")]
    said = _letters(sentence.folded)
    known = sorted(
        (at, name)
        for name in {*sides[0], *sides[1]}
        for at in [next((said.find(w) for w in _called(name, card) if w in said), -1)]
        if at >= 0
    )
    there = {*sides[0], *sides[1]}
    if len(known) == 1 and len(there) == 2 and OF_TWO.search(sentence.folded):  # the other of the two
        known += [(len(said), name) for name in there if name != known[0][1]]
    if len(known) != 2:
        return None
    near = roles_near(sentence.folded, relation.start, relation.end)
    wanted = [s for s, role in zip(sides, ("input", "output"), strict=True) if role in near] or sides
    pairs = [(s[known[0][1]], s[known[1][1]]) for s in wanted if known[0][1] in s and known[1][1] in s]
    return any(_holds(relation, a, b) for a, b in pairs) if pairs else None


def _holds(relation: Relation, a: float, b: float) -> bool:
    if relation.ratio and b:
        value, tolerance = relation.ratio
        near = (relation.bound == "min" and a / b >= value) or (relation.bound == "max" and a / b <= value)
        return near or abs(a / b - value) <= tolerance * value
    return ((a - b) * relation.sign > 0) != relation.negated


def _of_side(card: Card, field: str) -> dict[str, float]:
    return {_letters(f.provider): f.number for f in card.all(field) if f.provider and f.number is not None}


def _called(name: str, card: Card) -> Iterator[str]:
    """A provider's name, and each long word of it: "Bedrock" for "Amazon Bedrock"."""
    yield name
    full = (f.provider for field in _SOLD for f in card.all(field) if f.provider and _letters(f.provider) == name)
    yield from (_letters(w) for p in full for w in p.split() if len(w) >= 6)


def host_named(sentence: Sentence, start: int, end: int, support: Support) -> bool:
    """Whether what ends here is said of a provider that a card names, in a sentence that names no model."""
    ahead = re.search(r"(?P<who>[\w .-]{3,24}?) (?:es|is|sale|resulta|would be)\s*$", sentence.folded[:start])
    if ahead and not sentence.owners.named:
        told = _letters(ahead.group("who"))
        if any(told.endswith(_letters(name)) for name in support.providers):
            return True
    after = _letters(sentence.folded[end : end + 40])
    said = re.match(r"\s*(?:de (?:l[oa]s|es[oa]s) dos )?(?:es|is|seria|would be|:|,)", sentence.folded[end:])
    is_one = re.match(rf"(?: one)?{_IS}", sentence.folded[end:])
    if is_one and any(
        _starts_with(sentence.folded[end + is_one.end() :], _letters(name)) for name in support.providers
    ):
        return not sentence.owners.named
    return bool(said) and not sentence.owners.named and any(_letters(name) in after for name in support.providers)


def check_hosts(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "The cheapest provider is B": by what it charges for a million tokens in and one out."""
    if sentence.question:
        return
    of_two = ((_CHEAP_ONE, 1), (_DEAR_ONE, -1)) if OF_TWO.search(sentence.folded) else ()
    for pattern, sign in ((_CHEAPEST, 1), (_DEAREST, -1), (_CHEAPEST_IS, 1), (_DEAREST_IS, -1), *of_two):
        for match in pattern.finditer(sentence.folded):
            owner = sentence.owners.of(match.start(), match.end())
            models = sentence.thread.subject or support.topics if of_two and owner.every else owner.models
            for model in models[:1] if of_two or not owner.every else ():
                prices = _prices(support.cards[model]) if model in support.cards else {}
                named = _named(sentence, match, tuple(prices))
                if pattern in (_CHEAPEST_IS, _DEAREST_IS) and not _starts_with(sentence.folded[match.end() :], named):
                    continue
                if named is None or len(prices) < 2 or _THAN.match(sentence.folded[match.end() :].lstrip()):
                    continue
                best = min(price * sign for price in prices.values())
                if prices[named] * sign > best + 1e-9:
                    span = sentence.plain[match.start() : match.end()].strip()
                    why = Localised(f"«{span}» no se cumple", f'"{span}" does not hold')
                    yield Problem("comparison", span, why)


def _starts_with(words: str, name: str | None) -> bool:
    return name is not None and _letters(re.sub(r"^\s*(?:en|at|el de|that of|la de)\b", "", words)).startswith(name)


_SELLS = r"\s*(?:,|:|\(|->|\||(?:\w+ ){0,2}?(?:charges?|asks?|sells?|costs?|offers?|lists?|bills?|is|comes?|cobra|pide|vende|cuesta|sale|ofrece|es|factura|lo|la)\b)"
_AT = r"(?:\b(?:at|on|via|through|from|with|en|por|con|desde|mediante|a traves de)\s+|\()(?:el |la |the )?"
_WELL_KNOWN = ("Azure", "OpenRouter", "AWS", "Hugging Face", "Vertex AI", "Replicate", "Fireworks", "Together AI")
"""Sellers that no card at hand may name."""


def check_sellers(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "Together AI charges 0.14 and 0.28": only a provider whose price the card states."""
    told = zip(sentence.quantities, sentence.roles, strict=True)
    priced = [q for q, roles in told if q.unit.startswith("usd") and "own" not in roles]
    if not priced or sentence.question or sentence.thread.header:
        return
    models = [(m.start, m.end) for m in sentence.mentions if m.kind in ("model", "short")]
    known = support.providers | set(_WELL_KNOWN)
    alone = sum(fold(name) in sentence.folded for name in known) == 1
    for name in known:
        said = re.escape(fold(name))
        for match in re.finditer(rf"{_AT}(?P<at>{said})\b|(?<![\w-])(?P<subject>{said})(?={_SELLS})", sentence.folded):
            start, end = match.span("at" if match.group("at") else "subject")
            if any(a < end and start < b for a, b in models):
                continue
            nearest = min(priced, key=lambda q: max(q.start - end, start - q.end))
            owner = sentence.owners.of(nearest.start, nearest.end)
            maker = any(fold(name) == fold(support.cards[m].vendor) for m in owner.models if m in support.cards)
            if maker and re.search(r"(?:\(|\b(?:de|by|from) )$", sentence.folded[:start]):
                continue
            cards = [support.cards[m] for m in owner.models or support.topics[:1] if m in support.cards]
            sellers = {_letters(f.provider) for card in cards for field in _SOLD for f in card.all(field) if f.provider}
            theirs = [
                f.number
                for card in cards
                for field in _SOLD
                for f in card.all(field)
                if f.provider and f.number is not None and _letters(f.provider) == _letters(name)
            ]
            if theirs and alone and nearest.unit in ("usd", "usd/M") and not nearest.bound and not sentence.relations:
                if not any(_told(nearest, number) for number in (*theirs, *_bills(name, cards, support))):
                    span = sentence.plain[nearest.start : nearest.end]
                    yield Problem(
                        "attribution",
                        span,
                        Localised(f"«{span}» no es lo que cobra", f'"{span}" is not what they charge'),
                    )
            if sellers and not any(_letters(name) in s or s in _letters(name) for s in sellers):
                span = sentence.plain[start:end]
                yield Problem(
                    "attribution", span, Localised(f"«{span}»: no consta su precio", f'"{span}": no price of theirs')
                )


def _bills(name: str, cards: Sequence[Card], support: Support) -> Iterator[float]:
    """What a month's use, reckoned with a seller's prices, costs there."""
    for card in cards:
        row = support.recommendations.get(card.model)
        cost = row.cost if row else None
        if cost and _letters(cost.provider) == _letters(name):
            yield cost.usd_month


_SERVES = re.compile(
    r"\b(?:available|disponible\w*|ofrec\w+|offer\w*|serv(?:ed|es?|ing|id[oa])|sirve[n]?|host\w*|aloja\w*|rent\w*|alquil\w+|contrat\w+|found (?:at|on)|through|via|a traves de|providers?|proveedor(?:es)?|plataformas?|platforms?|sells?|vende[n]?)\b"
)
_NOT_THERE = re.compile(r"\b(?:no|not|n't|nor|ni|tampoco|neither|unlike|a diferencia|except|salvo)\b")


def check_served(sentence: Sentence, support: Support) -> Iterator[Problem]:
    """ "Available at A, B and C": each of them must be on record as selling the model."""
    if sentence.question or not _SERVES.search(sentence.folded) or _NOT_THERE.search(sentence.folded):
        return
    makers = {fold(card.vendor) for card in support.cards.values()}
    inside = [(m.start, m.end) for m in sentence.mentions if m.kind in ("model", "short")]
    for name in sorted(support.providers):
        found = (
            None if fold(name) in makers else re.search(rf"(?<![\w-]){re.escape(fold(name))}(?![\w-])", sentence.folded)
        )
        if found is None or any(a < found.end() and found.start() < b for a, b in inside):
            continue
        models = {m for n in sentence.owners.named for m in n.models} or {*sentence.owners.carried().models}
        cards = [support.cards[m] for m in models if m in support.cards]
        facts = [f for card in cards for held in card.facts.values() for f in held]
        if cards and not any(f.provider and _letters(f.provider) == _letters(name) for f in facts):
            span = sentence.plain[found.start() : found.end()]
            why = Localised(f"«{span}»: no consta que lo ofrezca", f'"{span}": not on record as offering it')
            yield Problem("attribution", span, why)


def _told(quantity: Quantity, price: float) -> bool:
    return any(abs(value - price) <= max(0.5 * step, 0.005 * price) for value, step in quantity.readings)


_SOLD = ("price_in_usd_per_m", "price_out_usd_per_m", "price_cached_in_usd_per_m", "price_batch_in_usd_per_m")


def _prices(card: Card) -> dict[str, float]:
    """USD for a million tokens in and one out, by provider in bare letters; of those that state both."""
    sides = []
    for field in ("price_in_usd_per_m", "price_out_usd_per_m"):
        held: dict[str, float] = {}
        for fact in card.all(field):
            if fact.provider and fact.number is not None:
                held.setdefault(_letters(fact.provider), fact.number)
        sides.append(held)
    return {name: sides[0][name] + sides[1][name] for name in sides[0].keys() & sides[1].keys()}


def _named(sentence: Sentence, match: re.Match[str], providers: tuple[str, ...]) -> str | None:
    """The provider that is said to be so: the first after the words, else the last before them."""
    after = _letters(re.split(r"[.;]\s", sentence.folded[match.end() :])[0])
    before = _letters(re.split(r"[.;]\s", sentence.folded[: match.start()])[-1])
    following = sorted((after.find(p), p) for p in providers if p in after)
    if following:
        return following[0][1]
    leading = sorted((before.rfind(p), p) for p in providers if p in before)
    return leading[-1][1] if leading else None


def _letters(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.lower())
