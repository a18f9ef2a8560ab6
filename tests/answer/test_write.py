"""Writing with a scripted model: what is shown, corrected, completed, and what stands when nothing is left."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from advisor.answer import faults
from advisor.answer.chunks import Chunk, Prompt, Text
from advisor.answer.compose import compose
from advisor.answer.models import Stopped
from advisor.answer.write import Correction, Done, Event, Notice, Sentence, run, write
from advisor.domain.answers import Evidence, Usage
from advisor.domain.language import Language, Localised
from advisor.errors import ModelError
from tests.answer.scripted_models import FakeModel
from tests.evals.grounding.bundles import bundle
from tests.evals.grounding.cards import vocabulary

GOOD = "Te recomiendo **Gemini 2.5 Flash-Lite**. Cuesta 0,10 $ por millón de tokens de entrada. Como alternativa, GPT-5 mini."
LIE = GOOD.replace("0,10", "0,01")


def events(evidence: Evidence, *replies: str | ModelError, usage: Usage | None = None) -> list[Event]:
    return list(write(evidence, FakeModel(replies, usage=usage), vocabulary(), 5.0))


def shown(made: Sequence[Event]) -> str:
    return "".join(e.text for e in made if isinstance(e, Sentence))


def done(made: Sequence[Event]) -> Done:
    last = made[-1]
    assert isinstance(last, Done)
    return last


def test_a_good_answer_is_shown_as_it_comes() -> None:
    made = events(bundle("api", "es"), GOOD, usage=Usage(900, 60))
    assert shown(made).startswith(
        "Te recomiendo **Gemini 2.5 Flash-Lite**. Cuesta 0,10 $ por millón de tokens de entrada ["
    )
    end = done(made)
    assert end.by_model
    assert end.answer.markdown == shown(made).strip()
    assert (end.answer.mode, end.answer.notices, end.usage) == ("fake:model", (), Usage(900, 60))
    assert "Datos del catálogo" in end.answer.markdown


def test_a_false_sentence_is_written_again() -> None:
    right = "Cuesta 0,10 $ por millón de tokens de entrada."
    model = FakeModel((LIE, right))
    made = list(write(bundle("api", "es"), model, vocabulary(), 5.0))
    assert "0,01" not in shown(made)
    assert "0,10 $" in shown(made)
    assert "0,01 $" in model.asked[1].user
    assert "no está en los datos" in model.asked[1].user
    assert [e.kept for e in made if isinstance(e, Correction)] == [True]
    assert "corregida 1 frase" in done(made).answer.notices[-1]


@pytest.mark.parametrize(
    "second",
    ["Cuesta 0,02 $ por millón de tokens de entrada.", "-", "", "Cuesta 0,01 $ por millón de tokens de entrada."],
)
def test_a_sentence_that_stays_false_is_left_out(second: str) -> None:
    made = events(bundle("api", "es"), LIE, second)
    assert "0,0" not in shown(made)
    assert [e.kept for e in made if isinstance(e, Correction)] == [False]
    assert "retirada 1 frase" in done(made).answer.notices[-1]


def test_a_wrong_citation_is_corrected_without_asking_again() -> None:
    model = FakeModel((GOOD.replace("entrada.", "entrada [77]."),))
    made = list(write(bundle("api", "es"), model, vocabulary(), 5.0))
    assert len(model.asked) == 1
    assert "[77]" not in shown(made)
    assert [e.kept for e in made if isinstance(e, Correction)] == [True]


def test_nothing_true_leaves_the_offline_answer_and_says_so() -> None:
    evidence = bundle("api", "es")
    end = done(events(evidence, "Nebula-9 cuesta 3 $. GPT-7 es el mejor."))
    assert not end.by_model
    assert end.answer.markdown == compose(evidence).markdown
    assert end.answer.sources == compose(evidence).sources
    assert len(end.answer.notices) == 1
    assert "no se sostiene" in end.answer.notices[0]


@pytest.mark.parametrize(
    "fault",
    [
        faults.unreachable("m"),
        faults.timed_out("m"),
        faults.stalled("m"),
        faults.cut("m"),
        faults.overflow("m"),
        faults.nonsense("m"),
        faults.empty("m"),
    ],
)
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_fault_leaves_the_offline_answer_with_one_notice(fault: ModelError, language: Language) -> None:
    evidence = bundle("local", language)
    made = events(evidence, fault)
    end = done(made)
    assert end.answer.markdown == compose(evidence).markdown
    assert [n.text.in_(language) for n in made if isinstance(n, Notice)] == list(end.answer.notices)
    assert fault.in_(language) in end.answer.notices[0]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("", "answered nothing"),
        ("I'm sorry, but I can't help with that.", "would not answer"),
        (
            "Je vous recommande ce modèle pour votre projet. Il est le plus adapté à vos besoins dans ce cas.",
            "another language",
        ),
        ("我推荐这个模型。它很便宜。", "another language"),
        ("xq zzkt vlorp trrp qqz. Bnrt klopq zzwe xxct.", "cannot be used"),
        ("Gemini 2.5 Flash-Lite is a good choice for you here. " * 40, "would not stop"),
        ("Prices change often, so check them. " + "This is sentence number one more of it. " * 400, "would not stop"),
    ],
)
def test_useless_answers(said: str, words: str) -> None:
    end = done(events(bundle("api", "en"), said))
    assert not end.by_model
    assert words in end.answer.notices[-1]


def test_what_an_answer_lacks_is_added_by_the_templates() -> None:
    evidence = bundle("api", "es")
    end = done(events(evidence, "Mistral Small 3.2 tiene 24B parámetros."))
    assert end.by_model
    assert end.answer.markdown.startswith("Mistral Small 3.2 tiene 24B parámetros [")
    assert "mi primera opción es **Gemini 2.5 Flash-Lite**" in end.answer.markdown
    cited = {int(n) for n in __import__("re").findall(r"\[(\d+)\]", end.answer.markdown)}
    assert cited
    assert max(cited) <= len(end.answer.sources)


def test_the_appended_part_keeps_its_sources() -> None:
    evidence = bundle("api", "es")
    plain, end = compose(evidence), done(events(evidence, "Mistral Small 3.2 tiene 24B parámetros."))
    import re

    ours = [plain.sources[int(n) - 1] for n in re.findall(r"\[(\d+)\]", plain.markdown)]
    tail = end.answer.markdown[end.answer.markdown.index("Para esto") :]
    assert [end.answer.sources[int(n) - 1] for n in re.findall(r"\[(\d+)\]", tail)] == ours


def test_a_heading_without_anything_under_it_does_not_stand() -> None:
    made = events(bundle("api", "es"), GOOD + "\n\n## Otra opción\n\nNebula-9 es gratis.\n", "-")
    assert "Otra opción" not in shown(made)


def test_a_table_is_shown_without_its_false_rows() -> None:
    table = "\n\n| Modelo | Entrada |\n|---|---|\n| GPT-5 mini | 0,25 $ |\n| Mistral Small 3.2 | 7 $ |\n| Claude Haiku 4.5 | 1 $ |\n"
    text = shown(events(bundle("api", "es"), GOOD + table))
    assert "| GPT-5 mini | 0,25 $ |" in text
    assert "| Claude Haiku 4.5 | 1 $ |" in text
    assert "7 $" not in text


def test_a_list_mark_outlives_its_first_sentence() -> None:
    made = events(
        bundle("api", "es"), GOOD + "\n- Nebula-9 es gratis. GPT-5 mini tiene 400K tokens de contexto.\n", "-"
    )
    assert "\n- GPT-5 mini tiene 400K tokens" in shown(made)


def test_the_question_back_is_asked() -> None:
    asked = Localised("¿En qué idiomas?", "In which languages?")
    evidence = replace(bundle("api", "es"), question=asked)
    end = done(events(evidence, GOOD))
    assert end.answer.markdown.endswith("¿En qué idiomas?")
    assert end.answer.question == "¿En qué idiomas?"


@pytest.mark.parametrize("intent", ["smalltalk", "off_topic", "adversarial", "reset"])
def test_a_model_is_not_asked_about_nothing(intent: str) -> None:
    evidence = replace(bundle("guide", "en"), intents=(intent,))  # type: ignore[arg-type]
    model = FakeModel(("Ha!",))
    end = done(list(write(evidence, model, vocabulary(), 5.0)))
    assert model.asked == []
    assert end.answer == compose(evidence)


class Stopping(FakeModel):
    def stream(self, prompt: Prompt, deadline: float, stop: threading.Event | None = None) -> Iterator[Chunk]:
        yield Text(GOOD[:60])
        raise Stopped("Parado.", "Stopped.")


def test_what_was_checked_before_a_stop_stays() -> None:
    end = done(list(write(bundle("api", "es"), Stopping(("",)), vocabulary(), 5.0, threading.Event())))
    assert end.answer.markdown.startswith("Te recomiendo **Gemini 2.5 Flash-Lite**.")
    assert end.answer.notices[-1] == "Has detenido la respuesta."


def test_run_speaks_in_plain_dicts() -> None:
    told: list[dict[str, object]] = []
    answer = run(bundle("api", "es"), told.append, FakeModel((LIE, "-"), usage=Usage(1, 2)), vocabulary(), 5.0)
    assert {event["type"] for event in told} == {"sentence", "correction", "notice", "usage"}
    assert answer.markdown
