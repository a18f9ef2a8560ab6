"""Remarks amid the talk that say nothing of what is sought: what happened once, what some third person is like or does."""

from __future__ import annotations

from advisor.understand.speech.acts import Acts
from advisor.understand.speech.tenses import was_done
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_OPENERS = wordset(
    "y and ok vale pues so oye hey pero but bueno well jaja jajaja jajajaja haha hahaha lol hoy ayer anoche today yesterday "
    "mira ah oh uf buf eh actually anyway bah"
)
_OTHERS = wordset("he she they mi my our nuestro nuestra el la un una the a")
"""Words that the subject of somebody else's deeds begins with."""
_PERSONS = wordset("he she they él ella ellos ellas everyone everybody nobody somebody nadie todos")
_MODAL = wordset(
    "should must needs need wants want would could can debe deben necesita necesitan quiere quieren pide puede"
)
_VERB_WITHIN = 7
"""Tokens from the beginning of a sentence in which its verb stands."""
_RELATIVE = wordset("que who that which si if where donde what lo")
_PUTS_RIGHT = wordset(
    "dije decia said meant mean quise queria olvide forgot equivoque mistyped lie changed cambie decided decidi "
    "decidimos convinced convencieron switched picked elegi eligio was were had"
)
"""Verbs of the past by which something that stands is changed."""
_GETS = wordset("bought ordered got compre compramos pedi pille cogi")
_LONG = 5
"""Words from which the tale of how a thing was got tells no more than that."""
_BEARING = ("flag", "memory", "topic", "limit_word", "programming", "modality", "tuning")
_LABEL = 3
"""Words of a sentence that is but a label or a comment ("Never forget")."""


def remarks(reading: Reading, acts: Acts) -> bool:
    """Whether a turn that changes nothing only remarks on something."""
    message = reading.message
    if not (reading.dialogue.needs or reading.dialogue.shown) or message.questions or reading.corrects or acts.errands:
        return False
    if acts.tells_nothing:
        return not acts.strays
    if reading.has("scope", "want", "must", "only", "optional", "keep") or any(reading.taken):
        return False
    if reading.has("act", "request", "refer", "thank", "greet") or _bears(reading):
        return False
    told = [b for b in message.sentence_bounds.values() if _words(reading, *b)]
    return bool(told) and _words(reading, *told[0]) > _LABEL and _remarks(reading, *told[0])


def _bears(reading: Reading) -> bool:
    """Whether it names what needs are told with."""
    things = any(h.value != "cloud" for h in reading.of("machine"))
    return things or any(reading.has(kind) for kind in _BEARING) or reading.has("unit", "gb", "params")


def _words(reading: Reading, start: int, end: int) -> int:
    return sum(t.kind == "word" for t in reading.message.tokens[start:end])


def _remarks(reading: Reading, start: int, end: int) -> bool:
    """A person's pronoun as the subject, or a verb in the past soon after the beginning and in no relative clause."""
    words = reading.message.words
    while start < end and (words[start] in _OPENERS or reading.message.tokens[start].kind == "mark"):
        start += 1
    if start >= end:
        return True
    if reading.message.quote(start, start + 1).lower() in _PERSONS:
        return not set(words[start + 1 : start + 4]) & _MODAL
    for i in range(start, min(start + _VERB_WITHIN, end)):
        if words[i] in _RELATIVE and i > start:
            return False
        if was_done(reading, i):
            counted = any(n.value != 1 for n in reading.numbers_in(start, end))
            bare = words[i] in _GETS and (end - start <= _LONG or counted)
            return not bare and (words[i] not in _PUTS_RIGHT or (start < i and words[start] in _OTHERS))
    return _is_of_others(reading, start, end)


def _is_of_others(reading: Reading, start: int, end: int) -> bool:
    """ "The chairman reads none of it", "mi ex tampoco": the subject is somebody else."""
    someone = [*reading.of("astray", "someone"), *reading.of("act", "others"), *reading.of("act", "folk")]
    hits = [h for h in someone if start <= h.start <= start + 1 and h.end <= end]
    after = {w for h in hits for w in reading.message.words[h.end : h.end + 3]}
    return bool(hits) and not after & _MODAL
