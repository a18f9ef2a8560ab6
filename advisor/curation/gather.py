"""Asking every source that an entry of the plan names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.curation import architecture, benchmarks, languages, limits, prices, tuning
from advisor.curation.findings import Finding
from advisor.curation.mistral import mistral
from advisor.curation.plan import Entry
from advisor.curation.raw import RawFolder
from advisor.errors import KnowledgeError


def gather(raw: RawFolder, entry: Entry) -> list[Finding]:
    """Everything that the sources say, curated facts first. Raises KnowledgeError where a source lacks a key."""
    try:
        found = [*entry.curated, *_asked(raw, entry)]
    except KeyError as error:
        raise KnowledgeError(
            es=f"{entry.model}: ninguna fuente tiene la clave {error}.",
            en=f"{entry.model}: no source has the key {error}.",
        ) from error
    curated = {finding.field for finding in entry.curated}
    return [f for f in found if not (_left_out(f, entry.leave_out) and f.field not in curated)]


def _asked(raw: RawFolder, entry: Entry) -> Iterator[Finding]:
    keys, vendor = entry.keys, entry.head["vendor"]
    if "mistral" in keys:
        yield from mistral(raw, keys["mistral"], keys.get("mistral_weights"))
    if "litellm" in keys:
        yield from prices.own_api(raw, keys["litellm"], vendor, keys.get("input_only", False))
    for provider, key in keys.get("hosts", {}).items():
        yield from prices.host(raw, key, provider)
    if "models_dev" in keys:
        yield from limits.models_dev(raw, keys["models_dev"])
    if "profile" in keys:
        yield from limits.profile(raw, keys["profile"])
    if "config" in keys:
        yield from architecture.configuration(raw, keys["config"], not keys.get("packed", False))
    if "vllm" in keys:
        yield from architecture.vllm(raw, keys["vllm"])
    yield from _measured(raw, keys)
    if keys.get("llama_factory"):
        yield from tuning.llama_factory()
    if "swift" in keys:
        yield from tuning.swift(raw, keys["swift"])
    if "tinker" in keys:
        yield from tuning.tinker(raw, keys["tinker"])


def _measured(raw: RawFolder, keys: dict[str, Any]) -> Iterator[Finding]:
    for number, (slug, variant) in enumerate(keys.get("aa", {}).items()):
        if number == 0:  # The first variant stands for the model; the others only tell how fast they answer.
            yield from benchmarks.artificial_analysis(raw, slug, variant)
        yield from benchmarks.speed(raw, slug, variant)
    for key, ask in _BOARDS.items():
        if key in keys:
            yield from ask(raw, keys[key])
    if "euroeval" in keys:
        yield from languages.euroeval(raw, keys["euroeval"])


_BOARDS = {
    "arena": benchmarks.arena_text,
    "vision": benchmarks.arena_vision,
    "webdev": benchmarks.arena_webdev,
    "livebench": benchmarks.livebench,
    "aider": benchmarks.aider,
    "vectara": benchmarks.vectara,
    "llm_stats": benchmarks.llm_stats,
}


def _left_out(finding: Finding, leave_out: tuple[str, ...]) -> bool:
    return finding.field in leave_out or f"{finding.field}:{finding.name or finding.provider}" in leave_out
