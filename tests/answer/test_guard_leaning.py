"""Whose a figure is where the sentence does not name it, and what stands beside what: true sentences pass, their false twins do not."""

from __future__ import annotations

import pytest

from advisor.answer.checks.labels import under_its_label
from advisor.answer.checks.memory import part_of_whole
from advisor.answer.claims.antecedents import of_both, one_by_one
from advisor.answer.claims.thread import Thread
from advisor.answer.compose import sources_of
from advisor.answer.ground import Guard
from advisor.answer.sentences import split
from advisor.domain.language import Language
from tests.evals.grounding.frozen import frozen, real_vocabulary

LEANING: tuple[tuple[str, str, str, str], ...] = (
    # evidence, what comes before, a true sentence, a false one
    ("n-es-local", "Tienes dos: Qwen3.5 9B y gpt-oss 20B.", "Solo activa 3,61B de sus 20,91B de parámetros.", "Solo activa 3,61B de sus 14,77B de parámetros."),
    ("n-es-local", "Si buscas velocidad, mira gpt-oss 20B.", "Ocupa 13,9 GB y Qwen3.5 9B, 11,4.", "Ocupa 12,1 GB y Qwen3.5 9B, 11,4."),
    ("n-es-local", "Te recomiendo Qwen3.5 9B.", "Pesa unos 11,4 GB de los 16 que tienes.", "Pesa unos 16 GB de los 16 que tienes."),
    ("n-es-local", "", "gpt-oss 20B corre más del doble que Qwen3.5 9B: 94-211 tokens por segundo contra 36-82.", "gpt-oss 20B corre más del triple que Qwen3.5 9B."),
    ("n-es-local", "", "Los dos de Alibaba, Qwen3.5 9B y Qwen3 14B, piden 11,4 y 14,4 GB.", "Los dos de Alibaba, Qwen3.5 9B y Qwen3 14B, piden 14,4 y 11,4 GB."),
    ("t-en-priv", "I'd pick Gemma 4 31B for the L40S.", "It needs about 29.3 of its 48 GB.", "It needs about 40.3 of its 48 GB."),
    ("t-en-priv", "Qwen3.6 35B A3B should write 72 to 161 tokens per second.", "Gemma 4 31B would manage 15 to 34.", "Gemma 4 31B would manage 15 to 44."),
    ("t-en-priv", "Qwen3.6 35B A3B comes second.", "Google declares 140 languages, while Alibaba says 201.", "OpenAI declares 140 languages."),
    ("u-en-cmp", "Kimi K3 is ahead in quality.", "On the AA Intelligence Index it is 59.7 to 53.2.", "On the AA Intelligence Index it is 59.7 to 48.1."),
    ("u-en-cmp", "Kimi K3 costs $114 a month.", "DeepSeek-V4-Pro writes faster, 68.47 tokens per second to 39.02.", "DeepSeek-V4-Pro writes faster, 39.02 tokens per second to 68.47."),
    ("u-en-cmp", "", "Kimi K3 leads on LMArena WebDev by 1,674 to 1,446.", "DeepSeek-V4-Pro leads on LMArena WebDev."),
    ("s-en-cmp3", "", "With Claude Sonnet 5.5, output costs five times what input does.", "With Claude Sonnet 5.5, output costs three times what input does."),
    ("s-en-cmp3", "Gemini 3.7 Flash is the cheapest.", "Its replies stop at 66K tokens.", "Its replies stop at 128K tokens."),
    ("r-es-rest", "Gemma 4 31B sigue primero.", "Cobra 0,13 USD por leer un millón de tokens y 0,38 por escribirlo.", "Cobra 0,38 USD por leer un millón de tokens y 0,13 por escribirlo."),
    ("u-en-rag", "I'd take Nemotron 3 Nano 30B A3B.", "DeepInfra serves it for five cents per million tokens in and twenty out.", "DeepInfra serves it for five cents per million tokens in and ten out."),
    ("r-en-3060", "", "Qwen3.5 9B leaves 3 GB, Nemotron Nano 9B v2 only 1.5.", "Qwen3.5 9B leaves 3 GB, Nemotron Nano 9B v2 only 2.7."),
    ("s-es-gpu", "Los tres tienen licencia Apache 2.0.", "En calidad van así: 79, 63 y 68 %.", "En calidad van así: 63, 79 y 68 %."),
)  # fmt: skip
UNFIGURED: tuple[tuple[str, str, str], ...] = (
    # evidence, a true sentence, a false one
    ("n-es-why", "El catalán no figura entre los idiomas oficiales de Llama 4 Maverick.", "El español no figura entre los idiomas oficiales de Llama 4 Maverick."),
    ("n-en-none", "- Open weights: then Gemini 2.5 Flash-Lite would fit.", "- Open weights: then Gemma 4 E4B would fit."),
    ("s-es-why", "En la nube, el proveedor más barato de Llama 3.3 70B es DeepInfra.", "En la nube, el proveedor más barato de Llama 3.3 70B es OVHcloud."),
    ("r-en-vision", "Gemma 4 31B stays within your $100 budget.", "Gemma 4 31B goes over your $100 budget."),
    ("r-en-vision", "You can use Gemma 4 31B in a commercial product.", "You cannot use Gemma 4 31B in a commercial product."),
    ("r-en-3060", "I haven't run it on your 3060.", "I ran it on your 3060."),
    ("r-en-3060", "Qwen3.5 9B and Qwen3.5 4B are both by Alibaba.", "All three come from Alibaba."),
    ("r-en-3060", "Qwen3.5 4B fits on your card.", "Only Qwen3.5 4B fits on your card."),
    ("n-en-budget", "Arabic has not been measured for Llama 4 Scout.", "Arabic has been measured for Llama 4 Scout."),
    ("n-es-guide", "Prueba primero con un buen prompt y deja el entrenamiento para el final.", "Lo mejor es entrenar primero el modelo y dejar el prompt para el final."),
    ("n-en-guide", "Quantizing shrinks the memory a model needs.", "Quantization does not change how much memory a model needs."),
    ("n-en-guide", "Q8_0 lies in between, with 7.95 GiB and 8.5 bits per weight.", "Q8_0 lies in between, with 7.95 GiB and 4.9 bits per weight."),
    ("n-es-guide", "Con QLoRA de cuatro bits, un modelo de 7B pide unos 6 GB.", "Con QLoRA de cuatro bits, un modelo de 7B pide unos 16 GB."),
)  # fmt: skip


def guard(name: str) -> Guard:
    evidence = frozen(name)
    return Guard(evidence, sources_of(evidence), real_vocabulary())


def judged(checker: Guard, before: str, said: str) -> bool:
    """Whether all of what is said after the sentences before it passes."""
    thread, verdicts = None, []
    for piece in split(f"{before} {said}".strip()):
        verdict = checker.check(piece.lead + piece.text, thread, piece.line_start)
        if piece.text.strip() not in before:
            verdicts.append(verdict.ok)
        thread = verdict.thread
    assert verdicts
    return all(verdicts)


@pytest.mark.parametrize(("name", "before", "true", "false"), LEANING)
def test_a_figure_that_leans_on_its_neighbours_belongs_to_one_model(
    name: str, before: str, true: str, false: str
) -> None:
    checker = guard(name)
    assert judged(checker, before, true)
    assert not judged(checker, before, false)


@pytest.mark.parametrize(("name", "true", "false"), UNFIGURED)
def test_claims_without_a_figure_of_the_model_are_told_from_their_contrary(name: str, true: str, false: str) -> None:
    checker = guard(name)
    assert judged(checker, "", true)
    assert not judged(checker, "", false)


def test_a_reading_that_holds_settles_whom_the_next_sentence_is_about() -> None:
    checker = guard("n-es-local")
    first = checker.check("Mira Qwen3.5 9B o gpt-oss 20B.")
    second = checker.check("Solo activa 3,61B de sus 20,91B de parámetros.", first.thread)
    assert second.ok
    assert second.thread.subject == ("openai/gpt-oss-20b",)
    assert not checker.check("Ocupa 11,4 GB.", second.thread).ok


def test_each_model_is_tried_by_itself_the_last_named_first() -> None:
    thread = Thread(subject=("a/one", "b/two"), rivals=("c/three",))
    assert [t.subject for t in one_by_one(thread)] == [("b/two",), ("a/one",), ("c/three",)]


@pytest.mark.parametrize(
    ("said", "models"),
    [("both cost the same", True), ("ambos son abiertos", True), ("both figures are estimates", False), ("ambas cifras son estimaciones", False),
     ("arabic and english are both official", False), ("it takes both text and images", False), ("los dos modelos caben", True)],
)  # fmt: skip
def test_both_may_be_of_things(said: str, models: bool) -> None:
    assert of_both(said) is models


@pytest.mark.parametrize(("language", "name"), [("es", "n-es-local"), ("en", "t-en-priv")])
def test_memory_taken_and_memory_there(language: Language, name: str) -> None:
    said = {"es": "Ocupa unos 11 GB de los 16 GB que tienes.", "en": "It takes 29 GB of the 48 GB you have."}[language]
    sentence = guard(name).read(said)
    assert [part_of_whole(sentence, q) for q in sentence.quantities] == ["part", "whole"]


def test_a_passages_figure_stands_under_its_own_label() -> None:
    checker = guard("n-es-guide")
    figures = [f for f in checker.support.figures[None] if f.unit == "GB" and f.value == 16 and f.labels]
    assert figures
    for said, right in {
        "Con LoRA pide unos 16 GB.": True,
        "Con QLoRA pide unos 16 GB.": False,
        "Pide unos 16 GB.": True,
    }.items():
        sentence = checker.read(said)
        assert under_its_label(sentence, sentence.quantities[0], figures[0]) is right
