"""Which frameworks can tune a model: support by the framework, not by the vendor."""

from __future__ import annotations

from collections.abc import Iterator

from advisor.curation.findings import Finding, Origin, Trust
from advisor.curation.raw import RawFolder


def llama_factory() -> Iterator[Finding]:
    """For models whose family and size stand in LLaMA-Factory's table; the plan says which."""
    yield _methods(
        Origin("llamafactory", "LLaMA-Factory", "https://github.com/hiyouga/LLaMA-Factory", "2026-08-18"),
        "LLaMA-Factory",
        ("sft", "lora", "qlora", "full", "dpo"),
    )


def swift(raw: RawFolder, repository: str) -> Iterator[Finding]:
    """For a Hugging Face repository in ms-swift's table."""
    if f"[{repository}](https://huggingface.co/{repository})" not in raw.swift:
        raise KeyError(repository)
    url = "https://github.com/modelscope/ms-swift/blob/main/docs/source_en/Instruction/Supported-models-and-datasets.md"
    yield _methods(Origin("swift", "ms-swift", url, "2026-08-22"), "ms-swift", ("sft", "lora", "full"))


def tinker(raw: RawFolder, repository: str) -> Iterator[Finding]:
    if f"`{repository}`" not in raw.tinker:
        raise KeyError(repository)
    url = "https://github.com/thinking-machines-lab/tinker-cookbook"
    yield _methods(Origin("tinker", "Tinker model line-up", url, "2026-08-19"), "Tinker", ("sft", "lora"))


def _methods(origin: Origin, provider: str, methods: tuple[str, ...]) -> Finding:
    return Finding("fine_tuning_methods", methods, "declared", origin, Trust.AGGREGATOR, provider=provider)
