"""The seven factor bars as plain HTML: readable by screen readers, in the page's own colours."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from advisor.answer.parts.why import FACTOR_NAMES
from advisor.domain.factors import FACTORS
from advisor.domain.formats import number
from advisor.domain.language import Language
from advisor.ui import texts

_STYLE = """<style>
.fb{display:grid;grid-template-columns:minmax(6.5rem,auto) 1fr 2.2rem;gap:.3rem .6rem;align-items:center;font-size:.82rem;margin:.1rem 0 .4rem}
.fb .t{height:.55rem;border-radius:.3rem;background:color-mix(in srgb,currentColor 14%,transparent);overflow:hidden}
.fb .v{height:100%;border-radius:.3rem;background:#0f766e}
.fb .u{background:repeating-linear-gradient(45deg,#94a3b8 0 4px,transparent 4px 8px)}
.fb .n{text-align:right;font-variant-numeric:tabular-nums}
@media (prefers-color-scheme:dark){.fb .v{background:#2dd4bf}}
</style>"""


def factor_bars(item: Mapping[str, Any], language: Language) -> str:
    """HTML of one recommendation's bars. A factor without data is hatched and says so."""
    rows = []
    for factor in FACTORS:
        value, known = float(item["factors"][factor]), bool(item["known"][factor])
        name = FACTOR_NAMES[factor].in_(language).capitalize()
        shown = number(value * 100, language, 0)
        why = item["explained"][factor] if known else texts.PRIOR.in_(language)
        title = escape(
            f"{name}: {shown}/100, {texts.WEIGHT.in_(language)} {number(item['weights'][factor] * 100, language, 0)} %. {why}",
            quote=True,
        )
        rows.append(
            f'<span title="{title}">{escape(name)}</span>'
            f'<div class="t" role="meter" aria-label="{title}" aria-valuemin="0" aria-valuemax="100" aria-valuenow="{value * 100:.0f}" title="{title}">'
            f'<div class="v{"" if known else " u"}" style="width:{value * 100:.0f}%"></div></div>'
            f'<span class="n">{shown if known else "–"}</span>'
        )
    label = escape(texts.ABOUT_FACTORS.in_(language), quote=True)
    return f'{_STYLE}<div class="fb" role="group" aria-label="{label}">{"".join(rows)}</div>'
