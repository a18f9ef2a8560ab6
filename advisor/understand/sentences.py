"""What each sentence does: states, asks about a concept or a model, doubts, passes on hearsay. Only statements change needs."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from advisor.understand.match import Hit
from advisor.understand.reading import Reading
from advisor.understand.text import wordset

Act = Literal["state", "guide", "ask_model", "doubt", "hearsay", "why", "compare", "adversarial", "errand", "reset"]

_AUXILIARIES = wordset("is are do does can could would will did isnt arent doesnt")
_SUBJECTS = wordset(
    "i we you it they he she this that these those there a an the my your any anyone someone rag models "
    "smaller bigger open"
)
_QUESTION_STARTS = wordset("cual cuales cuanto cuanta cuantos cuantas what which how why when who whats")
_ACCENTED = wordset("qué cómo cuál cuáles cuánto cuánta cuántos cuántas dónde quién cuándo")
_OPENERS = wordset("y and ok vale pues so entonces oye hey but pero bro cool hola hi a")
_ASKING = _OPENERS | wordset(
    "please por favor porfa can could you puedes podrias me to help ayudame hey just will would quiero que i want need "
    "necesito , ( : - ¿ ¡ now ahora then first"
)
_PASSED_ON = wordset(
    "ponga pongamos busque busquemos use usemos mire miremos pruebe should shall must tengo tenemos haya"
)
"""What makes somebody's words a request passed on ("my boss says we should ...")."""
_INDIRECT = wordset("know sabes sabe sabeis wonder wondering pregunto duda dime tell curious")
_WHICH = frozenset(["cual", "cuales", "which"])
_POLITE = wordset("we i it you ser estar quedar bajar que")
_NEEDING = frozenset(["need", "needs", "necesito", "necesitamos", "necesita", "needed"])
_QUOTED_TASK = re.compile(
    r"(please |por favor )?(translate|say|spell|traduce|di|how do you say|como se dice|cómo se dice)\s+[\"'«“‘]",
    re.IGNORECASE,
)
_WISHED = ("use_case", "tongue", "priority", "latency")
"""What, said before words of asking, makes a sentence without a question mark a wish."""
_WISHING = wordset(
    "quiero queremos quisiera busco buscamos recomiendas recomiendan recomendais me want looking id recommend"
)
_MODEL_WORDS = wordset(
    "modelo modelos model models llm llms ia ai ias bot chatbot asistente assistant api something algo alguno"
)
_CONTRASTS = wordset(
    "pero but yo i im ive ahora now y and my mi mio mia mine mias algo quiero need only just solo queda quedan left so "
    "well nosotros we our aqui here"
)
_IMPERSONAL = wordset(
    "possible ok okay true necessary enough legal better bad common normal the like worse easy hard a an "
    "posible verdad cierto necesario suficiente mejor peor malo normal legal lo el la un una que mucho obligatorio sentido "
    "para for matter make help mean take really"
)
"""After "is it" or "es": nothing in particular is spoken of."""
_MACHINE_WORDS = wordset("card gpu laptop machine computer grafica tarjeta portatil ordenador maquina")
_FLAT = frozenset(
    (("is", "enough"), ("es", "suficiente"), ("basta", "con"), ("suffice",), ("will", "do"), ("sufficient",), ("enough",),
     ("me", "sobra"), ("me", "llega"), ("merece", "la", "pena"), ("vale", "la", "pena"))
)  # fmt: skip
"""Doubts only where they are asked."""


class Sentences:
    """The act of every sentence of a reading. `named`: the spans of models."""

    def __init__(self, reading: Reading, named: list[tuple[int, int]]) -> None:
        self._reading = reading
        self._named = named
        self.by_sentence: dict[int, Act] = {
            number: self._act(start, end) for number, (start, end) in reading.message.sentence_bounds.items()
        }

    def has(self, *acts: Act) -> bool:
        return any(act in acts for act in self.by_sentence.values())

    @cached_property
    def spoken(self) -> int:
        """How many sentences have words in them."""
        tokens = self._reading.message.tokens
        bounds = self._reading.message.sentence_bounds.values()
        return sum(any(t.kind != "mark" for t in tokens[start:end]) for start, end in bounds)

    def _asks(self, start: int, end: int) -> bool:
        """Whether the sentence wishes; "do I need" and "¿necesito ...?" only ask."""
        hits = [h for h in self._reading.of("scope", "want") if start <= h.start and h.end <= end]
        if not (self._reading.message.is_question(start) or self._opens_like_question(start, end)):
            return bool(hits)
        words = self._reading.message.words
        return any(not set(words[h.start : h.end]) & _NEEDING for h in hits)

    def _turns(self, i: int) -> bool:
        words = self._reading.message.words[i : i + 2]
        if set(self._reading.message.words[i : i + 4]) & {"mia", "mio", "mine", "mias", "yo", "i", "ours"}:
            return True
        return any(w in _CONTRASTS for w in words)

    def _first(self, hits: list[Hit], start: int, end: int) -> Hit | None:
        return next((h for h in hits if start <= h.start and h.end <= end), None)

    def _act(self, start: int, end: int) -> Act:
        reading = self._reading
        if not any(token.kind == "word" for token in reading.message.tokens[start:end]):
            return "state"

        def has(kind: str, *values: str) -> bool:
            return reading.has(kind, *values, start=start, end=end)

        marked = reading.message.is_question(start)
        question = marked or self._opens_like_question(start, end)
        wants, owns = self._wants(start, end), self._owns(start, end)
        if has("act", "adversarial") or self._harms(start, end):
            return "adversarial"
        if has("act", "reset") and not has("fine_tuning", "any"):
            return "reset"
        if self._is_errand(start, end):
            return "errand"
        if (
            has("act", "hearsay")
            and not wants
            and not set(reading.message.words[start:end]) & _PASSED_ON
            and not self._early(reading.of("act", "why"), start, end)
        ):
            return "hearsay"
        if has("act", "slip") or self._asks_for_more(start, end) or (has("multiply") and not marked):
            return "state"
        named = sum(start <= a < end for a, _ in self._named)
        why = self._early(reading.of("act", "why"), start, end)
        if why and not owns and (not wants or named or has("act", "why_choice")):
            return "why" if named or has("act", "why_choice") or end - why.end <= 2 else "guide"
        if self._doubts(start, end, marked) and not wants and not has("act", "refer"):
            if marked or (not owns and self._early(reading.of("scope", "doubt"), start, end)):
                return "doubt" if not (owns and self._hardware(start, end)) else "state"
        guide = self._early(reading.of("act", "guide"), start, end)
        if guide and not question and any(start <= h.start < guide.start for kind in _WISHED for h in reading.of(kind)):
            guide = None  # "separar los correos que son spam": what is wished comes first
        if guide and not question and guide.start >= reading.clause(start)[1] and self._limited(start, guide.start):
            guide = None  # "24B or more, with less it loses the thread": the reason for a limit asks nothing
        shown = bool(reading.dialogue.shown)
        compares = has("act", "compare") and not self._limits(start, end)
        if compares and (named or has("act", "refer") or (shown and not self._explains(start, end))):
            return "compare"
        if guide and named > 1:
            return "compare"
        if wants or owns or not (question or guide):
            return "state"
        return self._question(start, end, marked, named > 0, guide)

    def _asks_for_more(self, start: int, end: int) -> bool:
        """ "Would Urdu be possible too?": on top of what holds, asked politely."""
        reading = self._reading
        adds = reading.has("scope", "add", start=start) and reading.sentence(start)[0] == start
        kinds = any(reading.has(kind, start=start, end=end) for kind in ("tongue", "programming", "modality"))
        explains = reading.has("act", "guide", start=start, end=end) or reading.has(
            "act", "refer", start=start, end=end
        )
        return adds and kinds and bool(reading.dialogue.needs) and not explains and not any(self._named)

    def _doubts(self, start: int, end: int, marked: bool) -> bool:
        """Whether it doubts; "no me alcanza", said flatly, does not."""
        words = self._reading.message.words
        hits = [h for h in self._reading.of("scope", "doubt") if start <= h.start and h.end <= end]
        flat = [
            h
            for h in hits
            if words[h.start : h.end] not in _FLAT and "no" not in words[max(h.start - 2, start) : h.start]
        ]
        return bool(hits if marked else flat)

    def _question(self, start: int, end: int, marked: bool, named: bool, guide: Hit | None) -> Act:
        """A question that wishes for nothing: about a model, about how things are, or about something else."""
        reading = self._reading
        if self._of_the_one_shown(start, end, marked) and not (guide and guide.length > 2):
            return "ask_model"
        if self._what_if(start) or self._follows_up(start, end) or self._limits(start, end):
            return "state"
        if self._weighs(start, end):
            return "compare"
        asks = self._early(reading.of("act", "ask_model"), start, end)
        refers = reading.has("act", "refer", start=start, end=end)
        if guide is None and marked:
            guide = self._first(reading.of("act", "guide"), start, end)
        if (
            named
            or refers
            or (
                asks
                and (not guide or asks.length > guide.length)
                and bool(reading.dialogue.shown or reading.dialogue.focus)
            )
        ):
            return "ask_model"
        if guide:
            return "guide"
        first = self._first_word(start, end)
        if first in _WHICH and self._speaks_of_models(start, min(start + 6, end)):
            return "state"
        seeks = reading.has("use_case", start=start, end=end) or reading.has("act", "another", start=start, end=end)
        if first in _QUESTION_STARTS | _AUXILIARIES:
            return "state" if seeks and not self._in_general(start, end) else "guide"
        if (
            not seeks
            and marked
            and (reading.has("machine", start=start, end=end) or reading.has("unit", "gb", start=start, end=end))
        ):
            if reading.has("flag", start=start, end=end):
                return "state"
            return "ask_model"  # "local on an 8 GB phone?": the machine is said, whatever is asked
        describes = bool(set(self._reading.message.words[start:end]) & {"para", "pa", "for"})
        counts = bool(self._limited(start, end)) or reading.has("period", start=start, end=end)
        return "state" if seeks or not marked or describes or counts or reading.is_taken(start, end) else "guide"

    def _explains(self, start: int, end: int) -> bool:
        """Whether it asks how something is, in words that are no part of comparing ("what do I give up?")."""
        compares = self._reading.of("act", "compare")
        asks = [h for h in self._reading.of("act", "guide") if start <= h.start and h.end <= end]
        return any(not any(c.start <= h.start and h.end < c.end for c in compares) for h in asks)

    def _weighs(self, start: int, end: int) -> bool:
        """ "Which is fastest?" of the models shown asks, and wishes for nothing yet."""
        reading = self._reading
        words = self._plain(start, end)
        copula = words[1:2] in (["is"], ["es"]) or words[1:3] == ["one", "is"]
        return (
            len(reading.dialogue.shown) > 1
            and words[:1] in (["which"], ["cual"])
            and copula
            and reading.has("priority", start=start, end=end)
            and not reading.has("use_case", start=start, end=end)
            and not self._limited(start, end)
        )

    def _of_the_one_shown(self, start: int, end: int, marked: bool) -> bool:
        """ "Is it faster?", "¿es de código abierto?": the subject is the model that is spoken of."""
        if not (self._reading.dialogue.shown or self._reading.dialogue.focus):
            return False
        words = self._plain(start, end)
        about = words[1:2] in (["it"], ["that"], ["this"]) and words[0] in _AUXILIARIES
        told = marked and words[:1] in (["es"], ["tiene"], ["admite"], ["soporta"])
        said = words[2:3] if about else words[1:2]
        return (about or told) and bool(said) and said[0] not in _IMPERSONAL and len(words) <= 8

    def _plain(self, start: int, end: int) -> list[str]:
        """The words from the first that is no opener."""
        words = [w for w in self._reading.message.words[start:end] if w.isalnum()]
        while words and words[0] in _OPENERS:
            words = words[1:]
        return words

    def _limits(self, start: int, end: int) -> bool:
        """ "Can we keep it under $1?", "which one below 8B?": a question that sets a limit seeks a model within it."""
        reading = self._reading
        words = [w for w in reading.message.words[start:end] if w.isalnum() and w not in _OPENERS]
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
            if start <= h.start and any(0 <= n.start - h.end <= 2 and n.end <= end for n in self._reading.numbers)
        ]

    def _first_word(self, start: int, end: int) -> str:
        """The first word that is no opener ("y", "ok", "so")."""
        return next(iter(self._plain(start, end)), "")

    def _in_general(self, start: int, end: int) -> bool:
        """ "Can a model with 8k read 30 pages?" asks about any model."""
        words = [w for w in self._reading.message.words[start:end] if w.isalnum() and w not in _OPENERS]
        return words[1:2] in (["a"], ["an"], ["un"], ["una"], ["models"], ["llms"]) and bool(
            set(words[2:4]) & (_MODEL_WORDS | _MACHINE_WORDS) or words[1] in _MODEL_WORDS
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
        ) or self._elliptic(words)

    def _elliptic(self, words: list[str]) -> bool:
        """A question without a verb of asking, as short as "in Spanish?" or "gratis?"."""
        return len(words) <= 3 and not (
            set(words) & (_QUESTION_STARTS | {"es", "son", "is", "que", "seguro", "sure", "really", "verdad", "cuando"})
        )

    def _harms(self, start: int, end: int) -> bool:
        """Harm asked for; a filter or a detector of it is a use like any other."""
        reading = self._reading
        if not reading.has("act", "harm", start=start, end=end):
            return False
        return not reading.has("act", "protects", start=start, end=end)

    def _wants(self, start: int, end: int) -> bool:
        """Whether the sentence wishes. In a question that opens by asking what something is, needs and nouns are no wish."""
        hits = [h for h in self._reading.of("scope", "want") if start <= h.start and h.end <= end]
        hits = [h for h in hits if not self._of_a_model(h)]
        if not hits or not (self._reading.message.is_question(start) or self._opens_like_question(start, end)):
            return bool(hits)
        words = self._reading.message.words
        closing = [h for h in self._reading.of("act", "guide") if start < h.start and 0 <= end - h.end <= 1]
        if any(words[h.start] in _QUESTION_STARTS for h in closing):
            return bool(set(words[start:end]) & _WISHING)
        asks = [
            h for h in self._reading.of("act", "guide") if start <= h.start and h.end <= end and h.start - start <= 4
        ]
        doubts = [h for h in self._reading.of("scope", "doubt") if start <= h.start and h.end <= end]
        return any(
            not any(a.start <= h.start and (a.length > 1 or a.end == h.start) for a in asks)
            or words[h.start] in _WISHING
            or any(a.start == h.start and a.length < h.length for a in asks)
            for h in hits
            if not any(d.start <= h.start and h.end <= d.end for d in doubts)
        )

    def _of_a_model(self, hit: Hit) -> bool:
        """ "A 7B needs 4 GB": what a model needs is no wish."""
        reading, i = self._reading, hit.start
        if i == 0 or reading.message.words[i] not in _NEEDING:
            return False
        return reading.taken[i - 1] == 1 or any(h.end == i for h in reading.of("unit", "params"))

    def _is_errand(self, start: int, end: int) -> bool:
        """Something to be done on the spot ("translate this"), a job advert, a shop's question, a change of language."""
        reading = self._reading
        if reading.has("errand", "market", start=start, end=end):
            return True
        if reading.has("errand", "persona", start=start, end=end):
            return True
        task = self._early(reading.of("errand", "task"), start, end)
        if task and not all(w in _ASKING for w in reading.message.words[reading.clause(task.start)[0] : task.start]):
            task = None  # an imperative opens its clause: "patients write me in Turkish" tells something
        quoted = _QUOTED_TASK.match(reading.message.text[reading.message.tokens[start].start :])
        return (task is not None or quoted is not None) and not self._speaks_of_models(start, end)

    def _speaks_of_models(self, start: int, end: int) -> bool:
        return any(w in _MODEL_WORDS for w in self._reading.message.words[start:end])

    def _owns(self, start: int, end: int) -> bool:
        words = self._reading.message.words
        return any(
            start <= h.start
            and h.end <= end
            and (
                words[h.start] in ("tengo", "tenemos", "i", "we", "ive", "weve", "dispongo", "cuento")
                or (words[h.start] in ("mi", "my", "our", "nuestro") and self._hardware(start, end))
            )
            for h in self._reading.of("own", "have")
        )

    def _hardware(self, start: int, end: int) -> bool:
        return any(self._reading.has(kind, start=start, end=end) for kind in ("machine",)) or self._reading.is_taken(
            start, end
        )

    def _early(self, hits: list[Hit], start: int, end: int) -> Hit | None:
        """The longest of these near the beginning of the sentence or of one of its clauses."""
        bounds = [self._reading.clause(h.start)[0] for h in hits]
        early = [
            h
            for h, clause in zip(hits, bounds, strict=True)
            if start <= h.start and h.end <= end and h.start - max(clause, start) <= 4
        ]
        return max(early, key=lambda h: h.length) if early else None

    def _opens_like_question(self, start: int, end: int) -> bool:
        words = self._plain(start, end)
        if not words or (words[0] in ("cuanto", "cuanta") and words[1:2] in (["mas"], ["menos"], ["antes"], ["mejor"])):
            return False
        indirect = next(
            (k for k, w in enumerate(words[:6]) if w in _INDIRECT or words[k - 1 : k + 1] == ["any", "idea"]), None
        )
        if indirect is not None and any(
            w in _QUESTION_STARTS | {"if", "si"} for w in words[indirect + 1 : indirect + 3]
        ):
            return True
        if words[0] in _AUXILIARIES:
            return words[1:2] != [] and (words[1] in _SUBJECTS or words[1].isdigit())
        return words[0] in _QUESTION_STARTS or self._accented(start, end, words[0])

    def _accented(self, start: int, end: int, word: str) -> bool:
        """Spanish question words written with their accent ("cómo", "qué")."""
        message = self._reading.message
        raw = next((message.text[t.start : t.end] for t in message.tokens[start:end] if t.text == word), "")
        return raw.lower() in _ACCENTED

    def _what_if(self, start: int) -> bool:
        words = self._reading.message.words[start : start + 4]
        return "si" in words or "if" in words
