"""Claims without a figure: the guide turned round, words put into the person's mouth, changes nobody worked out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.answer.checks.doctrine import check_doctrine
from advisor.answer.compose import sources_of
from advisor.answer.ground import Guard
from advisor.answer.sentences import split
from advisor.domain.language import LANGUAGES, Language
from advisor.settings import KNOWLEDGE
from tests.evals.grounding.bundles import bundle
from tests.evals.grounding.cards import vocabulary
from tests.evals.grounding.frozen import frozen, names, real_vocabulary

TURNED: dict[Language, tuple[str, ...]] = {
    "es": (
        "Un modelo más grande siempre es mejor.", "Cuanto más grande es el modelo, más rápido contesta.",
        "Con una ventana más grande el modelo acierta más.", "Lo primero es afinar el modelo con tus datos.",
        "Un buen prompt casi nunca basta.", "LoRA entrena todos los pesos del modelo.",
        "Cuantizar mejora la calidad.", "Los modelos base siguen instrucciones mejor que los demás.",
        "La mayoría de los modelos escriben tanto como leen.", "La cantidad importa más que la calidad de los ejemplos.",
        "El más caro siempre es el más fiel.", "Un modelo MoE activa todos los expertos por cada token.",
        "Los modelos de razonamiento responden antes.", "El límite de salida es mayor que el de entrada.",
    ),
    "en": (
        "A bigger model is always better.", "Larger models answer faster on the same card.",
        "A longer context makes the model more accurate.", "Start with fine-tuning your model.",
        "Prompts are hardly ever enough.", "LoRA updates every parameter of the model.",
        "Quantization needs more memory.", "Base models are meant for chatting.",
        "Most models can write as much as they read.", "More data matters more than quality.",
        "The most expensive model is always the best.", "A mixture-of-experts model uses all experts for each token.",
        "Reasoning models start faster.", "The output limit is larger than the input limit.",
    ),
}  # fmt: skip
RIGHT: dict[Language, tuple[str, ...]] = {
    "es": (
        "Un modelo más grande no siempre es mejor.", "Un modelo más grande pide más memoria y contesta más despacio.",
        "Una ventana grande no significa que acierte más.", "Empieza por el prompt: a menudo basta.",
        "LoRA solo entrena unas matrices pequeñas.", "Cuantizar ahorra memoria y cuesta algo de calidad.",
        "Los modelos instruct siguen instrucciones mejor que los base.", "Casi todos leen mucho más de lo que escriben.",
        "El más caro no siempre es el más fiel.", "Los modelos de razonamiento tardan más en empezar.",
    ),
    "en": (
        "Bigger isn't always better.", "A larger model needs more memory and answers more slowly.",
        "A longer context doesn't make a model more accurate.", "Start with the prompt: it is often enough.",
        "LoRA trains only a few small matrices.", "Quantization saves memory and costs a little quality.",
        "Instruct models follow instructions better than base ones.", "Nearly all of them read far more than they can write.",
        "The dearest is not always the most faithful.", "Reasoning models take longer to start.",
    ),
}  # fmt: skip


def general(language: Language) -> Guard:
    evidence = frozen("n-es-guide" if language == "es" else "n-en-guide")
    return Guard(evidence, sources_of(evidence), real_vocabulary())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_turned_round_is_refused_and_told_right_passes(language: Language) -> None:
    guard = general(language)
    assert [s for s in TURNED[language] if guard.check(s).ok] == []
    assert [(s, guard.check(s).problems) for s in RIGHT[language] if not guard.check(s).ok] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_guide_itself_is_taken_for_its_contrary(language: Language) -> None:
    guard, found, read = general(language), [], 0
    for file in sorted((KNOWLEDGE / "guide" / language).glob("*.md")):
        for piece in split(file.read_text(encoding="utf-8").split("---", 2)[2]):
            read += 1
            found += [(file.stem, piece.text) for _ in check_doctrine(guard.read(piece.text))]
    assert read > 200
    assert found == []


def test_words_are_not_put_into_the_persons_mouth() -> None:
    evidence = replace(bundle("api", "en"), text="A cheap chatbot for my restaurant in Catalan")
    guard = Guard(evidence, sources_of(evidence), vocabulary())
    assert guard.check("You asked for something cheap.").ok
    assert guard.check("Since you mentioned a restaurant, tone matters.").ok
    assert not guard.check("Since you mentioned videos, that matters.").ok
    assert not guard.check("As you said you are a lawyer, check the quotations.").ok
    assert not guard.check("You told me that your customers write in Icelandic.").ok


def test_what_giving_a_need_up_lets_in_must_have_been_worked_out() -> None:
    seen = 0
    for name in names():
        evidence = frozen(name)
        if evidence.language != "en" or not evidence.ranking:
            continue
        guard = Guard(evidence, sources_of(evidence), real_vocabulary())
        for relaxation in evidence.ranking.relaxations:
            if relaxation.keys == ("languages",) and len(evidence.needs.names("languages")) == 1:
                seen += 1
                let_in = {c.model for r in evidence.ranking.relaxations for c in r.best if "languages" in r.keys}
                first = relaxation.best[0].name
                assert guard.check(
                    f"If you gave up the {_spoken(evidence.needs.names('languages')[0])}, {first} would fit."
                ).ok
                eligible = {r.card.model for r in evidence.ranking.recommendations}
                other = next(c for m, c in guard.support.cards.items() if m not in let_in | eligible)
                assert not guard.check(f"If you gave up the context, {other.name} would come first.").ok
    assert seen


def _spoken(code: str) -> str:
    from babel import Locale

    return str(Locale("en").languages[code])


def test_a_figure_belongs_to_the_name_it_is_tied_to_and_may_be_anothers_where_it_is_not() -> None:
    guard = Guard(bundle("api", "en"), sources_of(bundle("api", "en")), vocabulary())
    first = guard.check("GPT-5 mini comes second.")
    assert not guard.check("GPT-5 mini costs $0.10 per million input tokens.", first.thread).ok
    assert not guard.check("It costs $0.10 per million input tokens.", first.thread).ok


def test_an_estimate_is_not_shown_as_measured_whatever_the_words() -> None:
    evidence = bundle("local", "en")
    guard = Guard(evidence, sources_of(evidence), vocabulary())
    fitted = next(r for r in evidence.ranking.recommendations if r.fit and r.fit.tokens_per_s)  # type: ignore[union-attr]
    low, high = (round(v) for v in fitted.fit.tokens_per_s)  # type: ignore[union-attr]
    name = fitted.card.name
    assert guard.check(f"{name} should write {low} to {high} tokens per second on your card.").ok
    for words in ("has been measured at", "was benchmarked at"):
        assert not guard.check(f"{name} {words} {low} to {high} tokens per second on your card.").ok


def test_a_difference_has_a_direction_and_a_measurement_its_manner() -> None:
    evidence = frozen("n-es-local")
    guard = Guard(evidence, sources_of(evidence), real_vocabulary())
    thread = guard.check("Te recomiendo Qwen3.5 9B.").thread
    for said, true in {
        "Qwen3 14B ocupa 3 GB más que Qwen3.5 9B.": True, "Qwen3 14B ocupa 3 GB menos que Qwen3.5 9B.": False,
        "Sin razonar arranca en 0,47 segundos; razonando, en 24.": True,
        "Sin razonar arranca en 24 segundos; razonando, en 0,47.": False,
        "Su ventana, de 262K tokens, es el doble que la de Qwen3 14B.": True,
        "Su ventana, de 262K tokens, es la mitad que la de Qwen3 14B.": False,
        "39 de los 258 modelos del catálogo cumplen lo que pides.": True, "Los tres declaran portugués.": False,
        "En Together AI sale más caro, a 0,17 y 0,25 USD.": True, "En DeepInfra pagarías 0,17 USD por millón de tokens que lee.": False,
    }.items():  # fmt: skip
        assert guard.check(said, thread).ok is true, said


def test_what_leans_on_the_sentence_before_is_held_to_its_model() -> None:
    evidence = frozen("u-en-rag")
    guard = Guard(evidence, sources_of(evidence), real_vocabulary())
    thread = guard.check("I recommend Nemotron 3 Nano 30B A3B.").thread
    for said, true in {
        "Llama 4 Scout would cost $1.10 more a month.": True, "Llama 4 Scout would cost $1.10 less a month.": False,
        "It reads text only, so scanned pages need OCR first.": True, "It reads images as well as text.": False,
        "Scout's window is ten times as large, 10 million tokens.": True, "Scout's window is half as large.": False,
        "Only 3.6 of its 31.6 billion parameters are active at a time.": True,
        "Only 17 of its 31.6 billion parameters are active at a time.": False,
        "In German it beats 42% of the catalogue, in English 52%.": True, "In German it beats 52% of the catalogue.": False,
        "Either way you stay far below your limit of $0.50.": True,
        "You said you have a graphics card, so run it at home.": False,
    }.items():  # fmt: skip
        assert guard.check(said, thread).ok is true, said
