"""Whether the model is to be trained further, and how: prompts, adapters, all of its weights, or not at all."""

from __future__ import annotations

from advisor.domain.needs import Change
from advisor.understand.speech.acts import Acts, Keep, heard
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset


def read_tuning(reading: Reading, acts: Acts) -> list[Change]:
    """The way of training wished for, denied, or taken back."""
    asked = [h for h in reading.longest("fine_tuning") if _asks_for_oneself(reading, acts, h)]
    hits = [h for h in [*heard(reading, acts, "fine_tuning"), *asked] if not _is_officer(reading, h)]
    if any(h.value == "any" and reading.polarity(h.start, h.end) == "yes" for h in hits):
        hits += [
            h for h in reading.of("fine_tuning", "lora", "full") if h not in hits and _is_the_means(reading, acts, h)
        ]
    yes = [h for h in hits if reading.polarity(h.start, h.end) == "yes"]
    for value in ("full", "lora", "prompt", "none"):
        hit = next((h for h in yes if h.value == value), None)
        if hit and value == "none" and _on_our_data(reading, hit):
            continue
        if hit and (value != "full" or _about_tuning(reading, hit, hits)):
            return [reading.change("set", "fine_tuning", value, hit.start, hit.end)]
    denied = [
        h
        for h in hits
        if reading.polarity(h.start, h.end) in ("no", "optional", "retracted")
        and h.value in ("any", "lora", "full")
        and not reading.only_unknown(h.start)
    ]
    if denied:
        hit = denied[0]
        if reading.polarity(hit.start, hit.end) == "no":
            if _on_our_data(reading, hit):
                return []
            return [reading.change("set", "fine_tuning", "none", hit.start, hit.end)]
        if "fine_tuning" in reading.dialogue.needs:
            return [reading.change("clear", "fine_tuning", None, hit.start, hit.end)]
    return []


def _is_the_means(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "I'd like to fine-tune it. Is there a LoRA script?": asked of the way to what is wished."""
    start, _ = reading.sentence(hit.start)
    words = reading.message.words[start : hit.start]
    asked = any(w in ("is", "are", "there", "have", "hay", "existe", "teneis", "tienes") for w in words[:3])
    return asked and acts.keep(hit.start) <= Keep.NAMES and reading.polarity(hit.start, hit.end) == "yes"


def _asks_for_oneself(reading: Reading, acts: Acts, hit: Hit) -> bool:
    """ "Can I fine-tune it with QLoRA on one 4080?", "¿y si le enseño 400 contratos con LoRA?": meant to be done."""
    start, _ = reading.sentence(hit.start)
    said = [w for w in reading.message.words[start : hit.start] if w.isalpha()][:_OPENING]
    me = bool(set(said) & _MAY_I) and bool(set(said) & _ME | set(said) & _I_MAY)
    return Keep.SITUATION <= acts.keep(hit.start) <= Keep.NAMES and me


_OPENING = 5
_MAY_I = wordset("can could may puedo podria podriamos podemos si")
_ME = wordset("i we enseno ensenamos entreno entrenamos afino afinamos hago hacemos le lo")
_I_MAY = wordset("puedo podria podriamos podemos")


def _is_officer(reading: Reading, hit: Hit) -> bool:
    """ "Our DPO": the officer for data protection, and not the method of training."""
    words = reading.message.words
    return words[hit.start : hit.end] == ("dpo",) and words[hit.start - 1 : hit.start] in _WHOSE


_WHOSE = frozenset(
    (w,) for w in ("our", "the", "my", "their", "nuestro", "nuestra", "el", "la", "mi", "su", "del", "al")
)


def _on_our_data(reading: Reading, hit: Hit) -> bool:
    """ "No training on our data" asks the vendor for discretion."""
    words = reading.message.words
    before = words[max(hit.start - 4, 0) : hit.start]
    if set(before) & _OURS and set(before) & _INPUTS:
        return True  # "que use mis datos para entrenar"
    after = words[hit.end : hit.end + 3]
    return after[:1] in (("on",), ("con",), ("with",)) and any(
        w in ("our", "my", "nuestros", "mis", "los") for w in after
    )


_OURS = wordset("mis mi our my nuestros nuestras nuestro nuestra their sus")
_INPUTS = wordset(
    "datos data chats conversaciones conversations documentos documents prompts inputs codigo code textos mensajes"
)


def _about_tuning(reading: Reading, hit: Hit, hits: list[Hit]) -> bool:
    """ "From scratch" and "complete" speak of training only beside a word for it."""
    words = reading.message.words[hit.start : hit.end]
    if "cero" in words or "scratch" in words:
        return any(h.value == "any" for h in hits)
    return True
