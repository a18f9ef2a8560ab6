"""What may be read out of a part of a message."""

from __future__ import annotations

from enum import IntEnum


class Keep(IntEnum):
    """What may be read out of a sentence."""

    EVERYTHING = 0
    SITUATION = 1
    """The use and the hardware by name, not wishes or amounts: a question about a model."""
    NAMES = 2
    """Only the models named: a question about a concept, a doubt."""
    NOTHING = 3
