"""What the next sentence is read against: the thread after a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from advisor.answer.claims.owners import Owners
from advisor.answer.claims.thread import Thread

_ITS = re.compile(r"\b(?:its|sus?)\b(?! (?:lado|parte|vez|caso|lugar)\b)")
""" "Its successor is B", "that of its predecessor, B, is taken": the next one may well go on about whose it is."""


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
    leans = not line_start and _ITS.search(owners.folded[: mains[0].start])
    heads = heading or (line_start and mains[0].start <= 24)
    return replace(
        thread,
        subject=subject,
        anchor=mains[0].models if heads else thread.anchor,
        labelled=(heading or listed) if heads else thread.labelled,
        rivals=tuple(m for m in thread.subject if m not in subject) if leans else (),
        stranger=all(m.kind == "stranger" for m in mains),
    )


def kept(thread: Thread, before: Thread) -> Thread:
    """The thread after a sentence that is not shown: the next one is read right after what stood before it, too."""
    if thread.subject == before.subject and not thread.stranger:
        return thread
    rivals = dict.fromkeys((*thread.rivals, *before.subject, *before.rivals))
    return replace(thread, rivals=tuple(m for m in rivals if m not in thread.subject))
