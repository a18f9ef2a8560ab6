"""Wires a language model into the conversation: who writes, who proposes changes to the needs."""

from __future__ import annotations

from advisor.conversation.deps import Context, Deps
from advisor.settings import Settings


def context_for(deps: Deps, settings: Settings) -> Context:
    """The context of a turn under these settings; without a model, the offline one."""
    return Context(deps)
