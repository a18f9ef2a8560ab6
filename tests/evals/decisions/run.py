"""How often the first model is one that a practitioner would accept, and how often a wrong one is among three.

python -m tests.evals.decisions.run [--split dev|dev3|held_out] [--details] [--knowledge FOLDER]

Prints the same for llmfit's recommend on the rows with local hardware (graphics memory only: it is told the memory, not
the language) and for plain vector search over the cards. Rows marked text_only are left out: only `needs` is given.
--details names the rows that fail; it is refused for the held-out split, which is for reporting only.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from advisor.domain.cards import Card
from advisor.domain.needs import Needs
from advisor.library.cards import load_catalogue
from advisor.scoring.engine import Scorer
from tests.evals.decisions import llmfit, vectors
from tests.evals.decisions.labels import Row, load
from tests.scoring.oracle import broken

TODAY = "2026-11-22"
Names = tuple[str, ...]
"""The names one recommended model goes by: id and name."""


@dataclass
class Tally:
    rows: int = 0
    first: int = 0
    in_three: int = 0
    wrong: int = 0
    empty: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, row: Row, top: Sequence[Names]) -> None:
        self.rows += 1
        good = [row.is_acceptable(*names) for names in top[:3]] or [not row.acceptable]
        bad = [names[0] for names in top[:3] if row.is_wrong(*names)]
        self.empty += not top
        self.first += bool(good and good[0])
        self.in_three += any(good)
        self.wrong += bool(bad)
        if bad or not (good and good[0]):
            shown = ", ".join(names[0] for names in top[:3]) or "nothing"
            self.failures.append(f"{row.id} {row.text[:70]!r}: {shown}" + (f"; WRONG {', '.join(bad)}" if bad else ""))

    def line(self, name: str) -> str:
        share = lambda n: f"{n}/{self.rows} {100 * n / self.rows:5.1f}%" if self.rows else "-"  # noqa: E731
        return f"{name:34} acceptable@1 {share(self.first)}   acceptable@3 {share(self.in_three)}   wrong@3 {share(self.wrong)}   nothing {self.empty}"


def main() -> int:
    arguments = _arguments()
    rows = [row for row in load(arguments.split) if not row.text_only]
    catalogue = load_catalogue(arguments.knowledge / "models")
    scorer = Scorer.of(catalogue, arguments.knowledge)
    ours, on_local, violations = Tally(), Tally(), 0
    local_rows = [row for row in rows if "vram_gb" in row.needs or "ram_gb" in row.needs]
    for row in rows:
        needs = Needs.of(row.needs)
        cards = [r.card for r in scorer.rank(needs, 3, today=TODAY).recommendations]
        violations += sum(bool(broken(card, needs, TODAY)) for card in cards)
        ours.add(row, [names_of(card) for card in cards])
        if row in local_rows:
            on_local.add(row, [names_of(card) for card in cards])
    print(
        f"{arguments.split}: {len(rows)} rows, {len(local_rows)} with own hardware; catalogue of {len(catalogue)} models"
    )
    print(ours.line("this scorer") + f"   violations {violations}")
    print(on_local.line("this scorer, own hardware"))
    _baseline("llmfit recommend, own hardware", local_rows, llmfit.recommender())
    _baseline("llmfit, only these models", local_rows, llmfit.recommender(catalogue))
    _baseline("plain vector search over cards", rows, vectors.searcher(catalogue))
    if arguments.details:
        print(*ours.failures, sep="\n")
    return 0


def _baseline(name: str, rows: list[Row], recommend: Callable[[Row], list[Names]] | None) -> None:
    if recommend is None:
        print(f"{name:34} not available here")
        return
    tally = Tally()
    for row in rows:
        tally.add(row, recommend(row))
    print(tally.line(name))


def names_of(card: Card) -> Names:
    return (card.model, card.name)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=("dev", "dev3", "held_out"), default="dev")
    parser.add_argument("--details", action="store_true")
    parser.add_argument("--knowledge", type=Path, default=Path("knowledge"))
    arguments = parser.parse_args()
    if arguments.details and arguments.split == "held_out":
        parser.error("--details is not for the held-out split")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
