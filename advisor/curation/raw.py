"""The folder of raw copies of the sources, read lazily and once. Its layout is described in `knowledge/README.md`."""

from __future__ import annotations

import csv
import json
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from advisor.errors import KnowledgeError

Rows = dict[str, Any]


class RawFolder:
    """Each property holds one source's rows by their key. Raises KnowledgeError where the file is missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, name: str) -> Path:
        path = self._folder / name
        if not path.exists():
            raise KnowledgeError(es=f"Falta el fichero de origen {path}.", en=f"The raw file {path} is missing.")
        return path

    def _json(self, name: str) -> Any:
        return json.loads(self._path(name).read_text(encoding="utf-8"))

    def csv(self, name: str) -> list[dict[str, str]]:
        with self._path(name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def litellm(self) -> Rows:
        return dict(self._json("litellm/model_prices_and_context_window_backup.json"))

    @cached_property
    def genai_prices(self) -> Rows:
        """Models by "provider:model"."""
        providers = self._json("genai-prices/genai_prices_0.2.3.json")
        return {f"{p['id']}:{model['id']}": model for p in providers for model in p["models"]}

    @cached_property
    def models_dev(self) -> Rows:
        """Provider-independent models by "vendor/slug"."""
        return dict(self._json("models.dev/models_dev_export.json")["models"])

    @cached_property
    def profiles(self) -> Rows:
        """models.dev rows as packed with langchain-openai and langchain-huggingface; newer than `models_dev`."""
        openai = self._json("langchain-profiles/langchain_openai_profiles.json")
        face = self._json("langchain-profiles/langchain_huggingface_profiles.json")
        return {**openai, **face}

    @cached_property
    def artificial_analysis(self) -> Rows:
        rows = self._json("artificial-analysis/aa_api_llms_2026-08-22.json")["models"]
        return {row["slug"]: row for row in rows}

    @cached_property
    def arena_text(self) -> Rows:
        return dict(self._json("arena/lmarena_text_style_control_2026-08-19.json")["models"])

    @cached_property
    def arena_vision(self) -> Rows:
        return self._arena_overall("arena/lmarena_vision_2026-08-22.json")

    @cached_property
    def arena_webdev(self) -> Rows:
        return self._arena_overall("arena/lmarena_webdev_2026-08-22.json")

    def _arena_overall(self, name: str) -> Rows:
        rows = self._json(name)["rows"]
        return {row["model_name"]: row for row in rows if row["category"] == "overall"}

    @cached_property
    def euroeval(self) -> dict[str, list[Rows]]:
        """All rows of a model by its name."""
        by_model: dict[str, list[Rows]] = {}
        for row in self._json("euroeval/scores_2026-04-20.json"):
            by_model.setdefault(row["model"], []).append(row)
        return by_model

    @cached_property
    def llm_stats(self) -> Rows:
        return dict(self._json("llm-stats/llm_stats_2025-10-16.json")["models"])

    @cached_property
    def configurations(self) -> Rows:
        """Hugging Face repositories by name, from llmfit."""
        return {row["name"]: row for row in self._json("llmfit/hf_models_2026-05-12.json")}

    @cached_property
    def vllm(self) -> Rows:
        return dict(self._json("vllm-recipes/vllm_recipes.json")["models"])

    @cached_property
    def mistral(self) -> Rows:
        return dict(self._json("mistral-docs/mistral_models_2026-08-21.json")["models"])

    @cached_property
    def aider(self) -> Rows:
        rows = yaml.safe_load(self._path("aider/polyglot_leaderboard.yml").read_text(encoding="utf-8"))
        return {row["model"]: row for row in rows}

    @cached_property
    def vectara(self) -> dict[str, float]:
        """Hallucination rate in per cent by model."""
        rates = {}
        for line in self._path("vectara-hallucination/README.md").read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) == 5 and cells[1].endswith("%"):
                rates[cells[0]] = float(cells[1].rstrip("% "))
        return rates

    @cached_property
    def swift(self) -> str:
        return self._path("finetuning/ms-swift_supported_models.md").read_text(encoding="utf-8")

    @cached_property
    def tinker(self) -> str:
        return self._path("finetuning/tinker_models.md").read_text(encoding="utf-8")
