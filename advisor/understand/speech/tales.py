"""What is told of others: what they have or gave away, machines as goods, and what was so once. Nobody needs it here."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from advisor.understand.speech.keep import Keep
from advisor.understand.speech.questions import OPENERS
from advisor.understand.speech.sentences import PASSED_WISHES, WISHING, Act, Sentences
from advisor.understand.speech.tenses import is_past
from advisor.understand.words.classes import MACHINES, MEANT_FOR
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

KEPT: dict[Act, Keep] = {
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
_HAVING = wordset(
    "tiene tienen tenia usa usan usaba lleva corre gasta paga compro monta has have had uses use used runs ran owns got bought "
    "pays paid spent dice dijo says said swears"
)
_GIVING = (
    "giv",
    "gave",
    "let",
    "lend",
    "lent",
    "regal",
    "prest",
    "dej",
    "dio",
    "dado",
    "pasa",
    "hered",
    "sold",
    "vend",
)
_POSSESSED = wordset("mi mis my our nuestra nuestro tengo tenemos")
_I_HAVE = wordset("he hemos ive weve")
_GOT = wordset(
    "pillado comprado montado armado conseguido agarrado adquirido recibido gotten bought built picked grabbed"
)
"""Participles of getting, where "I have" stands before them."""
_GETTING = wordset(
    "compre compramos pille pillamos monte montamos arme armamos adquirimos adquiri herede heredamos consegui conseguimos bought "
    "built inherited scored grabbed ordered got picked regalaron dieron agarre agarramos hice hicimos"
)
"""Verbs by which a thing becomes one's own, where they are of oneself."""
_AS = wordset("as like como lo que tal cual what whatever")
_BUT = wordset("pero but aunque though although however sino and y so")
_NAYS = wordset("bueno well ok no nah nope bah actually mmm hmm mejor")
_REASONS = wordset("que q porque es mejor i its it because too that")
"""Words with which the reason begins after "leave it"."""
_BARE_NAME = 2
"""Tokens beside a machine in a sentence that is but its name: an article and a mark."""
_INHERITING = wordset("inherited inherit heredado herede heredamos heredo")
_GOES_ON = wordset("because porque since when cuando while mientras just")
"""Words that open a clause of the same tale, unless it turns to oneself."""
_ONESELF = wordset("i we ive weve vi lei oi he")
_HOGGED_WITHIN = 6
"""Tokens from a machine to the words that it is never free."""
_SUBJECT_WITHIN = 3
"""Tokens from the beginning of a clause in which its subject stands."""


_USED = ("usab", "utilizab", "used", "using")
_VERB_WITHIN = 5
"""Tokens after who is told of, in which the verb stands."""
_TO_US = 3
"""Tokens from the verb to whom it was done for."""
_PARTING = wordset("pero but aunque although however yo i ive im nosotros we ahora now")
"""Words with which a sentence leaves what somebody did."""
_FOR_US = wordset(
    "given give gave lent let lets asked said told wants wanted requires required decided pidio pidieron dijo dijeron exigio "
    "exigieron decidio decidieron dejo dejaron presto prestaron regalo regalaron cedio cedieron dio dieron mando mandaron"
)
"""Words by which what somebody did concerns oneself."""


class Tales(Sentences):
    """What each word of a reading leaves to be read, by the act of its sentence and by whose tale it is."""

    def __init__(self, reading: Reading, named: list[tuple[int, int]], machines: Sequence[tuple[int, int]]) -> None:
        """`named` and `machines`: the spans of models and of hardware."""
        super().__init__(reading, named)
        self._machines = machines
        self._keep = bytearray(len(reading.message.tokens))
        for number, (start, end) in reading.message.sentence_bounds.items():
            self._keep[start:end] = bytes([KEPT[self.by_sentence[number]]]) * (end - start)
        self.supposes = False
        """Whether the message is a supposition and nothing else ("what if it were 300 million?"): it sets what it supposes."""

    def _others(self) -> None:
        """What somebody else has, or the person had, is nobody's need: up to the next contrast."""
        reading = self._reading
        told = [h for h in reading.of("act", "hearsay") if self._later(h)]
        past = [] if self.supposes else [h for h in reading.of("act", "past") if not self._is_wanted_still(h)]
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
            if any(start <= h.start < end for h in reading.of("advised")):
                continue  # "my nephew says I should put a bot on the site"
            begin = start if hit.value == "others" and not self._owns(start, hit.start) else hit.start
            if hit.value == "others" and (
                self._asks_besides(hit, start, end)
                or self._given(start, end)
                or self._wishes(start, end)
                or self._lent(hit.end)
                or self._reported(start, end)
            ):
                continue
            self._keep[begin:end] = bytes([Keep.NOTHING]) * (end - begin)
            if hit.value == "past" and reading.message.words[hit.start] in _THEN and not self._wants(start, hit.start):
                self._keep[start:begin] = bytes([max(Keep.SITUATION, k) for k in self._keep[start:begin]])

    def _someone(self) -> None:
        """ "A trainee tried it with Mistral", "la secretaria anterior lo hacía rápido": a sentence of what somebody did."""
        reading = self._reading
        words = reading.message.words
        for hit in reading.of("astray", "someone"):
            start, end = reading.sentence(hit.start)
            soon = range(hit.end, min(hit.end + _VERB_WITHIN, end))
            verb = next((i for i in soon if is_past(reading, i) or words[i].endswith("ed") or words[i] == "did"), None)
            if verb is None or hit.start - start > _SUBJECT_WITHIN or reading.message.is_question(start):
                continue
            if set(words[hit.start : verb + _TO_US]) & _FOR_US or self._given(start, end):
                continue
            if self._wants(start, end) or self._got(hit.start):
                continue
            turns = [
                b
                for b in reading.of("boundary")
                if verb < b.start < end and _PARTING & set(words[b.start : b.start + 2])
            ]
            last = turns[0].start if turns else end
            self._keep[start:last] = bytes([Keep.NOTHING]) * (last - start)

    def _anew(self) -> None:
        """ "Start over: I need privacy": what is wished after the words of starting afresh is heard."""
        reading = self._reading
        for hit in reading.of("act", "reset"):
            _, end = reading.sentence(hit.start)
            begin = next((i + 1 for i in range(hit.end, end) if reading.message.words[i] in (":", ",", "-", "—")), end)
            if self._wants(begin, end) or reading.message.words[begin - 1] == ":":
                self._keep[begin:end] = bytes(end - begin)

    def _to_us(self) -> None:
        """ "Are you free?", "¿hablas catalán?": asked of the advisor, and not of the model sought; nor is what is asked after it."""
        reading = self._reading
        message = reading.message
        for hit in reading.of("act", "advisor"):
            start, end = reading.sentence(hit.start)
            clause = reading.clause(hit.start)[0]
            wishes = [h for h in reading.of("scope", "want", "must") if start <= h.start and h.end <= end]
            apart = [h for h in wishes if h.start < hit.start or h.end > hit.end]
            besides = any(h.start < hit.start or set(message.words[h.start : h.end]) & WISHING for h in apart)
            if hit.start - clause > _SUBJECT_WITHIN or besides:
                continue
            after = next((b for b in message.sentence_bounds.values() if b[0] >= end and b[1] - b[0] > 1), None)
            if after and message.is_question(start) and message.is_question(after[0]) and self._is_short(after):
                end = after[1]
            self._keep[clause:end] = bytes([Keep.NOTHING]) * (end - clause)

    def _your_words(self) -> None:
        """ "You say 24 GB but I have 16", "me dijiste que con 8 bastaba": what the advisor said is no need, up to the contrast."""
        reading = self._reading
        words = reading.message.words
        for hit in reading.of("act", "yours"):
            start, end = reading.sentence(hit.start)
            before = words[start : hit.start]
            opens = all(not w.isalnum() or w in OPENERS | _BUT for w in before[-1:])
            if not opens or _AS & set(before[-2:]) or reading.message.is_question(start):
                continue  # "as you said, 32k", "the licence you mentioned must let us resell"
            turns = [b.start for b in reading.of("boundary") if hit.end <= b.start < end and words[b.start] in _BUT]
            last = min([end, *turns])
            self._keep[hit.start : last] = bytes(max(Keep.NAMES, k) for k in self._keep[hit.start : last])

    def _cancelled(self) -> None:
        """ "And could it speak too? Nah, forget it": what the message wished before is let be again."""
        reading = self._reading
        words = reading.message.words
        self.cancels = False
        for hit in reading.of("act", "cancel"):
            start, _ = reading.sentence(hit.start)
            opens = all(not w.isalnum() or w in OPENERS | _NAYS for w in words[start : hit.start])
            after = words[hit.end : hit.end + 1]
            closes = not after or not after[0].isalnum() or after[0] in _REASONS
            if opens and closes and any(w.isalnum() for w in words[:start]):
                self._keep[:start] = bytes([Keep.NOTHING]) * start
                self.cancels = True

    def _is_short(self, bounds: tuple[int, int]) -> bool:
        """ "And Galician?": what was asked of one thing is asked of the next."""
        return self._elliptic(self._plain(*bounds))

    def acquires(self) -> bool:
        """Whether it tells of a machine that the person has got."""
        return any(self._got(start) and self._keep[start] < Keep.NAMES for start, _ in self._machines)

    def _is_wanted_still(self, hit: Hit) -> bool:
        """What was got then is there now; "lo usaba para programar, ¿alternativas?" tells what the next one is for."""
        words = self._reading.message.words
        used = words[hit.start].startswith(_USED) and bool(MEANT_FOR & set(words[hit.end : hit.end + 1]))
        return self._acquired(hit) or (used and self._reading.has("act", "seeks", "seeks_else", "another"))

    def _acquired(self, hit: Hit) -> bool:
        """ "We bought a server last year": what was got then is there now."""
        start, end = self._reading.sentence(hit.start)
        machine = any(start <= a < end for a, _ in self._machines)
        machine = machine or self._reading.has("machine", *MACHINES, start=start, end=end)
        return machine and self._got(hit.start)

    def _got(self, i: int) -> bool:
        start, end = self._reading.clause(i)
        words = self._reading.message.words[start:end]
        return bool(set(words) & _GETTING) or any(a in _I_HAVE and b in _GOT for a, b in pairwise(words))

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

    def _lent(self, i: int) -> bool:
        """ "So it will be on hers", "lo pondría en el suyo": what somebody else was said to have is what it is to run on."""
        words = self._reading.message.words
        hits = [h for h in self._reading.of("own", "theirs") if h.start >= i]
        return any(not words[h.end : h.end + 1] or not words[h.end].isalnum() for h in hits)

    def _later(self, hit: Hit) -> bool:
        """Hearsay that follows something of one's own: "I've got a 16GB M1 and my flatmate swears a 70B works"; or that one
        came upon: "I've seen people get 5 t/s, and mine is dead"."""
        start, _ = self._reading.sentence(hit.start)
        if set(self._reading.message.words[hit.start : hit.start + 1]) & _ONESELF and hit.length > 1:
            return self.by_sentence[self._reading.message.tokens[hit.start].sentence] != "hearsay"
        return self.by_sentence[self._reading.message.tokens[hit.start].sentence] != "hearsay" and self._owns(
            start, hit.start
        )

    def _goods(self) -> None:
        """A machine that is another's, broken, or spoken of as goods ("the 5070 dropped to 499") is no one's here."""
        reading = self._reading
        told = [*self._machines, *((h.start, h.end) for h in [*reading.of("unit", "gb"), *reading.of("memory")])]
        words = reading.message.words
        hogged = {words[a:b] for a, b in self._machines if self._hogged(a, b)}
        for start, end in self._machines:
            if words[start:end] in hogged:  # also where it is named before: "a 1660 and a 3090, the 1660 I don't use"
                self._keep[start:end] = bytes([Keep.NOTHING]) * (end - start)
        others = {words[b - 1] for a, b in self._machines if self._keep[a] == Keep.NOTHING}
        for start, end in self._machines:
            first, last = reading.sentence(start)
            if words[end - 1] in others and last - first <= end - start + _BARE_NAME:  # "... four 3090s. Four. 3090s."
                self._keep[first:last] = bytes([Keep.NOTHING]) * (last - first)
        for start, end in told:
            clause = reading.clause(start)
            owner = any(0 <= h.start - end <= 3 and h.start < clause[1] for h in reading.of("own", "others"))
            gone = not reading.dialogue.devices and any(0 <= h.start - end <= 3 for h in reading.of("gone"))
            mine = self._owns(clause[0], start) or (owner and self._got(start))
            if (owner or gone) and not mine and not self._wants(*clause):
                last = clause[1]
                while last < reading.sentence(start)[1] and not self._turns(last) and not self._named_machine(last):
                    last = reading.clause(last)[1]
                parted = [b.start for b in reading.of("boundary") if end < b.start < last and self._parts(b)]
                last = min([last, *parted])
                begin = start if self._named_machine(clause[0], start) else clause[0]
                self._keep[begin:last] = bytes([Keep.NOTHING]) * (last - begin)

    def _hogged(self, start: int, end: int) -> bool:
        """ "We own a T4 but the data team hogs it": there, and not to be had."""
        reading = self._reading
        last = reading.sentence(start)[1]
        hits = [h for h in reading.of("own", "hogged") if 0 <= h.start - end <= _HOGGED_WITHIN and h.start < last]
        return any(not any(end <= a < h.start for a, _ in self._machines) for h in hits)

    def _market(self) -> None:
        """ "Is the 5060 Ti back in stock?", "las 5080 están carísimas": machines spoken of as goods, and nothing wished."""
        reading = self._reading
        for hit in reading.of("goods"):
            start, end = reading.sentence(hit.start)
            words = set(reading.message.words[start:end])
            meant = self._owns(start, end) or reading.has("use_case", start=start, end=end) or bool(words & _POSSESSED)
            meant = meant or reading.has("own", "run", "mine", start=start, end=end)
            meant = meant or any(start <= a < end and self._got(a) for a, _ in self._machines)
            meant = meant or (not reading.message.is_question(start) and self._wants(start, end))
            machine = any(start <= a < end for a, _ in self._machines)
            if not meant and (machine or reading.has("unit", "gb", start=start, end=end)):
                self._keep[start:end] = bytes([Keep.NOTHING]) * (end - start)

    def _named_machine(self, i: int, before: int | None = None) -> bool:
        """Whether the clause that begins at i names another machine (before some place)."""
        start, end = self._reading.clause(i)
        return any(start <= a < (before if before is not None else end) for a, _ in self._machines)
