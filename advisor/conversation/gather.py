"""Gathers the evidence for one turn: ranking, passages, cards, comparison, verdicts; no word is written here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.conversation.deps import Deps
from advisor.conversation.question import next_question
from advisor.domain.advice import BreakEven, LadderStep, Ranking
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.language import Language
from advisor.domain.needs import Assumption, Dialogue, Intent, Needs, Understanding
from advisor.domain.passages import GuideSection, Hit
from advisor.scoring.hosting import break_even
from advisor.scoring.ladder import ladder
from advisor.scoring.stakes import stakes

SHOWN = 5
"""Recommendations kept for a turn: three are told, the rest are a click away."""

_QUIET: frozenset[Intent] = frozenset({"smalltalk", "off_topic", "adversarial", "reset"})
_RANKED: frozenset[Intent] = frozenset({"recommend", "refine"})

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


def gather(
    deps: Deps, text: str, before: Dialogue, now: Dialogue, read: Understanding, weights: Mapping[Factor, float]
) -> Evidence:
    """The evidence for a message that has been read; `before` and `now` are the dialogue around it."""
    language = read.language
    intents = read.intents
    by_id = deps.catalogue.by_id
    mentioned = tuple(dict.fromkeys(m.models[0] for m in read.mentions if m.models and m.models[0] in by_id))
    rank = _Ranker(deps, now, weights)
    ranking = rank.of(now.needs) if _wants_ranking(intents, now) else None
    prior = rank.of(before.needs) if ranking and before.shown and before.needs != now.needs else None
    changed = tuple(dict.fromkeys(change.key for change in read.changes))
    compared = _compared(intents, mentioned, now)
    explained = _explained(intents, mentioned, now, rank) if not compared else ()
    asks = "ask_guide" in intents or ("ask_model" in intents and not mentioned)
    passages = deps.library().search(text[:2000], language, k=5) if asks else None
    sections = _sections(deps, language, now.needs, changed, passages.hits if passages and passages.found else ())
    assumed = frozenset(a.key for a in read.assumptions)
    asks_back = ranking is not None and any(i in _RANKED for i in intents)
    question = next_question(now, assumed, rank.of, ranking) if ranking and asks_back else None
    cards = tuple(by_id[i] for i in (mentioned or now.focus[:1] if "ask_model" in intents else mentioned) if i in by_id)
    return Evidence(
        text=text,
        language=language,
        intents=intents,
        needs=now.needs,
        assumptions=_assumptions(read, now, ranking),
        data_date=deps.catalogue.date,
        catalogue_size=len(deps.catalogue),
        ranking=ranking,
        passages=passages,
        sections=sections,
        cards=cards,
        asked_fields=deps.asked.find(text) if "ask_model" in intents else (),
        candidates=_candidates(read, by_id),
        unmatched=tuple(m.quote for m in read.mentions if not m.models),
        comparison=deps.scorer.compare(compared, now.needs, devices=now.devices, today=deps.today())
        if compared
        else None,
        verdicts=tuple(deps.scorer.verdict(i, now.needs, devices=now.devices, today=deps.today()) for i in explained),
        what_ifs=deps.scorer.what_if(now.needs, devices=now.devices, today=deps.today())[:2] if explained else (),
        ladder=_ladder(now, ranking),
        break_even=_break_even(now, ranking),
        stakes=stakes(" ".join((text[:2000], *now.quotes.values()))) if ranking else (),
        changed=changed,
        prior=prior,
        question=question.text if question else None,
        question_key=question.key if question else None,
        notices=read.notices,
    )


class _Ranker:
    """The scorer with this turn's hardware, weights and date filled in."""

    def __init__(self, deps: Deps, now: Dialogue, weights: Mapping[Factor, float]) -> None:
        self._deps, self._now, self._weights = deps, now, weights

    def of(self, needs: Needs, k: int = SHOWN) -> Ranking:
        return self._deps.scorer.rank(
            needs, k, weights=self._weights or None, devices=self._now.devices, today=self._deps.today()
        )


def _wants_ranking(intents: Sequence[Intent], now: Dialogue) -> bool:
    return any(i in _RANKED for i in intents) or ("explain_why" in intents and not now.shown)


def _compared(intents: Sequence[Intent], mentioned: Sequence[str], now: Dialogue) -> tuple[str, ...]:
    """Two to five models to compare: those named, filled up with the one talked about and the ones shown."""
    if "compare" not in intents:
        return ()
    pool = (
        [*now.focus[:1], *mentioned] if len(mentioned) == 1 and now.focus[:1] != tuple(mentioned) else list(mentioned)
    )
    for model in (*now.focus[:1], *now.shown):
        if len(pool) >= 2:
            break
        if model not in pool:
            pool.append(model)
    return tuple(pool[:5]) if len(pool) >= 2 else ()


def _explained(intents: Sequence[Intent], mentioned: Sequence[str], now: Dialogue, rank: _Ranker) -> tuple[str, ...]:
    """Models whose place is to be explained: the ones named, else the one talked about, else the first shown."""
    if "explain_why" in intents:
        targets = mentioned or now.focus[:1] or now.shown[:1]
        return tuple(targets[:2]) or tuple(r.card.model for r in rank.of(now.needs, 1).recommendations)
    if "ask_model" in intents and now.needs:
        return tuple(mentioned[:1])
    return ()


def _assumptions(read: Understanding, now: Dialogue, ranking: Ranking | None) -> tuple[Assumption, ...]:
    """The reader's and the scorer's, less what was said or dropped."""
    scored = ranking.assumptions if ranking else ()
    every = {a.key: a for a in (*scored, *read.assumptions) if a.key not in now.needs and a.key not in now.dropped}
    return tuple(every.values())


def _ladder(now: Dialogue, ranking: Ranking | None) -> tuple[LadderStep, ...]:
    if ranking is None or not ranking.recommendations or now.needs.text("fine_tuning") in (None, "none"):
        return ()
    return ladder(ranking.recommendations[0].card, now.needs)


def _break_even(now: Dialogue, ranking: Ranking | None) -> BreakEven | None:
    """Only where the person gave a volume, may choose, and the first model can be run by oneself and has a price."""
    volume = now.needs.number("tokens_per_month")
    if ranking is None or not ranking.recommendations or not volume or "local" in now.needs:
        return None
    first = ranking.recommendations[0]
    if first.cost is None or first.cost.usd_month <= 0 or first.card.value("open_weights") is not True:
        return None
    return break_even(first.cost.usd_month / volume * 1e6)


def _candidates(read: Understanding, by_id: Mapping[str, Card]) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    several = ((m.quote, tuple(by_id[i] for i in m.models if i in by_id)) for m in read.mentions)
    return tuple((quote, cards) for quote, cards in several if len(cards) > 1)


def _sections(
    deps: Deps, language: Language, needs: Needs, changed: Sequence[str], hits: Sequence[Hit]
) -> tuple[GuideSection, ...]:
    """The sections found, or else the one behind the need that this turn changed or that tells most."""
    by_id = {section.id: section for section in deps.guide.sections if section.language == language}
    found = [hit.id.removeprefix("guide/") for hit in hits]
    behind = [section for key, section in _GUIDE_FOR_NEED if key in changed]
    behind += [section for key, section in _GUIDE_FOR_NEED if key in needs]
    wanted = dict.fromkeys([i for i in found if i in by_id] or behind[:1])
    return tuple(by_id[i] for i in wanted if i in by_id)


def quiet(intents: Sequence[Intent]) -> bool:
    """Whether the turn calls for nothing but a short, friendly line."""
    return all(i in _QUIET for i in intents)
