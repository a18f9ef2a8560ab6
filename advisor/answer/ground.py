"""The guard: each sentence of a model is held against the evidence before a person sees it.

Refused: names that the evidence does not hold; figures that no fact, computation or quoted passage of the model they are said
of bears out; comparisons that do not hold when recomputed; an order or eligibility other than the ranking's; traits that are
unknown or untrue; citations that do not support; links, images, HTML and hidden characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from advisor.answer.checks.against import check_against
from advisor.answer.checks.causes import check_causes
from advisor.answer.checks.cells import in_words, is_row
from advisor.answer.checks.citations import Proven, check_citations, repaired
from advisor.answer.checks.comparisons import check_comparisons
from advisor.answer.checks.counts import check_counts
from advisor.answer.checks.directions import check_directions
from advisor.answer.checks.doctrine import check_doctrine
from advisor.answer.checks.exclusive import said_of_others
from advisor.answer.checks.figures import check_figures, denied
from advisor.answer.checks.hosts import check_hosts, check_sellers, check_served
from advisor.answer.checks.licences import check_licences
from advisor.answer.checks.makeup import check_makeup, is_successor
from advisor.answer.checks.meaning import same_meaning
from advisor.answer.checks.measures import Measures
from advisor.answer.checks.order import check_order
from advisor.answer.checks.portions import check_portions
from advisor.answer.checks.relaxed import check_relaxed, check_weighed
from advisor.answer.checks.retold import labelled, retold, stated, turned
from advisor.answer.checks.said import check_said
from advisor.answer.checks.sentence import Problem, Sentence, read_sentence
from advisor.answer.checks.standing import check_standing
from advisor.answer.checks.thresholds import check_thresholds
from advisor.answer.checks.traits import check_traits
from advisor.answer.checks.undisclosed import check_tested
from advisor.answer.checks.unrecorded import check_unrecorded
from advisor.answer.checks.values import same_value
from advisor.answer.checks.yesno import check_yes_or_no
from advisor.answer.claims.antecedents import one_by_one
from advisor.answer.claims.folding import fold
from advisor.answer.claims.follow import follow, kept
from advisor.answer.claims.names import Mention, Names, written
from advisor.answer.claims.owners import Owners
from advisor.answer.claims.roles import TOPICS, find_roles
from advisor.answer.claims.thread import Thread
from advisor.answer.claims.traits import languages_in
from advisor.answer.claims.vocabulary import Vocabulary
from advisor.answer.figure import content_words
from advisor.answer.hygiene import inspect
from advisor.answer.quotes import Quotes
from advisor.answer.support import Support
from advisor.domain.answers import Evidence
from advisor.domain.language import Localised
from advisor.domain.passages import Source


@dataclass(frozen=True, slots=True)
class Verdict:
    """`text`: the sentence as it may be shown, its citations put right; meaningless where there are problems.

    `mended`: only citations were wrong, and `text` has them right. `thread`: what the next sentence is read against.
    """

    text: str
    problems: tuple[Problem, ...]
    thread: Thread
    mended: bool = False
    models: tuple[str, ...] = ()
    """The evidence's models that the sentence names."""

    @property
    def ok(self) -> bool:
        return not self.problems


_OF_SUBJECT = frozenset({"figure", "field", "attribution", "unit", "comparison", "trait", "eligibility"})
"""Kinds of problems that depend on whom a sentence is about."""

_OF_ONE = re.compile(r"\b(?:it|its|sus?)\b")
"""Words of a sentence that speaks of one model, so that one must bear out all of it."""

_ALONE = re.compile(r"\b(?:only|solo|solamente|unicamente|unic[oa])\b")
_BOTH = re.compile(r"\b(?:l[oa]s dos|amb[oa]s|both|the two)\b")
_HEADS = re.compile(r"(?:^\W*|[:;,]\s*|\b(?:even|incluso|hasta|since|because|porque|pues|and|y)\s+)(?:the |el |la )?$")
""" "The dearest of them asks 5": the words for the model are its subject."""
_DENIAL = re.compile(
    r"\b(?:no (?:tengo|tenemos|hay|encuentro|conozco|figura|aparece|consta|esta|se)|sin datos|not (?:in|know|find|have|listed)|don't (?:have|know)|do not (?:have|know)|doesn't appear|isn't (?:in|listed)|is not (?:in|listed)|no (?:data|card|entry|information)|unknown to|desconozco|couldn't find|no he encontrado|can't find|cannot find|never heard)\b"
)


class Guard:
    """Built once an answer. `vocabulary`: all names of the catalogue, so that models outside the evidence are known as such.

    `own`: answers of ours on the same evidence, whose sentences a model may say again.
    """

    def __init__(
        self, evidence: Evidence, sources: Sequence[Source], vocabulary: Vocabulary, own: Sequence[str] = ()
    ) -> None:
        self._evidence = evidence
        self._support = Support(evidence, sources)
        texts = " \n ".join(text for _, text, _ in self._support.texts)
        passages = fold(" \n ".join(text for owner, text, _ in self._support.texts))
        self._names = Names(self._support.cards.values(), vocabulary, _words(self._support, texts), passages)
        self._told = frozenset(
            fold(text[m.start : m.end])
            for owner, text, _ in self._support.texts
            if owner is None
            for m in self._names.find(text)
            if m.kind != "benchmark"
        )
        self._measures = Measures(self._support)
        self._quotes = Quotes(self._support.texts, own)
        self._urls = tuple(s.url for s in self._support.sources if s.url)
        self._commands = _commands(self._support)
        self._unmatched = tuple(fold(name) for name in evidence.unmatched)

    def check(self, text: str, thread: Thread | None = None, line_start: bool = False) -> Verdict:
        """One sentence, heading or table row. `line_start`: it stands at the beginning of a line."""
        thread = thread or Thread()
        problems = list(inspect(text, self._urls, self._commands, self._evidence.language))
        if problems:
            return Verdict(text, tuple(problems), thread)
        text_checked = _blank(text, self._commands)
        if is_row(text_checked):
            return self._row(text, text_checked, thread)
        if thread.header:
            thread = replace(thread, header=())
        if line_start and thread.anchor:
            others = () if thread.labelled else tuple(m for m in thread.subject if m not in thread.anchor)
            thread = replace(thread, subject=thread.anchor, rivals=others, stranger=False)
        sentence = self._read(text_checked, thread, line_start)
        found, proven = self._content(sentence)
        if not found and _ALONE.search(sentence.folded):
            found = self._shared(sentence)
        if not found and len(thread.subject) > 1 and sentence.quantities and not sentence.owners.named:
            held = [other for other in self._otherwise(sentence) if not self._content(other)[0]]
            if len(held) == 1:
                return self._verdict(text, held[0], *self._content(held[0]))
            if not held and _OF_ONE.search(sentence.folded):
                found = self._content(next(self._otherwise(sentence)))[0]
                return self._verdict(text, sentence, found, proven)
        if found and all(p.kind in _OF_SUBJECT for p in found):
            for other in self._otherwise(sentence):
                again, proven_so = self._content(other)
                if not again:
                    return self._verdict(text, other, [], proven_so)
        return self._verdict(text, sentence, found, proven)

    def _shared(self, sentence: Sentence) -> list[Problem]:
        """A claim of one model alone that holds of another too, or that nothing can decide."""
        for text in said_of_others(sentence, self._support):
            other = self._read(text, sentence.thread, sentence.line_start)
            if not self._content(other)[0]:
                span = sentence.plain.strip()
                why = Localised(f"«{span}»: no es el único", f'"{span}": not it alone')
                return [Problem("comparison", span, why)]
        return []

    def _otherwise(self, sentence: Sentence) -> Iterator[Sentence]:
        """The sentence as said of each other model that it may lean on; one of them must bear out all of it.

        Only a figure tells which: of two models one is always the cheaper.
        """
        owners, topics = sentence.owners, self._support.topics
        if not owners.named and len(topics) == 1 and sentence.thread.subject not in ((), topics):  # the one asked about
            yield self._about(sentence, replace(sentence.thread, subject=topics, anchor=(), rivals=(), stranger=False))
        if not sentence.quantities:
            return
        if not owners.named:
            if _BOTH.search(sentence.folded) and sum(fold(p) in sentence.folded for p in self._support.providers) > 1:
                folded = _BOTH.sub(lambda m: " " * len(m.group()), sentence.folded)  # both providers
                yield self._about(replace(sentence, folded=folded), sentence.thread)
            yield from (self._about(sentence, thread) for thread in one_by_one(sentence.thread))
            if any(r.form == "superlative" and _HEADS.search(sentence.folded[: r.start]) for r in sentence.relations):
                for model in self._support.topics[:3]:
                    yield self._about(sentence, replace(sentence.thread, subject=(model,), anchor=()))
        elif owners.leads(0) and (sentence.thread.subject or self._support.topics):
            threads = (sentence.thread, *one_by_one(sentence.thread))
            yield from (self._about(sentence, thread, dropped=True) for thread in threads)

    def _about(self, sentence: Sentence, thread: Thread, dropped: bool = False) -> Sentence:
        if sentence.line_start and not sentence.owners.named and thread.anchor:
            thread = replace(thread, anchor=thread.subject)
        if sentence.quoted and not dropped:  # whose words they are depends on whom it is about
            return self._read(sentence.text, thread, sentence.line_start)
        owners = Owners(sentence.folded, sentence.mentions, sentence.quantities, thread, self._support.topics, dropped)
        return replace(sentence, thread=thread, owners=owners)

    @property
    def support(self) -> Support:
        """What the evidence holds."""
        return self._support

    def read(self, text: str, thread: Thread | None = None, line_start: bool = False) -> Sentence:
        """The claims of one sentence, as the checks see them."""
        return self._read(text, thread or Thread(), line_start)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The names in a text, as the checks see them."""
        return tuple(self._names.find(text))

    def _read(self, text: str, thread: Thread, line_start: bool) -> Sentence:
        return read_sentence(
            text, self._names, self._quotes, self._evidence.language, thread, self._support.topics, line_start
        )

    def _content(self, sentence: Sentence) -> tuple[list[Problem], list[Proven]]:
        cited = [(start, end, sources) for start, end, sources in sentence.quoted if sources]
        if self._quotes.is_ours(sentence.plain):
            return [], cited
        passage = retold(sentence, self._support, self._told)
        if passage is not None and not any(denied(sentence, q) for q in sentence.quantities):
            return [], [*cited, (0, len(sentence.plain), passage)]
        answered = check_yes_or_no(sentence, self._support)
        if answered is not None:
            return answered, cited
        problems = self._strangers(sentence)
        required, needs = check_thresholds(sentence, self._support)
        compared, judged = check_comparisons(sentence, self._measures)
        judged += needs
        compared += check_order(sentence, self._measures)
        compared += check_against(sentence)
        compared += check_counts(sentence, self._measures)
        compared += check_directions(sentence, self._support)
        wrong, proven = check_figures(sentence, self._support, judged)
        problems += [*required, *wrong, *compared]
        problems += check_traits(sentence, self._support)
        problems += check_tested(sentence, self._support)
        problems += check_standing(sentence, self._support)
        problems += check_hosts(sentence, self._support)
        problems += check_sellers(sentence, self._support)
        problems += check_served(sentence, self._support)
        problems += check_makeup(sentence, self._support)
        problems += check_doctrine(sentence)
        problems += check_portions(sentence, self._support)
        problems += check_causes(sentence)
        problems += check_unrecorded(sentence, self._support)
        problems += check_licences(sentence, self._support)
        problems += check_said(sentence, self._support)
        problems += check_relaxed(sentence, self._support)
        problems += check_weighed(sentence, self._support)
        return problems, [*proven, *cited]

    def _verdict(self, text: str, sentence: Sentence, problems: list[Problem], proven: list[Proven]) -> Verdict:
        thread = follow(sentence.thread, sentence.owners, sentence.line_start, sentence.heading, sentence.listed)
        spoken = languages_in(sentence.folded)
        sizes = tuple(q for q in sentence.quantities if q.unit == "params") or sentence.thread.sizes
        thread = replace(
            thread,
            sizes=sizes,
            roles=frozenset(role for _, role in find_roles(sentence.folded)) & TOPICS,
            tests=sentence.tests or sentence.thread.tests,
            units=tuple(dict.fromkeys(q.unit for q in sentence.quantities if q.unit != "bare"))
            or sentence.thread.units,
            language=next(iter(spoken)) if len(spoken) == 1 else "" if spoken else sentence.thread.language,
        )
        models = tuple(dict.fromkeys(m for mention in sentence.mentions for m in mention.models))
        if problems:
            return Verdict(text, tuple(problems), kept(thread, sentence.thread), models=models)
        wrong = check_citations(sentence, proven, self._support)
        shown = repaired(text, sentence, proven, self._support)
        return Verdict(shown, (), thread, bool(wrong), models)

    def _strangers(self, sentence: Sentence) -> list[Problem]:
        problems: list[Problem] = []
        denies = bool(_DENIAL.search(sentence.folded))
        for mention in sentence.mentions:
            span = sentence.plain[mention.start : mention.end]
            asked = any(fold(span) in name or name in fold(span) for name in self._unmatched)
            if mention.kind in ("stranger", "quoted") and asked and denies:
                continue
            if mention.kind == "quoted" and is_successor(span, sentence, mention, self._support):
                continue
            missing = mention.kind in ("hardware", "benchmark") and not self._in_evidence(span, mention.kind)
            if mention.kind == "stranger" or missing:
                problems.append(_name(span))
            elif mention.kind == "quoted" and (sentence.relations or sentence.quantities) and not sentence.question:
                if not self._told_of(span, sentence):
                    problems.append(_name(span))
        return problems

    def _told_of(self, span: str, sentence: Sentence) -> bool:
        """Whether a text says the same, or tells all the figures in the sentence that it names the stranger in."""
        said, name = fold(sentence.plain).strip(" .*-#"), fold(span)
        about = content_words(name)
        for quantity in sentence.quantities:
            if about and not labelled(sentence, quantity, self._support, about):
                return False
            if turned(sentence, quantity, self._support, about):
                return False
            if not stated(quantity, self._support):
                return False
        told = tuple(zip(sentence.quantities, sentence.roles, strict=True))
        several = len(told) > 1 and sum(m.kind == "quoted" for m in sentence.mentions) > 1  # whose is whose?
        for text, held in self._support.passing:
            if not sentence.relations and name in text:
                if all(any(same_value(q, f) and same_meaning(sentence, q, r, f) for f in held) for q, r in told):
                    return True
        figures = [re.sub(r"[^\d.,]", "", sentence.plain[q.start : q.end]).strip(".,") for q in sentence.quantities]
        for _, text, _ in self._support.texts:
            folded = fold(text)
            if said in folded:
                return True
            if not sentence.relations and not several and re.search(written(name), folded):
                parts = [p for p in re.split(r"(?<=[.!?;])\s+|\n+", folded) if re.search(written(name), p)]
                if any(all(re.search(rf"(?<![\d.,]){re.escape(f)}(?![\d])", p) for f in figures) for p in parts):
                    return True
        return False

    def _in_evidence(self, span: str, kind: str) -> bool:
        wanted = re.sub(r"[^a-z0-9]", "", fold(span))
        wanted = wanted[:-1] if kind == "hardware" and re.search(r"\ds$", wanted) and "l40s" not in wanted else wanted
        pools = [text for _, text, _ in self._support.texts]
        pools += [f.name for figures in self._support.figures.values() for f in figures if f.name]
        pools += [
            f.unit or ""
            for c in self._support.cards.values()
            for f in c.all("languages_measured") + c.all("language_arena")
        ]
        if kind == "hardware":
            pools.append(self._evidence.text)
        return any(wanted in re.sub(r"[^a-z0-9]", "", fold(pool)) for pool in pools)

    def _row(self, text: str, checked: str, thread: Thread) -> Verdict:
        """A table row: each cell is read as said of the row's or the column's model, under the column's heading."""
        cells = [c.strip() for c in checked.strip().strip("|").split("|")]
        if all(re.fullmatch(r":?-{2,}:?|", c) for c in cells):
            return Verdict(text, (), thread)
        if not thread.header:
            sentence = self._read(" | ".join(cells), thread, True)
            heads = [m.models[0] for m in sentence.mentions if len(m.models) == 1]
            thread = replace(thread, header=tuple(cells), order=tuple(dict.fromkeys((*thread.order, *heads))))
            return Verdict(text, tuple(self._strangers(sentence)), thread)
        problems: list[Problem] = []
        models: list[str] = []
        first = int(len(cells) > 1 and bool(_RANK.fullmatch(cells[0])))
        """The column that names the row; one that only numbers the rows stands ahead of it."""
        head = self._read(f"{cells[0]}. {cells[1]}" if first else cells[0], thread, True)
        named = bool(head.owners.named)
        problems += self._strangers(head)
        problems += check_order(head, self._measures) if first else ()
        for j, cell in enumerate(cells):
            column = thread.header[j] if j < len(thread.header) else ""
            if not cell or (j == first and named) or j < first:
                continue
            parts = [cells[first], column] if named else [column, cells[first] if j > first else ""]
            labels = [p for p in parts if p and p != cell]
            for made in in_words(labels, cell):
                sentence = self._read(made, replace(thread, header=(*thread.header, cells[first])), False)
                found, proven = self._content(sentence)
                wrong = check_citations(sentence, proven, self._support)
                problems += [*found, *wrong]
                models += [m for mention in sentence.mentions for m in mention.models]
        return Verdict(text, tuple(problems), thread, models=tuple(dict.fromkeys(models)))


_RANK = re.compile(r"\W*(?:#\s?)?\d{1,2}\W{0,2}|[🥇🥈🥉]")


def _name(span: str) -> Problem:
    return Problem("name", span, Localised(f"«{span}» no está en los datos", f'"{span}" is not in the evidence'))


def _commands(support: Support) -> tuple[str, ...]:
    """Commands that we give ourselves, longest first."""
    found = {r.fit.command for r in support.recommendations.values() if r.fit and r.fit.command}
    return tuple(sorted(found, key=len, reverse=True))


def _blank(text: str, commands: Sequence[str]) -> str:
    for command in commands:
        text = text.replace(command, " " * len(command))
    return text


def _words(support: Support, texts: str) -> frozenset[str]:
    """Folded words that stand in the evidence and are therefore no invented names."""
    evidence = support.evidence
    pool = [texts, *(s.title for s in support.sources)]
    for card in support.cards.values():
        for name, facts in card.facts.items():
            for fact in facts:
                pool += [fact.source, fact.name or "", fact.provider or "", fact.variant or "", fact.unit or ""]
                if isinstance(fact.value, str) and name != "release_date":
                    pool.append(fact.value)
                elif isinstance(fact.value, tuple):
                    pool += fact.value
        pool += card.runtimes
    for value in evidence.needs.values.values():
        pool += value if isinstance(value, tuple) else [value] if isinstance(value, str) else []
    return frozenset(re.findall(r"[^\W_][\w+#]*(?:[-.'][\w+#]+)*|[a-z]+", fold(" ".join(pool))))
