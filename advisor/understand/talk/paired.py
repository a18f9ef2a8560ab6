"""Two figures told together that change together: "input 3, output 15" - "better 20 and 5"."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.talk.elliptic import numbers_held, value_of
from advisor.understand.words.numbers import Numeral
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_PAIRS = (
    ("max_price_in_usd_per_m", "max_price_out_usd_per_m"),
    ("min_context_tokens", "min_output_tokens"),
    ("min_params_b", "max_params_b"),
)
_FEW = 12
"""Words of a turn that says no more than two new figures."""
_BETWEEN = wordset("y and / a to , - – + & e")
_PLAIN = wordset(
    "then please porfa por favor entonces ahora ok vale bueno max maximo tope tops instead them los las it lo make raise "
    "lower cut drop sube baja subelos bajalos ponlos a to pues that be should would could sean serian quiero between entre "
    "de from t tk b k thanks gracias hmm no"
)
"""What such a turn may say besides its figures and words of correction."""
_OTHER_MATTERS = ("use_case", "machine", "memory", "tongue", "period", "side")


def read_paired(
    reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies, used: set[int]
) -> list[Change]:
    """Both of the needs that were told last, where the turn is two figures and nothing else. Claims the amounts in `used`."""
    pair, said = _held_pair(reading), _said_pair(reading, acts)
    if not pair or not said or any(a.start in used for a in amounts):
        return []
    used.update(a.start for a in amounts)
    values = tuple(_figure(reading, number, key, currencies) for number, key in zip(said, pair, strict=True))
    if set(pair) == {"min_params_b", "max_params_b"}:
        pair, values = ("min_params_b", "max_params_b"), (min(values), max(values))
    start, end = said[0].start, said[1].end
    return [reading.change("set", key, value, start, end) for key, value in zip(pair, values, strict=True)]


def _held_pair(reading: Reading) -> tuple[str, str] | None:
    """The two needs that were spoken of last, in the order in which they were, where they belong together."""
    held = numbers_held(reading)
    for pair in _PAIRS:
        if len(held) > 1 and set(held[-2:]) == set(pair):
            quotes = reading.dialogue.quotes
            at_once = quotes.get(pair[0]) == quotes.get(pair[1])
            return pair if at_once else (held[-2], held[-1])
    return None


def _said_pair(reading: Reading, acts: Acts) -> tuple[Numeral, Numeral] | None:
    """The two numbers of a turn that says them and no more; None where it speaks of other things."""
    words = reading.message.words
    if len(reading.numbers) != 2 or len(words) > _FEW or (reading.message.questions and not acts.supposes):
        return None
    if any(reading.has(kind) for kind in _OTHER_MATTERS):
        return None
    first, second = reading.numbers
    kinds = ("currency", "unit", "multiply")
    of_figures = {i for kind in kinds for h in reading.of(kind) for i in range(h.start, h.end)}
    between = [w for i, w in enumerate(words) if first.end <= i < second.start and i not in of_figures]
    if not between or not set(between) <= _BETWEEN or acts.keep(first.start) >= Keep.SITUATION:
        return None
    mending = {i for h in reading.of("scope", "correct") for i in range(h.start, h.end)}
    figures = {i for n in (first, second) for i in range(n.start, n.end)}
    rest = {w for i, w in enumerate(words) if w.isalnum() and i not in of_figures | mending | figures}
    return (first, second) if rest <= _PLAIN | _BETWEEN else None


def _figure(reading: Reading, number: Numeral, key: str, currencies: Currencies) -> float:
    """A number of the pair as the value of its need."""
    amount = Amount(number.value, number.value, "", "exact", "", number.start, number.end, not number.bare)
    return value_of(reading, amount, key, currencies)
