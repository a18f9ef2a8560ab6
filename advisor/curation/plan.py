"""The plan: which cards there are, what each source calls the model, and what people read on vendors' pages.

One file a vendor, `knowledge/curation/<vendor>.yaml`; `knowledge/README.md` shows the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advisor.curation.findings import Finding, Origin, Trust
from advisor.domain.fields import FIELDS
from advisor.errors import KnowledgeError
from advisor.library.plain_yaml import PlainYamlError, read_plain

KEYS = (
    *("litellm", "input_only", "genai", "hosts", "models_dev", "profile", "mistral", "mistral_weights"),
    *("config", "packed", "size", "vllm", "llama_factory", "swift", "tinker"),
    *("aa", "arena", "vision", "webdev", "livebench", "aider", "vectara", "llm_stats", "euroeval"),
)


@dataclass(frozen=True)
class Entry:
    """One card to be. `head` is what the card says besides facts; `keys` maps a source to the model's name there."""

    model: str
    head: dict[str, Any]
    keys: dict[str, Any]
    curated: tuple[Finding, ...]
    leave_out: tuple[str, ...] = field(default=())
    """Fields (or "field:name") whose findings are known to be wrong and that nobody has curated."""


def read_plan(folder: Path) -> list[Entry]:
    """All entries, by id. Raises KnowledgeError with file and reason."""
    entries = [entry for file in sorted(folder.glob("*.yaml")) for entry in _read_file(file)]
    ids = [entry.model for entry in entries]
    twice = sorted({model for model in ids if ids.count(model) > 1})
    if twice:
        raise _error(folder, f"planned twice: {', '.join(twice)}")
    return sorted(entries, key=lambda entry: entry.model)


def _read_file(file: Path) -> Iterator[Entry]:
    try:
        raw = read_plain(file.read_text(encoding="utf-8"))
    except PlainYamlError as error:
        raise _error(file, str(error)) from error
    groups = raw.get("groups") or []
    known = {card["model"] for card in raw["cards"]}
    for group in groups:
        strangers = set(group["cards"]) - known
        if strangers:
            raise _error(file, f"a group names no card of this file: {', '.join(sorted(strangers))}")
    for card in raw["cards"]:
        unknown = set(card.get("keys", {})) - set(KEYS)
        if unknown:
            raise _error(file, f"{card['model']}: unknown keys {', '.join(sorted(unknown))}")
        sources = {**raw.get("sources", {}), **card.get("sources", {})}
        layers = [group["facts"] for group in groups if card["model"] in group["cards"]] + [card.get("facts", {})]
        facts: dict[str, Any] = {}
        for layer in layers:  # A later group, and last the card itself, replaces a field as a whole.
            facts.update(layer)
        yield Entry(
            model=card["model"],
            head={
                "name": card["name"],
                "vendor": raw["vendor"],
                "family": card["family"],
                "status": card["status"],
                "origin": raw.get("origin"),
                "aliases": card.get("aliases", []),
                "runtimes": card.get("runtimes", {}),
                "successor": card.get("successor"),
            },
            keys=card.get("keys", {}),
            curated=tuple(_curated(file, card["model"], facts, sources)),
            leave_out=tuple(card.get("leave_out", ())),
        )


def _curated(file: Path, model: str, facts: dict[str, Any], sources: dict[str, Any]) -> Iterator[Finding]:
    for name, given in facts.items():
        if name not in FIELDS:
            raise _error(file, f"{model}: {name} is not a field")
        for row in given if isinstance(given, list) else [given]:
            source = sources.get(row.get("source"))
            if source is None:
                raise _error(file, f"{model}: {name}: no source {row.get('source')!r}")
            value = row.get("value")
            kind = row.get("kind", "not_disclosed" if value is None else "declared")
            yield Finding(
                name,
                tuple(value) if isinstance(value, list) else value,
                kind,
                Origin(row["source"], source["title"], source["url"], str(row.get("date", source["date"]))),
                Trust.CURATED,
                name=row.get("name"),
                provider=row.get("provider"),
                variant=row.get("variant"),
                url=row.get("url"),
            )


def _error(path: Path, reason: str) -> KnowledgeError:
    return KnowledgeError(es=f"{path}: plan incorrecto: {reason}.", en=f"{path}: wrong plan: {reason}.")
