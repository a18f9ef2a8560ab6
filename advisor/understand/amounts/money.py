"""Budgets and price ceilings in US dollars, whatever currency and period they were said in."""

from __future__ import annotations

from dataclasses import replace

from advisor.domain.language import Localised
from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.bare import as_budget, bare_budget, currency_before, paid_before
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.amounts.demanded import is_price_of_a_thing, is_told
from advisor.understand.amounts.free import read_free
from advisor.understand.amounts.means import as_ranges, is_asked_enough, is_at_hand, is_denied, is_hedged_sum
from advisor.understand.amounts.prices import (
    PAYING,
    PRICES,
    holds_already,
    is_pair,
    of_both_sides,
    per_million,
    price_currency,
    price_key,
    price_unit,
    side_of,
)
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.classes import MACHINES
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_SMALLEST_YEARLY = 1e10


def read_money(
    reading: Reading,
    acts: Acts,
    amounts: list[Amount],
    currencies: Currencies,
    used: set[int],
    earlier: list[Amount] | None = None,
) -> tuple[list[Change], list[Localised]]:
    """Budget, price ceilings and "free", with a notice for each rate used. Claims its amounts in `used`.

    `earlier` are the amounts behind the workload that holds: what one piece may cost is multiplied by them.
    """
    changes: list[Change] = []
    notices: list[Localised] = []
    unit_of_price, last_key = "", None
    for said_amount in as_ranges(reading, amounts, currencies):
        amount = said_amount
        if amount.start in used or not _is_read(reading, acts, amount):
            continue
        if earlier and amount.unit == "" and amount.period == "request" and amount.high < 1:
            amount = replace(amount, unit=currency_before(reading))  # "0,02 por conversación"
        is_money = currencies.knows(amount.unit)
        if holds_already(reading, amount) or is_denied(reading, amount, changes) or is_told(reading, amount, is_money):
            used.add(amount.start)
            continue
        key = price_key(reading, amount, unit_of_price) if is_money or amount.unit == "" else None
        if not key and is_money and amount.period in ("million_tokens", "thousand_tokens"):
            last_key = side_of(reading, amount) or last_key  # a price told: what is capped after it is the same
        bare_cap = amount.unit == "" and amount.bound == "max" and not (amount.period or amount.scaled)
        if last_key and not key and bare_cap:
            key = last_key  # "they charge 20 per million, above 5 I don't pay"
        last_key = key or last_key
        if key:
            unit = amount.unit or price_unit(amount, unit_of_price) or price_currency(reading, amount, key)
            unit_of_price = unit
            usd = currencies.usd(amount.high, unit) * per_million(reading, amount)
            new, said = [reading.change("set", key, usd, amount.start, amount.end)], unit
            if is_pair(reading, amount) or of_both_sides(reading, amount):
                low = usd * amount.low / amount.high
                new = [
                    reading.change("set", k, v, amount.start, amount.end)
                    for k, v in zip(PRICES, (low, usd), strict=True)
                ]
        elif is_money:
            new, said = _budget(reading, amount, amounts, currencies, earlier or []), amount.unit
        elif _is_of_another(reading, amount) and not _compared(reading, amount):
            continue
        elif amount.bound == "exact" and is_price_of_a_thing(reading, amount):
            continue  # "Netflix son 15 al mes"
        else:
            new, said = bare_budget(reading, amount, currencies), ""
        if not new:
            if is_money:
                used.add(amount.start)
            continue
        used.add(amount.start)
        polarity = reading.polarity(amount.start, amount.start + 1)
        taken_back = polarity == "optional" and "budget_usd_month" in reading.dialogue.needs
        if polarity == "retracted" or (taken_back and not _is_conceded(reading, amount)):
            changes += [
                reading.change("clear", c.key, None, amount.start, amount.end)
                for c in new
                if c.key in reading.dialogue.needs
            ]
            continue
        changes += new
        rate = currencies.notice(said) if said else None
        if rate and rate not in notices:
            notices.append(rate)
    return changes + read_free(reading, acts, changes), notices


def _is_read(reading: Reading, acts: Acts, amount: Amount) -> bool:
    """Whether a sum is said for oneself, or asked about as what one would spend."""
    keep = acts.keep(amount.start)
    return keep < Keep.SITUATION or (keep < Keep.NOTHING and is_asked_enough(reading, amount))


def _is_of_another(reading: Reading, amount: Amount) -> bool:
    """Whether the sentence speaks of money that is not for the model."""
    start, end = reading.sentence(amount.start)
    return any(start <= h.start < end for h in reading.of("money_not"))


def _compared(reading: Reading, amount: Amount) -> bool:
    """ "Less than I pay for Netflix (14 euros)": what something else costs is the measure."""
    start = reading.sentence(amount.start)[0]
    return any(
        start <= like.start
        and like.end <= other.start + 1
        and other.start - like.end <= _NEAR
        and other.end <= amount.start
        for like in reading.of("costs_like")
        for other in reading.of("money_not")
    )


_NEAR = 5


def _is_conceded(reading: Reading, amount: Amount) -> bool:
    """ "Si son 10 euros tampoco pasa nada", "I could live with 15 dollars": amid the talk, what one would pay after all."""
    start, end = reading.sentence(amount.start)
    supposed = any(start <= h.start < end for h in reading.of("concede", "supposed"))
    held = bool(reading.dialogue.needs) and (supposed or not reading.message.questions)
    return held and any(start <= h.start < end for h in reading.of("concede"))


def _goes_on(reading: Reading, start: int, end: int) -> bool:
    """ "They asked two firms for a quote, 90,000 and 140,000": a short clause of sums is of what the one before tells."""
    wished = any(reading.has("scope", value, start=start, end=end) for value in ("want", "must"))
    capped = reading.has("bound", "max", start=start, end=end)
    return start > reading.sentence(start)[0] and end - start <= _SHORT_CLAUSE and not (wished or capped)


_SHORT_CLAUSE = 9


def _heads(reading: Reading, amount: Amount, amounts: list[Amount]) -> float:
    """ "12 € por empleado al mes, somos 8": a sum for each is paid for all; 1 where it is not for each."""
    start, end = reading.sentence(amount.start)
    if not any(start <= h.start < end for h in reading.of("period", "user")):
        return 1.0
    users = [a.high for a in amounts if a.unit == "users"]
    counted = [n.value for n in reading.numbers if reading.message.words[max(n.start - 2, 0) : n.start][-1:] in _WE_ARE]
    heads = (users or counted or [1.0])[0]
    return heads if heads <= _MOST_HEADS else 1.0


_WE_ARE = (("somos",), ("were",), ("are",), ("equipo",))
_MOST_HEADS = 10_000


def _for_a_piece(reading: Reading, amount: Amount) -> bool:
    """ "A 10 céntimos por inscripción", "3 cents a label": the price of one thing, whatever it is."""
    words = reading.message.words[amount.end : amount.end + 2]
    if amount.period or len(words) < 2 or amount.high > _DEAREST_PIECE or reading.at(amount.end, "period"):
        return False
    return words[0] in _PER and words[1].isalpha() and len(words[1]) > 2 and words[1] not in _NO_PIECE


def _is_of_a_text(reading: Reading, amount: Amount) -> bool:
    """ "3 euros el manual": of a piece of work, however many there are."""
    return any(h.start == amount.end + 1 for h in [*reading.of("side", "noun", "given"), *reading.of("unit")])


_PER = wordset("por per la el cada each a an x")
_NO_PIECE = wordset("mes month ahora ano year lo que encima the max maximo tope verdad least most piece")
_DEAREST_PIECE = 20.0


def _budget(
    reading: Reading, amount: Amount, amounts: list[Amount], currencies: Currencies, earlier: list[Amount]
) -> list[Change]:
    """A monthly ceiling out of a sum of money; nothing for what is spent today, paid once, or for something else."""
    start, end = reading.clause(amount.start)
    opening = start if reading.has("scope", "want", start=start, end=end) else reading.sentence(amount.start)[0]
    before_is_today = any(opening <= h.start < amount.start for h in reading.of("scope", "today"))
    if any(opening <= h.start < amount.start for h in reading.of("among")) and not any(reading.taken[start:end]):
        before_is_today = False  # "pagamos entre los cuatro 25 al mes": what each puts in for it
    before_is_today = before_is_today or any(start <= h.start < end for h in reading.of("paid", "lately"))
    conceded = _is_conceded(reading, amount)
    before_is_today = before_is_today and not conceded
    bounded = amount.bound == "max"
    if before_is_today and not (bounded or _compared(reading, amount)):
        return []
    bounded = bounded or conceded or _compared(reading, amount)
    told = reading.clause(start - 1)[0] if _goes_on(reading, start, end) else start
    if any(told <= h.start < end for h in reading.of("money_not")) and not _compared(reading, amount):
        return []
    if any(start <= h.start < end for h in reading.of("later")):
        return []
    if not amount.period and (_buys_hardware(reading, amount) or _is_of_goods(reading, amount)):
        return []
    sentence = reading.sentence(amount.start)
    if amount.bound == "exact" and not conceded and is_price_of_a_thing(reading, amount):
        return []
    if amount.bound != "max" and any(sentence[0] <= h.start < sentence[1] for h in reading.of("act", "past")):
        return []
    about = reading.has(
        "topic", "budget_usd_month", start=reading.sentence(amount.start)[0], end=reading.sentence(amount.start)[1]
    )
    asked = reading.dialogue.asked == "budget_usd_month" or "budget_usd_month" in reading.dialogue.needs
    if amount.period == "once" or (reading.has("period", "once") and amount.period not in PER_MONTH):
        return []
    count = _requests_a_month([*amounts, *earlier])
    if amount.period == "request" or (_for_a_piece(reading, amount) and (count or _is_of_a_text(reading, amount))):
        if count is None:
            return []
        usd = currencies.usd(amount.high, amount.unit) * count
        return [reading.change("set", "budget_usd_month", usd, amount.start, amount.end)]
    if amount.period and amount.period not in (*PER_MONTH, "user", "once"):
        return []  # five cents a minute
    if amount.unit.endswith("_CENT") and not amount.period:
        return _for_each(reading, amount, currencies, count)
    factor = PER_MONTH.get(amount.period)
    if factor is None:
        periods = [
            h for h in reading.longest("period") if sentence[0] <= h.start < sentence[1] and h.value in PER_MONTH
        ]
        near = reading.nearest(periods, amount.start, amount.end, 5)
        factor = (
            PER_MONTH[near.value]
            if near and not any(a.start != amount.start and a.end == near.end for a in amounts)
            else None
        )
    if factor is None:
        if amount.high and (
            not (
                about
                or bounded
                or asked
                or is_asked_enough(reading, amount)
                or is_at_hand(reading, amount, amounts)
                or is_hedged_sum(reading, amount, amounts)
                or _is_all_said(reading, amount)
            )
            or (reading.has("fine_tuning", "any") and not about)
        ):
            return []
        factor = 1.0
    factor *= _heads(reading, amount, amounts)
    usd = currencies.usd(amount.high, amount.unit) * factor
    return as_budget(reading, amount, usd)


def _for_each(reading: Reading, amount: Amount, currencies: Currencies, count: float | None) -> list[Change]:
    """ "Each reply can cost 2 cents at most, 1000 a day": so few are never of a month."""
    start, _ = reading.sentence(amount.start)
    each = any(w in _EACH for w in reading.message.words[start : amount.start])
    if not (count and each):
        return []
    usd = currencies.usd(amount.high, amount.unit) * count
    return [reading.change("set", "budget_usd_month", usd, amount.start, amount.end)]


_EACH = wordset("each every per cada por")


def spent_today(reading: Reading, acts: Acts, amounts: list[Amount], currencies: Currencies) -> str:
    """The words that tell what is paid today, with its currency and period; empty where the message does not."""
    for amount in amounts:
        bare = not amount.unit and amount.period in PER_MONTH and paid_before(reading, amount)
        if (
            not (currencies.knows(amount.unit) or bare)
            or amount.bound == "max"
            or acts.keep(amount.start) >= Keep.NAMES
        ):
            continue
        start, end = reading.clause(amount.start)
        opening, closing = reading.sentence(amount.start)
        told = any(opening <= h.start < amount.start for h in reading.of("scope", "today"))
        told = told or any(opening <= h.start < closing for h in reading.of("paid"))
        if told and not any(start <= h.start < end for h in reading.of("money_not")):
            return reading.quote(amount.start, amount.end)
    return ""


def _is_of_goods(reading: Reading, amount: Amount) -> bool:
    """ "Gastos de menos de 50 euros", "expenses over $500": the sum tells what things are looked at."""
    words, i = reading.message.words, amount.start
    if i and words[i - 1] in ("de", "of"):
        i -= 1
    elif words[i : i + 1] in (("under",), ("below",)):
        told = words[amount.end : amount.end + 1] in _ARE and words[i - 1].endswith("s")
        return i > 0 and (words[i - 1] in _GOODS or (told and not words[i - 1].startswith(_OFFERS)))
    elif words[i : i + 1] in (("por",), ("debajo",)):
        pass
    elif amount.bound != "min" and words[i : i + 1] not in (("over",), ("above",)):
        return False
    noun = words[i - 1] if i else ""
    offered = noun.startswith((*PAYING, *_OFFERS)) and noun not in _LEDGER
    return noun.isalpha() and len(noun) > 3 and noun.endswith("s") and not offered


_ARE = (("are",), ("is",), ("go",), ("goes",), ("get",), ("need",), ("must",), ("should",))
_GOODS = wordset(
    "items products articles orders gifts cars phones laptops books tickets flats rooms clothes shoes things"
)
_LEDGER = frozenset(("gastos", "pagos", "expenses", "payments", "costs", "costes"))
_OFFERS = ("model", "plan", "opcion", "option", "tarif", "servici", "service", "subscription", "less", "menos", "mas")


def _is_all_said(reading: Reading, amount: Amount) -> bool:
    """ "Twenty bucks", in answer to what is recommended: a sum and nothing else."""
    words = [t.text for t in reading.message.tokens if t.kind != "mark"]
    rest = len(words) - sum(t.kind != "mark" for t in reading.message.tokens[amount.start : amount.end])
    held = set(reading.dialogue.needs.values) - {"budget_usd_month", *PRICES}
    return bool(held) and rest <= 2 and 3 <= amount.high <= _MOST_SAID and not reading.message.questions


_MOST_SAID = 2000


def _buys_hardware(reading: Reading, amount: Amount) -> bool:
    """ "A laptop under 900 dollars" is a price of a machine."""
    hits = [*reading.of("machine", *MACHINES), *reading.of("memory", "vram")]
    return any(0 <= amount.start - h.end <= 2 for h in hits)


def _requests_a_month(amounts: list[Amount]) -> float | None:
    for other in amounts:
        factor = PER_MONTH.get(other.period)
        if factor and other.unit in ("requests", "documents", ""):
            return other.high * factor
    return None
