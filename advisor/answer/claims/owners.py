"""Of which model something is said: the mention that a place in a sentence belongs to, or the subject carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from advisor.answer.claims.antecedents import Owner, carried, of_several, others_named, rest_follows
from advisor.answer.claims.names import Mention
from advisor.answer.claims.quantities import Quantity
from advisor.answer.claims.speakers import made_by, stands_for_model
from advisor.answer.claims.thread import Thread

_COMPARATIVE = r"(?:\b(?:mas|menos|mejor|peor|mayor|menor|igual|doble|double|triple|mitad|antes|superior|inferior|tan|tanto|tanta|veces|mismo|misma|tercio|cuarto|more|less|fewer|better|worse|cheaper|same|times|twice|half|third|quarter)\b|\b\w{3,}er\b|%)"
_REFERENCE = re.compile(
    r"\b(?:than|unlike|doubles|triples|quadruples|halves|(?:du|tri|cuadru)plica(?: a)?|tied with|ties? with|empata(?:n|ndo)? con|on par with|empatad[oa]s? con|a la par (?:de|con)|igualad[oa]s? (?:con|a)|a diferencia del?|vs\.?|versus|frente al?|compared (?:to|with)|comparad[oa]s? con|en comparacion con|respecto al?|"
    r"instead of|en vez de|en lugar de|rather than|supera(?:n|ndo)? al?|gana(?:n)? al?|bate(?:n)? al?|beats?|beating|outperforms?|outscores?|edg(?:es?|ing) (?:out|past)|surpass(?:es)?|tops|aventajan? al?|se imponen? al?|contra|against|delante del?|detras del?|"
    r"encima del?|debajo del?|(?:points?|puntos?) (?:to|against|ante|contra)|ahead of|behind|trails|lags|matches|iguala a?|above|below|next to|superior al?|inferior al?|que el de|que la de|seguid[oa]s? (?:de|por)|followed by|relative to|whereas|over|(?:times|twice|half|double))\s*(?:el |la |los |las |the |both |de |del |que |al? |for |with |por |con |the one of |that of )*$"
)
_AGAINST_FIGURE = re.compile(
    r"\b(?:against|versus|vs\.?|(?:as )?compared (?:to|with)|frente al?|contra|comparad[oa]s? con|en lugar de|instead of|por) (?:l[oa]s |el |the |about |unos )?(?:us)?\$?\d[\w.,·%/$ ]{0,24}?\s(?:for|of|in|from|de|del|para|en) (?:the |el |la )?$"
)
""" "..., against 54% for B": what follows goes on about the one compared."""
_QUE = re.compile(
    r"\b(?:que|como|as|what)\s+(?:el |la |los |las |the |both |al? |con |por |el de |la de |los de |that of |lo que )*$"
)
_RATIO_OF = re.compile(
    r"\b(?:doble|triple|mitad|tercio|cuarto|twice|doubl\w*|half|halves|veces|times|third|quarter|x|duplica\w*|triplica\w*|cuadruplica\w*|quadrupl\w*|tripl\w*|fold)\b[^.;]{0,40}\b(?:del?|of|que)\s+(?:the |el |la )?$"
)
_JOINT = re.compile(r"\s*(?:,|/|y|e|and|&|o|u|or|,\s*(?:y|and|o|or))\s*(?:el |la |the |tambien |also )?")
_OF_AFTER = re.compile(r"[^,;:()|]{0,45}?\b(?:de|del|of|for|in|en|para|con|with|on|from|by|por)\s+(?:el |la |the )?")
_CONTRAST = re.compile(
    r"\b(?:frente al?|vs\.?|versus|against|en lugar del?|en vez del?|instead of|compared (?:to|with)|rather than|contra|por los|from|unlike)\s+"
    r"(?:(?:los|las|el|the|unos|about|some|around|casi|almost|nearly|roughly|only|solo) |~|≈)?(?:us)?\$?\s?$"
)
_RESUMED = re.compile(
    r"[,;]\s*(?:pero|but|y|and|aunque|though|si bien|e)\s+(?:solo |only |tambien |also |ademas )?(?:no )?(?:cuesta|costs?|tiene|has|ofrece|offers|sale|ocupa|takes|needs|necesita|es|is|cobra|charges|admite|supports|escribe|writes|va|runs|corre)\b"
)
_GENITIVE = re.compile(r"\b(?:del?|of)\s+(?:the |el |la )?$")
_OWN_VERB = re.compile(
    r"\s+(?:va|es|tiene|cuesta|ofrece|admite|sale|ocupa|queda|escribe|is|has|costs|offers|supports|takes|needs|comes|goes|ranks)\b"
)
_NO_BRIDGE = re.compile(
    r"\b(?:than|que|contrast|compar\w+|frente|mas|menos|less|more|unlike|diferencia|is|are|was|es|son|era|has|have|tienen?|costs?|cuestan?|offers?|ofrecen?|leav\w+|dejan?|"
    r"gives?|and|y|pero|but|third|half|twice|times|mitad|doble|triple|tercio|cuarto|quarter|veces|double|while|mientras)\b"
)
"""Words that do not stand between a figure and the name it is of: "0.15 per million tokens for B" has none of them."""
_TIED = re.compile(r"\s*(?:\(|:|=|'s\b(?!\s*:)|'\s|,?\s*(?:which|that|que|cuy[oa]s?|whose|with its|con sus?)\b|\[)")
_LOOSE = re.compile(r"\s*,?\s*(?:at|con|with|a|por|de|for)\s")
_ANAPHOR = re.compile(
    r"\b(?:it|its|it's|su|sus|est[ea] (?:modelo|opcion|ultimo|ultima)|es[ea] (?:modelo|opcion)|this (?:model|one|option)|that one|the model|el modelo|dicho modelo)\b|"
    r"^\W*(?:este|esta|ese|esa|this|that)\s+(?:es|tiene|cuesta|ofrece|admite|is|has|costs|offers|supports)\b"
)
_LOOKS_AHEAD = re.compile(
    r"\W*(?:con|with|at|for|por|gracias a|thanks to|given|dad[oa]s?|pese a|a pesar de|despite)\s+(?:sus?|its)\b"
)
_FRONTED = re.compile(
    r"\W*(?:at|with|for|from|by|given|con|por|a|desde|dad[oa]s?|gracias a|despite|pese a)\b[^;:.]*,\s*(?:the |el |la )?"
)
""" "At 0.35 in and 1.40 out, ...": said of the name that follows."""
_PARTED = re.compile(
    r"[,;:.]\s|\b(?:y|e|and|pero|but|while|whereas|mientras|cuando|when|aunque|though|frente a|against|versus|vs|than|que)\b"
)
"""Where a part of a sentence ends that may have a subject of its own."""
_THE_OTHER = re.compile(r"[;,]\s*(?:\w+ ){0,3}?(?:el otro|la otra|the other(?: one)?)\b(?! (?:day|hand|dia|lado))")
""" "...; for the other there is no price": not the one just named."""
_NONE = re.compile(r"\b(?:none|ninguno|ninguna|neither)\b")
_REASON = r"\s+(?:es|is)\s+(?:el|la|the|su|its|que|that|por)\s+(?:precio|idioma|velocidad|contexto|tamano|licencia|coste|price|language|speed|context|size|licen[cs]e|cost|privacidad|privacy|calidad|quality|memoria|memory)"
""" "El segundo es el precio" counts reasons, not models."""
_ONE = (
    rf"(?: (?:one|model)\b|(?='s\b)|(?=\s*(?:[.,;)]|$))|(?=\s+(?:\$?\d|(?:is|was|has|had|takes?|would|will|can|could|should|costs?|needs?|leads|beats|trails|comes|fits|runs|activates|"
    r"writes|reads|starts|charges|declares|measures|scores|offers|supports|works|gives|leaves|reaches|holds|does|doesn't|isn't|also|only|just|at|and|by)\b))(?!"
    rf"{_REASON}))"
)
""" "The second", alone or before a verb: the model."""
_THE = r"(?:\b(?:el|la) |(?<=\bdel )|(?<=\bal ))"
_FIRST = re.compile(
    rf"(?:{_THE}primer[oa]\b(?!\s+(?:opcion|puesto|token|lugar|palabra))(?!{_REASON})|\bthe first{_ONE})"
)
_SECOND = re.compile(
    rf"(?:\bthe runner-up\b|{_THE}segund[oa]\b(?!\s+(?:opcion|puesto|lugar))(?!{_REASON})|\bthe second{_ONE})"
)
_THIRD = re.compile(rf"(?:{_THE}tercer[oa]\b(?!\s+(?:opcion|puesto|lugar|parte))(?!{_REASON})|\bthe third{_ONE})")
_FORMER, _LATTER = re.compile(r"\bthe former\b"), re.compile(r"\b(?:the latter|est[ea] ultim[oa])\b")
_IN_ORDER = ((_FORMER, -2), (_LATTER, -1), (_FIRST, 0), (_SECOND, 1), (_THIRD, 2))
"""Words for a model by its order, and which of those named they mean; of the last two where it is negative."""


class Owners:
    """Answers, for one sentence, whose a place is."""

    def __init__(
        self,
        folded: str,
        mentions: Sequence[Mention],
        quantities: Sequence[Quantity],
        thread: Thread,
        ranked: Sequence[str],
        dropped: bool = False,
    ) -> None:
        """`dropped`: what stands before the first name has no subject of its own and is said of the one carried over."""
        self.folded, self._thread, self._ranked, self._quantities = folded, thread, ranked, quantities
        self.dropped = dropped
        named = [m for m in mentions if m.kind in ("model", "short", "stranger", "quoted")]
        if not named:
            spoken = (m for m in mentions if m.kind == "vendor" and m.models and not made_by(folded[: m.start]))
            named = [self._speaker(m, (*thread.subject, *thread.anchor)) for m in spoken]
        else:
            spoken = (m for m in mentions if m.kind == "vendor" and m.models)
            named += [self._speaker(m) for m in spoken if stands_for_model(folded, m.start, m.end)]
        pointed = self._pointed(named)
        self._pointing = {m.start for m in pointed}
        self.named = sorted([*named, *pointed], key=lambda m: m.start)
        self.references = {m for m in self.named if self._is_reference(m)}

    def _speaker(self, vendor: Mention, about: tuple[str, ...] | None = None) -> Mention:
        """A vendor that says something, or is named alone, stands for its model that was spoken of."""
        spoken = {*self._thread.subject, *self._thread.anchor, *self._thread.recent} if about is None else {*about}
        spoken = spoken or {*self._ranked[:1]}
        return replace(vendor, models=tuple(m for m in vendor.models if m in spoken) or vendor.models)

    def _pointed(self, named: Sequence[Mention]) -> list[Mention]:
        """ "el primero", "the latter": mentions by order."""
        here = list(dict.fromkeys(m.models[0] for m in named if m.models))
        ahead = named[0].start if named else 0
        if len(here) < 2 or any(p.search(self.folded, 0, ahead) for p, _ in _IN_ORDER):
            here = []
        told = here or list(self._thread.order if len(self._thread.order) >= 2 else self._ranked)
        last = here or list(self._thread.recent if len(self._thread.recent) >= 2 else self._ranked[:2])
        found: list[Mention] = []
        for pattern, place in _IN_ORDER:
            order = last if place < 0 else told
            if len(order) > (place if place >= 0 else 1):
                first = self._ranked[:1] if place == 0 and not named else ()
                found += [
                    Mention(m.start(), m.end(), "model", tuple(dict.fromkeys((order[place], *first))))
                    for m in pattern.finditer(self.folded)
                    if not self._is_named(m.end(), named) and not self._in_apposition(m.start(), named)
                ]
        return found

    def _in_apposition(self, start: int, named: Sequence[Mention]) -> bool:
        """ "B, the third, stops at 9.5": said of the name right before."""
        return any(re.fullmatch(r"\s*[,(]\s*", self.folded[m.end : start]) for m in named if m.end <= start)

    def _is_named(self, end: int, named: Sequence[Mention]) -> bool:
        """ "The first is B": the name itself follows."""
        return any(
            re.fullmatch(
                r"(?: (?:de|en|on|of|in) (?:la|tu|the|your) (?:lista|list|clasificacion|ranking))?\s*(?:es|is|seria|would be)?[:,]?\s*(?:el |la |the )?(?:de |one from )?",
                self.folded[end : m.start],
            )
            for m in named
            if m.start >= end
        )

    def _is_reference(self, mention: Mention) -> bool:
        before = self.folded[max(0, mention.start - 90) : mention.start]
        before = before[max(before.rfind(mark) for mark in ".;|\n") + 1 :]
        if _REFERENCE.search(before) or _RATIO_OF.search(before) or _AGAINST_FIGURE.search(before):
            return True
        clause = re.split(r",|\b(?:mientras|aunque|pero|but|while|whereas|asi)\b", before)[-1]
        if _QUE.search(before) and re.search(_COMPARATIVE, clause):
            return True
        index = self.named.index(mention)
        return bool(index) and self._listed(index) and self._is_reference(self.named[index - 1])

    def _listed(self, i: int) -> bool:
        """Whether the i-th name goes on a list that the one before it began."""
        return self._joined(i - 1, i) and len(self._run(i)) > 1

    def _joined(self, i: int, j: int) -> bool:
        if self._pointing & {self.named[i].start, self.named[j].start}:
            return False
        return bool(_JOINT.fullmatch(self.folded[self.named[i].end : self.named[j].start]))

    def _run(self, i: int) -> list[int]:
        """The coordinated names around the i-th; a comma alone may also end a phrase, so a list has an "and" or a slash."""
        first = last = i
        while first > 0 and self._joined(first - 1, first):
            first -= 1
        while last + 1 < len(self.named) and self._joined(last, last + 1):
            last += 1
        while last > first and self._begins_clause(last):
            last -= 1
        if last < i:
            return [i]
        gaps = [self.folded[self.named[j].end : self.named[j + 1].start] for j in range(first, last)]
        return list(range(first, last + 1)) if any(re.search(r"[a-z&/]", gap) for gap in gaps) else [i]

    def _begins_clause(self, i: int) -> bool:
        """ "..., and C costs 5": a name after a comma and before a verb of its own begins a clause."""
        before = self.folded[max(0, self.named[i].start - 8) : self.named[i].start]
        return bool(
            re.search(r",\s*(?:y|e|and|but|pero)\s+(?:el |la |the )?$", before)
            and _OWN_VERB.match(self.folded, self.named[i].end)
        )

    def group(self, i: int) -> list[int]:
        """The names that the i-th is coordinated with, all subjects or all compared with: "A, B and C"."""
        alike = self.named[i] in self.references
        return [j for j in self._run(i) if (self.named[j] in self.references) == alike]

    def of(self, start: int, end: int) -> Owner:
        """Whose the words from `start` to `end` are."""
        start = self._range_start(start)
        after = self._named_after(self._range_end(end))
        if after is not None:
            return _owner([self._in_turn(start) or self.named[after]])
        in_turn = self._in_turn(start)
        if in_turn is not None:
            return _owner([in_turn])
        before = [i for i, m in enumerate(self.named) if m.end <= start]
        if before and rest_follows(self.folded, end):
            return self._rest_but(self.named[before[-1]])
        owner = self._from_before(before, start) if before else self._from_elsewhere(start)
        if owner.every and not before:
            owner = self._one_each(owner, start)
        if _CONTRAST.search(self.folded[max(0, start - 30) : start]) and not owner.stranger:
            named = [m for n in self.named for m in n.models]
            spoken = [m for m in self._thread.recent if m not in owner.models]
            partners = named if len(self.named) > 1 else [*named, *(spoken or self._ranked[:3])]
            return Owner(tuple(dict.fromkeys((*owner.models, *partners))), general=owner.general)
        return owner

    def _one_each(self, owner: Owner, start: int) -> Owner:
        """ "The four have 8.2B, 12.2B, 8B and 7.8B": one figure for each of them, in their order."""
        here = next((q for q in self._quantities if q.start <= start < q.end), None)
        run = [q for q in self._quantities if here is not None and _kind(q) == _kind(here)]
        if here is None or len(run) < 2 or len(run) != len(owner.models):
            return owner
        return Owner((owner.models[run.index(here)],), general=owner.general)

    def _range_start(self, start: int) -> int:
        """The start of "24-34" for its 34: both ends are said of the same."""
        ends = zip(self._quantities, self._quantities[1:], strict=False)
        return next((low.start for low, high in ends if high.start == start and high.part == "high"), start)

    def _range_end(self, end: int) -> int:
        """The end of "24-34" for its 24: what is said after a range is said of both its ends."""
        partner = next((q for q in self._quantities if q.start >= end), None)
        joined = partner is not None and re.fullmatch(
            r"\s*(?:-|a|to|hasta)\s*(?:us)?\$?", self.folded[end : partner.start]
        )
        return partner.end if partner is not None and joined else end

    def _in_turn(self, start: int) -> Mention | None:
        """ "39K, 4K and 8K respectively for A, B and C": figures first, then as many names in their order."""
        here = next((q for q in self._quantities if q.start <= start < q.end), None)
        if here is None or "respectiv" not in self.folded:
            return None
        run = [q for q in self._quantities if _kind(q) == _kind(here) and q.part != "high"]
        here = here if here in run else max((q for q in run if q.start < here.start), key=lambda q: q.start)
        names = [m for m in self.named if m.start > run[-1].end]
        return names[run.index(here)] if 1 < len(run) == len(names) else None

    def _named_after(self, end: int) -> int | None:
        for i, mention in enumerate(self.named):
            if mention.start >= end:
                gap = self.folded[end : mention.start]
                pair = self._paired(end)
                if pair is not None and pair.end <= mention.start:
                    return self._named_after(pair.end)
                if any(q.start >= end and q.end <= mention.start for q in self._quantities):
                    return None
                if _NO_BRIDGE.search(gap):
                    return None
                return i if _OF_AFTER.fullmatch(gap) or self._right_after(end, gap) else None
        return None

    def _right_after(self, end: int, gap: str) -> bool:
        """ "8.19B Qwen3 8B and 8.03B Llama 3.1 8B"."""
        here = next((q for q in self._quantities if q.end == end), None)
        return (
            here is not None
            and here.unit not in ("date", "x", "%")
            and bool(re.fullmatch(r"\s+(?:el |la |the )?", gap))
        )

    def _paired(self, end: int) -> Quantity | None:
        """The second of two prices that begin a part of their own: "...; 0.075 and 0.20 for B"."""
        here = next((i for i, q in enumerate(self._quantities) if q.end == end), None)
        if here is None or here + 1 >= len(self._quantities):
            return None
        first, second = self._quantities[here], self._quantities[here + 1]
        opens = re.search(r"(?:[,;:(]|\b(?:y|and|but|pero|while|mientras))\s*$", self.folded[: first.start])
        joined = _AND_ALSO.fullmatch(self.folded[first.end : second.start])
        return second if opens and joined and _kind(first) == _kind(second) == "usd" else None

    def _from_before(self, before: Sequence[int], start: int) -> Owner:
        i = before[-1]
        mention = self.named[i]
        gap = self.folded[mention.end : start]
        heads = gap.startswith(":") and mention.start <= 16
        if mention in self.references and (heads or not (self._tied(gap) or self._faces(mention, gap, start))):
            main = next((j for j in reversed(before) if self.named[j] not in self.references), None)
            if main is None:
                following = next((m for m in self.named if m.start >= start and m not in self.references), None)
                owner = _owner([following]) if following else self._carried(False)
            else:
                owner = _owner([self.named[j] for j in self.group(main)])
            if _LOOSE.fullmatch(gap + " ") or _LOOSE.match(gap):
                return Owner((*owner.models, *mention.models), False, False, owner.stranger)
            return owner
        if len(before) > 1 and _RESUMED.search(gap) and _GENITIVE.search(self.folded[: mention.start]):
            main = next((j for j in before if self.named[j] not in self.references), i)
            return Owner((*self.named[main].models, *mention.models))
        if others_named(gap):
            return self._rest_but(mention)
        if _THE_OTHER.search(gap):
            shown = self._thread.recent if len(self._thread.recent) >= 2 else tuple(self._ranked[:2])
            return Owner(tuple(m for m in shown if m not in mention.models))
        group = [self.named[j] for j in self.group(i)]
        if len(group) > 1 or len(before) > 1:
            zipped = self._zipped(before, start)
            if zipped:
                return _owner([zipped])
        both = of_several(gap)
        if len(group) == 1 and both and len(before) > 1:
            return _owner([self.named[j] for j in before])
        return _owner(group)

    def _faces(self, mention: Mention, gap: str, start: int) -> bool:
        """ "A's score, 84, is better than B's, 80": the subject has its own figure before."""
        here = next((q for q in self._quantities if q.start <= start < q.end), None)
        told = here and any(q.end <= mention.start and _kind(q) == _kind(here) for q in self._quantities)
        return bool(told and re.fullmatch(r"\s*,\s*(?:con |with |at )?(?:unos |about )?", gap))

    def _rest_but(self, mention: Mention) -> Owner:
        shown = self._thread.recent[-3:] if len(self._thread.recent) >= 3 else tuple(self._ranked[:3])
        return Owner(tuple(m for m in shown if m not in mention.models), every=True)

    def _tied(self, gap: str) -> bool:
        return bool(_TIED.match(gap)) and ")" not in gap

    def _zipped(self, before: Sequence[int], start: int) -> Mention | None:
        """Several names, then as many figures of one unit: in the same order."""
        here = next((q for q in self._quantities if q.start <= start < q.end), None)
        if here is None:
            return None
        last = self.named[before[-1]]
        next_name = next((m.start for m in self.named if m.start > start), len(self.folded))
        run = [q for q in self._quantities if last.end <= q.start < next_name and _kind(q) == _kind(here)]
        here = run[run.index(here) - 1] if here.part == "high" and run.index(here) else here
        run = [q for q in run if q.part != "high"]  # "15 to 34" is one
        names = [self.named[j] for j in before]
        joined = self.group(before[-1])
        pool = [self.named[j] for j in joined] if len(joined) > 1 else names
        if len(run) < 2 or len(run) != len(pool):
            return None
        said = re.search(r"\brespectiv\w+", self.folded) or last in self.references or len(joined) > 1
        return pool[run.index(here)] if said else None

    def _from_elsewhere(self, start: int) -> Owner:
        lead = self.folded[:start]
        following = [m for m in self.named if m.start >= start and m not in self.references]
        if self.dropped and self.leads(start):
            return self._carried(True, start)
        if following and (
            not _ANAPHOR.search(lead) or _LOOKS_AHEAD.match(lead) or not (self._thread.subject or self._ranked)
        ):
            return _owner(following[:1])
        return self._carried(not self.named, start)

    def leads(self, start: int) -> bool:
        """Whether a place lies before the first name and in another part of the sentence, whose subject may be left out."""
        first = self.named[0].start if self.named else len(self.folded)
        ahead = _LOOKS_AHEAD.match(self.folded) or _FRONTED.fullmatch(self.folded, 0, first)
        return start < first and bool(_PARTED.search(self.folded, start, first)) and not ahead

    def named_after(self, end: int) -> Mention | None:
        """The name that a figure ending here is said to be of: "0.15 for B"."""
        found = self._named_after(self._range_end(end))
        return None if found is None else self.named[found]

    def carried(self) -> Owner:
        """The subject that a sentence without one of its own leans on."""
        return self._carried(not self.named)

    def _carried(self, alone: bool, start: int = 0) -> Owner:
        return carried(self.folded, self._thread, self._ranked, alone, start)


_AND_ALSO = re.compile(
    r"\s*(?:(?:for |de |of |la )*(?:in|out|input|output|entrada|salida)\s*)?(?:y|and|/|,)\s*(?:los |the )?(?:us)?\$?\s?"
)


def _kind(quantity: Quantity) -> str:
    return quantity.unit.partition("/")[0] if quantity.unit.startswith("usd") else quantity.unit


def _owner(mentions: Sequence[Mention]) -> Owner:
    stranger = any(m.kind in ("stranger", "quoted") for m in mentions)
    if len(mentions) == 1:
        return Owner(mentions[0].models, False, False, stranger)
    models = tuple(dict.fromkeys(model for m in mentions for model in m.models))
    return Owner(models, all(len(m.models) == 1 for m in mentions), False, stranger)
