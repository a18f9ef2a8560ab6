"""Questions whether something fits or runs on a machine: whose it is, and what of them is as good as told."""

from __future__ import annotations

from advisor.understand.speech.tales import Tales
from advisor.understand.words.classes import ANYBODY, MACHINES, MINE
from advisor.understand.words.text import wordset

_ONESELF = wordset("i we me us puedo podemos hago pongo meto cojo pillo uso recomiendas recomendais necesito")
_SUFFICING = wordset(
    "enough sufficient suffice suficiente basta bastaria alcanza alcanzaria llega llegaria vale valdria sirve"
)
_MEASURING = wordset("how why por cuanto cuanta cuantos cuantas")
_ON_WITHIN = 4
"""Tokens between "run on" and the machine."""
_FITTING = wordset("fit fits cabe cabria entra entraria cabra entrara")
_ON = wordset("on in into en con with")
_PLACED = wordset("on en")
_HELLO = wordset("hola buenas hello hey hi solo only con with")
_ITS_MEMORY = 3
"""Tokens after an amount in which its memory is named."""
_FEASIBLE = ("realist", "feasib", "viab", "worth", "pena", "doable", "factible", "practical")
_WEIGHED = wordset("or o u vs versus than que contra frente cloud nube api apis")


class Fitting(Tales):
    """A reading's sentences, with what is asked of a machine."""

    def _for_me(self, start: int, end: int) -> bool:
        """ "What do I need on a 5080?": asked for oneself, with the machine as the means."""
        words = self._reading.message.words
        means = any(
            start <= a < end and set(words[max(a - 3, start) : a]) & {"on", "with", "en", "con"}
            for a, _ in self._machines
        )
        mine = any(start <= a < end and set(words[max(a - 2, start) : a]) & MINE for a, _ in self._machines)
        opening = not self._reading.dialogue.needs and (
            (means and bool(set(words) & ANYBODY)) or self._is_machine_asked(start, end)
        )
        return (means and bool(set(words) & _ONESELF)) or mine or opening

    def _is_machine_asked(self, start: int, end: int) -> bool:
        """ "What about a Mac mini with 24 GB?", "is a 3060 enough?" as a first word: one machine, and whether it will do."""
        reading = self._reading
        words = reading.message.words[start:end]
        told = [a for a, _ in self._machines if start <= a < end]
        told += [h.start for h in reading.of("machine") if start <= h.start < end and h.value != "cloud"]
        about = words[:2] in (("what", "about"), ("how", "about"), ("que", "tal"))
        enough = bool(_SUFFICING & set(words)) and self._first_word(start, end) not in _MEASURING
        return bool(told) and (about or enough) and not set(words) & _WEIGHED

    def _fits_there(self, start: int, end: int) -> bool:
        """ "Will it run on a 6700 XT?", "¿cabría en 8 GB?": asked of a machine, and not of any model or of how much."""
        reading = self._reading
        of_a_task = reading.has("use_case", start=start, end=end) or any(start <= a < end for a, _ in self._named)
        if self._first_word(start, end) in _MEASURING:
            return False
        sized = any(start <= h.start < end for h in reading.of("unit", "params"))
        if not of_a_task and (sized or self._in_general(start, end)) and not self._on_a_machine(start, end):
            return False  # "does a 70B fit in 24 GB?"
        told = [a for a, _ in self._machines if start <= a < end]
        told += [h.start for h in reading.of("unit", "gb") if start <= h.start < end]
        if of_a_task and any(0 <= h.start - a <= _ON_WITHIN for h in reading.of("fits", "enough") for a in told):
            return True
        runs = [h for h in reading.of("fits", "run") if start <= h.start]
        words = reading.message.words
        placed = [a for a in told if set(words[max(a - 3, start) : a]) & _ON]
        if (of_a_task or self._speaks_of_models(start, end)) and any(h.start < a < h.end for h in runs for a in told):
            return True  # "can a 3060 run such a model?"
        return any(0 <= a - h.end <= _ON_WITHIN for h in runs for a in told) or any(
            h.end <= a for h in runs for a in placed
        )

    @property
    def opens_with_memory(self) -> bool:
        """ "16 gigas de ram, ¿llego a un 13B?": what the message begins with is what there is."""
        reading = self._reading
        tokens = reading.message.tokens
        first = next((i for i, t in enumerate(tokens) if t.kind != "mark" and t.text not in _HELLO), 0)
        sizes = [h for h in reading.of("unit", "gb") if 0 <= h.start - first <= 1]
        return any(reading.has("memory", start=h.end, end=h.end + _ITS_MEMORY) for h in sizes)

    def _on_a_machine(self, start: int, end: int) -> bool:
        """ "Can you run a 7B on a MacBook with 16 GB?": the machine is named as where it is to run."""
        words = self._reading.message.words
        told = [a for a, _ in self._machines if start <= a < end]
        told += [h.start for h in self._reading.of("machine", *MACHINES) if start <= h.start < end]
        return any(set(words[max(a - 3, start) : a]) & _PLACED for a in told)

    def _fits_any(self, start: int, end: int) -> bool:
        """ "So a 14b would go into 12 gigs?": how much any model of a size needs, of nobody's machine."""
        reading = self._reading
        sized = any(start <= h.start < end for h in reading.of("unit", "params"))
        sized = sized and any(start <= h.start < end for h in reading.of("fits"))
        memory = any(start <= h.start < end for h in reading.of("unit", "gb"))
        there = any(start <= a < end for a, _ in [*self._machines, *self._named]) or reading.has(
            "machine", start=start, end=end
        )
        owned = self._owns(start, end) or reading.has("own", "have", start=start, end=end)
        oneself = bool(set(reading.message.words[start:end]) & _ONESELF)
        held = bool({"vram_gb", "ram_gb"} & set(reading.dialogue.needs.values))
        return sized and memory and not (there or owned or oneself or held) and reading.message.is_question(start)

    def _fits_held(self, start: int, end: int) -> bool:
        """ "With 16k of context does it fit?", of the machine told of before."""
        needs = self._reading.dialogue.needs
        held = "vram_gb" in needs or "ram_gb" in needs
        return held and bool(_FITTING & set(self._reading.message.words[start:end]))

    def _windows(self, start: int, end: int) -> None:
        """ "Does it fit on a 3090 with 32k of context?": the window is as given as the machine."""
        for hit in self._reading.of("topic", "min_context_tokens"):
            if start <= hit.start < end:
                first, last = max(start, hit.start - _ON_WITHIN), min(end, hit.end + _ON_WITHIN)
                self._keep[first:last] = bytes(last - first)

    def _is_feasible(self, start: int, end: int) -> bool:
        """ "Is a local assistant realistic?", "¿merece la pena montarlo en local?", weighed against nothing: it is meant."""
        words = self._reading.message.words[start:end]
        return any(w.startswith(_FEASIBLE) for w in words) and not set(words) & _WEIGHED
