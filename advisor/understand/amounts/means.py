"""What one has to spend, told beside what others pay, or from a sum to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_TO = wordset("to - – a or o u")
_AND = wordset("y and e")
_BETWEEN = wordset("entre between")
_HAVING = wordset("have ive got tengo tenemos weve puedo podemos pongo can dispongo")
_ROUGHLY = wordset(
    "maybe about around like roughly some only just unos unas como solo quiza quizas mas menos spend gastar poner"
)
_DOING = wordset(
    "hacerlo hago hacemos haga hagan hacer do doing get getting conseguirlo sacarlo resolverlo montarlo have tenerlo"
)
_FOR = wordset("por for at")
_REACH = 4
_MOST = 3000


def as_ranges(reading: Reading, amounts: Sequence[Amount], currencies: Currencies) -> list[Amount]:
    """ "$15 to $25 a month", "10 € o 12 €": two sums of one sort are one, whose high end counts."""
    out = list(amounts)
    for a, b in pairwise(amounts):
        between = reading.message.words[a.end : b.start]
        joins = len(between) == 1 and between[0] in _TO
        joins = joins or (len(between) == 1 and between[0] in _AND and _is_led(reading, a))
        alike = a.unit == b.unit and currencies.knows(a.unit) and not a.period and a.high < b.high
        if joins and alike and a in out and b in out:
            bound = a.bound if a.bound == "max" else b.bound
            whole = replace(b, low=a.high, start=a.start, bound=bound)
            out = [whole if o is b else o for o in out if o is not a]
    return out


def _is_led(reading: Reading, amount: Amount) -> bool:
    return bool(_BETWEEN & set(reading.message.words[max(amount.start - 2, 0) : amount.start + 1]))


def is_at_hand(reading: Reading, amount: Amount, amounts: Sequence[Amount]) -> bool:
    """ "A friend pays $200 a month. I've got maybe $20": what one has, where what another pays a month was told."""
    words, at = reading.message.words, amount.start
    while at and amount.start - at < _REACH and (words[at - 1] in _ROUGHLY or words[at - 1] in ("$", "€", "£")):
        at -= 1
    had = words[max(at - 1, 0)] in _HAVING
    monthly = any(a.start < amount.start and a.period in PER_MONTH and a.unit == amount.unit for a in amounts)
    return had and monthly and not amount.period


def is_to_be_done_for(reading: Reading, amount: Amount) -> bool:
    """ "My client paid 2,000 € a month, I want to do it for 100": a number that counts nothing, after a sum a month."""
    words = reading.message.words
    number = reading.number_from(amount.start)
    if number is None or amount.unit or amount.period or amount.scaled or amount.high > _MOST:
        return False
    before = words[max(number.start - _REACH, 0) : number.start]
    after = words[number.end : number.end + 1]
    if not (_FOR & set(before[-2:]) and _DOING & set(before)):
        return False
    counts = bool(after) and after[0].isalpha() and not reading.at(number.end, "period", "boundary", "bound")
    told = any(h.end <= amount.start for h in reading.of("currency")) and reading.has("period", *PER_MONTH)
    return told and not counts


def is_asked_enough(reading: Reading, amount: Amount) -> bool:
    """ "Con 5 euros al mes me llega?", "would 5 dollars a month be enough?", amid the talk: what one would spend."""
    start, end = reading.sentence(amount.start)
    words = reading.message.words
    asked = reading.message.is_question(start) and bool(reading.dialogue.needs)
    money = bool(amount.unit) and amount.period in ("", *PER_MONTH) and not reading.has("machine", start=start, end=end)
    said = any(w.startswith(_ENOUGH) or w in _GIVES for w in (*words[start : amount.start], *words[amount.end : end]))
    return asked and money and said


_ENOUGH = ("lleg", "alcanz", "bast", "sufic", "enough", "suffic", "cover", "cubr", "apan", "sobr")
_GIVES = wordset("da daria dan vale")


def is_denied(reading: Reading, amount: Amount, told: Sequence[Change]) -> bool:
    """The 20 of "8 bucks a month, not 20": put against the sum that was told."""
    words, number = reading.message.words, reading.number_from(amount.start)
    if number is None or not any(c.key == "budget_usd_month" for c in told):
        return False
    return words[max(number.start - 1, 0)] in _NOT or words[max(number.start - 2, 0) : number.start] in _RATHER


_NOT = wordset("not no never")
_RATHER = (("instead", "of"), ("rather", "than"), ("en", "vez"), ("vez", "de"))


def is_hedged_sum(reading: Reading, amount: Amount, amounts: Sequence[Amount]) -> bool:
    """ "Let's say ten dollars. Fifteen if it is really good", amid the talk: sums, and nothing else but hedges."""
    if not reading.dialogue.needs or reading.message.questions or not 3 <= amount.high <= _MOST:
        return False
    told = {i for a in amounts for i in range(a.start, a.end)}
    told |= {i for n in reading.numbers for i in range(n.start, n.end)}
    told |= {i for h in reading.of("currency") for i in range(h.start, h.end)}
    rest = {t.text for i, t in enumerate(reading.message.tokens) if t.kind == "word" and i not in told}
    return bool(reading.of("currency")) and rest <= _HEDGES


_HEDGES = wordset(
    "lets say maybe call it if is its really very so good great worth the a at push max tops like ok okay fine about around hm hmm well i id would pay "
    "pongamos digamos si es muy buena bueno merece la pena vale como mucho quiza quizas hasta pues unos tirando por lo alto algo mas pagaria y and or o"
)
