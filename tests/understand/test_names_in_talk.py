"""Names of models as people drop them: subscriptions, lone versions, everyday words, names taken back or refused late.

A row is a message (or several turns between "|"), and the models mentioned, the models and the vendors excluded.
"""

from __future__ import annotations

from typing import Any

import pytest

NAMES: list[tuple[str, list[str], list[str], list[str]]] = [
    ("tengo ChatGPT Plus y Claude Pro y quiero algo para redactar", [], [], []),
    ("I pay for Claude Max at work, what runs at home for coding?", [], [], []),
    ("gemini pro o claude sonnet para resumir?", ["gemini pro", "claude sonnet"], [], []),
    ("we tried a GPT from the GPT store, any chatbot that quotes our PDF?", [], [], []),
    ("quiero armar un GPT a medida para mi clase", [], [], []),
    ("is gpt good for chemistry?", ["gpt"], [], []),
    ("entre el r1 y el o3, ¿cuál miente menos?", ["r1", "o3"], [], []),
    ("o3, o4-mini, 4o: which of the three reasons best?", ["o3", "o4-mini", "4o"], [], []),
    ("codellama:7b-instruct or phi3:14b for PHP?", ["codellama:7b-instruct", "phi3:14b"], [], []),
    ("o4-mini vs grok code fast for Rust", ["o4-mini", "grok code fast"], [], []),
    ("un conocido usa Hermes, ¿qué tiene de especial?", ["hermes"], [], []),
    ("a friend runs Hermes, what's special about it?", ["hermes"], [], []),
    ("an assistant for the Hermes scarf shop", [], [], []),
    ("un asistente para la agencia Hermes", [], [], []),
    ("my laptop is a Zephyrus, a model for coding", [], [], []),
    ("the label says GPT-7, but there is no GPT-7", ["gpt-7"], [], []),
    ("la etiqueta pone GPT-7, pero no existe GPT-7", ["gpt-7"], [], []),
    ("Qwen lo descarto por la licencia, busco otro para resumir", [], ["qwen"], []),
    ("Qwen I rule out over the licence, another one for summaries?", [], ["qwen"], []),
    ("a chatbot, no Grok please | you know what, put grok back in", ["grok"], [], []),
    ("un chatbot, nada de grok | me retracto, compara con grok", ["grok"], [], []),
    ("I won't give a cent to Meta, or to xAI for that matter", [], [], ["meta", "xai"]),
    ("it does not work on my Google Pixel 9", [], [], []),
    ("no funciona en mi Google Pixel 9", [], [], []),
]


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row[0][:60])
def test_names_in_talk(talk: Any, row: tuple[str, list[str], list[str], list[str]]) -> None:
    needs = talk(*row[0].split(" | "))
    found = [sorted(needs.get(k, ())) for k in ("mentioned_models", "excluded_models", "excluded_vendors")]
    assert found == [sorted(names) for names in row[1:]]
