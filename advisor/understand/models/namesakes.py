"""What is called like a model and is none: the Spanish verb "llama", programs, processors, laptops, patients' data."""

from __future__ import annotations

from collections.abc import Container

from advisor.understand.models.versions import is_of_a_recipe
from advisor.understand.words.text import Message, wordset

_CALLED_BEFORE = wordset("me te se nos le les os que quien cuando vez siempre nadie alguien cliente clientes gente y a")
_CALLED_AFTER = wordset("a al un una el la los mucho alguien nadie cada por la mi su para")
_CALLED_WELL = wordset(
    "bien mal mejor peor correctamente siempre solo sola automaticamente directamente luego antes tambien nunca"
)
_CALLED_THINGS = wordset("herramientas herramienta funciones funcion tools tool apis api endpoints")
_PROGRAMS = wordset("cpp factory index swap server bench cli stack parse hub agents")
"""After "llama": programs around models, and none of them."""


def is_called(message: Message, i: int, lines: Container[str]) -> bool:
    """The Spanish verb ("me llama la comisaría", "llama bien a las funciones"), or a program's name ("llama.cpp")."""
    words = message.words
    if words[i] != "llama":
        return False
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    dotted = words[i + 1 : i + 2] == (".",) and words[i + 2 : i + 3] in (("cpp",), ("cpps",))
    if after in _PROGRAMS or dotted or (before in ("modelo", "modelos") and after == "a"):
        return True
    at = i + 1 + (after in _CALLED_WELL)
    object_ = words[at : at + 1]
    if object_ in (("al",), ("a",)):  # "prefiero llama a qwen" weighs two models
        thing = words[at + 1 : at + 2]
        if object_ == ("al",) or at > i + 1 or thing in (("la",), ("las",), ("los",), ("mi",), ("un",), ("una",)):
            return not (thing and thing[0] in lines)
    if object_ and (object_[0] in _CALLED_THINGS or (at > i + 1 and object_[0] in ("las", "los", "la"))):
        return True
    return before in _CALLED_BEFORE - {"y", "a", "que"} or (before in _CALLED_BEFORE and after in _CALLED_AFTER)


def is_of_a_program(message: Message, i: int) -> bool:
    """ "ik_llama", "llama_index": words joined by an underscore, where no number or variant of a name follows it."""
    text, token = message.text, message.tokens[i]
    return text[token.start - 1 : token.start] == "_" or bool(
        text[token.end : token.end + 1] == "_" and text[token.end + 1 : token.end + 2].isalpha()
    )


def is_of_a_machine(message: Message, i: int) -> bool:
    """A processor ("xeon e5-2650v2"), a program ("gpt4all") or patients' data ("PHI") whose name begins like a model's."""
    words, patients = message.words, message.quote(i, i + 1) == "PHI" and not _is_numbered(message.words, i)
    if words[i] == "phi" and (patients or words[i - 1 : i] == ("xeon",)):
        return True
    if words[i] in _FIRST_NAMES and not _is_numbered(words, i) and _is_of_a_person(words, i):
        return True
    if words[i] == "got" and message.quote(i, i + 1) != "GOT":
        return True  # "got OCR already"
    if words[i] == "zephyrus" or words[i : i + 4] in _NUMBERED_PARTS:
        return True  # a laptop; parts of a circuit
    if words[i] == "olmo" and words[i - 1 : i] in (("al",), ("un",), ("del",)) and not _is_numbered(words, i):
        return True  # the tree
    if words[i : i + 3] == ("gpt", "4", "all") or (words[i] == "step" and is_of_a_recipe(message, i)):
        return True
    series = words[i] == "e" and words[i + 1 : i + 2] in (("3",), ("5",), ("7",))
    number = words[i + 2] if series and i + 2 < len(words) else ""
    return series and (words[i - 1 : i] == ("xeon",) or (len(number) == 4 and number.isdigit()))


def _is_of_a_person(words: tuple[str, ...], i: int) -> bool:
    """ "My husband Claude", "mi perro se llama Claude"."""
    before = words[max(i - 4, 0) : i]
    named = before[-1:] != () and before[-1] in _CALLED
    return (named and not set(before) & _OF_SOFTWARE) or bool(before[-1:] and before[-1] in _KIN)


_FIRST_NAMES = wordset("claude gemma nova grok")
_CALLED = wordset("named called llama llamado llamada")
_OF_SOFTWARE = wordset("model modelo ai ia llm one uno bot chatbot app tool herramienta que thing")
_KIN = wordset(
    "husband wife son daughter brother sister dog cat boss friend uncle aunt marido mujer hijo hija hermano hermana perro gato "
    "jefe jefa amigo amiga tio tia primo prima cousin grandma grandpa abuela abuelo"
)
_NUMBERED_PARTS = (("r", "1", ",", "r"), ("r", "1", "and", "r"), ("r", "1", "y", "r"))


def _is_numbered(words: tuple[str, ...], i: int) -> bool:
    return words[i + 1 : i + 2] != () and words[i + 1][0].isdigit()
