"""Whether a trait is true of a model: yes, no, or None where the evidence cannot tell."""

from __future__ import annotations

import re

from advisor.answer.claims.folding import fold
from advisor.answer.claims.traits import Trait
from advisor.answer.support import Support
from advisor.domain.cards import Card


def truth(trait: Trait, model: str, support: Support) -> bool | None:
    card = support.cards.get(model)
    if card is None:
        return None
    key = trait.key
    if key in ("open_weights", "commercial_use", "tool_calling", "structured_output", "reasoning"):
        value = card.value(key)
        if isinstance(value, bool):
            return value
        return (card.value("training_type") == "reasoning" or None) if key == "reasoning" else None
    if key == "modalities":
        return _member(card, "modalities", trait.value)
    if key == "only_text":
        told = card.texts("modalities")
        return None if not told else set(told) == {"text"}
    if key == "alignment":
        if any(
            trait.value in fold(t) for field in ("fine_tuning_api", "fine_tuning_methods") for t in card.texts(field)
        ):
            return True
        known = card.fact("alignment")
        return (
            None if known is None or not known.known else any(trait.value in fold(t) for t in card.texts("alignment"))
        )
    if key in ("architecture", "training_type", "status"):
        value = card.status if key == "status" else card.value(key)
        if not isinstance(value, str):
            return None
        if trait.value == "retired":
            return value == "retired" or card.fact("deprecation_date") is not None
        return trait.value in value if key == "architecture" else value == trait.value
    if key == "licence":
        return _licence(card, trait.value)
    if key == "languages":
        found = language(card, trait)
        official = trait.value.rstrip("!") in card.texts("languages_official")
        return (
            found
            if not (trait.well and trait.positive and found) or official
            else _measures_well(trait, support, model)
        )
    if key == "free":
        return _free(card)
    if key == "fit":
        return _fits(model, support)
    if key == "local":
        return _local(card, model, support)
    if key == "programming":
        listed = card.texts("programming_languages")
        return None if not listed else trait.value in listed
    if key == "ample":
        fits = _fits(model, support)
        return _eligible(model, support) if fits is None else fits
    if key == "unconditional":
        return _unconditional(card)
    if key == "fine_tuning":
        return _tunable(card)
    return _eligible(model, support) if key == "eligible" else None


def _member(card: Card, field: str, member: str) -> bool | None:
    fact = card.fact(field)
    return None if fact is None or not fact.known else member in card.texts(field)


def _licence(card: Card, said: str) -> bool | None:
    value = card.value("licence")
    if not isinstance(value, str):
        return None
    held, words = fold(value), re.findall(r"[a-z]+", re.sub(r"licen[cs]\w*|\bv\b|modificada", "", said))
    version = re.search(r"\d(?:\.\d)?", said.replace("·", "."))
    return all(w in held for w in words) and (version is None or version.group() in held)


def language(card: Card, trait: Trait) -> bool | None:
    code = trait.value.rstrip("!")
    official = card.fact("languages_official")
    if official is not None and code in card.texts("languages_official"):
        return True
    if not trait.value.endswith("!") and any(
        f.name == code for field in ("languages_measured", "language_arena") for f in card.all(field)
    ):
        return True if trait.positive else None
    return False if official is not None and official.known else None


def _measures_well(trait: Trait, support: Support, model: str) -> bool | None:
    """Whether a language that is not official is told to be among the better half of the catalogue's; None where nothing is."""
    code = trait.value.rstrip("!")
    told = [f.value for f in support.figures.get(model, ()) if not f.field and f.unit == "%" and code in f.languages]
    return any(value >= 50 for value in told) or None


def _unconditional(card: Card) -> bool | None:
    """Whether a licence sets no conditions: a permissive one does not, and one with limits on record does."""
    if card.texts("licence_limits"):
        return False
    held = card.value("licence")
    return True if isinstance(held, str) and re.match(r"apache|mit\b|bsd", fold(held)) else None


def _free(card: Card) -> bool | None:
    prices = [
        f.number
        for field in ("price_in_usd_per_m", "price_out_usd_per_m")
        for f in card.all(field)
        if f.number is not None
    ]
    if card.value("open_weights") is True:
        return None if prices else True
    return None if not prices else any(p == 0 for p in prices)


def _fits(model: str, support: Support) -> bool | None:
    rec = support.recommendations.get(model)
    if rec and rec.fit:
        return rec.fit.fits
    broken = next((v for v in support.evidence.verdicts if v.card.model == model), None)
    if broken and any(key in ("vram_gb", "ram_gb", "local") for key, _ in broken.broken):
        return False
    card = support.cards[model]
    return False if card.value("open_weights") is False else None


def _local(card: Card, model: str, support: Support) -> bool | None:
    fits = _fits(model, support)
    value = card.value("open_weights")
    if isinstance(value, bool):
        return value if fits is None else fits
    return fits


def _tunable(card: Card) -> bool | None:
    if card.value("open_weights") is True:
        return True
    known = [f for field in ("fine_tuning_methods", "fine_tuning_api") for f in card.all(field) if f.known]
    return bool(known) or None


def _eligible(model: str, support: Support) -> bool | None:
    evidence = support.evidence
    verdicts = [*evidence.verdicts, *(evidence.comparison.verdicts if evidence.comparison else ())]
    for verdict in verdicts:
        if verdict.card.model == model:
            return verdict.eligible if verdict.eligible or verdict.broken else None
    if evidence.ranking and any(r.card.model == model for r in evidence.ranking.recommendations):
        return True
    return True if evidence.other_way and evidence.other_way[1].card.model == model else None
