"""What a turn asks beyond the sense of intents: two models weighed outright, whether what is said of one is so, a mere question."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, Intent, ModelMention
from advisor.understand.speech.acts import Acts
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_TRUE = wordset("verdad cierto true propaganda mentira bulo hoax")
"""Words of asking whether a story is true, which is asked of no model."""
_ANY = wordset("algo alguno alguna anything something any otro otra other otros others")
"""Words by which another is sought."""
_AI = wordset("ia ias ai inteligencia chatgpt chatbot chatbots llm modelos modelo")
_YOURS = wordset("you your youre tu tus te dices pones pusiste recomiendas lista list")
_LONGEST = 16
"""Words beyond which a question amid the talk tells more than it asks."""


def turned(
    reading: Reading, acts: Acts, wanted: Sequence[Intent], changes: Sequence[Change], mentions: Sequence[ModelMention]
) -> tuple[Intent, ...]:
    """The intents, put right where the grammar of the message says what is asked."""
    if wanted[0] in ("smalltalk", "off_topic") and _of_the_matter(reading, acts):
        return ("ask_guide",)
    before = reading.dialogue
    told_use = any(c.key == "use_case" for c in changes)
    if wanted[0] == "refine" and told_use and not before.shown and set(before.needs.values) <= {"mentioned_models"}:
        return ("recommend", *wanted[1:])  # only models were spoken of so far
    if wanted[0] == "recommend" and acts.only_curious and not any(c.key != "mentioned_models" for c in changes):
        return ("ask_guide",)
    if wanted[0] in ("smalltalk", "off_topic", "adversarial", "reset"):
        return tuple(wanted)
    if wanted[0] == "explain_why" and not (reading.dialogue.turns or acts.challenges or mentions):
        if not (_YOURS & set(reading.message.words) or reading.has("act", "refer")):
            return ("ask_guide",)  # "why is the first word so slow to come?", before anything was shown
    begins = reading.has("act", "begin") or reading.has("inquiry", "begins")
    told = any(c.key != "mentioned_models" for c in changes)
    if (
        wanted[0] == "ask_guide"
        and begins
        and told
        and (reading.has("scope", "want") or reading.message.length > _LONGEST)
    ):
        sought: Intent = "refine" if reading.dialogue.needs or reading.dialogue.shown else "recommend"
        return (sought, "ask_guide")  # "I want a booking bot, where do I start?"
    if len(mentions) > 1 and reading.has("act", "weighed") and wanted[0] != "compare":
        return ("compare", *(i for i in wanted if i not in ("compare", "ask_guide", "ask_model")))
    heard = wanted[0] == "ask_guide" and len(mentions) == 1 and acts.has("hearsay")
    if heard and reading.message.questions and reading.has("act", "verdict") and not _TRUE & set(reading.message.words):
        return ("ask_model",)
    if wanted[0] == "refine" and _only_asks(reading, changes):
        return ("ask_guide",)
    return tuple(wanted)


def _of_the_matter(reading: Reading, acts: Acts) -> bool:
    """ "I run a bakery, everybody talks about AI, where do I start?", "does it know today's news?": the guide answers it."""
    begins = reading.has("act", "begin") or reading.has("inquiry", "begins")
    if acts.errands or acts.strays or acts.at_fault or not (reading.message.questions or begins):
        return False
    return (begins and bool(_AI & set(reading.message.words))) or reading.has("inquiry", "remembers", "knows", "serves")


def _only_asks(reading: Reading, changes: Sequence[Change]) -> bool:
    """ "¿Con 600 informes me llega?", "do I need to keep some aside?": nothing is changed, and nothing else asked for."""
    if any(c.key != "mentioned_models" for c in changes) or not reading.message.questions:
        return False
    if reading.corrects or reading.has("act", "request", "another", "seeks", "seeks_else", "refer", "compare"):
        return False
    if _ANY & set(reading.message.words):
        return False
    if reading.has("scope", "add", "only", "retract") or reading.message.length > _LONGEST:
        return False
    bounds = reading.message.sentence_bounds.values()
    told = [b for b in bounds if any(t.kind == "word" for t in reading.message.tokens[b[0] : b[1]])]
    return bool(told) and reading.message.is_question(told[-1][0])
