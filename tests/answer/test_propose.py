"""A model's reading counts only with the person's words behind it, and its faults cost nothing but its gain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.answer import faults
from advisor.answer.propose import Proposal, Proposed, parsed, propose, quoted
from advisor.domain.needs import NEEDS, Change, Needs
from tests.answer.scripted_models import FakeModel


def proposed(text: str, *changes: dict[str, str], cannot_say: bool = False) -> Proposed:
    model = FakeModel(({"cannot_say": cannot_say, "changes": list(changes)},))
    return propose(text, Needs(), "es", model, 5.0)


def row(op: str, key: str, value: str, quote: str) -> dict[str, str]:
    return {"op": op, "key": key, "value": value, "quote": quote}


def test_changes_come_with_their_words_and_origin() -> None:
    text = "Quiero un chatbot en Catalán, nada de OpenAI, con 24 gigas y 50 dólares al mes"
    found = proposed(
        text,
        row("set", "use_case", "chatbot", "un chatbot"),
        row("add", "languages", "ca", "en catalan"),
        row("add", "excluded_vendors", "OpenAI", "nada de openai"),
        row("set", "vram_gb", "24", "24 gigas"),
        row("set", "budget_usd_month", "50", "50 dólares al mes"),
    )
    assert found.changes == (
        Change("set", "use_case", "chatbot", "un chatbot", "model"),
        Change("add", "languages", ("ca",), "en Catalán", "model"),
        Change("add", "excluded_vendors", ("openai",), "nada de OpenAI", "model"),
        Change("set", "vram_gb", 24.0, "24 gigas", "model"),
        Change("set", "budget_usd_month", 50.0, "50 dólares al mes", "model"),
    )
    assert (found.refused, found.notice) == (0, None)


def test_a_retraction() -> None:
    assert proposed("olvida el presupuesto", row("clear", "budget_usd_month", "", "olvida el presupuesto")).changes == (
        Change("clear", "budget_usd_month", None, "olvida el presupuesto", "model"),
    )


@pytest.mark.parametrize(
    "change",
    [
        row("set", "vram_gb", "24", "24 gigas de vram"),
        row("set", "vram_gb", "veinticuatro", "24 gigas"),
        row("set", "vram_gb", "1e400", "24 gigas"),
        row("set", "open_weights", "yes", "24 gigas"),
        row("set", "nothing", "24", "24 gigas"),
        row("explode", "vram_gb", "24", "24 gigas"),
        row("set", "vram_gb", "24", ""),
        row("set", "use_case", "poetry slam", "24 gigas"),
    ],
)
def test_what_has_no_words_or_no_value_is_refused(change: dict[str, str]) -> None:
    found = proposed("tengo 24 gigas", change)
    assert (found.changes, found.refused) == ((), 1)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("un modelo barato para programar", row("set", "min_output_tokens", "100", "un modelo barato")),
        ("una tienda de bicis", row("add", "programming_languages", "java", "bicis")),
        ("coding, mostly swift", row("add", "languages", "en", "swift")),
        ("coding, in sh", row("add", "languages", "en", "in sh")),
        ("no tengo servidor, por internet", row("clear", "budget_usd_month", "", "por internet")),
        ("what should I download first?", row("add", "priority", "quality", "what should I download first")),
        ("uf, ni idea", row("set", "use_case", "chatbot", "uf")),
        ("hello, I need something", row("set", "use_case", "general", "I need something")),
        ("algo barato", row("add", "output_modalities", "video", "algo barato")),
    ],
)
def test_words_that_cannot_say_it_are_refused(text: str, change: dict[str, str]) -> None:
    """What a real model of 1.5 billion parameters proposed, in kind."""
    assert proposed(text, change).changes == ()


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("responde en portuges", row("add", "languages", "pt", "en portuges")),
        ("mostly js and py", row("add", "programming_languages", "javascript", "js")),
        ("lo mas barato", row("add", "priority", "cost", "lo mas barato")),
        ("servers in the EU only", row("add", "priority", "privacy", "in the EU only")),
        ("que coja las llamadas de la consulta", row("set", "use_case", "chatbot", "que coja las llamadas")),
    ],
)
def test_words_that_can_are_not(text: str, change: dict[str, str]) -> None:
    assert len(proposed(text, change).changes) == 1


def test_cannot_say_is_an_answer() -> None:
    found = proposed("¿seguro que con 16k basta?", row("set", "min_context_tokens", "16000", "16k"), cannot_say=True)
    assert found == Proposed()


@pytest.mark.parametrize(
    "fault", [faults.timed_out("m"), faults.unreachable("m"), faults.nonsense("m"), faults.overflow("m")]
)
def test_a_fault_is_a_notice_in_both_languages(fault: Exception) -> None:
    found = propose("hola", Needs(), "es", FakeModel((fault,)), 5.0)  # type: ignore[arg-type]
    assert found.changes == ()
    assert found.notice is not None
    assert "reglas" in found.notice.es
    assert "rules" in found.notice.en


@pytest.mark.parametrize(
    "raw", [{}, {"changes": None}, {"changes": "x"}, {"changes": [1, None, {}]}, {"cannot_say": "yes"}]
)
def test_odd_shapes_change_nothing(raw: dict[str, object]) -> None:
    assert propose("hola", Needs(), "es", FakeModel((raw,)), 5.0).changes == ()


@given(st.text(max_size=60), st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_a_quote_is_cut_from_the_message(quote: str, text: str) -> None:
    found = quoted(quote, text)
    assert found is None or found in text


@given(st.sampled_from(sorted(NEEDS)), st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_values_are_of_their_key_or_refused(key: str, raw: str) -> None:
    value = parsed(key, raw)
    assert value is None or isinstance(value, bool | int | float | str | tuple)


def test_the_schema_asks_for_exactly_the_needs() -> None:
    schema = Proposal.model_json_schema()
    assert set(schema["$defs"]["ProposedChange"]["properties"]["key"]["enum"]) == set(NEEDS)
