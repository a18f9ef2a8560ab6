from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from ui_samples import entry, item


def _page(last: dict[str, object], language: str, needs: dict[str, object]) -> None:
    from advisor.domain.passages import Guide, GuideSection
    from advisor.ui.next_steps import follow_ups, replies

    def section(name: str, spoken: str, question: str) -> GuideSection:
        said = ("i need invoices read", "got a 3060 12GB, how far can I go?", "Is that so, and what would it be like?")
        questions = (*said, question, f"{question[:-1]} in the long run?")
        return GuideSection(name, "size", "es" if spoken == "es" else "en", "T", "B", questions, "2026-11-22")

    guide = Guide(
        (
            section("size/tiers", "en", "What is 7B?"),
            section("size/tiers", "es", "¿Qué es 7B?"),
            section("context/range", "en", "How long is a context?"),
            section("context/range", "es", "¿Cuánto dura un contexto?"),
        )
    )
    spoken = "es" if language == "es" else "en"
    dialogue = {"asked": "local", "needs": needs}
    replies(last, dialogue, spoken, 3, lambda _: None)
    follow_ups(last, dialogue, guide, spoken, 3)


def _labels(last: dict[str, object], language: str = "en", needs: dict[str, object] | None = None) -> list[str]:
    at = AppTest.from_function(_page, kwargs={"last": last, "language": language, "needs": needs or {}}).run()
    assert not at.exception
    return [button.label for button in at.button]


def test_a_question_can_be_answered_with_a_click() -> None:
    asked = entry(question="Where?", answer="This one. Where?")
    assert _labels(asked) == ["On my own machine", "A cloud service is fine"]
    assert _labels(asked, "es") == ["En mi propio equipo", "Me sirve un servicio en la nube"]
    assert _labels(entry()) == []


def test_a_question_that_was_cut_off_has_no_replies() -> None:
    assert _labels(entry(question="Where?", answer="This one.")) == []


def test_recommendations_lead_to_why_and_comparing() -> None:
    shown = [item("acme/one"), item("acme/two")]
    assert _labels(entry(recommendations=shown)) == ["Why One?", "Compare One with Two"]
    assert _labels(entry(recommendations=shown[:1]), "es") == ["¿Por qué One?"]


@pytest.mark.parametrize("intent", ["off_topic", "smalltalk", "adversarial", "reset"])
def test_after_an_aside_it_shows_what_it_can_do(intent: str) -> None:
    for language in ("es", "en"):
        assert len(_labels(entry(intent=intent), language)) == 3
        assert _labels(entry(intent=intent), language, {"use_case": "chatbot"}) == []


def test_after_the_guide_its_related_sections_can_be_asked_for() -> None:
    sources = [{"id": f"guide/{i}", "title": "T", "url": "", "date": ""} for i in ("size/tiers", "context/range")]
    told = entry(intent="ask_guide", sources=[*sources, sources[1], {**sources[0], "id": "guide/gone/away"}])
    assert _labels(told) == ["How long is a context?"]
    assert _labels(told, "es") == ["¿Cuánto dura un contexto?"]
