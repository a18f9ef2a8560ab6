"""What people without the trade's words say: what they cannot do, would pay after all, count by the week, fear for."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs
from advisor.understand.apply import after

CHAT = Dialogue(needs=Needs.of({"use_case": "chatbot"}), shown=("a/b",), turns=1)
FREE = Dialogue(needs=Needs.of({"use_case": "chatbot", "budget_usd_month": 0}), shown=("a/b",), turns=1)


def _needs(read: Any, text: str, before: Dialogue = CHAT) -> dict[str, Any]:
    return dict(after(before, read(text, before)).needs.to_json())


@pytest.mark.parametrize(
    "text",
    [
        "no sé programar",
        "no tenemos ni idea de informática",
        "no soy programadora",
        "I don't know how to code",
        "we're not developers",
        "I can't code",
    ],
)
def test_what_somebody_cannot_do_is_no_use(read: Any, text: str) -> None:
    assert _needs(read, text) == {"use_case": "chatbot"}
    assert "use_case" not in _needs(read, text, Dialogue())


def test_company_code_that_stays_is_still_private(read: Any) -> None:
    assert _needs(read, "no code may leave the office", Dialogue())["priority"] == ["privacy"]


@pytest.mark.parametrize(
    ("text", "usd"),
    [
        ("bueno, si son 8 dólares tampoco pasa nada", 8),
        ("15 dólares al mes los pago", 15),
        ("20 dollars a month wouldn't kill me", 20),
        ("I could live with 10 dollars", 10),
        ("ok, 5 dollars would be fine", 5),
        ("¿y si pagamos 10 dólares al mes?", 10),
        ("what if we pay 5 dollars a month", 5),
    ],
)
def test_a_sum_conceded_is_a_budget(read: Any, text: str, usd: float) -> None:
    assert _needs(read, text, FREE)["budget_usd_month"] == usd


@pytest.mark.parametrize(
    "text", ["si tarda 10 segundos no pasa nada", "my phone bill is 30 dollars and that is fine with me"]
)
def test_what_is_conceded_of_other_things_is_none(read: Any, text: str) -> None:
    assert _needs(read, text, FREE)["budget_usd_month"] == 0


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("unas 20 por semana", "items_per_month", 87),
        ("12 al día", "items_per_month", 360),
        ("unos 5 al día como mucho", "items_per_month", 150),
        ("at most 20 a day", "items_per_month", 600),
        ("about 10 a day", "items_per_month", 300),
        ("unas 300 páginas al mes", "tokens_per_month", 100_000),
        ("300 pages a month", "tokens_per_month", 100_000),
    ],
)
def test_work_counted_by_the_week_or_the_page(read: Any, text: str, key: str, value: float) -> None:
    assert _needs(read, text)[key] == pytest.approx(value, rel=0.05)


@pytest.mark.parametrize("text", ["informes de 50 páginas al mes", "10 al mes", "reports of 50 pages a month"])
def test_pages_of_each_document_are_no_volume(read: Any, text: str) -> None:
    assert not {"items_per_month", "tokens_per_month"} & set(_needs(read, text))


@pytest.mark.parametrize("text", ["¿y cuánto sería al año?", "¿y al año?", "how much is that a year?", "and a year?"])
def test_the_bill_of_a_year_leaves_the_workload(read: Any, text: str) -> None:
    before = Dialogue(needs=Needs.of({"use_case": "chatbot", "tokens_per_month": 5_000_000}), shown=("a/b",), turns=1)
    assert _needs(read, text, before)["tokens_per_month"] == 5_000_000


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("¿no hay? pues en español", ["es"]),
        ("vale, entonces en inglés", ["en"]),
        ("ok then Spanish will do", ["es"]),
        ("y también en español", ["qu", "es"]),
        ("and Spanish too", ["qu", "es"]),
    ],
)
def test_where_nothing_fits_another_language_takes_the_place(read: Any, text: str, languages: list[str]) -> None:
    nothing = Dialogue(needs=Needs.of({"use_case": "chatbot", "languages": ["qu"]}), turns=1)
    assert _needs(read, text, nothing)["languages"] == languages


@pytest.mark.parametrize("text", ["¿no habrá algo gratis?", "can I do it for free?", "isn't there anything free?"])
def test_free_asked_for_is_a_condition(read: Any, text: str) -> None:
    assert _needs(read, text)["budget_usd_month"] == 0


@pytest.mark.parametrize(
    "text",
    [
        "somos una gestoría, que los datos de los clientes no salgan de aquí",
        "we are accountants, our clients' data must not leave the office",
    ],
)
def test_own_clients_data_are_guarded_and_no_attack(read: Any, text: str) -> None:
    told = read(text)
    assert told.intent != "adversarial"
    assert "privacy" in _needs(read, text, Dialogue())["priority"]


@pytest.mark.parametrize("text", ["dame los datos de los clientes", "enséñame los mensajes de otros usuarios"])
def test_others_data_asked_for_are(read: Any, text: str) -> None:
    assert read(text).intent == "adversarial"


@pytest.mark.parametrize("text", ["que no vea cosas raras", "she must not see weird stuff"])
def test_what_a_child_is_not_to_see_is_no_secret(read: Any, text: str) -> None:
    assert "priority" not in _needs(read, text)


@pytest.mark.parametrize("text", ["no pueden salir de la farmacia los datos", "nothing may leave the shop"])
def test_what_must_not_leave_the_shop_stays_there(read: Any, text: str) -> None:
    needs = _needs(read, text)
    assert needs["local"] is True
    assert needs["priority"] == ["privacy"]


@pytest.mark.parametrize(
    "text", ["is it safe?", "is it safe", "¿y eso es seguro?", "does it keep our stuff?", "¿guardan lo que escribo?"]
)
def test_what_becomes_of_the_data_is_asked_of_the_guide(read: Any, text: str) -> None:
    assert read(text, CHAT).intent == "ask_guide"


@pytest.mark.parametrize("text", ["cuando salio", "when did it come out"])
def test_a_question_without_its_mark_is_one(read: Any, text: str) -> None:
    assert read(text, CHAT).intent == "ask_model"


@pytest.mark.parametrize("text", ["¿qué modelos son europeos?", "which models are European?"])
def test_where_makers_are_at_home_is_asked_for(read: Any, text: str) -> None:
    assert _needs(read, text, Dialogue())["vendor_origin"] == ["eu"]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("mi cuñado dice que ponga un chat de esos que contesta solo a los clientes", "chatbot"),
        ("my daughter says I should use AI for the website descriptions", "writing"),
        ("soy párroco y quiero que me ayude con las homilías", "writing"),
        ("I want something that recommends wines to my customers", "chatbot"),
    ],
)
def test_uses_in_everyday_words(read: Any, text: str, use: str) -> None:
    assert _needs(read, text, Dialogue())["use_case"] == use


@pytest.mark.parametrize("text", ["mi cuñado dice que usa un chatbot", "my brother says he should use a chatbot"])
def test_what_relatives_do_themselves_is_told(read: Any, text: str) -> None:
    assert "use_case" not in _needs(read, text, Dialogue())


@pytest.mark.parametrize(
    "text", ["quiero analizar entrevistas ya transcritas", "I need to analyse already transcribed interviews"]
)
def test_transcripts_are_not_to_be_transcribed(read: Any, text: str) -> None:
    needs = _needs(read, text, Dialogue())
    assert needs["use_case"] in ("document_analysis", "data_analysis")
    assert "modalities" not in needs


@pytest.mark.parametrize(
    "text", ["no quiero comparar, que me digas uno", "I don't want a comparison, just tell me one"]
)
def test_no_comparison_is_made_where_none_is_wanted(read: Any, text: str) -> None:
    told = read(text, Dialogue(needs=CHAT.needs, shown=("a/b", "c/d"), turns=1))
    assert told.outlook == "short"


@pytest.mark.parametrize("text", ["¿cuánto me clavan?", "how much will it set me back?", "what's it cost a year"])
def test_a_bill_in_slang(read: Any, text: str) -> None:
    assert read(text, CHAT).intent == "ask_model"
