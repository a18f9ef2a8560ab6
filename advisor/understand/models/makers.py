"""Models and vendors: who is named, who is not wanted, and what "the second one" points at."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz import fuzz

from advisor.domain.lexicon import Lexicon
from advisor.domain.needs import Change, ModelMention
from advisor.understand.models.by_size import pointed_by_size
from advisor.understand.models.names import Named, NameIndex
from advisor.understand.models.origins import read_origins
from advisor.understand.models.praised import praises
from advisor.understand.models.refusals import is_allowed, is_verb, polarities, read_amnesty, read_countries
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Polarity, Reading
from advisor.understand.words.text import Message, wordset

_ORDINALS = {
    "primer": 0,
    "first": 0,
    "former": 0,
    "top": 0,
    "number": 0,
    "numero": 0,
    "runner": 1,
    "segund": 1,
    "second": 1,
    "tercer": 2,
    "third": 2,
    "cuart": 3,
    "fourth": 3,
    "ultim": -1,
    "last": -1,
    "latter": -1,
}
_TOLD = 3
"""Of the models shown, those that an answer names: what "those" means."""
_SEVERAL = {
    "two": 2,
    "dos": 2,
    "2": 2,
    "three": 3,
    "tres": 3,
    "3": 3,
    "four": 4,
    "cuatro": 4,
    "4": 4,
    "five": 5,
    "5": 5,
}
_BY = frozenset({"de", "from", "by", "los", "las", "of", "del"})
_LIKE_AFTER = frozenset({"like", "style", "ish", "esque"})


class Makers:
    """Vendors by the words that name them, and by country."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        self.by_country: dict[str, tuple[str, ...]] = {}
        for vendor in lexicon.vendors:
            for name in (vendor.id.replace("-", " "), *vendor.aliases):
                self._names[Message(name).words] = vendor.id
                self._names.setdefault(Message(f"{name}'s").words, vendor.id)
            self.by_country[vendor.country] = (*self.by_country.get(vendor.country, ()), vendor.id)
        self._longest = max(map(len, self._names))
        self._firsts = {name[0] for name in self._names}

    def is_vendor(self, name: str) -> bool:
        return Message(name).words in self._names

    def find(self, message: Message) -> list[Hit]:
        found: list[Hit] = []
        words = message.words
        i = 0
        while i < len(words):
            step = 1
            if words[i] in self._firsts:
                for length in range(min(self._longest, len(words) - i), 0, -1):
                    vendor = self._names.get(words[i : i + length])
                    if vendor:
                        found.append(Hit("vendor", vendor, i, i + length))
                        step = length
                        break
            i += step
        return found


def read_makers(
    reading: Reading, acts: Acts, named: list[Named], makers: Makers, names: NameIndex
) -> tuple[list[Change], list[ModelMention]]:
    """Changes to the models mentioned and to models and vendors excluded; and what each name or pointer resolves to."""
    praised = named if praises(reading) else []
    named = [name for name in named if acts.keep(name.start) < Keep.NOTHING or _is_asked_of(reading, acts, name)]
    sorted_out = _sorted(reading, acts, named, makers.find(reading.message))
    mentions = [ModelMention(n.text, names.resolve(n.text)) for n in named or praised if not _is_told_in_full(n, named)]
    changes = [
        *_excluded(reading, "excluded_vendors", [(v.value, v.start, v.end) for v in sorted_out.vendors]),
        *read_countries(reading, acts, makers.by_country),
        *read_amnesty(reading, acts, names_one=any(_is_lifted(reading, v.start) for v in sorted_out.forgiven)),
        *read_origins(reading, acts),
        *_excluded(reading, "excluded_models", [(n.text, n.start, n.end) for n in sorted_out.models]),
        *_taken_back(reading, "excluded_vendors", [(v.value, v.start, v.end) for v in sorted_out.forgiven]),
        *_taken_back(
            reading,
            "excluded_models",
            [
                (n.text, n.start, n.end)
                for n in sorted_out.seen
                if acts.keep(n.start) < Keep.SITUATION
                or reading.has("scope", "retract", "correct")
                or is_allowed(reading, (n.start, n.end), "yes")
            ],
        ),
        *_mentioned(reading, sorted_out.seen),
        *_taken_back(reading, "mentioned_models", [(n.text, n.start, n.end) for n in sorted_out.models]),
    ]
    return changes, mentions + _pointers(reading, names)


def _is_asked_of(reading: Reading, acts: Acts, name: Named) -> bool:
    """ "A friend only uses Hermes, what's special about it?": somebody's, and yet what the question is about."""
    if acts.by_sentence[reading.message.tokens[name.start].sentence] in ("ask_model", "compare"):
        return True
    _, end = reading.sentence(name.start)
    if end >= len(reading.message.words):
        return False
    start, stop = reading.sentence(end)
    after = reading.message.words[start:stop]
    asked = len(after) <= _BRIEF and bool(_OF_IT & set(after)) and reading.message.is_question(start)
    return asked and not any(reading.taken[start:stop])


_BRIEF = 8
_OF_IT = wordset("tiene tal especial special vale bueno buena good worth it its that eso ese lo necesito conviene")


def _is_told_in_full(name: Named, named: list[Named]) -> bool:
    """ "Gemma vs Qwen?" beside "Gemma 4 31B" and "Qwen3 8B": the family stands for its model that is named in full."""
    return name.text.isalpha() and any(o.text != name.text and o.text.startswith(name.text) for o in named)


@dataclass
class _Sorted:
    """Names by what is meant with them: vendors and models not wanted, vendors wanted after all, models spoken of."""

    vendors: list[Hit] = field(default_factory=list)
    models: list[Named] = field(default_factory=list)
    forgiven: list[Hit] = field(default_factory=list)
    seen: list[Named] = field(default_factory=list)


def _sorted(reading: Reading, acts: Acts, named: list[Named], vendors: list[Hit]) -> _Sorted:
    found = _Sorted()
    spans = [(n.start, n.end) for n in named] + [(v.start, v.end) for v in vendors]
    meant = polarities(reading, spans)
    vendor_at = {v.start: v for v in vendors}
    held = reading.dialogue.needs.names("excluded_vendors")
    for name in named:
        asked = acts.keep(name.start) >= Keep.SITUATION
        of_maker = name.vendor and _means_its_maker(reading, name.start)
        polarity: Polarity = "yes" if asked and not of_maker else meant[name.start, name.end]
        if of_maker and polarity in ("no", "retracted"):
            found.vendors.append(Hit("vendor", name.vendor, name.start, name.end))
            continue
        vendor = vendor_at.get(name.start) if name.bare else None
        by_vendor = vendor is not None and (_by(reading, name.start) or polarity != "yes")
        if name.vendor in held and _is_lifted(reading, name.start):
            found.forgiven.append(Hit("vendor", name.vendor, name.start, name.end))
        elif polarity in ("no", "retracted"):
            if _is_subscription(name):
                continue  # "I can't afford GPT Plus": what is not paid for, and no model
            if vendor is not None and by_vendor:
                found.vendors.append(vendor)
            else:
                found.models.append(name)
        elif not by_vendor and not _in_passing(reading, name) and (asked or not _is_subscription(name)):
            found.seen.append(name)
            if name.vendor in held and not asked and is_allowed(reading, (name.start, name.end), polarity):
                found.forgiven.append(Hit("vendor", name.vendor, name.start, name.end))
    for vendor in vendors:
        if acts.keep(vendor.start) >= Keep.NAMES or any(n.start <= vendor.start < n.end for n in named):
            continue
        if is_verb(reading.message.words, vendor.start) or _is_product(reading.message.words, vendor):
            continue
        if vendor.value in _MAKE_MACHINES and _of_its_machines(reading, acts, vendor):
            continue
        polarity = meant[vendor.start, vendor.end]
        if vendor.value in held and _is_lifted(reading, vendor.start):
            found.forgiven.append(vendor)
        elif polarity == "no" or (polarity == "retracted" and vendor.value not in held):
            found.vendors.append(vendor)
        elif vendor.value in held and is_allowed(reading, (vendor.start, vendor.end), polarity):
            found.forgiven.append(vendor)
    return found


def _is_lifted(reading: Reading, start: int) -> bool:
    """ "Lift the ban on Microsoft", "retira el veto a Microsoft": who is named right after."""
    return any(0 <= start - h.end <= _LIFTED_WITHIN for h in reading.of("party", "amnesty"))


_LIFTED_WITHIN = 2


def _is_subscription(name: Named) -> bool:
    """ "ChatGPT Plus", "Claude Pro": what is paid by the month, whatever model answers."""
    words = name.text.split()
    if words[0] == "gemini":
        return words[1:] in (["advanced"], ["premium"], ["ultra"])
    return len(words) > 1 and words[-1] in _PLANS and all(word in _SOLD for word in words[:-1])


_PLANS = wordset("plus pro max go team premium free")
_SOLD = wordset("chat gpt chatgpt claude openai anthropic copilot perplexity")
_PRODUCTS = wordset(
    "translate translator traductor maps docs sheets drive calendar search forms meet analytics play chrome workspace photos scholar "
    "word excel teams office outlook prime kindle alexa marketplace pixel nest surface xbox quest fire tv galaxy watch home"
)
"""After a vendor: what else it sells, and not its models."""
_GOOGLING = wordset("to can cant cannot could dont just lets i you we they players students people")


def _is_product(words: tuple[str, ...], vendor: Hit) -> bool:
    """ "Google Translate", "things my players can't google"."""
    if words[vendor.end : vendor.end + 1] and words[vendor.end] in _PRODUCTS:
        return True
    return words[vendor.start] == "google" and vendor.start > 0 and words[vendor.start - 1] in _GOOGLING


_MAKE_MACHINES = frozenset({"nvidia", "apple", "huawei", "xiaomi", "lg"})
_MACHINERY = wordset(
    "gpu gpus cuda graphics grafica graficas tarjeta tarjetas amd radeon intel rx rtx arc laptop portatil pc mac drivers vram "
    "movil phone iphone"
)
_OWNING = wordset("have got own has tengo tenemos hay uso")


def _of_its_machines(reading: Reading, acts: Acts, vendor: Hit) -> bool:
    """ "No Nvidia here, just AMD": what one computes on, and not whose models one takes."""
    words = reading.message.words
    start, end = reading.sentence(vendor.start)
    models = any(w.startswith(("model", "llm")) for w in words[vendor.start : vendor.end + 2])
    machines = any(start <= a < end for a, _ in acts.machines) or bool(set(words[start:end]) & _MACHINERY)
    machines = machines or bool(set(words[max(vendor.start - 2, start) : vendor.start]) & _OWNING)
    return machines and not models


def _mentioned(reading: Reading, seen: list[Named]) -> list[Change]:
    known = {_key(name) for name in reading.dialogue.needs.names("mentioned_models")}
    new: dict[tuple[str, ...], Named] = {}
    lines = {name.family for name in seen if name.family and name.text.startswith(name.family)}
    keys = {_key(name.text) for name in seen}
    for name in seen:
        key = _key(name.text)
        if any(_is_short_for(name, key, other) for other in keys):
            continue  # a title's "Gemma" beside the "Gemma 4 31B" of the text
        if name.bare and name.family in lines and _is_slip(name):
            continue  # "Claude ... calude"
        effort = key[:-1] in known or key[:-1] in new
        if effort and key[-1] in _EFFORTS:
            continue  # "Opus 5 low" beside "Opus 5"
        if key not in known and not any(_is_short_for(name, key, other) for other in (*known, *new)):
            new.setdefault(key, name)
    if not new:
        return []
    texts = tuple(name.text for name in new.values())
    spans = list(new.values())
    return [reading.change("add", "mentioned_models", texts, spans[0].start, spans[-1].end)]


def _is_slip(name: Named) -> bool:
    """Whether a bare name is its line's, misspelt."""
    family, text = name.family or "", name.text
    return text.isalpha() and not text.startswith(family) and fuzz.ratio(text, family) >= _ALIKE


_ALIKE = 80
_EFFORTS = wordset("low medium high xhigh heavy minimal")


def _is_short_for(name: Named, key: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """ "Sonnet" beside "Claude Sonnet 4.5", "gpt oss" beside "gpt oss 20b": the same model, said again."""
    if key == fuller or not set(key) <= set(fuller):
        return False
    return name.bare or not any(word[0].isdigit() for word in key)


def _taken_back(reading: Reading, key: str, rows: list[tuple[str, int, int]]) -> list[Change]:
    """What stood in a list and is said again in the other sense leaves it."""
    held = reading.dialogue.needs.names(key)
    rows = [row for row in rows if row[0] in held]
    if not rows:
        return []
    values = tuple(dict.fromkeys(row[0] for row in rows))
    return [reading.change("remove", key, values, min(r[1] for r in rows), max(r[2] for r in rows))]


def _key(name: str) -> tuple[str, ...]:
    """A name without what writers differ in: "GPT-OSS 120B" and "gpt oss 120b" are one."""
    return Message(name).words


def _excluded(reading: Reading, key: str, rows: list[tuple[str, int, int]]) -> list[Change]:
    if not rows:
        return []
    return [
        reading.change(
            "add", key, tuple(dict.fromkeys(r[0] for r in rows)), min(r[1] for r in rows), max(r[2] for r in rows)
        )
    ]


def _means_its_maker(reading: Reading, i: int) -> bool:
    """ "The makers of ChatGPT": the firm is meant."""
    return any(h.end == i for h in reading.of("party", "maker_of"))


def _by(reading: Reading, i: int) -> bool:
    words = reading.message.words
    return i > 0 and (
        words[i - 1] in ("by", "from")
        or (
            words[i - 1] == "de"
            and i > 1
            and words[i - 2] in ("los", "las", "uno", "nada", "sea", "modelos", "algo", "alguno", "sean")
        )
    )


def _is_a_shelf_gpt(words: tuple[str, ...], name: Named) -> bool:
    """ "A GPT from the GPT store", "el GPT a medida", "my custom GPT": a product that somebody set up."""
    after = words[name.end : name.end + 5]
    made = before_it(words, name) & _TAILORED or set(after[:3]) & _TAILORED or "store" in after or "medida" in after[:2]
    return bool(made)


def before_it(words: tuple[str, ...], name: Named) -> set[str]:
    return set(words[max(name.start - 1, 0) : name.start])


_TAILORED = wordset("custom personalizado personalizados propio tailored bespoke custom-made")


def _in_passing(reading: Reading, name: Named) -> bool:
    """ "ChatGPT-like" and the shop's "Copilot" describe; they name no candidate."""
    words = reading.message.words
    after = words[name.end] if name.end < len(words) else ""
    before = words[name.start - 1] if name.start else ""
    if name.text in ("gpt", "gpts") and _is_a_shelf_gpt(words, name):
        return True
    if name.text == "haiku" and after in ("generator", "poem", "poems", "contest", "in", "about", "writer", "writing"):
        return True
    return name.family == "gpt" and name.bare and (after in _LIKE_AFTER or before in ("like", "tipo", "estilo", "como"))


def _pointers(reading: Reading, names: NameIndex) -> list[ModelMention]:
    """ "The second one" among what was shown, "that one" for what the last turn was about."""
    shown, focus = reading.dialogue.shown, reading.dialogue.focus
    found = [ModelMention(reading.quote(start, end), (model,)) for start, end, model in pointed_by_size(reading, names)]
    for hit in reading.longest(
        "act", besides="ask_model"
    ):  # "tell me about" lies over "the second one" and points nowhere
        if hit.value != "refer" or not (shown or focus):
            continue
        words = reading.message.words[hit.start : hit.end]
        place = next((n for w in words for stem, n in _ORDINALS.items() if w.startswith(stem)), None)
        several = next((n for w, n in _SEVERAL.items() if w in words), None)
        if several and len(shown) > 1:
            models = (shown if several <= len(shown) else reading.dialogue.ranked)[:several]
        elif place is not None:
            row = shown if place < len(shown) else reading.dialogue.ranked
            models = row[place : place + 1] if place >= 0 else row[-1:]
        elif any(w in ("dos", "both", "two") for w in words):
            models = shown[:2]
        elif any(w in ("esos", "those") for w in words):
            models = focus if len(focus) > 1 else shown[:_TOLD]
        elif any(w in ("ese", "esa", "este", "that", "this") for w in words):
            models = focus[:1] or shown[:1]
        else:
            models = ()
        if models:
            found.append(ModelMention(reading.quote(hit.start, hit.end), tuple(models)))
    return found
