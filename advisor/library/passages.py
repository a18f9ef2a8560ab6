"""The texts by which cards and guide can be found and quoted: short, in both languages, composed from the facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.domain.cards import Card
from advisor.domain.factors import FACTORS, Factor
from advisor.domain.facts import Fact, Kind
from advisor.domain.fields import FIELDS, Field
from advisor.domain.formats import day, number, tokens, usd
from advisor.domain.language import LANGUAGES, Language, Localised
from advisor.domain.language_names import language_name
from advisor.domain.passages import GuideSection, Passage

MAX_PASSAGE_WORDS = 90
"""A paragraph longer than this is cut between sentences: a quotation should fit on a phone's screen."""
MAX_FACTS_A_FIELD = 6

_KINDS: dict[Kind, Localised] = {
    "declared": Localised("declarado", "declared"),
    "measured": Localised("medido", "measured"),
    "estimated": Localised("estimado", "estimated"),
    "not_disclosed": Localised("no publicado", "not disclosed"),
}
_STATUSES = {
    "current": Localised("modelo actual", "current model"),
    "preview": Localised("versión preliminar", "preview"),
    "legacy": Localised("modelo anterior, ya tiene sucesor", "legacy model with a better sibling"),
    "deprecated": Localised("con fecha de retirada", "deprecated"),
    "retired": Localised("retirado", "retired"),
    "historical": Localised("histórico, solo para comparar", "historical, for comparison only"),
}
_UNITS_ES = {
    "billion": "miles de millones",
    "trillion tokens": "billones de tokens",
    "USD per million tokens": "por millón de tokens",
    "EuroEval rank score (1 is best)": "puntos de EuroEval (1 es lo mejor)",
    "Arena rating": "puntos de LMArena",
}
_UNITS_EN = {"USD per million tokens": "per million tokens", "trillion tokens": "trillion tokens"}
_VALUES_ES = {
    "text": "texto", "image": "imagen", "audio": "audio", "video": "vídeo", "dense": "densa", "moe": "mezcla de expertos",
    "hybrid": "híbrida", "base": "base (sin ajustar)", "instruct": "ajustado a instrucciones", "chat": "ajustado a diálogo",
    "reasoning": "de razonamiento", "small": "pequeño", "medium": "mediano", "large": "grande",
}  # fmt: skip
_VALUES_EN = {
    "moe": "mixture of experts", "base": "base (raw)", "instruct": "instruction-tuned", "chat": "dialogue-tuned",
}  # fmt: skip


def section_passages(section: GuideSection) -> Iterator[Passage]:
    """The section's paragraphs in order, each short enough to quote; `document` ends in the paragraph's number."""
    pieces = [piece for paragraph in re.split(r"\n\s*\n", section.body) for piece in _cut(paragraph)]
    for position, piece in enumerate(pieces, 1):
        yield Passage(
            id=f"guide/{section.id}",
            document=f"guide/{section.id}#{section.language}.{position}",
            language=section.language,
            title=section.title,
            text=piece,
            factor=section.factor,
        )


def _cut(paragraph: str) -> Iterator[str]:
    paragraph = paragraph.strip()
    if len(paragraph.split()) <= MAX_PASSAGE_WORDS or paragraph.startswith("|"):
        yield from ([paragraph] if paragraph else [])
        return
    piece: list[str] = []
    for sentence in re.split(r"(?<=[.!?…])\s+|\n(?=[-*\d])", paragraph):
        if piece and sum(len(s.split()) for s in [*piece, sentence]) > MAX_PASSAGE_WORDS:
            yield " ".join(piece)
            piece = []
        piece.append(sentence)
    yield " ".join(piece)


def card_passages(card: Card) -> Iterator[Passage]:
    """An overview and one passage a factor that the card says something about, in each language."""
    for language in LANGUAGES:
        yield _passage(card, language, None, _overview(card, language))
        for factor in FACTORS:
            lines = [
                line
                for field in FIELDS.values()
                if field.factor == factor and (line := _field_line(card, field, language)) is not None
            ]
            if lines:
                yield _passage(card, language, factor, f"{card.name}. {' '.join(lines)}")


def _passage(card: Card, language: Language, factor: Factor | None, text: str) -> Passage:
    return Passage(
        id=f"card/{card.model}",
        document=f"card/{card.model}#{language}.{factor or 'overview'}",
        language=language,
        title=card.name,
        text=text,
        factor=factor,
        vendor=card.vendor,
    )


def _overview(card: Card, language: Language) -> str:
    status = _STATUSES[card.status].in_(language)
    if language == "es":
        also = f" También se llama {', '.join(card.aliases[:6])}." if card.aliases else ""
        return f"{card.name} es un modelo de {card.vendor}, de la familia {card.family} ({status}).{also}"
    also = f" Also called {', '.join(card.aliases[:6])}." if card.aliases else ""
    return f"{card.name} is a model by {card.vendor}, of the {card.family} family ({status}).{also}"


def _field_line(card: Card, field: Field, language: Language) -> str | None:
    """ "Ventana de contexto: 128K tokens (declarado, 12 nov 2026)."; None where the card is silent."""
    facts = card.all(field.name)
    if not facts:
        return None
    label = field.label.in_(language)
    shown = "; ".join(_fact_text(fact, field, language) for fact in facts[:MAX_FACTS_A_FIELD])
    return f"{label[0].upper()}{label[1:]}: {shown}."


def _fact_text(fact: Fact, field: Field, language: Language) -> str:
    origin = ", ".join(
        part
        for part in (fact.provider, fact.variant, _KINDS[fact.kind].in_(language), day(fact.date, language))
        if part
    )
    if fact.value is None:
        return f"{_KINDS['not_disclosed'].in_(language)} ({origin.removeprefix(_KINDS['not_disclosed'].in_(language) + ', ')})"
    name = f"{_name(fact.name, field, language)} " if fact.name else ""
    return f"{name}{_value(fact, field, language)} ({origin})"


def _name(name: str, field: Field, language: Language) -> str:
    return language_name(name, language) if field.name in {"languages_measured", "language_arena"} else name


def _value(fact: Fact, field: Field, language: Language) -> str:
    value = fact.value
    if isinstance(value, bool):
        return {"es": ("no", "sí"), "en": ("no", "yes")}[language][value]
    if isinstance(value, int | float):
        unit = fact.unit or ""
        if unit == "tokens":
            return f"{tokens(value, language)} tokens"
        if unit.startswith("USD"):
            return f"{usd(value, language)} {_unit(unit, language)}"
        return f"{number(value, language)} {_unit(unit, language)}".strip()
    if isinstance(value, tuple):
        if field.name == "languages_official":
            return ", ".join(language_name(code, language) for code in value)
        return ", ".join(_word(part, language) for part in value)
    if field.type == "date":
        return day(str(value), language)
    return _word(str(value), language)


def _unit(unit: str, language: Language) -> str:
    return (_UNITS_ES if language == "es" else _UNITS_EN).get(unit, unit)


def _word(value: str, language: Language) -> str:
    return (_VALUES_ES if language == "es" else _VALUES_EN).get(value, value)
