"""The settings, read from the environment once, at the entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from advisor.errors import SettingsError

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"


@dataclass(frozen=True)
class Settings:
    """Contract, section 4. `model_key` is left out of repr so that no log can show it."""

    data: Path
    model: str | None = None
    model_url: str | None = None
    model_key: str | None = field(default=None, repr=False)
    model_timeout_s: float = 30.0
    embedder: str | None = None
    chroma_url: str | None = None
    database_url: str | None = field(default=None, repr=False)
    knowledge: Path = KNOWLEDGE

    @property
    def mode(self) -> str:
        return self.model or "offline"


def read(environment: Mapping[str, str]) -> Settings:
    """Settings from ADVISOR_* variables; empty counts as unset. Raises SettingsError naming the variable and the remedy."""

    def get(name: str) -> str | None:
        return environment.get(name, "").strip() or None

    timeout = get("ADVISOR_MODEL_TIMEOUT_S") or "30"
    try:
        seconds = float(timeout)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise SettingsError(
            f"ADVISOR_MODEL_TIMEOUT_S vale «{timeout}»: pon los segundos con un número mayor que 0 y de 3600 como mucho.",
            f'ADVISOR_MODEL_TIMEOUT_S is "{timeout}": give the seconds as a number above 0 and up to 3600.',
        )
    model = get("ADVISOR_MODEL")
    if model is not None and not all(part.strip() for part in (model.partition(":")[0], model.partition(":")[2])):
        raise SettingsError(
            f"ADVISOR_MODEL vale «{model}»: escríbelo como proveedor:modelo, por ejemplo ollama:qwen3:8b.",
            f'ADVISOR_MODEL is "{model}": write it as provider:model, for example ollama:qwen3:8b.',
        )
    data = get("ADVISOR_DATA")
    return Settings(
        data=Path(data).expanduser() if data else Path(platformdirs.user_data_dir("genai-advisor", appauthor=False)),
        model=model,
        model_url=get("ADVISOR_MODEL_URL"),
        model_key=get("ADVISOR_MODEL_KEY"),
        model_timeout_s=seconds,
        embedder=get("ADVISOR_EMBEDDER"),
        chroma_url=get("ADVISOR_CHROMA_URL"),
        database_url=get("ADVISOR_DATABASE_URL"),
    )
