"""One answer in the making: what a model streams, checked, corrected once and shown, or left out."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from advisor.answer import faults
from advisor.answer.chunks import Pause, Prompt, Text
from advisor.answer.claims.folding import fold
from advisor.answer.claims.lexicon import warm
from advisor.answer.claims.thread import Thread
from advisor.answer.claims.vocabulary import Vocabulary
from advisor.answer.compose import sources_of
from advisor.answer.events import Correction, Done, Event, Notice, Sentence
from advisor.answer.ground import Guard, Verdict
from advisor.answer.models import LanguageModel, Stopped
from advisor.answer.prompts import rewriting, writing
from advisor.answer.sentences import Piece, Splitter
from advisor.domain.answers import Answer, Evidence, Usage
from advisor.domain.language import Localised
from advisor.domain.passages import Source
from advisor.errors import ModelError, ModelNonsense

LONGEST = 6_000
"""Characters after which an answer counts as endless."""
REWRITES = 3
"""Sentences of one answer that the model may write again."""
REWRITE_S = 6.0
STRIKES = 3
"""Sentences in a row that are no language we write in, or repeat what was said, before the model is given up."""


@dataclass
class Turn:
    """One answer in the making."""

    evidence: Evidence
    model: LanguageModel
    vocabulary: Vocabulary
    plain: Answer
    timeout_s: float
    stop: threading.Event | None
    shown: list[str] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    models: set[str] = field(default_factory=set)
    usage: Usage | None = None
    _said: set[str] = field(default_factory=set)
    _thread: Thread = field(default_factory=Thread)
    _held: str = ""
    """A heading or table head that waits for something to stand under it."""
    _lead: str = ""
    """The mark of a list line whose first sentence was left out."""
    _kept: int = 0
    _strikes: int = 0
    _foreign: int = 0
    _rewrites: int = REWRITES
    _skip_table: bool = False

    def __post_init__(self) -> None:
        self.sources: tuple[Source, ...] = sources_of(self.evidence)

    def stream(self) -> Iterator[Event]:
        self.model.prepare()
        self.deadline = time.monotonic() + self.timeout_s
        chunks = self.model.stream(writing(self.evidence, self.sources), self.deadline, self.stop)
        self._guard = Guard(self.evidence, self.sources, self.vocabulary, (self.plain.markdown,))
        warm()
        splitter, length = Splitter(), 0
        try:
            for chunk in chunks:
                pieces: Iterator[Piece] = iter(())
                if isinstance(chunk, Usage):
                    self.usage = chunk if self.usage is None else self.usage + chunk
                elif isinstance(chunk, Pause):
                    pieces = splitter.pause()
                elif isinstance(chunk, Text):
                    length += len(chunk.text)
                    pieces = splitter.feed(chunk.text)
                for piece in pieces:
                    yield from self._piece(piece)
                if length > LONGEST:
                    raise faults.endless(self.model.name)
        finally:
            close = getattr(chunks, "close", None)
            if close:
                close()
        if length == 0:
            raise faults.empty(self.model.name)
        for piece in splitter.finish():
            yield from self._piece(piece)

    def _piece(self, piece: Piece) -> Iterator[Event]:
        if not piece.text or self._cites_again(piece.text):
            return
        lead = self._lead + piece.lead if self._lead and "\n" not in piece.lead else piece.lead
        self._lead = ""
        is_row = piece.text.lstrip().startswith("|")
        self._skip_table = self._skip_table and is_row
        if self._skip_table or self._repeats(piece):
            return
        verdict = self._check(lead + piece.text, piece.line_start)
        if verdict.ok:
            yield from self._show(verdict, piece.tail, is_row)
            return
        self._count_strike(verdict)
        again = self._again(lead + piece.text, verdict, piece.line_start) if not is_row else None
        if again is not None:
            yield self._corrected(True, verdict)
            yield from self._show(again, piece.tail, is_row)
            return
        self._lead = "" if "\n" in piece.tail else lead
        if is_row and not self._thread.header:
            self._skip_table = True
        yield self._corrected(False, verdict)

    def _cites_again(self, text: str) -> bool:
        """A citation that comes after its sentence has been shown, with the source that the check put there."""
        alone = re.fullmatch(r"(?:\[[\d\s,;-]+\]\s*)+\.?", text)
        return bool(alone and self.shown and re.search(r"\[\d+\]\W*$", self.shown[-1]))

    def _check(self, text: str, line_start: bool) -> Verdict:
        return self._guard.check(text, self._thread, line_start)

    def _show(self, verdict: Verdict, tail: str, is_row: bool) -> Iterator[Event]:
        is_head = is_row and (not self._thread.header or bool(re.fullmatch(r"[\s|:-]+", verdict.text)))
        self._thread, self._strikes = verdict.thread, 0
        self.models.update(verdict.models)
        if verdict.mended:
            yield self._corrected(True, verdict)
        text = verdict.text + tail
        if is_head or text.lstrip().startswith("#"):
            self._held += text
            return
        text, self._held = self._held + text, ""
        self._kept += 1
        self.shown.append(text)
        yield Sentence(text)

    def _again(self, text: str, verdict: Verdict, line_start: bool) -> Verdict | None:
        """The model's second try, if there is time and it holds."""
        limit = min(time.monotonic() + REWRITE_S, self.deadline - 1.0)
        if self._rewrites == 0 or limit <= time.monotonic() or any(p.kind in _HOPELESS for p in verdict.problems):
            return None
        self._rewrites -= 1
        reasons = [p.why.in_(self.evidence.language) for p in verdict.problems]
        prompt = rewriting(self.evidence, self.sources, text.strip(), reasons)
        try:
            written = self._collected(prompt, limit, longest=4 * len(text) + 200)
        except Stopped:
            raise
        except ModelError:
            self._rewrites = 0  # a server that is busy, slow or broken is not asked again within this answer
            return None
        lead = re.match(r"\s*", text)
        made = (lead.group() if lead else "") + written.strip()
        if len(written.strip()) < 4 or "\n" in written.strip() or fold(made) == fold(text):
            return None
        again = self._check(made, line_start)
        return again if again.ok and not self._repeats_text(made) else None

    def _collected(self, prompt: Prompt, limit: float, longest: int) -> str:
        parts: list[str] = []
        for chunk in self.model.stream(prompt, limit, self.stop):
            if isinstance(chunk, Text):
                parts.append(chunk.text)
            elif isinstance(chunk, Usage):
                self.usage = chunk if self.usage is None else self.usage + chunk
            if sum(map(len, parts)) > longest:
                return ""
        return "".join(parts)

    def _repeats(self, piece: Piece) -> bool:
        """A sentence said before is not said again; a model that goes on repeating itself is given up."""
        if not self._repeats_text(piece.text):
            self._said.add(_normal(piece.text))
            return False
        self._strikes += 1
        if self._strikes >= STRIKES:
            raise faults.endless(self.model.name)
        return True

    def _repeats_text(self, text: str) -> bool:
        normal = _normal(text)
        return len(normal) >= 25 and normal in self._said

    def _count_strike(self, verdict: Verdict) -> None:
        kinds = {p.kind for p in verdict.problems}
        if "refusal" in kinds and self._kept == 0:
            raise faults.refusal(self.model.name)
        self._foreign += "language" in kinds
        if kinds & {"language", "noise"}:
            self._strikes += 1
            if self._strikes >= STRIKES or (self._strikes == 2 and self._kept == 0):
                wrong = faults.wrong_language if "language" in kinds else faults.nonsense
                raise wrong(self.model.name)

    def _corrected(self, kept: bool, verdict: Verdict) -> Correction:
        why = verdict.problems[0].why if verdict.problems else _CITED
        correction = Correction(
            Localised(f"{_PUT_RIGHT.es}: {why.es}.", f"{_PUT_RIGHT.en}: {why.en}.")
            if kept
            else Localised(f"{_LEFT_OUT.es}: {why.es}.", f"{_LEFT_OUT.en}: {why.en}."),
            kept,
        )
        self.corrections.append(correction)
        return correction

    def finish(self) -> Iterator[Event]:
        """The end of an answer without a fault. What is left of it stays; what it lacks, the templates add."""
        if self._kept == 0:
            raise faults.wrong_language(self.model.name) if self._foreign else _unsupported(self.model.name)
        if _required(self.evidence) - self.models:
            ending: Iterable[str] = (f"\n\n{self._renumbered(self.plain)}",)
        else:
            ending = _closing(self.evidence, self.plain, "".join(self.shown))
        for text in ending:
            self.shown.append(text)
            yield Sentence(text)
        told = self._told()
        if told:
            yield Notice(told)
        yield Done(self._answer("".join(self.shown).strip(), told), by_model=True, usage=self.usage)

    def _renumbered(self, answer: Answer) -> str:
        """An answer's Markdown with its citations as numbers of this turn's sources, to which missing ones are added."""
        places = {(s.id, s.url): n for n, s in enumerate(self.sources, start=1)}
        for source in answer.sources:
            if (source.id, source.url) not in places:
                self.sources = (*self.sources, source)
                places[source.id, source.url] = len(self.sources)

        def new(match: re.Match[str]) -> str:
            source = answer.sources[int(match.group(1)) - 1]
            return f"[{places[source.id, source.url]}]"

        return re.sub(r"\[(\d+)\]", new, answer.markdown)

    def _told(self) -> Localised | None:
        """One line on what was corrected."""
        fixed = sum(c.kept for c in self.corrections)
        gone = len(self.corrections) - fixed
        if not self.corrections:
            return None
        es, en = [], []
        if fixed:
            es.append(f"corregida {fixed} frase" if fixed == 1 else f"corregidas {fixed} frases")
            en.append(f"{fixed} sentence corrected" if fixed == 1 else f"{fixed} sentences corrected")
        if gone:
            es.append(f"retirada {gone} frase" if gone == 1 else f"retiradas {gone} frases")
            en.append(f"{gone} sentence left out" if gone == 1 else f"{gone} sentences left out")
        return Localised(
            f"Comprobación con los datos: {' y '.join(es)} del modelo.",
            f"Checked against the data: {' and '.join(en)} of the model's text.",
        )

    def _answer(self, markdown: str, notice: Localised | None) -> Answer:
        language = self.evidence.language
        notices = (*self.plain.notices, *((notice.in_(language),) if notice else ()))
        return replace(
            self.plain, markdown=markdown, sources=self.sources, mode=self.model.name, notices=notices,
            by_model=bool(markdown), usage=self.usage,
        )  # fmt: skip

    def offline(self, error: ModelError) -> tuple[Done, Localised]:
        """The templates' answer, and one line on why; where reading met the same fault, that line says both."""
        told, language = error.text, self.evidence.language
        before = [n for n in self.plain.notices if not n.endswith(told.in_(language))]
        notice = Localised(f"{told.es} Te doy la respuesta sin modelo.", f"{told.en} Here is the answer without a model.")  # fmt: skip
        if len(before) < len(self.plain.notices):
            notice = Localised(
                f"{told.es} He leído tu mensaje y te respondo sin modelo.",
                f"{told.en} I read your message and answer it without a model.",
            )
        notices = (*before, notice.in_(language))
        answer = replace(self.plain, mode=self.model.name, notices=notices, usage=self.usage)
        return Done(answer, by_model=False, usage=self.usage), notice

    def stopped(self) -> Done:
        """What was checked before the person stopped; nothing but the notice where that is nothing."""
        notice = Localised("Has detenido la respuesta.", "You stopped the answer.")
        return Done(self._answer("".join(self.shown).strip(), notice), by_model=True, usage=self.usage)


_PUT_RIGHT = Localised("Una frase del modelo se ha corregido", "A sentence of the model was corrected")
_LEFT_OUT = Localised("Una frase del modelo se ha retirado", "A sentence of the model was left out")
_CITED = Localised("la fuente citada no era la suya", "the source cited was not its own")
_HOPELESS = frozenset({"language", "noise", "text", "refusal", "link"})
"""Kinds of problems that a second try is not worth."""


def _unsupported(name: str) -> ModelNonsense:
    return ModelNonsense(
        f"Lo que ha escrito {name} no se sostiene con los datos.", f"What {name} wrote does not hold against the data."
    )


def _required(evidence: Evidence) -> set[str]:
    """The models that an answer cannot leave unnamed."""
    if evidence.comparison:
        return {card.model for card in evidence.comparison.cards[:2]}
    if evidence.verdicts and evidence.intent == "explain_why":
        return {evidence.verdicts[0].card.model}
    if evidence.cards and "ask_model" in evidence.intents:
        return {evidence.cards[0].model}
    if evidence.ranking and evidence.ranking.recommendations and evidence.intent in ("recommend", "refine"):
        return {evidence.ranking.recommendations[0].card.model}
    return set()


def _closing(evidence: Evidence, plain: Answer, text: str) -> Iterator[str]:
    """What every answer ends with, whoever wrote it: how old the data is, and the question back."""
    dated = [p for p in plain.markdown.split("\n\n") if re.fullmatch(r"\*[^*]+\*", p)]
    question = [evidence.question.in_(evidence.language)] if evidence.question else []
    for paragraph in (*dated, *question):
        if paragraph not in text:
            yield f"\n\n{paragraph}"


def _normal(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()
