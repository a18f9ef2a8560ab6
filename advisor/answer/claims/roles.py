"""What a figure is said to be (input or output, total or active ...), read from the words around it.

A role is a tag such as "input". Figures of the evidence carry tags too; the two must not contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from advisor.answer.claims.quantities import Quantity

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("input", r"\b(?:in(?= (?:and|/) out\b)|entradas?|inputs?|prompts?|takes? in|(?:por|for|to) (?:leer|read(?:ing)?))\b"),
        ("reading", r"\b(?:reads(?! as\b)|(?:can|will|may) read|leen?)\b"),
        ("output", r"\b(?:(?<=in and )out|(?<=in / )out|(?<=in/)out|salidas?|outputs?|completions?|generad[oa]s?|generan?|generar|generat(?:e|es|ed|ing|ion)|escrib\w+|writ(?:e|es|ten|ing)|respuestas?|responden?|responder|contestan?|contestar|responses?|(?:for|to) writing|answers? (?:with|of|in|up to)|(?:length|size) of (?:its|the|their) (?:answers|replies|responses)|(?:in|with|as|into) (?:one|a single|a) (?:\w+ )?(?:answer|reply|response)|(?:long|short)(?:er|est)? (?:answers?|texts?)|gives? back|returns?|devuelve\w*|repl(?:y|ies)|produc(?:e|es|ing|ir))\b"),
        ("cached", r"(?<!kv )\b(?:cache|cachead[oa]s?|cached|caching)\b(?! kv)"),
        ("batch", r"\b(?:batch(?:es|ed)?|lotes?)\b"),
        ("context", r"\b(?:contextos?|contexts?|ventanas?|windows?)\b"),
        ("training", r"\b(?:pre-?entren\w+|pre-?train\w*|entrenad[oa]s?(?: con| en| sobre)?|entreno(?: con)?|entrenaron|trained(?: on| with)?|training (?:tokens|data|corpus)|corpus)\b"),
        ("sliding", r"\b(?:deslizantes?|sliding)\b"),
        ("vocab", r"\bvocabular\w+"),
        ("active", r"\b(?:activ[oa]s?|activa|active|activated|activates|activan|por token|per token|at a time|a la vez|at (?:any )?one time|en cada momento|(?:for|on|with|at|to) (?:each|any|every) (?:single )?(?:token|word)|(?:en|por|con|para|a) cada (?:token|palabra)|enciend\w+|trabaj\w+|en cada paso|at work)\b"),
        ("total", r"\b(?:total(?:es)?|overall|en total)\b"),
        ("price", r"(?:\b(?:precios?|prices?|pricing|priced|costes?|costos?|costs?|cuestan?|tarifas?|usd|dolar(?:es)?|dollars?|cobran?|charges?|sale[n]? (?:por|a)|valen?|comes? to|bills?|baja a)\b|\$)"),
        ("month", r"\b(?:mes|mensual(?:es|mente)?|months?|monthly)\b"),
        ("speed", r"\b(?:velocidad(?:es)?|speeds?|throughput|tokens?/s|tps|rapid\w+|fast\w*)\b"),
        ("latency", r"\b(?:primer token|first (?:answer )?token|latenc\w+|ttft|tarda\w*|espera|wait\w*|arran\w+)\b"),
        ("usage", r"\b(?:needs|requires?|necesitan?|ocupan?|requieren?|takes?|uses?|usan?|consumen?|consumes?|pesan?)\b"),
        ("memory", r"\b(?:memoria|memory|vram|ram|gb)\b"),
        ("weights", r"\b(?:los pesos|pesos ocupan|pesos|(?<!open )(?<!open-)(?<!closed )weights)(?! (?:abiert|public|descarg|cerrad|are open|son abiert)\w*)\b"),
        ("kv", r"\b(?:cache kv|kv[ -]?cache|kv)\b"),
        ("free", r"\b(?:libres?|free|disponibles?|available|spare|left|sobr\w+|tienes|you have|dispones)\b"),
        ("score", r"\b(?:puntuacion(?:es)?|puntuan?|scores?|scored|scoring|nota|rat(?:ed|ing|ings)|valorad[oa]|valoracion|empatad[oa]s?|tied|puntos?|points?|obtiene|encaje|match|elo)\b"),
        ("weight", r"\b(?:peso del?|pondera\w*|weighted|weight of|weighs|pesa)\b"),
        ("params", r"\b(?:parametros?|parameters?|params?|tamano|size[ds]?)\b"),
        ("lora", r"\b(?:q?lora|peft)\b"),
        ("full", r"\b(?:ajuste completo|full (?:fine-?)?tun\w+|entrenamiento completo)\b"),
        ("cutoff", r"\b(?:corte|cut-?off|conocimientos?|knowledge|knows|knew|(?:informacion|datos|data) (?:\w+ )?(?:llega\w*|alcanza\w*|acaba\w*|termina\w*|goes|runs|ends|stops|reaches)|(?<!se )sabe)\b"),
        ("release", r"\b(?:publicad\w+|publicacion|publico|lanzad\w+|lanzamiento|lanzo|releas\w+|salio|launch\w*|came out|presentad\w+|anunciad\w+|announced|estrenad\w+|(?:en el mercado|disponibles?|en la calle|entre nosotros|existe\w*) desde|(?:on the market|available|around|out|existed) since|dates? (?:from|back to)|data de)\b"),
        ("retirement", r"\b(?:retir\w+|deprecat\w+|shut\w*|sunset\w*|descontinu\w+|discontinu\w+|end of life)\b"),
        ("place", r"\b(?:puesto|lugar|places?|posicion|position|rank(?:ed|s|ing)?|clasificacion)\b"),
        ("layers", r"\b(?:capas?|layers?)\b"),
        ("heads", r"\b(?:cabezas?|heads?)\b"),
        ("experts", r"\b(?:expertos?|experts?)\b"),
        ("hidden", r"\b(?:dimension oculta|hidden (?:size|dimension))\b"),
        ("languages", r"\b(?:idiomas?|lenguas?|languages?)\b"),
        ("arena", r"\b(?:arena|lmarena|elo)\b"),
        ("measured", r"\b(?:medid[oa]s?|medimos|measured|benchmarked|comprobad[oa]s?|verified|probad[oa]s?|tested|in tests|en pruebas)\b"),
    )
)  # fmt: skip

_IO = frozenset({"input", "output"})
_TOKENS = frozenset({"context", "output", "training", "sliding", "vocab"})
_PRICES = (_IO, frozenset({"cached"}), frozenset({"batch"}))
_PARTS = (frozenset({"active", "total"}),)
_GROUPS: dict[str, tuple[frozenset[str], ...]] = {
    "tokens": (_IO, _TOKENS), "usd/M": _PRICES, "usd": _PRICES, "params": _PARTS, "count:expert": _PARTS,
    "count:layer": (*_PARTS, frozenset({"kv"})), "count:head": (frozenset({"kv"}),),
    "GB": (frozenset({"usage", "free"}), frozenset({"kv"}), frozenset({"total", "weights"})), "date": (frozenset({"cutoff", "release", "retirement"}),),
    "tokens/month": (_IO,),
}  # fmt: skip
"""By the figure's unit: within a group, tags that are said must be among the figure's."""

TOPICS: frozenset[str] = frozenset({"input", "output", "cached", "batch", "price", "context"})
"""Roles that a sentence may take over from the one before: "Its replies are shorter. It stops at 66K tokens."."""

_METHODS = frozenset({"lora", "full"})
"""Ways of tuning: a figure of one is not one of the other."""

_SHARED: frozenset[str] = (
    _IO
    | _TOKENS
    | {"cached", "batch", "price", "score", "params", "languages", "speed", "latency", "memory", "reading", "place"}
)
"""Roles that one figure may take from its neighbour: "128K and 32K of context"."""

_FIXED: frozenset[str] = _IO | _TOKENS | {"cached", "batch", "reading"}
"""Shared roles that a figure with one of its own does not take over."""

_TELLING: frozenset[str] = _SHARED | {
    "active",
    "total",
    "layers",
    "experts",
    "heads",
    "usage",
    "free",
    "kv",
    "weights",
    "speed",
    "latency",
}
"""Roles that by themselves say what a figure is."""

_CUT = re.compile(
    r"[;,()|]|\s[-]\s|\b(?:y|e|and|con|with|frente a|vs\.?|versus|against|mientras|while|aunque|although|though|porque|because|pero|but|plus)\b|\s/\s|/"
)


_UNIT_TAIL = re.compile(
    r"\s*/\s*(?:1 ?)?(?:m|mm|mtoks?|millon|million|k|ktok|mes|month|mo|s|seg|dia|day|token)\b(?:\s*tok(?:en)?s?\b)?"
)
"""The slash of "0.13 $/M" parts nothing."""


def find_roles(folded: str) -> list[tuple[int, str]]:
    """(position of the last letter, role), in order of place."""
    return sorted((m.end() - 1, role) for role, pattern in _ROLES for m in pattern.finditer(folded))


def roles_of(folded: str, quantities: Sequence[Quantity]) -> list[frozenset[str]]:
    """The roles of each quantity, from its own stretch of the sentence, else from its neighbours of the same unit."""
    roles = find_roles(folded)
    if not quantities:
        return []
    bounds = _bounds(folded, quantities, roles)
    own = [_own(folded, q, [r for r in roles if bounds[i] <= r[0] < bounds[i + 1]]) for i, q in enumerate(quantities)]
    own = [
        said | ({"free"} if _LEAVES.search(folded[: q.start]) else set())
        for q, said in zip(quantities, own, strict=True)
    ]
    own = _parts(folded, quantities, _zipped(quantities, roles, own))
    return [_filled(own, quantities, i) | persons(folded, quantities[i]) for i in range(len(own))]


_LEAVES = re.compile(
    r"\b(?:leav(?:es?|ing)|dejan?|dejando|sobran?|quedan?)\s+(?:libres |free |only |just |apenas |solo |casi |unos |about |you |te )*$"
)
"""Words right before a memory that is left."""
_PERSON_BEFORE = re.compile(
    r"\b(?:(?:tus?|your)\s+(?:\w+\s+){0,3}(?:de\s+|of\s+)?|"
    r"(?:presupuesto|budget|limite|limit|tope|minimo|minimum|maximo que|requisitos?|requirements?|need|necesidad)\b[^.;,]{0,24}|"
    r"(?:you (?:have|need|asked(?: for)?|want(?:ed)?|said|set|require)|tienes|pides|pediste|has pedido|necesitas|quieres|dijiste|indicaste)\b[^.;,]{0,20})"
    r"(?:us)?\$?\s?$"
)
_PERSON_AFTER = re.compile(
    r"\s*(?:de )?(?:budget|presupuesto|limite?|ceiling|cap|tope|requirements?|requisitos?|conditions?|condicion|minimum|minimo)\b|"
    r"[^.;,]{0,24}?\b(?:que (?:has |me has )?(?:pid|ped|necesit|quier|pus|puesto|dij|dich|tien|marc|exig|indic)\w*\b(?! (?:este|el|tu|ese) uso\b)|"
    r"you (?:need|want|asked|said|have|set|gave|mentioned|require)|(?:de|of) (?:tus?|your)\b(?! (?:\w+ )?\d)|needed|requested|(?:que|that) (?:you can|puedes) (?:use|usar)\b|(?:you|it) can use\b|(?:que )?puede usar\b)"
)


def persons(folded: str, quantity: Quantity) -> frozenset[str]:
    """The role "own" where the words right around a figure say that it is the person's: "your 12 GB", "los 50 que pides"."""
    before = folded[max(0, quantity.start - 45) : quantity.start]
    if _PERSON_BEFORE.search(before) or _PERSON_AFTER.match(folded, quantity.end):
        return frozenset({"own"})
    return frozenset()


BESIDE = 24
"""Characters by which one role may lie farther from a figure than another that it does not go with, and still count."""

_FAR = re.compile(r"[,;:()]")


def _own(folded: str, quantity: Quantity, roles: Sequence[tuple[int, str]]) -> frozenset[str]:
    """The roles of a stretch; what follows a comma counts only where nothing before it says what the figure is."""
    far = _FAR.search(folded, quantity.end)
    near = [(at, r) for at, r in roles if far is None or at < far.start()]
    kept = near if any(r in _TELLING for _, r in near) else list(roles)
    rivals = _IO | _TOKENS
    nearest = min((_gap(quantity, at) for at, r in kept if r in rivals), default=0)
    return frozenset(r for at, r in kept if r not in rivals or _gap(quantity, at) <= nearest + BESIDE)


def _gap(quantity: Quantity, at: int) -> int:
    return max(quantity.start - at, at - quantity.end, 0)


def _bounds(folded: str, quantities: Sequence[Quantity], roles: Sequence[tuple[int, str]]) -> list[int]:
    bounds = [0]
    prefix = any(at < quantities[0].start for at, _ in roles)
    for here, after in pairwise(quantities):
        tail = _UNIT_TAIL.match(folded, here.end)
        cuts = [m.start() for m in _CUT.finditer(folded, tail.end() if tail else here.end, after.start)]
        if cuts:
            bounds.append(_best_cut(folded, cuts, after))
            continue
        between = [at for at, _ in roles if here.end <= at < after.start]
        bounds.append(between[-1] if prefix and between else after.start)
    return [*bounds, len(folded) + 1]


def _best_cut(folded: str, cuts: Sequence[int], after: Quantity) -> int:
    """The first cut that is not the bracket around words on the figure before: "16K (output) and input 5" parts at "and"."""
    opened = [cut for cut in cuts if folded[cut] == "(" and ")" not in folded[cut : after.start]]
    if opened and after.unit == "GB":
        return opened[-1]
    for cut in cuts:
        if folded[cut] == "(" and ")" in folded[cut : after.start]:
            continue
        if re.match(r"\s*(?:con|with)\b", folded[cut:]) and any(folded[c] in ",;" for c in cuts if c > cut):
            continue
        return cut
    return cuts[-1]


def _repeated(quantities: Sequence[Quantity], own: list[frozenset[str]]) -> list[frozenset[str]]:
    """ "A costs 1 in and 5 out; B costs 0.25 and 2": a second pair of prices is read as the first."""
    io = frozenset({"input", "output"})
    for i in range(len(quantities) - 3):
        four = quantities[i : i + 4]
        roles = [own[j] & io for j in range(i, i + 4)]
        if all(q.unit.startswith("usd") or q.unit == "bare" for q in four) and four[0].unit in ("usd/M", "usd"):
            if len(roles[0]) == len(roles[1]) == 1 and roles[0] != roles[1] and not roles[2] and not roles[3]:
                own[i + 2], own[i + 3] = own[i + 2] | roles[0], own[i + 3] | roles[1]
    return own


def _headed(
    quantities: Sequence[Quantity], said: Sequence[tuple[int, str]], own: list[frozenset[str]]
) -> list[frozenset[str]]:
    """ "Price, in and out: A 2.85 and 14.25, B 1.30 and 2.60": both directions ahead of several pairs of prices."""
    money = [i for i, q in enumerate(quantities) if q.unit.startswith("usd") or q.unit == "bare"]
    if len(money) < 4 or len(money) % 2 or len(money) != len(quantities) or len({r for _, r in said}) < 2:
        return own
    if len(said) == 2 and all(at < quantities[0].start for at, _ in said):
        for n, i in enumerate(money):
            own[i] = (own[i] - {"input", "output"}) | {said[n % 2][1], "price"}
    return own


def _zipped(
    quantities: Sequence[Quantity], roles: Sequence[tuple[int, str]], own: list[frozenset[str]]
) -> list[frozenset[str]]:
    """ "0.15/0.60 (input/output)": as many prices as directions, named apart from them, belong together in order."""
    said = [(at, r) for at, r in roles if r in ("input", "output")]
    own = _headed(quantities, said, own)
    own = _repeated(quantities, own)
    priced = [i for i, q in enumerate(quantities) if q.unit.startswith("usd") or q.unit in ("bare", "tokens")]
    money = [i for i in priced if quantities[i].unit.startswith("usd")] or priced
    if len({quantities[i].unit == "usd/month" for i in money}) > 1:
        money = [i for i in money if quantities[i].unit != "usd/month"]
    if len(said) != len(money) or len({role for _, role in said}) < 2:
        return own
    each = [own[i] & {"input", "output"} for i in money]
    if all(len(e) == 1 for e in each):
        return own
    for i, (_, role) in zip(money, said, strict=True):
        own[i] = (own[i] - {"input", "output"}) | {role}
    return own


_OF_ITS = re.compile(
    r"\s*(?:out of|of|de)\s+(?:(?:its|sus|the|los|un total de|a total of)?\s*(?:total\s*)?|\S+(?: \S+){0,3}?'s\s+(?:total\s+)?)"
)
_OUT_OF_ITS = re.compile(r"\b(?:de|of)\s+(?:sus|los|its|the|his)\s+$")
_FROM = re.compile(r"\b(?:from|de|desde)\s+$")
_TO = re.compile(r"\s*(?:to|a|hasta)\s*")


def _parts(folded: str, quantities: Sequence[Quantity], own: list[frozenset[str]]) -> list[frozenset[str]]:
    """ "9.4B of its 118B": active of total. "from 0.25 to 0.025 with caching": only the second is the cached price."""
    for i, (here, after) in enumerate(pairwise(quantities)):
        between = folded[here.end : after.start]
        if here.unit == after.unit == "params" and _OF_ITS.fullmatch(between):
            own[i] = (own[i] - {"total"}) | {"active"}
            own[i + 1] = (own[i + 1] - {"active"}) | {"total"}
        whole = here.unit == after.unit == "params" and _OUT_OF_ITS.search(folded[: here.start])
        if whole and re.search(r"\b(?:activ|us[ae]|trabaj|work)", folded[here.end : after.end + 12]):
            own[i] = (own[i] - {"active"}) | {"total"}
            own[i + 1] = (own[i + 1] - {"total"}) | {"active"}
        special = own[i] & {"cached", "batch"}
        if special and _TO.fullmatch(between) and _FROM.search(folded[max(0, here.start - 8) : here.start]):
            own[i], own[i + 1] = own[i] - special, own[i + 1] | special
    return own


def _filled(own: Sequence[frozenset[str]], quantities: Sequence[Quantity], i: int) -> frozenset[str]:
    if own[i] & _FIXED:
        return own[i]
    for j in chain(range(i - 1, -1, -1), range(i + 1, len(own))):
        counted = quantities[i].unit in ("page", "word") and quantities[j].unit == "tokens"
        alike = (
            counted
            or _family(quantities[j]) == _family(quantities[i])
            or "bare" in (quantities[i].unit, quantities[j].unit)
        )
        shared = _SHARED | {"free"} if quantities[i].unit == "GB" and not own[i] & {"usage", "own"} else _SHARED
        if alike and own[j] & shared:
            return own[i] | (own[j] & shared)
    return own[i]


def _family(quantity: Quantity) -> str:
    return "usd" if quantity.unit.startswith("usd") else quantity.unit


def agree(said: frozenset[str], unit: str, tags: frozenset[str], must: frozenset[str] = frozenset()) -> bool:
    """Whether a figure with these tags may be what is said; `must` are tags without which it may not be meant."""
    if not must <= said:
        return False
    if said & _METHODS and tags & _METHODS and not said & tags & _METHODS:
        return False
    return all(not said & group or bool(tags & group & said) for group in _GROUPS.get(unit, ()))


_OF_A_COMPARISON = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("input", r"\b(?:entrada|input)\b"),
        ("output", r"\b(?:salida|output)\b"),
        ("month", r"\b(?:al mes|mensual\w*|month\w*|facturas?|bills?)\b"),
        ("active", r"\b(?:activ[oa]s|active)\b"),
        ("unthinking", r"\b(?:sin (?:razonar|pensar)|without (?:reasoning|thinking)|non-?reasoning)\b"),
    )
)


def roles_near(folded: str, start: int, end: int) -> frozenset[str]:
    """What the words around a comparison say that it is of."""
    near = folded[max(0, start - 40) : end + 50]
    beside = re.split(r"[:;]", near[: start - max(0, start - 40)])[-1] + re.split(r"[:;]", folded[start : end + 50])[0]
    found = frozenset(role for role, pattern in _OF_A_COMPARISON if pattern.search(near))
    return found if re.search(r"\bactiv", beside) else found - {"active"}
