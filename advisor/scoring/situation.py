"""One person's case, worked out once from the needs and what is taken for granted: use, machine, workload, date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from advisor.domain import formats
from advisor.domain.hardware import OwnedDevice
from advisor.domain.language import LANGUAGES, Language, Localised
from advisor.domain.needs import Assumption, Granted, Needs
from advisor.scoring.machine import Machine, machine
from advisor.scoring.table import day_number
from advisor.scoring.use_cases import UseCase

HELD = ("ram_gb", "fine_tuning", "commercial_use")
"""Assumptions that are held like needs: what breaks them is out, and giving them up is one of the ways out."""
MEMORY = ("vram_gb", "ram_gb")
COMMON_CARD_GB = 12.0
SPOKEN = 0.05
"""Share of the language in a use's weights from which the language that a person writes in says what is needed."""


@dataclass(frozen=True, slots=True)
class Workload:
    """Tokens in and out, of a month unless it is done `once`; `assumed` where the person did not give their number."""

    tokens_in: float
    tokens_out: float
    assumed: bool
    once: bool = False


@dataclass(frozen=True)
class Situation:
    """`needs` hold what was said and what is assumed and HELD. `workload` is None where none was said and none may be
    assumed; so is `piece`, one case of it. `today` is a day number (ordinal). `local`: it must run on own hardware, which needs open weights.
    """

    needs: Needs
    use: UseCase
    machine: Machine | None
    workload: Workload | None
    piece: Workload | None
    today: float
    local: bool
    assumptions: tuple[Assumption, ...]
    """Those made here; not those that came with the needs."""
    own_unnamed: bool
    """It runs on own hardware of which nobody said anything: a common card is assumed."""
    languages: tuple[str, ...] = ()
    """What the models are weighed in: the languages said, else the one assumed. Only what was said rules models out.
    English that is only assumed is none, since all that is measured is measured in it; and code speaks no Spanish."""

    @property
    def free_at_home(self) -> bool:
        """Own hardware is only the way to pay nothing: a hosted model that costs nothing would do as well."""
        return self.local and self.needs.flag("local") is None and self.machine is None

    @property
    def memory_unknown(self) -> bool:
        """It runs on own hardware whose memory is not known, nor assumed."""
        return self.local and self.machine is None and not self.own_unnamed

    @property
    def tuned(self) -> bool:
        """The model's weights are to be tuned."""
        return self.needs.text("fine_tuning") in ("lora", "full")

    @property
    def hurried(self) -> bool:
        """Speed was asked for, in one way or another."""
        needs = self.needs
        return needs.text("latency") == "low" or "speed" in needs.names("priority") or "min_tokens_per_s" in needs

    @property
    def private(self) -> bool:
        """Privacy matters, and hosting it oneself is neither asked for nor ruled out."""
        return "privacy" in self.needs.names("priority") and self.needs.flag("local") is None and self.machine is None

    @property
    def ceiling(self) -> tuple[str, float] | None:
        """The need that caps what the workload costs, and USD; what is done once is paid by the sum told for it, if any is."""
        keys = ("budget_usd_once",) if self.workload is not None and self.workload.once else ()
        told = ((key, self.needs.number(key)) for key in (*keys, "budget_usd_month"))
        return next(((key, usd) for key, usd in told if usd is not None), None)

    @property
    def output_share(self) -> float:
        return _written_share(self.needs, self.use)

    @property
    def context(self) -> float:
        return self.needs.number("min_context_tokens") or 0.0


def situation(
    said: Needs,
    uses: Mapping[str, UseCase],
    devices: Sequence[OwnedDevice],
    today: str,
    granted: Granted,
) -> Situation:
    """Hardware given implies running on it, unless the person says otherwise; so does paying nothing."""
    needs = with_assumed(said, granted)
    use = uses[needs.text("use_case") or "general"]
    owned = machine(needs, devices)
    local = needs.flag("local")
    free = local is None and owned is None and needs.number("budget_usd_month") == 0
    runs_here = local is True or (owned is not None and local is not False) or free
    unnamed = runs_here and owned is None and not devices and not granted.dropped & set(MEMORY)
    piece = _piece(needs, use, granted.dropped)
    workload = _workload(needs, use, piece, granted.dropped)
    once = workload is not None and workload.once
    assumptions = []
    if not runs_here and workload is not None and workload.assumed and not once:
        assumptions.append(_volume_assumed(needs, use, workload, piece))
    if not runs_here and piece is not None and piece.assumed and (once or "max_usd_per_item" in needs):
        assumptions.append(_length_assumed(needs, use, piece))
    if unnamed:
        assumptions.append(
            Assumption(
                "vram_gb",
                COMMON_CARD_GB,
                Localised(
                    "No sé qué equipo tienes: ordeno como para una gráfica corriente de 12 GB, sin descartar nada por ello.",
                    "I do not know your hardware: I rank as for a common 12 GB card, and rule nothing out by it.",
                ),
            )
        )
    return Situation(
        needs=needs,
        use=use,
        machine=owned,
        workload=workload,
        piece=piece,
        today=day_number(today),
        local=runs_here,
        assumptions=tuple(assumptions),
        own_unnamed=unnamed,
        languages=needs.names("languages") or _assumed_languages(granted, use),
    )


def with_assumed(said: Needs, granted: Granted) -> Needs:
    """The needs with the assumptions that are held like them; what was said comes first."""
    held = {
        a.key: a.value for a in granted.assumed if a.key in HELD and a.key not in said and a.key not in granted.dropped
    }
    return Needs({**said.values, **held}) if held else said


def _assumed_languages(granted: Granted, use: UseCase) -> tuple[str, ...]:
    if use.weights.get("language", 0.0) < SPOKEN:
        return ()
    found = next((a.value for a in granted.assumed if a.key == "languages" and a.key not in granted.dropped), ())
    return tuple(code for code in found if code != "en") if isinstance(found, tuple) else ()


USES_A_MONTH = 20
"""How often somebody is supposed to ask where only the people were counted: once a working day."""


def _counted(needs: Needs) -> float | None:
    return needs.number("items_per_month")


def _cases(needs: Needs) -> float | None:
    """Cases a month: as counted, else of the people who ask."""
    people = needs.number("users")
    return _counted(needs) or (None if people is None else people * USES_A_MONTH)


def _piece(needs: Needs, use: UseCase, dropped: frozenset[str]) -> Workload | None:
    """One case: as said, else out of the month's tokens and count, else what is common for the use; of a length that is read
    as much is written as is usual."""
    length, share = needs.number("item_tokens"), needs.number("output_share")
    flow, counted = needs.number("tokens_per_month"), _counted(needs)
    if flow is not None and counted:
        length, share = flow / counted, _written_share(needs, use)
    if length is not None and share is not None:
        return Workload(length * (1 - share), length * share, assumed=False)
    if "item_tokens" in dropped:
        return None
    read = float(use.item.tokens_in) if length is None else length
    return Workload(read, read * use.item.tokens_out / use.item.tokens_in, assumed=True)


def _workload(needs: Needs, use: UseCase, piece: Workload | None, dropped: frozenset[str]) -> Workload | None:
    """Tokens as said, else calls as counted times the length of one, else what is common for the use."""
    said, counted, once = needs.number("tokens_per_month"), _cases(needs), needs.number("items_once")
    if once is not None and said is None and counted is None:
        return replace(_times(piece, once), once=True) if piece else None
    if said is None and "tokens_per_month" in dropped:
        return None
    if said is None and counted is not None and piece is not None:
        return replace(_times(piece, counted), assumed=piece.assumed or _counted(needs) is None)
    total = float(use.tokens_per_month) if said is None else said
    share = _written_share(needs, use)
    return Workload(total * (1 - share), total * share, assumed=said is None)


def _times(piece: Workload, count: float) -> Workload:
    return Workload(piece.tokens_in * count, piece.tokens_out * count, piece.assumed)


def _written_share(needs: Needs, use: UseCase) -> float:
    """Of the tokens, those that are written: as said, else as usual for the use."""
    said = needs.number("output_share")
    return use.output_share if said is None else said


def _volume_assumed(needs: Needs, use: UseCase, workload: Workload, piece: Workload | None) -> Assumption:
    """The assumption behind a monthly cost, with its sum."""
    total = round(workload.tokens_in + workload.tokens_out)
    counted = _cases(needs)
    if counted is None or piece is None:
        text = Localised(*(_in_requests(total, use, language) for language in LANGUAGES))
    else:
        text = Localised(*(_sum(counted, needs, use, piece, language) for language in LANGUAGES))
    return Assumption("tokens_per_month", total, text)


def _in_requests(total: int, use: UseCase, language: Language) -> str:
    """A volume that nobody told, in requests of the common length, since few think in tokens."""
    count = float(f"{total / (use.item.tokens_in + use.item.tokens_out):.2g}")
    told = Localised(
        "Ese volumen viene a ser unas {} peticiones al mes ({}). Es una suposición, de la que sale el coste al mes; dime "
        "cuántas tendrás y lo recalculo.",
        "That volume comes to about {} requests a month ({}). It is an assumption, which the monthly cost follows from; "
        "tell me how many you will have and I will recompute.",
    )
    return told.in_(language).format(formats.number(count, language, 0), use.item.what.in_(language))


def _sum(counted: float, needs: Needs, use: UseCase, piece: Workload, language: Language) -> str:
    shown, people = formats.number(counted, language, 0), needs.number("users")
    if people is not None and _counted(needs) is None:
        several = formats.number(people, language, 0)
        shown = (
            f"{several} personas × {USES_A_MONTH} veces"
            if language == "es"
            else f"{several} people × {USES_A_MONTH} times"
        )
    product = formats.tokens(round(counted * (piece.tokens_in + piece.tokens_out)), language)
    read, written = (formats.number(n, language, 0) for n in (piece.tokens_in, piece.tokens_out))
    if language == "es":
        told = f"{shown} al mes × ({read} tokens de entrada + {written} de salida) = {product}."
    else:
        told = f"{shown} a month × ({read} tokens in + {written} out) = {product}."
    return f"{told} {_whose(needs, use, language)}"


def _whose(needs: Needs, use: UseCase, language: Language) -> str:
    """Whose figure the length of one case is."""
    if "item_tokens" in needs:
        told = Localised(
            "Lo que se lee en cada caso lo dices tú; lo que se escribe lo supongo yo: dime cuánto y lo recalculo.",
            "What each case reads is your figure; what it writes is my assumption: tell me how much and I will recompute.",
        )
        return told.in_(language)
    told = Localised(
        "La longitud de cada uno la supongo yo ({}); dime la tuya y lo recalculo.",
        "The length of each is my assumption ({}); tell me yours and I will recompute.",
    )
    return told.in_(language).format(use.item.what.in_(language))


def _length_assumed(needs: Needs, use: UseCase, piece: Workload) -> Assumption:
    """The assumption behind what one case costs, and behind the cost of work that is done once."""
    return Assumption(
        "item_tokens",
        round(piece.tokens_in + piece.tokens_out),
        Localised(*(_length(needs, use, piece, language) for language in LANGUAGES)),
    )


def _length(needs: Needs, use: UseCase, piece: Workload, language: Language) -> str:
    read, written = (formats.number(n, language, 0) for n in (piece.tokens_in, piece.tokens_out))
    told = Localised("Por caso, {} tokens de entrada + {} de salida.", "For each case, {} tokens in + {} out.")
    return f"{told.in_(language).format(read, written)} {_whose(needs, use, language)}"
