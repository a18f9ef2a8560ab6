"""The commands that read and write JSON Lines."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from typing import Any, TextIO

from advisor.conversation.assemble import assemble, load_knowledge, open_library
from advisor.domain.cards import Card
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.language import LANGUAGES, Language
from advisor.domain.needs import Needs
from advisor.errors import AdvisorError, InputError
from advisor.settings import Settings

Handler = Callable[[Mapping[str, Any]], dict[str, Any]]


def run(command: str, settings: Settings, options: Namespace) -> int:
    """Runs one command on standard input and output; 0 unless it could not start."""
    if command == "catalog":
        for card in load_knowledge(settings)[0]:
            _write(sys.stdout, card_to_json(card))
        return 0
    if command == "index":
        library = open_library(settings, _progress)
        _write(
            sys.stdout,
            {"status": library.status.text.en, "embedder": library.status.embedder, "entries": library.status.entries},
        )
        library.close()
        return 0
    if command == "refresh":
        return _refresh(settings, options)
    handlers: dict[str, Callable[[Settings], Handler]] = {"ask": _asker, "search": _searcher, "score": _scorer}
    return each_line(sys.stdin, sys.stdout, handlers[command](settings))


def each_line(lines: TextIO, out: TextIO, handle: Handler) -> int:
    """One JSON object out for each line in, in order; a bad line gets an error of its own and the rest go on."""
    for line in lines:
        if not line.strip():
            continue
        language: Language = "en"
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise InputError("Cada línea ha de ser un objeto JSON.", "Each line must be a JSON object.")
            language = "es" if record.get("language") == "es" else "en"
            result = handle(record)
        except ValueError as error:
            result = {"error": f"Not JSON: {error}"}
        except AdvisorError as error:
            result = {"error": error.in_(language)}
        _write(out, result)
    return 0


def _refresh(settings: Settings, options: Namespace) -> int:
    """Text for a person, not JSON. Asks only where somebody sits at the terminal; then brings the store up to date."""
    from advisor.library.refresh.command import refresh_command

    language: Language = options.language
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # A terminal without "→" must not stop a refresh.
    ask = (lambda question: _said_yes(question, language)) if sys.stdin.isatty() and not options.yes else None
    if refresh_command(settings, options.source, options.yes, language, ask=ask):
        try:
            library = open_library(settings)
        except AdvisorError as error:
            later = {"es": "La biblioteca se pondrá al día al abrirla", "en": "The library will catch up when opened"}
            sys.stdout.write(f"{later[language]}: {error.in_(language)}\n")
        else:
            texts = {"es": "textos nuevos o cambiados", "en": "texts new or changed"}[language]
            sys.stdout.write(f"{library.status.text.in_(language)} {library.status.embedded} {texts}.\n")
            library.close()
    return 0


def _said_yes(question: str, language: Language) -> bool:
    try:
        answer = input(f"{question} {'[s/N]' if language == 'es' else '[y/N]'} ")
    except EOFError:
        return False
    return answer.strip().casefold() in {"s", "si", "sí", "y", "yes"}


def _asker(settings: Settings) -> Handler:
    from advisor.conversation.checkpoints import memory_checkpointer, postgres_checkpointer
    from advisor.conversation.models import context_for
    from advisor.conversation.talk import Talk

    deps = assemble(settings)
    url = settings.database_url
    talk = Talk(deps, postgres_checkpointer(url) if url else memory_checkpointer())
    context = context_for(deps, settings)

    def ask(record: Mapping[str, Any]) -> dict[str, Any]:
        return talk.ask(_text(record, "session", "s"), _text(record, "text"), context)

    return ask


def _searcher(settings: Settings) -> Handler:
    deps = assemble(settings)

    def search(record: Mapping[str, Any]) -> dict[str, Any]:
        text = _text(record, "text")
        language = record.get("language")
        if language not in LANGUAGES:
            language = deps.reader.read(text).language
        result = deps.library().search(text, language, k=_count(record, 5))
        hits = [{"id": h.id, "score": round(h.score, 4), "language": h.language} for h in result.hits]
        return {"hits": hits, "found": result.found}

    return search


def _scorer(settings: Settings) -> Handler:
    from advisor.conversation.export import ranking_to_json

    deps = assemble(settings)

    def score(record: Mapping[str, Any]) -> dict[str, Any]:
        raw = record.get("needs", {})
        if not isinstance(raw, dict):
            raise InputError("«needs» ha de ser un objeto.", '"needs" must be an object.')
        language: Language = "es" if record.get("language") == "es" else "en"
        ranking = deps.scorer.rank(Needs.of(raw), _count(record, 10), today=deps.today())
        return ranking_to_json(ranking, language)

    return score


def card_to_json(card: Card) -> dict[str, Any]:
    """A line of `catalog`: a field holds one fact, or a list where the field is of many."""
    facts = {
        name: [fact_to_json(f) for f in found] if FIELDS[name].many else fact_to_json(found[0])
        for name, found in card.facts.items()
        if found
    }
    return {
        "model": card.model,
        "name": card.name,
        "aliases": list(card.aliases),
        "vendor": card.vendor,
        "family": card.family,
        "status": card.status,
        "successor": card.successor,
        "runtimes": dict(card.runtimes),
        "facts": facts,
    }


def fact_to_json(fact: Fact) -> dict[str, Any]:
    value = list(fact.value) if isinstance(fact.value, tuple) else fact.value
    required = {
        "value": value,
        "unit": fact.unit,
        "kind": fact.kind,
        "source": fact.source,
        "url": fact.url,
        "date": fact.date,
    }
    extra = {"name": fact.name, "provider": fact.provider, "variant": fact.variant}
    return {**required, **{key: v for key, v in extra.items() if v is not None}}


def _text(record: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = record.get(key, default)
    if not isinstance(value, str):
        raise InputError(f"Falta «{key}», que ha de ser un texto.", f'"{key}" is missing or is not text.')
    return value


def _count(record: Mapping[str, Any], default: int) -> int:
    k = record.get("k", default)
    if isinstance(k, bool) or not isinstance(k, int) or not 1 <= k <= 1000:
        raise InputError("«k» ha de ser un entero de 1 a 1000.", '"k" must be a whole number from 1 to 1000.')
    return k


def _write(out: TextIO, record: Mapping[str, Any]) -> None:
    out.write(json.dumps(record, ensure_ascii=False) + "\n")
    out.flush()


def _progress(share: float, text: Any) -> None:
    sys.stderr.write(f"\r{share:4.0%} {text.en}" + ("\n" if share >= 1 else ""))
