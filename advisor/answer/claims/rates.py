"""Rates: the currency beside an amount, and what it is charged for ("a month", "per million tokens")."""

from __future__ import annotations

import re
from collections.abc import Sequence

CURRENCY_BEFORE = re.compile(r"(us\$|usd\s?|u\$s\s?|\$\s?|€\s?|eur\s?|£\s?)$")
CURRENCY_AFTER = re.compile(
    r"\s?(?:(?P<usd>us\$|\$|usd\b|u\$s|dolar(?:es)?\b|dollars?\b)|(?P<cent>centavos?\b|centimos?\b|cents?\b|¢)|"
    r"(?P<other>€|eur\b|euros?\b|£|gbp\b|pounds?\b|libras?\b|pesos?\b|mxn\b|yen(?:es)?\b|yuan(?:es)?\b))"
)
PER = re.compile(
    r"(?:\s*/\s*|\b(?:por|per|cada|el|al|a la|for every|for each|a|an|each|every|for|(?:por|for|to) (?:leer|escribir|generar|procesar|enviar|read|write|process|generate|reading|writing)(?: each| every| cada)?)\s+)(?P<of>"
    r"(?P<mtok>(?:cada\s+|every\s+)?(?:1\s?|un\s+|one\s+|a\s+)?(?:millon|million|m|mm|mtoks?|mtokens?)\b(?:\s+de)?(?:\s+of)?(?:\s+(?:input|output|entrada|salida|cached))?(?:\s*tok(?:en)?s?\b)?)|"
    r"(?P<mtok2>1[.,]000[.,]000(?:\s+de)?\s+tok(?:en)?s?\b)|"
    r"(?P<ktok>(?:1\s?k\b|1[.,]?000\b|mil\b|thousand\b|a thousand\b|k\b|ktok\b)(?:\s+de)?(?:\s*tok(?:en)?s?\b)?)|"
    r"(?P<tok>token\b)|"
    r"(?P<month>mes\b|month\b|mo\b)|(?P<year>ano\b|year\b|yr\b|un ano\b)|(?P<day>dia\b|day\b)|"
    r"(?P<other>hora\b|hour\b|hr?\b|peticion\b|request\b|consulta\b|query\b|llamada\b|call\b|usuario\b|user\b|imagen\b|image\b|mensaje\b|message\b|minuto\b|minute\b|pagina\b|page\b|gb\b|seat\b|puesto\b|conversacion\b|conversation\b|documento\b|document\b|palabra\b|word\b|semana\b|week\b|caso\b|case\b|item\b|unidad\b|unit\b|ticket\b|correo\b|e-?mail\b|factura\b|invoice\b|ficha\b|record\b|resena\b|review\b|resumen\b|summary\b))"
    r"|\b(?:over|in|en|para) (?:a|one|un) (?P<year2>year|ano)\b|\b(?P<monthly>mensual(?:es|mente)?|monthly)\b|\b(?P<yearly>anual(?:es|mente)?|yearly|annually)\b"
)
PER_UNITS = {
    "mtok": ("usd/M", 1.0), "mtok2": ("usd/M", 1.0), "ktok": ("usd/M", 1e3), "tok": ("usd/M", 1e6),
    "month": ("usd/month", 1.0), "monthly": ("usd/month", 1.0), "year": ("usd/month", 1 / 12),
    "yearly": ("usd/month", 1 / 12), "year2": ("usd/month", 1 / 12), "day": ("usd/month", 30.0), "other": ("usd/other", 1.0),
}  # fmt: skip


def starts_amount(text: str, per: re.Match[str]) -> bool:
    """ "a million tokens" is an amount, as in "asked for 1M tokens"; "10 USD a million tokens" is a price: it follows money."""
    if per.group().lstrip().startswith("/"):
        return False
    word = per.group().split()[0]
    if word not in ("a", "an", "for"):
        return False
    before = text[max(0, per.start() - 12) : per.start()]
    return not re.search(r"(?:\$|usd|dolares|dollars|cents?|centavos|\d)\s*$", before)


_SIDED = re.compile(
    r"\s*(?:de |of |for |la |por |para )*(?:entrada|salida|input|output|in|out|leer|escribir)\b[^;.]{0,12}?\s(?:y|and|/|,)\s(?:a )?(?:us)?\$?\d[\d.,]*\s?(?:usd|dolares|dollars)?\s*(?:de |of |for |la |por |para )*(?:entrada|salida|input|output|in|out|leer|escribir)\b[^;.\d]{0,12}"
)
""" "0.07 USD in and 0.34 out per million": both are by the million, whatever was told before."""


def money_unit(
    text: str, end: int, before: re.Match[str] | None, after: re.Match[str] | None, pers: Sequence[re.Match[str]]
) -> tuple[str, float]:
    symbol = before.group().strip() if before else ""
    if symbol in ("€", "eur", "£") or (after and after.group("other")):
        return "money", 1.0
    factor = 0.01 if after and after.group("cent") else 1.0
    per = next((m for m in pers if m.start() >= end), None)
    sided = next((m for m in pers if m.start() >= end and (m.group("mtok") or m.group("mtok2"))), None)
    if sided and _SIDED.fullmatch(text, end, sided.start()):
        per = sided
    elif per and (re.search(r"[$€;]|\busd\b|\d", text[end : per.start()]) or per.start() - end > 40):
        per = None
    if per is None:
        per = next(
            (m for m in reversed(pers) if m.end() <= end and not re.search(r"[$;]|\busd\b", text[m.end() : end - 8])),
            None,
        )
        amount = per and (per.group("mtok") or per.group("ktok")) and per.group().lstrip().startswith(("al ", "a "))
        if per and (end - per.end() > 60 or per.group("other") or amount):
            per = None
    if per is None:
        return "usd", factor
    unit, scale = PER_UNITS[next(name for name in PER_UNITS if per.group(name))]
    return unit, factor * scale
