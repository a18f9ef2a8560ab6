"""The guard on sentences in context, on tables, and on the whole corpus."""

from __future__ import annotations

import pytest

from advisor.answer.claims.thread import Thread
from advisor.answer.compose import compose, sources_of
from advisor.answer.ground import Guard
from advisor.answer.sentences import split
from advisor.domain.language import LANGUAGES, Language
from tests.evals.grounding.bundles import BUNDLES, bundle
from tests.evals.grounding.cards import vocabulary
from tests.evals.grounding.run import PARTS, judge, load


def guard(name: str, language: Language) -> Guard:
    evidence = bundle(name, language)
    return Guard(evidence, sources_of(evidence), vocabulary())


def verdicts(name: str, language: Language, text: str) -> list[bool]:
    checker, thread, found = guard(name, language), Thread(), []
    for piece in split(text):
        verdict = checker.check(piece.lead + piece.text, thread, piece.line_start)
        thread = verdict.thread
        found.append(verdict.ok)
    return found


KNOWN_MISSES = {"leaning": 37}
"""False statements that are known to pass, written down in the part so that they are not forgotten; no more may join them."""

BARS = {"altered": 0.98, "mutated": 0.98, "posed": 0.97}
"""The share that is caught of what is drawn by chance or made by rule; 99% elsewhere."""


@pytest.mark.parametrize("part", [p if p == "dev" else pytest.param(p, marks=pytest.mark.slow) for p in PARTS])
def test_the_corpus_holds_its_bars(part: str) -> None:
    cases = list(load(part))
    results = [judge(case) for case in (cases[::8] if part in ("altered", "mutated") else cases)]
    lies, caught = sum(r.lies for r in results), sum(r.caught for r in results)
    true, dropped = sum(r.true for r in results), sum(r.dropped for r in results)
    assert caught >= BARS.get(part, 0.99) * lies or lies - caught <= KNOWN_MISSES.get(part, 0), [
        e for r in results for e in r.errors if e.startswith("MISSED")
    ]
    assert dropped <= 0.03 * true, [e for r in results for e in r.errors if e.startswith("DROPPED")]
    assert not [e for r in results for e in r.errors if e.startswith("BAD CASE")]


def test_the_written_corpus_is_large_and_in_both_languages() -> None:
    cases = [case for part in ("dev", "held_out") for case in load(part)]
    assert len(cases) >= 300
    assert len({case.id for case in cases}) == len(cases)
    for language in LANGUAGES:
        assert sum(case.language == language for case in cases) >= 0.4 * len(cases)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", BUNDLES)
def test_our_own_templates_pass(name: str, language: Language) -> None:
    evidence = bundle(name, language)
    answer = compose(evidence)
    checker, thread = Guard(evidence, answer.sources, vocabulary()), Thread()
    for piece in split(answer.markdown):
        verdict = checker.check(piece.lead + piece.text, thread, piece.line_start)
        thread = verdict.thread
        assert verdict.ok, (piece.text, verdict.problems)


def test_a_pronoun_goes_back_to_the_last_subject() -> None:
    said = "GPT-5 mini es la segunda opción. Cuesta 0,25 $ por millón de tokens de entrada. Cuesta 0,10 $ por millón de tokens de entrada."
    assert verdicts("api", "es", said) == [True, True, False]


def test_what_follows_a_stranger_is_said_of_the_stranger() -> None:
    assert verdicts("api", "en", "Nebula-9 is great. It costs $0.10 per million input tokens.") == [False, False]


def test_a_list_item_is_about_the_model_at_its_head() -> None:
    said = "- **GPT-5 mini** is pricier than Gemini 2.5 Flash-Lite.\n- Input: $0.10 per million tokens.\n"
    assert verdicts("api", "en", said) == [True, False]


def test_a_table_is_read_by_row_and_by_column() -> None:
    rows = "| | GPT-5 mini | Mistral Small 3.2 |\n|---|---|---|\n| Context | 400K | 128K |\n| Context | 128K | 400K |\n| Tool calling | yes | no |\n"
    assert verdicts("api", "en", rows) == [True, True, True, False, False]
    lines = "| Model | Open weights |\n|---|---|\n| GPT-5 mini | no |\n| Mistral Small 3.2 | yes |\n| Claude Haiku 4.5 | ✅ |\n"
    assert verdicts("api", "en", lines) == [True, True, True, True, False]


def test_a_wrong_citation_is_put_right_and_a_missing_one_added() -> None:
    checker, sources = guard("api", "es"), sources_of(bundle("api", "es"))
    page = next(n for n, s in enumerate(sources, 1) if s.id.endswith("gpt-5-mini") and "price" not in s.url)
    other = next(n for n, s in enumerate(sources, 1) if "mistral" in s.id)
    wrong = checker.check(f"GPT-5 mini tiene 400K tokens de contexto [{other}].")
    assert (wrong.ok, wrong.mended, wrong.text) == (True, True, f"GPT-5 mini tiene 400K tokens de contexto [{page}].")
    missing = checker.check("GPT-5 mini tiene 400K tokens de contexto.")
    assert (missing.mended, missing.text) == (False, f"GPT-5 mini tiene 400K tokens de contexto [{page}].")


def test_a_citation_out_of_range_goes() -> None:
    verdict = guard("api", "en").check("Prices change often [77].")
    assert verdict.ok
    assert "77" not in verdict.text


def test_a_name_without_a_card_may_be_denied_but_not_praised() -> None:
    from dataclasses import replace

    evidence = replace(bundle("api", "en"), unmatched=("Nebula-9",))
    checker = Guard(evidence, sources_of(evidence), vocabulary())
    assert checker.check("I have no data on Nebula-9.").ok
    assert not checker.check("Nebula-9 is a fine choice.").ok


def test_sentences_of_ours_may_be_said_again() -> None:
    evidence = bundle("whynot", "es")
    own = "Pierde 7,2 puntos en rendimiento y precio."
    assert not Guard(evidence, (), vocabulary()).check(own).ok
    assert Guard(evidence, (), vocabulary(), (f"{own} Y ya está.",)).check(own).ok


@pytest.mark.parametrize(
    "text", ["", " ", ".", "|", "||", "[1]", "**", "# ", "- ", "\n", "…", "?" * 500, "a" * 5000, "9" * 400]
)
def test_any_text_gets_a_verdict(text: str) -> None:
    guard("local", "es").check(text)
