"""What is indexed: passages to quote, and questions that lead to what answers them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast

from advisor.domain.cards import Catalogue
from advisor.domain.language import LANGUAGES, Language
from advisor.domain.passages import Guide, Passage
from advisor.errors import KnowledgeError
from advisor.library import passages as composing
from advisor.library.passages import card_passages, section_passages

Kind = Literal["guide", "card"]
KINDS: tuple[Kind, ...] = ("guide", "card")
Role = Literal["passage", "question"]
DECOY = "none"
"""The id of questions that nothing here answers. They are indexed too: a question nearer to them than to any section is
one that the advisor should not pretend to answer. They are never a hit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the index. A question's `passage.text` is the question; it is searched for, never quoted."""

    passage: Passage
    role: Role

    @property
    def kind(self) -> Kind:
        """Decoys stand among the guide, whose questions they rival."""
        return "card" if self.passage.id.startswith("card/") else "guide"

    @property
    def searched(self) -> str:
        """The text that is embedded and whose words are counted."""
        if self.role == "question" or self.kind == "card":
            return self.passage.text
        return f"{self.passage.title}. {self.passage.text}"

    def to_json(self) -> dict[str, Any]:
        return {"role": self.role, **asdict(self.passage)}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Entry:
        given = dict(row)
        role = given.pop("role")
        return cls(Passage(**given), role)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that people ask, and the id of the section that answers it; None where nothing here does."""

    text: str
    language: Language
    id: str | None


def read_all_asked(knowledge: Path) -> tuple[Asked, ...]:
    """The questions written for this guide, in the order of their files. Raises KnowledgeError."""
    files = sorted((knowledge / "training").glob("questions_*.jsonl"))
    return tuple(row for file in files for row in read_asked(file))


def read_asked(file: Path) -> tuple[Asked, ...]:
    """The rows `{"text", "lang", "id"}` of a JSON Lines file. Raises KnowledgeError."""
    rows: list[Asked] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            language, text, identifier = row["lang"], row["text"], row["id"]
            if language not in LANGUAGES or not isinstance(text, str) or not text.strip():
                raise ValueError("lang or text")
            if identifier is not None and not isinstance(identifier, str):
                raise ValueError("id")
            rows.append(Asked(text.strip(), cast(Language, language), identifier))
        except (ValueError, KeyError, TypeError) as error:
            raise KnowledgeError(
                es=f"{file.name}:{number}: se espera {{text, lang, id}} ({error}).",
                en=f"{file.name}:{number}: expected {{text, lang, id}} ({error}).",
            ) from error
    return tuple(rows)


def compose_entries(catalogue: Catalogue, guide: Guide, asked: Sequence[Asked] = ()) -> tuple[Entry, ...]:
    """Everything to index, in a fixed order. A question whose section the guide lacks is left out."""
    entries: list[Entry] = []
    sections = {f"guide/{section.id}": section for section in guide.sections if section.language == "en"}
    for section in guide.sections:
        entries += [Entry(passage, "passage") for passage in section_passages(section)]
        entries += [
            _question(f"guide/{section.id}", "q", number, text, section.language, section.title, section.factor)
            for number, text in enumerate(section.questions, 1)
        ]
    for number, row in enumerate(asked, 1):
        if row.id is not None and (found := sections.get(row.id)):
            entries.append(_question(row.id, "a", number, row.text, row.language, found.title, found.factor))
    for card in catalogue:
        entries += [Entry(passage, "passage") for passage in card_passages(card)]
    entries += [
        _question(DECOY, "d", number, row.text, row.language, "", None)
        for number, row in enumerate(asked, 1)
        if row.id is None
    ]
    return tuple(entries)


def _question(identifier: str, mark: str, number: int, text: str, language: Language, title: str, factor: Any) -> Entry:
    document = f"{identifier}#{language}.{mark}{number}"
    return Entry(Passage(identifier, document, language, title, text, factor), "question")


def knowledge_fingerprint(catalogue: Catalogue, guide: Guide, asked: Iterable[Asked]) -> str:
    """Changes with the cards, the guide, the questions, and the way in which entries are composed from them."""
    digest = hashlib.sha256(f"{catalogue.fingerprint} {guide.fingerprint}".encode())
    for row in asked:
        digest.update(f"\0{row.id}\0{row.language}\0{row.text}".encode())
    for module in (composing.__file__, __file__):
        digest.update(Path(module).read_bytes())
    return digest.hexdigest()
