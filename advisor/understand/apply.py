"""The dialogue after a turn."""

from __future__ import annotations

from dataclasses import replace

from advisor.domain.needs import Dialogue, Needs, Understanding, applied


def after(dialogue: Dialogue, understanding: Understanding) -> Dialogue:
    """Pure. Quotes stand in the order in which their needs were last spoken of. What the answer shows and asks (shown, focus, asked, questions) is left to whoever answers.

    A reset drops needs, quotes and devices before the turn's own changes; `asked` is answered or passed over either way.
    """
    needs = Needs() if understanding.reset else dialogue.needs
    quotes = {} if understanding.reset else dict(dialogue.quotes)
    needs = applied(needs, understanding.changes)
    for change in understanding.changes:
        if change.op in ("set", "add"):
            quotes.pop(change.key, None)
            quotes[change.key] = change.quote
    return replace(
        dialogue,
        needs=needs,
        quotes={key: quote for key, quote in quotes.items() if key in needs},
        language=understanding.language,
        shown=() if understanding.reset else dialogue.shown,
        focus=() if understanding.reset else dialogue.focus,
        devices=understanding.devices,
        asked=None,
        dropped=() if understanding.reset else dialogue.dropped,
        questions=() if understanding.reset else dialogue.questions,
        turns=dialogue.turns + 1,
    )
