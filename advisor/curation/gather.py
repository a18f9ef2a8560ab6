"""Asking every source that an entry of the plan names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from advisor.curation import architecture, benchmarks, languages, limits, list_prices, prices, tuning
from advisor.curation.findings import Finding
from advisor.curation.mistral import mistral
from advisor.curation.plan import Entry
from advisor.curation.raw import RawFolder
from advisor.errors import KnowledgeError


def gather(raw: RawFolder, entry: Entry) -> list[Finding]:
    """Everything that the sources say, curated facts first. Raises KnowledgeError naming every key that is not there."""
    found, missing = list(entry.curated), []
    for key, name in entry.keys.items():
        if key in _ASK:
            try:
                found += _ASK[key](raw, name, entry)
            except KeyError as error:
                missing.append(f"{key}: {error}")
    if missing:
        said = "; ".join(missing)
        raise KnowledgeError(
            es=f"{entry.model}: claves que no están en su fuente: {said}.",
            en=f"{entry.model}: keys that their source does not have: {said}.",
        )
    curated = {finding.slot for finding in entry.curated}
    return [f for f in found if f.slot in curated or not _left_out(f, entry.leave_out)]


def _litellm(raw: RawFolder, key: str, entry: Entry) -> Iterator[Finding]:
    return prices.own_api(raw, key, entry.head["vendor"], entry.keys.get("input_only", False))


def _hosts(raw: RawFolder, keys: dict[str, str], _: Entry) -> Iterator[Finding]:
    for provider, key in keys.items():
        yield from prices.host(raw, key, provider)


def _artificial_analysis(raw: RawFolder, slugs: list[str], _: Entry) -> Iterator[Finding]:
    """The first variant stands for the model; the others only tell how fast they answer."""
    yield from benchmarks.artificial_analysis(raw, slugs[0])
    for slug in slugs:
        yield from benchmarks.speed(raw, slug)


_ASK: dict[str, Callable[[RawFolder, Any, Entry], Iterable[Finding]]] = {
    "mistral": lambda raw, key, entry: mistral(raw, key, entry.keys.get("mistral_weights")),
    "litellm": _litellm,
    "genai": lambda raw, key, entry: list_prices.genai_prices(raw, key, entry.head["vendor"]),
    "hosts": _hosts,
    "models_dev": lambda raw, key, _: limits.models_dev(raw, key),
    "profile": lambda raw, key, _: limits.profile(raw, key),
    "config": lambda raw, key, entry: architecture.configuration(raw, key, not entry.keys.get("packed", False)),
    "size": lambda raw, key, _: architecture.weights_size(raw, key),
    "vllm": lambda raw, key, _: architecture.vllm(raw, key),
    "aa": _artificial_analysis,
    "arena": lambda raw, key, _: benchmarks.arena_text(raw, key),
    "vision": lambda raw, key, _: benchmarks.arena_vision(raw, key),
    "webdev": lambda raw, key, _: benchmarks.arena_webdev(raw, key),
    "livebench": lambda raw, key, _: benchmarks.livebench(raw, key),
    "aider": lambda raw, key, _: benchmarks.aider(raw, key),
    "vectara": lambda raw, key, _: benchmarks.vectara(raw, key),
    "llm_stats": lambda raw, key, _: benchmarks.llm_stats(raw, key),
    "euroeval": lambda raw, key, _: languages.euroeval(raw, key),
    "llama_factory": lambda _raw, listed, _: tuning.llama_factory() if listed else (),
    "swift": lambda raw, key, _: tuning.swift(raw, key),
    "tinker": lambda raw, key, _: tuning.tinker(raw, key),
}


def _left_out(finding: Finding, leave_out: tuple[str, ...]) -> bool:
    return finding.field in leave_out or f"{finding.field}:{finding.name or finding.provider}" in leave_out
