"""Programming languages that a model must handle."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.match import Hit
from advisor.understand.reading import Reading
from advisor.understand.text import wordset
from advisor.understand.tongues import list_changes

_MEANT_FOR = wordset("for para pa in en into to")
_ROW = frozenset((",", "and", "or", "&", "/", "+", ">", "→", "y", "o"))


def read_programming(reading: Reading, acts: Acts, codes: bool) -> list[Change]:
    """Changes to the programming languages. `codes`: the use is programming, so everyday words may be languages."""
    hits = [h for h in reading.longest("programming") if not reading.is_taken(h.start, h.end)]
    hits = [h for h in hits if not _of_a_program(reading, h) and (codes or not _is_a_store(reading, h))]
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
    return list_changes(reading, "programming_languages", wanted, dropped)


def _is_goal(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "What runs on a 1080 for bash?": asked in general, but with the machine and what it is for."""
    before = reading.message.words[max(hit.start - 1, 0) : hit.start]
    act = acts.by_sentence[reading.message.tokens[hit.start].sentence]
    return act == "guide" and any(reading.taken) and bool(set(before) & (_MEANT_FOR | _ROW | {"+"}))


def _of_a_program(reading: Reading, hit: Hit) -> bool:
    """The "cpp" of "llama.cpp" and the "js" of "TensorFlow.js" are parts of programs' names."""
    before = reading.message.words[max(hit.start - 2, 0) : hit.start]
    if reading.message.words[hit.start : hit.end] == ("js",) and before[-1:] == (".",):
        return True  # "TensorFlow.js"
    return reading.message.words[hit.start : hit.end] == ("cpp",) and ("llama" in before or before[-1:] == (".",))


def _is_a_store(reading: Reading, hit: Hit) -> bool:
    """ "It looks orders up in our Postgres": where data lies, if nothing is said of queries."""
    words = reading.message.words
    store = any(w.startswith(("postgre", "mysql")) for w in words[hit.start : hit.end])
    return store and not any(w.startswith(_QUERYING) for w in words)


_QUERYING = ("quer", "consultas", "consulta", "sql", "esquema", "schema", "migra", "stored", "tabl", "index", "indic")


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
    capital = reading.quote(hit.start, hit.end)[0].isupper() and hit.start > reading.sentence(hit.start)[0]
    if words[hit.start] == "go" and before in _GOING and not capital:
        return False
    if capital and (before in _USING | {"at"} or words[hit.end : hit.end + 1] in _WRITTEN) and words[hit.start] != "c":
        return codes or words[hit.start] in ("r", "go")
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


_WRITTEN = frozenset(
    (w,) for w in ("script", "scripts", "code", "package", "packages", "markdown", "programs", "functions")
)
_GOING = wordset("and y , also tambien e to i we you they ready good")
"""Right before the English verb "go"."""
_USING = wordset("en in con with using is of and y es for para")
