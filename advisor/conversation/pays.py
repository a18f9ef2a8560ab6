"""Whether a machine of one's own pays, and what electricity it takes: asked in the middle of a talk about models."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.conversation.priced import priced, priced_with
from advisor.conversation.ranker import Ranker
from advisor.domain.advice import Hosting, Payback, Priced
from advisor.domain.needs import Dialogue
from advisor.scoring.payback import payback, plan_for

_MACHINE = (
    r"(?:gpus?|graficas?|tarjetas?|cards?|servidor\w*|servers?|maquinas?|machines?|equipos?|ordenador\w*|computador\w*|pc|rigs?|mac\w*|hardware"
    r"|(?:rtx )?[345]0[5-9]0(?: ?ti)?|[ah]100|self.?host\w*|on.?prem\w*)"
)
_COSTS = r"(?:barat\w+|econom\w+|cost\w*|cuest\w+|cheap\w*|expensive|caro|ahorr\w+|sav(?:e|es|ing)|money|dinero|cuenta|rentabl\w+)"
_PAYS = re.compile(
    r"\b(?:amorti[sz]\w+|pays? (?:for )?itself|pay (?:for itself|itself)|pays? off|paying off|paid off|break.?even|punto de equilibrio|recoup\w*"
    r"|recuper\w+ (?:la inversion|el dinero|lo invertido|lo que cuesta)|(?:sale|salga|saldria|saldra|sal) a cuenta"
    r"|return on investment|\broi\b|retorno de (?:la )?inversion)\b"
)
"""Says it whatever stands beside it, but for what else may pay."""
_IN_THE_END = re.compile(
    r"\b(?:a la larga|(?:a |al )?largo plazo|in the long (?:run|term)|long.?term|over time|con el tiempo|al final)\b"
)
_WORTH = re.compile(
    r"\b(?:(?:merece|vale) la pena|compensa(?:ria)?|conviene|convendria|rentable|interesa|worth(?: it)?|make sense|makes sense|cheaper|mas barato|better)\b"
)
_BUYING = re.compile(
    r"\b(?:compr\w+|montar\w*|montando|invertir|buy(?:ing)?|build(?:ing)?|own(?:ing)?|get(?:ting)? (?:a|an|my) |self.?host\w*|alojar\w*)\b"
)
_SERVICE = re.compile(
    r"\b(?:api|apis|nube|cloud|hosted|servicio|service|proveedor\w*|provider\w*|pagar por uso|pay as you go|suscripcion|subscription)\b"
)
_POWER = re.compile(
    r"\b(?:cuant[ao]s?|how (?:much|many)|que|what|gast\w+|cuest\w+|cost\w*)\b.*\b(?:luz|electricidad|electrico|electrica|corriente|kwh|electricity|power bill|power (?:cost|draw|consumption|usage)|watts?|vatios)\b"
    r"|\b(?:luz|electricidad|electricity|power)\b.*\b(?:cuant[ao]|how much)\b"
    r"|\b(?:consum\w+|gast\w+|chup\w+|traga\w*)\b.{0,20}\b(?:luz|electricidad|corriente|energia)\b|\bconsumo (?:electrico|de luz|de energia)\b"
    r"|\bpower (?:consumption|draw|usage|bill|hungry)\b|\belectricity (?:bill|costs?|usage)\b"
    r"|\b(?:use|draw|eat|burn|consume)s? (?:a lot of |much |too much )?(?:power|electricity|energy)\b"
)
_READING = re.compile(
    r"\b(?:how long|how fast|how quick\w*|cuanto (?:tarda\w*|tiempo|demora\w*)|que tan rapido|a que velocidad)\b.*"
    r"\b(?:process\w*|ingest\w*|prefill|digest|read\w*|summari[sz]\w*|analy[sz]\w*|prompt processing|pp|procesar\w*|leer\w*|lee|resum\w+|analizar\w*"
    r"|tragar\w*|ingerir)\b.*"
    r"\b(?:prompts?|\d+ ?k|tokens?|context\w*|documents?|documentos?|pages?|paginas?|pdfs?|entrada|input)\b"
    r"|\b(?:prompt processing|prefill|pp) (?:speed|time|rate|t/s|tokens)\b|\bvelocidad de (?:lectura|prefill|prompt)\b"
)
_LONGEST = 240
CARD_GB = 24.0
"""The card that `scoring.hosting` reckons with."""


def asks_if_it_pays(text: str) -> bool:
    """ "which is cheaper in the long run?", "¿en cuánto amortizo una 4090?", "¿compensa montar un servidor o sigo con la API?"."""
    said = _folded(text)
    machine = bool(re.search(rf"\b{_MACHINE}\b", said))
    costs = bool(re.search(rf"\b{_COSTS}\b", said))
    if _PAYS.search(said):
        return machine or costs or len(said.split()) <= _FEW
    if _IN_THE_END.search(said) and costs:
        return True
    either = bool(_SERVICE.search(said)) and (machine or bool(_BUYING.search(said)))
    return bool(_WORTH.search(said)) and bool(_BUYING.search(said) or either) and (costs or either)


_FEW = 9
"""Words within which nothing else can be meant to pay off."""


def asks_if_hosting_pays(text: str) -> bool:
    """ "¿compensa montarlo en nuestros servidores?": of who has no machine yet; who has one asks for a better one."""
    said = _folded(text)
    return bool(_WORTH.search(said) and _BUYING.search(said) and re.search(rf"\b{_MACHINE}\b", said))


def asks_how_it_reads(text: str) -> bool:
    """ "how long to process a 30k prompt?", "¿cuánto tarda en leer 50 páginas?": of a machine, not of a service."""
    return bool(_READING.search(_folded(text)))


def asks_for_power(text: str) -> bool:
    return bool(_POWER.search(_folded(text)))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].lower())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class Sums:
    """What is to be reckoned in place of all else; nothing, where nothing of the kind is asked."""

    payback: Payback | None = None
    power: Hosting | None = None
    priced: Priced | None = None
    reading: bool = False
    """How fast the machine reads what it is given."""
    models: tuple[str, ...] = ()
    """The model whose speed at home the electricity is told of."""

    def __bool__(self) -> bool:
        return bool(self.payback or self.power or self.priced or self.reading)


def sums(text: str, rank: Ranker, before: Dialogue, now: Dialogue, mentioned: Sequence[str]) -> Sums:
    """Of the model named, or the one talked about; of two that are named nothing is reckoned, for they are compared."""
    if not before.shown or len(mentioned) > 1:
        return Sums()
    chosen = rank.winner(now.focus) if len(now.focus) > 1 else None
    model = next(iter((*mentioned, *((chosen,) if chosen else ()), *now.focus, *now.shown)), "")
    at_home = bool({"vram_gb", "ram_gb"} & set(before.needs.values)) or before.needs.flag("local") is True
    asked = asks_if_it_pays(text) or (not at_home and asks_if_hosting_pays(text))
    if asked and (payback := _payback(model, rank, before)):
        return Sums(payback=payback)
    if (amount := priced(text)) and before.needs.get("tokens_per_month") == now.needs.get("tokens_per_month"):
        item = rank.verdict(model).recommendation
        if item and (found := priced_with(item, *amount)):
            return Sums(priced=found)
    if not mentioned and now.shown and rank.verdict(model).broken:
        model = now.shown[0]  # what does not run takes no electricity, and reads nothing
    if asks_for_power(text):
        bare = now.needs.flag("local") is True and "vram_gb" not in now.needs
        return Sums(power=plan_for(card=not bare), models=(model,))
    equipped = bool({"vram_gb", "ram_gb"} & set(now.needs.values))
    return Sums(reading=True, models=(model,)) if equipped and asks_how_it_reads(text) else Sums()


def _payback(model: str, rank: Ranker, before: Dialogue) -> Payback | None:
    """None without a price to set the machine against."""
    owned = bool({"vram_gb", "ram_gb"} & set(before.needs.values))
    found = rank.hosted_or_owned(model, CARD_GB, owned=owned)
    if found is None:
        return None
    item, instead_of, assumed = found
    plan = plan_for(card=not owned or "vram_gb" in before.needs)
    return payback(item, instead_of=instead_of, owned=owned, assumed_volume=assumed, plan=plan)
