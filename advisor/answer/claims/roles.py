"""What a figure is said to be (input or output, total or active ...), read from the words around it.

A role is a tag such as "input". Figures of the evidence carry tags too; the two must not contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from advisor.answer.claims.quantities import Quantity

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("input", r"\b(?:entradas?|inputs?|prompts?)\b"),
        ("output", r"\b(?:salidas?|outputs?|completions?|generad[oa]s?|generan?|generar|generat(?:e|es|ed|ing|ion)|escrib\w+|writ(?:e|es|ten|ing)|respuestas?|responses?|repl(?:y|ies)|produc(?:e|es|ing|ir))\b"),
        ("cached", r"(?<!kv )\b(?:cache|cachead[oa]s?|cached)\b(?! kv)"),
        ("batch", r"\b(?:batch|lotes?)\b"),
        ("context", r"\b(?:contextos?|contexts?|ventanas?|windows?)\b"),
        ("training", r"\b(?:pre-?entren\w+|pre-?train\w*|entrenad[oa]s? con|entreno con|trained (?:on|with)|training (?:tokens|data|corpus)|corpus)\b"),
        ("sliding", r"\b(?:deslizantes?|sliding)\b"),
        ("vocab", r"\bvocabular\w+"),
        ("active", r"\b(?:activ[oa]s?|activa|active|activated|activates|activan)\b"),
        ("total", r"\b(?:total(?:es)?|overall|en total)\b"),
        ("price", r"(?:\b(?:precios?|prices?|pricing|priced|costes?|costos?|costs?|cuestan?|tarifas?|usd|dolar(?:es)?|dollars?|cobran?|charges?)\b|\$)"),
        ("month", r"\b(?:mes|mensual(?:es|mente)?|months?|monthly)\b"),
        ("speed", r"\b(?:velocidad(?:es)?|speeds?|throughput|tokens?/s|tps|rapid\w+|fast\w*)\b"),
        ("latency", r"\b(?:primer token|first (?:answer )?token|latenc\w+|ttft|tarda\w*|espera|wait\w*|arran\w+)\b"),
        ("usage", r"\b(?:needs|requires?|necesitan?|ocupan?|requieren?|takes?|uses?|usan?|consumen?|consumes?|pesan?)\b"),
        ("memory", r"\b(?:memoria|memory|vram|ram|gb)\b"),
        ("weights", r"\b(?:los pesos|pesos ocupan|pesos|weights)\b"),
        ("kv", r"\b(?:cache kv|kv[ -]?cache|kv)\b"),
        ("free", r"\b(?:libres?|disponibles?|available|spare|tienes|you have|dispones)\b"),
        ("score", r"\b(?:puntuacion(?:es)?|puntuan?|scores?|scored|scoring|nota|rat(?:ed|ing|ings)|valorad[oa]|valoracion|puntos?|points?|obtiene|encaje|match|elo)\b"),
        ("weight", r"\b(?:peso del?|pondera\w*|weighted|weight of|weighs|pesa)\b"),
        ("params", r"\b(?:parametros?|parameters?|params?|tamano|size[ds]?)\b"),
        ("cutoff", r"\b(?:corte|cut-?off|conocimientos?|knowledge|sabe hasta)\b"),
        ("release", r"\b(?:publicad\w+|publicacion|publico|lanzad\w+|lanzamiento|lanzo|releas\w+|salio|launch\w*|came out|presentad\w+|anunciad\w+|announced|estrenad\w+)\b"),
        ("retirement", r"\b(?:retir\w+|deprecat\w+|shut\w*|sunset\w*|descontinu\w+|discontinu\w+|end of life)\b"),
        ("layers", r"\b(?:capas?|layers?)\b"),
        ("heads", r"\b(?:cabezas?|heads?)\b"),
        ("experts", r"\b(?:expertos?|experts?)\b"),
        ("hidden", r"\b(?:dimension oculta|hidden (?:size|dimension))\b"),
        ("languages", r"\b(?:idiomas?|lenguas?|languages?)\b"),
        ("arena", r"\b(?:arena|lmarena|elo)\b"),
        ("measured", r"\b(?:medid[oa]s?|medimos|measured|benchmarked|comprobad[oa]s?|verified|probad[oa]s?|tested|in tests|en pruebas)\b"),
        ("own", r"\b(?:tu|tus|tuy[oa]s?|su gpu|your|yours|pid(?:es|e|io|iste)|pediste|necesitas?|you (?:need|want|asked|said|have|mentioned|set)|quieres?|dijiste|has (?:pedido|dicho|indicado|puesto)|indicas(?:te)?|presupuesto|budget|requisitos?|requirements?|exiges|requested|asked|required|mencionas(?:te)?|limite de gasto|tope)\b"),
    )
)  # fmt: skip

_GROUPS: tuple[frozenset[str], ...] = (
    frozenset({"input", "output"}),
    frozenset({"cached"}),
    frozenset({"batch"}),
    frozenset({"active", "total"}),
    frozenset({"context", "output", "training", "sliding", "vocab"}),
    frozenset({"cutoff", "release", "retirement"}),
    frozenset({"usage", "free"}),
    frozenset({"kv"}),
)
"""Within a group, tags that are said must be among the figure's."""

_CUT = re.compile(r"[;,()|]|\s[-]\s|\b(?:y|e|and|con|with|frente a|vs\.?|versus|against|mientras|while|pero|but|plus)\b|\s/\s|/")


def find_roles(folded: str) -> list[tuple[int, str]]:
    """(position, role), in order of place."""
    return sorted((m.start(), role) for role, pattern in _ROLES for m in pattern.finditer(folded))


def roles_of(folded: str, quantities: Sequence[Quantity]) -> list[frozenset[str]]:
    """The roles of each quantity, from its own stretch of the sentence, else from its neighbours of the same unit."""
    roles = find_roles(folded)
    if not quantities:
        return []
    bounds = _bounds(folded, quantities, roles)
    own = [frozenset(r for at, r in roles if bounds[i] <= at < bounds[i + 1]) for i in range(len(quantities))]
    own = _zipped(folded, quantities, roles, own)
    return [_filled(own, quantities, i) for i in range(len(own))]


def _bounds(folded: str, quantities: Sequence[Quantity], roles: Sequence[tuple[int, str]]) -> list[int]:
    bounds = [0]
    prefix = any(at < quantities[0].start for at, _ in roles)
    for here, after in zip(quantities, quantities[1:], strict=False):
        cuts = [m.start() for m in _CUT.finditer(folded, here.end, after.start)]
        if cuts:
            bounds.append(cuts[0] if len(cuts) == 1 else _best_cut(folded, cuts, roles, here, after))
            continue
        between = [at for at, _ in roles if here.end <= at < after.start]
        bounds.append(between[-1] if prefix and between else after.start)
    return [*bounds, len(folded) + 1]


def _best_cut(
    folded: str, cuts: Sequence[int], roles: Sequence[tuple[int, str]], here: Quantity, after: Quantity
) -> int:
    """The first cut with a role after it and before the next figure, so that "(output) and input 5" parts before "and"."""
    for cut in cuts:
        if folded[cut] == "(" and ")" in folded[cut : after.start]:
            continue
        return cut
    return cuts[-1]


def _zipped(
    folded: str, quantities: Sequence[Quantity], roles: Sequence[tuple[int, str]], own: list[frozenset[str]]
) -> list[frozenset[str]]:
    """ "0.15/0.60 (input/output)": as many prices as directions, named apart from them, belong together in order."""
    said = [(at, r) for at, r in roles if r in ("input", "output")]
    priced = [i for i, q in enumerate(quantities) if q.unit.startswith("usd") or q.unit in ("bare", "tokens")]
    money = [i for i in priced if quantities[i].unit.startswith("usd")] or priced
    if len(said) != len(money) or len(said) < 2:
        return own
    each = [own[i] & {"input", "output"} for i in money]
    if all(len(e) == 1 for e in each):
        return own
    for i, (_, role) in zip(money, said, strict=True):
        own[i] = (own[i] - {"input", "output"}) | {role}
    return own


def _filled(own: Sequence[frozenset[str]], quantities: Sequence[Quantity], i: int) -> frozenset[str]:
    grouped = frozenset().union(*_GROUPS)
    if own[i] & grouped:
        return own[i]
    for j in (*range(i - 1, -1, -1), *range(i + 1, len(own))):
        if quantities[j].unit in (quantities[i].unit, "bare") or quantities[i].unit == "bare":
            return own[i] | own[j]
    return own[i]


def agree(said: frozenset[str], tags: frozenset[str], must: frozenset[str] = frozenset()) -> bool:
    """Whether a figure with these tags may be what is said; `must` are tags without which it may not be meant."""
    if not must <= said:
        return False
    return all(not said & group or tags & group & said for group in _GROUPS)
