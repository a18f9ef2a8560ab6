"""What the evidence holds: figures with their owner, meaning and sources, in the same units as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from advisor.answer.claims.folding import fold
from advisor.answer.claims.quantities import Quantity, find_quantities
from advisor.answer.figure import (
    Figure,
    content_words,
    cost_figures,
    each_figure,
    fit_figures,
    footprint_figures,
    text_figures,
)
from advisor.answer.parts.host import host_answer
from advisor.answer.parts.lineup import SHOWN
from advisor.domain.advice import Cost, Recommendation
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.passages import Source

_FIELD_UNITS: dict[str, tuple[str, float, tuple[str, ...], tuple[str, ...]]] = {
    "price_in_usd_per_m": ("usd/M", 1, ("input", "price"), ()),
    "price_out_usd_per_m": ("usd/M", 1, ("output", "price"), ()),
    "price_cached_in_usd_per_m": ("usd/M", 1, ("input", "cached", "price"), ("cached",)),
    "price_batch_in_usd_per_m": ("usd/M", 1, ("input", "batch", "price"), ("batch",)),
    "price_batch_out_usd_per_m": ("usd/M", 1, ("output", "batch", "price"), ("batch",)),
    "context_tokens": ("tokens", 1, ("context", "input"), ()),
    "max_input_tokens": ("tokens", 1, ("input",), ()),
    "max_output_tokens": ("tokens", 1, ("output",), ("output",)),
    "pretraining_tokens_t": ("tokens", 1e12, ("training",), ("training",)),
    "sliding_window_tokens": ("tokens", 1, ("sliding", "context"), ("sliding",)),
    "vocabulary_size": ("tokens", 1, ("vocab",), ("vocab",)),
    "params_total_b": ("params", 1e9, ("total", "params"), ()),
    "params_active_b": ("params", 1e9, ("active", "params"), ("active",)),
    "throughput_tokens_per_s": ("tokens/s", 1, ("speed", "output"), ()),
    "time_to_first_token_s": ("s", 1, ("latency", "output"), ()),
    "languages_official_count": ("count:language", 1, ("languages",), ()),
    "layers": ("count:layer", 1, ("layers", "total"), ("layers",)),
    "kv_layers": ("count:layer", 1, ("layers", "kv"), ("layers", "kv")),
    "heads": ("count:head", 1, ("heads", "total"), ("heads",)),
    "kv_heads": ("count:head", 1, ("heads", "kv"), ("heads", "kv")),
    "experts": ("count:expert", 1, ("experts", "total"), ("experts",)),
    "experts_active": ("count:expert", 1, ("experts", "active"), ("experts", "active")),
    "hidden_size": ("bare", 1, ("hidden",), ("hidden",)),
    "language_arena": ("bare", 1, ("arena", "score"), ("arena",)),
}
_DATE_TAGS = {"release_date": "release", "knowledge_cutoff": "cutoff", "deprecation_date": "retirement"}


class Support:
    """The figures of one evidence, by owner."""

    def __init__(self, evidence: Evidence, sources: Sequence[Source]) -> None:
        self.evidence, self.sources = evidence, tuple(sources)
        self.recommendations: Mapping[str, Recommendation] = _recommendations(evidence)
        self.cards: Mapping[str, Card] = {card.model: card for card in cards_of(evidence)}
        self.topics: tuple[str, ...] = _topics(evidence)
        self.person: tuple[Quantity, ...] = tuple(find_quantities(fold(evidence.text[:20_000]), evidence.language))
        facts = (f for card in self.cards.values() for held in card.facts.values() for f in held)
        self.providers = frozenset(f.provider for f in facts if f.provider and f.provider != "API median")
        self._by_url: dict[str, set[int]] = {}
        self._by_id: dict[str, set[int]] = {}
        for n, source in enumerate(self.sources, start=1):
            self._by_url.setdefault(source.url, set()).add(n)
            self._by_id.setdefault(source.id, set()).add(n)
        self.texts: tuple[tuple[str | None, str, frozenset[int]], ...] = tuple(self._texts())
        figures: dict[str | None, list[Figure]] = {model: [] for model in (*self.cards, None)}
        for figure in (*self._card_figures(), *self._computed(), *self._places(), *self._general()):
            figures.setdefault(figure.model, []).append(figure)
        for model, text, cited in self.texts:
            told = text_figures(text, evidence.language, model, cited)
            figures.setdefault(model, []).extend([self._sold(f) if f.unit == "usd/M" else f for f in told])
        apart = [f for f in figures[None] if f.labels]
        self.labels: Mapping[str, frozenset[str]] = {
            unit: frozenset(n for f in apart if f.unit == unit for n in f.labels) for unit in {f.unit for f in apart}
        }
        """The technical names by which passages tell their figures apart, by unit."""
        self.passing: tuple[tuple[str, tuple[Figure, ...]], ...] = tuple(self._passing())
        """(folded text, figures) of the models that only a passage found tells of."""
        self.figures: Mapping[str | None, tuple[Figure, ...]] = {m: tuple(f) for m, f in figures.items()}

    def numbers_of(self, model: str, fact: Fact | None = None) -> frozenset[int]:
        """The citation numbers that stand for a fact of a card: its page; else, or without a fact, any of the card's."""
        pages = self._by_id.get(model, set()) | self._by_id.get(f"card/{model}", set())
        exact = self._by_url.get(fact.url, set()) if fact is not None else set()
        return frozenset(pages & exact or exact or pages)

    def _sources_of_passage(self, id_: str) -> frozenset[int]:
        return frozenset(self._by_id.get(id_, set()) | self._by_id.get(f"guide/{id_}", set()))

    def _texts(self) -> Iterator[tuple[str | None, str, frozenset[int]]]:
        """(owner, text, citation numbers) of everything written in the evidence."""
        evidence, language = self.evidence, self.evidence.language
        if evidence.passages:
            for hit in evidence.passages.hits:
                owner = hit.id.removeprefix("card/") if hit.id.startswith("card/") else None
                yield owner if owner in self.cards else None, hit.passage.text, self._sources_of_passage(hit.id)
        for section in evidence.sections:
            cited = self._sources_of_passage(section.id) | frozenset(
                n for _, _, url in section.origins for n in self._by_url.get(url, ())
            )
            yield None, f"{section.title}. {section.body}", cited
        for model, rec in self.recommendations.items():
            cited = self.numbers_of(model)
            for text in (*rec.reasons, *rec.cautions):
                yield model, text.in_(language), cited
            for score in rec.factors:
                yield (
                    model,
                    score.reason.in_(language),
                    cited.union(*(self.numbers_of(model, f) for _, f in score.facts)),
                )
            for basis in (rec.fit and rec.fit.basis, rec.cost and rec.cost.basis):
                if basis:
                    yield model, basis.in_(language), cited
        for verdict in evidence.verdicts:
            for _, text in verdict.broken:
                yield verdict.card.model, text.in_(language), self.numbers_of(verdict.card.model)
        if evidence.comparison:
            for row in evidence.comparison.rows:
                for card, cell, fact in zip(evidence.comparison.cards, row.cells, row.facts, strict=False):
                    yield (
                        card.model,
                        f"{row.label.in_(language)}: {cell.in_(language)}",
                        self.numbers_of(card.model, fact),
                    )
        if evidence.ranking:
            for relaxation in evidence.ranking.relaxations:
                yield None, relaxation.text.in_(language), frozenset()
        first = next(iter(self.recommendations), None)
        for step in evidence.ladder:
            yield first, step.reason.in_(language), self.numbers_of(first) if first else frozenset()
            if step.memory_gb is None:  # of the technique, whatever the model
                yield None, step.reason.in_(language), frozenset()
        if evidence.break_even:
            yield first, evidence.break_even.text.in_(language), self.numbers_of(first) if first else frozenset()
            yield None, evidence.break_even.text.in_(language), frozenset()
        for what_if in evidence.what_ifs:
            yield what_if.best.model, what_if.text.in_(language), frozenset()
        for text in (*(w.text for w in evidence.what_ifs), *evidence.stakes):
            yield None, text.in_(language), frozenset()
        for text in (*evidence.missing, *(evidence.ranking.cautions if evidence.ranking else ())):
            yield None, text.in_(language), frozenset()
        for paragraph in host_answer(evidence):
            yield None, paragraph, frozenset()
        for text in (*evidence.notices, *(a.reason for a in evidence.assumptions), *filter(None, [evidence.question])):
            yield None, text.in_(language), frozenset()

    def _sold(self, figure: Figure) -> Figure:
        """A price that a text tells of a model, with its provider, where only one asks so much."""
        card = self.cards.get(figure.model or "")
        facts = [f for name in ("price_in_usd_per_m", "price_out_usd_per_m") for f in card.all(name)] if card else []
        who = {f.provider for f in facts if f.provider and f.number is not None and abs(f.number - figure.value) < 1e-9}
        rivals = frozenset(re.sub(r"[^a-z0-9]", "", f.provider.lower()) for f in facts if f.provider)
        return replace(figure, name=who.pop() or "", rivals=rivals) if len(who) == 1 else figure

    def _passing(self) -> Iterator[tuple[str, tuple[Figure, ...]]]:
        evidence = self.evidence
        for hit in evidence.passages.hits if evidence.passages else ():
            if hit.id.startswith("card/") and hit.id.removeprefix("card/") not in self.cards:
                cited = self._sources_of_passage(hit.id)
                yield fold(hit.passage.text), tuple(text_figures(hit.passage.text, evidence.language, None, cited))

    def _card_figures(self) -> Iterator[Figure]:
        for model, card in self.cards.items():
            for name, facts in card.facts.items():
                for fact in facts:
                    yield from self._fact_figures(card, name, fact)
            for size in re.findall(r"(?<![\w.])(\d+(?:\.\d+)?)b\b", fold(card.name)):
                yield Figure(
                    "params",
                    float(size) * 1e9,
                    model,
                    "name.size",
                    tags=frozenset({"total", "params"}),
                    sources=self.numbers_of(model),
                )

    def _fact_figures(self, card: Card, name: str, fact: Fact) -> Iterator[Figure]:
        cited = self.numbers_of(card.model, fact)
        if len(fact.date) >= 4:
            yield Figure("date", 0.0, card.model, "fact.date", iso=fact.date, sources=cited, tags=frozenset())
        if name in _DATE_TAGS and isinstance(fact.value, str):
            tag = frozenset({_DATE_TAGS[name]})
            yield Figure("date", 0.0, card.model, name, iso=fact.value, tags=tag, sources=cited)
        for limit in fact.value if name == "licence_limits" and isinstance(fact.value, tuple) else ():
            users = re.fullmatch(r"users_(\d+)m", limit)
            if users:
                yield Figure("count:user", float(users.group(1)) * 1e6, card.model, name, sources=cited)
        number = fact.number
        if name == "languages_official" and isinstance(fact.value, tuple):
            yield Figure(
                "count:language", len(fact.value), card.model, name, tags=frozenset({"languages"}), sources=cited
            )
        if number is None:
            return
        if name in ("benchmarks", "languages_measured"):
            unit = "%" if fact.unit and "%" in fact.unit else "bare"
            label = " ".join(filter(None, (fact.name, fact.variant)))
            yield Figure(
                unit,
                number,
                card.model,
                name,
                name=label,
                test=fact.name or "",
                kind=fact.kind,
                sources=cited,
                tags=frozenset({"score"}),
            )
        elif name in _FIELD_UNITS:
            unit, factor, tags, must = _FIELD_UNITS[name]
            said = frozenset(tags)
            if name == "context_tokens" and (card.number("max_input_tokens") or number) != number:
                said -= {"input"}
            rivals = frozenset(re.sub(r"[^a-z0-9]", "", f.provider.lower()) for f in card.all(name) if f.provider)
            yield Figure(unit, number * factor, card.model, name, tags=said, rivals=rivals, must=frozenset(must), kind=fact.kind,
                         name=fact.provider or "", variant=fold(fact.variant or ""), sources=cited)  # fmt: skip

    def _places(self) -> Iterator[Figure]:
        """Places in the ranking, and the points lost against a rival."""
        tags = frozenset({"place"})
        if self.evidence.ranking:
            for place, rec in enumerate(self.evidence.ranking.recommendations, start=1):
                yield Figure("bare", place, rec.card.model, "position", tags=tags)
        compared = self.evidence.comparison.verdicts if self.evidence.comparison else ()
        for verdict in (*self.evidence.verdicts, *compared):
            if verdict.position:
                yield Figure("bare", verdict.position, verdict.card.model, "position", tags=tags)
            for factor, points in verdict.losses:
                words = content_words(factor)
                yield Figure(
                    "score", points, verdict.card.model, f"loss:{factor}", tags=frozenset({"score"}), words=words
                )

    def _computed(self) -> Iterator[Figure]:
        for model, rec in self.recommendations.items():
            cited = self.numbers_of(model)
            yield Figure("score", rec.score, model, "score", tags=frozenset({"score"}), kind="estimated", sources=cited)
            for part in rec.factors:
                words = content_words(part.factor)
                field, tags = f"factor:{part.factor}", frozenset({"score", "weight"})
                for value in (part.value, part.value * part.weight, part.weight):
                    yield Figure("score", value, model, field, tags=tags, words=words, sources=cited)
            if rec.fit:
                yield from fit_figures(model, rec.fit, self.numbers_of(model, rec.card.fact("params_total_b")))
            if rec.cost:
                yield from cost_figures(model, rec.cost, self._priced(model, rec.cost))
            if rec.each:
                yield each_figure(model, rec.each, self._priced(model, rec.each))
            providers = {
                f.provider for name in ("price_in_usd_per_m", "price_out_usd_per_m") for f in rec.card.all(name)
            }
            yield Figure("count:provider", len(providers - {None}), model, "count.providers", sources=cited)

        if self.evidence.other_way:
            _, other = self.evidence.other_way
            model = other.card.model
            if other is not self.recommendations.get(model):  # reckoned there for the other way
                if other.fit:
                    yield from fit_figures(model, other.fit, self.numbers_of(model))
                if other.cost:
                    yield from cost_figures(model, other.cost, self._priced(model, other.cost))
        for found in self.evidence.footprints:
            yield from footprint_figures(about := self.evidence.cards[0].model, found, self.numbers_of(about))

    def _priced(self, model: str, cost: Cost) -> frozenset[int]:
        return self.numbers_of(model, cost.price_in) | self.numbers_of(model, cost.price_out)

    def _general(self) -> Iterator[Figure]:
        evidence = self.evidence
        counts = [evidence.catalogue_size]
        if evidence.ranking:
            ranking = evidence.ranking
            counts += [ranking.eligible, ranking.total, ranking.total - ranking.eligible, *ranking.excluded.values(), *(ranking.total - n for n in ranking.excluded.values()), *(r.eligible for r in ranking.relaxations)]  # fmt: skip
            for name, weight in ranking.weights.items():
                yield Figure("score", weight, None, f"weight:{name}", tags=frozenset({"weight"}))
            yield Figure("count:model", ranking.eligible, None, "count.eligible")
            for shown in (
                len(ranking.recommendations),
                len(ranking.unconfirmed),
                *(ranking.eligible - n for n in (1, 3) if ranking.eligible > n),
            ):
                yield Figure("count:model", shown, None, "count.shown")
        for count in counts:
            yield Figure("count:model", count, None, "count.models")
        yield Figure("date", 0.0, None, "data_date", iso=evidence.data_date)
        for source in self.sources:
            if source.date:
                yield Figure("date", 0.0, None, "source.date", iso=source.date)
        needs = [*evidence.needs.values.items(), *((a.key, a.value) for a in evidence.assumptions)]
        for key, value in needs:
            if isinstance(value, int | float) and not isinstance(value, bool) and key in _NEED_UNITS:
                unit, scale, tags = _NEED_UNITS[key]
                if key == "tokens_per_month" and any(
                    r.cost and 0 < r.cost.tokens_in < value for r in self.recommendations.values()
                ):
                    tags = ("month", "total")  # read and written together
                yield Figure(unit, value * scale, None, f"need:{key}", tags=frozenset(tags))
            elif isinstance(value, tuple):
                noun = {"languages": "count:language"}.get(key)
                if noun:
                    yield Figure(noun, len(value), None, f"need:{key}")


_NEED_UNITS: dict[str, tuple[str, float, tuple[str, ...]]] = {
    "min_context_tokens": ("tokens", 1, ("context", "input")),
    "min_output_tokens": ("tokens", 1, ("output",)),
    "max_params_b": ("params", 1e9, ("total",)),
    "min_params_b": ("params", 1e9, ("total",)),
    "vram_gb": ("GB", 1, ("memory", "free", "own")),
    "ram_gb": ("GB", 1, ("memory", "free", "own")),
    "budget_usd_month": ("usd/month", 1, ("price", "month")),
    "budget_usd_once": ("usd", 1, ("price", "own")),
    "max_usd_per_item": ("usd/other", 1, ("price", "own")),
    "item_tokens": ("tokens", 1, ("input", "output", "own")),
    "max_price_in_usd_per_m": ("usd/M", 1, ("price", "input")),
    "max_price_out_usd_per_m": ("usd/M", 1, ("price", "output")),
    "tokens_per_month": ("tokens/month", 1, ("month", "input", "output")),
    "min_tokens_per_s": ("tokens/s", 1, ("speed",)),
}


def cards_of(evidence: Evidence) -> tuple[Card, ...]:
    """All cards that the evidence puts before the reader, without repeats."""
    found: list[Card] = [r.card for r in _recommendations(evidence).values()]
    found += evidence.cards
    found += [card for _, cards in evidence.candidates for card in cards]
    for verdict in evidence.verdicts:
        found += [verdict.card, *([verdict.rival.card] if verdict.rival else [])]
    if evidence.comparison:
        found += evidence.comparison.cards
    found += [what_if.best for what_if in evidence.what_ifs]
    found += [*evidence.near, *evidence.lineup[:SHOWN]]
    for ranking in filter(None, (evidence.ranking, evidence.prior)):
        found += [u.card for u in ranking.unconfirmed] + [card for r in ranking.relaxations for card in r.best]
    return tuple({card.model: card for card in found}.values())


def _topics(evidence: Evidence) -> tuple[str, ...]:
    """The models that a sentence without a subject speaks of, the most likely first."""
    if evidence.verdicts and evidence.intent == "explain_why":
        return tuple(v.card.model for v in evidence.verdicts)
    if evidence.comparison:
        return tuple(c.model for c in evidence.comparison.cards)
    if evidence.cards and "ask_model" in evidence.intents:
        return tuple(c.model for c in evidence.cards)
    ranked = tuple(r.card.model for r in evidence.ranking.recommendations) if evidence.ranking else ()
    return ranked or tuple(c.model for c in evidence.cards)


def _recommendations(evidence: Evidence) -> dict[str, Recommendation]:
    """All scored models, those of the present ranking first; a model keeps its first scoring."""
    found: dict[str, Recommendation] = {}
    rows: list[Recommendation | None] = []
    for ranking in filter(None, (evidence.ranking, evidence.prior)):
        rows += ranking.recommendations
    rows += [evidence.other_way[1] if evidence.other_way else None]
    verdicts = [*evidence.verdicts, *(evidence.comparison.verdicts if evidence.comparison else ())]
    rows += [row for v in verdicts for row in (v.recommendation, v.rival)]
    for row in rows:
        if row is not None:
            found.setdefault(row.card.model, row)
    return found
