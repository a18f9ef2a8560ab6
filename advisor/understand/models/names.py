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
from advisor.understand.models.meant import is_meant, lone_versions
from advisor.understand.models.namesakes import is_called, is_of_a_machine, is_of_a_program
from advisor.understand.models.tied import tied
from advisor.understand.models.unheard import unheard
from advisor.understand.models.versions import PIECE, ends_here, extended, in_one_piece
from advisor.understand.words.text import Message, wordset

_STATUS_ORDER = {"current": 0, "preview": 1, "legacy": 2, "deprecated": 3, "retired": 4, "historical": 5}
_TYPO_CUTOFF = 84.0
_SHORTEST_TYPO, _LONGEST_TYPO = 5, 14
_SHORTEST_GLUED = 6
_SHORTEST_LINE = 4
_MADE_BEFORE = wordset(
    "tiny mini open code med bio nano distil mobile video fin sql star smol chat gpt multi micro super deep nous vit moe "
    "stable faster distilled"
)
"""What makers put before the name of a line for a model made from it ("TinyLLaVA", "OpenHermes")."""
_LONE = wordset("flash opus sonnet haiku nano mini turbo")
"""Variant words that people name models by, where the row they stand in says that they are names."""
_TOOLS = frozenset((("claude", "code"), ("gemini", "cli"), ("codex", "cli"), ("qwen", "code"), ("mistral", "vibe")))
"""Programs that carry the name of a model and run others as well."""
_JOINING = wordset("y o e u and or vs versus / &")
_ALTERNATIVES = wordset("o or vs versus /")
_SEPARATING = wordset("y o e u and or vs versus / & , ? . ; ¿")


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


def _place(name: Named) -> int:
    return name.start


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
            if len(tokens) == 1
            and len(tokens[0]) >= _SHORTEST_TYPO
            and family.vendor
            and not family.guarded
            and tokens[0] != "dalle"
        }
        self._cards = {card.model: card for card in catalogue}
        self._tokens = {card.model: _card_tokens(card) for card in catalogue}
        self._exact: dict[tuple[str, ...], list[str]] = defaultdict(list)
        self._starts: dict[str, set[int]] = defaultdict(set)
        self._glued: dict[str, str] = {}
        """Names written in one piece ("gpt4omini") as they are spelt; empty where two models' look alike so."""
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
            whole = in_one_piece(name)
            if len(whole) >= _SHORTEST_GLUED:
                first = self._glued.setdefault(whole, name.lower())
                if self._exact[Message(first).words] != known:
                    self._glued[whole] = ""

    def find(self, text: str | Message) -> list[Named]:
        """The models named in a text, in order, none inside another."""
        message = text if isinstance(text, Message) else Message(text, self._lexicon.shorthand)
        message = self._owned(message)
        found: list[Named] = []
        i = 0
        while i < len(message.tokens):
            tool = message.words[i : i + 2] in _TOOLS
            named = self._at(message, i) if message.tokens[i].kind == "word" and not tool else None
            if named:
                found.append(named)
                i = named.end
            else:
                i += 1
        found = self._in_line(message, found)
        short = lone_versions(message, [(name.start, name.end) for name in found])
        found = sorted(
            [*found, *(Named(i, j, message.quote(i, j).lower(), None, "", False) for i, j in short)], key=_place
        )
        rest = unheard(message, [(name.start, name.end) for name in found], self._is_word, self._variants)
        found += [self._named(message, start, end, None, bare=False) for start, end in rest]
        return tied(message, sorted(found, key=_place))

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
            and ends_here(message, i)
        ]
        lone = [Named(i, i + 1, words[i], None, "", False) for i in row]
        for i, word in enumerate(words):
            family = self._family_at(words, i) if i not in taken else None
            if family and family.guarded and family.name == word and self._beside(words, taken, i):
                lone.append(self._named(message, i, i + 1, family, bare=True))
                taken.add(i)
        return sorted([*found, *lone], key=lambda named: named.start) if lone else found

    def _beside(self, words: tuple[str, ...], taken: set[int], i: int) -> bool:
        """ "Kokoro o Piper", "Kling, Wan, Sora": an everyday word beside a name that no one takes for one."""
        after = words[i + 1 : i + 2]
        if (i + 2 in taken and after and after[0] in _ALTERNATIVES) or (
            i - 2 in taken and words[i - 1] in _ALTERNATIVES
        ):
            return True
        alone = i > 0 and words[i - 1] in _SEPARATING and (not after or after[0] in _SEPARATING)
        return alone and (i - 2 in taken or i + 2 in taken)

    def _at(self, message: Message, i: int) -> Named | None:
        words = message.words
        best: Named | None = None
        if is_of_a_machine(message, i):
            return None
        called, program = is_called(message, i, self._families), is_of_a_program(message, i)
        for length in sorted(self._starts.get(words[i], ()), reverse=True):
            if (
                i + length <= len(words)
                and not (length == 1 and (called or program))
                and words[i : i + length] in self._exact
                and self._is_name(message, i, i + length)
            ):
                end = self._extended(message, i + length, i) if length > 1 or len(words[i]) > 3 else i + length
                family = self._family_at(words, i)
                best = self._named(message, i, end, family, bare=length == 1 and end == i + 1)
                break
        for tokens, family, variant in self._families.get(words[i], ()):
            if words[i : i + len(tokens)] != tokens or not self._touching(message, i, tokens):
                continue
            end = self._extended(message, i + len(tokens), i)
            bare = end == i + len(tokens) and not variant
            sure = not family.guarded or self._is_sure(words[i:end]) or is_meant(message, i)
            if len(tokens) == 1 and (called or not sure):
                continue
            if program and (bare or message.text[message.tokens[i].start - 1 : message.tokens[i].start] == "_"):
                continue
            if best is None or end > best.end:
                best = self._named(message, i, end, family, bare)
        glued = self._in_one(message, i)
        exact = best is not None and words[i : best.end] in self._exact
        if glued and (best is None or glued.end > best.end or (glued.end == best.end and not exact)):
            return glued
        return best or self._prefixed(message, i) or self._typo(message, i)

    def _in_one(self, message: Message, i: int) -> Named | None:
        """A name written without its blanks and hyphens: "gpt4omini", "claudeopus4.5"."""
        start = message.tokens[i].start
        piece = PIECE.match(message.text, start)
        if piece is None or (start and PIECE.match(message.text, start - 1)):
            return None
        written = piece.group().rstrip(".:-+")
        name = self._glued.get(in_one_piece(written))
        if not name:
            return None
        stop = start + len(written)
        end = next((j for j in range(i, len(message.tokens)) if message.tokens[j].start >= stop), len(message.tokens))
        family = self._family_at(Message(name).words, 0)
        return Named(i, end, name, family.name if family else None, family.vendor if family else "", False)

    def _is_sure(self, words: tuple[str, ...]) -> bool:
        """Whether an everyday word is a name by what follows it: a number, or variants that a card's name has too."""
        if any(word[0].isdigit() for word in words):
            return True
        return len(words) > 1 and self._is_of_a_card(words)

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
        numbered = i + 1 < len(message.tokens) and message.tokens[i + 1].kind == "number"
        if len(word) < (_SHORTEST_TYPO - 1 if numbered else _SHORTEST_TYPO) or len(word) > _LONGEST_TYPO:
            return None
        if self._is_derived(message, i):
            end = self._extended(message, i + 1, i)
            return self._named(message, i, end, None, bare=end == i + 1)
        likest = process.extractOne(word, self._typos.keys(), scorer=fuzz.ratio, score_cutoff=_TYPO_CUTOFF)
        if likest:
            right = likest[0]
        else:  # two letters swapped weigh more in a ratio than the one slip that they are
            nearest = process.extractOne(word, self._typos.keys(), scorer=OSA.distance, score_cutoff=1)
            right = nearest[0] if nearest else word
        if right == word or right[0] != word[0] or (self._is_word(word) and not numbered):
            return None
        if (len(word) < _SHORTEST_TYPO or self._is_word(word)) and not self._is_of_a_card(
            (right, *message.words[i + 1 : i + 3])
        ):
            return None  # "gema 3 27b" is a model, "gema 3" a jewel
        family = self._typos[right][1]
        end = self._extended(message, i + 1, i)
        named = self._named(message, i, end, family, bare=end == i + 1)
        slip = message.text[message.tokens[i].start : message.tokens[i].end].lower()
        return replace(named, text=named.text.replace(slip, right))

    def _is_derived(self, message: Message, i: int) -> bool:
        """ "TinyLLaVA", "WhisperX": made from a known line and another thing than it, so no typo of it."""
        word = message.words[i]
        for k in range(_SHORTEST_LINE, len(word) - 1):
            rows = self._families.get(word[-k:], ())
            if word[:-k] in _MADE_BEFORE and any(len(t) == 1 and not family.guarded for t, family, _ in rows):
                return True
        rows = self._families.get(word[:-1], ()) if word[-1] in "xv" else ()
        return any(len(t) == 1 and not family.guarded for t, family, _ in rows)

    def _prefixed(self, message: Message, i: int) -> Named | None:
        """ "faster-whisper", "llava-phi": what a hyphen ties to the name of a line belongs to the name."""
        words = message.words
        if not message.text.startswith("-", message.tokens[i].end) or i + 1 >= len(words):
            return None
        ties = words[i] in _MADE_BEFORE or (len(words[i]) > 3 and not self._is_word(words[i]))
        if not ties or message.tokens[i + 1].start != message.tokens[i].end + 1:
            return None
        named = self._at(message, i + 1)
        return self._named(message, i, named.end, None, bare=False) if named and named.start == i + 1 else None

    def _named(self, message: Message, start: int, end: int, family: Family | None, bare: bool) -> Named:
        text = " ".join(message.quote(start, end).lower().split()).removesuffix("'s").removesuffix("’s")
        return Named(start, end, text, family.name if family else None, family.vendor if family else "", bare)

    def _extended(self, message: Message, i: int, first: int) -> int:
        return extended(message, i, first, self._variants, self._families, self._is_word, self._is_of_a_card)

    def _is_of_a_card(self, words: tuple[str, ...]) -> bool:
        return any(have.issuperset(words) for have in self._tokens.values())

    def _resolve(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Card ids that a name stands for, best first: exact, then all the words of it, then a near miss of a name."""
        tokens = tuple("plus" if t == "+" else t for t in Message(name, self._lexicon.shorthand).words)
        if not tokens:
            return ()
        if name in self._cards:
            return (name,)
        return self._fitting(tokens, limit) or self._fitting(_unstamped(tokens), limit)

    def _fitting(self, tokens: tuple[str, ...], limit: int) -> tuple[str, ...]:
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


def _card_tokens(card: Card) -> frozenset[str]:
    names: Iterable[str] = (card.name, card.model, card.family, *card.aliases)
    return frozenset(token for name in names for token in Message(name.replace("/", " ")).words)


def _unstamped(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """A name without the four digits that tell its release: what is known of "DeepSeek R1 0528" is its card's."""
    return tuple(t for t in tokens if not (len(t) == 4 and t.isdigit()))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
