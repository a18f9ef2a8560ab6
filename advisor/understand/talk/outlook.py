"""Questions on the advice as a whole (what would change it, which models nobody beats) and on the last answer itself."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.domain.needs import Change, Dialogue, Intent, ModelMention
from advisor.domain.outlook import Outlook
from advisor.understand.senses.intents import TOPIC_WORDS
from advisor.understand.speech.acts import Acts
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SHORT = 20
"""Words beyond which a message says more than such a question."""
_INTENTS: dict[Outlook, Intent] = {
    "what_if": "explain_why",
    "front": "compare",
    "machine": "explain_why",
    "begin": "ask_model",
    "misread": "smalltalk",
    "tongue": "smalltalk",
    "fee": "smalltalk",
    "newer": "refine",
    "bigger": "refine",
    "smaller": "refine",
    "roomier": "refine",
    "lineup": "ask_model",
    "rent": "ask_model",
    "others": "refine",
    "cheaper": "refine",
    "other_use": "ask_model",
    "noted": "smalltalk",
    "points": "explain_why",
    "fame": "smalltalk",
    "matter": "ask_guide",
    "which": "compare",
}
_RANKED: tuple[Outlook, ...] = ("rent", "machine", "what_if", "front")
_ANSWERED: tuple[Outlook, ...] = (
    "tongue",
    "fee",
    "misread",
    "begin",
    "sources",
    "noted",
    "points",
    "fame",
    "short",
    "simple",
    "others",
)
"""Questions on the last answer, or on the advisor, the more telling ones first."""
_ANY_TIME: tuple[Outlook, ...] = ("tongue", "fee", "misread", "sources", "noted")
_ALONE: tuple[Outlook, ...] = ("tongue", "fee", "sources")
"""Questions beside which nothing else may stand, since the same words may be asked of models."""
_NAMED_THERE = frozenset({"priority", "mentioned_models"})
"""What such a question names without asking for it: "quality against cost"."""
_WHERE = frozenset({"local", "vram_gb", "ram_gb"})
"""What a question on renting supposes and does not change."""
_WHICH = wordset("cual which would")
_BESIDE = 2
"""Words beside such a question that are neither part of it nor empty, and yet change nothing."""
_EMPTY = wordset(
    "y e o a de en lo la el los las un una me te le se mi tu su eso esto esa ese esta este ello todo toda nada algo asi ya no si "
    "que q con por para favor porfa porfi vale ok okay bueno pues entonces oye mira jo uf buf ay perdon perdona disculpa lo siento "
    "puedes podrias puedo quiero hola gracias otra vez nuevo poco mas muy tan demasiado tio tia chico majo es son esta estan ha he "
    "has mitad casi ni mucho aun todavia sigo respuesta explicacion dices dicho dijiste has and the of to it its that this these "
    "those is are was i im me my you your a an please pls ok okay well so but sorry thanks can could would do does again bit "
    "want dont compare comparison comparar compares little more very too really still just all any half most what with in on for hey hi hmm oh man have anything answer"
)
_MEANING = (("que", "es"), ("que", "significa"), ("what", "is", "a"), ("what", "does"), ("what", "s", "a"))


def outlook(
    reading: Reading, acts: Acts, changes: Sequence[Change], mentions: Sequence[ModelMention] = ()
) -> Outlook | None:
    """None where there is nothing yet to ask it of, where the message states a need, or asks what words mean."""
    if len(reading.message.words) > _SHORT:
        return None
    asked = [reading.quote(h.start, h.end) for h in reading.of("outlook")]
    if any(change.key not in _NAMED_THERE and not any(change.quote in q for q in asked) for change in changes):
        return None  # "resúmelo" is all that is wished in it
    supposes = acts.supposes and not reading.of("outlook", "machine", "rent")  # "and if we buy a graphics card?"
    if reading.dialogue.needs and not (supposes or _asks_a_meaning(reading)):
        found = next((view for view in _RANKED if reading.of("outlook", view)), None)
        if found == "rent" and (not reading.dialogue.shown or any(c.key not in _WHERE for c in changes)):
            found = None
        if found and not (found == "machine" and (acts.machines or any(reading.taken))):
            return found
    if mentions and any(change.key == "mentioned_models" for change in changes):
        return None
    return _of_the_answer(reading)


def _of_the_answer(reading: Reading) -> Outlook | None:
    """A question on the last answer, and on nothing else."""
    dialogue, message = reading.dialogue, reading.message
    view = next((view for view in _ANSWERED if reading.of("outlook", view)), None)
    if view is None or any(reading.taken):
        return None
    if view not in _ANY_TIME and not dialogue.turns:
        return None
    if view in ("begin", "others", "points", "fame") and not dialogue.shown:
        return None
    if view == "short" and len(dialogue.focus) > 1 and _WHICH & set(message.words):
        return None  # the choice between those that stand side by side
    covered = {i for h in reading.of("outlook", *_ANSWERED) for i in range(h.start, h.end)}
    if any(n.start not in covered and n.value != 1 for n in reading.numbers):  # "un" and "one" are hardly numbers
        return None
    beside = [
        t.text for i, t in enumerate(message.tokens) if t.kind == "word" and i not in covered and t.text not in _EMPTY
    ]
    if len(beside) > (_BESIDE if view not in _ALONE else 0) or TOPIC_WORDS & set(beside):
        return None
    return None if _topical(reading, covered) else view


def _topical(reading: Reading, covered: set[int]) -> bool:
    """Whether anything beside the question is a matter of its own."""
    kinds = (
        "topic",
        "flag",
        "use_case",
        "fine_tuning",
        "training_type",
        "tongue",
        "machine",
        "errand",
        "free",
        "priority",
    )
    return any(not set(range(h.start, h.end)) <= covered for kind in kinds for h in reading.of(kind))


def _asks_a_meaning(reading: Reading) -> bool:
    words = reading.message.words
    return any(words[i : i + len(asks)] == asks for asks in _MEANING for i in range(len(words)))


def intent_of(view: Outlook, dialogue: Dialogue) -> Intent:
    """What was said of the guide is asked of the guide again; all else is why it is recommended."""
    if view in _INTENTS:
        return _INTENTS[view]
    return "ask_guide" if dialogue.quoted else "explain_why" if dialogue.shown else "smalltalk"
