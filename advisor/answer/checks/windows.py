"""How much of a model's window a text of so many tokens takes: "33K tokens, about an eighth of its window"."""

from __future__ import annotations

import re

from advisor.answer.checks.measures import Measures
from advisor.answer.checks.sentence import Sentence
from advisor.answer.claims.relations import Relation
from advisor.answer.figure import PAGE_TOKENS

_OF_WINDOW = re.compile(
    r"[^.;:]{0,12}?\b(?:of|del?)\s+(?:(?:its|the|that|la|su|el|ese|esa)\s+)?(?:(?:whole|full|entire|total)\s+)?(?:\w+ )?(?:window|context|ventana|contexto)\b"
)


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
