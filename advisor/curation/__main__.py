"""`python -m advisor.curation`: put the cards together from the sources, or check cards written by hand."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from advisor.curation.coverage import coverage
from advisor.curation.gather import gather
from advisor.curation.plan import read_plan
from advisor.curation.raw import RawFolder
from advisor.curation.report import conflicts_text
from advisor.curation.settle import settle
from advisor.curation.write import card_text
from advisor.errors import AdvisorError, KnowledgeError
from advisor.library.cards import card_from_text, load_catalogue

KNOWLEDGE = Path("knowledge")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m advisor.curation", description=__doc__)
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, help="folder with models/ and curation/")
    commands = parser.add_subparsers(dest="command", required=True)
    assemble_command = commands.add_parser("assemble", help="write every planned card from the raw sources")
    assemble_command.add_argument("--raw", type=Path, required=True, help="folder of the sources' raw copies")
    assemble_command.add_argument("--only", help="only cards whose id begins so; the report is then not written")
    check_command = commands.add_parser("check", help="check cards: the named files, or all, and what they cover")
    check_command.add_argument("cards", nargs="*", type=Path)
    options = parser.parse_args(arguments)
    try:
        if options.command == "assemble":
            assemble(options.raw, options.knowledge, options.only or "")
        return check(options.cards if options.command == "check" else [], options.knowledge)
    except AdvisorError as error:
        print(error, file=sys.stderr)
        return 1


def assemble(raw_folder: Path, knowledge: Path, only: str = "") -> None:
    """Writes the cards of the plan and the report of conflicts. A wrong card stops it before anything is written."""
    raw = RawFolder(raw_folder)
    texts, conflicts = {}, []
    for entry in read_plan(knowledge / "curation"):
        if entry.model.startswith(only):
            facts, disagreements = settle(entry.model, gather(raw, entry))
            conflicts += disagreements
            text = card_text(entry, facts)
            card_from_text(text, f"{entry.model}.yaml")
            texts[entry.model] = text
    for model, text in texts.items():
        file = knowledge / "models" / f"{model}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    if not only:
        (knowledge / "CONFLICTS.md").write_text(conflicts_text(conflicts), encoding="utf-8")
    print(f"{len(texts)} cards written, {len(conflicts)} disagreements")


def check(cards: list[Path], knowledge: Path) -> int:
    """Checks the given files, or the whole catalogue; prints what is wrong, or what is covered."""
    for file in cards:
        path = "/".join(file.parts[-2:])
        try:
            card_from_text(file.read_text(encoding="utf-8"), path)
        except OSError as error:
            raise KnowledgeError(es=f"No se puede leer {file}: {error}.", en=f"Cannot read {file}: {error}.") from error
        print(f"{path}: well formed")
    catalogue = load_catalogue(knowledge / "models")
    if not cards:
        print(coverage(catalogue))
    return 0


if __name__ == "__main__":
    sys.exit(main())
