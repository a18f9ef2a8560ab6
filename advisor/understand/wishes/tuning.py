"""Whether the model is to be trained further, and how: prompts, adapters, all of its weights, or not at all."""

from __future__ import annotations

from itertools import pairwise

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
    hits = [h for h in hits if not (_tells_of_the_base(reading, h) or _is_a_topic(reading, h))]
    yes = [h for h in hits if reading.polarity(h.start, h.end) == "yes"]
    yes = [h for h in yes if not _is_held_against(reading, h, yes)]
    if _are_weighed(reading, yes):
        return []
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
    """ "I'd like to fine-tune it. Is there a LoRA script?", "how much memory with LoRA?": asked of the way to what is wished."""
    start, _ = reading.sentence(hit.start)
    words = reading.message.words[start : hit.end]
    asked = any(w in ("is", "are", "there", "have", "hay", "existe", "teneis", "tienes") for w in words[:3])
    asked = asked or bool(_BY_WAY_OF & set(words[-2:]) and not any(w.startswith(_APART) for w in words))
    return asked and acts.keep(hit.start) <= Keep.NAMES and reading.polarity(hit.start, hit.end) == "yes"


_BY_WAY_OF = wordset("con with using via usando")
_APART = ("diferenc", "differ", "compar")


def _tells_of_the_base(reading: Reading, hit: Hit) -> bool:
    """ "A base model, not fine-tuned": what it is to be like, and not what will be done to it."""
    start, end = reading.sentence(hit.start)
    untuned = hit.value == "none" or (hit.value == "any" and reading.polarity(hit.start, hit.end) == "no")
    return untuned and any(
        0 <= hit.start - b.end <= _BESIDE or 0 <= b.start - hit.end <= _BESIDE
        for b in reading.of("training_type", "base")
        if start <= b.start < end
    )


_BESIDE = 3


def _is_a_topic(reading: Reading, hit: Hit) -> bool:
    """ "My boss has discovered prompt engineering": named, and not chosen as the way."""
    words = reading.message.words
    if hit.value != "prompt" or not set(words[hit.start : hit.end]) <= _CRAFT:
        return False
    start, _ = reading.clause(hit.start)
    chosen = (
        set(words[max(hit.start - 2, start) : hit.start]) & _CHOSEN or set(words[hit.start - 1 : hit.start]) & _ONLY
    )
    return not chosen and not reading.has("scope", "want", start=start, end=hit.start)


_CRAFT = wordset("prompt engineering ingenieria de prompts prompting")
_CHOSEN = wordset("con with using via mediante by usando haciendo doing hacer do try probar")
_ONLY = wordset("only solo just pure puro")


def _is_held_against(reading: Reading, hit: Hit, hits: list[Hit]) -> bool:
    """ "LoRA is enough, full fine-tuning needs eight GPUs": of two ways the heavier is taken only where it is wished."""
    if hit.value != "full" or not any(h.value == "lora" for h in hits):
        return False
    start, _ = reading.clause(hit.start)
    return not reading.has("scope", "want", "must", start=start, end=hit.start)


def _are_weighed(reading: Reading, hits: list[Hit]) -> bool:
    """ "LoRA o full?", "LoRA then? or will prompts do?": which of two ways is asked."""
    ways = sorted({(h.start, h.end, h.value) for h in hits if h.value != "any"})
    words = reading.message.words
    if any(set(words[b : b + 1]) & _OR and set(words[b + 1 : b + 2]) & _ANOTHER for a, b, _ in ways):
        return all(reading.message.is_question(a) for a, _, _ in ways)
    return any(
        first[2] != second[2]
        and bool(_OR & set(words[first[1] : second[0]]))
        and (reading.message.is_question(first[0]) or reading.message.is_question(second[0]))
        for first, second in pairwise(ways)
    )


_OR = wordset("o or u vs versus")
_ANOTHER = wordset("full completo entero prompt prompts prompting rag nada none")


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
        w in ("our", "my", "nuestros", "mis", "los", "customer", "client", "user", "users", "their") for w in after
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
