"""What may not stand in an answer whatever it says: images, foreign links, HTML, hidden characters, leaks, noise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from advisor.answer.checks.sentence import Problem
from advisor.answer.claims.folding import fold
from advisor.answer.claims.lexicon import LABELS, TERMS, is_word, place_words
from advisor.domain.language import Language, Localised

_LINK = re.compile(r"(?P<bang>!?)\[(?P<text>[^\]\n]*)\]\((?P<url>[^)\n]*)\)")
_REFERENCE = re.compile(r"^\s*\[[^\]\n]+\]:\s*\S+|!?\[(?![\d\s,;-]*\])[^\]\n]*\]\[[^\]\n]*\]", re.MULTILINE)
_URL = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,12}:\s?//|\b(?:javascript|data|vbscript|file|mailto):(?=\S)|\bwww\.|//[a-z0-9-]+\.[a-z]{2,})[^\s)>\]]*",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|ai|dev|app|es|eu|info|biz|xyz|co|me|ru|cn|top|site|online|link|click|page|cloud|example|test|uk|de|fr|tv|gg|ly|sh)\b(?:/[^\s)]*)?(?![\w(])",
    re.IGNORECASE,
)
_HTML = re.compile(r"<\s*/?\s*[a-zA-Z!?][^>\n]{0,400}>?|&(?:#x?[0-9a-f]{1,6}|lt|gt|quot|amp|nbsp);", re.IGNORECASE)
_SECRET = re.compile(r"\b(?:sk|pk|rk|gsk|xai|hf|ghp|AIza)[-_]?[A-Za-z0-9_-]{16,}\b|\bBearer\s+\S{12,}", re.IGNORECASE)
_PROMPT = re.compile(
    r"</?(?:evidence|person|models?|passages?|rules|needs|sources|system|assistant|user|instructions?)\b|<\|[a-z_]+\|>|\[/?inst\]|### ?(?:system|instruction|assistant|user)\b|\b(?:system prompt|my instructions|mis instrucciones|prompt (?:del sistema|de sistema|interno)|instrucciones (?:internas|del sistema)|"
    r"as an ai (?:language )?model|como (?:modelo de lenguaje|ia|inteligencia artificial)|ignore (?:all |the )?(?:previous|above)|ignora (?:todas? )?(?:las? )?(?:instrucciones|lo anterior)|(?:the|your|my|la|tu|mi) (?:api[ _-]?key|clave(?: de)? api|key|clave) (?:is|was|es|era|fue|esta|está)\b|"
    r"developer mode|modo desarrollador|jailbr\w+|do anything now)",
    re.IGNORECASE,
)
_DATA = re.compile(r"[{\[]\s*[{\"'][^\n{}]{1,60}?[\"']\s*:")
"""JSON, which is what a program is told and no person."""
_REFUSAL = re.compile(
    r"\b(?:i(?:'m| am) sorry,? (?:but )?(?:i )?(?:can(?:'t|not)|am unable)|i can(?:'t|not) (?:help|assist|comply|do that|answer|provide|continue|fulfil|discuss)|i(?:'m| am) (?:unable|not able) to|lo siento,? (?:pero )?no puedo|no puedo (?:ayudar|asistir|responder|cumplir|continuar)|me temo que no puedo)",
    re.IGNORECASE,
)
_MARKS = {
    "es": frozenset(
    fold(
        """
        el la los las de del que y en un una es con por para su al lo como mas pero no se le tu tiene cuesta
        si o este esta son te
        """
    ).split()
),
    "en": frozenset(
    fold(
        """
        the of and to a in is it that for with on as at by be this has are you your from or an not its costs
        but can more than which will
        """
    ).split()
),
    "fr": frozenset(
    fold(
        """
        le les des et est une dans pour avec sur ce cette vous votre qui que pas plus au aux sont nous il
        elle du mais ou
        """
    ).split()
),
    "pt": frozenset(
    fold(
        """
        o os as do da dos das e em um uma com para por nao mais voce seu sua que no na ao pelo pela sao isso
        mas tem
        """
    ).split()
),
    "de": frozenset(
    fold(
        """
        der die das und ist ein eine mit fur auf den dem nicht von zu sie ihr im es auch als sich wir werden
        oder bei
        """
    ).split()
),
    "it": frozenset(
    fold(
        """
        il lo gli le di e un una con per che non piu del della dei nel nella questo sono il tuo si ma anche
        come ha ed al alla
        """
    ).split()
),
}  # fmt: skip


_PICTURES = re.compile(r"(?<=[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f])\u200d(?=[\u2190-\u2bff\U0001f000-\U0001faff])")
"""The joiner within one picture of several ("man" and "laptop"), which hides nothing."""


def hidden_characters(text: str) -> str:
    """The text without control, zero-width and direction-changing characters."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cn", "Cs"))


def inspect(text: str, allowed_urls: Iterable[str], commands: Iterable[str], language: Language) -> Iterator[Problem]:
    """Everything wrong with a sentence but its content. Links to the answer's own sources are allowed."""
    if hidden_characters(_PICTURES.sub("", text)) != _PICTURES.sub("", text):
        yield _problem("text", "", "lleva caracteres invisibles", "it holds invisible characters")
    urls = frozenset(allowed_urls)
    bare = _without_commands(text, commands)
    for match in _LINK.finditer(bare):
        if match.group("bang") or match.group("url").strip() not in urls:
            yield _link(match.group())
    rest = _LINK.sub(" ", bare)
    foreign_url = any(m.group().rstrip(".,;:") not in urls for m in _URL.finditer(rest))
    if (
        foreign_url
        or _REFERENCE.search(rest)
        or any(_is_site(m.group()) for m in _DOMAIN.finditer(_URL.sub(" ", rest)))
    ):
        yield _link(rest.strip()[:60])
    if _HTML.search(rest):
        yield _problem("text", _HTML.search(rest).group(), "lleva HTML", "it holds HTML")  # type: ignore[union-attr]
    if _SECRET.search(bare) or _PROMPT.search(bare):
        yield _problem("text", "", "habla de instrucciones o claves", "it speaks of instructions or keys")
    if "```" in text or "~~~" in text or _DATA.search(bare) or re.search(r"\$\$|\\\(|\\\[|\\[a-z]{3,}\{", bare):
        yield _problem("text", "", "lleva un bloque de código o una fórmula", "it holds a code block or a formula")
    if _REFUSAL.search(bare):
        yield _problem("refusal", "", "es una negativa", "it is a refusal")
    wrong = foreign(rest, language)
    if wrong:
        yield _problem(
            "language", "", "no está en el idioma de la conversación", "it is not in the conversation's language"
        )
    elif noise(rest):
        yield _problem("noise", "", "no se entiende", "it makes no sense")


def _is_site(name: str) -> bool:
    """A bare "shop.com" counts as a link; "llama.cpp", "Z.ai" and "2.5.io" do not."""
    return not re.fullmatch(r"(?:llama|whisper|stable-diffusion)\.cpp|z\.ai|node\.js|\d.*", fold(name))


def _without_commands(text: str, commands: Iterable[str]) -> str:
    for command in commands:
        text = text.replace(command, " ")
    return text


def _link(span: str) -> Problem:
    return _problem(
        "link", span, "lleva un enlace o una imagen que no es nuestra", "it holds a link or an image that is not ours"
    )


def _problem(kind: str, span: str, es: str, en: str) -> Problem:
    return Problem(kind, span, Localised(es, en))


def foreign(text: str, language: Language) -> bool:
    """Whether a sentence is in another language, by its small words and its script."""
    letters = [c for c in text if c.isalpha()]
    if letters and sum(_latin(c) for c in letters) < 0.9 * len(letters):
        return True
    if any(_mixed(word) for word in re.findall(r"\w+", text)):
        return True
    words = re.findall(r"[a-z]+", fold(text))
    scores = {code: sum(w in marks for w in words) for code, marks in _MARKS.items()}
    own = scores[language]
    best = max(scores, key=lambda code: (scores[code], code == language))
    return best != language and scores[best] >= 3 and scores[best] >= 2 * own + 1


def _latin(char: str) -> bool:
    return ord(char) < 0x250 or "LATIN" in unicodedata.name(char, "") or char in "µΩα βγλ"


def _mixed(word: str) -> bool:
    """A word of two scripts imitates another: a Cyrillic letter in "Qwen"."""
    kinds = {_latin(c) for c in word if c.isalpha()}
    return len(kinds) > 1


_BROKEN = "\ufffd"
"""What stands for bytes that are no text: a model that sends them talks nonsense, however little."""


_DRAWN = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff]")
"""Arrows, ticks and pictures, which may stand alone."""


def noise(text: str) -> bool:
    """Whether hardly any of the words is a word of Spanish or English, a term or a name in capitals."""
    if _BROKEN in text:
        return True
    words = re.findall(r"[^\W\d_]{2,}", text)
    if not words:
        odd = re.sub(r"[\w\s.,:;%$€()\[\]|/+\-–—*#!?¿¡'\"]", "", text)
        if not any(c.isdigit() for c in text) and (any(c.isalpha() for c in text) or (odd and not _DRAWN.search(odd))):
            return True  # a letter or a sign by itself
        return len(odd) > 0.3 * max(1, len(text.strip())) and len(text.strip()) > 3
    known = sum(_is_known(w) for w in words)
    symbols = len(re.findall(r"[^\w\s.,:;%$€()\[\]|/+\-–—*#!?¿¡'\"«»“”’`~<>=&≈ºª·…]", text))
    return (
        known < 0.5 * len(words)
        or symbols > max(3, 0.1 * len(text))
        or bool(re.search(r"(\S{1,12}?)(?:\s*\1){7,}", text) and not re.search(r"^[\s|:-]+$", text))
    )


def _is_known(word: str) -> bool:
    folded = fold(word)
    return (
        is_word(word.lower())
        or folded in TERMS
        or folded in LABELS
        or folded in place_words()
        or (word[0].isupper() and len(word) > 2 and word.isascii())
    )
