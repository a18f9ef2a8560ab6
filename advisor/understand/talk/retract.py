"""Needs taken back: "forget the budget", "I don't care about the size any more", "better an API than my PC"."""

from __future__ import annotations

import itertools

from advisor.domain.needs import NEEDS, Change
from advisor.understand.machines.where import about_the_model
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.wishes.residency import residency_given_up
from advisor.understand.words.classes import MACHINES
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading

_TOGETHER = {
    "max_params_b": ("max_params_b", "min_params_b"),
    "tokens_per_month": ("tokens_per_month", "items_per_month", "users", "items_once", "item_tokens", "output_share"),
    "budget_usd_month": ("budget_usd_month", "budget_usd_once", "max_usd_per_item"),
    "vram_gb": ("vram_gb", "ram_gb", "local"),
    "max_price_in_usd_per_m": ("max_price_in_usd_per_m", "max_price_out_usd_per_m"),
    "excluded_vendors": ("excluded_vendors", "excluded_models", "in_place_of"),
}
_TEXT_ALONE = frozenset(
    (("text", "only"), ("only", "text"), ("just", "text"), ("solo", "texto"), ("texto", "solo"), ("texto", "nomas"))
)
_USES = (("comercial",), ("diario",), ("mensual",), ("offline",), ("local",))
"""Words after "the use" that make something else of it."""
_ARTICLES = ("el", "the")
_NEGATED_TOO = frozenset({"budget_usd_month"})


def read_retractions(reading: Reading, acts: Acts) -> list[Change]:
    """A clear for every need whose noun stands under a word of taking back, and the hardware's where an API replaces it."""
    changes: list[Change] = []
    needs = reading.dialogue.needs
    for hit in reading.longest("topic"):
        if acts.keep(hit.start) >= Keep.NAMES:
            continue
        polarity = reading.polarity(hit.start, hit.end)
        if polarity not in ("retracted", "optional") and not (polarity == "no" and hit.value in _NEGATED_TOO):
            continue
        if hit.value == "use_case" and reading.message.words[hit.end : hit.end + 1] in _USES:
            continue
        for key in _TOGETHER.get(hit.value, (_of_the_side(reading, hit.value),)):
            if key in needs and key in NEEDS:
                changes.append(reading.change("clear", key, None, hit.start, hit.end))
    given_up = residency_given_up(reading, acts)
    if given_up and "vendor_origin" in needs:
        changes.append(reading.change("clear", "vendor_origin", None, given_up[0].start, given_up[-1].end))
    return changes + _money(reading, acts) + _text_only(reading, acts) + _moved_away(reading, acts)


def _of_the_side(reading: Reading, key: str) -> str:
    """ "Drop the limit on the output", where what holds is a price of it."""
    price = {"min_output_tokens": "max_price_out_usd_per_m"}.get(key, key)
    return key if key in reading.dialogue.needs else price


_CEILINGS = (
    "budget_usd_month",
    "budget_usd_once",
    "max_usd_per_item",
    "max_price_in_usd_per_m",
    "max_price_out_usd_per_m",
)


def _money(reading: Reading, acts: Acts) -> list[Change]:
    """ "Drop the price thing", "olvida el dinero": whichever ceiling on money holds."""
    taken_back = [
        h
        for h in reading.of("aspect", "cost")
        if acts.keep(h.start) < Keep.NAMES and reading.polarity(h.start, h.end) == "retracted"
    ]
    return [
        reading.change("clear", key, None, h.start, h.end)
        for h in taken_back[:1]
        for key in _CEILINGS
        if key in reading.dialogue.needs
    ]


_ASSUMABLE = frozenset({"tokens_per_month", "vram_gb", "ram_gb", "commercial_use", "languages", "fine_tuning"})


def read_dropped(reading: Reading, acts: Acts) -> tuple[str, ...]:
    """Keys of assumptions that the message takes back ("forget the volume", "do not suppose it is commercial"): nobody
    said them, so there is no need to clear."""
    needs = reading.dialogue.needs
    found: dict[str, None] = {}
    for hit in reading.longest("topic"):
        if acts.keep(hit.start) >= Keep.NAMES or reading.polarity(hit.start, hit.end) != "retracted":
            continue
        together = _TOGETHER.get(hit.value, (hit.value,))
        if not any(key in needs for key in together if key != "local"):
            found |= dict.fromkeys(key for key in together if key in _ASSUMABLE)
    if any(acts.keep(h.start) < Keep.SITUATION for h in reading.of("many_tongues")):
        found["languages"] = None  # of several languages, none is the one people write in
    return tuple(found)


def _text_only(reading: Reading, acts: Acts) -> list[Change]:
    """ "Text only is fine" after pictures were wanted."""
    words = reading.message.words
    for i, (first, second) in enumerate(itertools.pairwise(words)):
        pair = (first, *words[i + 2 : i + 3]) if second in _ARTICLES else (first, second)  # "solo el texto"
        if pair in _TEXT_ALONE and "modalities" in reading.dialogue.needs and acts.keep(i) < Keep.SITUATION:
            return [reading.change("clear", "modalities", None, i, i + 2)]
    return []


def _moved_away(reading: Reading, acts: Acts) -> list[Change]:
    """Going for a hosted model drops the machine, and so does taking the machine back ("screw the droplet")."""
    needs = reading.dialogue.needs
    held = [key for key in ("vram_gb", "ram_gb") if key in needs]
    if acts.machine_let_go:
        return [reading.change("clear", key, None, *acts.machine_let_go) for key in held]
    for hit in reading.of("flag", "remote"):
        heard = acts.keep(hit.start) < Keep.SITUATION and reading.polarity(hit.start, hit.end) == "yes"
        if heard and about_the_model(reading, hit, local=False) and not _besides(reading, hit):
            return [reading.change("clear", key, None, hit.start, hit.end) for key in held]
    for hit in reading.of("machine", *MACHINES):
        if acts.keep(hit.start) < Keep.NAMES and reading.polarity(hit.start, hit.end) == "retracted":
            gone = [*held, *(["local"] if held and needs.flag("local") else [])]
            return [reading.change("clear", key, None, hit.start, hit.end) for key in gone]
    return []


def _besides(reading: Reading, hit: Hit) -> bool:
    """ "Cloud is fine too": on top of the machine, not in its place."""
    _, end = reading.clause(hit.start)
    return reading.has("scope", "add", start=hit.end, end=end)
