"""What a model of so many parameters takes, and whether that goes into the card that was told."""

from __future__ import annotations

from advisor.domain.answers import Evidence
from advisor.domain.formats import number, tokens
from advisor.domain.language import Localised
from advisor.scoring.by_size import CONTEXT_TOKENS

_TAKES = Localised(
    "Un modelo de {}B pide unos {} GB a 4 bits (Q4_K_M), unos {} a 8 bits (Q8_0) y unos {} sin comprimir (fp16), con una conversación de "
    "{} tokens (estimación; cambia algo de un modelo a otro).",
    "A model of {}B takes about {} GB at 4 bits (Q4_K_M), about {} at 8 bits (Q8_0) and about {} uncompressed (fp16), with a conversation "
    "of {} tokens (estimated; it differs somewhat from one model to another).",
)
_FITS = Localised("En {} GB de memoria gráfica cabe a 4 bits{}.", "In {} GB of graphics memory it fits at 4 bits{}.")
_AND_EIGHT = Localised(", y también a 8", ", and at 8 as well")
_NOT = Localised(
    "En {} GB de memoria gráfica no cabe entero ni a 4 bits: el resto iría a la RAM, y mucho más despacio.",
    "In {} GB of graphics memory it does not fit whole even at 4 bits: the rest would go to RAM, and much slower.",
)


def by_size(evidence: Evidence) -> list[str]:
    """One paragraph; none where nothing of the kind is asked."""
    found, language = evidence.by_size, evidence.language
    if found is None:
        return []
    four, eight, whole = (gb for _, gb in found.takes)
    shown = [number(float(f"{gb:.3g}"), language, 0 if gb >= 10 else 1) for gb in (four, eight, whole)]
    told = _TAKES.in_(language).format(number(found.params_b, language, 1), *shown, tokens(CONTEXT_TOKENS, language))
    if found.room_gb is None:
        return [told]
    room = number(found.room_gb, language, 0)
    if four > found.room_gb:
        return [f"{told} {_NOT.in_(language).format(room)}"]
    more = _AND_EIGHT.in_(language) if eight <= found.room_gb else ""
    return [f"{told} {_FITS.in_(language).format(room, more)}"]
