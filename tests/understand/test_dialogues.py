"""Corrections, retractions, resets, answers to a question, and pointers at what was shown."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs


def test_corrections_replace(talk: Any) -> None:
    assert talk("contexto de 64k", "mejor 32k") == {"min_context_tokens": 32_000}
    assert talk("como mucho 14B", "sube a 32B") == {"max_params_b": 32}
    assert talk("presupuesto de 50 dólares al mes", "mejor 80") == {"budget_usd_month": 80}
    assert talk("5 bucks a day at most", "make that ten") == {"budget_usd_month": 300}
    assert talk("output of 8k tokens", "double that") == {"min_output_tokens": 16_000}


def test_retractions_remove(talk: Any) -> None:
    assert talk("chatbot barato, 50 dólares al mes", "olvida el presupuesto") == {
        "use_case": "chatbot",
        "priority": ["cost"],
    }
    assert talk("summarise papers, open source", "forget open source") == {"use_case": "summarization"}
    assert talk("en catalán y gallego", "el gallego no") == {"languages": ["ca"]}
    assert talk("nada de Meta ni de Google", "Google sí me vale, quítalo de la lista") == {"excluded_vendors": ["meta"]}


def test_lists_grow(talk: Any) -> None:
    assert talk("must speak Spanish", "and French") == {"languages": ["es", "fr"]}
    assert talk("barato", "y con privacidad") == {"priority": ["cost", "privacy"]}


@pytest.mark.parametrize("text", ["empecemos de cero", "start over", "olvida todo"])
def test_reset_empties(talk: Any, read: Any, text: str) -> None:
    assert talk("chatbot barato en catalán", text) == {}
    assert read(text, Dialogue(needs=Needs.of({"use_case": "chatbot"}), turns=1)).reset


def test_a_guide_question_changes_nothing(talk: Any) -> None:
    assert talk("como mucho 14B", "¿qué significa 14B?") == {"max_params_b": 14}


def test_a_part_of_the_workload_is_corrected(talk: Any) -> None:
    said = "40 usuarios, cada uno hace 10 preguntas al día de unos 1.000 tokens"
    assert talk(said, "perdón, somos 60 usuarios") == {"tokens_per_month": 18_000_000, "items_per_month": 18_000}


def test_an_answer_is_read_against_the_question(talk: Any) -> None:
    assert talk("unos 50", asked="budget_usd_month", turns=1) == {"budget_usd_month": 50}


def test_pointers_resolve(read: Any) -> None:
    dialogue = Dialogue(needs=Needs.of({"use_case": "chatbot"}), shown=("x/a", "x/b"), focus=("x/a",), turns=1)
    assert read("¿el segundo soporta catalán?", dialogue).mentions[0].models == ("x/b",)
    assert read("why that one?", dialogue).mentions[0].models == ("x/a",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("háblame del primero", 0), ("hablame del segundo", 1), ("dime más del tercero", 2), ("datos de la segunda", 1),
        ("¿qué licencia es la del último?", 2), ("¿y al segundo le cabe?", 1), ("info sobre el tercero", 2),
        ("tell me about the first one", 0), ("tell me more about the third", 2), ("details on the second one", 1),
    ],
)  # fmt: skip
def test_a_place_in_the_list_is_never_what_was_talked_of_last(read: Any, text: str, place: int) -> None:
    shown = ("x/a", "x/b", "x/c")
    for talked in shown:
        dialogue = Dialogue(needs=Needs.of({"use_case": "chatbot"}), shown=shown, focus=(talked,), turns=2)
        assert [m.models for m in read(text, dialogue).mentions] == [(shown[place],)]


def test_mixed_languages_keep_the_conversations(read: Any) -> None:
    assert read("necesito un modelo").language == "es"
    assert read("i need a model").language == "en"
    assert read("ok", Dialogue(language="en")).language == "en"
    assert read("rtx 3060", Dialogue(language="es")).language == "es"


def test_an_assumed_language_is_no_need_and_stays_dropped(read: Any) -> None:
    assert [a.key for a in read("quiero un chatbot").assumptions] == ["languages"]
    assert read("quiero un chatbot", Dialogue(dropped=("languages",))).assumptions == ()


def test_a_rate_is_said(read: Any) -> None:
    notices = read("como mucho 50 euros al mes").notices
    assert any("EUR" in notice.en and "USD" in notice.en for notice in notices)
