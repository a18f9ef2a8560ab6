"""Four curated cards, and what the two lists say of them, as builders that a test bends to its purpose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

TODAY = "2026-12-01"

_SOURCES = """sources:
  docs: {title: OpenAI models, url: "https://developers.openai.com/api/docs/models", date: 2026-11-22}
  prices: {title: "OpenAI documentation, read by LiteLLM's price list", url: "https://developers.openai.com/api/docs/pricing", date: 2026-11-12}
  list: {title: models.dev, url: "https://models.dev", date: 2026-07-02}
"""
CARDS = {
    "openai/gpt-5.4": f"""model: openai/gpt-5.4
name: GPT-5.4
vendor: OpenAI
family: GPT-5
status: current
origin: US
aliases: [gpt 5.4, gpt5.4]
runtimes: {{openai: gpt-5.4}}
{_SOURCES}facts:
  context_tokens: {{value: 400000, kind: declared, source: prices}}
  max_output_tokens: {{value: 128000, kind: declared, source: docs}}
  open_weights: {{value: false, kind: declared, source: docs}}
  price_in_usd_per_m:
    - {{provider: OpenAI, value: 2.5, kind: declared, source: prices}}
  price_out_usd_per_m:
    - {{provider: OpenAI, value: 15, kind: declared, source: docs}}
  release_date: {{value: 2026-03-05, kind: declared, source: list}}
""",
    "openai/gpt-4o": f"""model: openai/gpt-4o
name: GPT-4o
vendor: OpenAI
family: GPT-4o
status: legacy
origin: US
aliases: [gpt4o]
runtimes: {{openai: gpt-4o}}
{_SOURCES}facts:
  context_tokens: {{value: 128000, kind: declared, source: list}}
  price_in_usd_per_m:
    - {{provider: OpenAI, value: 2.5, kind: declared, source: prices}}
""",
    "openai/gpt-oss-20b": f"""model: openai/gpt-oss-20b
name: gpt-oss 20B
vendor: OpenAI
family: gpt-oss
status: current
aliases: [gpt-oss-20b, oss-20b]
{_SOURCES}facts:
  context_tokens: {{value: 131072, kind: declared, source: list}}
  open_weights: {{value: true, kind: declared, source: docs}}
  price_in_usd_per_m:
    - {{provider: OpenAI, value: 0.1, kind: declared, source: list}}
""",
    "anthropic/claude-opus-5": """model: anthropic/claude-opus-5
name: Claude Opus 5
vendor: Anthropic
family: Claude 5
status: current
origin: US
aliases: [opus 5]
runtimes: {anthropic: claude-opus-5}
sources:
  docs: {title: Claude models overview, url: "https://platform.claude.com/docs/en/about-claude/models/overview", date: 2026-11-22}
  prices: {title: "Anthropic documentation, read by LiteLLM's price list", url: "https://platform.claude.com/docs/en/about-claude/pricing", date: 2026-11-12}
facts:
  context_tokens: {value: 1000000, kind: declared, source: docs}
  price_in_usd_per_m:
    - {provider: Anthropic, value: 5, kind: declared, source: prices}
  price_out_usd_per_m:
    - {provider: Anthropic, value: 25, kind: declared, source: prices}
""",
}


def write_knowledge(folder: Path) -> Path:
    """A knowledge folder with the cards and nothing else."""
    for model, text in CARDS.items():
        file = folder / "models" / f"{model}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def dev_row(**given: Any) -> dict[str, Any]:
    """A provider's model as models.dev's catalogue has it."""
    row: dict[str, Any] = {
        "id": "x",
        "name": "GPT-5.4",
        "family": "gpt",
        "release_date": "2026-03-05",
        "last_updated": "2026-03-05",
        "attachment": True,
        "reasoning": True,
        "tool_call": True,
        "open_weights": False,
        "cost": {"input": 2.5, "output": 15, "cache_read": 0.25},
        "limit": {"context": 400_000, "input": 272_000, "output": 128_000},
        "modalities": {"input": ["text", "image", "pdf"], "output": ["text"]},
    }
    return row | given


def dev_catalog(providers: dict[str, dict[str, Any]], made: tuple[str, ...] = ()) -> dict[str, Any]:
    """models.dev's catalog.json: model rows by id, by provider."""
    return {
        "models": {model: {"id": model, "name": model} for model in made},
        "providers": {
            provider: {
                "id": provider,
                "name": provider,
                "env": ["KEY"],
                "npm": "x",
                "doc": "https://x",
                "models": models,
            }
            for provider, models in providers.items()
        },
    }


def lite_row(**given: Any) -> dict[str, Any]:
    """An entry of LiteLLM's map."""
    row: dict[str, Any] = {
        "litellm_provider": "openai",
        "mode": "chat",
        "input_cost_per_token": 2.5e-06,
        "output_cost_per_token": 1.5e-05,
        "max_input_tokens": 400_000,
        "max_output_tokens": 128_000,
        "source": "https://developers.openai.com/api/docs/pricing",
        "supports_function_calling": True,
    }
    return row | given


def lite_map(models: dict[str, Any]) -> dict[str, Any]:
    """LiteLLM's map."""
    sample = {"litellm_provider": "one of https://docs.litellm.ai/docs/providers", "mode": "one of: chat"}
    return {"sample_spec": sample, **models}
