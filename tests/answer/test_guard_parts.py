"""The parts of an answer that only some turns have: two ways at once, a ceiling for each case, work done once, memory by quantization."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.answer.compose import sources_of
from advisor.answer.ground import Guard
from advisor.answer.prompts import writing
from advisor.domain.advice import Footprint
from advisor.domain.answers import Evidence
from advisor.domain.needs import Needs
from tests.evals.grounding.frozen import frozen, real_vocabulary

OFTEN = {8_000: (5.2, 9.7), 32_000: (7.1, 11.6)}
"""GB at Q4_K_M and at Q8_0, by tokens of context."""


def both_ways() -> Evidence:
    """At home the ranking's; over an API the first of another conversation."""
    rented = frozen("r-es-rest").ranking
    assert rented is not None
    return replace(frozen("r-es-mac"), other_way=(Needs.of({"local": False}), rented.recommendations[0]))


def once() -> Evidence:
    evidence = frozen("n-en-budget")
    assert evidence.ranking is not None
    rows = [
        replace(r, cost=replace(r.cost, once=True, usd_month=13.4 + i)) if r.cost else r
        for i, r in enumerate(evidence.ranking.recommendations)
    ]
    needs = Needs.of({"budget_usd_once": 40.0, "items_once": 20_000})
    return replace(evidence, needs=needs, ranking=replace(evidence.ranking, recommendations=tuple(rows)))


def each() -> Evidence:
    evidence = frozen("t-es-tienda")
    assert evidence.ranking is not None
    rows = [
        replace(r, each=replace(r.cost, usd_month=0.000057 * (i + 1))) if r.cost else r
        for i, r in enumerate(evidence.ranking.recommendations)
    ]
    needs = Needs.of({"max_usd_per_item": 0.005})
    return replace(evidence, needs=needs, ranking=replace(evidence.ranking, recommendations=tuple(rows)))


def memory() -> Evidence:
    found = [
        Footprint(name, context, gb, None)
        for context, both in OFTEN.items()
        for name, gb in zip(("Q4_K_M", "Q8_0"), both, strict=True)
    ]
    return replace(frozen("t-en-m"), asked_fields=("memory",), footprints=tuple(found))


CASES = [
    (both_ways, True, "En tu equipo te recomiendo Qwen3.5 9B."),
    (both_ways, True, "Por API, mi recomendación es Gemma 4 31B."),
    (both_ways, True, "Para usar por internet, la mejor opción es Gemma 4 31B."),
    (both_ways, False, "Por API, mi recomendación es Qwen3.5 9B."),
    (both_ways, False, "En local te recomiendo Gemma 4 31B."),
    (both_ways, False, "En tu ordenador, la mejor opción es Gemma 4 31B."),
    (both_ways, False, "Por API te recomiendo Gemma 4 26B A4B."),
    (once, True, "All 20,000 reviews would cost about $13.40 with Llama 4 Scout."),
    (once, True, "Llama 4 Scout does the whole job for $13.40, well within your $40."),
    (once, False, "Llama 4 Scout costs about $13.40 a month."),
    (once, False, "Llama 4 Scout does the whole job for $14.40."),
    (once, False, "All 20,000 reviews would cost about $1.34 with Llama 4 Scout."),
    (each, True, "Gemma 4 31B sale por unos 0,000057 USD por correo."),
    (each, True, "Cada caso cuesta unos 0,000057 USD con Gemma 4 31B, muy por debajo de tus 0,005 USD."),
    (each, False, "Gemma 4 31B cuesta 0,00057 USD por correo."),
    (each, False, "Gemma 4 31B cuesta 0,000114 USD por caso."),
    (each, False, "Gemma 4 31B cuesta 0,000057 USD al mes."),
    (memory, True, "At Q4_K_M with 8K tokens of context it takes about 5.2 GB (estimated)."),
    (memory, True, "At 8 bits with 32K tokens of context it needs about 11.6 GB, estimated."),
    (memory, False, "At Q4_K_M with 8K tokens of context it takes about 9.7 GB."),
    (memory, False, "At 8 bits with 32K tokens of context it needs about 9.7 GB."),
    (memory, False, "At 8 bits with 8K tokens of context it needs about 5.2 GB."),
    (memory, False, "It takes 11.6 GB."),
]


@pytest.mark.parametrize(("made", "holds", "text"), CASES, ids=[f"{m.__name__}-{t[:40]}" for m, _, t in CASES])
def test_what_such_a_part_says(made: object, holds: bool, text: str) -> None:
    assert callable(made)
    evidence: Evidence = made()
    assert Guard(evidence, sources_of(evidence), real_vocabulary()).check(text).ok is holds


def test_a_model_is_told_of_these_parts() -> None:
    def told(evidence: Evidence) -> str:
        prompt = writing(evidence, sources_of(evidence))
        return prompt.system + prompt.user

    ways = told(both_ways())
    for words in ("<other_way>\n", "or in <other_way>", "on the person's own machine"):
        assert words in ways
    assert "<other_way>" not in told(frozen("r-es-mac"))
    assert "cost of all the work, done once (computed): 13.40 USD" in told(once())
    assert "cost of one case (computed): 0,000057 USD" in told(each())
    assert "at Q8_0, estimated: 9.7 GB with 8K tokens of context, 11.6 GB with 32K" in told(memory())


def test_the_first_of_the_other_way_can_be_cited() -> None:
    evidence = both_ways()
    pages = {source.id for source in sources_of(evidence)}
    assert evidence.other_way is not None
    assert f"card/{evidence.other_way[1].card.model}" in pages
