"""What each sentence does: states, asks about a concept or a model, doubts, passes on hearsay. Only statements change needs."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from advisor.understand.speech.errands import Errands
from advisor.understand.speech.questions import AUXILIARIES, QUESTION_STARTS
from advisor.understand.words.match import Hit
from advisor.understand.words.reading import Reading
from advisor.understand.words.text import wordset

Act = Literal["state", "guide", "ask_model", "doubt", "hearsay", "why", "compare", "adversarial", "errand", "reset"]

_TO_THE_NAME = 2
"""Words between "alternative to" and the name."""
_PASSED_ON = wordset(
    "ponga pongamos busque busquemos use usemos mire miremos pruebe should shall must tengo tenemos haya"
)
"""What makes somebody's words a request passed on ("my boss says we should ...")."""
_PLAYING = wordset("pretend act play finja finge haz haga hace imagina imaginate")
_SPEAKERS = wordset("i we they he she people")
"""Who says what the words after would order, were they to the advisor: "I always say ..."."""
PASSED_WISHES = wordset("wants needs quiere quieren necesita necesitan busca buscan querria")
_OTHERS_USE = wordset("does did usa usan lleva llevan utiliza utilizan emplea")
_THINGS = wordset("uno una un algo alguno alguna ia modelo llm a an model something anything")
_THESE = wordset("these those they estos estas esos esas ellos")
_TELLING = wordset("me us nos told dijo dijeron dicho conto comento solto that que")
"""What hearsay ends with where the words of another follow."""
AUTHORITIES = ("jef", "boss", "manager", "client", "encarg", "direct", "supervis", "profe", "teacher", "prof", "empresa",
                "company", "legal", "customer", "cto", "ceo", "socio", "partner", "pide", "piden", "wants")  # fmt: skip
"""How the words begin that name somebody with a say, whose wishes are passed on."""
_THE = frozenset(["the", "el", "la", "los", "las"])
_WHICH = frozenset(["cual", "cuales", "which"])
_NEEDING = frozenset(["need", "needs", "necesito", "necesitamos", "necesita", "needed"])
_TELLS = wordset("tells tell says dice diga digan")
_RELATIVE = wordset("that which que to para")
_FITTING = wordset("fit fits cabe caben entra entran")
_WISHED = ("use_case", "tongue", "priority", "latency")
"""What, said before words of asking, makes a sentence without a question mark a wish."""
WISHING = wordset(
    "quiero queremos quisiera busco buscamos recomiendas recomiendan recomendais me want looking id recommend"
)
_CONTRASTS = wordset(
    "pero but yo i im ive ahora now y and my mi mio mia mine mias algo quiero need only just solo queda quedan left so "
    "well nosotros we our aqui here want looking hoping trying busco necesito"
)
_HE_SAYS = wordset(
    "dice dijo decia jura cuenta presume cree piensa insiste says said swears claims thinks brags insists"
)
"""Verbs after "and" with which the tale of somebody else goes on."""

_NO_SAY = (
    "tienda", "vended", "youtub", "video", "foro", "blog", "reddit", "comercial", "sales", "shop", "store", "cunad", "prim", "cousin",
    "influencer", "anuncio", "publicidad", "vecin", "neighbo", "segun", "tiktok", "internet", "gente", "people",
)  # fmt: skip
"""How the words begin for those who can give nothing."""
_SAID = wordset("dice dicen dijo dijeron confirma says say said told tell tells checked confirms confirmed")
_INQUIRING = wordset("se sabe saber dime explica y , en a de por ¿")
"""Words before a "que" that asks."""
_BEST = wordset("best better good easiest mejor mejores buena")
_MEANS = wordset(
    "way ways approach approaches method methods practice practices strategy manera maneras forma formas modo practica "
    "practicas metodo estrategia"
)


class Sentences(Errands):
    """The act of every sentence of a reading. `named`: the spans of models."""

    def __init__(self, reading: Reading, named: list[tuple[int, int]]) -> None:
        super().__init__(reading, named)
        self.hesitates = False
        """Whether it is torn between things to buy."""
        self.by_sentence: dict[int, Act] = {
            number: self._act(start, end) for number, (start, end) in reading.message.sentence_bounds.items()
        }

    def has(self, *acts: Act) -> bool:
        return any(act in acts for act in self.by_sentence.values())

    @cached_property
    def spoken(self) -> int:
        """How many sentences have words in them."""
        tokens = self._reading.message.tokens
        bounds = self._reading.message.sentence_bounds.values()
        return sum(any(t.kind != "mark" for t in tokens[start:end]) for start, end in bounds)

    def _asks(self, start: int, end: int) -> bool:
        """Whether the sentence wishes; "do I need" and "¿necesito ...?" only ask, and "one that talks" names a thing."""
        hits = [h for h in self._reading.of("scope", "want") if start <= h.start and h.end <= end]
        hits = [h for h in hits if self._reading.message.words[h.start] not in _THINGS]
        if not (self._reading.message.is_question(start) or self._opens_like_question(start, end)):
            return bool(hits)
        words = self._reading.message.words
        return any(not set(words[h.start : h.end]) & _NEEDING for h in hits)

    def _turns(self, i: int) -> bool:
        words = self._reading.message.words[i : i + 2]
        if set(self._reading.message.words[i : i + 4]) & {"mia", "mio", "mine", "mias", "yo", "i", "ours"}:
            return True
        spoken = [w for w in self._reading.message.words[i : i + 3] if w.isalnum()]
        goes_on = spoken[:1] in (["y"], ["and"]) and bool(set(spoken[1:2]) & _HE_SAYS)
        return not goes_on and any(w in _CONTRASTS for w in words)

    def _act(self, start: int, end: int) -> Act:
        reading = self._reading
        if not any(token.kind == "word" for token in reading.message.tokens[start:end]):
            return "state"

        def has(kind: str, *values: str) -> bool:
            return reading.has(kind, *values, start=start, end=end)

        marked = reading.message.is_question(start)
        question = marked or self._opens_like_question(start, end)
        wants, owns = self._wants(start, end), self._owns(start, end)
        if self._attacks(start, end) or self._harms(start, end):
            return "adversarial"
        if has("act", "reset") and not has("fine_tuning", "any"):
            return "reset"
        if self._is_errand(start, end, wants):
            return "errand"
        if (
            any(
                start <= h.start and h.end <= end and not self._is_to_tell(h)
                for h in reading.of("act", "hearsay", "opinion")
            )
            and (not wants or not self._asks(start, end) or self._wish_is_told(start, end))
            and not self._owns(start, self._told_from(start, end))
            and not set(reading.message.words[start:end]) & _PASSED_ON
            and not self._reported(start, end)
            and not self._early(reading.of("act", "why"), start, end)
        ):
            return "hearsay"
        if has("act", "slip") or self._asks_for_more(start, end) or (has("multiply") and not marked):
            return "state"
        named = sum(start <= a < end for a, _ in self._named)
        equipped = self._hardware(start, end) or has("unit", "gb")
        if question and has("act", "begin") and not (owns and (wants or equipped or has("use_case"))):
            return "guide"
        needless = [h for h in reading.of("scope", "optional") if h.length > 2]
        whys = [h for h in reading.of("act", "why") if not any(o.start < h.start and h.end <= o.end for o in needless)]
        why = self._early(whys, start, end)  # "no tiene por que ser rapido" asks nothing
        if why and not owns and (not wants or named or has("act", "why_choice")):
            return "why" if named or has("act", "why_choice") or end - why.end <= 2 else "guide"
        if self._doubts(start, end, marked) and not (wants and self._asks(start, end)) and not has("act", "refer"):
            if marked or (not owns and self._early(reading.of("scope", "doubt"), start, end)):
                return "doubt" if not (owns and self._hardware(start, end)) else "state"
        if self._hesitates(start, end):
            self.hesitates = True
            return "guide"
        mending = reading.of("scope", "correct")
        guides = [
            h
            for h in reading.of("act", "guide")
            if not any(c.start <= h.start and h.end <= c.end and c.length > h.length for c in mending)
        ]  # the "mean" of "30 euros, I mean" asks nothing
        guides = guides if marked else [h for h in guides if not self._states_figure(h, start, end)]
        guide = self._early(guides, start, end)
        if (
            guide
            and not question
            and not self._asks_at(guide, end)
            and any(start <= h.start < guide.start for kind in _WISHED for h in reading.of(kind))
        ):
            guide = None  # "separar los correos que son spam": what is wished comes first
        if guide and not question and guide.start >= reading.clause(start)[1] and self._limited(start, guide.start):
            guide = None  # "24B or more, with less it loses the thread": the reason for a limit asks nothing
        shown = bool(reading.dialogue.shown)
        compares = has("act", "compare") and not self._limits(start, end)
        if compares and (named or has("act", "refer") or (shown and not self._explains(start, end))):
            return "compare"
        if guide and named > 1:
            return "compare"
        if question and not wants and self._weighs_kinds(start, end):
            return "guide"
        if wants or owns or not (question or guide):
            return "state"
        if named and self._seeks_another(start, end):
            return "state"
        return self._question(start, end, marked, named > 0, guide)

    def _seeks_another(self, start: int, end: int) -> bool:
        """ "Any alternative to GPT-5?", "Opus is too dear, what else?": the name says what the one sought is to replace."""
        reading = self._reading
        names = [a for a, _ in self._named if start <= a < end]
        for hit in reading.of("act", "seeks", "seeks_else"):
            if not (start <= hit.start and hit.end <= end + 1):
                continue
            if hit.value == "seeks_else" and names[-1] < hit.start:
                return True
            beside = any(0 <= a - hit.end <= _TO_THE_NAME for a in names)
            if hit.value == "seeks" and beside and names[0] > hit.start:
                return True
        return False

    def _attacks(self, start: int, end: int) -> bool:
        """An attack on the advisor; "a model that can pretend to be a knight" wishes for a use."""
        reading = self._reading
        wished = [h.start for h in reading.of("scope", "want") if start <= h.start]
        return any(
            start <= h.start
            and h.end <= end
            and not (reading.message.words[h.start] in _PLAYING and wished and wished[0] < h.start)
            and reading.message.words[max(h.start - 1, 0)] not in _SPEAKERS
            for h in reading.of("act", "adversarial")
        )

    def _wish_is_told(self, start: int, end: int) -> bool:
        """ "A guy told me I need two 4090s": all that is wished is in what somebody without a say said."""
        reading = self._reading
        told = self._first(reading.of("act", "hearsay"), start, end)
        wishes = [h for h in reading.of("scope", "want") if start <= h.start and h.end <= end]
        said = told is not None and reading.message.words[told.end - 1] in _TELLING
        clause = reading.clause(told.start) if told and said else (start, start)
        own = any(w.startswith(AUTHORITIES) for w in reading.message.words[start : clause[1]])
        return not own and all(clause[0] <= h.start < clause[1] and told and h.start >= told.end for h in wishes)

    def _reported(self, start: int, end: int) -> bool:
        """ "IT says we can get two A6000s", "espera, me dicen que hay tres": what is given to us, or puts a figure right."""
        reading = self._reading
        offers = self._first(reading.of("act", "offered"), start, end)
        if offers and not reading.has("unit", "params", start=start, end=end):
            return not any(w.startswith(_NO_SAY) for w in reading.message.words[start : offers.start])
        named = any(start <= a < end for a, _ in self._named)
        puts_right = reading.corrects and bool(reading.dialogue.needs) and not reading.message.is_question(start)
        puts_right = puts_right and bool(_SAID & set(reading.message.words[start:end]))
        counted = any(n.value != 1 for n in reading.numbers_in(start, end))
        return puts_right and counted and not named and not reading.is_taken(start, end)

    def _states_figure(self, guide: Hit, start: int, end: int) -> bool:
        """ "Dice mi hermano que son 16", "se puede pagar algo, 15 euros máximo": no question, and a figure is told."""
        words = self._reading.message.words
        if words[guide.start] == "que" and guide.start > start and words[guide.start - 1] not in _INQUIRING:
            return bool(self._reading.numbers_in(guide.end, guide.end + 2))
        able = words[guide.start : guide.start + 2] in (("se", "puede"), ("se", "podria"))
        return able and bool(self._limited(start, end) or self._reading.has("limit_word", start=start, end=end))

    def _told_from(self, start: int, end: int) -> int:
        """Where what others say begins: "I've got a 16GB M1 and my flatmate swears ..."."""
        told = self._first(self._reading.of("act", "hearsay"), start, end)
        return told.start if told else start

    def _is_to_tell(self, hit: Hit) -> bool:
        """ "Something that looks at my loaf and tells me if it is done": what is sought is to tell."""
        words = self._reading.message.words
        start, _ = self._reading.sentence(hit.start)
        sought = [h for h in self._reading.of("scope", "want") if start <= h.start and h.end <= hit.start]
        return words[hit.start] in _TELLS and any(words[h.end - 1] in _RELATIVE for h in sought)

    def _asks_for_more(self, start: int, end: int) -> bool:
        """ "Would Urdu be possible too?": on top of what holds, asked politely."""
        reading = self._reading
        adds = reading.has("scope", "add", start=start) and reading.sentence(start)[0] == start
        if self._first_word(start, end) in _THESE or set(self._plain(start, end)[1:2]) & _THESE:
            return False  # "do these read images too?" is asked of what is shown
        kinds = any(reading.has(kind, start=start, end=end) for kind in ("tongue", "programming", "modality"))
        explains = reading.has("act", "guide", start=start, end=end) or reading.has(
            "act", "refer", start=start, end=end
        )
        return adds and kinds and bool(reading.dialogue.needs) and not explains and not any(self._named)

    def _question(self, start: int, end: int, marked: bool, named: bool, guide: Hit | None) -> Act:
        """A question that wishes for nothing: about a model, about how things are, or about something else."""
        reading = self._reading
        told_before = bool(reading.dialogue.shown or reading.dialogue.focus)
        requests = [h for h in reading.of("act", "request") if start <= h.start and h.end <= end]
        if not (named or told_before) and any(
            not guide or (h.start <= guide.start and guide.end < h.end) for h in requests
        ):
            return "state"  # "¿cuál es mejor para escribir novelas?"
        if self._of_the_one_shown(start, end, marked) and not (guide and guide.length > 2):
            return "ask_model"
        talking = bool(reading.dialogue.needs or reading.dialogue.shown)
        if self._takes_up(start, end) or any(
            self._of_others(h, end) for h in reading.of("scope", "want") if start <= h.start and h.end <= end
        ):
            return "guide"
        if self._weighs(start, end):
            return "compare"
        if (talking and self._what_if(start)) or self._follows_up(start, end) or self._limits(start, end):
            return "state"
        asks = self._early(reading.of("act", "ask_model"), start, end)
        refers = any(
            told_before or reading.message.words[h.start] not in _THE  # "what's the cheapest model that ...?"
            for h in reading.of("act", "refer")
            if start <= h.start and h.end <= end
        )
        if guide is None and marked:
            guide = self._first(reading.of("act", "guide"), start, end)
        if (
            named
            or refers
            or (
                asks
                and (not guide or asks.length > guide.length)
                and bool(reading.dialogue.shown or reading.dialogue.focus)
            )
        ):
            return "ask_model"
        first = self._first_word(start, end)
        if guide and not (first in _WHICH and self._speaks_of_models(start, guide.start) and self._sought(guide)):
            return "guide"
        if first in _WHICH and self._speaks_of_models(start, min(start + 6, end)):
            return "state"
        seeks = reading.has("use_case", start=start, end=end) or reading.has("act", "another", start=start, end=end)
        if first in QUESTION_STARTS | AUXILIARIES or (not marked and self._accented(start, end, first)):
            needs = first in ("does", "do") and not set(self._plain(start, end)[1:2]) & {"i", "we"}
            needs = needs and bool(set(self._plain(start, end)) & _NEEDING)
            return "state" if seeks and not needs and not self._in_general(start, end) else "guide"
        if (
            not seeks
            and marked
            and (reading.has("machine", start=start, end=end) or reading.has("unit", "gb", start=start, end=end))
        ):
            if reading.has("flag", start=start, end=end):
                return "state"
            return "ask_model"  # "local on an 8 GB phone?": the machine is said, whatever is asked
        describes = bool(set(self._reading.message.words[start:end]) & {"para", "pa", "for"})
        counts = bool(self._limited(start, end)) or reading.has("period", start=start, end=end)
        return "state" if seeks or not marked or describes or counts or reading.is_taken(start, end) else "guide"

    def _sought(self, guide: Hit) -> bool:
        """ "Which models read pictures and fit in 24 GB?": what they are to do is said, and whether they fit only besides."""
        reading = self._reading
        start, _ = reading.sentence(guide.start)
        fits = bool(_FITTING & set(reading.message.words[guide.start : guide.end]))
        return fits and any(reading.has(kind, start=start, end=guide.start) for kind in ("flag", "modality", *_WISHED))

    def _wants(self, start: int, end: int) -> bool:
        """Whether the sentence wishes. In a question that opens by asking what something is, needs and nouns are no wish."""
        hits = [h for h in self._reading.of("scope", "want") if start <= h.start and h.end <= end]
        hits = [h for h in hits if not (self._of_a_model(h) or self._of_others(h, end) or self._to_know(h))]
        hits = [h for h in hits if not self._of_means(h)]
        if not hits or not (self._reading.message.is_question(start) or self._opens_like_question(start, end)):
            return bool(hits)
        words = self._reading.message.words
        if any(start <= h.start and h.end <= end for h in self._reading.of("act", "guide")):
            hits = [h for h in hits if words[h.start] not in _THINGS]  # "would a model of 7B fit in ...?"
        if self._first_word(start, end) in ("does", "do", "is", "are"):
            hits = [h for h in hits if not set(words[h.start : h.end]) & _NEEDING]
        closing = [h for h in self._reading.of("act", "guide") if start < h.start and 0 <= end - h.end <= 1]
        if any(words[h.start] in QUESTION_STARTS for h in closing):
            return bool(set(words[start:end]) & WISHING)
        asks = [
            h for h in self._reading.of("act", "guide") if start <= h.start and h.end <= end and h.start - start <= 4
        ]
        doubts = [h for h in self._reading.of("scope", "doubt") if start <= h.start and h.end <= end]
        return any(
            not any(a.start <= h.start and (a.length > 1 or a.end == h.start) for a in asks)
            or words[h.start] in WISHING
            or any(a.start == h.start and a.length < h.length for a in asks)
            for h in hits
            if not any(d.start <= h.start and h.end <= d.end for d in doubts)
        )

    def _to_know(self, hit: Hit) -> bool:
        """ "I want to know whether X is safer than Y": what is wished is to be told."""
        asks = self._reading.of("act", "guide")
        return any(g.start <= hit.start and hit.end < g.end and g.length > hit.length + 1 for g in asks)

    def _of_means(self, hit: Hit) -> bool:
        """ "What's the best way to ...?", "¿cuál es la mejor manera de ...?": asked how, and not for which."""
        words = self._reading.message.words
        return words[hit.end - 1] in _BEST and bool(_MEANS & set(words[hit.end : hit.end + 1]))

    def _of_a_model(self, hit: Hit) -> bool:
        """ "A 7B needs 4 GB": what a model needs is no wish."""
        reading, i = self._reading, hit.start
        if i == 0 or reading.message.words[i] not in _NEEDING:
            return False
        return bool(reading.taken[i - 1]) or any(h.end == i for h in reading.of("unit", "params"))

    def _of_others(self, hit: Hit, end: int) -> bool:
        """ "What model does Duolingo use", "anyone tried Kimi for this?": asked of a product or a model."""
        words, after = self._reading.message.words, hit.end
        if words[hit.start] in ("what", "which", "que") and set(words[after : after + 1]) & _OTHERS_USE:
            return True
        tried = words[hit.start] in ("anyone", "alguien", "has")
        return tried and any(after <= a < min(after + 3, end) for a, _ in self._named)

    def _owns(self, start: int, end: int) -> bool:
        words = self._reading.message.words
        return any(
            start <= h.start
            and h.end <= end
            and (
                words[h.start] in ("tengo", "tenemos", "i", "we", "ive", "weve", "dispongo", "cuento")
                or (words[h.start] in ("mi", "my", "our", "nuestro") and self._hardware(start, end))
            )
            for h in self._reading.of("own", "have")
        )
