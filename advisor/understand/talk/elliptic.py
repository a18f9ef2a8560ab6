"""Short turns that lean on what was said last: "make it 100", "double that", "no, 20 million a month"."""

from __future__ import annotations

import math

from advisor.domain.needs import NEEDS, Change
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.amounts.savings import FACTORS
from advisor.understand.machines.sizes import is_size
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.numbers import numerals, parsed_digits
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import Message, fold, wordset

_SHORT = 14
"""Words beyond which a number without a unit is not read against the last one said."""
_FEW = 9
"""Words of a turn that says no more than a new figure."""
_OTHER_MATTERS = frozenset(
    ("use_case", "flag", "priority", "tongue", "programming", "modality", "machine", "money_not")
)
_SIZES = {("max_params_b", "min"): "min_params_b", ("min_params_b", "max"): "max_params_b"}
_PER_MONTH = {period: times for period, times in PER_MONTH.items() if period != "hour"}
_PERIOD_WORDS = {
    "day": (" dia", "day", "daily", "diari"),
    "week": ("semana", "week"),
    "year": (" ano", "anual", "year", "annual"),
    "quarter": ("trimest", "tres meses", "3 meses", "three months", "3 months", "quarter"),
}
_SAID_IN = {
    "max_params_b": "params",
    "min_params_b": "params",
    "min_tokens_per_s": "tps",
    "min_context_tokens": "tokens",
}
"""The unit of a need: where the message gives a figure in it, a bare number is not one more."""
_PLAUSIBLE = {
    "min_context_tokens": (500, 1e8),
    "min_output_tokens": (100, 1e7),
    "max_params_b": (0.1, 5000),
    "min_params_b": (0.1, 5000),
    "vram_gb": (1, 2000),
    "ram_gb": (1, 4096),
    "budget_usd_month": (0.5, 1e6),
    "max_price_in_usd_per_m": (0.001, 500),
    "max_price_out_usd_per_m": (0.001, 1000),
    "tokens_per_month": (1000, 1e14),
    "items_per_month": (1, 1e11),
    "items_once": (2, 1e11),
    "users": (2, 1e8),
    "budget_usd_once": (0.5, 1e6),
    "max_usd_per_item": (1e-6, 50),
    "min_tokens_per_s": (1, 5000),
}


def read_elliptic(
    reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies, used: set[int]
) -> list[Change]:
    """A change of the number that was talked about last, where the message gives a new one and no noun of its own."""
    held = numbers_held(reading)
    if not held or len(reading.message.words) > _SHORT or _compares(reading):
        return []
    digits = any(a.unit == "" and any(c.isdigit() for c in reading.message.words[a.start]) for a in amounts)
    if reading.has("act", "thank") and not (reading.corrects or reading.of("multiply") or digits):
        return []
    for hit in reading.longest("multiply"):
        if acts.keep(hit.start) < Keep.SITUATION and _multiplies(reading, hit):
            return _times(reading, held, FACTORS[hit.value], hit.start, hit.end)
    if grown := _so_many_times(reading, acts, held):
        return grown
    told = {a.unit for a in amounts if a.start in used and a.high != reading.dialogue.needs.number(held[-1])}
    if rescaled := _other_period(reading, acts, amounts, held):
        return [rescaled]
    if shared := _for_each_head(reading, acts, amounts, held):
        return [shared]
    if exchanged := _other_currency(reading, acts, amounts, held, currencies):
        return [exchanged]
    for amount in amounts:
        if (
            amount.start in used
            or amount.unit not in ("", *_units_of(held[-1]))
            or (_SAID_IN.get(held[-1]) in told)
            or acts.keep(amount.start) >= Keep.SITUATION
            or _instead_of(reading, amount)
            or (amount.bound == "exact" and reading.polarity(amount.start, amount.start + 1) == "no")
        ):
            continue
        if not _is_number_on_its_own(reading, acts, amount):
            continue
        found = _key(reading, amount, held, currencies)
        if found is None:
            continue
        used.add(amount.start)
        return [reading.change("set", found[0], found[1], amount.start, amount.end)]
    return []


def _multiplies(reading: Reading, hit: Hit) -> bool:
    """ "La mitad", "bájalo a la mitad"; not "la mitad de los que venden" nor "se me cortan a la mitad en la app"."""
    after = reading.message.words[hit.end : hit.end + 2]
    part = after[:1] in (("de",), ("del",), ("of",)) and after[1:] not in (("eso",), ("lo",), ("that",), ("it",))
    part = part and not any(w.startswith(_OF_WORK) for w in after[1:])  # "el triple de preguntas"
    return not part and (reading.message.length <= _FEW or reading.corrects)


def _instead_of(reading: Reading, amount: Amount) -> bool:
    """ "20 million instead of 2", "en vez de 2 son 20 millones": the figure that gives way."""
    before = reading.message.words[max(amount.start - 3, 0) : amount.start]
    return before[-2:] in (("instead", "of"), ("rather", "than")) or before[-3:] in (
        ("en", "vez", "de"),
        ("en", "lugar", "de"),
    )


def _times(reading: Reading, held: list[str], factor: float, start: int, end: int) -> list[Change]:
    """The figure spoken of so many times over: the workload where traffic is named, its count and its tokens together."""
    words = reading.message.words
    workload = [key for key in ("items_per_month", "tokens_per_month") if key in reading.dialogue.needs]
    budget = "budget_usd_month" in held and any(w.startswith(_OF_MONEY) for w in words)
    of_work = bool(workload) and (held[-1] in workload or any(w.startswith(_OF_WORK) for w in words))
    keys = ["budget_usd_month"] if budget else workload if of_work else held[-1:]
    return [
        reading.change("set", key, (reading.dialogue.needs.number(key) or 0.0) * factor, start, end) for key in keys
    ]


def _so_many_times(reading: Reading, acts: Acts, held: list[str]) -> list[Change]:
    """ "And if traffic goes 5x?", "¿y con 10 veces más usuarios?": the workload grows by a number."""
    words = reading.message.words
    if not any(w.startswith(_OF_WORK) for w in words) or len(words) > _SHORT:
        return []
    for number in reading.numbers:
        after, before = words[number.end : number.end + 1], words[max(number.start - 1, 0) : number.start]
        times = after in (("x",), ("times",), ("veces",)) or before == ("x",)
        times = times or (before == ("por",) and any(w.startswith("multiplic") for w in words))
        if times and number.value > 0 and acts.keep(number.start) < Keep.SITUATION:
            return _times(reading, held, number.value, number.start, number.end)
    return []


_OF_WORK = (
    "trafic", "traffic", "volum", "uso", "usage", "load", "carga", "consult", "peticion", "llamad", "mensaj", "pregunt", "usuari",
    "client", "ticket", "request", "quer", "call", "message", "user", "customer", "documen", "correo", "email", "mail",
    "conversa", "visit", "demand", "question", "chat", "order", "pedido",
)  # fmt: skip
_OF_MONEY = ("presupuest", "budget", "gasto", "spend")


def _compares(reading: Reading) -> bool:
    """ "Compare 1 and 2": places on the list, and no new figures."""
    return any(w.startswith(("compar", "versus")) for w in reading.message.words[:2])


def _other_period(reading: Reading, acts: Acts, amounts: list[Amount], held: list[str]) -> Change | None:
    """ "I mean a month", "al día, no al mes": the figure stays, its period changes."""
    key = held[-1]
    said = [h for h in reading.longest("period") if h.value in _PER_MONTH and acts.keep(h.start) < Keep.SITUATION]
    said = [h for h in said if reading.polarity(h.start, h.end) == "yes"]
    if key not in ("budget_usd_month", "tokens_per_month") or not said or amounts or reading.message.length > _FEW:
        return None
    if reading.has("machine"):
        return None  # "el ordenador es del año de la pera"
    if (
        reading.has("asks", "cost")
        or set(reading.message.words) & _ASKING
        or (reading.message.questions and not reading.corrects)
    ):
        return None  # "¿y cuánto sería al año?" asks for the bill
    before, now = _period_before(reading, key), said[0].value
    value = (reading.dialogue.needs.number(key) or 0.0) * _PER_MONTH[now] / before
    return reading.change("set", key, value, said[0].start, said[0].end) if _PER_MONTH[now] != before else None


_ASKING = frozenset(("cuanto", "cuanta", "how", "what", "que", "cual"))


def _for_each_head(reading: Reading, acts: Acts, amounts: list[Amount], held: list[str]) -> Change | None:
    """ "Per user, we are 5": the sum that holds is paid for each."""
    each = next((h for h in reading.of("period", "user") if acts.keep(h.start) < Keep.SITUATION), None)
    heads = [a.high for a in amounts if a.unit in ("users", "") and float(a.high).is_integer()]
    if held[-1] != "budget_usd_month" or each is None or len(amounts) != 1 or len(heads) != 1:
        return None
    value = (reading.dialogue.needs.number(held[-1]) or 0.0) * heads[0]
    return reading.change("set", held[-1], value, each.start, each.end) if 1 < heads[0] <= _MOST_HEADS else None


_MOST_HEADS = 10_000


def _other_currency(
    reading: Reading, acts: Acts, amounts: list[Amount], held: list[str], currencies: Currencies
) -> Change | None:
    """ "No, dollars": the figure stays, its currency changes."""
    key, signs = held[-1], reading.longest("currency")
    if key != "budget_usd_month" and not key.startswith("max_price"):
        return None
    if (
        amounts
        or reading.message.questions
        or len(signs) != 1
        or reading.message.length > _FEW
        or acts.keep(signs[0].start) >= Keep.SITUATION
    ):
        return None
    said = [n for n in numerals(Message(reading.dialogue.quotes.get(key, ""))) if n.value]
    if len(said) != 1 or reading.polarity(signs[0].start, signs[0].end) != "yes":
        return None
    period = _period_before(reading, key) if key == "budget_usd_month" else 1.0
    usd = currencies.usd(said[0].value, signs[0].value) * period
    return reading.change("set", key, usd, signs[0].start, signs[0].end)


def numbers_held(reading: Reading) -> list[str]:
    """Numeric needs in the order in which they were last spoken of; the one asked about comes last."""
    needs, asked = reading.dialogue.needs, reading.dialogue.asked
    order = [key for key in reading.dialogue.quotes if key in _PLAUSIBLE and key in needs]
    order += [key for key in _PLAUSIBLE if key in needs and key not in order]
    if len([k for k in order if k in reading.dialogue.quotes]) == 0:
        order = order if len(order) == 1 else []
    return [*order, asked] if asked in _PLAUSIBLE and asked is not None else order


def _units_of(key: str) -> tuple[str, ...]:
    return (
        ("requests", "documents", "users")
        if key in ("tokens_per_month", "items_per_month", "items_once", "users")
        else ()
    )


def _is_number_on_its_own(reading: Reading, acts: Acts, amount: Amount) -> bool:
    """Said as a correction, with a bound, or as all that the message says; articles ("una", "one") are no numbers."""
    words = reading.message.words
    if amount.high == 1 and not any(c.isdigit() for c in words[amount.start]):
        return False
    if amount.start and words[amount.start - 1] in _COUNTING_OUT | _NUMBERED:
        return False  # "the top 3", "Windows 11"
    if _was_so(reading, amount) or (any(reading.taken) and not amount.unit and amount.bound == "exact"):
        return False  # beside a machine or a model: of those
    after = words[amount.end] if amount.end < len(words) else ""
    noun_follows = after and reading.message.tokens[amount.end].kind == "word" and after not in _SMALL_WORDS
    mends = any(h.start == amount.end for h in reading.of("scope", "correct"))
    noun_follows = noun_follows and not mends  # "it's 18 actually"
    told = words[amount.start - 1] in _TELLING if amount.start else False
    plain = [w for w in words if w.isalnum()]
    content = any(h.kind in _OTHER_MATTERS for h in reading.hits) or any(reading.taken)
    whole = told or len(plain) <= 4 or (len(plain) <= _FEW and not content and not reading.message.questions)
    return not noun_follows and (
        reading.corrects
        or acts.supposes
        or amount.bound != "exact"
        or whole
        or reading.dialogue.asked is not None
        or after in ("at", "en", "tops")
    )


def _was_so(reading: Reading, amount: Amount) -> bool:
    """ "I used to spend 50": of another time."""
    start, _ = reading.clause(amount.start)
    told = [*reading.of("scope", "today"), *reading.of("act", "past")]
    return not reading.corrects and any(start <= h.start and h.end <= amount.start for h in told)


_NUMBERED = wordset(
    "windows win ubuntu android ios macos debian fedora python node java php iphone galaxy pixel version capitulo chapter "
    "page pagina llama gpt qwen gemma claude room sala piso grado curso seccion section parte part"
)
"""What is told apart by its number."""
_COUNTING_OUT = wordset("top first primeros primeras mejores otros otras")
_TELLING = wordset(
    "were was fueran fuesen fuera fuese son sean are tiene lleva trae monta has packs tengo tenemos have"
)
_SMALL_WORDS = wordset(
    "though tho anyway eh igual y o and or en at is es al a por per the mejor now ahora then entonces please porfa eh vale ok max como "
    "instead if when si cuando tambien up arriba ya para for would will does works tops mas more si too not no in will suffices basta me vale plenty enough son rather the sobra sobran conformo apano llega llegan alcanza alcanzan bastan bastaria is are do nos"
)


def _key(reading: Reading, amount: Amount, held: list[str], currencies: Currencies) -> tuple[str, float] | None:
    """The last number spoken of that this one could be a new value of, and that value."""
    if amount.period in _PER_MONTH and "tokens_per_month" in held and amount.high >= 1000:
        return "tokens_per_month", amount.high * _PER_MONTH[amount.period]
    counted = [
        key for key in ("items_per_month", "items_once", "users") if amount.unit in _units_of(key) and key in held
    ]
    if counted:
        return counted[0], value_of(reading, amount, counted[0], currencies)
    of_cards = False
    for key in reversed(held):
        low, high = _PLAUSIBLE[key]
        value = value_of(reading, amount, key, currencies)
        if key == "budget_usd_once" and not amount.unit and _is_nearer_the_count(reading, value, amount.high):
            continue
        if key in ("vram_gb", "ram_gb"):
            of_cards = of_cards or not _is_of_gigabytes(reading, key)
            if of_cards or not is_size(value):
                continue  # "15 would do" of tokens a second; "and two?" of a card
        if low <= value <= high and key in NEEDS:
            return _SIZES.get((key, amount.bound), key), value
    return None


def _is_nearer_the_count(reading: Reading, usd: float, count: float) -> bool:
    """Of work done once and what it may cost in all, which of the two a bare number is a new value of."""
    cases, paid = (reading.dialogue.needs.number(key) for key in ("items_once", "budget_usd_once"))
    return bool(cases and paid and count and usd and abs(math.log(count / cases)) < abs(math.log(usd / paid)))


def _is_of_gigabytes(reading: Reading, key: str) -> bool:
    """Whether the memory was said in figures, or is asked for: after a card by its name a bare number is something else."""
    held = reading.dialogue.needs.number(key)
    said = any(n.value == held for n in reading.quoted(key).all_numbers)
    return said or reading.dialogue.asked == key or reading.corrects or not reading.dialogue.quotes.get(key)


_OF_USD = ("budget_usd", "max_price", "max_usd")


def value_of(reading: Reading, amount: Amount, key: str, currencies: Currencies) -> float:
    """In the unit and scale that the figure was said in before: after "100k" a plain 64 is 64k, after "40 pages" pages."""
    old = reading.dialogue.needs.number(key)
    said = [n for n in numerals(Message(reading.dialogue.quotes.get(key, ""))) if n.value]
    plain = amount.high
    if key.startswith(_OF_USD):
        usd = currencies.usd(amount.high, currency_of(reading, key))
        plain = usd * _period(reading, amount) if key == "budget_usd_month" else usd
    elif key == "tokens_per_month":
        plain = amount.high * _PER_MONTH.get(amount.period, 1.0)
    elif key == "items_per_month":
        plain = amount.high * (_PER_MONTH.get(amount.period) or _period_before(reading, key))
    if not old or len(said) != 1 or amount.scaled or amount.period:
        return plain
    digits = parsed_digits(Message(reading.dialogue.quotes[key]).words[said[-1].start])
    scaled = amount.high * old / (digits or said[-1].value)
    return min((plain, scaled), key=lambda v: abs(math.log(max(v, 1e-9) / old)))


def _period(reading: Reading, amount: Amount) -> float:
    """The period said, or the one that the budget was said in before ("5 a day" - "make that ten")."""
    return _PER_MONTH[amount.period] if amount.period in _PER_MONTH else _period_before(reading, "budget_usd_month")


def _period_before(reading: Reading, key: str) -> float:
    """How many of the period that a need was said in make a month; 1 where none was said."""
    quote = fold(reading.dialogue.quotes.get(key, ""))
    return next(
        (
            _PER_MONTH[period]
            for period, words in _PERIOD_WORDS.items()
            if any(w in quote.split() or w in quote for w in words)
        ),
        1.0,
    )


def currency_of(reading: Reading, key: str) -> str:
    """The currency that a sum was said in before."""
    quote = reading.dialogue.quotes.get(key, "").lower()
    if "€" in quote or "eur" in quote:
        return "EUR"
    if "£" in quote or "gbp" in quote or "libra" in quote or "pound" in quote or "quid" in quote:
        return "GBP"
    return "USD_CENT" if "cent" in quote and key.startswith("max_price") else "USD"
