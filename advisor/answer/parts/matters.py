"""What is asked in passing and stands on no card: the words of knowledge/matters.yaml, and how the guide's section begins."""

from __future__ import annotations

from advisor.answer.parts.cite import Citer
from advisor.answer.parts.figures import own_hardware
from advisor.domain.answers import Evidence
from advisor.domain.formats import day


def matter(evidence: Evidence, cite: Citer) -> list[str]:
    """A paragraph of what can be said, and one of the guide where it has a section on it."""
    if evidence.matter is None:
        return []
    card, language = evidence.beside, evidence.language
    words = evidence.matter.at_home if own_hardware(evidence.needs) else evidence.matter.say
    told = words.in_(language).format(
        model=card.name if card else "", maker=card.vendor if card else "", date=day(evidence.data_date, language)
    )
    return [told, *(cite.quoted(section) for section in evidence.sections if section.id == evidence.matter.section)]
