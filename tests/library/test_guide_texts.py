"""The guide's texts keep their promises: complete, in both languages, sourced, quotable and told apart."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
LANGUAGES = ("es", "en")
CONTRACT = {
    "language": "official-support multilingual model-cards code",
    "size": "tiers not-performance relative-names",
    "context": "range input-vs-output documents prompt-engineering not-accuracy",
    "customization": "prompt-first fine-tuning-options iterative training-data community",
    "performance": "throughput latency accuracy price-tradeoff",
    "training": "pretrained instruct chat preferences",
    "architecture": "pretraining components alignment audience",
}
CONTRACT_IDS = {f"{factor}/{name}" for factor, names in CONTRACT.items() for name in names.split()}
SOURCE_TITLE = "Factores a tener en cuenta para elegir un modelo de GenAI"


@dataclass(frozen=True)
class Text:
    language: str
    name: str
    head: dict[str, Any]
    body: str

    @property
    def prose(self) -> str:
        """The body without headings, which do not count as words."""
        return "\n".join(line for line in self.body.splitlines() if not line.startswith("#"))


def read(path: Path) -> Text:
    blank, head, body = re.split(r"^---$", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.M)
    assert not blank
    return Text(path.parent.name, path.stem, yaml.safe_load(head), body.strip())


TEXTS = [read(path) for language in LANGUAGES for path in sorted((KNOWLEDGE / "guide" / language).glob("*.md"))]
EACH = pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text.language}/{text.name}")


def folded(words: str) -> str:
    """Lower case, without accents or punctuation: two questions alike in this are the same question."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain))


def numbers(text: Text) -> Counter[float]:
    """The figures of a body, read by its language's rules: 1.047.576 and 98,2 against 1,047,576 and 98.2.

    A point before other than three digits is a version's (Llama 3.1), in Spanish too.
    """
    thousands, decimal = (r"\.", ",") if text.language == "es" else (",", ".")
    found = re.findall(r"(?<![\w.,-])\d+(?:[.,]\d+)*", text.prose)
    whole = (re.sub(thousands + r"(?=\d{3}(?!\d))", "", figure) for figure in found)
    return Counter(float(figure.replace(decimal, ".")) for figure in whole)


def rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (KNOWLEDGE / "training" / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_of_the_contract_is_there(language: str) -> None:
    ids = {text.head["id"] for text in TEXTS if text.language == language}
    assert ids >= CONTRACT_IDS
    assert ids == {text.head["id"] for text in TEXTS}, "a section lacks one of the languages"


@EACH
def test_head_names_the_file(text: Text) -> None:
    assert text.name == text.head["id"].replace("/", "--")
    assert text.head["factor"] == text.head["id"].split("/")[0]
    assert text.head["factor"] in CONTRACT
    assert text.head["title"].strip()
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(text.head["updated"]))


@EACH
def test_length(text: Text) -> None:
    assert 80 <= len(text.prose.split()) <= 250


@EACH
def test_questions_are_many_and_different(text: Text) -> None:
    questions = text.head["questions"]
    assert len({folded(question) for question in questions}) == len(questions) >= 8
    assert folded(text.head["title"]) not in {folded(question) for question in questions}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_question_belongs_to_two_sections(language: str) -> None:
    asked = Counter(folded(q) for text in TEXTS if text.language == language for q in text.head["questions"])
    assert [question for question, times in asked.items() if times > 1] == []


@EACH
def test_figures_have_an_origin(text: Text) -> None:
    if re.search(r"\d", text.prose):
        assert text.head["origins"]
    for origin in text.head["origins"]:
        assert set(origin) == {"claim", "source", "url"}
        assert all(value.strip() for value in origin.values())
        if origin["url"] == "guide:source":
            assert origin["source"] == SOURCE_TITLE
        else:
            assert re.fullmatch(r"https://[\w.-]+/\S*", origin["url"])


@EACH
def test_body_is_prose_that_can_be_quoted(text: Text) -> None:
    assert not re.search(r"https?://|www\.|\]\(", text.body), "addresses live in the origins"
    assert not re.search(r"as (said|seen|shown) above|see (above|below)|como (ya )?(se )?(vio|dijo) arriba", text.body)


@pytest.mark.parametrize("identifier", sorted({text.head["id"] for text in TEXTS}))
def test_both_languages_say_the_same(identifier: str) -> None:
    spanish, english = (
        next(text for text in TEXTS if text.head["id"] == identifier and text.language == language)
        for language in LANGUAGES
    )
    assert numbers(spanish) == numbers(english)
    assert [o["url"] for o in spanish.head["origins"]] == [o["url"] for o in english.head["origins"]]
    assert spanish.head["title"] != english.head["title"]


def test_training_questions_cover_the_guide_and_leave_its_own_out() -> None:
    ids = {f"guide/{text.head['id']}" for text in TEXTS}
    own = {(text.language, folded(q)) for text in TEXTS for q in text.head["questions"]}
    given = [row for row in rows("questions_guide.jsonl") if row["id"].startswith("guide/")]
    count = Counter((row["lang"], row["id"]) for row in given)
    assert {(language, identifier) for identifier in ids for language in LANGUAGES} == set(count)
    assert min(count.values()) >= 30
    assert not own & {(row["lang"], folded(row["text"])) for row in given}
    pairs: dict[str, list[str]] = {}
    for row in given:
        if "pair" in row:
            pairs.setdefault(row["pair"], []).append(row["lang"])
    assert all(sorted(languages) == ["en", "es"] for languages in pairs.values())


def test_questions_without_an_answer_are_many_and_nowhere_else() -> None:
    none = list(rows("questions_none.jsonl"))
    assert all(row["id"] is None for row in none)
    assert min(Counter(row["lang"] for row in none).values()) >= 300
    answered = {(row["lang"], folded(row["text"])) for row in rows("questions_guide.jsonl")}
    assert not answered & {(row["lang"], folded(row["text"])) for row in none}
