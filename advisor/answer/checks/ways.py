"""Where one model at home and another one over an API are asked for: which of the two a sentence puts first."""

from __future__ import annotations

import re

from advisor.answer.checks.sentence import Sentence
from advisor.answer.support import Support

_API = re.compile(r"\b(?:apis?|nube|cloud|por internet|online|hosted|alojad[oa]|servicio (?:externo|de fuera))\b")
AT_HOME = re.compile(
    r"\b(?:en local|local(?:ly|mente)?|en casa|at home|(?:en|on|for|para|de|off|from|leaves?) (?:tu|your) (?:propi[oa] |own )?"
    r"(?:\w+ )?(?:equipo|ordenador|pc|maquina|machine|computer|grafica|tarjeta|card|gpu|servidor|server|laptop|portatil|mac|\d{4}))\b"
)
"""The person's own machine."""


def first_of_its_way(sentence: Sentence, support: Support) -> str | None:
    """The model that comes first for the one way that a sentence names; None where it names neither or both, or one alone was asked for."""
    evidence = support.evidence
    if evidence.other_way is None or evidence.ranking is None or not evidence.ranking.recommendations:
        return None
    at_home, online = bool(AT_HOME.search(sentence.folded)), bool(_API.search(sentence.folded))
    if at_home == online:
        return None
    needs, other = evidence.other_way
    return (other if needs.flag("local") is at_home else evidence.ranking.recommendations[0]).card.model
