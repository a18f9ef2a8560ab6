"""The catalogue as columns: one numpy array a field, built once, so that a ranking never walks over cards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.scoring.succession import heirs, siblings

Floats = NDArray[np.float64]
States = NDArray[np.int8]
"""Three-valued truth, one element a card: YES, NO or UNKNOWN."""
Indices = NDArray[np.intp]

YES, NO, UNKNOWN = 1, -1, 0

NUMBERS = (
    "params_total_b",
    "params_active_b",
    "context_tokens",
    "max_input_tokens",
    "max_output_tokens",
    "layers",
    "checkpoint_gb",
    "hidden_size",
    "heads",
    "kv_heads",
    "head_dim",
    "kv_layers",
    "sliding_window_tokens",
    "sliding_window_layers",
    "kv_lora_rank",
    "languages_official_count",
)
FLAGS = (
    "open_weights",
    "commercial_use",
    "derivatives_allowed",
    "tool_calling",
    "structured_output",
    "reasoning",
)
DATES = ("release_date", "knowledge_cutoff", "deprecation_date")
TEXTS = ("training_type", "architecture", "relative_size")


def day_number(iso: str) -> float:
    """Days since year 1 of an ISO day, month or year (the first day of it); NaN where it is no date."""
    parts = iso.split("-")
    try:
        return float(
            date(
                int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1
            ).toordinal()
        )
    except (ValueError, IndexError):
        return float("nan")


@dataclass(frozen=True)
class Table:
    """Columns over `cards`, whose order breaks ties: more evidence first, then newer, then cheaper, then by id.

    `numbers` hold NaN where unknown; `dates` day numbers; `texts` "" where unknown, the card's status among them; `prices`
    USD per million tokens of input and output at one provider each (rows x offers, NaN-padded); `listed` how many languages
    the vendor lists; `for_code` models tuned for code alone; `not_in_eu` weights whose licence
    grants nothing for pictures to people and firms in the EU; `groups` near-duplicates' group number; `heirs` and `siblings`
    see succession.py.
    """

    cards: tuple[Card, ...]
    numbers: Mapping[str, Floats]
    flags: Mapping[str, States]
    dates: Mapping[str, Floats]
    texts: Mapping[str, NDArray[np.str_]]
    languages: Mapping[str, States]
    spoken: Mapping[str, States]
    listed: Floats
    modalities: Mapping[str, States]
    outputs: Mapping[str, States]
    price_in: Floats
    price_out: Floats
    throughput: Floats
    first_token: Floats
    tuning_api: States
    not_in_eu: NDArray[np.bool_]
    for_code: NDArray[np.bool_]
    evidence: Floats
    groups: NDArray[np.int64]
    heirs: Mapping[int, tuple[int, ...]]
    siblings: Mapping[int, tuple[int, ...]]
    rows: Mapping[str, int]
    _masks: dict[tuple[str, tuple[str, ...]], NDArray[np.bool_]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def __len__(self) -> int:
        return len(self.cards)

    def says(self, name: str, *values: str) -> NDArray[np.bool_]:
        """Where a text is one of these values. Kept: comparing texts is slow, and few values are ever asked for."""
        key = (name, values)
        if key not in self._masks:
            self._masks[key] = np.isin(self.texts[name], values)
        return self._masks[key]

    def language(self, code: str) -> States:
        return self.languages.get(code, self.languages["*"])


def build(cards: Iterable[Card], evidence: Callable[[Card], float]) -> Table:
    """One pass over the cards. `evidence` counts the independent measurements a card brings."""
    listed = sorted(cards, key=lambda card: card.model)
    counts = {card.model: evidence(card) for card in listed}
    listed.sort(key=lambda card: (-counts[card.model], -_released(card), _asking_price(card)))
    numbers = {name: np.array([_or_nan(card.number(name)) for card in listed]) for name in NUMBERS}
    flags = {name: np.array([_state(card.fact(name)) for card in listed], dtype=np.int8) for name in FLAGS}
    dates = {name: np.array([_date(card.fact(name)) for card in listed]) for name in DATES}
    texts = {name: np.array([_text(card.fact(name)) for card in listed], dtype=np.str_) for name in TEXTS}
    texts["status"] = np.array([card.status for card in listed], dtype=np.str_)
    price_in, price_out = _prices(listed)
    return Table(
        cards=tuple(listed),
        numbers=numbers,
        flags=flags,
        dates=dates,
        texts=texts,
        languages=_languages(listed),
        spoken=_spoken(listed),
        listed=np.fmax([len(card.texts("languages_official")) for card in listed], numbers["languages_official_count"]),
        modalities=_members(listed, "modalities", ("text", "image", "audio", "video")),
        outputs=_members(listed, "modalities_out", ("text", "image", "audio", "video", "embedding")),
        price_in=price_in,
        price_out=price_out,
        throughput=np.array([_best(card, "throughput_tokens_per_s", max) for card in listed]),
        first_token=np.array([_best(card, "time_to_first_token_s", min) for card in listed]),
        tuning_api=np.array([_tuning(card) for card in listed], dtype=np.int8),
        not_in_eu=np.array(["no_eu_multimodal" in card.texts("licence_limits") for card in listed], dtype=bool),
        for_code=np.array([bool(_FOR_CODE.search(card.model)) for card in listed]),
        evidence=np.array([counts[card.model] for card in listed], dtype=np.float64),
        groups=_groups(listed),
        heirs=heirs(listed),
        siblings=siblings(listed),
        rows={card.model: row for row, card in enumerate(listed)},
    )


def offers(card: Card) -> list[tuple[Fact, Fact]]:
    """Input and output price at the same provider and variant; the plain tier before variants, cheapest first."""
    outs = {(fact.provider, fact.variant): fact for fact in card.all("price_out_usd_per_m") if fact.number is not None}
    pairs = [
        (fact, outs[fact.provider, fact.variant])
        for fact in card.all("price_in_usd_per_m")
        if fact.number is not None and (fact.provider, fact.variant) in outs
    ]
    return sorted(
        pairs, key=lambda pair: (pair[0].variant is not None, 3 * (pair[0].number or 0) + (pair[1].number or 0))
    )


def _or_nan(value: float | None) -> float:
    return float("nan") if value is None else value


def _state(fact: Fact | None) -> int:
    if fact is None or not isinstance(fact.value, bool):
        return UNKNOWN
    return YES if fact.value else NO


def _date(fact: Fact | None) -> float:
    return day_number(fact.value) if fact and isinstance(fact.value, str) else float("nan")


def _text(fact: Fact | None) -> str:
    return fact.value if fact and isinstance(fact.value, str) else ""


def _released(card: Card) -> float:
    day = _date(card.fact("release_date"))
    return 0.0 if np.isnan(day) else day


def _asking_price(card: Card) -> float:
    cheapest = offers(card)[:1]
    return sum((fact.number or 0.0) for pair in cheapest for fact in pair) if cheapest else float("inf")


def _best(card: Card, name: str, pick: Callable[[Iterable[float]], float]) -> float:
    values = [fact.number for fact in card.all(name) if fact.number is not None]
    return pick(values) if values else float("nan")


def _tuning(card: Card) -> int:
    """The value says what is offered; "none" says that the provider offers nothing."""
    said = [fact.value != "none" for fact in card.all("fine_tuning_api") if fact.known]
    return YES if any(said) else NO if said else UNKNOWN


def _prices(cards: list[Card]) -> tuple[Floats, Floats]:
    """Plain offers only: a batch or long-context tier is no price that a person can count on."""
    rows = [[pair for pair in offers(card) if pair[0].variant is None] or offers(card)[:1] for card in cards]
    width = max((len(row) for row in rows), default=0) or 1
    price_in, price_out = np.full((len(cards), width), np.nan), np.full((len(cards), width), np.nan)
    for at, row in enumerate(rows):
        for column, (fact_in, fact_out) in enumerate(row):
            price_in[at, column] = _or_nan(fact_in.number)
            price_out[at, column] = _or_nan(fact_out.number)
    return price_in, price_out


def _languages(cards: list[Card]) -> dict[str, States]:
    """By code: YES where the vendor lists it, NO where the vendor's list is complete without it. "*" is any other code."""
    lists = [set(card.texts("languages_official")) for card in cards]
    complete = np.array(
        [
            bool(own) and (card.number("languages_official_count") or 0) <= len(own)
            for card, own in zip(cards, lists, strict=True)
        ]
    )
    rest = np.where(complete, NO, UNKNOWN).astype(np.int8)
    codes = sorted(set().union(*lists)) if lists else []
    found = {code: np.where([code in own for own in lists], YES, rest).astype(np.int8) for code in codes}
    return {**found, "*": rest}


SPEAKS_RANK, MUTE_RANK, REDEEMED_RANK = 3.0, 3.7, 1.9
"""EuroEval rank scores (1 is the best model, each step one standard deviation): up to the first a language counts as
shown, from the second as failed; one that the vendor's complete list leaves out needs the third."""
SPEAKS_RATING, REDEEMED_RATING = 1200.0, 1300.0
"""The same on LMArena's board of a language."""


def _spoken(cards: list[Card]) -> dict[str, States]:
    """By code, what measurements say of a language: YES, NO, or UNKNOWN where none were made or they are middling."""
    found: dict[str, States] = {}
    for row, card in enumerate(cards):
        listed = card.texts("languages_official")
        complete = bool(listed) and (card.number("languages_official_count") or 0) <= len(listed)
        for column in ("languages_measured", "language_arena"):
            for fact in card.all(column):
                if fact.name and fact.number is not None:
                    states = found.setdefault(fact.name, np.zeros(len(cards), dtype=np.int8))
                    strict = complete and fact.name not in listed
                    states[row] = max(states[row], _shown(column, fact.number, strict), key=abs)
    return found


def _shown(field: str, value: float, strict: bool) -> int:
    if field == "language_arena":
        return YES if value >= (REDEEMED_RATING if strict else SPEAKS_RATING) else UNKNOWN
    if value <= (REDEEMED_RANK if strict else SPEAKS_RANK):
        return YES
    return NO if value >= MUTE_RANK else UNKNOWN


def _members(cards: list[Card], name: str, members: tuple[str, ...]) -> dict[str, States]:
    lists = [card.texts(name) for card in cards]
    return {
        member: np.array([UNKNOWN if not own else YES if member in own else NO for own in lists], dtype=np.int8)
        for member in members
    }


_FOR_CODE = re.compile(r"[-_/](code|coder|codestral|devstral|starcoder\d?|codellama)(-|$)")
"""Vendors say in the name that a model was tuned for code, and in no field of a card."""
_SNAPSHOT = re.compile(r"[-_@](20\d\d-?\d\d-?\d\d|\d{4})$")
_QUANTIZED = re.compile(r"[-_](gguf|awq|gptq|fp8|nvfp4|mxfp4|int4|int8|bf16|fp16|4bit|8bit|q\d\w*|mlx|exl2)$")


def stem(model: str) -> str:
    """The id without what marks a quantized copy or a dated snapshot: "meta/llama-3.1-8b-awq" -> "meta/llama-3.1-8b"."""
    name, before = model.lower(), ""
    while name != before:
        before, name = name, _SNAPSHOT.sub("", _QUANTIZED.sub("", name))
    return name


def _groups(cards: list[Card]) -> NDArray[np.int64]:
    """Near-duplicates share a number. A snapshot's four digits count only where the plain name exists or repeats."""
    seen: dict[str, int] = {}
    return np.array([seen.setdefault(stem(card.model), len(seen)) for card in cards], dtype=np.int64)
