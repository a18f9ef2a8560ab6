"""Fixed evidence for the grounding corpus: what the advisor would know when it answers six questions."""

from __future__ import annotations

from functools import cache
from typing import Any

from advisor.domain.advice import (
    Comparison,
    ComparisonRow,
    Cost,
    FactorScore,
    Fit,
    Ranking,
    Recommendation,
    Unconfirmed,
    Verdict,
)
from advisor.domain.answers import Evidence
from advisor.domain.cards import Card
from advisor.domain.factors import FACTORS
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.formats import number, tokens, usd
from advisor.domain.language import Language, Localised
from advisor.domain.needs import Assumption, Intent, Needs
from advisor.domain.passages import GuideSection, Hit, Passage, SearchResult
from tests.evals.grounding.cards import (
    BRISA,
    CUMBRE,
    FLASH,
    GEMMA,
    GPT,
    HAIKU,
    LLAMA,
    MISTRAL,
    MOE,
    OSTRA,
    OSTRA_MINI,
    QWEN,
    SALAMANDRA,
)


def _factor_reasons(item: Card, name: str) -> Localised:
    context, size = item.number("context_tokens"), item.number("params_total_b")
    price = item.number("price_in_usd_per_m")
    if name == "context" and context:
        return Localised(
            f"Admite {tokens(context, 'es')} tokens de contexto.",
            f"It takes {tokens(context, 'en')} tokens of context.",
        )
    if name == "size" and size:
        return Localised(f"Tiene {number(size, 'es', 1)}B parámetros.", f"It has {number(size, 'en', 1)}B parameters.")
    if name == "performance" and price is not None:
        return Localised(
            f"Cobra {usd(price, 'es')} por millón de tokens de entrada.",
            f"It charges {usd(price, 'en')} per million input tokens.",
        )
    return Localised("Sin datos que lo distingan.", "Nothing on record tells it apart.")


def recommend(item: Card, score: float, values: tuple[float, ...], *, fit: Fit | None = None, cost: Cost | None = None, tie: bool = False,
              cautions: tuple[Localised, ...] = (), unknown: tuple[str, ...] = ()) -> Recommendation:  # fmt: skip
    factors = tuple(
        FactorScore(f, v, 1 / 7, True, _factor_reasons(item, f)) for f, v in zip(FACTORS, values, strict=True)
    )
    reasons = tuple(f.reason for f in factors if f.factor in ("context", "size", "performance"))
    return Recommendation(item, score, factors, unknown, reasons, cautions, fit, cost, tie)


def cost_of(item: Card, tokens_in: int, tokens_out: int) -> Cost:
    price_in, price_out = item.fact("price_in_usd_per_m"), item.fact("price_out_usd_per_m")
    assert price_in
    assert price_out
    month = tokens_in / 1e6 * (price_in.number or 0) + tokens_out / 1e6 * (price_out.number or 0)
    basis = Localised(f"{number(tokens_in / 1e6, 'es')} millones de tokens de entrada y {number(tokens_out / 1e6, 'es')} de salida al mes",
                      f"{number(tokens_in / 1e6, 'en')} million input and {number(tokens_out / 1e6, 'en')} million output tokens a month")  # fmt: skip
    return Cost(month, item.vendor, tokens_in, tokens_out, price_in, price_out, basis)


def fit_of(
    weights: float,
    kv: float,
    speed: tuple[float, float] | None,
    fits: bool = True,
    available: float = 12.0,
    command: str | None = None,
) -> Fit:
    basis = Localised("Estimación a partir del tamaño y de la arquitectura.", "Estimated from size and architecture.")
    return Fit(
        fits, "Q4_K_M", weights, kv, 0.6, available, 16_384, 49_152, speed, "gpu" if fits else "none", basis, command
    )


def evidence(
    language: Language, text: str, intents: tuple[Intent, ...], needs: dict[str, object], **more: Any
) -> Evidence:
    return Evidence(text, language, intents, Needs.of(needs), more.pop("assumptions", ()), "2026-11-15", 223, **more)


_GUIDE_ES = (
    GuideSection("context/documents", "context", "es", "Contexto y documentos",
                 "Con 100.000 tokens caben unas 300 páginas de texto. Un contexto grande simplifica el trabajo con documentos largos, pero no los hace más precisos.", (), "2026-09-01",
                 (("100K tokens", "Guía de factores", "https://guide.example/factors"),)),
    GuideSection("customization/training-data", "customization", "es", "Datos para el ajuste fino",
                 "Para un ajuste fino suelen bastar unos 1.000 registros de buena calidad. Con LoRA se entrena menos del 1 % de los parámetros.", (), "2026-09-01"),
    GuideSection("size/tiers", "size", "es", "Qué sugiere el tamaño",
                 "Un modelo de unos 1B parámetros reconoce patrones, como el sentimiento de una reseña. Uno de unos 10B sigue instrucciones sencillas, como las de un chatbot de restaurante. Por encima de 100B llega el razonamiento complejo.", (), "2026-09-01"),
)  # fmt: skip
_GUIDE_EN = (
    GuideSection("context/documents", "context", "en", "Context and documents",
                 "About 300 pages of text fit in 100,000 tokens. A large context makes work on long documents simpler, but not more accurate.", (), "2026-09-01",
                 (("100K tokens", "Factor guide", "https://guide.example/factors"),)),
    GuideSection("customization/training-data", "customization", "en", "Data for fine-tuning",
                 "About 1,000 good records are usually enough for fine-tuning. LoRA trains less than 1% of the parameters.", (), "2026-09-01"),
    GuideSection("size/tiers", "size", "en", "What size suggests",
                 "A model of about 1B parameters recognises patterns, such as the sentiment of a review. One of about 10B follows simple instructions, such as a restaurant's chatbot. Beyond 100B comes complex reasoning.", (), "2026-09-01"),
)  # fmt: skip


def _sections(language: Language) -> tuple[GuideSection, ...]:
    return _GUIDE_ES if language == "es" else _GUIDE_EN


@cache
def bundle(name: str, language: Language) -> Evidence:
    """One of: api, local, brands, guide, compare, whynot."""
    es = language == "es"
    if name == "api":
        rows = (
            recommend(FLASH, 0.83, (0.9, 0.5, 0.95, 0.6, 0.92, 0.8, 0.5), cost=cost_of(FLASH, 30_000_000, 6_000_000)),
            recommend(
                GPT,
                0.78,
                (0.7, 0.5, 0.85, 0.6, 0.8, 0.85, 0.5),
                cost=cost_of(GPT, 30_000_000, 6_000_000),
                unknown=("languages",),
            ),
            recommend(
                MISTRAL, 0.71, (0.8, 0.7, 0.6, 0.9, 0.75, 0.7, 0.6), cost=cost_of(MISTRAL, 30_000_000, 6_000_000)
            ),
            recommend(HAIKU, 0.62, (0.7, 0.5, 0.7, 0.5, 0.6, 0.8, 0.5), cost=cost_of(HAIKU, 30_000_000, 6_000_000)),
        )
        ranking = Ranking(
            rows, 37, 223, {"budget_usd_month": 61, "languages": 98}, (Unconfirmed(OSTRA_MINI, ("languages",)),)
        )
        text = (
            "un chatbot para mi restaurante, barato, unos 50 dólares al mes y 3.000 consultas"
            if es
            else "a chatbot for my restaurant, cheap, about 50 dollars a month, 3,000 queries"
        )
        return evidence(language, text, ("recommend",), {"use_case": "chatbot", "budget_usd_month": 50, "priority": ["cost"], "languages": ["es", "ca"]},
                        ranking=ranking, sections=_sections(language)[2:],
                        assumptions=(Assumption("tokens_per_month", 36_000_000, Localised("Supongo 36 millones de tokens al mes.", "I assume 36 million tokens a month.")),))  # fmt: skip
    if name == "local":
        rows = (
            recommend(
                QWEN,
                0.81,
                (0.9, 0.7, 0.7, 0.9, 0.7, 0.8, 0.7),
                fit=fit_of(5.0, 2.3, (38.0, 52.0), command="ollama run qwen3:8b"),
            ),
            recommend(
                GEMMA,
                0.79,
                (0.9, 0.75, 0.7, 0.8, 0.65, 0.8, 0.7),
                fit=fit_of(7.3, 2.6, (24.0, 34.0), command="ollama run gemma3:12b"),
                tie=True,
            ),
            recommend(LLAMA, 0.66, (0.5, 0.7, 0.7, 0.8, 0.6, 0.8, 0.7), fit=fit_of(4.9, 2.1, (39.0, 54.0))),
            recommend(
                SALAMANDRA,
                0.55,
                (0.95, 0.6, 0.2, 0.8, 0.4, 0.6, 0.6),
                fit=fit_of(4.7, 1.0, (41.0, 56.0)),
                cautions=(Localised("Su contexto es corto: 8K tokens.", "Its context is short: 8K tokens."),),
            ),
        )
        ranking = Ranking(rows, 12, 223, {"vram_gb": 88, "open_weights": 102})
        text = (
            "algo para programar en una RTX 3060 de 12 GB, de pesos abiertos"
            if es
            else "something for coding on an RTX 3060 12GB, open weights"
        )
        return evidence(language, text, ("recommend",), {"use_case": "coding", "vram_gb": 12, "local": True, "open_weights": True, "min_context_tokens": 16_000},
                        ranking=ranking, sections=_sections(language)[2:])  # fmt: skip
    if name == "brands":
        rows = (
            recommend(CUMBRE, 0.76, (0.9, 0.9, 0.8, 0.7, 0.7, 0.7, 0.7), cost=cost_of(CUMBRE, 10_000_000, 2_000_000)),
            recommend(OSTRA, 0.74, (0.6, 0.5, 0.95, 0.5, 0.75, 0.9, 0.4), cost=cost_of(OSTRA, 10_000_000, 2_000_000)),
            recommend(BRISA, 0.58, (0.8, 0.6, 0.5, 0.9, 0.7, 0.5, 0.6), cost=cost_of(BRISA, 10_000_000, 2_000_000)),
        )
        ranking = Ranking(rows, 9, 223, {"min_context_tokens": 120})
        text = "analizar contratos largos, unas 150 páginas" if es else "analyse long contracts, about 150 pages"
        return evidence(language, text, ("recommend",), {"use_case": "document_analysis", "min_context_tokens": 50_000},
                        ranking=ranking, sections=_sections(language)[:1], cards=(OSTRA_MINI,))  # fmt: skip
    if name == "guide":
        sections = _sections(language)
        hits = tuple(
            Hit(f"guide/{s.id}", 0.9 - i / 10, language, Passage(f"guide/{s.id}", s.id, language, s.title, s.body))
            for i, s in enumerate(sections)
        )
        text = (
            "¿cuántos ejemplos hacen falta para un ajuste fino?"
            if es
            else "how many examples do I need for fine-tuning?"
        )
        return evidence(language, text, ("ask_guide",), {}, passages=SearchResult(hits, True), sections=sections)
    if name == "compare":
        cards = (QWEN, LLAMA, GEMMA)
        rows_ = tuple(
            _row(field, cards) for field in ("params_total_b", "context_tokens", "max_output_tokens", "licence")
        )
        verdicts = tuple(
            Verdict(c, True, (), (), i + 1, recommend(c, s, (0.8, 0.7, 0.7, 0.8, 0.6, 0.8, 0.7)), None)
            for i, (c, s) in enumerate(zip(cards, (0.81, 0.66, 0.79), strict=True))
        )
        text = (
            "compara Qwen3 8B, Llama 3.1 8B y Gemma 3 12B" if es else "compare Qwen3 8B, Llama 3.1 8B and Gemma 3 12B"
        )
        return evidence(language, text, ("compare",), {"vram_gb": 12}, comparison=Comparison(cards, rows_, verdicts))
    if name == "whynot":
        rows = (recommend(QWEN, 0.81, (0.9, 0.7, 0.7, 0.9, 0.7, 0.8, 0.7), fit=fit_of(5.0, 2.3, (38.0, 52.0))),)
        broken = Localised("Necesita unos 19,4 GB y tienes 12 GB.", "It needs about 19.4 GB and you have 12 GB.")
        verdict = Verdict(MOE, False, (("vram_gb", broken),), (), None, None, rows[0])
        text = "¿por qué no Qwen3 30B-A3B?" if es else "why not Qwen3 30B-A3B?"
        return evidence(
            language,
            text,
            ("explain_why",),
            {"vram_gb": 12, "local": True},
            ranking=Ranking(rows, 12, 223, {}),
            verdicts=(verdict,),
        )
    raise KeyError(name)


def _row(field: str, cards: tuple[Card, ...]) -> ComparisonRow:
    facts = tuple(c.fact(field) for c in cards)

    def cell(item: Fact | None, language: Language) -> str:
        if item is None or item.value is None:
            return "sin dato" if language == "es" else "unknown"
        if item.number is None:
            return str(item.value)
        return (
            f"{tokens(item.number, language)} tokens" if "tokens" in field else f"{number(item.number, language, 1)}B"
        )

    return ComparisonRow(
        field, FIELDS[field].label, tuple(Localised(cell(f, "es"), cell(f, "en")) for f in facts), facts
    )


BUNDLES = ("api", "local", "brands", "guide", "compare", "whynot")
