"""A recommendation in words: the first choice with its reasons, the alternatives with what they have over it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from advisor.answer.parts.cite import Citer, cited, sentence
from advisor.answer.parts.figures import key_figures, own_hardware, paid
from advisor.answer.parts.house import beyond_the_house, finest
from advisor.answer.parts.nothing import nothing_fits, still_nothing
from advisor.answer.parts.nothing_new import another_way, nothing_new
from advisor.answer.parts.phrases import assumption_in_words, label, listed, need_in_words, summary
from advisor.answer.parts.plain import engine, explained
from advisor.answer.parts.values import name_of
from advisor.domain.advice import FactorScore, Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.formats import number, tokens
from advisor.domain.language import Language, Localised
from advisor.domain.needs import NEEDS, Needs
from advisor.scoring.describe import TOO_SMALL

TOLD = 3
"""Models told in the text; the page shows the rest."""
_REASONS = 3
_FIGURES = 3
_EXPLAINED = frozenset({"ram_gb", "vram_gb", "commercial_use", "item_tokens"})
"""Assumptions that are told with their reason: they weigh most. A volume is where it comes from a sum."""
STRONG = 0.5
"""From here on a factor's value (0..1) is a reason for a model; below, it is a weakness."""
_NAME = "\x00"
"""Stands for the model's name until the sentence is whole."""
_HEAVY = 0.1
"""A weakness is told where its factor carries at least this share of the score."""


def recommendation(evidence: Evidence, cite: Citer) -> list[str]:
    """Paragraphs. The ranking must be there."""
    ranking = evidence.ranking
    if ranking is None:
        return []
    if not ranking.recommendations:
        nothing_else = evidence.intent == "refine" and not evidence.changed
        return [*_acknowledged(evidence), *(still_nothing if nothing_else else nothing_fits)(evidence, ranking)]
    first, *others = ranking.recommendations[:TOLD]
    if unchanged(evidence) and evidence.missing:
        return [_first(evidence, first, cite)]
    if unchanged(evidence):
        return [_first(evidence, first, cite), another_way(evidence) or _reasons(evidence, first, cite)]
    told = [
        *_acknowledged(evidence),
        _first(evidence, first, cite),
        "" if _told_already(evidence, first) else _reasons(evidence, first, cite),
        *_alternatives(evidence, first, others, cite),
        *beyond_the_house(evidence, first),
        *finest(evidence, cite),
        *_other_way(evidence, cite),
        *_customization(evidence, first, cite),
        *_own_or_rented(evidence),
        *_assumed(evidence),
        *_mind(evidence, first, cite),
    ]
    return [*told, *explained("\n".join(told), evidence.language)] if evidence.plain and not evidence.prior else told


def _told_already(evidence: Evidence, first: Recommendation) -> bool:
    """Whether the same model stays first, for reasons that read as they did before this turn."""
    before = evidence.prior.recommendations[0] if evidence.prior and evidence.prior.recommendations else None
    if before is None or before.card.model != first.card.model:
        return False
    return _reasons(evidence, before, Citer()) == _reasons(evidence, first, Citer())


def in_brief(evidence: Evidence, cite: Citer) -> list[str]:
    """The first choice in one sentence, where the turn was about another model."""
    if evidence.ranking is None or not evidence.ranking.recommendations:
        return []
    first = evidence.ranking.recommendations[0].card.model
    if "runs" in evidence.asked_fields and [card.model for card in evidence.cards[:1]] == [first]:
        return _assumed(evidence)  # it has just been told to run and to come first
    return [_first(evidence, evidence.ranking.recommendations[0], cite), *_assumed(evidence)]


def _acknowledged(evidence: Evidence) -> list[str]:
    """What this turn changed, so that a misreading is seen at once."""
    language, es = evidence.language, evidence.language == "es"
    changed = [key for key in evidence.changed if key != "mentioned_models"]
    if evidence.intent != "refine" or not changed:
        return []
    kept = Needs({key: value for key in changed if (value := evidence.needs.get(key)) is not None})
    gone = [label(key, language) for key in changed if key not in kept and key in NEEDS]
    unsaid = [key for key in kept.values if not summary(Needs({key: kept.values[key]}), language)]
    noted = [f"{label(key, language)}: {need_in_words(key, kept.values[key], language)}" for key in unsaid]
    new = [summary(kept, language, evidence.names), *noted] if evidence.prior else noted  # else _lead says it all
    told = [part for part in new if part]
    said = []
    if told:
        said.append(("Anotado: " if es else "Noted: ") + "; ".join(told) + ".")
    if gone:
        said.append(("Ya no tengo en cuenta: " if es else "No longer considered: ") + listed(gone, language) + ".")
    return [" ".join(said)] if said else []


def _first(evidence: Evidence, item: Recommendation, cite: Citer) -> str:
    language = evidence.language
    # Not format: a need may be a name that the person typed, with braces in it.
    lead = _lead(evidence, item).in_(language).replace(_NAME, f"**{item.card.name}** ({item.card.vendor})")
    figures = listed(list(key_figures(item, evidence, cite)), language)
    return f"{lead}: {figures}." if figures else f"{lead}."


def unchanged(evidence: Evidence) -> bool:
    """Whether a message after a recommendation changed nothing: then it is not told all over again."""
    if evidence.prior is None or not evidence.prior.recommendations or not evidence.text.strip():
        return False
    return not set(evidence.changed) - {"mentioned_models"} and evidence.prior == evidence.ranking


def _lead(evidence: Evidence, item: Recommendation) -> Localised:
    """How the first choice is brought in: as new, as kept, as what now comes first."""
    prior = evidence.prior.recommendations[0].card if evidence.prior and evidence.prior.recommendations else None
    if prior is not None and prior.model != item.card.model:
        return Localised(
            f"Ahora va primero {_NAME}, antes {prior.name}", f"{_NAME} now comes first, before it was {prior.name}"
        )
    if unchanged(evidence) and not evidence.missing:
        return nothing_new(evidence, _NAME)
    if prior is not None:
        return Localised(f"{_NAME} sigue en primer lugar", f"{_NAME} stays in first place")
    purpose = summary(evidence.needs, evidence.language, evidence.names)
    if evidence.house and not evidence.house_empty:
        among = Localised(f"Entre los modelos de {evidence.house}", f"Among the models of {evidence.house}")
        beside = Localised(f" y para esto ({purpose})", f" and for this ({purpose})") if purpose else Localised("", "")
        return Localised(
            f"{among.es}{beside.es}, mi primera opción es {_NAME}", f"{among.en}{beside.en}, my first choice is {_NAME}"
        )
    if purpose:
        return Localised(
            f"Para esto ({purpose}), mi primera opción es {_NAME}",
            f"For this ({purpose}), my first choice is {_NAME}",
        )
    return Localised(
        f"De entrada, y sin saber más, empezaría por {_NAME}", f"Without knowing more, I would start with {_NAME}"
    )


def _reasons(evidence: Evidence, item: Recommendation, cite: Citer) -> str:
    """The factors that carry the score, each with its reason and the pages it rests on. Size is a figure, not a reason."""
    language = evidence.language
    untold = ("size", "context") if evidence.plain else ("size",)  # what may go in has been told in pages
    known = [f for f in item.factors if f.known and f.weight > 0 and f.factor not in untold]
    strong = [f for f in known if f.value >= STRONG] or known
    best = sorted(strong, key=lambda f: -f.value * f.weight)[: _REASONS - evidence.plain]
    lead = f"**Por qué {item.card.name}.** " if language == "es" else f"**Why {item.card.name}.** "
    told = [_reason(f, item, language, cite, evidence.plain) for f in best]
    return lead + " ".join(told) if told else ""


def _is_weak(factor: FactorScore) -> bool:
    """Whether its reason tells a weakness: a size that suffices is none, however slowly it runs or much memory it leaves."""
    return factor.factor != "size" or TOO_SMALL.en in factor.reason.en


def _reason(factor: FactorScore, item: Recommendation, language: Language, cite: Citer, plain: bool = False) -> str:
    """`plain`: without speeds and prices in tokens, of which the cost a month is enough."""
    said = factor.reason.in_(language)
    facts = [fact for _, fact in factor.facts]
    if plain and (parts := [part for part in _PARTS.split(said) if not _BY_TOKEN.search(part)]):
        said = "; ".join(parts)
        said = _TESTS.sub("", said)
        facts = [fact for name, fact in factor.facts if not name.startswith(_OF_TOKENS)]
    return cited(said, cite.facts(item.card, facts[:2]))


_PARTS = re.compile(r"; (?![^(]*\))")
"""Between the parts of a reason, but for those in brackets."""
_BY_TOKEN = re.compile(r"tokens/s|(?:por millón de|per million) tokens")
_TESTS = re.compile(r" \((?:pruebas publicadas|published tests)[^)]*\)")
"""How many tests a quality rests on, which says nothing to who uses no word of the trade."""
_OF_TOKENS = ("price_", "throughput_", "time_to_")
"""Fields that such parts rest on."""


def _alternatives(evidence: Evidence, first: Recommendation, others: list[Recommendation], cite: Citer) -> list[str]:
    if not others:
        return []
    es = evidence.language == "es"
    told = []
    for other in others:
        edge = _edge(evidence, first, other, cite)
        tie = (", prácticamente empatado" if es else ", practically a tie") if other.tie else ""
        told.append(f"**{other.card.name}** ({other.card.vendor}){tie}: {edge}.")
    return [("**Alternativas.** " if es else "**Alternatives.** ") + " ".join(told)]


def _other_way(evidence: Evidence, cite: Citer) -> list[str]:
    """The first choice for the other of the two that are asked for: at home, or over an API."""
    if evidence.other_way is None:
        return []
    needs, item = evidence.other_way
    language = evidence.language
    lead = _AT_HOME if needs.flag("local") else _BY_API
    told = listed(list(islice(key_figures(item, replace(evidence, needs=needs), cite), _FIGURES)), language)
    if item.cost is not None and not needs.flag("local") and "tokens_per_month" not in needs:
        told += _FOR.in_(language).format(tokens(item.cost.tokens_in + item.cost.tokens_out, language))
    return [f"{lead.in_(language)} **{item.card.name}** ({item.card.vendor}): {told}."]


_AT_HOME = Localised("**Y el otro, en tu equipo:**", "**And the other one, on your own machine:**")
_FOR = Localised(", suponiendo {} tokens", ", assuming {} tokens")
_BY_API = Localised("**Y el otro, por API:**", "**And the other one, over an API:**")


def _edge(evidence: Evidence, first: Recommendation, other: Recommendation, cite: Citer) -> str:
    """What the other one has over the first, with its figure; or else its own key figures."""
    language, es, card = evidence.language, evidence.language == "es", other.card
    edges: list[str] = []
    rented = not own_hardware(evidence.needs) and not other.fit
    if rented and first.cost and other.cost and other.cost.usd_month < first.cost.usd_month:
        marks = cite.facts(card, [other.cost.price_in, other.cost.price_out])
        shown = paid(other.cost, language)
        edges.append((f"más barato, {shown}" if es else f"cheaper, {shown}") + marks)
    mine, theirs = first.card.number("context_tokens"), card.number("context_tokens")
    if mine and theirs and theirs > mine * 1.2 and not evidence.plain:
        shown = tokens(theirs, language)
        edges.append(
            (f"más contexto, {shown} tokens" if es else f"more context, {shown} tokens")
            + cite.fact(card, card.fact("context_tokens"))
        )
    if first.fit and other.fit and other.fit.fits and other.fit.total_gb < first.fit.total_gb * 0.9:
        shown = number(other.fit.total_gb, language, 1)
        edges.append(f"más ligero, unos {shown} GB (estimado)" if es else f"lighter, about {shown} GB (estimated)")
    if _points(other, "performance") > _points(first, "performance") + 0.01:
        points = [number(100 * _points(item, "performance"), language, 1) for item in (other, first)]
        text = Localised(
            "más puntos en rendimiento y precio, {} frente a {}", "more points on performance and price, {} against {}"
        )
        edges.append(text.in_(language).format(*points))
    if edges:
        return listed(edges[:2], language)
    return listed(list(islice(key_figures(other, evidence, cite), _FIGURES)), language) or (
        "menos datos publicados" if es else "fewer published figures"
    )


def _points(item: Recommendation, factor: str) -> float:
    """What a known factor adds to the score (0..1)."""
    return next((f.value * f.weight for f in item.factors if f.factor == factor and f.known), 0.0)


def _customization(evidence: Evidence, first: Recommendation, cite: Citer) -> list[str]:
    """The rung to start on and the one after it, where tuning was asked for."""
    told = [
        cited(step.reason.in_(evidence.language), cite.facts(first.card, [fact for _, fact in step.facts]))
        for state in ("recommended", "next")
        for step in evidence.ladder
        if step.state == state
    ]
    lead = "**Personalización.** " if evidence.language == "es" else "**Customization.** "
    return [lead + " ".join(told)] if told else []


def _own_or_rented(evidence: Evidence) -> list[str]:
    """Where own hardware would pay, with the assumptions behind it."""
    found = evidence.break_even
    if found is None:
        return []
    lead = "**¿API o equipo propio?** " if evidence.language == "es" else "**API or own hardware?** "
    return [f"{lead}{sentence(found.text.in_(evidence.language))} {found.hosting.basis.in_(evidence.language)}"]


def _assumed(evidence: Evidence) -> list[str]:
    """What the figures rest on that nobody said; the reason of each once."""
    told = [assumption_in_words(a.key, a.value, evidence.language) for a in evidence.assumptions]
    lead = "**He supuesto:** " if evidence.language == "es" else "**I assumed:** "
    why = [
        a.reason.in_(evidence.language)
        for a in evidence.assumptions
        if a not in evidence.assumed_before and _is_explained(a.key, evidence)
    ]
    return [" ".join([lead + "; ".join(told) + ".", *why])] if told else []


def _is_explained(key: str, evidence: Evidence) -> bool:
    volume = key == "tokens_per_month" and (evidence.plain or {"items_per_month", "users"} & set(evidence.needs.values))
    return key in _EXPLAINED or bool(volume)


def _mind(evidence: Evidence, first: Recommendation, cite: Citer) -> list[str]:
    """Cautions, the weakest point, what is unknown, and the retirement date of the first choice."""
    language, es = evidence.language, evidence.language == "es"
    told = [sentence(caution.in_(language)) for caution in (*evidence.stakes, *first.cautions)]
    heavy = [f for f in first.factors if f.known and f.value < STRONG and f.weight >= _HEAVY and _is_weak(f)]
    if heavy:
        weakest = max(heavy, key=lambda f: (1 - f.value) * f.weight)
        reason = _reason(weakest, first, language, cite)
        named = weakest.factor == "language" and not es  # English writes its languages with a capital
        told.append(("Su punto flojo: " if es else "Its weak point: ") + (reason if named else _lowered(reason)))
    unknown = [name_of(key, language) for key in first.unknown if key not in _not_missed(evidence, first)][:4]
    if unknown:
        lead = f"De {first.card.name} no consta: " if es else f"Not known of {first.card.name}: "
        told.append(lead + listed(unknown, language) + ".")
    for_free = "budget_usd_month" in evidence.changed and evidence.needs.number("budget_usd_month") == 0
    if evidence.plain and (evidence.intent == "recommend" or for_free):
        told.append(engine(evidence))
    return [("**Ten en cuenta.** " if es else "**Keep in mind.** ") + " ".join(told)] if told else []


def _not_missed(evidence: Evidence, item: Recommendation) -> set[str]:
    """Unknowns not worth a word: prices for who runs it at home, and languages whose reason says what is known of them."""
    told = {"price_in_usd_per_m", "price_out_usd_per_m"} if own_hardware(evidence.needs) or item.fit else set()
    if (
        evidence.plain
    ):  # that nobody has measured it is told, and the size says nothing to who uses no word of the trade
        told |= {"benchmarks", "params_total_b"}
    if item.card.number("languages_official_count") and any(f.factor == "language" and f.known for f in item.factors):
        told.add("languages_official")
    return told


def _lowered(text: str) -> str:
    """A sentence continued after a colon; names and acronyms keep their capitals."""
    return text[:1].lower() + text[1:] if len(text) > 1 and text[1].islower() else text
