"""Who wants a model at home and another one over an API: told apart, so that both are recommended."""

from __future__ import annotations

import re

from advisor.answer.claims.folding import fold
from advisor.domain.needs import Needs
from advisor.scoring.relax import HARDWARE

_HERE = (
    r"(?:(?:en )?local(?:ly|mente)?|en casa|en (?:mi|nuestro) (?:pc|ordenador|equipo|servidor|maquina)|on.?prem\w*|at home"
    r"|on (?:my|our) (?:own )?(?:machine|pc|gpu|laptop|server|hardware|box))"
)
_THERE = r"(?:apis?|(?:la )?nube|cloud|servicio (?:externo|online|por internet|de fuera)|hosted|online service)"
_JOINED = r"(?:\by\b|\band\b|\bplus\b|\+|\bmas\b|\botr[oa]\b|\banother\b|\btambien\b|\balso\b|\bcomo\b|\bthen\b)"
_BETWEEN = (
    r"(?:(?!\bo\b|\bor\b|\bni\b|\bnor\b|\bsin\b|\bwithout\b|\bno\b|\bnada\b|\bnot\b|\bnunca\b|\bnever\b)[^.?!\n]){0,60}"
)
_BOTH = re.compile(
    rf"\b{_HERE}\b{_BETWEEN}{_JOINED}{_BETWEEN}\b{_THERE}\b|\b{_THERE}\b{_BETWEEN}{_JOINED}{_BETWEEN}\b{_HERE}\b"
    rf"|\b(?:hibrid[oa]|hybrid)\b{_BETWEEN}\b(?:{_HERE}|{_THERE})\b"
)


def wants_both(text: str) -> bool:
    """Whether a message asks for one model at home and one over an API, and not for either. Case and accents do not matter."""
    return bool(_BOTH.search(fold(text[:2000])))


def the_other_way(needs: Needs, at_home: bool) -> Needs:
    """The same needs for the other of the two: over an API nothing of the machine counts, nor that the data stays on it."""
    if not at_home:
        return needs.with_("local", True)
    rest = Needs({key: value for key, value in needs.values.items() if key not in (*HARDWARE, "min_tokens_per_s")})
    kept = [name for name in rest.names("priority") if name != "privacy"]
    return rest.with_("local", False).with_("priority", kept)
