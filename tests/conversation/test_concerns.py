"""What is asked of a model and its card does not hold is answered, or said to be unknown: no portrait in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.about import in_particular
from advisor.conversation.asked import asked_part
from advisor.conversation.deps import Deps
from advisor.conversation.meant import near

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        (
            "¿Llama 3.3 se puede usar sin internet?",
            "así que se puede descargar y funciona en un equipo propio",
            "Sin dato",
        ),
        ("Can I use Llama 3.3 offline?", "it can be downloaded and works on a machine of one's own", "unknown"),
        ("¿funciona GPT-5 en local?", "No: los pesos de **GPT-5** no se publican", "fecha de publicación"),
        ("does GPT-5 run locally?", "No: the weights of **GPT-5** are not published", "release date"),
        ("¿gpt-oss 20b es gratis?", "en un equipo propio no tiene cuota", "ventana de contexto"),
        ("is gpt-oss 20b free?", "on a machine of one's own there is no fee", "context window"),
        ("¿Gemini 3.8 Flash entrena con mis datos?", "mira en su contrato", "ventana de contexto"),
        ("is my data safe with Gemini 3.8 Flash?", "see in the contract", "context window"),
        ("¿Claude Haiku 4.5 se inventa cosas?", "puede inventarse datos", "ventana de contexto"),
        ("does Claude Haiku 4.5 make things up?", "may make up facts", "context window"),
        ("¿Qwen3 8B alucina mucho?", "En la tabla de Vectara", "fecha de publicación"),
        ("does Qwen3 8B hallucinate a lot?", "In Vectara's table", "release date"),
        ("¿puedo vender una app hecha con Llama 3.3 70B?", "Sí: la licencia de **Llama 3.3 70B Instruct**", "puesto"),
        ("can I sell an app built on Llama 3.3 70B?", "Yes: the licence of **Llama 3.3 70B Instruct**", "place"),
        ("¿puedo cobrar por una web que usa Claude Haiku 4.5?", "depende de las condiciones de Anthropic", "puesto"),
        ("can I charge for a site that uses Claude Haiku 4.5?", "depends on the terms of Anthropic", "place"),
        ("¿ChatGPT está caído?", "así que no lo sé", "fecha de publicación"),
        ("is ChatGPT down right now?", "so I do not know", "release date"),
        ("¿cuántos mensajes al día deja mandar Claude?", "así que no lo sé", "fecha de publicación"),
        ("how many messages a day does Claude allow?", "so I do not know", "release date"),
        ("¿merece la pena ChatGPT Plus?", "así que no lo sé", "fecha de publicación"),
        ("is the ChatGPT Plus subscription worth it?", "so I do not know", "release date"),
        ("¿es bueno Qwen3 8B para escribir?", "cumple lo que has pedido", "ventana de contexto"),
        ("is Qwen3 8B good for writing?", "meets what you asked for", "context window"),
        ("¿Claude Haiku 5.5 es bueno?", "no tengo ninguna prueba publicada", "sin dato"),
        ("is Claude Haiku 5.5 any good?", "I have no published test", "unknown"),
        ("¿Claude sabe contar flexiones?", "no te lo puedo decir", "Ni la guía"),
        ("can Claude count push-ups?", "I cannot tell you", "Neither the guide"),
    ],
)
def test_what_is_asked_comes_first(ask: Ask, text: str, told: str, untold: str) -> None:
    answer = ask(text)["answer"]
    assert told in answer.split("\n\n*")[0]
    assert untold not in answer.split("\n\n")[0]


@pytest.mark.parametrize(
    ("text", "kin"),
    [
        ("¿GPT-5 funciona sin internet?", "gpt-oss 20B"),
        ("does GPT-5 work without internet?", "gpt-oss 20B"),
        ("¿Gemini 3.8 Flash se puede instalar en mi propio servidor?", "Gemma 4"),
        ("can I install Gemini 3.8 Flash on my own server?", "Gemma 4"),
    ],
)
def test_beside_a_closed_model_the_open_ones_of_its_maker_are_named(ask: Ask, text: str, kin: str) -> None:
    assert kin in ask(text)["answer"]


@pytest.mark.parametrize(
    "text", ["¿Qué es DeepSeek R1?", "What is DeepSeek R1?", "DeepSeek R1", "háblame de DeepSeek R1"]
)
def test_who_asks_for_nothing_in_particular_gets_the_portrait(ask: Ask, text: str) -> None:
    answer = ask(text)["answer"]
    assert answer.startswith("**DeepSeek-R1**")


def test_names_are_cut_whatever_their_case() -> None:
    assert not in_particular(asked_part("¿Qué es DeepSeek R1?", ["deepseek r1"]))
    assert in_particular(asked_part("Is ChatGPT down?", ["chatgpt"]))


def test_the_nearest_name_comes_before_the_newest(deps: Deps) -> None:
    assert near("gpt-5.2 pro", deps.catalogue.cards)[0].name == "GPT-5.2"
    assert near("llama 5", deps.catalogue.cards)[0].name.startswith("Llama")
