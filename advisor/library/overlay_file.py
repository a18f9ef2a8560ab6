"""The overlay on disk: one JSON file, replaced in one step, and never trusted when it is read again."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

from advisor.domain.cards import STATUSES, Card
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.language import Localised
from advisor.errors import RefreshError
from advisor.library.card_checks import CARD_KEYS, FACT_KEYS
from advisor.library.overlay import Overlay, Patch, problems_of

FORMAT = 1
MAX_FILE_BYTES = 32_000_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def overlay_path(data: Path) -> Path:
    """Where the refreshed data lie inside the advisor's data folder."""
    return data / "refreshed" / "overlay.json"


def read_overlay(data: Path) -> Overlay:
    """What was kept; empty where nothing was, and empty with a `problem` where it cannot be used."""
    file = overlay_path(data)
    try:
        if file.stat().st_size > MAX_FILE_BYTES:
            raise ValueError("too large")
        raw = json.loads(file.read_text("utf-8"))
        return _overlay(raw)
    except FileNotFoundError:
        return Overlay()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = " ".join(str(error).split())[:120]
        return Overlay(
            problem=Localised(
                f"No se pueden usar los datos actualizados de {file} ({reason}): valen los de las fichas. "
                "Vuelve a ejecutar «python -m advisor refresh».",
                f"The refreshed data in {file} cannot be used ({reason}): those of the cards are in force. "
                'Run "python -m advisor refresh" again.',
            )
        )


def write_overlay(data: Path, overlay: Overlay) -> None:
    """Writes to a new file beside the old one, then puts it in its place. Raises RefreshError; the old one then stays."""
    file = overlay_path(data)
    text = json.dumps(_to_json(overlay), ensure_ascii=False, allow_nan=False, indent=1)
    temporary = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".new")
        with os.fdopen(handle, "w", encoding="utf-8") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        os.replace(temporary, file)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)
        raise RefreshError(
            es=f"No se puede escribir en {file.parent} ({error.strerror}): siguen valiendo los datos anteriores.",
            en=f"Cannot write to {file.parent} ({error.strerror}): the previous data stay in force.",
        ) from error
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """So that the new name outlives a power cut; not every platform can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _to_json(overlay: Overlay) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "refreshed": overlay.refreshed,
        "patches": {
            model: {"status": patch.status, "facts": _facts_to_json(patch.facts)}
            for model, patch in overlay.patches.items()
        },
        "cards": [
            {
                **{key: getattr(card, key) for key in CARD_KEYS},
                "aliases": list(card.aliases),
                "runtimes": dict(card.runtimes),
                "facts": _facts_to_json(card.facts),
            }
            for card in overlay.cards
        ],
    }


def _facts_to_json(facts: Mapping[str, tuple[Fact, ...]]) -> dict[str, list[dict[str, Any]]]:
    return {name: [{key: getattr(fact, key) for key in FACT_KEYS} for fact in found] for name, found in facts.items()}


def _overlay(raw: Any) -> Overlay:
    """Raises ValueError, KeyError, TypeError or AttributeError where the file is not what was written."""
    if raw["format"] != FORMAT or not _DAY.fullmatch(raw["refreshed"]):
        raise ValueError(f"format {str(raw['format'])[:20]}")
    patches = {str(model): _patch(row) for model, row in raw["patches"].items()}
    cards = tuple(_card(row) for row in raw["cards"])
    wrong = [card.model for card in cards if problems_of(card)]
    if wrong:
        raise ValueError(f"card {wrong[0][:60]!r}")
    return Overlay(raw["refreshed"], MappingProxyType(patches), cards)


def _patch(row: dict[str, Any]) -> Patch:
    if row["status"] is not None and row["status"] not in STATUSES:
        raise ValueError("status")
    return Patch(_facts(row["facts"]), row["status"])


def _card(row: dict[str, Any]) -> Card:
    return Card(
        **{key: row[key] for key in CARD_KEYS},
        aliases=tuple(row["aliases"]),
        runtimes=MappingProxyType(dict(row["runtimes"])),
        facts=_facts(row["facts"]),
    )


def _facts(raw: dict[str, Any]) -> Mapping[str, tuple[Fact, ...]]:
    if not raw.keys() <= FIELDS.keys():
        raise ValueError("field")
    return MappingProxyType({name: tuple(_fact(row) for row in rows) for name, rows in raw.items()})


def _fact(row: dict[str, Any]) -> Fact:
    value = row["value"]
    texts = [row[key] for key in FACT_KEYS[1:]]
    if not all(text is None or isinstance(text, str) for text in texts) or row["date"] is None:
        raise ValueError("fact")
    return Fact(tuple(value) if isinstance(value, list) else value, *texts)
