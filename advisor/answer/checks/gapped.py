"""What one model is said to do, or not to do, by a word that leans on another's: "A is open, B is not", "so does B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from advisor.answer.checks.sentence import Problem, Sentence
from advisor.answer.checks.truths import truth
from advisor.answer.claims.names import Mention
from advisor.answer.claims.traits import Trait
from advisor.answer.support import Support
from advisor.domain.language import Localised

_DOES = r"(?:does|do|is|are|has|have|can)"
_NOR = re.compile(
    rf"\s*,?\s*(?:{_DOES}\s*(?:not|n't)|isn't|doesn't|hasn't|can't|no(?: l[oa] (?:es|tiene|hace|admite))?|tampoco|neither)\W*$"
)
_TOO = re.compile(
    rf"\s*,?\s*(?:{_DOES}(?: too| as well| also)|also {_DOES}|tambien(?: l[oa] (?:es|hace|tiene|admite))?)(?=\W*$|[.,;:])"
)
_SO_DOES = re.compile(
    rf"(?:\b(?:and|y|e),? (?:so {_DOES}|tambien(?: l[oa] (?:es|hace|tiene|admite))?)|,? (?:just )?as {_DOES}|,? just like|, like|,? (?:al )?igual que|, lo mismo que)\s+(?:the |el |la )?$"
)
_NOR_DOES = re.compile(
    rf"(?:\b(?:and|but)?,? ?(?:nor|neither) {_DOES}|\b(?:ni|y|pero) tampoco(?: l[oa] (?:es|hace|tiene|admite))?)\s+(?:the |el |la )?$"
)
_MEMBERS = frozenset(
    {"modalities", "tool_calling", "structured_output", "reasoning", "open_weights", "commercial_use", "languages", "licence", "fit",
     "architecture", "local", "fine_tuning"}
)  # fmt: skip


def check_gapped(sentence: Sentence, traits: Sequence[Trait], support: Support) -> Iterator[Problem]:
    if sentence.question:
        return
    for name in (n for n in sentence.owners.named if n.models):
        said = [t for t in traits if t.end <= name.start and t.key in _MEMBERS]
        sense = _sense(sentence, name, said[-1]) if said else None
        if sense is None:
            continue
        held = [truth(said[-1], m, support) for m in name.models]
        if not any(h is sense for h in held) and not (sense is False and True not in held):
            span = sentence.plain[name.start :].strip()
            yield Problem(
                "trait", span, Localised(f"«{span}» no consta en los datos", f'"{span}" is not in the evidence')
            )


def _sense(sentence: Sentence, name: Mention, said: Trait) -> bool | None:
    """Whether the trait told before is said of the name as well, or denied of it; None where neither is."""
    before = sentence.folded[: name.start]
    if _TOO.match(sentence.folded, name.end) or _SO_DOES.search(before):
        return said.positive
    if _NOR_DOES.search(before) or (
        said.positive and name is sentence.owners.named[-1] and _NOR.match(sentence.folded, name.end)
    ):
        return False
    return None
