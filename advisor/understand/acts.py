"""What each sentence does: states, asks about a concept or a model, doubts, passes on hearsay. Only statements change needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Literal

from advisor.understand.match import Hit
from advisor.understand.reading import Reading
from advisor.understand.text import wordset

Act = Literal["state", "guide", "ask_model", "doubt", "hearsay", "why", "compare", "adversarial", "errand", "reset"]


class Keep(IntEnum):
    """What may be read out of a sentence."""

    EVERYTHING = 0
    SITUATION = 1
    """The use and the hardware by name, not wishes or amounts: a question about a model."""
    NAMES = 2
    """Only the models named: a question about a concept, a doubt."""
    NOTHING = 3


_KEPT: dict[Act, Keep] = {
    "state": Keep.EVERYTHING,
    "compare": Keep.SITUATION,
    "ask_model": Keep.SITUATION,
    "why": Keep.NAMES,
    "guide": Keep.NAMES,
    "doubt": Keep.NAMES,
    "hearsay": Keep.NOTHING,
    "adversarial": Keep.NOTHING,
    "errand": Keep.NOTHING,
    "reset": Keep.NOTHING,
}
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
_FITTING = wordset("fits fit runs run cabe caben entra entran corre corren works work goes cargo")
_POLITE = wordset("we i it you ser estar quedar bajar que")
_HAVING = wordset(
    "tiene tienen tenia usa usan usaba lleva corre gasta paga compro monta has have had uses use used runs ran owns got bought "
    "pays paid spent dice dijo says said swears"
)
_GIVING = ("giv", "gave", "lend", "lent", "regal", "prest", "dej", "dio", "dado", "pasa", "hered")
_SUBJECT_WITHIN = 3
"""Tokens from the beginning of a clause in which its subject stands."""
_NEEDING = frozenset(["need", "needs", "necesito", "necesitamos", "necesita", "needed"])
_QUOTED_TASK = re.compile(
    r"(please |por favor )?(translate|say|spell|traduce|di|how do you say|como se dice|cómo se dice)\s+[\"'«“‘]",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"(?<!\w)(?:\"[^\"\n]{12,}\"|“[^”]{12,}”|«[^»]{12,}»|[‘'](?=\w)[^\n]{12,}?\S[’'](?!\w))")
_QUOTED_WORDS = 4
_QUOTES_WITHIN = 5000
_AUTHORITIES = ("jef", "boss", "manager", "client", "encarg", "direct", "supervis", "profe", "teacher", "prof", "empresa",
                "company", "legal", "customer", "cto", "ceo", "socio", "partner", "pide", "piden", "wants")  # fmt: skip
_SAYING = frozenset(
    ("says", "said", "dice", "dijo", "decia", ":", "reads", "repeat", "repite", "every", "cita", "quote")
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
_MACHINE_WORDS = wordset("card gpu laptop machine computer grafica tarjeta portatil ordenador maquina")
_FLAT = frozenset(
    (
        ("is", "enough"),
        ("es", "suficiente"),
        ("basta", "con"),
        ("suffice",),
        ("will", "do"),
        ("sufficient",),
        ("enough",),
        ("me", "sobra"),
        ("me", "llega"),
        ("merece", "la", "pena"),
        ("vale", "la", "pena"),
    )
)
"""Doubts only where they are asked."""


class Acts:
    """The act of every sentence of a reading, and what it leaves to be read."""

    def __init__(
        self, reading: Reading, named: list[tuple[int, int]], machines: Sequence[tuple[int, int]] = ()
    ) -> None:
        """`named` and `machines`: the spans of models and of hardware."""
        self._reading = reading
        self._named = named
        self._machines = machines
        self.by_sentence: dict[int, Act] = {
            number: self._act(start, end) for number, (start, end) in reading.message.sentence_bounds.items()
        }
        self._keep = bytearray(len(reading.message.tokens))
        for number, (start, end) in reading.message.sentence_bounds.items():
            self._keep[start:end] = bytes([_KEPT[self.by_sentence[number]]]) * (end - start)
        self._leads()
        self._suppositions()
        self._quotes()
        self._others()
        self._goods()
        if reading.of("errand", "market") and not reading.has("scope", "want"):
            self._keep = bytearray([Keep.NOTHING]) * len(self._keep)
        for hit in reading.of("use_case"):
            if self.by_sentence[reading.message.tokens[hit.start].sentence] in (
                "ask_model",
                "compare",
            ) and self._is_goal(hit):
                start, end = reading.sentence(hit.start)
                self._keep[start:end] = bytes(end - start)

    def keep(self, i: int) -> Keep:
        return Keep(self._keep[i])

    def asks_of_a_model(self, i: int) -> bool:
        """Whether the sentence asks what a model that it names can do: what it is to do there is needed."""
        start, end = self._reading.sentence(i)
        act = self.by_sentence[self._reading.message.tokens[i].sentence]
        return act == "ask_model" and any(start <= a < end for a, _ in self._named) and self._keep[i] == Keep.SITUATION

    def has(self, *acts: Act) -> bool:
        return any(act in acts for act in self.by_sentence.values())

    def _leads(self) -> None:
        """ "M3 Max 36GB here, what fits?": hardware stated before the question begins is stated, whatever is asked then."""
        reading = self._reading
        message = reading.message
        for number, (start, end) in message.sentence_bounds.items():
            if _KEPT[self.by_sentence[number]] is not Keep.NAMES:
                continue
            asks = self._asking_clause(start, end)
            if not message.is_question(start):
                self._rest(asks, end)
            if self._for_me(start, end):
                self._keep[start:end] = bytes([Keep.SITUATION]) * (end - start)
            if (
                asks > start
                and not self._conditional(start, asks)
                and not reading.has("unit", "tokens", start=start, end=asks)
            ):
                self._keep[start:asks] = bytes([Keep.SITUATION]) * (asks - start)

    def _rest(self, asks: int, end: int) -> None:
        """ "Explain-like-I'm-ten science, offline tablet, under 4 billion": the clauses after, where they name hardware or limits."""
        reading = self._reading
        after = reading.clause(asks)[1]
        limited = self._limited(after, end)
        machine = any(after <= a < end for a, _ in self._machines) or reading.has("machine", start=after, end=end)
        if after < end and (limited or machine):
            self._keep[after:end] = bytes(end - after)

    def _for_me(self, start: int, end: int) -> bool:
        """ "What do I need on a 5080?": asked for oneself, with the machine as the means."""
        words = self._reading.message.words
        means = any(
            start <= a < end and set(words[max(a - 3, start) : a]) & {"on", "with", "en", "con"}
            for a, _ in self._machines
        )
        return means and bool(
            set(words[start:end]) & {"i", "we", "me", "us", "puedo", "podemos", "hago", "pongo", "meto"}
        )

    def _asking_clause(self, start: int, end: int) -> int:
        """Where the clause begins that makes the sentence a question; its start where there is but one."""
        reading = self._reading
        at = start
        while at < end:
            clause_end = min(reading.clause(at)[1], end)
            begin = at + (reading.message.tokens[at].kind == "mark")
            if self._opens_like_question(begin, clause_end) or any(
                begin <= h.start < begin + 4 and h.end <= clause_end
                for kind, value in (("act", "guide"), ("act", "why"), ("scope", "doubt"))
                for h in reading.of(kind, value)
            ):
                return at
            at = clause_end
        return start

    def _conditional(self, start: int, end: int) -> bool:
        return any(w in ("si", "if", "when", "cuando") for w in self._reading.message.words[start:end])

    def _suppositions(self) -> None:
        """ "If I double the window to 16k, does ...?" supposes: of it only the machine is read."""
        message = self._reading.message
        for number, (start, end) in message.sentence_bounds.items():
            first = self._first_word(start, end)
            asked = self.by_sentence.get(number + 1) in ("guide", "doubt", "ask_model") or (
                number in message.questions and self.by_sentence[number] == "state"
            )
            if first in ("si", "if") and asked and not self._wants(start, end) and end - start > 2:
                self._keep[start:end] = bytes([max(Keep.SITUATION, k) for k in self._keep[start:end]])

    def _quotes(self) -> None:
        """Words in quotation marks are another's, unless somebody with a say passes them on."""
        message = self._reading.message
        for quoted in _QUOTED.finditer(message.text[:_QUOTES_WITHIN]):
            inside = [i for i, t in enumerate(message.tokens) if quoted.start() < t.start and t.end < quoted.end()]
            if len(inside) < _QUOTED_WORDS:
                continue
            outside = {t.text for t in message.tokens if not quoted.start() < t.start < quoted.end()}
            if not any(w.startswith(_AUTHORITIES) for w in outside) and (outside & _SAYING or len(outside) > 1):
                self._keep[inside[0] : inside[-1] + 1] = bytes([Keep.NOTHING]) * (inside[-1] + 1 - inside[0])

    def _others(self) -> None:
        """What somebody else has, or the person had, is nobody's need: up to the next contrast."""
        reading = self._reading
        told = [h for h in reading.of("act", "hearsay") if self._later(h)]
        for hit in [
            *(h for h in reading.of("act", "others") if self._is_subject(h)),
            *reading.of("act", "past"),
            *told,
        ]:
            start, end = reading.clause(hit.start)
            sentence_end = reading.sentence(hit.start)[1]
            while end < sentence_end and not self._turns(end):
                end = reading.clause(end)[1] if end < len(reading.message.tokens) else sentence_end
            for boundary in reading.of("boundary"):
                if hit.end < boundary.start < end:
                    end = boundary.start
            begin = start if hit.value == "others" and not self._owns(start, hit.start) else hit.start
            if hit.value == "others" and (self._asks(start, end) or self._given(start, end)):
                continue
            self._keep[begin:end] = bytes([Keep.NOTHING]) * (end - begin)

    def _is_subject(self, hit: Hit) -> bool:
        """Somebody who is only spoken to or of ("a bot that roasts my friends") has nothing here."""
        start, _ = self._reading.clause(hit.start)
        return hit.start - start <= _SUBJECT_WITHIN or bool(set(self._reading.message.words[start : hit.end]) & _HAVING)

    def _given(self, start: int, end: int) -> bool:
        """What somebody gives or lends is there to be used."""
        words = self._reading.message.words[start:end]
        return bool(set(words) & {"me", "us", "nos"}) and any(w.startswith(_GIVING) for w in words)

    def _later(self, hit: Hit) -> bool:
        """Hearsay that follows something of one's own: "I've got a 16GB M1 and my flatmate swears a 70B works"."""
        start, _ = self._reading.sentence(hit.start)
        return self.by_sentence[self._reading.message.tokens[hit.start].sentence] != "hearsay" and self._owns(
            start, hit.start
        )

    def _goods(self) -> None:
        """A machine that is another's, broken, or spoken of as goods ("the 5070 dropped to 499") is no one's here."""
        reading = self._reading
        told = [*self._machines, *((h.start, h.end) for h in [*reading.of("unit", "gb"), *reading.of("memory")])]
        for start, end in told:
            clause = reading.clause(start)
            owner = any(0 <= h.start - end <= 3 and h.start < clause[1] for h in reading.of("own", "others"))
            gone = not reading.dialogue.devices and any(0 <= h.start - end <= 3 for h in reading.of("gone"))
            if (owner or gone) and not self._owns(clause[0], start) and not self._wants(*clause):
                last = clause[1]
                while last < reading.sentence(start)[1] and not self._turns(last) and not self._named_machine(last):
                    last = reading.clause(last)[1]
                begin = start if self._named_machine(clause[0], start) else clause[0]
                self._keep[begin:last] = bytes([Keep.NOTHING]) * (last - begin)

    def _named_machine(self, i: int, before: int | None = None) -> bool:
        """Whether the clause that begins at i names another machine (before some place)."""
        start, end = self._reading.clause(i)
        return any(start <= a < (before if before is not None else end) for a, _ in self._machines)

    def _is_goal(self, hit: Hit) -> bool:
        """ "For translating" in a question about a model tells a use, and what goes with it."""
        before = self._reading.message.words[max(hit.start - 2, 0) : hit.start]
        return any(w in ("para", "for") for w in before)

    def _asks(self, start: int, end: int) -> bool:
        """A friend who wants something passes on a wish; one who only has something does not."""
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
        if has("act", "compare") and (named or has("act", "refer") or not has("act", "guide")):
            return "compare"
        if guide and named > 1:
            return "compare"
        if wants or owns or not (question or guide):
            return "state"
        return self._question(start, end, marked, named > 0, guide)

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
        if self._what_if(start) or self._follows_up(start, end) or self._limits(start, end):
            return "state"
        asks = self._early(reading.of("act", "ask_model"), start, end)
        refers = reading.has("act", "refer", start=start, end=end)
        if guide is None and marked:
            guide = self._first(reading.of("act", "guide"), start, end)
        if named or refers or (asks and (not guide or asks.length > guide.length) and bool(reading.dialogue.shown)):
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
            return "ask_model"  # "local on an 8 GB phone?": the machine is said, whatever is asked
        describes = bool(set(self._reading.message.words[start:end]) & {"para", "pa", "for"})
        counts = bool(self._limited(start, end)) or reading.has("period", start=start, end=end)
        return "state" if seeks or not marked or describes or counts or reading.is_taken(start, end) else "guide"

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
        words = (w for w in self._reading.message.words[start:end] if w.isalnum() and w not in _OPENERS)
        return next(words, "")

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
            set(words) & (_QUESTION_STARTS | {"es", "son", "is", "que", "seguro", "sure", "really", "verdad"})
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
        words = [w for w in self._reading.message.words[start:end] if w.isalnum()]
        while words and words[0] in _OPENERS:
            words = words[1:]
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
