"""One person's case, worked out once from the needs: use, machine, workload, date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.domain.hardware import OwnedDevice
from advisor.domain.language import Localised
from advisor.domain.needs import Assumption, Needs
from advisor.scoring.machine import Machine, machine
from advisor.scoring.table import day_number
from advisor.scoring.use_cases import UseCase

LARGE_NEED = 1_000_000


@dataclass(frozen=True, slots=True)
class Workload:
    """Tokens a month in and out; `assumed` where the person gave no volume."""

    tokens_in: float
    tokens_out: float
    assumed: bool


@dataclass(frozen=True)
class Situation:
    """`today` is a day number (ordinal). `local`: it must run on own hardware, which needs open weights."""

    needs: Needs
    use: UseCase
    machine: Machine | None
    workload: Workload
    today: float
    local: bool
    assumptions: tuple[Assumption, ...]

    @property
    def own_unnamed(self) -> bool:
        """It runs on own hardware (asked for, or the only way to pay nothing), but nobody said which."""
        return self.machine is None and _own_or_nothing(self.needs)

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
    def context(self) -> float:
        return self.needs.number("min_context_tokens") or 0.0


def situation(needs: Needs, uses: Mapping[str, UseCase], devices: Sequence[OwnedDevice], today: str) -> Situation:
    """Hardware given implies running on it, unless the person says otherwise."""
    use = uses[needs.text("use_case") or "general"]
    owned = machine(needs, devices)
    local = needs.flag("local")
    volume = needs.number("tokens_per_month")
    total = volume if volume is not None else float(use.tokens_per_month)
    assumptions = []
    runs_here = local is True or (owned is not None and local is not False)
    if volume is None and "budget_usd_month" in needs and not runs_here:
        assumptions.append(
            Assumption(
                "tokens_per_month",
                use.tokens_per_month,
                Localised(
                    "Volumen supuesto para este uso; dime el tuyo y lo recalculo.",
                    "A volume assumed for this use; tell me yours and I will recompute.",
                ),
            )
        )
    if owned is None and _own_or_nothing(needs):
        assumptions.append(
            Assumption(
                "vram_gb",
                12.0,
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
        workload=Workload(total * (1 - use.output_share), total * use.output_share, volume is None),
        today=day_number(today),
        local=runs_here,
        assumptions=tuple(assumptions),
    )


def _own_or_nothing(needs: Needs) -> bool:
    """Own hardware was asked for, or is the way to pay nothing that nobody ruled out."""
    local = needs.flag("local")
    return local is True or (local is None and needs.number("budget_usd_month") == 0)
