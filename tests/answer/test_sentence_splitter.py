"""The stream cut into sentences: nothing lost, nothing cut within a number, the same however it arrives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.answer.sentences import Splitter, split

ANSWER = """Te recomiendo **Gemini 2.5 Flash-Lite**. Cuesta 0,10 $ por millón, p. ej. 3.5 veces menos. [1] ¿Más? Vale 1.500 € aprox. al mes [2].

## Alternativas
1. **GPT-5 mini**: 0,25 $. Tiene 400K tokens.
2. **Mistral Small 3.2** (24B). *Abierto.* [3]

| Modelo | Precio |
|---|---|
| A | 1.5 $ |

```
ollama run qwen3:8b
```
Fin"""


def test_sentences_lines_rows_and_blocks() -> None:
    assert [piece.text for piece in split(ANSWER)] == [
        "Te recomiendo **Gemini 2.5 Flash-Lite**.",
        "Cuesta 0,10 $ por millón, p. ej. 3.5 veces menos. [1]",
        "¿Más?",
        "Vale 1.500 € aprox. al mes [2].",
        "## Alternativas",
        "**GPT-5 mini**: 0,25 $.",
        "Tiene 400K tokens.",
        "**Mistral Small 3.2** (24B).",
        "*Abierto.* [3]",
        "| Modelo | Precio |",
        "|---|---|",
        "| A | 1.5 $ |",
        "```\nollama run qwen3:8b\n```",
        "Fin",
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11])
def test_however_it_arrives(size: int) -> None:
    splitter = Splitter()
    pieces = [p for i in range(0, len(ANSWER), size) for p in splitter.feed(ANSWER[i : i + size])]
    pieces += splitter.finish()
    assert [p.whole for p in pieces] == [p.whole for p in split(ANSWER)]


@given(st.text(alphabet=" \nab.,:3|#-*[]`1!?¿É$", max_size=200), st.integers(1, 7))
@settings(max_examples=200, deadline=None)
def test_nothing_is_lost(text: str, size: int) -> None:
    splitter = Splitter()
    pieces = [p for i in range(0, len(text), size) for p in splitter.feed(text[i : i + size])]
    pieces += splitter.finish()
    whole = "".join(p.whole for p in pieces)
    assert text.startswith(whole)
    assert not text[len(whole) :].strip()


def test_a_pause_frees_a_finished_sentence_but_no_half_number() -> None:
    splitter = Splitter()
    assert not list(splitter.feed("Cuesta 3."))
    assert not list(splitter.pause())
    assert not list(splitter.feed("5 dólares."))
    assert [p.text for p in splitter.pause()] == ["Cuesta 3.5 dólares."]


def test_a_pause_does_not_cut_after_an_abbreviation() -> None:
    splitter = Splitter()
    list(splitter.feed("Sirve, p. ej."))
    assert not list(splitter.pause())


def test_an_endless_sentence_ends() -> None:
    splitter = Splitter()
    assert list(splitter.feed("palabra " * 1000))
