"""Offline answers: whatever the needs, both languages answer in full, cite what they say, and say what they do not know."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.answer.compose import compose, sources_of
from advisor.conversation.deps import Deps
from advisor.conversation.gather import gather
from advisor.domain.answers import Evidence
from advisor.domain.language import LANGUAGES, Language
from advisor.domain.needs import USE_CASES, Dialogue, Intent, ModelMention, Needs, Understanding

SOME_NEEDS = st.fixed_dictionaries(
    {},
    optional={
        "use_case": st.sampled_from(USE_CASES),
        "languages": st.lists(st.sampled_from(["es", "en", "ca", "eu", "gl", "pt", "xx"]), min_size=1, max_size=2),
        "vram_gb": st.sampled_from([4.0, 12.0, 48.0]),
        "budget_usd_month": st.sampled_from([0.0, 5.0, 500.0]),
        "min_context_tokens": st.sampled_from([8000, 200_000, 5_000_000]),
        "open_weights": st.booleans(),
        "fine_tuning": st.sampled_from(["lora", "full"]),
        "tokens_per_month": st.sampled_from([1_000_000, 500_000_000]),
        "priority": st.lists(st.sampled_from(["cost", "quality", "speed"]), min_size=1, max_size=2),
    },
)


def _evidence(
    deps: Deps,
    needs: dict[str, Any],
    language: Language,
    intents: tuple[Intent, ...] = ("recommend",),
    mentions: tuple[ModelMention, ...] = (),
    text: str = "x",
) -> Evidence:
    now = Dialogue(needs=Needs.of(needs), language=language)
    return gather(deps, text, Dialogue(), now, Understanding(language, intents, mentions=mentions), {})


def _cited(markdown: str) -> set[int]:
    return {int(n) for n in re.findall(r"\[(\d+)\]", markdown)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(needs=SOME_NEEDS)
def test_any_needs_get_a_full_answer_in_both_languages(deps: Deps, needs: dict[str, Any]) -> None:
    answers = {}
    for language in LANGUAGES:
        evidence = _evidence(deps, needs, language)
        answer = compose(evidence)
        answers[language] = answer.markdown
        assert len(answer.markdown) > 80
        assert _cited(answer.markdown) == set(range(1, len(answer.sources) + 1))
        assert "None" not in answer.markdown.replace("None of the", "")
        assert "{" not in answer.markdown
        assert answer.mode == "offline"
        if evidence.ranking and evidence.ranking.recommendations:
            assert evidence.ranking.recommendations[0].card.name in answer.markdown
            assert _cited(answer.markdown)
        assert len(sources_of(evidence)) >= len({s.id for s in answer.sources if s.id.startswith("card/")})
    assert answers["es"] != answers["en"]


def test_nothing_fits_is_said_with_the_smallest_thing_to_give_up(deps: Deps) -> None:
    needs = {"use_case": "chatbot", "vram_gb": 2.0, "local": True, "min_context_tokens": 900_000, "min_params_b": 70.0}
    for language, none, give_up in (("es", "Ninguno de los", "habría que ceder"), ("en", "None of the", "to give up")):
        answer = compose(_evidence(deps, needs, language)).markdown  # type: ignore[arg-type]
        assert none in answer
        assert give_up in answer


def test_a_field_that_was_asked_for_is_answered_with_its_source(deps: Deps) -> None:
    mention = (ModelMention("gpt-4o mini", ("openai/gpt-4o-mini",)),)
    answer = compose(_evidence(deps, {}, "es", ("ask_model",), mention, "¿qué contexto tiene gpt-4o mini?"))
    assert "128K tokens" in answer.markdown
    assert any("gpt-4o-mini" in source.id and source.url.startswith("https://") for source in answer.sources)


def test_an_undisclosed_figure_is_said_to_be_so(deps: Deps) -> None:
    mention = (ModelMention("gpt-4o mini", ("openai/gpt-4o-mini",)),)
    spanish = compose(
        _evidence(deps, {}, "es", ("ask_model",), mention, "¿cuántos parámetros tiene gpt-4o mini?")
    ).markdown
    english = compose(
        _evidence(deps, {}, "en", ("ask_model",), mention, "how many parameters does gpt-4o mini have?")
    ).markdown
    assert "no lo publica" in spanish
    assert "not published by the vendor" in english


def test_a_model_without_a_card_is_said_to_be_unknown(deps: Deps) -> None:
    answer = compose(
        _evidence(deps, {}, "en", ("ask_model",), (ModelMention("Zebra 9000", ()),), "is Zebra 9000 good?")
    )
    assert "Zebra 9000" in answer.markdown
    assert "no card" in answer.markdown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_is_a_table_with_its_sources(deps: Deps, language: Language) -> None:
    mentions = (ModelMention("a", ("openai/gpt-4o-mini",)), ModelMention("b", ("alibaba/qwen3-8b",)))
    answer = compose(_evidence(deps, {"use_case": "chatbot"}, language, ("compare",), mentions))
    rows = [line for line in answer.markdown.splitlines() if line.startswith("|")]
    assert len(rows) > 4
    assert {row.count("|") for row in rows} == {4}
    assert _cited(answer.markdown)
