"""Windows, dates and abilities out of models.dev: its own export, and the newer copy in LangChain's packages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder
from advisor.library.refresh.offers import MODALITIES


def models_dev(raw: RawFolder, key: str) -> Iterator[Finding]:
    row = raw.models_dev[key]
    origin = Origin("modelsdev", "models.dev", "https://models.dev", "2026-07-02")
    limit = row.get("limit") or {}
    yield from _windows(limit.get("context"), limit.get("input"), limit.get("output"), origin)
    flags = {"reasoning": "reasoning", "tool_calling": "tool_call", "structured_output": "structured_output"}
    for field, column in flags.items():
        if isinstance(row.get(column), bool):
            yield _found(field, row[column], origin)
    for field, column in (("release_date", "release_date"), ("knowledge_cutoff", "knowledge")):
        if row.get(column):
            yield _found(field, str(row[column]), origin)
    inputs = (row.get("modalities") or {}).get("input") or ()
    if inputs:
        yield _found("modalities", tuple(kind for kind in MODALITIES if kind in inputs), origin)
    outputs = (row.get("modalities") or {}).get("output") or ()
    if outputs:
        yield _found("modalities_out", tuple(kind for kind in MODALITIES if kind in outputs), origin)


def profile(raw: RawFolder, key: str) -> Iterator[Finding]:
    """A LangChain profile. Its `max_input_tokens` is the window for some models and the largest input for others, and
    for Hugging Face's hosts both limits are the host's: only OpenAI's output limit is taken."""
    row: dict[str, Any] = raw.profiles[key]
    package, date = ("langchain-huggingface", "2026-09-10") if "/" in key else ("langchain-openai", "2026-10-26")
    origin = Origin("profile", f"models.dev, as packed with {package}", f"https://pypi.org/project/{package}/", date)
    largest_in, largest_out = row.get("max_input_tokens") or 0, row.get("max_output_tokens") or 0
    if "/" not in key and 0 < largest_out < largest_in:
        yield _found("max_output_tokens", largest_out, origin)
    flags = {"reasoning": "reasoning_output", "tool_calling": "tool_calling", "structured_output": "structured_output"}
    for field, column in flags.items():
        if isinstance(row.get(column), bool):
            yield _found(field, row[column], origin)
    if row.get("release_date"):
        yield _found("release_date", row["release_date"], origin)
    inputs = tuple(kind for kind in MODALITIES if row.get(f"{kind}_inputs"))
    if inputs:
        yield _found("modalities", inputs, origin)


def _windows(window: Any, largest_in: Any, largest_out: Any, origin: Origin) -> Iterator[Finding]:
    if isinstance(window, int) and window > 0:
        yield _found("context_tokens", window, origin)
        if isinstance(largest_in, int) and 0 < largest_in < window:
            yield _found("max_input_tokens", largest_in, origin)
        if isinstance(largest_out, int) and 0 < largest_out < window:  # Equal limits mean "not given".
            yield _found("max_output_tokens", largest_out, origin)


def _found(field: str, value: bool | int | str | tuple[str, ...], origin: Origin) -> Finding:
    return Finding(field, value, "declared", origin, Trust.AGGREGATOR)
