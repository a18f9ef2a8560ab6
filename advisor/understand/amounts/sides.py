"""What goes in and what comes out of one call, where a sentence tells both."""

from __future__ import annotations

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
    before, after = words[hit.end : amount.start], words[amount.end : hit.start]
    leads = hit.end <= amount.start and len(before) <= _BETWEEN and set(before) <= _OF_LENGTH
    return leads or (amount.end <= hit.start and len(after) == 1 and set(after) <= _OF_LENGTH)


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
