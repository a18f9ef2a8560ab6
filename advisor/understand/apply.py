"""The dialogue after a turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from advisor.domain.hardware import OwnedDevice
from advisor.domain.language import Localised
from advisor.domain.needs import Dialogue, Needs, NeedValue, Understanding, applied


def after(dialogue: Dialogue, understanding: Understanding) -> Dialogue:
    """Pure. Quotes stand in the order in which their needs were last spoken of. What the answer shows and asks (shown, focus, asked, questions) is left to whoever answers.

    A reset drops needs, quotes and devices before the turn's own changes; `asked` is answered or passed over either way.
    """
    emptied = understanding.reset and not understanding.changes
    needs = Needs() if understanding.reset else dialogue.needs
    quotes = {} if understanding.reset else dict(dialogue.quotes)
    needs = applied(needs, understanding.changes)
    for change in understanding.changes:
        if change.op in ("set", "add"):
            quotes.pop(change.key, None)
            quotes[change.key] = change.quote
    supposed, firm_devices = _before_supposing(dialogue, understanding)
    return replace(
        dialogue,
        needs=needs,
        quotes={key: quote for key, quote in quotes.items() if key in needs},
        language=understanding.language,
        shown=() if understanding.reset else dialogue.shown,
        focus=() if understanding.reset else dialogue.focus,
        devices=understanding.devices,
        asked=None,
        dropped=() if understanding.reset else _still_dropped(dialogue, understanding),
        assumed=()
        if emptied
        else tuple(a for a in understanding.assumptions if a.key not in needs and a.key not in understanding.dropped),
        questions=() if understanding.reset else dialogue.questions,
        supposed=supposed,
        firm_devices=firm_devices,
        sized=understanding.sized or ("" if understanding.reset else dialogue.sized),
        spent=understanding.spent or ("" if understanding.reset else dialogue.spent),
        machines=understanding.machines or ("" if understanding.reset else dialogue.machines),
        purse=understanding.purse,
        turns=dialogue.turns + 1,
    )


_BRINGS_BACK = {"items_per_month": "tokens_per_month"}
"""Who drops an assumption and then tells something new to base it on may have it made again."""


def _still_dropped(dialogue: Dialogue, understanding: Understanding) -> tuple[str, ...]:
    back = {_BRINGS_BACK.get(change.key) for change in understanding.changes}
    kept = [key for key in dialogue.dropped if key not in back]
    return tuple(dict.fromkeys((*kept, *understanding.dropped)))


def _before_supposing(
    dialogue: Dialogue, understanding: Understanding
) -> tuple[Mapping[str, NeedValue | None], tuple[OwnedDevice, ...]]:
    """What held before all that is supposed now; what a plain statement sets is supposed no longer."""
    changed = {change.key for change in understanding.changes}
    if understanding.reset:
        return {}, ()
    if not understanding.supposes:
        supposed = {key: value for key, value in dialogue.supposed.items() if key not in changed}
        return supposed, dialogue.firm_devices if supposed else ()
    supposed = {key: dialogue.needs.get(key) for key in sorted(changed)} | dict(dialogue.supposed)
    return supposed, dialogue.firm_devices if dialogue.supposed else dialogue.devices


def joined(beginning: Understanding, end: Understanding) -> Understanding:
    """One reading of a long message: people ask before or after what they paste, so its middle is left alone, aloud."""
    long = Localised(
        "El mensaje es muy largo; he leído el principio y el final.",
        "The message is very long; I read its beginning and its end.",
    )
    first = beginning if beginning.changes or not end.changes else end
    return replace(
        end,
        language=first.language,
        intents=tuple(dict.fromkeys((*first.intents, *beginning.intents, *end.intents))),
        changes=end.changes if end.reset else (*beginning.changes, *end.changes),
        mentions=tuple(dict.fromkeys((*beginning.mentions, *end.mentions))),
        reset=beginning.reset or end.reset,
        notices=tuple(dict.fromkeys((*beginning.notices, *end.notices, long))),
    )
