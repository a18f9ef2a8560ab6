"""What each use asks of a model, from knowledge/use_cases.yaml, and the benchmarks' table: typed and checked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from advisor.domain.factors import FACTORS, Factor
from advisor.domain.fields import CAPABILITIES
from advisor.domain.language import Localised
from advisor.domain.needs import USE_CASES
from advisor.errors import KnowledgeError
from advisor.scoring.table import FLAGS

Part = Literal["quality", "cost", "speed"]
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True)
class Item:
    """What one call of a use is like where nobody said: tokens read and written, and in words what they stand for."""

    tokens_in: int
    tokens_out: int
    what: Localised


@dataclass(frozen=True)
class UseCase:
    """One use. Shares of `weights`, `performance` and `capabilities` sum to 1; sizes in billions of parameters."""

    name: str
    weights: Mapping[Factor, float]
    performance: Mapping[Part, float]
    capabilities: Mapping[str, float]
    size_low_b: float
    size_high_b: float
    context: int
    tokens_per_month: int
    item: Item
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    requires: tuple[str, ...]
    helps: tuple[str, ...]
    rationale: str

    @property
    def output_share(self) -> float:
        """Of the tokens of the use, those that are written."""
        return self.item.tokens_out / (self.item.tokens_in + self.item.tokens_out)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`capability` is one of CAPABILITIES. `scale`: "percent", "fraction", "elo", "rank" or "index" (any linear scale)."""

    name: str
    capability: str
    higher_is_better: bool = True
    scale: str = "percent"


def parse_use_cases(raw: Mapping[str, Any]) -> Mapping[str, UseCase]:
    """Every use of the contract, defaults filled in. Raises KnowledgeError naming the use and the key."""
    defaults, uses = raw.get("defaults", {}), raw.get("uses", {})
    missing = [name for name in USE_CASES if name not in uses]
    if missing:
        raise _wrong(", ".join(missing), "falta", "is missing")
    return {name: _use_case(name, {**defaults, **(uses[name] or {})}) for name in USE_CASES}


def parse_benchmarks(raw: Mapping[str, Any]) -> Mapping[str, Benchmark]:
    """Raises KnowledgeError where a capability is not known."""
    table = {}
    for name, entry in raw.items():
        if entry.get("capability") not in CAPABILITIES:
            raise _wrong(f"benchmarks: {name}", "la capacidad no existe", "the capability does not exist")
        table[name] = Benchmark(
            name, entry["capability"], bool(entry.get("higher_is_better", True)), str(entry.get("scale", "percent"))
        )
    return table


def _use_case(name: str, entry: Mapping[str, Any]) -> UseCase:
    for key, allowed in (("inputs", None), ("outputs", None), ("requires", FLAGS), ("helps", FLAGS)):
        if allowed and not set(entry.get(key, ())) <= set(allowed):
            raise _wrong(f"{name}.{key}", "no son datos de la ficha", "are no flags of a card")
    size = entry["size_b"]
    low, high = float(size["low"]), float(size.get("high", math.inf))
    if not 0 < low <= high:
        raise _wrong(f"{name}.size_b", "no es un intervalo", "is no range")
    return UseCase(
        name=name,
        weights=_shares(f"{name}.weights", entry["weights"], FACTORS),
        performance=_shares(f"{name}.performance", entry["performance"], PARTS),
        capabilities=_shares(f"{name}.capabilities", entry["capabilities"], CAPABILITIES),
        size_low_b=low,
        size_high_b=high,
        context=int(entry["context"]),
        tokens_per_month=int(entry["tokens_per_month"]),
        item=_item(name, entry["item"]),
        inputs=tuple(entry.get("inputs", ())),
        outputs=tuple(entry.get("outputs", ())),
        requires=tuple(entry.get("requires", ())),
        helps=tuple(entry.get("helps", ())),
        rationale=str(entry["rationale"]),
    )


def _item(name: str, raw: Mapping[str, Any]) -> Item:
    if not {"in", "out", "es", "en"} <= set(raw) or int(raw["in"]) <= 0 or int(raw["out"]) < 0:
        raise _wrong(f"{name}.item", "no dice qué se lee y qué se escribe", "does not say what is read and written")
    return Item(int(raw["in"]), int(raw["out"]), Localised(str(raw["es"]), str(raw["en"])))


def _shares(where: str, raw: Mapping[str, float], allowed: tuple[Any, ...]) -> dict[Any, float]:
    if not raw or not set(raw) <= set(allowed) or min(raw.values()) < 0 or sum(raw.values()) <= 0:
        raise _wrong(where, "tiene claves o valores que no sirven", "has keys or values that cannot be used")
    total = float(sum(raw.values()))
    return {key: value / total for key, value in raw.items()}


def _wrong(where: str, es: str, en: str) -> KnowledgeError:
    return KnowledgeError(f"Tabla de usos: {where} {es}.", f"Use case table: {where} {en}.")
