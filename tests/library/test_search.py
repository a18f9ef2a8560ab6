from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as options
from hypothesis import strategies as st
from shelf_samples import CATALOGUE, GUIDE, SECTIONS
from shelf_samples import section as write_section

from advisor.domain.language import LANGUAGES, Language
from advisor.domain.passages import Guide, SearchResult
from advisor.library.embedders.fake import FakeEmbedder
from advisor.library.entries import compose_entries
from advisor.library.shelf import Library
from advisor.library.vectors import Filter
from advisor.settings import Settings

ENTRIES = compose_entries(CATALOGUE, GUIDE)


def test_a_question_of_the_front_matter_finds_its_section(library: Library) -> None:
    for section in SECTIONS:
        for question in section.questions:
            result = library.search(question, section.language)
            assert result.hits[0].id == f"guide/{section.id}"
            assert result.found


def test_what_is_quoted_is_a_passage_never_a_question(library: Library) -> None:
    questions = {question for section in SECTIONS for question in section.questions}
    hit = library.search("¿qué es el contexto?", "es").hits[0]
    assert hit.passage.text == "La ventana de contexto es lo que cabe de una vez."
    for section in SECTIONS:
        for hit in library.search(section.questions[0], section.language, 20).hits:
            assert hit.passage.text not in questions


def test_the_persons_language_first(library: Library) -> None:
    for language in ("es", "en"):
        hits = library.search("what is the context window?", language, 20).hits
        assert {hit.language for hit in hits} == {language}
        assert all(hit.passage.language == hit.language for hit in hits)


def test_what_exists_only_in_the_other_language_is_not_lost(settings: Settings, embedder: FakeEmbedder) -> None:
    """And the person's language comes first only where the section has both."""
    only_spanish = write_section(
        "size/quantization", "es", "Cuantización", "El contexto de los pesos en 4 bits.", "¿y en 4 bits?"
    )
    library = Library.open(settings, CATALOGUE, Guide((*SECTIONS, only_spanish), "guide-2"), embedder=embedder)
    languages = {
        hit.id: hit.language for hit in library.search("contexto what is the context window 4 bits", "en", 50).hits
    }
    library.close()
    assert languages["guide/size/quantization"] == "es"
    assert languages["guide/context/range"] == "en"


def test_one_hit_an_id(library: Library) -> None:
    hits = library.search("contexto parámetros bolt llama", "es", 50).hits
    assert len({hit.id for hit in hits}) == len(hits)
    assert len(library.search("contexto", "es", 2).hits) == 2


def test_a_model_named_in_full_comes_first(library: Library) -> None:
    assert library.search("¿qué contexto tiene bolt2-mini?", "es").hits[0].id == "card/acme/bolt-2-mini"
    assert library.search("price of bolt 2", "en").hits[0].id == "card/acme/bolt-2"
    assert library.search("llama9:8b", "en").hits[0].id == "card/globex/llama-9-8b"


def test_filters(library: Library) -> None:
    assert {hit.id.partition("/")[0] for hit in library.search("contexto", "es", 50, kind="card").hits} == {"card"}
    assert {hit.id.partition("/")[0] for hit in library.search("bolt 2 mini", "es", 50, kind="guide").hits} == {"guide"}
    assert {hit.id for hit in library.search("contexto llama 9 8b", "es", 50, vendor="Acme").hits} <= {
        "card/acme/bolt-2",
        "card/acme/bolt-2-mini",
    }
    by_factor = library.search("contexto", "es", 50, factor="context").hits
    assert by_factor
    assert all(hit.passage.factor == "context" for hit in by_factor)
    assert library.search("contexto", "es", vendor="Nobody").hits == ()
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        written = library.search("contexto context window", other, 50, written_in=language).hits
        assert {hit.id.partition("/")[0] for hit in written} == {"guide", "card"}
        assert {hit.passage.language for hit in written} == {language}
        vector = library.embedder.embed_queries(["context window contexto"])[0]
        rows = library.index.nearest("guide", vector, 100, Filter(language=language)).rows
        assert {ENTRIES[row].passage.language for row in rows} == {language}


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_nothing_asked_nothing_found(library: Library, text: str) -> None:
    assert library.search(text, "es") == SearchResult()


def test_words_that_nothing_knows_are_not_found(library: Library) -> None:
    assert not library.search("croquetas caseras", "es").found
    assert not library.search("🦆🦆🦆", "es").found


def test_a_very_long_text_is_searched(library: Library) -> None:
    assert library.search("contexto " * 20_000, "es").hits


@options(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["es", "en"]), st.integers(-1, 8))
def test_any_text_gets_an_answer_in_order(library: Library, text: str, language: object, k: int) -> None:
    result = library.search(text, language, k)  # type: ignore[arg-type]
    scores = [hit.score for hit in result.hits]
    assert len(scores) <= max(k, 0)
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_eight_threads_find_the_same(library: Library) -> None:
    questions = [question for section in SECTIONS for question in section.questions] * 8
    alone = [library.search(question, "es") for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: library.search(question, "es"), questions))
    assert together == alone


def test_every_card_can_be_quoted(library: Library) -> None:
    for card in CATALOGUE:
        hit = library.search(card.name, "en").hits[0]
        assert (hit.id, hit.passage.vendor) == (f"card/{card.model}", card.vendor)


def test_a_question_like_those_without_an_answer_is_not_found(settings: Settings, embedder: FakeEmbedder) -> None:
    """It shares a word with a section, yet more with what is known to have no answer here; and that is never a hit."""
    rows = ["contexto histórico de la regenta", "contexto histórico de la novela"]
    file = settings.knowledge / "training" / "questions_none.jsonl"
    file.parent.mkdir(parents=True)
    file.write_text("".join(json.dumps({"text": row, "lang": "es", "id": None}) + "\n" for row in rows), "utf-8")
    library = Library.open(settings, CATALOGUE, GUIDE, embedder=embedder)
    without = library.search("¿qué es el contexto?", "es")
    result = library.search("¿qué es el contexto histórico de la regenta?", "es", 50)
    library.close()
    assert without.found
    assert not result.found
    assert all(hit.id.startswith(("guide/", "card/")) for hit in result.hits)


@pytest.mark.parametrize(
    "story",
    [
        "For a few weeks I have been running bolt 2 mini at work for the sales team and mostly like it. My boss keeps "
        "telling everybody about windows though. What is the context window?",
        "Llevo semanas usando bolt 2 mini en el trabajo con el equipo de ventas y en general me gusta mucho. Mi jefa no "
        "para de hablar de ventanas y yo no me entero. ¿Qué es la ventana de contexto?",
    ],
)
def test_a_model_named_in_passing_does_not_push_the_section_aside(library: Library, story: str) -> None:
    language: Language = "en" if story.startswith("For") else "es"
    assert library.search(story, language).hits[0].id == "guide/context/range"
    assert library.search("bolt 2 mini context window contexto", language).hits[0].id == "card/acme/bolt-2-mini"


def test_a_storys_questions_weigh_more_than_the_story(library: Library) -> None:
    story = (
        "We wrote prompts and improved the prompt every day, the first one, then another prompt, and improve it still, "
        "with a first draft and more instructions for everybody in the office. "
    )
    asked = "How many parameters do I need?"

    def lead(text: str) -> float:
        scores = {hit.id: hit.score for hit in library.search(text, "en", 50).hits}
        return scores["guide/size/tiers"] - scores["guide/customization/prompt-first"]

    assert lead(story + asked) > lead(story + asked.replace("?", "."))
