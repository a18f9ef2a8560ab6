"""What goes in and what comes out of one call, where a sentence tells both."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_COUNTED = ("requests", "documents")


def sides_of(reading: Reading, amounts: list[Amount]) -> tuple[Amount, Amount] | None:
    """What goes in and what comes out, where one sentence tells both: "900 tokens in and 300 out", "10M in, 2M out"."""
    hits = reading.of("side", "input", "output")
    ways = {h: h.value for h in hits}
    if any(a.unit in _COUNTED and a.period for a in amounts):
        ways |= dict.fromkeys(reading.of("side", "context"), "input")  # of each of what is counted
    told: dict[str, Amount] = {}
    for amount in amounts:
        if amount.unit not in ("tokens", "") or amount.high <= 1:
            continue
        beside = next((h for h in ways if amount.start < h.start <= amount.end <= h.end), None)
        beside = beside or next((h for h in ways if amount.start < h.start <= amount.end), None)
        beside = beside or next((h for h in ways if _names_it(reading, h, amount)), None)
        if beside:
            told.setdefault(ways[beside], amount)
    if set(told) != {"input", "output"} or not any(a.unit == "tokens" or a.scaled for a in told.values()):
        return None
    read, written = told["input"], told["output"]
    if read is written or reading.sentence(read.start) != reading.sentence(written.start):
        return None
    return read, written


def _names_it(reading: Reading, hit: Hit, amount: Amount) -> bool:
    """ "Prompts de 4k y respuestas de 500", "contexto: 10k": the noun stands before its length, or after with "of"."""
    words = reading.message.words
    if 0 <= amount.start - hit.end <= _BETWEEN:
        return set(words[hit.end : amount.start]) <= _OF_LENGTH
    return hit.start - amount.end == 1 and words[amount.end] in _OF_LENGTH


_BETWEEN = 2
_OF_LENGTH = wordset("de of : = unos unas about around ~ los the")


def turns_each(reading: Reading) -> float:
    """ "12 turns each, 900 tokens in and 120 out per turn": how many times over each conversation takes those lengths; 1
    where nothing of the sort is said."""
    words = reading.message.words
    spoken_of = any(w.startswith(_CONVERSATION) for w in words)
    for number in reading.numbers:
        turns = words[number.end : number.end + 1]
        if spoken_of and turns and turns[0] in _TURNS and 1 < number.value <= _MOST_TURNS:
            return number.value
    return 1.0


_CONVERSATION = ("conversa", "chat", "sesion", "session", "call", "llamad", "dialog")
_TURNS = wordset("vueltas turnos turns rounds rondas intercambios exchanges idas pasos steps")
_MOST_TURNS = 500


def one_side(reading: Reading, amounts: list[Amount]) -> list[Change]:
    """ "What if the input grows to 3k?": one of the two lengths of each call is another, and the workload with it."""
    needs = reading.dialogue.needs
    counted, flow, share = (needs.number(key) for key in ("items_per_month", "tokens_per_month", "output_share"))
    if not counted or not flow or share is None or len(amounts) != 1 or reading.message.length > _FEW:
        return []
    amount, ways = amounts[0], {h.value for h in reading.of("side", "input", "output")}
    if (
        amount.unit not in ("", "tokens")
        or amount.period not in ("", "request")
        or len(ways) != 1
        or amount.high < _LEAST
    ):
        return []
    read, written = flow * (1 - share) / counted, flow * share / counted
    read, written = (amount.high, written) if ways == {"input"} else (read, amount.high)
    span = amount.start, amount.end
    return [
        reading.change("set", "tokens_per_month", round(counted * (read + written)), *span),
        reading.change("set", "output_share", round(written / (read + written), 6), *span),
    ]


_FEW = 12
"""Words of a turn that says one length and no more."""
_LEAST = 20
