"""Human languages that a model must handle."""

from __future__ import annotations

from collections.abc import Iterable

from advisor.domain.lexicon import Entry
from advisor.domain.needs import Change
from advisor.understand.models.refusals import countries
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.wishes.codes import coded, shortened
from advisor.understand.wishes.put_aside import is_put_off, is_put_out
from advisor.understand.wishes.spoken_there import SPOKEN_THERE, people_and_places
from advisor.understand.words.classes import IN_A_ROW, MEANT_FOR
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading, joined
from advisor.understand.words.text import wordset

_NOT_NAMES = wordset(
    "ido avar fula komi pali odia tongan interlingua polish cree lao tonga chamorro divehi sango venda ewe"
)
"""CLDR names that are everyday words too, or that people do not mean by them."""


def cldr_entries() -> Iterable[Entry]:
    """The languages that have a two-letter code, by their names in Spanish and English (CLDR, through Babel)."""
    from babel import Locale

    spanish, english = ({str(k): str(v).lower() for k, v in Locale(code).languages.items()} for code in ("es", "en"))
    for code in spanish:
        if len(code) == 2 and code in english:
            names = {"es": spanish[code], "en": english[code]}
            kept = {k: (v,) if v not in _NOT_NAMES and "(" not in v else () for k, v in names.items()}
            if code == "pl":
                kept["en"] = ("polish",)
            if kept["es"] or kept["en"]:
                yield Entry("tongue", {"nb": "no", "nn": "no"}.get(code, code), kept["es"], kept["en"])


def read_tongues(reading: Reading, acts: Acts) -> list[Change]:
    """Changes to the languages."""
    if reading.has("unchanged") and reading.dialogue.needs.names("languages"):
        return []
    hits = [*reading.longest("tongue"), *people_and_places(reading), *shortened(reading)]
    makers = countries(reading, acts)[0]
    meant = [
        h
        for h in _unique(hits)
        if not reading.is_taken(h.start, h.end)
        and not any(c.start <= h.start < c.end for c in makers)
        and (h.kind == SPOKEN_THERE or _is_wish(reading, h) or _is_to_be_mended(reading, h))
    ]
    meant = [h for h in meant if not _for_no_reason(reading, h)]
    hits = [
        h
        for h in meant
        if acts.keep(h.start) < Keep.SITUATION or _is_asked(reading, acts, h) or _is_of_who_uses_it(reading, h)
    ]
    heard = dict.fromkeys(hits)
    hits = [h for h in meant if h in heard or any(_in_row(reading, h, other) for other in heard)]
    wanted = [h for h in hits if reading.polarity(h.start, h.end) == "yes" or _is_lacking(reading, h)]
    wanted = [h for h in wanted if not (is_put_out(reading, h) or is_put_off(reading, h))]
    kept = set(wanted)
    dropped = [h for h in hits if h not in kept]
    gone = {h.value for h in dropped if h.value in reading.dialogue.needs.names("languages")}
    wanted = [h for h in wanted if h.value not in gone or reading.corrects]
    held = bool(reading.dialogue.needs.names("languages"))
    opened = next((i for i, h in enumerate(wanted) if _only(reading, h)), None)
    if (
        held
        and opened is not None
        and not (dropped and opened)
        and not any(h.start > wanted[opened].start for h in dropped)
    ):
        wanted = wanted[opened:]
        return [reading.change("set", "languages", tuple(dict.fromkeys(h.value for h in wanted)), *joined(wanted))]
    if held and wanted and not dropped and _gives_way(reading):
        return [reading.change("set", "languages", tuple(dict.fromkeys(h.value for h in wanted)), *joined(wanted))]
    return list_changes(reading, "languages", wanted + coded(reading), dropped)


def _for_no_reason(reading: Reading, hit: Hit) -> bool:
    """ "It answers in English for some reason": what happens unasked."""
    after = reading.message.words[hit.end : hit.end + 3]
    return after[:3] in _UNASKED or after[:2] in (("sin", "motivo"), ("porque", "si"))


_UNASKED = (("for", "some", "reason"), ("for", "no", "reason"), ("por", "alguna", "razon"), ("out", "of", "nowhere"),
            ("no", "se", "por"), ("sin", "venir", "a"))  # fmt: skip


def _is_of_who_uses_it(reading: Reading, hit: Hit) -> bool:
    """ "My nan only speaks Punjabi and I want her to be able to ask it": the language of who will talk with it."""
    start, end = reading.sentence(hit.start)
    before = reading.message.words[max(hit.start - _SPOKEN, start) : hit.start]
    spoken = any(w in _SPEAKING for w in before)
    wants = [h for h in reading.of("scope", "want") if hit.end <= h.start < end]
    return spoken and any(reading.message.words[h.end : h.end + 1] in _THAT_THEY for h in wants)


_SPOKEN = 3
_THAT_THEY = (("que",), ("her",), ("him",), ("them",))
_SPEAKING = wordset("habla hablan entiende entienden speaks speak understands understand")


def _gives_way(reading: Reading) -> bool:
    """ "¿No hay? Pues en español", "then English will do", where nothing could be shown: the language asked for is given up."""
    nothing_shown = reading.dialogue.turns > 0 and not reading.dialogue.shown
    return nothing_shown and not reading.adds and bool(_THEN & set(reading.message.words[:_OPENING]))


_THEN = wordset("pues entonces bueno vale venga vaya ok okay then alright fine well")
_OPENING = 6


def asked_tongues(reading: Reading, acts: Acts) -> frozenset[str]:
    """The key of the languages where a question is whether a model speaks one: such a question is no mere talk."""
    asked = any(
        (_is_asked(reading, acts, h) or _is_asked_for(reading, acts, h)) and _is_wish(reading, h)
        for h in reading.of("tongue")
    )
    return frozenset({"languages"}) if asked else frozenset()


def _is_asked_for(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "SPANISH model?", "another language, like Spanish?": a question that names no more than the language asks for it."""
    start, end = reading.sentence(hit.start)
    words = reading.message.words[start:end]
    plain = acts.by_sentence[reading.message.tokens[hit.start].sentence] == "state" and reading.message.is_question(
        hit.start
    )
    of_models = any(w.startswith(_MODELS) for w in words) or reading.has("topic", "languages", start=start, end=end)
    return plain and of_models and not any(w in _WEIGHING or w.startswith(_WEIGHED) for w in words)


_MODELS = ("model", "llm")


def _is_asked(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """What a model asked about is to speak, for what models are compared ("X vs Y, en español"), or between what to translate."""
    words = reading.message.words
    around = {*words[hit.end : hit.end + 1], *words[max(hit.start - 1, 0) : hit.start]}
    if acts.asks_of_a_model(hit.start) or around & _ARROWS:
        return True
    act = acts.by_sentence[reading.message.tokens[hit.start].sentence]
    named = any(reading.taken[slice(*reading.sentence(hit.start))])
    if act == "compare" and named and set(words[max(hit.start - 1, 0) : hit.start]) & MEANT_FOR:
        return True
    return act in ("guide", "ask_model", "doubt") and _asks_whether(reading, hit)


def _asks_whether(reading: Reading, hit: Hit) -> bool:
    """ "Can I prompt it in Spanish?", "alguno que entienda quechua?": who asks whether it can wants it.

    Not so where languages are weighed against each other, or what follows from them is asked.
    """
    words = reading.message.words
    start, end = reading.sentence(hit.start)
    sentence = words[start:end]
    if reading.dialogue.needs and sentence[:2] in _WHAT_ABOUT and hit.start - start <= len(_WHAT_ABOUT):
        return True
    first = next((w for w in sentence if w.isalpha() and w not in _LEADS), "")
    if words[max(hit.start - 1, start) : hit.start] in _IS_IT and words[hit.end : hit.end + 1] in _AMONG_THEM:
        return True  # "how many does it cover, and is Ukrainian one of them?"
    if any(w.startswith(_SUPPORTING) for w in words[start : hit.start]) and "why" not in sentence[:2]:
        return True
    if any(w in _WEIGHING or w.startswith(_WEIGHED) for w in sentence) or first not in _WHETHER:
        return False
    if first in _WHICH and not any(
        reading.has(kind, start=start, end=end) for kind in ("use_case", "use_word", "use_hint")
    ):
        return reading.has("act", "request", start=start, end=end)
    before = words[max(hit.start - 2, start) : hit.start]
    return any(w in MEANT_FOR or w in _ABLE or w.startswith(_DOING) for w in before)


_WHAT_ABOUT = (("what", "about"), ("how", "about"), ("que", "tal"), ("que", "pasa"))
"""On top of what holds: "what about Basque?"."""
_LEADS = wordset("pero but and y so oye hey hi hola also ademas entonces then ok vale bueno")
_WHICH = wordset("what which whats que cual cuales")
_WHETHER = _WHICH | wordset(
    "can could may does do is are any has have anyone anybody will would se puedo puede pueden podria podemos hay alguien "
    "alguno alguna los el la ese este habla hablan entiende entienden sabe saben tiene tienen existe funciona sirve possible multilingual multilingue"
)
_IS_IT = (("is",), ("are",), ("esta",), ("estan",))
_AMONG_THEM = (
    ("one",),
    ("included",),
    ("supported",),
    ("covered",),
    ("among",),
    ("in",),
    ("entre",),
    ("incluido",),
    ("?",),
)
_SUPPORTING = ("support", "soport", "admit")
_ABLE = wordset(
    "good decent proper bien como like know knows enough multilingual multilingue fluent other another el al"
)
_WEIGHING = wordset(
    "better worse mejor peor than matter matters importa difference diferencia versus cost costs cuesta why how porque faster "
    "slower cheaper trained entrenado entrenaron percent % language learn learned"
)
_WEIGHED = ("token", "quantiz", "cuantiz", "perplex", "benchmark", "hurt", "corpus")


def _in_row(reading: Reading, hit: Hit, kept: Hit) -> bool:
    """Side by side in one sentence: "Sinhala-English", "English and Spanish"."""
    first, second = sorted((hit, kept), key=lambda h: h.start)
    between = reading.message.words[first.end : second.start]
    same = reading.message.tokens[first.start].sentence == reading.message.tokens[second.start].sentence
    return same and (not between or (len(between) == 1 and between[0] in IN_A_ROW))


_ARROWS = frozenset(("→", ">", "↔"))


def _is_lacking(reading: Reading, hit: Hit) -> bool:
    """ "It can't write Hebrew to save its life": what the model of today lacks is wanted of the next."""
    words = reading.message.words
    start, _ = reading.clause(hit.start)
    before = words[max(hit.start - 4, start) : hit.start]
    return bool(set(before) & _CANNOT) and any(w.startswith(_DOING) for w in before) and any(reading.taken)


_CANNOT = wordset("cant cannot couldnt sabe puede")
_DOING = ("write", "speak", "handle", "do", "spell", "read", "escrib", "habl", "entend", "redact")


def _only(reading: Reading, hit: Hit) -> bool:
    """ "Solo portugués", "just in French", "solo uno: francés": right before the first; "solo del inglés" is but one side."""
    words = reading.message.words
    if words[max(hit.start - 1, 0) : hit.start] in (("del",), ("from",)):
        return False
    if words[hit.end : hit.end + 1] in (("only",), ("solo",), ("nomas",)):
        return True  # "German only"
    return any(
        0 <= hit.start - h.end <= 1 or (h.end < hit.start and set(words[h.end : hit.start]) <= _ONE)
        for h in reading.of("scope", "only")
    )


_ONE = wordset("uno una one : , en in el la idioma language")


def _unique(hits: list[Hit]) -> list[Hit]:
    """One hit a place and value."""
    return list({(h.value, h.start): h for h in hits}.values())


def _is_wish(reading: Reading, hit: Hit) -> bool:
    """Whether the name means the language, and not people, firms or things of a country."""
    words = reading.message.words
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end] if hit.end < len(words) else ""
    if _is_the_verb(reading, hit) or _is_of_a_maker(reading, hit) or _strays(reading, hit) or _excused(reading, hit):
        return False
    if before in (
        "en",
        "in",
        "del",
        "al",
        "from",
        "into",
        "to",
        "habla",
        "hablan",
        "speak",
        "speaks",
        "entiende",
        "entienda",
        "bien",
        "good",
    ):
        known = any(h.value == "before" and h.end == hit.start and h.length > 1 for h in reading.of("tongue_not"))
        return not known and not (after in ("models", "companies", "vendors", "model") and hit.value == "zh")
    for other in reading.of("tongue_not"):
        if (
            other.value == "before"
            and other.end == hit.start
            and not reading.has("side", "context", start=other.start, end=other.end)
            and not any(o.end == hit.start for o in reading.of("scope", "only"))
        ):
            return False
        if other.value == "after" and other.start == hit.end:
            return (
                other.value == "after"
                and words[other.start] in ("model", "models", "ai", "llm", "llms")
                and hit.value != "zh"
                and reading.polarity(hit.start, hit.end) == "yes"
            )
    if before == "the" and not after.isalpha() and words[max(hit.start - 2, 0)] in _LIKING:
        return False  # "I like the French": the people, or who makes it
    if words[hit.start] == "fines" and not reading.quote(hit.start, hit.end).lower().startswith("finé"):
        return False
    return not (words[hit.start] == "latin" and after.startswith("americ"))


def _strays(reading: Reading, hit: Hit) -> bool:
    """ "They slip into Spanish", "me mete chino": what the models of today fall into is not wished for."""
    strays = any(0 <= hit.start - h.end <= 1 for h in reading.of("strays"))
    start, _ = reading.clause(hit.start)
    return strays and not any(start <= h.start < hit.start for h in reading.of("unit", "users"))


def _excused(reading: Reading, hit: Hit) -> bool:
    """ "My English is meh, so ...": how well one speaks it oneself."""
    words = reading.message.words
    return words[max(hit.start - 1, 0) : hit.start] in (("my",), ("mi",)) and words[hit.end : hit.end + 1] in _BEING


_BEING = (("is",), ("isnt",), ("es",), ("esta",), ("aint",), ("sucks",))


def _is_of_a_maker(reading: Reading, hit: Hit) -> bool:
    """ "Is Mistral French?" asks where it comes from."""
    start, _ = reading.sentence(hit.start)
    asked = reading.message.words[start : start + 1] in (("is",), ("are",), ("was",), ("isnt",))
    return asked and hit.start > start and bool(reading.taken[hit.start - 1])


def _is_the_verb(reading: Reading, hit: Hit) -> bool:
    """ "To polish my texts", and "polish" in lower case where no other language stands beside it."""
    words = reading.message.words
    if words[hit.start] != "polish" or _listed(reading, hit) or "pl" in reading.dialogue.needs.names("languages"):
        return False
    if words[hit.end : hit.end + 1] and words[hit.end] in _POLISHED:
        return True
    capital = reading.message.text[reading.message.tokens[hit.start].start].isupper() and hit.start > 0
    return not capital and words[max(hit.start - 1, 0) : hit.start] not in (("in",), ("speaks",), ("speak",), ("into",))


_POLISHED = wordset("my our the this these it up a an his her your their some text texts off each every")
_LIKING = wordset("like love trust prefer hate support admire favour favor rate")


def _is_to_be_mended(reading: Reading, hit: Hit) -> bool:
    """ "My English is bad, check my emails": an excuse, but also what is to be corrected."""
    own = reading.message.words[max(hit.start - 1, 0) : hit.start] in (("my",), ("mi",))
    sorry = reading.message.words[max(hit.start - 2, 0) : hit.start - 1] in (
        ("for",),
        ("sorry",),
        ("excuse",),
        ("pardon",),
    )
    return own and not sorry and reading.has("use_case", "proofreading")


def _listed(reading: Reading, hit: Hit) -> bool:
    """In a row with another language ("german and polish")."""
    words = reading.message.words
    others = [h for h in reading.of("tongue") if h.start != hit.start]
    before = any(h.end == hit.start - 1 and words[h.end] in IN_A_ROW for h in others)
    return before or any(h.start == hit.end + 1 and words[hit.end] in IN_A_ROW for h in others)


def list_changes(reading: Reading, key: str, wanted: list[Hit], dropped: list[Hit]) -> list[Change]:
    """Adds to what holds; a plain correction ("no, in Catalan") replaces it; what is denied goes."""
    held = reading.dialogue.needs.names(key)
    changes: list[Change] = []
    out = [h for h in dropped if h.value in held]
    if out:
        changes.append(
            reading.change("remove", key, tuple(dict.fromkeys(h.value for h in out)), out[0].start, out[-1].end)
        )
    values = tuple(dict.fromkeys(h.value for h in sorted(wanted, key=lambda h: h.start)))
    if not values:
        return changes
    start, end = min(h.start for h in wanted), max(h.end for h in wanted)
    replaces = held and reading.corrects and not reading.adds and not out
    if replaces and set(values) & set(held):
        replaces = reading.has("scope", "only")
    changes.append(reading.change("set" if replaces or not held else "add", key, values, start, end))
    return changes
