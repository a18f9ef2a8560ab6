"""Verbs in the past of a third person, in both languages: what somebody or something did."""

from __future__ import annotations

from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_PAST = wordset(
    "trajo hizo puso vino fue tuvo estuvo supo murio perdio salio subio nacio gano llamo solto decia venia queria ponia "
    "hacia sabia iba iban bought took went wrote broke came won beat quit got swore sold lost drew sang stole fell "
    "drank died threw forgot thought knew blew ate drove grew stood rang hid shot tore"
)
"""Past forms of the third person that no present form is like, but those by which a wish is passed on."""
_PRESENT_LIKE = wordset("graba acaba traba alaba caba prueba")


def is_past(reading: Reading, i: int) -> bool:
    word = reading.message.words[i]
    if reading.message.tokens[i].kind != "word":
        return False
    raw = reading.message.quote(i, i + 1).lower()
    spanish = (raw.endswith("ó") and len(raw) > 3) or word.endswith(("aron", "ieron", "jeron"))
    spanish = spanish or (word.endswith(("aba", "aban")) and word not in _PRESENT_LIKE and len(word) > 5)
    return spanish or word in _PAST
