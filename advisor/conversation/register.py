"""How a person talks about models: with the trade's words, or without any."""

from __future__ import annotations

import re
from collections.abc import Iterable

from advisor.domain.needs import NEEDS, Needs

_EVERYDAY_NEEDS = frozenset(
    {
        "use_case",
        "languages",
        "budget_usd_month",
        "items_per_month",
        "items_once",
        "users",
        "budget_usd_once",
        "tokens_per_month",
        "min_context_tokens",
        "priority",
        "local",
        "commercial_use",
        "latency",
        "modalities",
        "vendor_origin",
        "excluded_vendors",
        "in_place_of",
        "mentioned_models",
    }
)
"""What anyone may ask for, lengths in pages and words among it; whoever asks for anything else knows what it is."""
_TRADE_USES = frozenset({"coding", "rag", "agent", "extraction", "classification", "sentiment", "semantic_search"})
_TRADE_WORDS = re.compile(
    r"\b(?:tokens?|llms?|gpus?|cpu|v?ram|api|apis|rag|lora|qlora|moe|json|gguf|ollama|llama\.cpp|transformers?|embeddings?"
    r"|fine.?tun\w+|cuanti\w+|quanti\w+|par[aá]metr\w+|parameters?|contexto|context|prompts?|latenc\w+|throughput"
    r"|inferenc\w+|open.?source|open.?weights?|pesos abiertos|python|javascript|sql|benchmarks?|backend|servidor\w*|server\w*"
    r"|on.?prem\w*|rtx|\d{4} ?ti|[34]0[5-9]0|\d+ ?b)\b",
    re.IGNORECASE,
)


def plain(needs: Needs, texts: Iterable[str]) -> bool:
    """Whether nothing said so far is a word of the trade, so that the answer has to explain its own."""
    if any(key not in _EVERYDAY_NEEDS for key in needs.values if key in NEEDS):
        return False
    return needs.text("use_case") not in _TRADE_USES and not any(_TRADE_WORDS.search(text[:2000]) for text in texts)
