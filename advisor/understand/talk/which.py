"""Which of the models shown: "¿cuál de los tres va más rápido?", "which ones fit at Q8?", "any of them European?"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from advisor.domain.needs import Change, Dialogue, Intent, ModelMention, Understanding
from advisor.domain.outlook import Outlook
from advisor.domain.which import Way, Which
from advisor.errors import KnowledgeError
from advisor.understand.machines.devices import Mention
from advisor.understand.talk.of_pair import LEAD, of_pair, regardless
from advisor.understand.talk.whom import ALL, FIRST, OF_SO_MANY, THEM, among, counted
from advisor.understand.words.reading import MODEL, Reading
from advisor.understand.words.text import fold

_LONGEST = 18
"""Words beyond which a message says more than such a question."""
_GOES_ON = 7
"""Words of a question that goes on from one before it."""
_SUPERLATIVE = r"(?:\w+est|most|least|best)\b"
_ASKS = re.compile(
    rf"\b(?:cual|cuales|which|quien|quienes)\b|^{LEAD}who\b(?! (?:makes|made))"
    rf"|\b(?:que (?:modelo|modelos|ia|opcion)|what (?:model|models|ai|one|ones))\b"
    rf"|^{LEAD}what(?:s| is| are) the {_SUPERLATIVE}|\bwhat (?:fits|would fit|can i (?:run|fit))\b|\bque (?:me )?(?:cabe|entra|puedo correr)\b"
)
_BARELY = re.compile(
    rf"^{LEAD}(?:el|la|los|las) (?:que )?(?:mas|menos|mejor)\b|^{LEAD}(?:el|la|los|las) que \w+ (?:mas|menos|mejor)\b"
    rf"|^{LEAD}the {_SUPERLATIVE}"
)
"""Asks so with a question mark only: without one, "the cheapest you have" wishes for it."""
_ANY = re.compile(
    rf"\b(?:alguno|alguna|algunos|any|anyone|ninguno|none|either|neither)\b.{{0,12}}\b{THEM}|\b{THEM} (?:hay )?(?:alguno|alguna)\b"
    rf"|^{LEAD}(?:alguno|alguna)\b(?! (?:con|que|mas|menos|de \d|para|por|sin|otro|otra|mejor|buen\w*))|^{LEAD}(?:do|does|can|are|is) any\b(?! (?:other|more|newer|better|model|ai))"
)
_EVERY = re.compile(
    rf"\b(?:son|estan|tienen|admiten|hablan|ven|es) (?:todos|todas|todo)\b|\b(?:todos|todas|ambos|los (?:dos|tres|cuatro|cinco)) (?:son|tienen|admiten|ven|hablan|estan|usan|permiten|soportan|razonan|caben|funcionan|van)\b"
    rf"|^{LEAD}(?:are|do|is|can|have|has|does|will|would) (?:they|these|those|all|both|all of (?:them|these|those)|the (?:two|three|four|five)|every one|each)\b|\ball of (?:them|these|those)\b|\bthey all\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:que (?:es|son|significa) (?:un|una|el|la|lo|eso|rag|lora|moe)|(?:what is|whats|what are) an?\b|(?:modelo|model|ia|ai) (?:uso|usar|usamos|do (?:i|we) use)|a year|yearly|per year|al ano|anual|batch\w*|lotes|cach\w+|por que|why|how come|en general|in general|del mundo|in the world|del mercado|on the market|out there|que existe\w*|ever|de todos los tiempos"
    r"|recom\w+|elegir\w*|eliges|escoger\w*|coger\w*|quedar\w*|me quedo|pick|choose|would you|should i|should we|prefer\w*|te gusta"
    r"|grafica|graphics card|gpu|tarjeta|laptop|portatil|provider|proveedor\w*|quantization|cuantizacion\w*|program\b|app)\b"
)
"""Asks for a reason, for a choice, for the whole market, or for what is no model."""
_GIVES_WAY: tuple[Outlook | None, ...] = (
    None, "other_use", "matter", "newer", "bigger", "smaller", "cheaper", "roomier",
)  # fmt: skip
"""Views whose phrases are shorter than what is asked of several models."""
_REASON = re.compile(r"\b(?:por que|why|how come)\b")
_BETTER = r"(?:mejor|mejores|mas|bien|best|better|good|great|strong\w*|well|most|fluent|domin\w+|destac\w+|bueno|buena|fuerte|ganan?|wins?|worst|peor)"
_OWN = re.compile(
    r" (?:en|con|para) (?:mi|nuestr[oa]) (?:portatil|equipo|pc|ordenador|grafica|tarjeta|mac|maquina|compu\w*)\b| (?:on|with|for) (?:my|our) (?:own )?(?:laptop|gpu|card|machine|pc|mac|computer|rig)\b"
)
"""Where it runs is known."""
_NOT = re.compile(
    r"\b(?:no (?:son|es|tienen?|sean|ven|ve|estan?|usan?|llevan?)|que no|no (?:chin|american|europe|frances|espan)\w+|arent|isnt|are not|is not|not (?:chinese|american|european|french|from|by|open)|dont|doesnt|do not|does not|cant|cannot|non)\b"
)
_QUANTIZED = (
    ("Q4_K_M", r"q ?4|4 ?bits?|int ?4|awq|gptq|nf ?4"),
    ("Q5_K_M", r"q ?5|5 ?bits?"),
    ("Q6_K", r"q ?6|6 ?bits?"),
    ("Q8_0", r"q ?8|8 ?bits?|int ?8|fp ?8"),
    ("fp16", r"fp ?16|bf ?16|f ?16|16 ?bits?|full precision|sin cuantizar|unquanti[sz]ed"),
)
_WHOLE = re.compile(r"\b(?:enter[oa]s?|whole|fully|entirely|complet[oa]s?)\b")
_KEYS: Mapping[str, frozenset[str]] = {
    "speed": frozenset({"latency"}),
    "context": frozenset({"min_context_tokens"}),
    "output": frozenset({"min_output_tokens"}),
    "size": frozenset({"max_params_b", "min_params_b"}),
    "quality": frozenset({"use_case", "programming_languages", "modalities", "training_type"}),
    "images": frozenset({"modalities", "use_case"}),
    "video": frozenset({"modalities", "use_case"}),
    "audio": frozenset({"modalities", "use_case", "latency"}),
    "language": frozenset({"languages"}),
    "tool_calling": frozenset({"tool_calling", "use_case"}),
    "structured_output": frozenset({"structured_output"}),
    "reasoning": frozenset({"reasoning", "training_type", "use_case"}),
    "commercial_use": frozenset({"commercial_use"}),
    "open_weights": frozenset({"open_weights", "commercial_use"}),
    "licence": frozenset({"open_weights", "commercial_use"}),
    "freest": frozenset({"open_weights", "commercial_use"}),
    "offline": frozenset({"local"}),
    "origin": frozenset({"vendor_origin", "excluded_vendors", "languages"}),
    "house": frozenset({"vendor_origin", "excluded_vendors"}),
    "free": frozenset({"budget_usd_month"}),
    "fine_tuned": frozenset({"fine_tuning"}),
    "unmeasured": frozenset({"use_case", "excluded_models"}),
    "power": frozenset({"use_case"}),
    "users": frozenset({"users"}),
    "regardless": frozenset({"latency", "budget_usd_month", "max_params_b"}),
}
_ALWAYS = frozenset({"priority", "mentioned_models"})
"""Needs whose words such a question has for what it asks, beside those that every one may have."""


@dataclass(frozen=True)
class _Entry:
    thing: str
    way: Way
    value: str
    pattern: re.Pattern[str]
    noun: re.Pattern[str] | None


@dataclass(frozen=True)
class WhichWords:
    """The words of knowledge/which.yaml, and the makers by every name (folded) that they go by."""

    entries: tuple[_Entry, ...]
    houses: Mapping[str, str]

    @classmethod
    def load(cls, path: Path, houses: Mapping[str, str]) -> WhichWords:
        """Raises KnowledgeError where an entry lacks a language."""
        entries = []
        for number, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
            if not row.get("es") or not row.get("en") or row.get("way") not in ("most", "least", "has"):
                raise KnowledgeError(
                    f"{path.name}: la entrada {number} necesita «way» y palabras en los dos idiomas.",
                    f"{path.name}: entry {number} needs a way and words in both languages.",
                )
            words = [str(word) for word in (*row["es"], *row["en"])]
            nouns = [str(word) for word in row.get("noun", ())]
            entries.append(
                _Entry(
                    str(row["thing"]),
                    row["way"],
                    str(row.get("value", "")),
                    re.compile(r"\b(?:" + "|".join(words) + r")(?:\b|$)"),
                    re.compile(r"\b(?:" + "|".join(nouns) + r")\b") if nouns else None,
                )
            )
        return cls(tuple(entries), houses)

    def find(
        self,
        reading: Reading,
        view: Outlook | None,
        changes: Sequence[Change],
        mentions: Sequence[ModelMention],
        machines: Sequence[Mention] = (),
    ) -> Which | None:
        """What is asked, and of which models; None where the turn asks for something else, or tells a need."""
        supposed = [("ram_gb" if m.device.unified else "vram_gb", m.owned.memory_gb * m.count) for m in machines[:1]]
        dialogue = reading.dialogue
        text = " ".join(t.text for t in reading.message.tokens if t.kind != "mark")
        words = text.split()
        if view not in _GIVES_WAY:
            return regardless(text, dialogue) if view in ("rent", "short", "what_if", "others") else None
        known = {*dialogue.shown, *dialogue.focus, *dialogue.ranked}
        if len(known) < 2 or not dialogue.shown or not 0 < len(words) <= _LONGEST:
            return None
        if any(not m.models or not set(m.models) <= known for m in mentions) or self._names(reading, mentions):
            return None
        text = _OWN.sub("", text)
        thing = None if _ELSEWHERE.search(text) else self._thing(reading, text, goes_on=False, before=None)
        picked = None if _ASKS.search(text) or mentions or _ELSEWHERE.search(text) else self._picked(text)
        pair = None if _REASON.search(text) else of_pair(text, dialogue, mentions, thing, picked)
        if pair is not None:
            keys = _KEYS.get(pair.thing, frozenset()) | _ALWAYS
            return pair if all(c.key in keys or _holds(dialogue, c) for c in changes) else None
        return None if _ELSEWHERE.search(text) else self._of_group(reading, text, changes, mentions, supposed)

    def _of_group(
        self,
        reading: Reading,
        text: str,
        changes: Sequence[Change],
        mentions: Sequence[ModelMention],
        supposed: list[tuple[str, float]],
    ) -> Which | None:
        dialogue, words = reading.dialogue, text.split()
        goes_on = dialogue.which is not None and len(words) <= _GOES_ON
        any_of, every = bool(_ANY.search(text)), bool(_EVERY.search(text))
        barely = bool(reading.message.questions) and bool(_BARELY.search(text))
        asks = bool(_ASKS.search(text)) or barely or any_of or every
        continues = bool(
            re.match(r"(?:y|e|and|what about|how about|que hay de|que tal|ok and|vale y|pero|but|o)\b", text)
        )
        if not asks and not (goes_on and continues):
            return None
        sizes: list[tuple[str, float]] = [
            (c.key, float(str(c.value))) for c in changes if c.key in ("vram_gb", "ram_gb") and not _holds(dialogue, c)
        ]
        sizes = sizes or supposed
        if sizes and (_ASKS.search(text) or any_of) and self._names_fit(text):
            whom = among(text, dialogue, mentions)
            return Which("fits_in", "has", f"{sizes[0][0]}:{sizes[0][1]:g}", whom) if len(whom) > 1 else None
        found = _bound(changes) or self._thing(reading, text, goes_on=not asks, before=dialogue.which)
        if found is None or (found.way == "has" and not asks and not continues):
            return None
        if (every or any_of) and found.way != "has":
            return None
        keys = _KEYS.get(found.thing, frozenset()) | _ALWAYS
        if any(c.key not in keys and not _holds(dialogue, c) for c in changes):
            return None
        whom = among(text, dialogue, mentions)
        if len(whom) < 2:
            return None
        negated = found.way == "has" and not every and not any_of and bool(_NOT.search(text))
        return replace(found, among=whom, every=any_of or every, none_of=negated)

    def _picked(self, text: str) -> tuple[str, Which | None] | None:
        """ "What do I lose with the cheapest?", "does the newest one take images?": by what one is pointed at, and what is asked
        of it beside that."""
        found = [(e, m) for e in self.entries if e.way != "has" for m in e.pattern.finditer(text)]
        pointed = [(e, m) for e, m in found if re.search(r"\b(?:the|el|la)$", text[: m.start()].rstrip())]
        if not pointed:
            return None
        entry, match = max(pointed, key=lambda pair: len(pair[1].group()))
        rest = f"{text[: match.start()]}{text[match.end() :]}"
        thing = next((e for e in self.entries if e.way == "has" and e.thing != "fits" and e.pattern.search(rest)), None)
        return f"{entry.thing}:{entry.way}", Which(thing.thing, "has", thing.value) if thing else None

    def _names_fit(self, text: str) -> bool:
        return any(e.thing == "fits" and e.pattern.search(text) for e in self.entries)

    def _names(self, reading: Reading, mentions: Sequence[ModelMention]) -> bool:
        """Whether a model is named, and not pointed at."""
        pointed = sum(len(m.models) for m in mentions)
        return any(mark == MODEL for mark in reading.taken) and not pointed

    def _thing(self, reading: Reading, text: str, *, goes_on: bool, before: Which | None) -> Which | None:
        if quantized := [q for q, words in _QUANTIZED if re.search(rf"\b(?:{words})\b", text)]:
            return self._fitting(text, quantized, before if goes_on else None)
        superlative = re.search(rf"\b{_BETTER}\b", text) is not None
        best = max(
            ((e, m) for e in self.entries if (m := _longest(e.pattern, text))),
            key=lambda pair: len(pair[1]),
            default=None,
        )
        if goes_on and before and before.thing == "language" and _OFFICIAL.search(text):
            return replace(before, way="has")
        tongues = [h.value for h in reading.longest("tongue")]
        if best and best[0].thing == "origin" and not superlative:
            tongues = []  # "is the second one chinese?"
        if len(set(tongues)) == 1 and len(tongues[0]) <= _CODE and not (best and best[0].thing == "output"):
            official = _OFFICIAL.search(text)
            speaks = re.search(
                r"\b(?:habl\w+|sab\w+|entiend\w+|escrib\w+|speak\w*|know\w*|understand\w*|writ\w+|defiend\w+|domin\w+|traduc\w+|translat\w+)\b",
                text,
            )
            if official and not superlative:
                return Which("language", "has", tongues[0])
            if superlative or (speaks and not best):
                return Which("language", "most" if superlative else "has", tongues[0])
            if goes_on and before and before.thing in ("language", "quality"):
                return replace(before, thing="language", way="most", value=tongues[0])
            return None
        if (best and best[0].thing == "fits") or (_LARGEST.search(text) and self._names_fit(text)):
            return self._fits(text, reading)
        house = next(
            (
                slug
                for name, slug in self.houses.items()
                if re.search(rf"\b(?:de|by|from|of|son|are|is|es) {name}\b", text)
            ),
            "",
        )
        if house and not best:
            return Which("house", "has", house)
        if best:
            entry = best[0]
            use = _use(reading) if entry.thing == "quality" else ""
            return Which(entry.thing, entry.way, entry.value or use)
        if (superlative or _FOR.search(text)) and (use := _use(reading)):
            return Which("quality", "most", use)
        if noun := next((e for e in self.entries if e.noun and e.noun.search(text)), None):
            if goes_on or superlative or noun.way == "has":
                return Which(noun.thing, noun.way, noun.value)
        if goes_on and before and (FIRST.search(text) or OF_SO_MANY.search(text) or ALL.search(text)):
            return before
        return None

    def _fitting(self, text: str, quantized: Sequence[str], before: Which | None) -> Which | None:
        """ "¿Con Q8 cuál me cabe?", "the biggest that fits at Q6?"; "is q5 better than q4?" asks of none of them."""
        if len(quantized) > 1:
            return None
        fits = self._names_fit(text)
        largest = _LARGEST.search(text)
        if not (fits or largest or (before and before.thing == "fits")):
            return None
        return Which("fits", "most" if largest else "has", quantized[0])

    def _fits(self, text: str, reading: Reading) -> Which | None:
        """Without a quantization: "¿cuáles caben enteros?", "what's the biggest I can run?"."""
        if any(n.value > 1 for n in reading.numbers) or reading.has("machine"):
            return None
        if _LARGEST.search(text):
            return Which("fits", "most", "")
        return Which("fits", "has", "") if _WHOLE.search(text) else None


_LARGEST = re.compile(r"\b(?:mas grandes?|biggest|largest|mas gordos?|mayor)\b")
_FOR = re.compile(r"\b(?:para|for)\b")
_OFFICIAL = re.compile(r"\b(?:oficial\w*|official\w*|soport\w+|support\w*)\b")
NO_WORDS = WhichWords((), {})
_CODE = 3


def _bound(changes: Sequence[Change]) -> Which | None:
    """A figure that they are to reach: "which of them take 128k?", "any of them bigger than 7b?"."""
    bounds = {"min_context_tokens": "context", "min_params_b": "size", "max_params_b": "size"}
    told = next((c for c in changes if c.key in bounds and c.op == "set"), None)
    if told is None:
        return None
    least = "" if told.key.startswith("min") else "-"
    return Which(bounds[told.key], "has", f"{least}{float(str(told.value)):g}")


def _longest(pattern: re.Pattern[str], text: str) -> str:
    return max((m.group() for m in pattern.finditer(text)), key=len, default="")


def _use(reading: Reading) -> str:
    """The use that is named; empty where none is, or it is the one told."""
    for kind in ("use_case", "use_hint", "use_word"):
        if hits := reading.longest(kind):
            return hits[-1].value
    return "coding" if reading.has("programming") else ""


def _holds(dialogue: Dialogue, change: Change) -> bool:
    return change.op in ("set", "add") and dialogue.needs.get(change.key) == change.value


def may_ask(text: str, before: Dialogue) -> bool:
    """Whether it is short, and anything has been shown of which it may be asked."""
    return bool(before.shown) and len(text) <= _LETTERS


_LETTERS = 160
_NEVER = frozenset({"adversarial", "reset", "off_topic"})


def asked_of_several(
    words: WhichWords, reading: Reading, machines: Sequence[Mention], said: Understanding
) -> Understanding:
    """What was read, or in its place which of several models it is that the message asks for: then it tells no need."""
    if said.reset or said.intents[0] in _NEVER:
        return said
    said_of = counted(" ".join(t.text for t in reading.message.tokens if t.kind != "mark"))
    changes = tuple(
        c for c in said.changes if fold(c.quote).strip() not in said_of.split() and fold(c.quote) not in said_of
    )
    which = words.find(reading, said.outlook, changes, said.mentions, machines)
    if which is None and len(changes) == len(said.changes):
        return said
    if which is None:  # "which do you recommend of the three?" counts models, and neither cards nor money
        told = said.intents if any(c.key != "mentioned_models" for c in changes) else ("compare",)
        return replace(said, changes=changes, devices=reading.dialogue.devices, intents=told)
    before = reading.dialogue
    kept: tuple[Intent, ...] = said.intents[:1] if said.intents[0] in ("compare", "ask_model") else ("compare",)
    return replace(
        said, intents=kept, changes=(), assumptions=before.assumed, devices=before.devices, outlook="which", which=which,
        makers=(), other_use="", matter="", dropped=(), spent="", sized="", machines="", purse=None, notices=(),
    )  # fmt: skip
