"""First messages that only tell, where a small likelihood of talk is enough; and what is shown outside of others' tales."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.domain.needs import Change
from advisor.understand.senses.features import Feature, Naming
from advisor.understand.senses.sense import Opinion
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.classes import MEANT_FOR
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_TALKING, _TALKING_OF_ONESELF = 0.12, 0.35
"""Likelihoods of talk, set on messages of authors that were not learnt from: of 125 plain ones beyond the first three held
a need."""
_TELLING = 9
"""Words below which a message is a label ("análisis en R")."""
_TELL_ME = wordset(
    "dime decime dame deme ponme decidme diganme recomiendame tell give show suggest need must should please pls porfa "
    "favor ideal ojala"
)
_CONDITIONS = ("excluded", "max_", "min_")
"""How the keys begin that no talk fills by chance: what is ruled out, and bounds."""
_FOR_WITHIN = 3
"""Tokens between "for" and what it is for."""


def only_tells(reading: Reading, opinion: Opinion, changes: Sequence[Change]) -> bool:
    """Whether a first message tells something and seeks nothing.

    `opinion`: what the sense of talk makes of its words; `changes`: the needs read out of it.
    """
    if reading.dialogue.turns or reading.dialogue.needs or reading.message.questions:
        return False
    words = [t.text for t in reading.message.tokens if t.kind == "word"]
    if len(words) < _TELLING or _TELL_ME & set(words):
        return False
    if reading.has("scope", "want", "must") or reading.has("act", "request", "seeks", "seeks_else", "another"):
        return False
    if any(change.key.startswith(_CONDITIONS) for change in changes) or _is_meant(reading):
        return False
    talk = opinion.of("smalltalk") + opinion.of("off_topic") + opinion.of("adversarial")
    return talk > (_TALKING_OF_ONESELF if reading.has("own", "have") else _TALKING)


def _is_meant(reading: Reading) -> bool:
    """ "For a translation project", "esto es para casa": what it is for is told."""
    meant = [*reading.of("use_case"), *reading.of("own", "place")]
    words = reading.message.words
    return any(MEANT_FOR & set(words[max(h.start - _FOR_WITHIN, 0) : h.start]) for h in meant)


def untold(
    reading: Reading, acts: Acts, seen: Mapping[str, Feature], naming: Mapping[str, Naming]
) -> tuple[Mapping[str, Feature], Mapping[str, Naming]]:
    """What the message shows of its use without the tales of others, where one is named outright outside of them."""

    def told(i: int) -> bool:
        act = acts.by_sentence[reading.message.tokens[i].sentence]
        return acts.keep(i) is Keep.NOTHING and act != "errand"

    kept = {use: named for use, named in naming.items() if not told(named.start)}
    if not any(named.ways[0] for named in kept.values()):
        return seen, naming
    return {name: f for name, f in seen.items() if f.at < 0 or not told(f.at)}, kept
