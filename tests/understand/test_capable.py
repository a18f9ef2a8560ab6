"""A size of models that tells what a machine manages or what was going on bounds nothing; a wish does."""

from __future__ import annotations

import pytest

from tests.understand.conftest import Talk

PAIRED = [
    ("mi 3060 mueve modelos de hasta 13B, ¿cuál uso?", "my 3060 can run models up to 13B, which should I use?", None),
    ("el de 70B ocupa 40 GB y yo tengo 24", "the 70B takes 40GB and I have 24", None),
    ("cuando cargo un modelo de 13B me da OOM", "when I load a 13B model it runs out of memory", None),
    (
        "llevo meses con modelos de 7B y quiero algo mejor",
        "I've been running 7B models and want something better",
        None,
    ),
    ("un modelo de hasta 13B para mi 3060", "a model of up to 13B for my 3060", 13.0),
    ("el mejor modelo de 8B para programar", "the best 8B model for coding", 8.0),
    ("quiero uno de 13B como mucho, mi gráfica no mueve más", "I want 13B at most, my card can't run more", 13.0),
]


@pytest.mark.parametrize(("spanish", "english", "most"), PAIRED)
def test_what_runs_is_no_ceiling(talk: Talk, spanish: str, english: str, most: float | None) -> None:
    for text in (spanish, english):
        assert talk(text).get("max_params_b") == most, text
