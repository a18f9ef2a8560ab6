"""What is asked of models that were compared before: which of them it is, and nothing that another is to be."""

from __future__ import annotations

from advisor.understand.words.reading import Reading

_OPENING = 3


def is_of_two(reading: Reading, at: int) -> bool:
    """Whether the word is of a question like "which calls tools better?", after two models that were compared."""
    start, _ = reading.sentence(at)
    opening = [w for w in reading.message.words[start : at + 1] if w.isalpha()][:_OPENING]
    asks = bool({"which", "cual", "who", "quien"} & set(opening)) and reading.message.is_question(at)
    return asks and len(reading.dialogue.needs.names("mentioned_models")) > 1 and not any(reading.taken)
