"""The door of this room: a message goes in, what it says comes out. Total: any text, any length, no exception."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from advisor.domain.cards import Catalogue
from advisor.domain.hardware import Device, OwnedDevice
from advisor.domain.language import Localised
from advisor.domain.lexicon import Lexicon, Rate
from advisor.domain.needs import Assumption, Change, Dialogue, Intent, ModelMention, Understanding, applied
from advisor.domain.outlook import BEYOND, Outlook
from advisor.errors import NeedsError
from advisor.understand.amounts.amounts import Amount, amounts
from advisor.understand.amounts.capacity import names_window, read_capacity
from advisor.understand.amounts.crowd import of_all, read_crowd
from advisor.understand.amounts.currencies import Currencies
from advisor.understand.amounts.money import read_money, spent_today
from advisor.understand.amounts.pieces import once_or_monthly, read_pieces
from advisor.understand.amounts.purse import asking, read_purse
from advisor.understand.amounts.savings import read_savings
from advisor.understand.amounts.volume import in_step, read_volume, told_before
from advisor.understand.apply import after, joined
from advisor.understand.assume import assumptions
from advisor.understand.machines.chosen import picked
from advisor.understand.machines.devices import DeviceIndex, Mention, mentions, with_memory
from advisor.understand.machines.editions import read_edition
from advisor.understand.machines.hardware import Found, read_chosen, read_hardware, told_parts
from advisor.understand.machines.sized import sized
from advisor.understand.machines.sizes import sizes_said
from advisor.understand.machines.unnamed import plain_pc, still_meant, unnamed
from advisor.understand.models.by_size import pointed_by_size
from advisor.understand.models.makers import Makers, read_makers
from advisor.understand.models.names import Named, NameIndex
from advisor.understand.models.replaced import read_replaced, seeks_another
from advisor.understand.senses.features import Feature, features, namings
from advisor.understand.senses.intents import REQUEST, explained_too, intents, is_reset, judged, states_nothing
from advisor.understand.senses.sense import Sense
from advisor.understand.senses.telling import only_tells, untold
from advisor.understand.senses.uses import read_use
from advisor.understand.speech.acts import Acts
from advisor.understand.speech.inquiries import inquires
from advisor.understand.talk.asides import has_card, only_equips, recounts
from advisor.understand.talk.beyond import beyond
from advisor.understand.talk.elliptic import read_elliptic
from advisor.understand.talk.follow_up import settled, unasked
from advisor.understand.talk.let_go import read_let_go
from advisor.understand.talk.lifted import read_lifted, read_that
from advisor.understand.talk.lineup import lineup, without_vendors
from advisor.understand.talk.matters import matter_asked
from advisor.understand.talk.misspoken import mended
from advisor.understand.talk.other_use import other_use
from advisor.understand.talk.outlook import intent_of, outlook
from advisor.understand.talk.paired import read_paired
from advisor.understand.talk.practice import asks_of_practice
from advisor.understand.talk.remarks import remarks
from advisor.understand.talk.retract import read_dropped, read_retractions
from advisor.understand.talk.turned import turned
from advisor.understand.talk.undo import read_undo
from advisor.understand.talk.which import NO_WORDS, WhichWords, asked_of_several, may_ask
from advisor.understand.wishes.enquired import asked_kinds
from advisor.understand.wishes.outputs import read_outputs
from advisor.understand.wishes.priorities import read_priorities
from advisor.understand.wishes.programming import read_programming
from advisor.understand.wishes.tongues import asked_tongues, cldr_entries, read_tongues
from advisor.understand.wishes.wishes import read_wishes
from advisor.understand.words.known import is_word
from advisor.understand.words.language import LanguageSense
from advisor.understand.words.match import Phrases
from advisor.understand.words.reading import MODEL, Reading
from advisor.understand.words.spelling import Speller
from advisor.understand.words.text import Message

END = 12_000
"""Characters that are read at either end of a message longer than two of them."""
MEMORIES = frozenset({"vram_gb", "ram_gb"})
_TOLD = frozenset({"mentioned_models", "commercial_use", "budget_usd_month"})
"""What even talk and questions on how things work tell: rights are asked for to be used ("may I sell what it draws?"), and
a ceiling on what is paid is said for oneself."""

_WORKLOAD = ("tokens_per_month", "items_per_month")
"""What is told beside the question what it would cost."""
_OF_USES = ("use_case", "modalities", "latency")
"""What a use brings with it, which is sensed by words whoever says them."""


class Reader:
    """Understands messages by rules over the lexicon. Made once; reading is pure and safe in several threads."""

    def __init__(
        self,
        catalogue: Catalogue,
        devices: tuple[Device, ...],
        lexicon: Lexicon,
        nicknames: Mapping[str, Sequence[str]] | None = None,
        *,
        senses: Mapping[str, Sense],
        which: WhichWords = NO_WORDS,
    ) -> None:
        """`senses` by name: "use_case"; "intent", to put right what the rules make of intents; "talk", to tell who states
        no need whatever is named. Without the last two the rules decide."""
        self._senses, self._which = senses, which
        self.names = NameIndex(catalogue, lexicon, nicknames, is_word)
        self._card_names = {card.model: card.name.lower() for card in catalogue}
        self._devices = DeviceIndex(devices)
        self._phrases = Phrases([*lexicon.entries, *cldr_entries()], lexicon.classes)
        self._speller = Speller(
            self._phrases.vocabulary, self._phrases.stems, lexicon.shorthand, is_word, self.names.words
        )
        self._language = LanguageSense(lexicon.function_words)
        self._makers = Makers(lexicon)
        self._currencies = Currencies(lexicon.rates)

    def read(self, text: str, dialogue: Dialogue | None = None) -> Understanding:
        """What a message says, against the dialogue so far. Of a very long one the beginning and the end are read."""
        before = dialogue or Dialogue()
        if len(text) <= 2 * END:
            said = self._read(text, before)
            if not may_ask(text, before):
                return said
            reading, _, _, machines = self._open(text, before)
            return asked_of_several(self._which, reading, machines, said)
        beginning = self._read(text[:END], before)
        end = self._read(text[-END:], after(before, beginning))
        return joined(beginning, end)

    def shown(self, text: str, before: Dialogue) -> tuple[dict[str, Feature], dict[str, tuple[float, ...]]]:
        """What the senses see of a message, and the ways in which it names uses: what they are trained on."""
        reading, acts, _, _ = self._open(text, before)
        named = namings(reading, acts)
        return features(reading, acts, named), {use: naming.ways for use, naming in named.items()}

    def _open(self, text: str, before: Dialogue) -> tuple[Reading, Acts, list[Named], list[Mention]]:
        message = self._speller.spelt(Message(text, self._speller.shorthand))
        reading = Reading(message, self._phrases, before)
        named = self.names.find(message)
        for name in named:
            reading.take(name.start, name.end, MODEL)
        sized_names = [(start, end) for start, end, _ in pointed_by_size(reading, self.names)]
        for start, end in sized_names:
            reading.take(start, end, MODEL)
        devices = mentions(reading, self._devices)
        acts = Acts(reading, [*((n.start, n.end) for n in named), *sized_names], [(m.start, m.end) for m in devices])
        return reading, acts, named, devices

    def _read(self, text: str, before: Dialogue) -> Understanding:
        reading, acts, named, devices = self._open(text, before)
        language = self._language.of(reading.message, before.language)
        if acts.has("adversarial"):
            return Understanding(
                language,
                ("adversarial",),
                devices=before.devices,
                assumptions=assumptions(language, before, reading, acts, devices=before.devices),
            )
        reset = is_reset(reading, acts)
        if reset:
            reading.dialogue = Dialogue(language=before.language, turns=before.turns)
        naming = namings(reading, acts)
        seen = features(reading, acts, naming)
        talk = self._senses["talk"].weigh(seen) if "talk" in self._senses else None
        requested = talk.of(REQUEST) if talk else 1.0
        asked = requested + talk.of("compare") + talk.of("ask_model") if talk else 1.0
        use = read_use(reading, acts, self._senses["use_case"], *untold(reading, acts, seen, naming), requested, asked)
        use = read_outputs(reading, acts, use)
        said = mended(reading, amounts(reading))
        spent = spent_today(reading, acts, said, self._currencies)
        changes, hardware, notices, pointed = self._changes(reading, acts, named, devices, use, said, spent)
        kept = unasked(reading, _valid(reading.dialogue, changes))
        asks = (
            acts.supposes
            or (bool(devices) and reading.has("own", "mine"))
            or only_equips(reading, [(m.start, m.end) for m in devices])
            or (bool(reading.dialogue.needs) and acts.acquires())
            or reading.has("scope", "want")
            or reading.has("act", "request", "seeks_else")
            or acts.opens_with_memory
            or (reading.has("asks", "cost") and any(c.key in _WORKLOAD for c in kept))
            or (reading.corrects and bool(reading.dialogue.needs))
            or (bool(hardware.changes) and has_card(reading, said, [m.start for m in devices]))
            or (reading.has("own", "have") and (reading.has("tongue") or bool(hardware.changes and before.devices)))
        )
        tells = talk is not None and not asks and only_tells(reading, talk, kept)
        talks = tells or (talk is not None and not asks and states_nothing(self._senses["talk"], seen))
        kept, bare = _stated(reading, acts, kept, talks)
        hardware, notices = (Found(), []) if bare else (hardware, notices)
        wanted = self._wanted(reading, acts, seen, kept, pointed, named, tells)
        view, matter = matter_asked(reading, outlook(reading, acts, kept, pointed), kept, pointed)
        kept, hardware = ((), Found()) if matter and before.shown else (kept, hardware)
        view = (None if view in BEYOND else view) if acts.challenges else view or beyond(reading, acts, kept, pointed)
        makers = lineup(reading, kept, self._makers, pointed)
        kept, view = (kept, view) if makers is None else (without_vendors(kept, self._makers), "lineup")
        another = "" if view else other_use(reading, kept)
        view = "other_use" if another else view
        if view:
            kept, wanted = _beside(view, kept), (intent_of(view, reading.dialogue),)
        if not view and asks_of_practice(reading, kept):
            kept, wanted = (), ("ask_guide",)
        kept = (*kept, *([] if view else read_replaced(reading, acts, named, self._makers, wanted, kept)))
        purse = None if view else read_purse(reading, acts, said, self._currencies, list(kept))
        if purse:
            wanted = asking(wanted, kept)
        held, found = self._machines(reading, acts, kept, hardware)
        return Understanding(
            language=language,
            intents=wanted,
            changes=kept,
            assumptions=assumptions(language, reading.dialogue, reading, acts, kept, held, found),
            mentions=tuple(pointed),
            devices=held,
            reset=reset,
            outlook=view,
            makers=makers or (),
            other_use=another,
            matter=matter,
            dropped=read_dropped(reading, acts) if not reset else (),
            supposes=acts.supposes,
            spent=spent,
            sized=sized(reading, acts, devices),
            machines=text if hardware.several else "",
            purse=purse,
            rate=self._rate(reading),
            notices=tuple(notices),
        )

    def _wanted(
        self,
        reading: Reading,
        acts: Acts,
        seen: Mapping[str, Feature],
        kept: Sequence[Change],
        pointed: Sequence[ModelMention],
        named: Sequence[Named],
        tells: bool,
    ) -> tuple[Intent, ...]:
        """The intents by the acts of its sentences, by the sense, and by what the grammar of the turn alone says."""
        wanted = intents(reading, acts, kept, pointed)
        plain = "smalltalk" if acts.strays == "talk" else settled(reading, acts, kept, pointed)
        if plain:
            wanted = (plain,)
        elif "intent" in self._senses:
            wanted = judged(
                wanted,
                self._senses["intent"],
                seen,
                kept,
                pointed,
                reading.dialogue,
                reading.has("act", "request") and not reading.dialogue.turns,
                inquires(reading),
            )
        wanted = seeks_another(explained_too(wanted, reading), reading, named)
        wanted = wanted if plain else turned(reading, acts, wanted, kept, pointed)
        told = any(change.key != "mentioned_models" for change in kept)
        aside = wanted[0] in ("refine", "off_topic") and remarks(reading, acts)
        if (not told and aside) or (not kept and tells and wanted == ("recommend",)):
            wanted = ("smalltalk",)
        return wanted

    def _machines(
        self, reading: Reading, acts: Acts, kept: tuple[Change, ...], hardware: Found
    ) -> tuple[tuple[OwnedDevice, ...], tuple[Assumption, ...]]:
        """The devices that hold after this turn, and what is assumed of them."""
        named = hardware.devices if hardware.devices is not None else reading.dialogue.devices
        held, needs = still_meant(reading, _held(named, kept)), applied(reading.dialogue.needs, kept)
        nameless = None if held else unnamed(reading, acts, needs, self._devices.by_id)
        if nameless:
            return (nameless.owned,), (*hardware.assumptions, nameless.assumption)
        return held or plain_pc(reading, acts, needs, self._devices.by_id), tuple(hardware.assumptions)

    def _rate(self, reading: Reading) -> Rate | None:
        """The currency last named without a sum ("and in euros?"), or in which the budget was told."""
        hits = reading.of("currency") if not reading.numbers else []
        hits = hits or reading.quoted("budget_usd_month").of("currency")
        return self._currencies.rate(hits[-1].value) if hits else None

    def _changes(
        self,
        reading: Reading,
        acts: Acts,
        named: list[Named],
        devices: list[Mention],
        use: list[Change],
        said: list[Amount],
        spent: str,
    ) -> tuple[list[Change], Found, list[Localised], list[ModelMention]]:
        owned, left, used = self._sized(reading, devices, said)
        undone = read_undo(reading, acts)
        hardware = undone or self._chosen(reading, acts, devices)
        hardware = hardware or (None if devices else read_edition(reading, acts, self._devices.by_id))
        hardware = hardware or read_hardware(reading, acts, owned, left, self._devices.laptop)
        earlier = self._told(told_before(reading.dialogue))
        paired = read_paired(reading, acts, said, self._currencies, used)
        coming = next((str(c.value) for c in use if c.key == "use_case"), None)
        windows = {a.start for a in said if names_window(reading, a)}  # of no price and no volume, whatever stands near
        used |= windows
        pieces, piece_rates = read_pieces(reading, acts, said, self._currencies, used, earlier, coming)
        money, rates = read_money(reading, acts, said, self._currencies, used, earlier)
        savings = read_savings(reading, acts, said, self._currencies, self._told(spent or reading.dialogue.spent), used)
        volume = of_all(reading, said, read_volume(reading, acts, said, used, earlier))
        used -= windows
        capacity = read_capacity(reading, acts, said, used)
        elliptic = read_elliptic(reading, acts, said, self._currencies, used)
        told = {h.key for h in hardware.changes}
        told |= MEMORIES if told & MEMORIES else set()
        counted = hardware.devices is not None and not devices and len(reading.numbers) == 1
        elliptic = [] if counted else [c for c in elliptic if c.key not in told]
        programming = read_programming(reading, acts, reading.dialogue.needs.text("use_case"), coming)
        made, pointed = read_makers(reading, acts, named, self._makers, self.names)
        spoken_of = bool(use or reading.dialogue.needs)  # "my little site just hit 1,000 users" asks for nothing
        crowd = read_crowd(reading, acts, said, used, [*volume, *pieces, *elliptic]) if spoken_of else []
        changes = [
            *([] if undone else read_retractions(reading, acts)),
            *read_lifted(reading, acts, said),
            *use,
            *read_tongues(reading, acts),
            *programming,
            *capacity,
            *elliptic,
            *paired,
            *hardware.changes,
            *money,
            *savings,
            *pieces,
            *volume,
            *crowd,
            *read_wishes(reading, acts, coming),
            *read_priorities(reading, acts),
            *made,
        ]
        changes += [] if undone else read_that(reading, acts, changes)
        changes += read_let_go(reading, pointed, self._card_names)
        changes = once_or_monthly(reading.dialogue, in_step(reading.dialogue, changes))
        return changes, hardware, [*dict.fromkeys((*piece_rates, *rates)), *hardware.notices], pointed

    def _sized(
        self, reading: Reading, devices: list[Mention], said: list[Amount]
    ) -> tuple[list[Mention], list[Amount], set[int]]:
        """The devices with their memory, the sizes that stay on their own, and where sizes stand."""
        known = [*(m.device for m in devices), *(d.device for d in reading.dialogue.devices)]
        known += [self._devices.laptop(device) for device in known]
        sizes = sizes_said(reading, said, known)
        return *with_memory(reading, devices, sizes, self._devices.laptop), {a.start for a in sizes}

    def _chosen(self, reading: Reading, acts: Acts, devices: list[Mention]) -> Found | None:
        """The machine settled on, out of several that an earlier message told of."""
        told_before = reading.dialogue.machines
        left_out = bool(devices) and reading.has("taken_out")  # what is left of them, and none that is picked
        pick = picked(reading, acts, devices) if told_before and not left_out else None
        if pick is None:
            return None
        told, told_acts, _, machines = self._open(told_before, Dialogue())
        owned, left, _ = self._sized(told, machines, amounts(told))
        return read_chosen(reading, told, told_parts(told, told_acts, owned, left), pick, self._devices.laptop)

    def _told(self, quote: str) -> list[Amount]:
        """The amounts in words that were quoted before."""
        return amounts(Reading(Message(quote), self._phrases, Dialogue())) if quote else []


def _beside(view: Outlook, changes: Sequence[Change]) -> tuple[Change, ...]:
    """What a question on the advice as a whole tells besides: of one that is too dear, that cost matters."""
    told = _TOLD | {"priority"} if view == "cheaper" else _TOLD
    return tuple(c for c in changes if c.key in told)


def _valid(dialogue: Dialogue, changes: list[Change]) -> tuple[Change, ...]:
    """The changes that say something new, without those that no need could hold."""
    needs = dialogue.needs
    kept: list[Change] = []
    for change in changes:
        try:
            then = applied(needs, [change])
        except NeedsError:
            continue
        if change.quote and (then != needs or change.op == "set"):
            kept.append(change)
        needs = then
    return tuple(kept)


def _stated(reading: Reading, acts: Acts, kept: tuple[Change, ...], talks: bool) -> tuple[tuple[Change, ...], bool]:
    """The changes left where a message seeks nothing, tells of others, or is talk (`talks`); and whether machines go too."""
    if acts.at_fault or acts.strays or recounts(reading):
        return tuple(c for c in kept if c.key == "mentioned_models"), True
    if acts.tells_nothing:
        return tuple(c for c in kept if c.op in ("clear", "remove") or c.key not in _OF_USES), False
    if not (talks or acts.only_curious):
        return kept, False
    told = _TOLD | asked_tongues(reading, acts) | asked_kinds(reading, acts)
    return tuple(c for c in kept if c.op in ("clear", "remove") or c.key in told), True


def _held(devices: tuple[OwnedDevice, ...], changes: Sequence[Change]) -> tuple[OwnedDevice, ...]:
    """Devices whose memory was taken back are no longer held."""
    cleared = {c.key for c in changes if c.op == "clear"}
    set_again = {c.key for c in changes if c.op == "set"}
    gone = cleared - set_again
    return tuple(d for d in devices if ("ram_gb" if d.device.unified else "vram_gb") not in gone)
