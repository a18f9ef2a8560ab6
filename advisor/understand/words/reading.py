"""One message as the extractors see it: tokens, phrases found, numbers, and how each word is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Literal

from advisor.domain.needs import Change, Dialogue, NeedValue
from advisor.understand.words.match import Hit, Phrases
from advisor.understand.words.numbers import Numeral, numerals
from advisor.understand.words.text import Message, wordset

MACHINE, MODEL = 1, 2
Polarity = Literal["yes", "no", "optional", "retracted"]

_STRONGEST_FIRST: tuple[Polarity, ...] = ("retracted", "optional", "no", "yes")
_JOINING = (("y",), ("e",), ("and",), ("ni",), ("nor",))
_POLARITY: dict[str, Polarity] = {"negate": "no", "optional": "optional", "retract": "retracted"}
_COVERING = wordset("flag priority bound free latency machine fine_tuning modality use_case stance decoy")
_COVERING_SCOPES = frozenset({"plain", "optional", "retract", "only"})
_CONTENT = wordset(
    "use_case use_hint priority flag modality latency fine_tuning training_type topic tongue programming aspect free"
)
_FILLERS = wordset(
    "actually anymore any more en realidad al final eh tbh please por favor la verdad ya ahora then now though really honestly realmente mucho much at all "
    "nada para lol jaja"
)
_ALONE = _FILLERS | wordset("i it thats that eso esto lo me nos we im is es y and which")
"""Words that say nothing of their own before a cue: it speaks of the clause before."""
_TO_COLON = 4
_LOWERED = wordset("it that this down the context window budget")
_TURNING = wordset("pero but aunque although though however")
"""Words right after a cue that turn away from it: it speaks of what came before."""
_LISTS = ("veta", "prohib", "exclu", "bann", "block", "black", "descart")
_QUOTES_OPEN, _QUOTES_CLOSE = '"“«‘', '"”»’'
_WITHOUT = wordset("sin without")
_PURPOSE = wordset("para pa for que that which")
_BUT_FOR = (("instead", "of"), ("other", "than"), ("anything", "but"))
_PURPOSE_OF = wordset("for to so because since")
"""After a model that is left for another: what that one is for."""
_IF = wordset("if si unless")
_IF_WITHIN = 3
_WHAT_NOT = (("lo", "que", "no"), ("los", "que", "no"), ("las", "que", "no"))
_KNOWING = wordset(
    "know knew known knowing realize realized realise realised experience experienced tried sure understand understood idea "
    "familiar heard sabia sabiamos sabe sabemos experiencia probado probe idea seguro segura entiendo entendia conozco conocia "
    "oido aclaro"
)
_OF_WHICH = wordset("como si que cual cuales cuanto donde nada mucho muy")
"""After "no sé": what is not known."""
_ELSE = wordset("what which who any is are then i que cual cuales pues entonces")
_KNOWN_WITHIN = 3
_REACH = 9
"""Tokens that a negation reaches at most, inside its clause."""


class Reading:
    """A message with everything that is found once and read by all extractors. Spans are half-open token positions."""

    def __init__(self, message: Message, phrases: Phrases, dialogue: Dialogue) -> None:
        self.message = message
        self.dialogue = dialogue
        self._phrases = phrases
        found = phrases.find(message)
        decoys = [h for h in found if h.kind == "decoy"]
        weights = [h for h in found if (h.kind, h.value) == ("flag", "open_weights")]
        self.hits = [
            h
            for h in found
            if not (decoys and _inside(h, decoys))
            and not (h.value == "compare" and message.words[h.end - 1 : h.end + 1] == ("vs", "code"))
            and not (h.kind == "currency" and weights and _inside(h, weights))  # "pesos abiertos" are no money
        ]
        self.taken = bytearray(len(message.tokens))
        """Tokens that belong to the name of a device (`MACHINE`) or a model (`MODEL`): their numbers are no amounts."""
        self._by_kind: dict[str, list[Hit]] = defaultdict(list)
        for hit in self.hits:
            self._by_kind[hit.kind].append(hit)
        self._found: dict[tuple[str, ...], tuple[Hit, ...]] = {}
        self._longest: dict[tuple[str, str], tuple[Hit, ...]] = {}

    def quoted(self, key: str) -> Reading:
        """The words that a need was last told with, read by themselves."""
        return Reading(Message(self.dialogue.quotes.get(key, "")), self._phrases, Dialogue())

    def of(self, kind: str, *values: str) -> tuple[Hit, ...]:
        """The phrases found of a kind (and of these values), in order of place."""
        asked = (kind, *values)
        if asked not in self._found:
            hits = self._by_kind.get(kind, ())
            self._found[asked] = tuple(hit for hit in hits if not values or hit.value in values)
        return self._found[asked]

    def longest(self, kind: str, besides: str = "") -> tuple[Hit, ...]:
        """Of a kind, the phrases that no longer phrase of that kind lies over; those of the value `besides` are left out."""
        asked = (kind, besides)
        if asked not in self._longest:
            hits = [hit for hit in self._by_kind.get(kind, ()) if hit.value != besides]
            self._longest[asked] = tuple(_uncovered(hits))
        return self._longest[asked]

    @cached_property
    def numbers(self) -> tuple[Numeral, ...]:
        return tuple(n for n in self.all_numbers if not any(self.taken[n.start : n.end]))

    @cached_property
    def all_numbers(self) -> tuple[Numeral, ...]:
        """Also those that belong to names."""
        return tuple(numerals(self.message))

    def numbers_in(self, start: int, end: int) -> tuple[Numeral, ...]:
        """Those of `numbers` that begin in the span, without a look at all of them: a pasted table has thousands."""
        return self.numbers[self._place(start) : self._place(end)]

    def number_from(self, start: int) -> Numeral | None:
        """The first of `numbers` that begins there or later."""
        place = self._place(start)
        return self.numbers[place] if place < len(self.numbers) else None

    def _place(self, start: int) -> int:
        return bisect_left(self._number_starts, start)

    @cached_property
    def _number_starts(self) -> tuple[int, ...]:
        return tuple(number.start for number in self.numbers)

    def at(self, i: int, *kinds: str) -> list[Hit]:
        """The phrases of these kinds that begin at token i."""
        return [hit for hit in self._by_start.get(i, ()) if hit.kind in kinds]

    @cached_property
    def _by_start(self) -> dict[int, list[Hit]]:
        found: dict[int, list[Hit]] = defaultdict(list)
        for hit in self.hits:
            found[hit.start].append(hit)
        return found

    @cached_property
    def number_ending(self) -> dict[int, Numeral]:
        """The numbers, also those of names, by the token after their last."""
        return {number.end: number for number in reversed(self.all_numbers)}

    def has(self, kind: str, *values: str, start: int = 0, end: int | None = None) -> bool:
        stop = len(self.message.tokens) if end is None else end
        return any(start <= hit.start and hit.end <= stop for hit in self.of(kind, *values))

    def clause(self, i: int) -> tuple[int, int]:
        return self.message.clause_bounds[self.message.tokens[i].clause]

    def sentence(self, i: int) -> tuple[int, int]:
        return self.message.sentence_bounds[self.message.tokens[i].sentence]

    def nearest(self, hits: Iterable[Hit], start: int, end: int, reach: int) -> Hit | None:
        """The hit with the fewest tokens between it and the span, at most `reach`; the one after it wins a tie."""
        best: tuple[float, Hit] | None = None
        for hit in hits:
            gap = start - hit.end if hit.end <= start else hit.start - end if hit.start >= end else 0
            distance = gap + (0.5 if hit.end <= start else 0.0)
            if gap <= reach and (best is None or distance < best[0]):
                best = (distance, hit)
        return best[1] if best else None

    def take(self, start: int, end: int, by: int = MACHINE) -> None:
        self.taken[start:end] = bytes([by]) * (end - start)

    def is_taken(self, start: int, end: int) -> bool:
        return any(self.taken[start:end])

    def quote(self, start: int, end: int) -> str:
        return self.message.quote(start, end)

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether the span alone stands in quotation marks: its words are named, and not meant."""
        text, tokens = self.message.text, self.message.tokens
        before, after = text[: tokens[start].start][-1:], text[tokens[end - 1].end :][:1]
        return before in _QUOTES_OPEN and after in _QUOTES_CLOSE and bool(before and after)

    def change(
        self, op: Literal["set", "add", "remove", "clear"], key: str, value: NeedValue | None, start: int, end: int
    ) -> Change:
        return Change(op, key, value, self.quote(start, end))

    # How words are meant

    @cached_property
    def cues(self) -> tuple[Hit, ...]:
        """Negations and their kin, without those that are part of another expression ("no more than", "sin internet")."""
        covering = [h for h in self.hits if h.kind in _COVERING and h.value != "refused"]
        over = covering + [h for h in self.of("scope") if h.value in _COVERING_SCOPES]
        kept: list[Hit] = []
        for value in ("negate", "optional", "retract", "negate_after"):
            for hit in self.of("scope", value):
                part = any(_swallows(o, hit) and not self._only_joins(o, hit) for o in over)
                if not (part or self._only_answers(hit) or self._only_else(hit) or self._only_lowers(hit)):
                    kept.append(hit)
        return tuple(sorted((h for h in kept if not self._only_needs(h)), key=lambda h: (h.start, -h.end)))

    def _only_joins(self, other: Hit, cue: Hit) -> bool:
        """Whether a negation and what follows share no more than the "que" between them ("no hace falta que sea rápido")."""
        return (
            other.start == cue.end - 1 and cue.length > 1 and self.message.words[other.start] in ("que", "to", "that")
        )

    def _only_needs(self, cue: Hit) -> bool:
        """ "Sin tool calling no me sirve ninguno", "without it they're no use to us": denied twice, it is needed."""
        start, end = self.sentence(cue.start)
        voids = [h for h in self.of("void") if start <= h.start and h.end <= end]
        if not voids:
            return False
        words = self.message.words
        lacks = [i for i in range(start, end) if words[i] in _WITHOUT or (words[i] in _IF and words[i + 1 : i + 4])]
        denies = words[cue.start] in _WITHOUT or bool(_IF & set(words[max(cue.start - _IF_WITHIN, start) : cue.start]))
        return bool(lacks) and (denies or any(v.start <= cue.start < v.end for v in voids))

    def _only_lowers(self, cue: Hit) -> bool:
        """ "Drop that to 24k", "cut it down to 8": a new figure, and nothing dropped."""
        words = self.message.words[cue.end : cue.end + 4]
        at = words.index("to") if "to" in words else -1
        return at >= 0 and set(words[:at]) <= _LOWERED and bool(self.numbers_in(cue.end + at + 1, cue.end + at + 2))

    def _only_else(self, cue: Hit) -> bool:
        """ "If not, which open one?", "si no, ¿cuál?", "y si no en español": denied is what was said before."""
        words = self.message.words
        alone = words[cue.start : cue.end] in (("not",), ("no",)) and words[max(cue.start - 1, 0)] in ("if", "si")
        return alone and (cue.end >= len(words) or not words[cue.end].isalpha() or words[cue.end] in _ELSE | {"en"})

    def _only_answers(self, cue: Hit) -> bool:
        """The "no" that opens an answer ("no i don't want ...") denies what was said before, not what follows."""
        words = self.message.words
        opens = cue.start == self.sentence(cue.start)[0] and words[cue.start : cue.end] == ("no",)
        return opens and words[cue.end : cue.end + 1] in (
            ("i",),
            ("we",),
            ("it",),
            ("its",),
            ("thats",),
            ("yo",),
            ("mira",),
            ("espera",),
            ("wait",),
        )

    @cached_property
    def _marks(self) -> list[Polarity]:
        """For each token how it is meant."""
        marks: list[Polarity] = ["yes"] * len(self.message.tokens)
        for cue in self.cues:
            if cue.value == "negate_after":
                if self._closes(cue) or (cue.length > 1 and not self._opens(cue)):
                    _mark(marks, *self._before(cue), "no")
                continue
            start, end = self._after(cue)
            polarity = _POLARITY[cue.value]
            closes = self._closes(cue) or (start >= end and cue.length > 2)  # "size is all the same to me, but ..."
            if cue.value == "negate" or self._has_content(start, end) or not closes:
                _mark(marks, start, end, polarity)
            else:
                _mark(marks, *self._before(cue), polarity)
        return marks

    def polarity(self, start: int, end: int) -> Polarity:
        """How the span is meant; the strongest word on its first or last token counts."""
        found = {self._marks[start], self._marks[end - 1]}
        return next(p for p in _STRONGEST_FIRST if p in found)

    def only_unknown(self, i: int) -> bool:
        """ "I don't have experience with local LLMs", "no sabía que se podía": denied is that one knows it, and not the thing."""
        start, _ = self.clause(i)
        before = [c for c in self.cues if c.value == "negate" and start <= c.start and c.end <= i]
        if not before:
            return False
        between = self.message.words[before[-1].end : i]
        asked = between[:1] == ("se",) and bool(_OF_WHICH & set(between[1:2]))
        return asked or bool(_KNOWING & set(between[:_KNOWN_WITHIN]))

    def _after(self, cue: Hit) -> tuple[int, int]:
        end = self.clause(cue.start)[1]
        words = self.message.words
        opens = _TO_COLON if cue.length > 1 or words[cue.start].startswith(_LISTS) else 1
        colon = next((i for i in range(cue.end, min(cue.end + opens, len(words))) if words[i] == ":"), None)
        if colon is not None and cue.value == "negate" and colon + 1 < len(words):
            end = self.clause(colon + 1)[1]  # "banned: X": the colon opens what the word speaks of
        for hit in self.of("boundary"):
            turns = hit.start == cue.end and words[hit.start] in _TURNING
            if turns or cue.end < hit.start < end:
                end = hit.start
                break
        k = bisect_right(self._joined, cue.end)
        if k < len(self._joined) and self._joined[k] < end:
            end = self._joined[k]  # "sin licencias y sin que salgan los datos"
        if words[cue.start : cue.end] in _BUT_FOR and self.is_taken(cue.end, end):
            end = next((i for i in range(cue.end + 1, end) if words[i] in _PURPOSE_OF), end)
        if words[cue.start] in _WITHOUT and cue.length == 1:  # "sin censura para escribir relatos"
            end = next((i for i in range(cue.end + 1, end) if words[i] in _PURPOSE), end)
        reach = _REACH if cue.value == "negate" else _REACH + 3
        if self.message.words[cue.start : cue.end] == ("non",):
            reach = 1
        if self.message.words[max(cue.end - 3, 0) : cue.end] in _WHAT_NOT:
            reach = 1  # "que traduzca lo que no pille al español"
        return cue.end, min(end, cue.end + reach)

    @cached_property
    def _joined(self) -> tuple[int, ...]:
        """Where negations begin that "and" joins to what stands before, in order."""
        words = self.message.words
        return tuple(sorted(h.start for h in self.of("scope", "negate") if words[h.start - 1 : h.start] in _JOINING))

    def _before(self, cue: Hit) -> tuple[int, int]:
        """What a cue that comes last speaks of: its clause so far, or where that is empty the clause before."""
        start, _ = self.clause(cue.start)
        alone = all(t.kind == "mark" or t.text in _ALONE for t in self.message.tokens[start : cue.start])
        if alone and start > 0:
            earlier, _ = self.clause(start - 1)
            if self.message.tokens[earlier].sentence == self.message.tokens[cue.start].sentence:
                return earlier, cue.start
        for hit in self.of("boundary"):
            turns = self.message.words[hit.start] in _TURNING  # "me encanta X pero mi bolsillo no"
            if start < hit.end <= cue.start and (turns or self._has_content(hit.end, cue.start)):
                start = hit.end
        return start, cue.start

    def _closes(self, cue: Hit) -> bool:
        """Whether nothing but a mark follows in the clause, and something precedes it."""
        start, end = self.clause(cue.start)
        tokens = self.message.tokens
        if any(tokens[i].kind != "mark" and tokens[i].text not in _FILLERS for i in range(cue.end, end)):
            return False
        return cue.start > start or start > 0

    def _opens(self, cue: Hit) -> bool:
        """Whether it begins its clause and a verb follows, which it then denies ("ni loco monto un servidor")."""
        start, end = self.clause(cue.start)
        alone = all(t.kind == "mark" for t in self.message.tokens[start : cue.start])
        return alone and self.message.words[cue.start] == "ni" and cue.end < end and not self._closes(cue)

    def _has_content(self, start: int, end: int) -> bool:
        if any(self.taken[start:end]):
            return True
        if any(n.end <= end and n.bare for n in self.numbers_in(start, end)):
            return True
        return any(h.kind in _CONTENT and start <= h.start and h.end <= end for h in self.hits)

    # What kind of sentence a word stands in

    @cached_property
    def corrects(self) -> bool:
        """Whether the message corrects what was said before."""
        words = self.message.words
        return bool(words) and (words[:2] in (("no", ","), ("nel", ","), ("nope", ",")) or self.has("scope", "correct"))

    @cached_property
    def adds(self) -> bool:
        words = self.message.words
        return any(
            words[h.start : h.end] != ("too",) or not words[h.end : h.end + 1] or not words[h.end].isalpha()
            for h in self.of("scope", "add")
        )  # "too small" adds nothing


def _uncovered(hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits that no longer one lies over, in order of place."""
    furthest: Hit | None = None
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if furthest and hit.end <= furthest.end and hit.length < furthest.length:
            continue
        yield hit
        if furthest is None or hit.end > furthest.end:
            furthest = hit


def _swallows(other: Hit, cue: Hit) -> bool:
    """Whether a negation is only the beginning, or a part, of another expression."""
    if other.start <= cue.start and cue.end <= other.end:
        return other.length > cue.length
    if other.kind == "priority" and cue.value == "optional":
        return False  # "no me importa el precio": what matters there is denied, not said
    return cue.start < other.start < cue.end < other.end


def _inside(hit: Hit, decoys: list[Hit]) -> bool:
    """Whether a decoy ("brand voice", "prensa económica") gives the words of this hit another sense."""
    kept = hit.kind in ("decoy", "lifted", "asks", "own_tongue") or (hit.kind == "own" and hit.value == "weigh")
    if hit.kind != "tongue":
        decoys = [d for d in decoys if d.value != "fell_into"]  # "switched to local" is no slip of the tongue
    return not kept and any(d.start <= hit.start and hit.end <= d.end for d in decoys)


def _mark(marks: list[Polarity], start: int, end: int, polarity: Polarity) -> None:
    for i in range(start, end):
        marks[i] = polarity


def joined(hits: Sequence[Hit]) -> tuple[int, int]:
    """The span from the first to the last."""
    return min(h.start for h in hits), max(h.end for h in hits)
