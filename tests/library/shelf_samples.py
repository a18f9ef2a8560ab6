"""A small guide and three cards, for tests that need a library of known content."""

from __future__ import annotations

from types import MappingProxyType

from advisor.domain.cards import Card, Catalogue
from advisor.domain.factors import Factor
from advisor.domain.facts import Fact
from advisor.domain.language import Language
from advisor.domain.passages import Guide, GuideSection


def fact(value: object, unit: str | None = None, kind: str = "declared") -> tuple[Fact, ...]:
    return (Fact(value, unit, kind, "Vendor page", "https://example.org/", "2026-05-01"),)  # type: ignore[arg-type]


def card(model: str, name: str, vendor: str, family: str, *aliases: str, **facts: tuple[Fact, ...]) -> Card:
    return Card(model, name, vendor, family, "current", aliases, MappingProxyType(facts))


def section(identifier: str, language: Language, title: str, body: str, *questions: str) -> GuideSection:
    factor: Factor = identifier.partition("/")[0]  # type: ignore[assignment]
    return GuideSection(identifier, factor, language, title, body, questions, "2026-11-22")


CARDS = (
    card(
        "acme/bolt-2-mini",
        "Bolt 2 mini",
        "Acme",
        "Bolt 2",
        "bolt2 mini",
        context_tokens=fact(128_000, "tokens"),
        price_in_usd_per_m=fact(0.15, "USD per million tokens"),
        languages_official=fact(("es", "ca")),
    ),
    card("acme/bolt-2", "Bolt 2", "Acme", "Bolt 2", params_total_b=fact(None, "billion", "not_disclosed")),
    card(
        "globex/llama-9-8b",
        "Llama 9 8B Instruct",
        "Globex",
        "Llama 9",
        "llama9:8b",
        context_tokens=fact(8192, "tokens"),
    ),
)
CATALOGUE = Catalogue(CARDS, "2026-05-01", "cards-1")
SECTIONS = (
    section(
        "size/tiers", "es", "Tamaños", "Los parámetros orientan sobre la capacidad.", "¿cuántos parámetros hacen falta?"
    ),
    section("size/tiers", "en", "Tiers", "Parameters hint at capability.", "how many parameters do I need?"),
    section(
        "context/range", "es", "Ventana", "La ventana de contexto es lo que cabe de una vez.", "¿qué es el contexto?"
    ),
    section("context/range", "en", "Window", "The context window is what fits at once.", "what is the context window?"),
    section("customization/prompt-first", "es", "Empieza", "Primero mejora las instrucciones.", "¿hay que entrenarlo?"),
    section("customization/prompt-first", "en", "Prompts", "Improve the prompt first.", "do I have to train it?"),
)
GUIDE = Guide(SECTIONS, "guide-1")
