"""What a conversation has established, and how a turn changes it. Keys and types: the contract, section 2."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from advisor.domain.hardware import OwnedDevice
from advisor.domain.language import Language, Localised
from advisor.domain.lexicon import Rate
from advisor.domain.outlook import Outlook
from advisor.domain.which import Which
from advisor.errors import NeedsError

NeedValue = bool | int | float | str | tuple[str, ...]
NeedType = Literal["choice", "choices", "names", "integer", "number", "bool"]

USE_CASES = (
    "chatbot",
    "coding",
    "summarization",
    "rag",
    "document_analysis",
    "data_analysis",
    "semantic_search",
    "translation",
    "sentiment",
    "classification",
    "extraction",
    "agent",
    "vision",
    "transcription",
    "voice",
    "brainstorming",
    "writing",
    "creative_writing",
    "proofreading",
    "math",
    "roleplay",
    "image_generation",
    "education",
    "general",
)


@dataclass(frozen=True, slots=True)
class NeedSpec:
    """`names` are lower-case free words (languages, vendors); `choices` a list out of `allowed`. Numbers lie in low..high."""

    type: NeedType
    label: Localised
    allowed: tuple[str, ...] = ()
    low: float = 0.0
    high: float = math.inf


def _s(
    type_: NeedType, es: str, en: str, allowed: tuple[str, ...] = (), low: float = 0.0, high: float = 1e15
) -> NeedSpec:
    return NeedSpec(type_, Localised(es, en), allowed, low, high)


NEEDS: dict[str, NeedSpec] = {
    "use_case": _s("choice", "uso", "use case", USE_CASES),
    "languages": _s("names", "idiomas", "languages"),
    "programming_languages": _s("names", "lenguajes de programación", "programming languages"),
    "min_context_tokens": _s("integer", "contexto mínimo", "minimum context", low=1, high=1e9),
    "min_output_tokens": _s("integer", "salida mínima", "minimum output", low=1, high=1e9),
    "max_params_b": _s("number", "parámetros como máximo", "parameters at most", low=0.001, high=1e5),
    "min_params_b": _s("number", "parámetros como mínimo", "parameters at least", low=0.001, high=1e5),
    "vram_gb": _s("number", "memoria de la gráfica", "graphics memory", low=0.1, high=1e5),
    "ram_gb": _s("number", "memoria RAM o unificada", "RAM or unified memory", low=0.1, high=1e6),
    "budget_usd_month": _s("number", "presupuesto al mes", "monthly budget", high=1e10),
    "budget_usd_once": _s("number", "presupuesto en total", "budget in all", high=1e10),
    "max_usd_per_item": _s("number", "precio máximo por caso", "maximum price per case", high=1e5),
    "max_price_in_usd_per_m": _s("number", "precio máximo de entrada", "maximum input price", high=1e5),
    "max_price_out_usd_per_m": _s("number", "precio máximo de salida", "maximum output price", high=1e5),
    "tokens_per_month": _s("integer", "tokens al mes", "tokens a month", low=1),
    "items_per_month": _s("integer", "casos al mes", "cases a month", low=1),
    "users": _s("integer", "personas que lo usan", "people who use it", low=1, high=1e10),
    "items_once": _s("integer", "casos, una sola vez", "cases, once", low=1),
    "item_tokens": _s("integer", "tokens por caso", "tokens per case", low=1, high=1e9),
    "output_share": _s("number", "parte de salida de los tokens", "share of output tokens", high=1.0),
    "open_weights": _s("bool", "pesos abiertos", "open weights"),
    "commercial_use": _s("bool", "uso comercial", "commercial use"),
    "local": _s("bool", "en equipo propio", "on own hardware"),
    "tool_calling": _s("bool", "llamada a herramientas", "tool calling"),
    "structured_output": _s("bool", "salida estructurada", "structured output"),
    "reasoning": _s("bool", "razonamiento explícito", "explicit reasoning"),
    "modalities": _s("choices", "modalidades", "modalities", ("image", "audio", "video")),
    "output_modalities": _s("choices", "lo que ha de crear", "what it is to make", ("video", "music", "speech", "3d")),
    "fine_tuning": _s("choice", "ajuste fino", "fine-tuning", ("none", "prompt", "lora", "full")),
    "latency": _s("choice", "latencia", "latency", ("low",)),
    "min_tokens_per_s": _s("number", "velocidad mínima", "minimum speed", high=1e6),
    "priority": _s("choices", "prioridades", "priorities", ("cost", "quality", "speed", "privacy")),
    "excluded_vendors": _s("names", "fabricantes excluidos", "excluded vendors"),
    "excluded_models": _s("names", "modelos excluidos", "excluded models"),
    "mentioned_models": _s("names", "modelos mencionados", "models mentioned"),
    "in_place_of": _s("names", "lo que sustituye", "what it replaces"),
    "vendor_origin": _s("names", "origen del fabricante", "vendor's home"),
    "training_type": _s("choice", "tipo de entrenamiento", "training type", ("base", "instruct", "chat", "reasoning")),
}

EXTENSIONS = frozenset((
    "vendor_origin", "in_place_of", "output_modalities", "items_per_month", "users", "items_once", "item_tokens", "output_share",
    "budget_usd_once", "max_usd_per_item",
))  # fmt: skip
"""Needs of our own, beside the contract's, told apart in JSON. vendor_origin: ISO 3166 codes, or "eu"; hard like the
others. in_place_of: models and vendors that the one sought is to replace; not proposed, and not refused. output_modalities:
what is to be made that is neither text nor image. items_per_month: what was counted without a length (tickets, reviews,
queries), from which the workload is worked out with lengths that are assumed; users: who asks, where nobody says how often;
items_once the same where it is done once and not every month, which budget_usd_once may pay. item_tokens: what one of them
reads, or reads and writes where output_share is said too; max_usd_per_item: what one of them may cost. output_share: of the
tokens, those that are written (0..1), where both sides were said."""


def checked(key: str, value: object) -> NeedValue:
    """The value in its canonical type (lists as tuples without repeats, in order); NeedsError says what is wrong with it."""
    spec = NEEDS.get(key)
    if spec is None:
        raise NeedsError(f"«{key}» no es una necesidad conocida.", f'"{key}" is not a known need.')
    if spec.type == "bool" and isinstance(value, bool):
        return value
    if spec.type in ("integer", "number") and isinstance(value, int | float) and not isinstance(value, bool):
        number = float(value)
        if math.isfinite(number) and spec.low <= number <= spec.high:
            return round(number) if spec.type == "integer" else number
    if spec.type == "choice" and isinstance(value, str) and value in spec.allowed:
        return value
    if spec.type in ("names", "choices") and isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        names = tuple(dict.fromkeys(v.strip().lower() for v in value if v.strip()))
        if not spec.allowed or set(names) <= set(spec.allowed):
            return names
    raise NeedsError(
        f"El valor {value!r} no sirve para «{spec.label.es}».",
        f'{value!r} is not a usable value for "{spec.label.en}".',
    )


@dataclass(frozen=True)
class Needs:
    """A checked, immutable mapping of contract keys to values. A key is present only when it was said."""

    values: Mapping[str, NeedValue] = field(default_factory=dict)

    @classmethod
    def of(cls, raw: Mapping[str, object]) -> Needs:
        """From JSON-like data; empty lists are dropped. Raises NeedsError."""
        values = {key: checked(key, value) for key, value in raw.items() if value is not None}
        return cls({key: value for key, value in values.items() if value != ()})

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def __bool__(self) -> bool:
        return bool(self.values)

    def get(self, key: str) -> NeedValue | None:
        return self.values.get(key)

    def number(self, key: str) -> float | None:
        value = self.values.get(key)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def flag(self, key: str) -> bool | None:
        value = self.values.get(key)
        return value if isinstance(value, bool) else None

    def text(self, key: str) -> str | None:
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    def names(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key)
        return value if isinstance(value, tuple) else ()

    def with_(self, key: str, value: object) -> Needs:
        return Needs.of({**self.values, key: value})

    def without(self, key: str) -> Needs:
        return Needs({k: v for k, v in self.values.items() if k != key})

    def to_json(self) -> dict[str, Any]:
        """Plain JSON in the contract's order of keys; whole floats become ints only where the type is integer."""
        return {key: list(v) if isinstance(v := self.values[key], tuple) else v for key in NEEDS if key in self.values}

    def split_json(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The contract's needs, and our own."""
        every = self.to_json()
        return {k: v for k, v in every.items() if k not in EXTENSIONS}, {
            k: v for k, v in every.items() if k in EXTENSIONS
        }


@dataclass(frozen=True, slots=True)
class Change:
    """One change that a turn makes. `quote` is cut from the person's message: no change is made without words behind it.

    set replaces; add and remove touch members of a list; clear drops the key (value None).
    """

    op: Literal["set", "add", "remove", "clear"]
    key: str
    value: NeedValue | None
    quote: str
    origin: Literal["rules", "model"] = "rules"


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something the advisor takes for granted, with the reason; never part of the needs, dropped with a click."""

    key: str
    value: NeedValue
    reason: Localised


@dataclass(frozen=True)
class Granted:
    """What goes with the needs into a ranking: what the messages let assume, and the keys that the person will not have
    assumed."""

    assumed: tuple[Assumption, ...] = ()
    dropped: frozenset[str] = frozenset()


Intent = Literal[
    "recommend",
    "refine",
    "compare",
    "explain_why",
    "ask_guide",
    "ask_model",
    "reset",
    "smalltalk",
    "off_topic",
    "adversarial",
]


Work = Literal["requests", "documents", "pages", "tokens"]


@dataclass(frozen=True, slots=True)
class Purse:
    """A sum of money, in USD, that is asked for how much work it buys; `said` and `noun` (what is counted) as typed. Or the
    other way round: so many cases (`count`, no month's) that are asked for what they cost, and `usd` is 0."""

    usd: float
    said: str
    monthly: bool
    noun: str = ""
    of: Work = "requests"
    count: float = 0.0
    coin_usd: float = 1.0
    """USD of one unit of the currency it was said in, so that a later bare sum is in it too."""


@dataclass(frozen=True)
class Dialogue:
    """What a turn is read against: the conversation so far, as plain values."""

    needs: Needs = field(default_factory=Needs)
    quotes: Mapping[str, str] = field(default_factory=dict)
    """The words behind each need, by key."""
    language: Language | None = None
    shown: tuple[str, ...] = ()
    """Card ids of the last recommendations or comparison shown, in order."""
    focus: tuple[str, ...] = ()
    """Card ids the last turn was about."""
    quoted: tuple[str, ...] = ()
    """Guide sections that the last answer quoted; empty where it was about models."""
    devices: tuple[OwnedDevice, ...] = ()
    """The hardware named so far that vram_gb and ram_gb stand for."""
    asked: str | None = None
    """The need key that the advisor's last question was about."""
    questions: tuple[str, ...] = ()
    """The need keys asked about so far: nothing is asked twice."""
    dropped: tuple[str, ...] = ()
    """The keys of assumptions that the person has dropped."""
    supposed: Mapping[str, NeedValue | None] = field(default_factory=dict)
    """By key, what held before the person supposed something else ("what if I had a 4090?"); None: nothing did."""
    firm_devices: tuple[OwnedDevice, ...] = ()
    """The hardware that held before it; of no meaning while nothing is supposed."""
    spent: str = ""
    """The words that told what is paid today ("400 euros a month"), which a later "half of that" speaks of."""
    sized: Literal["ram_gb", ""] = ""
    """The memory that a size said on its own is of, where a machine was told of without it: RAM of a laptop, or of no card."""
    machines: str = ""
    """The message that told of more than one machine, of which a later one may choose; empty where none did."""
    assumed: tuple[Assumption, ...] = ()
    """What the messages so far let assume and still holds; what a ranking assumes of its own is not kept."""
    purse: Purse | None = None
    """The sum that the last turn asked how much it buys, of which the next may go on ("and with deepseek?")."""
    ranked: tuple[str, ...] = ()
    """Card ids of the last ranking told, whatever was compared since."""
    which: Which | None = None
    """What the last turn asked of several of them, of which the next may go on ("and the oldest?")."""
    turns: int = 0

    @property
    def granted(self) -> Granted:
        return Granted(self.assumed, frozenset(self.dropped))


@dataclass(frozen=True, slots=True)
class ModelMention:
    """A model or family named or pointed at ("el segundo"). `models` are card ids, best first; empty: no card matches."""

    quote: str
    models: tuple[str, ...]


@dataclass(frozen=True)
class Understanding:
    """What one message says, before it is applied."""

    language: Language
    intents: tuple[Intent, ...]
    changes: tuple[Change, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    """All the assumptions that hold after this turn, not only new ones."""
    mentions: tuple[ModelMention, ...] = ()
    devices: tuple[OwnedDevice, ...] = ()
    """All the hardware that holds after this turn, not only what this message named."""
    reset: bool = False
    outlook: Outlook | None = None
    makers: tuple[str, ...] = ()
    """Of a "lineup", the vendors whose models are asked for, by slug; empty: all."""
    other_use: str = ""
    """The use, beside the one told, that what was shown is asked to be good for."""
    matter: str = ""
    """Of a "matter", its name in knowledge/matters.yaml."""
    which: Which | None = None
    """Of the view "which", what is asked of which models."""
    dropped: tuple[str, ...] = ()
    """The keys of assumptions that the message takes back."""
    supposes: bool = False
    """Whether the message supposes, so that what it changes can be taken back."""
    spent: str = ""
    """The words that tell what is paid today; empty where the message does not."""
    sized: Literal["ram_gb", ""] = ""
    """The memory that a later size on its own is of; empty where the message tells of no machine."""
    machines: str = ""
    """The message, where it tells of more than one machine."""
    purse: Purse | None = None
    rate: Rate | None = None
    """The currency in which the person reckons, where it is not the dollar: costs are told in it too."""
    notices: tuple[Localised, ...] = ()
    """What the person should know about the reading: a currency rate used, a card's memory assumed."""

    @property
    def intent(self) -> Intent:
        return self.intents[0]


def applied(needs: Needs, changes: Iterable[Change]) -> Needs:
    """The needs after the changes, in order. Pure; raises NeedsError where a change does not fit its key."""
    values = dict(needs.values)
    for change in changes:
        if change.key not in NEEDS:
            raise NeedsError(f"«{change.key}» no es una necesidad conocida.", f'"{change.key}" is not a known need.')
        if change.op == "clear":
            values.pop(change.key, None)
            continue
        value = checked(change.key, change.value)
        old = values.get(change.key)
        if change.op in ("add", "remove") and isinstance(value, tuple):
            before = old if isinstance(old, tuple) else ()
            value = (
                tuple(dict.fromkeys(before + value))
                if change.op == "add"
                else tuple(v for v in before if v not in value)
            )
        if value == ():
            values.pop(change.key, None)
        else:
            values[change.key] = value
    return Needs(values)
