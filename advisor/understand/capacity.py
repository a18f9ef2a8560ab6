"""What a model must hold: parameters, context, output and speed, out of amounts and the words around them."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.acts import Acts, Keep
from advisor.understand.amounts import Amount
from advisor.understand.match import Hit
from advisor.understand.reading import Reading
from advisor.understand.text import wordset

TOKENS_PER_PAGE = 100_000 / 300
"""The contract's measure: 100K tokens are about 300 pages."""
TOKENS_PER_WORD = 4 / 3
TOKENS_PER_CHARACTER = 1 / 4
TOKENS_PER_LINE = 10
"""Lines of code; an order of magnitude."""
_TEXT_UNITS = {
    "tokens": 1.0,
    "pages": TOKENS_PER_PAGE,
    "words": TOKENS_PER_WORD,
    "characters": TOKENS_PER_CHARACTER,
    "lines": TOKENS_PER_LINE,
}
_SIDE_REACH = 6
_FEWEST = {"pages": 5.0, "words": 1000.0, "lines": 200.0, "characters": 5000.0}
"""Lengths below which any model will do: a page in, 200 words out."""
_LONGEST = 2.5e6
"""Tokens beyond which a text is a collection to search in, and no window's content."""
_NOTABLE = 1000
"""Tokens of an answer below which any model's limit does."""
_WIDEST = 2e7
"""Tokens beyond which a figure is of a data set."""
_DETERMINERS = wordset(
    "un una unos unas uno los las el la mis sus the a an my our whole entire full long complete complet completo "
    "completos enteros entero largos largo buenos unico of de it them me us le nos each every"
)
_MAKES = tuple(
    wordset(
        "escrib redact gener produc devuelv devolv saqu sacar saca suelt solt entreg escup write writing produc "
        "return output spit deliver emit draft compos churn crank"
    )
)
_GIVES = wordset("give gives gimme giving dame deme den dan")
_TAKES = wordset(
    "from leyendo reading read leer lea lee paso pasa pasamos pasarle meto mete metemos meterle doy damos mando mandamos "
    "subo feed feeding paste pasting send sending upload partir analizar analice resumir resuma revisar revise summarise "
    "summarize review analyse analyze traducir traduzca translate corregir corrija"
)
"""Verbs and prepositions whose object is what the model is given."""
_FROM = wordset("from de del of sobre about out en in to desde")
_WRITES = ("writing", "creative_writing")


def read_capacity(reading: Reading, acts: Acts, amounts: list[Amount], used: set[int]) -> list[Change]:
    """Changes to parameters, context, output, speed and waiting. `used` holds amounts (by start) that are claimed already.

    Of two values for one need that which was said as a bound counts ("8B max actually, 12B chugs").
    """
    changes: list[Change] = []
    bounded: set[str] = set()
    for amount in amounts:
        if amount.start in used or acts.keep(amount.start) >= Keep.SITUATION:
            continue
        polarity = reading.polarity(amount.start, amount.start + 1)
        found = (
            _params(reading, amount) or _speed(reading, amount) or _wait(reading, amount) or _length(reading, amount)
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
    bare = amount.unit == "" and not amount.period and _side(reading, amount) is None
    if amount.unit != "params" and not (bare and (billions or millions)):
        return None
    if _names_model(reading, amount):
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
        return [change("min_params_b", high)]
    if amount.bound == "min":
        return [change("min_params_b", high)]
    needs = reading.dialogue.needs
    if amount.bound != "max" and "min_params_b" in needs and "max_params_b" not in needs:
        return [change("min_params_b", high)]
    return [change("max_params_b", high)]


def _names_model(reading: Reading, amount: Amount) -> bool:
    """ "El qwen coder de 14b" says which model, not how large one may be."""
    words, at = reading.message.words, amount.start
    if amount.bound != "exact" or at < 2 or words[at - 1] not in ("de", "of", "in", "at"):
        return False
    return reading.taken[at - 2] == 1 and any(w.isalpha() for w in words[at - 2 : at - 1])


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
    told = (
        amount.unit == ""
        and amount.high <= 1000
        and any(w in ("tps", "tok", "toks") for w in words[max(amount.start - 4, 0) : amount.start])
    )
    if amount.unit != "tps" and not (told and not amount.period):
        return None
    start, end = reading.sentence(amount.start)
    wished = any(reading.has("scope", v, start=start, end=end) for v in ("want", "must"))
    if amount.bound == "exact" and not wished and any(start <= h.start < end for h in reading.of("scope", "today")):
        return []  # what runs today is measured, not asked for
    return [reading.change("set", "min_tokens_per_s", amount.low, amount.start, amount.end)]


def _wait(reading: Reading, amount: Amount) -> list[Change] | None:
    """A wait of some seconds at most is a wish for low latency."""
    milliseconds = (
        reading.message.words[amount.end - 1] == "ms" or "ms" in reading.message.words[amount.start : amount.end]
    )
    if amount.unit != "seconds" or amount.bound != "max" or amount.high > (10_000 if milliseconds else 10):
        return None
    return [reading.change("set", "latency", "low", amount.start, amount.end)]


def _length(reading: Reading, amount: Amount) -> list[Change] | None:
    """Context or output, in tokens; None where the amount is no length of text."""
    if amount.period in (
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "hour",
        "minute",
        "million_tokens",
        "thousand_tokens",
    ):
        return None
    if _fails_there(reading, amount):
        return None
    factor = _TEXT_UNITS.get(amount.unit)
    key = _side(reading, amount)
    if amount.period in ("request", "user") and amount.unit not in ("pages", "words"):
        if key != "min_output_tokens" or amount.high < _NOTABLE:
            return None
    if factor is None:
        if (
            amount.unit != ""
            or not (amount.scaled or amount.high >= 1000)
            or amount.high < 500
            or _noun_follows(reading, amount)
        ):
            return None
        if key is None and not _looks_like_tokens(reading, amount):
            return None
        factor = 1.0
    if (factor == 1.0 and amount.high < 100) or amount.high < _FEWEST.get(amount.unit, 0.0):
        return None
    if amount.unit == "tokens" and key is None and amount.high < 4000:
        return None
    of_code = reading.message.words[amount.end - 1] in ("code", "codigo", "loc")
    if amount.unit == "lines" and key != "min_context_tokens" and not of_code:
        return None
    tokens = amount.high * factor * (2 if _both_sides(reading, amount) else 1)
    if not 1 <= tokens <= 1e9 or _is_collection(reading, amount, tokens):
        return None
    return [reading.change("set", key or "min_context_tokens", round(tokens), amount.start, amount.end)]


def _fails_there(reading: Reading, amount: Amount) -> bool:
    """ "It crashes at 40k": where a program in use breaks down is a symptom."""
    start, _ = reading.clause(amount.start)
    words = reading.message.words[start : amount.start]
    return words[-1:] != () and words[-1] in _AT and any(w.startswith(_FAILING) for w in words[-6:-1])


_AT = wordset("at after past a con with en over")
_FAILING = ("crash", "hang", "freez", "oom", "segfault", "casca", "peta", "cuelg", "cae", "revient", "explot")
_MEASURED = wordset(
    "de of context contexto ctx window ventana tokens token input output entrada salida minimo minimum min "
    "max maximo maximum kv cache or o and y at least más mas plus is es would should por per a al the in en for para "
    "it suffices basta vale sobra please porfa mejor better then now ahora on con with"
)


def _noun_follows(reading: Reading, amount: Amount) -> bool:
    """ "20k products" counts products, not tokens."""
    tokens = reading.message.tokens
    if amount.end >= len(tokens) or tokens[amount.end].kind != "word":
        return False
    after = tokens[amount.end].text
    if any(
        h.start == amount.end
        for kind in ("bound", "scope", "side", "topic", "period", "boundary", "memory")
        for h in reading.of(kind)
        if not (kind == "side" and h.value == "noun")
    ):
        return False
    if after in ("de", "of") and amount.end + 1 < len(tokens):
        after = tokens[amount.end + 1].text
        return (
            tokens[amount.end + 1].kind == "word"
            and after not in _MEASURED
            and not after.startswith(("context", "ventana", "window", "memor"))
        )
    return after not in _MEASURED


def _looks_like_tokens(reading: Reading, amount: Amount) -> bool:
    """ "128k" alone means tokens."""
    words = reading.message.words[amount.start : amount.end]
    return "k" in words and not reading.has("currency") and not reading.has("topic", "budget_usd_month")


def _both_sides(reading: Reading, amount: Amount) -> bool:
    """ "80 hojas por las dos caras": a sheet is two pages."""
    words = reading.message.words[amount.end : amount.end + 5]
    return amount.unit == "pages" and ("caras" in words or "lados" in words or words[:3] == ("on", "both", "sides"))


def _is_collection(reading: Reading, amount: Amount, tokens: float) -> bool:
    """ "12,000 pages in all" is what there is, not what is read at once."""
    if amount.unit in ("", "tokens"):
        return tokens > _WIDEST
    start, end = reading.sentence(amount.start)
    return tokens > _LONGEST or any(
        start <= h.start < end and abs(h.start - amount.end) <= 6 for h in reading.of("stance", "altogether")
    )


def _side(reading: Reading, amount: Amount) -> str | None:
    """min_context_tokens or min_output_tokens by what governs the amount, or the nearest word for either; else None."""
    if governed := _governed(reading, amount):
        return governed
    out, ctx = _sides(reading, amount, *reading.clause(amount.start))
    if out is None and ctx is None:
        start, _ = reading.clause(amount.start)
        if start > reading.sentence(amount.start)[0]:
            out, ctx = _sides(reading, amount, *reading.clause(start - 1))
    if out and ctx:
        return "min_output_tokens" if _gap(out, amount) < _gap(ctx, amount) else "min_context_tokens"
    if out:
        return "min_output_tokens"
    if ctx:
        return "min_context_tokens"
    if reading.nearest(reading.of("side", "whole"), amount.start, amount.end, _SIDE_REACH):
        return "min_output_tokens"
    nouns = reading.of("side", "noun")
    if reading.nearest(nouns, amount.start, amount.end, _SIDE_REACH):
        return "min_context_tokens"
    if amount.unit in ("words", "pages") and reading.dialogue.needs.text("use_case") in _WRITES:
        return "min_output_tokens"
    return None


def _governed(reading: Reading, amount: Amount) -> str | None:
    """By the verb or preposition before the text that the amount measures: "write 20-page reports", "of 90-page books"."""
    if amount.unit not in ("pages", "words", "tokens"):
        return None
    words = reading.message.words
    start, _ = reading.clause(amount.start)
    at = amount.start
    if at - 2 >= start and words[at - 1] in ("de", "of", "con", "with"):
        at -= 2
        while at > start and words[at - 1].isalpha() and words[at - 1] not in _DETERMINERS | _FROM:
            if words[at - 1].startswith(_MAKES):
                break
            at -= 1
            if amount.start - at > 4:
                return None
    while at > start and words[at - 1] in _DETERMINERS - _FROM:
        at -= 1
    before = words[at - 1] if at > start else ""
    if before.startswith(_MAKES) or before in _GIVES:
        return "min_output_tokens"
    if before in _TAKES and amount.unit != "tokens":
        return "min_context_tokens"
    return None


def _sides(reading: Reading, amount: Amount, start: int, end: int) -> tuple[Hit | None, Hit | None]:
    """The nearest words for output and for context among the tokens from start to end."""
    words = reading.message.words
    plain = [
        h for h in reading.of("side") if start <= h.start < end and words[h.start : h.end] not in (("in",), ("out",))
    ]
    outputs = [h for h in plain if h.value == "output"]
    contexts = [h for h in plain if h.value in ("context", "input")]
    return (
        reading.nearest(outputs, amount.start, amount.end, _SIDE_REACH),
        reading.nearest(contexts, amount.start, amount.end, _SIDE_REACH),
    )


def _gap(hit: Hit, amount: Amount) -> int:
    return amount.start - hit.end if hit.end <= amount.start else max(hit.start - amount.end, 0)
