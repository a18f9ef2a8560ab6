"""What a list says of a model at its own vendor, in this catalogue's fields and units, and whether that can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as calendar_date
from types import MappingProxyType
from typing import Any, Literal

from advisor.domain.facts import Fact, FactValue
from advisor.domain.fields import FIELDS
from advisor.library.refresh.vendors import Vendor

MODEL_ID = re.compile(r"(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._:-]{0,79}")
_PRICE = (0.001, 1000.0)
"""USD per million tokens. The cheapest model sold by its vendor costs 0.01 for input, the dearest 600 for output."""
MODALITIES = ("text", "image", "audio", "video", "pdf")

Key = tuple[str, str | None]
"""Field and variant (the size above which a price holds)."""


@dataclass(frozen=True, slots=True)
class Offer:
    """`limit`: a number of tokens that may be the window or the largest input: the list does not tell which.

    `page`: the vendor's own page that the list names. `made_here`: the list says that this vendor made the model.
    """

    vendor: Vendor
    model: str
    values: Mapping[Key, FactValue] = field(default_factory=lambda: MappingProxyType({}))
    limit: int | None = None
    status: Literal["preview", "deprecated"] | None = None
    name: str | None = None
    page: str | None = None
    made_here: bool = False
    sells_text: bool = True
    """Whether it writes text as a chat model does; speech, images and vectors are not for this catalogue."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One list, read. `title`, `url`: how facts of it are cited. `rank`: its place in the order of trust, lower is
    better. `rejected` counts entries of known vendors whose names could not be names; `ambiguous` those that stood
    twice with different content."""

    title: str
    url: str
    place: str
    date: str
    rank: int
    offers: tuple[Offer, ...]
    total: int
    rejected: int = 0
    ambiguous: int = 0
    copied: str = ""
    """Where the copy came from if not from the list's own address: " (local copy)"."""

    def fact(self, offer: Offer, field_name: str, variant: str | None, value: FactValue) -> Fact:
        """The value as a fact of this list, with the vendor's page as its address where the list names one."""
        vendor = offer.vendor.names[0]
        title = f"{vendor} documentation, read by {self.title}" if offer.page else self.title
        return Fact(
            value,
            FIELDS[field_name].unit,
            "declared",
            title + self.copied,
            offer.page or self.url,
            self.date,
            provider=vendor if field_name.startswith("price_") else None,
            variant=variant,
        )

    def trust(self, offer: Offer) -> int:
        """Lower is better: a row that names the vendor's page comes before any list's own word."""
        return 0 if offer.page else self.rank


def price(value: Any, factor: float = 1.0) -> float | None:
    """USD per million tokens. None for what is no price: 0 stands for free tiers and for "unknown" alike."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    low, high = _PRICE
    found = round(value * factor, 6)
    return found if low <= found <= high else None


def size(value: Any, field_name: str) -> int | None:
    """A number of tokens within the field's range; None otherwise."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        return None
    low, high = FIELDS[field_name].low or 0, FIELDS[field_name].high or 0
    return int(value) if low <= value <= high else None


def windows(window: Any, largest_in: Any, largest_out: Any) -> dict[Key, FactValue]:
    """Limits that tell window and input apart. An output as large as the window means that it was not given."""
    found: dict[Key, FactValue] = {}
    context = size(window, "context_tokens")
    if context is None:
        return found
    found["context_tokens", None] = context
    given_in, given_out = size(largest_in, "max_input_tokens"), size(largest_out, "max_output_tokens")
    if given_in and given_in < context:
        found["max_input_tokens", None] = given_in
    if given_out and given_out < context:
        found["max_output_tokens", None] = given_out
    return found


def day(value: Any, first: str = "2018", last: str = "2040") -> str | None:
    """An ISO day or month between two years; None otherwise."""
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", value) or not first <= value < last:
        return None
    try:
        calendar_date.fromisoformat(f"{value}-01"[:10])
    except ValueError:
        return None
    return value


def modalities(value: Any, field_name: str) -> tuple[str, ...] | None:
    """Known modalities in this catalogue's order; None where there are none."""
    if not isinstance(value, list):
        return None
    given = {member for member in value if isinstance(member, str)}
    return tuple(kind for kind in FIELDS[field_name].choices if kind in given) or None
