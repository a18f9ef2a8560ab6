"""Words around a comparison that say what it is, or that it is none."""

from __future__ import annotations

import re

_FOR_MORE = re.compile(r"\b(?:for|handle|with|to|into|of|para|con|a|de|en)\s+$")
_SORT_OF = re.compile(r"\s+(?!(?:de|que|than|as)\b)[a-z]{3,}s\b(?!\s+(?:than|que|as)\b)")
""" "Room for longer contexts": of a sort of thing, compared with nothing that is named."""
FREE = re.compile(r"\s+(?:\w+ )?(?:libres?|free|to spare|left|over|spare)\b")
""" "The one that leaves the least memory free" takes the most."""
WHILE_IT = re.compile(r"\u0001[^.;]*\b(?:while|whereas|but)\s+\u0001+\s+$")
""" "A scores 77, while B scores higher": than A."""
PUT_BETTER = re.compile(
    r"\s+(?:described|known|called|seen|understood|thought of|termed|put|said|dicho|llamarl\w+|descrit\w+|conocid\w+|entendid\w+)\b"
)
""" "Better described as open-weight" speaks of words."""
SHARE = re.compile(
    r"\s+(?:de|than|del)\s*(?:la |el |l |un |una |a |one |the )?(?:mitad|doble|triple|cuadruple|tercio|tercera|cuarto|cuarta|quint|decim|half|third|quarter|fifth|tenth|twice|double|dos veces)"
)
""" "A little more than half": the share says how much."""
DOING = re.compile(
    r"\b(?:it|he|that one|also|and|y|tambien|pero|que)\s+(?:\w+ )?(?:codes|programs|reasons|translates|performs|scores|summari[sz]es|programa|razona|traduce|rinde|puntua|resume|codifica)\s+(?:much |a bit |even |slightly |mucho |algo |bastante )?$"
)
""" "It codes better": than those shown, by what is measured."""
PERCENTILE_AFTER = re.compile(
    r"(?:\s+(?!\u0001)[a-z]+){0,5}?\s+(?:(?:al?|del?|que|than|of)\s+)?(?:el |la |l |the |about |unos |some )?(?:\d[\d.,]*\s?(?:%|por ciento|percent)|(?:casi |almost |nearly )?[a-z0-9]+ (?:de cada|out of|in|of every) (?:every )?[a-z0-9]+ (?:modelos|models|del catalogo|of the catalogue))"
)
""" "Better than 57%" is a percentile, which the evidence states as such."""
OWN_LIMIT = re.compile(
    r"n?\s+(?:con (?:mucho|creces) )?(?:tus?|your|el|the|los|las|its?)?\s*(?:limite?|presupuesto|budget|minimo|minimum|maximo|maximum|tope|cap|necesidad\w*|needs?|requirements?|requisitos?|\$?\s?\d)"
)
""" "Exceeds your budget" compares with the person's limit, which the figures and the ranking's verdict answer for."""
TAKES_OBJECT = re.compile(
    r"(?:trails?|lags?| a| de| to| of|above|below|behind|beats?|outperforms?|outscores?|edg\w+ (?:out|past)|surpass(?:es)?|tops|undercuts?|(?:supera|gana|bate|adelanta)n?)$"
)
THEN = re.compile(
    r"\b(?P<late>after|later than|despues (?:de|que))|(?<!\w)(?P<early>before|earlier than|antes (?:de|que))"
)
RELEASED = re.compile(
    r"\b(?:releas\w+|came out|launch\w*|publi\w+|salio|lanz\w+|apareci\w+|months?|mes(?:es)?|days?|dias?|weeks?|semanas?|years?|anos?)\b"
)
"""Words of releases, by whose dates "a month after B" compares."""


def of_a_sort(folded: str, start: int, end: int) -> bool:
    """Whether a comparative says which sort of thing, and compares nothing: "room for longer contexts"."""
    return bool(_FOR_MORE.search(folded[:start]) and _SORT_OF.match(folded, end))


def is_choice(folded: str, match: re.Match[str]) -> bool:
    """ "la mejor opción" ranks; "para entenderlo mejor" does not."""
    return bool(
        re.match(
            r"\s+(?:opcion|eleccion|candidat|modelo|alternativa|recomendacion|puntua|encaje|apuesta|valorad|posicionad|colocad|de (?:la|los|las|tod|esta)|para (?:ti|tu|este|eso|lo))",
            folded[match.end() :],
        )
    ) or bool(re.search(r"\b(?:el|la|los|las|lo)\s+$", folded[: match.start()]))
