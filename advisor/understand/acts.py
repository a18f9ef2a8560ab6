"""What each sentence does: states, asks about a concept or a model, doubts, passes on hearsay. Only statements change needs."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal

from advisor.understand.match import Hit
from advisor.understand.reading import Reading

Act = Literal["state", "guide", "ask_model", "doubt", "hearsay", "why", "compare", "adversarial", "errand"]


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
    "compare": Keep.EVERYTHING,
    "ask_model": Keep.SITUATION,
    "why": Keep.NAMES,
    "guide": Keep.NAMES,
    "doubt": Keep.NAMES,
    "hearsay": Keep.NOTHING,
    "adversarial": Keep.NOTHING,
    "errand": Keep.NOTHING,
}
_QUESTION_STARTS = frozenset("cual cuales cuanto cuanta cuantos cuantas como donde quien what which how why when who is are do does can could whats isnt".split())
_MODEL_WORDS = frozenset("modelo modelos model models llm llms ia ai ias bot chatbot asistente assistant api something algo alguno".split())


class Acts:
    """The act of every sentence of a reading, and what it leaves to be read."""

    def __init__(self, reading: Reading, named: list[tuple[int, int]]) -> None:
        self._reading = reading
        self._named = named
        self.by_sentence: dict[int, Act] = {
            number: self._act(start, end) for number, (start, end) in reading.message.sentence_bounds.items()
        }
        self._keep = bytearray(len(reading.message.tokens))
        for number, (start, end) in reading.message.sentence_bounds.items():
            self._keep[start:end] = bytes([_KEPT[self.by_sentence[number]]]) * (end - start)
        self._others()

    def keep(self, i: int) -> Keep:
        return Keep(self._keep[i])

    def has(self, *acts: Act) -> bool:
        return any(act in acts for act in self.by_sentence.values())

    def _others(self) -> None:
        """What somebody else has, or the person had, is nobody's need: up to the next contrast."""
        reading = self._reading
        for hit in [*reading.of("act", "others"), *reading.of("act", "past")]:
            start, end = reading.clause(hit.start)
            sentence_end = reading.sentence(hit.start)[1]
            while end < sentence_end and not self._turns(end):
                end = reading.clause(end)[1] if end < len(reading.message.tokens) else sentence_end
            for boundary in reading.of("boundary"):
                if hit.end < boundary.start < end:
                    end = boundary.start
            begin = hit.start if hit.value == "past" else start
            if hit.value == "others" and self._asks(start, end):
                continue
            self._keep[begin:end] = bytes([Keep.NOTHING]) * (end - begin)

    def _asks(self, start: int, end: int) -> bool:
        """A friend who wants something passes on a wish; one who only has something does not."""
        return self._reading.has("scope", "want", start=start, end=end)

    def _turns(self, i: int) -> bool:
        words = self._reading.message.words[i : i + 2]
        return any(w in ("pero", "but", "yo", "i", "ahora", "now", "y", "and", "my", "mi", "algo", "quiero", "need") for w in words)

    def _first(self, hits: list[Hit], start: int, end: int) -> Hit | None:
        return next((h for h in hits if start <= h.start and h.end <= end), None)

    def _act(self, start: int, end: int) -> Act:
        reading = self._reading
        message = reading.message
        has = lambda kind, *values: reading.has(kind, *values, start=start, end=end)  # noqa: E731
        question = message.is_question(start) or self._opens_like_question(start, end)
        wants = self._wants(start, end)
        owns = self._owns(start, end)
        if has("act", "adversarial"):
            return "adversarial"
        if self._is_errand(start, end, wants):
            return "errand"
        if has("act", "hearsay") and not wants:
            return "hearsay"
        if has("scope", "doubt") and (message.is_question(start) or not owns) and not wants and not has("act", "refer"):
            if message.is_question(start) or self._early(reading.of("scope", "doubt"), start, end):
                return "doubt"
        named = any(start <= a < end for a, _ in self._named)
        why = self._early(reading.of("act", "why"), start, end)
        if why and not wants and not owns:
            return "why" if named or has("act", "why_choice") or end - why.end <= 2 else "guide"
        compares = has("act", "compare")
        if compares and (named or has("act", "refer") or not has("act", "guide")):
            return "compare"
        guide = self._early(reading.of("act", "guide"), start, end)
        if guide is None and message.is_question(start):
            guide = self._first(reading.of("act", "guide"), start, end)
        asks = self._early(reading.of("act", "ask_model"), start, end)
        if (question or guide) and not wants and not owns:
            if asks and (named or not guide or asks.length >= guide.length):
                if named or has("act", "refer") or message.is_question(start):
                    return "ask_model" if not self._what_if(start) else "state"
            if guide and (question or guide.start - start <= 3):
                return "guide"
        return "state"

    def _wants(self, start: int, end: int) -> bool:
        return self._reading.has("scope", "want", start=start, end=end)

    def _is_errand(self, start: int, end: int, wants: bool) -> bool:
        """Something to be done on the spot ("translate this"), a job advert, a shop's question, a change of language."""
        reading = self._reading
        if reading.has("errand", "market", start=start, end=end):
            return True
        if reading.has("errand", "persona", start=start, end=end):
            return True
        task = self._early(reading.of("errand", "task"), start, end)
        return task is not None and not self._speaks_of_models(start, end)

    def _speaks_of_models(self, start: int, end: int) -> bool:
        return any(w in _MODEL_WORDS for w in self._reading.message.words[start:end])

    def _owns(self, start: int, end: int) -> bool:
        words = self._reading.message.words
        return any(
            start <= h.start and h.end <= end and (words[h.start] in ("tengo", "tenemos", "i", "we", "ive", "weve", "dispongo", "cuento") or words[h.start] in ("mi", "my", "our", "nuestro") and self._hardware(start, end))
            for h in self._reading.of("own", "have")
        )

    def _hardware(self, start: int, end: int) -> bool:
        return any(self._reading.has(kind, start=start, end=end) for kind in ("machine",)) or self._reading.is_taken(start, end)

    def _early(self, hits: list[Hit], start: int, end: int) -> Hit | None:
        """The longest of these near the beginning of the sentence or of one of its clauses."""
        bounds = [self._reading.clause(h.start)[0] for h in hits]
        early = [
            h for h, clause in zip(hits, bounds, strict=True) if start <= h.start and h.end <= end and h.start - max(clause, start) <= 4
        ]
        return max(early, key=lambda h: h.length) if early else None

    def _opens_like_question(self, start: int, end: int) -> bool:
        words = self._reading.message.words[start:end]
        while words and words[0] in ("y", "and", "ok", "vale", "pues", "so", "entonces", ",", "oye", "hey", "but", "pero", "bro", "cool", "¿"):
            words = words[1:]
        return bool(words) and words[0] in _QUESTION_STARTS

    def _what_if(self, start: int) -> bool:
        words = self._reading.message.words[start : start + 4]
        return "si" in words or "if" in words
