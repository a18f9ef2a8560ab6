"""The one use that comes nearest to what a message describes."""

from __future__ import annotations

from itertools import pairwise

from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.examples import ExampleSense
from advisor.understand.match import Hit
from advisor.understand.reading import Reading

_WEIGHT = {
    "image_generation": 5.0,
    "transcription": 4.6,
    "voice": 4.4,
    "rag": 4.2,
    "semantic_search": 4.2,
    "roleplay": 4.0,
    "coding": 3.8,
    "translation": 3.8,
    "summarization": 3.8,
    "proofreading": 3.6,
    "sentiment": 3.8,
    "classification": 3.5,
    "extraction": 3.6,
    "agent": 3.4,
    "math": 3.4,
    "brainstorming": 3.4,
    "creative_writing": 3.5,
    "data_analysis": 3.4,
    "vision": 3.5,
    "document_analysis": 3.2,
    "education": 3.2,
    "writing": 3.0,
    "chatbot": 3.1,
    "general": 2.2,
}
"""How telling an outright phrase is: where two uses are named, the more special one carries the wish."""
_HINT = 1.0
_WORD = 0.5
_MORE = 0.35
_LEAST, _LEAST_AT_FIRST = 0.9, 0.6
"""Evidence below which no use is read: one leaning word alone, unless it opens the talk in a short message."""
_SHORT = 14
_EXAMPLES = 1.6
"""What the examples' full agreement adds to a use that phrases name."""
_OUTRIGHT, _CLEAR = 2.0, 0.55
_READ = 250
_GOAL_BONUS = 1.2
_EARLY_BONUS = 0.4
_IMPLIED = {"image_generation": "image", "vision": "image", "transcription": "audio", "voice": "audio"}


def read_use(reading: Reading, acts: Acts, sense: ExampleSense) -> list[Change]:
    """A change of use, with the modality and latency that it implies."""
    said = (*reading.of("use_case"), *reading.longest("use_hint"), *reading.longest("use_word"))
    hits = [h for h in said if _counts(reading, acts, h) and not _is_text(reading, h)]
    if _only_thanks(reading):
        return []
    hits = [h for h in hits if not _spoken_for(reading, h, ("memory",) if h.kind == "use_case" else _OTHER_KINDS)]
    greetings = reading.of("act", "greet")
    hits = [h for h in hits if not any(g.start <= h.start and h.end <= g.end for g in greetings)]
    if reading.has("period", "million_tokens", "thousand_tokens"):
        hits = [
            h
            for h in hits
            if not set(reading.message.words[h.start : h.end]) & {"entrada", "entradas", "input", "output"}
        ]
    hits += _by_language(reading, acts)
    found: dict[str, list[tuple[float, Hit]]] = {}
    for hit in hits:
        found.setdefault(hit.value, []).append((_score(reading, hit), hit))
    likely = sense.weigh(_words(reading, acts))
    if not found:
        return _from_examples(reading, acts, likely)
    best = {use: max(rows, key=lambda row: (row[0], -row[1].start)) for use, rows in found.items()}
    scores = {use: best[use][0] + _MORE * _others(rows, best[use][1]) for use, rows in found.items()}
    scores = {use: score + _EXAMPLES * likely.get(use, 0.0) for use, score in scores.items()}
    value = max(scores, key=lambda use: (scores[use], -best[use][1].start))
    if scores[value] < _OUTRIGHT and (guess := _from_examples(reading, acts, likely)) and guess[0].value not in scores:
        return guess
    opening = (
        reading.dialogue.turns == 0
        and len(reading.message.words) <= _SHORT
        and not (reading.has("money_not") or reading.has("act", "off_topic"))
    )
    if scores[value] < (_LEAST_AT_FIRST if opening else _LEAST):
        return []
    hit = best[value][1]
    held = reading.dialogue.needs.text("use_case")
    if held and not _replaces(reading, value, held, scores):
        return []
    changes = [reading.change("set", "use_case", value, hit.start, hit.end)]
    if hit.kind == "use_word" and value not in ("voice", "transcription"):
        return changes
    if value in _IMPLIED:
        changes.append(reading.change("add", "modalities", (_IMPLIED[value],), hit.start, hit.end))
    if value == "voice":
        changes.append(reading.change("set", "latency", "low", hit.start, hit.end))
    return changes


_OTHER_KINDS = (
    "flag",
    "priority",
    "latency",
    "machine",
    "memory",
    "unit",
    "period",
    "fine_tuning",
    "training_type",
    "free",
    "topic",
    "act",
    "errand",
)


def _spoken_for(reading: Reading, hit: Hit, kinds: tuple[str, ...]) -> bool:
    """Whether a leaning word is part of what says something else ("JSON" as output, "graphics" as a card)."""
    return any(o.start <= hit.start and hit.end <= o.end for kind in kinds for o in reading.of(kind))


def _words(reading: Reading, acts: Acts) -> list[str]:
    """The words that may tell a use: of statements, without what is denied, belongs to a name or says another wish."""
    spoken = {
        i for kind in ("flag", "latency", "priority", "free") for h in reading.of(kind) for i in range(h.start, h.end)
    }
    elsewhere = {i for kind in _OTHER_KINDS if kind != "act" for h in reading.of(kind) for i in range(h.start, h.end)}
    return [
        token.text
        for i, token in enumerate(reading.message.tokens[:_READ])
        if token.kind == "word"
        and i not in elsewhere
        and not reading.taken[i]
        and i not in spoken
        and acts.keep(i) < Keep.SITUATION
        and reading.polarity(i, i + 1) == "yes"
    ]


def _from_examples(reading: Reading, acts: Acts, likely: dict[str, float]) -> list[Change]:
    """A use that no phrase names but the examples know well, quoted by the words that speak for it."""
    if not likely or reading.dialogue.needs.text("use_case"):
        return []
    value = max(likely, key=lambda use: likely[use])
    if likely[value] < _CLEAR:
        return []
    spans = [
        i
        for i, t in enumerate(reading.message.tokens[:_READ])
        if t.kind == "word" and len(t.text) > 3 and acts.keep(i) < Keep.SITUATION
    ]
    return [reading.change("set", "use_case", value, spans[0], spans[-1] + 1)] if spans else []


def _others(rows: list[tuple[float, Hit]], best: Hit) -> int:
    """How many more words of their own speak for a use, four at most."""
    seen = {best.end - 1}
    for _, hit in rows:
        if not any(hit.start <= i < hit.end for i in seen):
            seen.add(hit.end - 1)
    return min(len(seen) - 1, 4)


def _by_language(reading: Reading, acts: Acts) -> list[Hit]:
    """A programming language said to be written or known makes programming the likely use."""
    words = reading.message.words
    found = []
    for hit in reading.longest("programming"):
        before = words[max(hit.start - 2, 0) : hit.start]
        after = words[hit.end] if hit.end < len(words) else ""
        if hit.value in ("html", "css", "bash", "sql") and not any(
            w in ("en", "in", "de", "para", "for") for w in before
        ):
            continue
        if (
            after
            in ("team", "developer", "developers", "script", "api", "sdk", "client", "shop", "experience", "library")
            or "desde" in before
            or "from" in before
            or "via" in before
        ):
            continue
        if _counts(reading, acts, hit) or (
            acts.keep(hit.start) < Keep.NAMES and reading.polarity(hit.start, hit.end) == "yes"
        ):
            found.append(Hit("use_language", "coding", hit.start, hit.end))
    return found


def _only_thanks(reading: Reading) -> bool:
    """Thanks, and news of what one will do, tell no use."""
    if not reading.has("act", "thank") or reading.has("scope", "want") or reading.numbers or reading.has("own", "run"):
        return False
    words = reading.message.words
    goal = any(w in ("para", "pa", "for", "que", "algo", "something", "modelo", "model") for w in words)
    return not goal and len(words) <= 16 and len(reading.message.sentence_bounds) == 1 and not reading.message.questions


_PROCESSING = ("tokens", "words", "pages", "characters")


def _is_text(reading: Reading, hit: Hit) -> bool:
    """A transcript or subtitles that there are already, to be summarised or translated, are text and no recording."""
    words = reading.message.words
    if hit.value != "transcription" or not any(w.startswith(_WRITTEN) for w in words[hit.start : hit.end]):
        return False
    if reading.has("modality", "audio") or any(w.startswith(("transcrib", "grab", "record")) for w in words):
        return False
    other = any(h.value not in ("transcription", "voice") for h in reading.of("use_case"))
    before = words[max(hit.start - 3, 0) : hit.start]
    had = any(w in ("tengo", "have", "de", "from", "of", "mis", "my", "estas", "these", "las") for w in before)
    return other or had or reading.has("unit", *_PROCESSING)


_WRITTEN = ("transcripcion", "transcript", "subtitul", "subtitl")


def _counts(reading: Reading, acts: Acts, hit: Hit) -> bool:
    named = reading.taken[hit.start : hit.end].count(1)
    if acts.keep(hit.start) >= Keep.NAMES or named == hit.length:
        return False
    if acts.keep(hit.start) == Keep.SITUATION:
        before = reading.message.words[max(hit.start - 3, 0) : hit.start]
        if not any(w in ("para", "for", "at", "en", "to", "de") for w in before):
            return False
    return reading.polarity(hit.start, hit.end) == "yes"


def _score(reading: Reading, hit: Hit) -> float:
    """Outright phrases weigh by kind, hints little; both more as the goal of the sentence, and the earlier the better."""
    if hit.kind == "use_language":
        return 2.6
    if hit.kind == "use_word":
        return _WORD + _WEIGHT[hit.value] / 20
    base = _WEIGHT[hit.value] if hit.kind == "use_case" else _HINT + _WEIGHT[hit.value] / 10
    words = reading.message.words
    before = words[max(hit.start - 3, 0) : hit.start]
    if any(w in ("para", "for", "to", "uso", "use", "de", "sobre", "mostly", "es") for w in before):
        base += _GOAL_BONUS
    if reading.has("scope", "want", start=reading.clause(hit.start)[0], end=hit.start):
        base += 0.5
    start, _ = reading.clause(hit.start)
    if any(start <= h.start < hit.start for h in reading.of("scope", "today")):
        base -= 1.5
    return base + _EARLY_BONUS * (1 - hit.start / max(len(words), 1)) + 0.15 * (min(hit.length, 3) - 1)


def _replaces(reading: Reading, value: str, held: str, scores: dict[str, float]) -> bool:
    """A later mention of another use changes it only when it is outright and not something on top."""
    if value == held or scores[value] < 2.5:
        return False
    if held in scores and scores[held] > scores[value] - 1.0:
        return False
    if reading.adds and not reading.corrects:
        return False
    return reading.corrects or reading.has("scope", "want") or _states_goal(reading)


def _states_goal(reading: Reading) -> bool:
    words = reading.message.words
    return any(
        a in ("es", "its", "for", "para") and b in ("para", "for", "un", "a", "a", "escribir", "generar")
        for a, b in pairwise(words)
    ) or words[:1] in (("para",), ("for",))
