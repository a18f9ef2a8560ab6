"""Which sections of the guide an answer may quote: those found, those behind a need or a worry, those quoted last."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.answer.parts.concerns import CONCERNS, SECTION
from advisor.conversation.deps import Deps
from advisor.domain.language import Language
from advisor.domain.needs import Dialogue
from advisor.domain.outlook import Matter
from advisor.domain.passages import GuideSection, SearchResult

_GUIDE_FOR_NEED: tuple[tuple[str, str], ...] = (
    ("fine_tuning", "customization/fine-tuning-options"),
    ("min_context_tokens", "context/documents"),
    ("min_output_tokens", "context/input-vs-output"),
    ("vram_gb", "size/tiers"),
    ("ram_gb", "size/tiers"),
    ("latency", "performance/latency"),
    ("min_tokens_per_s", "performance/throughput"),
    ("programming_languages", "language/code"),
    ("languages", "language/official-support"),
    ("training_type", "training/instruct"),
    ("budget_usd_month", "performance/price-tradeoff"),
    ("use_case", "size/tiers"),
)
"""Which section of the guide stands behind a need, the most telling need first."""


def sections_for(
    deps: Deps, language: Language, before: Dialogue, changed: Sequence[str], passages: SearchResult | None
) -> tuple[GuideSection, ...]:
    """The sections found, or else the one behind the most telling need that this turn brought up."""
    new = [key for key in changed if key not in before.needs]
    by_id = {section.id: section for section in deps.guide.sections if section.language == language}
    hits = passages.hits if passages and passages.found else ()
    found = [hit.id.removeprefix("guide/") for hit in hits]
    behind = [section for key, section in _GUIDE_FOR_NEED if key in new]
    wanted = dict.fromkeys([i for i in found if i in by_id] or behind[:1])
    return tuple(by_id[i] for i in wanted if i in by_id)


def sections_behind(
    deps: Deps, language: Language, asked_fields: Sequence[str], said: Matter | None
) -> tuple[GuideSection, ...]:
    """The sections behind what is asked of a model beyond its card, or behind what is said in passing."""
    wanted = {said.section} if said else {SECTION[n][0] for n in CONCERNS & set(asked_fields) if n in SECTION}
    return tuple(s for s in deps.guide.sections if s.language == language and s.id in wanted)


def quoted_sections(deps: Deps, language: Language, before: Dialogue) -> tuple[GuideSection, ...]:
    """The sections of the last answer, to be told otherwise."""
    return tuple(s for i in before.quoted for s in deps.guide.sections if (s.id, s.language) == (i, language))
