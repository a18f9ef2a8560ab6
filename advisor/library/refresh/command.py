"""`python -m advisor refresh`: read the lists, show the difference, ask, write. Any failure leaves the old data."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TextIO

from filelock import FileLock, Timeout

from advisor.domain.cards import Catalogue
from advisor.domain.language import Language, Localised
from advisor.errors import RefreshError
from advisor.library.current import load_curated, load_current
from advisor.library.overlay import difference, overlaid
from advisor.library.overlay_file import overlay_path, read_overlay, write_overlay
from advisor.library.refresh.fetch import Limits
from advisor.library.refresh.known import known_names, left_out
from advisor.library.refresh.match import Matches, match
from advisor.library.refresh.newcomers import newcomers
from advisor.library.refresh.offers import Reading
from advisor.library.refresh.propose import Proposal, apply, fit, propose
from advisor.library.refresh.read import DEFAULT_SOURCES, read_source
from advisor.library.refresh.show import change_text, proposal_text, sources_text
from advisor.settings import Settings

LOCK_WAIT_S = 5.0

Ask = Callable[[str], bool]
"""Puts a question to the person; True for yes."""


def refresh_command(
    settings: Settings,
    sources: Sequence[str],
    yes: bool,
    language: Language,
    *,
    today: date | None = None,
    limits: Limits | None = None,
    ask: Ask | None = None,
    out: TextIO | None = None,
) -> bool:
    """Brings the data up to date from `sources` (URLs or files; none: the two lists). True where something was written.

    Without `yes` and without a person to `ask`, nothing is written; changes too large to believe are only ever made
    after asking. Raises RefreshError where no source could be read, the folder is not writable, or another refresh is
    under way.
    """
    out = out or sys.stdout
    today = today or date.today()
    catalogue = load_current(settings)
    read, failures = _read(catalogue, sources or DEFAULT_SOURCES, today, limits or Limits())
    if not read:
        raise RefreshError(
            es="Ninguna fuente ha servido: siguen valiendo los datos anteriores.\n" + "\n".join(f.es for f in failures),
            en="No source could be used: the previous data stay in force.\n" + "\n".join(f.en for f in failures),
        )
    for failure in failures:
        _say(out, failure.in_(language))
    new = newcomers(catalogue, read, known_names(settings.knowledge))
    proposal = replace(propose(catalogue, read, today, left_out(settings.knowledge)), newcomers=new.cards)
    _say(out, sources_text(read, language) + "\n\n" + proposal_text(proposal, new, language))
    if not yes and ask is None:
        _say(out, _NOT_ASKED.in_(language))
        return False
    if ask is not None and not yes and proposal.changes_anything and not ask(_QUESTION.in_(language)):
        _say(out, _DECLINED.in_(language))
        return False
    proposal = _confirmed(catalogue, proposal, None if yes else ask, language)
    _write(settings, today, proposal)
    _say(out, _written(proposal, overlay_path(settings.data)).in_(language))
    return proposal.changes_anything


def changed(catalogue: Catalogue, proposal: Proposal) -> Catalogue:
    """The catalogue after the proposal's changes; date and fingerprint stay."""
    cards = {card.model: card for card in catalogue}
    for change in proposal.changes:
        cards[change.model] = apply(cards[change.model], [change])
    for status in proposal.statuses:
        cards[status.model] = replace(cards[status.model], status=status.new)
    return replace(catalogue, cards=(*cards.values(), *proposal.newcomers))


def _read(
    catalogue: Catalogue, sources: Sequence[str], today: date, limits: Limits
) -> tuple[list[tuple[Reading, Matches]], list[Localised]]:
    """Each source that could be read, with the cards that it speaks of; and why the others could not."""
    read: list[tuple[Reading, Matches]] = []
    failures: list[Localised] = []
    for source in dict.fromkeys(sources):
        try:
            reading = read_source(source, today, limits)
        except RefreshError as error:
            failures.append(error.text)
        else:
            read.append((reading, match(catalogue, reading)))
    return read, failures


def _confirmed(catalogue: Catalogue, proposal: Proposal, ask: Ask | None, language: Language) -> Proposal:
    """The proposal with those held changes that the person says yes to and that the cards can bear."""
    if ask is None:
        return proposal
    accepted = list(proposal.changes)
    by_id = catalogue.by_id
    for change in proposal.held:
        if ask(f"{change.name} ({change.model}), {change_text(change, language)}"):
            before = [other for other in accepted if other.model == change.model]
            if change in fit(by_id[change.model], [*before, change]):
                accepted.append(change)
    return replace(proposal, changes=tuple(accepted), held=())


def _write(settings: Settings, today: date, proposal: Proposal) -> None:
    """Applies the proposal to the data as they are now, under a lock, and puts the result in force in one step."""
    file = overlay_path(settings.data)
    busy = RefreshError(
        es="Otra actualización está en marcha: espera a que acabe y vuelve a probar.",
        en="Another refresh is under way: wait for it to end and try again.",
    )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(str(file.with_suffix(".lock")), timeout=LOCK_WAIT_S):
            curated = load_curated(settings)
            kept = read_overlay(settings.data)
            if kept.problem is not None:
                os.replace(file, file.with_suffix(".damaged"))
            now = overlaid(curated, kept)
            known = {card.model for card in now}
            fitting = replace(
                proposal,
                changes=tuple(c for c in proposal.changes if c.model in known),
                statuses=tuple(s for s in proposal.statuses if s.model in known),
                newcomers=tuple(card for card in proposal.newcomers if card.model not in known),
            )
            write_overlay(settings.data, difference(curated, changed(now, fitting), today.isoformat()))
    except Timeout as error:
        raise busy from error
    except OSError as error:
        raise RefreshError(
            es=f"No se puede escribir en {file.parent} ({error.strerror}): siguen valiendo los datos anteriores.",
            en=f"Cannot write to {file.parent} ({error.strerror}): the previous data stay in force.",
        ) from error


_QUESTION = Localised("¿Aplicar estos cambios?", "Apply these changes?")
_DECLINED = Localised("No se ha escrito nada.", "Nothing was written.")
_NOT_ASKED = Localised(
    "No se ha escrito nada: para aplicar los cambios, repite la orden con --yes.",
    "Nothing was written: to apply the changes, run the command again with --yes.",
)


def _written(proposal: Proposal, file: object) -> Localised:
    if not proposal.changes_anything:
        text = Localised("Los datos están al día: comprobados hoy.", "The data are up to date: checked today.")
    else:
        models = len({*(c.model for c in proposal.changes), *(s.model for s in proposal.statuses)})
        text = Localised(
            f"Puestos al día {models} modelos y añadidos {len(proposal.newcomers)} ({file}).",
            f"{models} models brought up to date and {len(proposal.newcomers)} added ({file}).",
        )
    if not proposal.held:
        return text
    held = len(proposal.held)
    return Localised(
        f"{text.es} Sin aplicar: {held} por confirmar; repite la orden sin --yes en una terminal.",
        f"{text.en} Not applied: {held} to confirm; run the command without --yes in a terminal.",
    )


def _say(out: TextIO, text: str) -> None:
    out.write(text + "\n")
    out.flush()
