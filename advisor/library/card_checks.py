"""What is wrong with a card, said of the raw mapping in its file, in both languages."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Any

from advisor.domain.cards import STATUSES
from advisor.domain.facts import KINDS
from advisor.domain.fields import FIELDS, Field

_ID = re.compile(r"[a-z0-9][a-z0-9.-]*/[a-z0-9][a-z0-9.-]*")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_URL = re.compile(r"https?://[^\s/$.?#][^\s]*\.[^\s]+")
_TEXTS = ("model", "name", "vendor", "family", "status")
CARD_KEYS = ("model", "name", "vendor", "family", "status", "successor", "origin")
"""What a card says of itself, besides its names elsewhere and its facts."""
_MAY_STAND = {*CARD_KEYS, "aliases", "runtimes", "sources", "facts"}
_SOURCE_KEYS = {"title", "url", "date"}
FACT_KEYS = ("value", "unit", "kind", "source", "url", "date", "name", "provider", "variant")
_AT_MOST = (
    ("params_active_b", "params_total_b"),
    ("kv_heads", "heads"),
    ("kv_layers", "layers"),
    ("sliding_window_layers", "layers"),
    ("experts_active", "experts"),
    ("max_output_tokens", "context_tokens"),
    ("max_input_tokens", "context_tokens"),
    ("release_date", "deprecation_date"),
)


@dataclass(frozen=True, slots=True)
class Problem:
    field: str
    es: str
    en: str


def check_card(raw: Any, model: str) -> list[Problem]:
    """Every slip in the mapping of a card whose file name says that it is `model`; empty where all is well."""
    if not isinstance(raw, dict):
        return [Problem("model", "el fichero debe ser un mapa de campos", "the file must be a mapping of fields")]
    problems = [*_head(raw, model)]
    sources = raw.get("sources")
    if not isinstance(sources, dict) or not sources:
        problems.append(Problem("sources", "falta o está vacío", "is missing or empty"))
        sources = {}
    problems += [problem for key, source in sources.items() for problem in _source(key, source)]
    facts = raw.get("facts")
    if not isinstance(facts, dict) or not facts:
        problems.append(Problem("facts", "falta o está vacío", "is missing or empty"))
        return problems
    for name, given in facts.items():
        problems += _field(name, given, sources)
    if not problems:
        problems += _cross(facts)
    return problems


def _head(raw: dict[str, Any], model: str) -> Iterator[Problem]:
    for key in raw.keys() - _MAY_STAND:
        yield Problem(key, "no es un campo de la ficha", "is not a field of a card")
    for key in _TEXTS:
        if not isinstance(raw.get(key), str) or not raw[key].strip():
            yield Problem(key, "falta o no es un texto", "is missing or not a text")
    if raw.get("model") != model or not _ID.fullmatch(model):
        yield Problem(
            "model",
            f"debe coincidir con el nombre del fichero ({model}), en minúsculas",
            f"must match the file's name ({model}), in lower case",
        )
    if raw.get("status") not in STATUSES:
        yield Problem("status", f"debe ser uno de: {', '.join(STATUSES)}", f"must be one of: {', '.join(STATUSES)}")
    origin = raw.get("origin")
    if origin is not None and not (isinstance(origin, str) and re.fullmatch(r"[A-Z]{2}", origin)):
        yield Problem("origin", "debe ser un código de país ISO 3166 (ES)", "must be an ISO 3166 country code (ES)")
    successor = raw.get("successor")
    if successor is not None and not (isinstance(successor, str) and _ID.fullmatch(successor)):
        yield Problem("successor", "debe ser un identificador empresa/modelo", "must be an id vendor/slug")
    aliases = raw.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias.strip() for alias in aliases):
        yield Problem("aliases", "debe ser una lista de textos", "must be a list of texts")
    elif len({alias.casefold() for alias in aliases}) < len(aliases):
        yield Problem("aliases", "repite un nombre", "repeats a name")
    runtimes = raw.get("runtimes", {})
    if not isinstance(runtimes, dict) or not all(isinstance(name, str) and name for name in runtimes.values()):
        yield Problem("runtimes", "debe ser un mapa de textos", "must be a mapping of texts")


def _source(key: str, source: Any) -> Iterator[Problem]:
    where = f"sources.{key}"
    if not isinstance(source, dict) or source.keys() != _SOURCE_KEYS:
        yield Problem(where, "necesita title, url y date, y nada más", "needs title, url and date, and nothing else")
        return
    if not isinstance(source["title"], str) or not source["title"].strip():
        yield Problem(where, "title no es un texto", "title is not a text")
    yield from _origin(where, source)


def _origin(where: str, row: dict[str, Any]) -> Iterator[Problem]:
    if "url" in row and not (isinstance(row["url"], str) and _URL.fullmatch(row["url"])):
        yield Problem(
            where, f"url no es una dirección web: {row['url']!r}", f"url is not a web address: {row['url']!r}"
        )
    if "date" in row and not _is_date(row["date"]):
        yield Problem(
            where, f"date no es una fecha ISO 8601: {row['date']!r}", f"date is not ISO 8601: {row['date']!r}"
        )


def _field(name: str, given: Any, sources: dict[str, Any]) -> Iterator[Problem]:
    field = FIELDS.get(name)
    if field is None:
        yield Problem(name, "no es un campo conocido", "is not a known field")
        return
    rows = given if isinstance(given, list) else [given]
    if isinstance(given, list) and (not field.many or not given):
        yield Problem(name, "admite un solo dato, no una lista", "holds one fact, not a list")
        return
    seen = set()
    for row in rows:
        if not isinstance(row, dict):
            yield Problem(
                name, "cada dato es un mapa con value, kind y source", "a fact is a mapping: value, kind, source"
            )
            return
        yield from _row(field, row, sources)
        seen.add((row.get("name"), row.get("provider"), row.get("variant")))
    if len(seen) < len(rows):
        yield Problem(
            name, "repite un dato (mismo name, provider y variant)", "repeats a fact (same name, provider and variant)"
        )


def _row(field: Field, row: dict[str, Any], sources: dict[str, Any]) -> Iterator[Problem]:
    where = f"{field.name}[{row['name']}]" if isinstance(row.get("name"), str) else field.name
    for key in row.keys() - set(FACT_KEYS):
        yield Problem(where, f"{key} no es parte de un dato", f"{key} is not part of a fact")
    for key in ("unit", "name", "provider", "variant"):
        if key in row and not (isinstance(row[key], str) and row[key].strip()):
            yield Problem(where, f"{key} no es un texto", f"{key} is not a text")
    for key in field.keys:
        if key not in row:
            yield Problem(where, f"falta {key}", f"{key} is missing")
    if row.get("source") not in sources:
        yield Problem(
            where, f"source {row.get('source')!r} no está en sources", f"source {row.get('source')!r} is not in sources"
        )
    yield from _origin(where, row)
    kind, value = row.get("kind"), row.get("value")
    if kind not in KINDS:
        yield Problem(where, f"kind debe ser uno de: {', '.join(KINDS)}", f"kind must be one of: {', '.join(KINDS)}")
    elif (kind == "not_disclosed") != (value is None):
        yield Problem(
            where, "value es null exactamente con kind not_disclosed", "value is null exactly with kind not_disclosed"
        )
    elif value is not None:
        reason = _wrong_value(field, value)
        if reason:
            yield Problem(where, *reason)
    if isinstance(row.get("name"), str) and "name" in field.keys and field.pattern:
        if not re.fullmatch(field.pattern, row["name"]):
            yield Problem(where, "name no es un código de idioma", "name is not a language code")


def _wrong_value(field: Field, value: Any) -> tuple[str, str] | None:
    """The reason (es, en) why a value cannot be the field's; None where it can."""
    if field.type in {"number", "integer"}:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            return f"{value!r} no es un número", f"{value!r} is not a number"
        if field.type == "integer" and not isinstance(value, int):
            return f"{value!r} no es un entero", f"{value!r} is not a whole number"
        low, high = field.low, field.high
        if (low is not None and value < low) or (high is not None and value > high):
            return f"{value} está fuera de {low}..{high}", f"{value} lies outside {low}..{high}"
        return None
    if field.type == "bool":
        return (
            None if isinstance(value, bool) else (f"{value!r} no es true ni false", f"{value!r} is not true or false")
        )
    if field.type == "date":
        return (
            None if _is_date(value) else (f"{value!r} no es una fecha ISO 8601", f"{value!r} is not an ISO 8601 date")
        )
    members = value if field.type == "list" else [value]
    if not isinstance(members, list) or not members or not all(isinstance(text, str) and text for text in members):
        return (
            f"{value!r} no es {'una lista de textos' if field.type == 'list' else 'un texto'}",
            f"{value!r} is not {'a list of texts' if field.type == 'list' else 'a text'}",
        )
    if len(set(members)) < len(members):
        return "repite un miembro", "repeats a member"
    for text in members:
        if field.choices and text not in field.choices:
            choices = ", ".join(field.choices)
            return f"{text!r} debe ser uno de: {choices}", f"{text!r} must be one of: {choices}"
        if field.pattern and not re.fullmatch(field.pattern, text):
            return f"{text!r} no tiene la forma esperada", f"{text!r} does not have the expected form"
    return None


def _cross(facts: dict[str, Any]) -> Iterator[Problem]:
    """Facts that cannot both be true."""
    for small, large in _AT_MOST:
        low, high = _single(facts, small), _single(facts, large)
        if low is not None and high is not None and str(low) != str(high):
            if (isinstance(low, str) and low > high) or (not isinstance(low, str) and low > high):
                yield Problem(small, f"{low} es más que {large} ({high})", f"{low} is more than {large} ({high})")
    if _single(facts, "open_weights") is False:
        for name in ("params_total_b", "params_active_b"):
            if isinstance(facts.get(name), dict) and facts[name].get("kind") == "estimated":
                yield Problem(
                    name,
                    "la empresa no lo publica: no se estima, se pone not_disclosed",
                    "the vendor does not publish it: never estimate, say not_disclosed",
                )


def _single(facts: dict[str, Any], name: str) -> Any:
    row = facts.get(name)
    return row.get("value") if isinstance(row, dict) else None


def _is_date(text: Any) -> bool:
    """ISO 8601: a day, a month or a year."""
    text = str(text) if isinstance(text, int) and not isinstance(text, bool) else text
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        return False
    try:
        calendar_date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True
