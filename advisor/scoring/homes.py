"""Where vendors are at home."""

from __future__ import annotations

import numpy as np

from advisor.scoring.table import NO, UNKNOWN, YES, States, Table

EUROPEAN = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IE",
        "IT",
        "LV",
        "LT",
        "LU",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SK",
        "SI",
        "ES",
        "SE",
        "IS",
        "LI",
        "NO",
        "CH",
    ]
)
"""EU, EEA and Switzerland: vendors under the GDPR or a law held equal to it."""


def at_home(table: Table, places: tuple[str, ...]) -> States:
    """Whether each card's vendor is at home in one of the places: ISO 3166 codes in lower case, or "eu"."""
    wanted = {place.upper() for place in places}
    allowed = wanted | EUROPEAN if "EU" in wanted else wanted
    return np.array(
        [UNKNOWN if card.origin is None else YES if card.origin in allowed else NO for card in table.cards],
        dtype=np.int8,
    )
