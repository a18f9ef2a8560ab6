"""A fact in words: value and unit as the reader's language writes them, and how sure it is."""

from __future__ import annotations

from advisor.answer.parts.phrases import label, listed
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.formats import day, number, tokens, usd
from advisor.domain.language import Language, Localised
from advisor.domain.language_names import language_name
from advisor.domain.licences import LICENCE_LIMITS
from advisor.domain.needs import NEEDS
from advisor.scoring.describe import mode_of

_NOT_DISCLOSED = Localised("el fabricante no lo publica", "not published by the vendor")
PER_MILLION = Localised(" por millón de tokens", " per million tokens")
UNKNOWN = Localised("sin dato", "unknown")
_TOKENS = {"context_tokens", "max_input_tokens", "max_output_tokens", "sliding_window_tokens"}
_MEASURED = Localised("medido", "measured")
_ESTIMATED = Localised("estimado", "estimated")
_MODALITIES = {
    "text": Localised("texto", "text"),
    "image": Localised("imagen", "image"),
    "audio": Localised("audio", "audio"),
    "video": Localised("vídeo", "video"),
    "pdf": Localised("PDF", "PDF"),
    "embedding": Localised("vectores", "embeddings"),
}
_CHOICES: dict[str, Localised] = {
    "dense": Localised("densa", "dense"),
    "moe": Localised("mezcla de expertos (MoE)", "mixture of experts (MoE)"),
    "hybrid": Localised("híbrida", "hybrid"),
    "hybrid-moe": Localised("híbrida con mezcla de expertos", "hybrid mixture of experts"),
    "ssm": Localised("de espacio de estados", "state-space"),
    "diffusion": Localised("de difusión", "diffusion"),
    "proprietary": Localised("propietaria", "proprietary"),
    "base": Localised("base, sin ajustar", "base, not tuned"),
    "instruct": Localised("ajustado a instrucciones", "instruction-tuned"),
    "chat": Localised("ajustado al diálogo", "dialogue-tuned"),
    "reasoning": Localised("de razonamiento", "reasoning"),
    "none": Localised("no hay", "none"),
}
LESS_IS_BETTER = Localised(" (puesto medio en EuroEval; 1 es el mejor)", " (mean rank in EuroEval; 1 is best)")
"""What a figure of `languages_measured` is, said after the field's name."""
MANY_LANGUAGES = 12
"""Longer lists of languages are cut, and counted."""


def value_in_words(field: str, fact: Fact | None, language: Language) -> str:
    """ "128K tokens", "0,15 USD", "sí"; an unpublished figure is said to be so, and an unknown one to be unknown."""
    if fact is None:
        return UNKNOWN.in_(language)
    value = fact.value
    if value is None:
        return _NOT_DISCLOSED.in_(language)
    if isinstance(value, bool):
        return {"es": ("no", "sí"), "en": ("no", "yes")}[language][value]
    if isinstance(value, tuple):
        return _list_in_words(field, value, language)
    if isinstance(value, str):
        if FIELDS[field].type == "date" and value[:4].isdigit():
            return day(value, language)
        return _CHOICES[value].in_(language) if value in _CHOICES else value
    if field in _TOKENS:
        return f"{tokens(value, language)} tokens"
    if field.startswith("price_"):
        return usd(value, language)
    if field.startswith("params_"):
        return f"{number(value, language)}B"
    if field == "pretraining_tokens_t":
        return f"{number(value, 'en')} trillion tokens" if language == "en" else f"{_billones(value)} de tokens"
    unit = {"tokens/s": " tokens/s", "s": " s"}.get(fact.unit or "", "")
    mode = mode_of(fact.variant).in_(language) if unit else ""  # a wait with and without reasoning are two things
    return number(value, language) + unit + mode


def _billones(value: float) -> str:
    """Millions of millions, as Spanish counts them: 15 -> "15 billones", 0,3 -> "300 mil millones"."""
    if value < 1:
        return f"{number(value * 1000, 'es', 0)} mil millones"
    return f"{number(value, 'es')} {'billón' if value == 1 else 'billones'}"


def _list_in_words(field: str, value: tuple[str, ...], language: Language) -> str:
    if field == "languages_official":
        names = [language_name(code, language) for code in value]
        if len(names) > MANY_LANGUAGES:
            more = len(names) - MANY_LANGUAGES
            names = [*names[:MANY_LANGUAGES], f"{more} más" if language == "es" else f"{more} more"]
        return listed(names, language)
    if field in ("modalities", "modalities_out"):
        return listed([_MODALITIES[v].in_(language) if v in _MODALITIES else v for v in value], language)
    if field == "licence_limits":
        return "; ".join(LICENCE_LIMITS[v].in_(language) if v in LICENCE_LIMITS else v for v in value)
    return listed(list(value), language)


def with_kind(field: str, fact: Fact, language: Language) -> str:
    """The value, and "(medido)" or "(estimado)" where it is not simply what the vendor declares."""
    words = value_in_words(field, fact, language)
    kind = {"measured": _MEASURED, "estimated": _ESTIMATED}.get(fact.kind)
    return f"{words} ({kind.in_(language)})" if kind else words


def field_label(field: str, language: Language) -> str:
    return FIELDS[field].label.in_(language)


def size_in_words(card: Card, language: Language, noun: str = "") -> str:
    """ "8B", "30,5B en total y 3,3B activos"; `noun` (" parámetros") after the first figure; empty without a number."""
    total, active = card.number("params_total_b"), card.number("params_active_b")
    if total is None:
        return ""
    shown = f"{number(total, language)}B{noun}"
    if active is None or active >= total * 0.95:
        return shown
    both = Localised("{} en total y {} activos", "{} in total and {} active").in_(language)
    return both.format(shown, f"{number(active, language)}B")


_OTHER_NAMES = {"status": Localised("retirados o históricos", "retired or historical")}


def name_of(key: str, language: Language) -> str:
    """What a field, a need or a reason for exclusion is called."""
    if key in _OTHER_NAMES:
        return _OTHER_NAMES[key].in_(language)
    return label(key, language) if key in NEEDS else field_label(key, language) if key in FIELDS else key
