"""The hard needs again, one card at a time, in plain Python and from the facts alone: what the columns must agree with."""

from __future__ import annotations

from advisor.domain.cards import Card
from advisor.domain.needs import Needs
from advisor.scoring.homes import EUROPEAN

CLOUD_ONLY_BITS = 4.89
UNIFIED_SHARE = 0.75


def broken(card: Card, needs: Needs, today: str) -> set[str]:
    """Keys of needs that the card does not clearly meet. Languages and licence texts are judged elsewhere."""
    out: set[str] = set()
    if card.status in ("retired", "historical"):
        out.add("status")
    leaves = card.value("deprecation_date")
    if isinstance(leaves, str) and leaves <= today:
        out.add("status")
    out |= {key for key, held in _bounds(card, needs).items() if not held}
    out |= {
        key
        for key in ("open_weights", "commercial_use", "tool_calling", "structured_output")
        if needs.flag(key) and card.value(key) is not True
    }
    if needs.flag("reasoning") and card.value("reasoning") is not True and card.value("training_type") != "reasoning":
        out.add("reasoning")
    if needs.flag("local") and card.value("open_weights") is not True:
        out.add("local")
    if any(wanted not in card.texts("modalities") for wanted in needs.names("modalities")):
        out.add("modalities")
    if card.vendor.lower() in needs.names("excluded_vendors"):
        out.add("excluded_vendors")
    if {card.name.lower(), card.model.lower()} & set(needs.names("excluded_models")):
        out.add("excluded_models")
    homes = {place.upper() for place in needs.names("vendor_origin")}
    if homes and card.origin not in homes and not ("EU" in homes and card.origin in EUROPEAN):
        out.add("vendor_origin")
    kind = card.value("training_type")
    if kind == "base" and needs.text("training_type") != "base":
        out.add("training_type")
    if needs.text("training_type") == "base" and kind != "base":
        out.add("training_type")
    return out | _languages(card, needs) | _memory(card, needs) | _money(card, needs)


def _bounds(card: Card, needs: Needs) -> dict[str, bool]:
    held = {}
    params = card.number("params_total_b")
    window = card.number("context_tokens") or card.number("max_input_tokens")
    for key, have, sign in (
        ("min_context_tokens", window, 1),
        ("max_params_b", params, -1),
        ("min_params_b", params, 1),
    ):
        want = needs.number(key)
        if want is not None:
            held[key] = have is not None and sign * have >= sign * want
    output = needs.number("min_output_tokens")
    if output is not None:
        most = card.number("max_output_tokens")
        if most is None and card.value("open_weights") is True:
            most = window
        held["min_output_tokens"] = most is not None and most >= output
    return held


def _languages(card: Card, needs: Needs) -> set[str]:
    """A complete official list without the language, and no measurement in it either."""
    listed = card.texts("languages_official")
    counted = card.number("languages_official_count") or 0
    if not listed or counted > len(listed):
        return set()
    for code in needs.names("languages"):
        measured = any(card.fact(field, code) for field in ("languages_measured", "language_arena"))
        if code != "en" and code not in listed and not measured:
            return {"languages"}
    return set()


def _memory(card: Card, needs: Needs) -> set[str]:
    """Weights alone at 4 bits against all the memory there is: less than that never runs."""
    vram, ram = needs.number("vram_gb"), needs.number("ram_gb")
    if needs.flag("local") is False or (vram is None and ram is None):
        return set()
    key = "vram_gb" if vram is not None else "ram_gb"
    params = card.number("params_total_b")
    room = (vram or 0.0) + UNIFIED_SHARE * (ram or 0.0)
    return {key} if params is None or params * CLOUD_ONLY_BITS / 8 > room else set()


def _money(card: Card, needs: Needs) -> set[str]:
    out = set()
    pairs = [
        (given.number, paid.number)
        for given in card.all("price_in_usd_per_m")
        for paid in card.all("price_out_usd_per_m")
        if (given.provider, given.variant) == (paid.provider, paid.variant)
    ]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    top_in, top_out = needs.number("max_price_in_usd_per_m"), needs.number("max_price_out_usd_per_m")
    if top_in is not None and not any(a <= top_in for a, _ in known):
        out.add("max_price_in_usd_per_m")
    if top_out is not None and not any(b <= top_out and (top_in is None or a <= top_in) for a, b in known):
        out.add("max_price_out_usd_per_m")
    budget, volume = needs.number("budget_usd_month"), needs.number("tokens_per_month")
    owned = "vram_gb" in needs or "ram_gb" in needs
    local = needs.flag("local") or (owned and needs.flag("local") is not False)
    if budget is not None and not local and not (budget == 0 and card.value("open_weights") is True):
        if not known or (volume is not None and min(min(a, b) for a, b in known) * volume / 1e6 > budget):
            out.add("budget_usd_month")
    return out
