"""Who has the most or the least of a measure, and who has more than whom: in each turn of phrase true ones pass and false ones do not.

Nothing here is told by hand: the evidence's figures say which sentence is true.
"""

from __future__ import annotations

import pytest

from advisor.answer.checks.measures import Measures
from advisor.domain.language import Language
from tests.evals.grounding.frozen import frozen
from tests.evals.grounding.run import guard

BUNDLES: dict[Language, tuple[str, ...]] = {
    "es": ("n-es-local", "t-es-tienda", "s-es-novela"),
    "en": ("r-en-3060", "n-en-budget", "s-en-code"),
}
SENSES = {
    "price": ("month", "price_in_usd_per_m", "price_out_usd_per_m", "low:price_in_usd_per_m", "mix"),
    "memory": ("fit.total",), "context": ("context_tokens", "max_input_tokens"), "date": ("release_date",), "size": ("params_total_b",),
    "languages": ("languages",), "speed": ("throughput_tokens_per_s", "told.speed", "fit.speed"), "output": ("max_output_tokens",),
    "latency": ("time_to_first_token_s",), "measured": ("percentile",),
}  # fmt: skip
MOST: dict[Language, tuple[tuple[str, int, str], ...]] = {
    "es": (
        ("price", 1, "{X} es el que más cuesta de los tres."), ("price", 1, "La factura más alta de los tres es la de {X}."),
        ("price", -1, "El coste más bajo es el de {X}."), ("price", -1, "El que menos cobra es {X}."),
        ("memory", 1, "{X} es el que más ocupa de los tres."), ("memory", 1, "El mayor consumo de memoria es el de {X}."),
        ("memory", 1, "El más exigente en memoria es {X}."), ("memory", -1, "{X} es el que menos memoria necesita."),
        ("context", 1, "La ventana más larga es la de {X}."), ("context", 1, "{X} es el que más texto lee de una vez."),
        ("context", -1, "La menor ventana es la de {X}."), ("size", 1, "El mayor número de parámetros es el de {X}."),
        ("size", -1, "{X} es el que menos parámetros tiene."), ("languages", 1, "{X} es el que más idiomas declara."),
        ("speed", 1, "La velocidad más alta es la de {X}."), ("latency", 1, "{X} es el que más tarda en empezar a contestar."),
        ("latency", -1, "La latencia más baja es la de {X}."), ("measured", 1, "La mejor calidad medida es la de {X}."),
        ("measured", -1, "La peor calidad medida es la de {X}."), ("output", 1, "La salida más larga es la de {X}."),
    ),
    "en": (
        ("price", 1, "{X} costs the most of the three."), ("price", 1, "The highest bill of the three is {X}'s."),
        ("price", -1, "{X} is the one that costs least."), ("price", -1, "Of the three, {X} charges the least."),
        ("memory", 1, "{X} takes the most memory of the three."), ("memory", 1, "The heaviest on memory is {X}."),
        ("memory", -1, "{X} has the smallest memory footprint of the three."), ("context", 1, "{X} reads the most text at once."),
        ("context", 1, "The longest context is {X}'s."), ("context", -1, "{X} has the smallest window of the three."),
        ("size", 1, "{X} has the highest parameter count."), ("size", -1, "{X} has the fewest parameters."),
        ("languages", 1, "{X} covers the most languages of the three."), ("languages", -1, "{X} declares the fewest languages."),
        ("speed", 1, "{X} writes the most tokens per second."), ("speed", -1, "{X} has the lowest speed."),
        ("latency", 1, "{X} makes you wait the longest."), ("latency", -1, "{X} is the first to start replying."),
        ("output", 1, "{X} has the highest output limit."), ("measured", 1, "The best measured quality is {X}'s."), ("measured", -1, "{X} measures worst of the three."),
    ),
}  # fmt: skip
MORE: dict[Language, tuple[tuple[str, int, str], ...]] = {
    "es": (
        ("price", 1, "La factura de {X} es más alta que la de {Y}."), ("price", -1, "{X} cobra menos que {Y}."),
        ("price", 1, "Pagarías más por {X} que por {Y}."), ("memory", 1, "{X} ocupa más que {Y}."),
        ("memory", -1, "{X} necesita menos memoria que {Y}."), ("context", 1, "La ventana de {X} es más larga que la de {Y}."),
        ("context", -1, "{X} admite menos contexto que {Y}."), ("date", 1, "{X} salió después que {Y}."),
        ("size", 1, "{X} tiene más parámetros que {Y}."), ("languages", 1, "{X} cubre más idiomas que {Y}."),
        ("speed", 1, "{X} va más deprisa que {Y}."), ("latency", 1, "{X} tarda más en empezar que {Y}."),
        ("latency", -1, "{X} contesta antes que {Y}."), ("measured", 1, "La calidad medida de {X} es más alta que la de {Y}."),
    ),
    "en": (
        ("price", 1, "{X}'s monthly bill is higher than {Y}'s."), ("price", -1, "You'd pay less for {X} than for {Y}."),
        ("memory", 1, "{X} takes more memory than {Y}."), ("memory", -1, "{X} leaves more memory free than {Y}."),
        ("context", 1, "{X} takes in more text than {Y}."), ("context", -1, "{X}'s context is shorter than {Y}'s."),
        ("date", 1, "{X} came out after {Y}."), ("size", -1, "{X} has fewer parameters than {Y}."),
        ("languages", 1, "{X} speaks more languages than {Y}."), ("speed", 1, "{X} writes more tokens per second than {Y}."),
        ("latency", 1, "{X} takes longer to start than {Y}."), ("latency", -1, "{X} starts sooner than {Y}."),
        ("output", 1, "{X} has a larger output limit than {Y}."), ("measured", 1, "{X} measures better than {Y}."), ("measured", -1, "{X} measures worse than {Y}."),
    ),
}  # fmt: skip


def values(measures: Measures, measure: str, models: tuple[str, ...]) -> list[list[float]]:
    """One row a sense; none at all where a sense knows only some of the models, for then nobody can say who has the most."""
    rows = [[measures.value(sense, m) for m in models] for sense in SENSES[measure]]
    known = [[v for v in row if v is not None] for row in rows]
    return [row for row in known if row] if all(len(row) in (0, len(models)) for row in known) else []


@pytest.mark.parametrize("language", ["es", "en"])
def test_who_has_the_most(language: Language) -> None:
    tried = {True: 0, False: 0}
    for name in BUNDLES[language]:
        checker = guard(name, language)
        measures, ranking = Measures(checker.support), frozen(name).ranking
        assert ranking is not None
        every = tuple(r.card.model for r in ranking.recommendations)
        for measure, sign, text in MOST[language]:
            rows = values(measures, measure, every)
            for i, item in enumerate(ranking.recommendations[:3]):
                shown = [sorted((sign * v for v in row[:3]), reverse=True) for row in rows]
                mine = [sign * row[i] for row in rows]
                first = [own == three[0] > three[1] for own, three in zip(mine, shown, strict=True)]
                beaten = [
                    own < three[0] and own < max(sign * v for v in row)
                    for own, three, row in zip(mine, shown, rows, strict=True)
                ]
                if rows and (all(first) or all(beaten)):
                    said = text.replace("{X}", item.card.name)
                    assert checker.check(said).ok is all(first), said
                    tried[all(first)] += 1
    assert min(tried.values()) > 10


@pytest.mark.parametrize("language", ["es", "en"])
def test_who_has_more_than_whom(language: Language) -> None:
    tried = {True: 0, False: 0}
    for name in BUNDLES[language]:
        checker = guard(name, language)
        measures, ranking = Measures(checker.support), frozen(name).ranking
        assert ranking is not None
        shown = [r.card for r in ranking.recommendations[:3]]
        for one, other in ((a, b) for a in shown for b in shown if a is not b):
            for measure, sign, text in MORE[language]:
                more = [sign * (a - b) for a, b in values(measures, measure, (one.model, other.model))]
                if more and (min(more) > 0 or max(more) < 0):
                    said = text.replace("{X}", one.name).replace("{Y}", other.name)
                    assert checker.check(said).ok is (min(more) > 0), said
                    tried[min(more) > 0] += 1
    assert min(tried.values()) > 40
