"""Loading knowledge/lexicon: every *.yaml there that holds a mapping, checked so that both languages are served."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from advisor.domain.lexicon import Entry, Family, Lexicon, Rate, Vendor
from advisor.errors import KnowledgeError
from advisor.library.plain_yaml import PlainYamlError, read_plain

_OPTIONAL = re.compile(r"(?<!\S)\[[^\[\]]+\](?!\S)")
_GROUP = re.compile(r"\(([^()]+)\)")
_OR = re.compile(r"\|(?![^\[]*\])")
_TABLES = frozenset({"vendors", "families", "variants", "classes", "rates", "shorthand", "function_words"})
_PHRASES = frozenset({"es", "en", "shared"})


def load_lexicon(folder: Path) -> Lexicon:
    """The words that messages are read with. Raises KnowledgeError naming file, entry and what is wrong."""
    tables: dict[str, Any] = {}
    entries: list[Entry] = []
    for path in sorted(folder.glob("*.yaml")):
        for kind, content in _mapping(path).items():
            if kind == "classes" and isinstance(content, dict):
                tables[kind] = {**tables.get(kind, {}), **content}
            elif kind in _TABLES:
                tables[kind] = content
            else:
                entries += _entries(path.name, kind, content)
    missing = _TABLES - set(tables)
    if missing:
        names = ", ".join(sorted(missing))
        raise KnowledgeError(f"Al léxico le falta: {names}.", f"The lexicon lacks: {names}.")
    try:
        return _lexicon(entries, tables)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise KnowledgeError(
            f"Tabla del léxico mal escrita: {error}.", f"A table of the lexicon is wrong: {error}."
        ) from error


def _lexicon(entries: list[Entry], tables: dict[str, Any]) -> Lexicon:
    return Lexicon(
        entries=tuple(entries),
        families=tuple(
            Family(
                name,
                row.get("vendor") or "",
                tuple(row.get("aliases", ())),
                tuple(row.get("variants", ())),
                bool(row.get("guarded", False)),
            )
            for name, row in tables["families"].items()
        ),
        vendors=tuple(
            Vendor(id_, row["country"], tuple(row.get("aliases", ()))) for id_, row in tables["vendors"].items()
        ),
        rates=tuple(
            Rate(code, float(row["usd"]), row["source"], str(row["date"])) for code, row in tables["rates"].items()
        ),
        variants=tuple(str(word) for word in tables["variants"]),
        classes={name: tuple(map(str, words)) for name, words in tables["classes"].items()},
        shorthand={str(short): str(word) for short, word in tables["shorthand"].items()},
        function_words={language: tuple(map(str, words)) for language, words in tables["function_words"].items()},
    )


def _mapping(path: Path) -> dict[str, Any]:
    try:
        raw = read_plain(path.read_text(encoding="utf-8"))
    except (OSError, PlainYamlError) as error:
        raise KnowledgeError(
            f"{path.name}: no se puede leer ({error}).", f"{path.name}: cannot be read ({error})."
        ) from error
    return raw if isinstance(raw, dict) else {}


def _entries(file: str, kind: str, content: Any) -> Iterator[Entry]:
    if not isinstance(content, dict):
        raise KnowledgeError(f"{file}: «{kind}» no es un mapa.", f'{file}: "{kind}" is not a mapping.')
    for value, row in content.items():
        where = f"{file}: {kind}/{value}"
        if not isinstance(row, dict) or not set(row) <= _PHRASES:
            raise KnowledgeError(
                f"{where}: solo caben es, en y shared.", f"{where}: only es, en and shared belong here."
            )
        for language in ("es", "en"):
            if not row.get(language) and not row.get("shared"):
                raise KnowledgeError(
                    f"{where}: faltan palabras en «{language}».", f'{where}: words in "{language}" are missing.'
                )
        phrases = {key: tuple(str(phrase) for phrase in row.get(key, ())) for key in _PHRASES}
        wrong = next((p for group in phrases.values() for p in group if p != p.lower() or not p.strip()), None)
        if wrong is not None:
            raise KnowledgeError(f"{where}: «{wrong}» va en minúsculas.", f'{where}: "{wrong}" must be in lower case.')
        wrong = next((p for group in phrases.values() for p in group if not _is_well_bracketed(p)), None)
        if wrong is not None:
            raise KnowledgeError(
                f"{where}: en «{wrong}» los paréntesis o corchetes no cuadran; van sueltos, entre espacios.",
                f'{where}: in "{wrong}" the brackets do not match; they stand free, between spaces.',
            )
        yield Entry(kind, str(value), phrases["es"], phrases["en"], phrases["shared"])


def _is_well_bracketed(phrase: str) -> bool:
    """What may be left out, "[muy]", stands free, also inside a group "(en|de [la] casa)"; groups may nest."""
    while group := _GROUP.search(phrase):
        if not all(map(_is_free_of_brackets, _OR.split(group[1]))):
            return False
        phrase = phrase[: group.start()] + "_" + phrase[group.end() :]
    return _is_free_of_brackets(phrase)


def _is_free_of_brackets(phrase: str) -> bool:
    return not set(_OPTIONAL.sub("_", phrase)) & set("()[]")
