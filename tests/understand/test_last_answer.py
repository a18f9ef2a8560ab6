"""What is asked of the last answer: fewer or simpler words, its sources, how to begin, and that it missed the point."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.domain.needs import Dialogue, Needs

ADVISED = Dialogue(needs=Needs.of({"use_case": "chatbot"}), shown=("a/b", "c/d"), turns=1)
QUOTED = Dialogue(quoted=("context/range",), turns=1)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("eso es larguísimo, resúmemelo", "short"),
        ("demasiado texto, dime solo el nombre", "short"),
        ("al grano por favor", "short"),
        ("too long, just tell me which", "short"),
        ("tl;dr", "short"),
        ("can you make it shorter?", "short"),
        ("no me entero, dímelo con palabras normales", "simple"),
        ("¿qué quiere decir todo eso?", "simple"),
        ("explícamelo como si fuera mi abuela", "simple"),
        ("ponme un ejemplo", "simple"),
        ("I don't get any of that", "simple"),
        ("in plain words please", "simple"),
        ("what does all that mean?", "simple"),
        ("¿y eso de dónde sale?", "sources"),
        ("¿te lo estás inventando?", "sources"),
        ("are you making this up?", "sources"),
        ("what are your sources?", "sources"),
        ("¿y ahora qué hago?", "begin"),
        ("vale, me quedo con ese", "begin"),
        ("¿me hace falta un informático?", "begin"),
        ("¿dónde lo contrato?", "begin"),
        ("how do I get started?", "begin"),
        ("ok I'll take that one", "begin"),
        ("vale, ese", "begin"),
        ("¿demuéstralo?", "sources"),
        ("de dónde sale el dato", "sources"),
        ("¿y quién nos lo instala?", "begin"),
        ("¿qué ordenador compramos?", "machine"),
        ("would I need a programmer?", "begin"),
        ("no me estás entendiendo", "misread"),
        ("eso no es lo que te he pedido", "misread"),
        ("that's not what I asked", "misread"),
        ("you are useless", "misread"),
        ("¿podemos seguir en inglés?", "tongue"),
        ("can I write in Spanish?", "tongue"),
        ("¿cuánto cobras por esto?", "fee"),
        ("are you free?", "fee"),
        ("¿quién te paga?", "fee"),
        ("are you sponsored?", "fee"),
        ("¿y si te equivocas?", "sources"),
        ("do you ever make mistakes?", "sources"),
        ("¿y qué ordenador me compro?", "machine"),
        ("si compro otro ordenador, ¿cuál me hace falta?", "machine"),
        ("then which laptop should I buy?", "machine"),
    ],
)
def test_asked(read: Any, text: str, view: str) -> None:
    told = read(text, ADVISED)
    assert told.outlook == view
    assert not told.changes


@pytest.mark.parametrize(
    ("text", "dialogue", "intent"),
    [
        ("explícamelo más fácil", ADVISED, "explain_why"),
        ("explícamelo más fácil", QUOTED, "ask_guide"),
        ("in simpler words", ADVISED, "explain_why"),
        ("in simpler words", QUOTED, "ask_guide"),
        ("no me has entendido", ADVISED, "smalltalk"),
        ("you don't understand me", ADVISED, "smalltalk"),
        ("¿cómo empiezo?", ADVISED, "ask_model"),
        ("me mientes?", Dialogue(), "smalltalk"),
        ("hablas español?", Dialogue(), "smalltalk"),
        ("¿qué es esto?", Dialogue(), "smalltalk"),
        ("what is this?", Dialogue(), "smalltalk"),
        ("¿qué es esto de los tokens?", Dialogue(), "ask_guide"),
        ("how much do you charge?", ADVISED, "smalltalk"),
    ],
)
def test_intent(read: Any, text: str, dialogue: Dialogue, intent: str) -> None:
    assert read(text, dialogue).intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "explícame LoRA en palabras sencillas",
        "what is RLHF in plain words?",
        "no es eso, es para traducir cartas",
        "that's not what I asked, it has to run on a 3060 12GB",
        "necesito que resuma textos muy largos",
        "¿cómo empiezo a ajustar un modelo con LoRA?",
        "¿de dónde sale el precio de Mistral Large?",
        "can I use it commercially?",
        "¿puedo hablar en español con mis clientes?",
        "¿es gratis Llama?",
        "para mi madre",
        "es para mi abuela",
        "¿me compro una 3090 o una 4090?",
    ],
)
def test_not_asked(read: Any, text: str) -> None:
    assert read(text, ADVISED).outlook is None


@pytest.mark.parametrize("text", ["más corto", "shorter please", "¿cómo empiezo?", "in simpler words"])
def test_with_nothing_said_there_is_nothing_to_say_otherwise(read: Any, text: str) -> None:
    assert read(text).outlook is None
