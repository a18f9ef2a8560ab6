"""The cards of the grounding corpus: realistic, with figures that are set here and nowhere else.

They are not the catalogue's: the corpus must not change when a price does. Some bear real names, some invented ones, so
that nothing hangs on knowing a brand.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from advisor.answer.claims.vocabulary import Vocabulary
from advisor.domain.cards import Card
from advisor.domain.facts import Fact, Kind
from advisor.domain.fields import FIELDS

DAY = "2026-10-20"


def fact(field: str, value: Any, page: str, **more: Any) -> Fact:
    kind: Kind = more.pop("kind", "not_disclosed" if value is None else "declared")
    unit = more.pop("unit", FIELDS[field].unit)
    return Fact(
        tuple(value) if isinstance(value, list) else value,
        unit,
        kind,
        f"{page} page",
        f"https://{page}.example/doc",
        DAY,
        **more,
    )


def card(model: str, name: str, vendor: str, family: str, facts: Mapping[str, Any], **more: Any) -> Card:
    """`facts`: field -> value, None for "not disclosed", or a list of ready facts."""
    slug = model.replace("/", "-").replace(".", "-")
    made: dict[str, tuple[Fact, ...]] = {}
    for field, value in facts.items():
        if isinstance(value, list) and value and isinstance(value[0], Fact):
            made[field] = tuple(value)
        else:
            page = f"{slug}-prices" if field.startswith("price_") else slug
            provider = vendor if field.startswith("price_") else None
            made[field] = (fact(field, value, page, provider=provider),)
    return Card(model, name, vendor, family, more.pop("status", "current"), tuple(more.pop("aliases", ())), MappingProxyType(made),
                MappingProxyType(more.pop("runtimes", {})), more.pop("successor", None), more.pop("origin", None))  # fmt: skip


def bench(name: str, value: float, page: str, unit: str = "%", **more: Any) -> Fact:
    return Fact(value, unit, "measured", f"{page} results", f"https://{page}.example/board", DAY, name=name, **more)


GPT = card(
    "openai/gpt-5-mini", "GPT-5 mini", "OpenAI", "GPT-5",
    {"context_tokens": 400_000, "max_input_tokens": 272_000, "max_output_tokens": 128_000, "price_in_usd_per_m": 0.25,
         "price_out_usd_per_m": 2.0, "price_cached_in_usd_per_m": 0.025, "params_total_b": None, "open_weights": False,
         "tool_calling": True, "structured_output": True, "reasoning": True, "modalities": ["text", "image"], "knowledge_cutoff": "2024-05-31",
         "release_date": "2025-08-07", "throughput_tokens_per_s": [fact("throughput_tokens_per_s", 78.4, "speedboard", kind="measured")],
         "time_to_first_token_s": [fact("time_to_first_token_s", 6.2, "speedboard", kind="measured")],
         "benchmarks": [bench("GPQA Diamond", 82.3, "board"), bench("SWE-bench Verified", 59.8, "board"), bench("LMArena Elo", 1389, "arena", unit="Arena rating")]},
    aliases=("gpt5 mini",), runtimes={"openai": "gpt-5-mini"}, origin="US",
)  # fmt: skip
FLASH = card(
    "google/gemini-2.5-flash-lite", "Gemini 2.5 Flash-Lite", "Google", "Gemini 2.5",
    {"context_tokens": 1_048_576, "max_output_tokens": 65_536, "price_in_usd_per_m": 0.10, "price_out_usd_per_m": 0.40, "params_total_b": None,
         "open_weights": False, "tool_calling": True, "structured_output": True, "modalities": ["text", "image", "audio", "video"],
         "knowledge_cutoff": "2025-01", "release_date": "2025-07-22", "languages_official": ["es", "en", "ca", "fr", "de", "pt"],
         "throughput_tokens_per_s": [fact("throughput_tokens_per_s", 291.0, "speedboard", kind="measured")],
         "time_to_first_token_s": [fact("time_to_first_token_s", 0.38, "speedboard", kind="measured")],
         "benchmarks": [bench("GPQA Diamond", 64.6, "board")]},
    runtimes={"google_genai": "gemini-2.5-flash-lite"}, origin="US",
)  # fmt: skip
HAIKU = card(
    "anthropic/claude-haiku-4.5", "Claude Haiku 4.5", "Anthropic", "Claude 4",
    {"context_tokens": 200_000, "max_output_tokens": 64_000, "price_in_usd_per_m": 1.0, "price_out_usd_per_m": 5.0, "params_total_b": None,
         "open_weights": False, "tool_calling": True, "reasoning": True, "modalities": ["text", "image"], "knowledge_cutoff": "2025-02",
         "release_date": "2025-10-15", "throughput_tokens_per_s": [fact("throughput_tokens_per_s", 132.0, "speedboard", kind="measured")],
         "benchmarks": [bench("SWE-bench Verified", 73.3, "board")]},
    aliases=("Haiku 4.5",), origin="US",
)  # fmt: skip
MISTRAL = card(
    "mistral/mistral-small-3.2", "Mistral Small 3.2", "Mistral", "Mistral Small",
    {"context_tokens": 131_072, "price_in_usd_per_m": 0.10, "price_out_usd_per_m": 0.30, "params_total_b": 24.0, "open_weights": True,
         "commercial_use": True, "licence": "Apache 2.0", "tool_calling": True, "modalities": ["text", "image"], "release_date": "2025-06-20",
         "languages_official": ["en", "fr", "es", "de", "it", "pt"], "architecture": "dense", "layers": 40, "training_type": "instruct"},
    runtimes={"ollama": "mistral-small3.2:24b"}, origin="FR",
)  # fmt: skip

QWEN = card(
    "alibaba/qwen3-8b", "Qwen3 8B", "Alibaba", "Qwen3",
    {"params_total_b": 8.2, "context_tokens": 131_072, "max_output_tokens": 38_912, "open_weights": True, "commercial_use": True,
         "licence": "Apache 2.0", "tool_calling": True, "reasoning": True, "modalities": ["text"], "languages_official_count": 119,
         "languages_official": ["es", "en", "ca", "eu", "gl", "zh"], "architecture": "dense", "layers": 36, "kv_heads": 8, "heads": 32, "attention": "GQA",
         "pretraining_tokens_t": 36.0, "release_date": "2025-04-29", "training_type": "instruct", "alignment": ["sft", "grpo"],
         "benchmarks": [bench("MMLU-Pro", 64.3, "board"), bench("LiveCodeBench", 41.5, "board")],
         "languages_measured": [bench("es", 1.62, "euroeval", unit="EuroEval rank score (1 is best)")]},
    runtimes={"ollama": "qwen3:8b", "huggingface": "Qwen/Qwen3-8B"}, origin="CN",
)  # fmt: skip
GEMMA = card(
    "google/gemma-3-12b", "Gemma 3 12B", "Google", "Gemma 3",
    {"params_total_b": 12.2, "context_tokens": 131_072, "max_output_tokens": 8_192, "open_weights": True, "commercial_use": True,
         "licence": "Gemma Terms of Use", "modalities": ["text", "image"], "languages_official_count": 140, "architecture": "dense", "layers": 48,
         "knowledge_cutoff": "2024-08", "release_date": "2025-03-12", "pretraining_tokens_t": 12.0, "training_type": "instruct",
         "sliding_window_tokens": 1024, "benchmarks": [bench("MMLU-Pro", 60.6, "board")]},
    runtimes={"ollama": "gemma3:12b"}, origin="US",
)  # fmt: skip
LLAMA = card(
    "meta/llama-3.1-8b", "Llama 3.1 8B Instruct", "Meta", "Llama 3",
    {"params_total_b": 8.03, "context_tokens": 131_072, "max_output_tokens": 4_096, "open_weights": True, "commercial_use": True,
         "licence": "Llama 3.1 Community License", "tool_calling": True, "modalities": ["text"], "languages_official": ["en", "de", "fr", "it", "pt", "hi", "es", "th"],
         "architecture": "dense", "layers": 32, "knowledge_cutoff": "2023-12", "release_date": "2024-07-23", "pretraining_tokens_t": 15.0,
         "training_type": "instruct", "alignment": ["sft", "rlhf", "dpo"], "benchmarks": [bench("MMLU-Pro", 48.3, "board")]},
    runtimes={"ollama": "llama3.1:8b"}, origin="US",
)  # fmt: skip
SALAMANDRA = card(
    "bsc/salamandra-7b", "Salamandra 7B Instruct", "BSC", "Salamandra",
    {"params_total_b": 7.77, "context_tokens": 8_192, "open_weights": True, "commercial_use": True, "licence": "Apache 2.0",
         "modalities": ["text"], "languages_official": ["es", "ca", "eu", "gl", "en", "fr", "pt"], "architecture": "dense", "layers": 32,
         "release_date": "2024-10-02", "pretraining_tokens_t": 12.875, "training_type": "instruct"},
    origin="ES",
)  # fmt: skip
MOE = card(
    "alibaba/qwen3-30b-a3b", "Qwen3 30B-A3B", "Alibaba", "Qwen3",
    {"params_total_b": 30.5, "params_active_b": 3.3, "context_tokens": 262_144, "open_weights": True, "commercial_use": True, "licence": "Apache 2.0",
         "architecture": "moe", "experts": 128, "experts_active": 8, "tool_calling": True, "modalities": ["text"], "release_date": "2025-07-29"},
    origin="CN",
)  # fmt: skip

BRISA = card(
    "norte/brisa-7b", "Brisa 7B", "Norte AI", "Brisa",
    {"params_total_b": 7.1, "context_tokens": 65_536, "max_output_tokens": 8_192, "price_in_usd_per_m": 0.06, "price_out_usd_per_m": 0.18,
         "open_weights": True, "commercial_use": True, "licence": "MIT", "tool_calling": False, "modalities": ["text"],
         "languages_official": ["es", "en", "pt"], "release_date": "2026-02-11", "architecture": "dense", "training_type": "instruct",
         "benchmarks": [bench("TablaES", 71.4, "board")]},
    origin="ES",
)  # fmt: skip
CUMBRE = card(
    "norte/cumbre-120b-a9b", "Cumbre 120B-A9B", "Norte AI", "Cumbre",
    {"params_total_b": 118.0, "params_active_b": 9.4, "context_tokens": 262_144, "max_output_tokens": 32_768, "price_in_usd_per_m": 0.35,
         "price_out_usd_per_m": 1.4, "open_weights": True, "commercial_use": False, "licence": "Norte Research License", "tool_calling": True,
         "modalities": ["text", "image"], "languages_official": ["es", "en", "pt", "ca"], "release_date": "2026-06-03", "architecture": "moe",
         "experts": 64, "experts_active": 4, "benchmarks": [bench("TablaES", 83.9, "board")]},
    origin="ES",
)  # fmt: skip
OSTRA = card(
    "koral/ostra-3-pro", "Ostra 3 Pro", "Koral Labs", "Ostra 3",
    {"context_tokens": 1_000_000, "max_output_tokens": 100_000, "price_in_usd_per_m": 2.5, "price_out_usd_per_m": 12.5, "params_total_b": None,
         "open_weights": False, "tool_calling": True, "reasoning": True, "modalities": ["text", "image", "audio"], "release_date": "2026-08-19",
         "knowledge_cutoff": "2026-01", "throughput_tokens_per_s": [fact("throughput_tokens_per_s", 96.0, "speedboard", kind="measured")],
         "benchmarks": [bench("TablaES", 88.2, "board")]},
    origin="US",
)  # fmt: skip
OSTRA_MINI = card(
    "koral/ostra-3-mini", "Ostra 3 Mini", "Koral Labs", "Ostra 3",
    {"context_tokens": 400_000, "max_output_tokens": 50_000, "price_in_usd_per_m": 0.3, "price_out_usd_per_m": 1.5, "params_total_b": None,
         "open_weights": False, "tool_calling": True, "modalities": ["text", "image"], "release_date": "2026-08-19"},
    origin="US",
)  # fmt: skip

CARDS = (GPT, FLASH, HAIKU, MISTRAL, QWEN, GEMMA, LLAMA, SALAMANDRA, MOE, BRISA, CUMBRE, OSTRA, OSTRA_MINI)
OTHER_NAMES = (
    "GPT-5", "GPT-5 nano", "GPT-4o", "GPT-4o mini", "GPT-4.1", "o3", "o4-mini", "gpt-oss-20b", "Claude Sonnet 4.5", "Claude Opus 4.1",
    "Gemini 2.5 Pro", "Gemini 2.5 Flash", "Gemma 3 4B", "Gemma 3 27B", "Mistral Large 2", "Mistral Medium 3", "Ministral 8B",
    "Mixtral 8x7B", "Llama 3.2 3B", "Llama 3.3 70B", "Llama 4 Scout", "Qwen3 14B", "Qwen3 32B", "Qwen2.5 7B", "DeepSeek V3", "DeepSeek R1",
    "Phi-4", "Grok 4", "Command A", "Nova Lite", "GLM-4.5", "Kimi K2", "Granite 3.3 8B", "OLMo 2 32B", "Salamandra 2B", "Brisa 2B", "Brisa Pro 2", "Ostra 2",
)  # fmt: skip


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary.of(CARDS, OTHER_NAMES)
