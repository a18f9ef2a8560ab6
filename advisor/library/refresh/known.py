"""What the catalogue's curators decided, so that no list undoes it: names not taken up, facts left empty."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from advisor.library.plain_yaml import PlainYamlError, read_plain
from advisor.library.refresh.read import read_source

NAMES_FILE = Path("refresh") / "known_names.txt"
_LEFT_OUT = re.compile(r"- `(?P<model>[^`]+)` (?P<field>\w+)")


def known_names(knowledge: Path) -> frozenset[tuple[str, str]]:
    """(vendor, API name) of what the curators saw and made no card of; one a line, "#" begins a remark."""
    file = knowledge / NAMES_FILE
    if not file.is_file():
        return frozenset()
    lines = (line.split() for line in file.read_text("utf-8").splitlines() if not line.startswith("#"))
    return frozenset((parts[0], parts[1].casefold()) for parts in lines if len(parts) == 2)


def left_out(knowledge: Path) -> frozenset[tuple[str, str]]:
    """(card, field) where the sources disagree and nobody has settled it, or the plan says to leave the field out."""
    found: set[tuple[str, str]] = set()
    report = knowledge / "CONFLICTS.md"
    if report.is_file():
        section = report.read_text("utf-8").partition("\n## Left out")[2].partition("\n## ")[0]
        found |= {(match["model"], match["field"]) for match in _LEFT_OUT.finditer(section)}
    for file in sorted((knowledge / "curation").glob("*.yaml")):
        try:
            plan = read_plain(file.read_text("utf-8"))
        except PlainYamlError:
            continue  # The plan is for curators; its own command says what is wrong with it.
        for card in (plan.get("cards") or ()) if isinstance(plan, dict) else ():
            found |= {(card["model"], field.partition(":")[0]) for field in _fields(card)}
    return frozenset(found)


def _fields(card: Any) -> list[str]:
    given = card.get("leave_out") if isinstance(card, dict) and isinstance(card.get("model"), str) else None
    return [field for field in given if isinstance(field, str)] if isinstance(given, list) else []


def main(sources: Sequence[str]) -> None:
    """Prints every name in the given lists, to be kept as the names known at a round of curation."""
    read = [read_source(source, date.today()) for source in sources]
    names = {(offer.vendor.key, offer.model.casefold()) for reading in read for offer in reading.offers}
    sys.stdout.writelines(f"{vendor} {name}\n" for vendor, name in sorted(names))


if __name__ == "__main__":
    main(sys.argv[1:])
