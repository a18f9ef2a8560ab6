"""What a model must be able to do, in figures: parameters, speed and waiting; lengths of text are read in `lengths`."""

from __future__ import annotations

from bisect import bisect_left

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.aside import is_aside
from advisor.understand.amounts.capable import tells_what_runs
from advisor.understand.amounts.claimed import is_claimed, is_wished_rate, was_so
from advisor.understand.amounts.figures import asked_about
from advisor.understand.amounts.flows import read_flows
from advisor.understand.amounts.lengths import read_length, side
from advisor.understand.amounts.required import is_requirement
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def names_window(reading: Reading, amount: Amount) -> bool:
    """ "Contexto 128k", "a window of 32k", "128k context"."""
    if amount.unit not in ("", "tokens") or amount.period or amount.high < _SMALLEST_WINDOW:
        return False
    words = reading.message.words
    said = [h for h in reading.of("side", "context") if _WINDOW & set(words[h.start : h.end])]
    return any(0 <= amount.start - h.end <= 1 or h.start == amount.end for h in said)


_SMALLEST_WINDOW = 1000
_WINDOW = wordset("contexto context ctx ventana window")


def read_capacity(reading: Reading, acts: Acts, amounts: list[Amount], used: set[int]) -> list[Change]:
    """Changes to parameters, context, output, speed and waiting. `used` holds amounts (by start) that are claimed already.

    Of two values for one need that which was said as a bound counts ("8B max actually, 12B chugs").
    """
    changes = read_flows(reading, [a for a in amounts if acts.keep(a.start) < Keep.SITUATION], used)
    bounded: set[str] = set()
    for amount in amounts:
        if amount.start in used or acts.keep(amount.start) >= Keep.SITUATION:
            continue
        polarity = reading.polarity(amount.start, amount.start + 1)
        found = (
            _params(reading, amount)
            or _speed(reading, amount)
            or _wait(reading, amount)
            or read_length(reading, amount)
        )
        if not found:
            continue
        used.add(amount.start)
        if polarity in ("retracted", "optional"):
            changes += [
                reading.change("clear", c.key, None, amount.start, amount.end)
                for c in found
                if c.key in reading.dialogue.needs
            ]
            changes += _cleared_size(reading, found, amount)
        elif polarity == "yes" or amount.bound in ("max", "min"):
            is_bound = amount.bound in ("max", "min")
            changes += [c for c in found if is_bound or c.key not in bounded]
            bounded |= {c.key for c in found} if is_bound else set()
    return changes


def _cleared_size(reading: Reading, found: list[Change], amount: Amount) -> list[Change]:
    """ "Drop the 8B": whichever bound of the size holds."""
    if not any(c.key.endswith("params_b") for c in found):
        return []
    keys = [
        k for k in ("max_params_b", "min_params_b") if k in reading.dialogue.needs and k not in {c.key for c in found}
    ]
    return [reading.change("clear", key, None, amount.start, amount.end) for key in keys]


def _params(reading: Reading, amount: Amount) -> list[Change] | None:
    words = reading.message.words
    billions = any(w in ("billion", "billions", "billones", "bn") for w in words[amount.start : amount.end])
    millions = (
        words[amount.end - 1 : amount.end] == ("m",)
        and 1e7 <= amount.high < 1e9
        and (amount.bound in ("max", "min") or amount.low < amount.high)
    )
    bare = amount.unit == "" and not amount.period and side(reading, amount) is None
    written = any(w[:1].isdigit() for w in words[amount.start : amount.end])  # and no "one": "I want one for coding"
    again = bare and written and amount.bound in ("max", "min") and _after_a_size(reading, amount)
    if amount.unit != "params" and not again and not (bare and (billions or millions)):
        return None
    if words[amount.end - 1] == "+" and set(words) & _BOARDS:
        return []  # the "3B+" is a board
    if _names_model(reading, amount) or (amount.bound == "exact" and asked_about(reading, amount)):
        return []
    if any(w.startswith("activ") for w in reading.message.words[amount.end : amount.end + 2]):
        return []  # of a mixture of experts, those in use
    if _is_compared(reading, amount) or _wont_fit(reading, amount) or _is_tried(reading, amount):
        return []
    if (amount.unit == "params" or billions) and (is_aside(reading, amount) or tells_what_runs(reading, amount)):
        return []
    if is_requirement(reading, amount.start) or is_claimed(reading, amount):
        return []
    if amount.bound == "exact" and amount.low == amount.high and _is_told(reading, amount):
        return []
    low, high = amount.low, amount.high
    named_unit = any(words[i] in ("parametros", "parameters", "params") for i in range(amount.start, amount.end))
    if high >= 1e12 and "billones" in words[amount.start : amount.end]:
        low, high = low / 1e12, high / 1e12  # Spanish "billones" for English billions, as people write it
    elif amount.scaled or high >= 1e5:
        low, high = low / 1e9, high / 1e9
    elif (
        named_unit and "billion" not in words[amount.start : amount.end] and "b" not in words[amount.start : amount.end]
    ):
        low, high = (low / 1e9, high / 1e9) if high >= 1e5 else (low, high)
    if not 0.001 <= high <= 1e5:
        return None

    def change(key: str, value: float) -> Change:
        return reading.change("set", key, value, amount.start, amount.end)

    if low < high:
        return [change("min_params_b", low), change("max_params_b", high)]
    if _useless(reading, amount):
        start, _ = reading.sentence(amount.start)
        heard = set(words[start : amount.start]) & _SAY and reading.message.questions
        return [] if heard else [change("min_params_b", high)]  # "my boss says under 30B is useless: is it so?"
    if amount.bound == "min":
        beyond = any(0 <= h.start - amount.end <= _LIKED for h in reading.of("wont_fit"))
        return [change("max_params_b" if beyond else "min_params_b", high)]  # "anything above 30B is wasted on me"
    needs = reading.dialogue.needs
    if amount.bound != "max" and "min_params_b" in needs and "max_params_b" not in needs:
        return [change("min_params_b", high)]
    return [change("max_params_b", high)]


_BOARDS = wordset("raspberry raspi rpi pi")
_AGAIN_WITHIN = 12


def _after_a_size(reading: Reading, amount: Amount) -> bool:
    """ "1B or thereabouts, no more than 2 anyway": the bound of what was given with its unit just before."""
    sizes = [h for h in reading.of("unit", "params") if 0 < amount.start - h.end <= _AGAIN_WITHIN]
    after = reading.message.words[amount.end : amount.end + 1]
    counts = bool(after) and after[0].isalpha() and after[0] not in _CLOSING
    return bool(sizes) and amount.high <= _LARGEST and not counts


_LARGEST = 2000
_CLOSING = wordset("anyway please tops max porfa como eh or o and y but pero if si though then entonces at en")


def _is_told(reading: Reading, amount: Amount) -> bool:
    """ "A 12b is what I use today", "the 13B gives an error", "the 7B folder": told, and not asked for."""
    start, end = reading.clause(amount.start)
    wished = any(reading.has("scope", v, start=start, end=end) for v in ("want", "must"))
    after = reading.message.words[amount.end : amount.end + 2]
    if any(w.startswith(_OF_PARTS) for w in after):
        return True
    asked = any(reading.has("scope", v, start=start, end=amount.start) for v in ("want", "must"))
    rest = [w for w in reading.message.words[amount.end : end] if w not in _NOUNS]
    while len(rest) > _PAIR and rest[0] in _BETWEEN and rest[1][0].isdigit():
        rest = rest[_PAIR:]  # "the 13B and 34B give an error": as the last of them
    said = rest[0] if rest else ""
    if said in _BEHAVES and not asked and not (said in _MAY_BE and set(rest[1:4]) & _SUITING):
        return True
    if not asked and _is_judged(rest) and not _useless(reading, amount):
        return True
    return not wished and any(start <= h.start < end for h in reading.of("scope", "today"))


def _is_judged(rest: list[str]) -> bool:
    """ "(The 35b) is faster", "(el de 70B) es demasiado": what follows a size that says what it is like."""
    for i, word in enumerate(rest[:_JUDGED_WITHIN]):
        if word in _COPULAS and set(rest[i + 1 : i + 3]) & _HARDLY:
            return True
        if word in _COPULAS and not (set(rest[i + 1 : i + 4]) & _SUITING):
            return any(w.startswith(_LIKE) for w in rest[i + 1 : i + 4])
        if word in ("sobra", "sobran"):
            return True
    return False


_JUDGED_WITHIN = 5
_HARDLY = wordset("hardly barely not apenas never no")
_COPULAS = wordset("is are was were isnt arent es son era eran seems feels looks sounds parece va resulta")
_LIKE = ("faster", "slower", "better", "worse", "bigger", "smarter", "overkill", "too", "hard", "heavy", "necessary", "unnecessary",
         "dumb", "stupid", "so", "way", "much", "demasiado", "mejor", "peor", "lent", "rapido", "grande", "pesad", "excesiv",
         "innecesari", "necesari", "tont", "mucho", "muy", "dificil", "imposible", "impossible", "mas", "more", "less",
         "slow", "painful", "out", "off", "clearly", "obviously", "claramente", "descartad", "bad", "terribl", "awful", "mal", "pesim", "horribl", "fatal")  # fmt: skip
"""How the words begin that say what a size is like; "fine" and "ideal" ask for it."""
_MAY_BE = wordset("would will seria era fue was were")
_SUITING = wordset(
    "enough suficiente ideal perfect perfecto fine good bien ok okay nice great plenty max maximo limit limite tope"
)
_NOUNS = wordset("me se nos les one ones model models version variant modelo modelos moe dense denso")
_BEHAVES = wordset(
    "fly flies vuela vuelan run crawl crawls chug chugs struggle struggles swap swaps choke chokes need take use feel seem look load give corren van dan "
    "fallan necesitan piden ocupan tardan funcionan needs needed works worked gives gave runs ran takes took crashes crashed fails failed uses used feels felt seems "
    "looks loads loaded generates answers answered stopped beats was were did does doesnt "
    "necesita necesitaba funciona funcionaba da daba dio va iba tarda tardaba ocupa ocupaba pide pedia usa usaba falla "
    "fallaba parece corre corria consume consumia genera carga cargaba contesta era fue hizo gana iria seria tardaria cabria entraria correria tiraria rendiria ganaria would will beat beats"
)
"""What a size that is its sentence's subject does: then it is told how it did."""
_OF_PARTS = ("folder", "carpeta", "checkpoint", "weights", "pesos")


_HAS = wordset("tiene has tenia had es is was era con with")


def _names_model(reading: Reading, amount: Amount) -> bool:
    """ "El qwen coder de 14b" says which model, not how large one may be."""
    words, at = reading.message.words, amount.start
    if amount.bound == "exact" and at > 1 and words[at - 1] in _HAS and reading.taken[at - 2]:
        return True  # "GPT-3 tiene 175B"
    if (
        amount.bound == "exact"
        and words[max(at - 1, 0) : at] in _THE
        and any(reading.taken[amount.end : amount.end + 1])
    ):
        return True  # "the 235B Qwen"
    if (
        amount.bound in ("exact", "about")
        and words[amount.end : amount.end + 1] in _OF
        and any(reading.taken[amount.end + 1 :][:1])
    ):
        return True  # "the 9B of Gemma"
    if amount.bound != "exact" or at < 2 or words[at - 1] not in ("de", "of", "in", "at", "en"):
        return False
    named = words[at - 2].isalpha() or (at > 2 and bool(reading.taken[at - 3]) and words[at - 3].isalpha())
    return bool(reading.taken[at - 2]) and named


_OF = (("of",), ("de",))
_THE = (("the",), ("el",), ("la",))


def _wont_fit(reading: Reading, amount: Amount) -> bool:
    """ "El 70b no me cabe": what does not run is not wished for."""
    end = reading.clause(amount.start)[1]
    return amount.bound == "exact" and any(
        0 <= h.start - amount.end <= _LIKED and h.end <= end for h in reading.of("wont_fit")
    )


_LIKED = 5
"""Words between a size and that it does not fit: "el de 24B me gusta pero no cabe"."""


def _is_compared(reading: Reading, amount: Amount) -> bool:
    """ "¿Un 70b denso o un moe de 120b?": of two sizes put side by side neither is wished for."""
    start, end = reading.sentence(amount.start)
    if amount.bound != "exact":
        return False
    hits = reading.of("unit", "params")
    first = bisect_left(hits, start, key=lambda h: h.start)
    sizes = hits[first : bisect_left(hits, end, lo=first, key=lambda h: h.start)]
    return (
        amount.low == amount.high
        and len({h.start for h in sizes}) == 2
        and (
            reading.message.is_question(amount.start)
            or reading.has("act", "compare", start=start, end=end)
            or bool({"entre", "between"} & set(reading.message.words[start : sizes[0].start]))
        )
        and bool(_BETWEEN & set(reading.message.words[sizes[0].start : sizes[-1].start]))
    )


_OPENING = 5
_WHICH = wordset("que what which cuanta how cual")
_HARDWARE = ("grafica", "gpu", "tarjeta", "card", "hardware", "machine", "maquina", "vram", "ram", "memoria", "memory", "pc",
             "ordenador", "computer", "laptop", "portatil", "mac", "setup", "equipo")  # fmt: skip


def _is_tried(reading: Reading, amount: Amount) -> bool:
    """ "Could I run a 70b on this?": whether it runs is asked, and no limit set."""
    start, end = reading.sentence(amount.start)
    asked = amount.bound == "exact" and reading.message.is_question(amount.start)
    first = reading.message.words[start : min(start + _OPENING, amount.start)]
    if asked and set(first) & _WHICH and any(w.startswith(_HARDWARE) for w in first):
        return True  # "¿qué gráfica haría falta para un 70B?"
    after = reading.message.words[amount.end : amount.end + _ASKED_THEN]
    for i, word in enumerate(after):
        sought = word in _WHICH and any(w.startswith(_HARDWARE) for w in after[i + 1 : i + 3])
        if sought and amount.bound == "exact" and reading.message.is_question(amount.end + i):
            return True  # "para correr un 70B, ¿cuánta RAM hace falta?"
    return asked and any(start <= h.start < end and h.start <= amount.start for h in reading.of("fits"))


_ASKED_THEN = 6
"""Tokens after a size in which the hardware for it is asked for."""


_BETWEEN = wordset("o or vs versus que than and y")
_PAIR = 3
"""Tokens of "and 34B"."""


_SAY = wordset(
    "says say said claims claim swears reckons thinks dice dicen dijo jura juran cree creen piensa asegura aseguran"
)


def _useless(reading: Reading, amount: Amount) -> bool:
    """ "All 8B models are useless" asks for more than that."""
    _, end = reading.sentence(amount.start)
    return any(
        amount.end <= h.start < end
        and h.start - amount.end <= 6
        and not any(0 <= h.start - c.end <= 1 and c.value == "negate" for c in reading.cues)
        for h in reading.of("stance", "useless")
    )


def _speed(reading: Reading, amount: Amount) -> list[Change] | None:
    words = reading.message.words
    if is_wished_rate(reading, amount):
        return [reading.change("set", "min_tokens_per_s", amount.high, amount.start, amount.end)]
    bare = (
        amount.unit == ""
        and amount.high <= 1000
        and any(w in ("tps", "tok", "toks") for w in words[max(amount.start - 4, 0) : amount.start])
    )
    if amount.unit != "tps" and not (bare and not amount.period) and not _is_a_rate(reading, amount):
        return None
    start, end = reading.sentence(amount.start)
    wished = any(reading.has("scope", v, start=start, end=end) for v in ("want", "must"))
    asked = any(reading.has("scope", v, start=start, end=amount.start) for v in ("want", "must"))
    given = amount.bound in ("exact", "about")
    if given and not asked and any(0 <= amount.start - h.end <= 1 for h in reading.of("measured")):
        return []
    if given and amount.start > 1 and words[amount.start - 1] in _DOES and reading.taken[amount.start - 2]:
        return []  # "my 3060 does 45 t/s"
    if given and not wished and _is_in_brackets(reading, amount):
        return []  # "it's slow (10 tok/s)"
    told = any(
        start <= h.start < end and words[max(h.start - 1, 0)] not in ("or", "o")  # "30 tps or I get bored"
        for h in [*reading.of("scope", "today"), *reading.of("measured")]
    )
    if given and not wished and (told or was_so(reading, amount)):
        return []  # what runs today is measured, not asked for
    return [reading.change("set", "min_tokens_per_s", amount.low, amount.start, amount.end)]


def _is_in_brackets(reading: Reading, amount: Amount) -> bool:
    """A rate put in brackets right behind what is told of: measured, and not asked for."""
    words, (start, _) = reading.message.words, reading.clause(amount.start)
    opened = words[start : start + 1] == ("(",) and start > 0 and words[start - 1].isalpha()
    return opened and all(w in _ROUGHLY or w == "(" for w in words[start : amount.start])


_ROUGHLY = wordset("about around roughly approx only just at ~ unos casi solo a como like aprox sobre")
_DOES = wordset("does do did gets get got gives gave hits runs da saca tira hace va daba hacia at a")


def _is_a_rate(reading: Reading, amount: Amount) -> bool:
    """ "With under 10 per second I despair", "mínimo 15 por segundo": of what else is counted by the second."""
    number = reading.number_from(amount.start)
    if amount.unit or amount.period != "second" or number is None or not 1 <= amount.high <= _FASTEST:
        return False
    before = reading.message.words[max(amount.start - _SETTLED_WITHIN, 0) : amount.start]
    if reading.has("unit", "tps") and any(w.startswith(_SETTLING) for w in before):
        return True  # "4x3090 give 40 tok/s; I'd settle for 8 a second"
    return amount.bound in ("max", "min") and bool(reading.at(number.end, "period"))


_FASTEST = 1000
_SETTLING = ("conform", "bast", "settle", "happy", "content")
_SETTLED_WITHIN = 3


def _wait(reading: Reading, amount: Amount) -> list[Change] | None:
    """A wait of some seconds at most is a wish for low latency."""
    milliseconds = (
        reading.message.words[amount.end - 1] == "ms" or "ms" in reading.message.words[amount.start : amount.end]
    )
    if amount.unit != "seconds" or amount.bound != "max" or amount.high > (10_000 if milliseconds else 10):
        return None
    return [reading.change("set", "latency", "low", amount.start, amount.end)]
