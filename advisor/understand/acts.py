"""What may be read out of each part of a message: statements of one's own; not questions, quotes, or others' things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

from advisor.understand.match import Hit
from advisor.understand.reading import Reading
from advisor.understand.sentences import AUTHORITIES, PASSED_WISHES, Act, Sentences
from advisor.understand.text import wordset


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
_THEN = wordset("last year years yesterday ayer hace el la ago back")
"""Words that a time gone by begins with: what the clause told before them is of that time too."""
_ONESELF = wordset("i we me us puedo podemos hago pongo meto cojo pillo uso recomiendas recomendais necesito")
_SUPPOSING = wordset("y and what o or si if pero but ¿")
_SUPPOSED = 12
_WITH_ONE = 5
"""Words of "and with a 5090?"."""
_WISHED_AWAY = ("tuvier", "tuvies", "pudier", "pudies", "fuera", "hubier", "had", "were", "could")
_BUT = wordset("pero but sin however sino aunque")
_INSTEAD = frozenset((("con",), ("with",), ("on",), ("en",), ("about",), ("how", "about"), ("que", "tal")))
_THEREFORE = wordset("does do will would can could should happens pasa puedo podria cabria cambia sirve which cual how")
_HAVING = wordset(
    "tiene tienen tenia usa usan usaba lleva corre gasta paga compro monta has have had uses use used runs ran owns got bought "
    "pays paid spent dice dijo says said swears"
)
_I_MAY = wordset("can could puedo podemos podria podriamos posible possible")
_POSSESSED = wordset("mi mis my our nuestra nuestro tengo tenemos")
_MEASURING = wordset("how why por cuanto cuanta cuantos cuantas")
_ON_WITHIN = 4
"""Tokens between "run on" and the machine."""
_GIVING = ("giv", "gave", "let", "lend", "lent", "regal", "prest", "dej", "dio", "dado", "pasa", "hered", "sold", "vend")
_GETTING = wordset(
    "compre compramos pille pillamos monte montamos arme armamos adquirimos adquiri herede heredamos consegui conseguimos bought "
    "built inherited scored grabbed ordered got picked regalaron dieron agarre agarramos"
)
"""Verbs by which a thing becomes one's own, where they are of oneself."""
_INHERITING = wordset("inherited inherit heredado herede heredamos heredo")
_GOES_ON = wordset("because porque since when cuando while mientras just")
"""Words that open a clause of the same tale, unless it turns to oneself."""
_APART = 8
"""Tokens that may stand between two machines weighed against each other."""
_SUBJECT_WITHIN = 3
"""Tokens from the beginning of a clause in which its subject stands."""
_QUOTED = re.compile(r"(?<!\w)(?:\"[^\"\n]{12,}\"|“[^”]{12,}”|«[^»]{12,}»|[‘'](?=\w)[^\n]{12,}?\S[’'](?!\w))")
_QUOTED_WORDS = 4
_QUOTES_WITHIN = 5000
_SAYING = frozenset(
    ("says", "said", "dice", "dijo", "decia", ":", "reads", "repeat", "repite", "every", "cita", "quote")
)


class Acts(Sentences):
    """The act of every sentence of a reading, and what each of its words leaves to be read."""

    def __init__(
        self, reading: Reading, named: list[tuple[int, int]], machines: Sequence[tuple[int, int]] = ()
    ) -> None:
        """`named` and `machines`: the spans of models and of hardware."""
        super().__init__(reading, named)
        self._machines = machines
        self._keep = bytearray(len(reading.message.tokens))
        for number, (start, end) in reading.message.sentence_bounds.items():
            self._keep[start:end] = bytes([_KEPT[self.by_sentence[number]]]) * (end - start)
        self.supposes = False
        """Whether the message is a supposition and nothing else ("what if it were 300 million?"): it sets what it supposes."""
        self._leads()
        self._suppositions()
        self._quotes()
        self._others()
        self._goods()
        self._market()
        self.hesitates = self.hesitates or self._weighs_machines()
        helpless = reading.of("errand", "market") or (reading.of("errand", "trouble") and self.has("errand"))
        if helpless and not reading.has("scope", "want") and not reading.has("act", "request"):
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
    def machines(self) -> Sequence[tuple[int, int]]:
        """The spans of hardware by name."""
        return self._machines

    def asks_of_a_model(self, i: int) -> bool:
        """Whether the sentence asks what a model that it names can do: what it is to do there is needed."""
        start, end = self._reading.sentence(i)
        act = self.by_sentence[self._reading.message.tokens[i].sentence]
        return act == "ask_model" and any(start <= a < end for a, _ in self._named) and self._keep[i] == Keep.SITUATION

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
            if set(reading.message.words[start : start + 3]) & _I_MAY:
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
                self._keep[start:asks] = bytes([Keep.SITUATION]) * (asks - start)

    def _weighs_machines(self) -> bool:
        """ "Used 3090 vs new 5070 Ti, help me decide": one of two machines is to be bought."""
        reading = self._reading
        if self._named or reading.has("use_case") or not (reading.message.questions or reading.has("errand", "choose")):
            return False
        for (start, end), (other, _) in pairwise(sorted(self._machines)):
            between = reading.message.words[end:other]
            same = reading.sentence(start) == reading.sentence(other)
            if same and set(between) & {"or", "o", "u", "vs", "versus"} and len(between) <= _APART:
                begin, last = reading.sentence(start)
                if self._owns(begin, last) or self._wants(begin, last):
                    return False
                self.by_sentence[reading.message.tokens[start].sentence] = "guide"
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

    def _for_me(self, start: int, end: int) -> bool:
        """ "What do I need on a 5080?": asked for oneself, with the machine as the means."""
        words = self._reading.message.words
        means = any(
            start <= a < end and set(words[max(a - 3, start) : a]) & {"on", "with", "en", "con"}
            for a, _ in self._machines
        )
        mine = any(
            start <= a < end and set(words[max(a - 2, start) : a]) & {"mi", "mis", "my", "our", "nuestra", "nuestro"}
            for a, _ in self._machines
        )
        return (means and bool(set(words) & _ONESELF)) or mine

    def _fits_there(self, start: int, end: int) -> bool:
        """ "Will it run on a 6700 XT?", "¿cabría en 8 GB?": asked of a machine, and not of any model or of how much."""
        reading = self._reading
        of_a_task = reading.has("use_case", start=start, end=end) or any(start <= a < end for a, _ in self._named)
        if self._first_word(start, end) in _MEASURING:
            return False
        sized = any(start <= h.start < end for h in reading.of("unit", "params"))
        if not of_a_task and (sized or self._in_general(start, end)):
            return False  # "does a 70B fit in 24 GB?"
        told = [a for a, _ in self._machines if start <= a < end]
        told += [h.start for h in reading.of("unit", "gb") if start <= h.start < end]
        if of_a_task and any(0 <= h.start - a <= _ON_WITHIN for h in reading.of("fits", "enough") for a in told):
            return True
        return any(0 <= a - h.end <= _ON_WITHIN for h in reading.of("fits", "run") if start <= h.start for a in told)

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
        if words[:1] == ["what"]:
            words = words[1:]
        opens = words[:1] in (["si"], ["if"]) and message.words[start] in _SUPPOSING
        named = any(start <= a < end for a, _ in self._machines)
        counted = any(start <= n.start < end for n in self._reading.numbers)
        opens = opens or ((named or counted) and len(words) <= _WITH_ONE and tuple(words[:1]) in _INSTEAD)
        opens = opens or ((named or counted) and len(words) <= _WITH_ONE and tuple(words[:2]) in _INSTEAD)
        whole = self.spoken == 1 and "," not in message.words[start:end] and len(words) <= _SUPPOSED
        asks = any(w in _THEREFORE for w in words[1:])
        return opens and whole and not asks and bool(self._reading.dialogue.needs) and message.is_question(start)

    def _quotes(self) -> None:
        """Words in quotation marks are another's, unless somebody with a say passes them on."""
        message = self._reading.message
        for quoted in _QUOTED.finditer(message.text[:_QUOTES_WITHIN]):
            inside = [i for i, t in enumerate(message.tokens) if quoted.start() < t.start and t.end < quoted.end()]
            if len(inside) < _QUOTED_WORDS:
                continue
            outside = {t.text for t in message.tokens if not quoted.start() < t.start < quoted.end()}
            if not any(w.startswith(AUTHORITIES) for w in outside) and (outside & _SAYING or len(outside) > 1):
                self._keep[inside[0] : inside[-1] + 1] = bytes([Keep.NOTHING]) * (inside[-1] + 1 - inside[0])

    def _others(self) -> None:
        """What somebody else has, or the person had, is nobody's need: up to the next contrast."""
        reading = self._reading
        told = [h for h in reading.of("act", "hearsay") if self._later(h)]
        past = [] if self.supposes else [h for h in reading.of("act", "past") if not self._acquired(h)]
        for hit in [
            *(h for h in reading.of("act", "others") if self._is_subject(h)),
            *past,
            *told,
        ]:
            start, end = reading.clause(hit.start)
            sentence_end = reading.sentence(hit.start)[1]
            while end < sentence_end and not self._turns(end):
                end = reading.clause(end)[1] if end < len(reading.message.tokens) else sentence_end
            for boundary in reading.of("boundary"):
                if hit.end < boundary.start < end and self._parts(boundary):
                    end = boundary.start
            begin = start if hit.value == "others" and not self._owns(start, hit.start) else hit.start
            if hit.value == "others" and (
                self._asks_besides(hit, start, end) or self._given(start, end) or self._wishes(start, end)
            ):
                continue
            self._keep[begin:end] = bytes([Keep.NOTHING]) * (end - begin)
            if hit.value == "past" and reading.message.words[hit.start] in _THEN and not self._wants(start, hit.start):
                self._keep[start:begin] = bytes([max(Keep.SITUATION, k) for k in self._keep[start:begin]])

    def acquires(self) -> bool:
        """Whether it tells of a machine that the person has got."""
        return any(self._got(start) and self._keep[start] < Keep.NAMES for start, _ in self._machines)

    def _acquired(self, hit: Hit) -> bool:
        """ "We bought a server last year": what was got then is there now."""
        return self._got(hit.start)

    def _got(self, i: int) -> bool:
        start, end = self._reading.clause(i)
        return bool(set(self._reading.message.words[start:end]) & _GETTING)

    def _parts(self, boundary: Hit) -> bool:
        """Whether the tale of somebody else ends there; "just to show off" and "because he can" go on with it."""
        words = self._reading.message.words
        if words[boundary.start] == "just" and words[boundary.end : boundary.end + 1] in (("to",), ("for",), ("a",)):
            return False
        return words[boundary.start] not in _GOES_ON or self._turns(boundary.start + 1)

    def _is_subject(self, hit: Hit) -> bool:
        """Somebody who is only spoken to or of ("a bot that roasts my friends") has nothing here."""
        start, _ = self._reading.clause(hit.start)
        return hit.start - start <= _SUBJECT_WITHIN or bool(set(self._reading.message.words[start : hit.end]) & _HAVING)

    def _asks_besides(self, hit: Hit, start: int, end: int) -> bool:
        """ "Mi primo montó un pepino": what the others' own words say is no wish of one's own."""
        wants = [h for h in self._reading.of("scope", "want") if start <= h.start and h.end <= end]
        inside = [h for h in wants if hit.start <= h.start and h.end <= hit.end]
        return self._asks(start, end) and len(inside) < max(len(wants), 1)

    def _wishes(self, start: int, end: int) -> bool:
        """ "My wife writes novels and wants a helper": what somebody else wishes may be passed on."""
        return bool(set(self._reading.message.words[start:end]) & PASSED_WISHES)

    def _given(self, start: int, end: int) -> bool:
        """What somebody gives or lends is there to be used."""
        words = self._reading.message.words[start:end]
        if set(words) & _INHERITING:
            return True
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
            mine = self._owns(clause[0], start) or (owner and self._got(start))
            if (owner or gone) and not mine and not self._wants(*clause):
                last = clause[1]
                while last < reading.sentence(start)[1] and not self._turns(last) and not self._named_machine(last):
                    last = reading.clause(last)[1]
                begin = start if self._named_machine(clause[0], start) else clause[0]
                self._keep[begin:last] = bytes([Keep.NOTHING]) * (last - begin)

    def _market(self) -> None:
        """ "Is the 5060 Ti back in stock?", "las 5080 están carísimas": machines spoken of as goods, and nothing wished."""
        reading = self._reading
        for hit in reading.of("goods"):
            start, end = reading.sentence(hit.start)
            words = set(reading.message.words[start:end])
            meant = self._owns(start, end) or reading.has("use_case", start=start, end=end) or bool(words & _POSSESSED)
            meant = meant or reading.has("own", "run", start=start, end=end)
            meant = meant or any(start <= a < end and self._got(a) for a, _ in self._machines)
            meant = meant or (not reading.message.is_question(start) and self._wants(start, end))
            machine = any(start <= a < end for a, _ in self._machines)
            if not meant and (machine or reading.has("unit", "gb", start=start, end=end)):
                self._keep[start:end] = bytes([Keep.NOTHING]) * (end - start)

    def _named_machine(self, i: int, before: int | None = None) -> bool:
        """Whether the clause that begins at i names another machine (before some place)."""
        start, end = self._reading.clause(i)
        return any(start <= a < (before if before is not None else end) for a, _ in self._machines)

    def _is_goal(self, hit: Hit) -> bool:
        """ "For translating" in a question about a model tells a use, and what goes with it."""
        before = self._reading.message.words[max(hit.start - 2, 0) : hit.start]
        return any(w in ("para", "for") for w in before)
