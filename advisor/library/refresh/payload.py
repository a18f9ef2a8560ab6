"""From bytes to plain JSON values, with nothing in them that could surprise the rest."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

from advisor.errors import RefreshError

MAX_VALUES = 600_000
"""Objects and lists in one source. The real lists hold about 40,000; more is an attack or a mistake."""
_LONGEST_NUMBER = 25


@dataclass(frozen=True, slots=True)
class Payload:
    """`ambiguous` counts the keys that stood twice in one object with different values: none of them is believed."""

    value: dict[str, Any]
    ambiguous: int


def read_payload(content: bytes, place: str) -> Payload:
    """The JSON object in `content`; NaN, infinities and endless numbers become None. Raises RefreshError."""
    if content.count(b"{") + content.count(b"[") > MAX_VALUES:
        raise RefreshError(
            es=f"{place}: trae demasiados datos para ser una lista de modelos.",
            en=f"{place}: holds too much to be a list of models.",
        )
    ambiguous = 0

    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal ambiguous
        built = dict(pairs)
        if len(built) < len(pairs):
            twice = {key for key, value in pairs if built.get(key) != value}
            ambiguous += len(twice)
            for key in twice:
                del built[key]
        return built

    try:
        value = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=build,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=lambda _name: None,
        )
    except (ValueError, RecursionError) as error:
        reason = "RecursionError" if isinstance(error, RecursionError) else " ".join(str(error).split())[:80]
        raise RefreshError(
            es=f"{place}: no es JSON válido, o está incompleto ({reason}).",
            en=f"{place}: is not valid JSON, or is cut short ({reason}).",
        ) from error
    if not isinstance(value, dict):
        raise RefreshError(
            es=f"{place}: se esperaba un objeto JSON con modelos.",
            en=f"{place}: a JSON object with models was expected.",
        )
    return Payload(value, ambiguous)


def _integer(text: str) -> int | None:
    return int(text) if len(text) <= _LONGEST_NUMBER else None


def _float(text: str) -> float | None:
    number = float(text)
    return number if math.isfinite(number) else None
