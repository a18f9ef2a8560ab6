"""The environment, read once; what cannot be used is named with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.errors import SettingsError
from advisor.settings import read


def test_defaults_are_offline() -> None:
    settings = read({})
    assert settings.mode == "offline"
    assert settings.model_timeout_s == 30
    assert settings.data.name == "genai-advisor"


def test_everything_is_read() -> None:
    settings = read(
        {
            "ADVISOR_MODEL": "ollama:qwen3:8b",
            "ADVISOR_MODEL_URL": "http://localhost:11434/v1",
            "ADVISOR_MODEL_KEY": "secret-key",
            "ADVISOR_MODEL_TIMEOUT_S": "5",
            "ADVISOR_EMBEDDER": "intfloat/multilingual-e5-small",
            "ADVISOR_DATA": "/somewhere",
            "ADVISOR_CHROMA_URL": "http://localhost:8000",
            "ADVISOR_DATABASE_URL": "postgresql://u:p@localhost/x",
        }
    )
    assert settings.mode == "ollama:qwen3:8b"
    assert settings.data == Path("/somewhere")
    assert "secret-key" not in repr(settings)
    assert "u:p@" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ADVISOR_MODEL", "gpt-4o"),
        ("ADVISOR_MODEL", ":x"),
        ("ADVISOR_MODEL_TIMEOUT_S", "soon"),
        ("ADVISOR_MODEL_TIMEOUT_S", "-1"),
        ("ADVISOR_MODEL_TIMEOUT_S", "nan"),
    ],
)
def test_wrong_values_name_the_variable_in_both_languages(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        read({name: value})
    assert name in wrong.value.in_("es")
    assert name in wrong.value.in_("en")
