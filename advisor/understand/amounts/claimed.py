"""Figures that were heard or were so once: "the salesman swore a 70B fits", "iba a 300 tokens/s"."""

from __future__ import annotations

from itertools import pairwise

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_CLAIMING = wordset(
    "juro jura juran juraba swore swears swear claims claimed claim insists insisted reckons reckon asegura aseguro aseguran dijo dijeron "
    "said told presume presumia brags bragged"
)
_TRYING = wordset(
    "probado probe probamos tried tested usaba usabamos tenia ran corria probando instale instalado bajado baje used had downloaded"
)
_WERE = wordset(
    "iba iban daba daban sacaba sacaban hacia tiraba corria was were ran got did hit gave went pulled tenia tenian fue"
)
_DESPAIR = wordset("no cant cannot wont dont not unusable inusable useless desespero desespera insufrible imposible ni")
_DID_YOU = (("did", "you"), ("have", "you"), ("do", "you"))
_MANAGED = wordset("lograste hiciste conseguiste haces logras consigues lograron hicisteis")
_REACH = 8
_FASTEST = 1000


def is_claimed(reading: Reading, amount: Amount) -> bool:
    """Whether a size said without a bound is another's claim, or of what was tried."""
    start, end = reading.sentence(amount.start)
    if amount.bound not in ("exact", "about") or reading.has("scope", "want", "must", start=start, end=end):
        return False
    said = reading.message.words[max(amount.start - 2 * _REACH, start) : amount.start]
    if any(pair in _DID_YOU for pair in pairwise(said)) or _MANAGED & set(said):
        return True  # "how did you get an 8B to run on a Pi?"
    claimed = bool(_CLAIMING & set(said[-_REACH:])) and bool({"que", "that", "a", "un", "una"} & set(said[-3:]))
    return claimed or bool(_TRYING & set(said))


def was_so(reading: Reading, amount: Amount) -> bool:
    """Whether a rate is told of the past: "on Groq it ran at 300 tokens/s"."""
    start, _ = reading.sentence(amount.start)
    said = reading.message.words[max(amount.start - _REACH, start) : amount.start]
    return amount.bound in ("exact", "about") and bool((_WERE | _CLAIMING) & set(said))


def is_wished_rate(reading: Reading, amount: Amount) -> bool:
    """ "It does 2 tokens a second, and under 15 I can't work", "he gets 120 t/s, I'd take 20": of rates told before."""
    rates = [h for h in reading.of("unit", "tps") if h.end <= amount.start]
    number = reading.number_from(amount.start)
    if amount.unit or amount.period not in ("", "second") or not rates or number is None or amount.high > _FASTEST:
        return False
    words = reading.message.words
    after = words[amount.end : min(amount.end + 4, reading.sentence(amount.start)[1])]
    if amount.bound in ("max", "min"):
        return bool(_DESPAIR & set(after))
    before = words[max(number.start - 3, 0) : number.start]
    counts = bool(after) and after[0].isalpha() and after[0] not in _ENOUGH_SAID
    return any(w.startswith(_SETTLING) for w in before) and not counts


_SETTLING = ("conform", "settle", "take", "happy", "content", "accept", "acept", "apan")
_ENOUGH_SAID = wordset("on in en con with for para me is would es and y or o if si")
