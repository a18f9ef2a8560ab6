"""Verbs in the past of a third person, in both languages: what somebody or something did."""

from __future__ import annotations

import re

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


_I_DID = re.compile(r"\w{2,}[éí]")
_NO_VERB = wordset("que porque asi aqui alli ahi casi tambien cafe se bebe comite este quiza ingles frances")
"""Words in an accented é or í, or like them, that are no verbs."""
_HAVING = wordset("he has ha hemos han ive weve have theyve shes hes has")
_DONE = re.compile(r"\w{2,}(?:ado|ido|ados|idos|cho|sto|rto|ed|en|own|one)")
_NOT_DONE = wordset("need been bed ten then when even lado modelo mucho")
_EN_PAST = wordset(
    "quiso pudo vimos did went gave told saw paid made left took wrote ran found bought lost fell broke hated loved cried died"
)


def was_done(reading: Reading, i: int) -> bool:
    """Whether the word tells what somebody did, oneself included ("dejé", "I paid", "han pintado", "we once ran up")."""
    message = reading.message
    if message.tokens[i].kind != "word":
        return False
    word = message.words[i]
    if is_past(reading, i) or word in _EN_PAST:
        return True
    if _I_DID.fullmatch(message.quote(i, i + 1).lower()) and word not in _NO_VERB:
        return True
    after = message.words[i + 1 : i + 3]
    return word in _HAVING and any(_DONE.fullmatch(w) and w not in _NOT_DONE for w in after)
