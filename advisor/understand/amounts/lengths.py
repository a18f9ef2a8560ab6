"""How long the texts are that a model is given or writes: context and output in tokens, out of pages, words and tokens."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.amounts.amounts import Amount
from advisor.understand.amounts.figures import fails_there, goes_on_with_output
from advisor.understand.amounts.mentioned import is_mentioned
from advisor.understand.amounts.together import at_once, is_of_all
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

TOKENS_PER_PAGE = 100_000 / 300
"""The contract's measure: 100K tokens are about 300 pages."""
TOKENS_PER_WORD = 4 / 3
TOKENS_PER_CHARACTER = 1 / 4
TOKENS_PER_LINE = 10
"""Lines of code; an order of magnitude."""
LENGTHS = {
    "tokens": 1.0,
    "pages": TOKENS_PER_PAGE,
    "words": TOKENS_PER_WORD,
    "characters": TOKENS_PER_CHARACTER,
    "lines": TOKENS_PER_LINE,
    "kb": 1024 * TOKENS_PER_CHARACTER,
}
"""Tokens a piece, by unit."""
_SIDE_REACH, _FAR_REACH = 6, 12
"""Tokens between an amount and the word that tells what it is of: in its own clause, and in the one before."""
_FEWEST = {"pages": 5.0, "words": 1000.0, "lines": 200.0, "characters": 5000.0}
"""Lengths below which any model will do: a page in, 200 words out."""
_LONGEST = 2.5e6
"""Tokens beyond which a text is a collection to search in, and no window's content."""
_WIDE = 16_000
"""Tokens of one request from which they need a window that not every model has."""
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


def read_length(reading: Reading, amount: Amount) -> list[Change] | None:
    """Context or output, in tokens; None where the amount is no length of text."""
    if not _of_each(reading, amount) and amount.period in (
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
    if fails_there(reading, amount) or is_mentioned(reading, amount):
        return None
    factor = LENGTHS.get(amount.unit)
    key = side(reading, amount)
    if amount.period in ("request", "user") and amount.unit not in ("pages", "words") and amount.high < _WIDE:
        if key != "min_output_tokens" or amount.high < _NOTABLE:
            return None
    together = 1.0 if key == "min_output_tokens" else at_once(reading, amount)
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
    if amount.unit == "tokens" and key is None and amount.high * together < 4000:
        return None
    if amount.unit == "kb" and not _is_of_text(reading, amount):
        return None
    if amount.unit == "lines" and key != "min_context_tokens" and not _is_of_code(reading, amount):
        return None
    read = key != "min_output_tokens" or amount.high >= _MOST_WRITTEN or _is_given(reading)
    if factor != 1.0 and read and _read_in_parts(reading, amount):
        return None
    tokens = amount.high * factor * together * (2 if _both_sides(reading, amount) else 1)
    if not 1 <= tokens <= 1e9 or _is_collection(reading, amount, tokens):
        return None
    if key == "min_output_tokens" and factor != 1.0 and tokens > _NEVER_WRITTEN:
        key = "min_context_tokens"
    return [reading.change("set", key or "min_context_tokens", round(tokens), amount.start, amount.end)]


def _of_each(reading: Reading, amount: Amount) -> bool:
    """ "20 PDFs of 80 pages a month": the month is that of the documents, and the pages are of one."""
    before = reading.message.words[max(amount.start - 1, 0) : amount.start]
    documents = (h for h in reading.of("unit", "documents") if h.end == amount.start - 1)
    return amount.unit in ("pages", "words") and before in (("de",), ("of",)) and any(documents)


def _is_of_text(reading: Reading, amount: Amount) -> bool:
    """ "Text files of 400 KB", and no memory."""
    start, end = reading.sentence(amount.start)
    return any(w.startswith(_OF_TEXT) for w in reading.message.words[start:end])


_OF_TEXT = ("text", "file", "ficher", "archiv", "log", "json", "csv", "xml", "markdown", "document")


def _is_of_code(reading: Reading, amount: Amount) -> bool:
    start, end = reading.sentence(amount.start)
    return any(w.startswith(_OF_CODE) for w in reading.message.words[start:end])


_OF_CODE = ("code", "codigo", "loc", "repo", "script", "fuente")


def notable(count: float, unit: str, written: bool) -> bool:
    """Whether so much is more than any model takes or writes."""
    tokens = count * LENGTHS[unit]
    return count >= _FEWEST.get(unit, 0.0) and tokens >= (_NOTABLE if written else 4000 if unit == "tokens" else 0)


def _read_in_parts(reading: Reading, amount: Amount) -> bool:
    """ "A 300k word manuscript in bits", "the binder is 900 pages, we send one section at a time": the whole is not read."""
    start, end = reading.sentence(amount.start)
    parts = [h for h in reading.of("together", "in_parts") if start <= h.start < end and h.start >= amount.end]
    parts = parts or [h for h in reading.of("together", "in_parts") if reading.has("unit", "tokens")]
    return any(reading.polarity(h.start, h.end) == "yes" for h in parts)


_COUNTED = ("respuest", "contestacion", "repl", "response", "answer", "completion", "capitul", "articul", "relat", "cuento",
            "generacion")  # fmt: skip
_MEASURED = wordset(
    "de of context contexto ctx window ventana tokens token input output entrada salida minimo minimum min "
    "max maximo maximum kv cache or o and y at least más mas plus is es would should por per a al the in en for para "
    "it suffices basta vale sobra please porfa mejor better then now ahora on con with seguidos straight depth profundidad"
)


def _noun_follows(reading: Reading, amount: Amount) -> bool:
    """ "20k products" counts products, not tokens."""
    tokens = reading.message.tokens
    counted = reading.number_from(amount.start)
    end = counted.end if counted else amount.end
    words = reading.message.words
    bracket = words[end : end + 1] in (("]",), (")",)) and words[amount.start - 1 : amount.start] in (("[",), ("(",))
    if bracket and words[max(amount.start - 2, 0)].startswith(_THINGS):
        return True  # "few samples (< 5k)"
    end += bracket  # "[< 10k] samples"
    if end >= len(tokens) or tokens[end].kind != "word":
        return False
    after = tokens[end].text
    if any(
        h.start == end
        for kind in ("bound", "scope", "side", "topic", "period", "boundary", "memory")
        for h in reading.of(kind)
        if not (kind == "side" and (h.value in ("noun", "given") or after.startswith(_COUNTED)))
        and not (kind == "topic" and h.value == "languages")
        and not (kind == "period" and h.value == "once")
    ):
        return False
    if after in ("de", "of") and end + 1 < len(tokens):
        after = tokens[end + 1].text
        return (
            tokens[end + 1].kind == "word"
            and after not in _MEASURED
            and not after.startswith(("context", "ventana", "window", "memor"))
        )
    return after not in _MEASURED


_THINGS = ("ejempl", "exampl", "sampl", "muestr", "row", "fila", "record", "registr", "entr", "item", "pair", "usuari", "user",
           "document", "imag", "foto", "photo", "line", "frase", "sentence", "client", "product")  # fmt: skip


def _looks_like_tokens(reading: Reading, amount: Amount) -> bool:
    """ "128k" alone means tokens."""
    words = reading.message.words[amount.start : amount.end]
    if amount.high not in _USUAL and amount.bound == "exact":
        return False
    return "k" in words and not reading.has("currency") and not reading.has("topic", "budget_usd_month")


_USUAL = frozenset(k * 1000.0 for k in (4, 8, 10, 16, 20, 24, 30, 32, 40, 48, 50, 60, 64, 80, 96, 100, 128, 130, 131, 150,
                                        160, 192, 200, 256, 262, 300, 400, 500, 512, 1000))  # fmt: skip
"""Windows as models have them and people round them."""


def _both_sides(reading: Reading, amount: Amount) -> bool:
    """ "80 hojas por las dos caras": a sheet is two pages."""
    words = reading.message.words[amount.end : amount.end + 5]
    return amount.unit == "pages" and ("caras" in words or "lados" in words or words[:3] == ("on", "both", "sides"))


def _is_collection(reading: Reading, amount: Amount, tokens: float) -> bool:
    """ "12,000 pages in all" is what there is, not what is read at once."""
    if amount.unit in ("", "tokens"):
        return tokens > _WIDEST
    start, end = reading.sentence(amount.start)
    piecewise = any(start <= h.start < end for h in reading.of("use_case", "translation", "proofreading"))
    piecewise = piecewise or any(w.startswith(_SCANNED) for w in reading.message.words[start:end])
    if piecewise and tokens >= _A_LIBRARY and not any(start <= h.start < end for h in reading.of("side", "noun")):
        return True  # "translate 1M words": worked through bit by bit, and of no one text
    if tokens > _LONGEST or reading.has("together", "together", start=start, end=end):
        return tokens > _LONGEST  # "150k words combined, in one prompt"
    return is_of_all(reading, amount)


_SCANNED = ("scan", "escane", "handwrit", "manuscrit", "photo", "foto", "ocr", "digitali")
_A_LIBRARY = 400_000
"""Tokens from which words without a book around them are many texts."""


def side(reading: Reading, amount: Amount) -> str | None:
    """min_context_tokens or min_output_tokens by what governs the amount, or the nearest word for either; else None."""
    if governed := _governed(reading, amount):
        return governed
    out, ctx = _sides(reading, amount, *reading.clause(amount.start))
    if out is None and ctx is None:
        start, _ = reading.clause(amount.start)
        if start > reading.sentence(amount.start)[0]:
            out, ctx = _sides(reading, amount, *reading.clause(start - 1), _FAR_REACH)
    if out is None and ctx is None and (before := _sentence_before(reading, amount)):
        out, _ = _sides(reading, amount, *before, _FAR_REACH)
    piece = out and any(w.startswith(_PIECES) for w in reading.message.words[out.start : out.end])
    if piece and _is_given(reading):
        return "min_context_tokens"  # "guiones de 120 páginas, que los corrija"
    if out and ctx:
        return "min_output_tokens" if _gap(out, amount) < _gap(ctx, amount) else "min_context_tokens"
    if out:
        return "min_output_tokens"
    if ctx:
        return "min_context_tokens"
    start, end = reading.sentence(amount.start)
    whole = [h for h in reading.of("side", "whole") if start <= h.start < end]
    if reading.nearest(whole, amount.start, amount.end, _FAR_REACH):
        given = reading.has("side", "given") or _is_given(reading) or amount.high >= _NEVER_WRITTEN
        given = given or any(w.startswith(_FITTING_IN) for w in reading.message.words[start:end])
        return "min_context_tokens" if given else "min_output_tokens"
    parts = [*reading.of("together", "in_parts")]
    made = [h for h in reading.of("side", "made") if start <= h.start < end]
    made = [h for h in made if not any(p.start <= h.start < p.end for p in parts)]
    written = amount.unit in ("words", "pages") and amount.high <= _MOST_WRITTEN and not _is_given(reading)
    if written and reading.nearest(made, amount.start, amount.end, _SIDE_REACH):
        return "min_output_tokens"
    nouns = reading.of("side", "noun")
    if reading.nearest(nouns, amount.start, amount.end, _SIDE_REACH):
        return "min_context_tokens"
    written = amount.high * LENGTHS.get(amount.unit, 0.0) <= _NEVER_WRITTEN / 3
    if amount.unit in ("words", "pages") and written and reading.dialogue.needs.text("use_case") in _WRITES:
        fits_in = any(w.startswith(_FITTING_IN) for w in reading.message.words[start:end])
        return "min_context_tokens" if fits_in else "min_output_tokens"
    if amount.unit in ("", "tokens") and _only_writing(reading):
        return "min_output_tokens"
    if amount.unit in ("", "tokens") and goes_on_with_output(reading):
        return "min_output_tokens"
    if reading.corrects and "min_output_tokens" in reading.dialogue.needs:
        return None if "min_context_tokens" in reading.dialogue.needs else "min_output_tokens"
    return None


_FITTING_IN = ("fit", "quep", "cab", "cup", "entr", "swallow", "trag", "hold", "keep", "remember", "record", "acuerd")
"""How verbs begin of which a whole text that there is already is what a model takes: "must fit whole"."""
_PIECES = ("capitulo", "cuento", "articulo", "relato", "texto", "guion", "chapter", "article", "stor", "post", "essay")


def _only_writing(reading: Reading) -> bool:
    """Whether the message speaks of the output as such, and nowhere of a context."""
    words = reading.message.words
    said = any(words[h.start] in ("output", "salida") for h in reading.of("side", "output"))
    return said and not reading.has("topic", "min_context_tokens")


def _is_given(reading: Reading) -> bool:
    """Whether the use that holds reads texts, and writes none of its own."""
    held = reading.dialogue.needs.text("use_case")
    named = {h.value for h in reading.of("use_case")}
    judged = any(w.startswith(_JUDGING) for w in reading.message.words)
    return judged or (bool(named & _READS) if named else held in _READS)


_JUDGING = (
    "grade",
    "grading",
    "calific",
    "feedback",
    "critiqu",
    "revis",
    "review",
    "corrig",
    "correg",
    "proofread",
    "check",
)
"""How verbs begin by which a text is read that somebody else wrote."""


_MOST_WRITTEN, _NEVER_WRITTEN = 20_000, 100_000
"""Words or pages of one text that a model may be asked to write, and tokens that none writes at once."""
_READS = frozenset(
    ("translation", "proofreading", "summarization", "document_analysis", "rag", "extraction", "classification")
)


def _sentence_before(reading: Reading, amount: Amount) -> tuple[int, int] | None:
    """ "Answers should be long. Like 20 pages": the sentence that a short one goes on with; None where it has a verb."""
    start, _ = reading.sentence(amount.start)
    if not start or amount.unit not in ("pages", "words"):
        return None
    number = reading.number_from(amount.start)
    until = number.start if number else amount.start
    goes_on = all(t.text in _GOING_ON for t in reading.message.tokens[start:until] if t.kind == "word")
    return reading.sentence(start - 1) if goes_on else None


_GOING_ON = wordset("like about around say maybe so y and unas unos como tipo digamos pongamos son its")


def _governed(reading: Reading, amount: Amount) -> str | None:
    """By the verb or preposition before the text that the amount measures: "write 20-page reports", "of 90-page books"."""
    if amount.unit not in ("pages", "words", "tokens"):
        return None
    words = reading.message.words
    start, _ = reading.clause(amount.start)
    at = amount.start
    if at - 2 >= start and words[at - 1] in ("de", "of", "con", "with"):
        at -= 2
        while at > start and words[at - 1].isalnum() and words[at - 1] not in _DETERMINERS | _FROM:
            if words[at - 1].startswith(_MAKES) or words[at - 1] in _TAKES:
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


def _sides(
    reading: Reading, amount: Amount, start: int, end: int, reach: int = _SIDE_REACH
) -> tuple[Hit | None, Hit | None]:
    """The nearest words for output and for context among the tokens from start to end."""
    words = reading.message.words
    plain = [
        h for h in reading.of("side") if start <= h.start < end and words[h.start : h.end] not in (("in",), ("out",))
    ]
    outputs = [h for h in plain if h.value == "output"]
    contexts = [h for h in plain if h.value in ("context", "input")]
    return (
        reading.nearest(outputs, amount.start, amount.end, reach),
        reading.nearest(contexts, amount.start, amount.end, reach),
    )


def _gap(hit: Hit, amount: Amount) -> int:
    return amount.start - hit.end if hit.end <= amount.start else max(hit.start - amount.end, 0)
