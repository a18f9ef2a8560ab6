"""Loading what is said of matters that no card tells (knowledge/matters.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

from advisor.domain.language import LANGUAGES, Localised
from advisor.domain.outlook import Matter
from advisor.domain.passages import Guide
from advisor.errors import KnowledgeError
from advisor.library.plain_yaml import PlainYamlError, read_plain

_KEYS = {"say", "at_home", "section"}
_SLOTS = {"model", "maker", "date"}


def load_matters(path: Path, guide: Guide) -> Mapping[str, Matter]:
    """By name. KnowledgeError where a text lacks a language or has another slot than {model}, {maker} and {date}, or
    where a section is not in the guide."""
    try:
        content = read_plain(path.read_text("utf-8"))
    except (OSError, PlainYamlError) as error:
        raise KnowledgeError(
            f"{path.name}: no se puede leer ({error}).", f"{path.name}: cannot be read ({error})."
        ) from error
    sections = {section.id for section in guide.sections}
    return {name: _matter(path.name, name, entry, sections) for name, entry in content.items()}


def _matter(file: str, name: str, entry: Any, sections: set[str]) -> Matter:
    good = isinstance(entry, dict) and set(entry) <= _KEYS and "say" in entry
    texts = [entry[key] for key in ("say", "at_home") if key in entry] if good else []
    good = good and all(isinstance(t, dict) and set(t) == set(LANGUAGES) and _slots(t) <= _SLOTS for t in texts)
    if not good or entry.get("section", next(iter(sections))) not in sections:
        raise KnowledgeError(
            f"{file}: {name} necesita un texto en los dos idiomas, con {{model}}, {{maker}} o {{date}} como únicos huecos, y "
            "una sección que exista.",
            f"{file}: {name} needs a text in both languages, with {{model}}, {{maker}} or {{date}} as its only slots, and a "
            "section that exists.",
        )
    say, at_home = texts[0], texts[-1]
    return Matter(Localised(say["es"], say["en"]), Localised(at_home["es"], at_home["en"]), entry.get("section", ""))


def _slots(text: Mapping[str, str]) -> set[str]:
    return {slot for words in text.values() for _, slot, _, _ in Formatter().parse(str(words)) if slot is not None}
