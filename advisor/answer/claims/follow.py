"""What the next sentence is read against: the thread after a sentence."""

from __future__ import annotations

from dataclasses import replace

from advisor.answer.claims.owners import Owners
from advisor.answer.claims.thread import Thread


def follow(thread: Thread, owners: Owners, line_start: bool, heading: bool, listed: bool = False) -> Thread:
    """The thread after a sentence. At the start of a line a name at its head becomes the anchor of what follows.

    `listed`: the line is an item of a list, so that a name at its head is a label and leaves no doubt whom the rest is about.
    """
    named = [m for m in owners.named if m.models or m.kind == "stranger"]
    recent = list(thread.recent)
    for mention in named:
        for model in mention.models[:1] if mention.kind == "model" or len(mention.models) == 1 else ():
            recent = [r for r in recent if r != model] + [model]
    mains = [m for m in named if m not in owners.references]
    order = dict.fromkeys((*thread.order, *(m.models[0] for m in named if len(m.models) == 1)))
    thread = replace(thread, recent=tuple(recent[-6:]), order=tuple(order))
    if not mains:
        return thread
    subject = tuple(dict.fromkeys(model for m in mains for model in m.models))
    heads = heading or (line_start and mains[0].start <= 24)
    return replace(
        thread,
        subject=subject,
        anchor=mains[0].models if heads else thread.anchor,
        labelled=(heading or listed) if heads else thread.labelled,
        rivals=(),
        stranger=all(m.kind == "stranger" for m in mains),
    )
