"""What asks in a sentence, and of what: its first words, limits, comparisons, the model that is spoken of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from advisor.understand.words.classes import ARTICLES
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

AUXILIARIES = wordset("is are do does can could would will did isnt arent doesnt")
_SUBJECTS = wordset(
    "i we you it they he she this that these those there a an the my your any anyone someone rag models "
    "smaller bigger open"
)
QUESTION_STARTS = wordset("cual cuales cuanto cuanta cuantos cuantas what which how why when who whats")
_ACCENTED = wordset("qué cómo cuál cuáles cuánto cuánta cuántos cuántas dónde quién cuándo")
OPENERS = wordset("y and ok vale pues so entonces oye hey but pero bro cool hola hi a")
_ASKED = wordset("what whats how why which cual cuales cuanto cuanta cuantos cuantas")
_COMPARING = wordset("mas menos mejor peor mayor menor less more least most fewer fewest best worst better")
_OF = wordset("of de entre among from")
_THOSE = wordset("those these them esos estos ellos esas estas ellas los tres three dos two both")
_FITS = wordset("fits fit runs cabe caben entra corre va")
_FITTING = 4
"""Words of "which one fits?"."""
_NEXT = wordset("next siguiente segundo second")
_QUOTES = frozenset("\"'“«‘")
_INDIRECT = wordset("know sabes sabe sabeis wonder wondering pregunto duda dime tell curious")
_PRELUDE = 5
_TAKEN_UP = 4
_BARE_FEAR = 2
"""Words of a question that only fears something."""
_POLITE = wordset("we i it you ser estar quedar bajar que")
_MODEL_WORDS = wordset(
    "modelo modelos model models llm llms ia ai ias bot chatbot asistente assistant api something algo alguno"
)
_IMPERSONAL = wordset(
    "possible ok okay true necessary enough legal better bad common normal the like worse easy hard a an "
    "posible verdad cierto necesario suficiente mejor peor malo normal legal lo el la un una que mucho obligatorio sentido "
    "para for matter make help mean take really"
)
"""After "is it" or "es": nothing in particular is spoken of."""
_MACHINE_WORDS = wordset("card gpu laptop machine computer grafica tarjeta portatil ordenador maquina")


_ASKING_BEFORE = frozenset(
    (w,)
    for w in (
        "dime",
        "explica",
        "explicame",
        "sabes",
        "saber",
        "se",
        "entiendo",
        "y",
        "pero",
        "hola",
        "oye",
        "de",
        "¿",
        ",",
        "lo",
    )
)
_COMPARED = wordset("mas menos muy mejor peor bastante lo el la gratis barato rapido")
"""After "que es": something is said of what stands before, and nothing asked."""
_QUALITIES = (
    "lent",
    "car",
    "pesad",
    "tont",
    "mal",
    "barat",
    "rapid",
    "privad",
    "segur",
    "viej",
    "nuev",
    "chic",
    "floj",
    "buen",
)
_FLAT = frozenset(
    (("is", "enough"), ("es", "suficiente"), ("basta", "con"), ("suffice",), ("will", "do"), ("sufficient",), ("enough",), ("would", "be", "enough"), ("be", "enough"),
     ("me", "sobra"), ("me", "llega"), ("merece", "la", "pena"), ("vale", "la", "pena"))
)  # fmt: skip
"""Doubts only where they are asked."""


class Questions:
    """How the sentences of a reading ask. `named`: the spans of models."""

    def __init__(self, reading: Reading, named: list[tuple[int, int]]) -> None:
        self._reading = reading
        self._named = named

    def _first(self, hits: Sequence[Hit], start: int, end: int) -> Hit | None:
        return next((h for h in hits if start <= h.start and h.end <= end), None)

    def _hesitates(self, start: int, end: int) -> bool:
        """ "A used 3090 or two 3060s, I can't decide": what may be bought is no one's yet."""
        reading = self._reading
        between = reading.has("act", "compare", start=start, end=end) or reading.has(
            "bound", "between", start=start, end=end
        )
        buys = reading.has("own", "buy", start=start, end=end)
        return between and buys and not any(start <= a < end for a, _ in self._named) and self._either(start, end)

    def _either(self, start: int, end: int) -> bool:
        return bool(set(self._reading.message.words[start:end]) & {"o", "u", "or", "y", "and"})

    def _takes_up(self, start: int, end: int) -> bool:
        """ "And an agent?" where nothing is wished yet: what was asked of one thing is asked of the next."""
        before = self._reading.dialogue
        words = [w for w in self._reading.message.words[start:end] if w.isalnum()]
        opens = words[:1] in (["y"], ["and"]) and words[1:2] and words[1] in ARTICLES
        return bool(opens) and len(words) <= _TAKEN_UP and before.turns > 0 and not (before.needs or before.shown)

    def _asks_at(self, hit: Hit, end: int) -> bool:
        """ "X against Y: what does each tell me", "los pesos qué son": words of asking that open or are their clause's end."""
        words = self._reading.message.words
        closes = end - hit.end <= 1 and hit.length > 1 and words[hit.start] in ("que", "what", "como")
        if closes and words[hit.start - 1 : hit.start] != ("lo",):
            return True
        clause = self._reading.clause(hit.start)[0]
        marks = self._reading.message.tokens[clause : hit.start]
        return self._reading.message.words[hit.start] in _ASKED and all(t.kind == "mark" for t in marks)

    def _explains(self, start: int, end: int) -> bool:
        """Whether it asks how something is, in words that are no part of comparing ("what do I give up?")."""
        compares = self._reading.of("act", "compare")
        asks = [h for h in self._reading.of("act", "guide") if start <= h.start and h.end <= end]
        return any(not any(c.start <= h.start and h.end < c.end for c in compares) for h in asks)

    def _weighs(self, start: int, end: int) -> bool:
        """ "Which is fastest?", "¿cuál tarda menos?" of the models shown asks, and wishes for nothing yet."""
        reading = self._reading
        words = self._plain(start, end)
        more = any(w in _COMPARING or (w.endswith("est") and len(w) > 4) for w in words)
        of_those = any(first in _OF and second in _THOSE for first, second in pairwise(words))
        next_one = bool(_NEXT & set(words[:3])) and more
        more = more or (len(words) <= _FITTING and bool(set(words[1:]) & _FITS))
        opens = words[:1] in (["which"], ["cual"], ["cuales"]) or (
            words[:1] in (["whats"], ["what"], ["quien"], ["who"], ["el"], ["la"], ["the"]) and (of_those or next_one)
        )
        return (
            len(reading.dialogue.shown) > 1
            and opens
            and (more or reading.has("priority", start=start, end=end))
            and not self._speaks_of_models(start, end)
            and not reading.has("use_case", start=start, end=end)
            and not self._limited(start, end)
        )

    def _weighs_kinds(self, start: int, end: int) -> bool:
        """ "What's cheaper, my own card or an API?": asked of two ways of doing it."""
        words = self._plain(start, end)
        asked = words[:1] in (["whats"], ["what"], ["que"], ["cual"], ["which"])
        verb = words[1:2] in (["is"], ["es"], ["sale"], ["resulta"], ["sera"]) or words[:1] == ["whats"]
        compares = any(w in _COMPARING or w in ("cheaper", "faster", "safer", "barato") for w in words[1:4])
        return asked and verb and compares and bool(set(words[3:]) & {"o", "or", "u"})

    def _of_the_one_shown(self, start: int, end: int, marked: bool) -> bool:
        """ "Is it faster?", "¿es de código abierto?": the subject is the model that is spoken of."""
        if not (self._reading.dialogue.shown or self._reading.dialogue.focus):
            return False
        words = self._plain(start, end)
        about = words[1:2] in (["it"], ["that"], ["this"], ["these"], ["those"]) and words[0] in AUXILIARIES
        told = marked and words[:1] in (["es"], ["tiene"], ["admite"], ["soporta"])
        said = words[2:3] if about else words[1:2]
        return (about or told) and bool(said) and said[0] not in _IMPERSONAL and len(words) <= 8

    def _plain(self, start: int, end: int) -> list[str]:
        """The words from the first that is no opener."""
        said = self._reading.message.words[start:end]
        if ":" in said[1:_PRELUDE]:  # "thinking out loud: ..."
            said = said[said.index(":") + 1 :]
        words = [w for w in said if w.isalnum()]
        while words and words[0] in OPENERS:
            words = words[1:]
        return words

    def _limits(self, start: int, end: int) -> bool:
        """ "Can we keep it under $1?", "which one below 8B?": a question that sets a limit seeks a model within it."""
        reading = self._reading
        words = [w for w in reading.message.words[start:end] if w.isalnum() and w not in OPENERS]
        first, second = (*words, "", "")[:2]
        polite = first in ("can", "could", "puede", "puedes", "podemos", "podria") and second in _POLITE
        if not polite and first not in ("which", "what", "whats", "cual", "que"):
            return False
        limited = self._limited(start, end)
        counted = [
            *reading.of("unit", "params", "gb"),
            *reading.of("currency"),
            *reading.of("period", "million_tokens"),
        ]
        return bool(limited) and any(limited[0].end <= h.start < end for h in counted)

    def _limited(self, start: int, end: int) -> list[Hit]:
        """The words that bound a number there."""
        return [
            h
            for h in self._reading.of("bound", "max", "min")
            if start <= h.start < end and any(n.end <= end for n in self._reading.numbers_in(h.end, h.end + 3))
        ]

    def _first_at(self, start: int, end: int) -> int:
        """Where the first word stands that is no opener."""
        tokens = self._reading.message.tokens
        return next((i for i in range(start, end) if tokens[i].kind == "word" and tokens[i].text not in OPENERS), end)

    def _first_word(self, start: int, end: int) -> str:
        """The first word that is no opener ("y", "ok", "so")."""
        return next(iter(self._plain(start, end)), "")

    def _in_general(self, start: int, end: int) -> bool:
        """ "Can a model with 8k read 30 pages?" asks about any model."""
        words = self._plain(start, end)
        numbered = words[2:3] != [] and words[2].isdigit() and len(words[2]) > 2  # "a 3060"
        return words[1:2] in (["a"], ["an"], ["un"], ["una"], ["models"], ["llms"]) and bool(
            numbered or set(words[2:4]) & (_MODEL_WORDS | _MACHINE_WORDS) or words[1] in _MODEL_WORDS
        )

    def _follows_up(self, start: int, end: int) -> bool:
        """ "And in Catalan?", "what about free ones?": a wish on top of the last ones, said as a short question."""
        words = [w for w in self._reading.message.words[start:end] if w.isalnum()]
        opens = words[:1] in (["y"], ["and"], ["o"], ["or"]) or words[:2] in (
            ["what", "about"],
            ["how", "about"],
            ["que", "tal"],
        )
        return (
            opens
            and len(words) <= 9
            and not self._early(self._reading.of("act", "guide"), start, end)
            and not self._first(self._reading.of("act", "ask_model"), start, end)
        ) or (self._elliptic(words) and not self._early(self._reading.of("act", "guide"), start, end))

    def _elliptic(self, words: list[str]) -> bool:
        """A question without a verb of asking, as short as "in Spanish?" or "gratis?"."""
        return len(words) <= 3 and not (
            set(words) & (QUESTION_STARTS | {"es", "son", "is", "que", "seguro", "sure", "really", "verdad", "cuando"})
        )

    def _speaks_of_models(self, start: int, end: int) -> bool:
        return any(w in _MODEL_WORDS for w in self._reading.message.words[start:end])

    def _early(self, hits: Sequence[Hit], start: int, end: int) -> Hit | None:
        """The longest of these near the beginning of the sentence or of one of its clauses."""
        bounds = [self._reading.clause(h.start)[0] for h in hits]
        early = [
            h
            for h, clause in zip(hits, bounds, strict=True)
            if start <= h.start and h.end <= end and h.start - max(clause, start) <= 4 and not self._is_relative(h)
        ]
        return max(early, key=lambda h: h.length) if early else None

    def _is_relative(self, hit: Hit) -> bool:
        """The "que es" of "con LoRA, que es más barato" and "arranco con LoRA que es más barato" asks nothing."""
        message = self._reading.message
        words, before = message.words, message.words[max(hit.start - 1, 0) : hit.start]
        if self._gives_a_reason(hit):
            return True
        opens = hit.start == self._reading.clause(hit.start)[0] or before in _ASKING_BEFORE
        if words[hit.start] != "que" or opens or message.quote(hit.start, hit.start + 1).lower() != "que":
            return False
        return bool(set(words[hit.start + 2 : hit.start + 3]) & _COMPARED)

    def _gives_a_reason(self, hit: Hit) -> bool:
        """ "Sin razonamiento, que es lento": what is said of the thing after a comma asks nothing, unless it is marked."""
        message = self._reading.message
        if message.words[hit.start - 1 : hit.start] != (",",) or message.is_question(hit.start):
            return False
        plain = message.quote(hit.start, hit.start + 1) == "que"
        return plain and any(w.startswith(_QUALITIES) for w in message.words[hit.start + 2 : hit.start + 5])

    def _opens_like_question(self, start: int, end: int) -> bool:
        words = self._plain(start, end)
        if self._asks_of_name(start, end):
            return True
        if not words or (words[0] in ("cuanto", "cuanta") and words[1:2] in (["mas"], ["menos"], ["antes"], ["mejor"])):
            return False
        indirect = next(
            (k for k, w in enumerate(words[:6]) if w in _INDIRECT or words[k - 1 : k + 1] == ["any", "idea"]), None
        )
        if indirect is not None and any(
            w in QUESTION_STARTS | {"if", "si"} for w in words[indirect + 1 : indirect + 3]
        ):
            return True
        if words[0] in AUXILIARIES:
            return words[1:2] != [] and (words[1] in _SUBJECTS or words[1].isdigit())
        return words[0] in QUESTION_STARTS or self._accented(start, end, words[0])

    def _asks_of_name(self, start: int, end: int) -> bool:
        """ "Is Qwen open or API only", "does \"abliterated\" make it dumber": the subject is a name or a quoted word."""
        tokens = self._reading.message.tokens
        first = self._first_at(start, end)
        if first + 1 >= end or tokens[first].text not in AUXILIARIES:
            return False
        return bool(self._reading.taken[first + 1]) or (tokens[first + 1].text in _QUOTES and first + 2 < end)

    def _accented(self, start: int, end: int, word: str) -> bool:
        """Spanish question words written with their accent ("cómo", "qué")."""
        message = self._reading.message
        raw = next((message.text[t.start : t.end] for t in message.tokens[start:end] if t.text == word), "")
        return raw.lower() in _ACCENTED

    def _what_if(self, start: int) -> bool:
        words = self._reading.message.words[start : start + 4]
        return "si" in words or "if" in words

    def _harms(self, start: int, end: int) -> bool:
        """Harm asked for; a filter or a detector of it is a use like any other."""
        reading = self._reading
        if not reading.has("act", "harm", start=start, end=end):
            return False
        if reading.message.is_question(start) and len(self._plain(start, end)) <= _BARE_FEAR:
            return False  # "Scam?"
        return not reading.has("act", "protects", start=start, end=end)

    def _doubts(self, start: int, end: int, marked: bool) -> bool:
        """Whether it doubts; "no me alcanza", said flatly, does not."""
        words = self._reading.message.words
        plain = [h for h in self._reading.of("priority", "cost") if words[h.start] == "no"]  # "no da presupuesto"
        plain += self._reading.of("scope", "plain")
        hits = [h for h in self._reading.of("scope", "doubt") if start <= h.start and h.end <= end]
        hits = [
            h for h in hits if not any(p.start <= h.start and h.end <= p.end and p.length > h.length for p in plain)
        ]
        flat = [
            h
            for h in hits
            if words[h.start : h.end] not in _FLAT and "no" not in words[max(h.start - 2, start) : h.start]
        ]
        return bool(hits if marked else flat)
