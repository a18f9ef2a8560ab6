"""One case of the work: what it may cost and how long it is; and how many are done once and not every month."""

from __future__ import annotations

from dataclasses import replace

from advisor.domain.language import Localised
from advisor.domain.needs import Change, Dialogue
from advisor.understand.amounts.amounts import PER_MONTH, Amount
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.amounts.sides import sides_of
from advisor.understand.amounts.workload import COUNTS, TOKENS_IN
from advisor.understand.speech.acts import Acts, Keep
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

_EACH = ("", "user", "request", "once")
"""Periods of a length that is of each case."""
_MONTHLY = ("items_per_month", "tokens_per_month")
_PER = wordset("por per cada each every a an x")
_HEADS = wordset("cada each every ningun ninguna no single any per por")
_NONE = wordset("ningun ninguna nunca no never none")
_FEWEST = 20
"""Named things fewer than this may be anything."""
_MOST = 1e11
_DEAREST_USD = 50.0
_LONGEST = 1e7
"""Tokens beyond which a length is of all the work and of no case."""
_STOCK = frozenset({"extraction", "classification", "sentiment", "translation", "summarization", "proofreading"})
"""Uses for which things counted without a period are a heap to be worked through."""
_SHORT = 12
_ONCE_ENDS = wordset("and y only nada solo . , ; ! ? ) :")


def read_pieces(
    reading: Reading,
    acts: Acts,
    amounts: list[Amount],
    currencies: Currencies,
    used: set[int],
    earlier: list[Amount],
    use: str | None,
) -> tuple[list[Change], list[Localised]]:
    """Changes, and a notice for each rate used. `earlier` are the amounts behind the workload that holds, `use` is the one
    that this message names. Claims sums and counts in `used`; lengths are left, since a context may follow from them."""
    mine = [a for a in amounts if a.start not in used and acts.keep(a.start) < Keep.SITUATION]
    monthly = any(a.period in PER_MONTH and a.unit in (*COUNTS, "", "tokens") for a in [*mine, *earlier])
    parts = _fractions(reading)
    coins = [a for a in mine if any(p.start <= a.start < p.end or a.start <= p.start < a.end for p in parts)]
    sums = [*parts, *(a for a in mine if currencies.knows(a.unit) and a.high > 0 and a not in coins)]
    used.update(a.start for a in coins)
    caps = [a for a in sums if not monthly and _is_of_a_piece(reading, a) and _is_capped(reading, a)][:1]
    job = _job(reading, mine, use, monthly)
    in_all = job or "items_once" in reading.dialogue.needs
    totals = [a for a in sums if in_all and a not in caps and _is_of_all(reading, a)][:1]
    changes: list[Change] = []
    notices: list[Localised] = []
    for key, found in (("max_usd_per_item", caps), ("budget_usd_once", totals)):
        for amount in found:
            usd = currencies.usd(amount.high, amount.unit)
            if key == "max_usd_per_item" and usd > _DEAREST_USD:
                continue
            used.add(amount.start)
            changes.append(reading.change("set", key, usd, amount.start, amount.end))
            rate = currencies.notice(amount.unit)
            notices += [rate] if rate and rate not in notices else []
    again = None if job else _recounted(reading, mine)
    if again:
        used.add(again.start)
        changes.append(reading.change("set", "items_once", round(again.high), again.start, again.end))
    if not job and not mine and (often := _every_month(reading)):
        changes.append(often)
    if job:
        used.update(a.start for a in mine if a.start == job.start)
        changes.append(reading.change("set", "items_once", round(job.high), job.start, job.end))
    reckons = reading.has("purse") or (
        reading.has("asks", "cost", "each") and any(a.unit in COUNTS and a.high > 1 for a in amounts)
    )
    if reckons:  # a question, whose lengths are those of what is asked
        mine = [a for a in amounts if a.start not in used and acts.keep(a.start) < Keep.NOTHING]
    return [*changes, *_length(reading, mine, job, bool(caps) or reckons, used)], notices


def _fractions(reading: Reading) -> list[Amount]:
    """ "A tenth of a cent", "un cuarto de céntimo": parts of a coin, which are no numerals."""
    words, found = reading.message.words, []
    bounds = [h for h in reading.longest("bound") if h.value == "max"]
    for coin in reading.longest("currency"):
        at = coin.start - 1 - (words[coin.start - 1] in _ARTICLES)
        if at < 1 or words[at] not in ("of", "de") or words[at - 1] not in _PARTS:
            continue
        whole = next((h for h in reading.at(coin.end + 1, "currency") if words[coin.end] in ("of", "de")), None)
        unit, end = (f"{whole.value}_CENT", whole.end) if whole else (coin.value, coin.end)
        period = next((h for h in reading.at(end, "period") if h.value == "request"), None)
        end = period.end if period else end
        capped = any(0 <= at - 1 - h.end <= 2 for h in bounds)
        several = next((n.value for n in reading.numbers if n.end == at - 1 and n.value > 1), 1.0)
        part = _PARTS[words[at - 1]] * several
        told = "request" if period else ""
        found.append(Amount(part, part, unit, "max" if capped else "exact", told, at - 1, end, False))
    return found


_ARTICLES = wordset("a un una one")
_PARTS = {
    **dict.fromkeys(("third", "tercio"), 1 / 3),
    **dict.fromkeys(("quarter", "cuarto"), 0.25),
    **dict.fromkeys(("fifth", "quinto", "quinta"), 0.2),
    **dict.fromkeys(("tenth", "tenths", "decimo", "decima", "decimas"), 0.1),
    **dict.fromkeys(("hundredth", "hundredths", "centesimo", "centesima", "centesimas"), 0.01),
    **dict.fromkeys(("thousandth", "thousandths", "milesimo", "milesima", "milesimas"), 0.001),
}


def _is_of_a_piece(reading: Reading, amount: Amount) -> bool:
    """ "Half a cent per call", "each call below a cent", "3 cents a label"; cents, where the ceiling that holds is one."""
    if amount.period == "request" or (_changes_the_cap(reading) and amount.unit.endswith("_CENT")):
        return True
    if amount.period:
        return False
    words, (start, _) = reading.message.words, reading.sentence(amount.start)
    after = words[amount.end : amount.end + 2]
    counted = not reading.at(amount.end, "period", "side")
    if counted and after[:1] and after[0] in _PER and after[1:2] and after[1].isalpha() and len(after[1]) > 3:
        return amount.unit.endswith("_CENT") or amount.high < 1
    heads = [h for h in reading.of("unit", *COUNTS) if start < h.start < amount.start and h.end - h.start == 1]
    return any(words[h.start - 1] in _HEADS for h in heads)


def _is_capped(reading: Reading, amount: Amount) -> bool:
    """Whether it is said for oneself, as a bound or a wish, and not told of a model or of what is paid today."""
    start, end = reading.sentence(amount.start)
    told = [*reading.of("scope", "today"), *reading.of("paid", "lately"), *reading.of("money_not")]
    refused = amount.bound == "min" and set(reading.message.words[start : amount.start]) & _NONE
    if refused:
        return True  # "no query may cost more than 2 cents"
    if amount.bound == "min" or any(start <= h.start < amount.start for h in told):
        return False
    if any(reading.taken[start : amount.start]) and reading.message.questions:
        return False  # "does haiku cost less than a cent per call?"
    about = reading.has("topic", "budget_usd_month", start=start, end=end) or _changes_the_cap(reading)
    return (
        about or amount.bound == "max" or _closes(reading, amount) or reading.has("scope", "want", start=start, end=end)
    )


def _changes_the_cap(reading: Reading) -> bool:
    return "max_usd_per_item" in reading.dialogue.needs and len(reading.message.words) <= _SHORT


def _is_of_all(reading: Reading, amount: Amount) -> bool:
    """ "300 euros in all", "at most 50 dollars", beside work that is done once."""
    if amount.period not in ("", "once") or amount.unit.endswith("_CENT"):
        return False
    start, end = reading.sentence(amount.start)
    if any(start <= h.start < end for h in (*reading.of("money_not"), *reading.of("machine"))):
        return False
    about = reading.has("topic", "budget_usd_month", start=start, end=end)
    held = "budget_usd_once" in reading.dialogue.needs and len(reading.message.words) <= _SHORT
    return held or about or amount.bound in ("max", "about") or amount.period == "once" or _closes(reading, amount)


def _closes(reading: Reading, amount: Amount) -> bool:
    return any(h.value in ("max", "closing") and 0 <= h.start - amount.end <= 1 for h in reading.longest("bound"))


def _marked(reading: Reading) -> Hit | None:
    """The words that say once; "once" and "una vez" alone open a time clause ("once we have it") unless they close one."""
    words = reading.message.words
    for hit in reading.longest("job"):
        bare = words[hit.start : hit.end] in (("once",), ("una", "vez"))
        if bare and words[hit.start - 1] == "de":
            continue  # "all of it in one go"
        if not bare or hit.end == len(words) or words[hit.end] in _ONCE_ENDS:
            return hit
    return None


def _job(reading: Reading, mine: list[Amount], use: str | None, monthly: bool) -> Amount | None:
    """How many cases are done once; None where that is not said."""
    marked = _marked(reading)
    counts = [a for a in mine if a.period in ("", "once") and _FEWEST <= a.high <= _MOST and _counts(reading, a)]
    if not marked:
        heap = [a for a in counts if a.unit == "documents" and use in _STOCK and not monthly]
        return heap[0] if len(heap) == 1 and not reading.has("period", *PER_MONTH) else None
    if counts:
        return max(counts, key=lambda a: a.high)
    texts = [a for a in mine if a.unit in ("pages", "words") and a.period in ("", "once")]
    if use in _STOCK and len(texts) == 1:
        return Amount(1.0, 1.0, "documents", "exact", "once", marked.start, marked.end, False)  # "a book of 400 pages"
    held = reading.dialogue.needs.number("items_per_month")
    if held and len(reading.message.words) <= _SHORT:
        return Amount(held, held, "documents", "exact", "once", marked.start, marked.end, False)
    return None


def _recounted(reading: Reading, mine: list[Amount]) -> Amount | None:
    """ "And if there are 200k?", after work that is done once: as many of it, and no length."""
    words = set(reading.message.words)
    bare = [a for a in mine if not a.unit and a.period in ("", "once") and a.high >= _FEWEST]
    spoken_of = "items_once" in reading.dialogue.needs and len(reading.message.words) <= _SHORT and words & _BEING
    return bare[0] if spoken_of and len(bare) == len(mine) == 1 and not any(reading.taken) else None


_BEING = wordset("son fueran fuesen fueron serian hay hubiera tengo tenemos are were there have had is it")


def _every_month(reading: Reading) -> Change | None:
    """ "No, it's every month": what was taken to be done once is not."""
    held, hits = reading.dialogue.needs.number("items_once"), reading.of("period", *PER_MONTH)
    if not held or not hits or _marked(reading) or len(reading.message.words) > _SHORT or reading.message.questions:
        return None
    value = round(held * PER_MONTH[hits[-1].value])
    return reading.change("set", "items_per_month", value, hits[-1].start, hits[-1].end)


def _counts(reading: Reading, amount: Amount) -> bool:
    """A number with the noun of what is worked on, whatever that is."""
    if amount.unit in COUNTS:
        return True
    words = reading.message.words
    end = next((n.end for n in reading.numbers_in(amount.start, amount.end)), amount.end)
    if amount.unit and not (amount.unit == "other" and words[end : end + 1] == ("old",)):
        return False  # "20,000 old tickets" are no years
    if words[end : end + 1] == ("old",):
        end += 1
        if any(h.value in COUNTS for h in reading.at(end, "unit")):
            return True
    if reading.at(end, "currency", "unit", "period") or any(h.start == end for h in reading.of("uncounted", "measure")):
        return False
    nouns = [w for w in words[end : end + 3] if w.isalpha() and len(w) > 3]
    return any(w.endswith("s") for w in nouns[:2])


def _length(reading: Reading, mine: list[Amount], job: Amount | None, capped: bool, used: set[int]) -> list[Change]:
    """What one case reads, or reads and writes, where it is of work done once or of a sum for each."""
    held = {"items_once", "max_usd_per_item", "item_tokens"} & set(reading.dialogue.needs.values)
    spoken_of = job or capped or held or reading.dialogue.purse
    sides = sides_of(reading, mine)
    if sides and all(a.period in _EACH and a.high <= _LONGEST for a in sides):
        read, written = (a.high for a in sides)
        start, end = min(a.start for a in sides), max(a.end for a in sides)
        if spoken_of:
            used.update(a.start for a in sides)
        return [
            reading.change("set", "item_tokens", round(read + written), start, end),
            reading.change("set", "output_share", round(written / (read + written), 6), start, end),
        ]
    lengths = [a for a in mine if a.unit in TOKENS_IN and a.period in _EACH and a is not job and a.high > 1]
    if not spoken_of or len(lengths) != 1 or reading.has("topic", "min_context_tokens"):
        return []
    tokens = lengths[0].high * TOKENS_IN[lengths[0].unit]
    if not 1 <= tokens <= _LONGEST:
        return []
    return [reading.change("set", "item_tokens", round(tokens), lengths[0].start, lengths[0].end)]


def once_or_monthly(dialogue: Dialogue, changes: list[Change]) -> list[Change]:
    """Work is done once or every month: what is told now replaces the other; and the tokens of a month follow from a count
    of cases whose length was told."""
    told = {c.key: c for c in changes if c.op == "set"}
    once, counted = told.get("items_once"), told.get("items_per_month")
    month = counted or told.get("tokens_per_month")
    gone = _MONTHLY if once and not month else ("items_once", "budget_usd_once") if month and not once else ()
    cause = once or month
    cleared = [replace(cause, op="clear", key=k, value=None) for k in gone if cause and k in dialogue.needs]
    length, share = (
        told[key].value if key in told else dialogue.needs.get(key) for key in ("item_tokens", "output_share")
    )
    if counted and "users" in dialogue.needs:
        changes = [
            c for c in changes if c.key != "users"
        ]  # "10 times a day": how often, and not ten times as many people
    if counted and "tokens_per_month" not in told and isinstance(length, int) and share is not None:
        cleared.append(replace(counted, key="tokens_per_month", value=round(float(str(counted.value)) * length)))
    return [*changes, *cleared]
