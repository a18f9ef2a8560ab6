"""Whose a machine is: one's own, or one that is needed, weighed, advertised, asked about or somebody else's."""

from __future__ import annotations

from advisor.understand.words.classes import ANYBODY, ARTICLES, MINE
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_OTHERS = wordset(
    "many cuantas cuantos his her hers their theirs your tu tus vuestra vuestro anyone anyones anybody someones somebodys "
    "elses alguien nadie tienes teneis"
)
"""Before a machine: it is asked about, or another's."""
_WANTING = tuple(
    wordset(
        "need needs needed necesit hace hacen vend sell sells selling sold recom requir pide piden exige exigen pretend"
        "costs cuesta fingi imagin"
    )
)
"""How the verbs begin of which a machine that nobody has is the object: "you need a 4090", "me quiere vender una"."""
_BETWEEN = wordset(
    "a an the una un la el las los one two three dos tres cuatro at least al menos como minimo me te nos falta have a "
    "tener comprar buy get having nvidia rtx geforce radeon rx gpu card tarjeta grafica new nueva"
)
_GOODS = wordset(
    "salesman salesmen seller sellers vendor fanboy fanboys fan ad ads advert anuncio review reviews reseña "
    "price prices cooler listing listings unboxing waterblock"
)
"""After a machine: what is spoken of is no machine."""
_FAR = 6
_OWN = wordset("mi mis my our nuestra nuestro tengo tenemos ive have had got weve now ahora hoy")


def ones_own(reading: Reading, start: int, end: int) -> bool:
    """Whether the machine named there is one that the person has."""
    words = reading.message.words
    another = set(words[max(start - 2, 0) : start]) & _OTHERS and not _is_lent(reading, start)
    another = another or _is_kins(words, start) or _kin_has_it(reading, start) or _in_others_hands(reading, start)
    another = another and not (_FOR & set(words[max(start - 4, 0) : start]) and {*words[:start]} & _SOMEONE)
    first = reading.sentence(start)[0]
    asked = (
        set(words[first : first + 2]) & ANYBODY
        and start - first <= _ASKED_WITHIN
        and reading.message.is_question(start)
        and not any(w in _ORDERED for w in words[end : end + _ORDERED_WITHIN])
    )
    if another or asked or set(words[end : end + 1]) & _GOODS:
        return False
    if _told_against(reading, start) or _is_asked_of(reading, start, end):
        return False
    return not (_is_object(reading, start) or _is_replaced(reading, start) or _is_weighed(reading, start))


_REPLACING = ("reemplaz", "sustituy", "replac", "upgrad", "supersed", "retir")
_YET_TO = wordset("replace replacing upgrade upgrading reemplazar retirar retire")
_BEFORE_IT = wordset("a to from my mi our nuestra la el the an old vieja viejo anterior previous de desde una un")


def _is_replaced(reading: Reading, start: int) -> bool:
    """ "It replaced my 1660", "reemplazó a mi 1660", "upgraded from a 2060": gone, unless it is yet to be."""
    words = reading.message.words
    first, at = reading.sentence(start)[0], start - 1
    while at >= first and start - at <= _FAR and (words[at] in _BEFORE_IT or words[at] in _CARDS):
        at -= 1
    done = at >= first and words[at].startswith(_REPLACING) and words[at] not in _YET_TO
    from_it = words[at : at + 1] != ("upgraded",) or "from" in words[at:start]
    return done and from_it


_CARDS = wordset("nvidia rtx geforce radeon rx gpu card tarjeta grafica")


_ORDERED = wordset("pedir pedido pedi encargado encargue ordered arrives arriving llega mio mia mine compre compro")
_ORDERED_WITHIN = 10
"""Tokens after a machine that is asked about, in which it is said to be one's own soon."""
_ASKED_WITHIN = 5
_FOR = wordset("para for a recommend recomendarias recomiendas aconsejarias")
_SOMEONE = wordset("alguien someone somebody anyone")


def _is_kins(words: tuple[str, ...], start: int) -> bool:
    """ "Tengo una 3080 y mi hermano una 4090", "and my brother a 4090": of whom is named right before it."""
    at = start - 1 - (words[start - 1 : start] in _ONE)
    return at > 0 and words[at] in _KIN and words[at - 1] in _WHOSE and at < start - 1


_ONE = (("una",), ("un",), ("a",), ("an",))
_WHOSE = wordset("mi tu su un una my his her your a the el la")
_KIN = wordset(
    "hermano hermana primo prima colega amigo amiga vecino vecina novio novia cuñado cunado padre hijo hija jefe socio companero compañero "
    "brother sister cousin friend mate buddy neighbour neighbor boyfriend girlfriend dad boss roommate colleague son daughter"
)


def _kin_has_it(reading: Reading, start: int) -> bool:
    """ "Mi socio tiene un Mac Studio y no lo suelta", "el portátil de mi mujer es un i3": another's, and not lent."""
    first, last = reading.sentence(start)
    words = reading.message.words
    told = {w for i, w in enumerate(words[first:start], first) if not (w == "i" and words[i + 1].isdigit())}
    if _ONESELF & told or _lends(words[start:last]) or reading.of("own", "theirs") or _SEEKS & {*words[start:last]}:
        return False
    for i in range(max(first, start - _KIN_WITHIN), start - 1):
        if words[i + 1] not in _KIN | _FAMILY or words[i] not in _WHOSE or words[i + 1] in _ABOVE:
            continue
        has = bool(_HAS & set(words[i + 2 : i + 4]))
        of_them = i > first and words[i - 1] in ("de", "del") and any(h.end == i - 1 for h in reading.of("machine"))
        if has or of_them:
            return True
    return False


def _in_others_hands(reading: Reading, start: int) -> bool:
    """ "Coworker has a 6000 Pro", "mi tutor tiene una A100", "one guy rented H100s": a person is what has it."""
    first, last = reading.sentence(start)
    hands = [h for h in reading.of("own", "hands") if first <= h.start and h.end <= start <= h.end + _HELD_WITHIN]
    hands = [h for h in hands if not _calls(reading.message.words, h.start, h.end)]
    words = reading.message.words
    theirs = [h for h in reading.of("own", "theirs") if words[max(h.start - 1, 0)] not in ("no", "ni", "not", "never")]
    if not hands or reading.of("own", "for_them") or theirs:
        return False
    between = {w for h in hands for w in words[h.start : start]}
    begins = min(h.start for h in hands)
    oneself = _ONESELF & between or MINE & {*words[begins + 1 : start]} or {"me", "us", "nos"} & between
    mine = bool(oneself) or any(begins < h.start < start for h in reading.of("own", "mine"))
    return not mine and not _lends(words[start:last]) and not _SEEKS & {*words[start:last]}


def _calls(words: tuple[str, ...], start: int, end: int) -> bool:
    """ "Bro, what runs on", "gente que corre en": called, and nobody's hands."""
    led = start > 0 and (words[start - 1] in _WHOSE or words[start - 1] in ARTICLES)
    return not led and bool(_ASKING & set(words[start:end]))


_ASKING = wordset("que what which cual how como")
_HELD_WITHIN = 12
_SEEKS = wordset("quiere quieren necesita necesitan busca buscan wants want needs need")
"""Said of the one who has the machine: then it is told for them."""


def _lends(after: tuple[str, ...]) -> bool:
    """Whether it may be used: "and says I can use it", "me la deja"; not "and won't share"."""
    for i, word in enumerate(after):
        if word.startswith(_LENDING) or word in ("use", "usar", "usarla", "usarlo", "uso"):
            return not {"no", "not", "wont", "doesnt", "never", "nunca", "ni"} & set(after[max(i - 3, 0) : i])
    return False


_KIN_WITHIN = 12
_ABOVE = wordset("jefe jefa boss")
_FAMILY = wordset(
    "mujer marido esposa esposo pareja madre mama papa abuelo abuela suegro suegra tio tia wife husband partner mum mom mother father "
    "uncle aunt grandpa grandma flatmate"
)
_HAS = wordset("tiene has got bought owns compro tenia had lleva")
_ONESELF = wordset("yo tengo tenemos i ive we weve mio mia mine")


def _is_lent(reading: Reading, start: int) -> bool:
    """ "My mate lets me use his 3090": another's, and there to be used."""
    first, _ = reading.sentence(start)
    words = set(reading.message.words[first:start])
    return bool(words & {"me", "us", "nos"}) and any(w.startswith(_LENDING) for w in words)


_LENDING = ("let", "lend", "lent", "deja", "presta", "share", "compart", "borrow", "access", "acceso")


def _is_asked_of(reading: Reading, start: int, end: int) -> bool:
    """ "¿La 5080 lleva GDDR7?", "does the 5090 need a new PSU?": the machine is what the question is on."""
    words = reading.message.words
    first, last = reading.sentence(start)
    if not reading.message.is_question(start) or words[end : end + 1] == () or end >= last:
        return False
    before = [w for w in words[first:start] if w.isalpha() and w not in _BRANDS]
    subject = not before or (len(before) <= 3 and before[-1] in ARTICLES and set(before[:-1]) <= _AUXILIARIES)
    return subject and words[end] in _TRAITS


_AUXILIARIES = wordset("does do is are was did y and pero but oye hey so alguien sabe si")
_BRANDS = wordset("nvidia rtx gtx geforce rx radeon amd intel apple quadro tesla arc grafica tarjeta gpu card")
_TRAITS = wordset(
    "lleva trae tiene usa consume gasta cuesta soporta saldra sale come comes has have cost costs use uses draw draws need "
    "needs support supports require requires worth ya still already back out bajo subio"
)


def _told_against(reading: Reading, start: int) -> bool:
    """ "I tried it on my friend's 4090. Mine is a 3060": another's, where one's own is told besides."""
    first, _ = reading.sentence(start)
    others = [h for kind in ("act", "own") for h in reading.of(kind, "others") if first <= h.start < start]
    mine = reading.of("own", "mine")
    last = max((h.end for h in others), default=None)
    return last is not None and bool(mine) and not any(last <= h.start < start for h in mine)


def _is_object(reading: Reading, start: int) -> bool:
    words = reading.message.words
    first, _ = reading.sentence(start)
    at = start - 1
    while at >= first and start - at <= _FAR and (words[at] in _BETWEEN or words[at].isdigit()):
        at -= 1
    return at >= first and start - at <= _FAR and words[at].startswith(_WANTING)


def _is_weighed(reading: Reading, start: int) -> bool:
    """ "Torn between a 3090 and a Mac", "saving for a 5090": up to a contrast, nothing that is there."""
    first, _ = reading.sentence(start)
    yet = [h for h in reading.of("own", "tobuy") if h.start > start]
    if yet and not (_OWN | {"tengo", "have"}) & set(reading.message.words[max(start - 3, first) : start]):
        return True  # "how does the 9060 XT do? I'm about to buy one"
    hit = next((h for h in reversed(reading.of("own", "weigh")) if first <= h.start < start), None)
    if hit is None:
        return False
    if {"mi", "my", "our", "nuestra"} & set(reading.message.words[max(start - 2, first) : start]):
        return False  # "pensando en cambiar mi 3060": what is weighed is the other
    turning = (*reading.of("boundary"), *reading.of("own", "run", "mine"), *reading.of("scope", "keep"))
    turns = any(hit.end <= h.start < start for h in turning)
    return not turns and not set(reading.message.words[hit.end : start]) & _OWN
