"""What a card may say: every field with its factor, type, unit and plausible range.

The loader checks cards against this table, and answers take units and labels from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from advisor.domain.factors import Factor
from advisor.domain.language import Localised
from advisor.domain.licences import LICENCE_LIMITS

ValueType = Literal["number", "integer", "bool", "text", "list", "date"]


@dataclass(frozen=True, slots=True)
class Field:
    """`many`: the field holds a list of facts (prices by provider, benchmarks by name).

    `low`/`high`: closed range that a number must lie in; outside is taken for a slip, not a record.
    `choices`: the only texts (or list members) allowed; empty means any.
    `pattern`: what each text, list member or (where `keys` asks for it) name must match in full.
    `keys`: what each fact of the field must carry besides its value: "name", "provider", "variant". The variant of a
    price "above an input size" is that size in tokens; that of an "announced" price is the day from which it holds.
    """

    name: str
    factor: Factor
    type: ValueType
    label: Localised
    unit: str | None = None
    many: bool = False
    low: float | None = None
    high: float | None = None
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    keys: tuple[str, ...] = ()


LANGUAGE_CODE = r"[a-z]{2,3}(-[A-Z][A-Za-z]+)?"
"""ISO 639-1 where there is a code, else 639-3, with a region or script where the vendor names one (pt-BR)."""


def _f(
    name: str,
    factor: Factor,
    type_: ValueType,
    es: str,
    en: str,
    unit: str | None = None,
    *,
    many: bool = False,
    low: float | None = None,
    high: float | None = None,
    choices: tuple[str, ...] = (),
    pattern: str | None = None,
    keys: tuple[str, ...] = (),
) -> Field:
    return Field(name, factor, type_, Localised(es, en), unit, many, low, high, choices, pattern, keys)


def _price(name: str, es: str, en: str, high: float, *keys: str) -> Field:
    """What a provider asks; `keys`: what tells it from its other prices."""
    unit = "USD per million tokens"
    return _f(name, "performance", "number", es, en, unit, many=True, low=0, high=high, keys=("provider", *keys))


CAPABILITIES = (
    "chat",
    "coding",
    "reasoning",
    "long_context",
    "agents",
    "factuality",
    "vision",
    "knowledge",
    "language",
)

_ALL = (
    _f(
        "languages_official",
        "language",
        "list",
        "idiomas oficiales",
        "official languages",
        pattern=LANGUAGE_CODE,
    ),
    _f(
        "languages_official_count",
        "language",
        "integer",
        "número de idiomas declarados",
        "number of declared languages",
        low=1,
        high=2000,
    ),
    _f(
        "languages_measured",
        "language",
        "number",
        "calidad medida por idioma",
        "measured quality by language",
        "EuroEval rank score (1 is best)",
        many=True,
        low=0.5,
        high=100,
        pattern=LANGUAGE_CODE,
        keys=("name",),
    ),
    _f(
        "language_arena",
        "language",
        "number",
        "LMArena por idioma",
        "LMArena by language",
        "Arena rating",
        many=True,
        low=500,
        high=2500,
        pattern=LANGUAGE_CODE,
        keys=("name",),
    ),
    _f("programming_languages", "language", "list", "lenguajes de programación", "programming languages"),
    _f("params_total_b", "size", "number", "parámetros totales", "total parameters", "billion", low=0.01, high=20000),
    _f("params_active_b", "size", "number", "parámetros activos", "active parameters", "billion", low=0.01, high=5000),
    _f(
        "relative_size",
        "size",
        "text",
        "tamaño relativo",
        "relative size",
        choices=("nano", "mini", "small", "medium", "large", "frontier"),
    ),
    _f(
        "context_tokens",
        "context",
        "integer",
        "ventana de contexto",
        "context window",
        "tokens",
        low=512,
        high=20_000_000,
    ),
    _f("max_input_tokens", "context", "integer", "entrada máxima", "maximum input", "tokens", low=512, high=20_000_000),
    _f("max_output_tokens", "context", "integer", "salida máxima", "maximum output", "tokens", low=64, high=2_000_000),
    _f("open_weights", "customization", "bool", "pesos abiertos", "open weights"),
    _f("licence", "customization", "text", "licencia", "licence"),
    _f("commercial_use", "customization", "bool", "uso comercial", "commercial use"),
    _f(
        "licence_limits",
        "customization",
        "list",
        "límites de la licencia",
        "licence limits",
        choices=tuple(LICENCE_LIMITS),
    ),
    _f("derivatives_allowed", "customization", "bool", "modelos derivados permitidos", "derivative models allowed"),
    _f(
        "fine_tuning_api",
        "customization",
        "text",
        "ajuste fino por API",
        "fine-tuning by API",
        many=True,
        keys=("provider",),
    ),
    _f(
        "fine_tuning_methods",
        "customization",
        "list",
        "métodos de ajuste fino",
        "fine-tuning methods",
        many=True,
        keys=("provider",),
        choices=("sft", "lora", "qlora", "peft", "full", "dpo", "rft", "distillation", "continued_pretraining"),
    ),
    _price("price_in_usd_per_m", "precio de entrada", "input price", 1000),
    _price("price_out_usd_per_m", "precio de salida", "output price", 2000),
    _price("price_cached_in_usd_per_m", "precio de entrada en caché", "cached input price", 1000),
    _price("price_batch_in_usd_per_m", "precio de entrada por lotes", "batch input price", 1000),
    _price("price_batch_out_usd_per_m", "precio de salida por lotes", "batch output price", 2000),
    _price(
        "price_in_long_usd_per_m",
        "precio de entrada por encima de un tamaño de entrada",
        "input price above an input size",
        1000,
        "variant",
    ),
    _price(
        "price_out_long_usd_per_m",
        "precio de salida por encima de un tamaño de entrada",
        "output price above an input size",
        2000,
        "variant",
    ),
    _price("price_in_next_usd_per_m", "precio de entrada anunciado", "announced input price", 1000, "variant"),
    _price("price_out_next_usd_per_m", "precio de salida anunciado", "announced output price", 2000, "variant"),
    _f(
        "throughput_tokens_per_s",
        "performance",
        "number",
        "velocidad medida en API",
        "measured API speed",
        "tokens/s",
        many=True,
        low=0.1,
        high=20000,
        keys=("provider",),
    ),
    _f(
        "time_to_first_token_s",
        "performance",
        "number",
        "tiempo hasta el primer token de respuesta",
        "time to first answer token",
        "s",
        many=True,
        low=0.01,
        high=600,
        keys=("provider",),
    ),
    _f(
        "benchmarks",
        "performance",
        "number",
        "prueba de referencia",
        "benchmark",
        many=True,
        low=-100,
        high=10000,
        keys=("name",),
    ),
    _f(
        "training_type",
        "training",
        "text",
        "tipo de entrenamiento",
        "training type",
        choices=("base", "instruct", "chat", "reasoning"),
    ),
    _f("alignment", "training", "list", "método de alineación", "alignment method"),
    _f("reasoning", "training", "bool", "razonamiento explícito", "explicit reasoning"),
    _f("knowledge_cutoff", "training", "date", "fecha de corte del conocimiento", "knowledge cutoff"),
    _f("release_date", "training", "date", "fecha de publicación", "release date"),
    _f("deprecation_date", "training", "date", "fecha de retirada", "retirement date"),
    _f(
        "architecture",
        "architecture",
        "text",
        "arquitectura",
        "architecture",
        choices=("dense", "moe", "hybrid", "hybrid-moe", "ssm", "diffusion"),
    ),
    _f("layers", "architecture", "integer", "capas", "layers", low=1, high=1000),
    _f(
        "checkpoint_gb",
        "architecture",
        "number",
        "tamaño de los pesos publicados",
        "size of the published weights",
        "GB",
        low=0.05,
        high=10_000,
    ),
    _f("hidden_size", "architecture", "integer", "dimensión oculta", "hidden size", low=32, high=100_000),
    _f("heads", "architecture", "integer", "cabezas de atención", "attention heads", low=1, high=1024),
    _f("kv_heads", "architecture", "integer", "cabezas KV", "KV heads", low=1, high=1024),
    _f("head_dim", "architecture", "integer", "dimensión por cabeza", "head dimension", low=8, high=1024),
    _f(
        "kv_layers",
        "architecture",
        "integer",
        "capas con caché KV completa",
        "layers with a full KV cache",
        low=0,
        high=1000,
    ),
    _f(
        "sliding_window_tokens",
        "architecture",
        "integer",
        "ventana deslizante",
        "sliding window",
        "tokens",
        low=64,
        high=1_000_000,
    ),
    _f(
        "sliding_window_layers",
        "architecture",
        "integer",
        "capas con ventana deslizante",
        "sliding-window layers",
        low=0,
        high=1000,
    ),
    _f("kv_lora_rank", "architecture", "integer", "rango latente de MLA", "MLA latent rank", low=8, high=8192),
    _f(
        "attention",
        "architecture",
        "text",
        "tipo de atención",
        "attention type",
        choices=("MHA", "MQA", "GQA", "MLA", "hybrid-linear", "sparse"),
    ),
    _f("experts", "architecture", "integer", "expertos", "experts", low=2, high=4096),
    _f("experts_active", "architecture", "integer", "expertos activos", "active experts", low=1, high=512),
    _f("vocabulary_size", "architecture", "integer", "vocabulario", "vocabulary size", low=1000, high=1_000_000),
    _f(
        "pretraining_tokens_t",
        "architecture",
        "number",
        "tokens de preentrenamiento",
        "pre-training tokens",
        "trillion tokens",
        low=0.001,
        high=500,
    ),
    _f(
        "modalities",
        "architecture",
        "list",
        "modalidades de entrada",
        "input modalities",
        choices=("text", "image", "audio", "video", "pdf"),
    ),
    _f(
        "modalities_out",
        "architecture",
        "list",
        "modalidades de salida",
        "output modalities",
        choices=("text", "image", "audio", "video", "embedding"),
    ),
    _f("tool_calling", "training", "bool", "llamada a herramientas", "tool calling"),
    _f("structured_output", "training", "bool", "salida estructurada", "structured output"),
)

FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
