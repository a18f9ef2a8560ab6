"""What a vendor's name stands for in a sentence: who made something, who says something."""

from __future__ import annotations

import re

_MADE_BY = re.compile(
    r"\b(?:(?:modelo|model|opcion|one)(?: \w+)?|son|es|are|is|made|hech[oa]s?|vienen?|comes?|created|developed|desarrollad\w+)\s+(?:todos |todas |ambos |ambas |los dos |las dos |los tres |las tres |all |both )?(?:de|by|from|por)\s+$|\bl[oa]s? (?:ha[cn]en?|hizo|fabrica|desarrolla|desarrollo|creo|crea|entreno|firma|lanzo|publico)\s+$|\b(?:obra|creacion|cosecha|hij[oa]|work|brainchild|creation) (?:de|of)\s+$"
)
""" "All of them are by Google" says something of the models last named."""


_SAYS = re.compile(
    r"(?:,\s*(?:por su parte|a su vez|en cambio|for its part|in turn|however),)?\s+(?:no |tampoco |only |solo |itself |does(?:n't| not) )?(?:l[oa]s? )?(?:dice|decia|dijo|declara|declaraba|publica|detalla|afirma|afirmaba|admit(?:e|ia|io)|recomienda|recomendaba|says|said|declares?|declared|publish(?:es)?|lists?|states?|stated|claims?|claimed|admits|admitted|recommends|recommended|advises|reports?|reported)\b"
)


GAPPED = re.compile(r"(?<=\w),? (?:only |just |about |solo |unos )?(?:us)?\$?\d")
""" "Qwen declares 201 languages, Google 140"."""


def speaks(folded: str, end: int) -> bool:
    """Whether the vendor whose name ends here is said to say something."""
    return bool(_SAYS.match(folded, end))


def made_by(before: str) -> bool:
    """Whether the words before a vendor's name say that something is made by it."""
    return bool(_MADE_BY.search(before))


_ONE_BY = re.compile(
    r"\b(?:(?<!una )(?<!un )(?:el|la|los|las) del?|(?:the|those|that) (?:one|ones|model)? ?(?:from|by|of)) $"
)
""" "El de Google", "the one from Mistral"."""


def stands_for_model(folded: str, start: int, end: int) -> bool:
    """Whether a vendor's name stands for its model: it says something, or the model is "the one from" it."""
    return bool(speaks(folded, end) or GAPPED.match(folded, end) or _ONE_BY.search(folded[:start]))
