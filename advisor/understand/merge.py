"""Rules and a language model read the same message; this decides what counts.

Precedence, first that applies:
1. Turns that change nothing by nature (attacks, other topics, small talk, a mere question) stay as the rules read them.
2. A proposal whose words are not in the message, or whose value does not fit its key, is dropped.
3. Where the rules changed a key too, their reading stands: it was taken from the text by position. Lists are joined, when
   the model's words lie outside the rules' own, so that neither loses what only it saw.
4. What only the model saw is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from advisor.domain.needs import NEEDS, Change, Intent, Understanding, checked
from advisor.errors import NeedsError
from advisor.understand.models.asked import fold

_UNTOUCHED: frozenset[Intent] = frozenset({"adversarial", "off_topic", "smalltalk", "ask_guide"})


def merged(rules: Understanding, proposed: Sequence[Change], text: str) -> Understanding:
    """The rules' reading with what the model adds to it. Pure; never raises, whatever was proposed."""
    if all(intent in _UNTOUCHED for intent in rules.intents):
        return rules
    folded = _squeezed(text)
    read = {change.key: change for change in rules.changes}
    added: list[Change] = []
    for change in proposed:
        if not _usable(change, folded):
            continue
        own = read.get(change.key)
        if own is None:
            added.append(replace(change, origin="model"))
        elif _joins(own, change):
            added.append(replace(change, op="add", origin="model"))
    if not added:
        return rules
    taken = {a.key for a in added}
    intents = tuple(dict.fromkeys((*rules.intents, *(() if _changes(rules) else ("refine",)))))
    kept = tuple(a for a in rules.assumptions if a.key not in taken)
    return replace(rules, changes=(*rules.changes, *added), intents=intents, assumptions=kept)


def _usable(change: Change, folded_text: str) -> bool:
    """Whether the quote stands in the message and the value fits the key."""
    quote = _squeezed(change.quote)
    if change.key not in NEEDS or not quote or quote not in folded_text:
        return False
    if change.op == "clear":
        return True
    try:
        return checked(change.key, change.value) != ()
    except NeedsError:
        return False


def _joins(own: Change, change: Change) -> bool:
    """Whether a list of the model adds to the rules': both add, and from other words."""
    lists = isinstance(own.value, tuple) and isinstance(change.value, tuple)
    both_add = own.op in ("set", "add") and change.op in ("set", "add")
    return lists and both_add and _squeezed(change.quote) not in _squeezed(own.quote)


def _changes(rules: Understanding) -> bool:
    return any(intent in ("recommend", "refine") for intent in rules.intents)


def _squeezed(text: str) -> str:
    """Folded, with single blanks, so that how a model copies blanks and case makes no difference."""
    return " ".join(fold(text).split())
