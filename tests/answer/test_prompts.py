"""What models are told, word for word. After a wanted change: UPDATE_PROMPTS=1 pytest tests/answer/test_prompts.py."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from advisor.answer.chunks import Prompt
from advisor.answer.compose import sources_of
from advisor.answer.prompts import neutral, proposing, rewriting, writing
from advisor.domain.language import LANGUAGES, Language
from advisor.domain.needs import NEEDS, USE_CASES, Needs
from tests.evals.grounding.bundles import BUNDLES, bundle
from tests.evals.grounding.frozen import frozen

FOLDER = Path(__file__).parent / "prompts"


def snapshot(name: str, prompt: Prompt) -> None:
    path = FOLDER / f"{name}.txt"
    text = f"{prompt.system}\n\n========\n\n{prompt.user}"
    if os.environ.get("UPDATE_PROMPTS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "language"), [("api", "es"), ("local", "en"), ("guide", "es"), ("compare", "en"), ("whynot", "es")]
)
def test_writing(name: str, language: Language) -> None:
    evidence = bundle(name, language)
    snapshot(f"writing-{name}-{language}", writing(evidence, sources_of(evidence)))


def test_rewriting() -> None:
    evidence = bundle("guide", "en")
    prompt = rewriting(evidence, sources_of(evidence), "You need 10,000 records.", ['"10,000" is not in the evidence'])
    snapshot("rewriting-guide-en", prompt)


def test_proposing() -> None:
    needs = Needs.of({"use_case": "chatbot", "languages": ["es", "ca"], "vram_gb": 12})
    snapshot("proposing-es", proposing("mejor con 24 GB y sin OpenAI", needs, "es"))


def test_every_need_and_use_case_can_be_proposed() -> None:
    system = proposing("x", Needs(), "en").system
    assert all(f"- {key} (" in system for key in NEEDS)
    assert all(use in system for use in USE_CASES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BUNDLES)
def test_prompts_stay_short_enough_for_a_small_model(name: str, language: Language) -> None:
    prompt = writing(bundle(name, language), sources_of(bundle(name, language)))
    assert len(prompt.system) + len(prompt.user) < 12_000


def test_every_figure_of_the_first_models_is_told_with_its_source() -> None:
    evidence = bundle("api", "en")
    user = writing(evidence, sources_of(evidence)).user
    for told in (
        "0.10 USD per million tokens [",
        "1.05M tokens [",
        "5.40 USD",
        "37 of 223 models",
        "score 83 of 100",
        "not published",
    ):
        assert told in user


def test_more_is_allowed_on_request() -> None:
    from dataclasses import replace

    evidence = bundle("api", "es")
    assert "thorough" not in writing(evidence, ()).system
    assert "thorough" in writing(replace(evidence, text="explícame con detalle por qué"), ()).system


@pytest.mark.parametrize(
    ("raw", "made"),
    [
        ("<b>x</b>", "‹b›x‹/b›"),
        ("a\u200bb\u202ec", "abc"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("```x```", "'''x'''"),
        ("x" * 3000, "x" * 2000 + " …"),
    ],
)
def test_untrusted_text_is_neutralised(raw: str, made: str) -> None:
    assert neutral(raw) == made


def test_a_compared_number_keeps_its_unit() -> None:
    evidence = frozen("c-es")
    told = writing(evidence, sources_of(evidence)).user
    assert "parámetros totales: 8,19B" in told
    assert "precio de entrada: 0,04 USD por millón de tokens" in told
    assert "ventana de contexto: 131K tokens" in told


def test_what_is_not_known_is_not_told_as_unmet() -> None:
    from dataclasses import replace

    evidence = bundle("whynot", "en")
    verdict = replace(evidence.verdicts[0], eligible=False, broken=(), unknown=("languages",), position=None)
    user = writing(replace(evidence, verdicts=(verdict,)), ()).user
    assert f"{verdict.card.name}: not confirmed to meet the needs" in user
    assert f"{verdict.card.name}: does not meet" not in user
