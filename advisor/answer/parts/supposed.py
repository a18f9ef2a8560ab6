"""What goes on being supposed where the question put last has had no answer."""

from __future__ import annotations

from advisor.answer.parts.phrases import assumption_in_words
from advisor.domain.answers import Evidence
from advisor.domain.language import Localised

_BY_INTERNET = Localised("un servicio por internet", "a service over the internet")
_MACHINE = ("vram_gb", "ram_gb")


def supposed(evidence: Evidence) -> str:
    """In words; "" where no question was put, or the message asks one itself."""
    key = evidence.awaited
    if "?" in evidence.text or "¿" in evidence.text:
        return ""
    if key == "local":
        return _BY_INTERNET.in_(evidence.language) if evidence.needs.flag("local") is None else ""
    found = next((a for a in evidence.assumptions if a.key in _MACHINE), None) if key in _MACHINE else None
    return assumption_in_words(found.key, found.value, evidence.language) if found else ""
