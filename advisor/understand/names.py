"""Models by name: exact names and aliases of cards, families with versions and sizes, nicknames, and typos of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from advisor.domain.cards import Card, Catalogue
from advisor.domain.lexicon import Family, Lexicon
from advisor.understand.text import Message, wordset

_STATUS_ORDER = {"current": 0, "preview": 1, "legacy": 2, "deprecated": 3, "retired": 4, "historical": 5}
_TYPO_CUTOFF = 84.0
_SHORTEST_TYPO = 5
_LETTERS_BY_DIGITS = frozenset("abekmnortvx")
"""Letters that belong to a name when they touch a digit: "4o", "r1", "8x7b", "e4b", "3n"."""
_JOINED_ONLY = wordset(
    "high low fast image audio code chat base latest deep research edge next air it math edit large medium "
    "small max exp o"
)
"""Variant words that are everyday words too: they count after a hyphen or a digit, or before a digit."""
_SIZES = wordset("large medium small max chat base")
_LONE = wordset("flash opus sonnet haiku nano mini turbo")
"""Variant words that people name models by, where the row they stand in says that they are names."""
_JOINING = wordset("y o e u and or vs versus / &")
_ALTERNATIVES = wordset("o or vs versus /")
_MAX_TOKENS = 12


@dataclass(frozen=True, slots=True)
class Named:
    """A model named at tokens `start` to before `end`. `family` is the lexicon's name for its line, if it has one."""

    start: int
    end: int
    text: str
    family: str | None
    vendor: str
    bare: bool
    """Only the family was said, without version, size or variant."""


class NameIndex:
    """Finds names of models in messages, and the cards that a name stands for."""

    def __init__(
        self,
        catalogue: Catalogue,
        lexicon: Lexicon,
        nicknames: Mapping[str, Sequence[str]] | None = None,
        is_word: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._lexicon = lexicon
        self._is_word = is_word
        self._variants = frozenset(lexicon.variants)
        self._families: dict[str, list[tuple[tuple[str, ...], Family, bool]]] = defaultdict(list)
        for family in lexicon.families:
            names = [(family.name.replace("-", " "), False), *((alias, False) for alias in family.aliases)]
            for name, _ in [*names, *((v, True) for v in family.variants)]:
                tokens = Message(name).words
                self._families[tokens[0]].append((tokens, family, _ or False))
        self._typos = {
            tokens[0]: (tokens, family)
            for rows in self._families.values()
            for tokens, family, _ in rows
            if len(tokens) == 1 and len(tokens[0]) >= _SHORTEST_TYPO and not family.guarded and tokens[0] != "dalle"
        }
        self._cards = {card.model: card for card in catalogue}
        self._tokens = {card.model: _card_tokens(card) for card in catalogue}
        self._exact: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._starts: dict[str, set[int]] = defaultdict(set)
        for card in catalogue:
            for name in (card.name, card.model.partition("/")[2], *card.aliases, *card.runtimes.values()):
                self._file(name, (card.model,))
        for name, models in (nicknames or {}).items():
            self._file(name, tuple(m for m in models if m in self._cards))
        self.resolve = lru_cache(maxsize=2048)(self._resolve)

    @property
    def words(self) -> frozenset[str]:
        """The first words of all names of model lines."""
        return frozenset(self._families)

    def _file(self, name: str, models: tuple[str, ...]) -> None:
        tokens = Message(name).words
        if tokens and models:
            known = self._exact[tokens]
            known += [model for model in models if model not in known]
            self._starts[tokens[0]].add(len(tokens))

    def find(self, text: str | Message) -> list[Named]:
        """The models named in a text, in order, none inside another."""
        message = text if isinstance(text, Message) else Message(text, self._lexicon.shorthand)
        message = self._owned(message)
        found: list[Named] = []
        i = 0
        while i < len(message.tokens):
            named = self._at(message, i) if message.tokens[i].kind == "word" else None
            if named:
                found.append(named)
                i = named.end
            else:
                i += 1
        return self._in_line(message, found)

    def _owned(self, message: Message) -> Message:
        """With "llama's" read as "llama"."""
        tokens = tuple(
            replace(t, text=t.text[:-1])
            if t.text[:-1] in self._families and message.text[t.start : t.end].lower().endswith(("'s", "’s"))
            else t
            for t in message.tokens
        )
        return message if tokens == message.tokens else message.with_tokens(tokens)

    def _in_line(self, message: Message, found: list[Named]) -> list[Named]:
        """With the variants that stand in a row with a name: "haiku y flash", "mini or gpt-5"."""
        words = message.words
        taken = {i for named in found for i in range(named.start, named.end)}
        row = [
            i
            for i, word in enumerate(words)
            if word in _LONE
            and i not in taken
            and (
                (i > 1 and words[i - 1] in _JOINING and i - 2 in taken)
                or (words[i + 1 : i + 2] and words[i + 1] in _JOINING and i + 2 in taken)
            )
            and self._ends_here(message, i)
        ]
        lone = [Named(i, i + 1, words[i], None, "", False) for i in row]
        for i, word in enumerate(words):
            family = self._family_at(words, i) if i not in taken else None
            if family and family.guarded and family.name == word and self._beside(words, taken, i):
                lone.append(self._named(message, i, i + 1, family, bare=True))
        return sorted([*found, *lone], key=lambda named: named.start) if lone else found

    def _beside(self, words: tuple[str, ...], taken: set[int], i: int) -> bool:
        """ "Kokoro o Piper": an everyday word beside a name that no one takes for one."""
        after = i + 2 in taken and words[i + 1] in _ALTERNATIVES
        return after or (i - 2 in taken and words[i - 1] in _ALTERNATIVES)

    def _at(self, message: Message, i: int) -> Named | None:
        words = message.words
        best: Named | None = None
        if _is_of_a_machine(words, i):
            return None
        for length in sorted(self._starts.get(words[i], ()), reverse=True):
            if (
                i + length <= len(words)
                and not (length == 1 and words[i] == "llama" and _is_called(words, i))
                and words[i : i + length] in self._exact
                and self._is_name(message, i, i + length)
            ):
                end = self._extended(message, i + length) if length > 1 or len(words[i]) > 3 else i + length
                family = self._family_at(words, i)
                best = self._named(message, i, end, family, bare=length == 1 and end == i + 1)
                break
        for tokens, family, variant in self._families.get(words[i], ()):
            if words[i : i + len(tokens)] != tokens or not self._touching(message, i, tokens):
                continue
            end = self._extended(message, i + len(tokens))
            bare = end == i + len(tokens) and not variant
            if bare and len(tokens) == 1 and (family.guarded or (words[i] == "llama" and _is_called(words, i))):
                continue
            if message.text[message.tokens[i].start - 1 : message.tokens[i].start] == "_":
                continue  # "ik_llama" is a program
            if best is None or end > best.end:
                best = self._named(message, i, end, family, bare)
        return best or self._typo(message, i)

    def _is_name(self, message: Message, start: int, end: int) -> bool:
        """A single everyday word that is also a card's alias ("command") is no name on its own."""
        if end - start > 1:
            return True
        word = message.words[start]
        family = self._family_at(message.words, start)
        return len(word) >= 3 and not (family and family.guarded) and not (family is None and self._is_word(word))

    def _family_at(self, words: tuple[str, ...], i: int) -> Family | None:
        rows = self._families.get(words[i], [])
        fitting = [(len(tokens), family) for tokens, family, _ in rows if words[i : i + len(tokens)] == tokens]
        return max(fitting, key=lambda row: row[0])[1] if fitting else None

    def _touching(self, message: Message, i: int, tokens: tuple[str, ...]) -> bool:
        """A name such as "o3" counts only when written in one piece."""
        return len(tokens[0]) > 1 or len(tokens) == 1 or message.adjacent(i)

    def _typo(self, message: Message, i: int) -> Named | None:
        word = message.words[i]
        if len(word) < _SHORTEST_TYPO or len(word) > 14:
            return None
        likest = process.extractOne(word, self._typos.keys(), scorer=fuzz.ratio, score_cutoff=_TYPO_CUTOFF)
        if likest:
            right = likest[0]
        else:  # two letters swapped weigh more in a ratio than the one slip that they are
            nearest = process.extractOne(word, self._typos.keys(), scorer=OSA.distance, score_cutoff=1)
            right = nearest[0] if nearest else word
        if right == word or right[0] != word[0] or self._is_word(word):
            return None
        family = self._typos[right][1]
        end = self._extended(message, i + 1)
        named = self._named(message, i, end, family, bare=end == i + 1)
        return Named(
            i,
            end,
            named.text.replace(message.text[message.tokens[i].start : message.tokens[i].end].lower(), right),
            named.family,
            named.vendor,
            named.bare,
        )

    def _named(self, message: Message, start: int, end: int, family: Family | None, bare: bool) -> Named:
        text = " ".join(message.quote(start, end).lower().split()).removesuffix("'s").removesuffix("’s")
        return Named(start, end, text, family.name if family else None, family.vendor if family else "", bare)

    def _extended(self, message: Message, i: int) -> int:
        """Where the name that has begun ends: past versions, sizes and variant words."""
        start, words, tokens = i, message.words, message.tokens
        while i < len(words) and i - start < _MAX_TOKENS:
            token, word = tokens[i], words[i]
            gap = message.text[tokens[i - 1].end : token.start]
            if "\n" in gap or len(gap) > 1:
                break
            touches = gap == ""
            digit_next = i + 1 < len(words) and tokens[i + 1].kind == "number" and message.adjacent(i)
            digit_before = tokens[i - 1].kind == "number"
            if token.kind == "number":
                if not self._is_version(message, i, start):
                    break
            elif word in ("b", "m") and digit_before:
                pass
            elif len(word) == 1 and word in _LETTERS_BY_DIGITS:
                if not ((touches and digit_before) or digit_next or (gap == "-" and digit_next)):
                    break
            elif word in self._variants:
                if word in _JOINED_ONLY and not (
                    gap == "-" or touches or (digit_before and i + 1 == len(words)) or digit_next
                ):
                    sized = digit_before and word == "max"
                    sized = sized or (words[i - 1] == "mistral" and word in ("large", "medium", "small"))
                    if not sized and not (word in _SIZES and self._ends_here(message, i)):
                        break
            elif not (word in self._families and i > start and words[i - 1] in ("distill", "distilled", "r")):
                break
            i += 1
        return i

    def _ends_here(self, message: Message, i: int) -> bool:
        """A size word closes a name before a mark, a number or a joining word ("mistral large y ...")."""
        if i + 1 >= len(message.tokens):
            return True
        after = message.tokens[i + 1]
        return after.kind in ("mark", "number") or after.text in (
            "y",
            "o",
            "and",
            "or",
            "for",
            "para",
            "vs",
            "v",
            "e",
            "en",
            "in",
            "on",
            "it",
            "we",
            "me",
            "is",
            "es",
        )

    def _is_version(self, message: Message, i: int, start: int) -> bool:
        """A number that follows a name belongs to it: a version, or a size before "b"; not an amount of something."""
        words = message.words
        raw = words[i]
        after = words[i + 1] if i + 1 < len(words) else ""
        if after in ("b", "bn") or (after == "m" and message.adjacent(i)):
            return True
        if after == "x" and message.adjacent(i):
            return True
        if after in (
            "gb",
            "gigas",
            "g",
            "k",
            "tokens",
            "tok",
            "%",
            "$",
            "€",
            "euros",
            "dolares",
            "paginas",
            "pages",
            "mil",
            "mb",
            "ram",
            "gib",
        ):
            return False
        touches = (
            message.tokens[i - 1].end == message.tokens[i].start or message.text[message.tokens[i].start - 1] == "-"
        )
        digits = sum(c.isdigit() for c in raw)
        if digits > 4 or (digits == 4 and not touches):
            return False
        if digits >= 3 and not touches and "." not in raw:
            return False
        return touches or i == start or not raw.isdigit() or message.tokens[i - 1].kind == "word"

    def _resolve(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Card ids that a name stands for, best first: exact, then all the words of it, then a near miss of a name."""
        tokens = Message(name, self._lexicon.shorthand).words
        if not tokens:
            return ()
        if name in self._cards:
            return (name,)
        exact = self._exact.get(tokens, [])
        wanted = set(tokens) - {"the", "el", "la", "de", "of", "ai"}
        near = [model for model, have in self._tokens.items() if wanted and wanted <= have and model not in exact]
        ranked = sorted(exact, key=self._rank) + sorted(
            near, key=lambda m: (len(self._tokens[m] - wanted) // 3, self._rank(m))
        )
        if not ranked:
            close = process.extractOne(
                " ".join(tokens), [" ".join(key) for key in self._exact], scorer=fuzz.ratio, score_cutoff=88
            )
            if close and _digits(close[0]) == _digits(" ".join(tokens)):
                ranked = self._exact[tuple(close[0].split())]
        return tuple(ranked[:limit])

    def _rank(self, model: str) -> tuple[int, str, str]:
        card = self._cards[model]
        released = str(card.value("release_date") or "0000")
        return (_STATUS_ORDER.get(card.status, 9), "".join(chr(255 - ord(c)) for c in released), model)


_CALLED_BEFORE = wordset("me te se nos le les os que quien cuando vez siempre nadie alguien cliente clientes gente y a")
_CALLED_AFTER = wordset("a al un una el la los mucho alguien nadie cada por la mi su para")


def _is_called(words: tuple[str, ...], i: int) -> bool:
    """The Spanish verb ("me llama la comisaría"), or the name of a program ("llama.cpp")."""
    before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
    if after == "cpp" or words[i + 1 : i + 3] == (".", "cpp") or (before in ("modelo", "modelos") and after == "a"):
        return True
    return before in _CALLED_BEFORE - {"y", "a", "que"} or (before in _CALLED_BEFORE and after in _CALLED_AFTER)


def _is_of_a_machine(words: tuple[str, ...], i: int) -> bool:
    """A processor ("xeon e5-2650v2") or a program ("gpt4all") whose name begins like a model's."""
    if words[i : i + 3] == ("gpt", "4", "all") or (words[i] == "step" and words[i - 1 : i] == ("by",)):
        return True
    series = words[i] == "e" and words[i + 1 : i + 2] in (("3",), ("5",), ("7",))
    number = words[i + 2] if series and i + 2 < len(words) else ""
    return series and (words[i - 1 : i] == ("xeon",) or (len(number) == 4 and number.isdigit()))


def _card_tokens(card: Card) -> frozenset[str]:
    names: Iterable[str] = (card.name, card.model, card.family, *card.aliases)
    return frozenset(token for name in names for token in Message(name.replace("/", " ")).words)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
