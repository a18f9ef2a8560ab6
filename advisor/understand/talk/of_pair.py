"""What is asked of one or two of the models shown: what is lost with the second, whether it is faster than the first, whether
it takes images, what would come first if speed did not matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.domain.needs import Dialogue, ModelMention
from advisor.domain.which import Which

_FEW = 7
"""Words of a question on the one talked about that points at none."""
LEAD = r"(?:(?:y|e|o|and|but|or|pero|vale|ok|okay|so|entonces|then|pues|a ver|oye|hey|hmm|well|now|ahora|also|tambien|dime|tell me|bueno|gracias|thanks|btw|por cierto|just curious|una duda|curiosidad) )*"
_LOSES = re.compile(
    r"\b(?:pierdo|perderia|perdemos|pierdes|se pierde|me pierdo|gano|ganaria|ganamos|renuncio|sacrifico)\b|\b(?:lose|losing|lost|give up|giving up|gain|sacrifice|miss out)\b"
    r"|\b(?:catch|downsides?|drawbacks?|trade ?offs?|weakness\w*|weak (?:points?|spots?)|wrong with|cons|disadvantages?)\b"
    r"|\b(?:pegas?|desventajas?|inconvenientes?|contras|punto debil|puntos debiles|lo malo|de malo|la trampa|defectos?|flojea\w*|cojea\w*)\b"
)
_ALONE = re.compile(
    rf"^{LEAD}(?:(?:whats|what is|what are|is there|any|hay|cual es|cuales son|que|tiene|alguna|algun) )?(?:the |a |la |el |las |los |alguna |algun |su |sus )?"
    r"(?:catch|downsides?|drawbacks?|trade ?offs?|weak (?:points?|spots?)|pegas?|desventajas?|inconvenientes?|trampa|punto debil|puntos debiles|malo)"
    r"(?: (?:tiene|hay|with it|of it|with that|with this(?: one)?|then))?$"
)
"""Asks so of the one talked about, and of nothing else."""
_WHO = re.compile(r"\b(?:quien|who|alguien|anyone|anybody)\b")
_WORTH = re.compile(
    r"\b(?:vale la pena|merece(?:n)? la pena|merece (?:pagar|gastar)|compensa\w*|se nota|worth (?:it|paying|the))\b"
)
_PAYING = re.compile(
    r"\b(?:diferencia|difference|extra|pagar mas|paying more|paying extra|mas caro|more expensive|dearer|pricier|premium|el salto|the jump|subir a)\b"
)
_WORSE = re.compile(r"\b(?:worse|any good|good enough|peor|mucho peor|merece|vale la pena|worth)\b")
_NOT_SO = re.compile(
    r"\b(?:q ?\d|bits?|fp ?\d+|cuantiz\w+|quant\w*|api|nube|cloud|datos|data|tiempo|time|dinero|money|chats?|historial|history|maquina|machine|gpu|grafica|card|servidor|server)\b"
)
"""What else may be lost, or be worth it."""
_THAN = re.compile(r"\b(?:than|que)\b")
_IF_SO = re.compile(
    rf"^{LEAD}(?:no )?(?:is|isnt|are|arent|does|doesnt|do|will|would|wouldnt|was|can|has|es|son|seria|sera|va|iria|sale|cuesta|ocupa|pesa|gasta|tarda|tiene|admite|soporta|entiende|lee|ve|usa|"
    r"permite|llama|razona|da|acepta|habla|puede|se puede|funciona|the (?:first|second|third|fourth)|(?:el|la) (?:mas|menos|primer\w*|segund\w*|tercer\w*|cuart\w*))\b"
)
"""Begins as what is answered with yes or no."""
_WH = re.compile(
    r"\b(?:que tal|cual|cuales|cuant\w+|quien|como|cuando|donde|por que|which|what|how|who|why|when|where)\b"
)
_BESIDE = re.compile(
    r"\b(?:frente a|frente al|comparad[oa] con|versus|vs|compared (?:to|with)|against|next to)\b|\bque (?:tiene|ofrece|aporta)\b.*\bque no\b|\bwhat (?:does|has)\b.*\bthat\b.*\b(?:doesnt|hasnt|not)\b"
)
_APART = re.compile(
    r"\b(?:mucha|gran|grande|tanta) (?:la )?diferencia (?:entre|de)\b|\b(?:hay|se nota) (?:mucha |tanta )?(?:la )?diferencia\b|\b(?:big|much|huge|large|real) (?:a |of a )?(?:difference|gap)\b"
    r"|\bhow (?:big|large|much) (?:is|of) (?:the|a) (?:difference|gap)\b|\b(?:gap|difference) (?:big|large|huge|noticeable)\b|\b(?:en que se diferencian|how do they differ|whats the difference between them)\b"
)
_HOW_MUCH = re.compile(r"\b(?:how much|cuanto|cuanta)\b")
_REGARDLESS = re.compile(
    r"\b(?:si|if)\b.{0,25}\b(?P<what>velocidad|speed|precio|dinero|coste|costo|pasta|plata|price|money|cost|budget|presupuesto|memoria|memory|vram|tamano|size)\b.{0,12}"
    r"\b(?:no (?:me |nos )?(?:importa\w*|cuenta|fuera|fuese|es|hubiera)|(?:me |nos )?da(?:ba)? igual|diera igual|(?:didnt|doesnt|did not|does not) matter|(?:wasnt|werent|isnt|was not|were not|were) (?:an? |no )?(?:issue|problem|limit|object|concern))\b"
    r"|\b(?:si|if)\b.{0,12}\b(?:no (?:me )?importa\w*|(?:me )?(?:daba|diera|da) igual|(?:i|we) (?:didnt|dont) care about)\b.{0,15}\b(?P<thing>velocidad|speed|precio|dinero|coste|price|money|cost|presupuesto|budget|memoria|memory)\b"
)
_OF = {
    "speed": ("velocidad", "speed"),
    "memory": ("memoria", "memory", "vram", "tamano", "size"),
}
_CHOOSES = re.compile(r"\b(?:cual|which|what|que)\b")


def of_pair(
    text: str,
    dialogue: Dialogue,
    mentions: Sequence[ModelMention],
    found: Which | None,
    picked: tuple[str, Which | None] | None = None,
) -> Which | None:
    """`found`: the thing that the words name, of no models yet; `picked`: by what one of them is pointed at ("the cheapest")
    and what is asked of it."""
    if "?" in text or not dialogue.shown:
        return None
    if told := regardless(text, dialogue):
        return told
    if picked and not _NOT_SO.search(text):
        by, thing = picked
        among = dialogue.ranked or dialogue.shown
        if _LOSES.search(text) or _WORSE.search(text):
            return Which("worth" if _WORTH.search(text) else "tradeoff", "most", "", among, pick=by)
        if thing and _IF_SO.match(text):
            return replace(thing, among=among, pick=by, every=True)
    pointed = tuple(dict.fromkeys(m for mention in mentions for m in mention.models[:1]))
    ranked = dialogue.ranked or dialogue.shown
    short = len(text.split()) <= _FEW
    if not _NOT_SO.search(text):
        if _LOSES.search(text) and (pointed or (short and _ALONE.search(text))) and not _WHO.search(text):
            return _against("tradeoff", pointed or dialogue.focus[:1], ranked)
        if _WORTH.search(text) and (_PAYING.search(text) or pointed):
            just = dialogue.which.among[:2] if dialogue.which else dialogue.focus if len(dialogue.focus) == _TWO else ()
            return _against("worth", pointed or just or ranked[:2], ranked)
        if _BESIDE.search(text) and len(pointed) == _TWO:
            return Which("tradeoff", "most", "", pointed)
        if _APART.search(text):
            just = pointed or (dialogue.which.among[:2] if dialogue.which else ()) or ranked[:2]
            return _against("tradeoff", just[::-1], ranked)
    if found is not None and _HOW_MUCH.search(text) and found.way != "has" and pointed:
        two = (*pointed, *(m for m in ranked if m not in pointed))[:2]
        return Which(found.thing, found.way, "", two, every=True, gap=True)
    if found is None or _WH.search(text) or not _IF_SO.match(text):
        return None
    if _THAN.search(text) and found.way != "has":
        two = pointed if len(pointed) == _TWO else (*dialogue.focus[:1], *pointed)
        return Which(found.thing, found.way, found.value, two, every=True) if len(set(two)) == _TWO else None
    if found.way == "has" and len(pointed) == 1:
        return Which(found.thing, "has", found.value, pointed, every=True)
    return None


def regardless(text: str, dialogue: Dialogue) -> Which | None:
    """ "Which would you take if speed didn't matter?"."""
    found = _REGARDLESS.search(text) if _CHOOSES.search(text) else None
    if found is None or not dialogue.shown:
        return None
    word = found["what"] or found["thing"]
    return Which("regardless", "most", next((k for k, names in _OF.items() if word in names), "cost"), dialogue.shown)


_TWO = 2


def _against(thing: str, chosen: Sequence[str], ranked: Sequence[str]) -> Which | None:
    """The one chosen, and what it is set against: the second one named, else the first choice, or the next one for that."""
    if not chosen:
        return None
    other = next((m for m in (*chosen[1:2], *ranked) if m != chosen[0]), None)
    return Which(thing, "most", "", (chosen[0], other)) if other else None
