"""Loading the guide: one Markdown file a section and language, with its front matter checked."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any, get_args

from advisor.domain.factors import FACTORS, Factor
from advisor.domain.language import LANGUAGES, Language
from advisor.domain.passages import Guide, GuideSection
from advisor.errors import KnowledgeError
from advisor.library.plain_yaml import PlainYamlError, read_plain

KEYS = ("id", "factor", "title", "updated", "questions", "origins")
_ID = re.compile(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def load_guide(folder: Path) -> Guide:
    """The sections below `folder` (`es/*.md`, `en/*.md`), by language and then in the order of their files.

    Raises KnowledgeError naming file, field and reason; also where a section lacks one of the two languages.
    """
    sections: list[GuideSection] = []
    digest = hashlib.sha256()
    for language in LANGUAGES:
        if not (folder / language).is_dir():
            raise KnowledgeError(
                es=f"No existe la carpeta de la guía {folder / language}.",
                en=f"There is no folder of the guide at {folder / language}.",
            )
        for file in sorted((folder / language).glob("*.md")):
            path = f"{language}/{file.name}"
            try:
                text = file.read_bytes().decode("utf-8")
            except UnicodeDecodeError as error:
                raise _wrong(path, "texto", "no está en UTF-8", "text", "is not UTF-8") from error
            digest.update(f"\0{path}\0{len(text)}\0{text}".encode())
            sections.append(section_from_text(text, path, language))
    _check_together(sections)
    return Guide(tuple(sections), digest.hexdigest())


def section_from_text(text: str, path: str, language: Language) -> GuideSection:
    """The section that a file holds; `path` only names it in errors."""
    parts = re.split(r"^---[ \t]*$", text.replace("\r\n", "\n").removeprefix("\ufeff"), maxsplit=2, flags=re.M)
    if len(parts) != 3 or parts[0].strip():
        raise _wrong(path, "cabecera", "falta entre dos líneas ---", "front matter", "is missing between two --- lines")
    try:
        head = read_plain(parts[1])
    except PlainYamlError as error:
        raise _wrong(path, f"línea {error.line + 1}", error.reason, f"line {error.line + 1}", error.reason) from error
    if not isinstance(head, dict):
        raise _wrong(path, "cabecera", "no es un mapa", "front matter", "is not a mapping")
    if unknown := sorted(set(head) - set(KEYS)):
        raise _wrong(path, unknown[0], "campo desconocido", unknown[0], "unknown field")
    body = parts[2].strip()
    if not body:
        raise _wrong(path, "texto", "está vacío", "body", "is empty")
    identifier = _text(head, "id", path)
    factor = _text(head, "factor", path)
    if not _ID.fullmatch(identifier):
        raise _wrong(path, "id", "se escribe factor/nombre-corto", "id", "is written factor/short-name")
    if factor not in FACTORS or not identifier.startswith(f"{factor}/"):
        listed = ", ".join(get_args(Factor))
        raise _wrong(
            path,
            "factor",
            f"«{factor}» no es el del id, o no es uno de: {listed}",
            "factor",
            f"'{factor}' is not the id's, or not one of: {listed}",
        )
    updated = _text(head, "updated", path)
    if not _DATE.fullmatch(updated):
        raise _wrong(path, "updated", "se escribe AAAA-MM-DD", "updated", "is written YYYY-MM-DD")
    questions = head.get("questions")
    if not isinstance(questions, list) or not questions or not all(isinstance(q, str) and q.strip() for q in questions):
        raise _wrong(path, "questions", "es una lista de textos", "questions", "is a list of texts")
    return GuideSection(
        id=identifier,
        factor=factor,
        language=language,
        title=_text(head, "title", path),
        body=body,
        questions=tuple(question.strip() for question in questions),
        updated=updated,
        origins=_origins(head.get("origins"), path),
    )


def _text(head: dict[str, Any], key: str, path: str) -> str:
    value = head.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _wrong(path, key, "falta o no es un texto", key, "is missing or not a text")
    return value.strip()


def _origins(given: Any, path: str) -> tuple[tuple[str, str, str], ...]:
    """(claim, source title, url) of each row; a row is a mapping with these three."""
    rows: list[tuple[str, str, str]] = []
    for row in given or ():
        texts = [text for key in ("claim", "source", "url") if isinstance(text := _get(row, key), str) and text.strip()]
        if len(texts) != 3 or len(row) != 3:
            raise _wrong(
                path, "origins", "cada fila lleva claim, source y url", "origins", "a row has claim, source, url"
            )
        claim, source, url = (text.strip() for text in texts)
        if not url.startswith(("https://", "http://", "guide:")):
            raise _wrong(path, "origins", f"«{url}» no es una URL", "origins", f"'{url}' is no URL")
        rows.append((claim, source, url))
    return tuple(rows)


def _get(row: Any, key: str) -> Any:
    return row.get(key) if isinstance(row, dict) else None


def _check_together(sections: list[GuideSection]) -> None:
    """Each id once a language, and in both languages."""
    seen: dict[Language, dict[str, GuideSection]] = {language: {} for language in LANGUAGES}
    for section in sections:
        if seen[section.language].setdefault(section.id, section) is not section:
            raise _wrong(
                f"{section.language}/", "id", f"«{section.id}» está dos veces", "id", f"'{section.id}' is there twice"
            )
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        for identifier in seen[other].keys() - seen[language].keys():
            raise _wrong(
                f"{language}/", "id", f"falta la sección «{identifier}»", "id", f"the section '{identifier}' is missing"
            )


def _wrong(path: str, field_es: str, reason_es: str, field_en: str, reason_en: str) -> KnowledgeError:
    return KnowledgeError(es=f"{path}: {field_es}: {reason_es}.", en=f"{path}: {field_en}: {reason_en}.")
