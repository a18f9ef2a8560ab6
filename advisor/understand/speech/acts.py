"""What may be read out of each part of a message: statements of one's own; not questions, quotes, or others' things."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from advisor.understand.speech.astray import strays
from advisor.understand.speech.doubts import Doubts
from advisor.understand.speech.keep import Keep
from advisor.understand.speech.quoted import pasted_errors, quoted
from advisor.understand.speech.tales import KEPT
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

__all__ = ["Acts", "Keep", "heard"]

_SUPPOSING = wordset("y and what o or si if pero but ¿")
_SUPPOSED = 12
_WITH_ONE = 5
"""Words of "and with a 5090?"."""
_WISHED_AWAY = ("tuvier", "tuvies", "pudier", "pudies", "fuera", "hubier", "had", "were", "could")
_BUT = wordset("pero but sin however sino aunque")
_INSTEAD = frozenset((("con",), ("with",), ("on",), ("en",), ("about",), ("how", "about"), ("que", "tal")))
_WHAT_IF = frozenset(
    (("que", "pasa", "si"), ("que", "pasaria", "si"), ("what", "happens", "if"), ("what", "about", "if"))
)
_THEREFORE = wordset("does do will would can could should happens pasa puedo podria cabria cambia sirve which cual how")
_I_MAY = wordset("can could puedo podemos podria podriamos posible possible")
_OR_ELSE = wordset("o u or vs versus ,")
_DEFINITE = wordset("la el las los mi mis nuestra nuestro the my our")
_TO_ONESELF = wordset("me nos us")
_VERDICT_WITHIN = 14
"""Tokens between a model heard of and the question whether it is so."""
_TO_THE_MACHINE = 2
"""Tokens between "forget" and the machine."""
_APART = 8
"""Tokens that may stand between two machines weighed against each other."""


class Acts(Doubts):
    """The act of every sentence of a reading, and what each of its words leaves to be read."""

    def __init__(
        self, reading: Reading, named: list[tuple[int, int]], machines: Sequence[tuple[int, int]] = ()
    ) -> None:
        """`named` and `machines`: the spans of models and of hardware."""
        super().__init__(reading, named, machines)
        self._leads()
        self._suppositions()
        self._leave_out(*quoted(reading, named))
        self._others()
        self._someone()
        self._goods()
        self._market()
        self._anew()
        self._to_us()
        self._your_words()
        self._cancelled()
        self._leave_out(*pasted_errors(reading))
        self._verdicts()
        self._ours()
        self._let_machines_go()
        self._bought()
        self._challenges()
        self.hesitates = self.hesitates or self._weighs_machines()
        helpless = reading.of("errand", "support")
        helpless = helpless or (reading.of("errand", "market", "trouble") if self.has("errand") else ())
        asked = (
            reading.has("scope", "want")
            or reading.has("act", "request")
            or self.acquires()
            or self._asks_besides_errand()
        )
        self.helpless = (bool(helpless) or "support" in self.errands) and not asked
        """Whether help is sought that no model gives."""
        later = bool(reading.dialogue.needs)
        self.at_fault = self.helpless and bool(self.errands & ({"support"} if later else {"support", "trouble"}))
        """Whether a program, an account or a machine is at fault, and nothing else is told; amid the talk, for sure only."""
        self.strays = strays(reading, named, machines)
        """Whether something other than a model is looked for, or nothing at all."""
        self.at_fault = self.at_fault or self.strays == "goods"
        if self.helpless or self.strays:
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

    @property
    def tells_nothing(self) -> bool:
        """Whether all that is said is others', or asked of others."""
        return bool(self._keep) and all(k == Keep.NOTHING for k in self._keep)

    @property
    def joined(self) -> bool:
        """Whether two models stand side by side with "or" and nothing else between them: "X o Y", "X, Y or Z"."""
        words = self._reading.message.words
        spans = sorted(self._named)
        between = [words[end:start] for (_, end), (start, _) in pairwise(spans)]
        return any(set(told) <= _OR_ELSE and set(told) - {","} for told in between)

    @property
    def machines(self) -> Sequence[tuple[int, int]]:
        """The spans of hardware by name."""
        return self._machines

    def asks_of_a_model(self, i: int) -> bool:
        """Whether the sentence asks what a model that it names can do: what it is to do there is needed."""
        start, end = self._reading.sentence(i)
        act = self.by_sentence[self._reading.message.tokens[i].sentence]
        return act == "ask_model" and any(start <= a < end for a, _ in self._named) and self._keep[i] == Keep.SITUATION

    def compares_models(self, i: int) -> bool:
        """Whether the sentence compares models that it names: what they are compared for is needed."""
        start, end = self._reading.sentence(i)
        act = self.by_sentence[self._reading.message.tokens[i].sentence]
        return act == "compare" and any(start <= a < end for a, _ in self._named) and self._keep[i] == Keep.SITUATION

    def _leads(self) -> None:
        """ "M3 Max 36GB here, what fits?": hardware stated before the question begins is stated, whatever is asked then."""
        reading = self._reading
        message = reading.message
        for number, (start, end) in message.sentence_bounds.items():
            act = KEPT[self.by_sentence[number]]
            if act is Keep.SITUATION and self._fits_any(start, end):
                self._keep[start:end] = bytes([Keep.NAMES]) * (end - start)
            if act in (Keep.SITUATION, Keep.NAMES) and (self._fits_there(start, end) or self._fits_held(start, end)):
                self._windows(start, end)
            if act is not Keep.NAMES:
                continue
            asks = self._asking_clause(start, end)
            if not message.is_question(start):
                self._rest(asks, end)
            if set(reading.message.words[start : start + 3]) & _I_MAY or self._is_feasible(start, end):
                for hit in reading.of("flag", "local"):
                    if start <= hit.start < end:
                        self._keep[hit.start : hit.end] = bytes(hit.length)  # "can I make it work with local models?"
            if self._for_me(start, end) or self._fits_there(start, end):
                self._keep[start:end] = bytes([Keep.SITUATION]) * (end - start)
            if (
                asks > start
                and not self._conditional(start, asks)
                and not reading.has("unit", "tokens", start=start, end=asks)
            ):
                told = self.by_sentence[number] == "doubt" and not message.is_question(start)
                self._keep[start:asks] = bytes([Keep.EVERYTHING if told else Keep.SITUATION]) * (asks - start)

    def _bought(self) -> None:
        """ "I got a 3090 on eBay for 600": the market it comes from makes no errand of it."""
        message = self._reading.message
        for start, _ in self._machines:
            if self.by_sentence[message.tokens[start].sentence] != "errand":
                continue
            first, last = self._reading.clause(start)
            market = next((h.start for h in self._reading.of("errand", "market") if h.start > start), None)
            if market and self._owns(first, market) and not {"support", "trouble"} & self.errands:
                last = min(last, market)  # "sigo con mi 3060 (quizá en Black Friday otra)"
            elif not self._got(start):
                continue
            self._keep[first:last] = bytes(last - first)

    def _verdicts(self) -> None:
        """ "My nephew swears by llama, is he right?", "they told me I can't run Qwen3 8B": the model heard of is asked about."""
        reading = self._reading
        asked = reading.of("act", "verdict")
        of_me = reading.of("act", "told_me")
        for start, end in self._named:
            if self._keep[start] != Keep.NOTHING or reading.in_quotes(start, end):
                continue
            after = any(0 <= h.start - end <= _VERDICT_WITHIN or 0 <= start - h.end <= 3 for h in asked)
            if after or any(0 <= start - h.end <= _VERDICT_WITHIN for h in of_me):
                self._keep[start:end] = bytes([Keep.NAMES]) * (end - start)

    def _let_machines_go(self) -> None:
        """ "Never mind the L40S", "olvida la 4060": the machine named is no longer there."""
        reading = self._reading
        self.machine_let_go: tuple[int, int] | None = None
        """The span of words by which a machine is given up by its name."""
        held = {"vram_gb", "ram_gb"} & set(reading.dialogue.needs.values)
        if not held or len(reading.dialogue.devices) > 1 or len(self._machines) != 1 or reading.message.questions:
            return
        for hit in reading.of("scope", "retract"):
            for start, end in self._machines:
                if 0 <= start - hit.end <= _TO_THE_MACHINE and self._keep[start] < Keep.NAMES:
                    self._keep[hit.start : end] = bytes([Keep.NOTHING]) * (end - hit.start)
                    self.machine_let_go = (hit.start, end)

    def _ours(self) -> None:
        """ "El técnico nos dijo que con la T400 del servidor no vamos a ningún lado": what was said of it, it is ours."""
        reading = self._reading
        words = reading.message.words
        for start, end in self._machines:
            first, last = reading.sentence(start)
            told = self.by_sentence[reading.message.tokens[start].sentence] == "hearsay"
            definite = words[max(start - 2, 0) : start] and set(words[max(start - 2, 0) : start]) & _DEFINITE
            if told and definite and set(words[first:start]) & _TO_ONESELF and reading.has("act", "verdict"):
                stop = min(reading.clause(end - 1)[1], last)
                self._keep[start:stop] = bytes(stop - start)

    def _asks_besides_errand(self) -> bool:
        """ "CUDA out of memory. What smaller model codes well?": another sentence asks for a model with what it is for."""
        reading = self._reading
        return any(
            self.by_sentence[number] != "errand"
            and reading.message.is_question(start)
            and self._speaks_of_models(start, end)
            and reading.has("use_case", start=start, end=end)
            for number, (start, end) in reading.message.sentence_bounds.items()
        )

    def _weighs_machines(self) -> bool:
        """ "Used 3090 vs new 5070 Ti, help me decide": one of two machines is to be bought."""
        reading = self._reading
        if self._named or reading.has("use_case") or not (reading.message.questions or reading.has("errand", "choose")):
            return False
        shops = [(h.start, h.end) for h in reading.of("machine", "phone", "laptop") if h.length <= 2]
        shops = [(start, end) for start, end in shops if not any(a <= start < b for a, b in self._machines)]
        for (start, end), (other, _) in pairwise(sorted([*self._machines, *shops])):
            between = reading.message.words[end:other]
            same = reading.sentence(start) == reading.sentence(other)
            better = bool({"than"} & set(between)) or ("mejor" in between and "que" in between)
            if same and (better or set(between) & {"or", "o", "u", "vs", "versus"}) and len(between) <= _APART:
                begin, last = reading.sentence(start)
                if self._owns(begin, last) or self._wants(begin, last):
                    return False
                self.by_sentence[reading.message.tokens[start].sentence] = "guide"
                told = last
                while told < len(reading.message.tokens) and reading.message.tokens[told].kind == "mark":
                    told += 1
                after = reading.message.words[told : told + 2]
                if after[:1] in (("both",), ("ambos",), ("ambas",)) or after in (("los", "dos"), ("las", "dos")):
                    last = reading.sentence(told)[1]
                self._keep[begin:last] = bytes([Keep.NAMES]) * (last - begin)
                return True
        return False

    def _rest(self, asks: int, end: int) -> None:
        """ "Explain-like-I'm-ten science, offline tablet, under 4 billion": the clauses after, where they name hardware or limits."""
        reading = self._reading
        after = reading.clause(asks)[1]
        limited = self._limited(after, end)
        machine = any(after <= a < end for a, _ in self._machines) or reading.has("machine", start=after, end=end)
        if after < end and (limited or machine):
            self._keep[after:end] = bytes(end - after)

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
            if self._only_supposes(start, end):
                self.supposes = True
                self.by_sentence[number] = "state"
                self._keep[start:end] = bytes(end - start)
                continue
            if contrast := self._wishful(start, end):
                self._keep[start:contrast] = bytes([Keep.NOTHING]) * (contrast - start)
                continue
            first = self._first_word(start, end)
            asked = self.by_sentence.get(number + 1) in ("guide", "doubt", "ask_model") or (
                number in message.questions and self.by_sentence[number] == "state"
            )
            if first in ("si", "if") and asked and not self._wants(start, end) and end - start > 2:
                self._keep[start:end] = bytes([max(Keep.SITUATION, k) for k in self._keep[start:end]])

    def _wishful(self, start: int, end: int) -> int | None:
        """ "If I had 48GB I'd run a 70B, but I have 24": where what is so begins; None where nothing is wished away."""
        reading = self._reading
        words = reading.message.words[start:end]
        wishes = any(
            first in ("si", "if") and second.startswith(_WISHED_AWAY)
            for k, first in enumerate(words)
            for second in words[k + 1 : k + 3]
        )
        turns = [h for h in reading.of("boundary") if start < h.start < end and reading.message.words[h.start] in _BUT]
        return turns[0].start if wishes and turns else None

    def _only_supposes(self, start: int, end: int) -> bool:
        """ "And if the budget is $20?" on top of what holds, without a clause that asks what follows from it."""
        message = self._reading.message
        words = self._plain(start, end)
        what_if = tuple(words[:3]) in _WHAT_IF or words[:2] == ["what", "if"]
        if what_if:  # "¿qué pasa si uso una API?", asked with or without the mark
            words = words[1:] if words[1] == "if" else words[2:]
        elif words[:1] == ["what"]:
            words = words[1:]
        opens = words[:1] in (["si"], ["if"]) and (what_if or message.words[start] in _SUPPOSING)
        named = any(start <= a < end for a, _ in self._machines)
        counted = bool(self._reading.numbers_in(start, end))
        opens = opens or ((named or counted) and len(words) <= _WITH_ONE and tuple(words[:1]) in _INSTEAD)
        opens = opens or ((named or counted) and len(words) <= _WITH_ONE and tuple(words[:2]) in _INSTEAD)
        whole = self.spoken == 1 and "," not in message.words[start:end] and len(words) <= _SUPPOSED
        asks = any(w in _THEREFORE for w in words[1:])
        opens, asks = (True, False) if self._multiplies(start, end) else (opens, asks)
        asked = message.is_question(start) or (what_if and self._reading.has("flag", "remote", start=start, end=end))
        return opens and whole and not asks and bool(self._reading.dialogue.needs) and asked

    def _multiplies(self, start: int, end: int) -> bool:
        """ "How much with 10x the questions?", "¿y con el triple de preguntas?", where the work was told before."""
        reading = self._reading
        told = any(key in reading.dialogue.needs for key in ("items_per_month", "tokens_per_month", "users"))
        after = [reading.message.words[n.end : n.end + 1] for n in reading.numbers_in(start, end)]
        many = any(word in (("x",), ("times",), ("veces",)) for word in after)
        return told and (many or reading.has("multiply", start=start, end=end))

    def _leave_out(self, spans: list[tuple[int, int]], trouble: bool) -> None:
        """What somebody else said, or a program in trouble wrote."""
        for start, end in spans:
            self._keep[start:end] = bytes([Keep.NOTHING]) * (end - start)
        if trouble:
            self.errands.add("support")

    def _is_goal(self, hit: Hit) -> bool:
        """ "For translating" in a question about a model tells a use, and what goes with it."""
        before = self._reading.message.words[max(hit.start - 2, 0) : hit.start]
        return any(w in ("para", "for") for w in before)


def heard(reading: Reading, acts: Acts, kind: str) -> list[Hit]:
    """The phrases of a kind that are said for oneself: not asked, told of others, part of a name, or quoted."""
    return [
        h
        for h in reading.longest(kind)
        if acts.keep(h.start) < Keep.SITUATION
        and not reading.is_taken(h.start, h.end)
        and not reading.in_quotes(h.start, h.end)
    ]
