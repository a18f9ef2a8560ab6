"""How much work a month: tokens said outright, or requests, users and lengths multiplied; where only things are counted,
how many of them. What one of them is worth in tokens is then for the scorer to assume."""

from __future__ import annotations

from dataclasses import replace

from advisor.domain.needs import Change, Dialogue
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.sides import one_side, sides_of, turns_each
from advisor.understand.amounts.spread import put_back
from advisor.understand.amounts.workload import COUNTS, EACH, TIMES_A_MONTH, TOKENS_IN, Workload, total_of, workload
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_MOST = 1e13
"""Tokens a month beyond which something was multiplied that does not belong together."""
_BEING = frozenset({"somos", "seremos", "eramos", "we", "were", "are"})
_FEWEST = 30
"""A number that names nothing and is smaller than this may be anything a month, money above all."""
_OFTEN = ("day", "week")
"""Periods for which hardly anybody sets a budget: amid the talk a smaller number of them counts work as well."""
_MOST_ITEMS = 1e11
_MANY = 1e5
"""A number a month that nobody pays."""


def read_volume(
    reading: Reading, acts: Acts, amounts: list[Amount], used: set[int], earlier: list[Amount]
) -> list[Change]:
    """tokens_per_month, where the message gives enough of it. `earlier` are the amounts behind the figure that holds,
    so that one part of it can be corrected ("we are 60, in fact"). Claims its amounts in `used`."""
    mine = [a for a in amounts if a.start not in used]
    costed = [a for a in mine if _is_costed(reading, acts, a)]
    asked = {reading.sentence(a.start) for a in costed}
    mine = [
        a
        for a in mine
        if acts.keep(a.start) < Keep.SITUATION
        or a in costed
        or (a.unit in TOKENS_IN and reading.sentence(a.start) in asked)
    ]
    mine = put_back(reading, [a for a in mine if not _is_factor(reading, a)])
    if longer := one_side(reading, mine):
        used.add(mine[0].start)
        return longer
    sides = sides_of(reading, mine)
    found = _volume(reading, mine, used, earlier, sides)
    if not any(change.key == "tokens_per_month" for change in found):
        return found
    if sides and (written := sides[1].high / (sides[0].high + sides[1].high)) < 1:
        start, end = min(a.start for a in sides), max(a.end for a in sides)
        used.update(a.start for a in sides)
        return [*found, reading.change("set", "output_share", round(written, 6), start, end)]
    told = next(change for change in found if change.key == "tokens_per_month")
    if "output_share" in reading.dialogue.needs and any(a.unit in TOKENS_IN for a in mine):
        return [*found, Change("clear", "output_share", None, told.quote)]
    return found


def _is_costed(reading: Reading, acts: Acts, amount: Amount) -> bool:
    """ "What would an API cost with 3000 queries a day?": a price is asked, and the work that it is asked for is told."""
    start, end = reading.sentence(amount.start)
    often = amount.period in PER_MONTH or (
        not amount.period and reading.has("period", *PER_MONTH, start=start, end=end)
    )
    counted = amount.unit in (*COUNTS, "tokens") and often and amount.high > 1
    priced = (("asks", "cost", "each"), ("aspect", "cost"), ("priority", "cost"))
    asked = any(reading.has(*kind, start=start, end=end) for kind in priced)
    return counted and asked and acts.keep(amount.start) < Keep.NOTHING


def _is_factor(reading: Reading, amount: Amount) -> bool:
    """ "5 times more users": how many times over, and no count."""
    after = reading.message.words[amount.start + 1 : amount.start + 3]
    return after[:1] in (("veces",), ("times",), ("x",)) and set(after[1:]) <= _OVER


_OVER = wordset("mas more the as that eso esto lo el la")


def _volume(
    reading: Reading, mine: list[Amount], used: set[int], earlier: list[Amount], sides: tuple[Amount, Amount] | None
) -> list[Change]:
    direct = list(sides) if sides and any(a.period in TIMES_A_MONTH for a in sides) else _direct(reading, mine)
    if direct:
        used.update(a.start for a in direct)
        period = next(a.period for a in reversed(direct) if a.period in TIMES_A_MONTH)
        flow = sum(a.high * TIMES_A_MONTH[a.period or period] for a in direct) * _sharers(reading, mine, direct)
        start, end = min(a.start for a in direct), max(a.end for a in direct)
        return [
            *_no_longer_counted(reading, start, end),
            reading.change("set", "tokens_per_month", round(flow), start, end),
        ]
    parts = workload(reading, mine)
    if sides:
        parts = replace(parts, length=replace(sides[0], unit="tokens"), answer=sides[1].high)
    old = workload(None, earlier) if earlier else None
    if old and old.count and parts.count is None and (loose := next((a for a in mine if a.unit in COUNTS), None)):
        parts = replace(parts, count=replace(loose, period=old.count.period))
    if old and old.users and parts.users is None and (more := next((a for a in mine if _of_us(reading, a)), None)):
        parts = replace(parts, users=replace(more, unit="users"))
    known = [p for p in (parts.users, parts.count, parts.length) if p]
    if not known and (text := _text_a_month(reading, mine)):
        used.add(text.start)
        flow = text.high * TOKENS_IN[text.unit] * TIMES_A_MONTH[text.period]
        return [reading.change("set", "tokens_per_month", round(flow), text.start, text.end)]
    if not known:
        return []
    if old and (parts.count is None or parts.length is None):
        users = parts.users or old.users
        answer = parts.answer if parts.length else old.answer
        merged = Workload(users, parts.count or old.count, parts.length or old.length, answer)
        total = total_of(merged) if parts.length else _scaled(reading, merged, old) or total_of(merged)
    else:
        total = total_of(parts)
    if total is None:
        return _items(reading, parts, mine, used)
    total *= turns_each(reading)
    if total > _MOST:
        return []
    used.update(p.start for p in known if p is not parts.length or p.unit != "pages")  # a document is read whole
    start, end = min(p.start for p in known), max(p.end for p in known)
    told = _items(reading, parts, mine, used) if parts.count else []
    counted = reading.dialogue.needs.number("items_per_month")
    if counted and not parts.count and parts.users and old and old.users:
        told = [
            reading.change("set", "items_per_month", round(counted * parts.users.high / old.users.high), start, end)
        ]
    return [*told, reading.change("set", "tokens_per_month", round(total), start, end)]


def _text_a_month(reading: Reading, amounts: list[Amount]) -> Amount | None:
    """ "200 pages a month", "unas 3.000 palabras al día": the length of all of it, and of no document."""
    texts = [a for a in amounts if a.unit in ("words", "pages") and a.period in PER_MONTH]
    before = [set(reading.message.words[max(a.start - 1, 0) : a.start]) for a in texts]
    return texts[0] if len(texts) == 1 and not before[0] & _OF_WHICH else None


_OF_WHICH = wordset("de of con with")


def in_step(dialogue: Dialogue, changes: list[Change]) -> list[Change]:
    """Where both are held, the tokens grow with what is counted, unless the message tells them too."""
    counted, flow = (dialogue.needs.number(key) for key in ("items_per_month", "tokens_per_month"))
    now = next((c for c in changes if c.key == "items_per_month" and c.op == "set"), None)
    told = any(c.key == "tokens_per_month" for c in changes)
    if not counted or not flow or told or now is None or not isinstance(now.value, int | float):
        return changes
    return [*changes, replace(now, key="tokens_per_month", value=round(flow * now.value / counted))]


def _scaled(reading: Reading, now: Workload, old: Workload) -> float | None:
    """The workload that holds, where only how many has changed; None where there is none to scale."""
    held = reading.dialogue.needs.number("tokens_per_month")
    if held is None or old.count is None or now.count is None:
        return None
    before, after = (
        parts.count.high * TIMES_A_MONTH[parts.count.period] * (parts.users.high if parts.users else 1.0)
        for parts in (old, now)
        if parts.count
    )
    return held * after / before if before else None


def _sharers(reading: Reading, mine: list[Amount], direct: list[Amount]) -> float:
    """How many people use that much each ("500 staff each using 100k tokens monthly"); 1 where they share it."""
    users = next((a for a in mine if a.unit == "users" and a.period in ("", "user")), None)
    if users is None or reading.sentence(users.start) != reading.sentence(direct[0].start):
        return 1.0
    start, end = sorted((users.start, direct[-1].end))
    each = users.period == "user" or set(reading.message.words[start : end + 2]) & EACH
    return users.high if each else 1.0


def told_before(dialogue: Dialogue) -> str:
    """The words behind the workload that holds: what was counted, and how long it is."""
    quotes = (dialogue.quotes.get(key, "") for key in ("items_per_month", "tokens_per_month"))
    return " . ".join(dict.fromkeys(quote for quote in quotes if quote))


def _no_longer_counted(reading: Reading, start: int, end: int) -> list[Change]:
    """Tokens said outright replace what was counted."""
    held = "items_per_month" in reading.dialogue.needs
    return [reading.change("clear", "items_per_month", None, start, end)] if held else []


def _items(reading: Reading, parts: Workload, mine: list[Amount], used: set[int]) -> list[Change]:
    """ "2 million reviews a month", "300 clientes al día": counted, and nobody said how long each of them is."""
    count = parts.count or next((a for a in mine if a.unit == "users" and a.period in TIMES_A_MONTH), None)
    if count is None or not _counts_work(reading, count) or _is_of_the_thing(reading, count):
        return []
    users = parts.users if parts.users and parts.users is not count else None
    total = count.high * TIMES_A_MONTH[count.period] * (users.high if users else 1.0)
    if not 1 <= total <= _MOST_ITEMS:
        return []
    spans = [count, *([users] if users else [])]
    used.update(a.start for a in spans)
    start, end = min(a.start for a in spans), max(a.end for a in spans)
    return [reading.change("set", "items_per_month", round(total), start, end)]


def _is_of_the_thing(reading: Reading, count: Amount) -> bool:
    """ "Un menú semanal", "a daily horoscope": what the thing made is called, and no number of requests."""
    said = reading.message.words[count.start : count.end + 1]
    return count.high <= 1 and not any(w[:1].isdigit() for w in said) and bool(_CALLED & set(said))


_CALLED = wordset(
    "semanal semanales mensual mensuales diario diaria diarios anual quincenal weekly monthly daily yearly annual fortnightly quarterly"
)


def _counts_work(reading: Reading, count: Amount) -> bool:
    """Whether a number a month counts what a model is to do: by its noun, or without one where nothing tells of money."""
    if count.unit:
        return True
    words, number_end = reading.message.words, next(n.end for n in reading.numbers if count.start <= n.start)
    periods = {i for h in reading.longest("period") for i in range(h.start, h.end)}  # "900 a day" counts no days
    measures = [h for h in reading.of("uncounted", "measure") if h.start not in periods]
    beside = [h for h in measures if number_end <= h.start <= number_end + 1]
    if beside:
        return False
    noun = words[number_end] if number_end < len(words) else ""
    period = any(h.start == number_end for h in reading.longest("period"))
    if noun.isalpha() and len(noun) > 2 and not period and reading.message.tokens[number_end].kind == "word":
        return True
    if "tokens_per_month" in reading.dialogue.needs:
        return False
    start, end = reading.clause(count.start)
    sums = [*reading.of("topic", "budget_usd_month"), *reading.of("currency"), *reading.of("uncounted", "money")]
    if count.scaled and count.high >= _MANY and not any(start <= h.start < end for h in sums):
        return True  # "tweets, 2 million a month, budget 100 USD"
    money = reading.of("uncounted", "money") or reading.of("currency") or reading.of("topic", "budget_usd_month")
    asked = (reading.dialogue.asked or "").startswith("budget")
    often = count.period in _OFTEN and bool(reading.dialogue.needs)
    bounds = ("exact", "about", "max") if often else ("exact", "about")
    return not money and not asked and count.bound in bounds and (often or count.high >= _FEWEST)


def _direct(reading: Reading, amounts: list[Amount]) -> list[Amount]:
    """Tokens with a period; of "30M in and 5M out every month" both. Empty where none are said."""
    amounts = _in_same_scale(reading, amounts)
    timed = [a for a in amounts if a.period in PER_MONTH]  # a minute's or a second's are a rate and no month's work
    sides = reading.of("side", "input", "output")

    def is_flow(a: Amount) -> bool:
        beside = any(a.start <= h.start <= a.end + 1 for h in sides)
        if any(c.unit in COUNTS and not c.period and 0 <= a.start - c.end <= 1 for c in amounts):
            return False  # "500 tickets of 300 tokens a month": the tickets are a month's
        if set(reading.message.words[max(a.start - 3, 0) : a.start]) & _GIVING:
            return False  # "the free tier gives a million tokens a day"
        return a.unit == "tokens" or (a.unit == "" and a.scaled and a.high >= 1e5 and beside)

    last = next((a for a in timed if is_flow(a)), None)
    if last is None:
        return []
    sentence = reading.sentence(last.start)
    before = [a for a in amounts if a.start < last.start and a.period == "" and reading.sentence(a.start) == sentence]
    parts = [a for a in before if is_flow(a) and a.scaled and a.high >= 1e5]
    return [*parts[-1:], last] if any(last.end <= h.start + 4 for h in sides) and parts else [last]


_GIVING = wordset(
    "gives give offers includes allows says plan quota limit cap promises regala regalan incluye ofrece ofrecen cuota limite dice promete"
)


def _in_same_scale(reading: Reading, amounts: list[Amount]) -> list[Amount]:
    """ "20 millones de tokens de entrada y 5 de salida al mes": the five is of millions too."""
    found: list[Amount] = []
    for amount in amounts:
        last, this = found[-1] if found else None, amount
        if (
            last
            and amount.unit == ""
            and not amount.scaled
            and last.scaled
            and last.high >= 1e5
            and last.unit in ("", "tokens")
            and reading.message.tokens[last.start].sentence == reading.message.tokens[amount.start].sentence
            and all(
                any(a.start < h.start <= a.end + 1 for h in reading.of("side", "input", "output"))
                for a in (last, amount)
            )
        ):
            scale = 1e6 if last.high >= 1e6 else 1e3
            period = amount.period or last.period
            this = replace(amount, low=amount.low * scale, high=amount.high * scale, period=period, scaled=True)
        found.append(this)
    return found


def _of_us(reading: Reading, amount: Amount) -> bool:
    """ "En realidad somos 45", "there are 45 of us"."""
    words = reading.message.words
    before, after = words[max(amount.start - 2, 0) : amount.start], words[amount.end : amount.end + 2]
    return amount.unit == "" and not amount.period and (bool(set(before) & _BEING) or after == ("of", "us"))
