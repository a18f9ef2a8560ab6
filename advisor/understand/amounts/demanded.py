"""Sums that are told: what a thing costs, what somebody asks for it or pays, and what is judged dear. None caps anything."""

from __future__ import annotations

from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.outlay import is_outlay
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def is_told(reading: Reading, amount: Amount, is_money: bool) -> bool:
    """Whether a sum without a cap is asked about, judged, or what somebody else pays."""
    if is_outlay(reading, amount, is_money):
        return True
    if amount.bound == "max":
        return False
    judged = is_money and (_is_asked(reading, amount) or _is_judged(reading, amount) or _is_demanded(reading, amount))
    return judged or _is_paid_by_others(reading, amount)


def _is_judged(reading: Reading, amount: Amount) -> bool:
    """ "$15 per million is a lot", "¿15 dólares es caro?": a sum that is found dear or cheap."""
    after = reading.message.words[amount.end : amount.end + 5]
    verb = next((i for i, w in enumerate(after[:2]) if w in _BEING), None)
    return verb is not None and bool(_JUDGEMENTS & set(after[verb + 1 :]))


def _is_paid_by_others(reading: Reading, amount: Amount) -> bool:
    """ "My accountant mate pays 60 a month", "la otra sede usa uno de 200": a verb in the third person before the sum."""
    if _OTHERS_PAY.isdisjoint(reading.message.vocabulary):
        return False
    start, _ = reading.clause(amount.start)
    words = reading.message.words[start : amount.start]
    verb = next((i for i in reversed(range(len(words))) if words[i] in _OTHERS_PAY), None)
    if verb is None or len(words) - verb > _TO_THE_SUM:
        return False
    return not set(words[:verb]) & _TO_ONESELF


def _is_demanded(reading: Reading, amount: Amount) -> bool:
    """ "Una empresa me cobra 300", "they quoted us 900": what somebody asks for something, and be it of oneself."""
    start, _ = reading.clause(amount.start)
    before = reading.message.words[max(amount.start - _TO_THE_SUM, start) : amount.start]
    return any(w.startswith(_DEMANDING) for w in before) and not set(before) & _IF_SO


_IF_SO = wordset("si if que that which")


_OTHERS_PAY = wordset(
    "pays spends uses charges paga gasta gastan pagan pagaban pagaba usa usan dedica dedican cobran cobra"
)
_DEMANDING = (
    "cobra",
    "cobro",
    "pide",
    "pidi",
    "cotiz",
    "presupuestaron",
    "charge",
    "charging",
    "quote",
    "asks",
    "asked",
)
"""How the verbs begin by which a price is asked of somebody."""
_TO_THE_SUM = 5
_TO_ONESELF = wordset("i we me us nos yo que that which it if si nadie nobody one uno")


_BEING = wordset("is are es son seems sounds looks parece parecen feels")
_JUDGEMENTS = wordset(
    "lot too expensive dear cheap much caro cara mucho poco barato demasiado pricey steep fair normal reasonable razonable little"
)


def _is_asked(reading: Reading, amount: Amount) -> bool:
    """ "If it is $3 in and $15 out, how much is a page?": what something costs is worked out, and capped by nobody."""
    start, end = reading.sentence(amount.start)
    return reading.has("asks", "cost", start=start, end=end)


def is_price_of_a_thing(reading: Reading, amount: Amount) -> bool:
    """ "Junie is cheaper at $18 per month", "el plan Pro son 20 al mes": what something costs, and nobody's ceiling."""
    start, end = reading.sentence(amount.start)
    words = reading.message.words
    clause = reading.clause(amount.start)[0]
    if _is_of_a_plan(reading, amount) and not reading.has("scope", "want", start=start, end=amount.start):
        return True
    if words[amount.start - 1 : amount.start] == ("(",) and _names_it(reading, amount.start - 1):
        return True
    if _COSTING.isdisjoint(reading.message.vocabulary):
        return False
    before = [w for w in words[clause : amount.start] if w.isalpha()]
    if not before or before[-1] not in _COSTING or (len(before) < 2 and not _names_it_after(reading, amount)):
        return False
    own = set(words[start : amount.start]) & _ONESELF or reading.has("topic", "budget_usd_month", start=start, end=end)
    return not own and not any(
        reading.has("scope", v, start=start, end=amount.start) for v in ("want", "must", "correct")
    )


def _is_of_a_plan(reading: Reading, amount: Amount) -> bool:
    """ "Las suscripciones de 200 al mes", "a $20/month sub": what is sold at that price."""
    words = reading.message.words
    reach = 4 if words[amount.end : amount.end + 1] in (("por",), ("for",)) else 2
    after = words[amount.end : amount.end + reach]
    sold = words[max(amount.start - 1, 0) : amount.start] in (("de",), ("at",), ("of",), ("for",))
    return (sold and words[max(amount.start - 2, 0)].startswith(_PLANS)) or any(w.startswith(_PLANS) for w in after)


_PLANS = ("suscrip", "subscri", "sub", "plan", "tier", "cuota", "licencia", "membership", "abono")


def _names_it(reading: Reading, end: int) -> bool:
    """Whether a product is named right before: "Copilot (10 al mes)"."""
    named = [h for kind in ("use_product", "errand", "decoy") for h in reading.of(kind) if h.end == end]
    return end > 0 and (bool(reading.taken[end - 1]) or any(h.value != "task" for h in named))


def _names_it_after(reading: Reading, amount: Amount) -> bool:
    """ "Cuesta 20 al mes ChatGPT Plus"."""
    return any(reading.taken[amount.end : amount.end + 3]) or any(
        0 <= h.start - amount.end <= 1 for h in reading.of("decoy", "aside")
    )


_COSTING = wordset("is at costs cuesta cuestan vale son es cobran cobra charges charge")
_ONESELF = wordset("i we my our me us mi mis nos tengo tenemos puedo podemos pago pagamos budget presupuesto")
