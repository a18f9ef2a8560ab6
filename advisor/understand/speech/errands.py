"""Sentences that seek no model: tasks for the advisor itself, programs and machines at fault, markets, changes of language."""

from __future__ import annotations

import re

from advisor.understand.speech.questions import OPENERS, Questions
from advisor.understand.words.classes import MODELS
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_ASKING = OPENERS | wordset(
    "please por favor porfa can could you puedes podrias me to help ayudame hey just will would quiero que i want need "
    "necesito , ( : - ¿ ¡ now ahora then first"
)
_OF_ONESELF = wordset("i want need necesito quiero que")
_QUOTED_TASK = re.compile(
    r"(please |por favor )?(translate|say|spell|fix|correct|rewrite|rephrase|shorten|traduce|tradúceme|traduceme|di|pon|ponme"
    r"|pásame|pasame|corrige|corrígeme|corrigeme|reescribe|acorta|how do you say|como se dice|cómo se dice)"
    r"(\s+[\w,]+){0,4}:?\s+[\"'«“‘]",
    re.IGNORECASE,
)
"""A task whose object follows in quotation marks."""
_EQUIPPED = (("machine",), ("flag",), ("unit", "gb"), ("unit", "params"), ("priority", "privacy"), ("period", "month"))
"""What no task for the advisor names: what a model is to run on, or to be."""


class Errands(Questions):
    """Which sentences of a reading are errands, and of what sort. `named`: the spans of models."""

    def __init__(self, reading: Reading, named: list[tuple[int, int]]) -> None:
        super().__init__(reading, named)
        self.errands: set[str] = set()
        """What sorts of errand its sentences are, as in the lexicon: task, support, trouble, market, persona."""

    def _is_errand(self, start: int, end: int, wants: bool) -> bool:
        """Something to be done on the spot ("translate this"), a job advert, a shop's question, a change of language."""
        reading = self._reading
        market = self._first(reading.of("errand", "market", "support"), start, end)
        if market and market.value == "support" and self._asks_why(start, end):
            market = None  # "why do answers get cut off?" is asked of how things are
        if market and not self._wishes_besides(market, start, end) and not (wants and market.value == "support"):
            self.errands.add(market.value)
            return True
        if any(start <= h.start and h.end <= end and self._addresses_us(h) for h in reading.of("errand", "persona")):
            self.errands.add("persona")
            return True
        if not (wants or reading.has("act", "request", start=start, end=end)) and self._is_trouble(start, end):
            self.errands.add("trouble")
            return True
        task = self._early(reading.of("errand", "task"), start, end)
        if task and not all(w in _ASKING for w in reading.message.words[reading.clause(task.start)[0] : task.start]):
            task = None  # an imperative opens its clause: "patients write me in Turkish" tells something
        if task and set(reading.message.words[task.start : task.end]) & MODELS:
            task = None  # "tell me a model for stories"
        quoted = _QUOTED_TASK.match(reading.message.text[reading.message.tokens[start].start :])
        after = task.end if task and task.start == self._first_at(start, end) else start
        equipped = any(reading.has(*what, start=start, end=end) for what in _EQUIPPED)
        is_task = (task is not None or quoted is not None) and not equipped and not self._speaks_of_models(after, end)
        self.errands |= {"task"} if is_task else set()
        return is_task

    def _asks_why(self, start: int, end: int) -> bool:
        """A question why, of no program and no account of one's own."""
        whys = self._first_word(start, end) in ("why", "por") and bool(
            {"why", "que"} & set(self._plain(start, end)[:2])
        )
        mine = {"my", "mi", "me", "mis", "i"} & set(self._reading.message.words[start:end])
        return whys and not mine and not self._reading.has("errand", "tool", start=start, end=end)

    def _wishes_besides(self, market: Hit, start: int, end: int) -> bool:
        """ "Bought it on eBay, what model should I run?": a model is asked for next to the words of a market."""
        reading = self._reading
        wants = [h for h in reading.of("scope", "want") if start <= h.start and h.end <= end]
        apart = any(h.end <= market.start or h.start >= market.end for h in wants)
        wished = (apart or (market.length == 1 and market.start > start)) and reading.has(
            "use_case", start=start, end=end
        )
        asked = reading.has("act", "request", start=start, end=end)
        names_use = reading.has("use_case", start=start, end=end)
        return wished or asked or (names_use and self._speaks_of_models(market.end, end))

    def _addresses_us(self, hit: Hit) -> bool:
        """ "Please answer in English"; "our bot must answer in English" speaks of the thing wanted."""
        clause = self._reading.clause(hit.start)[0]
        return all(w in _ASKING - _OF_ONESELF for w in self._reading.message.words[clause : hit.start])

    def _is_trouble(self, start: int, end: int) -> bool:
        """A machine or a program that fails, and games: help of another kind is sought."""
        reading = self._reading
        if not reading.has("errand", "trouble", start=start, end=end):
            return False
        thing = self._hardware(start, end) or reading.has("flag", "local", start=start, end=end)
        tool = reading.has("errand", "tool", start=start, end=end)
        of_models = (self._speaks_of_models(start, end) and not tool) or reading.has(
            "topic", "min_context_tokens", start=start, end=end
        )
        return (thing or tool) and not of_models and not reading.has("use_case", start=start, end=end)

    def _hardware(self, start: int, end: int) -> bool:
        return any(self._reading.has(kind, start=start, end=end) for kind in ("machine",)) or self._reading.is_taken(
            start, end
        )
