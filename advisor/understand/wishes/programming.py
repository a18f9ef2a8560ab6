"""Programming languages that a model must handle."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.speech.wished import wishes
from advisor.understand.wishes.put_aside import is_put_off, is_put_out
from advisor.understand.wishes.tongues import list_changes
from advisor.understand.words.classes import IN_A_ROW, MEANT_FOR
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def read_programming(reading: Reading, acts: Acts, use: str | None, coming: str | None) -> list[Change]:
    """Changes to the programming languages. `use`: what holds; `coming`: what the message names."""
    now = coming or use
    codes = bool(_CODING & {use, coming})
    hits = [h for h in reading.longest("programming") if not reading.is_taken(h.start, h.end)]
    hits = [h for h in hits if not _of_a_program(reading, h) and (codes or not _is_a_store(reading, h))]
    if not codes:
        told = now in _OF_TEXT
        hits = [h for h in hits if _is_to_be_known(reading, h) or not (told or _is_built_with(reading, h))]
    if not wishes(reading, coming):
        return []
    sure = [
        h
        for h in hits
        if acts.keep(h.start) < Keep.NAMES or _is_goal(reading, acts, h, coming in _CODING) or _is_studied(reading, h)
    ]
    guarded = [
        h
        for h in reading.longest("programming_guarded")
        if not reading.is_taken(h.start, h.end)
        and acts.keep(h.start) < Keep.NAMES
        and (codes or now not in _OF_TEXT or _is_to_be_known(reading, h))
        and not any(s.start <= h.start < s.end for s in sure)
    ]
    known = bool(reading.dialogue.needs.names("programming_languages"))
    speaks = any(w.startswith(("coding", "code", "program")) for w in reading.message.words)
    kept = [h for h in guarded if _is_language(reading, h, sure + guarded, codes or known or speaks)]
    everything = sorted({(h.start, h.value): h for h in sure + kept}.values(), key=lambda h: h.start)
    out = {h.start for h in everything if is_put_out(reading, h) or is_put_off(reading, h)}
    wanted = [h for h in everything if reading.polarity(h.start, h.end) == "yes" and h.start not in out]
    if any(h.value == "typescript" for h in wanted):
        wanted = [h for h in wanted if h.value != "javascript" or _named_outright(reading, h)]
    dropped = [h for h in everything if reading.polarity(h.start, h.end) in ("no", "retracted") or h.start in out]
    if wanted and known and reading.has("scope", "only"):
        span = wanted[0].start, wanted[-1].end
        return [reading.change("set", "programming_languages", tuple(h.value for h in wanted), *span)]
    return list_changes(reading, "programming_languages", wanted, dropped)


_CODING = frozenset({"coding", "data_analysis"})
_OF_TEXT = wordset(
    "chatbot summarization rag document_analysis translation sentiment classification extraction vision transcription "
    "voice semantic_search brainstorming writing creative_writing proofreading math roleplay image_generation"
)
"""Uses in which a programming language tells what something is built with ("our backend is Java")."""
_KNOWING = wordset(
    "sepa sepan entienda entiendan domine know knows understand understands write writes escriba hable saque genere "
    "generate generates some algo little bit poco also tambien"
)


def _is_to_be_known(reading: Reading, hit: Hit) -> bool:
    """ "It should know SQL too", "chatting and some Python": of the model, whatever else it is for."""
    before = reading.message.words[max(hit.start - 4, reading.sentence(hit.start)[0]) : hit.start]
    return bool(set(before) & _KNOWING) and not set(before) & _OWN


_OWN = wordset("i we my our mi yo nuestro nuestra")


def _is_built_with(reading: Reading, hit: Hit) -> bool:
    """ "Mi app está en Django", "a Python script calls it": what the thing around the model is written in."""
    start, end = reading.clause(hit.start)
    near = (*reading.message.words[max(hit.start - 4, start) : hit.start], *reading.message.words[hit.end : end][:1])
    return any(w.startswith(_PROGRAMS) for w in near)


_PROGRAMS = ("app", "backend", "frontend", "web", "script", "server", "servidor", "site", "plataforma", "platform")


def _is_studied(reading: Reading, hit: Hit) -> bool:
    """ "Ayuda con mis deberes de java": what one is taught, and no trouble with a program."""
    task = reading.of("errand", "task")
    return any(0 <= hit.start - h.end <= 2 for h in task) and reading.has("use_case", "education")


def _is_goal(reading: Reading, acts: Acts, hit: Hit, named: bool) -> bool:
    """ "What runs on a 1080 for bash?", "does anyone make one for SQL?": asked in general, but for that.

    `named`: the message names programming as the use.
    """
    words = reading.message.words
    before = words[max(hit.start - 1, 0) : hit.start]
    start, _ = reading.sentence(hit.start)
    if acts.by_sentence[reading.message.tokens[hit.start].sentence] != "guide":
        return False
    if named:
        return True
    meant = set(before) & (MEANT_FOR | IN_A_ROW | {"+"})
    made = any(w.startswith(_MODELS) for w in words[start : hit.start]) and set(before) & MEANT_FOR
    return bool(meant) and (any(reading.taken) or bool(made and set(words[start : start + 4]) & _MAKING))


_MODELS = ("model", "llm")
_MAKING = wordset("make makes made sell build hay existe existen hace hacen any there anyone alguien")


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
    if words[hit.start] == "react" and any(w.startswith(_OF_AGENTS) for w in (before, *words[hit.end : hit.end + 1])):
        return False  # "ReAct prompting": how an agent reasons
    if words[hit.start] == "cuda":
        return beside or (codes and before in _WRITTEN_IN)
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


_OF_AGENTS = ("agent", "prompt", "pattern", "patron", "loop", "bucle", "reason")
_WRITTEN_IN = wordset("in en de of for para")
_WRITTEN = frozenset(
    (w,) for w in ("script", "scripts", "code", "package", "packages", "markdown", "programs", "functions")
)
_GOING = wordset("and y , also tambien e to i we you they ready good")
"""Right before the English verb "go"."""
_USING = wordset(
    "en in con with using is of and y es for para to a do does hago hacemos uso usamos use write mostly desarrollo"
)
