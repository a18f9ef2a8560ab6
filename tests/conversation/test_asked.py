"""Two questions in one message are answered one by one; one question stays one."""

from __future__ import annotations

import pytest

from advisor.conversation.asked import answers, matter, questions, questions_beside, surer
from advisor.domain.passages import Hit, Passage, SearchResult


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("¿qué es LoRA y cuántos ejemplos necesito?", ("qué es LoRA", "cuántos ejemplos necesito")),
        ("what is LoRA and how many examples do I need?", ("what is LoRA", "how many examples do I need")),
        ("¿Qué es la latencia? ¿Y el throughput cómo se mide?", ("Qué es la latencia", "Y el throughput cómo se mide")),
        ("what is RLHF?", ("what is RLHF?",)),
        ("diferencia entre latencia y velocidad", ("diferencia entre latencia y velocidad",)),
        ("is bigger and slower always better?", ("is bigger and slower always better?",)),
        ("", ("",)),
    ],
)
def test_a_message_is_taken_apart_at_its_questions(text: str, parts: tuple[str, ...]) -> None:
    assert questions(text) == parts


def _found(*ids: str) -> SearchResult:
    hits = tuple(Hit(i, 0.9, "en", Passage(i, i, "en", i, "text")) for i in ids)
    return SearchResult(hits, found=bool(hits))


def test_each_question_gets_a_section_of_its_own() -> None:
    shelf = {"what is LoRA": _found("guide/a", "guide/c"), "how many examples do I need": _found("guide/b")}
    result, answering = answers(
        "what is LoRA and how many examples do I need?", lambda t: shelf.get(t, _found("guide/b"))
    )
    assert answering == ("guide/a", "guide/b")
    assert [hit.id for hit in result.hits] == ["guide/a", "guide/b", "guide/c"]


@pytest.mark.parametrize("second", [_found("guide/a"), _found()])
def test_parts_that_find_nothing_of_their_own_were_one_question(second: SearchResult) -> None:
    shelf = {"what is LoRA": _found("guide/a"), "how many examples do I need": second}
    _, answering = answers("what is LoRA and how many examples do I need?", lambda t: shelf.get(t, _found("guide/w")))
    assert answering == ("guide/w",)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Soy profe. ¿Qué es un token? ¿Cuál me recomiendas?", "Qué es un token?"),
        ("I teach. What is a parameter? Which one should I pick?", "What is a parameter?"),
        ("quiero traducir cartas, ¿qué es un token?", "qué es un token?"),
        ("quiero un chatbot para mi hotel", "quiero un chatbot para mi hotel"),
        ("un modelo barato. ¿por qué?", "por qué?"),
    ],
)
def test_beside_needs_only_the_sentences_that_ask_are_searched(text: str, asked: str) -> None:
    assert questions_beside(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("explain MoE like I'm five", "explain MoE"),
        ("what is RLHF in plain words?", "what is RLHF?"),
        ("¿qué es LoRA, en palabras sencillas?", "¿qué es LoRA?"),
        ("explícame como si tuviera 10 años qué es la ventana", "explícame qué es la ventana"),
        ("¿qué es el contexto?", "¿qué es el contexto?"),
    ],
)
def test_how_to_tell_it_is_not_searched_for(text: str, asked: str) -> None:
    assert matter(text) == asked


def test_a_long_story_is_not_taken_apart() -> None:
    story = (
        "I have been at this for weeks with a colleague who knows far more than I do, and what is odd is that nothing ever "
        "changes when we touch the settings. How many examples do I need?"
    )
    _, answering = answers(story, lambda text: _found("guide/whole" if text == story else f"guide/{len(text)}"))
    assert answering == ("guide/whole",)


@pytest.mark.parametrize(
    ("whole", "part", "chosen"),
    [
        (("guide/told", 0.9), ("guide/asked", 0.5), "guide/told"),
        (("guide/told", 0.5), ("guide/asked", 0.9), "guide/asked"),
        (("card/a/named", 0.9), ("guide/asked", 0.5), "guide/asked"),
        (None, ("guide/asked", 0.5), "guide/asked"),
        (("guide/told", 0.5), None, "guide/told"),
    ],
)
def test_the_surer_of_the_question_and_the_whole_message(
    whole: tuple[str, float] | None, part: tuple[str, float] | None, chosen: str
) -> None:
    def hits(best: tuple[str, float] | None) -> SearchResult:
        return (
            SearchResult((Hit(best[0], best[1], "en", Passage(best[0], "d", "en", "t", "x")),), True)
            if best
            else _found()
        )

    shelf = {"I have two cards. Can I?": hits(whole), "Can I?": hits(part)}
    _, answering = surer("Can I?", "I have two cards. Can I?", shelf.__getitem__)
    assert answering == (chosen,)
