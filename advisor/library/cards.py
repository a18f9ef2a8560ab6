"""Loading the catalogue: one plain YAML file a card, checked against the fields' table, kept in a compiled cache.

`knowledge/README.md` describes the file for people who write cards.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from advisor.domain.cards import Card, Catalogue
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.errors import KnowledgeError
from advisor.library.card_checks import CARD_KEYS, FACT_KEYS, Problem, check_card
from advisor.library.plain_yaml import PlainYamlError, read_plain

MAX_FILE_BYTES = 1_000_000
CACHE_FORMAT = 1


def load_catalogue(folder: Path, cache: Path | None = None) -> Catalogue:
    """All cards below `folder` (`<vendor>/<slug>.yaml`), in the order of their ids.

    `cache` is a file to keep the compiled cards in. It counts only for exactly the same files and fields; a stale,
    damaged or unwritable one is passed over. Raises KnowledgeError for the first wrong file, naming every slip in it
    with file, field and reason.
    """
    texts = _read_files(folder)
    fingerprint = _fingerprint(texts)
    cards = _from_cache(cache, fingerprint) if cache else None
    if cards is None:
        cards = tuple(card_from_text(text, path) for path, text in texts.items())
        _check_together(cards)
        if cache:
            _to_cache(cache, fingerprint, cards)
    date = max((fact.date for card in cards for facts in card.facts.values() for fact in facts), default="")
    return Catalogue(cards, date, fingerprint)


def card_from_text(text: str, path: str) -> Card:
    """The card that a file holds. `path` is "<vendor>/<slug>.yaml", below the folder of the cards; it names the card.

    Raises KnowledgeError with every slip in the file.
    """
    try:
        raw = read_plain(text)
    except PlainYamlError as error:
        where = f"{path}:{error.line}"
        raise KnowledgeError(
            es=f"{where}: no se puede leer como YAML sencillo ({error.reason}).",
            en=f"{where}: cannot be read as plain YAML ({error.reason}).",
        ) from error
    problems = check_card(raw, path.removesuffix(".yaml"))
    if problems:
        raise _wrong(path, problems)
    return _card(raw)


def _card(raw: dict[str, Any]) -> Card:
    """The card in a checked mapping."""
    return Card(
        model=raw["model"],
        name=raw["name"],
        vendor=raw["vendor"],
        family=raw["family"],
        status=raw["status"],
        aliases=tuple(raw.get("aliases", ())),
        facts=MappingProxyType(
            {
                name: tuple(
                    _fact(name, row, raw["sources"][row["source"]])
                    for row in (given if isinstance(given, list) else [given])
                )
                for name, given in raw["facts"].items()
            }
        ),
        runtimes=MappingProxyType(dict(raw.get("runtimes", {}))),
        successor=raw.get("successor"),
        origin=raw.get("origin"),
    )


def _fact(field_name: str, row: dict[str, Any], source: dict[str, Any]) -> Fact:
    value = row["value"]
    if isinstance(value, list):
        value = tuple(value)
    elif FIELDS[field_name].type == "date" and value is not None:
        value = str(value)
    return Fact(
        value=value,
        unit=row.get("unit", FIELDS[field_name].unit),
        kind=row["kind"],
        source=source["title"],
        url=row.get("url", source["url"]),
        date=str(row.get("date", source["date"])),
        name=row.get("name"),
        provider=row.get("provider"),
        variant=row.get("variant"),
    )


def _read_files(folder: Path) -> dict[str, str]:
    """Text of every card file by its path below `folder`, sorted by id."""
    if not folder.is_dir():
        raise KnowledgeError(
            es=f"No existe la carpeta de fichas {folder}.", en=f"There is no folder of cards at {folder}."
        )
    texts: dict[str, str] = {}
    for file in sorted(folder.rglob("*.y*ml"), key=lambda found: found.relative_to(folder).with_suffix("").parts):
        path = file.relative_to(folder).as_posix()
        if path.count("/") != 1 or file.suffix != ".yaml":
            raise KnowledgeError(
                es=f"{path}: una ficha se llama <empresa>/<modelo>.yaml dentro de {folder.name}/.",
                en=f"{path}: a card is called <vendor>/<slug>.yaml inside {folder.name}/.",
            )
        content = file.read_bytes()
        if len(content) > MAX_FILE_BYTES:
            raise KnowledgeError(
                es=f"{path}: pesa más de {MAX_FILE_BYTES} bytes.", en=f"{path}: is larger than {MAX_FILE_BYTES} bytes."
            )
        try:
            texts[path] = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise KnowledgeError(es=f"{path}: no está en UTF-8.", en=f"{path}: is not UTF-8.") from error
    return texts


def _check_together(cards: Iterable[Card]) -> None:
    """Names must lead to one card: raises KnowledgeError where two cards share an alias."""
    owners: dict[str, str] = {}
    for card in cards:
        for alias in dict.fromkeys(fold(name) for name in (card.name, card.model, *card.aliases)):
            owner = owners.setdefault(alias, card.model)
            if owner != card.model:
                raise _wrong(
                    f"{card.model}.yaml",
                    [Problem("aliases", f"«{alias}» ya es de {owner}", f"'{alias}' already belongs to {owner}")],
                )


def fold(name: str) -> str:
    """The form in which two names are compared: lower case, single spaces."""
    return " ".join(name.casefold().split())


def _wrong(path: str, problems: list[Problem]) -> KnowledgeError:
    return KnowledgeError(
        es="\n".join(f"{path}: {problem.field}: {problem.es}." for problem in problems),
        en="\n".join(f"{path}: {problem.field}: {problem.en}." for problem in problems),
    )


def _fingerprint(texts: dict[str, str]) -> str:
    digest = hashlib.sha256(repr((CACHE_FORMAT, sorted(FIELDS.items()))).encode())
    for path, text in texts.items():
        digest.update(f"\0{path}\0{len(text)}\0{text}".encode())
    return digest.hexdigest()


def _to_cache(cache: Path, fingerprint: str, cards: tuple[Card, ...]) -> None:
    rows = [
        [
            [getattr(card, key) for key in CARD_KEYS],
            list(card.aliases),
            dict(card.runtimes),
            {name: [[getattr(fact, key) for key in FACT_KEYS] for fact in facts] for name, facts in card.facts.items()},
        ]
        for card in cards
    ]
    body = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=cache.parent, prefix=cache.name)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{fingerprint} {hashlib.sha256(body.encode()).hexdigest()}\n{body}")
        os.replace(temporary, cache)
    except OSError:
        return  # A cache that cannot be written costs half a second at the next start, nothing else.


def _from_cache(cache: Path, fingerprint: str) -> tuple[Card, ...] | None:
    """The compiled cards; None where the cache is missing, stale or damaged."""
    try:
        head, _, body = cache.read_bytes().partition(b"\n")
        if head.decode("ascii", "replace") != f"{fingerprint} {hashlib.sha256(body).hexdigest()}":
            return None
        rows = json.loads(body)
    except (OSError, ValueError):
        return None
    return tuple(
        Card(
            **dict(zip(CARD_KEYS, head_row, strict=True)),
            aliases=tuple(aliases),
            runtimes=MappingProxyType(runtimes),
            facts=MappingProxyType({name: tuple(_cached_fact(row) for row in facts) for name, facts in given.items()}),
        )
        for head_row, aliases, runtimes, given in rows
    )


def _cached_fact(row: list[Any]) -> Fact:
    value, *rest = row
    return Fact(tuple(value) if isinstance(value, list) else value, *rest)
