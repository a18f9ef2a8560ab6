"""How many people are to use it, where nobody says how often ("300 alumnos", "a team of 40")."""

from __future__ import annotations

from dataclasses import replace

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.workload import with_others
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_VOLUMES = frozenset({"tokens_per_month", "items_per_month", "items_once"})
_OUTSIDE = (
    "client",
    "custom",
    "soci",
    "pacient",
    "patient",
    "guest",
    "huesped",
    "inquilin",
    "tenant",
    "oficin",
    "agent",
)
"""Who is served and hardly ever asks, or is no person."""
_FEWEST, _MOST = 3, 10_000_000
_AGES = wordset("anos ano years year old")


def read_crowd(
    reading: Reading, acts: Acts, amounts: list[Amount], used: set[int], changes: list[Change]
) -> list[Change]:
    """The people who use it; nothing where the work itself is counted, now or before."""
    counted = {c.key for c in changes if c.op == "set"} | set(reading.dialogue.needs.values)
    if counted & _VOLUMES or reading.has("purse_not") or reading.has("period", "user"):
        return []
    words = reading.message.words
    for amount in amounts:
        noun = words[amount.end - 1]
        if (
            amount.unit == "users"
            and not amount.period
            and amount.start not in used
            and _FEWEST <= amount.high <= _MOST
            and acts.keep(amount.start) < Keep.SITUATION
            and not noun.startswith(_OUTSIDE)
            and not set(words[amount.end : amount.end + 3]) & _AGES
        ):
            used.add(amount.start)
            whole = with_others(reading, amount, amounts)
            return [reading.change("set", "users", round(whole.high), whole.start, whole.end)]
    return []


def of_all(reading: Reading, amounts: list[Amount], volume: list[Change]) -> list[Change]:
    """ "Three questions each a day", "y si lo usan 3 veces al día", where it was said before how many they are: the work of
    all of them. Fewer cases than people are of each."""
    people = reading.dialogue.needs.number("users")
    counted = next((c.value for c in volume if c.key == "items_per_month" and c.op == "set"), None)
    few = isinstance(counted, int | float) and people is not None and counted < people
    if not people or not (few or reading.has("period", "user")) or any(a.unit == "users" for a in amounts):
        return volume
    return [
        replace(c, value=round(c.value * people))
        if c.key in _VOLUMES and c.op == "set" and isinstance(c.value, int | float)
        else c
        for c in volume
    ]
