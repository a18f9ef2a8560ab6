"""Rights, priorities and ways of training told by the way, in both languages, each with what only sounds like it.

A row is a message (or several turns between "|"), a need, and its value: none where the words only look like one.
"""

from __future__ import annotations

from typing import Any

import pytest

RIGHTS = [
    ("licencia apache o mit, que luego lo vendo en mi web", True),
    ("¿se puede meter Mistral Small en un aparato por el que cobramos?", True),
    ("¿nos deja la licencia de Aya usarlo con clientes?", True),
    ("¿puedo usar EXAONE o Aya en una empresa?", True),
    ("it will go inside a device we sell", True),
    ("is Olmo 3 allowed at work? we are a consultancy", True),
    ("a licence that lets me charge my clients", True),
    ("apache or mit, please", True),
    ("¿cómo puedo usar la IA en mi negocio?", None),
    ("how can we use AI in a small business?", None),
    ("vendo coches de segunda mano y quiero un chatbot para la web", None),
    ("our bot has to look up the products we sell", None),
    ("en mi empresa no nos dejan usar ChatGPT", None),
]
PRIORITIES = [
    ("quality like Opus at the price of Haiku", ["quality", "cost"]),
    ("calidad de Opus a precio de Haiku", ["quality", "cost"]),
    ("otro proveedor lo vende a precio de oro, busco algo para etiquetar tickets", None),
    ("quiero reducir lo que gasto en tokens con los resúmenes", ["cost"]),
    ("I have to cut what we spend on tokens", ["cost"]),
    ("¿qué API barata hay hoy para traducir?", ["cost"]),
    ("a third of our readers are deaf, I need captions", None),
    ("half of the congregation reads English", None),
    ("soy becario en un periódico y busco algo que saque nombres de los boletines", None),
    ("el celular se queda tieso con este modelo", None),
    ("muy bueno el artículo, ¿hay algo para resumir actas?", None),
    ("very good post, anything to summarise minutes?", None),
    ("no creo que el error sea por el tamaño", None),
    ("dame uno más grande aunque vaya a pedales", None),
    ("8 tokens a second is reading speed for me", None),
    ("help me find memory leaks in my C++ code", None),
    ("our clients keep asking whether OpenAI reads their files", ["privacy"]),
    ("mis clientes preguntan si Google ve los papeles", ["privacy"]),
    ("would Qwen3 32B be ok for GDPR?", ["privacy"]),
    ("¿Qwen3 32B cumple el RGPD?", ["privacy"]),
    ("no training on customer data, please", ["privacy"]),
    ("I don't want my stories used for training", ["privacy"]),
    ("DeepSeek tarda pero acierta", None),
    ("me da cosa que los datos acaben en China, es para las ventas", ["privacy"]),
    ("I'm wary of our files ending up abroad, it's for sales figures", ["privacy"]),
    ("me da cosa preguntar, ¿qué modelo para programar?", None),
    ("quality of a senior lawyer, price of a trainee", ["quality", "cost"]),
]
LET_GO = [
    ("an apache licensed chatbot | drop the apache requirement, doesn't matter", None),
    ("un chatbot con licencia apache | olvida lo de apache, da igual", None),
    ("an MIT or Apache model for coding | the licence thing doesn't matter any more", None),
    ("un modelo con licencia mit para programar | el requisito de licencia mit ya no hace falta", None),
]
TUNING = [
    ("busco un modelo base, sin afinar", None),
    ("a base model, not fine-tuned, please", None),
    ("LoRA is enough they say, full fine-tuning needs 8 GPUs. I want a small model that answers in her tone", "lora"),
    ("el consultor habla de ajuste completo, yo con LoRA me conformo", "lora"),
    ("I want full fine-tuning, LoRA wasn't enough", "full"),
    ("queremos un ajuste completo porque con LoRA no llegó", "full"),
    ("¿qué me recomiendas, LoRA o full?", None),
    ("which is it, LoRA or full fine-tuning?", None),
    ("quiero afinar Qwen3 32B. ¿Cuánta memoria pide con LoRA?", "lora"),
    ("I want to fine-tune Qwen3 32B. How much memory with LoRA?", "lora"),
    ("mi jefa acaba de descubrir el prompt engineering", None),
    ("my boss just discovered prompt engineering", None),
    ("arranquemos con prompts y ya veremos, es para atender clientes", "prompt"),
    ("let's start with prompting for the support bot", "prompt"),
    ("no training on customer data", None),
]


def _case(row: tuple[Any, ...]) -> str:
    return str(row[0])[:60]


@pytest.mark.parametrize("row", RIGHTS, ids=_case)
def test_rights(talk: Any, row: tuple[str, bool | None]) -> None:
    assert talk(row[0]).get("commercial_use") == row[1]


@pytest.mark.parametrize("row", PRIORITIES, ids=_case)
def test_priorities(talk: Any, row: tuple[str, list[str] | None]) -> None:
    assert set(talk(row[0]).get("priority", ())) == set(row[1] or ())


@pytest.mark.parametrize("row", LET_GO, ids=_case)
def test_a_licence_let_go(talk: Any, row: tuple[str, None]) -> None:
    needs = talk(*row[0].split(" | "))
    assert (needs.get("commercial_use"), needs.get("open_weights")) == (row[1], row[1])


@pytest.mark.parametrize("row", TUNING, ids=_case)
def test_ways_of_training(talk: Any, row: tuple[str, str | None]) -> None:
    assert talk(row[0]).get("fine_tuning") == row[1]


def test_an_embedder_is_part_of_a_search_with_answers(talk: Any) -> None:
    assert talk("RAG over our manuals", "what embedding model should we use?")["use_case"] == "rag"
    assert talk("un RAG con nuestros manuales", "¿qué modelo de embeddings usamos?")["use_case"] == "rag"
