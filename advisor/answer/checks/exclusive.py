"""What one model alone is said to do: the same claim must fail of each of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.answer.checks.sentence import Sentence
from advisor.answer.support import Support

_AHEAD = re.compile(
    r"(?:^|[.;:,]\s*|\b(?:and|y|pero|but|porque|because)\s+)\W*(?P<only>(?:only|solo|solamente|unicamente)\s+)(?:the |el |la )?$"
)
""" "Only B accepts images"."""
_AFTER = re.compile(
    r"\s*,?\s*(?:is|es|seria|would be)\s+(?:the only|el unico|la unica)(?: (?:one|model|option|modelo|opcion))?(?: (?:of|de|entre|among) (?:the |l[oa]s |them|ellos|est[oa]s |these )?(?:three|two|tres|dos|four|cuatro)?)?\s+"
    r"(?P<join>that|which|que|with|con|to|within|under|below|dentro de|por debajo de)\s+"
)
""" "B is the only one of the three that accepts images"."""
_BEFORE = re.compile(
    r"^\W*(?:the only|el unico|la unica)(?: (?:one|model|option|modelo|opcion))?(?: (?:of|de|entre|among) (?:the |l[oa]s |them|ellos|est[oa]s |these )?(?:three|two|tres|dos|four|cuatro)?)?\s+"
    r"(?P<join>that|which|que|with|con|within|under|below|dentro de|por debajo de)\s+(?P<claim>[^.;:]+?)\s+(?:is|es|seria|would be)\s+(?:the |el |la )?$"
)
""" "The only one with open weights is B"."""
_HAS = {"with": "has ", "con": "tiene ", "to": "can ", "within": "is within ", "under": "is under ", "below": "is below ",
        "dentro de": "esta dentro de ", "por debajo de": "esta por debajo de "}  # fmt: skip


def said_of_others(sentence: Sentence, support: Support) -> Iterator[str]:
    """The sentence as it would be said of each other model shown; none where it makes no claim of one alone."""
    if sentence.question or sentence.conditional:
        return
    shown = dict.fromkeys((*support.topics[:3], *sentence.thread.recent))
    for mention in sentence.owners.named:
        if len(mention.models) != 1 or mention.kind not in ("model", "short"):
            continue
        made = _made(sentence, mention.start, mention.end)
        if made is not None:
            others = (m for m in shown if m not in mention.models and m in support.cards)
            yield from (made.replace("\u0002", support.cards[m].name) for m in others)
            return


def _made(sentence: Sentence, start: int, end: int) -> str | None:
    """The claim with a mark for whom it is of."""
    folded, plain = sentence.folded, sentence.plain
    ahead = _AHEAD.search(folded[:start])
    if ahead:
        return f"\u0002{plain[end:]}"
    after = _AFTER.match(folded, end)
    if after:
        return f"\u0002 {_HAS.get(after.group('join'), '')}{plain[after.end() :]}"
    before = _BEFORE.match(folded[:start])
    if before:
        claim = plain[before.start("claim") : before.end("claim")]
        return f"\u0002 {_HAS.get(before.group('join'), '')}{claim}."
    return None
