"""Gathers the evidence for one turn: ranking, passages, cards, comparison, verdicts; no word is written here."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from advisor.answer.compose import LONG
from advisor.conversation.about import amid, in_particular, open_kin, surely
from advisor.conversation.asked import asked_part, matter, questions_beside, surer
from advisor.conversation.both_ways import the_other_way, wants_both
from advisor.conversation.deps import Deps
from advisor.conversation.extremes import extremes
from advisor.conversation.hosts import asked_host, asked_providers
from advisor.conversation.meant import compared, near, of_the_model, one_of, pointed_at, spelt_out
from advisor.conversation.pays import Sums, sums
from advisor.conversation.question import next_question, put_simply
from advisor.conversation.ranker import Ranker
from advisor.conversation.register import plain
from advisor.conversation.sections import quoted_sections, sections_behind, sections_for
from advisor.conversation.which import which_found
from advisor.conversation.within import House, as_meant
from advisor.domain.advice import (
    BreakEven,
    LadderStep,
    Ranking,
    Recommendation,
    WhatIf,
)
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.factors import Factor
from advisor.domain.fields import FIELDS
from advisor.domain.language import Localised
from advisor.domain.needs import Assumption, Dialogue, Intent, Needs, Understanding
from advisor.domain.outlook import BEYOND, Outlook
from advisor.domain.written import vendor_names, written
from advisor.scoring.by_size import by_size
from advisor.scoring.hosting import break_even
from advisor.scoring.ladder import ladder
from advisor.scoring.records import records
from advisor.scoring.situation import with_assumed
from advisor.scoring.stakes import stakes
from advisor.scoring.unrecorded import missing, unmade, unrecorded
from advisor.understand.talk.bare_price import is_bare_price

ONE_CARD_B = 35.0
"""Billions of parameters that fit the 24 GB card of `scoring.hosting` at 4 bits; a larger model would not run on it."""

RENTED = 3
"""Of the models shown, those whose price over an API is told."""
_QUIET: frozenset[Intent] = frozenset({"smalltalk", "off_topic", "adversarial", "reset"})
_RANKED: frozenset[Intent] = frozenset({"recommend", "refine"})

_NAMED = ("excluded_vendors", "excluded_models", "in_place_of", "mentioned_models")
"""Needs that hold names."""


def gather(
    deps: Deps, text: str, before: Dialogue, now: Dialogue, read: Understanding, weights: Mapping[Factor, float]
) -> Evidence:
    """The evidence for a message that has been read; `before` and `now` are the dialogue around it."""
    (read, house), by_id = as_meant(read, text, deps.catalogue, bool(deps.asked.find(text))), deps.catalogue.by_id
    language, view, rank = read.language, read.outlook, Ranker(deps, now, weights, house)
    intents = of_the_model(read.intents, text, now, deps.asked.find)
    together = tuple(m for mention in read.mentions if pointed_at(mention, by_id, before) for m in mention.models)
    named = [one_of(m, by_id, before, rank.best) for m in read.mentions if not set(m.models) <= set(together)]
    mentioned = tuple(dict.fromkeys(model for model in named if model))
    reckoned = Sums() if view else sums(text, rank, before, now, mentioned)
    ranking = rank.of(now.needs) if _wants_ranking(intents, now) or _told_again(view, before) else None
    prior = Ranker(deps, before, weights).of(before.needs) if ranking and before.shown else None
    if prior and prior.recommendations and prior.recommendations[0].card.model not in before.shown:
        prior = None  # a comparison of other models came before: nobody has seen that ranking
    changed = tuple(dict.fromkeys(c.key for c in read.changes if before.needs.get(c.key) != now.needs.get(c.key)))
    asked = asked_part(text, [m.quote for m in read.mentions if m.models])
    asked_fields = _fields_asked(deps, text, asked, intents, changed)
    yardsticks = intents[0] in _RANKED and not together  # "what local models rival GPT-4o?" asks for others
    side_by_side = (
        ()
        if view or yardsticks or reckoned
        else compared(
            intents,
            mentioned,
            together,
            now,
            bool(set(asked_fields) & {*FIELDS, "memory", "hosts", "year"}),
            any(not m.models for m in read.mentions),
            text,
            rank.first,
        )
    )
    comparison = rank.compare(side_by_side) if side_by_side else None
    if comparison and not any(verdict.eligible for verdict in comparison.verdicts):
        ranking = ranking or rank.of(now.needs)  # none of them will do: what would
    unmatched = tuple(m.quote for m in read.mentions if not m.models)
    alone = () if side_by_side or view or reckoned else _single(intents, mentioned, unmatched, now)
    cards = tuple(by_id[i] for i in alone if i in by_id)
    explained = (
        _behind_figures(view, now)
        if side_by_side or view
        else reckoned.models or _explained(intents, mentioned, now, cards, rank)
    )
    about_cards = bool(cards or unmatched or side_by_side)
    about_models = "ask_model" in intents or ("compare" in intents and not ranking)
    asks_guide = ("ask_guide" in intents or (about_models and not about_cards)) and not (read.purse or reckoned)
    host = asked_host(text, deps.hosts) if asks_guide and not view else None
    asks_guide = asks_guide and not (view or host)
    put = matter(questions_beside(text) if _RANKED & set(intents) else text)
    spoken_of = (*now.focus[:1], *now.shown[:1]) if view in (*BEYOND, "others", "other_use", "begin", "matter") else ()
    beside = next((by_id[i] for i in spoken_of if i in by_id), None)
    in_passing = intents[0] in _RANKED and len(text) > LONG and put == matter(text)  # a story, and no question in it
    asks_guide = asks_guide and not in_passing
    passages, answering = (
        surer(put[:2000], matter(text)[:2000], lambda part: amid(before, deps.library().search(part, language, k=5)))
        if asks_guide
        else (None, ())
    )
    answering = answering[:1] if intents[0] in _RANKED else answering
    if not cards:  # a question whose answer is on a model's card
        cards = tuple(by_id[i.removeprefix("card/")] for i in answering[:1] if i.removeprefix("card/") in by_id)
        asked_fields = deps.asked.find(asked) if cards else asked_fields
    told = (explained and (mentioned or changed)) or asked_fields or passages  # "would _ do for translating?"
    open_question = bool(cards) and not told and intents[0] == "ask_model" and in_particular(asked)
    if open_question and (sure := surely(asked, lambda part: deps.library().search(part[:2000], language, k=5))):
        passages, answering = sure
    said = deps.matters.get(read.matter) if view == "matter" else None
    sections = (
        *(quoted_sections(deps, language, before) if view else sections_for(deps, language, before, changed, passages)),
        *(sections_behind(deps, language, asked_fields, said) if cards or said else ()),
    )
    candidates = _candidates(read, by_id, set(together), {card.model for card in cards})
    assumptions = _assumptions(now, ranking)
    asks_back = any(i in _RANKED for i in intents) and not side_by_side and not cards
    question = (put_simply(before) if view == "simple" else None) or (
        next_question(now, frozenset(a.key for a in now.assumed), rank.of, ranking) if ranking and asks_back else None
    )
    everyday = plain(now.needs, (text, *now.quotes.values()))
    return Evidence(
        text=text,
        language=language,
        intents=intents,
        needs=now.needs,
        assumptions=assumptions,
        data_date=deps.catalogue.date,
        catalogue_size=len(deps.catalogue),
        ranking=ranking,
        house=house.name if house and ranking else None,
        house_empty=_is_empty(house, ranking),
        overall=_overall(rank, now, ranking) if house else None,
        by_size=None if read.mentions else by_size(text, now.needs.number("vram_gb")),
        finest=rank.finest(text, ranking),
        extremes=extremes(text, deps.catalogue, read, now),
        passages=passages,
        answering=answering,
        simply=passages is not None and matter(text) != text,
        sections=sections,
        quoted_before=before.quoted,
        cards=cards,
        rate=read.rate,
        asked_fields=asked_fields,
        candidates=candidates,
        kin=open_kin(cards[0], [c for _, named in candidates for c in named], deps.catalogue.cards) if cards else (),
        unanswered=open_question and passages is None,
        unmatched=unmatched,
        near=near(unmatched[0], deps.catalogue.cards) if unmatched else (),
        which=which_found(read.which, rank, by_id) if read.which else None,
        comparison=comparison,
        left_over=tuple(by_id[m] for m in mentioned if comparison and m in by_id and m not in side_by_side),
        verdicts=tuple(rank.verdict(i) for i in explained),
        footprints=rank.footprints(cards[0].model) if cards and {"memory", "offline"} & set(asked_fields) else (),
        what_ifs=_what_ifs(rank, view, explained, intents),
        front=rank.front() if view == "front" else (),
        machines=rank.machines() if view == "machine" else (),
        host=host,
        providers=() if read.mentions else asked_providers(text, deps.hosts, deps.catalogue),
        beyond=rank.beyond(view, beside) if beside and view not in ("other_use", "begin", "matter") else (),
        beside=beside,
        other_use=read.other_use if beside else "",
        for_use=rank.for_use(read.other_use, beside.model) if beside and read.other_use else None,
        matter=said,
        window=rank.window() if "window" in asked_fields else None,
        rented=_rented(rank, view, now, side_by_side if "year" in asked_fields else ()),
        told_before=bool(side_by_side) and set(side_by_side) == set(before.shown),
        outlook=view,
        lineup=_lineup(deps, read),
        makers=tuple(vendor_names(deps.catalogue).get(slug, slug.title()) for slug in read.makers),
        ladder=_ladder(now, ranking, text),
        break_even=_break_even(now, ranking) if {"tokens_per_month", "items_per_month"} & set(changed) else None,
        payback=reckoned.payback,
        power=reckoned.power,
        priced=reckoned.priced,
        reading=reckoned.reading,
        purse=read.purse,
        bought=rank.bought(read.purse, [card.model for card in cards] or side_by_side),
        other_way=_other_way(text, now, ranking, rank),
        missing=() if "output_modalities" in now.needs else _answered_first(text, ranking, changed, before),
        stakes=(*_unrecorded(text, ranking), *ranking.cautions, *stakes(" ".join((text[:2000], *now.quotes.values()))))
        if ranking
        else (),
        changed=changed,
        assumed_before=_assumptions(before, prior) if prior else (),
        prior=prior,
        question=question.worded(everyday) if question else None,
        question_key=question.key if question else None,
        awaited=before.asked,
        names=written([n for key in _NAMED for n in now.needs.names(key)], deps.catalogue),
        advised=bool(before.shown),
        plain=everyday,
        notices=read.notices,
    )


def _fields_asked(
    deps: Deps, text: str, asked: str, intents: Sequence[Intent], changed: Sequence[str]
) -> tuple[str, ...]:
    fields = deps.asked.find(asked) if {"ask_model", "compare"} & set(intents) else ()
    if alone := tuple(name for name in ("window", "pages") if name in fields):
        return alone[:1]  # how much the use needs or a model reads, and not how much memory it takes
    if is_bare_price(text):
        fields = tuple(dict.fromkeys((*fields, "price_in_usd_per_m", "price_out_usd_per_m")))
    if "tokens_per_month" in changed:  # "6k tokens de entrada" tell the work, and ask for no limit
        return tuple(name for name in fields if not name.endswith("_tokens"))
    return fields


def _lineup(deps: Deps, read: Understanding) -> tuple[Card, ...]:
    """The models that there are, of all vendors or of those asked about; the newest first."""
    if read.outlook != "lineup":
        return ()
    own = [c for c in deps.catalogue if not read.makers or c.model.partition("/")[0] in read.makers]
    return tuple(sorted(own, key=lambda card: str(card.value("release_date") or ""), reverse=True))


def _rented(
    rank: Ranker, view: Outlook | None, now: Dialogue, side_by_side: Sequence[str]
) -> tuple[tuple[Recommendation, float | None], ...]:
    """Over an API, where that is asked of what was recommended, or the year's cost of what is compared."""
    if view == "rent":
        return rank.rented(now.shown[:RENTED])
    return rank.rented(side_by_side) if side_by_side else ()


def _what_ifs(
    rank: Ranker, view: Outlook | None, explained: Sequence[str], intents: Sequence[Intent]
) -> tuple[WhatIf, ...]:
    """All where they are asked for, two beside an explanation."""
    if view == "what_if":
        return rank.what_if()
    return rank.what_if()[:2] if explained and "explain_why" in intents else ()


def _is_empty(house: House | None, ranking: Ranking | None) -> bool:
    first = ranking.recommendations[:1] if ranking else ()
    return bool(house and first) and first[0].card.model not in (house.models if house else ())


def _overall(rank: Ranker, now: Dialogue, ranking: Ranking | None) -> Recommendation | None:
    """The first of the whole catalogue, to be told beside the first of a house."""
    first = rank.of_all(now.needs, 1).recommendations if ranking and ranking.recommendations else ()
    return first[0] if first else None


def _wants_ranking(intents: Sequence[Intent], now: Dialogue) -> bool:
    if intents[0] == "ask_guide" and not set(now.needs.values) - {"mentioned_models"}:
        return False  # a question and nothing to recommend for
    return any(i in _RANKED for i in intents) or ("explain_why" in intents and not now.shown)


def _told_again(view: Outlook | None, before: Dialogue) -> bool:
    """Whether the last answer's recommendation is to be told otherwise, and what to do with it."""
    return view == "begin" or (view in ("short", "simple", "sources") and not before.quoted and bool(before.shown))


def _single(
    intents: Sequence[Intent], mentioned: Sequence[str], unmatched: Sequence[str], now: Dialogue
) -> Sequence[str]:
    """The models that the turn is about one by one: those named, or the one talked about where a question names none."""
    return mentioned or (now.focus[:1] if "ask_model" in intents and not unmatched else ())


def _explained(
    intents: Sequence[Intent], mentioned: Sequence[str], now: Dialogue, cards: Sequence[Card], rank: Ranker
) -> tuple[str, ...]:
    """Models whose place is to be explained: the ones named, else the comparison's choice or the one talked about."""
    if "explain_why" in intents:
        chosen = rank.winner(now.focus) if len(now.focus) > 1 else None
        targets = mentioned or ((chosen,) if chosen else ()) or now.focus[:1] or now.shown[:1]
        return tuple(targets[:2]) or tuple(r.card.model for r in rank.of(now.needs, 1).recommendations)
    if {"ask_model", "compare"} & set(intents) and set(now.needs.values) - {"mentioned_models"}:
        return tuple(card.model for card in cards[:1])
    return ()


def _behind_figures(view: Outlook | None, now: Dialogue) -> tuple[str, ...]:
    """The models whose sources are asked for, where they are other ones than the first of the ranking."""
    return now.focus[:3] if view == "sources" and now.focus != now.shown[:1] else ()


def _assumptions(now: Dialogue, ranking: Ranking | None) -> tuple[Assumption, ...]:
    """The scorer's and what the messages let assume; less what was said or dropped. A volume only beside a cost that
    follows from it."""
    scored = ranking.assumptions if ranking else ()
    priced = ranking is not None and any(r.cost is not None for r in ranking.recommendations)
    every = {a.key: a for a in (*scored, *now.assumed) if a.key != "tokens_per_month" or priced}
    return tuple(a for key, a in every.items() if key not in now.needs and key not in now.dropped)


def _ladder(now: Dialogue, ranking: Ranking | None, text: str) -> tuple[LadderStep, ...]:
    needs = with_assumed(now.needs, now.granted)
    if ranking is None or not ranking.recommendations or needs.text("fine_tuning") in (None, "none"):
        return ()
    said = " ".join((text[:2000], *now.quotes.values()))
    return ladder(ranking.recommendations[0].card, needs, records=records(said))


def _break_even(now: Dialogue, ranking: Ranking | None) -> BreakEven | None:
    """Only where the person gave a volume, may choose, the first model would run on such a machine and it would pay."""
    if ranking is None or not ranking.recommendations or "local" in now.needs:
        return None
    first = ranking.recommendations[0]
    if first.cost is None or first.cost.usd_month <= 0 or first.card.value("open_weights") is not True:
        return None
    volume = first.cost.tokens_in + first.cost.tokens_out
    if (first.card.number("params_total_b") or math.inf) > ONE_CARD_B:
        return None
    found = break_even(first.cost.usd_month / volume * 1e6)
    pays = [v for v in (found.owned_tokens_month, found.rented_tokens_month) if v is not None]
    return found if pays else None


def _unrecorded(text: str, ranking: Ranking) -> tuple[Localised, ...]:
    first = ranking.recommendations[0] if ranking.recommendations else None
    return unrecorded(text[:2000], at_home=first is not None and (first.fit or first.memory_gb) is not None)


def _answered_first(
    text: str, ranking: Ranking | None, changed: Sequence[str], before: Dialogue
) -> tuple[Localised, ...]:
    """What the message wishes for and no model does; of a later one that changes nothing, all that can be said to it."""
    if ranking is None:
        return unmade(text[:2000])
    said = missing(text[:2000])
    return said if changed or not before.shown else (*said, *_unrecorded(text, ranking))


def _other_way(text: str, now: Dialogue, ranking: Ranking | None, rank: Ranker) -> tuple[Needs, Recommendation] | None:
    if ranking is None or not ranking.recommendations or not wants_both(text):
        return None
    first = ranking.recommendations[0]
    needs = the_other_way(now.needs, at_home=now.needs.flag("local") is True or first.fit is not None)
    found = rank.of(needs, 1).recommendations
    return (needs, found[0]) if found else None


def _candidates(
    read: Understanding, by_id: Mapping[str, Card], together: AbstractSet[str], meant: AbstractSet[str]
) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """Names that fit several cards, the one that was taken first; what was pointed at is no name."""
    found = []
    for mention in read.mentions:
        cards = [by_id[i] for i in mention.models if i in by_id]
        if (
            len(cards) > 1
            and not set(mention.models) <= together
            and not any(spelt_out(mention.quote, c) for c in cards)
        ):
            found.append((mention.quote, tuple(sorted(cards, key=lambda card: card.model not in meant))))
    return tuple(found)


def quiet(intents: Sequence[Intent]) -> bool:
    """Whether the turn calls for nothing but a short, friendly line."""
    return all(i in _QUIET for i in intents)
