from __future__ import annotations

from shelf_samples import CARDS, SECTIONS, card, fact, section

from advisor.domain.cards import Catalogue
from advisor.domain.facts import Fact
from advisor.domain.passages import Guide
from advisor.library.entries import compose_entries
from advisor.library.passages import MAX_PASSAGE_WORDS, card_passages, section_passages


def texts(subject: object, language: str) -> str:
    return " ".join(p.text for p in card_passages(subject) if p.language == language)  # type: ignore[arg-type]


def test_a_card_speaks_both_languages_with_figures_kind_and_date() -> None:
    assert "Ventana de contexto: 128K tokens (declarado, 1 may 2026)." in texts(CARDS[0], "es")
    assert "Context window: 128K tokens (declared, May 1, 2026)." in texts(CARDS[0], "en")
    assert "0,15 USD por millón de tokens" in texts(CARDS[0], "es")
    assert "español, catalán" in texts(CARDS[0], "es")


def test_what_is_not_disclosed_is_said_to_be() -> None:
    assert "Parámetros totales: no publicado (1 may 2026)." in texts(CARDS[1], "es")
    assert "Total parameters: not disclosed (May 1, 2026)." in texts(CARDS[1], "en")


def test_estimated_is_never_shown_without_saying_so() -> None:
    subject = card("a/b", "B", "A", "B", params_total_b=fact(7, "billion", "estimated"))
    assert "7 miles de millones (estimado" in texts(subject, "es")
    assert "7 billion (estimated" in texts(subject, "en")


def test_what_the_card_is_silent_about_is_left_out() -> None:
    assert "Licencia" not in texts(CARDS[0], "es")
    assert {p.factor for p in card_passages(CARDS[0])} == {None, "language", "context", "performance"}


def test_no_and_yes_and_zero_are_values() -> None:
    subject = card(
        "a/b",
        "B",
        "A",
        "B",
        open_weights=fact(False),
        tool_calling=fact(True),
        price_in_usd_per_m=fact(0, "USD per million tokens"),
    )
    assert "Pesos abiertos: no (" in texts(subject, "es")
    assert "Tool calling: yes (" in texts(subject, "en")
    assert "0 USD per million tokens" in texts(subject, "en")


def test_many_facts_of_one_field_are_told_apart() -> None:
    prices = tuple(
        Fact(price, "USD per million tokens", "declared", "s", "https://example.org/", "2026-05", provider=provider)
        for price, provider in ((1.0, "Acme"), (2.0, "Cloudy"))
    )
    shown = texts(card("a/b", "B", "A", "B", price_in_usd_per_m=prices), "en")
    assert "(Acme, declared, May 2026); 2 USD per million tokens (Cloudy, declared" in shown


def test_documents_are_unique_and_stable() -> None:
    entries = compose_entries(Catalogue(CARDS, "", ""), Guide(SECTIONS))
    documents = [entry.passage.document for entry in entries]
    assert len(set(documents)) == len(documents)
    assert documents == [entry.passage.document for entry in compose_entries(Catalogue(CARDS, "", ""), Guide(SECTIONS))]


def test_long_paragraphs_are_cut_between_sentences_and_lose_nothing() -> None:
    sentences = [f"Esta es la frase número {n} y dice una cosa más larga que otras." for n in range(30)]
    long = section("size/tiers", "es", "T", " ".join(sentences) + "\n\nFin.", "¿q?")
    found = [p.text for p in section_passages(long)]
    assert all(len(text.split()) <= MAX_PASSAGE_WORDS for text in found)
    assert " ".join(found) == " ".join([*sentences, "Fin."])
    assert [p.document[-1] for p in section_passages(long)][:2] == ["1", "2"]
