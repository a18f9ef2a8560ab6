"""Human languages and programming languages that a model must handle."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from advisor.domain.lexicon import Entry
from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.match import Hit
from advisor.understand.reading import Reading, joined
from advisor.understand.text import wordset

_NOT_NAMES = wordset("ido avar fula komi pali interlingua polish cree lao tonga chamorro divehi sango venda ewe")
"""CLDR names that are everyday words too, or that people do not mean by them."""
_CODES = wordset(
    "es en fr de it pt ca eu gl nl pl ro ru zh ja ko ar tr sv da fi cs el he hi uk vi no hu bg id th fa ur ga cy"
)
_OTHER_CODES = {"jp": "ja", "cn": "zh", "kr": "ko", "gr": "el", "cz": "cs", "dk": "da", "se": "sv", "br": "pt"}
"""Countries' codes that people write for languages."""


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
    hits = [h for h in [*reading.longest("tongue"), *_of_people(reading)] if not reading.is_taken(h.start, h.end)]
    hits = [
        h
        for h in _unique(hits)
        if (acts.keep(h.start) < Keep.SITUATION or _is_asked(reading, acts, h)) and _is_wish(reading, h)
    ]
    wanted = [h for h in hits if reading.polarity(h.start, h.end) == "yes" or _is_lacking(reading, h)]
    dropped = [h for h in hits if h not in wanted]
    if wanted and reading.dialogue.needs.names("languages") and not dropped and _only(reading, wanted[0]):
        return [reading.change("set", "languages", tuple(dict.fromkeys(h.value for h in wanted)), *joined(wanted))]
    return _list_changes(reading, "languages", wanted + _codes(reading), dropped)


def _is_asked(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """What a model asked about is to speak, for what models are compared ("X vs Y, en español"), or between what to translate."""
    words = reading.message.words
    around = {*words[hit.end : hit.end + 1], *words[max(hit.start - 1, 0) : hit.start]}
    if acts.asks_of_a_model(hit.start) or around & _ARROWS:
        return True
    act = acts.by_sentence[reading.message.tokens[hit.start].sentence]
    named = any(reading.taken[slice(*reading.sentence(hit.start))])
    return act == "compare" and named and bool(set(words[max(hit.start - 1, 0) : hit.start]) & _MEANT_FOR)


_ARROWS = frozenset(("→", ">", "↔"))
_MEANT_FOR = wordset("for para pa in en into to")


def _is_lacking(reading: Reading, hit: Hit) -> bool:
    """ "It can't write Hebrew to save its life": what the model of today lacks is wanted of the next."""
    words = reading.message.words
    start, _ = reading.clause(hit.start)
    before = words[max(hit.start - 4, start) : hit.start]
    return bool(set(before) & _CANNOT) and any(w.startswith(_DOING) for w in before) and any(reading.taken)


_CANNOT = wordset("cant cannot couldnt sabe puede")
_DOING = ("write", "speak", "handle", "do", "spell", "read", "escrib", "habl", "entend", "redact")


def _only(reading: Reading, hit: Hit) -> bool:
    """ "Solo portugués", "just in French": right before the first."""
    return any(0 <= hit.start - h.end <= 1 for h in reading.of("scope", "only"))


def _of_people(reading: Reading) -> list[Hit]:
    """ "Franceses y alemanes, en su idioma": a people stands for its language only where the message says so."""
    words = reading.message.words
    nationals = reading.of("nationals")
    if not reading.has("own_tongue"):
        guests = [h for h in nationals if any(w.startswith(_GUESTS) for w in words[max(h.start - 2, 0) : h.start])]
        nationals = [h for h in nationals if guests and h.start >= guests[0].start]
    return [Hit("tongue", h.value, h.start, h.end) for h in nationals]


_GUESTS = ("client", "turist", "huesped", "pacient", "alumn", "famili", "visitant", "usuari", "estudiant", "trabajador",
           "vien", "lleg", "entr", "recib", "atend", "atiend")  # fmt: skip
"""People to be spoken with: where they come from is what they speak."""


def _unique(hits: list[Hit]) -> list[Hit]:
    """One hit a place and value."""
    return list({(h.value, h.start): h for h in hits}.values())


def _is_wish(reading: Reading, hit: Hit) -> bool:
    """Whether the name means the language, and not people, firms or things of a country."""
    words = reading.message.words
    before = words[hit.start - 1] if hit.start else ""
    after = words[hit.end] if hit.end < len(words) else ""
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
        return not (after in ("models", "companies", "vendors", "model") and hit.value == "zh")
    for other in reading.of("tongue_not"):
        if (
            other.value == "before"
            and other.end == hit.start
            and not reading.has("side", "context", start=other.start, end=other.end)
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
    if (
        words[hit.start] == "polish"
        and not _listed(reading, hit)
        and "pl" not in reading.dialogue.needs.names("languages")
    ):
        return reading.message.text[reading.message.tokens[hit.start].start].isupper() and hit.start > 0
    return not (words[hit.start] == "latin" and after.startswith("americ"))


_LIKING = wordset("like love trust prefer hate support admire favour favor rate")


def _listed(reading: Reading, hit: Hit) -> bool:
    """In a row with another language ("german and polish")."""
    words = reading.message.words
    others = [h for h in reading.of("tongue") if h.start != hit.start]
    before = any(h.end == hit.start - 1 and words[h.end] in _ROW for h in others)
    return before or any(h.start == hit.end + 1 and words[hit.end] in _ROW for h in others)


_ROW = frozenset((",", "and", "or", "&", "/", "+", ">", "→", "y", "o"))


def _codes(reading: Reading) -> list[Hit]:
    """Two-letter codes in a row: two in capitals ("ES/EN"), two with an arrow ("jp > en"), or three of any sort."""
    message = reading.message
    words = message.words
    at = [
        i for i, t in enumerate(message.tokens) if (t.text in _CODES or t.text in _OTHER_CODES) and t.end - t.start == 2
    ]
    rows: list[list[int]] = []
    for i in at:
        if rows and i - rows[-1][-1] <= 3 and set(words[rows[-1][-1] + 1 : i]) <= _BETWEEN:
            rows[-1].append(i)
        else:
            rows.append([i])
    letters = [c for c in message.text[:2000] if c.isalpha()]
    shouts = sum(c.isupper() for c in letters) > len(letters) / 2 and len(letters) > 12
    found: list[Hit] = []
    for row in rows:
        capitals = all(message.text[message.tokens[i].start : message.tokens[i].end].isupper() for i in row)
        marks = [mark for a, b in pairwise(row) for mark in words[a + 1 : b]]
        listed = len(marks) == len(row) - 1
        spaced = len(row) > 3 and not marks and row[-1] - row[0] == len(row) - 1
        telling = sum(words[i] not in _WORDS_TOO for i in row) > 1
        if len(row) > 1 and (
            (spaced and telling)
            or (capitals and not shouts)
            or ">" in marks
            or (len(row) > 2 and listed and set(marks) <= {",", "/", "|", "+"})
        ):
            found += [Hit("tongue", _OTHER_CODES.get(words[i], words[i]), i, i + 1) for i in row]
    return found


_WORDS_TOO = wordset("es de no el it he hi da fi id is ca en fa")
"""Codes that are everyday words as well."""
_BETWEEN = frozenset((",", "/", "|", "+", "&", ">", "<", "→", "↔", "y", "and", "to", "a", "e", "o", "or"))


def read_programming(reading: Reading, acts: Acts, codes: bool) -> list[Change]:
    """Changes to the programming languages. `codes`: the use is programming, so everyday words may be languages."""
    hits = [h for h in reading.longest("programming") if not reading.is_taken(h.start, h.end)]
    hits = [h for h in hits if not _of_a_program(reading, h)]
    sure = [h for h in hits if acts.keep(h.start) < Keep.NAMES or _is_goal(reading, acts, h)]
    guarded = [
        h
        for h in reading.longest("programming_guarded")
        if not reading.is_taken(h.start, h.end)
        and acts.keep(h.start) < Keep.NAMES
        and not any(s.start <= h.start < s.end for s in sure)
    ]
    known = bool(reading.dialogue.needs.names("programming_languages"))
    speaks = any(w.startswith(("coding", "code", "program")) for w in reading.message.words)
    kept = [h for h in guarded if _is_language(reading, h, sure + guarded, codes or known or speaks)]
    everything = sorted({(h.start, h.value): h for h in sure + kept}.values(), key=lambda h: h.start)
    wanted = [h for h in everything if reading.polarity(h.start, h.end) == "yes"]
    if any(h.value == "typescript" for h in wanted):
        wanted = [h for h in wanted if h.value != "javascript" or _named_outright(reading, h)]
    dropped = [h for h in everything if reading.polarity(h.start, h.end) in ("no", "retracted")]
    if wanted and known and reading.has("scope", "only"):
        span = wanted[0].start, wanted[-1].end
        return [reading.change("set", "programming_languages", tuple(h.value for h in wanted), *span)]
    return _list_changes(reading, "programming_languages", wanted, dropped)


def _is_goal(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "What runs on a 1080 for bash?": asked in general, but with the machine and what it is for."""
    before = reading.message.words[max(hit.start - 1, 0) : hit.start]
    act = acts.by_sentence[reading.message.tokens[hit.start].sentence]
    return act == "guide" and any(reading.taken) and bool(set(before) & (_MEANT_FOR | _ROW | {"+"}))


def _of_a_program(reading: Reading, hit: Hit) -> bool:
    """The "cpp" of "llama.cpp", "llama-cpp" and their like is part of a program's name."""
    before = reading.message.words[max(hit.start - 2, 0) : hit.start]
    return reading.message.words[hit.start : hit.end] == ("cpp",) and ("llama" in before or before[-1:] == (".",))


def _named_outright(reading: Reading, hit: Hit) -> bool:
    """JavaScript itself, and not a framework that may as well be written in TypeScript."""
    return any(w.startswith("javascript") or w == "js" for w in reading.message.words[hit.start : hit.end])


def _is_language(reading: Reading, hit: Hit, others: list[Hit], codes: bool) -> bool:
    """ "go" and its like: beside another programming language, or after "in" or "of" in talk of programming."""
    message = reading.message
    words = message.words
    beside = any(o.start != hit.start and (0 <= hit.start - o.end <= 2 or 0 <= o.start - hit.end <= 2) for o in others)
    before = words[hit.start - 1] if hit.start else ""
    if words[hit.start] in ("react", "vue", "node"):
        return codes or beside
    if (
        len(hit.value) == 1
        and hit.end < len(words)
        and message.adjacent(hit.start)
        and message.tokens[hit.end].kind == "number"
    ):
        return False
    if len(hit.value) == 1 and "/" in (before, *words[hit.end : hit.end + 1]) and message.adjacent(hit.start):
        return False  # "r/LocalLLaMA"
    if (
        words[hit.start] == "go"
        and hit.end < len(words)
        and words[hit.end] in ("to", "with", "for", "up", "over", "back", "down", "on")
    ):
        return False
    if beside:
        return True
    if words[hit.start] in ("r", "c") and reading.quote(hit.start, hit.end).isupper() and before in _USING:
        return True
    if words[hit.start] in ("r", "c") and before in ("no", ",", "") and not codes:
        return False
    return codes and before in (
        "in",
        "en",
        "de",
        "of",
        "for",
        "para",
        "and",
        "y",
        "with",
        "con",
        "using",
        "mostly",
        "sobre",
        ",",
        "also",
        "tambien",
        ":",
        "",
        "(",
        "no",
        "e",
    )


_USING = wordset("en in con with using is of and y es for para")


def _list_changes(reading: Reading, key: str, wanted: list[Hit], dropped: list[Hit]) -> list[Change]:
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
