"""What a model is for, told by the errand or asked of models by name; and errands that are somebody else's or done."""

from __future__ import annotations

from typing import Any

import pytest

USES = [
    ("which LLM does as well as Claude when it comes to coding?", "coding"),
    ("¿qué modelo le hace sombra a Claude a la hora de programar?", "coding"),
    ("is it worth tuning Qwen3 8B for writing radiology reports?", "writing"),
    ("entre Qwen3 8B y GPT-5, ¿cuál resume mejor?", "summarization"),
    ("could an AI translate my grandmother's letters?", "translation"),
    ("¿puede una IA contestar a los clientes por la noche?", "chatbot"),
    ("is Qwen3 8B good for lunch?", None),
    ("which one is cheaper?", None),
    ("I can stretch to 30 a month if it's great, a chatbot", "chatbot"),
    ("prefiero no gastar, hasta 10 al mes. chatbot", "chatbot"),
    ("I'm fed up with my chatbot answering in English. Is there one that sticks to French?", "chatbot"),
    ("estoy harto de que mi chatbot conteste en inglés. ¿Hay otro?", "chatbot"),
    ("que me busque frases en 600 entrevistas sin saber las palabras exactas", "semantic_search"),
    ("find the passages in 600 interviews by meaning rather than word", "semantic_search"),
    ("hay que mandar los reclamos a 9 áreas distintas", "classification"),
    ("I get 2,000 alerts a day and want them sorted into vet / ignore / battery", "classification"),
    ("players ask it about our rulebook mid-game, a rulebook of 30 pages that players can query", "rag"),
    ("nombre para mi emprendimiento de jabones, ¿qué IA?", "brainstorming"),
    ("I need a catchy name for my soap shop", "brainstorming"),
    ("quiero una estación meteorológica que cuente el tiempo con gracia", "creative_writing"),
    ("an app where you photograph a bus ticket", "vision"),
    ("que mi padre, sordo, lea en pantalla lo que decimos", "transcription"),
    ("so my deaf father can read on screen what we say", "transcription"),
    ("a D&D narrator, spooky", "roleplay"),
    ("my kid is 7 and needs spelling practice", "education"),
    ("que mi hija practique la ortografía", "education"),
    ("something to tell whether a review is fake", "classification"),
    ("necesito algo que detecte si una reseña es falsa", "classification"),
    ("search across 2 million pages of specs", "semantic_search"),
    ("buscar en 2 millones de páginas de sentencias", "semantic_search"),
    ("a museum guide that speaks, for visitors", "voice"),
    ("I want to write my memoirs with some help", "writing"),
    ("quiero escribir mis memorias con algo de ayuda", "writing"),
    ("que conteste los mensajes de las citas del médico", "chatbot"),
    ("que conteste con citas de nuestros manuales", "rag"),
    ("un narrador para mi partida de rol", "roleplay"),
]
DONE = [
    ("las llamadas ya las transcribe otra empresa", "transcription"),
    ("another firm already transcribes them, the calls", "transcription"),
]
WAITS = [
    ("el asistente de casa tarda 9 segundos y mi mujer me mata", "low"),
    ("it takes 9 seconds and my callers hang up, a bot for bookings", "low"),
    ("un bot que entienda 'baja la persiana' sin pensar 5 segundos", "low"),
    ("it transcribes an hour of audio in one second", None),
    ("no wait, thats wrong, a chatbot", None),
]


@pytest.mark.parametrize("row", USES, ids=lambda row: row[0][:60])
def test_errands(talk: Any, row: tuple[str, str | None]) -> None:
    assert talk(row[0]).get("use_case") == row[1]


@pytest.mark.parametrize("row", DONE, ids=lambda row: row[0][:60])
def test_what_is_done_already_is_no_errand(talk: Any, row: tuple[str, str]) -> None:
    assert talk(row[0]).get("use_case") != row[1]


@pytest.mark.parametrize("row", WAITS, ids=lambda row: row[0][:60])
def test_waits(talk: Any, row: tuple[str, str | None]) -> None:
    assert talk(row[0]).get("latency") == row[1]
