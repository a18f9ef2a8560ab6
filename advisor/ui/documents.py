"""What a source opens into: a section of the guide, or a model's whole card with the origin of every fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from advisor.answer.parts.values import LESS_IS_BETTER, PER_MILLION, field_label, value_in_words
from advisor.domain.cards import Card, Catalogue
from advisor.domain.factors import FACTORS
from advisor.domain.facts import Fact
from advisor.domain.fields import FIELDS
from advisor.domain.formats import day
from advisor.domain.language import Language
from advisor.domain.language_names import language_name
from advisor.domain.passages import Guide, GuideSection
from advisor.ui import texts
from advisor.ui.labels import capital, factor_label
from advisor.ui.markup import rendered
from advisor.ui.safe import cleaned, https, plain

FOLDED_AT = 6
"""A field with more facts than this (benchmarks, measured languages) shows them on a click."""


def guide_page(guide: Guide, wanted: str, language: Language) -> None:
    """One section with its origins, and the way to all the others."""
    sections = [s for s in guide.sections if s.language == language]
    section = next((s for s in sections if s.id == wanted), None)
    st.title(plain(section.title) if section else texts.GUIDE.in_(language), anchor=False)
    if section is not None:
        st.html(f'<div class="answer">{rendered(section.body, (), language)}{_origins(section, language)}</div>')
    elif wanted:
        st.warning(texts.NO_SECTION.in_(language))
    st.html(
        f'<nav class="contents" aria-label="{texts.GUIDE.in_(language)}">{_contents(sections, wanted, language)}</nav>'
    )


def card_page(catalogue: Catalogue, wanted: str, language: Language) -> None:
    """Every fact of a card, factor by factor, with kind, source and date."""
    card = catalogue.by_id.get(wanted)
    if card is None:
        st.title(texts.CARD.in_(language), anchor=False)
        st.warning(texts.NO_CARD.in_(language))
        return
    st.title(plain(card.name), anchor=False)
    status = texts.STATUS[card.status].in_(language)
    st.html(
        f'<p class="quiet">{escape(cleaned(card.vendor))} · {escape(status)}</p><div class="answer">{_facts(card, language)}</div>'
    )


def _origins(section: GuideSection, language: Language) -> str:
    if not section.origins:
        return ""
    rows = "".join(f"<li>{escape(cleaned(claim))}: {_linked(title, url)}</li>" for claim, title, url in section.origins)
    updated = escape(texts.UPDATED.in_(language).format(day(section.updated, language)))
    return f'<p class="head">{escape(texts.ORIGINS.in_(language))}</p><ul>{rows}</ul><p class="quiet">{updated}</p>'


def _contents(sections: Iterable[GuideSection], wanted: str, language: Language) -> str:
    told = []
    for factor in FACTORS:
        mine = [s for s in sections if s.factor == factor]
        rows = "".join(
            f"<li><b>{escape(s.title)}</b></li>"
            if s.id == wanted
            else f'<li><a href="?{texts.GUIDE_PARAMETER}={escape(s.id, quote=True)}&lang={language}">{escape(s.title)}</a></li>'
            for s in mine
        )
        told.append(f"<h2>{escape(factor_label(factor, language))}</h2><ul>{rows}</ul>" if rows else "")
    return "".join(told)


def _facts(card: Card, language: Language) -> str:
    told = []
    for factor in FACTORS:
        names = [name for name, spec in FIELDS.items() if spec.factor == factor and card.all(name)]
        rows = "".join(_field(card, name, language) for name in names)
        if rows:
            told.append(f'<h2>{escape(factor_label(factor, language))}</h2><dl class="facts">{rows}</dl>')
    return "".join(told)


def _field(card: Card, name: str, language: Language) -> str:
    note = LESS_IS_BETTER.in_(language) if name == "languages_measured" else ""
    facts, title = card.all(name), escape(capital(field_label(name, language)) + note)
    rows = "".join(f"<li>{_fact(name, fact, language)}</li>" for fact in facts)
    if len(facts) == 1:
        body = f"<dd>{_fact(name, facts[0], language)}</dd>"
    elif len(facts) <= FOLDED_AT:
        body = f"<dd><ul>{rows}</ul></dd>"
    else:
        count = escape(texts.VALUES.in_(language).format(len(facts)))
        body = f"<dd><details><summary>{count}</summary><ul>{rows}</ul></details></dd>"
    return f"<div><dt>{title}</dt>{body}</div>"


def _fact(name: str, fact: Fact, language: Language) -> str:
    named = _called(name, fact, language)
    value = value_in_words(name, fact, language)
    unit = PER_MILLION.in_(language) if name.startswith("price_") and fact.known else ""
    about = [texts.KINDS[fact.kind].in_(language), day(fact.date, language)]
    variant = f'<span class="note">{escape(cleaned(fact.variant))}</span>' if fact.variant else ""
    return (
        f"{escape(cleaned(named))}<b>{escape(cleaned(value))}</b>{escape(unit)} "
        f'<span class="quiet">({escape(", ".join(about))}; {_linked(fact.source, fact.url)})</span>{variant}'
    )


def _called(name: str, fact: Fact, language: Language) -> str:
    """What tells this fact apart from the field's others: a benchmark, a language, a provider."""
    spoken: Callable[[str], str] = lambda n: language_name(n, language) if name.startswith("language") else n  # noqa: E731
    told = [spoken(fact.name)] if fact.name else []
    told += [fact.provider] if fact.provider else []
    return f"{', '.join(told)}: " if told else ""


def _linked(title: str, url: str) -> str:
    address = https(url)
    shown = escape(cleaned(title))
    return f'<a href="{escape(address, quote=True)}" target="_blank">{shown}</a>' if address else shown
