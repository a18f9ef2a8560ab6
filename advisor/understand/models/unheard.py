"""Names of models that no list here has, by the row they stand in: "Qwen3 32B vs Foobarix 30B", "Nimbus 2 or GLM 4.6"."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from advisor.understand.words.text import Message, wordset

_AGAINST = wordset("vs versus")
_OR = wordset("or o u")
_JOINTS = _AGAINST | _OR
_AND = wordset("and y e / & ,")
_NOT_NAMES = wordset(
    "rtx gtx rx radeon geforce nvidia amd intel ryzen core mac macbook imac ipad iphone gpu cpu ram vram windows ubuntu debian "
    "linux macos android ios python java rust ollama vllm sglang llamacpp koboldcpp lmstudio exllama tensorrt cuda rocm mlx "
    "langchain langgraph llamaindex crewai autogen comfyui docker github gitlab huggingface openrouter groq cerebras "
    "together replicate bedrock azure aws gcp aider cline cursor opencode openwebui webui rag lora qlora peft gguf awq gptq "
    "openai anthropic google meta microsoft rest api apis chatbot chatbots llm llms slm vlm vlms finetuning finetune others "
    "chapter part phase version option step level figure table page line capitulo parte fase opcion paso nivel bloque tabla "
    "pagina plan plus pro q "
    "any other another some the a an un una el la los las otro otra cualquier something anything algo if si even maybe"
)
"""What is named beside models without being one: machines, programs, makers, techniques."""
_UNITS = wordset(
    "gb gigas g tokens tok k € $ euros dollars usd eur mb x % hours horas days dias pages paginas years anos months meses "
    "minutes minutos people users"
)
_SHORTEST = 4
_MOST = 3
"""Words before the version at most ("laguna s 2.1")."""


def unheard(
    message: Message, spans: Iterable[tuple[int, int]], is_word: Callable[[str], bool], variants: Container[str]
) -> list[tuple[int, int]]:
    """The spans of unknown names right beside known ones (`spans`), from name to name along the row; and of versions
    of a name ("Gemini 3.6 and 3.1 pro", where `variants` holds "pro")."""
    taken = {i for start, end in spans for i in range(start, end)}
    found: list[tuple[int, int]] = []
    joints = [i for i, word in enumerate(message.words) if i and word in _JOINTS] if taken else []
    for order in (joints, joints[::-1]):
        for i in order:
            against, last = message.words[i] in _AGAINST, _last(message, i)
            if last in taken and i + 1 not in taken:
                span = _after(message, i + 1, against, is_word)
            elif i + 1 in taken and last not in taken:
                span = _before(message, last + 1, against, is_word)
            else:
                continue
            if span and not taken & set(range(*span)):
                found.append(span)
                taken |= set(range(*span))
    return found + _versions(message, taken, variants)


def _versions(message: Message, taken: set[int], variants: Container[str]) -> list[tuple[int, int]]:
    """ "Gemini 3.6 and 3.1 pro": another version of the name before it."""
    words, found = message.words, []
    for i in range(1, len(words) - 1) if taken else ():
        other = words[i] in _JOINTS | _AND and i - 1 in taken and i + 1 not in taken
        if not other or "." not in words[i + 1] or _version(message, i + 1) == i + 1:
            continue
        if any(w[0].isdigit() for w in words[max(i - _MOST, 0) : i]):
            end = _version(message, i + 1)
            named = words[end : end + 1] != () and words[end] in variants and message.tokens[end].kind == "word"
            if not (named or _ends(message, end)):
                continue  # "2.5 million", "1.5 seconds"
            end += named
            found.append((i + 1, end))
            taken |= {*range(i + 1, end)}
    return found


def _last(message: Message, i: int) -> int:
    """The last token of what stands before token `i`, without the "q8" that says how a model is stored."""
    stored = i > 2 and message.words[i - 2] == "q" and message.tokens[i - 1].kind == "number"
    return i - 3 if stored else i - 1


def _after(message: Message, start: int, against: bool, is_word: Callable[[str], bool]) -> tuple[int, int] | None:
    at = start
    while at < len(message.words) and at - start < _MOST and _is_part(message, at, against, is_word):
        at += 1
    end = _version(message, at) if at > start else at
    if end > at:
        return start, end
    strange = (
        at - start == 1 and against and not is_word(message.words[start]) and len(message.words[start]) >= _SHORTEST
    )
    return (start, at) if strange and _ends(message, at) else None


def _before(message: Message, end: int, against: bool, is_word: Callable[[str], bool]) -> tuple[int, int] | None:
    at = next((i for i in range(end - 1, max(end - 4, -1), -1) if _version(message, i) == end), None)
    if at is None:
        strange = against and end and not is_word(message.words[end - 1]) and len(message.words[end - 1]) >= _SHORTEST
        strange = bool(strange) and _is_part(message, end - 1, against, is_word)
        return (end - 1, end) if strange else None
    start = at
    while start and at - start < _MOST and _is_part(message, start - 1, against, is_word):
        start -= 1
        if len(message.words[start]) > 1:
            break  # one word and the letters after it: "laguna s 2.1"
    return (start, end) if start < at else None


def _is_part(message: Message, i: int, against: bool, is_word: Callable[[str], bool]) -> bool:
    """Whether a word may be of a name: strange, with a capital, or anything right before a version in "X vs Y 2.1"."""
    token = message.tokens[i]
    if token.kind != "word" or token.text in _NOT_NAMES or token.text in _JOINTS:
        return False
    if len(token.text) == 1 or message.text[token.start].isupper() or not is_word(token.text):
        return True
    return against and _version(message, i + 1 + _is_letter(message, i + 1)) > i + 1


def _is_letter(message: Message, i: int) -> bool:
    return i < len(message.tokens) and message.tokens[i].kind == "word" and len(message.words[i]) == 1


def _version(message: Message, i: int) -> int:
    """Where a version that begins at token `i` ends ("2.1", "30b"); `i` itself where none does."""
    tokens, words = message.tokens, message.words
    if not 0 <= i < len(tokens) or tokens[i].kind != "number" or sum(c.isdigit() for c in words[i]) > _MOST:
        return i
    end = i + 1
    if words[end : end + 1] == ("b",) and message.adjacent(i):
        return end + 1
    counted = end < len(tokens) and tokens[end].kind == "word" and words[end] in _UNITS
    return i if counted else end


def _ends(message: Message, i: int) -> bool:
    """Whether a name may end before token `i`: no further word of it follows."""
    if i >= len(message.tokens) or message.tokens[i].kind == "mark":
        return True
    return message.words[i] in _JOINTS or message.words[i] in _CLOSING


_CLOSING = wordset("for para pa in en on y and con with que which is es as al to de at here aqui")
