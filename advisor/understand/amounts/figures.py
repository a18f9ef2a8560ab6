"""Bare figures: whether they are asked about, and so asked for by nobody; and which length a short turn goes on with."""

from __future__ import annotations

from itertools import islice

from advisor.understand.amounts.amounts import Amount
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def asked_about(reading: Reading, amount: Amount) -> bool:
    """ "Does it really have 1M?", "do I need 128k?": a yes-or-no question about the figure, and no wish for it."""
    start, end = reading.sentence(amount.start)
    before = (w for w in reading.message.words[start : amount.start] if w.isalnum() and w not in _OPENERS)
    words = list(islice(before, 2))
    if not words or words[1:] in (["there"], ["it"]):
        return False
    if not (words[0] in _ASKING or words in _DO_I or (words[0] in _ENOUGH and reading.message.is_question(start))):
        return False
    # "does it fit on a 4090 at 32k?", "what can read a 500 page novel?"
    return not (reading.has("fits", start=start, end=end) or any(w in _TAKES_IN for w in before))


_TAKES_IN = wordset(
    "read swallow handle process ingest keep remember hold load leer leerse tragar tragarse recordar procesar"
)
_OPENERS = wordset("hmm hm so and but ok okay well wait ah eh um uh")
_ASKING = wordset("does did is are was")
_ENOUGH = wordset(
    "basta bastan bastaria bastarian llega llegan llegara alcanza alcanzan sobra sobran vale valen sirve sirven es son hacen"
)
_DO_I = (
    ["do", "i"],
    ["do", "we"],
    ["what", "can"],
    ["what", "does"],
    ["how", "much"],
    ["how", "many"],
    ["que", "puede"],
    ["que", "hace"],
    ["cuanto", "ocupa"],
    ["cuanta", "memoria"],
)


def goes_on_with_output(reading: Reading) -> bool:
    """ "Longer, like 10k", after the output was told last: a short turn with no noun of its own."""
    told = [key for key in reading.dialogue.quotes if key in ("min_context_tokens", "min_output_tokens")]
    short = reading.message.length <= _FEW
    return short and told[-1:] == ["min_output_tokens"] and "min_output_tokens" in reading.dialogue.needs


_FEW = 7


def fails_there(reading: Reading, amount: Amount) -> bool:
    """ "It crashes at 40k": where a program in use breaks down is a symptom."""
    start, _ = reading.clause(amount.start)
    words = reading.message.words[start : amount.start]
    fails = _GIVING_UP & set(words[-4:]) or any(w.startswith(_FAILING) for w in words[-4:])
    of_one = bool(fails) and any(reading.taken[start : amount.start])  # "GPT-4.1 lost it around 300k"
    return of_one or (words[-1:] != () and words[-1] in _AT and any(w.startswith(_FAILING) for w in words[-6:-1]))


_GIVING_UP = wordset("lost loses lose falls fell degrades degraded forgets forgot pierde perdia perdio olvida olvidaba")
_AT = wordset("at after past a con with en over los las al the")
_FAILING = ("crash", "hang", "freez", "oom", "segfault", "casca", "peta", "cuelg", "cae", "revient", "explot", "cut", "cort",
            "trunc", "stops")  # fmt: skip
