"""What a source says about a model, before it is settled which source is believed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from advisor.domain.facts import FactValue, Kind


class Trust(IntEnum):
    """The order of trust: a lower number wins. `knowledge/README.md` explains it to contributors."""

    CURATED = 0
    """Read by a person on the vendor's own page, card or paper, written down in the plan."""
    VENDOR = 1
    """The vendor's own machine-readable documentation."""
    VENDOR_PRICES = 2
    """A price list's row for the vendor's own API that names the vendor's page."""
    CONFIGURATION = 3
    """The configuration published with the weights, as copied by a scraper."""
    PRICE_LIST = 4
    """A price list's row for a host, or without a page."""
    AGGREGATOR = 5
    """Lists kept by others."""


@dataclass(frozen=True, slots=True)
class Origin:
    """`key` is the short name under which a card lists the source."""

    key: str
    title: str
    url: str
    date: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One value that one source gives. The fields mirror those of a fact."""

    field: str
    value: FactValue | None
    kind: Kind
    origin: Origin
    trust: Trust
    name: str | None = None
    provider: str | None = None
    variant: str | None = None
    url: str | None = None
    """Where exactly, if not at the origin's own address."""

    @property
    def slot(self) -> tuple[str, str | None, str | None, str | None]:
        """Findings in one slot compete; a card holds one fact a slot."""
        return (self.field, self.name, self.provider, self.variant)
