"""How much of a model's window a text of so many tokens takes: "33K tokens, about an eighth of its window"."""

from __future__ import annotations

import re

from advisor.answer.checks.measures import Measures
from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.antecedents import Owner
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.relations import Relation
from advisor.answer.figure import PAGE_TOKENS
from advisor.answer.support import Support

_OF_WINDOW = re.compile(
    r"[^.;:]{0,12}?\b(?:of|del?)\s+(?:(?:its|the|that|la|su|el|ese|esa)\s+)?(?:(?:whole|full|entire|total)\s+)?(?:\w+ )?(?:window|context|ventana|contexto)\b"
)


_MANY = re.compile(
    r"\s+(?:(?:de (?:tus|esos|estos|los)|of (?:your|these|those|the)|such|whole|full|enter[oa]s|complet[oa]s) )?(?:[\w-]+ )?(?:contrat\w+|contracts?|documentos?|documents?|libros?|books?|informes?|reports?|manual(?:es)?|manuals?|papers?|expedientes?|case files?|actas?|minutes)\b"
)
_ROOM = re.compile(
    r"\b(?:ventana|contexto|window|context|cab\w+|entra\w*|meter\w*|fits?|holds?|room|hueco|sitio|de (?:golpe|una vez)|at once|in one go)\b"
)


def holds_so_many(sentence: Sentence, quantity: Quantity, owner: Owner, support: Support) -> bool:
    """ "Room for more than fifteen contracts": the window by the length of one that the person told."""
    if quantity.unit not in ("bare", "count:document") or not quantity.readings or not _ROOM.search(sentence.folded):
        return False
    if quantity.unit == "bare" and not _MANY.match(sentence.folded, quantity.end):
        return False
    one = [q.readings[0][0] * PAGE_TOKENS for q in support.person if q.unit == "page" and q.readings]
    one += [f.value for f in support.figures.get(None, ()) if f.field == "need:min_context_tokens"]
    value = quantity.readings[0][0]
    for model in owner.models or support.topics[:1]:
        for window in (f.value for f in support.figures.get(model, ()) if f.field == "context_tokens"):
            if any(value * 0.97 <= window / length < value * 1.12 + 1 for length in one if length):
                return True
    return False


def of_a_window(sentence: Sentence, relation: Relation, measures: Measures) -> bool:
    """Whether a share is that of a length told in the sentence in the model's window."""
    end = relation.quantity.end if relation.quantity else relation.start
    if (
        relation.ratio is None
        or relation.ratio[0] > 1
        or not _OF_WINDOW.search(sentence.folded[end : relation.end + 30])
    ):
        return False
    owner = sentence.owners.of(relation.start, relation.end)
    value, tolerance = relation.ratio
    for quantity in sentence.quantities:
        if quantity is relation.quantity or quantity.unit not in ("tokens", "page") or not quantity.readings:
            continue
        told = quantity.readings[0][0] * (PAGE_TOKENS if quantity.unit == "page" else 1.0)
        for model in owner.models or measures.support.topics[:1]:
            window = measures.value("context_tokens", model)
            if window and abs(told / window - value) <= max(0.1, tolerance) * value:
                return True
    return False
