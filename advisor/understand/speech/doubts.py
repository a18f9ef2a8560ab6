"""What is called into question or asked only to be understood: no need, but for what is told of oneself beside it."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.understand.speech.fitting import Fitting
from advisor.understand.speech.keep import Keep
from advisor.understand.speech.sentences import WISHING
from advisor.understand.words.classes import MACHINES
from advisor.understand.words.text import wordset

_WHAT_YOU_SAID = wordset("you your decias dijiste dices pones pusiste puesto dicho explicame tus")
_ASSERTING = wordset(
    "prefiero preferimos prefer rather matters importa please porfa favor ensename muestrame dame show fine pagar pay puedo "
    "podemos can cambia cambialo quita quitalo pon change use usa usemos"
)
"""Words with which something is wished beside a doubt."""
_MINE = wordset("mi mis my our nuestro nuestra nuestros nuestras")


class Doubts(Fitting):
    """A reading's sentences, with what is doubted in them."""

    def _challenges(self) -> None:
        """ "I don't buy that, a 7B beating a 30B": what is called into question is no need, unless something of one's own is told."""
        reading = self._reading
        doubted = reading.of("act", "challenge")
        words = reading.message.words
        equipped = bool(self._machines) or reading.has("machine", *MACHINES) or reading.has("memory", "ram", "vram")
        wishes = [h for h in reading.of("scope", "want") if words[h.start] in WISHING or not doubted]
        own = any(not any(d.start <= h.start and h.end <= d.end + 1 for d in doubted) for h in wishes)
        own = own or reading.has("act", "request")
        own = own or (reading.has("own", "have") and equipped)  # "not in my experience" tells of no machine
        corrects = reading.corrects and bool(reading.dialogue.needs)
        of_you = any(_WHAT_YOU_SAID & set(words[d.start : d.end]) for d in doubted)
        outside = [i for i in range(len(words)) if not any(d.start <= i < d.end for d in doubted)]
        asserts = any(words[i] in _ASSERTING for i in outside) or self._bounds_or_has(outside)
        self.challenges = bool(doubted) and not (own or asserts) and (of_you or not corrects)
        """Whether something that was said is called into question, and nothing else."""
        if self.challenges:
            self._keep = bytearray(max(Keep.NAMES, k) for k in self._keep)
        curious = self._curious()
        self.only_curious = curious == [(0, len(self._keep))] and not reading.dialogue.needs
        """Whether a first message asks to understand something, and nothing else."""
        for start, end in curious:
            self._keep[start:end] = bytes(max(Keep.NAMES, k) for k in self._keep[start:end])

    def _curious(self) -> list[tuple[int, int]]:
        """ "How did you get an 8B to run on a Pi?", "quería saber en qué se diferencian": asked to understand; all of the
        message where nothing is wished in it, else the sentence up to the wish."""
        reading = self._reading
        words = reading.message.words
        hits = reading.of("act", "curious")
        if not hits or reading.has("act", "request"):
            return []
        asked = {i for h in hits for i in range(h.start, h.end)}
        wishes = [h.start for h in reading.of("scope", "want") if words[h.start] in WISHING and h.start not in asked]
        if not wishes and not self.acquires() and not (reading.has("own", "have") and self._machines):
            return [(0, len(words))]
        spans = [(h.start, reading.sentence(h.start)[1]) for h in hits]
        spans = [(start, end) for start, end in spans if not self._owns(start, end)]
        return [(start, min([end, *(w for w in wishes if w > start)])) for start, end in spans]

    def _bounds_or_has(self, outside: Sequence[int]) -> bool:
        """ "You say 24 but I only have 16", "no estoy de acuerdo con pagar más de 20": a figure of one's own beside the doubt."""
        reading = self._reading
        hits = [*reading.of("bound", "max", "min"), *(h for h in reading.of("own", "have") if h.start in outside)]
        own = [h for h in hits if reading.message.words[h.start] not in _MINE]
        own = [h for h in own if not reading.numbers_in(max(h.start - 3, 0), h.start)]  # "a 7B over a 30B"
        return any(h.start in outside and reading.numbers_in(h.end, h.end + 4) for h in own)
