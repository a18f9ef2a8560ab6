"""Asked to understand, or passed on to others: no need, whatever is named; a wish beside it is heard."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "just curious, how did you get a 12B to run in so little memory?",
        "¿cómo conseguiste que un 12B corriera con tan poca memoria?",
        "quería preguntar en qué se diferencian el instruct y el base, ¿el base solo está preentrenado?",
        "I'm curious about the reason for using base models instead of instruct ones",
        "¿hay algún sitio donde expliquen q5_0 y q5_1? intenté leer el código en C++",
        "después de mucho probar di con el 12b en Q4. ahí os lo dejo, que lo disfrutéis",
        "after weeks of trials the 12b at Q4 was the one. sharing this in case it helps someone",
        "los créditos se me van como agua, si no mejora cancelo la suscripción",
        "credits go like water, if it does not improve I'll cancel my subscription",
    ],
)
def test_nothing_is_needed(read: Any, text: str) -> None:
    assert not [c for c in read(text).changes if c.key not in ("mentioned_models", "priority")]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("quería saber por qué los base escriben peor, y busco uno para cuentos", "use_case", "creative_writing"),
        ("how did they train a 7B on 8 cards? I want something local to translate", "use_case", "translation"),
        ("por curiosidad, ¿qué modelo usarías para traducir?", "use_case", "translation"),
        ("just curious, which model is best to summarise meetings?", "use_case", "summarization"),
        ("tengo una 3060, ¿cómo conseguiste meter un 30B?", "vram_gb", 12),
        ("I'm curious about running a local assistant on my 3060", "vram_gb", 12),
    ],
)
def test_what_is_told_beside_is_heard(read: Any, text: str, key: str, value: Any) -> None:
    assert {c.key: c.value for c in read(text).changes}[key] == value
