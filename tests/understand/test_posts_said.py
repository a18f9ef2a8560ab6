"""How people post about models: what is not known, complaints, files, lists of wishes, plain names of uses; and what they ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.understand.reader import Reader

Talk = Callable[..., dict[str, Any]]

STATED = [
    ("No tengo experiencia con modelos locales, tengo una 3060", {"local": True, "vram_gb": 12.0}),
    ("I never tried running anything locally, which one do you recommend for coding?", {"local": True}),
    ("No quiero nada en local, necesito un chatbot", {"local": False}),
    ("don´t want it locally, need a chatbot", {"local": False}),
    ("Quiero un modelo sin censura para escribir relatos", {"use_case": "creative_writing"}),
    ("best model for cost, latency and quality for a chatbot", {"priority": ["cost", "quality"]}),
    ("un modelo con buen coste-beneficio para clasificar correos", {"priority": ["cost"]}),
    ("busco algo para programar, rápido aunque sea a costa de la calidad", {"priority": ["speed"]}),
    ("busco alternativa para redactar correos, que sea barata y en la nube", {"priority": ["cost"], "local": False}),
    ("preguntar a mis pdf sin que mis datos vayan a ningún lado", {"use_case": "rag", "priority": ["privacy"]}),
    ("I don't want to put my private files for indexing into the cloud", {"local": True}),
    ("What is currently the best open source model for tables?", {"open_weights": True}),
    ("¿cuál es vuestro modelo opensource favorito para programar?", {"open_weights": True, "use_case": "coding"}),
    ("need a reranker for search results, a re-ranker model", {"use_case": "semantic_search"}),
    ("Any chatbot that works on a GTX 1650 4GB?", {"use_case": "chatbot"}),
    ("¿cuál es mejor para escribir novelas largas?", {"use_case": "creative_writing"}),
    ("mejor combinación de TTS y STT para un altavoz", {"use_case": "voice"}),
    ("hate speech detection in Arabic tweets, which open model?", {"use_case": "classification"}),
    (
        "existe un generador de vídeo abierto? quiero crear vídeos cortos",
        {"use_case": "image_generation", "modalities": ["video"]},
    ),
    ("SPANISH model? any chance to load a spanish one?", {"languages": ["es"]}),
    ("para programar, sin licencias y sin que los datos salgan del equipo", {"local": True, "priority": ["privacy"]}),
    ("I'm on an M4 with 16GB. The minimum requirement seems to be 32GB, what can I run?", {"ram_gb": 16.0}),
    ("tengo 16 GB de ram, el requisito mínimo parece ser 32 GB, ¿qué puedo usar?", {"ram_gb": 16.0}),
    ("which model should I use to translate via API?", {"local": False}),
]
UNSTATED = [
    ("any OpenAI-compatible API would do, need a coding model", "local"),
    ("OpenAI API is too expensive. Are there any alternatives?", "local"),
    ("tengo un backend con Fast API y quiero un modelo para clasificar correos", "priority"),
    ("No tengo experiencia haciendo fine-tuning, busco un modelo para clasificar tickets", "fine_tuning"),
    ("coding model, I have CUDA 12 installed", "programming_languages"),
    ("busco un agente ReAct con herramientas", "programming_languages"),
    ("I edited config.yaml, need a bigger context model for rag", "structured_output"),
    ("tengo los datos en un fichero json, ¿qué modelo me los clasifica?", "structured_output"),
    ("Something like a 70B would be perfect but I need a base model", "priority"),
    ("lo tengo en el pc y la velocidad es muy buena, ¿qué modelo va en el móvil?", "priority"),
    ("que analice los logs y diga qué consultas tienen mayor latencia", "latency"),
    ("quiero meterlo en mi app de código cerrado, ¿qué modelo?", "open_weights"),
    ("¿uso soluciones cerradas o llms open source para resumir?", "open_weights"),
    ("parece que solo va en inglés, prefiero uno multilingüe", "languages"),
    ("I run it on macOS, which model?", "use_case"),
    ("Le falla el reinforcement learning a mi robot, ¿qué gpu compro?", "use_case"),
    ("¿Es posible aumentar la señal del wifi de casa sin retrasos?", "use_case"),
    ("got 2x P40 sitting around, what could I do with them", "use_case"),
    ("¿si quiero hacer un calendario con mis actividades diarias qué IA me recomiendas?", "items_per_month"),
    ("I want a planner with my daily activities, which model?", "items_per_month"),
]
ASKED = [
    ("¿Qué requisitos mínimos de memoria tiene? Tengo una 3060", "ask_guide"),
    ("I get an error every time I load a 13B on my 12GB card", "ask_guide"),
    ("¿Merece la pena montar una ia en local?", "ask_guide"),
    ("CUDA out of memory on my 3060, which smaller model should I use for coding?", "recommend"),
    ("What is the best way to finetune an open source model?", "ask_guide"),
    ("¿qué modelo usa copilot por debajo?", "ask_guide"),
    ("a model with minimum 32k context for legal docs", "recommend"),
    ("que modelo de claude estas usando", "smalltalk"),
    ("what model do you use?", "smalltalk"),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_posts_state(talk: Talk, text: str, expected: dict[str, Any]) -> None:
    needs = talk(text)
    for key, value in expected.items():
        found = needs.get(key)
        assert (sorted(found) if isinstance(found, list | tuple) else found) == value, (text, key, found)


@pytest.mark.parametrize(("text", "key"), UNSTATED)
def test_what_posts_name_and_do_not_wish(talk: Talk, text: str, key: str) -> None:
    assert key not in talk(text)


@pytest.mark.parametrize(("text", "intent"), ASKED)
def test_what_posts_ask(reader: Reader, text: str, intent: str) -> None:
    assert reader.read(text).intent == intent
