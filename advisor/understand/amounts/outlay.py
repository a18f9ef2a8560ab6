"""Money for machines: "10k to spend on equipment", "no budget for another card" are of no model and of no month."""

from __future__ import annotations

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_HARDWARE = wordset(
    "hardware equipment equipments gear rig rigs machine machines build gpu gpus card cards workstation computer computers "
    "laptop laptops pc pcs desktop mac macbook equipamiento maquina maquinas grafica graficas tarjeta tarjetas ordenador "
    "ordenadores computadora portatil portatiles torre cacharro componentes parts components upgrade"
)
_TEAM = wordset("equipo equipos server servers servidor servidores setup")
"""Hardware only after what buys or builds it: otherwise people, and what is paid by the month."""
_FOR = wordset("for para pa on en in")
_BUYING = wordset(
    "spend spending spent invest investing buy buying build building upgrade upgrading purchase gastar gastarme invertir "
    "comprar comprarme montar montarme armar armarme actualizar pillar pillarme mejorar"
)
_ARTICLES = wordset(
    "a an the my our some new new other another better good decent used un una unos el la los las mi nuestro nuestra otro "
    "otra nuevo nueva mejor buen buena local ai ia gaming of de"
)
_OTHERS = wordset("another otro otra others otros otras")
_PURPOSE = wordset("for para pa")
_WITHIN = 6


def is_outlay(reading: Reading, amount: Amount, is_money: bool) -> bool:
    """Whether a sum without a period is told to be for hardware, right after it or as what it is a budget of."""
    if amount.period or (amount.unit and not is_money):
        return False
    words = reading.message.words
    first, last = reading.sentence(amount.start)
    end = reading.clause(amount.end - 1)[1]
    spent = bool(_BUYING & set(words[max(first, amount.start - _WITHIN) : amount.end]))
    if any(_is_for_hardware(words, i, last, spent) for i in range(amount.end, min(amount.end + _WITHIN, end))):
        return True
    if amount.high >= _LEAST and not _ABOUT_BUYING.isdisjoint(reading.message.vocabulary) and _shops(words):
        return True
    if amount.bound == "max" and not amount.period and _is_priced(words, first, amount.start):
        return True
    before = range(max(first, amount.start - _WITHIN), amount.end)
    budget = reading.has("topic", "budget_usd_month", start=first, end=amount.end)
    return budget and any(_is_for_hardware(words, i, amount.end) for i in before)


def _is_priced(words: tuple[str, ...], first: int, start: int) -> bool:
    """ "Best PC config to run models under 3000", "mejor portátil para IA por menos de 1500": a machine with its price."""
    said = words[first : min(first + _NAMED_FIRST, start)]
    return any(w in _HARDWARE for w in said) and any(w in _BEST or w in _CONFIG for w in said)


_NAMED_FIRST = 5
_BEST = wordset(
    "best cheapest mejor mejores que which what cual recommend recomienda recomiendame recomiendas good buen buena"
)
_CONFIG = wordset("config configuration configuracion specs build setup")


def _shops(words: tuple[str, ...]) -> bool:
    """ "Looking to buy a GPU", "busco portátil": what the message is about costs once."""
    for i, word in enumerate(words[:_ABOUT]):
        seeks = word in _SEEKING or (word == "for" and i > 0 and words[i - 1] in _SEEKING)
        if (seeks or word in _SHOPPING) and _next_is_hardware(words, i + 1):
            return True
    return False


def _next_is_hardware(words: tuple[str, ...], at: int) -> bool:
    while at < len(words) and (words[at] in _ARTICLES or words[at] in _FOR):
        at += 1
    return at < len(words) and words[at] in _HARDWARE and words[at + 1 : at + 2] not in _OF_A_MODEL


_LEAST = 100
"""What hardware costs at least, whatever the currency."""
_ABOUT = 400
"""Words of a message that are looked through for what it is about."""
_SEEKING = wordset("looking shopping hunting busco buscando buscamos")
_SHOPPING = wordset("buy buying purchase purchasing comprar comprarme comprando pillar pillarme")
_ABOUT_BUYING = _SEEKING | _SHOPPING
_OF_A_MODEL = (("model",), ("models",), ("llm",), ("friendly",), ("provider",), ("cloud",), ("rental",))


def lacks_machine(reading: Reading, end: int) -> bool:
    """ "No budget for a new computer", "sin presupuesto para otra": what ends there is lacking for a machine."""
    words, last = reading.message.words, reading.sentence(end - 1)[1]
    end -= words[end - 1] in _PURPOSE
    if end >= last or words[end] not in _PURPOSE:
        return False
    alone = words[end + 1 : end + 2] != () and words[end + 1] in _OTHERS
    ends = end + 2 >= last or not words[end + 2].isalpha()
    return (alone and ends) or _is_for_hardware(words, end, last)


def _is_for_hardware(words: tuple[str, ...], i: int, last: int, spent: bool = False) -> bool:
    """Whether a preposition or a verb at token `i` leads to hardware, with nothing but articles between."""
    buys = words[i] in _BUYING
    if not (buys or words[i] in _FOR):
        return False
    at = i + 1
    while at < last and (words[at] in _ARTICLES or words[at] in _FOR or words[at] in _BUYING):
        buys = buys or words[at] in _BUYING
        at += 1
    if at >= last:
        return False
    spent = spent or buys or words[max(i - 1, 0)] in _BUYING
    placed = words[i] in ("on", "en", "in") and not spent
    return not placed and (words[at] in _HARDWARE or (spent and words[at] in _TEAM))
