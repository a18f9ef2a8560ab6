"""The person's own figures: what they have, allow or asked for, which is no fact of a model."""

from __future__ import annotations

import re

from advisor.answer.checks.sentence import Sentence
from advisor.answer.checks.values import same_value
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity
from advisor.answer.support import Support


def may_be_need(sentence: Sentence, quantity: Quantity, roles: frozenset[str], owner: Owner) -> bool:
    """The person's own figures: said to be theirs, or told ahead of any model ("For this (50 USD a month), ...")."""
    if not owner.models or "own" in roles or quantity.unit == "tokens/month":
        return True
    if quantity.unit == "tokens" and not sentence.owners.named and _THING.match(sentence.folded):
        return True
    if _TOLD.search(sentence.folded[: quantity.start]) or _REPLACED.search(sentence.folded[: quantity.start]):
        return True
    if owner.general and re.search(
        r"\b(?:your|tus?|supuesto|supongo|supon\w*|asum\w*|assum\w*|anotad\w*|noted|pedido|asked)\b", sentence.folded
    ):
        return True
    against = re.search(
        r"\b(?:frente al?|against|vs\.?|versus|contra)\s+(?:los |the |unos )?(?:us)?\$?\s?$",
        sentence.folded[: quantity.start],
    )
    if against and re.search(r"\b(?:presupuesto|budget|limite?|tienes|you have|tope)\b", sentence.folded):
        return True
    if part_of_theirs(sentence, quantity) or given_ahead(sentence, quantity):
        return True
    ahead = not any(m.start < quantity.start for m in sentence.owners.named)
    return ahead and bool(
        re.match(r"\W*(?:para|for|con un presupuesto|with a budget|given|dado|dados|dadas)\b", sentence.folded)
    )


def part_of_theirs(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Leaving most of the 300 USD": of those that were told."""
    return quantity.unit in ("usd", "usd/month") and bool(_THE.search(sentence.folded[: quantity.start]))


def given_ahead(sentence: Sentence, quantity: Quantity) -> bool:
    """ "With up to 40 dollars, ...", "of the models of up to 7B": what was asked, ahead of any name."""
    ahead = not any(m.start < quantity.start for m in sentence.owners.named)
    return ahead and quantity.unit in _CONDITIONS and bool(_GIVEN.match(sentence.folded))


_CONDITIONS = frozenset({"GB", "usd", "usd/month", "params"})
_GIVEN = re.compile(
    r"\W*(?:con|with|sin pasar de|within|under|por debajo de|(?:de|of|entre|among|from)(?: tod[oa]s)? (?:l[oa]s|the|all) (?:model[os]*|\w+) (?:de|of|up to|under|hasta|con|with)|hasta|up to)\b"
)
_THE = re.compile(
    r"\b(?:most|much|half|part|all|any|some|rest|la mayor parte|casi todo|parte|el resto|la mitad|nada|algo|(?:well |far |muy )?(?:under|below|within|inside|de sobra en|debajo|dentro)) (?:of |del? )?(?:the|l[oa]s|es[oa]s|those|that|your|tus)\s+(?:us)?\$?\s?$"
)


_HAD = re.compile(
    r"\b(?:(?:(?<!leaves )(?<!leave )(?<!leaving )(?<!gives )(?<!saves )(?<!run )(?<!runs )(?<!costs )(?<!cost )(?<!charge )(?<!charges )(?<!bill )(?<!set )you(?:'ve| have)?(?: got)?|tienes|dispones de|cuentas con|tus?|your)\s+(?:unos |only |solo |about )?|(?:tu|your|una|an?) (?:nvidia |geforce )?(?:(?:rtx|gtx|rx) ?)?\d{4}(?: ti| super)? (?:de|with|con|of) )$"
)
_ASKED_AHEAD = re.compile(
    r"\b(?:you(?:'ve| have)? (?:told me|said|mentioned)|(?:me )?(?:has|habias) (?:dicho|contado)|(?:me )?(?:dijiste|contaste))\b[^.;,:\d]{0,34}$|\b(?:you(?:'ve| have)? (?:asked for|requested|wanted|specified)|(?:me )?(?:has|habias) pedido|pediste)\s+(?:(?:at least|about|around|some|up to|unos|al menos|como minimo|hasta)\s+)?(?:us)?\$?\s?$"
)
_HAS_SO = re.compile(
    r"\b(?:la|el|the) (?:ram|memoria|memory|vram|portatil|laptop|tarjeta|card|gpu|equipo|machine|mac\w*|ordenador|servidor|server)(?: (?:del?|de la|de tu|of (?:the|your)) \w+)? (?:tienen?|has|es de|son de|is|are)\s+(?:unos |only |solo |about )?$|\b(?:tus?|your) (?:[\w-]+ ){1,3}?(?:tienen?|has|have|es de|son de|is|are|suman?|adds? up to|holds?|comes? with)\s+(?:unos |only |solo |about )?(?:us)?\$?\s?$"
)
""" "Your card has 16 GB"."""
_SET = re.compile(
    r"\b(?:presupuesto|budget|tope|ceiling|(?:tu|your) (?:limite?|cap|maximum|maximo))\s+(?:(?:de|of|is|es)\s+)?(?:unos |about )?(?:us)?\$?\s?$"
)
_PAYS = re.compile(
    r"\b(?:(?:willing to|prepared to|wants? to|quieren?|quieres|dispuest[oa]s? a)\s+(?:pay|spend|pagar|gastar\w*)(?: (?:up to|as much as|at most|only|less than|under|hasta|como mucho|menos de|un maximo de))?|"
    r"(?:pays?|spends?|afford|paga[rs]?|gasta[rs]?) (?:up to|at most|hasta|como mucho|un maximo de))\s+(?:us)?\$?\s?$"
)
_SAID = re.compile(
    r"\s*(?:tokens? )?(?:que (?:me )?(?:has |habias )?(?:ped|pid|dich|dij|mencion|indic|pus|puest)\w*|(?:that )?you(?:'ve| have)? (?:asked|mentioned|set|gave|said))\b"
)


def persons_own(sentence: Sentence, quantity: Quantity, support: Support) -> bool | None:
    """Whether a figure that is plainly said to be the person's is theirs; None where it is not said to be, or none is known."""
    before = sentence.folded[max(0, quantity.start - 60) : quantity.start]
    money = quantity.unit.startswith("usd")
    said = (
        _SAID.match(sentence.folded, quantity.end)
        or _ASKED_AHEAD.search(before)
        or (money and (_SET.search(before) or (quantity.unit != "usd/M" and _PAYS.search(before))))
    )
    had = quantity.unit == "GB" and _on_their_card(sentence, quantity, support)
    theirs = _HAD.search(before) or (quantity.unit == "GB" and _HAS_SO.search(before))
    if not said and not had and not ((money or quantity.unit == "GB") and theirs):
        return None
    unit = "usd" if quantity.unit.startswith("usd") else quantity.unit
    unit = "tokens" if unit == "bare" and quantity.scaled else unit
    held = [
        f
        for figures in support.figures.values()
        for f in figures
        if f.unit.startswith(unit) and (f.field.startswith("need:") or f.field == "fit.available")
    ]
    spoken = [q for q in support.person if q.unit.startswith(unit)]
    if not held and not spoken:
        return False if money and _PAYS.search(before) else None
    repeated = any(q.readings == quantity.readings for q in spoken)
    return repeated or any(same_value(quantity, f) for f in held)


def _on_their_card(sentence: Sentence, quantity: Quantity, support: Support) -> bool:
    """ "An RTX 4070 12GB": the memory told after the name of a card, or a machine, that the person named."""
    if not any(f.field in ("need:vram_gb", "need:ram_gb") for f in support.figures.get(None, ())):
        return False
    own = re.sub(r"[^a-z0-9]", "", fold(support.evidence.text))
    for mention in sentence.mentions:
        if mention.kind == "hardware" and mention.end <= quantity.start:
            named = re.search(r"\d{3,4}.*", re.sub(r"[^a-z0-9]", "", sentence.folded[mention.start : mention.end]))
            if (
                named
                and named.group() in own
                and re.fullmatch(r"\s*(?:\(|with|de|con|of)?\s*", sentence.folded[mention.end : quantity.start])
            ):
                return True
    return False


_TOLD = re.compile(
    r"\b(?:you(?:'ve| have)? (?:told|said|asked|mentioned|gave|given|set)|(?:me )?(?:has|habias) (?:dicho|pedido|contado|puesto)|dijiste|pediste|contaste|pones|do without|giv(?:e|ing) up|prescind\w+ de|renunci\w+ a)\b[^;.:,]*$"
)
_REPLACED = re.compile(
    r"\b(?:instead of|rather than|en vez de|en lugar de|down from|bajando de)\s+(?:los |the |your |tus? |a )?(?:us)?\$?\s?$"
)
""" "Settle for 131K instead of 1M"."""
_THING = re.compile(
    r"\W*(?:(?:una?|a|an|each|cada|tus?|your|un solo|one|los|las|the)\s+)(?:[\w.-]+\s+){0,2}?(?:contrat\w+|contracts?|documentos?|documents?|libros?|books?|informes?|reports?|facturas?|invoices?|pdfs?|textos?|texts?|paginas?|pages?|manual(?:es)?|manuals?|papers?|apuntes|notes|files?|archivos?|expedientes?|conversacion(?:es)?|conversations?)\b"
)
""" "A 200-page contract takes some 67,000 tokens" is said of the person's documents, not of a model."""


_ANY = re.compile(r"\b(?:an?|un|any|cualquier|modelos? de|models? of)\s+(?:modelo de |model of )?$")
""" "A 7B takes 14 GB": of any model of the size that was asked about."""


_CASES = frozenset({"count:request", "count:document", "count:record", "count:image", "count:user"})
"""Units of what the person counts."""


_SPANS = (
    (re.compile(r"\b(?:al dia|diari[oa]s?|cada dia|por dia|a day|per day|daily|each day|every day)\b"), 30.0),
    (re.compile(r"\b(?:a la semana|semanal\w*|cada semana|a week|per week|weekly|each week|every week)\b"), 4.33),
    (re.compile(r"\b(?:al mes|mensual\w*|cada mes|a month|per month|monthly|each month|every month)\b"), 12.0),
)
_LONGER = re.compile(r"\b(?:mes|mensual\w*|month\w*|ano|anual\w*|year\w*)\b")


def _by_the_day(folded: str, quantity: Quantity, support: Support) -> bool:
    """ "500 a day are some 15,000 a month": the person's own number, by the days of a month or the months of a year."""
    if quantity.unit not in _CASES | {"bare"} or not quantity.readings or not _LONGER.search(folded):
        return False
    told = {q.readings[0][0] for q in support.person if q.readings and q.unit in _CASES | {"bare", quantity.unit}}
    factors = [factor for span, factor in _SPANS if span.search(folded)]
    return any(abs(quantity.readings[0][0] / (t * f) - 1) <= 0.07 for t in told if t for f in factors)


def said_by_person(folded: str, quantity: Quantity, roles: frozenset[str], support: Support) -> bool:
    """A number of the person's own message may be repeated as theirs: "your 3,000 requests a day"."""
    counted = {support.evidence.needs.number(key) for key in ("items_once", "items_per_month", "users")} - {None}
    if (quantity.unit == "bare" or quantity.unit in _CASES) and not roles & {"score", "place"}:
        if any(value in counted for value, _ in quantity.readings):
            return True
    if _by_the_day(folded, quantity, support):
        return True
    of_theirs = "own" in roles or (quantity.unit in ("page", "word") and bool(_THING.match(folded)))
    of_theirs = of_theirs or quantity.unit == "money"
    of_theirs = of_theirs or (quantity.unit == "params" and bool(_ANY.search(folded[: quantity.start])))
    if not quantity.unit.startswith("count:") and not of_theirs:
        return False
    if quantity.unit in ("count:language", "count:model", "count:layer", "count:expert", "count:head"):
        return False
    return any(q.unit == quantity.unit and q.readings == quantity.readings for q in support.person)
